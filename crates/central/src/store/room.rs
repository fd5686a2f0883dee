//! How much room the database takes, and how much there is left.

use std::path::{Path, PathBuf};

use super::sql::{self, Conn, Engine};

/// The file of a SQLite URL such as `sqlite:///var/lib/motcua/central.db?mode=rwc`; none of another engine.
pub(crate) fn file(url: &str) -> Option<PathBuf> {
    let path = url.strip_prefix("sqlite:")?;
    let path = path.strip_prefix("//").unwrap_or(path);
    Some(PathBuf::from(path.split_once('?').map_or(path, |(path, _)| path)))
}

/// How many bytes the database takes.
pub(crate) async fn used(url: &str, conn: &mut Conn) -> Option<u64> {
    match conn.engine() {
        Engine::Sqlite => {
            let file = file(url)?;
            let mut log = file.clone().into_os_string();
            log.push("-wal");
            let size = |file: &Path| std::fs::metadata(file).ok().map(|found| found.len());
            Some(size(&file)? + size(Path::new(&log)).unwrap_or(0))
        }
        Engine::Postgres => {
            let size = sql::query_scalar::<i64>("SELECT pg_database_size(current_database())").fetch_one(conn).await;
            u64::try_from(size.ok()?).ok()
        }
    }
}

/// How many bytes are free where a SQLite file is; none where this machine cannot know.
#[cfg(unix)]
pub(crate) fn free(url: &str) -> Option<u64> {
    let file = file(url)?;
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let found = rustix::fs::statvfs(folder).ok()?;
    Some(found.f_bavail * found.f_frsize)
}

/// How many bytes are free where a SQLite file is; none where this machine cannot know.
#[cfg(not(unix))]
pub(crate) fn free(_: &str) -> Option<u64> {
    None
}

/// How many bytes of the memory this process holds; none where the system does not say.
pub(crate) fn memory() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    Some(line.trim().strip_suffix("kB")?.trim().parse::<u64>().ok()? * 1024)
}
