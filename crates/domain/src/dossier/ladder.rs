use serde::{Deserialize, Serialize};
use ts_rs::TS;
use utoipa::ToSchema;

use crate::payment::Payment;
use crate::time::Moment;

/// How far a submission can come, each told apart from the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[ts(export)]
#[serde(rename_all = "snake_case")]
pub enum RungName {
    /// Đã lưu: the kiosk has it, and it survives the power cord.
    Saved,
    /// Đã gửi: it left the kiosk, and an answer came.
    Sent,
    /// Cổng đã nhận: the central system has all of it, by its hash.
    Received,
    /// Cán bộ đã tiếp nhận: an officer accepted it.
    Accepted,
    /// Đã thanh toán: what it costs is here.
    Paid,
}

impl RungName {
    /// The key of its words.
    pub fn key(self) -> &'static str {
        match self {
            Self::Saved => "ladder-saved",
            Self::Sent => "ladder-sent",
            Self::Received => "ladder-received",
            Self::Accepted => "ladder-accepted",
            Self::Paid => "ladder-paid",
        }
    }
}

/// One of them, and whether it was reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[ts(export)]
pub struct Rung {
    /// Which one.
    pub name: RungName,
    /// When it was reached; none when it was not.
    pub at: Option<Moment>,
}

/// What is true of a submission, in the order of the way it goes. That it was sent is known by the
/// answer only, which says as well that it was received. Where nothing is to be paid, nothing is said
/// of paying.
pub fn ladder(
    saved: Moment,
    received: Option<Moment>,
    accepted: Option<Moment>,
    payment: Option<&Payment>,
) -> Vec<Rung> {
    let mut rungs = vec![
        Rung { name: RungName::Saved, at: Some(saved) },
        Rung { name: RungName::Sent, at: received },
        Rung { name: RungName::Received, at: received },
        Rung { name: RungName::Accepted, at: accepted },
    ];
    rungs.extend(payment.map(|payment| Rung { name: RungName::Paid, at: payment.received_at }));
    rungs
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::payment::Vnd;
    use crate::words::{Locale, Words};

    #[test]
    fn only_what_is_true_is_ticked() {
        let at = |rungs: &[Rung]| rungs.iter().map(|rung| rung.at.map(Moment::millis)).collect::<Vec<_>>();
        let moment = Moment::from_millis;
        let unpaid = Payment::opened(Vnd(8_000), moment(2));
        assert_eq!(at(&ladder(moment(1), None, None, Some(&unpaid))), [Some(1), None, None, None, None]);
        assert_eq!(at(&ladder(moment(1), Some(moment(2)), None, None)), [Some(1), Some(2), Some(2), None]);
        let paid = Payment { received_at: Some(moment(4)), ..unpaid };
        let all = ladder(moment(1), Some(moment(2)), Some(moment(3)), Some(&paid));
        assert_eq!(at(&all), [Some(1), Some(2), Some(2), Some(3), Some(4)]);
        for locale in Locale::ALL {
            assert!(all.iter().all(|rung| Words::of(locale).has(rung.name.key())));
        }
    }
}
