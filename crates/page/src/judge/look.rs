use image::DynamicImage;

/// The longer side of what is looked at: an A4 sheet at 150 pixels an inch.
const LOOK_SIDE: u32 = 1754;

/// A grey copy of a page, small enough to be looked at in no time.
pub(super) struct Look {
    pub(super) width: usize,
    pub(super) height: usize,
    pub(super) grey: Vec<u8>,
}

impl Look {
    pub(super) fn of(picture: &DynamicImage) -> Self {
        let grey = DynamicImage::from(picture.to_luma8());
        let large = grey.width().max(grey.height()) > LOOK_SIDE;
        let grey = if large { grey.thumbnail(LOOK_SIDE, LOOK_SIDE) } else { grey }.into_luma8();
        Self { width: grey.width() as usize, height: grey.height() as usize, grey: grey.into_raw() }
    }
}
