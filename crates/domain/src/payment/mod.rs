//! Money: amounts, the QR code people pay by, what a submission costs, and how its payment stands.

mod account;
mod state;
mod vietqr;
mod vnd;

pub use account::{BankAccount, Postage};
pub use state::{Payment, PaymentDeed, PaymentEvent, PaymentState, PaymentTrouble, PaymentWay, Settlement};
pub use vietqr::{VietQr, VietQrError, crc16, folded};
pub use vnd::Vnd;
