//! Ranks, records and counts.

use super::{last, told};

const VALUES: [&str; 3] = [
    "a KAZ exports value 2023 10.0 USD unit_mult=6",
    "b KGZ exports value 2023 30.0 USD unit_mult=6",
    "c VNM exports value 2023 20 USD unit_mult=6",
];

#[test]
fn a_rank_that_values_do_not_give() {
    let rank = "r KAZ exports rank 2023 2 RANK ranked_among=partners";
    assert_eq!(
        told(&[VALUES[0], VALUES[1], VALUES[2], rank]),
        [
            "exports by partner: Kazakhstan is ranked 2, but at least 2 others are larger, 2023",
            "China's exports to Kazakhstan, 2023: ranked 2 [r]",
            "China's exports to Kazakhstan, 2023:",
            "  10.0 mn USD, so 9.95 to 10.05 mn USD [a]",
            "China's exports to Kyrgyzstan, 2023:",
            "  30.0 mn USD, so 29.95 to 30.05 mn USD [b]",
            "China's exports to Vietnam, 2023: 20 mn USD, so 19.5 to 20.5 mn USD [c]",
            "unless they are ranked by growth or among fewer: it is not said",
        ]
    );
    let first = "r KAZ exports rank 2023 1 RANK";
    let one = told(&[VALUES[0], VALUES[1], first]);
    assert_eq!(one[0], "exports by partner: Kazakhstan is ranked 1, but another is larger, 2023");
    assert_eq!(one[4], "China's exports to Kyrgyzstan, 2023:");
    let lower = told(&[VALUES[0], VALUES[1], first, "s KGZ exports rank 2023 2 RANK"]);
    let sentence = "exports by partner: Kazakhstan is ranked 1, but Kyrgyzstan, ranked 2, is larger, 2023";
    assert_eq!(lower[0], sentence);
    assert_eq!(lower[3], "  10.0 mn USD, so 9.95 to 10.05 mn USD [a]");
    let groups = ["a EU total value 2023 7 USD", "b ASEAN total value 2023 9 USD"];
    let group = "r EU total rank 2023 1 RANK ranked_among=partners";
    assert_eq!(last(&[groups[0], groups[1], group]), "unless ASEAN is not on that list: it has no rank");
}

#[test]
fn two_firsts() {
    let rank = |id: &str, code: &str| format!("{id} {code} total rank 2023 1 RANK ranked_among=partners");
    let rows = [rank("a", "KAZ"), rank("b", "KGZ")];
    assert_eq!(
        told(&rows.each_ref().map(String::as_str)),
        [
            "total trade by partner: 2 are ranked 1, 2023",
            "China's total trade with Kazakhstan, 2023: ranked 1 [a]",
            "China's total trade with Kyrgyzstan, 2023: ranked 1 [b]",
            "unless they share that rank",
        ]
    );
}

#[test]
fn a_record_that_is_not_one() {
    let rows = ["a KAZ exports value 2021 9.4 USD", "r KAZ exports record 2023 8.3 USD since=2008"];
    assert_eq!(
        told(&rows),
        [
            "exports of 2023 are no record since 2008: those of 2021 were larger",
            "China's exports to Kazakhstan, 2023 = 8.3, so 8.25 to 8.35 USD [r]",
            "China's exports to Kazakhstan, 2021 = 9.4, so 9.35 to 9.45 USD [a]",
        ]
    );
    let deficit = ["a KAZ balance value 2021 -9.4 USD", "r KAZ balance record 2023 -8.3 USD"];
    assert_eq!(told(&deficit)[0], "the balance of 2023 is no record: that of 2021 went further");
}

#[test]
fn two_counts() {
    let counts = ["a W00 total count 2023 192 COUNT", "b W00 total count 2023 3 COUNT"];
    assert_eq!(last(&counts), "unless they count two things: the rows have no label");
}
