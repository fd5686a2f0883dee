//! What a reader may send for a card: `cargo +nightly fuzz run card`, in `crates/domain`.
#![no_main]

#[path = "../targets.rs"]
mod targets;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| targets::card(bytes));
