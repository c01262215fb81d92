//! Shares and their wholes.

use super::{told, told_among};

#[test]
fn values_and_shares_do_not_agree() {
    assert_eq!(
        told(&[
            "p KAZ total value 2023 50 CNY",
            "w W00 total value 2023 100 CNY",
            "s KAZ total share 2023 52 PCT share_of=w",
        ]),
        [
            "values and shares do not agree on trade with World, 2023",
            "China's total trade with World, 2023: 100 CNY, so 99.5 to 100.5 CNY [w]",
            "China's total trade with Kazakhstan, 2023:",
            "  50 CNY / 52 % = 94.3 to 98.1 CNY [p, s]",
        ]
    );
}

#[test]
fn a_share_of_itself() {
    assert_eq!(
        told(&["w W00 total value 2023 100 CNY", "s W00 total share 2023 99 PCT share_of=w"]),
        [
            "trade with World cannot be 99 % of itself, 2023",
            "China's total trade with World, 2023: 99 %, so 98.5 to 99.5 % [s]",
            "part and whole are one trade, so it is 100 %",
        ]
    );
    assert_eq!(
        told(&["s KAZ total share 2023 100 PCT share_of=s"]),
        [
            "a share of trade with Kazakhstan is given as its own whole, 2023",
            "China's total trade with Kazakhstan, 2023: 100 % of its own row [s]",
            "a whole has a row of its own",
        ]
    );
}

#[test]
fn shares_beyond_their_whole() {
    let whole = "w W00 total value 2023 - CNY obs_status=O";
    assert_eq!(
        told(&[
            whole,
            "a KAZ total share 2023 60 PCT share_of=w",
            "b KGZ total share 2023 42 PCT share_of=w",
        ]),
        [
            "2 shares of trade with World add up to more than 100 %, 2023",
            "China's total trade with Kazakhstan, 2023: 60 %, so 59.5 to 60.5 % [a]",
            "China's total trade with Kyrgyzstan, 2023: 42 %, so 41.5 to 42.5 % [b]",
            "their sum = 101.0 to 103.0 %",
        ]
    );
    assert_eq!(
        told(&[
            "w G2 balance value 2023 - CNY obs_status=O",
            "a KAZ balance share 2023 120 PCT share_of=w",
            "b KGZ balance share 2023 -30 PCT share_of=w",
        ]),
        [
            "2 shares of balance with the two add up to less than they should, 2023",
            "China's balance with Kazakhstan, 2023: 120 %, so 119.5 to 120.5 % [a]",
            "China's balance with Kyrgyzstan, 2023: −30 %, so −30.5 to −29.5 % [b]",
            "their sum = 89.0 to 91.0 %",
        ]
    );
    let one = told(&[whole, "a KAZ total share 2023 160 PCT share_of=w"]);
    assert_eq!(
        one,
        [
            "160 % cannot be a share of trade with World, 2023",
            "China's total trade with Kazakhstan, 2023: 160 %, so 159.5 to 160.5 % [a]"
        ]
    );
    let places = r#"{"code":"G1","name":"the one","members":["KAZ"]}"#;
    let only = ["s KAZ exports share 2023 70 PCT share_of=w", "w G1 exports value 2023 - USD obs_status=O"];
    assert_eq!(
        told_among(places, &only),
        [
            "the only share of exports to the one is not all of it, 2023",
            "China's exports to Kazakhstan, 2023: 70 %, so 69.5 to 70.5 % [s]"
        ]
    );
}

#[test]
fn a_share_in_total_is_more_or_less_than_those_in_both_flows() {
    let rows = [
        "x W00 exports value 2023 - CNY obs_status=O",
        "y W00 imports value 2023 - CNY obs_status=O",
        "z W00 total value 2023 - CNY obs_status=O",
        "e KAZ exports share 2023 30.0 PCT share_of=x",
        "i KAZ imports share 2023 40.0 PCT share_of=y",
    ];
    let with = |total: &str| told(&[&rows[..], &[total]].concat());
    assert_eq!(
        with("t KAZ total share 2023 50.0 PCT share_of=z"),
        [
            "the share of trade with Kazakhstan, 50.0 %, is more than those of exports and imports, 2023",
            "China's exports to Kazakhstan, 2023: share 30.0 %, so 29.95 to 30.05 % [e]",
            "China's imports from Kazakhstan, 2023: share 40.0 %, so 39.95 to 40.05 % [i]",
            "China's total trade with Kazakhstan, 2023:",
            "  share 50.0 %, so 49.95 to 50.05 % [t]",
            "total trade is both, so its share lies between theirs",
        ]
    );
    assert_eq!(
        with("t KAZ total share 2023 20.0 PCT share_of=z")[0],
        "the share of trade with Kazakhstan, 20.0 %, is less than those of exports and imports, 2023"
    );
}
