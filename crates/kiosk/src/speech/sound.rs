/// 16-bit PCM sound, as in a WAV file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sound {
    pub(super) channels: u16,
    /// Samples in a second, of each channel.
    pub(super) rate: u32,
    pub(super) samples: Vec<i16>,
}

impl Sound {
    /// Reads a WAV file; none when it is something else, or not 16-bit PCM. A length that is not true,
    /// as in a file written to a pipe, is cut to what is there.
    pub fn read(file: &[u8]) -> Option<Self> {
        let rest = file.strip_prefix(b"RIFF")?.get(4..)?.strip_prefix(b"WAVE")?;
        let (mut rest, mut format) = (rest, None);
        loop {
            let (name, length) = (rest.get(..4)?, u32::from_le_bytes(rest.get(4..8)?.try_into().ok()?));
            let body = &rest[8..];
            let content = &body[..body.len().min(length as usize)];
            if name == b"fmt " {
                let word = |at: usize| Some(u16::from_le_bytes(content.get(at..at + 2)?.try_into().ok()?));
                let rate = u32::from_le_bytes(content.get(4..8)?.try_into().ok()?);
                if (word(0)?, word(14)?) != (1, 16) || !(1..=2).contains(&word(2)?) || rate == 0 {
                    return None;
                }
                format = Some((word(2)?, rate));
            } else if name == b"data" {
                let (channels, rate) = format?;
                let pairs = content.chunks_exact(2);
                let samples = pairs.map(|pair| i16::from_le_bytes([pair[0], pair[1]])).collect();
                return Some(Self { channels, rate, samples });
            }
            // A part of odd length is followed by one byte of nothing.
            rest = body.get(content.len() + content.len() % 2..)?;
        }
    }

    /// So many milliseconds without a sound.
    pub fn silence(milliseconds: u32) -> Self {
        let rate = 22_050;
        Self { channels: 1, rate, samples: vec![0; (rate * milliseconds / 1_000) as usize] }
    }

    /// What tries the loudspeakers: two seconds, first one note and then a higher one, swelling and fading so
    /// that nothing clicks.
    pub fn tone() -> Self {
        let (rate, notes) = (22_050_u32, [660.0, 880.0]);
        let note = |pitch: f64| {
            (0..rate).map(move |sample| {
                let t = f64::from(sample) / f64::from(rate);
                let swell = (t / 0.02).min((1.0 - t) / 0.2).min(1.0);
                // Well below the full scale of an i16.
                ((t * pitch * std::f64::consts::TAU).sin() * swell * 8_000.0) as i16
            })
        };
        Self { channels: 1, rate, samples: notes.into_iter().flat_map(note).collect() }.levelled()
    }

    /// Both, one after the other; none when they were not recorded alike.
    pub fn then(mut self, next: &Self) -> Option<Self> {
        if (self.channels, self.rate) != (next.channels, next.rate) {
            return None;
        }
        self.samples.extend_from_slice(&next.samples);
        Some(self)
    }

    /// At a volume in percent.
    pub fn at(mut self, volume: u8) -> Self {
        for sample in &mut self.samples {
            // Of at most 100 percent of an i16.
            *sample = (i32::from(*sample) * i32::from(volume.min(100)) / 100) as i16;
        }
        self
    }

    /// As a WAV file.
    pub fn wav(&self) -> Vec<u8> {
        let length = (self.samples.len() * 2) as u32;
        let frame = self.channels * 2;
        let mut file = Vec::with_capacity(44 + self.samples.len() * 2);
        file.extend_from_slice(b"RIFF");
        file.extend_from_slice(&(36 + length).to_le_bytes());
        file.extend_from_slice(b"WAVEfmt ");
        file.extend_from_slice(&16u32.to_le_bytes());
        file.extend_from_slice(&1u16.to_le_bytes());
        file.extend_from_slice(&self.channels.to_le_bytes());
        file.extend_from_slice(&self.rate.to_le_bytes());
        file.extend_from_slice(&(self.rate * u32::from(frame)).to_le_bytes());
        file.extend_from_slice(&frame.to_le_bytes());
        file.extend_from_slice(&16u16.to_le_bytes());
        file.extend_from_slice(b"data");
        file.extend_from_slice(&length.to_le_bytes());
        file.extend(self.samples.iter().flat_map(|sample| sample.to_le_bytes()));
        file
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tone(rate: u32, samples: &[i16]) -> Sound {
        Sound { channels: 1, rate, samples: samples.to_vec() }
    }

    #[test]
    fn a_file_is_read_as_it_was_written() {
        let sound = tone(22_050, &[1, -2, 300, i16::MIN]);
        assert_eq!(Sound::read(&sound.wav()), Some(sound));
    }

    #[test]
    fn pieces_are_joined_when_they_were_recorded_alike() {
        let joined = tone(22_050, &[1]).then(&tone(22_050, &[2, 3]));
        assert_eq!(joined, Some(tone(22_050, &[1, 2, 3])));
        assert_eq!(tone(22_050, &[1]).then(&tone(44_100, &[2])), None);
    }

    #[test]
    fn volume_is_a_part_of_what_was_recorded() {
        assert_eq!(tone(8_000, &[100, -100, i16::MIN]).at(40), tone(8_000, &[40, -40, -13_107]));
    }

    #[test]
    fn the_length_of_a_pipe_is_cut_and_other_parts_are_passed_over() {
        let mut file = tone(22_050, &[7, 8]).wav();
        file[40..44].copy_from_slice(&0x7fff_f000u32.to_le_bytes());
        assert_eq!(Sound::read(&file), Some(tone(22_050, &[7, 8])));
        let mut listed = file[..36].to_vec();
        listed.extend_from_slice(b"LIST\x03\x00\x00\x00abc\x00");
        listed.extend_from_slice(&file[36..]);
        assert_eq!(Sound::read(&listed), Some(tone(22_050, &[7, 8])));
    }

    #[test]
    fn the_tone_lasts_two_seconds_and_ends_without_a_click() {
        let tone = Sound::tone();
        assert_eq!(tone.samples.len(), 2 * 22_050);
        assert!(tone.samples.iter().any(|sample| *sample > 3_000), "it is heard");
        for edge in [0, 22_049, 22_050, 44_099] {
            assert!(tone.samples[edge].abs() < 50, "{edge}: {}", tone.samples[edge]);
        }
    }

    #[test]
    fn what_is_no_such_file_is_none() {
        let good = tone(22_050, &[7, 8]).wav();
        for wrong in [&b""[..], b"RIFF", &good[..30], &[b"OggS", &good[4..]].concat()] {
            assert_eq!(Sound::read(wrong), None);
        }
        let mut eight_bits = good;
        eight_bits[34] = 8;
        assert_eq!(Sound::read(&eight_bits), None);
    }
}
