//! Somebody at this kiosk wants an officer.

use std::sync::{Arc, Mutex, MutexGuard};
use std::time::Duration;

use motcua_domain::wire::Problem;
use tokio::sync::{Notify, broadcast};

use super::CitizenDesk;
use crate::central::CentralClient;
use crate::link::Link;
use crate::view::{CitizenNews, HelpState};

/// How long the central system may take before who called is told to go to the counter.
const PATIENCE: Duration = Duration::from_millis(2_500);

/// The call for help of the visit that goes on.
pub(super) struct Help {
    central: Arc<CentralClient>,
    link: Arc<Link>,
    news: broadcast::Sender<CitizenNews>,
    /// What is asked of the central system is asked one after another.
    turn: tokio::sync::Mutex<()>,
    call: Mutex<Call>,
    over: Notify,
}

struct Call {
    state: HelpState,
    /// Which call of this kiosk it is: an answer that comes late is for nobody.
    number: u64,
    /// The central system may hold a call that nobody here waits for: one that was ended, or whose
    /// answer never came. At the start of the program that is not known.
    left_open: bool,
}

impl Help {
    pub(super) fn new(central: Arc<CentralClient>, link: Arc<Link>, news: broadcast::Sender<CitizenNews>) -> Self {
        let call = Mutex::new(Call { state: HelpState::None, number: 0, left_open: true });
        Self { central, link, news, turn: tokio::sync::Mutex::default(), call, over: Notify::new() }
    }

    fn call(&self) -> MutexGuard<'_, Call> {
        self.call.lock().expect("no thread panics holding this")
    }

    /// Calls an officer. Nobody is told that one was called before the central system said so, and
    /// nobody waits longer to hear that none was.
    async fn ask(&self) -> Result<HelpState, Problem> {
        let number = self.call().number;
        match tokio::time::timeout(PATIENCE, self.ask_in_turn(number)).await {
            Ok(Ok(state)) => Ok(state),
            _ => {
                self.over.notify_one();
                Err(Problem::new("help-not-called"))
            }
        }
    }

    async fn ask_in_turn(&self, number: u64) -> Result<HelpState, Problem> {
        let _turn = self.turn.lock().await;
        match &*self.call() {
            // Whoever called has left meanwhile.
            call if call.number != number => return Ok(HelpState::None),
            Call { state: HelpState::None, .. } => {}
            Call { state, .. } => return Ok(*state),
        }
        self.close().await?;
        // Without an answer it may be open all the same.
        self.call().left_open = true;
        let open = self.central.ask_help().await?;
        let mut call = self.call();
        if call.number == number {
            call.left_open = false;
            call.state = HelpState::of(Some(&open));
        }
        Ok(call.state)
    }

    /// Nobody has to come any more: at once for this kiosk, and for officers as soon as they can be told.
    pub(super) fn end(&self) {
        let mut call = self.call();
        call.number += 1;
        call.left_open |= call.state != HelpState::None;
        call.state = HelpState::None;
        self.over.notify_one();
    }

    /// Follows what becomes of the call, and ends those nobody waits for, for as long as the program
    /// runs.
    async fn run(&self) {
        let mut link = self.link.watch();
        let mut settled = None;
        loop {
            let heard = {
                let known = link.borrow_and_update();
                known.live.then_some(known.help)
            };
            if heard.is_some() && (heard != settled || self.call().left_open) {
                settled = if self.settle().await.is_ok() { heard } else { None };
            }
            tokio::select! {
                changed = link.changed() => if changed.is_err() { return },
                () = self.over.notified() => {}
            }
        }
    }

    async fn settle(&self) -> Result<(), Problem> {
        let _turn = self.turn.lock().await;
        self.close().await?;
        let number = match &*self.call() {
            Call { state: HelpState::None, .. } => return Ok(()),
            Call { number, .. } => *number,
        };
        let state = HelpState::of(self.central.own_help().await?.as_ref());
        let mut call = self.call();
        if call.number == number && call.state != state {
            call.state = state;
            // Nobody listening is no fault.
            let _ = self.news.send(CitizenNews::Help { state });
        }
        Ok(())
    }

    /// Ends a call that nobody here waits for.
    async fn close(&self) -> Result<(), Problem> {
        let (open, number) = {
            let call = self.call();
            (call.left_open, call.number)
        };
        if open {
            self.central.end_help().await?;
            let mut call = self.call();
            call.left_open = call.number != number;
        }
        Ok(())
    }
}

impl CitizenDesk {
    /// Calls an officer to this kiosk; while one is called nothing more happens.
    ///
    /// # Errors
    /// `help-not-called` when the central system did not say that officers were told.
    pub async fn call_help(&self) -> Result<HelpState, Problem> {
        let state = self.help.ask().await?;
        self.measures.helped();
        Ok(state)
    }

    /// Nobody has to come any more.
    pub fn end_help(&self) {
        self.help.end();
    }

    /// Follows what becomes of calls for help, for as long as the program runs.
    pub async fn follow_help(self: Arc<Self>) {
        self.help.run().await;
    }
}
