//! The machines of the centre at the console, and calls for help at them.

use std::sync::Arc;
use std::time::Duration;

use motcua_domain::wire::Problem;
use uuid::Uuid;

use super::StaffDesk;
use crate::view::ConsoleView;

/// How often the machines are looked at though nobody calls for help.
const LOOK: Duration = Duration::from_secs(15);

impl StaffDesk {
    /// The officer goes to a machine at which somebody wants help.
    ///
    /// # Errors
    /// `no-help-call` when nobody wants it any more, `help-answered` when a colleague goes,
    /// `token-missing`, `central-away`.
    pub async fn answer_help(&self, device: Uuid) -> Result<ConsoleView, Problem> {
        let token = self.token()?;
        self.ended_when_refused(self.central.answer_help(&token, device).await)?;
        self.look_at_devices().await;
        Ok(self.console().await)
    }

    /// Keeps what is known of the machines while somebody is signed in, for as long as the program
    /// runs.
    pub async fn follow_devices(self: Arc<Self>) {
        let mut link = self.link.watch();
        loop {
            let seen = link.borrow_and_update().help;
            self.look_at_devices().await;
            let called = link.wait_for(|known| known.help != seen);
            if let Ok(Err(_)) = tokio::time::timeout(LOOK, called).await {
                return;
            }
        }
    }

    /// Asks how the machines are. What was known stays where the central system is away.
    pub(super) async fn look_at_devices(&self) {
        let devices = match self.token() {
            Ok(token) => self.ended_when_refused(self.central.devices(&token).await),
            Err(_) => Ok(Vec::new()),
        };
        if let Ok(devices) = devices {
            self.link.know_devices(devices);
        }
    }
}
