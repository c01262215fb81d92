//! Claims hold the numbers that they are about.

use horgos::analysis::{
    AllListed, Analysis, Assumption, Balance, BalanceOf, Claim, Dimension, Figure, GrowthBetweenParts,
    Interval, Least, Minimum, OneRate, PartOfWhole, Parts, SameFigure, Severity, ShareOfWhole,
    SharesWithinWhole, StatusAndValue, Step, SumOfParts,
};
use horgos::dataset::{Dataset, Flow};

use super::rows::{PLACES, dataset};

fn between(low: &str, high: &str) -> Interval {
    Interval::new(low.parse().expect("a number"), high.parse().expect("a number")).expect("in order")
}

/// The only finding.
fn claim(rows: &[&str]) -> Claim {
    claim_among(PLACES, rows)
}

fn claim_among(places: &str, rows: &[&str]) -> Claim {
    let analysis = Analysis::new(&dataset(places, rows));
    let [finding] = analysis.findings.as_slice() else { panic!("{:#?}", analysis.findings) };
    finding.claim.clone()
}

#[test]
fn a_part_and_its_whole_have_their_intervals() {
    let claim = claim(&[
        "e KAZ exports value 2023 12.4 CNY unit_mult=9",
        "t KAZ total value 2023 12.2 CNY unit_mult=9",
        "tg KAZ total growth 2023 0 PCT",
    ]);
    let Claim::PartOfWhole(PartOfWhole { dimension, part, whole }) = claim else { panic!("{claim:?}") };
    assert_eq!(dimension, Dimension::Flow);
    assert_eq!((part.subject.flow, whole.subject.flow), (Flow::Exports, Flow::Total));
    assert_eq!(part.interval, between("12350000000", "12450000000"));
    assert_eq!(whole.interval, between("12150000000", "12250000000"));
    assert_eq!((part.value, part.change), (Figure::Published(0), None));
    assert_eq!(part.unit.code(), "CNY");
}

#[test]
fn the_level_that_growth_implies_is_a_term_of_the_base_period() {
    let claim = claim(&[
        "e KAZ exports value 2022 30 CNY",
        "t KAZ total value 2023 40 CNY",
        "tg KAZ total growth 2023 100 PCT",
    ]);
    let Claim::PartOfWhole(PartOfWhole { whole, .. }) = claim else { panic!("{claim:?}") };
    assert_eq!(whole.subject.period.map(|period| period.to_string()).as_deref(), Some("2022"));
    assert_eq!((whole.value, whole.change), (Figure::Published(1), Some(Figure::Published(2))));
    assert!(whole.interval.contains("20".parse().expect("a number")));
}

#[test]
fn a_sum_says_which_parts_it_adds() {
    let places = r#"{"code":"GC","name":"GC","members":["CHN","CN-XJ","KAZ"]}"#;
    let claim = claim_among(
        places,
        &[
            "c CHN exports value 2023 10 USD",
            "p CN-XJ exports value 2023 9 USD",
            "k KAZ exports value 2023 5 USD",
            "g GC exports value 2023 12 USD",
        ],
    );
    let Claim::SumOfParts(SumOfParts { parts, count, sum, whole }) = claim else { panic!("{claim:?}") };
    assert_eq!((parts, count), (Parts::Members { left_out: 1 }, 2));
    assert_eq!((sum, whole.interval), (between("14.0", "16.0"), between("11.5", "12.5")));
}

#[test]
fn a_balance_says_what_it_follows_from() {
    let claim = claim(&[
        "i KAZ imports value 2023 3 CNY",
        "t KAZ total value 2023 10 CNY",
        "b KAZ balance value 2023 -4 CNY",
    ]);
    let Claim::Balance(Balance { of, implied, .. }) = claim else { panic!("{claim:?}") };
    assert_eq!((of, implied), (BalanceOf::TotalAndImports, between("2.5", "5.5")));
}

#[test]
fn shares_have_their_sum() {
    let rows = [
        "w W00 total value 2023 - CNY obs_status=O",
        "a KAZ total share 2023 60 PCT share_of=w",
        "b KGZ total share 2023 42 PCT share_of=w",
    ];
    let claim = claim(&rows);
    let Claim::SharesWithinWhole(SharesWithinWhole { shares, are_all, sum, .. }) = claim else {
        panic!("{claim:?}")
    };
    assert_eq!((shares, are_all), (vec![Figure::Published(1), Figure::Published(2)], false));
    assert_eq!(sum, between("1.01", "1.03"));
}

#[test]
fn the_clues_furthest_apart_are_those_of_the_claim() {
    let claim = claim(&[
        "p KAZ total value 2023 50 CNY",
        "w W00 total value 2023 100 CNY",
        "s KAZ total share 2023 52 PCT share_of=w",
    ]);
    let Claim::ShareOfWhole(ShareOfWhole { clues, highest, lowest, .. }) = claim else { panic!("{claim:?}") };
    assert_eq!(clues, 2);
    assert_eq!((highest.value, highest.share), (Figure::Published(1), None));
    assert_eq!((lowest.value, lowest.share), (Figure::Published(0), Some(Figure::Published(2))));
}

#[test]
fn rates_and_rows_have_their_extremes() {
    let rates = claim(&[
        "e KAZ exports value 2023 70.0 CNY",
        "ed KAZ exports value 2023 10.0 USD",
        "i KAZ imports value 2023 35.0 CNY",
        "id KAZ imports value 2023 4.0 USD",
    ]);
    let Claim::OneRate(OneRate { many, few, rates, highest, lowest, .. }) = rates else {
        panic!("{rates:?}")
    };
    assert_eq!((many.code(), few.code(), rates), ("CNY", "USD", 2));
    assert!(highest.low() > lowest.high());
    let same = claim(&[
        "a KAZ exports value 2023 24 CNY",
        "b KAZ exports value 2023 30 CNY",
        "c KAZ exports value 2023 20 CNY",
    ]);
    let Claim::SameFigure(SameFigure { rows, most, least, .. }) = same else { panic!("{same:?}") };
    assert_eq!((rows, most, least), (3, Figure::Published(1), Figure::Published(2)));
}

#[test]
fn a_growth_is_above_or_below_all_parts() {
    let above = |growth: &str| {
        let whole = format!("g G2 total growth 2023 {growth} PCT");
        let parts = ["a KAZ total growth 2023 10 PCT", "b KGZ total growth 2023 30 PCT"];
        let claim = claim(&[parts[0], parts[1], &whole]);
        let Claim::GrowthBetweenParts(GrowthBetweenParts { parts: 2, is_above, .. }) = claim else {
            panic!("{claim:?}")
        };
        is_above
    };
    assert!(above("32") && !above("8"));
}

#[test]
fn single_figures_say_what_is_wrong() {
    let least = claim(&["e KAZ exports growth 2023 -101 PCT"]);
    let Claim::Least(Least { minimum, .. }) = least else { panic!("{least:?}") };
    assert_eq!((minimum, minimum.number().to_string()), (Minimum::Growth, "-100".to_owned()));
    let status = claim(&["a KAZ exports value 2023 - CNY"]);
    assert_eq!(
        status,
        Claim::StatusAndValue(StatusAndValue { figure: Figure::Published(0), has_number: false })
    );
}

#[test]
fn rows_left_out_are_counted() {
    let rows: Vec<String> = (0..=Analysis::MOST_FINDINGS)
        .map(|at| format!("r{at} KAZ exports rank 2023 0 RANK product=p{at}"))
        .collect();
    let analysis = Analysis::new(&dataset(PLACES, &rows.iter().map(String::as_str).collect::<Vec<_>>()));
    assert_eq!(analysis.findings.len(), Analysis::MOST_FINDINGS + 1);
    let last = analysis.findings.last().map(|finding| &finding.claim);
    assert_eq!(last, Some(&Claim::AllListed(AllListed { severity: Severity::Contradiction, left_out: 1 })));
}

#[test]
fn a_check_that_held_has_its_arithmetic() {
    let dataset = dataset(PLACES, &["e KAZ exports value 2023 4 CNY", "t KAZ total value 2023 5 CNY"]);
    let analysis = Analysis::new(&dataset);
    let terms = analysis.passed[0].proof.iter().filter(|step| matches!(step, Step::Term(_)));
    assert_eq!(terms.count(), 2);
}

/// Severity, rule, ids and kinds of assumption of every finding, sorted.
fn identities(dataset: &Dataset) -> Vec<String> {
    let analysis = Analysis::new(dataset);
    let mut all: Vec<String> = analysis
        .findings
        .iter()
        .map(|finding| {
            let mut ids: Vec<_> =
                finding.figures.iter().map(|figure| analysis.id(dataset, *figure)).collect();
            ids.sort();
            let unless: Vec<&str> = finding.assumptions.iter().map(Assumption::kind).collect();
            let (severity, rule) = (finding.severity.code(), finding.rule.code());
            format!("{severity} {rule} {} {ids:?} {unless:?}", finding.claim.kind())
        })
        .collect();
    all.sort();
    all
}

#[test]
fn the_order_of_rows_is_no_part_of_a_claim() {
    let rows = [
        "w W00 total value 2023 - CNY obs_status=O",
        "a KAZ total share 2023 60 PCT share_of=w",
        "b KGZ total share 2023 42 PCT share_of=w",
        "e KAZ exports value 2023 7.0 CNY",
        "i KAZ imports value 2023 3.0 CNY",
        "t KAZ total value 2023 10.4 CNY",
        "k KAZ exports value 2022 8 CNY obs_status=P",
        "u KAZ total value 2022 5 CNY",
    ];
    let turned: Vec<&str> = rows.iter().rev().copied().collect();
    let found = identities(&dataset(PLACES, &rows));
    assert_eq!(found.len(), 3, "{found:?}");
    assert_eq!(found, identities(&dataset(PLACES, &turned)));
}
