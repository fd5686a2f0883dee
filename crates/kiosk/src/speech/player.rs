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

impl Player {
    /// The program and its arguments, apart by spaces.
    pub fn new(command: &str) -> Self {
        Self(command.split_whitespace().map(str::to_owned).collect())
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
