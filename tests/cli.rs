//! The binary without a terminal: its output, its messages, its exit codes.

use std::fs::File;
use std::io::{Seek, SeekFrom, Write};
use std::process::{Command, Output, Stdio};

#[path = "support/schema.rs"]
#[allow(dead_code, reason = "not every test uses all of the support")]
mod schema;

fn horgos(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_horgos"));
    command.args(arguments).stdin(Stdio::null()).env_remove("RUST_BACKTRACE");
    command
}

fn run(arguments: &[&str]) -> Output {
    horgos(arguments).output().expect("the program runs")
}

fn fed(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = horgos(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let _ = child.stdin.take().expect("its input").write_all(input);
    child.wait_with_output().expect("the program ends")
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).expect("UTF-8")
}

#[test]
fn without_a_terminal_it_prints_the_figures() {
    let output = run(&[]);
    assert_eq!((output.status.code(), text(&output.stderr)), (Some(0), ""));
    let shown = text(&output.stdout);
    assert!(!shown.contains('\u{1b}'), "no escape byte");
    for line in [
        "Xinjiang and Central Asia: trade in 2023",
        "Global Times, 2024-02-07",
        "Growth leaders (the source's own selection)",
    ] {
        assert!(shown.lines().any(|shown| shown == line), "{line:?} in\n{shown}");
    }
    for (label, number, source) in [
        ("Exports", "246.57 bn CNY", "¶1"),
        ("Imports (derived)", "37.10 bn CNY", "total − exports"),
        ("Turkmenistan", "not published", "2023, Global Times, 2024-02-07"),
        ("New-energy passenger cars", "×8", "¶8"),
    ] {
        let row = shown.lines().find(|line| line.trim_start().starts_with(label)).unwrap_or_default();
        assert!(row.contains(number) && row.ends_with(source), "{label}: {row:?}");
    }
    assert_eq!(run(&["print"]).stdout, output.stdout);
}

#[test]
fn a_frame_can_be_printed_after_keys() {
    let output = run(&["print", "--screen", "80x24", "--keys", "2j<enter>"]);
    let shown = text(&output.stdout);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    assert_eq!(shown.lines().count(), 24);
    assert!(shown.contains(" Kazakhstan\n"), "{shown}");
}

#[test]
fn a_dataset_comes_from_a_file_or_from_standard_input() {
    let bundled = include_bytes!("../assets/datapackage.json");
    let from_file = run(&[concat!(env!("CARGO_MANIFEST_DIR"), "/assets/datapackage.json")]);
    assert_eq!(from_file.stdout, run(&[]).stdout);
    assert_eq!(fed(&["-"], bundled).stdout, from_file.stdout);
    assert_eq!(fed(&["print", "-"], bundled).stdout, from_file.stdout);
}

#[test]
fn standard_input_that_nobody_reads_is_reported() {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/datapackage.json");
    for (arguments, names) in [
        (&[][..], "horgos -"),
        (&["print", "--format", "csv"], "horgos print -"),
        (&["check"], "horgos check -"),
    ] {
        let quiet = run(arguments);
        assert_eq!(text(&quiet.stderr), "", "/dev/null: {arguments:?}");
        let expected = format!("standard input was not read: write {names} to read it\n");
        // A pipe that is full before the program starts, then a file.
        let (read, mut write) = std::io::pipe().expect("a pipe");
        write.write_all(b"{}").expect("a pipe takes two bytes");
        for input in [Stdio::from(read), Stdio::from(File::open(file).expect("the file"))] {
            let output = horgos(arguments).stdin(input).output().expect("the program runs");
            assert_eq!(text(&output.stderr), expected, "{arguments:?}");
            assert_eq!((output.status, &output.stdout), (quiet.status, &quiet.stdout), "{arguments:?}");
        }
        drop(write);
    }
}

#[test]
fn standard_input_that_is_empty_or_named_is_no_matter() {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/datapackage.json");
    let (open, _writer) = std::io::pipe().expect("a pipe");
    let (ended, writer) = std::io::pipe().expect("a pipe");
    drop(writer);
    let mut read = File::open(file).expect("the file");
    read.seek(SeekFrom::End(0)).expect("a file");
    for (what, input, arguments) in [
        ("an open pipe with nothing in it", Stdio::from(open), &["check"][..]),
        ("a closed pipe", Stdio::from(ended), &["check"]),
        ("a file at its end", Stdio::from(read), &["check"]),
        ("a dataset is named", Stdio::from(File::open(file).expect("the file")), &["check", file]),
        ("it is read", Stdio::from(File::open(file).expect("the file")), &["check", "-"]),
        ("a command without a dataset", Stdio::from(File::open(file).expect("the file")), &["man"]),
    ] {
        let output = horgos(arguments).stdin(input).output().expect("the program runs");
        assert_eq!(text(&output.stderr), "", "{what}");
    }
}

#[test]
fn a_dataset_that_cannot_be_used_is_reported_and_exits_with_2() {
    let output = fed(&["-"], b"{\"resources\": [}");
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(text(&output.stderr), "standard input:1:16: not JSON: expected value\n");
    assert_eq!(text(&output.stdout), "");
    let output = run(&["no-such-file.json"]);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(text(&output.stderr), "no-such-file.json: no such file or directory\n");
    let output = run(&["/"]);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(
        text(&output.stderr),
        "/: is a folder without datapackage.json and without a table that is known\n"
    );
}

#[test]
fn a_dataset_on_standard_input_names_files_only_in_a_folder_that_is_given() {
    let folder = tempfile::tempdir().expect("a folder");
    let rows = "id,reporter,partner,flow,measure,time_period,obs_value,unit_measure\nwool,KGZ,TUR,exports,value,2018,12,EUR\n";
    std::fs::write(folder.path().join("rows.csv"), rows).expect("it can be written");
    let dataset = br#"{"resources": [{"name": "observations", "path": "rows.csv"}]}"#;
    let alone = fed(&["check", "-"], dataset);
    assert_eq!(alone.status.code(), Some(2));
    assert!(text(&alone.stderr).contains("no folder is given"), "{}", text(&alone.stderr));
    let folder = folder.path().to_str().expect("UTF-8");
    let found = fed(&["print", "-", "--format", "csv", "--folder", folder], dataset);
    assert_eq!(text(&found.stderr), "");
    assert!(text(&found.stdout).contains("\nwool,"), "{}", text(&found.stdout));
    let outside = br#"{"resources": [{"name": "observations", "path": "../rows.csv"}]}"#;
    assert_eq!(fed(&["check", "-", "--folder", folder], outside).status.code(), Some(2));
    assert_eq!(run(&["check", "--folder", folder]).status.code(), Some(2), "there is nothing to look for");
}

#[test]
fn odd_columns_are_warned_of_on_standard_error() {
    let dataset = br#"{"resources": [{"name": "observations", "data": [
        {"id": "a", "reporter": "KAZ", "flow": "total", "measure": "mention", "lable": "x"}]}]}"#;
    let output = fed(&["-"], dataset);
    assert_eq!(output.status.code(), Some(0));
    let expected = "standard input:2:88: observations[0].lable: warning: unknown column, ignored (did you mean \"label\"?)\n";
    assert_eq!(text(&output.stderr), expected);
}

#[test]
fn wrong_arguments_say_what_was_expected() {
    for (arguments, expected) in [
        (&["print", "--screen", "wide"][..], "write columns and rows, such as 120x36"),
        (&["print", "--screen", "80x24", "--keys", "<return>"], "<return> is no key"),
        (&["print", "--keys", "j"], "--keys: goes with --screen or --format svg"),
        (&["print", "--format", "csv", "--screen", "80x24"], "a picture is text or svg"),
        (&["print", "--pane", "leader"], "(did you mean \"leaders\"?); there are key-figures, "),
        (&["--nonsense"], "unexpected argument '--nonsense'"),
        (&["--theme", "dark", "print"], "print: a command comes before its options (write horgos print …)"),
        (&["chek"], "chek: no such file (did you mean \"check\"?)"),
        (&["--config", "no-such.toml"], "no-such.toml: no such file or directory"),
    ] {
        let output = run(arguments);
        assert_ne!(output.status.code(), Some(0));
        let said = text(&output.stderr);
        assert!(said.contains(expected), "{arguments:?}: {said}");
    }
}

#[test]
fn help_and_version_answer() {
    assert!(text(&run(&["--help"]).stdout).contains("Usage: horgos"));
    assert_eq!(text(&run(&["--version"]).stdout), concat!("horgos ", env!("CARGO_PKG_VERSION"), "\n"));
}

#[test]
fn figures_are_printed_in_every_format() {
    for (arguments, start, end) in [
        (&["--format", "text"][..], "Xinjiang and Central Asia: trade in 2023\n", "\n"),
        (&["--format", "markdown"], "# Xinjiang and Central Asia: trade in 2023\n", "|\n"),
        (&["--format", "csv"], "id,label,reporter,", "\n"),
        (&["--format", "json"], "{\n\"version\": 1,\n", "\n}\n"),
        (
            &["--format", "svg"],
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1032.0 636.0\"",
            "</svg>\n",
        ),
        (&["--format", "svg", "--screen", "80x24", "--keys", "?"], "<svg ", "</svg>\n"),
        (&["--pane", "transport"], "Xinjiang and Central Asia: trade in 2023\n", "has no stated unit.\n"),
    ] {
        let output = run(&[&["print"], arguments].concat());
        assert_eq!((output.status.code(), text(&output.stderr)), (Some(0), ""), "{arguments:?}");
        let shown = text(&output.stdout);
        assert!(shown.starts_with(start) && shown.ends_with(end), "{arguments:?}: {shown}");
    }
}

#[test]
fn a_reader_that_closes_the_pipe_is_no_error_in_any_format() {
    let row = |at: usize| {
        format!(
            r#"{{"id": "r{at}", "reporter": "KAZ", "product": "p{at}", "flow": "exports", "measure": "value",
            "time_period": "2023", "obs_value": 3, "unit_measure": "USD"}}"#
        )
    };
    let rows: Vec<String> = (0..400).map(row).collect();
    for format in ["text", "markdown", "csv", "json", "svg"] {
        let (reader, writer) = std::io::pipe().expect("a pipe");
        drop(reader);
        let mut child = horgos(&["print", "--format", format, "-"])
            .stdin(Stdio::piped())
            .stdout(writer)
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program starts");
        let mut input = child.stdin.take().expect("its input");
        input.write_all(dataset(&rows.join(",")).as_bytes()).expect("it is read");
        drop(input);
        let output = child.wait_with_output().expect("the program ends");
        assert_eq!((output.status.code(), text(&output.stderr)), (Some(0), ""), "{format}");
    }
}

#[test]
fn a_picture_shows_the_pane_that_is_asked_for() {
    let shown = run(&["print", "--pane", "leaders", "--screen", "80x24"]);
    let shown = text(&shown.stdout);
    assert!(shown.contains("Malaysia") && !shown.contains("Tajikistan"), "{shown}");
}

#[test]
fn print_follows_the_view() {
    let print = |view: &str, arguments: &[&str]| {
        let output = run(&[&["print", "--view", view], arguments].concat());
        assert_eq!((output.status.code(), text(&output.stderr)), (Some(0), ""), "{view}");
        text(&output.stdout).to_owned()
    };
    let names =
        |csv: &str| csv.lines().skip(1).map(|line| line.split(',').nth(1).unwrap_or("").to_owned()).collect();
    let sorted: Vec<String> =
        names(&print("leaders?sort=value&desc", &["--pane", "leaders", "--format", "csv"]));
    assert_eq!(sorted, ["Malaysia", "Algeria", "South Africa", "Qatar"]);
    let found: Vec<String> = names(&print("central-asia?find=kazakh", &["--format", "csv"]));
    assert!(found.contains(&"Kazakhstan".to_owned()) && !found.contains(&"Malaysia".to_owned()), "{found:?}");
    let converted = print("key-figures?unit=USD", &["--pane", "key-figures"]);
    let total = converted.lines().find(|line| line.starts_with("  Total trade")).unwrap_or_default();
    let parts: Vec<&str> = total.split("  ").map(str::trim).filter(|part| !part.is_empty()).collect();
    let source = "2023, Global Times, 2024-02-07, ¶2, 39.40 to 39.52, value / rate";
    assert_eq!(
        parts,
        ["Total trade", "39.5 bn USD", "contradicted, converted from 283.67 bn CNY", source],
        "only the digits that hold"
    );
    let csv = print("key-figures?unit=USD", &["--pane", "key-figures", "--format", "csv"]);
    assert!(csv.contains(",283.67,CNY,9,2,"), "data stays as published: {csv}");
}

/// A dataset with these observations, separated by commas.
fn dataset(rows: &str) -> String {
    format!("{{\"resources\": [{{\"name\": \"observations\", \"data\": [{rows}]}}]}}")
}

#[test]
fn check_exits_by_what_it_found() {
    let row = |id: &str, flow: &str, value: u32| {
        format!(
            r#"{{"id": "{id}", "reporter": "KAZ", "flow": "{flow}", "measure": "value", "time_period": "2023",
            "obs_value": {value}, "unit_measure": "USD"}}"#
        )
    };
    let holds = dataset(&[row("e", "exports", 2), row("t", "total", 3)].join(","));
    let breaks = dataset(&[row("e", "exports", 5), row("t", "total", 3)].join(","));
    let provisional = |row: String| row.replace("\"id\"", "\"obs_status\": \"P\", \"id\"");
    let doubtful = dataset(&[row("e", "exports", 5), provisional(row("t", "total", 3))].join(","));
    let cases = [
        (holds.as_str(), [0, 0, 0]),
        (doubtful.as_str(), [1, 1, 0]),
        (breaks.as_str(), [1, 1, 1]),
        ("{", [2, 2, 2]),
    ];
    for (text, codes) in cases {
        for (fail_on, code) in
            [&[][..], &["--fail-on", "doubt"], &["--fail-on", "contradiction"]].iter().zip(codes)
        {
            for format in ["text", "json"] {
                let arguments = [&["check", "-", "--format", format], *fail_on].concat();
                assert_eq!(
                    fed(&arguments, text.as_bytes()).status.code(),
                    Some(code),
                    "{arguments:?} {text}"
                );
            }
        }
    }
}

#[test]
fn a_thousand_notes_hide_no_contradiction() {
    let row = |at: usize| {
        format!(
            r#"{{"id": "r{at}", "reporter": "KAZ", "product": "p{at}", "flow": "exports", "measure": "value",
            "time_period": "2023", "unit_measure": "USD"}}"#
        )
    };
    let mut rows: Vec<String> = (0..1002).map(row).collect();
    let notes = fed(&["check", "-"], dataset(&rows.join(",")).as_bytes());
    assert_eq!(notes.status.code(), Some(0));
    let last = "\nnote: 2 more notes of this rule are not listed [status-and-value]\n\
        1002 checks were tried on 1002 figures: 0 passed. Found: no contradictions, no doubts and 1002 notes.\n";
    assert!(text(&notes.stdout).ends_with(last));
    rows.push(row(1002).replace("unit_measure", r#"obs_status": "O", "obs_value": 1, "unit_measure"#));
    let graver = fed(&["check", "-"], dataset(&rows.join(",")).as_bytes());
    assert_eq!(graver.status.code(), Some(1));
    let reported = "contradiction: Kazakhstan's exports of p1002 to the world, 2023: \
        it has a number and is said to have none [status-and-value]\n";
    assert!(text(&graver.stdout).starts_with(reported));
}

#[test]
fn check_reports_the_same_as_json_and_as_text() {
    let output = run(&["check", "--format", "json"]);
    assert_eq!(output.status.code(), Some(1));
    let json: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let findings = json["findings"].as_array().expect("a list");
    let of = |severity: &str| findings.iter().filter(|found| found["severity"] == severity).count();
    assert_eq!((of("contradiction"), of("doubt"), of("note")), (1, 0, 1));
    schema::report_holds(text(&output.stdout));
    let summary = &json["summary"];
    let count = |name: &str| summary[name].as_u64().expect("a count");
    assert_eq!((count("figures"), count("checks")), (26, count("passed") + 2));
    assert!(count("passed") > 5, "{summary}");
    assert_eq!([count("contradictions"), count("doubts"), count("notes")], [1, 0, 1]);
    let shown = run(&["check"]);
    assert_eq!(text(&shown.stdout).lines().last(), summary["sentence"].as_str());
    let found = &findings[0];
    assert_eq!(found["rule"], "part-of-whole/base");
    let mut ids: Vec<&str> =
        found["ids"].as_array().expect("ids").iter().filter_map(|id| id.as_str()).collect();
    ids.sort_unstable();
    assert_eq!(ids, ["exports-ca5", "exports-ca5-growth", "total-ca5", "total-ca5-growth"]);
    let proof = found["proof"].to_string();
    for bound in ["200.05 to 200.22", "188.48 to 189.75", "at least 29.9 %", "at most 41.8 %"] {
        assert!(proof.contains(bound), "{bound}: {proof}");
    }
}

#[test]
fn a_new_dataset_checks_clean_as_a_package_and_as_rows() {
    let package = run(&["new"]);
    let checked = fed(&["check", "-"], &package.stdout);
    assert_eq!((checked.status.code(), text(&checked.stderr)), (Some(0), ""));
    let rows = run(&["new", "--format", "csv"]);
    assert_eq!(text(&rows.stdout).lines().count(), 2, "a header and one row");
    let mut file = tempfile::Builder::new().suffix(".csv").tempfile().expect("a file");
    file.write_all(&rows.stdout).expect("written");
    let checked = run(&["check", file.path().to_str().expect("a path")]);
    assert_eq!((checked.status.code(), text(&checked.stderr)), (Some(0), ""));
}
