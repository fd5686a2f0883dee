//! What the command line says: which faces this machine shows, and with which devices.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;

use clap::{Parser, ValueEnum};
use motcua_central::BankSecret;
use motcua_domain::wire::DeviceFace;
use motcua_kiosk::capture::{Camera, Capture, Scanner, Source, TrialCamera, folder};
use motcua_kiosk::central::CentralClient;
use motcua_kiosk::view::PaperSlot;

use crate::state::StartError;
use crate::voice::VoiceSettings;

/// Một Cửa: a citizen's kiosk, an officer's console and a hall's board.
#[derive(Clone, Debug, Parser)]
#[command(version, about)]
pub struct Settings {
    /// Where this machine keeps its data.
    #[arg(long, env = "MOTCUA_DATA", default_value_os_t = default_data())]
    pub data: PathBuf,
    /// The windows to open.
    #[arg(long, value_delimiter = ',', default_value = "citizen,staff,board")]
    pub faces: Vec<Face>,
    /// The central server of the lobby; without it one runs inside this program.
    #[arg(long)]
    pub central: Option<String>,
    /// The file (PEM) of the authority that issued the central server's certificate, when it is not one that
    /// everybody trusts: only certificates it issued are trusted then.
    #[arg(long, env = "MOTCUA_CENTRAL_CA", requires = "central", value_name = "FILE")]
    pub central_ca: Option<PathBuf>,
    /// The one-time code that enrols this machine at the central server, the first time.
    #[arg(long, requires = "central")]
    pub enrol: Option<String>,
    /// What people call this machine, such as 'Ki-ốt 2': staff are told by this name when something is
    /// the matter with it, or somebody calls for help. Without it, it is named after its face.
    #[arg(long)]
    pub name: Option<String>,
    /// Where the central server inside listens.
    #[arg(long, default_value = "127.0.0.1:7080")]
    pub listen: SocketAddr,
    /// Lets the central server inside speak plain HTTP beyond this machine, where everybody on the network can read
    /// and change it: for a trial.
    #[arg(long, conflicts_with = "central")]
    pub plain_http_on_the_network: bool,
    /// Where phones of visitors reach the central server inside: printed into the tickets' QR.
    #[arg(long)]
    pub public_url: Option<String>,
    /// A bank that tells the central server inside of credits, with the file of the secret shared with it:
    /// `vietinbank=/etc/…`.
    #[arg(long = "bank", value_name = "NAME=FILE", conflicts_with = "central", value_parser = motcua_central::bank_option)]
    pub banks: Vec<(String, BankSecret)>,
    /// The printer: `ipp://…` for an IPP printer, `trial` for PDF files in the data folder, and for a thermal
    /// printer that speaks ESC/POS `escpos://HOST[:9100]`, `escpos:/dev/usb/lp0` or
    /// `escpos:/dev/ttyUSB0?baud=115200`. Options of these stand behind a `?` with `&` between them: `dots=576`
    /// (80 mm, as without it; 384 for 58 mm), `process-id=yes|no|auto` (without it the machine asks),
    /// `cut=partial|full|none`, and on a serial line `flow=hardware|software|none`.
    #[arg(long)]
    pub printer: Option<String>,
    /// Where this machine puts its paper out, as seen by who stands before it: the screen shows it.
    #[arg(long, value_enum, default_value = "below")]
    pub paper_slot: Slot,
    /// What receipts are printed on. Numbers come on a roll of the same width, or of 80 mm.
    #[arg(long, value_enum, default_value = "roll80")]
    pub receipt: ReceiptSize,
    /// The card and code reader's serial device.
    #[arg(long)]
    pub reader: Option<PathBuf>,
    /// The document camera: its device, such as `/dev/video0`, or `trial:FOLDER` for one that plays the
    /// pictures of a folder and says that it is a trial.
    #[arg(long, value_name = "DEVICE")]
    pub camera: Option<String>,
    /// The document scanner: `sane:DEVICE` for one that this program drives (`scanimage -L` lists them),
    /// or the folder that it writes into by itself. The folder belongs to this program alone: every
    /// file in it that no citizen was asked for is deleted. Both may be named.
    #[arg(long, value_name = "FOLDER or sane:DEVICE")]
    pub scanner: Vec<String>,
    /// Pixels in a millimetre of the citizen's screen; 4.03 is a 21.5-inch full-HD panel.
    #[arg(long, default_value_t = 4.03)]
    pub px_per_mm: f64,
    /// Milliseconds without a touch before the question whether somebody is still there.
    #[arg(long, default_value_t = 45_000)]
    pub idle_ask_ms: u32,
    /// Milliseconds the question waits before everything is hidden.
    #[arg(long, default_value_t = 20_000)]
    pub idle_leave_ms: u32,
    /// What the board shows, written as in the address of a board on a television:
    /// layout=hall (everything), layout=group&groups=ho-tich,chung-thuc or layout=group&counters=1-4 (a
    /// part of the hall), layout=counters&counters=1-4 (a panel for each counter).
    #[arg(long, default_value = "layout=hall", value_name = "QUERY")]
    pub board: String,
    /// The hall's voice.
    #[command(flatten)]
    pub voice: VoiceSettings,
    /// Opens no window: checks this machine, says what was found, and ends with 0 when all is well, 1 when
    /// something needs a look, 2 when something does not work. Give it the same options as the program has,
    /// which may run meanwhile.
    #[arg(long, value_enum, value_name = "FORMAT", num_args = 0..=1, require_equals = true, default_missing_value = "text")]
    pub diagnose: Option<Diagnosis>,
    /// The language of `--diagnose`: vi or en; without it the terminal's (LANG).
    #[arg(long, value_parser = ["vi", "en"], requires = "diagnose")]
    pub lang: Option<String>,
    /// Ordinary windows instead of full screens, to try the program on a desk; the size is the
    /// citizen's window's.
    #[arg(long, value_name = "WIDTHxHEIGHT", num_args = 0..=1, default_missing_value = "1080x1920", value_parser = size)]
    pub windowed: Option<(f64, f64)>,
}

impl Settings {
    /// What takes pictures of papers.
    pub fn capture(&self) -> Capture {
        let mut capture = Capture {
            camera: self.camera.as_deref().map(|camera| match camera.strip_prefix("trial:") {
                Some(folder) => Arc::new(TrialCamera::new(folder)) as Arc<dyn Source>,
                None => Arc::new(Camera::new(camera)),
            }),
            ..Capture::default()
        };
        for scanner in &self.scanner {
            match scanner.strip_prefix("sane:") {
                Some(device) => capture.scanner = Some(Arc::new(Scanner::new(device))),
                None => capture.folder = Some(folder::watch(scanner.into())),
            }
        }
        capture
    }

    /// The way to the central server at `base`.
    pub fn client(&self, base: &str) -> Result<CentralClient, StartError> {
        let Some(file) = &self.central_ca else { return Ok(CentralClient::new(base)) };
        let wrong = |why: String| StartError::CentralCa(file.clone(), why);
        let authorities = std::fs::read(file).map_err(|error| wrong(error.to_string()))?;
        CentralClient::trusting(base, &authorities).map_err(|error| wrong(error.to_string()))
    }

    /// What people call this machine.
    pub fn name(&self) -> &str {
        match (&self.name, &self.faces[..]) {
            (Some(name), _) => name,
            (None, faces) if faces.contains(&Face::Citizen) => "Ki-ốt 1",
            (None, faces) if faces.contains(&Face::Staff) => "Bàn cán bộ",
            (None, _) => "Bảng gọi số",
        }
    }
}

/// Where paper comes out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Slot {
    /// Below the screen.
    Below,
    /// On the left of the screen.
    Left,
    /// On the right of the screen.
    Right,
}

impl Slot {
    /// As the citizen's page is told of it.
    pub fn told(self) -> PaperSlot {
        match self {
            Self::Below => PaperSlot::Below,
            Self::Left => PaperSlot::Left,
            Self::Right => PaperSlot::Right,
        }
    }
}

/// How what was found of a machine is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Diagnosis {
    /// As a list to read.
    Text,
    /// As JSON, for machines.
    Json,
}

/// Papers a receipt can be printed on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ReceiptSize {
    /// A roll of 58 mm; tickets too.
    Roll58,
    /// A roll of 80 mm.
    Roll80,
    /// A sheet of A5.
    A5,
}

/// A face of the product.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Face {
    /// The touchscreen in the lobby.
    Citizen,
    /// The console at a counter.
    Staff,
    /// The big screen of the hall.
    Board,
}

impl Face {
    /// The label of its window, which is also the name of its page and of its capability.
    pub fn label(self) -> &'static str {
        match self {
            Self::Citizen => "citizen",
            Self::Staff => "staff",
            Self::Board => "board",
        }
    }

    /// As the central system is told of it.
    pub fn told(self) -> DeviceFace {
        match self {
            Self::Citizen => DeviceFace::Citizen,
            Self::Staff => DeviceFace::Staff,
            Self::Board => DeviceFace::Board,
        }
    }
}

fn size(text: &str) -> Result<(f64, f64), String> {
    let sides = text.split_once('x').and_then(|(width, height)| Some((width.parse().ok()?, height.parse().ok()?)));
    sides.ok_or_else(|| format!("'{text}' is no size: write it as 1080x1920"))
}

fn default_data() -> PathBuf {
    let home = std::env::var_os("XDG_DATA_HOME")
        .map(PathBuf::from)
        .or_else(|| std::env::var_os("HOME").map(|home| PathBuf::from(home).join(".local/share")));
    home.unwrap_or_else(|| PathBuf::from(".")).join("motcua")
}
