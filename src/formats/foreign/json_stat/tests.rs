//! Datasets in both versions.

use std::ops::ControlFlow;

use super::super::tests::{Nothing, reader, rows};
use super::super::{FileFacts, ForeignRow, LeftOut, RowSink, UnreadColumn, Unreadable};

#[test]
fn values_in_a_list_follow_the_order_of_the_dimensions() {
    let text = r#"{"version":"2.0","class":"dataset","id":["flow","partner","time"],"size":[2,1,2],
        "dimension":{
            "time":{"category":{"index":{"2022":1,"2021":0},"label":{"2021":"2021"}}},
            "partner":{"category":{"label":{"KZ":"Kazakhstan"}}},
            "flow":{"category":{"index":["1","2"],"label":{"1":"Imports","2":"Exports"}}}},
        "value":[10,11.5,null,13],"status":{"3":"p"}}"#;
    assert_eq!(
        rows(text.as_bytes()),
        [
            "1:  1 KZ  2021 10e0 - details 0",
            "2:  1 KZ  2022 115e-1 - details 0",
            "4:  2 KZ  2022 13e0 - details 0 status P",
        ]
    );
    assert!(reader(text.as_bytes()).is_some());
}

#[test]
fn version_1_has_its_dimensions_in_one_object_and_may_leave_values_out() {
    let text = r#"{"dataset":{"dimension":{"id":["time","partner","adjustment"],"size":[1,2,2],
        "time":{"category":{"index":{"2023":0}}},
        "partner":{"category":{"index":["KG","TJ"]}},
        "adjustment":{"category":{"index":["SA","NSA"]}}},
        "value":{"3":7,"0":5},"status":"e"}}"#;
    assert_eq!(rows(text.as_bytes()), ["1: OtherMeasure", "4:   TJ  2023 7e0 - details 0 status E"]);
}

/// Everything that a reader says of a file, and of the lines next to its rows.
#[derive(Default)]
struct Announced(Option<FileFacts>, Vec<UnreadColumn>);

impl RowSink for Announced {
    fn facts(&mut self, facts: FileFacts) {
        self.0 = Some(facts);
    }

    fn unread(&mut self, columns: &[UnreadColumn]) {
        self.1.extend_from_slice(columns);
    }

    fn row(&mut self, _: &ForeignRow) -> ControlFlow<()> {
        ControlFlow::Continue(())
    }

    fn not_understood(&mut self, _: Unreadable, _: u64, _: u64) -> ControlFlow<()> {
        ControlFlow::Continue(())
    }

    fn left_out(&mut self, _: LeftOut, _: u64) -> ControlFlow<()> {
        ControlFlow::Continue(())
    }
}

#[test]
fn values_have_the_unit_of_the_title_where_the_measure_says_none() {
    let said = |title: &str, measure: &str| {
        let text = format!(
            r#"{{"version":"2.0","class":"dataset",{title}"id":["partner","time","measure"],"size":[1,1,1],"dimension":{{
            "partner":{{"category":{{"label":{{"KG":""}}}}}},"time":{{"category":{{"label":{{"2023":""}}}}}},
            "measure":{{"category":{{"label":{{"V":"{measure}"}}}}}}}},"value":[5]}}"#
        );
        let mut announced = Announced::default();
        match reader(text.as_bytes()).expect("a format").read(&mut text.as_bytes(), &mut announced) {
            Ok(()) => {
                let (unit, power) = announced.0.and_then(|facts| facts.units[0]).expect("a value");
                format!("{} {power}, {} next to it", unit.code(), announced.1.len())
            }
            Err(error) => error.to_string(),
        }
    };
    for (title, measure, expected) in [
        (r#""label":"Exports by partner, million euro, 2015 to 2023","#, "Value", "EUR 6, 1 next to it"),
        (r#""label":"Exports of Iceland (1 000 EUR)","#, "Value", "EUR 3, 1 next to it"),
        (r#""label":"Exports in thousands","#, "Value (USD)", "USD 3, 1 next to it"),
        (r#""label":"Exports, million euro","#, "Value (1000 EUR)", "EUR 3, 0 next to it"),
        (r#""label":{"en":"Exports, million euro"},"#, "Value (EUR)", "EUR 0, 0 next to it"),
        ("", "Value (EUR)", "EUR 0, 0 next to it"),
    ] {
        assert_eq!(said(title, measure), expected, "{title} {measure}");
    }
    for title in ["Exports, million euro", "Exports, million tonnes"] {
        let said = said(&format!(r#""label":"{title}","#), "Value (USD)");
        assert!(said.contains(title), "either could be meant: {said}");
    }
}

#[test]
fn a_dimension_of_multipliers_gives_each_cell_its_power_of_ten() {
    let text = r#"{"version":"2.0","class":"dataset","id":["partner","time","UNIT_MULT"],"size":[2,1,1],
        "dimension":{"partner":{"category":{"index":["KG","TJ"]}},"time":{"category":{"index":["2023"]}},
            "UNIT_MULT":{"category":{"index":["6"],"label":{"6":"Millions"}}}},"value":[5,0.25]}"#;
    assert_eq!(rows(text.as_bytes()), ["1:   KG  2023 5e6 - details 0", "2:   TJ  2023 25e4 - details 0"]);
}

#[test]
fn no_dataset_is_guessed_among_several() {
    let dataset = r#"{"dimension":{"id":["time","partner"],"size":[1,1],"time":{"category":{"index":["2023"]}},
        "partner":{"category":{"index":["KG"]}}},"status":{"value":["p"]},"value":[5]}"#;
    assert_eq!(
        rows(format!("{{\"trade\":{dataset}}}").as_bytes()),
        ["1:   KG  2023 5e0 - details 0 status P"]
    );
    for (text, said) in [
        (format!("{{\"b\":{dataset},\"a\":{dataset}}}"), "holds several datasets (a, b)"),
        (r#"{"class":"collection","link":{"item":[]}}"#.to_owned(), "is a collection of datasets"),
    ] {
        let reader = reader(text.as_bytes()).expect("a format");
        let error = reader.read(&mut text.as_bytes(), &mut Nothing).expect_err("no table").to_string();
        assert!(error.starts_with(said), "{error}");
    }
}

#[test]
fn categories_without_an_index_have_no_order() {
    let text = r#"{"version":"2.0","class":"dataset","id":["partner","time"],"size":[2,1],"dimension":{
        "partner":{"category":{"label":{"UZ":"Uzbekistan","KG":"Kyrgyzstan"}}},
        "time":{"category":{"index":["2020"]}}},"value":[4,8]}"#;
    let reader = reader(text.as_bytes()).expect("a format");
    let error = reader.read(&mut text.as_bytes(), &mut Nothing).expect_err("no order").to_string();
    assert_eq!(error, "the dimension partner has several categories and no \"index\" that gives their order");
}

/// Values that are one too few may all stand in the wrong place.
#[test]
fn as_many_values_as_cells_are_expected() {
    for (value, said) in [
        ("[5]", "\"value\" has 1 values, and the dimensions have 2 cells"),
        ("[5,6,7]", "\"value\" has 3 values, and the dimensions have 2 cells"),
        (r#"{"2":5}"#, "a value has no place in the table"),
    ] {
        let text = format!(
            r#"{{"version":"2.0","class":"dataset","id":["time","partner"],"size":[1,2],"dimension":{{
            "time":{{"category":{{"index":["2023"]}}}},"partner":{{"category":{{"index":["KGZ","MNG"]}}}}}},"value":{value}}}"#
        );
        let error = reader(text.as_bytes()).expect("a format").read(&mut text.as_bytes(), &mut Nothing);
        assert_eq!(error.expect_err("an error").to_string(), said, "{value}");
    }
}

#[test]
fn members_that_stand_twice_are_refused_and_sizes_may_be_text() {
    let text = |size: &str, index: &str, value: &str| {
        format!(
            r#"{{"class":"dataset","id":["time","partner"],"size":{size},"dimension":{{
            "time":{{"category":{{"index":{{"2023":0}}}}}},"partner":{{"category":{{"index":{index}}}}}}},"value":{value}}}"#
        )
    };
    let plain = text("[\"1\",\"2\"]", r#"["KGZ","MNG"]"#, r#"{"0":5}"#);
    assert_eq!(rows(plain.as_bytes()), ["1:   KGZ  2023 5e0 - details 0"]);
    for (text, said) in [
        (text("[1,2]", r#"{"KGZ":0,"MNG":1,"KGZ":1}"#, r#"{"0":5}"#), "line 2, column "),
        (
            text("[1,2]", r#"["KGZ","MNG"]"#, r#"{"0":5,"1":6,"0":7}"#),
            "the member \"0\" stands twice in its object",
        ),
        (text("[1,2],\"size\":[1,2]", r#"["KGZ","MNG"]"#, r#"{"0":5}"#), "the member \"size\" stands twice"),
    ] {
        let error = reader(text.as_bytes()).expect("a format").read(&mut text.as_bytes(), &mut Nothing);
        let error = error.expect_err("an error").to_string();
        assert!(error.contains(said) && error.contains(" stands twice"), "{error}");
    }
}
