//! Assumptions that could save a claim: the last line of a proof.

use horgos::analysis::Analysis;
use horgos::wording::Words;

use super::rows::{PLACES, dataset_with};
use super::{last, told_among};

#[test]
fn growth_of_something_else() {
    let cny = ["a KAZ total value 2022 100 CNY", "b KAZ total value 2023 110 CNY"];
    let growth = "g KAZ total growth 2023 4.0 PCT";
    assert_eq!(
        last(&[cny[0], cny[1], growth]),
        "unless +4.0 % (China's total trade with Kazakhstan, 2023) is not growth in CNY: it is not said [g]"
    );
    let implied = [
        "e KAZ exports value 2022 100 CNY",
        "t KAZ total value 2023 120 CNY",
        "g KAZ total growth 2023 25 PCT",
    ];
    let weights = ["f KAZ exports value 2022 15.0 T", "u KAZ total value 2023 19.0 T"];
    assert_eq!(last(&[&implied[..], &weights[..]].concat()), "unless the growth is in t, in which it holds");
    let members =
        ["a KAZ total growth 2023 10 PCT", "b KGZ total growth 2023 30 PCT", "g G2 total growth 2023 32 PCT"];
    assert_eq!(last(&members), "unless they are growth in two currencies or of two things: it is not said");
}

#[test]
fn a_multiple_that_is_a_fall() {
    let rows = [
        "a KAZ total value 2022 60 CNY",
        "b KAZ total value 2023 24 CNY",
        "g KAZ total multiple 2023 2.5 FACTOR growth_of=CNY",
    ];
    assert_eq!(last(&rows), "unless ×2.5 is a fall: so many times less, not so many times as much");
}

#[test]
fn places_that_overlap() {
    let last = |rows: &[&str]| told_among("", rows).pop().unwrap_or_default();
    let rows = [
        "a CN-XJ exports value 2023 60 USD",
        "b CN-GD exports value 2023 50 USD",
        "w W00 exports value 2023 100 USD",
    ];
    assert_eq!(last(&rows), "unless Guangdong and Xinjiang overlap");
    let more = [
        rows[2],
        "a SDN exports value 2010 60 USD",
        "b SSD exports value 2010 50 USD",
        "v W00 exports value 2010 100 USD",
    ];
    assert_eq!(last(&more), "unless South Sudan and Sudan overlap");
    let provinces = [
        "a CN-XJ exports value 2023 60 USD",
        "b CN-GD exports value 2023 50 USD",
        "c CN-SH exports value 2023 1 USD",
        rows[2],
    ];
    assert_eq!(last(&provinces), "unless Guangdong overlaps another of them");
    let large = [
        "a CN-XJ exports value 2023 90 USD",
        "b CN-GD exports value 2023 80 USD",
        "c CN-SH exports value 2023 80 USD",
        rows[2],
    ];
    assert_eq!(last(&large), "unless Xinjiang and others of them overlap");
}

#[test]
fn codes_that_overlap() {
    let list = r#"{"code":"334","name":"Petroleum products","classification":"SITC"}"#;
    let rows = [
        "a KAZ exports value 2023 6.0 CNY product=334",
        "b KAZ exports value 2023 6.0 CNY product=27",
        "c KAZ exports value 2023 9.0 CNY",
    ];
    let dataset = dataset_with(list, PLACES, &rows);
    let analysis = Analysis::new(&dataset);
    let proof = Words::new(&dataset, &analysis).proof(&analysis.findings[0]);
    assert_eq!(proof.last().map(String::as_str), Some("unless codes of HS and of SITC overlap"));
}

#[test]
fn numbers_that_can_be_read_otherwise() {
    let cut = [
        "e KAZ exports value 2023 178.4 USD",
        "i KAZ imports value 2023 196.5 USD",
        "t KAZ total value 2023 374 USD",
    ];
    assert_eq!(last(&cut), "unless numbers were cut off behind their last digit, not rounded");
    let times = [
        "a KAZ exports value 2022 100 USD",
        "b KAZ exports value 2023 930 USD",
        "g KAZ exports multiple 2023 8 FACTOR growth_of=USD",
    ];
    assert_eq!(last(&times), "unless ×8 means 8 times more, which is ×9");
    let averages = [
        "a KAZ exports value 2023-01-01/P6M 7.0 USD",
        "b KAZ exports value 2023-07-01/P6M 8.0 USD",
        "c KAZ exports value 2023 90.0 USD",
    ];
    assert_eq!(last(&averages), "unless some of them are averages or at annual rates: it is not said");
    let ranks = [
        "a KAZ exports value 2023 7.0 USD",
        "b KGZ exports value 2023 8.0 USD",
        "r KAZ exports rank 2023 1 RANK ranked_among=partners",
    ];
    assert_eq!(last(&ranks), "unless they are ranked by growth or among fewer: it is not said");
    let adjusted = [
        "e KAZ exports value 2023 7.0 USD adjustment=S",
        "i KAZ imports value 2023 3.0 USD adjustment=S",
        "b KAZ balance value 2023 9.0 USD adjustment=S",
    ];
    assert_eq!(last(&adjusted), "unless the adjustment made the difference: adjusted figures do not add up");
    let valued = [
        "e KAZ exports value 2023 7.0 USD valuation=FOB",
        "i KAZ imports value 2023 3.0 USD valuation=CIF",
        "b KAZ balance value 2023 9.0 USD valuation=FOB",
    ];
    assert_eq!(last(&valued), "unless the valuation made the difference: FOB and CIF are mixed");
}

#[test]
fn corrections_below_zero() {
    let rows =
        ["e KAZ exports value 2023 8 CNY", "i KAZ imports value 2023 -3 CNY", "t KAZ total value 2023 5 CNY"];
    assert_eq!(
        last(&rows),
        "unless −3 CNY (China's imports from Kazakhstan, 2023) is a correction: it is below zero [i]"
    );
    let many = |before: i32| {
        let row = |year| format!("n{year} KAZ exports value {year} -5 CNY");
        let mut rows: Vec<String> = (1800..1800 + before).map(row).collect();
        rows.push("k KGZ exports value 2023 15 CNY".to_owned());
        rows.push("w W00 exports value 2023 10 CNY".to_owned());
        last(&rows.iter().map(String::as_str).collect::<Vec<_>>())
    };
    assert_eq!(many(129), "unless one more value below zero is a correction");
    assert_eq!(many(131), "unless one of 3 more values below zero is a correction");
}

#[test]
fn figures_that_may_change() {
    for (status, why) in [
        ("E", "changes: it is an estimate"),
        ("F", "changes: it is a forecast"),
        ("P", "changes: it is provisional"),
        ("B", "does not compare: its series breaks there"),
        ("D", "does not compare: its definition differs"),
    ] {
        let why = format!("unless 9 CNY (China's exports to Kazakhstan, 2023) {why} [e]");
        let row = format!("e KAZ exports value 2023 9 CNY obs_status={status}");
        assert_eq!(last(&[&row, "t KAZ total value 2023 5 CNY"]), why);
    }
}

#[test]
fn what_is_counted_otherwise() {
    let union = ["a DEU exports value 2019 31 USD", "b GBR exports value 2019 12 USD"];
    assert_eq!(
        last(&[union[0], union[1], "u EU exports value 2019 40 USD"]),
        "unless the European Union is counted with the members of another time"
    );
    let own = [
        "i DEU exports value 2023 41 EUR reporter=EU27_2020",
        "w W00 exports value 2023 26 EUR reporter=EU27_2020",
    ];
    assert_eq!(last(&own), "unless the world is counted without trade within the EU of 27");
    let modes = [
        "a KAZ exports value 2023 61 T transport=road",
        "b KAZ exports value 2023 52 T transport=rail",
        "w KAZ exports value 2023 97 T",
    ];
    assert_eq!(last(&modes), "unless goods that changed from one mode to another were counted in both");
    let zeros = [
        "e KAZ exports value 2023 1500 USD",
        "i KAZ imports value 2023 712 USD",
        "t KAZ total value 2023 2257 USD",
    ];
    assert_eq!(last(&zeros), "unless numbers that end in zeros were rounded there");
    let changes = ["a KAZ exports share_change 2023 2 POINTS", "b KAZ exports share_change 2023 5 POINTS"];
    assert_eq!(last(&changes), "unless they are of two things: it is not said");
    let ranks = [
        "a RUS imports value 2023 60 USD product=2709",
        "b SAU imports value 2023 64 USD product=2709",
        "t RUS imports value 2023 107 T product=2709",
        "r RUS imports rank 2023 1 RANK product=2709 ranked_among=partners",
    ];
    assert_eq!(last(&ranks), "unless they are ranked by weight or volume");
}
