//! The power cord, pulled at any moment: what the program wrote is replayed up to that moment. What was synced
//! is there; of what was not, any sectors of 512 bytes may be missing.

use std::path::Path;
use std::process::Command;

use tempfile::TempDir;
use tokio::task::JoinSet;

use crate::server::{Device, Server, given};
use crate::{Dice, times};

/// What a disk writes whole or not at all, in bytes.
const SECTOR: usize = 512;
const ASKERS: usize = 4;
const EACH: usize = 15;

/// A file on the disk of a machine whose power may fail.
struct Disk {
    /// What was synced.
    safe: Vec<u8>,
    /// What was not yet.
    open: Vec<Change>,
}

enum Change {
    Write(usize, Vec<u8>),
    Truncate(usize),
}

fn put(bytes: &mut Vec<u8>, at: usize, part: &[u8]) {
    if bytes.len() < at + part.len() {
        bytes.resize(at + part.len(), 0);
    }
    bytes[at..at + part.len()].copy_from_slice(part);
}

impl Disk {
    fn holding(safe: Vec<u8>) -> Self {
        Self { safe, open: Vec::new() }
    }

    fn sync(&mut self) {
        for change in self.open.drain(..) {
            match change {
                Change::Write(at, part) => put(&mut self.safe, at, &part),
                Change::Truncate(size) => self.safe.resize(size, 0),
            }
        }
    }

    /// What is left when the power fails now: of what was not synced each sector is there or not.
    fn after_the_cut(&self, dice: &mut Dice) -> Vec<u8> {
        let mut left = self.safe.clone();
        // All, none, or any of it.
        let kind = dice.next(4);
        for change in &self.open {
            match change {
                Change::Truncate(size) if kind == 0 || (kind > 1 && dice.next(2) == 0) => left.resize(*size, 0),
                Change::Truncate(_) => {}
                Change::Write(at, part) => {
                    for (sector, bytes) in part.chunks(SECTOR).enumerate() {
                        if kind == 0 || (kind > 1 && dice.next(2) == 0) {
                            put(&mut left, at + sector * SECTOR, bytes);
                        }
                    }
                }
            }
        }
        left
    }
}

/// A record of the log of writes.
struct Record<'a> {
    what: u8,
    file: u8,
    at: usize,
    bytes: &'a [u8],
    /// Where it ends in the log.
    end: usize,
}

fn records(log: &[u8]) -> Vec<Record<'_>> {
    let (mut found, mut at) = (Vec::new(), 0);
    let number = |at: usize| usize::try_from(u64::from_le_bytes(log[at..at + 8].try_into().unwrap())).unwrap();
    while at + 18 <= log.len() {
        let (what, size) = (log[at], number(at + 10));
        let end = at + 18 + size;
        if end > log.len() {
            break;
        }
        found.push(Record { what, file: log[at + 1], at: number(at + 2), bytes: &log[at + 18..end], end });
        at = end;
    }
    found
}

/// Compiles what writes the log.
fn library(folder: &Path) -> std::path::PathBuf {
    let library = folder.join("write_log.so");
    let source = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/faults/write_log.c");
    let compiled =
        Command::new("cc").args(["-shared", "-fPIC", "-O1", "-o"]).arg(&library).args([source, "-ldl"]).status();
    assert!(compiled.unwrap().success());
    library
}

#[tokio::test(flavor = "multi_thread")]
async fn after_a_power_cut_at_any_moment_every_number_that_was_promised_is_there() {
    let (folder, tools) = (TempDir::new().unwrap(), TempDir::new().unwrap());
    let log = tools.path().join("writes");
    // Another process that writes is not seen by the log: the device comes in before.
    let server = Server::start(folder.path());
    let device = Device::enrol(&server, folder.path()).await;
    server.kill();
    let kept = |name: &str| std::fs::read(folder.path().join(name)).unwrap();
    let safe = (kept("central.db"), kept("central.db-wal"));
    let mut command = Command::new(env!("CARGO_BIN_EXE_motcua-central"));
    command.env("LD_PRELOAD", library(tools.path())).env("MOTCUA_WRITE_LOG", &log);
    let server = Server::start_by(folder.path(), command);
    let written = |log: &Path| usize::try_from(std::fs::metadata(log).unwrap().len()).unwrap();
    let begun = written(&log);
    let mut askers = JoinSet::new();
    for asker in 0..ASKERS {
        let (device, url, log) = (device.clone(), server.url.clone(), log.clone());
        askers.spawn(async move {
            let mut promised = Vec::new();
            for next in 0..EACH {
                let label = device.ticket(&url, &format!("{asker}-{next}")).await.unwrap();
                // By now everything that makes the promise true is in the log.
                promised.push((written(&log), label));
            }
            promised
        });
    }
    let mut promised = Vec::new();
    while let Some(some) = askers.join_next().await {
        promised.extend(some.unwrap());
    }
    server.kill();
    assert_eq!(promised.len(), ASKERS * EACH);

    let bytes = std::fs::read(&log).unwrap();
    let records = records(&bytes);
    let (mut database, mut wal, mut dice) = (Disk::holding(safe.0), Disk::holding(safe.1), Dice(11));
    let later = records.iter().filter(|record| record.end > begun).count();
    assert!(later > ASKERS * EACH, "only {later} writes were seen");
    let every = (later / times(60, usize::MAX)).max(1);
    let (mut cuts, mut torn) = (0, 0);
    for (number, record) in records.iter().enumerate() {
        let disk = if record.file == b'd' { &mut database } else { &mut wal };
        match record.what {
            b'w' => disk.open.push(Change::Write(record.at, record.bytes.to_vec())),
            b't' => disk.open.push(Change::Truncate(record.at)),
            _ => disk.sync(),
        }
        if record.end <= begun || number % every != 0 {
            continue;
        }
        let after = TempDir::new().unwrap();
        torn += usize::from(!wal.open.is_empty() || !database.open.is_empty());
        std::fs::write(after.path().join("central.db"), database.after_the_cut(&mut dice)).unwrap();
        std::fs::write(after.path().join("central.db-wal"), wal.after_the_cut(&mut dice)).unwrap();
        let there = given(after.path()).await;
        for (_, label) in promised.iter().filter(|(end, _)| *end <= record.end) {
            assert!(there.contains(label), "cut {number}: {label} is gone");
        }
        let mut each = there.clone();
        each.sort();
        each.dedup();
        assert_eq!(each.len(), there.len(), "cut {number}: a number twice");
        cuts += 1;
    }
    assert!(cuts >= 50 && torn > 0, "{cuts} cuts, {torn} of them inside a commit");
}
