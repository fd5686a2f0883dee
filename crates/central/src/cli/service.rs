//! What the system that started the server hears from it (systemd, when it did), and what it says.

use std::io;
use std::time::Duration;

use motcua_central::Running;
use sd_notify::NotifyState;

/// Says that the server is ready, and that it lives for as long as the writing task commits; ends when it is
/// told to stop.
///
/// # Errors
/// When signals cannot be heard.
pub(super) async fn until_told_to_stop(running: &Running) -> io::Result<()> {
    tell(NotifyState::Ready);
    let told = tokio::select! {
        told = signalled(running) => told,
        () = stay_alive(running) => Ok(()),
    };
    tell(NotifyState::Stopping);
    told
}

fn tell(state: NotifyState<'_>) {
    if let Err(error) = sd_notify::notify(&[state]) {
        tracing::debug!(%error, "the system was not told");
    }
}

/// Feeds the watchdog; a server that commits nothing any more is started anew by it.
async fn stay_alive(running: &Running) {
    let Some(patience) = sd_notify::watchdog_enabled() else { return std::future::pending().await };
    let mut often = tokio::time::interval((patience / 3).max(Duration::from_millis(100)));
    loop {
        often.tick().await;
        if running.is_well().await {
            tell(NotifyState::Watchdog);
        }
    }
}

#[cfg(unix)]
async fn signalled(running: &Running) -> io::Result<()> {
    use tokio::signal::unix::{SignalKind, signal};
    let (mut terminate, mut interrupt) = (signal(SignalKind::terminate())?, signal(SignalKind::interrupt())?);
    let mut hang_up = signal(SignalKind::hangup())?;
    loop {
        tokio::select! {
            _ = terminate.recv() => return Ok(()),
            _ = interrupt.recv() => return Ok(()),
            _ = hang_up.recv() => match running.read_certificate_again() {
                Ok(true) => tracing::info!("the certificate was read again"),
                Ok(false) => tracing::info!("there is no certificate to read again"),
                Err(error) => tracing::error!(%error, "the certificate from before is still shown"),
            },
        }
    }
}

#[cfg(not(unix))]
async fn signalled(_: &Running) -> io::Result<()> {
    tokio::signal::ctrl_c().await
}
