//! The descriptor, its resources, and the files next to it.

use horgos::dataset::Bundled;
use horgos::formats::{self, Loaded, ReadError};

use super::{errors, observations};

/// A dataset whose observations stand in a CSV file next to it, written in some dialect.
fn with_csv(dialect: &str, csv: &'static str) -> Result<Loaded, ReadError> {
    let package =
        format!(r#"{{"resources": [{{"name": "observations", "path": "rows.csv", "dialect": {dialect}}}]}}"#);
    formats::parse("mine.json", &package, &move |_| Ok(csv.to_owned()))
}

/// They are not asked again at every start whether they are JSON and may be shown.
#[test]
fn the_bundled_datasets_are_right_as_anybodys_file() {
    for (bundled, text) in [
        (Bundled::Article, include_str!("../../assets/datapackage.json")),
        (Bundled::Context, include_str!("../../assets/context.json")),
    ] {
        let mine = formats::parse("mine.json", text, &|_| Err(String::new())).expect("a right dataset");
        assert_eq!(mine.warnings.len(), 0, "{bundled:?}");
        let own = formats::bundled_called(bundled).expect("a right dataset");
        assert_eq!(own.warnings.len(), 0, "{bundled:?}");
        assert_eq!(own.fingerprint, mine.fingerprint);
        assert_eq!(own.dataset.tour, mine.dataset.tour);
        let rows =
            |loaded: &Loaded| loaded.dataset.observations.iter().map(|row| format!("{row:?}")).collect();
        let (own, mine): (Vec<_>, Vec<_>) = (rows(&own), rows(&mine));
        assert_eq!(own, mine);
    }
}

#[test]
fn a_delimiter_is_one_character_of_ascii() {
    let csv = "id\treporter\tflow\tmeasure\tlabel\na\tKAZ\ttotal\tmention\tx; y\n";
    let dataset = with_csv(r#"{"delimiter": "\t"}"#, csv).expect("a good dataset").dataset;
    assert_eq!(dataset.observations[0].label.as_deref(), Some("x; y"));
    for (delimiter, shown) in [
        ("", ""),
        ("::", "::"),
        ("¶", "¶"),
        (r#"\""#, "\""),
        (r"\n", r"\u{a}"),
        (r"\u007f", r"\u{7f}"),
        (r"\t\t", r"\u{9}\u{9}"),
    ] {
        let said = with_csv(&format!(r#"{{"delimiter": "{delimiter}"}}"#), csv).expect_err("no delimiter");
        let what = r#"is no delimiter (write one ASCII character, such as ";" or "\t")"#;
        let expected = format!("mine.json:1:86: observations.dialect.delimiter: \"{shown}\" {what}");
        assert_eq!(said.to_string(), expected);
    }
    let said = with_csv("\"tabs.json\"", csv).expect_err("no object").to_string();
    assert_eq!(said, "mine.json:1:72: observations.dialect: is text where an object was expected");
}

#[test]
fn a_file_with_another_delimiter_says_which_was_expected() {
    let comma = "a comma was expected between fields, unless dialect.delimiter says otherwise";
    for (dialect, csv, shown, expected) in [
        ("{}", "id;reporter;flow\na;KAZ;1,5\nb;KAZ;2\n", "id;reporter;flow", comma),
        ("{}", "id\treporter\na\tKAZ\n", r"id\u{9}reporter", comma),
        (
            r#"{"delimiter": "\t"}"#,
            "id,reporter\na,KAZ\n",
            "id,reporter",
            r#""\u{9}" was expected between fields, as dialect.delimiter says"#,
        ),
    ] {
        let said = with_csv(dialect, csv).expect_err("another delimiter").to_string();
        let what = "rows.csv:1:1: observations: the first row names only one column";
        assert_eq!(said, format!("{what}, \"{shown}\"; {expected}"));
    }
}

#[test]
fn a_dataset_without_a_row_is_reported() {
    let what = "observations: has no rows; at least one was expected";
    assert_eq!(errors(&observations(&[])), format!("mine.json:1:49: {what}"));
    for csv in ["", "id,reporter,flow,measure\n", "\u{feff}\n\n"] {
        let said = with_csv("{}", csv).expect_err("no row").to_string();
        assert_eq!(said, format!("rows.csv:1:1: {what}"), "{csv:?}");
    }
    let said = with_csv("{}", "id,reporter,flow,measure\na\n").expect_err("no row").to_string();
    assert_eq!(said, "rows.csv:2:1: observations[0]: has 1 fields where the first row names 4");
}

#[test]
fn resources_are_checked_before_their_rows() {
    let text = r#"{"title": 5, "resources": [
        {"name": "observations"},
        {"name": "places", "data": "x"},
        {"name": "sources", "path": "../secret.csv", "data": []},
        {"name": "places", "data": []},
        7]}"#;
    let expected = r#"
mine.json:1:11: title: is a number where text was expected
mine.json:2:9: observations: has neither data nor path
mine.json:3:36: places.data: is text where a list of rows was expected
mine.json:4:9: sources: has both data and path; its rows are in one of them
mine.json:4:37: sources.path: "../secret.csv" cannot be opened: no ../secret.csv in this test
mine.json:5:9: resources[3]: a second resource with the name "places"
mine.json:6:9: resources[4]: is a number where an object was expected"#;
    assert_eq!(errors(text), expected.trim_start());
}

#[test]
fn rows_may_be_in_a_csv_file() {
    let package =
        r#"{"resources": [{"name": "observations", "path": "rows.csv", "dialect": {"delimiter": ";"}}]}"#;
    let with = |csv: &'static str| formats::parse("mine.json", package, &move |_| Ok(csv.to_owned()));
    let good = "\u{feff}id;reporter;flow;measure;obs_value;unit_measure;label\r\na;KAZ;exports;value;50.0;USD;\"x; y\"\r\n";
    let dataset = with(good).expect("a good dataset").dataset;
    assert_eq!(dataset.observations[0].value.map(|value| value.to_string()).as_deref(), Some("50.0"));
    assert_eq!(dataset.observations[0].label.as_deref(), Some("x; y"));
    let bad = "id;reporter;flow;measure;obs_value;unit_measure\r\n\r\na;KAZ;exports;value;1,5;USD\nb;KAZ;exports\n\"c\";KAZ;out;value;;\n";
    let expected = r#"
rows.csv:3:21: observations[0].obs_value: "1,5" is not a number (write 1.5)
rows.csv:4:1: observations[1]: has 3 fields where the first row names 6
rows.csv:5:9: observations[2].flow: "out" is none of exports, imports, total, balance"#;
    assert_eq!(with(bad).expect_err("a bad dataset").to_string(), expected.trim_start());
}

#[test]
fn files_are_opened_in_the_folder_of_the_dataset_and_nowhere_else() {
    let folder = std::env::temp_dir().join(format!("horgos-reading-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    let package = |path: &str| format!(r#"{{"resources": [{{"name": "observations", "path": "{path}"}}]}}"#);
    std::fs::write(folder.join("rows.csv"), "id,reporter,flow,measure\na,KAZ,total,mention\n")
        .expect("a file");
    std::fs::write(folder.join("rows.csv.gz"), b"\x1f\x8b\x08\0\0\0").expect("a file");
    std::fs::write(folder.join("latin.csv"), b"id,reporter\nna\xefve,KAZ\n").expect("a file");
    let open = |path: &str| formats::read("mine.json", package(path).as_bytes(), Some(&folder));
    let loaded = open("rows.csv").expect("a good dataset");
    assert_eq!(loaded.dataset.observations.len(), 1);
    assert_eq!(loaded.positions.file(), Some(&*folder.join("rows.csv")));
    for (path, why) in [
        ("../rows.csv", "is not a file next to the dataset (write a relative path without ..)"),
        ("/etc/passwd", "is not a file next to the dataset (write a relative path without ..)"),
        (
            "https://example.org/rows.csv",
            "is not a file next to the dataset (write a relative path without ..)",
        ),
        ("none.csv", "cannot be opened: no such file or directory"),
        ("rows.csv.gz", "is packed with gzip, which is not read (unpack it)"),
        ("latin.csv", "not UTF-8: the byte 0xEF (save the file as UTF-8), in line 2, column 3"),
    ] {
        let said = open(path).expect_err("not there").to_string();
        assert_eq!(said, format!("mine.json:1:49: observations.path: \"{path}\" {why}"));
    }
    std::fs::remove_dir_all(&folder).expect("removed");
}

#[test]
fn a_key_that_occurs_twice_in_an_object_is_reported() {
    let text = r#"{"title": "A", "resources": [{"name": "observations", "data": [],
        "data": [{"id": "a", "reporter": "KAZ", "flow": "total", "measure": "mention"}],
        "dialect": {"delimiter": ";", "delimiter": ","}}, {"name": "other", "name": "places"}],
        "title": "B", "resources": []}"#;
    let expected = r#"
mine.json:1:63: observations: has no rows; at least one was expected
mine.json:2:17: resources[0]: "data" appears twice in this object
mine.json:3:52: observations.dialect: "delimiter" appears twice in this object
mine.json:3:85: resources[1]: "name" appears twice in this object
mine.json:4:18: "title" appears twice in this object
mine.json:4:36: "resources" appears twice in this object"#;
    assert_eq!(errors(text), expected.trim_start());
}

#[test]
fn resources_are_a_list() {
    for (resources, kind) in
        [("{}", "an object"), ("\"observations\"", "text"), ("null", "null"), ("3", "a number")]
    {
        let expected = format!("mine.json:1:15: resources: is {kind} where a list was expected");
        assert_eq!(errors(&format!("{{\"resources\": {resources}}}")), expected);
    }
}

#[test]
fn descriptions_of_files_are_followed_or_refused() {
    let csv = "id,reporter,flow,measure\na,KAZ,total,mention\n";
    let usual = r#"{"header": true, "headerRows": [1], "doubleQuote": true, "lineTerminator": "\n", "commentChar": null}"#;
    assert!(with_csv(usual, csv).is_ok());
    for (dialect, expected) in [
        (r#"{"header": false}"#, "header: \"false\" is not supported (write true, or leave it out)"),
        (
            r#"{"lineTerminator": "\t"}"#,
            r#"lineTerminator: "\t" is not supported (write "\r\n", or leave it out)"#,
        ),
        (r#"{"decimalChar": ","}"#, "decimalChar: \",\" is not supported (write \".\", or leave it out)"),
        (r#"{"groupChar": "."}"#, "groupChar: \".\" is not supported (leave it out)"),
        (r##"{"commentChar": "#"}"##, "commentChar: \"#\" is not supported (leave it out)"),
        (
            r#"{"doubleQuote": false}"#,
            "doubleQuote: \"false\" is not supported (write true, or leave it out)",
        ),
    ] {
        let said = with_csv(dialect, csv).expect_err("not supported").to_string();
        assert!(said.ends_with(&format!(": observations.dialect.{expected}")), "{said}");
    }
    let with = |members: &str| {
        let package =
            format!(r#"{{"resources": [{{"name": "observations", "path": "rows.csv", {members}}}]}}"#);
        formats::parse("mine.json", &package, &|_| Ok(csv.to_owned()))
    };
    assert!(with(r#""encoding": "UTF-8""#).is_ok());
    for (members, expected) in [
        (r#""encoding": "latin1""#, "observations.encoding: \"latin1\" is not supported"),
        (r#""compression": "gz""#, "observations.compression: \"gz\" is not supported (leave it out)"),
        (
            r#""schema": {"fields": [{"name": "id"}, {"name": "obs_value", "decimalChar": ","}]}"#,
            "observations.schema.fields[1].decimalChar: \",\" is not supported",
        ),
        (
            r#""schema": {"fields": [{"name": "id", "missingValues": ["-"]}]}"#,
            "observations.schema.fields[0].missingValues: \"[\"-\"]\" is not supported (leave it out)",
        ),
    ] {
        let said = with(members).expect_err("not supported").to_string();
        assert!(said.contains(expected), "{said}");
    }
    let warnings = with(r#""schema": "schema.json""#).expect("a good dataset").warnings;
    let said: Vec<String> = warnings.iter().map(ToString::to_string).collect();
    assert_eq!(said, ["mine.json:1:71: observations.schema: warning: is in another file, which is not read"]);
}

#[test]
fn the_observations_are_found_missing_with_the_name_that_comes_near() {
    let said = |name: &str| errors(&format!(r#"{{"resources": [{{"name": "{name}", "data": []}}]}}"#));
    let lacks = "mine.json:1:15: resources: no resource has the name observations";
    assert_eq!(said("Observations"), format!("{lacks} (write it instead of \"Observations\")"));
    assert_eq!(said("trade"), lacks);
}

#[test]
fn a_mark_at_the_start_may_come_twice() {
    let csv = "\u{feff}\u{feff}id,reporter,flow,measure\na,KAZ,total,mention\n";
    assert!(with_csv("{}", csv).is_ok());
}
