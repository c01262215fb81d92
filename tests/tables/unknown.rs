//! Tables that are in no format that is known, and tables that have other amounts than values.

use super::{Table, line, text};

#[test]
fn a_table_that_is_not_known_is_refused_with_what_it_lacks() {
    for (table, lacks) in [
        (
            "Country,Year,Value\nFiji,2021,5\nPeru,2021,6\n",
            "the column Country may be the reporter or the partner (say which: --rename Country=partner)",
        ),
        ("commodity,year,tonnage\nOre,2021,5\nCoal,2021,6\n", "no column is an amount"),
        ("partner,hs_code,value\nFiji,01,5\nPeru,02,6\n", "no column is a period"),
        ("year,index,value\n2021,a,5\n2022,b,6\n", "no column is a reporter, partner, flow or product"),
        ("Flow;2020;2021;2020\nExport;5;6;1\nImport;6;7;1\n", "two columns are called 2020"),
    ] {
        let output = Table::new(table.as_bytes()).run(&["check"]);
        let said = text(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{said}");
        let expected = format!("TradeData.csv: is a table in no format that is known by its header: {lacks}");
        assert!(said.starts_with(&expected), "{said}");
    }
}

/// As a table of others its bounds and ids would be left out, and 60 would be more than 50.
#[test]
fn figures_of_our_own_are_no_table_however_their_number_is_called() {
    for number in ["OBS_VALUE", "Obs Value", "value", "Amount"] {
        let figures = format!(
            "id,reporter,partner,flow,measure,time_period,{number},unit_measure,unit_mult,bound\n\
            peru,CHL,PER,exports,value,2021,60,USD,6,at_most\nworld,CHL,W00,exports,value,2021,50,USD,6,at_least\n"
        );
        let output = Table::new(figures.as_bytes()).run(&["check"]);
        let expected = format!("no column is called \"{number}\" (write obs_value)");
        let said = text(&output.stderr);
        assert!(
            output.status.code() == Some(2) && said.contains(&expected),
            "{said}{}",
            text(&output.stdout)
        );
    }
}

/// Read as prose, nothing would be found in it, and a pipeline would go on.
#[test]
fn a_file_of_data_that_cannot_be_read_does_not_pass() {
    for (data, why) in [
        ("# by hand\n{\"resources\": []}\n", "is neither"),
        ("<html>Bad gateway</html>\n", "is HTML or XML"),
        ("\"resources\": [\n", "is neither"),
        ("<?xml version=\"1.0\"?>\n<data/>\n", "is HTML or XML"),
        ("%PDF-1.7\n\u{80}", "is a PDF"),
    ] {
        let table = Table::new(data.as_bytes());
        for output in [table.run(&["check"]), table.run_piped("check")] {
            let said = text(&output.stderr);
            assert!(output.status.code() == Some(2) && said.contains(&format!("1:1: {why}")), "{said}");
        }
    }
}

#[test]
fn the_known_columns_of_an_unknown_table_are_named_even_below_titles() {
    let table = "Trade of Fiji,,\n\nPartner,HS code,Tonnage\nPeru,01,5\nPeru,02,6\n";
    let said = Table::new(table.as_bytes()).run(&["check"]);
    let said = text(&said.stderr);
    assert!(said.contains("Columns that are known: Partner (the partner), HS code (the product)"), "{said}");
}

#[test]
fn a_table_of_weights_opens_with_its_weights() {
    let table = Table::new(
        b"year,reporter,partner,flow,net_weight_t\n2021,DEU,KAZ,export,12.5\n2021,DEU,UZB,export,5\n",
    );
    let screen = table.screen("");
    assert!(line(&screen, "▸ Kazakhstan").contains("12.5 t"), "{screen}");
}

#[test]
fn lines_above_the_header_are_said() {
    let table = Table::new(b"\"Exports, by country\"\nMillions of euros,,\nYear,Partner,Exports (EUR)\n2021,Peru,5\n2022,Peru,6\n");
    let said = table.said();
    assert!(
        said.iter()
            .any(|said| said.ends_with("not read: the lines above the header: \"Exports, by country\"")),
        "{said:?}"
    );
    assert!(
        said.iter()
            .any(|said| said
                .ends_with("the values are taken to be in the unit of this line: Millions of euros,,")),
        "{said:?}"
    );
    assert!(line(&table.screen(""), "Peru").contains("6 mn EUR"), "{}", table.screen(""));
}

#[test]
fn a_row_that_repeats_another_counts_once_where_every_column_is_read() {
    let table = Table::new(b"year,partner,value_eur\n2021,Peru,5\n2021,Peru,5\n2021,Fiji,6\n2021,Fiji,7\n");
    assert!(
        table.said().iter().any(|said| said.contains("TradeData.csv:3: set aside: 1 row")),
        "{:?}",
        table.said()
    );
    let screen = table.screen("");
    assert!(screen.contains("Peru  5 EUR") && screen.contains("▸ Fiji 13 EUR"), "{screen}");
    let ports =
        Table::new(b"year,partner,port,value_eur\n2021,Peru,North,5\n2021,Peru,South,5\n2021,Fiji,South,1\n");
    assert!(line(&ports.screen(""), "▸ Peru").contains("10 EUR"), "{}", ports.screen(""));
    let said = ports.said();
    assert!(said.iter().any(|said| said.contains("the column port is not read")), "{said:?}");
    let rates = Table::new(b"year,partner,rate,value_eur\n2021,Peru,1.5,5\n2021,Peru,,6\n2021,Peru,2.25,7\n");
    assert_eq!(rates.said(), Vec::<String>::new(), "what is measured tells no rows apart");
}

#[test]
fn a_table_in_windows_1251_has_its_letters() {
    // Казахстан, which is known, and Закавказье, which is no country.
    let table = Table::new(
        b"year;partner;value_usd\n2021;\xca\xe0\xe7\xe0\xf5\xf1\xf2\xe0\xed;5\n2021;\xc7\xe0\xea\xe0\xe2\xea\xe0\xe7\xfc\xe5;6\n",
    );
    let screen = table.screen("");
    assert!(
        line(&screen, "▸ Закавказье").contains("6 USD") && screen.contains("Kazakhstan 5 USD"),
        "{screen}"
    );
    assert!(line(&screen, "TradeData.csv").contains("· Windows-1251"), "{screen}");
}

#[test]
fn totals_are_no_partners() {
    let table = Table::new(
        b"year,partner,value_eur\n2021,Peru,5\n2021,Fiji,6\n2021,Grand total,11\n2021,Sub-Saharan Africa,3\n",
    );
    let screen = table.screen("");
    assert!(line(&screen, "1 Partners").starts_with("1 Partners · 2 · all 11, printed"), "{screen}");
}

#[test]
fn subtotals_are_no_products() {
    for subtotal in ["of which: crude oil", " - Of which oil", "Subtotal minerals", "小计"] {
        let rows = format!("year,product,value_eur\n2021,Fuels,60\n2021,{subtotal},50\n2021,Metals,40\n");
        let screen = Table::new(rows.as_bytes()).screen("");
        assert!(line(&screen, "2 Products").starts_with("2 Products · 2 · all 100, added up"), "{screen}");
        assert!(screen.contains("set aside: 1 subtotal "), "{screen}");
    }
    let alone = Table::new("year,product,value_eur\n2021,of which oil,50\n".as_bytes()).screen("");
    assert!(line(&alone, "2 Products").contains("all 50"), "{alone}");
}

#[test]
fn subtotals_count_in_trades_without_the_rows_that_they_go_with() {
    for (rows, all) in [
        // Of another year, and more than there is.
        ("2020,Grain,70\n2020,of which rye,20\n2021,of which rye,25", "all 25"),
        ("2021,Copper,20\n2021,Subtotal textiles,90", "all 110"),
        // No more than beginnings.
        ("2021,小计量器,8\n2021,大豆,3", "all 11"),
        ("2021,Davonshire wool,8\n2021,Flax,3", "all 11"),
    ] {
        let screen = Table::new(format!("year,product,value_eur\n{rows}\n").as_bytes()).screen("");
        assert!(line(&screen, "2 Products").contains(all), "{screen}");
    }
}

#[test]
fn a_header_below_titles_and_rows_of_nothing_but_commas_is_found() {
    let rows = "Exports,,\n\"Source: customs\",,\n,,\nYear,Partner,Value (mn EUR)\n2021,Peru,5\n2021,Fiji,6\n,,\nPreliminary,,\n";
    let table = Table::new(rows.as_bytes());
    let screen = table.screen("");
    assert!(line(&screen, "▸ Fiji").contains("6 mn EUR"), "{screen}");
    let said = table.said();
    assert!(said.iter().any(|said| said.ends_with("the lines above the header: Exports,,")), "{said:?}");
    assert!(said.iter().any(|said| said.contains(":7: not understood: 2 lines")), "{said:?}");
    let first = Table::new(b",,\nYear,Partner,Value (mn EUR)\n2021,Peru,5\n2021,Fiji,6\n").screen("");
    assert!(line(&first, "▸ Fiji").contains("6 mn EUR"), "{first}");
}

#[test]
fn a_table_of_un_comtrade_with_names_alone_opens() {
    let table = Table::new(
        b"refYear,reporterDesc,flowDesc,partnerDesc,cmdCode,primaryValue\n2021,Peru,Export,World,TOTAL,15\n\
          2021,Peru,Export,Fiji,TOTAL,9\n2021,Peru,Export,Japan,TOTAL,6\n",
    );
    let screen = table.screen("");
    assert!(line(&screen, "TradeData.csv").contains("UN Comtrade"), "{screen}");
    assert!(line(&screen, "1 Partners").starts_with("1 Partners · 2 · all 15, printed"), "{screen}");
}

#[test]
fn an_article_with_commas_is_no_table() {
    let article = "Fund lends less\n\n9 May 1990\n\nLending for roads, trade, and ports fell to 8 million marks in the year \
        to March 4, 1990, from 9 million.\n\nIt was set up in 1970, in Fiji, by ten members, its report said.\n";
    let output = Table::new(article.as_bytes()).run(&["check"]);
    assert!(!text(&output.stderr).contains("rows"), "{}", text(&output.stderr));
}

#[test]
fn a_column_is_read_by_the_name_that_an_argument_gives_it() {
    let table = Table::new(b"Land;Jahr;Wert\nPeru;2021;5\nFiji;2021;6\n");
    let renamed = ["print", "--rename", "land=partner", "--rename=Jahr=year", "--rename=Wert=value_eur"];
    let output = table.run(&renamed);
    let said = text(&output.stdout);
    assert!(said.contains("Peru") && said.contains("5 EUR"), "{said}{}", text(&output.stderr));
    for (rename, expected) in [
        ("Ort=partner", "TradeData.csv: has no column Ort, which --rename names"),
        ("Land", "write the column, =, and the name that it is read by, such as country=partner"),
    ] {
        let output = table.run(&["print", "--rename", rename]);
        let said = text(&output.stderr);
        assert!(output.status.code() == Some(2) && said.contains(expected), "{said}");
    }
    let rows = Table::new(
        br#"[{"Land": "Peru", "Jahr": 2021, "Wert": 5}, {"Land": "Fiji", "Jahr": 2021, "Wert": 6}]"#,
    );
    let output = rows.run(&renamed);
    assert!(text(&output.stdout).contains("5 EUR"), "{}", text(&output.stderr));
    let output = rows.run(&["print", "--rename", "Ort=partner"]);
    assert!(text(&output.stderr).contains("has no column Ort"), "{}", text(&output.stderr));
    let own = Table::new(b"id,reporter,flow,measure\na,KAZ,total,mention\n");
    let said = own.run(&["check", "--rename", "id=partner"]);
    assert!(text(&said.stderr).contains("is no table of others, for whose columns --rename is"), "{said:?}");
}
