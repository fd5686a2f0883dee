//! `motcua --diagnose`: the checks of this machine without a window. Nothing of a program that runs meanwhile is
//! disturbed: the store is opened for reading alone, and no device is opened but a printer that nobody talks with.

use std::io::Write;
use std::process::ExitCode;
use std::sync::Arc;

use motcua_domain::readiness::worst;
use motcua_domain::words::Locale;
use motcua_kiosk::clock::{Clock, SystemClock};
use motcua_kiosk::readiness::{MachineProbes, PATIENCE, Readiness, as_json, as_text};

use crate::readiness::{Shared, parts};
use crate::settings::{Diagnosis, Settings};
use crate::state;

/// Checks this machine and says what was found. Ends with 0 when all is well, 1 when something needs a look, 2
/// when something does not work.
pub async fn run(settings: &Settings, told: Diagnosis) -> ExitCode {
    let clock: Arc<dyn Clock> = Arc::new(SystemClock);
    let base = settings.central.clone().unwrap_or_else(|| format!("http://{}", settings.listen));
    // Nothing is printed here: no job bears a mark.
    let found = state::printer(settings, "none")
        .and_then(|printer| Ok((printer, settings.voice.test(&settings.data, clock.clone())?)))
        .and_then(|(printer, sound)| Ok((printer, sound, settings.client(&base)?)));
    let (printer, sound, central) = match found {
        Ok(found) => found,
        Err(error) => {
            eprintln!("motcua: {error}");
            return ExitCode::from(2);
        }
    };
    let probes = MachineProbes::new(parts(
        settings,
        Shared {
            printer,
            central: Arc::new(central),
            clock: clock.clone(),
            reader: None,
            camera: None,
            sound,
            running: None,
        },
    ));
    let machine = settings.name();
    let verdicts = Readiness::new(machine, settings.px_per_mm, Arc::new(probes), PATIENCE).check_all().await;
    let (now, locale) = (clock.now(), language(settings));
    let text = match told {
        Diagnosis::Text => as_text(machine, now, &verdicts, locale),
        Diagnosis::Json => format!("{:#}\n", as_json(machine, now, &verdicts, locale)),
    };
    // Who reads it may have left already.
    let _ = std::io::stdout().write_all(text.as_bytes());
    ExitCode::from(worst(&verdicts).exit_code())
}

/// The language that was asked for, or that of the terminal; Vietnamese where neither is known.
fn language(settings: &Settings) -> Locale {
    if let Some(asked) = &settings.lang {
        return Locale::from_tag(asked);
    }
    let set = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().filter_map(|name| std::env::var(name).ok());
    let set = set.into_iter().find(|value| !value.is_empty()).unwrap_or_default();
    Locale::from_tag(set.split(['_', '.']).next().unwrap_or_default())
}
