//! Records of the national database, as it publishes them: one JSON object a procedure, all values
//! strings, table cells glued together. What can be read for certain is read; what cannot is kept in
//! the record's own words and flagged for an officer. Nothing is guessed.

mod cells;
mod doubt;
mod papers;
mod plain;
mod record;
mod report;
#[cfg(test)]
mod tests;
mod ways;

pub use doubt::{Doubt, Field, Why};
pub use record::{NationalRecord, PaperCase, PaperRow, ReadFee, RecordResult, Way};
pub use report::{FieldCount, ImportReport, Sample};

use std::borrow::Cow;

use serde::Deserialize;

use crate::text::{nfc, squeeze};
use doubt::Doubts;

/// A record as it is published. Keys as the database names them; keys that are not read are ignored.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct RawRecord {
    /// National code.
    pub ma_thu_tuc: String,
    /// Name.
    pub ten_thu_tuc: String,
    /// The decision it was published by.
    pub so_quyet_dinh: String,
    /// Levels of government.
    pub cap_thuc_hien: String,
    /// Field.
    pub linh_vuc: String,
    /// Who may apply.
    pub doi_tuong_thuc_hien: String,
    /// Who decides.
    pub co_quan_co_tham_quyen: String,
    /// Who carries it out.
    pub co_quan_thuc_hien: String,
    /// Where it is handed in.
    pub dia_chi_tiep_nhan: String,
    /// Its steps.
    pub trinh_tu_thuc_hien: String,
    /// Ways to hand it in, with deadlines and fees.
    pub cach_thuc_thuc_hien: String,
    /// Papers.
    pub thanh_phan_ho_so: String,
    /// Legal bases.
    pub can_cu_phap_ly: String,
    /// Conditions.
    pub yeu_cau_dieu_kien: String,
    /// Results.
    pub ket_qua_xu_ly: String,
}

impl RawRecord {
    fn texts_mut(&mut self) -> [&mut String; 15] {
        [
            &mut self.ma_thu_tuc,
            &mut self.ten_thu_tuc,
            &mut self.so_quyet_dinh,
            &mut self.cap_thuc_hien,
            &mut self.linh_vuc,
            &mut self.doi_tuong_thuc_hien,
            &mut self.co_quan_co_tham_quyen,
            &mut self.co_quan_thuc_hien,
            &mut self.dia_chi_tiep_nhan,
            &mut self.trinh_tu_thuc_hien,
            &mut self.cach_thuc_thuc_hien,
            &mut self.thanh_phan_ho_so,
            &mut self.can_cu_phap_ly,
            &mut self.yeu_cau_dieu_kien,
            &mut self.ket_qua_xu_ly,
        ]
    }
}

/// Why a line is no record at all.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoRecord {
    /// It is not JSON of the national shape.
    #[error("not a JSON object of strings: {0}")]
    NotJson(String),
    /// The code is not like `1.001193`.
    #[error("{0:?} is no national code")]
    Code(String),
    /// It has no name.
    #[error("{0} has no name")]
    Name(String),
}

/// Reads a line of a file of records.
///
/// # Errors
/// [`NoRecord`]: the line stands for no procedure. A record that is merely dirty is read, with doubts.
pub fn read_line(line: &str) -> Result<NationalRecord, NoRecord> {
    let mut raw: RawRecord = serde_json::from_str(line).map_err(|error| NoRecord::NotJson(error.to_string()))?;
    for text in raw.texts_mut() {
        if let Cow::Owned(composed) = nfc(text) {
            *text = composed;
        }
    }
    read(&raw)
}

/// Reads a record whose text is in NFC.
///
/// # Errors
/// As [`read_line`].
fn read(raw: &RawRecord) -> Result<NationalRecord, NoRecord> {
    let code = squeeze(&raw.ma_thu_tuc);
    let is_code = code.split_once('.').is_some_and(|(kind, rest)| {
        let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        kind.len() == 1 && digits(kind) && rest.len() == 6 && digits(rest)
    });
    if !is_code {
        return Err(NoRecord::Code(code));
    }
    let name = squeeze(&raw.ten_thu_tuc);
    if name.is_empty() {
        return Err(NoRecord::Name(code));
    }
    let mut doubts = Doubts::default();
    let record = NationalRecord {
        name,
        decision: plain::said(&raw.so_quyet_dinh),
        levels: plain::levels(&raw.cap_thuc_hien, &mut doubts),
        field: plain::said(&raw.linh_vuc),
        subjects: plain::subjects(&raw.doi_tuong_thuc_hien, &mut doubts),
        departments: plain::departments(&raw.co_quan_thuc_hien),
        decides: plain::departments(&raw.co_quan_co_tham_quyen),
        address: plain::said(&raw.dia_chi_tiep_nhan),
        ways: ways::read(&raw.cach_thuc_thuc_hien, &mut doubts),
        cases: papers::read(&raw.thanh_phan_ho_so, &mut doubts),
        results: plain::results(&raw.ket_qua_xu_ly, &mut doubts),
        legal: plain::legal(&raw.can_cu_phap_ly),
        conditions: plain::conditions(&raw.yeu_cau_dieu_kien),
        steps: plain::steps(&raw.trinh_tu_thuc_hien),
        originals: Field::ALL
            .into_iter()
            .map(|field| (field, field.of(raw).to_owned()))
            .filter(|(_, text)| !text.trim().is_empty())
            .collect(),
        doubts: doubts.into_list(),
        code,
    };
    Ok(record)
}
