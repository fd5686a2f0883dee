//! The shell: the only code that knows Tauri. It wires the kiosk's desks to the windows and, where
//! no central server is named, starts one inside.

mod attention;
mod commands;
mod diagnose;
mod events;
mod lockdown;
mod readiness;
mod settings;
mod state;
mod voice;
mod windows;

use std::process::ExitCode;

use clap::Parser;

use settings::Settings;
use state::App;
use tauri::Manager;

/// Runs the program until its windows are closed.
pub fn run() -> ExitCode {
    let settings = Settings::parse();
    // A list of checks is read by itself: what the program notes on its way is not part of it.
    let usual = if settings.diagnose.is_some() { "off" } else { "info" };
    tracing_subscriber::fmt()
        .with_env_filter(tracing_subscriber::EnvFilter::try_from_default_env().unwrap_or_else(|_| usual.into()))
        .with_writer(std::io::stderr)
        .init();
    if settings.voice.sound_devices {
        return match tauri::async_runtime::block_on(settings.voice.list_devices()) {
            Ok(listed) => {
                print!("{listed}");
                ExitCode::SUCCESS
            }
            Err(error) => {
                eprintln!("motcua: {error}");
                ExitCode::FAILURE
            }
        };
    }
    if let Some(told) = settings.diagnose {
        return tauri::async_runtime::block_on(diagnose::run(&settings, told));
    }
    let app = match tauri::async_runtime::block_on(App::start(&settings)) {
        Ok(app) => app,
        Err(error) => {
            eprintln!("motcua: {error}");
            return ExitCode::FAILURE;
        }
    };
    let result = tauri::Builder::default()
        .manage(app)
        .invoke_handler(commands::handler())
        .setup(move |tauri| {
            if let Ok(folder) = tauri.path().download_dir().or_else(|_| tauri.path().home_dir()) {
                let _ = tauri.state::<App>().downloads.set(folder);
            }
            windows::open(tauri, &settings)?;
            events::forward(tauri.handle());
            attention::follow(tauri.handle());
            Ok(())
        })
        .run(tauri::generate_context!());
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("motcua: the windows could not be opened: {error}");
            ExitCode::FAILURE
        }
    }
}
