//! What an ESC/POS printer's address says: where it is, and what kind it is.

use std::fmt;
use std::path::PathBuf;
use std::str::FromStr;

use super::EscPosAddressError as AddressError;

/// Where printers listen for raw data unless the address says otherwise.
const PORT: u16 = 9100;
/// The head of an 80 mm printer: 72 mm of dots.
const DOTS: u16 = 576;
/// Heads narrower or wider than these are not built.
const HEADS: std::ops::RangeInclusive<u16> = 96..=2_048;
/// The speeds a serial line can have.
const BAUDS: std::ops::RangeInclusive<u32> = 1_200..=921_600;

/// An address, taken apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Address {
    pub(super) place: Place,
    /// The width of the head in dots.
    pub(super) dots: u16,
    pub(super) process_id: ProcessId,
    pub(super) cut: Cut,
}

/// Where the device is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// On the network.
    Tcp { host: String, port: u16 },
    /// A device file that takes bytes as they are: `/dev/usb/lp0`.
    File(PathBuf),
    /// A serial line.
    Serial { path: PathBuf, baud: u32, flow: Flow },
}

/// Who holds the sender back on a serial line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Flow {
    /// RTS/CTS.
    Hardware,
    /// XON/XOFF.
    Software,
    /// Nobody.
    None,
}

/// Whether the model answers the process-ID request `GS ( H`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ProcessId {
    Yes,
    No,
    /// It is asked once before the first job.
    Auto,
}

/// How the paper is cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cut {
    Partial,
    Full,
    /// It is torn off by hand.
    None,
}

impl FromStr for Address {
    type Err = AddressError;

    fn from_str(address: &str) -> Result<Self, AddressError> {
        let rest = address.strip_prefix("escpos:").ok_or(AddressError::Form)?;
        let (place, query) = rest.split_once('?').unwrap_or((rest, ""));
        let (mut baud, mut flow) = (None, None);
        let mut this =
            Self { place: Place::File(PathBuf::new()), dots: DOTS, process_id: ProcessId::Auto, cut: Cut::Partial };
        for option in query.split('&').filter(|option| !option.is_empty()) {
            let wrong = || AddressError::Option(option.to_owned());
            match option.split_once('=').ok_or_else(wrong)? {
                ("dots", n) => {
                    let dots: u16 = n.parse().map_err(|_| wrong())?;
                    // A row of the picture is whole bytes.
                    if !HEADS.contains(&dots) || !dots.is_multiple_of(8) {
                        return Err(wrong());
                    }
                    this.dots = dots;
                }
                ("process-id", "yes") => this.process_id = ProcessId::Yes,
                ("process-id", "no") => this.process_id = ProcessId::No,
                ("process-id", "auto") => this.process_id = ProcessId::Auto,
                ("cut", "partial") => this.cut = Cut::Partial,
                ("cut", "full") => this.cut = Cut::Full,
                ("cut", "none") => this.cut = Cut::None,
                ("baud", n) => {
                    baud = Some(n.parse().ok().filter(|baud| BAUDS.contains(baud)).ok_or_else(wrong)?);
                }
                ("flow", "hardware") => flow = Some(Flow::Hardware),
                ("flow", "software") => flow = Some(Flow::Software),
                ("flow", "none") => flow = Some(Flow::None),
                _ => return Err(wrong()),
            }
        }
        this.place = match (place.strip_prefix("//"), baud, flow) {
            (Some(host), None, None) => network(host)?,
            (None, Some(baud), flow) if place.starts_with('/') => {
                Place::Serial { path: place.into(), baud, flow: flow.unwrap_or(Flow::Hardware) }
            }
            (None, None, None) if place.starts_with('/') => Place::File(place.into()),
            // Only a serial line has a speed.
            _ => return Err(AddressError::Form),
        };
        Ok(this)
    }
}

/// `host`, `host:port`, `[::1]` or `[::1]:port`.
fn network(text: &str) -> Result<Place, AddressError> {
    let (host, port) = match text.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
        Some((host, "")) => (host, None),
        Some((host, port)) => (host, Some(port.strip_prefix(':').ok_or(AddressError::Form)?)),
        None => text.split_once(':').map_or((text, None), |(host, port)| (host, Some(port))),
    };
    let port = port.map_or(Ok(PORT), str::parse).map_err(|_| AddressError::Form)?;
    let named = !host.is_empty() && host.chars().all(|c| c.is_ascii_alphanumeric() || ".-_:%".contains(c));
    if !named || port == 0 {
        return Err(AddressError::Form);
    }
    Ok(Place::Tcp { host: host.to_owned(), port })
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Tcp { host, port } if host.contains(':') => write!(f, "[{host}]:{port}"),
            Self::Tcp { host, port } => write!(f, "{host}:{port}"),
            Self::File(path) => write!(f, "{}", path.display()),
            Self::Serial { path, baud, .. } => write!(f, "{} ({baud} baud)", path.display()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(address: &str) -> Address {
        address.parse().unwrap_or_else(|error| panic!("{address}: {error}"))
    }

    #[test]
    fn an_address_says_where_the_device_is() {
        assert_eq!(of("escpos://10.0.0.7").place, Place::Tcp { host: "10.0.0.7".to_owned(), port: 9100 });
        assert_eq!(of("escpos://may-in.local").place.to_string(), "may-in.local:9100");
        assert_eq!(of("escpos://[fe80::1]:9101").place.to_string(), "[fe80::1]:9101");
        assert_eq!(of("escpos:/dev/usb/lp0").place, Place::File("/dev/usb/lp0".into()));
        let serial = Place::Serial { path: "/dev/ttyUSB0".into(), baud: 115_200, flow: Flow::Hardware };
        assert_eq!(of("escpos:/dev/ttyUSB0?baud=115200").place, serial);
    }

    #[test]
    fn an_address_says_what_kind_the_device_is() {
        let plain = of("escpos://printer");
        assert_eq!((plain.dots, plain.process_id, plain.cut), (576, ProcessId::Auto, Cut::Partial));
        let narrow = of("escpos://printer:9100?dots=384&process-id=no&cut=none");
        assert_eq!((narrow.dots, narrow.process_id, narrow.cut), (384, ProcessId::No, Cut::None));
        assert!(matches!(of("escpos:/dev/ttyS0?baud=9600&flow=none").place, Place::Serial { flow: Flow::None, .. }));
    }

    #[test]
    fn what_is_not_understood_is_refused_and_named() {
        for bad in [
            "",
            "escpos",
            "escpos:",
            "escpos://",
            "escpos://:9100",
            "escpos://a:b",
            "escpos://a:0",
            "escpos://a/b",
            "escpos:dev/lp0",
            "ipp://a",
            "escpos://a?baud=9600",
            "escpos:/dev/lp0?flow=none",
        ] {
            assert_eq!(bad.parse::<Address>(), Err(AddressError::Form), "{bad}");
        }
        for option in ["dots=0", "dots=577", "dots=x", "cut=yes", "process-id", "process-id=maybe", "color=1"] {
            let parsed = format!("escpos://a?{option}").parse::<Address>();
            assert_eq!(parsed, Err(AddressError::Option(option.to_owned())));
        }
        let slow = "escpos:/dev/ttyS0?baud=1".parse::<Address>();
        assert_eq!(slow, Err(AddressError::Option("baud=1".to_owned())));
    }
}
