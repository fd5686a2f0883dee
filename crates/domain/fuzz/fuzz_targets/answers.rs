//! What a page may send as answers: `cargo +nightly fuzz run answers`, in `crates/domain`.
#![no_main]

#[path = "../targets.rs"]
mod targets;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| targets::answers(bytes));
