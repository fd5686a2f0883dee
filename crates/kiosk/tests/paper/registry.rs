//! Every document that is printed, on every paper it is printed on, in every language: a line each.

use motcua_domain::paper::{
    Document, PaperSize, acceptance, appointment, checklist, draft, payment_slip, readiness_report, receipt, review,
    supplement, test_page, ticket,
};
use motcua_domain::words::{Locale, Words};

use crate::{official_samples, samples};

/// A document as it is printed.
pub struct Sample {
    /// Of its pictures: `ticket-vi-roll80`.
    pub name: String,
    /// What it says.
    pub document: Document,
    /// So many of its pages are kept as pictures.
    pub shown: usize,
}

/// A document by its size and its words.
type Made = fn(PaperSize, &'static Words) -> Document;

const A4: &[PaperSize] = &[PaperSize::A4];
const A5: &[PaperSize] = &[PaperSize::A5];
const ROLLS: &[PaperSize] = &[PaperSize::Roll58, PaperSize::Roll80];
/// What a receipt may be printed on.
const SLIPS: &[PaperSize] = &[PaperSize::Roll58, PaperSize::Roll80, PaperSize::A5];

/// What a machine prints of itself.
const MACHINE: &[PaperSize] = &[PaperSize::Roll58, PaperSize::Roll80, PaperSize::A4];

/// Every document. A new one is a line here and a sample.
const DOCUMENTS: &[(&str, &[PaperSize], Made)] = &[
    ("ticket", ROLLS, |on, words| ticket(&samples::ticket(), words).on(on)),
    ("ticket-papers", ROLLS, |on, words| ticket(&samples::ticket_with_papers(), words).on(on)),
    ("appointment", ROLLS, |on, words| appointment(&samples::appointment(), words).on(on)),
    ("draft", ROLLS, |on, words| draft(&samples::draft(), words).on(on)),
    ("checklist", SLIPS, |on, words| checklist(&samples::checklist(), on, words)),
    ("receipt-sent", SLIPS, |on, words| receipt(&samples::receipt(), on, words)),
    ("receipt-saved", SLIPS, |on, words| receipt(&samples::saved_receipt(), on, words)),
    ("supplement", SLIPS, |on, words| supplement(&samples::supplement(), on, words)),
    ("payment-slip", SLIPS, |on, words| payment_slip(&official_samples::waiting_slip(), on, words)),
    ("test-page", MACHINE, |on, words| test_page(&samples::test_page(), on, words)),
    ("readiness", MACHINE, |on, words| readiness_report(&samples::readiness(), on, words)),
    ("review", A4, |_, words| review(&samples::review(), words)),
    ("acceptance", A4, |_, words| acceptance(&samples::acceptance(), words)),
];

/// What must look right though no centre would wish for it: in Vietnamese only, [`EXTREME_PAGES`] of each.
const EXTREMES: &[(&str, &[PaperSize], Made)] = &[
    ("extreme-ticket", ROLLS, |on, words| ticket(&samples::extreme_ticket(), words).on(on)),
    ("extreme-acceptance", A4, |_, words| acceptance(&samples::extreme_acceptance(), words)),
    ("khmer-ticket", ROLLS, |on, words| ticket(&samples::khmer_ticket(), words).on(on)),
    ("khmer-page", A5, |_, _| samples::khmer_page()),
    ("empty-receipt", SLIPS, |on, words| receipt(&samples::empty_receipt(), on, words)),
];

/// Pages of an extreme that are kept as pictures: the later ones are like the second.
const EXTREME_PAGES: usize = 2;

/// Every document on every paper. What says the same in every language is there once.
pub fn samples() -> Vec<Sample> {
    let mut samples: Vec<Sample> = Vec::new();
    let ordinary = Locale::ALL.into_iter().map(|locale| (DOCUMENTS, locale, usize::MAX));
    for (list, locale, shown) in ordinary.chain([(EXTREMES, Locale::Vi, EXTREME_PAGES)]) {
        for (name, sizes, made) in list {
            for on in *sizes {
                let document = made(*on, Words::of(locale));
                assert_eq!(document.paper, *on, "{name} is printed on what it is asked for");
                if samples.iter().all(|one| one.document != document) {
                    let name = format!("{name}-{locale:?}-{on:?}").to_lowercase();
                    samples.push(Sample { name, document, shown });
                }
            }
        }
    }
    let official = official_samples::documents().into_iter().map(|(name, document)| {
        let shown = if name.contains("extreme") { EXTREME_PAGES } else { usize::MAX };
        Sample { name: name.to_owned(), document, shown }
    });
    samples.extend(official);
    samples
}
