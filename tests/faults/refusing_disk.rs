//! A disk that refuses: syncs that fail, and no room left, by `strace -e inject`.

use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use tempfile::TempDir;

use crate::server::{Device, Server, given};

/// Makes the calls of a running server fail until it is dropped.
struct Injected(Child);

impl Injected {
    fn into(server: &Server, calls: &str, error: &str) -> Self {
        let log = TempDir::new().unwrap().keep().join("strace");
        let (trace, inject) = (format!("trace={calls}"), format!("inject={calls}:error={error}"));
        let arguments = ["-f", "-q", "-e", &trace, "-e", &inject, "-p", &server.pid().to_string(), "-o"];
        let mut strace = Command::new("strace").args(arguments).arg(&log).stderr(Stdio::null()).spawn().unwrap();
        // It is attached when the process says who traces it.
        let begun = Instant::now();
        while !std::fs::read_to_string(format!("/proc/{}/status", server.pid()))
            .unwrap()
            .contains(&format!("TracerPid:\t{}", strace.id()))
        {
            assert!(strace.try_wait().unwrap().is_none(), "strace may not trace here");
            assert!(begun.elapsed() < Duration::from_secs(10), "strace did not attach");
            std::thread::sleep(Duration::from_millis(20));
        }
        // All threads, not only the first.
        std::thread::sleep(Duration::from_millis(300));
        Self(strace)
    }
}

impl Drop for Injected {
    fn drop(&mut self) {
        let _ = Command::new("kill").args(["-INT", &self.0.id().to_string()]).status();
        let _ = self.0.wait();
    }
}

async fn nothing_is_promised_that_is_not_kept(calls: &str, error: &str) {
    let folder = TempDir::new().unwrap();
    let mut server = Server::start(folder.path());
    let device = Device::enrol(&server, folder.path()).await;
    let mut promised = vec![device.ticket(&server.url, "before").await.unwrap()];
    let injected = Injected::into(&server, calls, error);
    let mut refused = 0;
    for next in 0..5 {
        match device.ticket(&server.url, &format!("while-{next}")).await {
            Ok(label) => promised.push(label),
            Err(said) => {
                assert!(!server.runs() || said.contains("not-stored") || said.contains("internal"), "{said}");
                refused += 1;
            }
        }
    }
    assert!(refused > 0, "{calls} did not fail");
    drop(injected);
    // It goes on by itself once the disk does, or was started anew.
    if !server.runs() {
        server = Server::start(folder.path());
    }
    promised.push(device.ticket(&server.url, "after").await.unwrap());
    server.kill();
    let again = Server::start(folder.path());
    let there = given(folder.path()).await;
    for label in &promised {
        assert!(there.contains(label), "{label} is gone");
    }
    again.kill();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_sync_that_fails_makes_no_promise() {
    nothing_is_promised_that_is_not_kept("fsync,fdatasync", "EIO").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_full_disk_makes_no_promise() {
    nothing_is_promised_that_is_not_kept("pwrite64", "ENOSPC").await;
}
