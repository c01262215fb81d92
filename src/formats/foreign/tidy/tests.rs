//! Tables whose columns say what they are.

use super::super::WhyUnread;
use super::super::tests::{reader, rows};

#[test]
fn a_column_for_each_flow_makes_a_row_of_each() {
    let text = "Year;Reporter;Partner;Exports (EUR mn);Imports (EUR mn)\n2021;DEU;Namibia;1.234,5;99,10\n2022;DEU;NA;-;7\n";
    assert_eq!(
        rows(text.as_bytes()),
        [
            "2: DEU exports Namibia  2021 12345e-1 - details 0",
            "2: DEU imports Namibia  2021 9910e-2 - details 0",
            "3: DEU exports NA  2022 - - details 0",
            "3: DEU imports NA  2022 7e0 - details 0",
        ]
    );
    let facts = reader(text.as_bytes()).expect("a format").meanings().facts();
    assert_eq!(facts.units[0].map(|(unit, power)| (unit.code(), power)), Some(("EUR", 6)));
    assert!(facts.says.flow && facts.says.partner && !facts.says.product);
}

#[test]
fn codes_stay_text_and_a_name_may_stand_next_to_its_code() {
    let text = "year,partner,partner_name,flow,hs_code,value_usd,net_weight_kg\n\
        2020,KZ,\"Kazakhstan, Rep.\",export,01,1500000,12.5\n2020,KZ,,import,010121,2.5e3,\n2020,KZ,,import,02,abc,\n";
    assert_eq!(
        rows(text.as_bytes()),
        [
            "2:  export KZ 01 2020 1500000e0 125e-1 details 0",
            "3:  import KZ 010121 2020 25e2 - details 0",
            "4: Number",
        ]
    );
}

#[test]
fn a_month_and_a_name_may_have_columns_of_their_own() {
    let text = "commodity,hs_code,year,month,partner,value\nCereals,10,2021,7,842,5\n";
    assert_eq!(rows(text.as_bytes()), ["2:   842 10 2021-07 5e0 - details 0"]);
    let reader = reader(text.as_bytes()).expect("a format");
    assert_eq!(reader.meanings().place("842", "").code, "USA");
}

#[test]
fn nothing_is_guessed_that_the_text_does_not_say() {
    for header in
        ["name,number\n", "year,remarks\n", "partner,value\n", "year,value\n", "year,date,partner,value\n"]
    {
        assert!(reader(header.as_bytes()).is_none(), "{header}");
    }
    let between = reader(b"year,exporter,importer,value\n2020,DEU,KAZ,5\n").expect("a format");
    assert!(between.meanings().facts().says.flow);
}

#[test]
fn zeros_that_a_program_dropped_come_back_where_codes_are_of_the_harmonized_system() {
    let text = "year,partner,hs6,value\n2022,KAZ,10121,5\n";
    let reader_of = |text: &str| reader(text.as_bytes()).expect("a format");
    assert_eq!(reader_of(text).meanings().product("10121", "").code, "010121");
    assert_eq!(reader_of(text).meanings().product("270900", "").code, "270900");
    assert_eq!(reader_of(&text.replace("hs6", "sitc")).meanings().product("334", "").code, "334");
}

#[test]
fn columns_of_amounts_that_are_not_read_are_named() {
    let unread = |text: &str| {
        let reader = reader(text.as_bytes()).expect("a format");
        let named = reader.meanings().unread().iter().map(|column| (column.name.clone(), column.why));
        named.collect::<Vec<_>>()
    };
    let same = |name: &str| (name.to_owned(), WhyUnread::SameAmount);
    let unknown = |name: &str| (name.to_owned(), WhyUnread::UnknownAmount);
    assert_eq!(unread("year,partner,exports_usd,exports_eur,imports_usd\n"), [same("exports_eur")]);
    // The unit of a quantity, a weight in kilograms and remarks are no such columns.
    let text = "year,partner,value,Quantity,quantity_unit,net_weight_kg,gross_weight_kg,remarks\n\
                2022,KAZ,5,12,litres,9,10,7\n2022,UZB,6,,,,,8\n";
    assert_eq!(unread(text), [unknown("Quantity"), unknown("gross_weight_kg")]);
}
