//! Tables whose columns say what they are.

mod periods;

use super::super::WhyUnread;
use super::super::tests::{Nothing, reader, rows};

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
    let same = |name: &str| (name.to_owned(), WhyUnread::SameAmount);
    let unknown = |name: &str| (name.to_owned(), WhyUnread::UnknownAmount);
    assert_eq!(unread("year,partner,exports_usd,exports_eur,imports_usd\n"), [same("exports_eur")]);
    // The unit of a quantity, a weight in kilograms and remarks are no such columns.
    let text = "year,partner,value,Quantity,quantity_unit,net_weight_kg,gross_weight_kg,remarks\n\
                2022,KAZ,5,12,litres,9,10,7\n2022,UZB,6,,,,,8\n";
    assert_eq!(unread(text), [unknown("Quantity"), unknown("gross_weight_kg")]);
}

/// The columns that the reader of a table does not read, with why.
fn unread(text: &str) -> Vec<(String, WhyUnread)> {
    let reader = reader(text.as_bytes()).expect("a format");
    let named = reader.meanings().unread().iter().map(|column| (column.name.clone(), column.why));
    named.collect()
}

#[test]
fn a_year_in_each_column_makes_a_row_of_each_that_is_filled() {
    let text = "Data Source,Indicators of trade\n\nLast Updated,2025-02-03\n\n\
        Country Name,Country Code,Indicator Name,Indicator Code,2020,2021 [YR2021]\n\
        Tajikistan,TJK,\"Exports of goods (current US$)\",TX.X,1406500000.5,\n\
        Tajikistan,TJK,\"Imports of goods (current US$)\",TX.M,..,4209000000\n\
        Tajikistan,TJK,Exports of goods (% of GDP),TX.S,17.1,24.5\n";
    assert_eq!(
        rows(text.as_bytes()),
        [
            "6: TJK exports   2020 14065000005e-1 - details 0",
            "7: TJK imports   2020 - - details 0",
            "7: TJK imports   2021 [YR2021] 4209000000e0 - details 0".replace(" [YR2021]", "").as_str(),
            "8: OtherMeasure",
        ]
    );
    let facts = reader(text.as_bytes()).expect("a format").meanings().facts();
    assert_eq!(facts.units[0].map(|(unit, power)| (unit.code(), power)), Some(("USD", 0)));
    assert!(facts.says.flow && facts.says.reporter && !facts.says.partner);
    let said = |text: &str, why| (text.to_owned(), why);
    assert_eq!(
        unread(text),
        [
            said("Exports of goods (current US$)", WhyUnread::OnlyMeasure),
            said("Data Source,Indicators of trade", WhyUnread::AboveHeader),
            said("Last Updated,2025-02-03", WhyUnread::AboveHeader),
        ]
    );
}

#[test]
fn of_several_measures_the_money_is_read_with_the_flow_and_the_unit_of_each_row() {
    let text = "Reporter Countries,Partner Countries,Element,Item,Year,Unit,Value,Flag\n\
        Uzbekistan,Kazakhstan,Export Quantity,Apricots,2022,tonnes,25111.04,A\n\
        Uzbekistan,Kazakhstan,Export Value,Apricots,2022,1000 US$,18204,A\n\
        Uzbekistan,Kazakhstan,Import Value,Wheat,2022,1000 US$,640511,E\n\
        Uzbekistan,Kazakhstan,Import Value,Wheat,2022,Vouchers,7,\n";
    assert_eq!(
        rows(text.as_bytes()),
        [
            "2: OtherMeasure",
            "3: Uzbekistan exports Kazakhstan Apricots 2022 18204e0 - details 0",
            "4: Uzbekistan imports Kazakhstan Wheat 2022 640511e0 - details 0 status E",
            "5: OtherUnit",
        ]
    );
    let units = reader(text.as_bytes()).expect("a format").meanings().facts().units;
    assert_eq!(units[0].map(|(unit, power)| (unit.code(), power)), Some(("USD", 3)));
}

#[test]
fn tonnes_and_money_in_one_column_are_never_added_up() {
    let text = "year,partner,series,unit,value\n2021,AUS,Value,Millions of tala (WST),4\n\
        2021,AUS,Volume,Tonnes,900\n2021,NZL,Value,Millions of tala (WST),5\n";
    assert_eq!(
        rows(text.as_bytes()),
        ["2:   AUS  2021 4e0 - details 0", "3: OtherMeasure", "4:   NZL  2021 5e0 - details 0"]
    );
    let units = reader(text.as_bytes()).expect("a format").meanings().facts().units;
    assert_eq!(units[0].map(|(unit, power)| (unit.code(), power)), Some(("WST", 6)));
}

#[test]
fn shares_are_no_amounts_of_trade() {
    let text = "Reporter Name,Partner Name,Trade Flow,Indicator,2019\nMali,Senegal,Export,Export Partner Share (%),4.5\n";
    let error = reader(text.as_bytes()).expect("a format").read(&mut text.as_bytes(), &mut Nothing);
    assert!(error.expect_err("an error").to_string().starts_with("measures only shares"));
}

#[test]
fn a_column_of_unknown_name_is_named_if_rows_differ_in_it_alone() {
    let text =
        "year,partner,value,port,inspector\n2022,KAZ,5,North,7.5\n2022,KAZ,6,South,7.5\n2022,UZB,6,South,2\n";
    assert_eq!(unread(text), [("port".to_owned(), WhyUnread::TellsApart)]);
    let text = "year,partner,value,capital\n2022,KAZ,5,Astana\n2022,UZB,6,Tashkent\n";
    assert_eq!(unread(text), []);
}

#[test]
fn a_dollar_of_no_country_is_no_currency() {
    let unit = |header: &str| {
        let text = format!("year,partner,{header}\n2022,KAZ,5\n");
        reader(text.as_bytes()).expect("a format").meanings().facts().units[0].map(|(unit, _)| unit.code())
    };
    assert_eq!(unit("Value ($)"), unit("Value"));
    assert_eq!(unit("Value (US$)"), Some("USD"));
    assert_eq!(unit("Value in US dollars"), Some("USD"));
}

#[test]
fn a_country_next_to_no_other_side_is_not_guessed() {
    assert!(reader(b"Country,Year,Value\nFiji,2021,5\n").is_none());
    let text = "Country Name,Country Code,Counterpart Country,Year,Value\nFiji,FJI,Japan,2021,5\n";
    assert_eq!(rows(text.as_bytes()), ["2: FJI  Japan  2021 5e0 - details 0"]);
}

#[test]
fn comext_has_its_products_and_its_codes_of_two_letters() {
    let text = "DECLARANT,DECLARANT_ISO,PARTNER,PARTNER_ISO,TRADE_TYPE,PRODUCT_NC,FLOW,STAT_REGIME,PERIOD,VALUE_IN_EUROS,QUANTITY_IN_KG,SUP_QUANTITY\n\
        004,DE,0079,KZ,E,27090090,1,1,202203,81250,99100,\n004,DE,0079,KZ,E,TOTAL,1,4,202203,99999,99100,\n";
    assert_eq!(
        rows(text.as_bytes()),
        [
            "2: DE 1 KZ 27090090 202203 81250e0 99100e0 details 0",
            "3: DE 1 KZ TOTAL 202203 99999e0 99100e0 details 0",
        ]
    );
    assert!(reader(text.as_bytes()).expect("a format").meanings().facts().is_harmonized);
}

#[test]
fn the_first_version_of_an_amount_is_read_and_months_have_names() {
    let text = "Year,Month,Partner,Basis,SCALAR_FACTOR,Value\n2021,March,FRA,Customs,millions,7.5\n\
        2021,March,FRA,Balance of payments,millions,7.9\n2021,Sept,FRA,Customs,millions,8\n2021,Dec.,FRA,Customs,many,8\n";
    assert_eq!(
        rows(text.as_bytes()),
        [
            "2:   FRA  2021-03 75e5 - details 0",
            "3: OtherMeasure",
            "4:   FRA  2021-Sept 8e6 - details 0",
            "5: Power",
        ]
    );
}

#[test]
fn a_scale_is_a_power_of_ten_and_the_same_said_twice_is_one() {
    let wide = "COUNTRY,COUNTERPART_COUNTRY,INDICATOR,SCALE,2021,2022\n\
        Kazakhstan,Italy,\"Exports of goods, US dollar\",Millions,3.5,4.25\n";
    assert_eq!(
        rows(wide.as_bytes()),
        [
            "2: Kazakhstan exports Italy  2021 35e5 - details 0",
            "2: Kazakhstan exports Italy  2022 425e4 - details 0",
        ]
    );
    let oecd = "COU,Reporter,PAR,Partner,FLW,Flow,TIME,Time,Unit,PowerCode Code,PowerCode,Value\n\
        KAZ,Kazakhstan,ITA,Italy,EXPO,Exports,2021,2021,US Dollar,3,Thousands,70.5\n";
    assert_eq!(rows(oecd.as_bytes()), ["2: Kazakhstan Exports Italy  2021 705e2 - details 0"]);
    let firms = "year,partner,scale,value_usd\n2021,ITA,large,7\n";
    assert_eq!(rows(firms.as_bytes()), ["2:   ITA  2021 7e0 - details 0"]);
    let apart = oecd.replace("2021,2021", "2021,2020");
    assert!(reader(apart.as_bytes()).is_none(), "two periods, and either may be meant");
}

#[test]
fn a_period_may_stand_behind_the_words_for_its_flow() {
    let text = "List of importing markets for a product exported by Kazakhstan\nUnit : US Dollar thousand\n\
        Importers\tExported value in 2020\tExported value in 2021\nWorld\t57\t60\nItaly\t14\t9\n";
    assert_eq!(
        rows(text.as_bytes()),
        [
            "4:  exports World  2020 57e0 - details 0",
            "4:  exports World  2021 60e0 - details 0",
            "5:  exports Italy  2020 14e0 - details 0",
            "5:  exports Italy  2021 9e0 - details 0",
        ]
    );
    let both = text.replace("Exported value in 2020", "Imported value in 2021");
    assert!(reader(both.as_bytes()).is_none(), "a year has one amount");
}

/// A second column of the same kind may name what the first has a code for, or be something else.
#[test]
fn two_columns_that_name_different_places_are_not_taken_for_a_code_and_its_name() {
    let is_known = |text: &str| super::recognise(&super::Head::new(text.as_bytes())).is_some();
    assert!(!is_known("year,reporter,origin,partner,exports_usd\n2022,KAZ,Russia,CHN,13\n"));
    assert!(!is_known("year,partner,partner,exports_usd\n2022,MNG,Nepal,13\n"));
    assert!(is_known("year,partner,partner,exports_usd\n2022,MNG,Mongolia,13\n"));
    assert!(!is_known("year,partner,hs4,sitc,exports_usd\n2022,MNG,0101,03411,13\n"));
    let nested = "year,partner,hs2,hs6,exports_usd\n2022,MNG,01,010121,13\n2022,MNG,02,020110,7\n";
    assert_eq!(
        rows(nested.as_bytes()),
        ["2:  exports MNG 010121 2022 13e0 - details 0", "3:  exports MNG 020110 2022 7e0 - details 0"]
    );
}

/// Each pair is two months, or two years that begin in July.
#[test]
fn periods_that_may_be_months_or_fiscal_years_are_not_read() {
    let is_known = |text: &str| super::recognise(&super::Head::new(text.as_bytes())).is_some();
    assert!(!is_known("partner,2009-10,2010-11\nNepal,13,14\n"));
    assert!(!is_known("year,partner,imports_usd\n2001-02,Nepal,13\n2011-12,Nepal,14\n"));
    assert!(is_known("partner,2009-10,2009-11\nNepal,13,14\n"));
    assert!(is_known("year,partner,imports_usd\n2011-12,Nepal,13\n2011-12,Bhutan,14\n"));
}

#[test]
fn numbers_next_to_those_of_years_are_named() {
    assert_eq!(
        unread("partner,2021,2022,2023f,All years\nNepal,13,14,15,27\nBhutan,1,..,2,1\n"),
        ["2023f", "All years"].map(|name| (name.to_owned(), WhyUnread::NoPeriod))
    );
}
