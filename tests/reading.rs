//! Reading datasets: everything wrong is reported at once, each with its place; nothing panics.

#[path = "reading/csv.rs"]
mod csv;
#[path = "reading/definition.rs"]
mod definition;
#[path = "reading/figures.rs"]
mod figures;
#[path = "reading/limits.rs"]
mod limits;
#[path = "reading/mistakes.rs"]
mod mistakes;
#[path = "reading/package.rs"]
mod package;
#[path = "reading/panes.rs"]
mod panes;
#[path = "reading/rows.rs"]
mod rows;
#[path = "reading/tour.rs"]
mod tour;

use std::path::Path;

use horgos::dataset::Code;
use horgos::formats::{self, Loaded, MAX_DEPTH, ReadError};
use proptest::prelude::*;

fn read(text: &str) -> Result<Loaded, ReadError> {
    formats::parse("mine.json", text, &|path| Err(format!("cannot be opened: no {path} in this test")))
}

/// The whole error text of a dataset that cannot be used.
fn errors(text: &str) -> String {
    read(text).expect_err("the dataset is wrong").to_string()
}

/// A dataset with these observations, the first of them on line 2, and nothing else.
fn observations(rows: &[&str]) -> String {
    format!("{{\"resources\": [{{\"name\": \"observations\", \"data\": [\n{}\n]}}]}}", rows.join(",\n"))
}

const GOOD: &str = r#"{"id": "a", "reporter": "KAZ", "flow": "exports", "measure": "value", "obs_value": 1, "unit_measure": "USD"}"#;

#[test]
fn a_good_dataset_is_read_with_defaults() {
    let Loaded { dataset, warnings, .. } = read(&observations(&[GOOD])).expect("a good dataset");
    assert_eq!(warnings, []);
    let observation = &dataset.observations[0];
    assert_eq!((&*observation.subject.partner, observation.status.code()), ("W00", "A"));
    assert_eq!(
        dataset.panes.iter().map(|pane| pane.id.as_str()).collect::<Vec<_>>(),
        ["values-usd", "checks"]
    );
}

#[test]
fn all_mistakes_are_reported_in_one_go() {
    let text = observations(&[
        r#"{"id": "a", "reporter": "KAZ", "flow": "export", "measure": "value", "obs_value": "12,5", "unit_measure": "RMB"}"#,
        r#"{"id": "a", "reporter": "Kazakhstan", "flow": "total", "measure": "share", "share_of": "b", "obs_value": 1.25, "decimals": 1, "unit_measure": "PCT"}"#,
        r#"{"id": "total-world", "reporter": "KAZ", "flow": "total", "measure": "growth", "time_period": "2023-13", "obs_value": 5}"#,
        r#"{"id": "c", "reporter": "KAZ", "flow": "total", "measure": "share", "share_of": "totl-world", "obs_status": "X", "note": "a\u001bb"}"#,
        r#"{"id": 7, "flow": "total", "measure": "value", "product": 8703}"#,
        "[]",
    ]);
    let expected = r#"
mine.json:2:40: observations[0].flow: "export" is none of exports, imports, total, balance (did you mean "exports"?)
mine.json:2:83: observations[0].obs_value: "12,5" is not a number (write 12.5)
mine.json:2:107: observations[0].unit_measure: "RMB" is not a unit (an ISO 4217 currency, PCT, POINTS, INDEX, FACTOR, COUNT, RANK, KG, T, L, M, M2, M3, KWH, MWH, TJ, BBL, TEU, CARAT, PAIR)
mine.json:3:8: observations[1].id: a second row with the id "a"
mine.json:3:25: observations[1].reporter: "Kazakhstan" is neither a three-letter ISO 3166 code nor defined in places (write KAZ)
mine.json:3:88: observations[1].share_of: no observation has the id "b"
mine.json:3:106: observations[1].obs_value: "1.25" has more decimals than decimals says (1)
mine.json:4:1: observations[2].unit_measure: is missing; a number needs its unit
mine.json:4:95: observations[2].time_period: "2023-13" is not a period (write 2023, 2023-Q1, 2023-11 or 2023-01-01/P11M)
mine.json:5:81: observations[3].share_of: no observation has the id "totl-world" (did you mean "total-world"?)
mine.json:5:109: observations[3].obs_status: "X" is none of A, E, F, P, B, V, O, M, L, D
mine.json:5:122: observations[3].note: "a\u{1b}b" holds the control character U+001B; text must have none
mine.json:6:1: observations[4].reporter: is missing; every row needs one
mine.json:6:8: observations[4].id: is a number where text was expected (write "7")
mine.json:6:59: observations[4].product: is a number where text was expected (write "8703")
mine.json:7:1: observations[5]: is a list where a row, an object, was expected"#;
    assert_eq!(errors(&text), expected.trim_start());
}

#[test]
fn broken_json_is_reported_where_it_stops() {
    for (text, expected) in [
        ("{", "mine.json:1:1: not JSON: the text ends inside an object"),
        ("{\"ä\": 1,}", "mine.json:1:9: not JSON: trailing comma"),
        ("\n", "mine.json:1:1: is empty"),
        ("{}\n}", "mine.json:2:1: not JSON: trailing characters"),
        ("[1, 2]", "mine.json:1:1: is a list where a Data Package, an object, was expected"),
        (
            "{}",
            "mine.json:1:1: resources: is missing, so this is no dataset; nor is it a table in JSON that is known: \
             UN Comtrade, SDMX-JSON, JSON-stat",
        ),
    ] {
        assert_eq!(errors(text), expected, "{text}");
    }
}

#[test]
fn bytes_that_are_not_utf_8_are_reported_with_their_place() {
    let error = formats::read("mine.json", &b"{\n\"\xff\"}"[..], None).expect_err("not UTF-8");
    assert_eq!(error.to_string(), "mine.json:2:2: not UTF-8: the byte 0xFF (save the file as UTF-8)");
}

#[test]
fn limits_are_named() {
    let deep = "[".repeat(MAX_DEPTH + 1);
    assert_eq!(errors(&deep), "mine.json:1:65: nested 65 levels deep; at most 64 are read");
    let error = formats::read("mine.json", std::io::repeat(b' '), None).expect_err("endless");
    assert_eq!(error.to_string(), "mine.json: larger than 256 MiB, the most that is read");
}

#[test]
fn a_missing_file_is_reported_by_name() {
    let error = formats::open(Path::new("no/such\u{1b}.json")).expect_err("no such file");
    assert_eq!(error.to_string(), "no/such\\u{1b}.json: no such file or directory");
}

#[test]
fn unknown_columns_are_warned_of_once() {
    let row = GOOD.replace('}', r#", "colour": 1, "lable": "x"}"#);
    let second = row.replace(r#""a""#, r#""b""#);
    let warnings = read(&observations(&[&row, &second])).expect("a good dataset").warnings;
    let shown: Vec<String> = warnings.iter().map(ToString::to_string).collect();
    assert_eq!(
        shown,
        [
            "mine.json:2:120: observations[0].colour: warning: unknown column, ignored",
            "mine.json:2:132: observations[0].lable: warning: unknown column, ignored (did you mean \"label\"?)",
        ]
    );
}

#[test]
fn a_column_that_occurs_twice_is_reported() {
    let row = GOOD.replace('}', r#", "flow": "imports"}"#);
    let expected = "mine.json:2:118: observations[0]: the column \"flow\" appears twice in this row";
    assert_eq!(errors(&observations(&[&row])), expected);
}

#[test]
fn mistakes_in_many_rows_are_reported_in_their_order() {
    let row =
        |at: usize| format!(r#"{{"id": "r{at}", "reporter": "KAZ", "flow": "total", "measure": "mention"}}"#);
    let mut rows: Vec<String> = (0..12_000).map(row).collect();
    assert_eq!(
        read(&observations(&rows.iter().map(String::as_str).collect::<Vec<_>>()))
            .expect("good")
            .dataset
            .observations
            .len(),
        12_000
    );
    rows[11_999] = row(3);
    rows[7] = rows[7].replace("total", "both");
    let said = errors(&observations(&rows.iter().map(String::as_str).collect::<Vec<_>>()));
    let expected = "\
        mine.json:9:41: observations[7].flow: \"both\" is none of exports, imports, total, balance\n\
        mine.json:12001:8: observations[11999].id: a second row with the id \"r3\"";
    assert_eq!(said, expected);
}

proptest! {
    #[test]
    fn arbitrary_bytes_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let _ = formats::read("any", bytes.as_slice(), None);
    }

    #[test]
    fn a_damaged_dataset_never_panics(at in 0_usize..14_000, with in any::<u8>(), cut in 0_usize..40) {
        let mut bytes = include_bytes!("../assets/datapackage.json").to_vec();
        let end = (at + cut).min(bytes.len());
        bytes.splice(at.min(end)..end, [with]);
        let _ = formats::read("damaged", bytes.as_slice(), None);
    }

    #[test]
    fn numbers_are_held_exactly_or_refused(digits in "-?[0-9]{1,19}(\\.[0-9]{1,8})?") {
        let text = observations(&[&GOOD.replace("\"obs_value\": 1", &format!("\"obs_value\": \"{digits}\""))]);
        let dataset = read(&text).expect("27 digits at the most").dataset;
        let shown = dataset.observations[0].value.expect("a number").to_string();
        let (shown, digits) = (shown.trim_start_matches('-'), digits.trim_start_matches('-'));
        let plain = digits.trim_start_matches('0');
        let plain = if plain.is_empty() || plain.starts_with('.') { format!("0{plain}") } else { plain.to_owned() };
        prop_assert_eq!(shown, plain);
    }
}
