//! Rows in JSON, and what is read of them.

use super::super::tests::{Nothing, reader, rows};

#[test]
fn rows_are_objects_with_the_same_members() {
    let text = r#"[
        {"year": 2019, "reporter": "KGZ", "partner": "TJK", "hs_code": "0701", "exports_usd": 12.50},
        {"year": 2020, "partner": "TJK", "reporter": "KGZ", "exports_usd": null, "hs_code": "0701"},
        {"year": 2021, "reporter": "KGZ", "partner": "TJK", "exports_usd": 4e2, "note": "late"}]"#;
    assert_eq!(
        rows(text.as_bytes()),
        [
            "1: KGZ exports TJK 0701 2019 1250e-2 - details 0",
            "2: KGZ exports TJK 0701 2020 - - details 0",
            "3: KGZ exports TJK  2021 4e2 - details 0",
        ]
    );
}

#[test]
fn rows_are_lists_below_their_names_and_perhaps_a_member_of_an_answer() {
    let lists = r#"[["year","partner","imports_eur"],["2019","KAZ","7"],[2020,"KAZ",8],["2020","KAZ"]]"#;
    assert_eq!(
        rows(lists.as_bytes()),
        ["1:  imports KAZ  2019 7e0 - details 0", "2:  imports KAZ  2020 8e0 - details 0", "3: Fields"]
    );
    let answer =
        r#"{"count": 1, "next": null, "results": [{"year": 2019, "partner": "KAZ", "value_usd": "1"}]}"#;
    assert_eq!(rows(answer.as_bytes()), ["1:   KAZ  2019 1e0 - details 0"]);
}

#[test]
fn a_member_that_stands_twice_is_not_read() {
    let text = r#"[{"year": 2019, "partner": "KAZ", "value_usd": 1},
        {"year": 2020, "partner": "KAZ", "value_usd": 2, "value_usd": 3},
        {"year": 2021, "partner": "KAZ", "partner": "KAZ", "value_usd": 4}]"#;
    assert_eq!(rows(text.as_bytes()), ["1:   KAZ  2019 1e0 - details 0", "2: Twice", "3: Twice"]);
    let first = r#"[{"year": 2019, "partner": "KAZ", "value_usd": 1, "year": 2018}, {"year": 2020, "partner": "KAZ", "value_usd": 2}]"#;
    assert_eq!(rows(first.as_bytes()), ["1: Twice", "2:   KAZ  2020 2e0 - details 0"]);
    let answer = r#"{"data": [{"year": 2019, "partner": "KAZ", "value_usd": 1}], "data": []}"#;
    let error = reader(answer.as_bytes()).expect("a format").read(&mut answer.as_bytes(), &mut Nothing);
    let error = error.expect_err("an error").to_string();
    assert!(error.contains("line 1, column 68") && error.contains("\"data\" stands twice"), "{error}");
}

#[test]
fn a_member_that_comes_late_is_not_dropped_without_a_word() {
    let row = r#"{"year":2019,"partner":"KAZ","value_usd":1}"#;
    let many = [row; 300].join(",");
    let text = format!("[{many},{}]", row.replace('}', ",\"flow\":\"re-export\"}"));
    assert_eq!(rows(text.as_bytes()).last().map(String::as_str), Some("301: Fields"));
}

#[test]
fn other_lists_and_our_own_packages_are_no_tables() {
    for text in [
        "[]",
        "[1, 2]",
        "[[1, 2], [3, 4]]",
        r#"{"data": 3}"#,
        r#"[{"name": "Ann", "age": 4}]"#,
        r#"{"resources": [], "data": [{"year": 2019, "partner": "KAZ", "value_usd": 1}]}"#,
    ] {
        assert!(reader(text.as_bytes()).is_none(), "{text}");
    }
}
