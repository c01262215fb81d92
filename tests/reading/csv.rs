//! Rows in CSV files: where their fields are, and what their first row may say.

use horgos::formats::{self, Loaded, ReadError};

/// A dataset whose observations are in a CSV file, with more members for the resource.
fn with(members: &str, csv: &str) -> Result<Loaded, ReadError> {
    let package = format!(r#"{{"resources": [{{"name": "observations", "path": "rows.csv"{members}}}]}}"#);
    formats::parse("mine.json", &package, &|_| Ok(csv.to_owned()))
}

fn errors(csv: &str) -> String {
    with("", csv).expect_err("the dataset is wrong").to_string()
}

/// The labels of all rows.
fn labels(loaded: &Loaded) -> Vec<Option<&str>> {
    loaded.dataset.observations.iter().map(|row| row.label.as_deref()).collect()
}

#[test]
fn a_field_is_found_after_a_lone_quotation_mark() {
    let csv = "id,label,reporter,flow,measure\n\
        a,6\" pipes,UZB,exports,mention\n\
        b,\"say \"\"six, or so\",UZB,export,mention\n\
        c,12\",UZB,exports,mentions\n";
    let expected = "\
        rows.csv:3:26: observations[1].flow: \"export\" is none of exports, imports, total, balance (did you mean \"exports\"?)\n\
        rows.csv:4:19: observations[2].measure: \"mentions\" is none of";
    let said = errors(csv);
    assert!(said.starts_with(expected), "{said}");
    let loaded = with("", &csv.replace("export,", "exports,").replace("mentions", "mention")).expect("good");
    assert_eq!(labels(&loaded), [Some("6\" pipes"), Some("say \"six, or so"), Some("12\"")]);
}

#[test]
fn lines_may_end_with_a_lone_carriage_return() {
    let said = errors("id,reporter,flow,measure\ra,UZB,total,mention\rb,UZB,both,mention\r");
    assert!(said.starts_with("rows.csv:3:7: observations[1].flow: "), "{said}");
    let said = errors("id,reporter,flow,measure\r\n\r\na,UZB,total,mention\r\n\nb,UZB,both,mention");
    assert!(said.starts_with("rows.csv:5:7: observations[1].flow: "), "{said}");
}

#[test]
fn a_field_may_hold_line_breaks_and_letters_of_any_length() {
    let csv = "id,note,reporter,flow,measure\na,ошибка,UZB,total,mention\nb,\"ö\",UZB,both,mention\n";
    let said = errors(csv);
    assert!(said.starts_with("rows.csv:3:11: observations[1].flow: "), "{said}");
    let said = errors("id,note,reporter,flow,measure\na,\"one\ntwo\",UZB,both,mention\n");
    let expected = [
        "rows.csv:2:3: observations[0].note: \"one\\u{a}two\" holds the control character U+000A",
        "rows.csv:3:10: observations[0].flow: \"both\"",
    ];
    assert!(said.lines().zip(expected).all(|(line, expected)| line.starts_with(expected)), "{said}");
    let long = "x".repeat(10_000);
    let loaded = with("", &format!("id,note,reporter,flow,measure\na,\"{long}\"\"\",UZB,total,mention\n"));
    let dataset = loaded.expect("a good dataset").dataset;
    assert_eq!(dataset.observations[0].note.as_deref(), Some(format!("{long}\"").as_str()));
}

#[test]
fn mistakes_in_the_first_row_are_reported_once_and_there() {
    let rows = "a,KAZ,exports,value,3,USD,9\nb,KAZ,imports,value,4,USD,9\n";
    for (first, expected) in [
        (
            "id,reporter,flow,Measure,OBS_VALUE,unit_measure,unit_mult",
            "\
            rows.csv:1:18: observations: no column is called \"Measure\" (write measure)\n\
            rows.csv:1:26: observations: no column is called \"OBS_VALUE\" (write obs_value)",
        ),
        (
            "id,reporter,flow,measure,obs-value,Unit Measure,\u{200b}unit_mult",
            "\
            rows.csv:1:26: observations: no column is called \"obs-value\" (write obs_value)\n\
            rows.csv:1:36: observations: no column is called \"Unit Measure\" (write unit_measure)\n\
            rows.csv:1:49: observations: no column is called \"\\u{200b}unit_mult\" (write unit_mult)",
        ),
        (
            "id,reporter,flow,measure,Amount,unit_measure,unit_mult",
            "rows.csv:1:26: observations: no column is called \"Amount\" (write obs_value)",
        ),
        (
            "id, reporter,flow,measure,obs_value,unit_measure ,unit_mult",
            "\
            rows.csv:1:4: observations: no column is called \" reporter\" (write reporter)\n\
            rows.csv:1:37: observations: no column is called \"unit_measure \" (write unit_measure)",
        ),
        (
            "id,reporter,flow,measure,obs_value,unit_measure,flow",
            "rows.csv:1:49: observations: a second column with the name \"flow\"",
        ),
        (
            "id,reporter,flow,measure,obs_value,,unit_mult",
            "\
            rows.csv:1:36: observations: column 6 has no name\n\
            rows.csv:2:1: observations[0].unit_measure: is missing; a number needs its unit\n\
            rows.csv:3:1: observations[1].unit_measure: is missing; a number needs its unit",
        ),
        (
            "id,reporter,way,measure,obs_value,unit_measure,unit_mult",
            "rows.csv:1:1: observations: the first row names no column flow, which every row needs",
        ),
    ] {
        assert_eq!(errors(&format!("{first}\n{rows}")), expected, "{first}");
    }
}

#[test]
fn empty_columns_at_the_end_are_left_alone_and_others_need_a_name() {
    let empty = "id,reporter,flow,measure,, \na,KAZ,total,mention,,\nb,KAZ,total,mention,,\n,,,,,\n";
    let loaded = with("", empty).expect("a good dataset");
    assert_eq!((loaded.dataset.observations.len(), loaded.warnings.len()), (2, 0));
    let said = errors(&empty.replace("b,KAZ,total,mention,,", "b,KAZ,total,mention,,x"));
    assert_eq!(said, "rows.csv:1:27: observations: column 6 has values but no name");
}

#[test]
fn unknown_columns_are_warned_of_at_the_first_row() {
    let loaded = with("", "id,reporter,flow,measure,lable\na,KAZ,total,mention,x\n").expect("a good dataset");
    let said: Vec<String> = loaded.warnings.iter().map(ToString::to_string).collect();
    let what = "warning: unknown column, ignored (did you mean \"label\"?)";
    assert_eq!(said, [format!("rows.csv:1:26: observations.lable: {what}")]);
}

#[test]
fn texts_that_stand_for_no_value_are_none() {
    let csv = "id,reporter,flow,measure,obs_value,unit_measure,label\na,KAZ,total,value,n/a,..,n/a\n";
    let schema = r#", "schema": {"missingValues": ["", "n/a", {"value": "..", "label": "secret"}]}"#;
    let dataset = with(schema, csv).expect("a good dataset").dataset;
    let row = &dataset.observations[0];
    assert_eq!((row.value, row.unit, row.label.as_deref()), (None, None, None));
    let said = with(r#", "schema": {"missingValues": "n/a"}"#, csv).expect_err("no list").to_string();
    assert!(said.contains(": observations.schema.missingValues: is not a list of texts"), "{said}");
    let inline = r#"{"resources": [{"name": "observations", "schema": {"missingValues": ["-9"]}, "data": [
        {"id": "a", "reporter": "KAZ", "flow": "total", "measure": "value", "obs_value": "-9"}]}]}"#;
    let dataset = formats::parse("mine.json", inline, &|_| Err(String::new())).expect("good").dataset;
    assert_eq!(dataset.observations[0].value, None);
}

#[test]
fn fields_are_quoted_as_the_dialect_says() {
    let csv = "id,reporter,flow,measure,label\na,KAZ,total,mention,'Cars, \"new\"'\n";
    let loaded = with(r#", "dialect": {"quoteChar": "'"}"#, csv).expect("a good dataset");
    assert_eq!(labels(&loaded), [Some("Cars, \"new\"")]);
    let said = with(r#", "dialect": {"quoteChar": "''"}"#, csv).expect_err("no quotation mark").to_string();
    let what = r#"observations.dialect.quoteChar: "''" is no quotation mark (write one ASCII character, such as "'")"#;
    assert!(said.ends_with(what), "{said}");
}

#[test]
fn a_quotation_mark_that_is_never_closed_is_reported_where_it_opens() {
    let csv = "id,label,reporter,flow,measure\na,\"six,UZB,total,mention\nb,x,UZB,total,mention\n";
    let what = "a quotation mark opens here and is never closed";
    assert_eq!(errors(csv), format!("rows.csv:2:3: observations[0]: {what}"));
    let last = "id,reporter,flow,measure,label\na,UZB,total,mention,\"six\"\nb,UZB,total,mention,\"seven";
    assert_eq!(errors(last), format!("rows.csv:3:21: observations[1]: {what}"));
    assert_eq!(errors("id,\"reporter\na,UZB\n"), format!("rows.csv:1:4: observations: {what}"));
    let closed = with("", &format!("{last} \"\"or\"\" eight\"")).expect("a good dataset");
    assert_eq!(labels(&closed), [Some("six"), Some("seven \"or\" eight")]);
}
