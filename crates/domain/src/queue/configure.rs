use super::hall::Hall;
use super::ticket::Line;
use crate::branch::BranchConfig;
use crate::wire::Problem;

impl Hall {
    /// Whether other settings may be put in force now.
    ///
    /// # Errors
    /// Those of [`BranchConfig::check`]; `branch-renamed` for another stable name; `service-waited-for`,
    /// `service-booked` and `counter-in-use` when somebody would be left without a service or a counter.
    pub fn may_configure(&self, wanted: &BranchConfig) -> Result<(), Problem> {
        wanted.check().map_err(|error| error.problem())?;
        if wanted.id != self.config().id {
            return Err(Problem::new("branch-renamed").with("about", &self.config().id));
        }
        if let Some((number, _)) = self.sessions().find(|(number, _)| wanted.counter(*number).is_none()) {
            return Err(Problem::new("counter-in-use").with("counter", number));
        }
        for ticket in self.tickets() {
            let (known, about) = match &ticket.line {
                Line::Counter(number) => (wanted.counter(*number).is_some(), number.to_string()),
                Line::Officer(_) => (true, String::new()),
                Line::Service(service) => (wanted.service(service).is_some(), service.to_string()),
            };
            if !known || wanted.group(&ticket.group).is_none() {
                return Err(Problem::new("service-waited-for").with("about", about).with("label", ticket.label));
            }
        }
        let kept = self.appointments.values().filter(|one| one.is_open());
        if let Some(lost) = kept.map(|one| &one.booked.service).find(|service| wanted.service(service).is_none()) {
            return Err(Problem::new("service-booked").with("about", lost));
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use uuid::Uuid;

    use super::*;
    use crate::queue::{Ask, Officer};
    use crate::time::Moment;

    fn refused(hall: &Hall, change: impl Fn(&mut BranchConfig)) -> String {
        let mut wanted = BranchConfig::default();
        change(&mut wanted);
        hall.may_configure(&wanted).map_or_else(|problem| problem.code, |()| "allowed".to_owned())
    }

    #[test]
    fn nobody_is_left_without_a_service_or_a_counter() {
        let now = Moment::from_millis(1_795_395_900_000);
        let mut hall = Hall::new(Arc::new(BranchConfig::default()), now.business_date());
        let first = BranchConfig::default().services[0].clone();
        let drop_first = |wanted: &mut BranchConfig| {
            let id = wanted.services.remove(0).id;
            wanted.groups.retain(|group| *group.id != *id);
            wanted.counters.iter_mut().for_each(|counter| counter.serves.retain(|service| *service != id));
        };
        assert_eq!(refused(&hall, drop_first), "allowed");
        assert_eq!(refused(&hall, |wanted| wanted.id = "khac".to_owned()), "branch-renamed");
        assert_eq!(refused(&hall, |wanted| wanted.services[0].minutes = 0), "branch-service");
        let ask = Ask {
            id: Uuid::from_u128(1),
            group: first.group.to_string(),
            service: None,
            language: "vi".to_owned(),
            priority: None,
            holder: None,
            by: "device:1".into(),
        };
        hall.apply(&hall.issue(&ask, now).expect("a number"));
        assert_eq!(refused(&hall, drop_first), "service-waited-for");

        let without_three = |wanted: &mut BranchConfig| {
            let gone = wanted.counters.remove(2);
            wanted.counters[0].serves.extend(gone.serves);
        };
        assert_eq!(refused(&hall, without_three), "allowed");
        let officer = Officer { account: "lan".into(), name: "Lan".into(), supervisor: false };
        let opened = hall.open_counter(3, &officer, false, now).expect("free").expect("a fact");
        hall.apply(&opened);
        assert_eq!(refused(&hall, without_three), "counter-in-use");
    }
}
