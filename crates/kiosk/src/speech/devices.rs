use std::process::Stdio;
use std::time::Duration;

use tokio::process::Command;

use super::Mute;
use super::player::Player;

/// A program that lists devices and takes this long hangs.
const PATIENCE: Duration = Duration::from_secs(5);

/// Where sound can come out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SoundDevice {
    /// What the player is told to play on it.
    pub name: String,
    /// What it is, as the system describes it; may be empty.
    pub what: String,
}

/// The devices a player can play on: those of ALSA for aplay, otherwise the sinks of the sound server.
///
/// # Errors
/// [`Mute::NoSound`] when the program that lists them (`aplay`, `pactl`) is not there or fails.
pub async fn devices(player: &Player) -> Result<Vec<SoundDevice>, Mute> {
    match player.program() {
        "aplay" => Ok(of_alsa(&output("aplay", &["-L"]).await?)),
        _ => Ok(of_the_server(&output("pactl", &["list", "short", "sinks"]).await?)),
    }
}

async fn output(program: &str, arguments: &[&str]) -> Result<String, Mute> {
    let listed = Command::new(program).args(arguments).stdin(Stdio::null()).kill_on_drop(true).output();
    match tokio::time::timeout(PATIENCE, listed).await {
        Ok(Ok(listed)) if listed.status.success() => Ok(String::from_utf8_lossy(&listed.stdout).into_owned()),
        _ => Err(Mute::NoSound),
    }
}

/// `aplay -L`: each name at the beginning of a line, what it is on indented lines behind it.
fn of_alsa(listed: &str) -> Vec<SoundDevice> {
    let mut devices: Vec<SoundDevice> = Vec::new();
    for line in listed.lines().filter(|line| !line.trim().is_empty()) {
        match devices.last_mut() {
            Some(device) if line.starts_with(char::is_whitespace) => {
                let between = if device.what.is_empty() { "" } else { ", " };
                device.what = format!("{}{between}{}", device.what, line.trim());
            }
            _ => devices.push(SoundDevice { name: line.trim().to_owned(), what: String::new() }),
        }
    }
    // It plays everything nowhere.
    devices.retain(|device| device.name != "null");
    devices
}

/// `pactl list short sinks`: number, name, driver, format and state, apart by tabs.
fn of_the_server(listed: &str) -> Vec<SoundDevice> {
    let device = |line: &str| {
        let mut parts = line.split('\t').skip(1);
        let name = parts.next().filter(|name| !name.is_empty())?.to_owned();
        Some(SoundDevice { name, what: parts.collect::<Vec<_>>().join(", ") })
    };
    listed.lines().filter_map(device).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn device(name: &str, what: &str) -> SoundDevice {
        SoundDevice { name: name.to_owned(), what: what.to_owned() }
    }

    #[test]
    fn the_devices_of_alsa_are_told_with_what_they_are() {
        let listed = "null\n    Discard all samples (playback)\nplughw:CARD=Device,DEV=0\n    USB Audio Device, USB Audio\n    Hardware device with all software conversions\ndefault\n";
        assert_eq!(
            of_alsa(listed),
            [
                device(
                    "plughw:CARD=Device,DEV=0",
                    "USB Audio Device, USB Audio, Hardware device with all software conversions"
                ),
                device("default", ""),
            ]
        );
        assert_eq!(of_alsa(""), []);
    }

    #[test]
    fn the_sinks_of_a_sound_server_are_told_by_their_names() {
        let listed = "47\talsa_output.usb-0.analog-stereo\tPipeWire\ts16le 2ch 48000Hz\tSUSPENDED\n\nx\n";
        assert_eq!(
            of_the_server(listed),
            [device("alsa_output.usb-0.analog-stereo", "PipeWire, s16le 2ch 48000Hz, SUSPENDED")]
        );
    }
}
