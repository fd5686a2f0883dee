use super::{Check, Light, Verdict};

/// How far a touch may land from its target on a screen that is well, in millimetres: a fingertip covers more.
const TOUCH_GOOD: f64 = 3.0;
/// How far on one whose large buttons still work, in millimetres.
const TOUCH_BEARABLE: f64 = 6.0;

/// The causes a printer gives that there are words for.
const PRINTER_CAUSES: [&str; 9] =
    ["no_paper", "paper_low", "cover_open", "jam", "output_full", "no_ink", "offline", "paused", "mute"];

/// What is known of a printer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PrinterFound {
    /// What it is and where: `IPP, ipp://10.0.0.5/ipp/print`.
    pub described: String,
    /// Whether it only writes files.
    pub trial: bool,
    /// Whether it says that it can print.
    pub ready: bool,
    /// What it says is the matter.
    pub cause: Option<String>,
    /// Whether this machine prints for people.
    pub wanted: bool,
    /// What an officer said of the last test page: right, or not. None before one was looked at.
    pub page_right: Option<bool>,
}

/// The printer: what the device says counts first, then what an officer saw on the test page.
pub fn printer(found: &PrinterFound) -> Verdict {
    let of = |light, name: &str| Verdict::new(Check::Printer, light, name);
    let cause = found.cause.as_deref();
    if cause == Some("not_set_up") {
        return if found.wanted { of(Light::Red, "none") } else { of(Light::Absent, "none-here") };
    }
    let known = |cause: &str| PRINTER_CAUSES.into_iter().find(|known| *known == cause).unwrap_or("other").to_owned();
    let verdict = match (found.ready, cause, found.page_right) {
        // It does what it should for somebody else, and cannot be asked now.
        (false, Some("in_use"), _) => of(Light::Grey, "in_use"),
        (false, cause, _) => of(Light::Red, &known(cause.unwrap_or("other"))),
        (true, _, Some(false)) => of(Light::Red, "bad-page"),
        _ if found.trial => of(Light::Amber, "trial"),
        (true, Some(cause), _) => of(Light::Amber, &known(cause)),
        (true, None, Some(true)) => of(Light::Green, "good-page"),
        (true, None, None) => of(Light::Green, "ready").worth_trying(),
    };
    verdict.with("printer", without_password(&found.described))
}

/// An address without who signs in there.
fn without_password(described: &str) -> String {
    match described.split_once("://") {
        Some((scheme, rest)) => {
            let end = rest.find('/').unwrap_or(rest.len());
            let (host, path) = rest.split_at(end);
            let host = host.rsplit_once('@').map_or(host, |(_, host)| host);
            format!("{scheme}://{host}{path}")
        }
        None => described.to_owned(),
    }
}

/// What is known of a card and code reader.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReaderFound {
    /// Its device.
    pub device: String,
    /// Whether the device is there.
    pub exists: bool,
    /// Whether this program may open it.
    pub allowed: bool,
    /// Whether it is being read; none when this program does not try to.
    pub read: Option<bool>,
    /// Whether another program has it open.
    pub held: bool,
    /// Whether the code of the test page was read.
    pub tried: bool,
}

/// The reader; none is set up where nothing was found.
pub fn reader(found: Option<&ReaderFound>) -> Verdict {
    let of = |light, name| Verdict::new(Check::Reader, light, name);
    let Some(found) = found else { return of(Light::Absent, "none") };
    let verdict = match found {
        ReaderFound { exists: false, .. } => of(Light::Red, "away"),
        ReaderFound { allowed: false, .. } => of(Light::Red, "refused"),
        ReaderFound { read: Some(false), .. } => of(Light::Red, "silent"),
        ReaderFound { tried: true, .. } => of(Light::Green, "tried"),
        ReaderFound { read: None, held: true, .. } => of(Light::Grey, "held"),
        ReaderFound { .. } => of(Light::Grey, "there").worth_trying(),
    };
    verdict.with("device", &found.device)
}

/// What is known of a document camera.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CameraFound {
    /// None is set up.
    None,
    /// It is not plugged in.
    Unplugged,
    /// This program may not open it.
    Refused,
    /// It is there; nobody has asked it for a picture.
    There,
    /// Another program has it.
    Busy,
    /// It gave no picture.
    Silent,
    /// Its picture shows nothing.
    Dark,
    /// Its picture shows something.
    Sees,
}

/// The camera; `trial` is one that plays pictures of a folder.
pub fn camera(found: CameraFound, trial: bool) -> Verdict {
    let of = |light, name| Verdict::new(Check::Camera, light, name);
    match found {
        CameraFound::None => of(Light::Absent, "none"),
        CameraFound::Unplugged => of(Light::Red, "unplugged"),
        CameraFound::Refused => of(Light::Red, "refused"),
        CameraFound::Busy => of(Light::Amber, "busy"),
        CameraFound::Silent => of(Light::Red, "silent"),
        CameraFound::Dark => of(Light::Amber, "dark"),
        CameraFound::There | CameraFound::Sees if trial => of(Light::Amber, "trial"),
        CameraFound::There => of(Light::Grey, "there").worth_trying(),
        CameraFound::Sees => of(Light::Green, "sees"),
    }
}

/// What is known of a document scanner that this program drives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScannerFound {
    /// None is set up.
    None,
    /// It does not answer.
    Unplugged,
    /// Another program has it.
    Busy,
    /// It answers.
    There,
}

/// The scanner.
pub fn scanner(found: ScannerFound) -> Verdict {
    let of = |light, name| Verdict::new(Check::Scanner, light, name);
    match found {
        ScannerFound::None => of(Light::Absent, "none"),
        ScannerFound::Unplugged => of(Light::Red, "unplugged"),
        ScannerFound::Busy => of(Light::Amber, "busy"),
        ScannerFound::There => of(Light::Green, "there"),
    }
}

/// What is known of the folder that a scanner writes into.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FolderFound {
    /// None is set up.
    None,
    /// It is not there: often a share of the network that is away.
    Missing,
    /// Files in it cannot be read and deleted.
    Locked,
    /// It can be used.
    Usable,
}

/// The scanner's folder.
pub fn scan_folder(found: FolderFound, folder: &str) -> Verdict {
    let of = |light, name| Verdict::new(Check::ScanFolder, light, name).with("folder", folder);
    match found {
        FolderFound::None => of(Light::Absent, "none"),
        FolderFound::Missing => of(Light::Red, "missing"),
        FolderFound::Locked => of(Light::Red, "locked"),
        FolderFound::Usable => of(Light::Green, "usable"),
    }
}

/// Why no sound comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SoundTrouble {
    /// Nothing makes the words.
    NoVoice,
    /// Nothing plays them, or on no loudspeaker.
    NoSound,
}

/// What is known of a loudspeaker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SpeakerFound {
    /// Whether it only writes down what it would say.
    pub trial: bool,
    /// Why no sound comes, where that is known.
    pub trouble: Option<SoundTrouble>,
    /// Whether an officer heard the test sound; none before one was played.
    pub heard: Option<bool>,
}

/// The loudspeaker; none is set up where nothing was found.
pub fn speaker(found: Option<SpeakerFound>) -> Verdict {
    let of = |light, name| Verdict::new(Check::Speaker, light, name);
    match found {
        None => of(Light::Absent, "none"),
        Some(SpeakerFound { trouble: Some(SoundTrouble::NoVoice), .. }) => of(Light::Red, "no-voice"),
        Some(SpeakerFound { trouble: Some(SoundTrouble::NoSound), .. }) => of(Light::Red, "no-sound"),
        Some(SpeakerFound { heard: Some(false), .. }) => of(Light::Red, "not-heard"),
        Some(SpeakerFound { trial: true, .. }) => of(Light::Amber, "trial"),
        Some(SpeakerFound { heard: Some(true), .. }) => of(Light::Green, "heard"),
        Some(SpeakerFound { heard: None, .. }) => of(Light::Grey, "there").worth_trying(),
    }
}

/// How exactly the screen feels a finger: how far the worst of the touches landed from its target, in
/// millimetres. None before anybody tried.
pub fn touch(worst: Option<f64>) -> Verdict {
    let of = |light, name| Verdict::new(Check::Touch, light, name);
    let Some(worst) = worst else { return of(Light::Grey, "untried").worth_trying() };
    let verdict = match worst {
        worst if worst <= TOUCH_GOOD => of(Light::Green, "good"),
        worst if worst <= TOUCH_BEARABLE => of(Light::Amber, "fair"),
        _ => of(Light::Red, "bad"),
    };
    verdict.with("worst", format!("{worst:.1}").replace('.', ","))
}
