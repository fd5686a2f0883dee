//! Journeys through the real app by WebDriver. Run them with `script/on-display cargo test --test journeys`.

#[path = "../product/mod.rs"]
mod product;

#[path = "../cut_off/proxy.rs"]
mod proxy;

#[path = "../../crates/page/tests/drawn/mod.rs"]
mod drawn;

#[path = "../../crates/kiosk/tests/printer/ippeve.rs"]
#[allow(dead_code, reason = "the printer's own tests play more of it")]
mod ippeve;

#[path = "../../crates/kiosk/tests/printer/simulated.rs"]
#[allow(dead_code, reason = "the printer's own tests play more of it")]
mod simulated_printer;

mod appointment;
mod assist;
mod away;
mod birth;
mod board;
mod catalogue;
mod central;
mod day;
mod draft;
mod elsewhere;
mod forms;
mod help;
mod hostile;
mod idle;
mod machines;
mod measures;
mod money;
mod notices;
mod papers;
mod phone;
mod print_cut_off;
mod printing;
mod queue;
mod readiness;
mod signature;
mod sizes;
mod windows;

/// One journey after another: two cores draw one set of windows well.
fn journey(walk: impl Future<Output = ()>) {
    static ONE_AT_A_TIME: std::sync::Mutex<()> = std::sync::Mutex::new(());
    let _turn = ONE_AT_A_TIME.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    tokio::runtime::Runtime::new().expect("a runtime").block_on(walk);
}
