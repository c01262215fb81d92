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
        &["part-of-whole [p w]", "share-of-whole [w p s]", "shares-within-whole [s]"],
        "s KAZ total share 2023 52 PCT share_of=w",
        &["contradiction share-of-whole [w p s]"],
    );
}

#[test]
fn nothing_is_a_part_of_itself() {
    breaks(
        &["w W00 total value 2023 100 CNY", "s W00 total share 2023 100 PCT share_of=w"],
        &["share-of-itself [s w]"],
        "s W00 total share 2023 99 PCT share_of=w",
        &["contradiction share-of-itself [s w]"],
    );
    let own = findings(&["s KAZ total share 2023 100 PCT share_of=s"]);
    assert_eq!(own, ["contradiction share-of-itself [s]"]);
}

#[test]
fn shares_stay_within_the_whole() {
    breaks(
        &[
            "w W00 total value 2023 - CNY obs_status=O",
            "a KAZ total share 2023 60 PCT share_of=w",
            "b KGZ total share 2023 41 PCT share_of=w",
        ],
        &["shares-within-whole [a b]"],
        "b KGZ total share 2023 42 PCT share_of=w",
        &["contradiction shares-within-whole [a b]"],
    );
}

#[test]
fn adjusted_shares_of_partners_are_not_added_up() {
    let of = |definition: &str, whole: &str| {
        let rows = [
            format!("w {whole} exports value 2023 - USD obs_status=O {definition}"),
            format!("a KAZ exports share 2023 60 PCT share_of=w {definition}"),
            format!("b KGZ exports share 2023 55 PCT share_of=w {definition}"),
        ];
        findings(&rows.each_ref().map(String::as_str))
    };
    assert_eq!(of("", "G2"), ["contradiction shares-within-whole [a b]"]);
    assert_eq!(of("adjustment=S", "G2"), [""; 0], "each partner is adjusted by itself");
    assert_eq!(of("", "VNM"), [""; 0], "neither is a part of Viet Nam");
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
        &["shares-within-whole [a b]"],
        "b KGZ balance share 2023 -30 PCT share_of=w",
        &["contradiction shares-within-whole [a b]"],
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
            "p KAZ total growth 2023 120 PCT growth_of=CNY",
            "w W00 total growth 2023 10 PCT growth_of=CNY",
        ],
        &["shares-within-whole [s2]", "shares-within-whole [s3]", "share-and-growth [s2 s3 p w]"],
        "p KAZ total growth 2023 5 PCT growth_of=CNY",
        &["contradiction share-and-growth [s2 s3 p w]"],
    );
}

#[test]
fn a_share_is_too_large_only_where_nothing_else_is_below_zero() {
    let rows = [
        "t KAZ total value 2023 5 CNY",
        "e KAZ exports share 2023 160 PCT share_of=t",
        "i KAZ imports share 2023 -60 PCT share_of=t",
    ];
    let [e, i] = ["contradiction shares-within-whole [e]", "contradiction shares-within-whole [i]"];
    assert_eq!(findings(&rows), [e, i]);
    let found = findings(&[&rows[..], &["v KAZ imports value 2023 -3 CNY"]].concat());
    assert_eq!(found[0], "doubt shares-within-whole [e v] unless correction v", "{found:?}");
    assert_eq!(found[1], "doubt shares-within-whole [i v] unless correction v", "{found:?}");
}

#[test]
fn a_share_may_be_of_a_whole_that_is_only_known_by_its_share() {
    let rows = |share: &str| {
        findings(&[
            "w W00 exports value 2022 - USD obs_status=O",
            "a KAZ exports share 2022 40 PCT share_of=w",
            "b KAZ exports share 2022 70 PCT share_of=a product=10",
            &format!("c KAZ exports share 2022 {share} PCT share_of=w product=10"),
        ])
    };
    assert_eq!(rows("28"), [""; 0]);
    assert_eq!(rows("31"), ["contradiction nested-shares [b a c]"]);
}

#[test]
fn a_share_of_a_share_is_their_product() {
    breaks(
        &[
            "g G2 exports value 2023 - USD obs_status=O",
            "w W00 exports value 2023 - USD obs_status=O",
            "a KAZ exports share 2023 62.0 PCT share_of=g",
            "b G2 exports share 2023 15.0 PCT share_of=w",
            "c KAZ exports share 2023 9.3 PCT share_of=w",
        ],
        &[
            "shares-within-whole [a]",
            "shares-within-whole [b]",
            "shares-within-whole [c]",
            "shares-of-parts [c b]",
            "nested-shares [a b c]",
        ],
        "c KAZ exports share 2023 9.8 PCT share_of=w",
        &["contradiction nested-shares [a b c]"],
    );
}

#[test]
fn a_share_of_a_share_is_their_product_by_values_too() {
    let rows = |share: &str, part: &str| {
        findings(&[
            "w W00 exports value 2023 250 USD",
            "g G2 exports value 2023 50 USD",
            "a KAZ exports share 2023 60 PCT share_of=g",
            &format!("c KAZ exports share 2023 {share} PCT share_of=w"),
            part,
        ])
    };
    let unknown = "k KGZ exports value 2023 11 USD";
    assert_eq!(rows("12", unknown), [""; 0]);
    assert_eq!(rows("21", unknown), ["contradiction nested-shares [a g w c]"]);
    let known = rows("21", "k KAZ exports value 2023 30 USD");
    assert_eq!(known, ["contradiction share-of-whole [w k c]"], "told once");
}

#[test]
fn a_whole_without_a_value_is_its_share_of_a_larger_one() {
    let rows = |part: &str| {
        findings(&[
            "w W00 imports value 2023 80.0 USD",
            "k KAZ imports value 2023 - USD obs_status=O",
            "s KAZ imports share 2023 25 PCT share_of=w",
            &format!("p KAZ imports value 2023 {part} USD product=10"),
            "q KAZ imports share 2023 30 PCT share_of=k product=10",
        ])
    };
    assert_eq!(rows("6.0"), [""; 0]);
    assert_eq!(rows("9.0"), ["contradiction share-of-whole [p q w s]"]);
}

#[test]
fn a_share_may_be_of_a_whole_with_another_valuation() {
    let rows = |valuation: &str| {
        findings(&[
            "w W00 imports value 2023 200 USD valuation=FOB",
            &format!("k KAZ imports value 2023 44 USD valuation={valuation}"),
            &format!("a KAZ imports share 2023 20.0 PCT share_of=w valuation={valuation}"),
        ])
    };
    assert_eq!(rows("CIF"), ["doubt share-of-whole [k a w] unless valued"]);
    assert_eq!(rows("FOB"), ["contradiction share-of-whole [k a w]"]);
}

#[test]
fn a_share_of_a_part_is_no_smaller_than_that_of_the_whole() {
    let rows = |number: &str, [small, large]: [&str; 2]| {
        findings(&[
            &format!("g G2 exports value 2023 - {small} obs_status=O"),
            &format!("w W00 exports value 2023 - {large} obs_status=O"),
            "a KAZ exports share 2023 22.0 PCT share_of=g",
            &format!("c KAZ exports share 2023 {number} PCT share_of=w"),
        ])
    };
    assert_eq!(rows("22.1", ["USD"; 2]), [""; 0], "just by rounding");
    assert_eq!(rows("22.4", ["USD"; 2]), ["contradiction nested-shares [a c]"]);
    assert_eq!(rows("22.4", ["T", "USD"]), [""; 0], "of weight and of money");
    assert_eq!(rows("22.4", ["-"; 2]), ["doubt nested-shares [a c] unless two-things"]);
}

#[test]
fn a_group_has_no_smaller_share_than_its_members() {
    breaks(
        &[
            "w W00 exports value 2023 - USD obs_status=O",
            "a KAZ exports share 2023 31 PCT share_of=w",
            "b G2 exports share 2023 30 PCT share_of=w",
        ],
        &["shares-within-whole [a]", "shares-within-whole [b]", "shares-of-parts [a b]"],
        "b G2 exports share 2023 27 PCT share_of=w",
        &["contradiction shares-of-parts [a b]"],
    );
    let members = |group: &str| {
        findings(&[
            "w W00 exports value 2023 - USD obs_status=O",
            "a KAZ exports share 2023 11.0 PCT share_of=w",
            "b KGZ exports share 2023 13.0 PCT share_of=w",
            &format!("g G2 exports share 2023 {group} PCT share_of=w"),
        ])
    };
    assert_eq!(members("24.1"), [""; 0], "just by rounding");
    assert_eq!(members("26.4"), ["contradiction shares-of-parts [a b g]"]);
    assert_eq!(members("21.9"), ["contradiction shares-of-parts [a b g]"]);
    let may_overlap = findings(&[
        "w W00 exports value 2023 - USD obs_status=O",
        "a CHN exports share 2023 41 PCT share_of=w",
        "b HKG exports share 2023 17 PCT share_of=w",
        "g APEC exports share 2023 50 PCT share_of=w",
    ]);
    assert_eq!(may_overlap[0], "doubt shares-of-parts [a b g] unless overlap HKG CHN");
}

#[test]
fn a_share_of_a_change_is_that_of_the_changes() {
    let share = |share: &str, flow: &str| {
        findings(&[
            &format!("w W00 {flow} change 2023 50.0 USD"),
            &format!("k KAZ {flow} change 2023 20.0 USD"),
            &format!("s KAZ {flow} share 2023 {share} PCT share_of=w"),
        ])
    };
    assert_eq!(share("40.0", "exports"), [""; 0]);
    assert_eq!(share("43.0", "exports"), ["contradiction share-of-change [k w s]"]);
    assert_eq!(share("43.0", "balance"), [""; 0]);
    let falls = [
        "w W00 exports change 2023 -50.0 USD",
        "k KAZ exports change 2023 20.0 USD",
        "s KAZ exports share 2023 -40.0 PCT share_of=w",
    ];
    assert_eq!(findings(&falls), [""; 0], "a part may change against its whole");
}

#[test]
fn a_month_has_a_share_of_its_quarter() {
    breaks(
        &[
            "m KAZ exports value 2023-03 3.1 USD",
            "q KAZ exports value 2023-Q1 9.0 USD",
            "s KAZ exports share 2023-03 34 PCT share_of=q",
        ],
        &["part-of-whole [m q]", "share-of-whole [q]", "shares-within-whole [s]"],
        "s KAZ exports share 2023-03 38 PCT share_of=q",
        &["contradiction share-of-whole [q m s]"],
    );
}

#[test]
fn shares_of_months_make_up_their_quarter() {
    let months = |first: &str, last: &str, definition: &str| {
        let rows = [
            format!("q KAZ exports value 2023-Q1 - USD obs_status=O {definition}"),
            format!("a KAZ exports share {first} 24 PCT share_of=q {definition}"),
            format!("b KAZ exports share 2023-02 31 PCT share_of=q {definition}"),
            format!("c KAZ exports share 2023-03 {last} PCT share_of=q {definition}"),
        ];
        findings(&rows.each_ref().map(String::as_str))
    };
    assert_eq!(months("2023-01", "45", ""), [""; 0]);
    assert_eq!(months("2023-01", "48", ""), ["contradiction shares-within-whole [a b c]"]);
    assert_eq!(months("2023-01", "39", ""), ["contradiction shares-within-whole [a b c]"]);
    assert_eq!(months("2023-01", "48", "adjustment=S"), [""; 0], "each month is adjusted by itself");
    assert_eq!(months("2022-01", "42", ""), [""; 0], "not a month of it");
    let overlapping = [
        "q KAZ exports value 2023-Q1 - USD obs_status=O",
        "a KAZ exports share 2023-01-01/P2M 60 PCT share_of=q",
        "b KAZ exports share 2023-02 31 PCT share_of=q",
        "c KAZ exports share 2023-03 40 PCT share_of=q",
    ];
    assert_eq!(findings(&overlapping), [""; 0], "February counts once");
}

#[test]
fn a_share_rounded_to_nothing_is_of_a_large_whole() {
    let share = |flow: &str, part: &str, whole: &str| {
        findings(&[
            &format!("w W00 {flow} value 2021 {whole} USD"),
            &format!("k KAZ {flow} value 2021 {part} USD"),
            &format!("s KAZ {flow} share 2021 0.0 PCT share_of=w"),
        ])
    };
    assert_eq!(share("imports", "0.3", "900"), [""; 0]);
    assert_eq!(share("imports", "0.0", "9"), [""; 0]);
    assert_eq!(share("imports", "7.2", "900"), ["contradiction share-of-whole [k s w]"]);
    assert_eq!(share("balance", "0.3", "-900"), [""; 0], "a balance may be below zero");
}
