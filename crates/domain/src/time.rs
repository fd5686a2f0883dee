//! Moments in time, and the business date they belong to.
//!
//! Việt Nam has kept UTC+7 without daylight saving since 1975, so a fixed offset is exact.

use jiff::civil::{Date, DateTime};
use jiff::tz::{Offset, TimeZone};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// The offset of Asia/Ho_Chi_Minh.
const HANOI: Offset = Offset::constant(7);

/// A moment, in whole milliseconds since 1970-01-01T00:00:00Z.
///
/// On the wire it is RFC 3339 in Vietnamese time: `2026-11-23T08:05:00.000+07:00`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, ts_rs::TS, utoipa::ToSchema)]
#[ts(export, type = "string")]
#[schema(value_type = String, format = DateTime, example = "2026-11-23T08:05:00.000+07:00")]
pub struct Moment(i64);

impl Moment {
    /// From milliseconds since the Unix epoch, held within the years jiff can express.
    pub fn from_millis(millis: i64) -> Self {
        Self(millis.clamp(-377_705_000_000_000, 253_402_000_000_000))
    }

    /// Milliseconds since the Unix epoch.
    pub fn millis(self) -> i64 {
        self.0
    }

    /// The wall clock in Việt Nam.
    pub fn local(self) -> DateTime {
        let timestamp = jiff::Timestamp::from_millisecond(self.0).unwrap_or(jiff::Timestamp::UNIX_EPOCH);
        HANOI.to_datetime(timestamp)
    }

    /// The business date: Asia/Ho_Chi_Minh's calendar day, never UTC's.
    pub fn business_date(self) -> Date {
        self.local().date()
    }

    /// The moment of a wall-clock time in Việt Nam.
    pub fn from_local(local: DateTime) -> Self {
        HANOI.to_timestamp(local).map_or(Self(0), |t| Self::from_millis(t.as_millisecond()))
    }

    /// Later by so many milliseconds.
    pub fn plus_millis(self, millis: i64) -> Self {
        Self::from_millis(self.0.saturating_add(millis))
    }
}

impl std::fmt::Display for Moment {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}+07:00", self.local().strftime("%Y-%m-%dT%H:%M:%S.%3f"))
    }
}

impl std::str::FromStr for Moment {
    type Err = jiff::Error;
    fn from_str(text: &str) -> Result<Self, jiff::Error> {
        text.parse::<jiff::Timestamp>().map(|t| Self::from_millis(t.as_millisecond()))
    }
}

impl Serialize for Moment {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Moment {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        String::deserialize(d)?.parse().map_err(serde::de::Error::custom)
    }
}

/// The time zone of the whole product, for code that needs one by value.
pub fn zone() -> TimeZone {
    HANOI.to_time_zone()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_business_date_rolls_over_at_midnight_in_viet_nam() {
        let before: Moment = "2026-11-23T16:59:59.999Z".parse().expect("a moment");
        let after: Moment = "2026-11-23T17:00:00Z".parse().expect("a moment");
        assert_eq!(before.business_date().to_string(), "2026-11-23");
        assert_eq!(after.business_date().to_string(), "2026-11-24");
    }

    #[test]
    fn the_wire_form_round_trips() {
        let moment = Moment::from_millis(1_795_395_900_123);
        assert_eq!(moment.to_string().parse::<Moment>().expect("a moment"), moment);
        assert!(moment.to_string().ends_with("+07:00"));
    }
}
