use super::super::tests::{Nothing, reader, rows};

#[test]
fn observations_of_series_have_the_power_and_status_of_their_attributes() {
    let text = r#"{"meta":{"schema":"sdmx-json"},"data":{"dataSets":[{"series":{
          "0:0":{"attributes":[0],"observations":{"0":[12.50,0],"1":[13,1]}},
          "1:0":{"attributes":[null],"observations":{"1":["4",null]}}}}],
        "structure":{"dimensions":{
            "series":[{"id":"COUNTERPART_AREA","values":[{"id":"KZ","name":"Kazakhstan"},{"id":"UZ"}]},
                      {"id":"FLOW","values":[{"id":"X","name":"Exports"}]}],
            "observation":[{"id":"TIME_PERIOD","values":[{"id":"2021"},{"id":"2022"}]}]},
          "attributes":{"series":[{"id":"UNIT_MULT","values":[{"id":"6"}]}],
            "observation":[{"id":"OBS_STATUS","values":[{"id":"A"},{"id":"P"}]}]}}}}"#;
    assert_eq!(
        rows(text.as_bytes()),
        [
            "1:  X KZ  2021 1250e4 - details 0",
            "2:  X KZ  2022 13e6 - details 0 status P",
            "3:  X UZ  2022 4e0 - details 0",
        ]
    );
}

/// A value is a million times too small where the power that its group or its structure gives is left out.
#[test]
fn the_power_may_be_that_of_a_group_or_what_holds_by_default() {
    let message = |group: &str, multiplier: &str| {
        format!(
            r#"{{"data":{{"dataSets":[{{{group}"series":{{"0":{{"observations":{{"0":[41]}}}},"1":{{"observations":{{"0":[52]}}}}}}}}],
            "structures":[{{"dimensions":{{"series":[{{"id":"COUNTERPART_AREA","values":[{{"id":"KGZ"}},{{"id":"MNG"}}]}}],
                "observation":[{{"id":"TIME_PERIOD","values":[{{"value":"2024"}}]}}]}},
              "attributes":{{{multiplier}}}}}]}},"meta":{{}}}}"#
        )
    };
    let codes = r#""dimensionGroup":[{"id":"TITLE"},{"id":"UNIT_MULT","values":[{"id":"3"},{"id":"6"}]}]"#;
    let of_group = message(r#""dimensionGroupAttributes":{"0:":["a",1],"1":["b",0]},"#, codes);
    assert_eq!(
        rows(of_group.as_bytes()),
        ["1:   KGZ  2024 41e6 - details 0", "2:   MNG  2024 52e3 - details 0"]
    );
    let by_default = message("", r#""series":[{"id":"UNIT_MULT","default":"6","values":[{"id":"3"}]}]"#);
    assert_eq!(
        rows(by_default.as_bytes()),
        ["1:   KGZ  2024 41e6 - details 0", "2:   MNG  2024 52e6 - details 0"]
    );
}

#[test]
fn an_attribute_without_codes_stands_for_itself() {
    let text = r#"{"meta":{},"data":{"dataSets":[{"series":{"0":{"attributes":["3",{"en":"a remark"}],
        "observations":{"0":[21]}}}}],
        "structures":[{"dimensions":{"series":[{"id":"COUNTERPART_AREA","values":[{"id":"KZ"}]}],
            "observation":[{"id":"TIME_PERIOD","values":[{"value":"2024"}]}]},
          "attributes":{"series":[{"id":"UNIT_MULT"},{"id":"COMMENT"}]}}]}}"#;
    assert_eq!(rows(text.as_bytes()), ["1:   KZ  2024 21e3 - details 0"]);
}

#[test]
fn a_flat_data_set_of_version_2_is_read_by_all_places() {
    let text = r#"{"meta":{},"data":{"dataSets":[{"observations":{"0:0:1":[7],"0:1:0":[8]}}],
        "structures":[{"dimensions":{"dataSet":[],"observation":[
            {"id":"REF_AREA","values":[{"id":"KAZ"}]},
            {"id":"PRODUCT","values":[{"id":"27"},{"id":"TOTAL"}]},
            {"id":"TIME_PERIOD","values":[{"value":"2020"},{"value":"2021"}]}]}}]}}"#;
    assert_eq!(
        rows(text.as_bytes()),
        ["1: KAZ   27 2021 7e0 - details 0", "2: KAZ   TOTAL 2020 8e0 - details 0"]
    );
}

#[test]
fn an_observation_that_stands_twice_is_refused() {
    let text = r#"{"meta":{},"data":{"dataSets":[{"observations":{"0:0":[7],"1:0":[3],"0:0":[8]}}],
        "structures":[{"dimensions":{"observation":[{"id":"PARTNER","values":[{"id":"KAZ"},{"id":"UZB"}]},
            {"id":"TIME_PERIOD","values":[{"value":"2020"}]}]}}]}}"#;
    let error = reader(text.as_bytes()).expect("a format").read(&mut text.as_bytes(), &mut Nothing);
    let error = error.expect_err("an error").to_string();
    assert!(error.contains("the member \"0:0\" stands twice in its object"), "{error}");
}
