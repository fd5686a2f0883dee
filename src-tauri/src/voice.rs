//! The voice of this machine: it calls numbers in the hall, or reads pages to the person before it.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::{Args, ValueEnum};
use motcua_domain::voice::Volumes;
use motcua_kiosk::clock::Clock;
use motcua_kiosk::speech::{
    Announcer, ByTurns, Clips, Espeak, InTurn, Khmer, Manner, Player, PlayerError, SoundTest, Speaker, TrialSpeaker,
    devices,
};

/// How numbers are called aloud.
#[derive(Clone, Debug, Args)]
pub struct VoiceSettings {
    /// Calls numbers aloud. One machine of a hall does: the one with the loudspeakers.
    #[arg(long, value_enum)]
    pub speak: Option<Speak>,
    /// Reads pages aloud to the person at a citizen's screen who asks for it.
    #[arg(long, value_enum)]
    pub read: Option<Speak>,
    /// A folder of recorded pieces: vi/invite.wav, vi/A.wav to vi/Z.wav, vi/0.wav to vi/9.wav,
    /// vi/to-counter.wav, and the counters' numbers such as vi/12.wav; the same in km/ and en/. What has
    /// no clip for each of its pieces is said by espeak-ng, Khmer apart.
    #[arg(long, requires = "speak")]
    pub clips: Option<PathBuf>,
    /// espeak-ng's voice for Vietnamese.
    #[arg(long, default_value = "vi-vn-x-south")]
    pub voice: String,
    /// Calls everybody in Khmer as well, after Vietnamese, from the recorded pieces in km/; otherwise only
    /// holders of Khmer tickets are.
    #[arg(long, requires = "clips")]
    pub khmer: bool,
    /// espeak-ng's voice for English, in which holders of English tickets are called after Vietnamese;
    /// 'none' for Vietnamese alone.
    #[arg(long, default_value = "en")]
    pub english_voice: String,
    /// How loud, in percent: 80, or by the hour as 07:00=80,11:30=40,13:00=80,17:30=0.
    #[arg(long, default_value = "100")]
    pub volume: Volumes,
    /// The program that plays a WAV file from its standard input.
    #[arg(long, default_value = "aplay -q")]
    pub player: String,
    /// The device to play on, where it is not the system's own choice: a name that --sound-devices lists.
    #[arg(long, value_name = "NAME")]
    pub sound_device: Option<String>,
    /// Lists the devices that can be played on, and ends.
    #[arg(long)]
    pub sound_devices: bool,
}

/// Where a voice goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Speak {
    /// To the loudspeakers.
    Aloud,
    /// Nowhere: what would be said is written into said.txt of the data folder.
    Trial,
}

/// What speaks at a machine.
#[derive(Default)]
pub struct Voices {
    /// Who calls numbers aloud.
    pub announcer: Option<Announcer>,
    /// What reads pages.
    pub aloud: Option<Arc<dyn Speaker>>,
    /// Tries the loudspeakers.
    pub test: Option<SoundTest>,
}

impl VoiceSettings {
    /// Who calls numbers aloud at this machine, and what reads its pages, if they are to.
    ///
    /// # Errors
    /// When the player cannot be told of the device that was chosen.
    pub fn voices(&self, data: &Path, clock: Arc<dyn Clock>) -> Result<Voices, PlayerError> {
        let Some(test) = self.test(data, clock.clone())? else { return Ok(Voices::default()) };
        let speaker = test.speaker.clone();
        let manner = Manner {
            volumes: self.volume.clone(),
            khmer: if self.khmer { Khmer::Everybody } else { Khmer::Tickets },
            english: self.english_voice != "none",
        };
        let announcer = self.speak.map(|_| Announcer::new(speaker.clone(), clock, manner));
        Ok(Voices { announcer, aloud: self.read.map(|_| speaker), test: Some(test) })
    }

    /// The devices that can be played on, a line for each, for who installs the machine.
    ///
    /// # Errors
    /// What to do when they cannot be listed.
    pub async fn list_devices(&self) -> Result<String, &'static str> {
        let listed = devices(&Player::new(&self.player)).await;
        let listed = listed
            .map_err(|_| "the devices could not be listed: install alsa-utils (aplay) or pulseaudio-utils (pactl)")?;
        Ok(listed.iter().map(|device| format!("{}\t{}\n", device.name, device.what)).collect())
    }

    /// What tries the loudspeakers, over what speaks here; none where nothing is to be heard.
    ///
    /// # Errors
    /// When the player cannot be told of the device that was chosen.
    pub fn test(&self, data: &Path, clock: Arc<dyn Clock>) -> Result<Option<SoundTest>, PlayerError> {
        let Some(to) = self.speak.or(self.read) else { return Ok(None) };
        let speaker = Arc::new(ByTurns::new(self.voice(to, data)?));
        Ok(Some(SoundTest { speaker, volumes: self.volume.clone(), clock }))
    }

    /// Whether what would be said is only written down.
    pub fn trial(&self) -> bool {
        self.speak.or(self.read) == Some(Speak::Trial)
    }

    fn voice(&self, to: Speak, data: &Path) -> Result<Arc<dyn Speaker>, PlayerError> {
        Ok(match to {
            Speak::Trial => Arc::new(TrialSpeaker::into_file(&data.join("said.txt"))),
            Speak::Aloud => {
                let player = Player::new(&self.player);
                let player = match &self.sound_device {
                    Some(device) => player.on(device)?,
                    None => player,
                };
                let clips = self.clips.as_deref().map(|folder| Clips::new(folder, player.clone()));
                let espeak = Espeak::new(&self.voice, &self.english_voice, player);
                let clips = clips.into_iter().map(|clips| Arc::new(clips) as Arc<dyn Speaker>);
                Arc::new(InTurn(clips.chain([Arc::new(espeak) as Arc<dyn Speaker>]).collect()))
            }
        })
    }
}
