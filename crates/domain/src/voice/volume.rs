use std::str::FromStr;

use jiff::civil::Time;

/// How loud the hall is called at what hour, in percent; 0 is silence.
///
/// Written as `80`, or as times from which a volume holds: `07:00=80,11:30=40,13:00=80,17:30=0`.
/// Before the first time of a day the last one of the day before holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Volumes(Vec<(Time, u8)>);

/// A volume that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("'{0}' is no volume: write a percentage (80), or times with percentages (07:00=80,17:30=0)")]
pub struct VolumesError(String);

impl Volumes {
    /// The volume at a time of day.
    pub fn at(&self, time: Time) -> u8 {
        let now = self.0.iter().rev().find(|(from, _)| *from <= time).or(self.0.last());
        now.map_or(100, |(_, percent)| *percent)
    }
}

impl FromStr for Volumes {
    type Err = VolumesError;

    fn from_str(text: &str) -> Result<Self, VolumesError> {
        let wrong = || VolumesError(text.to_owned());
        let percent = |text: &str| text.trim().parse::<u8>().ok().filter(|percent| *percent <= 100).ok_or_else(wrong);
        if !text.contains('=') {
            return Ok(Self(vec![(Time::midnight(), percent(text)?)]));
        }
        let mut steps = Vec::new();
        for part in text.split(',') {
            let (from, loud) = part.split_once('=').ok_or_else(wrong)?;
            steps.push((from.trim().parse::<Time>().map_err(|_| wrong())?, percent(loud)?));
        }
        steps.sort_unstable();
        Ok(Self(steps))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(volumes: &str, hour: i8, minute: i8) -> u8 {
        volumes.parse::<Volumes>().expect("volumes").at(Time::constant(hour, minute, 0, 0))
    }

    #[test]
    fn a_volume_holds_from_its_time_to_the_next_and_over_midnight() {
        let day = "07:00=80, 11:30=40,13:00=80,17:30=5";
        assert_eq!(at(day, 6, 59), 5);
        assert_eq!(at(day, 7, 0), 80);
        assert_eq!(at(day, 12, 0), 40);
        assert_eq!(at(day, 13, 0), 80);
        assert_eq!(at(day, 23, 59), 5);
        assert_eq!(at("60", 0, 0), 60);
    }

    #[test]
    fn what_is_no_volume_is_refused() {
        for wrong in ["", "101", "loud", "07:00", "07:00=80,", "25:00=80", "07:00=-1"] {
            assert!(wrong.parse::<Volumes>().is_err(), "{wrong}");
        }
    }
}
