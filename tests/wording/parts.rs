//! Parts, wholes and balances.

use horgos::analysis::Analysis;
use horgos::wording::Words;

use super::rows::{PLACES, dataset_with};
use super::{told, told_among};

#[test]
fn one_member_needs_no_sum() {
    let only = r#"{"code":"ONE","name":"the one","members":["KAZ"]},{"code":"KAZ","name":"Kazakhstan"}"#;
    assert_eq!(
        told_among(only, &["k KAZ total value 2023 6 CNY", "g ONE total value 2023 9 CNY"]),
        [
            "the only member of the one does not make up trade with the one, 2023",
            "China's total trade with Kazakhstan, 2023 = 6, so 5.5 to 6.5 CNY [k]",
            "China's total trade with the one, 2023 = 9, so 8.5 to 9.5 CNY [g]",
        ]
    );
}

#[test]
fn a_part_exceeds_its_whole() {
    assert_eq!(
        told(&[
            "e KAZ exports value 2023 12.4 CNY unit_mult=9",
            "t KAZ total value 2023 12.2 CNY unit_mult=9"
        ]),
        [
            "exports of 2023 exceed total trade",
            "China's exports to Kazakhstan, 2023 = 12.4, so 12.35 to 12.45 bn CNY [e]",
            "China's total trade with Kazakhstan, 2023",
            "  = 12.2, so 12.15 to 12.25 bn CNY [t]",
            "imports 2023 = total − exports = −0.30 to −0.10 bn CNY, below zero",
        ]
    );
    let imports = told(&["i KAZ imports value 2023 6 CNY", "t KAZ total value 2023 4 CNY"]);
    assert_eq!(imports[3], "exports 2023 = total − imports = −3.0 to −1.0 CNY, below zero");
    assert_eq!(
        told(&["k KAZ total value 2023 6 CNY", "g G2 total value 2023 4 CNY"]),
        [
            "trade with Kazakhstan of 2023 exceeds trade with the two",
            "China's total trade with Kazakhstan, 2023 = 6, so 5.5 to 6.5 CNY [k]",
            "China's total trade with the two, 2023 = 4, so 3.5 to 4.5 CNY [g]",
            "the rest of trade with the two = −3.0 to −1.0 CNY, below zero",
        ]
    );
    assert_eq!(
        told(&["m KAZ imports value 2023-11 6 CNY", "y KAZ imports value 2023 4 CNY"]),
        [
            "imports of Nov 2023 exceed imports of 2023",
            "China's imports from Kazakhstan, Nov 2023 = 6, so 5.5 to 6.5 CNY [m]",
            "China's imports from Kazakhstan, 2023 = 4, so 3.5 to 4.5 CNY [y]",
            "the rest of imports = −3.0 to −1.0 CNY, below zero",
        ]
    );
    assert_eq!(
        told(&["p KAZ exports value 2023 7 CNY product=8703", "a KAZ exports value 2023 5 CNY product=87"]),
        [
            "exports of 8703 of 2023 exceed exports of 87",
            "China's exports of 8703 to Kazakhstan, 2023 = 7, so 6.5 to 7.5 CNY [p]",
            "China's exports of 87 to Kazakhstan, 2023 = 5, so 4.5 to 5.5 CNY [a]",
            "the rest of exports of 87 = −3.0 to −1.0 CNY, below zero",
        ]
    );
    let mode = told(&["r KAZ exports value 2023 7 CNY transport=road", "a KAZ exports value 2023 5 CNY"]);
    assert_eq!(mode[0], "exports by road of 2023 exceed exports by all modes");
}

#[test]
fn growth_cannot_hold() {
    let rows = [
        "e KAZ exports value 2023 22.0 CNY",
        "eg KAZ exports growth 2023 10 PCT growth_of=CNY",
        "t KAZ total value 2023 40.0 CNY",
        "tg KAZ total growth 2023 105.0 PCT growth_of=CNY",
    ];
    assert_eq!(
        told(&rows),
        [
            "exports +10 % and total +105.0 % cannot both hold: 2022 exports would exceed 2022 total trade",
            "China's exports to Kazakhstan, 2022",
            "  = 22.0 / 1.10 = 19.86 to 20.14 CNY [e, eg]",
            "China's total trade with Kazakhstan, 2022",
            "  = 40.0 / 2.050 = 19.48 to 19.54 CNY [t, tg]",
            "imports 2022 = total − exports = −0.65 to −0.32 CNY, below zero",
            "if +105.0 % holds, exports grew by at least 12.3 %, to 1 decimal",
            "if +10 % holds, total trade grew by at most 101.6 %, to 1 decimal",
        ]
    );
    let whole = told(&["e KAZ exports value 2022 30 CNY", rows[2], rows[3]]);
    assert_eq!(whole[0], "total +105.0 % cannot hold: 2022 exports would exceed 2022 total trade");
    assert_eq!(
        whole.last().map(String::as_str),
        Some("if the part holds, total trade grew by at most 35.8 %, to 1 decimal")
    );
    let part = told(&["t KAZ total value 2022 10 CNY", rows[0], rows[1]]);
    assert_eq!(part[0], "exports +10 % cannot hold: 2022 exports would exceed 2022 total trade");
    assert_eq!(
        part.last().map(String::as_str),
        Some("if the whole holds, exports grew by at least 109.0 %, to 1 decimal")
    );
}

#[test]
fn less_than_before_is_a_fall_and_a_remainder_is_not_zero() {
    let told = told(&[
        "e KAZ exports value 2023 8 CNY",
        "eg KAZ exports growth 2023 -99.99 PCT growth_of=CNY",
        "t KAZ total value 2023 9 CNY",
        "tg KAZ total growth 2023 0 PCT growth_of=CNY",
    ]);
    let proof = [
        "if 0 % holds, exports fell by at most 21.45 %, to 2 decimals",
        "if −99.99 % holds, total trade fell by at least 99.98 %, to 2 decimals",
    ];
    assert_eq!(told[6..8], proof);
}

#[test]
fn a_rest_below_zero_does_not_look_like_zero() {
    let told = told(&[
        "e KAZ exports value 2023 21.05 CNY",
        "eg KAZ exports growth 2023 5 PCT growth_of=CNY",
        "t KAZ total value 2023 29.90 CNY",
        "tg KAZ total growth 2023 49.943 PCT growth_of=CNY",
    ]);
    let proof = [
        "China's exports to Kazakhstan, 2022",
        "  = 21.05 / 1.05 = 19.95 to 20.15 CNY [e, eg]",
        "China's total trade with Kazakhstan, 2022",
        "  = 29.90 / 1.49943 = 19.938 to 19.944 CNY [t, tg]",
        "imports 2022 = total − exports = −0.211 to −0.004 CNY, below zero",
    ];
    assert_eq!(told[1..6], proof);
}

#[test]
fn parts_do_not_add_up() {
    assert_eq!(
        told(&[
            "e KAZ exports value 2023 7.0 CNY",
            "i KAZ imports value 2023 3.0 CNY",
            "t KAZ total value 2023 10.4 CNY",
        ]),
        [
            "exports and imports do not add up to total trade, 2023",
            "China's exports to Kazakhstan, 2023 = 7.0, so 6.95 to 7.05 CNY [e]",
            "China's imports from Kazakhstan, 2023 = 3.0, so 2.95 to 3.05 CNY [i]",
            "their sum = 9.90 to 10.10 CNY",
            "China's total trade with Kazakhstan, 2023 = 10.4, so 10.35 to 10.45 CNY [t]",
        ]
    );
    let members =
        ["a KAZ total value 2023 5 CNY", "b KGZ total value 2023 3 CNY", "g G2 total value 2023 10 CNY"];
    assert_eq!(told(&members)[0], "the 2 members of the two do not add up to trade with the two, 2023");
    let quarter = told(&[
        "q KAZ total value 2023-Q1 5 CNY",
        "a KAZ total value 2023-01 3 CNY",
        "b KAZ total value 2023-02 1 CNY",
        "c KAZ total value 2023-03 4 CNY",
    ]);
    assert_eq!(quarter[0], "the 3 parts of Q1 2023 do not add up to total trade, Q1 2023");
    let month = |at: usize| format!("m{at} KAZ exports value 2023-{at:02} 1 CNY");
    let mut year: Vec<String> = (1..=12).map(month).collect();
    year.push("y KAZ exports value 2023 1000 CNY".to_owned());
    let year = told(&year.iter().map(String::as_str).collect::<Vec<_>>());
    assert_eq!(
        year[6..8],
        ["China's exports to Kazakhstan, Mar 2023 = 1, so 0.5 to 1.5 CNY [m3]", "… and 6 more"]
    );
    let odd = ["m7 KAZ exports value 2023-07 9 CNY", "m9 KAZ exports value 2023-09 30 CNY"];
    let mut rows: Vec<&str> = odd.to_vec();
    rows.extend(["m1 KAZ exports value 2023-08 9 CNY", "q KAZ exports value 2023-Q3 40 CNY"]);
    assert_eq!(
        told(&rows)[1..5],
        [
            "China's exports to Kazakhstan, Sep 2023 = 30, so 29.5 to 30.5 CNY [m9]",
            "China's exports to Kazakhstan, Aug 2023 = 9, so 8.5 to 9.5 CNY [m1]",
            "China's exports to Kazakhstan, Jul 2023 = 9, so 8.5 to 9.5 CNY [m7]",
            "their sum = 46.5 to 49.5 CNY",
        ],
        "the largest first, then by id"
    );
    let countries = told(&[
        "a CHN exports value 2023 80 USD",
        "b VNM exports value 2023 31 USD",
        "w W00 exports value 2023 100 USD",
    ]);
    assert_eq!(countries[0], "2 parts add up to more than exports to World, 2023");
    let codes = told(&[
        "a KAZ exports value 2023 6.0 CNY product=8471",
        "b KAZ exports value 2023 5.0 CNY product=8517",
        "c KAZ exports value 2023 9.0 CNY",
    ]);
    assert_eq!(
        codes,
        [
            "2 parts add up to more than exports of all products, 2023",
            "China's exports of 8471 to Kazakhstan, 2023 = 6.0, so 5.95 to 6.05 CNY [a]",
            "China's exports of 8517 to Kazakhstan, 2023 = 5.0, so 4.95 to 5.05 CNY [b]",
            "their sum = 10.90 to 11.10 CNY",
            "China's exports of all products to Kazakhstan, 2023",
            "  = 9.0, so 8.95 to 9.05 CNY [c]",
        ]
    );
    let weeks = told(&[
        "a KAZ exports value 2023-05-01/P7D 6.0 CNY",
        "b KAZ exports value 2023-05-15/P7D 5.0 CNY",
        "c KAZ exports value 2023-05 9.0 CNY",
    ]);
    assert_eq!(weeks[0], "2 parts add up to more than exports, May 2023");
    assert_eq!(weeks[1], "China's exports to Kazakhstan, 2023-05-01 to 2023-05-07");
}

#[test]
fn members_of_a_group_of_products_do_not_add_up() {
    let told = |members: &str, rows: &[&str]| {
        let products = format!(r#"{{"code":"oil","name":"Oil","members":[{members}]}}"#);
        let dataset = dataset_with(&products, PLACES, rows);
        let analysis = Analysis::new(&dataset);
        let words = Words::new(&dataset, &analysis);
        analysis.findings.first().map(|finding| words.sentence(finding))
    };
    let rows = [
        "o KAZ exports value 2023 9.0 CNY product=oil",
        "a KAZ exports value 2023 3.0 CNY product=crude",
        "b KAZ exports value 2023 2.0 CNY product=refined",
    ];
    let both = told(r#""crude","refined""#, &rows);
    assert_eq!(both.as_deref(), Some("the 2 members of Oil do not add up to exports of Oil, 2023"));
    let one = told(r#""crude""#, &rows[..2]);
    assert_eq!(one.as_deref(), Some("the only member of Oil does not make up exports of Oil, 2023"));
}

#[test]
fn parts_may_say_what_the_whole_grew_by() {
    let told = told(&[
        "e KAZ exports value 2022 7.0 CNY",
        "i KAZ imports value 2022 3.0 CNY",
        "t KAZ total value 2023 30.0 CNY",
        "tg KAZ total growth 2023 100 PCT growth_of=CNY",
    ]);
    assert_eq!(
        told.last().map(String::as_str),
        Some("if the parts hold, the whole grew by +196.5 to +203.5 %")
    );
}

#[test]
fn a_member_that_lies_in_no_other_is_named_so() {
    let told = |members: &str, rows: &[&str]| {
        let place = format!(r#"{{"code":"GC","name":"GC","members":[{members}]}}"#);
        told_among(&place, rows).swap_remove(0)
    };
    let rows = [
        "c CHN exports value 2023 10 USD",
        "p CN-XJ exports value 2023 9 USD",
        "k KAZ exports value 2023 5 USD",
        "g GC exports value 2023 12 USD",
    ];
    assert_eq!(
        told(r#""CHN","CN-XJ","KAZ""#, &rows),
        "the 2 members of GC that lie in no other do not add up to exports to GC, 2023"
    );
    assert_eq!(
        told(
            r#""CHN","CN-XJ""#,
            &[rows[0], "p CN-XJ exports value 2023 3 USD", "g GC exports value 2023 6 USD"]
        ),
        "exports to China of 2023 exceed exports to GC"
    );
    let one = r#""KAZ""#;
    assert_eq!(
        told(one, &["a KAZ exports value 2023 5 USD", "g GC exports value 2023 9 USD"]),
        "the only member of GC does not make up exports to GC, 2023"
    );
}

#[test]
fn a_balance_that_its_flows_do_not_give() {
    let flows =
        ["e KAZ exports value 2023 7 CNY", "i KAZ imports value 2023 3 CNY", "t KAZ total value 2023 10 CNY"];
    let balance = "b KAZ balance value 2023 -4 CNY";
    assert_eq!(
        told(&[flows[0], flows[1], balance]),
        [
            "the balance is not exports − imports, 2023",
            "China's exports to Kazakhstan, 2023 = 7, so 6.5 to 7.5 CNY [e]",
            "China's imports from Kazakhstan, 2023 = 3, so 2.5 to 3.5 CNY [i]",
            "China's balance with Kazakhstan, 2023 = −4, so −4.5 to −3.5 CNY [b]",
            "exports − imports = 3.0 to 5.0 CNY",
        ]
    );
    let total = told(&[flows[0], flows[2], balance]);
    assert_eq!(total[0], "the balance is not 2 × exports − total, 2023");
    assert_eq!(total[4], "2 × exports − total = 2.5 to 5.5 CNY");
    let total = told(&[flows[1], flows[2], balance]);
    assert_eq!(total[0], "the balance is not total − 2 × imports, 2023");
}

#[test]
fn bounds_are_true_however_coarse_the_numbers_next_to_them() {
    let sum = told(&[
        "e KAZ exports value 2023 3.14 EUR unit_mult=9",
        "i KAZ imports value 2023 2500.0 EUR unit_mult=6",
        "t KAZ total value 2023 9 EUR unit_mult=9",
    ]);
    let proof = [
        "China's exports to Kazakhstan, 2023 = 3.14, so 3.135 to 3.145 bn EUR [e]",
        "China's imports from Kazakhstan, 2023",
        "  = 2.5000, so 2.49995 to 2.50005 bn EUR [i]",
        "their sum = 5.63495 to 5.64505 bn EUR",
        "China's total trade with Kazakhstan, 2023 = 9, so 8.5 to 9.5 bn EUR [t]",
    ];
    assert_eq!(sum[1..], proof);
    let part = told(&["e KAZ exports value 2023 3.149 EUR", "t KAZ total value 2023 2.9 EUR"]);
    let proof = [
        "China's exports to Kazakhstan, 2023 = 3.149, so 3.1485 to 3.1495 EUR [e]",
        "China's total trade with Kazakhstan, 2023 = 2.9, so 2.85 to 2.95 EUR [t]",
        "imports 2023 = total − exports = −0.2995 to −0.1985 EUR, below zero",
    ];
    assert_eq!(part[1..], proof);
}
