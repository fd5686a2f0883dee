//! The central API as who runs it meets it: the program, its settings, its signals, its figures and logs.
#![allow(clippy::unwrap_used)]

mod admin;
mod backup;
mod central;
mod damaged;
mod logs;
mod migrations;
mod probes;
mod settings;
mod stopping;
mod tls;
