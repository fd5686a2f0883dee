//! The way to the device: a socket, a device file or a serial line, each read and written within a time.

use std::fs::{File, OpenOptions};
use std::io::{self, ErrorKind, Read, Write};
use std::net::{TcpStream, ToSocketAddrs};
use std::path::Path;
use std::thread::sleep;
use std::time::{Duration, Instant};

use serialport::{ClearBuffer, FlowControl, SerialPort};

use super::address::{Flow, Place};

/// How often a device file is looked at: it has no timeouts of its own.
const LOOK: Duration = Duration::from_millis(2);
/// The least time a socket can wait.
const LEAST: Duration = Duration::from_millis(1);
/// How long the last bytes may take on a serial line that is closed.
const LAST_BYTES: Duration = Duration::from_millis(500);
/// Bytes that are under way at once, on a line that is fast enough.
const UNDER_WAY: usize = 4_096;

/// An open way to the device.
pub(super) trait Line {
    /// Reads what is there, waiting for the first byte of it. Nothing in that time is `Ok(0)`.
    ///
    /// # Errors
    /// When the device is gone.
    fn read(&mut self, into: &mut [u8], wait: Duration) -> io::Result<usize>;

    /// Writes what the device takes in that time, which may be nothing.
    ///
    /// # Errors
    /// When the device is gone.
    fn write(&mut self, bytes: &[u8], wait: Duration) -> io::Result<usize>;

    /// How many bytes to send before the device is asked whether it has them: less on a slow line,
    /// so that an answer comes in time.
    fn under_way(&self) -> usize {
        UNDER_WAY
    }
}

/// Opens the way to a device.
///
/// # Errors
/// When nobody is there within that time, or somebody else holds it.
pub(super) fn open(place: &Place, wait: Duration) -> io::Result<Box<dyn Line>> {
    Ok(match place {
        Place::Tcp { host, port } => Box::new(connect(host, *port, wait)?),
        Place::File(path) => Box::new(DeviceFile(device_file(path)?)),
        Place::Serial { path, baud, flow } => {
            let flow = match flow {
                Flow::Hardware => FlowControl::Hardware,
                Flow::Software => FlowControl::Software,
                Flow::None => FlowControl::None,
            };
            let port = serialport::new(path.to_string_lossy(), *baud).flow_control(flow).open()?;
            Box::new(SerialLine { port, baud: *baud })
        }
    })
}

fn connect(host: &str, port: u16, wait: Duration) -> io::Result<TcpStream> {
    let until = Instant::now() + wait;
    let mut failure = io::Error::from(ErrorKind::AddrNotAvailable);
    for address in (host, port).to_socket_addrs()? {
        let left = until.saturating_duration_since(Instant::now()).max(LEAST);
        match TcpStream::connect_timeout(&address, left) {
            Ok(stream) => {
                stream.set_nodelay(true)?;
                return Ok(stream);
            }
            Err(error) => failure = error,
        }
    }
    Err(failure)
}

impl Line for TcpStream {
    fn read(&mut self, into: &mut [u8], wait: Duration) -> io::Result<usize> {
        self.set_read_timeout(Some(wait.max(LEAST)))?;
        taken(Read::read(self, into), true)
    }

    fn write(&mut self, bytes: &[u8], wait: Duration) -> io::Result<usize> {
        self.set_write_timeout(Some(wait.max(LEAST)))?;
        taken(Write::write(self, bytes), false)
    }
}

/// A device file, opened so that it never blocks: a printer that takes nothing would hold a thread for ever.
struct DeviceFile(File);

fn device_file(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true).write(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.custom_flags(libc::O_NONBLOCK | libc::O_NOCTTY);
    }
    options.open(path)
}

impl Line for DeviceFile {
    fn read(&mut self, into: &mut [u8], wait: Duration) -> io::Result<usize> {
        // A printer's device file that has nothing to say is at its end for now.
        patiently(wait, || taken(self.0.read(into), false))
    }

    fn write(&mut self, bytes: &[u8], wait: Duration) -> io::Result<usize> {
        patiently(wait, || taken(self.0.write(bytes), false))
    }
}

struct SerialLine {
    port: Box<dyn SerialPort>,
    baud: u32,
}

impl Line for SerialLine {
    fn read(&mut self, into: &mut [u8], wait: Duration) -> io::Result<usize> {
        self.port.set_timeout(wait)?;
        taken(self.port.read(into), true)
    }

    fn write(&mut self, bytes: &[u8], wait: Duration) -> io::Result<usize> {
        self.port.set_timeout(wait)?;
        taken(self.port.write(bytes), false)
    }

    /// A quarter of a second of the line, ten bits a byte.
    fn under_way(&self) -> usize {
        usize::try_from(self.baud / 40).unwrap_or(UNDER_WAY).clamp(1, UNDER_WAY)
    }
}

impl Drop for SerialLine {
    /// Closing a line waits half a minute for what a stopped device does not take. What it does take, it
    /// is given time for; the rest is dropped.
    fn drop(&mut self) {
        let until = Instant::now() + LAST_BYTES;
        while self.port.bytes_to_write().is_ok_and(|count| count > 0) && Instant::now() < until {
            sleep(LOOK);
        }
        let _ = self.port.clear(ClearBuffer::Output);
    }
}

/// Tries again until something was done or the time is over.
fn patiently(wait: Duration, mut attempt: impl FnMut() -> io::Result<usize>) -> io::Result<usize> {
    let until = Instant::now() + wait;
    loop {
        let count = attempt()?;
        if count > 0 || Instant::now() >= until {
            return Ok(count);
        }
        sleep(LOOK);
    }
}

/// Nothing in time is `Ok(0)`; where reading nothing means the end, it is an error.
fn taken(result: io::Result<usize>, ends: bool) -> io::Result<usize> {
    match result {
        Ok(0) if ends => Err(ErrorKind::UnexpectedEof.into()),
        Err(error) if matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut | ErrorKind::Interrupted) => {
            Ok(0)
        }
        result => result,
    }
}
