//! Files of many or long mistakes are answered, too, and fast.

use super::{GOOD, errors, observations};

fn share(id: usize, whole: &str) -> String {
    format!(
        r#"{{"id": "share-{id}", "reporter": "KAZ", "flow": "total", "measure": "share", "share_of": "{whole}"}}"#
    )
}

#[test]
fn no_near_match_is_searched_for_a_long_name() {
    let long = "x".repeat(199);
    let rows = [GOOD.replace(r#""a""#, &format!("\"{long}a\"")), share(0, &format!("{long}b"))];
    let said = errors(&observations(&rows.each_ref().map(String::as_str)));
    let expected =
        format!("mine.json:3:87: observations[1].share_of: no observation has the id \"{}…\"", &long[..60]);
    assert_eq!(said, expected);
}

#[test]
fn near_matches_are_searched_for_while_that_is_fast() {
    let good = (0..20_000).map(|at| GOOD.replace(r#""a""#, &format!("\"exports-{at:05}\"")));
    let rows: Vec<String> = good.chain((0..100).map(|at| share(at, &format!("exprts-{at:05}")))).collect();
    let said = errors(&observations(&rows.iter().map(String::as_str).collect::<Vec<_>>()));
    let lines: Vec<&str> = said.lines().collect();
    assert_eq!(lines.len(), 20);
    assert!(
        lines[0].ends_with("no observation has the id \"exprts-00000\" (did you mean \"exports-00000\"?)")
    );
    assert!(lines[19].ends_with("no observation has the id \"exprts-00019\" (and 80 more)"), "{}", lines[19]);
}

#[test]
fn a_mistake_in_each_row_of_one_long_line_is_reported_by_its_column() {
    let row = |at: usize| GOOD.replace(r#""a""#, &format!("\"ä{at:05}\"")).replace("exports", "both");
    let rows: Vec<String> = (0..20_000).map(row).collect();
    let text = observations(&rows.iter().map(String::as_str).collect::<Vec<_>>()).replace('\n', "");
    let said = errors(&text);
    let (first, step) = (text.find("\"both\"").expect("a row"), rows[0].chars().count() + 1);
    // The first id stands before its flow, so its column is one less than its place in bytes.
    for (at, line) in said.lines().enumerate().step_by(7) {
        let expected =
            format!("mine.json:1:{}: observations[{at}].flow: \"both\" is none of", first + at * step);
        assert!(line.starts_with(&expected), "{line} is not {expected}");
    }
    let lines: Vec<&str> = said.lines().collect();
    assert_eq!(lines.len(), 20);
    assert!(lines[19].ends_with("balance (and 19,980 more)"), "{}", lines[19]);
}

#[test]
fn twenty_errors_of_a_kind_are_listed_in_their_order_and_the_rest_is_counted() {
    // Three kinds, in a file that is read in several parts.
    let row = |at: usize| match at {
        3 | 19_999 => GOOD.replace(r#""a""#, &format!("\"id-{at:05}\"")).replace("KAZ", "Kazakhs"),
        _ => GOOD
            .replace(r#""a""#, &format!("\"id-{at:05}\""))
            .replace("USD", if at.is_multiple_of(2) { "US" } else { "PCT" }),
    };
    let rows: Vec<String> = (0..20_000).map(row).collect();
    let said = errors(&observations(&rows.iter().map(String::as_str).collect::<Vec<_>>()));
    let lines: Vec<&str> = said.lines().collect();
    assert_eq!(lines.len(), 42);
    let even = lines.iter().filter(|line| line.contains("\"US\" is not a unit")).count();
    assert_eq!(even, 20);
    assert!(
        lines.iter().any(|line| line.contains("\"US\" is not a unit") && line.ends_with("(and 9,980 more)"))
    );
    assert!(
        lines.iter().any(|line| line.contains("\"PCT\" does not suit") && line.ends_with("(and 9,978 more)"))
    );
    assert!(lines[41].starts_with("mine.json:20001:"), "{}", lines[41]);
    let number = |line: &str| line.split(':').nth(1).and_then(|number| number.parse::<usize>().ok());
    assert!(lines.is_sorted_by_key(|line| number(line)));
}

#[test]
fn a_value_of_the_wrong_kind_is_named_by_its_kind() {
    for (value, kind) in [
        ("true", "true or false"),
        ("false", "true or false"),
        ("7", "a number"),
        ("[7]", "a list"),
        ("{}", "an object"),
    ] {
        let row = GOOD.replace("\"exports\"", value);
        let expected = format!("mine.json:2:40: observations[0].flow: is {kind} where text was expected");
        let said = errors(&observations(&[&row]));
        assert!(said.starts_with(&expected), "{said}");
    }
}
