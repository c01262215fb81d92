//! Shares, their parts and their wholes.

use super::{breaks, findings};

#[test]
fn a_share_is_its_part_over_its_whole() {
    breaks(
        &[
            "p KAZ total value 2023 50 CNY",
            "w W00 total value 2023 100 CNY",
            "s KAZ total share 2023 51 PCT share_of=w",
        ],
        &[
            "part-of-whole: trade with Kazakhstan is no larger than trade with World, 2023",
            "share-of-whole: 2 figures agree on trade with World, 2023",
            "shares-within-whole: a share of trade with World stays within 100 %, 2023",
        ],
        "s KAZ total share 2023 52 PCT share_of=w",
        &[
            "contradiction share-of-whole [w p s]",
            "values and shares do not agree on trade with World, 2023",
            "w = 100 CNY, so 99.5 to 100.5 CNY",
            "p / 52 % = 94.3 to 98.1 CNY",
        ],
    );
}

#[test]
fn nothing_is_a_part_of_itself() {
    breaks(
        &["w W00 total value 2023 100 CNY", "s W00 total share 2023 100 PCT share_of=w"],
        &["share-of-itself: trade with World is all of itself, 2023"],
        "s W00 total share 2023 99 PCT share_of=w",
        &[
            "contradiction share-of-itself [s w]",
            "trade with World cannot be 99 % of itself, 2023",
            "s: 99 %, so 98.5 to 99.5 %",
            "part and whole are one trade, so it is 100 %",
        ],
    );
    assert_eq!(
        findings(&["s KAZ total share 2023 100 PCT share_of=s"]),
        [
            "contradiction share-of-itself [s]",
            "a share of trade with Kazakhstan is given as its own whole, 2023",
            "s: 100 % of its own row",
            "a whole has a row of its own",
        ]
    );
}

#[test]
fn shares_stay_within_the_whole() {
    breaks(
        &[
            "w W00 total value 2023 - CNY obs_status=O",
            "a KAZ total share 2023 60 PCT share_of=w",
            "b KGZ total share 2023 41 PCT share_of=w",
        ],
        &["shares-within-whole: 2 shares of trade with World stay within 100 %, 2023"],
        "b KGZ total share 2023 42 PCT share_of=w",
        &[
            "contradiction shares-within-whole [a b]",
            "2 shares of trade with World add up to more than 100 %, 2023",
            "a: 60 %, so 59.5 to 60.5 %",
            "b: 42 %, so 41.5 to 42.5 %",
            "their sum = 101.0 to 103.0 %",
        ],
    );
}

#[test]
fn a_share_of_a_balance_may_be_anything_but_all_make_up_the_whole() {
    let world = [
        "w W00 balance value 2023 - CNY obs_status=O",
        "a KAZ balance share 2023 120 PCT share_of=w",
        "b KGZ balance share 2023 -30 PCT share_of=w",
        "e KAZ exports share 2023 300 PCT share_of=w",
        "x W00 exports value 2023 - CNY obs_status=O",
        "y W00 balance share 2023 -20 PCT share_of=x",
    ];
    assert_eq!(findings(&world), [""; 0]);
    breaks(
        &[
            "w G2 balance value 2023 - CNY obs_status=O",
            world[1],
            "b KGZ balance share 2023 -20 PCT share_of=w",
        ],
        &["shares-within-whole: 2 shares of balance with the two stay within 100 %, 2023"],
        "b KGZ balance share 2023 -30 PCT share_of=w",
        &[
            "contradiction shares-within-whole [a b]",
            "2 shares of balance with the two add up to less than they should, 2023",
            "a: 120 %, so 119.5 to 120.5 %",
            "b: −30 %, so −30.5 to −29.5 %",
            "their sum = 89.0 to 91.0 %",
        ],
    );
}

#[test]
fn a_share_moves_as_growth_says() {
    breaks(
        &[
            "w2 W00 total value 2022 - CNY obs_status=O",
            "w3 W00 total value 2023 - CNY obs_status=O",
            "v KAZ total value 2020 1 CNY",
            "s2 KAZ total share 2022 10 PCT share_of=w2",
            "s3 KAZ total share 2023 20 PCT share_of=w3",
            "p KAZ total growth 2023 120 PCT",
            "w W00 total growth 2023 10 PCT",
        ],
        &[
            "shares-within-whole: a share of trade with World stays within 100 %, 2022",
            "shares-within-whole: a share of trade with World stays within 100 %, 2023",
            "share-and-growth: the share of trade with Kazakhstan moved as its growth says, 2023",
        ],
        "p KAZ total growth 2023 5 PCT",
        &[
            "contradiction share-and-growth [s2 s3 p w]",
            "the share of trade with Kazakhstan did not move from 2022 as its growth says",
            "share 2022 = 10 %, share 2023 = 20 %",
            "so the part outgrew its whole by +85.71 to +115.79 %",
            "growth of the part +5 %, of the whole +10 %",
            "so the part outgrew its whole by −5.43 to −3.65 %",
        ],
    );
}

#[test]
fn a_share_is_too_large_only_where_nothing_else_is_below_zero() {
    let rows = [
        "t KAZ total value 2023 5 CNY",
        "e KAZ exports share 2023 160 PCT share_of=t",
        "i KAZ imports share 2023 -60 PCT share_of=t",
    ];
    let told = findings(&rows);
    assert_eq!(told[0], "contradiction shares-within-whole [e]");
    assert_eq!(told[3], "contradiction shares-within-whole [i]");
    let told = findings(&[&rows[..], &["v KAZ imports value 2023 -3 CNY"]].concat());
    assert_eq!(told[0], "doubt shares-within-whole [e v]", "{told:?}");
    assert_eq!(told[4], "doubt shares-within-whole [i v]", "{told:?}");
    assert_eq!(told[7], "unless v is a correction: it is below zero");
}
