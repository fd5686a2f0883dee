//! The central API of a one-stop centre: the sequencer of its queue, and where submissions go.
//!
//! | module | what it holds |
//! |---|---|
//! | [`start`], [`Settings`], [`Running`] | the server as the program or the desktop app starts it |
//! | [`admin`] | what the machine that holds the database may do to accounts and devices |
//! | `store` | the database: the hall in memory with its log, one writer that commits changes together, a file for each table |
//! | `http` | the routes under `/v1`, who may ask, and the OpenAPI document |
//! | `import` | records of the national database, and administrative units, read from a file |
//! | `forms` | form packages in a folder, checked, shown and added by the officer who writes one |
//! | `refusal` | problems as HTTP answers (RFC 9457) |
//! | `serving` | how it meets the network: TLS, plain HTTP, how many at once |
//! | `metrics` | figures for whoever watches over it |
//! | `secret` | tokens and passwords |
#![deny(missing_docs)]

pub mod admin;
mod app;
mod backup;
mod bank_option;
mod clock;
mod forms;
mod http;
mod import;
mod metrics;
mod picture;
mod reads_kept;
mod refusal;
mod secret;
mod server;
mod serving;
mod store;

pub use backup::{BackupError, Manifest, backup, restore};
pub use bank_option::{BankOptionError, bank_option};
pub use forms::{
    AddFormError, Added, FormFolderError, FormLine, NotAdded, add_form, check_form, list_forms, preview_form,
    retire_form,
};
pub use http::bank::BankSecret;
pub use http::openapi;
pub use import::{
    Found, Import, ImportError, Imported, UnitsImport, UnitsImportError, import_html, import_procedures, import_units,
    search,
};
pub use motcua_domain::wire::AuditHead;
pub use refusal::ProblemDetails;
pub use server::{
    FirstAdministrator, Running, Settings, StartError, StoreError, enrolment_code, start, start_with, verify_audit,
};
pub use serving::{Serving, Tls, TlsError};
pub use store::admin::AccountLine;
pub use store::audit::AuditFault;
pub use store::open::OpenError;
