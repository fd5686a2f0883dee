//! Pages drawn for the tests, and what spoils them.
#![allow(dead_code, reason = "each test draws some of them")]

use std::sync::LazyLock;

use image::imageops::{self, FilterType};
use image::{DynamicImage, Rgb, RgbImage};
use motcua_page::Incoming;
use printpdf::{
    Color, FontId, Mm, Op, ParsedFont, PdfDocument, PdfFont, PdfFontHandle, PdfPage, PdfSaveOptions, Point, Pt,
    Rgb as Ink, TextItem, TextMatrix,
};

const REGULAR: &[u8] = include_bytes!(
    "../../../../ui/node_modules/@expo-google-fonts/be-vietnam-pro/400Regular/BeVietnamPro_400Regular.ttf"
);
const THIN: &[u8] =
    include_bytes!("../../../../ui/node_modules/@expo-google-fonts/noto-sans/100Thin/NotoSans_100Thin.ttf");

/// Running text of a certificate.
const TEXT: [&str; 12] = [
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc",
    "Họ, chữ đệm, tên người mẹ: Nguyễn Thị Sen, sinh ngày 15 tháng 6 năm 1995",
    "Nơi cư trú: ấp Hòa Long, xã Bình Hòa, tỉnh An Giang, số căn cước 089195001234",
    "Đã sinh con vào lúc 07 giờ 35 phút ngày 02 tháng 10 năm 2026 tại Bệnh viện Sản - Nhi",
    "Giới tính của con: nữ; cân nặng 3100 gam; dự định đặt tên con là Trần Nguyễn An",
    "Giấy chứng sinh này được lập thành hai bản có giá trị như nhau, một bản giao cho gia đình",
    "để làm thủ tục đăng ký khai sinh, một bản lưu tại nơi trẻ được sinh ra theo quy định.",
    "Người đỡ đẻ chịu trách nhiệm về những nội dung đã ghi ở trên và ký tên, ghi rõ họ tên.",
    "Thủ trưởng cơ sở khám bệnh, chữa bệnh ký, đóng dấu và ghi rõ ngày, tháng, năm cấp giấy.",
    "Lưu ý: cha, mẹ hoặc người thân thích có trách nhiệm đăng ký khai sinh cho con trong 60 ngày.",
    "Mọi sửa chữa, tẩy xóa trên giấy này đều không có giá trị và phải được lập lại từ đầu.",
];

/// A sheet of A4 as pixels, at 200 an inch, with lines of text at (mm from the left, mm from the top).
fn sheet(font: &[u8], size: f32, lines: &[(f32, f32, &str)]) -> DynamicImage {
    let mut pdf = PdfDocument::new("page");
    let name = FontId("PAGEFO".to_owned());
    let font = ParsedFont::from_bytes(font, 0, &mut Vec::new()).expect("a font");
    pdf.resources.fonts.map.insert(name.clone(), PdfFont::new(font));
    let black = Color::Rgb(Ink::new(0.05, 0.05, 0.1, None));
    let mut ops = vec![Op::SetFillColor { col: black }];
    for (left, top, text) in lines {
        let at = Point { x: Mm(*left).into(), y: Mm(297.0 - top).into() };
        ops.extend([
            Op::StartTextSection,
            Op::SetTextMatrix { matrix: TextMatrix::Translate(at.x, at.y) },
            Op::SetFont { font: PdfFontHandle::External(name.clone()), size: Pt(size) },
            Op::ShowText { items: vec![TextItem::Text((*text).to_owned())] },
            Op::EndTextSection,
        ]);
    }
    pdf.pages = vec![PdfPage::new(Mm(210.0), Mm(297.0), ops)];
    let bytes = pdf.save(&PdfSaveOptions::default(), &mut Vec::new());
    Incoming::open(bytes).expect("a PDF").picture(0).expect("a page")
}

fn full(font: &[u8], size: f32, left: f32) -> DynamicImage {
    let lines: Vec<_> = (0..36).map(|n| (left, 20.0 + 7.0 * n as f32, TEXT[n % TEXT.len()])).collect();
    sheet(font, size, &lines)
}

/// A page full of print.
pub fn print() -> DynamicImage {
    static PRINT: LazyLock<DynamicImage> = LazyLock::new(|| full(REGULAR, 11.0, 25.0));
    PRINT.clone()
}

/// A page in the thinnest letters there are.
pub fn thin_print() -> DynamicImage {
    static THIN_PRINT: LazyLock<DynamicImage> = LazyLock::new(|| full(THIN, 10.0, 25.0));
    THIN_PRINT.clone()
}

/// A form with a few words and lines to write on.
pub fn sparse_form() -> DynamicImage {
    let words = ["TỜ KHAI", "Họ và tên:", "Ngày sinh:", "Nơi cư trú:", "Người khai ký tên"];
    let lines: Vec<_> = words.iter().enumerate().map(|(n, word)| (30.0, 30.0 + 30.0 * n as f32, *word)).collect();
    let mut page = sheet(REGULAR, 12.0, &lines).to_rgb8();
    for y in [480u32, 720, 960] {
        for x in (520..1400).step_by(6) {
            for (dx, dy) in [(0, 0), (1, 0), (0, 1), (1, 1)] {
                page.put_pixel(x + dx, y + dy, Rgb([60; 3]));
            }
        }
    }
    page.into()
}

/// A printed page with a round red stamp over its print.
pub fn stamped() -> DynamicImage {
    let mut page = print().to_rgb8();
    for (x, y, pixel) in page.enumerate_pixels_mut() {
        let far = ((x as f32 - 1150.0).powi(2) + (y as f32 - 1700.0).powi(2)).sqrt();
        if (130.0..142.0).contains(&far) || far < 40.0 {
            pixel.0 = [205, 40, 50];
        }
    }
    page.into()
}

/// A card that is mostly a portrait and a coloured ground, at 200 pixels an inch on a sheet.
pub fn photo_card() -> DynamicImage {
    let lines = [(45.0, 60.0, "CĂN CƯỚC"), (45.0, 68.0, "Nguyễn Thị Sen"), (45.0, 76.0, "089195001234")];
    let mut page = sheet(REGULAR, 9.0, &lines).to_rgb8();
    for (x, y, pixel) in page.enumerate_pixels_mut() {
        let inside = (120..1190).contains(&x) && (330..1010).contains(&y);
        let portrait = (700..1150).contains(&x) && (380..960).contains(&y);
        if portrait {
            let (dx, dy) = ((x as f32 - 925.0) / 160.0, (y as f32 - 640.0) / 220.0);
            let face = 150.0 * (-(dx * dx + dy * dy)).exp() + 50.0 + 20.0 * (y as f32 / 90.0).sin();
            pixel.0 = [face as u8 + 30, face as u8, (face * 0.85) as u8];
        } else if inside && pixel.0[0] > 200 {
            pixel.0 = [190, 215, 205];
        }
    }
    page.into()
}

/// What a camera sees of a page: it lies on a dark table with room on every side, under `light` (1 is
/// good), and the sensor is noisy.
pub fn on_a_table(page: &DynamicImage, light: f32) -> DynamicImage {
    photographed(page, light, (150, 120))
}

/// As [`on_a_table`], through a lens that smears by so many pixels.
pub fn out_of_focus(page: &DynamicImage, light: f32, sigma: f32) -> DynamicImage {
    exposed(DynamicImage::from(laid(page, (150, 120))).blur(sigma).into_rgb8(), light)
}

/// As [`on_a_table`], while the hand moves so many pixels in a direction.
pub fn moved(page: &DynamicImage, (right, down): (u32, u32), pixels: u32) -> DynamicImage {
    let still = laid(page, (150, 120));
    let seen = RgbImage::from_fn(still.width(), still.height(), |x, y| {
        let mut sum = [0; 3];
        for step in 0..pixels {
            let at = |place: u32, along: u32, end: u32| (place + along * step).min(end - 1);
            let pixel = still.get_pixel(at(x, right, still.width()), at(y, down, still.height()));
            for (sum, channel) in sum.iter_mut().zip(pixel.0) {
                *sum += u32::from(channel);
            }
        }
        Rgb(sum.map(|sum| (sum / pixels) as u8))
    });
    exposed(seen, 0.9)
}

/// As [`on_a_table`], with the sheet's corner at this place of the picture.
pub fn photographed(page: &DynamicImage, light: f32, corner: (i64, i64)) -> DynamicImage {
    exposed(laid(page, corner), light)
}

fn laid(page: &DynamicImage, (left, top): (i64, i64)) -> RgbImage {
    let mut table = RgbImage::from_fn(1960, 2580, |x, y| Rgb([70 + ((x * 7 + y * 3) % 9) as u8, 55, 45]));
    imageops::overlay(&mut table, &page.to_rgb8(), left, top);
    table
}

fn exposed(mut table: RgbImage, light: f32) -> DynamicImage {
    let mut seed = 1u32;
    for (x, y, pixel) in table.enumerate_pixels_mut() {
        let falling = light * (0.9 - 0.12 * x as f32 / 1960.0 - 0.08 * y as f32 / 2580.0);
        for channel in &mut pixel.0 {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let noise = (seed >> 24) as f32 / 255.0 * 8.0 - 4.0;
            *channel = (f32::from(*channel) * falling + noise) as u8;
        }
    }
    table.into()
}

/// A lamp mirrored in a page.
pub fn with_lamp(page: &DynamicImage) -> DynamicImage {
    let mut page = page.to_rgb8();
    for (x, y, pixel) in page.enumerate_pixels_mut() {
        let far = ((x as f32 - 900.0).powi(2) + (y as f32 - 1000.0).powi(2)) / (2.0 * 130.0f32.powi(2));
        let lamp = 260.0 * (-far).exp();
        pixel.0 = pixel.0.map(|channel| (f32::from(channel) + lamp).min(255.0) as u8);
    }
    page.into()
}

/// At so many of its 200 pixels an inch.
pub fn at_dpi(page: &DynamicImage, dpi: u32) -> DynamicImage {
    page.resize(page.width() * dpi / 200, page.height() * dpi / 200, FilterType::Triangle)
}

/// A page as a JPEG file.
pub fn jpeg(page: &DynamicImage, quality: u8) -> Vec<u8> {
    let mut out = Vec::new();
    let encoder = image::codecs::jpeg::JpegEncoder::new_with_quality(&mut out, quality);
    page.to_rgb8().write_with_encoder(encoder).expect("encoded");
    out
}
