//! Small tables in SDMX-CSV, and what is read of them.

use super::super::tests::{Nothing, reader, rows};
use crate::dataset::Flow;

#[test]
fn rows_of_version_1_are_read_with_their_unit_and_status() {
    let text = "DATAFLOW,LAST UPDATE,freq,reporter,partner,product,flow,indicators,TIME_PERIOD,OBS_VALUE,OBS_FLAG\n\
        XX:Y(1.0),01/02/24,A,DE,KZ,TOTAL,1,QUANTITY_IN_100KG,2022,81234.5,\n\
        XX:Y(1.0),01/02/24,A,DE,KZ,TOTAL,1,VALUE_IN_EUROS,2022,4711000,p\n\
        XX:Y(1.0),01/02/24,A,DE,KZ,TOTAL,2,VALUE_IN_EUROS,2022,:,c\n";
    assert_eq!(
        rows(text.as_bytes()),
        [
            "2: OtherMeasure",
            "3: DE 1 KZ TOTAL 2022 4711000e0 - details 0 status P",
            "4: DE 2 KZ TOTAL 2022 - - details 0 status C",
        ]
    );
    let reader = reader(text.as_bytes()).expect("a format");
    assert_eq!(
        reader.meanings().facts().units[0].map(|(unit, power)| (unit.code(), power)),
        Some(("EUR", 0))
    );
    assert_eq!(reader.meanings().flow("1", "").map(|meaning| meaning.flow), Some(Flow::Imports));
}

#[test]
fn rows_of_version_2_have_labels_and_may_be_taken_back() {
    let text = "STRUCTURE,STRUCTURE_ID,ACTION,REF_AREA: Reporter,COUNTERPART_AREA: Partner,FLOW: Flow,ADJUSTMENT: Adjustment,\
        TIME_PERIOD: Time,OBS_VALUE: Value,UNIT_MEASURE: Unit,UNIT_MULT: Power,OBS_STATUS: Status\n\
        dataflow,A:B(2.0),I,KAZ: Kazakhstan,CHN: China,X: Exports,S: Season,2021-03,12.5,USD: Dollar,6: Millions,A: Normal\n\
        dataflow,A:B(2.0),I,KAZ: Kazakhstan,CHN: China,X: Exports,N: None,2021-03,13,USD: Dollar,6: Millions,P: Provisional\n\
        dataflow,A:B(2.0),D,KAZ: Kazakhstan,CHN: China,X: Exports,N: None,2021-04,13,USD: Dollar,6,A: Normal\n\
        dataflow,A:B(2.0),I,KAZ: Kazakhstan,CHN: China,X: Exports,N: None,2021-05,13,EUR: Euro,6,A: Normal\n";
    assert_eq!(
        rows(text.as_bytes()),
        ["2: OtherMeasure", "3: KAZ X CHN  2021-03 13e6 - details 0 status P", "4: Deleted", "5: OtherUnit",]
    );
}

#[test]
fn a_table_of_something_else_is_an_error() {
    let text = "STRUCTURE,STRUCTURE_ID,ACTION,REF_AREA,INDICATOR,TIME_PERIOD,OBS_VALUE\ndataflow,A:B(1.0),I,FJI,GDP,2022,5\n";
    let error = reader(text.as_bytes()).expect("a format").read(&mut text.as_bytes(), &mut Nothing);
    assert!(error.expect_err("an error").to_string().contains("is no table of trade by period"));
}

#[test]
fn exports_and_imports_of_different_valuations_are_both_read() {
    let text = "STRUCTURE,STRUCTURE_ID,ACTION,REF_AREA,COUNTERPART_AREA,FLOW,VALUATION,TIME_PERIOD,OBS_VALUE\n\
        dataflow,A:B(1.0),I,TJK,UZB,X,FOB,2020,31\n\
        dataflow,A:B(1.0),I,TJK,UZB,M,CIF,2020,44\n";
    assert_eq!(
        rows(text.as_bytes()),
        ["2: TJK X UZB  2020 31e0 - details 128", "3: TJK M UZB  2020 44e0 - details 128"]
    );
}

#[test]
fn labels_may_stand_in_columns_of_their_own() {
    let text = "STRUCTURE[;],STRUCTURE_ID,STRUCTURE_NAME,ACTION,REPORTER,Reporting economy,FLOW,Flow,STAGE,Stage of use,TIME_PERIOD,Time,OBS_VALUE,Value\n\
        dataflow,A:B(1.0),Trade,I,TJK,Tajikistan,X,Exports,_T,All,2019,2019,4.25,4.25\n\
        dataflow,A:B(1.0),Trade,I,TJK,Tajikistan,X,Exports,RAW,Raw materials,2019,2019,1,1\n";
    assert_eq!(
        rows(text.as_bytes()),
        ["2: TJK X   2019 425e-2 - details 0", "3: TJK X   2019 1e0 - details 1"]
    );
}
