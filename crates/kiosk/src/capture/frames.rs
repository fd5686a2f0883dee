//! A camera's stream of bytes, cut into pictures.

/// The most bytes of one picture: an 8-megapixel frame without compression is 16 MB.
const MAX_FRAME: usize = 20 * 1024 * 1024;

/// How a camera writes its pictures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pixels {
    /// One JPEG after another.
    Jpeg,
    /// Brightness of every pixel and colour of every second, in pairs: Y U Y V (V4L2_PIX_FMT_YUYV).
    Yuyv {
        /// Pixels in a row, an even number.
        width: u32,
        /// Rows.
        height: u32,
    },
}

/// Cuts a stream into pictures. A picture that never ends is dropped.
pub(super) struct Cutter {
    pixels: Pixels,
    kept: Vec<u8>,
    /// For JPEG: how many of the kept bytes were searched for the end.
    searched: usize,
}

impl Cutter {
    pub(super) fn new(pixels: Pixels) -> Self {
        Self { pixels, kept: Vec::new(), searched: 0 }
    }

    /// Takes what came, and returns the last picture that it completes.
    pub(super) fn push(&mut self, bytes: &[u8]) -> Option<Vec<u8>> {
        self.kept.extend_from_slice(bytes);
        let mut last = None;
        while let Some(end) = self.end() {
            let rest = self.kept.split_off(end);
            last = Some(std::mem::replace(&mut self.kept, rest));
            self.searched = 0;
        }
        if self.kept.len() > MAX_FRAME {
            self.kept.clear();
            self.searched = 0;
        }
        last
    }

    /// Where the first picture ends.
    fn end(&mut self) -> Option<usize> {
        match self.pixels {
            Pixels::Yuyv { width, height } => {
                let size = width as usize * height as usize * 2;
                (self.kept.len() >= size).then_some(size)
            }
            Pixels::Jpeg => {
                // What stands before a beginning is the rest of a picture whose beginning was missed.
                let begins = |at: &[u8]| at.starts_with(&[0xff, 0xd8]);
                if self.kept.len() >= 2 && !begins(&self.kept) {
                    let start = self.kept.windows(2).position(begins).unwrap_or(self.kept.len() - 1);
                    self.kept.drain(..start);
                    self.searched = 0;
                }
                let from = self.searched.saturating_sub(1);
                self.searched = self.kept.len();
                let found = self.kept.get(from..)?.windows(2).position(|at| at == [0xff, 0xd9])?;
                Some(from + found + 2)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn jpegs_are_cut_wherever_the_stream_is_broken() {
        let (first, second) = (b"\xff\xd8one\xff\x00\xff\xd9", b"\xff\xd8two\xff\xd9");
        let stream = [b"rest\xff\xd9".as_slice(), first, second].concat();
        for size in 1..stream.len() {
            let mut cutter = Cutter::new(Pixels::Jpeg);
            let pictures: Vec<Vec<u8>> = stream.chunks(size).filter_map(|part| cutter.push(part)).collect();
            assert_eq!(pictures.last().map(Vec::as_slice), Some(second.as_slice()), "in parts of {size}");
            assert!(pictures.len() == 1 || pictures[0] == first, "in parts of {size}");
        }
    }

    #[test]
    fn rows_of_pixels_are_counted() {
        let mut cutter = Cutter::new(Pixels::Yuyv { width: 2, height: 2 });
        assert_eq!(cutter.push(&[1; 7]), None);
        assert_eq!(cutter.push(&[1, 2, 2]), Some(vec![1; 8]));
        assert_eq!(cutter.push(&[2; 6]), Some(vec![2; 8]));
    }

    #[test]
    fn a_picture_without_an_end_does_not_fill_the_memory() {
        let mut cutter = Cutter::new(Pixels::Jpeg);
        cutter.push(b"\xff\xd8");
        for _ in 0..30 {
            assert_eq!(cutter.push(&vec![0; 1024 * 1024]), None);
            assert!(cutter.kept.len() <= MAX_FRAME + 1024 * 1024);
        }
    }
}
