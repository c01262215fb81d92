//! How much is read, and which files: more is refused by line and column, at once.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;
use std::process::Command;

use horgos::formats::{self, MAX_COLUMNS, MAX_ID, MAX_MARKS, MAX_NOTE, MAX_PANES, MAX_TEXT};

use super::{GOOD, errors, observations, read};

/// The error of a dataset whose only row has this text in a column; empty if it is right.
fn said_of(column: &str, text: &str) -> String {
    let row = GOOD.replace("\"id\": \"a\", ", "").replace('}', &format!(", \"{column}\": \"{text}\"}}"));
    let row = if column == "id" { row } else { row.replace('{', "{\"id\": \"a\", ") };
    read(&observations(&[&row])).map_or_else(|error| error.to_string(), |_| String::new())
}

#[test]
fn each_text_has_a_limit() {
    for (column, most) in [
        ("id", MAX_ID),
        ("label", MAX_TEXT),
        ("locator", MAX_TEXT),
        ("note", MAX_NOTE),
        ("as_printed", MAX_NOTE),
    ] {
        assert_eq!(said_of(column, &"y".repeat(most)), "", "{column}");
        let said = said_of(column, &"y".repeat(most + 1));
        let start = "y".repeat(60);
        let expected =
            format!("observations[0].{column}: \"{start}…\" has {} bytes; at most {most} are read", most + 1);
        assert!(said.starts_with("mine.json:2:") && said.ends_with(&expected), "{said}");
    }
    assert!(said_of("label", &"é".repeat(501)).contains("has 1002 bytes"));
    let title = errors(&format!("{{\"title\": \"{}\", \"resources\": []}}", "z".repeat(MAX_TEXT + 1)));
    assert!(title.starts_with("mine.json:1:11: title: \"zzz"), "{title}");
}

#[test]
fn names_in_a_list_have_the_limit_of_an_id_each() {
    let ids: Vec<String> = (0..400).map(|at| format!("row-{at}")).collect();
    let rows: Vec<String> = ids.iter().map(|id| GOOD.replace(r#""a""#, &format!("\"{id}\""))).collect();
    let pane = format!(r#"{{"id": "p", "title": "P", "kind": "listing", "rows": "{}"}}"#, ids.join(","));
    let text = observations(&rows.iter().map(String::as_str).collect::<Vec<_>>());
    let with = |panes: &str| text.replacen('{', &format!("{{\"panes\": [{panes}],"), 1);
    assert!(read(&with(&pane)).is_ok());
    let said = errors(&with(&pane.replace("row-7,", &format!("{},", "w".repeat(MAX_ID + 1)))));
    assert!(
        said.contains("panes[0].rows: \"www") && said.contains("has 201 bytes; at most 200 are read"),
        "{said}"
    );
}

#[test]
fn a_letter_carries_at_most_thirty_marks() {
    for mark in ["\u{308}", "\u{200d}", "\u{fe0f}"] {
        assert_eq!(said_of("label", &format!("o{}", mark.repeat(MAX_MARKS))), "");
        let said = said_of("label", &format!("o{}", mark.repeat(MAX_MARKS + 1)));
        assert!(
            said.ends_with(
                "has more than 30 characters in a row that take no column, such as combining marks"
            ),
            "{said}"
        );
    }
}

#[test]
fn panes_and_columns_have_a_limit() {
    let pane = |at: usize| format!(r#"{{"id": "p{at}", "title": "P", "kind": "listing", "rows": ["a"]}}"#);
    let panes = |count: usize| (0..count).map(pane).collect::<Vec<_>>().join(",\n");
    let with =
        |count: usize| observations(&[GOOD]).replacen('{', &format!("{{\"panes\": [\n{}],", panes(count)), 1);
    assert_eq!(read(&with(MAX_PANES)).map(|loaded| loaded.dataset.panes.len()).ok(), Some(999));
    assert_eq!(errors(&with(1_203)), "mine.json:1001:1: panes: has 1203 panes; at most 999 are read");
    let more = |count: usize| {
        let columns = (6..count).map(|at| format!(", \"x{at}\": 1")).collect::<Vec<_>>().concat();
        observations(&[&GOOD.replace('}', &format!("{columns}}}"))])
    };
    assert!(read(&more(MAX_COLUMNS)).is_ok());
    assert_eq!(
        errors(&more(1_500)),
        "mine.json:2:1: observations[0]: has 1500 columns; at most 1000 are read"
    );
    let missing: Vec<String> = (0..1_001).map(|at| format!("\"n{at}\"")).collect();
    let schema = format!(r#""schema": {{"missingValues": [{}]}}, "data""#, missing.join(", "));
    let said = errors(&observations(&[GOOD]).replace("\"data\"", &schema));
    assert!(
        said.ends_with("observations.schema.missingValues: has 1001 texts; at most 1000 are read"),
        "{said}"
    );
    let package = r#"{"resources": [{"name": "observations", "path": "wide.csv"}]}"#;
    let header = format!("id,reporter,flow,measure{}\na\n", ",x".repeat(2_000));
    let said =
        formats::parse("mine.json", package, &|_| Ok(header.clone())).expect_err("too wide").to_string();
    assert_eq!(said, "wide.csv:1:2018: observations: has 2004 columns; at most 1000 are read");
}

#[test]
fn a_file_that_is_named_again_is_not_read_again() {
    let resource = r#"{"name": "observations", "path": "rows.csv"}"#;
    let package = format!(r#"{{"resources": [{}]}}"#, vec![resource; 50].join(","));
    let count = std::cell::Cell::new(0);
    let open = |_: &str| {
        count.set(count.get() + 1);
        Ok("id,reporter,flow,measure\na,KAZ,total,mention\n".to_owned())
    };
    let said = formats::parse("mine.json", &package, &open).expect_err("named again").to_string();
    assert!(said.contains("a second resource with the name \"observations\""), "{said}");
    assert_eq!(count.get(), 1);
}

const ROWS: &str = "id,reporter,flow,measure\na,UZB,total,mention\n";

/// The message on a descriptor in `folder` that names `path`; empty if it is read.
fn opened(folder: &Path, path: &str) -> String {
    let file = folder.join("datapackage.json");
    fs::write(&file, format!(r#"{{"resources": [{{"name": "observations", "path": "{path}"}}]}}"#))
        .expect("written");
    let said = formats::open(&file).map_or_else(|error| error.to_string(), |_| String::new());
    let place = format!("{}:1:49: observations.path: \"{path}\" ", file.display());
    said.strip_prefix(&place).unwrap_or(&said).to_owned()
}

#[test]
fn only_regular_files_below_the_dataset_are_opened() {
    let outer = tempfile::tempdir().expect("a folder");
    let folder = outer.path().join("package");
    fs::create_dir_all(folder.join("data/.cache")).expect("folders");
    for file in ["rows.csv", "data/rows.csv", ".rows.csv", "data/.cache/rows.csv", "../outside.csv"] {
        fs::write(folder.join(file), ROWS).expect("written");
    }
    symlink("data/rows.csv", folder.join("inside.csv")).expect("a link");
    symlink("../outside.csv", folder.join("out.csv")).expect("a link");
    symlink("..", folder.join("up")).expect("a link");
    symlink(".rows.csv", folder.join("masked.csv")).expect("a link");
    symlink("/proc/self/environ", folder.join("environ.csv")).expect("a link");
    symlink("/dev/zero", folder.join("zero.csv")).expect("a link");
    let fifo = Command::new("mkfifo").arg(folder.join("pipe.csv")).status().expect("it runs");
    assert!(fifo.success());
    let _socket = std::os::unix::net::UnixListener::bind(folder.join("socket.csv")).expect("a socket");

    let hidden = "is hidden: a part of its path begins with a dot";
    let linked = "is a link that leads out of the folder of the dataset";
    for (path, said) in [
        ("rows.csv", ""),
        ("data/rows.csv", ""),
        ("inside.csv", ""),
        (".rows.csv", hidden),
        ("data/.cache/rows.csv", hidden),
        ("masked.csv", hidden),
        ("out.csv", linked),
        ("up/outside.csv", linked),
        ("environ.csv", linked),
        ("zero.csv", linked),
        ("pipe.csv", "is not a regular file"),
        ("socket.csv", "is not a regular file"),
        ("data", "is not a regular file"),
        ("gone.csv", "cannot be opened: no such file or directory"),
    ] {
        assert_eq!(opened(&folder, path), said, "{path}");
    }
}

#[test]
fn a_dataset_without_a_folder_names_no_files() {
    let package = r#"{"resources": [{"name": "observations", "path": "Cargo.toml"}]}"#;
    let said = formats::read("standard input", package.as_bytes(), None).expect_err("refused").to_string();
    let why = "is not opened, since the dataset is not read from a file that it could be next to, and no folder is given";
    assert_eq!(said, format!("standard input:1:49: observations.path: \"Cargo.toml\" {why}"));
}

#[test]
fn the_files_of_a_dataset_have_one_limit_together() {
    let folder = tempfile::tempdir().expect("a folder");
    let large = fs::File::create(folder.path().join("rows.csv")).expect("created");
    large.set_len(formats::MAX_BYTES as u64).expect("a hole of 256 MiB");
    let said = opened(folder.path(), "rows.csv");
    assert_eq!(said, "is too large: all files of a dataset together may have 256 MiB");
}
