use serde::{Deserialize, Serialize};

/// Where a dossier is, by the codes of the national synchronisation (`TrangThaiHoSo`, 1 to 10).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum DossierState {
    /// 1, Mới đăng ký.
    Registered = 1,
    /// 2, Được tiếp nhận.
    Accepted = 2,
    /// 3, Không được tiếp nhận.
    Refused = 3,
    /// 4, Đang xử lý.
    Processing = 4,
    /// 5, Yêu cầu bổ sung giấy tờ.
    SupplementRequested = 5,
    /// 6, Yêu cầu thực hiện nghĩa vụ tài chính.
    PaymentRequested = 6,
    /// 7, Công dân yêu cầu rút hồ sơ.
    WithdrawalRequested = 7,
    /// 8, Dừng xử lý.
    Stopped = 8,
    /// 9, Đã xử lý xong.
    Processed = 9,
    /// 10, Đã trả kết quả.
    Returned = 10,
}

impl DossierState {
    /// All of them, in the order of their codes.
    pub const ALL: [Self; 10] = [
        Self::Registered,
        Self::Accepted,
        Self::Refused,
        Self::Processing,
        Self::SupplementRequested,
        Self::PaymentRequested,
        Self::WithdrawalRequested,
        Self::Stopped,
        Self::Processed,
        Self::Returned,
    ];

    /// The national code, 1 to 10.
    pub fn national_code(self) -> u8 {
        self as u8
    }

    /// The state of a national code; none outside 1 to 10.
    pub fn from_national_code(code: u8) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.national_code() == code)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_national_codes_run_from_one_to_ten_and_back() {
        let codes: Vec<u8> = DossierState::ALL.into_iter().map(DossierState::national_code).collect();
        assert_eq!(codes, (1..=10).collect::<Vec<u8>>());
        for state in DossierState::ALL {
            assert_eq!(DossierState::from_national_code(state.national_code()), Some(state));
        }
        assert_eq!(DossierState::from_national_code(0), None);
        assert_eq!(DossierState::from_national_code(11), None);
    }
}
