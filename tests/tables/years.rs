//! A table of many years: what is over its numbers, and which of its years is in view.

use std::fmt::Write as _;

use super::{Table, line};

const SIX: [&str; 6] = ["SWE", "LVA", "DEU", "RUS", "LTU", "POL"];
const MORE: [&str; 8] = ["NOR", "DNK", "ISL", "NLD", "BEL", "FRA", "ESP", "PRT"];

/// Nine years of what one country sells to others and buys there, in two products; the numbers are made up.
fn years(partners: &[&str]) -> Table {
    let mut rows = String::from("reporter,partner,flow,year,product,value_usd\n");
    for (at, partner) in (1_u64..).zip(partners) {
        for year in 2012..=2020_u64 {
            for (flow, product) in [("X", "Timber"), ("X", "Peat"), ("M", "Timber"), ("M", "Peat")] {
                let value = 1_000_000 * (20 + year % 100 * at + u64::from(product == "Peat")) / at;
                let _ = writeln!(rows, "EST,{partner},{flow},{year},{product},{value}");
            }
        }
    }
    Table::new(rows.as_bytes())
}

#[test]
fn shares_and_growth_say_of_what_and_since_when() {
    let table = years(&SIX);
    for (size, keys) in [("120x36", ""), ("80x24", ""), ("60x16", ""), ("120x36", "z"), ("80x24", "2")] {
        let screen = table.screen_of(size, keys);
        let heads = line(&screen, "Value");
        assert!(heads.contains("of all  ") && heads.contains("  over 2019"), "{size} {keys}:\n{screen}");
    }
    assert!(line(&table.screen("-"), "of all").contains("over 2018"), "the year before the one asked for");
    let narrow = table.screen_of("40x12", "");
    assert!(!narrow.contains("of all") && narrow.contains("Sweden"), "no share, no head:\n{narrow}");
}

#[test]
fn the_year_that_was_asked_for_is_in_view_among_the_others() {
    let table = years(&SIX);
    let first = table.screen("");
    assert!(first.contains("5–9 of 9") && first.contains("   2020 "), "{first}");
    assert!(line(&table.screen("3"), "▸").contains("2020"));
    assert!(line(&table.screen("--3"), "▸").contains("2018"), "another question");
    assert!(line(&table.screen("3kkd"), "Estonia").contains("· 2018 ·"), "one goes on from there");
}

#[test]
fn an_address_leaves_out_the_year_that_is_selected_at_first_and_keeps_any_other() {
    let table = years(&SIX);
    for (keys, address) in [
        ("v", "partners"),
        ("3v", "periods"),
        ("3kv", "periods?row=2019&top=5"),
        ("3<home>v", "periods?row=2012"),
    ] {
        let screen = table.screen(keys);
        assert!(screen.lines().any(|line| line.trim() == address), "{keys} → {address}:\n{screen}");
        let printed = table.run(&["print", "--screen", "120x36", "--view", address]);
        let keys = keys.trim_end_matches('v');
        let (shown, wanted) = (super::text(&printed.stdout).to_owned(), table.screen(keys));
        assert_eq!(super::panes(&shown), super::panes(&wanted), "{address}");
    }
}

#[test]
fn flows_have_no_little_bars_that_only_one_of_them_could_have() {
    let screen = years(&SIX).screen("");
    for flow in ["Exports  ", "Imports  "] {
        let row = line(&screen, flow);
        assert!(row.contains("USD") && !row.contains(['▃', '▅', '▆', '▇']), "{screen}");
    }
}

#[test]
fn where_more_checks_passed_than_are_listed_the_pane_says_so() {
    let table = years(&[&SIX[..], &MORE].concat());
    let title = |screen: &str| line(screen, "Checks").to_owned();
    let screen = table.screen("5z");
    let (passed, listed) = (title(&screen), "of 48 listed");
    assert!(passed.contains("passed") && passed.contains(listed), "{screen}");
    let few = Table::new(&super::comtrade(&super::ROWS)).screen("5");
    assert!(!title(&few).contains("listed"), "{few}");
}
