use super::name::Name;
use super::ticket::{Deed, Ticket, TicketEvent};
use crate::time::Moment;
use crate::wire::Problem;

/// Reasons people can give with a grade; their words are `rating-reason-…`.
pub const RATING_REASONS: [&str; 5] = ["nhanh", "than-thien", "cho-lau", "huong-dan-chua-ro", "thai-do"];

impl Ticket {
    /// What its holder says of it, once, after it was served.
    ///
    /// # Errors
    /// `ticket-not-in-state` before it was served, `rated-already`, `rating-wrong` for a grade that is
    /// not 1 to 4 or a reason that is none.
    pub fn rate(&self, grade: u8, reasons: &[String], by: Name, now: Moment) -> Result<TicketEvent, Problem> {
        let reason = |name: &String| RATING_REASONS.iter().find(|known| *known == name).map(|known| Name::from(*known));
        let reasons: Option<Vec<_>> = reasons.iter().map(reason).collect();
        let deed = match reasons {
            Some(mut reasons) if (1..=4).contains(&grade) => {
                reasons.sort_unstable();
                reasons.dedup();
                Deed::Rate { grade, reasons }
            }
            _ => return Err(Problem::new("rating-wrong")),
        };
        self.state.after(deed.verb()).map_err(|problem| problem.with("label", self.label))?;
        if self.rated.is_some() {
            return Err(Problem::new("rated-already").with("label", self.label));
        }
        Ok(TicketEvent { ticket: self.id, at: now, by, deed })
    }
}
