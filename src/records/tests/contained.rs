//! Rows that are contained in others by their codes.

use super::{ask, asked, comtrade, entries, open, shown};
use crate::dataset::Flow;
use crate::records::{Engine, Question, SetAside};

#[test]
fn codes_of_letters_ranges_and_lists_are_counted_once() {
    let table = comtrade(&[
        "CHN,X,KAZ,C,2022,90",
        "CHN,X,KAZ,C10-C12,2022,50",
        "CHN,X,KAZ,C10,2022,31",
        "CHN,X,KAZ,C11,2022,19",
        "CHN,X,KAZ,C101,2022,30",
        "CHN,X,KAZ,C31_C32,2022,40",
        "CHN,X,KAZ,C31,2022,25",
        "CHN,X,KAZ,D,2022,4",
        "CHN,X,KAZ,E36,2022,1",
        "CHN,X,KAZ,B-E,2022,95",
    ]);
    let question = asked("CHN", Flow::Exports, "2022");
    let below = |product: &str| {
        let question = Question { product: Some(product.to_owned()), ..question.clone() };
        let answer = ask(&table, &question);
        (shown(&answer.whole[0]), entries(&answer.products).join(", "))
    };
    let answer = ask(&table, &question);
    assert_eq!(entries(&answer.partners), ["KAZ 95 of 1 from 11"]);
    assert_eq!(entries(&answer.products), ["B-E 95 of 1 from 11"]);
    assert_eq!(below("B-E").1, "C 90 of 1 from 2, D 4 of 1 from 9, E36 1 of 1 from 10");
    assert_eq!(below("C").1, "C10-C12 50 of 1 from 3, C31_C32 40 of 1 from 7");
    assert_eq!(below("C10-C12").1, "C10 31 of 1 from 4, C11 19 of 1 from 5");
    assert_eq!(below("C31_C32"), ("40 of 1 from 7".to_owned(), "C31 25 of 1 from 8".to_owned()));
    assert_eq!([table.catalog().above("C101"), table.catalog().above("B-E")], [Some("C10"), None]);
}

#[test]
fn numbers_of_a_list_contain_nothing() {
    let rows: Vec<String> = (1..=21).map(|section| format!("CHN,X,KAZ,{section},2022,{section}")).collect();
    let table = comtrade(&rows.iter().map(String::as_str).collect::<Vec<_>>());
    assert_eq!(shown(&ask(&table, &asked("CHN", Flow::Exports, "2022")).whole[0]), "231 of 21 from 2");
}

/// The sum of a table of these products, each with its amount.
fn sum_of(products: &[(&str, u32)]) -> String {
    let rows: Vec<String> =
        products.iter().map(|(product, amount)| format!("CHN,X,KAZ,{product},2022,{amount}")).collect();
    let table = comtrade(&rows.iter().map(String::as_str).collect::<Vec<_>>());
    shown(&ask(&table, &asked("CHN", Flow::Exports, "2022")).whole[0])
}

#[test]
fn ranges_that_may_be_of_numbers_contain_nothing() {
    let sizes = [("2-9", 3), ("10-19", 40), ("20-99", 500), ("100-999", 6_000)];
    assert_eq!(sum_of(&sizes), "6543 of 4 from 2");
    let chapters = [("1-5", 3), ("6-14", 40), ("15", 500), ("16-24", 6_000)];
    assert_eq!(sum_of(&chapters), "6543 of 4 from 2");
    assert_eq!(sum_of(&[("03-04", 3), ("03-08", 40), ("04-09", 500)]), "543 of 3 from 2", "they overlap");
    assert_eq!(sum_of(&[("01-05", 30), ("02", 4), ("06-09", 500), ("0701", 60)]), "530 of 2 from 2");
    assert_eq!(sum_of(&[("D3-D8", 3), ("D40-D75", 40), ("D9", 500)]), "543 of 3 from 2");
}

#[test]
fn lists_are_of_codes_of_the_table() {
    let places = [("1_1", 3), ("1_2", 40), ("2_1", 500), ("12", 6_000), ("21", 70_000)];
    assert_eq!(sum_of(&places), "76543 of 5 from 2");
    assert_eq!(sum_of(&[("61_64", 300), ("61", 40), ("64", 5), ("66_68", 7), ("661", 2)]), "309 of 3 from 2");
}

#[test]
fn long_lists_contain_nothing() {
    let lists: Vec<String> = (0..300)
        .map(|first| {
            let members: Vec<String> = (first..first + 200).map(|code| format!("{}", code + 1000)).collect();
            members.join("_")
        })
        .collect();
    let products: Vec<(&str, u32)> = lists.iter().map(|list| (list.as_str(), 2)).collect();
    assert_eq!(sum_of(&products), "600 of 300 from 2");
}

#[test]
fn numbers_in_a_further_dimension_contain_nothing() {
    let second = |codes: &[(&str, u32)]| {
        let rows: Vec<String> =
            codes.iter().map(|(code, amount)| format!("CHN,X,KAZ,01,2022,{amount},0,{code}")).collect();
        let table = comtrade(&rows.iter().map(String::as_str).collect::<Vec<_>>());
        shown(&ask(&table, &asked("CHN", Flow::Exports, "2022")).whole[0])
    };
    assert_eq!(second(&[("36", 3), ("360", 40), ("364", 500), ("4", 6_000), ("400", 1)]), "6544 of 5 from 2");
    let sized = |codes: &[(&str, u32)]| {
        let rows: Vec<String> =
            codes.iter().map(|(code, amount)| format!("A:B,KAZ,CHN,X,{code},2022,{amount}")).collect();
        let rows = rows.join("\n");
        let text = format!("DATAFLOW,REPORTER,PARTNER,FLOW,SIZE,TIME_PERIOD,OBS_VALUE\n{rows}\n");
        shown(&ask(&open(&text).expect("a table"), &asked("KAZ", Flow::Exports, "2022")).whole[0])
    };
    assert_eq!(sized(&[("10-49", 3), ("20-30", 40), ("25", 500), ("250", 6_000)]), "6543 of 4 from 2");
    assert_eq!(sized(&[("M1", 3), ("M10", 40), ("M12", 500)]), "543 of 3 from 2", "months");
    assert_eq!(sized(&[("K", 50), ("K64", 40), ("L", 7)]), "57 of 2 from 2");
}

#[test]
fn details_beyond_those_that_are_told_apart_are_added_up() {
    use std::fmt::Write;
    let mut text = "DATAFLOW,REPORTER,PARTNER,FLOW,FIRM,TIME_PERIOD,OBS_VALUE\n".to_owned();
    for firm in 0..66_000 {
        _ = writeln!(text, "A:B,KAZ,CHN,X,f{firm}f,2022,2");
    }
    let table = open(&text).expect("a table");
    assert_eq!(shown(&ask(&table, &asked("KAZ", Flow::Exports, "2022")).whole[0]), "132000 of 66000 from 2");
    assert_eq!(table.catalog().tally.all_set_aside().count(), 0);
}

#[test]
fn chapters_headings_and_subheadings_are_counted_once() {
    let table = comtrade(&[
        "CHN,X,KAZ,85,2022,100",
        "CHN,X,KAZ,8542,2022,60",
        "CHN,X,KAZ,854231,2022,50",
        "CHN,X,KAZ,8471,2022,7",
        "CHN,X,KAZ,847130,2022,5",
        "CHN,X,KGZ,854231,2022,9",
        "CHN,X,KGZ,0101,2022,1",
    ]);
    let question = asked("CHN", Flow::Exports, "2022");
    let answer = ask(&table, &question);
    assert_eq!(shown(&answer.whole[0]), "117 of 4 from 2");
    assert_eq!(entries(&answer.partners), ["KAZ 107 of 2 from 2", "KGZ 10 of 2 from 7"]);
    let below =
        |product: &str| ask(&table, &Question { product: Some(product.to_owned()), ..question.clone() });
    let answer = below("85");
    assert_eq!(shown(&answer.whole[0]), "109 of 2 from 2");
    assert_eq!(entries(&answer.products), ["8542 60 of 1 from 3", "854231 9 of 1 from 7"]);
    assert_eq!(entries(&answer.partners), ["KAZ 100 line 2", "KGZ 9 of 1 from 7"]);
    assert_eq!(shown(&below("84").whole[0]), "7 of 1 from 5", "a chapter that no row is about");
    assert_eq!(shown(&below("01").whole[0]), "1 of 1 from 8");
}

#[test]
fn parts_by_transport_are_left_out_where_their_whole_is_there() {
    let table = comtrade(&[
        "CHN,X,KAZ,01,2022,30,0,0",
        "CHN,X,KAZ,01,2022,20,2100,0",
        "CHN,X,KAZ,01,2022,10,3200,0",
        "CHN,X,KGZ,01,2022,4,2100,0",
        "CHN,X,KGZ,01,2022,3,3200,0",
        "CHN,X,KGZ,01,2022,7,0,36",
        "CHN,X,UZB,01,2022,5,2100,36",
    ]);
    let answer = ask(&table, &asked("CHN", Flow::Exports, "2022"));
    assert_eq!(entries(&answer.partners), ["KAZ 30 of 1 from 2", "KGZ 7 of 2 from 5", "UZB 5 of 1 from 8"]);
    let aside: Vec<String> =
        table.catalog().tally.all_set_aside().map(|(why, count)| format!("{why:?} {}", count.rows)).collect();
    assert_eq!(aside, ["Details 3"]);
}

#[test]
fn modes_of_transport_that_contain_others_are_counted_once() {
    let table = comtrade(&[
        "CHN,X,KAZ,01,2022,30,2000",
        "CHN,X,KAZ,01,2022,18,2100",
        "CHN,X,KAZ,01,2022,12,2200",
        "CHN,X,KAZ,01,2022,5,3200",
        "CHN,X,KGZ,01,2022,7,2100",
        "CHN,X,KGZ,01,2022,7,2100",
        "CHN,X,KGZ,01,2022,9,2900",
        "CHN,X,UZB,01,2022,6,3200,36",
        "CHN,X,UZB,01,2022,8,3000,36",
        "CHN,X,UZB,01,2022,1,3200,40",
    ]);
    let answer = ask(&table, &asked("CHN", Flow::Exports, "2022"));
    assert_eq!(
        entries(&answer.partners),
        ["KAZ 35 of 2 from 2", "KGZ 16 of 2 from 6", "UZB 9 of 2 from 10"],
        "land with 36 contains road with 36, not road with 40"
    );
    let aside = table.catalog().tally.all_set_aside();
    let aside: Vec<String> = aside.map(|(why, count)| format!("{why:?} {}", count.rows)).collect();
    assert_eq!(aside, ["Details 3", "Repeated 1"]);
}

#[test]
fn the_only_code_of_a_dimension_is_its_whole() {
    let sdmx = |rows: &str| {
        let text = format!("DATAFLOW,REPORTER,PARTNER,FLOW,ACTIVITY,SIZE,TIME_PERIOD,OBS_VALUE\n{rows}");
        let table = open(&text).expect("a table");
        let answer = ask(&table, &asked("KAZ", Flow::Exports, "2022"));
        let aside = table.catalog().tally.all_set_aside();
        let aside: Vec<String> = aside.map(|(why, count)| format!("{why:?} {}", count.rows)).collect();
        (shown(&answer.whole[0]), aside.join(", "))
    };
    let one = "A:B,KAZ,CHN,X,C,_T,2022,5\nA:B,KAZ,UZB,X,C,_T,2022,4\nA:B,KAZ,UZB,X,C,_T,2022,4\n";
    assert_eq!(sdmx(one), ("9 of 2 from 2".to_owned(), "Repeated 1".to_owned()));
    let two = "A:B,KAZ,CHN,X,C,_T,2022,5\nA:B,KAZ,CHN,X,C10,_T,2022,2\nA:B,KAZ,CHN,X,D,SMALL,2022,9\nA:B,KAZ,CHN,X,D,_T,2022,1\n";
    assert_eq!(sdmx(two), ("6 of 2 from 2".to_owned(), "Details 2".to_owned()));
}

#[test]
fn a_trade_at_two_valuations_counts_once() {
    let table = |rows: &[&str]| {
        let header = "DATAFLOW,REPORTER,PARTNER,FLOW,VALUATION,TIME_PERIOD,OBS_VALUE\n";
        open(&[header, "A:B,KAZ,", &rows.join("\nA:B,KAZ,"), "\n"].concat()).expect("a table")
    };
    let sum = |rows: &[&str], flow: Flow| shown(&ask(&table(rows), &asked("KAZ", flow, "2022")).whole[0]);
    let one_each = ["CHN,X,FOB,2022,10", "UZB,X,FOB,2022,5", "CHN,M,CIF,2022,20", "UZB,M,CIF,2022,7"];
    assert_eq!(table(&one_each).catalog().tally.all_set_aside().count(), 0);
    assert_eq!(sum(&one_each, Flow::Exports), "15 of 2 from 2");
    assert_eq!(sum(&one_each, Flow::Imports), "27 of 2 from 4");
    let twice = [
        "CHN,X,CIF,2022,11",
        "CHN,X,FOB,2022,10",
        "CHN,M,FOB,2022,18",
        "CHN,M,CIF,2022,20",
        "UZB,M,FOB,2022,6",
        "UZB,M,CIF,2022,7",
    ];
    assert_eq!(sum(&twice, Flow::Exports), "10 of 1 from 3");
    assert_eq!(sum(&twice, Flow::Imports), "27 of 2 from 5");
    let aside: Vec<_> =
        table(&twice).catalog().tally.all_set_aside().map(|(why, count)| (why, count.rows)).collect();
    assert_eq!(aside, [(SetAside::OtherValuation, 3)]);
    // The valuation that most rows have counts, and the other where that is missing.
    let mostly_fob = [
        "CHN,M,FOB,2022,18",
        "CHN,M,CIF,2022,20",
        "UZB,M,FOB,2022,6",
        "TUR,M,FOB,2022,100",
        "IRN,M,CIF,2022,1000",
    ];
    assert_eq!(sum(&mostly_fob, Flow::Imports), "1124 of 4 from 2");
}
