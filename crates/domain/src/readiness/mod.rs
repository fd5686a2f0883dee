//! Whether a machine of the lobby is ready for work: what was found of each of its parts is judged green,
//! amber or red, with words for an officer that name what to do.
//!
//! | module | what it judges |
//! |---|---|
//! | `devices` | what people touch, hear and get paper from |
//! | `machine` | the machine itself: clock, disk, store, network, versions |

mod devices;
mod machine;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use devices::{
    CameraFound, FolderFound, PrinterFound, ReaderFound, ScannerFound, SoundTrouble, SpeakerFound, camera, printer,
    reader, scan_folder, scanner, speaker, touch,
};
pub use machine::{
    CatalogueFound, DiskFound, NetworkFound, StoreFound, catalogue, clock, disk, fonts, network, program, store,
    system, unsent, zone,
};

use crate::words::Words;

/// A part of a machine that is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "kebab-case")]
pub enum Check {
    /// The printer.
    Printer,
    /// The card and code reader.
    Reader,
    /// The document camera.
    Camera,
    /// The document scanner that this program drives.
    Scanner,
    /// The folder that a document scanner writes into.
    ScanFolder,
    /// The loudspeaker.
    Speaker,
    /// How exactly the screen feels a finger.
    Touch,
    /// The clock, against the central system's.
    Clock,
    /// The time zone.
    Zone,
    /// The disk of the data folder.
    Disk,
    /// The database of the data folder.
    Store,
    /// The way to the central system.
    Network,
    /// What was not handed over to the central system yet.
    Unsent,
    /// The program's version, and the central system's.
    Program,
    /// The system below the program.
    System,
    /// The fonts of papers.
    Fonts,
    /// The procedures, with their forms.
    Catalogue,
}

impl Check {
    /// Every part, in the order an officer goes through them.
    pub const ALL: [Self; 17] = [
        Self::Printer,
        Self::Reader,
        Self::Camera,
        Self::Scanner,
        Self::ScanFolder,
        Self::Speaker,
        Self::Touch,
        Self::Network,
        Self::Unsent,
        Self::Clock,
        Self::Zone,
        Self::Disk,
        Self::Store,
        Self::Catalogue,
        Self::Fonts,
        Self::Program,
        Self::System,
    ];

    /// The name its words begin with: `ready-scan-folder`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Printer => "printer",
            Self::Reader => "reader",
            Self::Camera => "camera",
            Self::Scanner => "scanner",
            Self::ScanFolder => "scan-folder",
            Self::Speaker => "speaker",
            Self::Touch => "touch",
            Self::Clock => "clock",
            Self::Zone => "zone",
            Self::Disk => "disk",
            Self::Store => "store",
            Self::Network => "network",
            Self::Unsent => "unsent",
            Self::Program => "program",
            Self::System => "system",
            Self::Fonts => "fonts",
            Self::Catalogue => "catalogue",
        }
    }
}

/// How a part is, from what needs nobody to what needs somebody now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "snake_case")]
pub enum Light {
    /// This machine has none, and needs none.
    Absent,
    /// It is well.
    Green,
    /// Nothing can be said yet: nobody has tried it, or there is nothing to compare it with.
    Grey,
    /// It works, and somebody should see to it.
    Amber,
    /// It does not work.
    Red,
}

impl Light {
    /// What a program ends with that found this: 0 well, absent or unknown, 1 amber, 2 red.
    pub fn exit_code(self) -> u8 {
        match self {
            Self::Absent | Self::Green | Self::Grey => 0,
            Self::Amber => 1,
            Self::Red => 2,
        }
    }

    /// The key of what it means for the whole machine, when nothing of it is worse.
    pub fn summary_key(self) -> &'static str {
        match self.exit_code() {
            0 => "ready-summary-green",
            1 => "ready-summary-amber",
            _ => "ready-summary-red",
        }
    }

    /// The key of its word.
    pub fn key(self) -> &'static str {
        match self {
            Self::Absent => "ready-light-absent",
            Self::Green => "ready-light-green",
            Self::Grey => "ready-light-grey",
            Self::Amber => "ready-light-amber",
            Self::Red => "ready-light-red",
        }
    }
}

/// What was found of a part, and what to do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct Verdict {
    /// The part.
    pub check: Check,
    /// How it is.
    pub light: Light,
    /// The key of the words for what was found.
    pub found: String,
    /// The key of the words for what to do; amber and red always have one.
    pub todo: Option<String>,
    /// Values for both; never personal data.
    pub args: BTreeMap<String, String>,
}

impl Verdict {
    fn new(check: Check, light: Light, name: &str) -> Self {
        let found = format!("ready-{}-{name}", check.name());
        let todo = (light >= Light::Amber).then(|| format!("{found}-do"));
        Self { check, light, found, todo, args: BTreeMap::new() }
    }

    /// Its part said nothing for as long as it may be waited for.
    pub fn hung(check: Check) -> Self {
        let todo = Some("ready-hung-do".to_owned());
        Self { check, light: Light::Red, found: "ready-hung".to_owned(), todo, args: BTreeMap::new() }
    }

    fn with(mut self, name: &str, value: impl ToString) -> Self {
        self.args.insert(name.to_owned(), value.to_string());
        self
    }

    /// There is something to do though nothing is the matter.
    fn worth_trying(mut self) -> Self {
        self.todo = Some(format!("{}-do", self.found));
        self
    }

    /// What was found, in words.
    pub fn said(&self, words: &Words) -> String {
        words.say_with(&self.found, &self.values())
    }

    /// What to do, in words.
    pub fn advice(&self, words: &Words) -> Option<String> {
        Some(words.say_with(self.todo.as_deref()?, &self.values()))
    }

    fn values(&self) -> Vec<(&str, &str)> {
        self.args.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect()
    }
}

/// The worst of them; absent where there are none.
pub fn worst<'a>(verdicts: impl IntoIterator<Item = &'a Verdict>) -> Light {
    verdicts.into_iter().map(|verdict| verdict.light).max().unwrap_or(Light::Absent)
}

#[cfg(test)]
mod tests;
