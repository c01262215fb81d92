//! Quantities: pieces, litres and the like, each row in its own unit.

use super::{Table, line, text};

/// Exports of cars, beer and shirts; the last row has no quantity.
const ROWS: &str = "\
Year,Trade Flow Code,Trade Flow,Reporter ISO,Partner ISO,Commodity Code,Commodity,Qty Unit,Qty,Trade Value (US$)
2022,2,Export,KAZ,UZB,8703,Cars,Number of items,41,410000
2022,2,Export,KAZ,KGZ,8703,Cars,Number of items,26,305000
2022,2,Export,KAZ,UZB,2203,Beer,Volume in litres,9250,12100
2022,2,Export,KAZ,KGZ,6105,Shirts,Dozen of items,30,5200
2022,2,Export,KAZ,RUS,6105,Shirts,No Quantity,,4900
";

fn printed(view: &str) -> String {
    let output = Table::new(ROWS.as_bytes()).run(&["print", "--view", view]);
    assert!(output.status.success(), "{}", text(&output.stderr));
    text(&output.stdout).to_owned()
}

#[test]
fn a_quantity_is_in_the_unit_of_its_rows() {
    let beer = printed("partners?product=2203&measure=quantity");
    assert!(line(&beer, "Uzbekistan").contains(" 9.250 thousand l "), "{beer}");
    assert!(beer.lines().next().is_some_and(|title| title.ends_with("2203 Beer · quantity (l)")), "{beer}");
    let cars = printed("partners?product=8703&measure=quantity");
    assert!(cars.contains("Partners (2 · all 67, added up)"), "{cars}");
    assert!(line(&cars, "Kyrgyzstan").contains(" 26 "), "{cars}");
}

#[test]
fn litres_pieces_and_dozens_are_never_added_up() {
    let all = printed("partners?measure=quantity");
    assert!(line(&all, "Uzbekistan").contains("not known"), "{all}");
    assert!(line(&all, "Kyrgyzstan").contains("not known"), "{all}");
    assert!(all.contains("its rows are in several units, or in one that is not known."), "{all}");
    assert!(line(&all, "Russia").contains("not published"), "no row has a quantity: {all}");
    let json = Table::new(ROWS.as_bytes()).run(&[
        "print",
        "--format",
        "json",
        "--view",
        "products?measure=quantity",
    ]);
    let json = text(&json.stdout);
    assert!(json.contains("\"note\": \"rows in several units\""), "{json}");
    assert!(
        line(json, "\"id\": \"exports-KAZ-W00-6105-2022\"")
            .contains("1 row without a quantity; in Dozen of items"),
        "{json}"
    );
}

#[test]
fn a_trade_valued_with_freight_and_without_counts_once_and_the_screen_says_so() {
    let table = Table::new(
        b"year,partner,flow,valuation,value_eur\n2021,Peru,exports,FOB,50\n2021,Peru,exports,CIF,57\n\
          2021,Fiji,exports,FOB,9\n2021,Fiji,imports,CIF,4\n",
    );
    let screen = table.screen("");
    assert!(screen.contains("set aside: 1 row at another valuation"), "{screen}");
    assert!(
        line(&screen, "1 Partners").starts_with("1 Partners \u{b7} 2 \u{b7} all 59, added up"),
        "{screen}"
    );
    assert!(screen.contains("Imports      4 EUR"), "{screen}");
    let said = table.said();
    assert!(
        said.iter().any(|said| said.starts_with("TradeData.csv:3: set aside: 1 row at another")),
        "{said:?}"
    );
    // Parts of one trade, by how the goods were delivered.
    let delivered = Table::new(
        b"year,partner,incoterms,value_eur\n2021,Peru,FOB,50\n2021,Peru,CIF,57\n2021,Fiji,FOB,9\n",
    );
    assert!(line(&delivered.screen(""), "\u{25b8} Peru").contains("107 EUR"), "{}", delivered.screen(""));
}

#[test]
fn terms_of_trade_are_no_valuation_unless_their_column_says_so() {
    for (column, all) in
        [("terms", 116), ("贸易术语", 116), ("contract_base", 116), ("fob_cif", 59), ("Valued at", 59)]
    {
        let rows =
            format!("year,partner,{column},value_eur\n2021,Peru,FOB,50\n2021,Peru,CIF,57\n2021,Fiji,FOB,9\n");
        let screen = Table::new(rows.as_bytes()).screen("");
        assert!(line(&screen, "1 Partners").contains(&format!("all {all}, added up")), "{screen}");
    }
    let table =
        Table::new(b"year,partner,valuation,value_eur\n2021,Peru,,50\n2021,Peru,CIF,57\n2021,Fiji,CIF,9\n");
    let said = table.said();
    let expected =
        "TradeData.csv:3: set aside: 1 row at another valuation than the row of the same trade that counts";
    assert!(said.iter().any(|said| said == expected), "{said:?}");
}

#[test]
fn the_key_for_measures_comes_to_quantities_where_there_are_some() {
    let table = Table::new(ROWS.as_bytes());
    assert!(table.screen("u").contains("quantity"), "{}", table.screen("u"));
    let is_without = |line: &&str| line.contains("No Quantity") || line.contains("Qty Unit");
    let without: Vec<&str> = ROWS.lines().filter(is_without).collect();
    let without = Table::new(without.join("\n").as_bytes()).screen("u");
    assert!(!without.contains("quantity"), "{without}");
}
