use serde::{Deserialize, Serialize};

use super::RawRecord;

/// A field of a record that is read.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema,
)]
#[ts(export, rename = "RecordField")]
#[schema(as = RecordField)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// The decision it was published by.
    Decision,
    /// Levels of government.
    Levels,
    /// The field (lĩnh vực).
    Field,
    /// Who may apply.
    Subjects,
    /// Who carries it out.
    Departments,
    /// Who decides.
    Decides,
    /// Where it is handed in.
    Address,
    /// Ways to hand it in, with deadlines and fees.
    Ways,
    /// Papers by case.
    Papers,
    /// What one receives.
    Results,
    /// Legal bases.
    Legal,
    /// Conditions.
    Conditions,
    /// Steps.
    Steps,
}

impl Field {
    /// Every field, in the order of a record.
    pub const ALL: [Self; 13] = [
        Self::Decision,
        Self::Levels,
        Self::Field,
        Self::Subjects,
        Self::Departments,
        Self::Decides,
        Self::Address,
        Self::Ways,
        Self::Papers,
        Self::Results,
        Self::Legal,
        Self::Conditions,
        Self::Steps,
    ];

    /// Its text in a record.
    pub fn of(self, raw: &RawRecord) -> &str {
        match self {
            Self::Decision => &raw.so_quyet_dinh,
            Self::Levels => &raw.cap_thuc_hien,
            Self::Field => &raw.linh_vuc,
            Self::Subjects => &raw.doi_tuong_thuc_hien,
            Self::Departments => &raw.co_quan_thuc_hien,
            Self::Decides => &raw.co_quan_co_tham_quyen,
            Self::Address => &raw.dia_chi_tiep_nhan,
            Self::Ways => &raw.cach_thuc_thuc_hien,
            Self::Papers => &raw.thanh_phan_ho_so,
            Self::Results => &raw.ket_qua_xu_ly,
            Self::Legal => &raw.can_cu_phap_ly,
            Self::Conditions => &raw.yeu_cau_dieu_kien,
            Self::Steps => &raw.trinh_tu_thuc_hien,
        }
    }
}

/// Something in a record that could not be read for certain.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema)]
#[ts(export)]
pub struct Doubt {
    /// Where.
    pub field: Field,
    /// Why.
    pub why: Why,
    /// The record's own words.
    pub original: String,
}

/// Why something could not be read for certain.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema,
)]
#[ts(export, rename = "DoubtWhy")]
#[schema(as = DoubtWhy)]
#[serde(rename_all = "kebab-case")]
pub enum Why {
    /// A word that is none of those expected.
    UnknownWord,
    /// The table has no row that can be told apart.
    NoRows,
    /// The beginning of the table is no row.
    BeforeFirstRow,
    /// A number of no unit: days, or something else.
    DeadlineWithoutUnit,
    /// A deadline that is no whole number of its unit.
    DeadlineNotWhole,
    /// More hours than a working day has: hours of work, or of the clock.
    DeadlineHoursUnclear,
    /// The words beside it count working days where it counts days, or the other way round.
    DeadlineUnlikeWords,
    /// A deadline in words.
    DeadlineInWords,
    /// Where the deadline ends and the fee begins cannot be told.
    DeadlineAndFeeGlued,
    /// An amount that is not written in thousands as amounts are.
    AmountUnclear,
    /// Less than any fee: probably thousands were meant.
    AmountTooSmall,
    /// Another currency than đồng.
    NotInDong,
    /// Free, with words that speak of money.
    FreeButWords,
    /// The words beside the amount name another, or several.
    AmountUnlikeWords,
    /// The province sets it.
    AmountSetElsewhere,
    /// The number of originals may belong to the name before it.
    CountGlued,
    /// A paper without its number.
    PaperWithoutCount,
    /// Where a paper's name ends and its form's name begins cannot be told.
    FormGlued,
    /// Where a code ends and the next name begins cannot be told.
    ResultGlued,
}

impl Why {
    /// Every reason.
    pub const ALL: [Self; 19] = [
        Self::UnknownWord,
        Self::NoRows,
        Self::BeforeFirstRow,
        Self::DeadlineWithoutUnit,
        Self::DeadlineNotWhole,
        Self::DeadlineHoursUnclear,
        Self::DeadlineUnlikeWords,
        Self::DeadlineInWords,
        Self::DeadlineAndFeeGlued,
        Self::AmountUnclear,
        Self::AmountTooSmall,
        Self::NotInDong,
        Self::FreeButWords,
        Self::AmountUnlikeWords,
        Self::AmountSetElsewhere,
        Self::CountGlued,
        Self::PaperWithoutCount,
        Self::FormGlued,
        Self::ResultGlued,
    ];
}

/// Collects doubts while a record is read.
#[derive(Debug, Default)]
pub(super) struct Doubts(Vec<Doubt>);

impl Doubts {
    /// Longest original that is kept with a doubt, in characters: the whole text is kept once anyway.
    const MOST: usize = 300;

    pub(super) fn add(&mut self, field: Field, why: Why, original: &str) {
        let original: String = original.trim().chars().take(Self::MOST).collect();
        let doubt = Doubt { field, why, original };
        if !self.0.contains(&doubt) {
            self.0.push(doubt);
        }
    }

    pub(super) fn into_list(self) -> Vec<Doubt> {
        self.0
    }
}
