//! The checks for who has no window: as text to read, and as JSON for machines.

use motcua_domain::readiness::{Verdict, worst};
use motcua_domain::time::Moment;
use motcua_domain::words::{Locale, Words};
use serde_json::{Value, json};

/// The checks as a list to read, what is worst marked by its word.
pub fn as_text(machine: &str, made_at: Moment, verdicts: &[Verdict], locale: Locale) -> String {
    let words = Words::of(locale);
    let light = |verdict: &Verdict| words.say(verdict.light.key());
    let name = |verdict: &Verdict| words.say(&format!("ready-{}", verdict.check.name()));
    let widest = |text: &dyn Fn(&Verdict) -> String| verdicts.iter().map(|v| text(v).chars().count()).max();
    let (lights, names) = (widest(&light).unwrap_or(0), widest(&name).unwrap_or(0));
    let time = made_at.local().strftime("%d/%m/%Y %H:%M").to_string();
    let args = [("version", env!("CARGO_PKG_VERSION")), ("machine", machine), ("time", time.as_str())];
    let mut lines = vec![words.say_with("ready-cli-title", &args), String::new()];
    for verdict in verdicts {
        let (light, name, said) = (light(verdict), name(verdict), verdict.said(words));
        lines.push(format!("{light:lights$}  {name:names$}  {said}"));
        if let Some(todo) = verdict.advice(words) {
            let todo = words.say_with("ready-cli-todo", &[("todo", &todo)]);
            lines.push(format!("{:lights$}  {:names$}  {todo}", "", ""));
        }
    }
    lines.extend([String::new(), words.say(worst(verdicts).summary_key()), String::new()]);
    lines.join("\n")
}

/// The checks for machines: `light` is the worst of them, `key` is stable, `found` and `todo` are for people.
pub fn as_json(machine: &str, made_at: Moment, verdicts: &[Verdict], locale: Locale) -> Value {
    let words = Words::of(locale);
    let check = |verdict: &Verdict| {
        json!({
            "check": verdict.check,
            "light": verdict.light,
            "key": verdict.found,
            "args": verdict.args,
            "found": verdict.said(words),
            "todo": verdict.advice(words),
        })
    };
    json!({
        "machine": machine,
        "version": env!("CARGO_PKG_VERSION"),
        "made_at": made_at,
        "light": worst(verdicts),
        "checks": verdicts.iter().map(check).collect::<Vec<_>>(),
    })
}
