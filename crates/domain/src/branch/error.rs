use crate::wire::Problem;

/// What is wrong with a [`BranchConfig`].
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BranchError {
    /// A name is missing.
    #[error("the branch needs an id, a name, an agency and a place")]
    Unnamed,
    /// No dossier code could be made of it.
    #[error("{0:?} cannot be the agency part of a dossier code")]
    AgencyCode(String),
    /// Two groups share a name or a letter, a letter is not A to Z, or a group has no service.
    #[error("service group {0:?} needs a name and a letter A to Z of its own, and a service")]
    Group(String),
    /// Two services share a name, or one names a group that does not exist, or takes no time.
    #[error("service {0:?} needs a name of its own, a group that exists, and at least one minute")]
    Service(String),
    /// A counter number stands twice, is 0, or names a service that does not exist.
    #[error("counter {0} needs a number of its own and services that exist")]
    Counter(u32),
    /// Numbers of this service would never be called.
    #[error("no counter serves {0:?}")]
    Unserved(String),
    /// Two priority groups share a name.
    #[error("priority group {0:?} needs a name of its own")]
    Priority(String),
    /// A ratio of 0, or an age that nobody could reach.
    #[error("one in at least 1 is called by priority, and the age is at least 1 minute")]
    Calling,
    /// Slots that are no part of a day, that take nobody, or an unknown priority group.
    #[error(
        "slots of 5 to 240 minutes (0: none) take at least one, up to 90 days ahead and a day off, in a priority group that exists"
    )]
    Appointments,
    /// Drafts that are gone at once, or kept for longer than a month.
    #[error("drafts are kept for 1 to 30 days")]
    Drafts,
    /// What was submitted that is gone too soon, or kept for too long.
    #[error("what was submitted is kept for 30 to 3650 days")]
    Kept,
    /// The notice at this place in the list, from 1, says nothing or too much, or ends before it begins.
    #[error("notice {0} needs words of at most 300 characters or a picture, and an end after its beginning")]
    Notice(usize),
    /// An account that no bank has, or one nobody can tell whose it is.
    #[error("the account needs a BIN of 6 digits, up to 19 letters and digits, and a name")]
    Bank,
    /// Postage of an unknown province, or an amount that is none.
    #[error("postage needs the code of the centre's province and amounts of at most 10 million")]
    Postage,
    /// Transfers that are waited for longer than a week.
    #[error("a transfer is waited for a week at most")]
    Transfer,
    /// A part of the week that ends before it begins, or a day that is none.
    #[error("opening hours need days 1 to 7 and an end after their beginning")]
    Hours,
}

impl BranchError {
    /// Its stable code for the form that is being filled in, and what it is about.
    pub fn problem(&self) -> Problem {
        let (code, about) = match self {
            Self::Unnamed => ("branch-unnamed", String::new()),
            Self::AgencyCode(code) => ("branch-agency-code", code.clone()),
            Self::Group(id) => ("branch-group", id.clone()),
            Self::Service(id) => ("branch-service", id.clone()),
            Self::Counter(number) => ("branch-counter", number.to_string()),
            Self::Unserved(id) => ("branch-unserved", id.clone()),
            Self::Priority(id) => ("branch-priority", id.clone()),
            Self::Calling => ("branch-calling", String::new()),
            Self::Appointments => ("branch-appointments", String::new()),
            Self::Drafts => ("branch-drafts", String::new()),
            Self::Kept => ("branch-kept", String::new()),
            Self::Notice(place) => ("branch-notice", place.to_string()),
            Self::Bank => ("branch-bank", String::new()),
            Self::Postage => ("branch-postage", String::new()),
            Self::Transfer => ("branch-transfer", String::new()),
            Self::Hours => ("branch-hours", String::new()),
        };
        Problem::new(code).with("about", about)
    }
}
