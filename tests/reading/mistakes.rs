//! Files of many or long mistakes are answered, too, and fast.

use super::{GOOD, errors, observations};

fn share(id: usize, whole: &str) -> String {
    format!(
        r#"{{"id": "share-{id}", "reporter": "KAZ", "flow": "total", "measure": "share", "share_of": "{whole}"}}"#
    )
}

#[test]
fn what_was_meant_by_a_long_name_is_not_searched_for() {
    let long = "x".repeat(60_000);
    let rows = [GOOD.replace(r#""a""#, &format!("\"{long}a\"")), share(0, &format!("{long}b"))];
    let said = errors(&observations(&rows.each_ref().map(String::as_str)));
    let expected =
        format!("mine.json:3:87: observations[1].share_of: no observation has the id \"{}…\"", &long[..60]);
    assert_eq!(said, expected);
}

#[test]
fn what_was_meant_is_searched_for_while_the_file_is_answered_fast() {
    let good = (0..20_000).map(|at| GOOD.replace(r#""a""#, &format!("\"exports-{at:05}\"")));
    let rows: Vec<String> = good.chain((0..100).map(|at| share(at, &format!("exprts-{at:05}")))).collect();
    let said = errors(&observations(&rows.iter().map(String::as_str).collect::<Vec<_>>()));
    let lines: Vec<&str> = said.lines().collect();
    assert_eq!(lines.len(), 100);
    assert!(
        lines[0].ends_with("no observation has the id \"exprts-00000\" (did you mean \"exports-00000\"?)")
    );
    assert!(lines[99].ends_with("no observation has the id \"exprts-00099\""));
}

#[test]
fn a_mistake_in_each_row_of_one_long_line_is_told_by_its_column() {
    let row = |at: usize| GOOD.replace(r#""a""#, &format!("\"ä{at:05}\"")).replace("exports", "both");
    let rows: Vec<String> = (0..20_000).map(row).collect();
    let text = observations(&rows.iter().map(String::as_str).collect::<Vec<_>>()).replace('\n', "");
    let said = errors(&text);
    let (first, step) = (text.find("\"both\"").expect("a row"), rows[0].chars().count() + 1);
    // The first id stands before its flow, so its column is one less than its place in bytes.
    for (at, line) in said.lines().enumerate().step_by(997) {
        let expected =
            format!("mine.json:1:{}: observations[{at}].flow: \"both\" is none of", first + at * step);
        assert!(line.starts_with(&expected), "{line} is not {expected}");
    }
    assert_eq!(said.lines().count(), 20_000);
}
