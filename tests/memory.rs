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
fn csv(flow: impl Fn(usize) -> (&'static str, usize)) -> String {
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
    text
}

fn dataset(flow: impl Fn(usize) -> (&'static str, usize)) -> Dataset {
    parse("many.csv", &csv(flow), &|_| Err(String::new())).expect("a dataset").dataset
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
    assert!(most <= 190, "{most} bytes per row");
    assert!(kept <= 1, "{kept} bytes per row are kept");
}

/// Two derived figures follow per row here: imports, two shares and a ratio from exports and all trade.
#[test]
fn derived_figures_are_made_once() {
    let (most, kept) = bytes(&dataset(|at| (["exports", "total"][at % 2], at / 2)));
    assert!(most <= 220, "{most} bytes per row");
    assert!(kept <= 70, "{kept} bytes per row are kept");
}

/// The comparison across releases changes the numbers in place.
#[test]
fn several_releases_take_little_more_than_one() {
    let rows = csv(|at| ("exports", at / 2));
    let mut lines = rows.lines();
    let header = lines.next().unwrap_or_default();
    let mut text = format!("{header},source\n");
    for (at, line) in lines.enumerate() {
        let _ = writeln!(text, "{line},{}", ["early", "late"][at % 2]);
    }
    let descriptor = r#"{"resources":[{"name":"sources","data":[{"id":"early","publisher":"Office","published":"2021-02-01"},
        {"id":"late","publisher":"Office","published":"2022-02-01"}]},{"name":"observations","path":"rows.csv"}]}"#;
    let loaded = parse("x.json", descriptor, &|_| Ok(text.clone())).expect("a dataset");
    let (most, kept) = bytes(&loaded.dataset);
    assert!(most <= 270, "{most} bytes per row");
    assert!(kept <= 10, "{kept} bytes per row are kept");
}

/// The most bytes that reading and analysing a file take at once, the text itself included.
fn most_bytes(name: &str, text: &str) -> (u64, bool) {
    let mut is_right = false;
    let info = measure(|| {
        let loaded = parse(name, text, &|_| Err(String::new()));
        is_right = loaded.is_ok_and(|loaded| Analysis::new(&loaded.dataset).findings.is_empty());
    });
    (info.bytes_max + text.len() as u64, is_right)
}

/// Rows of CSV as those of a Data Package.
fn package(csv: &str) -> String {
    let mut rows = csv.lines().map(|line| line.split(','));
    let names: Vec<&str> = rows.next().into_iter().flatten().collect();
    let member = |(name, cell): (&&str, &str)| format!(r#""{name}":"{cell}""#);
    let row =
        |cells: std::str::Split<char>| names.iter().zip(cells).map(member).collect::<Vec<_>>().join(",");
    let rows: Vec<String> = rows.map(|cells| format!("{{{}}}", row(cells))).collect();
    format!(r#"{{"resources":[{{"name":"observations","data":[{}]}}]}}"#, rows.join(","))
}

/// Four times a file or 400 bytes per row, whichever is more, where it is right, and 12 times the file where it is wrong.
/// Half a megabyte for all that does not grow with a dataset.
#[test]
fn a_file_takes_no_more_memory_than_is_promised() {
    let little: u64 = 512 << 10;
    for csv in [csv(|at| ("exports", at)), csv(|at| (["exports", "total"][at % 2], at / 2))] {
        for (name, text) in [("many.csv", csv.clone()), ("many.json", package(&csv))] {
            let (bytes, is_right) = most_bytes(name, &text);
            assert!(is_right, "{name} is right");
            let promised = (4 * text.len()).max(400 * ROWS) as u64;
            assert!(bytes <= promised + little, "{name}: {bytes} bytes, {promised} are promised");
            let wrong = text.replace("EUR", "EURO");
            let (bytes, is_right) = most_bytes(name, &wrong);
            assert!(!is_right, "{name} is wrong");
            assert!(bytes <= 12 * wrong.len() as u64 + little, "{name}: {bytes} bytes of {}", wrong.len());
        }
    }
}

/// No room is made for the observations that none of the rows is. Its rows are read on several threads, of which one is
/// counted: the one that keeps what was read.
#[test]
fn a_file_of_nothing_but_mistakes_takes_twelve_times_its_size() {
    let text = format!(r#"{{"resources":[{{"name":"observations","data":[{}0]}}]}}"#, "0,".repeat(200_000));
    let (bytes, _) = most_bytes("wrong.json", &text);
    // A thousand mistakes are kept, whatever the size.
    let mistakes: u64 = 1 << 20;
    assert!(bytes <= 12 * text.len() as u64 + mistakes, "{bytes} bytes of {}", text.len());
}
