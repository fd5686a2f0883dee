//! The step-by-step flow through a procedure's form.

mod view;

pub use view::*;
