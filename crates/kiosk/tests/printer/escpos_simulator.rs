//! An ESC/POS printer as it behaves, over TCP or a pseudo-terminal, with every fault it can have.
//!
//! It reads its commands strictly: one that it does not know is a complaint. Its memory outlives a
//! connection, as a printer's does: what was received and not printed prints once it can, whoever's it
//! is. A page is put out only when it is cut, and every row of it was really printed.
#![allow(dead_code, reason = "each program that includes this uses its part of it")]

use std::io::{ErrorKind, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard};
use std::thread::{JoinHandle, sleep, spawn};
use std::time::Duration;

#[path = "escpos_commands.rs"]
mod commands;
#[path = "escpos_device.rs"]
mod device;

use device::Device;
pub use device::{Manner, Paper};

/// How often it looks at its line and its paper.
const TICK: Duration = Duration::from_millis(2);
/// The printer. It ends when it is dropped.
pub struct EscPosSimulator {
    shared: Arc<Shared>,
    address: String,
    threads: Vec<JoinHandle<()>>,
}

struct Shared {
    stop: AtomicBool,
    device: Mutex<Device>,
}

impl EscPosSimulator {
    /// One that listens on a free port of the loopback.
    pub fn tcp(manner: Manner) -> Self {
        Self::listen("127.0.0.1:0".parse().expect("an address"), manner).expect("a free port")
    }

    /// One that listens there.
    pub fn listen(address: SocketAddr, manner: Manner) -> std::io::Result<Self> {
        let listener = TcpListener::bind(address)?;
        let address = listener.local_addr()?;
        Ok(Self::start(manner, format!("escpos://{address}"), move |shared| accept(&shared, listener, address)))
    }

    /// One behind a pseudo-terminal: a serial line.
    #[cfg(unix)]
    pub fn serial(manner: Manner) -> Self {
        Self::serial_at(115_200, manner)
    }

    /// The same at another speed, as its address says: a pseudo-terminal has none.
    #[cfg(unix)]
    pub fn serial_at(baud: u32, manner: Manner) -> Self {
        Self::terminal(manner, &format!("?baud={baud}"), false)
    }

    /// One behind a device file that takes bytes as they are.
    #[cfg(unix)]
    pub fn device_file(manner: Manner) -> Self {
        // A terminal takes bytes as they are for as long as somebody who set it so holds it open.
        Self::terminal(manner, "", true)
    }

    #[cfg(unix)]
    fn terminal(manner: Manner, options: &str, held: bool) -> Self {
        use serialport::{SerialPort, TTYPort};
        let (mut device, mut line) = TTYPort::pair().expect("a pseudo-terminal");
        device.set_timeout(TICK).expect("a timeout");
        let path = line.name().expect("its name");
        line.set_exclusive(false).expect("a line for others too");
        let line = held.then_some(line);
        Self::start(manner, format!("escpos:{path}{options}"), move |shared| {
            let _held = line;
            while !shared.stop.load(Ordering::SeqCst) {
                // Between two talks nobody holds the other end.
                if shared.device().manner != Manner::RefusesReading {
                    shared.serve(&mut device);
                }
                sleep(TICK);
            }
        })
    }

    fn start(manner: Manner, address: String, line: impl FnOnce(Arc<Shared>) + Send + 'static) -> Self {
        let shared = Arc::new(Shared { stop: AtomicBool::new(false), device: Mutex::new(Device::new(manner)) });
        let (mechanism, wire) = (shared.clone(), shared.clone());
        let print = spawn(move || {
            while !mechanism.stop.load(Ordering::SeqCst) {
                mechanism.device().work();
                sleep(TICK);
            }
        });
        Self { threads: vec![print, spawn(move || line(wire))], shared, address }
    }

    /// Its address, as `--printer` takes it; options may be added behind it.
    pub fn address(&self) -> &str {
        &self.address
    }

    /// Makes it behave otherwise: paper is put in, the cover is closed, the plug is pulled.
    pub fn behave(&self, manner: Manner) {
        self.shared.device().behave(manner);
    }

    /// The pages that came out whole, in order.
    pub fn papers(&self) -> Vec<Paper> {
        self.shared.device().papers.clone()
    }

    /// What hangs out of it, not cut off.
    pub fn hanging(&self) -> Paper {
        self.shared.device().page.clone()
    }

    /// How many rows were ever printed.
    pub fn rows_printed(&self) -> usize {
        self.shared.device().rows_printed
    }

    /// How many requests for a process ID it did not understand.
    pub fn unanswered(&self) -> usize {
        self.shared.device().unanswered
    }

    /// Whether it holds anything that would print once it can.
    pub fn holds(&self) -> bool {
        self.shared.device().holds()
    }

    /// What it was told that it does not understand.
    pub fn complaints(&self) -> Vec<String> {
        self.shared.device().complaints.clone()
    }
}

impl Drop for EscPosSimulator {
    fn drop(&mut self) {
        self.shared.stop.store(true, Ordering::SeqCst);
        for thread in self.threads.drain(..) {
            let _ = thread.join();
        }
    }
}

/// Takes one connection after another, for as long as it is on.
fn accept(shared: &Shared, listener: TcpListener, address: SocketAddr) {
    let mut listener = Some(listener);
    while !shared.stop.load(Ordering::SeqCst) {
        let off = shared.device().off();
        match &listener {
            Some(_) if off => listener = None,
            None if !off => listener = TcpListener::bind(address).ok(),
            Some(open) => {
                let _ = open.set_nonblocking(true);
                if let Ok((stream, _)) = open.accept() {
                    connected(shared, stream);
                }
            }
            None => {}
        }
        sleep(TICK);
    }
}

fn connected(shared: &Shared, mut stream: TcpStream) {
    let prepared = stream.set_nonblocking(false).and_then(|()| stream.set_read_timeout(Some(TICK)));
    if prepared.is_err() {
        return;
    }
    shared.device().replies.clear();
    // What it says unasked, it says at once.
    let said = shared.device().say();
    if stream.write_all(&said).is_err() {
        return;
    }
    while !shared.stop.load(Ordering::SeqCst) && !shared.device().off() {
        if shared.device().manner == Manner::RefusesReading {
            let mut one = [0];
            if matches!(stream.peek(&mut one), Ok(0)) {
                return;
            }
            sleep(TICK);
        } else if !shared.serve(&mut stream) {
            return;
        }
    }
}

impl Shared {
    fn device(&self) -> MutexGuard<'_, Device> {
        self.device.lock().expect("no thread panics holding this")
    }

    /// Reads once and says what is to be said; whether the line is still there.
    fn serve(&self, line: &mut (impl Read + Write)) -> bool {
        let mut chunk = [0; 1_024];
        if self.device().manner == Manner::TakesItsTime {
            sleep(4 * TICK);
        }
        match line.read(&mut chunk) {
            Ok(0) => return false,
            Ok(count) => self.device().receive(&chunk[..count]),
            Err(error) if matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut) => {}
            Err(_) => return false,
        }
        let said = self.device().say();
        said.is_empty() || line.write_all(&said).is_ok()
    }
}
