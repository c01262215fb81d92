//! `horgos check` for pipelines: annotations of GitHub and SARIF, both with the file and line of every figure.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;

#[path = "support/sarif.rs"]
mod sarif;

/// Runs `horgos check` in a folder.
fn check(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_horgos"));
    command.arg("check").args(arguments).current_dir(folder).output().expect("the program runs")
}

/// How many figures a report names besides the first.
const MOST_OTHERS: usize = 20;

fn stdout(output: Output) -> String {
    String::from_utf8(output.stdout).expect("UTF-8")
}

/// A folder with these files.
fn folder(name: &str, files: &[(&str, &str)]) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("pipelines").join(name);
    for (file, text) in files {
        let path = folder.join(file);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        std::fs::write(path, text).expect("a file");
    }
    folder
}

fn releases() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/releases");
    let files = std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
    files.filter(|path| path.extension().is_some_and(|ending| ending == "json")).collect()
}

/// An annotation: command, properties by name, and message, its escapes undone.
#[derive(Debug, PartialEq)]
struct Annotation {
    level: String,
    properties: Vec<(String, String)>,
    message: String,
}

impl Annotation {
    fn parse(line: &str) -> Self {
        let undone = |text: &str| {
            [("%0A", "\n"), ("%0D", "\r"), ("%3A", ":"), ("%2C", ","), ("%25", "%")]
                .iter()
                .fold(text.to_owned(), |text, (escape, c)| text.replace(escape, c))
        };
        let (head, message) =
            line.strip_prefix("::").and_then(|rest| rest.split_once("::")).expect("a command");
        let (level, properties) = head.split_once(' ').expect("properties");
        let properties = properties.split(',').map(|property| {
            let (name, value) = property.split_once('=').expect("a property");
            (name.to_owned(), undone(value))
        });
        Self { level: level.to_owned(), properties: properties.collect(), message: undone(message) }
    }

    fn get(&self, name: &str) -> &str {
        self.properties.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value)
    }
}

/// Findings as `--format json` gives them.
fn findings(folder: &Path, file: &str) -> Vec<Value> {
    let json: Value =
        serde_json::from_str(&stdout(check(folder, &["--format", "json", file]))).expect("JSON");
    json["findings"].as_array().expect("findings").clone()
}

/// The text at a line and column, both from 1.
fn row_at(text: &str, line: u64, column: u64) -> String {
    let number = |number: u64| usize::try_from(number).expect("small") - 1;
    let lines: Vec<&str> = text.split('\n').collect();
    let first: String = lines[number(line)].chars().skip(number(column)).collect();
    [first.as_str()].iter().chain(&lines[number(line) + 1..]).copied().collect::<Vec<_>>().join("\n")
}

/// The id of the JSON row at a place.
fn id_at(text: &str, line: u64, column: u64) -> String {
    let row = row_at(text, line, column);
    let mut rows = serde_json::Deserializer::from_str(&row).into_iter::<Value>();
    let row = rows.next().expect("a row").expect("an object");
    row["id"].as_str().expect("an id").to_owned()
}

#[test]
fn every_finding_of_a_release_is_annotated_at_the_row_of_its_first_figure() {
    let mut count = 0;
    for path in releases() {
        let (folder, file) = (path.parent().expect("a folder"), path.file_name().expect("a name"));
        let file = file.to_str().expect("UTF-8");
        let text = std::fs::read_to_string(&path).expect("a dataset");
        let shown = stdout(check(folder, &["--format", "github", file]));
        let (annotations, summary) = shown.trim_end().rsplit_once('\n').unwrap_or(("", shown.trim_end()));
        assert!(summary.contains("Found: ") || summary.starts_with("No check"), "{summary}");
        let findings = findings(folder, file);
        assert_eq!(annotations.lines().count(), findings.len(), "{file}");
        for (annotation, finding) in annotations.lines().map(Annotation::parse).zip(&findings) {
            let level = match finding["severity"].as_str() {
                Some("contradiction") => "error",
                Some("doubt") => "warning",
                _ => "notice",
            };
            let title = format!(
                "{}: {}",
                finding["severity"].as_str().expect("text"),
                finding["rule"].as_str().expect("text")
            );
            assert_eq!((annotation.level.as_str(), annotation.get("title")), (level, title.as_str()));
            assert_eq!(annotation.get("file"), file);
            assert!(annotation.message.starts_with(finding["sentence"].as_str().expect("text")));
            let mut ids = finding["ids"].as_array().expect("ids").iter().map(|id| id.as_str().expect("text"));
            if let Some(first) = ids.next() {
                let number = |name| annotation.get(name).parse().expect("a number");
                assert_eq!(id_at(&text, number("line"), number("col")), first, "{file}");
            }
            for other in ids.by_ref().take(MOST_OTHERS) {
                assert!(annotation.message.contains(other), "{other}: {annotation:?}");
            }
            let more = ids.count();
            assert_eq!(more > 0, annotation.message.ends_with(&format!("\nand {more} more figures")));
            count += 1;
        }
    }
    assert!(count > 20, "{count}");
}

#[test]
fn every_finding_of_a_release_is_a_result_with_the_rows_of_its_figures() {
    let mut count = 0;
    for path in releases() {
        let (folder, file) = (path.parent().expect("a folder"), path.file_name().expect("a name"));
        let file = file.to_str().expect("UTF-8");
        let text = std::fs::read_to_string(&path).expect("a dataset");
        let run = sarif::run(&stdout(check(folder, &["--format", "sarif", file])));
        let findings = findings(folder, file);
        let results = run["results"].as_array().expect("results");
        assert_eq!(results.len(), findings.len());
        for (result, finding) in results.iter().zip(&findings) {
            let ids: Vec<String> = result["locations"]
                .as_array()
                .into_iter()
                .chain(result["relatedLocations"].as_array())
                .flatten()
                .filter_map(|place| {
                    let place = &place["physicalLocation"];
                    assert_eq!(place["artifactLocation"]["uri"], file);
                    let column = place["region"]["startColumn"].as_u64()?;
                    Some(id_at(&text, place["region"]["startLine"].as_u64().expect("a line"), column))
                })
                .collect();
            let expected: Vec<&Value> =
                finding["ids"].as_array().into_iter().flatten().take(1 + MOST_OTHERS).collect();
            assert_eq!(ids.iter().collect::<Vec<_>>(), expected, "{file}");
            assert_eq!(result["ruleId"], finding["rule"]);
            count += 1;
        }
    }
    assert!(count > 20, "{count}");
}

/// Two rows that contradict each other, and a descriptor of the file that they are in.
const CSV: &str = "id,reporter,flow,measure,time_period,obs_value,unit_measure,note\r\n\
    e,MDA,exports,value,2021,5,USD,\"one, two\"\r\n\r\n\
    t,MDA,total,value,2021,3,USD,\r\n";

const DESCRIPTOR: &str = r#"{"resources": [{"name": "observations", "path": "rows/all of 2021.csv"}]}"#;

#[test]
fn rows_of_a_csv_file_are_found_in_it() {
    let folder = folder("csv", &[("data/package.json", DESCRIPTOR), ("data/rows/all of 2021.csv", CSV)]);
    let output = check(&folder, &["--format", "github", "./data/package.json"]);
    assert_eq!(output.status.code(), Some(1));
    let annotations = stdout(output);
    let annotation = Annotation::parse(annotations.lines().next().expect("an annotation"));
    assert_eq!(annotation.get("file"), "data/rows/all of 2021.csv");
    assert_eq!(
        (annotation.level.as_str(), annotation.get("line"), annotation.get("col")),
        ("error", "2", "1")
    );
    assert!(annotation.message.ends_with("\nline 4: t (Total trade: 3 USD)"), "{annotation:?}");
    let run = sarif::run(&stdout(check(&folder, &["--format", "sarif", "data/package.json"])));
    let place = &run["results"][0]["locations"][0]["physicalLocation"];
    assert_eq!(place["artifactLocation"]["uri"], "data/rows/all%20of%202021.csv");
    assert_eq!(place["region"]["startLine"], 2);
    let other = &run["results"][0]["relatedLocations"][0]["physicalLocation"]["region"];
    assert_eq!(other["startLine"], 4);
    let alone = sarif::run(&stdout(check(&folder, &["--format", "sarif", "data/rows/all of 2021.csv"])));
    assert_eq!(alone["results"], run["results"], "the file is read by itself too");
}

#[test]
fn a_dataset_from_no_file_has_findings_without_places() {
    let here = Path::new(".");
    let annotations = stdout(check(here, &["--format", "github"]));
    assert!(annotations.starts_with("::error title=contradiction%3A part-of-whole/base::"), "{annotations}");
    let run = sarif::run(&stdout(check(here, &["--format", "sarif"])));
    assert_eq!(run["results"].as_array().map(Vec::len), Some(2));
    assert!(run["results"][0].get("locations").is_none());
}

#[test]
fn a_result_keeps_its_fingerprint_while_rows_move() {
    let row = |id: &str, flow: &str, value: &str| {
        format!(
            r#"{{"id": "{id}", "reporter": "MDA", "flow": "{flow}", "measure": "value", "time_period": "2021",
            "obs_value": {value}, "unit_measure": "USD"}}"#
        )
    };
    let print = |rows: [String; 3]| {
        let text =
            format!(r#"{{"resources": [{{"name": "observations", "data": [{}]}}]}}"#, rows.join(",\n"));
        let folder = folder("fingerprint", &[("a.json", &text)]);
        let run = sarif::run(&stdout(check(&folder, &["--format", "sarif", "a.json"])));
        run["results"][0]["partialFingerprints"].clone()
    };
    let (e, i, t) = (row("e", "exports", "2"), row("i", "imports", "4"), row("t", "total", "9"));
    let before = print([e.clone(), i.clone(), t.clone()]);
    assert_eq!(print([t.clone(), row("e", "exports", "2.00"), i.clone()]), before);
    assert_ne!(print([row("x", "exports", "2"), i, t]), before);
}

#[test]
fn mistakes_are_reported_in_the_format_that_was_asked_for() {
    let wrong = CSV.replace("MDA,total", "MDA,everything");
    let folder = folder("wrong", &[("data/package.json", DESCRIPTOR), ("data/rows/all of 2021.csv", &wrong)]);
    let output = check(&folder, &["--format", "github", "data/package.json"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(!output.stderr.is_empty(), "people still read why");
    let annotation = Annotation::parse(stdout(output).trim_end());
    assert_eq!(
        (annotation.level.as_str(), annotation.get("line"), annotation.get("col")),
        ("error", "4", "7")
    );
    assert_eq!(annotation.get("file"), "data/rows/all of 2021.csv");
    assert!(
        annotation.message.starts_with("observations[1].flow: \"everything\" is none of "),
        "{annotation:?}"
    );
    let output = check(&folder, &["--format", "sarif", "data/package.json"]);
    assert_eq!(output.status.code(), Some(2));
    let run = sarif::run(&stdout(output));
    assert_eq!(run["results"].as_array().map(Vec::len), Some(0));
    assert_eq!(run["invocations"][0]["executionSuccessful"], false);
    let missing = sarif::run(&stdout(check(&folder, &["--format", "sarif", "nowhere.json"])));
    let place =
        &missing["invocations"][0]["toolExecutionNotifications"][0]["locations"][0]["physicalLocation"];
    assert_eq!(place["artifactLocation"]["uri"], "nowhere.json");
}
