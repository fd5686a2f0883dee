//! A simulated ESC/POS printer as a program of its own, for a run of the whole product:
//!
//! ```text
//! cargo run --example escpos_simulator -- --listen 127.0.0.1:9100 --state FILE --paper FOLDER
//! ```
//!
//! The file says how it behaves (`prints`, `no-paper`, `paper-ends-midway`, …; a name that is not known
//! is answered with all of them) and is read again whenever it changes; without one it prints. Every page
//! that comes out is written as `000001.png` and so on. What the printer is told and does not understand
//! is written to the standard error.

#[path = "../tests/printer/escpos_simulator.rs"]
mod simulator;

use std::error::Error;
use std::path::{Path, PathBuf};
use std::time::Duration;

use simulator::{EscPosSimulator, Manner};

/// How often the file is read and the paper is looked at.
const PACE: Duration = Duration::from_millis(50);

fn main() -> Result<(), Box<dyn Error>> {
    let (mut listen, mut state, mut paper) = ("127.0.0.1:9100".to_owned(), None, PathBuf::from("."));
    let mut arguments = std::env::args().skip(1);
    while let Some(name) = arguments.next() {
        let value = arguments.next().ok_or_else(|| format!("{name} needs a value"))?;
        match name.as_str() {
            "--listen" => listen = value,
            "--state" => state = Some(PathBuf::from(value)),
            "--paper" => paper = value.into(),
            _ => return Err(format!("no option {name}: --listen HOST:PORT --state FILE --paper FOLDER").into()),
        }
    }
    std::fs::create_dir_all(&paper)?;
    let mut manner = state.as_deref().map_or(Ok(Manner::Prints), read)?;
    let printer = EscPosSimulator::listen(listen.parse()?, manner)?;
    println!("{}", printer.address());
    let (mut written, mut complained, mut said) = (0, 0, String::new());
    loop {
        match state.as_deref().map_or(Ok(manner), read) {
            Ok(told) if told != manner => {
                manner = told;
                printer.behave(told);
            }
            Ok(_) => {}
            Err(error) if error != said => {
                eprintln!("{error}");
                said = error;
            }
            Err(_) => {}
        }
        for page in &printer.papers()[written..] {
            written += 1;
            // Whole before it has its name: somebody may be waiting for it.
            let unfinished = paper.join(".unfinished.png");
            page.picture().save(&unfinished)?;
            std::fs::rename(unfinished, paper.join(format!("{written:06}.png")))?;
        }
        for complaint in &printer.complaints()[complained..] {
            complained += 1;
            eprintln!("{complaint}");
        }
        std::thread::sleep(PACE);
    }
}

/// How the file says it should behave; one that is not there or is empty says nothing.
fn read(file: &Path) -> Result<Manner, String> {
    let told = std::fs::read_to_string(file).unwrap_or_default();
    if told.trim().is_empty() {
        return Ok(Manner::Prints);
    }
    told.parse().map_err(|error| {
        let names: Vec<&str> = Manner::ALL.iter().map(|(_, name)| *name).collect();
        format!("{error}: {}", names.join(", "))
    })
}
