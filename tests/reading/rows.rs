//! Rows of resources and panes: what their columns may hold.

use horgos::dataset::{Period, Unit};

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
mine.json:2:44: places[0].members: "KAZX" is neither a three-letter ISO 3166 code nor defined in places
mine.json:3:45: places[1].members: "PROT" is neither a three-letter ISO 3166 code nor defined in places (did you mean "PORT"?)"#;
    assert_eq!(errors(&text), expected.trim_start());
    let loaded = read(&text.replace("KAZX", "KAZ").replace("PROT", "PORT")).expect("a good dataset");
    let codes: Vec<&str> =
        loaded.dataset.places[1].members.iter().map(|member| member.code.as_str()).collect();
    assert_eq!(codes, ["CA2", "PORT"]);
}

#[test]
fn a_member_may_belong_to_a_group_for_some_years() {
    let text = places(&[
        r#"{"code": "EU", "name": "Union", "members": ["FRA", {"code": "GBR", "until": "2020-01"}, {"code": "HRV", "from": "2013-07", "until": "2030"}]}"#,
    ]);
    let loaded = read(&text).expect("a good dataset");
    let members_in = |period| {
        let members = &loaded.dataset.places[0].members;
        horgos::dataset::members_in(members, Period::parse(period)).map(|codes| codes.join(" "))
    };
    for (period, expected) in [
        ("2013-06", Some("FRA GBR")),
        ("2019", Some("FRA GBR HRV")),
        ("2020", None),
        ("2020-02", Some("FRA HRV")),
        ("2031", Some("FRA")),
    ] {
        assert_eq!(members_in(period).as_deref(), expected, "{period}");
    }
    for (member, expected) in [
        (
            r#"{"code": "GBR", "until": "2020-13"}"#,
            "\"2020-13\" is not a year or month (write 2020 or 2020-01)",
        ),
        (
            r#"{"code": "GBR", "from": "2020-Q1"}"#,
            "\"2020-Q1\" is not a year or month (write 2020 or 2020-01)",
        ),
        (
            r#"{"code": "GBR", "from": "2020", "until": "2019"}"#,
            "the membership of \"GBR\" ends before it begins",
        ),
        (r#"{"code": "GBR", "to": "2020"}"#, "a member has code, from and until; \"to\" is none of them"),
        (r#"{"until": "2020"}"#, "a member without its code"),
        (r#"{"code": 7}"#, "is a number where a code or an object was expected"),
        (
            r#"{"code": "GB"}"#,
            "\"GB\" is neither a three-letter ISO 3166 code nor defined in places (write GBR)",
        ),
    ] {
        let text = text.replace(r#"{"code": "GBR", "until": "2020-01"}"#, member);
        assert_eq!(errors(&text), format!("mine.json:2:44: places[0].members: {expected}"), "{member}");
    }
}

#[test]
fn a_country_written_otherwise_is_answered_with_its_code() {
    for (code, advice) in [
        ("DE", " (write DEU)"),
        ("276", " (write DEU)"),
        ("deu", " (write DEU)"),
        ("Germany", " (write DEU)"),
        ("UK", " (write GBR)"),
        ("GERM", ""),
    ] {
        let row = GOOD.replace("\"KAZ\"", &format!("\"{code}\""));
        let expected =
            format!("\"{code}\" is neither a three-letter ISO 3166 code nor defined in places{advice}");
        assert!(
            errors(&observations(&[&row])).ends_with(&expected),
            "{code}: {}",
            errors(&observations(&[&row]))
        );
    }
}

#[test]
fn the_world_is_the_world_by_any_of_its_codes() {
    let with = |code: &str, places: &[&str]| {
        let row = GOOD.replace("\"KAZ\"", &format!("\"{code}\""));
        let places = format!("{{\"name\": \"places\", \"data\": [{}]}}, ", places.join(","));
        read(&observations(&[&row]).replacen("[{", &format!("[{places}{{"), 1)).map(|loaded| loaded.dataset)
    };
    for code in ["W00", "WLD", "WORLD", "TOTAL", "ALL", "_T"] {
        let dataset = with(code, &[]).expect("a good dataset");
        assert_eq!(&*dataset.observations[0].subject.reporter, "W00", "{code}");
    }
    let named = with("WLD", &[r#"{"code": "WLD", "name": "all countries"}"#]).expect("a good dataset");
    assert_eq!(named.place_name("W00"), "all countries");
    let own = with("ALL", &[r#"{"code": "ALL", "name": "all five", "members": ["KAZ", "KGZ"]}"#]);
    let own = own.expect("a good dataset");
    assert_eq!((&*own.observations[0].subject.reporter, own.members("ALL").len()), ("ALL", 2));
    let twice = [r#"{"code": "WLD", "name": "all"}"#, r#"{"code": "W00", "name": "world"}"#];
    assert!(with("KAZ", &twice).is_err());
}

#[test]
fn places_have_names_and_members_without_being_defined() {
    let named = places(&[r#"{"code": "EU27_2020", "name": "l'Union", "short": "UE"}"#]);
    let dataset = read(&named).expect("a good dataset").dataset;
    assert_eq!((dataset.place_name("KAZ"), dataset.place_name("USA")), ("Kazakhstan", "the United States"));
    assert_eq!((dataset.place_label("USA"), dataset.place_label("XYZ")), ("United States", "XYZ"));
    assert_eq!((dataset.place_name("EU27_2020"), dataset.short_place_name("EU27_2020")), ("l'Union", "UE"));
    assert_eq!((dataset.members("EU27_2020").len(), dataset.members("KAZ").len()), (27, 0));
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

#[test]
fn three_letters_that_are_no_country_are_warned_of_once() {
    let row = |id: &str, partner: &str| {
        GOOD.replace(r#""a""#, &format!("\"{id}\""))
            .replace("\"KAZ\"", &format!("\"KAZ\", \"partner\": \"{partner}\""))
    };
    let rows = [row("a", "KGX"), row("b", "KGX"), row("c", "XAB"), row("d", "KGZ")];
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let warnings = read(&observations(&rows)).expect("a good dataset").warnings;
    let warnings: Vec<String> = warnings.iter().map(ToString::to_string).collect();
    let expected = "observations[0].partner: warning: \"KGX\" is not the code of a country, and is not defined in places (did you mean \"KGZ\"?)";
    assert!(matches!(&warnings[..], [one] if one.ends_with(expected)), "{warnings:?}");
    let defined = places(&[r#"{"code": "KGX", "name": "Export zone"}"#]).replace("\"KAZ\"", "\"KGX\"");
    assert_eq!(read(&defined).expect("a good dataset").warnings.len(), 0);
}
