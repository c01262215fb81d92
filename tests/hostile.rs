//! Nothing in a dataset, a file name or an argument can drive the terminal.
#![allow(dead_code, reason = "not every test uses all of the support")]

#[path = "support/screen.rs"]
mod screen;

use std::path::Path;
use std::process::{Command, Stdio};

use horgos::dashboard::App;
use horgos::dataset::parse;
use horgos::print::{Sheet, findings_json, findings_text, plain, text};
use horgos::screen::{Theme, frame};
use horgos::text::harmless::is_control;
use ratatui::layout::Size;
use serde_json::Value;

/// Escape, its eight-bit kin, bell, a bidirectional override, an isolate, a separator of lines.
const HOSTILE: [&str; 6] = ["\u{1b}[2J", "\u{9b}2J", "\u{7}", "\u{202e}", "\u{2066}", "\u{2028}"];

/// Every string of a value, and every key of its objects, by turns with something hostile in it.
fn spoiled(value: &Value) -> Vec<Value> {
    match value {
        Value::String(string) => {
            let at = string.len() / 2;
            let at = (at..=string.len()).find(|at| string.is_char_boundary(*at)).unwrap_or(0);
            let (start, end) = string.split_at(at);
            vec![Value::String(format!("{start}{}{end}", HOSTILE[string.len() % HOSTILE.len()]))]
        }
        Value::Array(all) => {
            let spoil = |(at, one): (usize, &Value)| {
                spoiled(one).into_iter().map(move |bad| {
                    let mut all = all.clone();
                    all[at] = bad;
                    Value::Array(all)
                })
            };
            all.iter().enumerate().flat_map(spoil).collect()
        }
        Value::Object(members) => {
            let spoil = |(key, one): (&String, &Value)| {
                let key = key.clone();
                let renamed = {
                    let mut members = members.clone();
                    members.insert(format!("{key}{}", HOSTILE[key.len() % HOSTILE.len()]), one.clone());
                    Value::Object(members)
                };
                let inside = spoiled(one).into_iter().map(move |bad| {
                    let mut members = members.clone();
                    members.insert(key.clone(), bad);
                    Value::Object(members)
                });
                inside.chain([renamed])
            };
            members.iter().flat_map(spoil).collect()
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => Vec::new(),
    }
}

fn harmless(what: &str, shown: &str) {
    assert!(!shown.chars().any(|c| c != '\n' && is_control(c)), "{what}: {shown:?}");
}

#[test]
fn whatever_stands_in_a_dataset_nothing_that_is_shown_drives_a_terminal() {
    let bundled: Value = serde_json::from_str(include_str!("../assets/datapackage.json")).expect("JSON");
    let all = spoiled(&bundled);
    assert!(all.len() > 500, "{} places", all.len());
    for (at, value) in all.iter().enumerate() {
        // serde_json writes controls as escapes and leaves the others as they are; both ways have to be refused.
        match parse("data.json", &value.to_string(), &|_| Err("is not there".to_owned())) {
            Err(error) => harmless("error", &error.to_string()),
            Ok(loaded) => {
                loaded.warnings.iter().for_each(|warning| harmless("warning", &warning.to_string()));
                if at % 10 == 0 {
                    shown_harmlessly(App::new(loaded.dataset, Size::new(120, 36)));
                }
            }
        }
    }
}

fn shown_harmlessly(mut app: App) {
    harmless("print", &text(Sheet::all(&app)));
    harmless("findings", &findings_text(app.words()));
    harmless("JSON", &findings_json(app.words()));
    for keys in ["", "<enter>", "6<enter>", "?"] {
        screen::press(&mut app, keys);
        harmless("screen", &plain(&frame(&app, &Theme::ansi())));
    }
}

#[test]
fn a_title_with_controls_is_refused_and_told_harmlessly() {
    let bundled: Value = serde_json::from_str(include_str!("../assets/datapackage.json")).expect("JSON");
    for hostile in HOSTILE {
        let mut spoiled = bundled.clone();
        spoiled["title"] = Value::String(format!("Trade{hostile}"));
        let error = parse("data.json", &spoiled.to_string(), &|_| Err(String::new()))
            .expect_err("refused")
            .to_string();
        harmless("error", &error);
        assert!(error.contains("\\u{"), "{error}");
    }
}

#[test]
fn file_names_and_arguments_are_told_harmlessly() {
    let hostile = "no\u{1b}[31m\u{202e}\u{9b}file.json";
    for arguments in [
        vec![hostile],
        vec!["print", hostile],
        vec!["check", hostile],
        vec!["--theme", hostile],
        vec!["--no\u{1b}[2Jsuch"],
        vec!["print", "--screen", hostile],
        vec!["print", "--screen", "80x24", "--keys", "<\u{1b}[2J>"],
    ] {
        let output = Command::new(env!("CARGO_BIN_EXE_horgos"))
            .args(&arguments)
            .current_dir(Path::new(env!("CARGO_TARGET_TMPDIR")))
            .stdin(Stdio::null())
            .output()
            .expect("it runs");
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(!output.status.success() && !said.is_empty(), "{arguments:?}");
        harmless("error", &said);
        assert!(output.stdout.is_empty());
    }
}
