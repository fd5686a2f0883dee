//! A call for help reaches an officer whose console lies behind other windows: the desktop marks its window.

use std::collections::BTreeSet;

use motcua_domain::time::Moment;
use motcua_domain::wire::DeviceInfo;
use tauri::{AppHandle, Manager, UserAttentionType};
use uuid::Uuid;

use crate::state::App;

/// Calls nobody has answered yet: the machine, and since when.
type Waiting = BTreeSet<(Uuid, Moment)>;

/// Asks for attention with each new call, and no more once somebody goes to all of them, for as long as the
/// program runs.
pub fn follow(app: &AppHandle) {
    let handle = app.clone();
    let mut known = app.state::<App>().link.watch();
    tauri::async_runtime::spawn(async move {
        let mut before = Waiting::new();
        while known.changed().await.is_ok() {
            let now = waiting(&known.borrow_and_update().devices);
            if let Some(wanted) = wanted(&before, &now) {
                ask(&handle, wanted);
            }
            before = now;
        }
    });
}

fn waiting(devices: &[DeviceInfo]) -> Waiting {
    let unanswered = |device: &DeviceInfo| {
        let call = device.help.as_ref().filter(|call| call.answer.is_none())?;
        Some((device.id, call.since))
    };
    devices.iter().filter_map(unanswered).collect()
}

/// What is to change: attention is asked for, or no longer.
fn wanted(before: &Waiting, now: &Waiting) -> Option<bool> {
    if now.is_subset(before) {
        return (now.is_empty() && !before.is_empty()).then_some(false);
    }
    Some(true)
}

fn ask(app: &AppHandle, wanted: bool) {
    let Some(window) = app.get_webview_window("staff") else { return };
    if let Err(error) = window.request_user_attention(wanted.then_some(UserAttentionType::Critical)) {
        tracing::warn!(%error, "the console could not ask for attention");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_new_call_asks_once_and_the_last_answer_ends_it() {
        let call = |machine: u128, at: i64| (Uuid::from_u128(machine), Moment::from_millis(at));
        let of = |calls: &[(Uuid, Moment)]| calls.iter().copied().collect::<Waiting>();
        let (one, both) = (of(&[call(1, 0)]), of(&[call(1, 0), call(2, 5)]));
        assert_eq!(wanted(&of(&[]), &of(&[])), None);
        assert_eq!(wanted(&of(&[]), &one), Some(true));
        assert_eq!(wanted(&one, &one), None);
        assert_eq!(wanted(&one, &both), Some(true));
        assert_eq!(wanted(&both, &one), None, "somebody still waits");
        assert_eq!(wanted(&one, &of(&[call(1, 9)])), Some(true), "called anew from the same machine");
        assert_eq!(wanted(&one, &of(&[])), Some(false));
    }
}
