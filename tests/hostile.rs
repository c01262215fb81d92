//! Nothing in a dataset, a file name or an argument can drive the terminal.
#![allow(dead_code, reason = "not every test uses all of the support")]

#[path = "support/screen.rs"]
mod screen;

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use horgos::dashboard::App;
use horgos::formats::parse;
use horgos::print::{Selection, findings_json, findings_text, plain, text};
use horgos::screen::{Theme, frame};
use ratatui::layout::Size;
use serde_json::Value;

/// Characters that no output may contain. Kept apart from the program's own list on purpose, as a second opinion.
const HOSTILE: [&str; 20] = [
    "\u{1b}[2J", "\u{9b}2J", "\u{7}", "\u{7f}", "\u{202e}", "\u{2066}", "\u{2069}", "\u{200e}", "\u{200f}",
    "\u{61c}", "\u{2028}", "\u{2029}", "\u{feff}", "\u{fff9}", "\u{206a}", "\u{2060}", "\u{ad}", "\u{e0041}",
    "\u{3164}", "\u{fffe}",
];

fn is_hostile(c: char) -> bool {
    c.is_control() || HOSTILE.iter().any(|hostile| hostile.starts_with(c))
}

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
    assert!(!shown.chars().any(|c| c != '\n' && is_hostile(c)), "{what}: {shown:?}");
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
    harmless("print", &text(Selection::all(&app)));
    harmless("findings", &findings_text(app.words()));
    let mut json = Vec::new();
    findings_json(app.words(), &mut json).expect("memory takes it");
    harmless("JSON", &String::from_utf8_lossy(&json));
    for keys in ["", "<enter>", "6<enter>", "?"] {
        screen::press(&mut app, keys);
        harmless("screen", &plain(&frame(&app, &Theme::ansi())));
    }
}

#[test]
fn a_title_with_controls_is_refused_and_quoted_harmlessly() {
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
fn print_lets_nothing_through_in_any_format() {
    for hostile in HOSTILE {
        let dataset = format!(
            r#"{{"resources": [{{"name": "observations", "data": [{{"id": "a", "reporter": "CHN", "flow": "exports",
            "measure": "value", "obs_value": 7, "unit_measure": "USD", "label": {}}}]}}]}}"#,
            Value::from(format!("Por{hostile}ts"))
        );
        for format in ["text", "markdown", "csv", "json", "svg"] {
            let mut child = Command::new(env!("CARGO_BIN_EXE_horgos"))
                .args(["print", "--format", format, "-"])
                .stdin(Stdio::piped())
                .stdout(Stdio::piped())
                .stderr(Stdio::piped())
                .spawn()
                .expect("it runs");
            child.stdin.take().expect("a pipe").write_all(dataset.as_bytes()).expect("it reads");
            let output = child.wait_with_output().expect("it ends");
            assert_eq!(output.status.code(), Some(2), "{format} {hostile:?}");
            assert_eq!(String::from_utf8_lossy(&output.stdout), "", "{format} {hostile:?}");
            harmless(format, &String::from_utf8_lossy(&output.stderr));
        }
    }
}

#[test]
fn a_view_with_hostile_text_prints_harmlessly() {
    for hostile in HOSTILE {
        let escaped = hostile.bytes().map(|byte| format!("%{byte:02X}")).collect::<Vec<_>>().concat();
        let view = format!("leaders?find={escaped}");
        for picture in
            [&["--screen", "80x24"][..], &["--format", "svg"], &["--screen", "120x36", "--keys", "v"]]
        {
            let output = Command::new(env!("CARGO_BIN_EXE_horgos"))
                .args([&["print", "--view", &view], picture].concat())
                .stdin(Stdio::null())
                .output()
                .expect("it runs");
            harmless("print", &String::from_utf8_lossy(&output.stdout));
            harmless("error", &String::from_utf8_lossy(&output.stderr));
        }
    }
}

/// A dataset of one pane and two rows, with an id and a label for the second.
fn dataset(pane: &str, id: &str, label: &str, note: &str) -> String {
    let row = |id: &str, partner: &str, label: &str| {
        serde_json::json!({"id": id, "reporter": "UZB", "partner": partner, "flow": "imports", "measure": "value",
            "time_period": "2021", "obs_value": "3.5", "unit_measure": "USD", "label": label})
    };
    let rows = [row("plain", "TJK", "Plain"), row(id, "TKM", label)];
    let pane =
        serde_json::json!({"id": pane, "title": "P", "kind": "listing", "note": note, "rows": ["plain", id]});
    serde_json::json!({"title": "T", "panes": [pane],
        "resources": [{"name": "observations", "data": rows}]})
    .to_string()
}

fn app(text: &str) -> App {
    App::new(parse("hostile", text, &|_| Err(String::new())).expect("a dataset").dataset, Size::new(100, 30))
}

#[test]
fn an_address_is_only_text_to_a_shell_a_page_and_a_table() {
    for id in [
        "`touch x`",
        "$(touch x)",
        "'; touch x; '",
        "\"$HOME\"",
        "a|b>c",
        "~root",
        "-rf",
        "=2*3",
        "<b>",
        "**a**",
        "!!",
        "[a](b)",
        "a#b",
        "a\\b",
        "{a,b}",
        "a*?",
        "Ürümqi-哈萨_1.2~",
        "a\u{3000}b",
        "％41",
        "%41",
    ] {
        let text = dataset(id, &format!("{id}2"), "x", "");
        let mut app = app(&text);
        screen::press(&mut app, "j");
        let address = app.address();
        let pane = address.split('?').next().unwrap_or_default();
        let row = address.split("row=").nth(1).unwrap_or_default();
        for part in [pane, row] {
            let is_text = |c: char| c.is_alphanumeric() || "-._~%".contains(c);
            assert!(part.chars().all(is_text) && !part.starts_with(['-', '~']), "{id}: {address}");
        }
        let mut again = self::app(&text);
        again.visit(&address).expect("it leads back");
        assert_eq!(again.address(), address);
        assert_eq!(again.view(), app.view(), "{address}");
    }
}

#[test]
fn an_address_of_an_earlier_version_still_leads_there() {
    let mut app = app(&dataset("a,b", "sum(c+d)", "x", ""));
    app.visit("a,b?row=sum(c+d)").expect("it is read");
    assert_eq!(app.selected(), app.rows(0).last().copied());
    assert_eq!(app.address().split('?').next(), Some("a%2Cb"));
}

#[test]
fn a_note_that_begins_with_blanks_is_a_paragraph_in_markdown() {
    for (note, shown) in [
        ("  # not a heading", "\\# not a heading"),
        (" + not a list", "\\+ not a list"),
        ("      not code", "not code"),
        ("   ---", "--\\-"),
        (" 7) not a list", "7\\) not a list"),
        ("no break  ", "no break"),
    ] {
        let printed = horgos::print::markdown(Selection::all(&app(&dataset("p", "a", "x", note))));
        assert!(printed.contains(&format!("\n\n{shown}\n\n")), "{note:?}: {printed}");
    }
}

#[test]
fn a_csv_field_is_no_formula_where_semicolons_part_fields() {
    for (label, written) in [
        ("grain;=2*3;flour", "grain;'=2*3;flour"),
        ("grain; +1", "grain;' +1"),
        (" @sum", "' @sum"),
        ("grain;'quoted'", "grain;''quoted'"),
        ("grain; flour", "grain; flour"),
        ("=2*3", "'=2*3"),
    ] {
        let mut csv = Vec::new();
        horgos::print::csv(Selection::all(&app(&dataset("p", "a", label, ""))), &mut csv)
            .expect("memory takes it");
        let csv = String::from_utf8(csv).expect("UTF-8");
        assert!(csv.contains(&format!("a,{written},UZB,")), "{label:?}: {csv}");
        for cell in csv.split([';', ',', '\n']) {
            assert!(!cell.trim_start().starts_with(['=', '+', '@']), "{cell:?} of {csv}");
        }
        let read = parse("printed.csv", &csv, &|_| Err(String::new())).expect("it is read again").dataset;
        assert_eq!(read.observations[1].label.as_deref(), Some(label));
    }
}

#[test]
fn a_letter_with_many_marks_takes_few_bytes_of_a_frame() {
    let marks = "\u{308}".repeat(30);
    let mut app = app(&dataset("p", "a", &format!("o{marks}x{marks}"), ""));
    let longest = |app: &App| {
        let cells = frame(app, &Theme::ansi()).content;
        cells.iter().map(|cell| cell.symbol().len()).max()
    };
    assert_eq!(longest(&app), Some(31));
    // Typed text has no limit of its own.
    app.handle(horgos::dashboard::Event::Key(horgos::dashboard::Key::Char('/')));
    app.handle(horgos::dashboard::Event::Paste(format!("a{}", "\u{301}".repeat(900))));
    assert!(longest(&app) <= Some(32), "{:?}", longest(&app));
}

#[test]
fn the_printed_configuration_is_harmless_and_one_heading_long() {
    for hostile in HOSTILE.into_iter().chain(["\n", "\u{feff}\u{e0041}"]) {
        let output = Command::new(env!("CARGO_BIN_EXE_horgos"))
            .args(["config", "--view", &format!("leaders?find=a{hostile}")])
            .env("XDG_CONFIG_HOME", format!("/no{hostile}theme = \"mono\""))
            .stdin(Stdio::null())
            .output()
            .expect("it runs");
        let shown = String::from_utf8(output.stdout).expect("UTF-8");
        harmless("config", &shown);
        assert_eq!(shown.lines().count(), 6, "{shown}");
        let parsed = toml::de::DeTable::parse(&shown).expect("TOML");
        let view = parsed.get_ref().get("view").expect("a setting");
        assert_eq!(view.get_ref().as_str(), Some(&*format!("leaders?find=a{hostile}")));
    }
}

#[test]
fn file_names_and_arguments_are_quoted_harmlessly() {
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
