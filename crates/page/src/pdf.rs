use lopdf::content::{Content, Operation};
use lopdf::{Document, Object, Stream, dictionary};

use crate::kept::Page;

/// A pixel of a page in points: there are 200 pixels and 72 points in an inch.
const PIXEL: f32 = 72.0 / 200.0;

/// Makes pages into one PDF, each as large as it is at 200 pixels an inch. Their JPEGs go in as they
/// are, and nothing else: no date, no author, no program.
pub fn pdf(pages: &[Page]) -> Vec<u8> {
    let mut pdf = Document::with_version("1.7");
    let tree = pdf.new_object_id();
    let kids: Vec<Object> = pages.iter().map(|page| add(&mut pdf, page, tree).into()).collect();
    let count = kids.len() as i64;
    pdf.set_object(tree, dictionary! { "Type" => "Pages", "Kids" => kids, "Count" => count });
    let catalogue = pdf.add_object(dictionary! { "Type" => "Catalog", "Pages" => tree });
    pdf.trailer.set("Root", catalogue);
    let mut out = Vec::new();
    pdf.save_to(&mut out).expect("memory takes every byte, and nothing of it is encrypted");
    out
}

fn add(pdf: &mut Document, page: &Page, tree: lopdf::ObjectId) -> lopdf::ObjectId {
    let (width, height) = (page.width as f32 * PIXEL, page.height as f32 * PIXEL);
    let grey = is_grey(&page.jpeg);
    let picture = Stream::new(
        dictionary! {
            "Type" => "XObject",
            "Subtype" => "Image",
            "Width" => i64::from(page.width),
            "Height" => i64::from(page.height),
            "ColorSpace" => if grey { "DeviceGray" } else { "DeviceRGB" },
            "BitsPerComponent" => 8,
            "Filter" => "DCTDecode",
        },
        page.jpeg.clone(),
    );
    let picture = pdf.add_object(picture.with_compression(false));
    let content = Content {
        operations: vec![
            Operation::new("cm", vec![width.into(), 0.into(), 0.into(), height.into(), 0.into(), 0.into()]),
            Operation::new("Do", vec!["P".into()]),
        ],
    };
    let content = content.encode().expect("numbers and a name");
    let content = pdf.add_object(Stream::new(dictionary! {}, content));
    pdf.add_object(dictionary! {
        "Type" => "Page",
        "Parent" => tree,
        "MediaBox" => vec![0.into(), 0.into(), width.into(), height.into()],
        "Resources" => dictionary! { "XObject" => dictionary! { "P" => picture } },
        "Contents" => content,
    })
}

/// Whether a JPEG has one channel: the frame header says how many (ITU-T T.81, B.2.2).
fn is_grey(jpeg: &[u8]) -> bool {
    let mut rest = jpeg.get(2..).unwrap_or_default();
    while let [0xff, marker, high, low, body @ ..] = rest {
        if matches!(marker, 0xc0..=0xc2) {
            return body.get(5) == Some(&1);
        }
        let length = usize::from(u16::from_be_bytes([*high, *low]));
        rest = rest.get(2 + length..).unwrap_or_default();
    }
    false
}
