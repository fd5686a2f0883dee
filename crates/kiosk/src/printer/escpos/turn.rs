//! One talk at a time with one device, whichever of this machine's programs has it: a lock in the data folder.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::{Duration, Instant};

use super::address::Place;

/// How often a lock that somebody else has is tried again.
const LOOK: Duration = Duration::from_millis(20);

/// Held for as long as a talk goes on; the system lets go of it for a program that was killed.
#[derive(Debug)]
pub(super) struct Held(#[expect(dead_code, reason = "what is held is let go of when it is closed")] Option<File>);

impl Held {
    /// Nothing is locked: nobody named a folder for it.
    pub(super) const NOTHING: Self = Self(None);
}

/// The lock of a device in a folder. It is made by its name, which every program of this machine makes alike.
pub(super) fn lock_of(folder: &Path, place: &Place) -> PathBuf {
    let name = match place {
        Place::Tcp { host, port } => format!("{host}:{port}"),
        // However its line is set: it is one device.
        Place::File(path) | Place::Serial { path, .. } => path.display().to_string(),
    };
    let name: String = name.chars().map(|c| if c.is_ascii_alphanumeric() || c == '.' { c } else { '-' }).collect();
    folder.join(format!("printer-{}.lock", name.trim_matches('-')))
}

/// Takes a lock, waiting for who has it; `None` when they have it for longer than that. A folder that locks
/// cannot be kept in keeps nobody from printing.
pub(super) fn take(lock: &Path, wait: Duration) -> Option<Held> {
    let until = Instant::now() + wait;
    let file = match open(lock) {
        Ok(file) => file,
        Err(error) => {
            tracing::debug!(kind = %error.kind(), "the printer's lock cannot be opened");
            return Some(Held::NOTHING);
        }
    };
    loop {
        match file.try_lock() {
            Ok(()) => return Some(Held(Some(file))),
            Err(TryLockError::WouldBlock) if Instant::now() < until => sleep(LOOK),
            Err(TryLockError::WouldBlock) => return None,
            Err(TryLockError::Error(error)) => {
                tracing::debug!(kind = %error.kind(), "the printer cannot be locked");
                return Some(Held::NOTHING);
            }
        }
    }
}

/// One that another user made can be locked by who may read it.
fn open(lock: &Path) -> io::Result<File> {
    match OpenOptions::new().read(true).write(true).create(true).truncate(false).open(lock) {
        Err(error) if error.kind() == ErrorKind::PermissionDenied => File::open(lock),
        opened => opened,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_device_has_one_lock_however_its_line_is_set_and_another_device_has_another() {
        let of = |address: &str| {
            let address: super::super::address::Address = address.parse().expect("an address");
            lock_of(Path::new("/data"), &address.place)
        };
        assert_eq!(of("escpos:/dev/ttyUSB0?baud=9600"), Path::new("/data/printer-dev-ttyUSB0.lock"));
        assert_eq!(of("escpos:/dev/ttyUSB0?baud=9600"), of("escpos:/dev/ttyUSB0?baud=115200&cut=none"));
        assert_eq!(of("escpos://10.0.0.7"), of("escpos://10.0.0.7:9100?dots=384"));
        assert_ne!(of("escpos://10.0.0.7"), of("escpos://10.0.0.7:9101"));
    }

    #[test]
    fn a_lock_is_one_holders_until_they_let_go_and_a_folder_without_locks_holds_up_nobody() {
        let folder = tempfile::tempdir().expect("a folder");
        let lock = folder.path().join("printer-a.lock");
        let first = take(&lock, Duration::ZERO).expect("nobody has it");
        assert!(take(&lock, Duration::ZERO).is_none());
        drop(first);
        assert!(take(&lock, Duration::ZERO).is_some());
        assert!(take(&folder.path().join("nowhere/a.lock"), Duration::ZERO).is_some());
    }
}
