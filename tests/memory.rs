//! The memory that an analysis takes, counted in bytes and not measured: so much per row at most while it runs, and so much
//! that stays.

use std::fmt::Write as _;

use allocation_counter::measure;
use horgos::analysis::Analysis;
use horgos::dataset::Dataset;
use horgos::formats::parse;

/// Few enough that everything happens on the thread whose allocations are counted.
const ROWS: usize = 4_000;

/// Yearly trade of one country with many regions; `flow` gives the flow of a row and where it stands among those of its
/// region.
fn dataset(flow: impl Fn(usize) -> (&'static str, usize)) -> Dataset {
    let mut text = "id,reporter,partner,flow,measure,time_period,obs_value,unit_measure\n".to_owned();
    for at in 0..ROWS {
        let (flow, place) = flow(at);
        let (region, year) = (place % 500, 1950 + place / 500);
        let _ = writeln!(
            text,
            "row-{at},TKM,AZ-{}{}{},{flow},value,{year},{},EUR",
            char::from(b'A' + u8::try_from(region / 100).unwrap_or(0)),
            region / 10 % 10,
            region % 10,
            if flow == "total" { 5_000 + 7 * place } else { 900 + place },
        );
    }
    parse("many.csv", &text, &|_| Err(String::new())).expect("a dataset").dataset
}

/// The most bytes per row while a dataset is analysed, and the bytes per row that stay.
fn bytes(dataset: &Dataset) -> (u64, i64) {
    let mut analysis = None;
    let info = measure(|| analysis = Some(Analysis::new(dataset)));
    assert!(analysis.is_some_and(|analysis| analysis.findings.is_empty()), "nothing is wrong with it");
    let rows = u64::try_from(ROWS).expect("few rows");
    (info.bytes_max / rows, info.bytes_current / i64::try_from(ROWS).expect("few rows"))
}

#[test]
fn figures_from_which_nothing_follows_take_little_more_than_themselves() {
    let (most, kept) = bytes(&dataset(|at| ("exports", at)));
    assert!(most <= 340, "{most} bytes per row");
    assert!(kept <= 1, "{kept} bytes per row are kept");
}

/// Two derived figures follow per row here: imports, two shares and a ratio from exports and all trade.
#[test]
fn derived_figures_are_made_once() {
    let (most, kept) = bytes(&dataset(|at| (["exports", "total"][at % 2], at / 2)));
    assert!(most <= 960, "{most} bytes per row");
    assert!(kept <= 400, "{kept} bytes per row are kept");
}
