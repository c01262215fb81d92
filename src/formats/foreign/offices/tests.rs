//! Small tables as national offices give them.

use super::super::tests::{reader, rows};
use super::*;

fn meanings(text: &str, ask: impl FnOnce(&dyn Meanings)) {
    ask(reader(text.as_bytes()).expect("a table of an office").meanings());
}

#[test]
fn the_census_bureau_has_countries_and_groups_of_them() {
    let text = r#"[["CTY_CODE","CTY_NAME","GEN_VAL_MO","CON_VAL_MO","AIR_WGT_MO","I_COMMODITY","YEAR","time"],
        ["-","TOTAL FOR ALL COUNTRIES","75","70","1","2612","2023","2023-04"],
        ["4634","KAZAKHSTAN","75","70","1","2612","2023","2023-04"]]"#;
    assert_eq!(
        rows(text.as_bytes()),
        ["1:  imports - 2612 2023-04 75e0 - details 0", "2:  imports 4634 2612 2023-04 75e0 - details 0"]
    );
    meanings(text, |meanings| {
        let place = |code: &str, name: &str| {
            let place = meanings.place(code, name);
            (place.code, place.kind)
        };
        assert_eq!(place("-", "TOTAL FOR ALL COUNTRIES"), (WORLD.to_owned(), PlaceKind::World));
        assert_eq!(place("4634", "KAZAKHSTAN"), ("KAZ".to_owned(), PlaceKind::Single));
        assert_eq!(place("0027", "ASEAN"), ("0027".to_owned(), PlaceKind::Group));
        assert_eq!(place("5XXX", "ASIA"), ("5XXX".to_owned(), PlaceKind::Group));
        let unread: Vec<&str> = meanings.unread().iter().map(|column| column.name.as_str()).collect();
        assert_eq!(unread, ["CON_VAL_MO", "AIR_WGT_MO"]);
    });
}

#[test]
fn a_code_of_comex_stat_is_no_country_of_another_list() {
    let text = "\"CO_ANO\";\"CO_MES\";\"CO_NCM\";\"CO_PAIS\";\"QT_ESTAT\";\"KG_LIQUIDO\";\"VL_FOB\"\r\n\
        \"2021\";\"07\";\"02012000\";\"023\";4;90;1234\r\n";
    assert_eq!(rows(text.as_bytes()), ["2:   023 02012000 2021-07 1234e0 90e0 details 0"]);
    meanings(text, |meanings| {
        assert_eq!(meanings.place("023", "").name, "country 023");
        let facts = meanings.facts();
        assert!(!facts.says.flow && facts.publisher == "Comex Stat");
        let said: Vec<WhyUnread> = meanings.unread().iter().map(|column| column.why).collect();
        assert_eq!(said, [WhyUnread::OwnCodes, WhyUnread::NoFlow, WhyUnread::UnknownAmount]);
    });
}

#[test]
fn statistics_canada_names_columns_in_two_languages() {
    let text = "YearMonth/AnnéeMois,HS8,Country/Pays,Province,State/État,Value/Valeur,Quantity/Quantité,Unit of Measure/Unité de Mesure\n\
        202106,01022110,KZ,AB,,640,3,NMB\n";
    assert_eq!(rows(text.as_bytes()), ["2:   KZ 01022110 202106 640e0 - details 0"]);
    meanings(text, |meanings| {
        assert_eq!(meanings.place("KZ", "").code, "KAZ");
        assert_eq!(meanings.facts().units[0].map(|(unit, _)| unit.code()), Some("CAD"));
        assert!(meanings.unread().iter().any(|column| column.name == "Quantity/Quantité"));
    });
}

#[test]
fn hmrc_numbers_its_flows_by_european_union_and_other_countries() {
    let row = r#"{"MonthId":202211,"FlowTypeId":3,"CommodityId":1022110,"CountryId":72,"Value":640.0,"NetMass":55.5}"#;
    let text = format!("{{\"@odata.context\":\"OTS\",\"value\":[{row}]}}");
    assert_eq!(rows(text.as_bytes()), ["1:  3 72 1022110 202211 6400e-1 555e-1 details 0"]);
    meanings(&text, |meanings| {
        let flow = |code: &str| meanings.flow(code, "").map(|meaning| (meaning.flow, meaning.is_part));
        assert_eq!(["1", "3"].map(flow), [Some((Flow::Imports, false)); 2]);
        assert_eq!(["2", "4"].map(flow), [Some((Flow::Exports, false)); 2]);
        assert_eq!(flow("5"), None);
        assert_eq!(meanings.product("1022110", "").code, "01022110");
    });
}
