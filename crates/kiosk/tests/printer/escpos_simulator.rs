//! An ESC/POS printer as it behaves, over TCP or a pseudo-terminal, with every fault it can have.
//!
//! It reads its commands strictly: one that it does not know is a complaint. Its memory outlives a
//! connection, as a printer's does: what was received and not printed prints once it can, whoever's it
//! is. A page is put out only when it is cut, and every row of it was really printed.
#![allow(dead_code, reason = "each program that includes this uses its part of it")]

use std::collections::VecDeque;
use std::io::{ErrorKind, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::str::FromStr;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard};
use std::thread::{JoinHandle, sleep, spawn};
use std::time::{Duration, Instant};

#[path = "escpos_commands.rs"]
mod commands;

use commands::{Command, Parser};

/// How often it looks at its line and its paper.
const TICK: Duration = Duration::from_millis(2);
/// Rows that come out before the paper of [`Manner::PaperEndsMidway`] ends.
const ROWS_LEFT: usize = 300;
/// Bytes of a job that [`Manner::DiesMidway`] still takes.
const BYTES_LEFT: usize = 20_000;

/// How it behaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Manner {
    /// Prints at once.
    Prints,
    /// Its roll is empty.
    NoPaper,
    /// Its roll ends in the middle of the next page.
    PaperEndsMidway,
    /// Its roll is nearly at its end; it prints.
    PaperLow,
    /// Its cover is open.
    CoverOpen,
    /// Somebody opens its cover in the middle of the next page.
    CoverOpensMidway,
    /// Its cutter is stuck.
    CutterError,
    /// It takes everything and answers nothing; it does not print either.
    Mute,
    /// It falls silent in the middle of the next page, and prints.
    GoesMuteMidway,
    /// Closes the connection in the middle of the next page, and takes none; what it has, it keeps.
    DiesMidway,
    /// Needs ten seconds for a page.
    Slow,
    /// It has no process IDs, as cheap models; it prints.
    NoProcessId,
    /// It has neither process IDs nor a way to drop what it received; its roll ends in the middle.
    CheapAndPaperEndsMidway,
    /// Answers after three seconds; it prints.
    AnswersLate,
    /// Sends its automatic status all the time; it prints.
    SendsAsb,
    /// Says what nobody can understand, all the time; it prints.
    Babbles,
    /// Nobody listens at its address.
    Offline,
    /// It takes connections and reads nothing.
    RefusesReading,
}

impl Manner {
    /// All of them, with the names a state file has for them.
    pub const ALL: [(Self, &str); 18] = [
        (Self::Prints, "prints"),
        (Self::NoPaper, "no-paper"),
        (Self::PaperEndsMidway, "paper-ends-midway"),
        (Self::PaperLow, "paper-low"),
        (Self::CoverOpen, "cover-open"),
        (Self::CoverOpensMidway, "cover-opens-midway"),
        (Self::CutterError, "cutter-error"),
        (Self::Mute, "mute"),
        (Self::GoesMuteMidway, "goes-mute-midway"),
        (Self::DiesMidway, "dies-midway"),
        (Self::Slow, "slow"),
        (Self::NoProcessId, "no-process-id"),
        (Self::CheapAndPaperEndsMidway, "cheap-and-paper-ends-midway"),
        (Self::AnswersLate, "answers-late"),
        (Self::SendsAsb, "sends-asb"),
        (Self::Babbles, "babbles"),
        (Self::Offline, "offline"),
        (Self::RefusesReading, "refuses-reading"),
    ];
}

impl FromStr for Manner {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, String> {
        let found = Self::ALL.iter().find(|(_, known)| *known == name.trim());
        found.map(|(manner, _)| *manner).ok_or_else(|| format!("no manner is named '{}'", name.trim()))
    }
}

/// Paper that came out: rows of dots, eight in a byte, black where a bit is set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paper {
    /// Bytes in a row.
    pub row: usize,
    /// Row by row.
    pub dots: Vec<u8>,
}

impl Paper {
    /// As a picture, on white of 3 mm.
    pub fn picture(&self) -> image::GrayImage {
        const AROUND: u32 = 24;
        let width = u32::try_from(self.row * 8).expect("a width");
        let height = u32::try_from(self.dots.len() / self.row.max(1)).expect("a height");
        image::GrayImage::from_fn(width + 2 * AROUND, height + 2 * AROUND, |x, y| {
            let inside = (AROUND..width + AROUND).contains(&x) && (AROUND..height + AROUND).contains(&y);
            let black = inside && {
                let (x, y) = ((x - AROUND) as usize, (y - AROUND) as usize);
                self.dots[y * self.row + x / 8] & (0x80 >> (x % 8)) != 0
            };
            image::Luma([if black { 0 } else { 255 }])
        })
    }
}

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

/// What a printer is while it is on, whoever is connected.
struct Device {
    manner: Manner,
    parser: Parser,
    /// What was received and not printed.
    buffer: VecDeque<Command>,
    /// Rows printed since the last cut.
    page: Paper,
    papers: Vec<Paper>,
    no_paper: bool,
    cover_open: bool,
    silent: bool,
    /// Rows and bytes until a manner does what it does.
    rows_left: usize,
    bytes_left: usize,
    rows_printed: usize,
    busy_until: Option<Instant>,
    replies: VecDeque<(Instant, Vec<u8>)>,
    last_noise: Option<Instant>,
    complaints: Vec<String>,
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
        use serialport::{SerialPort, TTYPort};
        let (mut device, line) = TTYPort::pair().expect("a pseudo-terminal");
        device.set_timeout(TICK).expect("a timeout");
        let path = line.name().expect("its name");
        Self::start(manner, format!("escpos:{path}?baud=115200"), move |shared| {
            drop(line);
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

    /// Whether it holds anything that would print once it can.
    pub fn holds(&self) -> bool {
        let device = self.shared.device();
        device.buffer.iter().any(|command| matches!(command, Command::Picture { .. })) || device.parser.within_picture()
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

impl Device {
    fn new(manner: Manner) -> Self {
        let mut this = Self {
            manner,
            parser: Parser::default(),
            buffer: VecDeque::new(),
            page: Paper { row: 0, dots: Vec::new() },
            papers: Vec::new(),
            no_paper: false,
            cover_open: false,
            silent: false,
            rows_left: 0,
            bytes_left: 0,
            rows_printed: 0,
            busy_until: None,
            replies: VecDeque::new(),
            last_noise: None,
            complaints: Vec::new(),
        };
        this.behave(manner);
        this
    }

    fn behave(&mut self, manner: Manner) {
        self.manner = manner;
        self.no_paper = manner == Manner::NoPaper;
        self.cover_open = manner == Manner::CoverOpen;
        self.silent = manner == Manner::Mute;
        self.rows_left = ROWS_LEFT;
        self.bytes_left = BYTES_LEFT;
        self.busy_until = None;
    }

    /// Whether nobody answers at its address.
    fn off(&self) -> bool {
        self.manner == Manner::Offline || self.manner == Manner::DiesMidway && self.bytes_left == 0
    }

    fn receive(&mut self, bytes: &[u8]) {
        for byte in bytes {
            if self.parser.within_picture() {
                self.bytes_left = self.bytes_left.saturating_sub(1);
                match self.manner {
                    Manner::DiesMidway if self.bytes_left == 0 => return,
                    Manner::GoesMuteMidway if self.bytes_left == 0 => self.silent = true,
                    _ => {}
                }
            }
            match self.parser.byte(*byte) {
                Ok(commands) => commands.into_iter().for_each(|command| self.command(command)),
                Err(complaint) => self.complaints.push(complaint),
            }
        }
    }

    fn command(&mut self, command: Command) {
        let cheap = self.manner == Manner::CheapAndPaperEndsMidway;
        match command {
            Command::Ask(n) => self.reply(vec![self.status(n)]),
            // It leaves an error that somebody has to leave by hand only when that is done.
            Command::Recover => {}
            Command::Clear if cheap => {}
            Command::Clear => {
                self.buffer.clear();
                self.parser.drop_picture();
                self.reply(vec![0x37, 0x25, 0]);
            }
            Command::ProcessId(_) if cheap || self.manner == Manner::NoProcessId => {}
            command => self.buffer.push_back(command),
        }
    }

    /// The answer to `DLE EOT n`.
    fn status(&self, n: u8) -> u8 {
        let set = |on: bool, bits: u8| if on { bits } else { 0 };
        let jammed = self.manner == Manner::CutterError;
        let bits = match n {
            1 => set(self.no_paper || self.cover_open || jammed, 0x08),
            2 => set(self.cover_open, 0x04) | set(self.no_paper, 0x20) | set(jammed, 0x40),
            3 => set(jammed, 0x08),
            _ => set(self.no_paper, 0x60) | set(self.no_paper || self.manner == Manner::PaperLow, 0x0c),
        };
        0x12 | bits
    }

    fn reply(&mut self, bytes: Vec<u8>) {
        if !self.silent {
            let late = if self.manner == Manner::AnswersLate { Duration::from_secs(3) } else { Duration::ZERO };
            self.replies.push_back((Instant::now() + late, bytes));
        }
    }

    /// What is to be said now.
    fn say(&mut self) -> Vec<u8> {
        let now = Instant::now();
        let mut said = Vec::new();
        if self.last_noise.is_none_or(|last| last.elapsed() > TICK * 4) {
            self.last_noise = Some(now);
            match self.manner {
                Manner::SendsAsb => said.extend([0x10, 0x00, 0x00, 0x0f]),
                Manner::Babbles => said.extend((0..=255).rev().cycle().take(2_000)),
                _ => {}
            }
        }
        while self.replies.front().is_some_and(|(due, _)| *due <= now) {
            said.extend(self.replies.pop_front().map(|(_, bytes)| bytes).unwrap_or_default());
        }
        said
    }

    /// Prints what it can of what it received.
    fn work(&mut self) {
        while !self.held_up() {
            let Some(command) = self.buffer.pop_front() else { return };
            match command {
                Command::Picture { row, dots } => self.print(row, dots),
                Command::Cut => self.cut(),
                Command::ProcessId([a, b, c, d]) => self.reply(vec![0x37, 0x22, a, b, c, d, 0]),
                _ => {}
            }
        }
    }

    fn held_up(&self) -> bool {
        let fault = matches!(self.manner, Manner::CutterError | Manner::Mute);
        let busy = self.busy_until.is_some_and(|until| Instant::now() < until);
        self.no_paper || self.cover_open || fault || busy
    }

    /// Prints rows; a row that finds no paper stays to be printed.
    fn print(&mut self, row: usize, mut dots: Vec<u8>) {
        let ends = matches!(self.manner, Manner::PaperEndsMidway | Manner::CheapAndPaperEndsMidway);
        let opens = self.manner == Manner::CoverOpensMidway;
        let mut rows = dots.len() / row;
        if ends || opens {
            rows = rows.min(self.rows_left);
            self.rows_left -= rows;
            self.no_paper = ends && self.rows_left == 0;
            self.cover_open = opens && self.rows_left == 0;
        }
        let rest = dots.split_off(rows * row);
        if !rest.is_empty() {
            self.buffer.push_front(Command::Picture { row, dots: rest });
        }
        if !self.page.dots.is_empty() && self.page.row != row {
            self.complaints.push("a page has rows of two widths".to_owned());
        }
        self.page.row = row;
        self.page.dots.extend(dots);
        self.rows_printed += rows;
    }

    fn cut(&mut self) {
        if self.manner == Manner::Slow && self.busy_until.is_none() {
            self.busy_until = Some(Instant::now() + Duration::from_secs(10));
            self.buffer.push_front(Command::Cut);
            return;
        }
        self.busy_until = None;
        let page = std::mem::replace(&mut self.page, Paper { row: 0, dots: Vec::new() });
        if !page.dots.is_empty() {
            self.papers.push(page);
        }
    }
}
