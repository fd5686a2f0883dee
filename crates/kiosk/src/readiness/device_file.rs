use std::fs;
use std::path::Path;

use rustix::fs::{Access, access};

/// What can be told of a device's file without opening it: opening a serial line takes it from who reads it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct DeviceFile {
    /// Whether it is there.
    pub(super) exists: bool,
    /// Whether this program may read it and write to it.
    pub(super) allowed: bool,
    /// Whether another program has it open, as far as that can be seen: of other users' programs only root
    /// sees it.
    pub(super) held: bool,
}

impl DeviceFile {
    pub(super) fn look(path: &Path) -> Self {
        let Ok(device) = fs::canonicalize(path) else { return Self { exists: false, allowed: false, held: false } };
        let allowed = access(&device, Access::READ_OK | Access::WRITE_OK).is_ok();
        Self { exists: true, allowed, held: held_by_another(&device) }
    }
}

fn held_by_another(device: &Path) -> bool {
    let own = std::process::id().to_string();
    let processes = fs::read_dir("/proc").into_iter().flatten().flatten();
    let others = processes.filter(|process| {
        let name = process.file_name();
        let name = name.to_string_lossy();
        name.bytes().all(|c| c.is_ascii_digit()) && *name != *own
    });
    others.into_iter().any(|process| {
        let open = fs::read_dir(process.path().join("fd")).into_iter().flatten().flatten();
        open.into_iter().any(|file| fs::read_link(file.path()).is_ok_and(|held| held == device))
    })
}
