//! The devices of a journey: a card reader on a pseudo-terminal, and what a scanner writes.

use std::fs::File;
use std::io::Write;
use std::path::{Path, PathBuf};

use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};

/// A serial card reader: what is held under it comes out of its device.
pub struct CardReader {
    reader: File,
    device: PathBuf,
}

impl CardReader {
    pub fn new() -> Self {
        let master = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY).expect("a pseudo-terminal");
        grantpt(&master).expect("its rights");
        unlockpt(&master).expect("its lock");
        let device = ptsname(&master, Vec::new()).expect("its name").into_string().expect("an ASCII name");
        Self { reader: File::from(master), device: PathBuf::from(device) }
    }

    /// The device path.
    pub fn device(&self) -> &Path {
        &self.device
    }

    /// Holds something under the reader.
    pub fn read(&self, text: &str) {
        (&self.reader).write_all(format!("{text}\r\n").as_bytes()).expect("the reader writes");
    }
}

/// A page as a scanner would leave it: a PNG of black text-like bars on white.
pub fn a_scan() -> Vec<u8> {
    let (width, height) = (1240u32, 1754u32);
    let picture = image::GrayImage::from_fn(width, height, |x, y| {
        let line = (y / 28) % 3 == 0 && (120..1120).contains(&x) && (160..1560).contains(&y);
        image::Luma([if line && (x / 14) % 9 != 0 { 30 } else { 250 }])
    });
    let mut bytes = std::io::Cursor::new(Vec::new());
    picture.write_to(&mut bytes, image::ImageFormat::Png).expect("a picture");
    bytes.into_inner()
}
