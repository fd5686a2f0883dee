use motcua_domain::voice::Pace;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How a person wants to be read to. Kept for the one visit.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct ReadManner {
    /// Slower than a hall is spoken to.
    pub slow: bool,
    /// How loud.
    pub loudness: Loudness,
}

/// How loud a kiosk reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "snake_case")]
pub enum Loudness {
    /// For the ears of whoever stands close.
    Soft,
    /// Somebody who reads at the machine is nearer to its loudspeaker than the hall is.
    Usual,
    /// For who hears badly.
    Loud,
}

impl ReadManner {
    pub(crate) fn pace(self) -> Pace {
        if self.slow { Pace::Slow } else { Pace::Usual }
    }

    /// In percent.
    pub(crate) fn volume(self) -> u8 {
        match self.loudness {
            Loudness::Soft => 50,
            Loudness::Usual => 80,
            Loudness::Loud => 100,
        }
    }
}
