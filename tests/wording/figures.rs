//! Single figures, rates, precision, and what is not listed.

use horgos::analysis::Analysis;
use horgos::formats::parse;
use horgos::wording::Words;

use super::rows::{PLACES, dataset};
use super::told;

#[test]
fn two_rates() {
    let rows = [
        "e KAZ exports value 2023 70.0 CNY",
        "ed KAZ exports value 2023 10.0 USD",
        "i KAZ imports value 2023 35.0 CNY",
        "id KAZ imports value 2023 4.0 USD",
    ];
    assert_eq!(
        told(&rows),
        [
            "two rates of CNY per USD were used for 2023",
            "China's imports from Kazakhstan, 2023:",
            "  35.0 CNY / 4.0 USD = 8.630 to 8.873 [i, id]",
            "China's exports to Kazakhstan, 2023:",
            "  70.0 CNY / 10.0 USD = 6.960 to 7.040 [e, ed]",
            "more than 5 % apart: true only if the rate moved so far in the period",
        ]
    );
    let near = told(&[rows[0], rows[1], rows[2], "id KAZ imports value 2023 4.8 USD"]);
    assert_eq!(near.last().map(String::as_str), Some("within 5 %: months are converted one by one"));
    let below = ["b KAZ balance value 2023 10.0 CNY", "bd KAZ balance value 2023 -1.4 USD", rows[0], rows[1]];
    assert_eq!(
        told(&below)[1..],
        [
            "China's exports to Kazakhstan, 2023:",
            "  70.0 CNY / 10.0 USD = 6.960 to 7.040 [e, ed]",
            "China's balance with Kazakhstan, 2023:",
            "  10.0 CNY / −1.4 USD = −7.444 to −6.862 [b, bd]",
            "no rate is below zero: true only if months of both signs were converted",
        ]
    );
}

#[test]
fn two_rows_for_one_figure() {
    let told = |unit: &str| {
        let first = "a KAZ exports value 2023 24.66 CNY unit_mult=9";
        told(&[first, &format!("b KAZ exports value 2023 {unit}")])
    };
    assert_eq!(
        told("246570 CNY unit_mult=9"),
        [
            "two figures for exports 2023 differ: 246570 bn CNY and 24.66 bn CNY",
            "China's exports to Kazakhstan, 2023:",
            "  246570 bn CNY, so 246569.5 to 246570.5 bn CNY [b]",
            "China's exports to Kazakhstan, 2023:",
            "  24.66 bn CNY, so 24.655 to 24.665 bn CNY [a]",
            "no number rounds to both",
            "one is 10000 times the other: 万, ten thousand, was taken for one",
        ]
    );
    let slip = |told: Vec<String>| told.last().cloned().unwrap_or_default();
    assert_eq!(
        slip(told("24.66 CNY unit_mult=12")),
        "one is 1000 times the other: a unit or a decimal point slipped"
    );
    assert_eq!(
        slip(told("2466000000 CNY unit_mult=9")),
        "one is 100000000 times the other: 亿, 100 million, was taken for one"
    );
    assert_eq!(slip(told("25.66 CNY unit_mult=9")), "no number rounds to both");
}

#[test]
fn below_the_least() {
    for (row, lines) in [
        (
            "e KAZ exports growth 2023 -101 PCT growth_of=CNY",
            [
                "China's exports to Kazakhstan, 2023: exports cannot fall by more than all of it",
                "printed: −101 %, so −101.5 to −100.5 % [e]",
                "a fall of 100 % leaves nothing",
            ],
        ),
        (
            "e KAZ imports multiple 2023 -0.1 FACTOR decimals=1",
            [
                "China's imports from Kazakhstan, 2023: a multiple of imports cannot be below zero",
                "printed: ×−0.1, so ×−0.15 to −0.05 [e]",
                "×0 leaves nothing",
            ],
        ),
        (
            "e KAZ exports rank 2023 0 RANK",
            [
                "China's exports to Kazakhstan, 2023: there is no such rank",
                "printed: 0 [e]",
                "the first rank is 1",
            ],
        ),
        (
            "e KAZ total count 2023 -1 COUNT",
            [
                "China's total trade with Kazakhstan, 2023: a count cannot be below zero",
                "printed: −1 [e]",
                "a count is at least 0",
            ],
        ),
        (
            "e KAZ total value 2023 -0.01 CNY decimals=2 unit_mult=9",
            [
                "China's total trade with Kazakhstan, 2023: total trade below zero",
                "printed: −0.01 bn CNY, so −0.015 to −0.005 bn CNY [e]",
                "true only as a correction of an earlier figure",
            ],
        ),
    ] {
        assert_eq!(told(&[row]), lines, "{row}");
    }
}

#[test]
fn a_status_does_not_fit() {
    assert_eq!(
        told(&["a KAZ exports value 2023 -5 CNY obs_status=O"]),
        [
            "China's exports to Kazakhstan, 2023: it has a number and is said to have none",
            "its number is −5 [a]",
            "its status, O, says that none was published [a]",
        ]
    );
    assert_eq!(
        told(&["a KAZ exports value 2023 - CNY"]),
        [
            "China's exports to Kazakhstan, 2023: it has no number and is not said to be missing",
            "its status, A, is that of a figure with a number [a]",
            "O, M and L say that a number is missing",
        ]
    );
}

#[test]
fn figures_that_are_not_listed_are_counted() {
    let last = |columns: &str, count: usize| {
        let rows: Vec<String> = (0..Analysis::MOST_FINDINGS + count)
            .map(|at| format!("r{at} KAZ exports {columns} product=p{at}"))
            .collect();
        let dataset = dataset(PLACES, &rows.iter().map(String::as_str).collect::<Vec<_>>());
        let analysis = Analysis::new(&dataset);
        Words::new(&dataset, &analysis).sentence(analysis.findings.last().expect("a note"))
    };
    let (rank, value, none) = ("rank 2023 0 RANK", "value 2023 -5 CNY", "value 2023 - CNY");
    assert_eq!(last(rank, 1), "1 more contradiction of this rule is not listed");
    assert_eq!(last(rank, 2), "2 more contradictions of this rule are not listed");
    assert_eq!(last(value, 1), "1 more doubt of this rule is not listed");
    assert_eq!(last(value, 2), "2 more doubts of this rule are not listed");
    assert_eq!(last(none, 1), "1 more note of this rule is not listed");
    assert_eq!(last(none, 2), "2 more notes of this rule are not listed");
}

#[test]
fn rows_that_are_not_equally_precise() {
    let text = |last: &str| {
        let row = |id: &str, number: &str| {
            let trade = r#""reporter":"CHN","flow":"exports","measure":"growth","time_period":"2023""#;
            format!(r#"{{"id":"{id}","partner":"{id}",{trade},"obs_value":"{number}","unit_measure":"PCT"}}"#)
        };
        let rows = [row("KAZ", "1.5"), row("KGZ", "2"), row("TJK", "3"), row("UZB", last)].join(",");
        format!(
            r#"{{"resources":[{{"name":"observations","data":[{rows}]}}],"panes":[{{"id":"l","title":"Leaders",
            "kind":"ranking","rows":["KAZ","KGZ","TJK","UZB"]}}]}}"#
        )
    };
    let told = |last: &str| {
        let loaded = parse("test", &text(last), &|_| Err(String::new())).expect("a whole dataset");
        let analysis = Analysis::new(&loaded.dataset);
        let words = Words::new(&loaded.dataset, &analysis);
        let finding = &analysis.findings[0];
        std::iter::once(words.sentence(finding)).chain(words.proof(finding)).collect::<Vec<_>>()
    };
    let sentence = "Leaders mixes whole numbers and decimals";
    assert_eq!(
        told("4.25"),
        [sentence, "2 rows with no decimal", "1 row with 1 decimal", "1 row with 2 decimals"]
    );
    assert_eq!(told("4.5"), [sentence, "2 rows with no decimal", "2 rows with 1 decimal"]);
}
