//! The machine itself: clock, disk, store, network, versions.

use std::fs;
use std::io::{ErrorKind, Write};
use std::path::Path;
use std::time::Duration;

use jiff::tz::Offset;
use motcua_domain::paper::{Block, Document, PaperSize, Style};
use motcua_domain::readiness::{self as judged, CatalogueFound, DiskFound, NetworkFound, StoreFound, Verdict};
use tokio::process::Command;

use crate::central::{CentralClient, Health};
use crate::clock::Clock;
use crate::link::Link;
use crate::store::{StoreSeen, look};

/// How often the central system is asked for how long it takes.
const QUESTIONS: usize = 5;

/// Half of the second to which an HTTP date is exact, in milliseconds: what it leaves out in the mean.
const HALF_A_SECOND: i64 = 500;

/// The clock against the central system's. What the answer took is halved: the date is of its middle.
pub(super) async fn clock(central: &CentralClient, clock: &dyn Clock) -> Verdict {
    let Health::Answered { took, clock: Some(theirs), .. } = central.health().await else {
        return judged::clock(None);
    };
    let way = i64::try_from(took.as_millis() / 2).unwrap_or_default();
    let ahead = clock.now().millis() - way - (theirs.millis() + HALF_A_SECOND);
    judged::clock(Some(ahead))
}

/// The time zone, asked of the system's own `date`.
pub(super) async fn zone() -> Verdict {
    let asked = Command::new("date").arg("+%z").kill_on_drop(true).output().await;
    let said = asked.ok().filter(|said| said.status.success());
    let said = said.map(|said| String::from_utf8_lossy(&said.stdout).trim().to_owned()).unwrap_or_default();
    judged::zone(&zone_name().unwrap_or_else(|| said.clone()), offset_of(&said))
}

/// Minutes from UTC: `+0700` is 420.
fn offset_of(said: &str) -> Option<i32> {
    let (sign, digits) = said.split_at_checked(1)?;
    let sign = match sign {
        "+" => 1,
        "-" => -1,
        _ => return None,
    };
    let number: i32 = digits.parse().ok().filter(|_| digits.len() == 4)?;
    let minutes = sign * (number / 100 * 60 + number % 100);
    Offset::from_seconds(minutes * 60).ok().map(|_| minutes)
}

/// What the zone is called: by `TZ`, or by what `/etc/localtime` leads to.
fn zone_name() -> Option<String> {
    if let Some(set) = std::env::var("TZ").ok().filter(|set| !set.is_empty()) {
        return Some(set.trim_start_matches(':').to_owned());
    }
    let file = fs::read_link("/etc/localtime").ok()?;
    let (_, name) = file.to_str()?.split_once("zoneinfo/")?;
    Some(name.to_owned())
}

/// The disk of the data folder: what is free, and whether something written to its end reads back.
pub(super) fn disk(folder: &Path) -> Verdict {
    let found = match fs::metadata(folder) {
        Err(error) if error.kind() == ErrorKind::NotFound => DiskFound::Missing,
        Err(_) => DiskFound::Locked,
        Ok(_) => match (write_through(folder), rustix::fs::statvfs(folder)) {
            (Ok(()), Ok(disk)) => DiskFound::Free(disk.f_bavail.saturating_mul(disk.f_frsize)),
            // A disk without room for 4 KB is full, not locked.
            (Err(error), Ok(_)) if error.kind() == ErrorKind::StorageFull => DiskFound::Free(0),
            _ => DiskFound::Locked,
        },
    };
    judged::disk(found, &folder.display().to_string())
}

fn write_through(folder: &Path) -> std::io::Result<()> {
    let path = folder.join(format!(".check-{}", std::process::id()));
    let content = [0x5a; 4096];
    let written = fs::File::create(&path).and_then(|mut file| {
        file.write_all(&content)?;
        file.sync_all()
    });
    let read = written.and_then(|()| fs::read(&path));
    let removed = fs::remove_file(&path);
    if read? != content {
        return Err(ErrorKind::InvalidData.into());
    }
    removed
}

/// The store.
pub(super) async fn store(folder: &Path) -> Verdict {
    judged::store(&match look(folder).await {
        StoreSeen::Missing => StoreFound::Missing,
        StoreSeen::Locked => StoreFound::Locked,
        StoreSeen::Damaged => StoreFound::Damaged,
        StoreSeen::Sound { sqlite, safe: false, .. } => StoreFound::Unsafe(sqlite),
        StoreSeen::Sound { sqlite, .. } => StoreFound::Sound(sqlite),
    })
}

/// What the store still holds for the central system.
pub(super) async fn unsent(folder: &Path) -> Verdict {
    judged::unsent(match look(folder).await {
        StoreSeen::Sound { waiting, .. } => waiting,
        StoreSeen::Missing => Some((0, 0)),
        StoreSeen::Locked | StoreSeen::Damaged => None,
    })
}

/// The procedures, and how many forms the running program had to leave out.
pub(super) async fn catalogue(folder: &Path, left_out: u32) -> Verdict {
    judged::catalogue(match look(folder).await {
        StoreSeen::Sound { catalogue, .. } => Some(CatalogueFound { revision: catalogue, left_out }),
        StoreSeen::Missing => Some(CatalogueFound { revision: None, left_out }),
        StoreSeen::Locked | StoreSeen::Damaged => None,
    })
}

/// The way to the central system: the middle of a few answers.
pub(super) async fn network(central: &CentralClient, link: Option<&Link>, inside: bool) -> Verdict {
    let mut times = Vec::with_capacity(QUESTIONS);
    let mut found = None;
    for _ in 0..QUESTIONS {
        match central.health().await {
            Health::Answered { took, version: Some(_), .. } => times.push(took),
            Health::Answered { version: None, .. } => found = Some(NetworkFound::Unready),
            // Its own program runs, when the link to it does: then it is not asleep.
            Health::Away if inside && link.is_none() => found = Some(NetworkFound::Asleep),
            Health::Away => found = Some(NetworkFound::Away),
        }
        if found.is_some() {
            break;
        }
    }
    let live = link.map(|link| link.known().live);
    let found = found.unwrap_or_else(|| NetworkFound::Answers { took: middle(times), live });
    judged::network(found, central.address())
}

/// The time in the middle, in milliseconds.
fn middle(mut times: Vec<Duration>) -> u64 {
    times.sort();
    times.get(times.len() / 2).map_or(0, |time| u64::try_from(time.as_millis()).unwrap_or(u64::MAX))
}

/// The program's version beside the central system's.
pub(super) async fn program(central: &CentralClient) -> Verdict {
    let theirs = match central.health().await {
        Health::Answered { version, .. } => version,
        Health::Away => None,
    };
    judged::program(env!("CARGO_PKG_VERSION"), theirs.as_deref())
}

/// The system below the program.
pub(super) fn system(webkit: Option<&str>) -> Verdict {
    let kernel = fs::read_to_string("/proc/sys/kernel/osrelease").ok();
    judged::system(kernel.as_deref().map(str::trim), webkit)
}

/// Whether a paper can be drawn.
pub(super) fn fonts() -> Verdict {
    let blocks = vec![Block::text(Style::Body, "Một Cửa"), Block::text(Style::Strong, "Ễ")];
    let page = Document { paper: PaperSize::A5, title: String::new(), footer: String::new(), blocks };
    judged::fonts(crate::paper::render(&page).is_ok())
}

#[cfg(test)]
mod tests {
    use motcua_domain::readiness::Light;

    use super::*;

    #[test]
    fn offsets_are_read_as_date_says_them() {
        assert_eq!(offset_of("+0700"), Some(420));
        assert_eq!(offset_of("-0330"), Some(-210));
        for wrong in ["", "0700", "+07", "+07:00", "UTC", "ả0700"] {
            assert_eq!(offset_of(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn the_middle_is_not_moved_by_one_that_is_late() {
        let times = [3, 900, 2, 4, 5].map(Duration::from_millis).to_vec();
        assert_eq!(middle(times), 4);
        assert_eq!(middle(Vec::new()), 0);
    }

    #[test]
    fn a_disk_that_was_looked_at_has_nothing_left_on_it() {
        let folder = tempfile::tempdir().expect("a folder");
        let found = disk(folder.path()).found;
        assert!(["ready-disk-room", "ready-disk-low", "ready-disk-full"].contains(&found.as_str()), "{found}");
        assert_eq!(fs::read_dir(folder.path()).expect("the folder").count(), 0);
        assert_eq!(disk(&folder.path().join("none")).found, "ready-disk-missing");
        assert_eq!(disk(Path::new("/proc")).found, "ready-disk-locked");
    }

    #[test]
    fn papers_can_be_drawn() {
        assert_eq!(fonts().light, Light::Green);
    }
}
