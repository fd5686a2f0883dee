//! Paper, as who stands before the machine has to do with it: whether it will come, and once more.

use std::sync::Arc;
use std::time::Duration;

use motcua_domain::wire::Problem;

use super::CitizenDesk;
use crate::view::CitizenNews;

/// How long one waits for the newest state before a slip is printed again as it is known here.
pub(super) const PATIENCE: Duration = Duration::from_secs(3);
/// How often the printer is asked how it is.
const LOOK: Duration = Duration::from_secs(3);
/// How many further copies somebody gets in a visit; for more they go to a counter.
const REPRINTS: usize = 3;

impl CitizenDesk {
    /// Prints a job of this visit once more, marked "IN LẠI": the slip of what was submitted as it is true now.
    ///
    /// # Errors
    /// `print-job-unknown`, `print-job-running`, `reprint-limit`.
    pub async fn reprint(&self, job: u64) -> Result<u64, Problem> {
        if self.prints.reprinted() >= REPRINTS {
            return Err(Problem::new("reprint-limit").with("count", REPRINTS));
        }
        if let Ok((id, _)) = self.of_submitted().await {
            // Where nobody answers, the slip says what is known here.
            let _ = self.look_at_submitted(id).await;
            let _ = tokio::time::timeout(PATIENCE, self.payment()).await;
        }
        self.look_at_payment_slip(job).await;
        let again = self.prints.reprint(job)?;
        self.printed_again(job, again).await;
        Ok(again)
    }

    /// The printer did not say whether a paper came out, and its person says that it did.
    ///
    /// # Errors
    /// `print-job-unknown`.
    pub async fn said_printed(&self, job: u64) -> Result<(), Problem> {
        self.prints.said_printed(job).await
    }

    /// Follows the printer for as long as the program runs, so that nobody starts what is to end in paper
    /// believing what was true a while ago.
    pub async fn follow_printer(self: Arc<Self>) {
        let mut told = None;
        loop {
            let printer = self.prints.printer().await;
            if told.as_ref() != Some(&printer) {
                self.tell(CitizenNews::Printer { printer: printer.clone() });
                told = Some(printer);
            }
            tokio::time::sleep(LOOK).await;
        }
    }
}
