//! The one place where the server reads the time.

use std::time::{SystemTime, UNIX_EPOCH};

use motcua_domain::time::Moment;

/// Now.
pub(crate) fn now() -> Moment {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    Moment::from_millis(i64::try_from(since.as_millis()).unwrap_or(i64::MAX))
}
