//! Journeys through the real app by WebDriver. Run them with `script/on-display cargo test --test journeys`.

#[path = "../product/mod.rs"]
mod product;

#[path = "../cut_off/proxy.rs"]
mod proxy;

mod appointment;
mod assist;
mod away;
mod birth;
mod board;
mod catalogue;
mod day;
mod draft;
mod help;
mod idle;
mod notices;
mod queue;
mod windows;

/// One journey after another: two cores draw one set of windows well.
fn journey(walk: impl Future<Output = ()>) {
    static ONE_AT_A_TIME: std::sync::Mutex<()> = std::sync::Mutex::new(());
    let _turn = ONE_AT_A_TIME.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    tokio::runtime::Runtime::new().expect("a runtime").block_on(walk);
}
