use super::{Check, Light, Verdict};

/// A clock that is this far off shows on papers, in milliseconds.
const SKEW_SEEN: i64 = 5_000;
/// A clock that is this far off is told to staff everywhere (the design's rule), in milliseconds.
const SKEW_BAD: i64 = 60_000;
/// Hà Nội's offset from UTC, in minutes.
const HANOI: i32 = 7 * 60;
/// Room that lasts for months of saved submissions, in bytes.
const ROOM: u64 = 2_000_000_000;
/// Room below which a day of scanned papers may not fit, in bytes.
const NO_ROOM: u64 = 500_000_000;
/// An answer of the central system that takes longer than this is felt at the screen, in milliseconds.
const SLOW: u64 = 200;

/// The clock: how far it is ahead of the central system's, in milliseconds; none when that is not known.
pub fn clock(ahead: Option<i64>) -> Verdict {
    let of = |light, name| Verdict::new(Check::Clock, light, name);
    let Some(ahead) = ahead else { return of(Light::Grey, "unknown").worth_trying() };
    let light = match ahead.saturating_abs() {
        off if off > SKEW_BAD => Light::Red,
        off if off > SKEW_SEEN => Light::Amber,
        _ => Light::Green,
    };
    let name = match (light, ahead > 0) {
        (Light::Green, _) => "right",
        (_, true) => "ahead",
        (_, false) => "behind",
    };
    of(light, name).with("seconds", ahead.saturating_abs().saturating_add(500) / 1_000)
}

/// The time zone of the machine, by its name and its offset from UTC in minutes; none when it cannot be read.
/// The product counts in Hà Nội's time whatever the machine's is; its system's own messages do not.
pub fn zone(name: &str, offset: Option<i32>) -> Verdict {
    let (light, key) = match offset {
        Some(HANOI) => (Light::Green, "right"),
        Some(_) => (Light::Amber, "other"),
        None => (Light::Grey, "unknown"),
    };
    Verdict::new(Check::Zone, light, key).with("zone", name)
}

/// What is known of the disk of the data folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DiskFound {
    /// The folder is not there.
    Missing,
    /// Nothing can be written to its end.
    Locked,
    /// So many bytes are free.
    Free(u64),
}

/// The disk of the data folder.
pub fn disk(found: DiskFound, folder: &str) -> Verdict {
    let of = |light, name| Verdict::new(Check::Disk, light, name).with("folder", folder);
    let DiskFound::Free(free) = found else {
        return of(Light::Red, if found == DiskFound::Missing { "missing" } else { "locked" });
    };
    let verdict = match free {
        free if free < NO_ROOM => of(Light::Red, "full"),
        free if free < ROOM => of(Light::Amber, "low"),
        _ => of(Light::Green, "room"),
    };
    verdict.with("free", gigabytes(free))
}

/// Bytes as an officer reads them: `1,4 GB`.
fn gigabytes(bytes: u64) -> String {
    // Below a tenth nobody counts.
    let tenths = bytes / 100_000_000;
    format!("{},{} GB", tenths / 10, tenths % 10)
}

/// What is known of the database of the data folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StoreFound {
    /// There is none yet.
    Missing,
    /// It cannot be opened.
    Locked,
    /// It is damaged.
    Damaged,
    /// It is sound, read by an SQLite of this version that may damage it.
    Unsafe(String),
    /// It is sound, read by an SQLite of this version.
    Sound(String),
}

/// The database of the data folder.
pub fn store(found: &StoreFound) -> Verdict {
    let of = |light, name| Verdict::new(Check::Store, light, name);
    match found {
        StoreFound::Missing => of(Light::Amber, "missing"),
        StoreFound::Locked => of(Light::Red, "locked"),
        StoreFound::Damaged => of(Light::Red, "damaged"),
        StoreFound::Unsafe(version) => of(Light::Red, "unsafe").with("version", version),
        StoreFound::Sound(version) => of(Light::Green, "sound").with("version", version),
    }
}

/// What is known of the way to the central system.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NetworkFound {
    /// Nobody answers.
    Away,
    /// Nobody answers, and it would run inside this program, which does not run.
    Asleep,
    /// Somebody answers that cannot do its work.
    Unready,
    /// It answers.
    Answers {
        /// How long an answer takes, in the middle, in milliseconds.
        took: u64,
        /// Whether its news arrive; none when nobody listens for them.
        live: Option<bool>,
    },
}

/// The way to the central system at an address.
pub fn network(found: NetworkFound, address: &str) -> Verdict {
    let of = |light, name| Verdict::new(Check::Network, light, name).with("address", address);
    match found {
        NetworkFound::Away => of(Light::Red, "away"),
        NetworkFound::Asleep => of(Light::Red, "asleep"),
        NetworkFound::Unready => of(Light::Red, "unready"),
        NetworkFound::Answers { live: Some(false), took } => of(Light::Amber, "quiet").with("took", took),
        NetworkFound::Answers { took, .. } if took > SLOW => of(Light::Amber, "slow").with("took", took),
        NetworkFound::Answers { took, .. } => of(Light::Green, "good").with("took", took),
    }
}

/// What waits on this machine for the central system: submissions, and numbers it gave by itself. None when
/// the database cannot be read.
pub fn unsent(found: Option<(u32, u32)>) -> Verdict {
    let of = |light, name| Verdict::new(Check::Unsent, light, name);
    match found {
        None => of(Light::Grey, "unknown"),
        Some((0, 0)) => of(Light::Green, "nothing"),
        Some((submissions, numbers)) => {
            of(Light::Amber, "waiting").with("submissions", submissions).with("numbers", numbers)
        }
    }
}

/// The program's version beside the central system's; none when that is not known.
pub fn program(own: &str, central: Option<&str>) -> Verdict {
    let of = |light, name| Verdict::new(Check::Program, light, name).with("own", own);
    match central {
        None => of(Light::Grey, "alone"),
        Some(central) if central == own => of(Light::Green, "same"),
        Some(central) => of(Light::Amber, "other").with("central", central),
    }
}

/// The system below the program: the kernel, and WebKit, which draws the pages.
pub fn system(kernel: Option<&str>, webkit: Option<&str>) -> Verdict {
    match (kernel, webkit) {
        (Some(kernel), Some(webkit)) => {
            Verdict::new(Check::System, Light::Green, "known").with("kernel", kernel).with("webkit", webkit)
        }
        _ => Verdict::new(Check::System, Light::Amber, "no-webkit").with("kernel", kernel.unwrap_or("?")),
    }
}

/// Whether papers can be drawn with the fonts that come with the program.
pub fn fonts(there: bool) -> Verdict {
    match there {
        true => Verdict::new(Check::Fonts, Light::Green, "there"),
        false => Verdict::new(Check::Fonts, Light::Red, "missing"),
    }
}

/// What is known of the procedures on this machine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CatalogueFound {
    /// Their revision; none before they came.
    pub revision: Option<u64>,
    /// Forms that this version of the program cannot use.
    pub left_out: u32,
}

/// The procedures; none when the database cannot be read.
pub fn catalogue(found: Option<CatalogueFound>) -> Verdict {
    let of = |light, name| Verdict::new(Check::Catalogue, light, name);
    match found {
        None => of(Light::Grey, "unknown"),
        Some(CatalogueFound { revision: None, .. }) => of(Light::Amber, "none"),
        Some(CatalogueFound { revision: Some(revision), left_out: 0 }) => {
            of(Light::Green, "there").with("revision", revision)
        }
        Some(CatalogueFound { revision: Some(revision), left_out }) => {
            of(Light::Amber, "left-out").with("revision", revision).with("count", left_out)
        }
    }
}
