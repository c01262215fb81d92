//! Rows of resources and panes: what their columns may hold.

use horgos::dataset::Unit;

use super::{GOOD, errors, observations, read};

/// The text of a dataset with these places, the first of them on line 2.
fn places(rows: &[&str]) -> String {
    let places = format!("{{\"name\": \"places\", \"data\": [\n{}\n]}}, ", rows.join(",\n"));
    observations(&[GOOD]).replacen("[{", &format!("[{places}{{"), 1)
}

#[test]
fn names_in_a_list_have_no_control_characters() {
    let text =
        places(&[r#"{"code": "CA2", "name": "both", "members": ["KAZ", "K\u001b[2JAZ", "KG\u202eZ"]}"#]);
    let expected = r#"
mine.json:2:44: places[0].members: "K\u{1b}[2JAZ" holds the control character U+001B; text must have none
mine.json:2:44: places[0].members: "KG\u{202e}Z" holds the control character U+202E; text must have none"#;
    assert_eq!(errors(&text), expected.trim_start());
}

#[test]
fn members_of_a_place_are_known_places() {
    let text = places(&[
        r#"{"code": "CA2", "name": "both", "members": ["KAZX", "KGZ", "CN-XJ", "PORT", "W00"]}"#,
        r#"{"code": "CA3", "name": "three", "members": "CA2, PROT"}"#,
        r#"{"code": "PORT", "name": "Port", "members": []}"#,
    ]);
    let expected = r#"
mine.json:2:44: places[0].members: "KAZX" is neither an ISO 3166 code nor defined in places
mine.json:3:45: places[1].members: "PROT" is neither an ISO 3166 code nor defined in places (did you mean "PORT"?)"#;
    assert_eq!(errors(&text), expected.trim_start());
    let loaded = read(&text.replace("KAZX", "KAZ").replace("PROT", "PORT")).expect("a good dataset");
    assert_eq!(loaded.dataset.places[1].members, ["CA2", "PORT"]);
}

#[test]
fn ids_that_are_not_kebab_case_are_warned_of_in_one_line() {
    let warnings = |ids: &[&str]| {
        let rows: Vec<String> = ids.iter().map(|id| GOOD.replace(r#""a""#, &format!("\"{id}\""))).collect();
        let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
        let warnings = read(&observations(&rows)).expect("a good dataset").warnings;
        warnings.iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    assert_eq!(warnings(&["a-b", "A_b.c", "7", "экспорт-2023"]), [""; 0]);
    let what = "is not kebab-case (letters, digits and hyphens, as in exports-kaz)";
    for (ids, id, more) in [
        (&["a", "A_b C"][..], "A_b C", ""),
        (&["a", "A_b C", "b", "a&b"], "A_b C", ", nor is 1 more id"),
        (&["a", "a;b", "A_b C", "a&b", "b"], "a;b", ", nor are 2 more ids"),
    ] {
        assert_eq!(
            warnings(ids),
            [format!("mine.json:3:8: observations[1].id: warning: \"{id}\" {what}{more}")]
        );
    }
}

#[test]
fn currencies_that_were_withdrawn_are_units_of_their_years() {
    for code in ["LVL", "EEK", "AZM", "SKK", "HRK"] {
        let row = GOOD.replace("USD", code);
        let dataset = read(&observations(&[&row])).expect("a good dataset").dataset;
        assert_eq!(dataset.observations[0].unit.map(Unit::code), Some(code));
    }
}
