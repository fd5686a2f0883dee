use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::civil::Date;
use motcua_domain::paper::{self, DayReportPaper, ServiceNames};
use motcua_domain::wire::{DayReport, Problem};
use motcua_domain::words::Words;
use tokio::fs::{OpenOptions, create_dir_all, remove_file};
use tokio::io::AsyncWriteExt;

use super::StaffDesk;
use super::submissions::LOCALE;
use crate::printer::PaperKind;

/// After so many files of the same day in a folder another is refused.
const MOST: u32 = 99;

impl StaffDesk {
    /// How a business date went (supervisors): `2026-11-23`; today when none is given.
    ///
    /// # Errors
    /// `report-date-wrong`, `supervisor-only`, `token-missing`, `central-away`.
    pub async fn day_report(&self, date: Option<&str>) -> Result<DayReport, Problem> {
        let (token, date) = (self.token()?, date.map(read).transpose()?);
        self.ended_when_refused(self.central.day_report(&token, date).await)
    }

    /// Starts printing it on A4, as the log says it now.
    ///
    /// # Errors
    /// As [`Self::day_report`].
    pub async fn print_day_report(&self, date: &str) -> Result<u64, Problem> {
        let token = self.token()?;
        let report = self.day_report(Some(date)).await?;
        let branch = self.link.known().branch.ok_or_else(|| Problem::new("central-away"))?;
        let paper = DayReportPaper {
            names: ServiceNames::of(&branch),
            agency: branch.agency,
            centre: branch.name,
            place: Some(branch.place),
            report,
            at: self.clock.now(),
            by: self.myself().map(|(_, name)| name),
            reprint: false,
            trial: self.prints.trial(),
        };
        let words = Words::of(LOCALE);
        let compose = move |reprint| paper::day_report(&DayReportPaper { reprint, ..paper.clone() }, words);
        let _session = self.still(&token)?;
        Ok(self.prints.start(PaperKind::DayReport, Arc::new(compose)))
    }

    /// Saves it as a table for a spreadsheet into a folder, beside what is there; answers with the file.
    ///
    /// # Errors
    /// As [`Self::day_report`], and `report-not-saved` when the folder cannot be written.
    pub async fn save_day_report(&self, date: &str, folder: &Path) -> Result<String, Problem> {
        let (token, date) = (self.token()?, read(date)?);
        let table = self.ended_when_refused(self.central.day_table(&token, date).await)?;
        let file = save(folder, date, &table).await.map_err(|error| {
            tracing::warn!(%error, "a report could not be saved");
            Problem::new("report-not-saved")
        })?;
        Ok(file.display().to_string())
    }
}

fn read(date: &str) -> Result<Date, Problem> {
    date.parse().map_err(|_| Problem::new("report-date-wrong"))
}

async fn save(folder: &Path, date: Date, bytes: &[u8]) -> std::io::Result<PathBuf> {
    create_dir_all(folder).await?;
    for count in 1..=MOST {
        let more = if count == 1 { String::new() } else { format!(" ({count})") };
        let path = folder.join(format!("bao-cao-{date}{more}.csv"));
        match OpenOptions::new().write(true).create_new(true).open(&path).await {
            Ok(mut file) => {
                let written = async { file.write_all(bytes).await.and(file.sync_all().await) }.await;
                if written.is_err() {
                    // Half a table looks like a whole one.
                    let _ = remove_file(&path).await;
                }
                return written.map(|()| path);
            }
            Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
        }
    }
    Err(std::io::ErrorKind::AlreadyExists.into())
}
