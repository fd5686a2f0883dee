use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fs::{self, File, Metadata};
use std::io::{ErrorKind, Read};
use std::path::PathBuf;
use std::time::SystemTime;

use motcua_domain::wire::Problem;
use motcua_page::{Kind, MAX_BYTES};

/// How many looks in a row must find a file unchanged before it is taken for finished.
const STABLE: u32 = 2;

/// After so many looks (10 s) a file without its end is not being written any more: it is broken.
const GIVEN_UP: u32 = 20;

/// The files of the scanner's folder, and for how long each has been as it is.
#[derive(Debug)]
pub(super) struct Folder {
    path: PathBuf,
    seen: BTreeMap<OsString, Seen>,
}

#[derive(Debug)]
struct Seen {
    size: u64,
    written: Option<SystemTime>,
    looks: u32,
    /// Done with, and still there because it could not be deleted: never taken again, for anybody.
    stuck: bool,
}

impl Folder {
    pub(super) fn new(path: PathBuf) -> Self {
        Self { path, seen: BTreeMap::new() }
    }

    /// Whether it can be read.
    pub(super) fn present(&self) -> bool {
        std::fs::read_dir(&self.path).is_ok()
    }

    /// Deletes every file, also hidden ones and half-written ones. Links are deleted, not followed.
    pub(super) fn empty(&mut self) {
        for (name, metadata) in self.known_files() {
            self.look(&name, &metadata);
            self.remove(&name);
        }
    }

    /// One look. Takes the first finished file out of the folder: its bytes, or why it is refused
    /// (`scan-too-large`, `scan-wrong-type`, `scan-unreadable`); either way the file is gone.
    pub(super) fn take(&mut self) -> Option<Result<Vec<u8>, Problem>> {
        let mut finished = None;
        for (name, metadata) in self.known_files() {
            let looks = self.look(&name, &metadata);
            if finished.is_none()
                && let Some(taken) = self.finished(&name, &metadata, looks)
            {
                self.remove(&name);
                finished = Some(taken);
            }
        }
        finished
    }

    /// The files, having forgotten those that are gone.
    fn known_files(&mut self) -> Vec<(OsString, Metadata)> {
        let files = self.files();
        self.seen.retain(|name, _| files.iter().any(|(file, _)| file == name));
        files
    }

    /// For how many looks a file has been as it is; none for one that is done with.
    fn look(&mut self, name: &OsString, metadata: &Metadata) -> u32 {
        let now = Seen { size: metadata.len(), written: metadata.modified().ok(), looks: 0, stuck: false };
        let seen = self.seen.entry(name.clone()).or_insert(Seen { ..now });
        if (seen.size, seen.written) != (now.size, now.written) {
            *seen = now;
        }
        seen.looks = if seen.stuck { 0 } else { seen.looks + 1 };
        seen.looks
    }

    fn finished(&self, name: &OsString, metadata: &Metadata, looks: u32) -> Option<Result<Vec<u8>, Problem>> {
        if looks == 0 {
            return None;
        }
        if !metadata.is_file() {
            return Some(Err(Problem::new("scan-wrong-type")));
        }
        if metadata.len() > MAX_BYTES {
            return Some(Err(too_large()));
        }
        if looks < STABLE {
            return None;
        }
        // A file that cannot be read yet is as one that has nothing in it yet.
        let bytes = self.read(name).unwrap_or_default();
        if bytes.len() as u64 > MAX_BYTES {
            return Some(Err(too_large()));
        }
        match Kind::of(&bytes) {
            Some(kind) if kind.is_whole(&bytes) => Some(Ok(bytes)),
            None if bytes.len() >= Kind::TOLD_BY => Some(Err(Problem::new("scan-wrong-type"))),
            _ => (looks >= GIVEN_UP).then(|| Err(Problem::new("scan-unreadable"))),
        }
    }

    fn read(&self, name: &OsString) -> std::io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        File::open(self.path.join(name))?.take(MAX_BYTES + 1).read_to_end(&mut bytes)?;
        Ok(bytes)
    }

    /// Everything but folders, the oldest first; nothing while the folder is away.
    fn files(&self) -> Vec<(OsString, Metadata)> {
        let mut files: Vec<_> = fs::read_dir(&self.path)
            .into_iter()
            .flatten()
            .flatten()
            .filter_map(|entry| Some((entry.file_name(), entry.metadata().ok()?)))
            .filter(|(_, metadata)| !metadata.is_dir())
            .collect();
        files.sort_by_cached_key(|(name, metadata)| (metadata.modified().ok(), name.clone()));
        files
    }

    /// Deletes a file. What cannot be deleted is said once, without its name, which may say whose it is.
    fn remove(&mut self, name: &OsString) {
        match fs::remove_file(self.path.join(name)) {
            Err(error) if error.kind() != ErrorKind::NotFound => {
                if let Some(seen) = self.seen.get_mut(name)
                    && !std::mem::replace(&mut seen.stuck, true)
                {
                    tracing::error!(%error, "a file in the scanner's folder cannot be deleted");
                }
            }
            _ => {
                self.seen.remove(name);
            }
        }
    }
}

fn too_large() -> Problem {
    Problem::new("scan-too-large").with("megabytes", MAX_BYTES / (1024 * 1024))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(taken: Option<Result<Vec<u8>, Problem>>) -> Option<String> {
        taken.map(|taken| taken.expect_err("refused").code)
    }

    const PDF: &[u8] = b"%PDF-1.4\nnot looked into here\n%%EOF\n";

    #[test]
    fn a_file_is_taken_once_it_has_stopped_growing_and_is_gone_then() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("scan.pdf");
        let mut watched = Folder::new(folder.path().to_owned());
        fs::write(&file, &PDF[..12]).expect("half of it");
        assert!(watched.take().is_none());
        // Unchanged, but its end is missing: the scanner is thinking.
        assert!(watched.take().is_none());
        fs::write(&file, PDF).expect("all of it");
        assert!(watched.take().is_none(), "it has just grown");
        assert_eq!(watched.take(), Some(Ok(PDF.to_vec())));
        assert!(!file.exists());
        assert!(watched.take().is_none());
    }

    #[test]
    fn a_file_that_never_ends_is_given_up() {
        let folder = tempfile::tempdir().expect("a folder");
        let mut watched = Folder::new(folder.path().to_owned());
        fs::write(folder.path().join("a"), &PDF[..12]).expect("half a file");
        fs::write(folder.path().join("b"), b"").expect("an empty file");
        let refused: Vec<_> = (0..=GIVEN_UP).filter_map(|_| code(watched.take())).collect();
        assert_eq!(refused, ["scan-unreadable", "scan-unreadable"]);
        assert!(watched.files().is_empty());
    }

    #[test]
    fn what_is_no_paper_is_refused_and_deleted() {
        let folder = tempfile::tempdir().expect("a folder");
        let mut watched = Folder::new(folder.path().to_owned());
        fs::write(folder.path().join("paper.pdf"), b"MZ\x90 a program that calls itself a paper").expect("a file");
        assert!(watched.take().is_none());
        assert_eq!(code(watched.take()).as_deref(), Some("scan-wrong-type"));
        let large = File::create(folder.path().join("large.pdf")).expect("a file");
        large.set_len(MAX_BYTES + 1).expect("a length");
        assert_eq!(code(watched.take()).as_deref(), Some("scan-too-large"));
        assert!(watched.files().is_empty());
    }

    #[test]
    fn what_could_not_be_deleted_is_never_the_next_persons() {
        let folder = tempfile::tempdir().expect("a folder");
        let name = OsString::from("scan.pdf");
        fs::write(folder.path().join(&name), PDF).expect("a file");
        let mut watched = Folder::new(folder.path().to_owned());
        for (file, metadata) in watched.files() {
            watched.look(&file, &metadata);
        }
        watched.seen.get_mut(&name).expect("seen").stuck = true;
        assert!((0..=GIVEN_UP).all(|_| watched.take().is_none()));
        fs::write(folder.path().join(&name), [PDF, b"%%EOF"].concat()).expect("another of the same name");
        assert!(watched.take().is_none());
        assert!(matches!(watched.take(), Some(Ok(_))));
    }

    #[cfg(unix)]
    #[test]
    fn a_link_is_never_followed() {
        let folder = tempfile::tempdir().expect("a folder");
        let elsewhere = tempfile::NamedTempFile::new().expect("a file elsewhere");
        fs::write(elsewhere.path(), PDF).expect("written");
        let mut watched = Folder::new(folder.path().to_owned());
        std::os::unix::fs::symlink(elsewhere.path(), folder.path().join("scan.pdf")).expect("a link");
        assert_eq!(code(watched.take()).as_deref(), Some("scan-wrong-type"));
        std::os::unix::fs::symlink(elsewhere.path(), folder.path().join("scan.pdf")).expect("a link");
        watched.empty();
        assert!(watched.files().is_empty());
        assert_eq!(fs::read(elsewhere.path()).expect("still there"), PDF);
    }

    #[test]
    fn emptying_leaves_folders_and_nothing_else() {
        let folder = tempfile::tempdir().expect("a folder");
        fs::create_dir(folder.path().join("kept")).expect("a folder inside");
        fs::write(folder.path().join(".hidden"), PDF).expect("a file");
        fs::write(folder.path().join("scan.pdf"), PDF).expect("a file");
        Folder::new(folder.path().to_owned()).empty();
        let left: Vec<_> = fs::read_dir(folder.path()).expect("a folder").flatten().map(|e| e.file_name()).collect();
        assert_eq!(left, ["kept"]);
    }
}
