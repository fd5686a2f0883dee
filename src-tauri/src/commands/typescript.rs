//! The TypeScript of the commands, made from their Rust signatures.

use std::collections::BTreeSet;
use std::fmt::Write;

use ts_rs::Config;

/// A command as its TypeScript needs it.
pub struct Described {
    pub name: &'static str,
    pub args: Vec<(&'static str, String)>,
    pub answer: String,
}

/// `ui/src/shared/bindings/commands.ts`.
fn written(faces: &[(&str, Vec<Described>)]) -> String {
    let mut body = String::new();
    let mut types = BTreeSet::new();
    for (face, commands) in faces {
        let _ = writeln!(body, "\nexport const {face} = {{");
        for Described { name, args, answer } in commands {
            collect(answer, &mut types);
            let mut taken = Vec::new();
            let mut passed = Vec::new();
            for (arg, kind) in args {
                collect(kind, &mut types);
                let camel = camel_case(arg);
                // `new` is a word of the language.
                let local = if camel == "new" { "new_".to_owned() } else { camel.clone() };
                taken.push(format!("{local}: {kind}"));
                passed.push(if local == camel { camel } else { format!("{camel}: {local}") });
            }
            let passed = if passed.is_empty() { String::new() } else { format!(", {{ {} }}", passed.join(", ")) };
            let _ = writeln!(body, "  {name}: ({}) => invoke<{answer}>(\"{name}\"{passed}),", taken.join(", "));
        }
        let _ = writeln!(body, "}};");
    }
    let mut file = String::from(
        "// This file was generated from the shell's list of commands. Do not edit it.\nimport { invoke } from \"@tauri-apps/api/core\";\n",
    );
    for name in types {
        let _ = writeln!(file, "import type {{ {name} }} from \"./{name}\";");
    }
    file + &body
}

/// The names of our own types in a TypeScript type.
fn collect(kind: &str, types: &mut BTreeSet<String>) {
    for word in kind.split(|c: char| !c.is_alphanumeric() && c != '_') {
        if word.starts_with(char::is_uppercase) && !["Array", "Record"].contains(&word) {
            types.insert(word.to_owned());
        }
    }
}

/// Tauri names arguments in camel case.
fn camel_case(name: &str) -> String {
    let mut words = name.split('_');
    let first = words.next().unwrap_or_default().to_owned();
    words.fold(first, |camel, word| camel + &word[..1].to_uppercase() + &word[1..])
}

#[test]
fn export_commands() {
    let types = Config::from_env();
    let faces = [
        ("citizen", super::citizen::described(&types)),
        ("staff", super::staff::described(&types)),
        ("board", super::board::described(&types)),
    ];
    let names = |face: usize| faces[face].1.iter().map(|command| command.name).collect::<Vec<_>>();
    assert_eq!([names(0), names(1), names(2)], [super::CITIZEN, super::STAFF, super::BOARD], "names.rs is out of date");
    std::fs::write(types.out_dir().join("commands.ts"), written(&faces)).expect("the bindings folder is there");
}
