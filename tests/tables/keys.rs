//! Keys on a table: from a figure to what it is made of, and to other amounts and orders.

use super::{ALL, ITA, KAZ, M, OIL, ROWS, Row, TUR, Table, X, comtrade, line, panes, text};

#[test]
fn an_open_figure_leads_to_its_parts_its_years_the_other_side_and_its_rows() {
    let italy: [Row; 2] = [(2022, ITA, M, KAZ, ALL, "14100000000"), (2022, ITA, M, KAZ, OIL, "13000000000")];
    let table = Table::new(&comtrade(&[&ROWS[..], &italy].concat()));
    let open = table.screen("<enter>");
    assert!(line(&open, "Leads to").contains("its products"), "{open}");
    for way in ["the same over time", "the same as Italy reports it", "its row, as the file has it"] {
        assert!(open.contains(way), "{way}\n{open}");
    }
    assert_eq!(table.screen("<enter><enter>"), table.screen("d"));
    let years = table.screen("<enter><tab><enter>");
    assert!(line(&years, "Kazakhstan").contains("· Italy ·") && years.contains("━ 3 Over time"), "{years}");
    let other = table.screen("<enter><tab><tab><enter>");
    assert!(line(&other, "Italy ·").starts_with("Italy · imports (CIF) · 2022 · Kazakhstan"), "{other}");
    assert!(other.contains("13.000 bn USD"), "{other}");
    let rows = table.screen("<enter><tab><tab><tab><enter>");
    assert!(rows.contains("UN Comtrade: the row, below the names of its columns"), "{rows}");
    assert!(rows.contains("1  typeCode,freqCode") && rows.contains("\"KAZ\",\"Kazakhstan\",\"X\""), "{rows}");
    let address = table.screen("<enter><tab><tab><tab><enter>v");
    let address = line(&address, "partners?").trim_end();
    assert!(address.ends_with("&rows"), "{address}");
    let printed = table.run(&["print", "--screen", "120x36", "--view", address]);
    assert_eq!(panes(text(&printed.stdout)), panes(&rows));
}

#[test]
fn rows_are_sorted_by_growth_and_shown_by_weight() {
    let table = Table::new(&comtrade(&[&ROWS[..], &[(2021, KAZ, X, TUR, ALL, "4000000000")]].concat()));
    let sorted = table.screen("ss");
    assert!(sorted.contains("1 Partners ▾ · 2 · all"), "{sorted}");
    assert!(
        line(&sorted, "▸").contains("Italy") && sorted.find("Türkiye") < sorted.find("Italy  "),
        "{sorted}"
    );
    let address = table.screen("ssv");
    assert!(address.contains("partners?sort=growth&desc"), "{address}");
    let tidy = Table::new(
        b"year,reporter,partner,exports_usd,net_weight_kg\n2022,KAZ,UZB,5,70\n2022,KAZ,KGZ,7,40\n",
    );
    let (money, weight) = (tidy.screen(""), tidy.screen("u"));
    assert!(line(&money, "▸").contains("Kyrgyzstan"), "{money}");
    assert!(line(&weight, "▸").contains("Uzbekistan"), "{weight}");
    assert!(weight.contains("all partners · kg") && tidy.screen("uv").contains("measure=weight"), "{weight}");
    assert_eq!(tidy.screen("uuu").lines().nth(1), money.lines().nth(1));
}

#[test]
fn a_pane_says_what_its_rows_lack_of_a_printed_whole() {
    let screen = Table::new(&comtrade(&ROWS)).screen("z");
    assert!(
        line(&screen, "1 Partners").starts_with("1 Partners · 2 · all 84.593 bn, printed · rows 18.684 bn"),
        "{screen}"
    );
    let all =
        Table::new(&comtrade(&[(2022, KAZ, X, ["W00", "World"], ALL, "7"), (2022, KAZ, X, ITA, ALL, "7")]));
    assert!(!all.screen("z").contains("· rows"), "nothing is missing");
    let checks = Table::new(&comtrade(&ROWS)).screen("5z");
    assert!(line(&checks, "5 Checks").contains("passed · of "), "{checks}");
}

#[test]
fn partners_and_products_are_ranked_by_money_for_each_kilogram() {
    let table = Table::new(
        b"year,reporter,partner,flow,hs6,value_usd,net_weight_kg\n\
          2022,KAZ,UZB,X,270900,61300,10000\n2022,KAZ,UZB,X,260300,500,\n2022,KAZ,KGZ,X,270900,40,8\n\
          2022,KAZ,ITA,X,270900,71300,10000\n2021,KAZ,ITA,X,270900,40000,10000\n2022,KAZ,ITA,M,270900,9,3\n",
    );
    let screen = table.screen("uu");
    let lines = |screen: &str| {
        let rows = screen.lines().skip_while(|line| !line.contains("1 Partners ·"));
        rows.skip(1)
            .take(3)
            .map(|row| row.split('│').next().unwrap_or_default().trim().to_owned())
            .collect::<Vec<_>>()
    };
    assert!(line(&screen, "Kazakhstan · exports · 2022").contains("all products · USD/kg"), "{screen}");
    assert!(screen.contains("1 Partners · 3"), "{screen}");
    let rows = lines(&screen);
    assert!(rows[0].contains("Italy") && rows[0].contains("7.130 USD/kg"), "{screen}");
    assert!(rows[1].contains("Kyrgyzstan") && rows[1].contains('5'), "{screen}");
    assert!(
        rows[2].contains("Uzbekistan") && rows[2].contains("not known"),
        "what is not known is not 0: {screen}"
    );
    assert!(!screen.contains('%'), "unit values are parts of nothing: {screen}");
    let open = table.screen("uu<enter>");
    assert!(open.contains("value / net weight, line 5") && open.contains("its row,"), "{open}");
    let lacking = table.screen("uujj<enter>");
    assert!(lacking.contains("at least 1 of 2 rows without a value or a net weight"), "{lacking}");
    let address = table.screen("uuv");
    assert!(address.contains("partners?measure=unit_value"), "{address}");
    let view = ["print", "--screen", "120x36", "--view", "partners?measure=unit_value"];
    assert_eq!(panes(text(&table.run(&view).stdout)), panes(&screen));
    let horgos = |arguments: &[&str]| {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_horgos"));
        super::run::output(command.args(arguments).current_dir(table.folder.path()))
    };
    let convert = ["convert", "--view", "partners?measure=unit_value", "TradeData.csv", "out.json"];
    assert!(horgos(&convert).status.success());
    let again = horgos(&["print", "out.json"]);
    assert!(text(&again.stdout).contains("7.1300 USD/kg"), "{again:?}");
    let down = table.screen("uud");
    assert!(line(&down, "27").contains("7.130"), "{down}");
    for (view, said) in [
        ("partners?measure=unit_value&flow=balance", "a balance has no weight of its own"),
        ("partners?measure=price", "the table has value and weight and unit_value"),
    ] {
        let refused = table.run(&["print", "--view", view]);
        assert!(String::from_utf8_lossy(&refused.stderr).contains(said), "{refused:?}");
    }
}

#[test]
fn a_tonne_is_a_thousand_kilograms() {
    // Thousands of dollars, and tonnes.
    let table =
        Table::new(b"t,i,j,k,v,q\n2022,398,860,270900,61.300,10.000\n2022,398,417,270900,0.040,0.008\n");
    let screen = table.screen("uu");
    assert!(line(&screen, "Uzbekistan").contains("6.130 USD/kg"), "{screen}");
    assert!(line(&screen, "Kyrgyzstan").contains("5.0   USD/kg"), "{screen}");
}

#[test]
fn an_open_figure_says_how_much_money_a_kilogram_is() {
    let table = Table::new(
        b"year,reporter,partner,hs6,exports_usd,net_weight_kg\n\
          2022,KAZ,UZB,270900,61300,10000\n2022,KAZ,UZB,260300,500,\n2022,KAZ,KGZ,270900,40,8\n",
    );
    let part = table.screen("d<enter>");
    assert!(line(&part, "Unit value").starts_with("Unit value"), "{part}");
    // 61,299.5 over 10,000.5 is 6.1296, and 61,300.5 over 9,999.5 is 6.1304.
    let said = "6.1300 USD per kg (6.1296 to 6.1304), derived: value / weight of 1 row";
    assert!(line(&part, "Unit value").contains(said), "{part}");
    let sum = table.screen("<enter>");
    assert!(
        line(&sum, "Unit value").contains("not known: at least 1 of 2 rows lack the value or the weight"),
        "{sum}"
    );
    assert!(!table.screen("u<enter>").contains("Unit value"), "a weight has none");
    let without = Table::new(b"year,reporter,partner,exports_usd\n2022,KAZ,UZB,61300\n");
    assert!(!without.screen("<enter>").contains("Unit value"));
}

#[test]
fn a_table_without_partners_has_no_pane_of_them() {
    let table = Table::new(b"year,reporter,hs_code,exports_usd\n2022,KAZ,72,5\n2022,KAZ,27,8\n");
    let screen = table.screen("");
    assert!(!screen.contains("Partners") && screen.contains("Products · 2"), "{screen}");
    assert!(line(&table.screen("d"), "Kazakhstan").contains("· 27"), "its products can still be narrowed to");
    let one = Table::new(b"year,reporter,exports_usd\n2022,KAZ,5\n").screen("");
    assert!(!one.contains("Partners") && one.contains("Exports") && one.contains("5 USD"), "{one}");
}

#[test]
fn a_key_that_leads_nowhere_says_why() {
    let table = Table::new(b"year,reporter,partner,exports_usd\n2022,KAZ,UZB,5\n");
    let said = |keys: &str| table.screen(keys).lines().last().unwrap_or_default().trim().to_owned();
    for (key, why) in [
        ("i", "the table has no other flow"),
        ("-", "the table has no earlier period"),
        ("+", "the table has no later period"),
        ("D", "D leads back to the sentence of a draft; none is under review"),
    ] {
        assert!(said(key).starts_with(why), "{key}: {}", said(key));
    }
}

#[test]
fn the_verdict_on_a_sum_is_in_view_on_a_small_screen() {
    let row = |at: u32| format!("2022,KAZ,UZB,exports,{:04},{}\n", 101 + at, 1_000 + at);
    let rows: Vec<String> = (0..3_000).map(row).collect();
    let csv = format!("year,reporter,partner,flow,hs_code,value_usd\n{}", rows.concat());
    let screen = Table::new(csv.as_bytes()).screen_of("80x24", "");
    let printed = line(&screen, "As printed").trim_end();
    assert!(printed.ends_with("not printed  sum of 3,000 rows, lines 2 to 3,001"), "{screen}");
    assert!(line(&screen, "Verdict").contains("added up from 3,000 rows"), "{screen}");
}

#[test]
fn a_printed_year_and_one_added_up_from_parts_show_no_trend() {
    let rows = "year,reporter,partner,flow,value_usd\n2021,MNG,CHN,exports,310\n2021,MNG,KOR,exports,88\n\
        2022,MNG,CHN,exports,300\n2022,MNG,KOR,exports,94\n2023,MNG,CHN,exports,400\n2023,MNG,KOR,exports,100\n";
    let lacking = Table::new(format!("{rows}2023,MNG,World,exports,787\n").as_bytes());
    let alike = Table::new(format!("{rows}2023,MNG,RUS,exports,3\n").as_bytes());
    // The last year is selected in the pane of all years, and opened.
    let (apart, trend) = (lacking.screen("3G<enter>"), alike.screen("3G<enter>"));
    assert!(apart.contains("exports to the world, 2023") && apart.contains("787 USD"), "{apart}");
    assert!(!apart.contains("growth over"), "the other years lack partners:\n{apart}");
    assert!(line(&trend, "growth over 2022").contains("+28 %"), "{trend}");
    // China's own rows are printed in all years.
    assert!(line(&lacking.screen(""), "▸").contains("+33.3 %"));
}

#[test]
fn a_table_that_says_no_flow_is_not_asked_for_one() {
    let table = Table::new(b"year,reporter,product,value_usd\n2022,MNG,TOTAL,31000\n");
    let (asked, address) = (table.screen("d"), table.screen("dv"));
    assert!(line(&asked, "▸").contains("Value"), "{asked}");
    assert!(address.contains("flows") && !address.contains("flow="), "{address}");
}
