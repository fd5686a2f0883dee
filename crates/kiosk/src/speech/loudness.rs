//! One loudness for all that is heard: clips that were recorded nearer or farther from a microphone, and a
//! synthesiser's voice. Measured as EBU R 128 and ITU-R BS.1770 have it.

use std::collections::VecDeque;

use ebur128::{EbuR128, Mode};

use super::sound::Sound;

/// How loud a sound is made, in LUFS: as loud as speech can be without being squeezed.
const TARGET: f64 = -18.0;
/// What no peak goes over, between the samples too, in dB of full scale.
const PEAK: f64 = -1.0;
/// The most a quiet sound is turned up, in dB: more would make a hall hear the noise of a recording.
const MOST: f64 = 20.0;
/// A sound that is quieter is nothing but the noise of a room, in LUFS (BS.1770's absolute gate).
const NOISE: f64 = -70.0;
/// The shortest sound that can be measured, in seconds: a block of BS.1770 has 0.4 s.
const BLOCK: f64 = 0.4;
/// How near to the target is near enough, in LU.
const NEAR: f64 = 0.3;
/// How often a sound whose peaks were held down is turned up again.
const ROUNDS: usize = 4;

impl Sound {
    /// The same at the loudness everything has. Its peaks are held down where they would go over; silence,
    /// and what cannot be measured, stays as it is.
    pub(super) fn levelled(self) -> Self {
        let samples: Vec<f32> = self.samples.iter().map(|sample| f32::from(*sample) / 32_768.0).collect();
        let Some(measured) = self.measure(&samples).filter(|measured| measured.loudness > NOISE) else { return self };
        let (mut gain, mut made) = (0.0, Vec::new());
        let mut loudness = measured.loudness;
        for _ in 0..ROUNDS {
            gain = f64::min(gain + TARGET - loudness, MOST);
            made = samples.iter().map(|sample| sample * factor(gain)).collect();
            self.hold_down(&mut made, factor(PEAK));
            let Some(now) = self.measure(&made) else { return self };
            // Between two samples a peak may still be higher than both.
            let over = (now.peak - PEAK).max(0.0);
            made.iter_mut().for_each(|sample| *sample *= factor(-over));
            loudness = now.loudness - over;
            if gain >= MOST || (TARGET - loudness).abs() < NEAR {
                break;
            }
        }
        // Between -1 and 1, by the peak.
        let samples = made.iter().map(|sample| (sample * 32_767.0).round() as i16).collect();
        Self { samples, ..self }
    }

    /// How loud it is, and its highest peak; none when that cannot be measured.
    fn measure(&self, samples: &[f32]) -> Option<Measured> {
        let channels = u32::from(self.channels);
        // Whole frames: a file may end in the middle of one.
        let samples = &samples[..samples.len() - samples.len() % usize::from(self.channels)];
        if samples.is_empty() {
            return None;
        }
        let mut meter = EbuR128::new(channels, self.rate, Mode::I | Mode::TRUE_PEAK).ok()?;
        // What is not longer than two blocks is heard over and over, as if it went on.
        let block = (BLOCK * f64::from(self.rate)).ceil() as usize * usize::from(self.channels);
        let times = (2 * block).div_ceil(samples.len());
        for _ in 0..times {
            meter.add_frames_f32(samples).ok()?;
        }
        let peaks = (0..channels).map(|channel| meter.true_peak(channel));
        let peak = peaks.collect::<Result<Vec<_>, _>>().ok()?.into_iter().fold(0.0, f64::max);
        Some(Measured { loudness: meter.loudness_global().ok()?, peak: 20.0 * peak.log10() })
    }

    /// Turns down what goes over the ceiling, gently in and out over 5 ms, all channels alike.
    fn hold_down(&self, samples: &mut [f32], ceiling: f32) {
        let (channels, reach) = (usize::from(self.channels), (self.rate / 200) as usize);
        let peak = |frame: &[f32]| frame.iter().fold(0.0_f32, |peak, sample| peak.max(sample.abs()));
        let needed: Vec<f32> = samples.chunks(channels).map(|frame| (ceiling / peak(frame)).min(1.0)).collect();
        if needed.iter().all(|gain| *gain >= 1.0) {
            return;
        }
        // The mean of the lowest around is never more than what any of them needs.
        let lowest = lowest_around(&needed, reach);
        let mut sums = vec![0.0_f64];
        for gain in &lowest {
            sums.push(sums[sums.len() - 1] + f64::from(*gain));
        }
        for (at, frame) in samples.chunks_mut(channels).enumerate() {
            let (from, to) = (at.saturating_sub(reach), (at + reach + 1).min(lowest.len()));
            let gain = ((sums[to] - sums[from]) / (to - from) as f64) as f32;
            frame.iter_mut().for_each(|sample| *sample *= gain);
        }
    }
}

/// What was measured of a sound.
struct Measured {
    /// In LUFS.
    loudness: f64,
    /// The highest true peak of its channels, in dB of full scale.
    peak: f64,
}

/// What so many decibels are, as a factor.
fn factor(decibels: f64) -> f32 {
    10_f64.powf(decibels / 20.0) as f32
}

/// The lowest of what stands within `reach` of each place.
fn lowest_around(values: &[f32], reach: usize) -> Vec<f32> {
    // Places of ever higher values: the first is the lowest in reach.
    let mut window: VecDeque<usize> = VecDeque::new();
    let mut next = 0;
    let lowest = |at: usize| {
        while next < values.len() && next <= at + reach {
            while window.back().is_some_and(|last| values[*last] >= values[next]) {
                window.pop_back();
            }
            window.push_back(next);
            next += 1;
        }
        while window.front().is_some_and(|first| first + reach < at) {
            window.pop_front();
        }
        window.front().map_or(1.0, |first| values[*first])
    };
    (0..values.len()).map(lowest).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const RATE: u32 = 22_050;

    /// What sounds a little like speech: syllables of a buzzing voice with pauses, at a peak in dB of full scale.
    fn speech(channels: u16, seconds: f64, peak: f64) -> Sound {
        let frames = (f64::from(RATE) * seconds) as usize;
        let mut samples = Vec::new();
        for frame in 0..frames {
            let t = frame as f64 / f64::from(RATE);
            let syllable = (t * 4.0 * std::f64::consts::TAU).sin().max(0.0).powi(2);
            let voice: f64 =
                (1..12).map(|n| (t * 140.0 * f64::from(n) * std::f64::consts::TAU).cos() / f64::from(n)).sum();
            let sample = syllable * voice / 3.02 * f64::from(factor(peak)) * 32_767.0;
            samples.extend(std::iter::repeat_n(sample as i16, usize::from(channels)));
        }
        Sound { channels, rate: RATE, samples }
    }

    fn measured(sound: &Sound) -> Measured {
        let samples: Vec<f32> = sound.samples.iter().map(|sample| f32::from(*sample) / 32_768.0).collect();
        sound.measure(&samples).expect("it can be measured")
    }

    #[test]
    fn clips_recorded_at_different_levels_come_out_alike() {
        for channels in [1, 2] {
            for peak in [0.0, -6.0, -10.0, -15.0] {
                let made = measured(&speech(channels, 1.5, peak).levelled());
                assert!((made.loudness - TARGET).abs() <= 1.0, "{peak} dB became {} LUFS", made.loudness);
                assert!(made.peak <= PEAK + 0.1, "a peak of {} dB", made.peak);
            }
        }
    }

    #[test]
    fn a_letter_that_is_shorter_than_a_block_is_made_as_loud() {
        let made = measured(&speech(1, 0.25, -15.0).levelled());
        assert!((made.loudness - TARGET).abs() <= 1.0, "{} LUFS", made.loudness);
    }

    #[test]
    fn a_single_knock_is_held_down_and_the_voice_is_as_loud_as_elsewhere() {
        let mut knocked = speech(1, 2.0, -14.0);
        knocked.samples[30_000] = i16::MAX;
        knocked.samples[30_001] = i16::MIN;
        let made = measured(&knocked.levelled());
        assert!((made.loudness - TARGET).abs() <= 1.0, "{} LUFS", made.loudness);
        assert!(made.peak <= PEAK + 0.1, "a peak of {} dB", made.peak);
    }

    #[test]
    fn silence_stays_silent_and_noise_is_not_blown_up() {
        let silence = Sound::silence(700);
        assert_eq!(silence.clone().levelled(), silence);
        let empty = Sound { samples: Vec::new(), ..silence.clone() };
        assert_eq!(empty.clone().levelled(), empty);
        let dither = Sound { samples: (0..20_000).map(|n| n % 2).collect(), ..silence };
        let highest = |sound: Sound| sound.samples.iter().map(|sample| sample.unsigned_abs()).max();
        assert!(highest(dither.levelled()) <= Some(10), "20 dB at most");
        assert!(highest(speech(1, 1.0, -50.0).levelled()) <= Some(1_100), "20 dB at most");
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(12))]
        #[test]
        fn no_peak_ever_goes_over(
            samples in prop::collection::vec(any::<i16>(), 64..4_000), channels in 1u16..=2, rate in prop::sample::select(vec![8_000u32, 22_050, 48_000]),
        ) {
            let made = Sound { channels, rate, samples }.levelled();
            let highest = made.samples.iter().map(|sample| i32::from(*sample).abs()).max().unwrap_or(0);
            // -1 dB of full scale.
            prop_assert!(highest <= 29_230, "{}", highest);
        }
    }
}
