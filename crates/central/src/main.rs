//! `motcua-central`: the central API as a program.

mod cli;

use std::error::Error;

use clap::Parser;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    cli::Arguments::parse().run().await
}
