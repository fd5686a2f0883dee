//! A reader on a real pseudo-terminal: split frames, too much, nonsense, unplugged and plugged again.
#![cfg(unix)]

use std::io::Write;
use std::path::Path;
use std::time::Duration;

use motcua_domain::wire::Problem;
use motcua_kiosk::reader::{self, Frame, Reader};
use serialport::{SerialPort, TTYPort};
use tokio::sync::mpsc::Receiver;
use tokio::time::timeout;

/// Plugs a simulated reader in at `path`; what is written to it is what it reads.
fn plug(path: &Path) -> TTYPort {
    let (mut device, line) = TTYPort::pair().expect("a pseudo-terminal");
    device.set_timeout(Duration::from_secs(10)).expect("a timeout");
    std::os::unix::fs::symlink(line.name().expect("its name"), path).expect("a device path");
    device
}

async fn wait_for(reader: &Reader, present: bool) {
    let mut presence = reader.presence();
    let changed = presence.wait_for(|now| *now == present);
    timeout(Duration::from_secs(20), changed).await.expect("the device in time").expect("a watch");
}

async fn next(frames: &mut Receiver<Result<Frame, Problem>>) -> Result<String, String> {
    let frame = timeout(Duration::from_secs(20), frames.recv()).await.expect("a frame in time").expect("a reader");
    frame.map(|frame| frame.text().to_owned()).map_err(|problem| problem.code)
}

#[tokio::test]
async fn frames_come_whole_and_nonsense_is_refused() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("reader");
    let mut device = plug(&path);
    let reader = reader::watch(path);
    wait_for(&reader, true).await;
    let mut frames = reader.frames();

    let card = "089087001234||Nguyễn Thị Bướm|01021987|Nữ|Ấp 3, xã Vĩnh Trạch|01012022";
    // Split inside a letter of several bytes.
    let (first, second) = card.as_bytes().split_at(20);
    device.write_all(first).expect("written");
    device.flush().expect("flushed");
    device.write_all(second).expect("written");
    device.write_all(b"\r\n").expect("written");
    assert_eq!(next(&mut frames).await, Ok(card.to_owned()));

    // No line end: silence ends it.
    device.write_all(b"A7KM-3XPT").expect("written");
    assert_eq!(next(&mut frames).await, Ok("A7KM-3XPT".to_owned()));

    device.write_all(&[b"x".repeat(50_000), b"\r".to_vec()].concat()).expect("written");
    assert_eq!(next(&mut frames).await, Err("reader-too-long".to_owned()));
    device.write_all(b"\x1b]0;title\x07 hello\r").expect("written");
    assert_eq!(next(&mut frames).await, Err("reader-not-text".to_owned()));
    device.write_all(b"\xff\xfe\x41\r").expect("written");
    assert_eq!(next(&mut frames).await, Err("reader-not-text".to_owned()));

    device.write_all(b"H01-261123-0001\r").expect("written");
    assert_eq!(next(&mut frames).await, Ok("H01-261123-0001".to_owned()));
}

#[tokio::test]
async fn a_reader_that_was_unplugged_is_found_again() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("reader");
    let reader = reader::watch(path.clone());
    let mut frames = reader.frames();
    assert!(!reader.present());

    let mut device = plug(&path);
    wait_for(&reader, true).await;
    // It goes away in the middle of a card.
    device.write_all(b"089087001234||Nguy").expect("written");
    drop(device);
    std::fs::remove_file(&path).expect("unplugged");
    wait_for(&reader, false).await;

    let mut device = plug(&path);
    wait_for(&reader, true).await;
    device.write_all(b"A7KM-3XPT\r").expect("written");
    let mut read = next(&mut frames).await;
    if read != Ok("A7KM-3XPT".to_owned()) {
        // The half card may have been cut off by silence before the device went.
        assert_eq!(read, Ok("089087001234||Nguy".to_owned()));
        read = next(&mut frames).await;
    }
    assert_eq!(read, Ok("A7KM-3XPT".to_owned()));
}

#[tokio::test]
async fn dropping_the_reader_ends_the_watch() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("reader");
    let _device = plug(&path);
    let reader = reader::watch(path);
    wait_for(&reader, true).await;
    let mut frames = reader.frames();
    drop(reader);
    let ended = timeout(Duration::from_secs(20), frames.recv()).await.expect("an end in time");
    assert!(ended.is_none());
}
