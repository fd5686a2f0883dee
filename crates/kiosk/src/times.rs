//! The times that can be chosen with a submission: those the centre has free for its procedure, or wishes
//! where it has none or cannot be asked.

use motcua_domain::catalogue::Procedure;
use motcua_domain::guide::{ChoiceView, TimeWanted, wish_days};
use motcua_domain::time::Moment;
use motcua_domain::wire::{Branch, Problem, SlotDay};
use motcua_domain::words::Words;

use crate::view::TimesOffered;

/// The service whose times are those of a procedure: the first of the group that takes it, as the central
/// system has it.
pub(crate) fn service_of<'a>(branch: &'a Branch, procedure: &Procedure) -> Option<&'a str> {
    let group = branch.groups.iter().find(|group| Some(&group.id) == procedure.group.as_ref())?;
    group.services.first().map(|service| service.id.as_str())
}

impl TimesOffered {
    /// Of what the central system answered.
    ///
    /// # Errors
    /// What it answered, unless it was away.
    pub(crate) fn of(
        answer: Result<Vec<SlotDay>, Problem>,
        branch: Option<&Branch>,
        now: Moment,
    ) -> Result<Self, Problem> {
        let (mut days, away) = match answer {
            Ok(days) => (days, false),
            Err(problem) if problem.code == "central-away" => (Vec::new(), true),
            Err(problem) => return Err(problem),
        };
        days.retain(|day| day.slots.iter().any(|slot| slot.free > 0));
        let hours = branch.map_or(&[][..], |branch| &branch.hours);
        let wishes = if days.is_empty() { wish_days(hours, now.business_date()) } else { Vec::new() };
        Ok(Self { days, wishes, away })
    }

    /// All of them as a list to choose from, with what is chosen already.
    pub(crate) fn choices(&self, chosen: Option<TimeWanted>, words: &Words) -> Vec<ChoiceView> {
        let free = self.days.iter().flat_map(|day| &day.slots).filter(|slot| slot.free > 0);
        let times = free.map(|slot| TimeWanted::At(slot.start));
        let wishes = self.wishes.iter().flat_map(|day| day.parts.iter().map(|part| TimeWanted::Wish(day.date, *part)));
        let mut all: Vec<TimeWanted> = times.chain(wishes).chain([TimeWanted::Later]).collect();
        if let Some(chosen) = chosen.filter(|chosen| !all.contains(chosen)) {
            all.insert(0, chosen);
        }
        let choice = |one: TimeWanted| ChoiceView { value: one.to_string(), label: one.in_words(words), help: None };
        all.into_iter().map(choice).collect()
    }
}

#[cfg(test)]
mod tests {
    use motcua_domain::wire::SlotInfo;
    use motcua_domain::words::Locale;

    use super::*;

    /// Monday, 23 November 2026; the 24th is a public holiday.
    const NOW: &str = "2026-11-23T09:00:00+07:00";

    fn moment(text: &str) -> Moment {
        text.parse().expect("a moment")
    }

    fn day(free: [u32; 2]) -> SlotDay {
        let [first, second, end] = ["08:00", "08:30", "09:00"].map(|t| moment(&format!("2026-11-25T{t}:00+07:00")));
        let slot = |start, until, free| SlotInfo { start, until, free };
        SlotDay { date: first.business_date(), slots: vec![slot(first, second, free[0]), slot(second, end, free[1])] }
    }

    fn offered(answer: Result<Vec<SlotDay>, Problem>) -> TimesOffered {
        TimesOffered::of(answer, None, moment(NOW)).expect("offered")
    }

    #[test]
    fn wishes_are_offered_only_where_no_time_is() {
        let free = offered(Ok(vec![day([0, 1])]));
        assert_eq!((free.days.len(), free.wishes.len(), free.away), (1, 0, false));
        let full = offered(Ok(vec![day([0, 0])]));
        assert_eq!((full.days.len(), full.wishes[0].date, full.away), (0, day([0, 0]).date, false));
        let away = offered(Err(Problem::new("central-away")));
        assert!(away.days.is_empty() && !away.wishes.is_empty() && away.away);
        let refused = TimesOffered::of(Err(Problem::new("token-missing")), None, moment(NOW));
        assert_eq!(refused.expect_err("an officer signs in again").code, "token-missing");
    }

    #[test]
    fn the_list_holds_what_is_free_and_what_is_chosen_already() {
        let values = |chosen: Option<&str>| {
            let chosen = chosen.and_then(TimeWanted::parse);
            let choices = offered(Ok(vec![day([0, 1])])).choices(chosen, Words::of(Locale::Vi));
            choices.into_iter().map(|choice| choice.value).collect::<Vec<_>>()
        };
        assert_eq!(values(None), ["2026-11-25T08:30", "later"]);
        assert_eq!(values(Some("2026-11-25T08:00")), ["2026-11-25T08:00", "2026-11-25T08:30", "later"]);
        assert_eq!(values(Some("later")).len(), 2);
    }
}
