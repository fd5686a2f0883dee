//! A card and code reader on a serial line: a device path (USB readers speak CDC-ACM) or a pty.
//!
//! Readers that pretend to be keyboards mangle Vietnamese marks; serial ones do not.

mod frame;
mod scanned;

use std::io::{ErrorKind, Read};
use std::path::PathBuf;
use std::sync::mpsc::{self as std_mpsc, RecvTimeoutError};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use motcua_domain::paper::TEST_CODE;
use motcua_domain::wire::Problem;
use serialport::{ClearBuffer, SerialPort};
use tokio::sync::{mpsc, watch};

pub use frame::Frame;
use frame::{Framer, wipe};
pub use scanned::Scanned;

/// A frame ends when nothing came for so long.
const SILENCE: Duration = Duration::from_millis(150);

/// The speed code readers leave the factory with; CDC-ACM devices ignore it.
const BAUD: u32 = 9600;

/// The first wait before a device that went away is looked for again, and the longest.
const RETRY: (Duration, Duration) = (Duration::from_millis(250), Duration::from_secs(5));

/// Frames kept for a listener that is busy; what comes beyond them is dropped, to be scanned again.
const KEPT: usize = 8;

type Listener = mpsc::Sender<Result<Frame, Problem>>;

/// A reader that is being watched. Dropping it stops the watch.
#[derive(Debug)]
pub struct Reader {
    listener: Arc<Mutex<Option<Listener>>>,
    presence: watch::Receiver<bool>,
    tests: watch::Receiver<u64>,
    /// Never sent on: the watch ends when it is dropped.
    _stop: std_mpsc::Sender<()>,
}

/// Watches the reader at `path`, for as long as the answer lives. A device that is not there, or
/// goes away, is looked for again after 250 ms, then ever more slowly up to 5 s.
pub fn watch(path: PathBuf) -> Reader {
    let listener = Arc::new(Mutex::new(None));
    let (present, presence) = watch::channel(false);
    let (tested, tests) = watch::channel(0);
    let (stop, stopped) = std_mpsc::channel();
    let line = Line { path, listener: listener.clone(), present, tested, stopped };
    // A thread and not a task: a read of a serial line blocks.
    let started = std::thread::Builder::new().name("reader".into()).spawn(move || line.run());
    if let Err(error) = started {
        tracing::error!(%error, "the reader cannot be watched");
    }
    Reader { listener, presence, tests, _stop: stop }
}

impl Reader {
    /// What is read from now on, or why it was refused (`reader-too-long`, `reader-not-text`).
    /// One listener hears the reader: a new one takes the place of the one before, which ends.
    pub fn frames(&self) -> mpsc::Receiver<Result<Frame, Problem>> {
        let (sender, frames) = mpsc::channel(KEPT);
        *self.listener.lock().unwrap_or_else(PoisonError::into_inner) = Some(sender);
        frames
    }

    /// Whether the device is there now.
    pub fn present(&self) -> bool {
        *self.presence.borrow()
    }

    /// Tells whenever the device comes or goes.
    pub fn presence(&self) -> watch::Receiver<bool> {
        self.presence.clone()
    }

    /// Counts how often the code of a test page was read, which is told to no listener.
    pub fn tests(&self) -> watch::Receiver<u64> {
        self.tests.clone()
    }
}

/// The serial line, on its own thread.
struct Line {
    path: PathBuf,
    listener: Arc<Mutex<Option<Listener>>>,
    present: watch::Sender<bool>,
    tested: watch::Sender<u64>,
    stopped: std_mpsc::Receiver<()>,
}

impl Line {
    fn run(self) {
        let (first, longest) = RETRY;
        let mut wait = first;
        loop {
            if let Ok(port) = self.open() {
                tracing::info!("the reader is there");
                wait = first;
                self.present.send_replace(true);
                self.read(port);
                self.present.send_replace(false);
                tracing::warn!("the reader is not there any more");
            }
            if self.stopped.recv_timeout(wait) != Err(RecvTimeoutError::Timeout) {
                return;
            }
            wait = (wait * 2).min(longest);
        }
    }

    fn open(&self) -> serialport::Result<Box<dyn SerialPort>> {
        let port = serialport::new(self.path.to_string_lossy(), BAUD).timeout(SILENCE).open()?;
        // What was scanned while nobody watched belongs to somebody who has left.
        port.clear(ClearBuffer::Input)?;
        Ok(port)
    }

    /// Reads until the device goes away or the watch ends. A frame it broke off in is dropped.
    fn read(&self, mut port: Box<dyn SerialPort>) {
        let mut framer = Framer::new();
        let mut chunk = [0; 256];
        while self.stopped.try_recv() == Err(std_mpsc::TryRecvError::Empty) {
            match port.read(&mut chunk) {
                Ok(0) => return,
                Ok(count) => {
                    for byte in &chunk[..count] {
                        self.deliver(framer.push(*byte));
                    }
                    wipe(&mut chunk[..count]);
                }
                Err(error) if error.kind() == ErrorKind::TimedOut => self.deliver(framer.end()),
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                Err(_) => return,
            }
        }
    }

    fn deliver(&self, frame: Option<Result<Frame, Problem>>) {
        let Some(frame) = frame else { return };
        if frame.as_ref().is_ok_and(|frame| frame.text().trim() == TEST_CODE) {
            return self.tested.send_modify(|count| *count += 1);
        }
        let listener = self.listener.lock().unwrap_or_else(PoisonError::into_inner);
        let sent = listener.as_ref().map(|listener| listener.try_send(frame));
        if !matches!(sent, Some(Ok(()))) {
            tracing::debug!("nobody took what was read");
        }
    }
}
