//! Ranks against values and each other.

use super::{breaks, findings, findings_among};

/// Rows of exports to partners with ranks among these: `v-KAZ` is a value, `r-KAZ` a rank.
fn exports(values: &[(&str, &str)], ranks: &[(&str, &str)], columns: &str) -> Vec<String> {
    let values = values.iter().map(|(code, value)| format!("v-{code} {code} exports value 2023 {value} USD"));
    let ranks =
        ranks.iter().map(|(code, rank)| format!("r-{code} {code} exports rank 2023 {rank} RANK {columns}"));
    values.chain(ranks).collect()
}

fn found(values: &[(&str, &str)], ranks: &[(&str, &str)], columns: &str) -> Vec<String> {
    let rows = exports(values, ranks, columns);
    findings(&rows.iter().map(String::as_str).collect::<Vec<_>>())
}

const AMONG: &str = "ranked_among=partners";

#[test]
fn a_rank_is_that_of_the_values() {
    breaks(
        &[
            "a KAZ exports value 2023 24.7 USD",
            "b KGZ exports value 2023 24.8 USD",
            "c VNM exports value 2023 9.0 USD",
            "r KAZ exports rank 2023 1 RANK ranked_among=partners",
        ],
        &["rank-and-value [a r]"],
        "b KGZ exports value 2023 24.78 USD",
        &["doubt rank-and-value [a r b] unless cut-off"],
    );
    let values = [("KAZ", "10.0"), ("KGZ", "30.0"), ("VNM", "20.0")];
    assert_eq!(found(&values, &[("KAZ", "3")], AMONG), [""; 0]);
    let second = found(&values, &[("KAZ", "2")], AMONG);
    assert_eq!(second, ["doubt rank-and-value [v-KAZ r-KAZ v-KGZ v-VNM] unless ranked-otherwise"]);
    let unsaid = found(&values, &[("KAZ", "2")], "");
    assert_eq!(unsaid, ["doubt rank-and-value [v-KAZ r-KAZ v-KGZ v-VNM] unless ranked-among-others"]);
    assert_eq!(found(&values, &[("KAZ", "2")], "ranked_among=products"), [""; 0]);
}

#[test]
fn a_lower_rank_is_no_larger() {
    let values = [("KAZ", "10.0"), ("KGZ", "30.0"), ("VNM", "20.0")];
    let swapped = found(&values, &[("KAZ", "2"), ("VNM", "3"), ("KGZ", "1")], AMONG);
    assert_eq!(swapped, ["doubt rank-and-value [v-KAZ r-KAZ v-VNM r-VNM] unless ranked-otherwise"]);
    let slipped = [("KAZ", "40.0"), ("KGZ", "30.0"), ("VNM", "20000.0")];
    let last = found(&slipped, &[("KAZ", "1"), ("KGZ", "2"), ("VNM", "3")], AMONG);
    assert_eq!(
        last,
        ["doubt rank-and-value [v-KAZ r-KAZ v-VNM r-VNM] unless ranked-otherwise"],
        "it is named once"
    );
}

#[test]
fn only_things_of_one_kind_that_do_not_overlap_are_compared() {
    let group = found(&[("KAZ", "10"), ("G2", "30")], &[("KAZ", "1")], AMONG);
    assert_eq!(group, [""; 0], "a group is no country");
    let world = found(&[("KAZ", "10"), ("W00", "30")], &[("KAZ", "1"), ("W00", "1")], AMONG);
    assert_eq!(world, [""; 0]);
    let groups = [("ASEAN", "90"), ("EU", "70"), ("RCEP", "150")];
    let both = found(&groups, &[("EU", "1"), ("ASEAN", "2")], AMONG);
    assert_eq!(both, ["doubt rank-and-value [v-EU r-EU v-ASEAN r-ASEAN] unless ranked-otherwise"]);
    let one = found(&groups[..2], &[("EU", "1")], AMONG);
    assert_eq!(one, ["doubt rank-and-value [v-EU r-EU v-ASEAN] unless not-listed ASEAN"]);
    let within = found(&[groups[0], groups[2]], &[("ASEAN", "1")], AMONG);
    assert_eq!(within, [""; 0], "ASEAN is in RCEP");
    let reunion = found(&[("REU", "9"), ("FRA", "70")], &[("REU", "1")], AMONG);
    assert_eq!(reunion, [""; 0], "France may be with Réunion");
    let balance = ["a KAZ balance value 2023 -9 USD", "b KGZ balance value 2023 9 USD"];
    assert_eq!(findings(&[balance[0], balance[1], "r KAZ balance rank 2023 1 RANK"]), [""; 0]);
    let provinces = found(&[("CN-XJ", "9"), ("RU-ALT", "90")], &[("CN-XJ", "1")], AMONG);
    assert_eq!(provinces, [""; 0], "provinces of two countries are seldom on one list");
    let weights = ["a KAZ exports value 2023 9 T", "b KGZ exports value 2023 90 T"];
    assert_eq!(findings(&[weights[0], weights[1], "r KAZ exports rank 2023 1 RANK"]), [""; 0]);
}

#[test]
fn reporters_and_products_are_ranked_too() {
    let row = |reporter: &str, row: &str| format!("{row} reporter={reporter}");
    let rows = [
        row("CN-GD", "a W00 exports value 2023 5.4 USD"),
        row("CN-JS", "b W00 exports value 2023 3.4 USD"),
        row("CN-JS", "r W00 exports rank 2023 1 RANK ranked_among=reporters"),
    ];
    let found = findings(&rows.each_ref().map(String::as_str));
    assert_eq!(found, ["doubt rank-and-value [b r a] unless ranked-otherwise"]);
    let products = [
        "a W00 exports value 2023 5.4 USD product=85",
        "b W00 exports value 2023 3.4 USD product=27",
        "c W00 exports value 2023 4.4 USD product=8471",
        "r W00 exports rank 2023 1 RANK product=27",
    ];
    let found = findings(&products);
    assert_eq!(found, ["doubt rank-and-value [b r a] unless ranked-among-others"]);
    assert_eq!(findings(&products[1..]), [""; 0], "a heading is no chapter");
    let named = [
        "a W00 exports value 2023 5.4 USD product=phones",
        "b W00 exports value 2023 3.4 USD product=oil",
        "r W00 exports rank 2023 1 RANK product=oil ranked_among=products",
    ];
    assert_eq!(findings(&named), [""; 0], "phones may be part of what is listed");
    let second = "s W00 exports rank 2023 2 RANK product=phones ranked_among=products";
    let found = findings(&[named[0], named[1], named[2], second]);
    assert_eq!(found, ["doubt rank-and-value [b r a s] unless ranked-otherwise"]);
}

#[test]
fn two_things_of_one_rank_are_a_doubt() {
    breaks(
        &[
            "a KAZ total rank 2023 1 RANK ranked_among=partners",
            "b KGZ total rank 2023 2 RANK ranked_among=partners",
        ],
        &["one-rank [a b]"],
        "b KGZ total rank 2023 1 RANK ranked_among=partners",
        &["doubt one-rank [a b] unless shared-rank"],
    );
    let unsaid = findings(&["a KAZ total rank 2023 1 RANK", "b KGZ total rank 2023 1 RANK"]);
    assert_eq!(unsaid, ["doubt one-rank [a b] unless shared-rank unless ranked-among-others"]);
    assert_eq!(findings(&["a KAZ total rank 2023 1 RANK", "b G2 total rank 2023 1 RANK"]), [""; 0]);
    let equal = [("KAZ", "17.0"), ("KGZ", "17.0"), ("VNM", "6.5")];
    let tied = |third| found(&equal, &[("KAZ", "1"), ("KGZ", "1"), ("VNM", third)], AMONG);
    assert_eq!(tied("3"), [""; 0], "the values are equal, and so are the ranks");
    assert_eq!(tied("1").len(), 2, "the third is smaller: {:?}", tied("1"));
    let nearly = found(&[("KAZ", "17.0"), ("KGZ", "17.2")], &[("KAZ", "2"), ("KGZ", "2")], AMONG);
    assert_eq!(nearly, ["doubt one-rank [r-KAZ r-KGZ] unless shared-rank"]);
    let mixed = found(&[], &[("G2", "1"), ("USA", "1"), ("JPN", "1"), ("EU", "1")], AMONG);
    assert_eq!(mixed.len(), 2, "two countries, and two groups: {mixed:?}");
    let flows = ["a KAZ exports rank 2023 1 RANK", "b KGZ imports rank 2023 1 RANK"];
    assert_eq!(findings(&flows), [""; 0]);
    let top = "ranked_among=partners bound=at_most";
    let among_three =
        [format!("a KAZ total rank 2023 3 RANK {top}"), format!("b KGZ total rank 2023 3 RANK {top}")];
    assert_eq!(
        findings(&among_three.each_ref().map(String::as_str)),
        [""; 0],
        "both are among the first three"
    );
}

#[test]
fn places_of_the_dataset_without_members_are_not_ranked() {
    let places = r#"{"code":"XA","name":"A"},{"code":"XB","name":"B"}"#;
    let rows = [
        "a XA exports value 2023 10 USD",
        "b XB exports value 2023 30 USD",
        "r XA exports rank 2023 1 RANK ranked_among=partners",
    ];
    assert_eq!(findings_among(places, &rows), [""; 0]);
}

#[test]
fn ranks_agree_with_shares_in_one_whole() {
    let ranked = |unit: &str, share: &str, among: &str| {
        findings(&[
            &format!("w W00 exports value 2023 - {unit} obs_status=O"),
            &format!("a KAZ exports share 2023 {share} PCT share_of=w"),
            "b KGZ exports share 2023 12.5 PCT share_of=w",
            &format!("r KAZ exports rank 2023 1 RANK {among}"),
        ])
    };
    let among = "ranked_among=partners";
    assert_eq!(ranked("USD", "12.5", among), [""; 0], "equal as printed");
    assert_eq!(ranked("USD", "12.3", among), ["doubt rank-and-value [a r b] unless ranked-otherwise"]);
    assert_eq!(ranked("T", "12.3", among), [""; 0], "a rank by value says nothing about weight");
    assert_eq!(ranked("-", "12.3", among), ["doubt rank-and-value [a r b] unless ranked-by-amount"]);
    assert_eq!(ranked("USD", "12.3", ""), ["doubt rank-and-value [a r b] unless ranked-among-others"]);
}
