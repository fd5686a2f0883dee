//! What a printed document says, as typed data: no fonts, no millimetres of a page.
//!
//! [`ticket`], [`appointment`], [`checklist`], [`draft`], [`review`], [`receipt`], [`supplement`],
//! [`acceptance`] and the other forms turn facts into a [`Document`]; a kiosk lays it out. They are never mixed up: a ticket is a **Phiếu số thứ tự**, a time
//! that is kept a **Phiếu hẹn làm thủ tục**, a list of papers to take home says **Giấy tờ cần chuẩn bị**,
//! what brings its owner back to an unfinished application a **Phiếu làm tiếp hồ sơ**,
//! what a person signs before an officer submits for them a **Bản xem lại để ký**,
//! what a citizen gets after "Nộp" is a **Phiếu nộp hồ sơ trực tuyến**, after "Gửi bổ sung" a
//! **Phiếu bổ sung hồ sơ**, and only an officer's act makes a
//! **Giấy tiếp nhận hồ sơ và hẹn trả kết quả** (TT 03/2025/TT-VPCP, Mẫu 01).
//!
//! The other forms of that circular share its head (`official`): [`supplement_request`] (Mẫu 02), [`refusal`]
//! (Mẫu 03), [`extension`] (Mẫu 04), [`discontinuation`] (Mẫu 05) and [`control`] (Mẫu 06). What an officer asks
//! of 03 to 06 is a [`FormWanted`]. A [`payment_slip`] (**Phiếu báo nộp tiền**) says what to pay before it is
//! paid and is no receipt of money; a [`day_report`] (**Báo cáo ngày**) is the hall's day on paper.

mod acceptance;
mod appointment;
mod checklist;
mod control;
mod day_report;
mod discontinuation;
mod document;
mod draft;
mod extension;
mod form_wanted;
mod official;
mod payment_slip;
mod readiness;
mod receipt;
mod refusal;
mod review;
mod supplement;
mod supplement_request;
mod ticket;

pub use acceptance::{AcceptancePaper, AcceptedPaper, acceptance};
pub use appointment::{AppointmentPaper, appointment};
pub use checklist::{CaseLines, Checklist, ChecklistPaper, PaperItem, checklist};
pub use control::{ControlPaper, control};
pub use day_report::{DayReportPaper, ServiceNames, day_report};
pub use discontinuation::{DiscontinuationPaper, discontinuation};
pub use document::{Align, Block, Check, Column, Document, PaperSize, Row, RuleKind, Share, Signature, Style};
pub use draft::{DraftPaper, draft};
pub use extension::{ExtensionPaper, extension};
pub use form_wanted::{FormReady, FormWanted};
pub use official::OfficialPaper;
pub use payment_slip::{PaymentSlipPaper, payment_slip};
pub use readiness::{ReadinessPaper, TEST_CODE, TestPaper, readiness_report, test_page};
pub use receipt::{ReceiptPaper, ReceiptPayment, Transfer, receipt};
pub use refusal::{RefusalPaper, refusal};
pub use review::{ReviewConsent, ReviewPaper, content_mark, review};
pub use supplement::{SupplementPaper, supplement};
pub use supplement_request::{SupplementRequestPaper, supplement_request};
pub use ticket::{TicketPaper, TicketProcedure, ticket};

use crate::payment::Vnd;
use crate::time::Moment;
use crate::words::Words;

/// A moment in the words of the reader: `08 giờ 05, ngày 23/11/2026`.
fn date_time(moment: Moment, words: &Words) -> String {
    said_of(moment, "paper-date-time", words)
}

/// A key whose words take `$hour`, `$minute`, `$day`, `$month` and `$year`, said of a moment.
fn said_of(moment: Moment, key: &str, words: &Words) -> String {
    let local = moment.local();
    let two = |n: i8| format!("{n:02}");
    words.say_with(
        key,
        &[
            ("hour", &two(local.hour())),
            ("minute", &two(local.minute())),
            ("day", &two(local.day())),
            ("month", &two(local.month())),
            ("year", &local.year().to_string()),
        ],
    )
}

/// An amount with its unit by the words of `key`, or those of `key-none` for nothing to pay.
fn money(amount: Vnd, key: &str, words: &Words) -> String {
    if amount.0 == 0 {
        return words.say(&format!("{key}-none"));
    }
    words.say_with(key, &[("amount", &amount.to_string())])
}

/// The sum of fees, held at the largest amount that can be written.
fn total(fees: &[(String, Vnd)]) -> Vnd {
    Vnd(fees.iter().fold(0, |sum, (_, fee)| sum.saturating_add(fee.0)))
}

/// The marks that must be seen before anything else: a trial print, a second copy.
fn marks(trial: bool, reprint: bool, words: &Words) -> Vec<Block> {
    let marks = [(trial, "paper-trial"), (reprint, "paper-reprint")];
    marks.into_iter().filter(|(holds, _)| *holds).map(|(_, key)| Block::Stamp(words.say(key))).collect()
}
