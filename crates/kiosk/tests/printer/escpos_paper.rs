//! What comes out of the head: the paper, looked at.

use std::process::Command;

use motcua_kiosk::printer::{PrintEnd, Printer};

use crate::escpos_simulator::Manner;
use crate::{came_out, dots, job, simulated};

#[tokio::test]
async fn what_comes_out_is_the_page_dot_by_dot_and_its_code_can_be_read() {
    let (device, printer) = simulated(Manner::Prints);
    assert_eq!(printer.print(job("A012")).await, PrintEnd::Printed);
    assert_eq!(came_out(&device), [dots("A012")]);
    assert!(device.hanging().dots.is_empty(), "it is cut off");
    assert!(device.complaints().is_empty(), "{:?}", device.complaints());

    let folder = tempfile::tempdir().expect("a folder");
    let picture = folder.path().join("paper.png");
    device.papers()[0].picture().save(&picture).expect("a picture");
    if let Some(kept) = std::env::var_os("PAPER_OUT") {
        std::fs::copy(&picture, std::path::Path::new(&kept).join("escpos.png")).expect("a copy");
    }
    let Ok(read) = Command::new("zbarimg").args(["-q", "--raw"]).arg(&picture).output() else {
        println!("skipped: zbarimg is not installed");
        return;
    };
    assert_eq!(String::from_utf8_lossy(&read.stdout).trim(), "https://motcua.angiang.example/t/A012");
}
