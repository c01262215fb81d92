//! Datasets in both versions.

use super::super::tests::{Nothing, reader, rows};

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
    assert_eq!(
        rows(text.as_bytes()),
        ["1:   KG  2023 5e0 - details 1 status E", "4:   TJ  2023 7e0 - details 0 status E"]
    );
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
