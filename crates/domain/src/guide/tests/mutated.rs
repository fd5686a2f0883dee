//! Packages with mistakes nobody thought of: the linter and the preview say what they can, and never break.

use proptest::prelude::*;

use super::repeats::REPEATS;
use super::*;
use crate::guide::lint::lint;
use crate::guide::shipped::PACKAGES;

/// A mistake in a file.
#[derive(Clone, Debug)]
enum Mistake {
    /// Something else in a place of a JSON file.
    Put(Value),
    /// What stands in another place of it.
    Copy(prop::sample::Index),
    /// Nothing.
    Drop,
}

fn mistakes() -> impl Strategy<Value = Mistake> {
    let values = vec![
        Value::Null,
        json!(true),
        json!(-1),
        json!(i64::MIN),
        json!(i64::MAX),
        json!(u64::MAX),
        json!(1e300),
        json!(""),
        json!("post"),
        json!("#"),
        json!([]),
        json!([1, 2]),
        json!({}),
        json!({ "$ref": "#" }),
    ];
    prop_oneof![
        4 => prop::sample::select(values).prop_map(Mistake::Put),
        2 => any::<prop::sample::Index>().prop_map(Mistake::Copy),
        1 => Just(Mistake::Drop),
    ]
}

/// The places of a JSON value, as pointers.
fn places(value: &Value, at: &str, into: &mut Vec<String>) {
    into.push(at.to_owned());
    match value {
        Value::Object(members) => {
            for (name, value) in members {
                places(value, &format!("{at}/{}", name.replace('~', "~0").replace('/', "~1")), into);
            }
        }
        Value::Array(items) => (0..).zip(items).for_each(|(n, item)| places(item, &format!("{at}/{n}"), into)),
        _ => {}
    }
}

fn wrong_json(source: &str, place: prop::sample::Index, mistake: &Mistake) -> String {
    let mut value: Value = serde_json::from_str(source).expect("JSON");
    let mut all = Vec::new();
    places(&value, "", &mut all);
    let at = all[place.index(all.len())].clone();
    let (parent, name) = at.rsplit_once('/').unwrap_or(("", ""));
    let copied = match mistake {
        Mistake::Copy(other) => value.pointer(&all[other.index(all.len())]).cloned(),
        Mistake::Put(other) => Some(other.clone()),
        Mistake::Drop => None,
    };
    match (copied, value.pointer_mut(parent)) {
        (Some(other), _) => *value.pointer_mut(&at).expect("a place") = other,
        (None, Some(Value::Object(members))) => drop(members.remove(name)),
        (None, Some(Value::Array(items))) => drop(items.pop()),
        (None, _) => {}
    }
    value.to_string()
}

/// Words with some of their characters gone, and others in their place.
fn wrong_words(source: &str, place: prop::sample::Index, with: &str) -> String {
    let mut text: Vec<char> = source.chars().collect();
    let from = place.index(text.len());
    text.splice(from..(from + 20).min(text.len()), with.chars());
    text.into_iter().collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn no_package_breaks_the_linter(
        which: prop::sample::Index,
        file in 0..5_usize,
        place: prop::sample::Index,
        mistake in mistakes(),
        words in "[ma{}$\"\\-=*\n\\[\\]#. ]{0,6}",
    ) {
        // Most on the small one, which is tried fastest.
        let all: Vec<&Package> = std::iter::repeat_n(&REPEATS, 16).chain(&PACKAGES).collect();
        let package = all[which.index(all.len())];
        let mut files = [package.schema, package.ui, package.about, package.words[0], package.words[1]].map(str::to_owned);
        files[file] = match file {
            0..3 => wrong_json(&files[file], place, &mistake),
            _ => wrong_words(&files[file], place, &words),
        };
        let [schema, ui, about, vi, en] = &files;
        let package = Package { schema, ui, about, words: [vi, en] };
        for finding in lint(&package) {
            prop_assert!(!finding.in_words(Locale::Vi).starts_with("lint-"));
        }
        if let Ok(form) = Form::load(&package) {
            form.preview(Locale::Vi);
        }
    }
}
