use std::fmt::Write;

use motcua_domain::catalogue::national::{Field, Why};
use motcua_domain::words::{Locale, Words};
use serde::Serialize;

use super::Import;
use crate::http::escape;

/// The report of an import as a page for whoever checks the catalogue, in Vietnamese.
pub fn import_html(import: &Import) -> String {
    let words = Words::of(Locale::Vi);
    let say = |key: &str, args: &[(&str, u32)]| {
        let args: Vec<_> = args.iter().map(|(name, value)| (*name, value.to_string())).collect();
        let args: Vec<_> = args.iter().map(|(name, value)| (*name, value.as_str())).collect();
        escape(&words.say_with(key, &args))
    };
    let report = &import.report;
    let mut html = format!(
        "<!doctype html>\n<html lang=\"vi\"><head><meta charset=\"utf-8\"><title>{title}</title><style>\
         body{{font:16px/1.5 'Be Vietnam Pro',system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem}}\
         table{{border-collapse:collapse;width:100%}}td,th{{border:1px solid #bbb;padding:.3rem .6rem;text-align:left;\
         vertical-align:top}}.number{{text-align:right}}</style></head><body><h1>{title}</h1><p>{counts}</p>",
        title = say("import-title", &[]),
        counts = say("import-records", &[("records", report.records), ("certain", report.certain)]),
    );
    let stored = match import.imported {
        None => say("import-tried", &[]),
        Some(stored) => say(
            "import-stored",
            &[("added", stored.added), ("changed", stored.changed), ("unchanged", stored.unchanged)],
        ),
    };
    let _ = write!(html, "<p>{stored}</p>");
    let head = |keys: &[&str]| keys.iter().map(|key| format!("<th>{}</th>", say(key, &[]))).collect::<String>();
    let _ = write!(
        html,
        "<h2>{}</h2><table><tr>{}</tr>",
        say("import-fields", &[]),
        head(&["import-field", "import-read", "import-flagged", "import-absent"])
    );
    for (field, count) in &report.fields {
        let cells =
            [count.read, count.flagged, count.absent].map(|n| format!("<td class=\"number\">{n}</td>")).concat();
        let _ = write!(html, "<tr><td>{}</td>{cells}</tr>", say(&field_key(*field), &[]));
    }
    let _ = write!(
        html,
        "</table><h2>{}</h2><table><tr>{}</tr>",
        say("import-doubts", &[]),
        head(&["import-why", "import-count", "import-samples"])
    );
    for (why, (count, samples)) in &report.doubts {
        let samples: String = samples
            .iter()
            .map(|sample| format!("<li>{}: {}</li>", escape(&sample.code), escape(&sample.original)))
            .collect();
        let why = say(&why_key(*why), &[]);
        let _ = write!(html, "<tr><td>{why}</td><td class=\"number\">{count}</td><td><ul>{samples}</ul></td></tr>");
    }
    html.push_str("</table>");
    if !report.broken.is_empty() {
        let _ = write!(html, "<h2>{}</h2><ul>", say("import-broken", &[]));
        for (line, why) in &report.broken {
            let _ = write!(html, "<li>{}: {}</li>", say("import-line", &[("line", *line)]), escape(why));
        }
        html.push_str("</ul>");
    }
    html.push_str("</body></html>\n");
    html
}

/// The key of what a field is called.
pub(crate) fn field_key(field: Field) -> String {
    format!("import-field-{}", name(&field).replace('_', "-"))
}

fn why_key(why: Why) -> String {
    format!("import-why-{}", name(&why))
}

fn name(value: &impl Serialize) -> String {
    serde_json::to_value(value).ok().and_then(|name| name.as_str().map(str::to_owned)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use motcua_domain::catalogue::national::{ImportReport, Sample};

    use super::*;

    #[test]
    fn every_field_and_doubt_has_words_and_nothing_in_a_record_is_markup() {
        let mut report = ImportReport::default();
        for field in Field::ALL {
            report.fields.insert(field, Default::default());
        }
        for why in Why::ALL {
            let sample = Sample { code: "1.000001".to_owned(), original: "<script>".to_owned() };
            report.doubts.insert(why, (1, vec![sample]));
        }
        report.add_broken(7, &"<b>");
        let html = import_html(&Import { report, imported: None });
        assert!(!html.contains("import-"), "{html}");
        assert!(!html.contains("<script>") && !html.contains("<b>") && html.contains("Dòng 7"));
    }
}
