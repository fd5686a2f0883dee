//! The voice of the hall: one announcement after another, of calls that still stand.
#![allow(clippy::unwrap_used)]

use std::path::Path;
use std::sync::atomic::{AtomicBool, AtomicI64, Ordering};
use std::sync::{Arc, Mutex};

use async_trait::async_trait;
use motcua_domain::time::Moment;
use motcua_domain::voice::{Announcement, Spoken};
use motcua_domain::wire::{BoardCall, BoardView};
use motcua_domain::words::Locale;
use motcua_kiosk::clock::Clock;
use motcua_kiosk::link::Known;
use motcua_kiosk::speech::{
    Announcer, ByTurns, Clips, Espeak, InTurn, Khmer, Manner, Mute, Player, SoundTest, Speaker, TrialSpeaker,
};
use tokio::sync::{Semaphore, mpsc, watch};

/// 08:00 on a Monday.
const MORNING: i64 = 1_795_395_600_000;

struct SetClock(AtomicI64);

impl Clock for SetClock {
    fn now(&self) -> Moment {
        Moment::from_millis(self.0.load(Ordering::SeqCst))
    }
}

fn call(label: &str, counter: u32, second: i64) -> BoardCall {
    let called_at = Moment::from_millis(MORNING + second * 1_000);
    BoardCall { label: label.to_owned(), counter, called_at, serving: false, language: "vi".to_owned() }
}

fn hall(called: &[BoardCall]) -> Known {
    let view = BoardView {
        revision: 1,
        at: Moment::from_millis(MORNING),
        centre: "Trung tâm".to_owned(),
        called: called.to_vec(),
        waiting: Vec::new(),
        groups: Vec::new(),
        counters: Vec::new(),
        notices: Vec::new(),
    };
    Known { live: true, board: Some(view), ..Known::default() }
}

fn announcer(speaker: Arc<dyn Speaker>, volumes: &str) -> (Arc<Announcer>, Arc<SetClock>) {
    let clock = Arc::new(SetClock(AtomicI64::new(MORNING)));
    let manner = Manner { volumes: volumes.parse().unwrap(), khmer: Khmer::Tickets, english: true };
    (Arc::new(Announcer::new(speaker, clock.clone(), manner)), clock)
}

/// Starts an announcer before an empty hall.
fn start(announcer: &Arc<Announcer>) -> watch::Sender<Known> {
    let hall = watch::Sender::new(hall(&[]));
    let (announcer, known) = (announcer.clone(), hall.subscribe());
    tokio::spawn(async move { announcer.run(known).await });
    hall
}

/// Says each announcement only as far as the test lets it, and fails when two are said at once.
struct Slow {
    speaking: AtomicBool,
    begun: mpsc::UnboundedSender<(String, u8)>,
    go_on: Semaphore,
    checked: Semaphore,
}

impl Slow {
    fn new() -> (Arc<Self>, mpsc::UnboundedReceiver<(String, u8)>) {
        let (begun, heard) = mpsc::unbounded_channel();
        let speaking = AtomicBool::new(false);
        (Arc::new(Self { speaking, begun, go_on: Semaphore::new(0), checked: Semaphore::new(0) }), heard)
    }
}

#[async_trait]
impl Speaker for Slow {
    async fn check(&self) -> Result<(), Mute> {
        self.checked.add_permits(1);
        Ok(())
    }

    async fn say(&self, what: &Announcement, volume: u8) -> Result<(), Mute> {
        assert!(!self.speaking.swap(true, Ordering::SeqCst), "two voices at once");
        self.begun.send((what.text.clone(), volume)).unwrap();
        self.go_on.acquire().await.unwrap().forget();
        self.speaking.store(false, Ordering::SeqCst);
        Ok(())
    }

    async fn tone(&self, _: u8) -> Result<(), Mute> {
        unreachable!("calls play no tone")
    }
}

fn vietnamese(label: &str, counter: u32) -> String {
    Announcement::call(label, counter, Locale::Vi).text
}

#[tokio::test]
async fn one_call_is_said_after_another_and_what_is_over_meanwhile_is_left_out() {
    let (slow, mut heard) = Slow::new();
    let (announcer, clock) = announcer(slow.clone(), "00:00=10,07:00=80,11:30=40");
    let hall_now = start(&announcer);
    slow.checked.acquire().await.unwrap().forget();
    // It sees the empty hall next, and waits for another.
    tokio::task::yield_now().await;

    hall_now.send_replace(hall(&[call("A002", 2, 2), call("A001", 1, 1)]));
    assert_eq!(heard.recv().await.unwrap(), (vietnamese("A001", 1), 80));
    // While it speaks: the holder of A002 came, B001 was called, A001 was called again.
    let came = BoardCall { serving: true, ..call("A002", 2, 2) };
    hall_now.send_replace(hall(&[call("A001", 1, 9), call("B001", 12, 5), came]));
    clock.0.fetch_add(4 * 3_600_000, Ordering::SeqCst);
    slow.go_on.add_permits(1);
    assert_eq!(heard.recv().await.unwrap(), (vietnamese("B001", 12), 40));
    slow.go_on.add_permits(1);
    assert_eq!(heard.recv().await.unwrap(), (vietnamese("A001", 1), 40));
    slow.go_on.add_permits(1);

    // An English ticket is called in Vietnamese, then in English.
    let english = BoardCall { language: "en".to_owned(), ..call("C003", 3, 20) };
    hall_now.send_replace(hall(&[english]));
    assert_eq!(heard.recv().await.unwrap().0, vietnamese("C003", 3));
    slow.go_on.add_permits(1);
    assert_eq!(heard.recv().await.unwrap().0, "Number C zero zero three, please go to counter three");
    slow.go_on.add_permits(1);

    // A Khmer one in Vietnamese, then in Khmer.
    let khmer = BoardCall { language: "km".to_owned(), ..call("C004", 3, 30) };
    hall_now.send_replace(hall(&[khmer]));
    assert_eq!(heard.recv().await.unwrap().0, vietnamese("C004", 3));
    slow.go_on.add_permits(1);
    assert_eq!(heard.recv().await.unwrap().0, "km: invite C 0 0 4 to-counter 3");
}

/// Has no Khmer.
#[derive(Default)]
struct VietnameseOnly(TrialSpeaker);

#[async_trait]
impl Speaker for VietnameseOnly {
    async fn check(&self) -> Result<(), Mute> {
        self.0.check().await
    }

    async fn say(&self, what: &Announcement, volume: u8) -> Result<(), Mute> {
        if what.language == Spoken::Khmer { Err(Mute::NoClip) } else { self.0.say(what, volume).await }
    }

    async fn tone(&self, volume: u8) -> Result<(), Mute> {
        self.0.tone(volume).await
    }
}

#[tokio::test]
async fn a_hall_whose_khmer_is_not_recorded_is_not_mute() {
    let speaker = Arc::new(VietnameseOnly::default());
    let (announcer, _) = announcer(speaker.clone(), "100");
    let known = watch::Sender::new(hall(&[]));
    let running = {
        let (announcer, known) = (announcer.clone(), known.subscribe());
        tokio::spawn(async move { announcer.run(known).await })
    };
    tokio::task::yield_now().await;
    known.send_replace(hall(&[BoardCall { language: "km".to_owned(), ..call("A001", 1, 1) }]));
    tokio::task::yield_now().await;
    drop(known);
    running.await.unwrap();
    assert_eq!(speaker.0.said(), [vietnamese("A001", 1)]);
    assert!(!*announcer.mute().borrow());
}

#[tokio::test]
async fn at_volume_nought_nothing_is_said() {
    let trial = Arc::new(TrialSpeaker::default());
    let (announcer, clock) = announcer(trial.clone(), "07:00=0,09:00=50");
    let known = watch::Sender::new(hall(&[]));
    let running = {
        let (announcer, known) = (announcer.clone(), known.subscribe());
        tokio::spawn(async move { announcer.run(known).await })
    };
    tokio::task::yield_now().await;
    known.send_replace(hall(&[call("A001", 1, 1)]));
    tokio::task::yield_now().await;
    clock.0.fetch_add(3_600_000, Ordering::SeqCst);
    known.send_replace(hall(&[call("A002", 2, 2), call("A001", 1, 1)]));
    tokio::task::yield_now().await;
    drop(known);
    running.await.unwrap();
    assert_eq!(trial.said(), [vietnamese("A002", 2)]);
}

/// Fails, or does not.
struct Broken(AtomicBool, Mutex<Vec<String>>);

#[async_trait]
impl Speaker for Broken {
    async fn check(&self) -> Result<(), Mute> {
        if self.0.load(Ordering::SeqCst) { Err(Mute::NoSound) } else { Ok(()) }
    }

    async fn say(&self, what: &Announcement, _: u8) -> Result<(), Mute> {
        self.check().await?;
        self.1.lock().unwrap().push(what.text.clone());
        Ok(())
    }

    async fn tone(&self, _: u8) -> Result<(), Mute> {
        self.check().await
    }
}

#[tokio::test]
async fn a_voice_that_fails_is_known_to_be_mute_until_it_is_heard_again() {
    let broken = Arc::new(Broken(AtomicBool::new(true), Mutex::default()));
    let (announcer, _) = announcer(broken.clone(), "100");
    let mut mute = announcer.mute();
    let hall_now = start(&announcer);
    mute.wait_for(|mute| *mute).await.unwrap();
    broken.0.store(false, Ordering::SeqCst);
    tokio::task::yield_now().await;
    hall_now.send_replace(hall(&[call("A001", 1, 1)]));
    mute.wait_for(|mute| !*mute).await.unwrap();
    assert_eq!(*broken.1.lock().unwrap(), [vietnamese("A001", 1)]);
}

/// A mono WAV file at 8 kHz: a note that lasts so many milliseconds, at a part of the full scale.
fn a_clip(folder: &Path, name: &str, milliseconds: u32, loud: f64) {
    let samples = 8 * milliseconds;
    let mut wav = Vec::new();
    wav.extend_from_slice(b"RIFF");
    wav.extend_from_slice(&(36 + samples * 2).to_le_bytes());
    wav.extend_from_slice(b"WAVEfmt \x10\0\0\0\x01\0\x01\0\x40\x1f\0\0\x80\x3e\0\0\x02\0\x10\0data");
    wav.extend_from_slice(&(samples * 2).to_le_bytes());
    let note = |sample: u32| ((f64::from(sample) * 0.5).sin() * loud * 32_767.0) as i16;
    wav.extend((0..samples).flat_map(|sample| note(sample).to_le_bytes()));
    std::fs::write(folder.join(name).with_extension("wav"), wav).unwrap();
}

/// The highest sample of some of what was played, in milliseconds at 8 kHz.
fn highest(wav: &[u8], from: usize, to: usize) -> i32 {
    let samples = wav[44..][from * 16..to * 16].chunks_exact(2);
    samples.map(|pair| i32::from(i16::from_le_bytes([pair[0], pair[1]])).abs()).max().unwrap()
}

#[tokio::test]
async fn clips_are_played_alike_when_there_is_one_for_each_piece_and_espeak_says_the_rest() {
    let folder = tempfile::tempdir().unwrap();
    let vi = folder.path().join("vi");
    std::fs::create_dir(&vi).unwrap();
    // Recorded far from the microphone, near to it, and over it.
    for (clip, milliseconds, loud) in [
        ("invite", 700, 0.05),
        ("A", 100, 0.5),
        ("0", 200, 0.1),
        ("1", 300, 1.0),
        ("to-counter", 500, 0.3),
        ("3", 400, 0.7),
    ] {
        a_clip(&vi, clip, milliseconds, loud);
    }
    let played = folder.path().join("played.wav");
    let player = Player::new(&format!("tee {}", played.display()));
    let clips: Arc<dyn Speaker> = Arc::new(Clips::new(folder.path(), player.clone()));
    let espeak: Arc<dyn Speaker> = Arc::new(Espeak::new("vi-vn-x-south", "en", player));
    let voice = InTurn(vec![clips.clone(), espeak]);
    voice.check().await.expect("espeak-ng is installed by script/bootstrap");

    let call = Announcement::call("A001", 3, Locale::Vi);
    voice.say(&call, 100).await.unwrap();
    let loud = std::fs::read(&played).unwrap();
    let lengths = [700, 100, 200, 200, 300, 500, 400];
    assert_eq!(loud.len(), 44 + 16 * lengths.iter().sum::<usize>());
    let starts = lengths.iter().scan(0, |from, length| Some(std::mem::replace(from, *from + length)));
    let peaks: Vec<_> = starts.zip(lengths).map(|(from, length)| highest(&loud, from, from + length)).collect();
    let (least, most) = (peaks.iter().min().unwrap(), peaks.iter().max().unwrap());
    assert!(*least > 2_000 && most - least < most / 10, "as loud as each other: {peaks:?}");
    voice.say(&call, 50).await.unwrap();
    let half = highest(&std::fs::read(&played).unwrap(), 0, 700);
    assert!((half * 2 - peaks[0]).abs() <= 2, "at half the volume {half} of {}", peaks[0]);

    // A piece that is recorded anew is heard from then on.
    a_clip(&vi, "3", 900, 0.5);
    voice.say(&call, 100).await.unwrap();
    assert_eq!(std::fs::read(&played).unwrap().len(), loud.len() + 16 * 500);

    // No clip for counter 4.
    let other = Announcement::call("A001", 4, Locale::Vi);
    assert_eq!(clips.say(&other, 50).await, Err(Mute::NoClip));
    voice.say(&other, 50).await.unwrap();
    let spoken = std::fs::read(&played).unwrap();
    assert!(spoken.starts_with(b"RIFF") && spoken.len() > 22_050 * 2, "more than a second: {} bytes", spoken.len());
    voice.say(&Announcement::call("A001", 4, Locale::En), 50).await.unwrap();
    assert_ne!(std::fs::read(&played).unwrap(), spoken);
}

#[tokio::test]
async fn without_a_player_or_a_voice_it_says_why() {
    let what = Announcement::call("A001", 3, Locale::Vi);
    for player in ["", "no-such-player", "false"] {
        let espeak = Espeak::new("vi-vn-x-south", "en", Player::new(player));
        assert_eq!(espeak.say(&what, 50).await, Err(Mute::NoSound), "{player:?}");
    }
    // espeak-ng takes the language before a hyphen for an unknown voice: this begins with none.
    let espeak = Espeak::new("zzz", "en", Player::new("cat"));
    assert_eq!(espeak.say(&what, 50).await, Err(Mute::NoVoice));
}

#[tokio::test]
async fn a_device_that_is_not_there_makes_it_mute_and_the_player_is_told_of_one_that_is() {
    let folder = tempfile::tempdir().unwrap();
    // Plays nowhere, and writes down what it was asked for.
    let asked = folder.path().join("asked");
    for (program, told) in
        [("aplay", "-D plughw:1,0 -q"), ("pw-cat", "--target plughw:1,0 -q"), ("paplay", "--device=plughw:1,0 -q")]
    {
        let path = folder.path().join(program);
        std::fs::write(&path, format!("#!/bin/sh\ncat >/dev/null\necho \"$*\" >{}\n", asked.display())).unwrap();
        std::fs::set_permissions(&path, std::os::unix::fs::PermissionsExt::from_mode(0o755)).unwrap();
        let player = Player::new(&format!("{} -q", path.display())).on("plughw:1,0").unwrap();
        Espeak::new("vi-vn-x-south", "en", player).tone(50).await.unwrap();
        assert_eq!(std::fs::read_to_string(&asked).unwrap().trim(), told);
    }
    assert!(Player::new("sox -").on("plughw:1,0").is_err());
    // The real one, where there is no such card.
    let missing = Player::new("aplay -q").on("plughw:CARD=NoSuchCard,DEV=0").unwrap();
    assert_eq!(Espeak::new("vi-vn-x-south", "en", missing).check().await, Err(Mute::NoSound));
}

#[tokio::test]
async fn a_test_of_the_sound_plays_a_tone_and_a_sentence_at_the_volume_of_the_hour() {
    let clock = Arc::new(SetClock(AtomicI64::new(MORNING)));
    let trial = Arc::new(TrialSpeaker::default());
    let test = |speaker: Arc<dyn Speaker>, volumes: &str| SoundTest {
        speaker: Arc::new(ByTurns::new(speaker)),
        volumes: volumes.parse().unwrap(),
        clock: clock.clone(),
    };
    test(trial.clone(), "80").run().await.unwrap();
    assert_eq!(trial.said(), ["♪", "Đây là tiếng thử loa. Xin mời công dân nghe."]);
    let code = |tested: Result<(), motcua_domain::wire::Problem>| tested.unwrap_err().code;
    assert_eq!(code(test(trial.clone(), "07:00=0").run().await), "sound-off-now");
    assert_eq!(trial.said().len(), 2);
    let broken = Arc::new(Broken(AtomicBool::new(true), Mutex::default()));
    assert_eq!(code(test(broken, "80").run().await), "sound-no-device");
    let espeak = Arc::new(Espeak::new("zzz", "en", Player::new("tee /dev/null")));
    assert_eq!(code(test(espeak, "80").run().await), "sound-no-voice");
}

#[tokio::test]
async fn a_trial_keeps_what_it_was_to_say() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("said.txt");
    let trial = TrialSpeaker::into_file(&file);
    trial.say(&Announcement::call("A001", 3, Locale::Vi), 0).await.unwrap();
    trial.say(&Announcement::call("A001", 3, Locale::En), 0).await.unwrap();
    assert_eq!(std::fs::read_to_string(&file).unwrap(), format!("{}\n", trial.said().join("\n")));
    assert_eq!(trial.said()[0], "Mời công dân có số A không không một, đến quầy số ba");
}
