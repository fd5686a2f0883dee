use std::process::Stdio;
use std::time::Duration;

use tokio::io::AsyncWriteExt;
use tokio::process::Command;

use super::Mute;
use super::sound::Sound;

/// Longer than any announcement: a player that takes this long hangs.
const LONGEST: Duration = Duration::from_secs(60);

/// A program that plays a WAV file from its standard input: `aplay -q`, `pw-cat -p -`.
#[derive(Clone, Debug)]
pub struct Player(Vec<String>);

/// A device was chosen for a player that is not known to take one.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("it is not known how '{0}' is told which device to play on: give the device to the player itself")]
pub struct PlayerError(String);

impl Player {
    /// The program and its arguments, apart by spaces.
    pub fn new(command: &str) -> Self {
        Self(command.split_whitespace().map(str::to_owned).collect())
    }

    /// The same on a device of its own: `plughw:1,0` of `aplay -L`, or the name of a sink. A device that is
    /// not there makes it mute, and is tried again.
    ///
    /// # Errors
    /// For a player other than aplay, pw-cat, pw-play and paplay.
    pub fn on(mut self, device: &str) -> Result<Self, PlayerError> {
        let told = match self.program() {
            "aplay" => vec!["-D".to_owned(), device.to_owned()],
            "pw-cat" | "pw-play" => vec!["--target".to_owned(), device.to_owned()],
            "paplay" => vec![format!("--device={device}")],
            other => return Err(PlayerError(other.to_owned())),
        };
        // Before what is played, which some players want to hear of last.
        self.0.splice(1..1, told);
        Ok(self)
    }

    /// The program's name without its folder; empty without a program.
    pub(super) fn program(&self) -> &str {
        let path = self.0.first().map_or("", String::as_str);
        path.rsplit_once('/').map_or(path, |(_, name)| name)
    }

    /// Plays to the end.
    ///
    /// # Errors
    /// [`Mute::NoSound`].
    pub(super) async fn play(&self, sound: &Sound) -> Result<(), Mute> {
        let (program, arguments) = self.0.split_first().ok_or(Mute::NoSound)?;
        let mut player = Command::new(program)
            .args(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .kill_on_drop(true)
            .spawn()
            .map_err(|_| Mute::NoSound)?;
        let played = async {
            let mut input = player.stdin.take()?;
            // A player that ends early says so by its exit status.
            let _ = input.write_all(&sound.wav()).await;
            drop(input);
            player.wait().await.ok()
        };
        match tokio::time::timeout(LONGEST, played).await {
            Ok(Some(status)) if status.success() => Ok(()),
            _ => Err(Mute::NoSound),
        }
    }
}
