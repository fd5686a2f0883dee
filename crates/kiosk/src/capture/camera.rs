use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use async_trait::async_trait;
use motcua_domain::wire::Problem;
use motcua_page::of_yuyv;
use tokio::io::AsyncReadExt;
use tokio::process::Command;
use tokio::sync::{mpsc, watch};
use tokio::task::JoinHandle;
use tokio::time::error::Elapsed;
use tokio::time::{Instant, timeout, timeout_at};

use super::frames::{Cutter, Pixels};
use super::{Shot, Source};

/// The most pixels of a picture, 4K: an A4 sheet at 250 pixels an inch.
const MAX_PIXELS: u64 = 3840 * 2160;

/// Pictures a second: enough to lay a sheet straight by, and little work.
const RATE: &str = "--set-parm=10";

/// How long a picture may be waited for; slow cameras take two seconds to wake.
const PATIENCE: Duration = Duration::from_secs(6);

/// How long a picture may stay before the next comes; the slowest cameras show two a second.
const STALLED: Duration = Duration::from_secs(3);

/// The wait before a camera that went away is looked for again.
const RETRY: Duration = Duration::from_secs(1);

/// The most that is read of what the program says when it fails.
const SAID: u64 = 4096;

/// A document camera, by Video4Linux. The program `v4l2-ctl` of the v4l-utils holds the device while a
/// paper is asked for, and only then: a driver that hangs takes a process with it and not the kiosk.
pub struct Camera {
    program: PathBuf,
    device: PathBuf,
    seen: watch::Sender<Seen>,
    running: Mutex<Option<JoinHandle<()>>>,
}

/// What the camera sees.
#[derive(Clone)]
enum Seen {
    Nothing,
    Picture { number: u64, pixels: Pixels, bytes: Vec<u8> },
    Fault(&'static str),
}

impl Camera {
    /// The camera at a device path such as `/dev/video0`.
    pub fn new(device: impl Into<PathBuf>) -> Self {
        Self::through("v4l2-ctl", device)
    }

    /// The camera at a device path, through a program that takes what `v4l2-ctl` takes.
    pub fn through(program: impl Into<PathBuf>, device: impl Into<PathBuf>) -> Self {
        let seen = watch::Sender::new(Seen::Nothing);
        Self { program: program.into(), device: device.into(), seen, running: Mutex::default() }
    }

    fn start(&self) {
        let mut running = self.running.lock().unwrap_or_else(PoisonError::into_inner);
        if running.is_none() {
            let (program, device, seen) = (self.program.clone(), self.device.clone(), self.seen.clone());
            *running = Some(tokio::spawn(async move {
                loop {
                    let fault = watch_device(&program, &device, &seen).await;
                    tracing::warn!(fault, "the camera shows nothing");
                    seen.send_replace(Seen::Fault(fault));
                    tokio::time::sleep(RETRY).await;
                }
            }));
        }
    }

    fn stop(&self) {
        let running = self.running.lock().unwrap_or_else(PoisonError::into_inner).take();
        if let Some(running) = running {
            running.abort();
        }
        self.seen.send_replace(Seen::Nothing);
    }
}

impl Drop for Camera {
    fn drop(&mut self) {
        self.stop();
    }
}

#[async_trait]
impl Source for Camera {
    fn present(&self) -> bool {
        self.device.exists()
    }

    async fn arm(&self) {
        self.start();
    }

    async fn disarm(&self) {
        self.stop();
    }

    async fn frame(&self) -> Option<Vec<u8>> {
        let seen = self.seen.borrow().clone();
        match seen {
            Seen::Picture { pixels, bytes, .. } => picture(pixels, bytes).await.ok(),
            Seen::Nothing | Seen::Fault(_) => None,
        }
    }

    fn take(&self) -> mpsc::Receiver<Shot> {
        self.start();
        let (sender, shots) = mpsc::channel(1);
        let seen = self.seen.subscribe();
        tokio::spawn(async move {
            let shot = timeout(PATIENCE, next_picture(seen)).await;
            // Nobody waiting for it any more is no fault.
            let _ = sender.try_send(shot.unwrap_or_else(|_| Err(Problem::new("camera-silent"))));
        });
        shots
    }
}

/// The first picture that was not there when it was asked for.
async fn next_picture(mut seen: watch::Receiver<Seen>) -> Shot {
    let before = match *seen.borrow_and_update() {
        Seen::Picture { number, .. } => number,
        Seen::Fault(fault) => return Err(Problem::new(fault)),
        Seen::Nothing => 0,
    };
    loop {
        seen.changed().await.map_err(|_| Problem::new("camera-silent"))?;
        let now = seen.borrow_and_update().clone();
        match now {
            Seen::Picture { number, pixels, bytes } if number > before => return picture(pixels, bytes).await,
            Seen::Fault(fault) => return Err(Problem::new(fault)),
            Seen::Picture { .. } | Seen::Nothing => {}
        }
    }
}

async fn picture(pixels: Pixels, bytes: Vec<u8>) -> Shot {
    match pixels {
        Pixels::Jpeg => Ok(bytes),
        Pixels::Yuyv { width, height } => tokio::task::spawn_blocking(move || of_yuyv(&bytes, width, height))
            .await
            .unwrap_or_else(|_| Err(Problem::new("camera-silent"))),
    }
}

/// Follows the device until it ends: why.
async fn watch_device(program: &Path, device: &Path, seen: &watch::Sender<Seen>) -> &'static str {
    let fault = |said: &str| match said {
        _ if !device.exists() => "camera-unplugged",
        said if said.to_lowercase().contains("busy") => "camera-busy",
        _ => "camera-silent",
    };
    let command = || {
        let mut command = Command::new(program);
        // Its words are looked into: they must not be in somebody's language.
        command.env("LC_ALL", "C").arg("--device").arg(device).stdin(Stdio::null()).kill_on_drop(true);
        command
    };
    let listed = match timeout(PATIENCE, command().arg("--list-formats-ext").output()).await {
        Ok(Ok(listed)) if listed.status.success() => listed,
        Ok(Ok(failed)) => return fault(&String::from_utf8_lossy(&failed.stderr)),
        Err(_) => return fault(""),
        Ok(Err(error)) => {
            tracing::error!(%error, "v4l2-ctl cannot be run");
            return fault("");
        }
    };
    let Some(format) = Format::best(&String::from_utf8_lossy(&listed.stdout)) else {
        tracing::error!("the camera has no format that is known here");
        return fault("");
    };
    let (Format { name, width, height }, pixels) = (&format, format.pixels());
    let streaming = command()
        .arg(format!("--set-fmt-video=width={width},height={height},pixelformat={name}"))
        .args([RATE, "--stream-mmap", "--stream-to=-"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn();
    let Ok(mut child) = streaming else { return fault("") };
    let (Some(mut stream), Some(mut errors)) = (child.stdout.take(), child.stderr.take()) else { return fault("") };
    let reading = async {
        let (mut cutter, mut number) = (Cutter::new(pixels), 0);
        let mut part = vec![0; 64 * 1024];
        let mut due = Instant::now() + PATIENCE;
        while let Ok(count @ 1..) = timeout_at(due, stream.read(&mut part)).await? {
            if let Some(bytes) = cutter.push(&part[..count]) {
                number += 1;
                due = Instant::now() + STALLED;
                seen.send_replace(Seen::Picture { number, pixels, bytes });
            }
        }
        Ok::<_, Elapsed>(())
    };
    // It says a sign for every picture: all of it must be read, and only its end is of use.
    let listening = async {
        let (mut said, mut part) = (Vec::new(), [0; 1024]);
        while let Ok(count @ 1..) = errors.read(&mut part).await {
            said.extend_from_slice(&part[..count]);
            said.drain(..said.len().saturating_sub(SAID as usize));
        }
        Ok(said)
    };
    match tokio::try_join!(reading, listening) {
        Ok(((), said)) => fault(&String::from_utf8_lossy(&said)),
        Err(_) => {
            // What it saw last is not what lies before it now.
            seen.send_replace(Seen::Fault(fault("")));
            // A device that does not let go of its program gets no second one.
            let _ = child.kill().await;
            fault("")
        }
    }
}

/// A format and size of a camera.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Format {
    /// The four characters of V4L2.
    name: String,
    width: u32,
    height: u32,
}

impl Format {
    /// The largest of those that `v4l2-ctl --list-formats-ext` lists, compressed rather than not.
    fn best(listed: &str) -> Option<Self> {
        let mut name = String::new();
        let mut best: Option<Self> = None;
        for line in listed.lines().map(str::trim) {
            if let Some((_, rest)) = line.strip_prefix('[').and_then(|line| line.split_once('\'')) {
                name = rest.split('\'').next().unwrap_or_default().to_owned();
            }
            // "Size: Discrete 1920x1080", "Size: Stepwise 48x32 - 1920x1080 with step 8/8".
            let Some(sizes) = line.strip_prefix("Size: ") else { continue };
            let size =
                sizes.split(' ').rfind(|word| word.starts_with(|c: char| c.is_ascii_digit()) && word.contains('x'));
            let sides = size.and_then(|size| size.split_once('x'));
            let Some((Ok(width), Ok(height))) = sides.map(|(width, height)| (width.parse(), height.parse())) else {
                continue;
            };
            let found = Self { name: name.clone(), width, height };
            if found.rank() > best.as_ref().and_then(Self::rank) {
                best = Some(found);
            }
        }
        best
    }

    /// How good it is; none for what cannot be used.
    fn rank(&self) -> Option<(bool, u64)> {
        let pixels = u64::from(self.width) * u64::from(self.height);
        let known = self.is_jpeg() || self.name == "YUYV" && self.width.is_multiple_of(2);
        (known && pixels <= MAX_PIXELS).then_some((self.is_jpeg(), pixels))
    }

    fn is_jpeg(&self) -> bool {
        matches!(self.name.as_str(), "MJPG" | "JPEG")
    }

    fn pixels(&self) -> Pixels {
        if self.is_jpeg() { Pixels::Jpeg } else { Pixels::Yuyv { width: self.width, height: self.height } }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_largest_picture_that_is_not_too_large_is_asked_for() {
        let listed = "ioctl: VIDIOC_ENUM_FMT\n\tType: Video Capture\n\n\
            \t[0]: 'YUYV' (YUYV 4:2:2)\n\t\tSize: Discrete 3264x2448\n\t\t\tInterval: Discrete 0.500s (2.000 fps)\n\
            \t[1]: 'MJPG' (Motion-JPEG, compressed)\n\t\tSize: Discrete 1920x1080\n\
            \t\t\tInterval: Discrete 0.033s (30.000 fps)\n\t\tSize: Discrete 3264x2448\n\t\tSize: Discrete 4160x3120\n\
            \t[2]: 'H264' (H.264, compressed)\n\t\tSize: Discrete 640x480\n";
        let best = |listed| Format::best(listed).map(|f| (f.name, f.width, f.height));
        assert_eq!(best(listed), Some(("MJPG".to_owned(), 3264, 2448)));
        let plain = "\t[0]: 'YUYV' (YUYV 4:2:2)\n\t\tSize: Stepwise 48x32 - 1280x720 with step 8/8\n";
        assert_eq!(best(plain), Some(("YUYV".to_owned(), 1280, 720)));
        assert_eq!(best("\t[0]: 'H264' (H.264, compressed)\n\t\tSize: Discrete 640x480\n"), None);
    }
}
