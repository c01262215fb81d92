//! Claims that hold only under an assumption: growth in another currency, corrections below zero.

use super::rows::{PLACES, dataset_from};
use super::{breaks, findings, findings_in, held};

#[test]
fn growth_that_does_not_say_what_it_is_of_is_tried_in_every_unit() {
    let cny = ["a KAZ total value 2022 100 CNY", "b KAZ total value 2023 110 CNY"];
    let usd = ["c KAZ total value 2022 15.00 USD", "d KAZ total value 2023 15.60 USD"];
    let all = [cny[0], cny[1], usd[0], usd[1], "g KAZ total growth 2023 4.0 PCT"];
    breaks(
        &all,
        &["growth-between-periods [c d g]", "rate-of-the-year [a c]", "rate-of-the-year [b d]"],
        "g KAZ total growth 2023 5.0 PCT",
        &["doubt growth-between-periods [a b c d g] unless growth-of-else g CNY"],
    );
    let said = |of: &str| {
        let growth = format!("{} growth_of={of}", all[4]);
        findings(&[cny[0], cny[1], usd[0], usd[1], &growth])
    };
    assert_eq!(said("USD"), [""; 0]);
    assert_eq!(said("CNY"), ["contradiction growth-between-periods [a b g]"]);
    for unknown in ["EUR", "T", "VOLUME"] {
        assert_eq!(said(unknown), [""; 0], "{unknown}");
    }
    let one = findings(&[cny[0], cny[1], all[4]]);
    assert_eq!(one, ["doubt growth-between-periods [a b g] unless growth-of-else g CNY"]);
}

#[test]
fn however_many_currencies_there_are_growth_may_be_in_each() {
    let codes = ["CNY", "USD", "EUR", "GBP", "JPY", "CHF", "KZT", "KGS", "UZS", "TJS"];
    let found = |percent: &str| {
        let value = |year: i32, value: i32| {
            move |code: &&str| format!("{}-{year} KAZ total value {year} {value} {code}", code.to_lowercase())
        };
        let mut rows: Vec<String> = codes.iter().map(value(1951, 100)).collect();
        rows.extend(codes[..9].iter().map(value(1952, 110)));
        rows.extend(codes[9..].iter().map(value(1952, 150)));
        rows.push(format!("g KAZ total growth 1952 {percent} PCT"));
        findings(&rows.iter().map(String::as_str).collect::<Vec<_>>())
    };
    assert_eq!(found("50"), [""; 0], "it is in the tenth");
    let found = found("90");
    assert!(found[0].starts_with("doubt growth-between-periods"), "{found:?}");
}

#[test]
fn growth_may_be_by_weight() {
    let usd = ["a KAZ exports value 2022 10.0 USD", "b KAZ exports value 2023 11.0 USD"];
    let weight = ["c KAZ exports value 2022 10.0 T", "d KAZ exports value 2023 13.0 T"];
    breaks(
        &[usd[0], usd[1], weight[0], weight[1], "g KAZ exports growth 2023 30 PCT"],
        &["growth-between-periods [c d g]"],
        "g KAZ exports growth 2023 20 PCT",
        &["doubt growth-between-periods [a b c d g] unless growth-of-else g USD"],
    );
    let said =
        findings(&[usd[0], usd[1], weight[0], weight[1], "g KAZ exports growth 2023 20 PCT growth_of=T"]);
    assert_eq!(said, ["contradiction growth-between-periods [c d g]"]);
    let implied = ["e KAZ exports value 2022 100 CNY", "t KAZ total value 2023 120 CNY"];
    let weights = ["f KAZ exports value 2022 15.0 T", "u KAZ total value 2023 19.0 T"];
    let found = findings(&[implied[0], implied[1], "g KAZ total growth 2023 25 PCT", weights[0], weights[1]]);
    assert_eq!(found, ["doubt part-of-whole/base [e t g f u] unless growth-in T fitting"]);
}

#[test]
fn the_level_that_growth_implies_may_hold_in_another_currency() {
    let cny = ["e KAZ exports value 2022 100 CNY", "t KAZ total value 2023 120 CNY"];
    let usd = ["f KAZ exports value 2022 15.0 USD", "u KAZ total value 2023 19.0 USD"];
    let growth = "g KAZ total growth 2023 25 PCT";
    let found = findings(&[cny[0], cny[1], growth, usd[0], usd[1]]);
    assert_eq!(found, ["doubt part-of-whole/base [e t g f u] unless growth-in USD fitting"]);
    let neither = findings(&[cny[0], cny[1], growth, usd[0], "u KAZ total value 2023 18.0 USD"]);
    assert_eq!(neither, ["doubt part-of-whole/base [e t g] unless growth-of-else g CNY"]);
    let said = findings(&[cny[0], cny[1], &format!("{growth} growth_of=CNY"), usd[0], usd[1]]);
    assert_eq!(said, ["contradiction part-of-whole/base [e t g]"], "the dollars do not matter");
    let sums = |imports: &str| {
        let rows = ["e KAZ exports value 2022 80 CNY", "i KAZ imports value 2022 40 CNY", cny[1], growth];
        let others = ["f KAZ exports value 2022 10.0 USD", imports, usd[1]];
        findings(&[&rows[..], &others[..]].concat())
    };
    assert_eq!(
        sums("j KAZ imports value 2022 5.2 USD")[0],
        "doubt sum-of-parts/base [e i t g f j u] unless growth-in USD fitting"
    );
    assert_eq!(
        sums("j KAZ imports value 2022 4.0 USD")[0],
        "doubt sum-of-parts/base [e i t g] unless growth-of-else g CNY"
    );
}

#[test]
fn growth_is_compared_with_growth_of_the_same() {
    let members =
        ["a KAZ total growth 2023 10 PCT", "b KGZ total growth 2023 30 PCT", "g G2 total growth 2023 32 PCT"];
    assert_eq!(findings(&members), ["doubt growth-between-parts [a b g] unless two-growths"]);
    let said = |of: [&str; 3]| {
        let rows: Vec<String> =
            members.iter().zip(of).map(|(row, of)| format!("{row} growth_of={of}")).collect();
        findings(&rows.iter().map(String::as_str).collect::<Vec<_>>())
    };
    assert_eq!(said(["CNY", "CNY", "CNY"]), ["contradiction growth-between-parts [a b g]"]);
    assert_eq!(said(["CNY", "USD", "CNY"]), [""; 0], "one member is not known in yuan");
    assert_eq!(said(["VOLUME", "VOLUME", "VOLUME"]), [""; 0], "chained volumes do not add up");
    let shares = [
        "x W00 total value 2022 - CNY obs_status=O",
        "y W00 total value 2023 - CNY obs_status=O",
        "s KAZ total share 2022 10 PCT share_of=x",
        "t KAZ total share 2023 20 PCT share_of=y",
        "v KAZ total value 2020 7 CNY",
        "p KAZ total growth 2023 5 PCT",
        "q W00 total growth 2023 10 PCT",
    ];
    assert_eq!(findings(&shares), ["doubt share-and-growth [s t p q] unless two-growths"]);
    let twice = ["a KAZ total growth 2023 10 PCT", "b KAZ total growth 2023 20 PCT"];
    assert_eq!(findings(&twice), ["doubt same-figure [b a] unless two-growths"]);
    let [one, other] = [format!("{} growth_of=CNY", twice[0]), format!("{} growth_of=USD", twice[1])];
    assert_eq!(findings(&[&one, &other]), [""; 0]);
}

#[test]
fn numbers_may_have_been_cut_off_where_the_source_does_not_say() {
    let rows = [
        "e KAZ exports value 2023 178.4 USD",
        "i KAZ imports value 2023 196.5 USD",
        "t KAZ total value 2023 374 USD",
    ];
    assert_eq!(findings(&rows), ["doubt sum-of-parts [e i t] unless cut-off"], "374.9 was cut to 374");
    let more = [rows[0], rows[1], "t KAZ total value 2023 373 USD"];
    assert_eq!(findings(&more), ["contradiction sum-of-parts [e i t]"]);
    let negative = [
        "e KAZ exports value 2023 10 USD",
        "i KAZ imports value 2023 13.9 USD",
        "b KAZ balance value 2023 -3 USD",
    ];
    assert_eq!(findings(&negative), [""; 0]);
    let cut = ["e KAZ exports value 2023 10.0 USD", negative[1], negative[2]];
    assert_eq!(findings(&cut), ["doubt sum-of-parts [e i b] unless cut-off"], "−3.9 was cut to −3");
}

#[test]
fn times_as_much_may_mean_times_more() {
    let rows = [
        "a KAZ exports value 2022 100 USD",
        "b KAZ exports value 2023 930 USD",
        "g KAZ exports multiple 2023 8 FACTOR",
    ];
    let of = |multiple: &str| findings(&[rows[0], rows[1], multiple]);
    let said = of("g KAZ exports multiple 2023 8 FACTOR growth_of=USD");
    assert_eq!(said, ["doubt growth-between-periods [a b g] unless times-more g"]);
    let exactly = findings(&[
        "a KAZ exports value 2022 20.0 USD",
        "b KAZ exports value 2023 120.0 USD",
        "g KAZ exports multiple 2023 5 FACTOR growth_of=USD",
    ]);
    assert_eq!(exactly, ["doubt growth-between-periods [a b g] unless times-more g"], "rather than cut off");
    assert_eq!(of("g KAZ exports multiple 2023 9 FACTOR growth_of=USD"), [""; 0]);
    assert_eq!(
        of("g KAZ exports multiple 2023 5 FACTOR growth_of=USD"),
        ["contradiction growth-between-periods [a b g]"]
    );
}

#[test]
fn times_as_much_may_mean_times_less() {
    let of = |number: &str| {
        findings(&[
            "a KAZ imports value 2022 91 USD",
            "b KAZ imports value 2023 26 USD",
            &format!("g KAZ imports multiple 2023 {number} FACTOR growth_of=USD"),
        ])
    };
    assert_eq!(of("3.5"), ["doubt growth-between-periods [a b g] unless times-less g"], "fell 3.5 times");
    assert_eq!(of("2.5"), ["contradiction growth-between-periods [a b g]"]);
    let said = |words: &str| {
        findings(&[
            "a KAZ imports value 2022 91 USD",
            "b KAZ imports value 2023 26 USD",
            &format!("g KAZ imports multiple 2023 3.5 FACTOR growth_of=USD as_printed={words}"),
        ])
    };
    assert_eq!(said("rose_3.5_times"), ["contradiction growth-between-periods [a b g]"]);
    assert_eq!(said("Снизился_в_3,5_раза"), ["doubt growth-between-periods [a b g] unless times-less g"]);
}

#[test]
fn times_more_needs_no_truncation() {
    let of = |rounding: &str| {
        let rows = [
            "a KAZ exports value 2022 100 USD source=s",
            "b KAZ exports value 2023 870 USD source=s",
            "g KAZ exports multiple 2023 8 FACTOR growth_of=USD source=s",
        ];
        let sources = format!(r#"{{"id":"s","publisher":"S","rounding":"{rounding}"}}"#);
        findings_in(&dataset_from(&sources, PLACES, &rows))
    };
    assert_eq!(of("cut"), [""; 0], "×8 is anything below 9");
    assert_eq!(of("nearest"), ["doubt growth-between-periods [a b g] unless times-more g"]);
}

#[test]
fn growth_from_below_zero_is_counted_in_two_ways() {
    let deficit = ["a KAZ balance value 2022 -10.0 USD", "b KAZ balance value 2023 -5.0 USD"];
    let surplus = [deficit[0], "b KAZ balance value 2023 5.0 USD"];
    for (values, growth, fits) in [
        (deficit, "50", true),
        (deficit, "-50", true),
        (deficit, "20", false),
        (surplus, "150", true),
        (surplus, "70", false),
    ] {
        let growth = format!("g KAZ balance growth 2023 {growth} PCT growth_of=USD");
        let found = findings(&[values[0], values[1], &growth]);
        assert_eq!(found.is_empty(), fits, "{growth}: {found:?}");
    }
}

#[test]
fn a_value_below_zero_may_correct_one_that_was_too_large() {
    let rows =
        ["e KAZ exports value 2023 8 CNY", "i KAZ imports value 2023 -3 CNY", "t KAZ total value 2023 5 CNY"];
    let corrected = "doubt part-of-whole [e t i] unless correction i";
    assert_eq!(findings(&rows), [corrected, "doubt least [i] unless corrects-earlier"]);
    assert!(held(&rows).contains(&"sum-of-parts [e i t]".to_owned()));
    let settled = findings(&[rows[0], rows[2], "i KGZ imports value 2023 -3 CNY"]);
    assert_eq!(settled[0], "contradiction part-of-whole [e t]", "it belongs to another trade");
    let months = findings(&[
        "m KAZ exports value 2023-01 8 CNY",
        "n KAZ exports value 2023-02 -3 CNY",
        "y KAZ exports value 2023 5 CNY",
    ]);
    assert_eq!(months[0], "doubt part-of-whole [m y n] unless correction n");
    let modes = [
        "a KAZ exports value 2023 8 CNY transport=road",
        "b KAZ exports value 2023 8 CNY transport=rail",
        "c KAZ exports value 2023 10 CNY",
    ];
    assert_eq!(findings(&modes), ["contradiction sum-of-parts [a b c]"]);
    let corrected = [&modes[..], &["d KAZ exports value 2023 -6 CNY transport=air product=87"]].concat();
    let left = "doubt sum-of-parts [a b c d] unless correction d";
    assert_eq!(findings(&corrected)[0], left, "it is a part of what is left");
    let counted = [&modes[..], &["d KAZ exports value 2023 -6 CNY transport=rail product=87"]].concat();
    assert_eq!(findings(&counted)[0], "contradiction sum-of-parts [a b c]", "it is counted by rail");
}

#[test]
fn a_correction_is_printed_below_zero() {
    let rows = [
        "k KAZ exports value 2023 20 CNY",
        "w W00 exports value 2023 10 CNY",
        "v KGZ exports value 2024 20 CNY",
        "g KGZ exports growth 2024 -150 PCT",
    ];
    assert_eq!(findings(&rows)[0], "contradiction part-of-whole [k w]", "growth turns a value over");
    let below = [rows[0], rows[1], "v KGZ exports value 2024 -20 CNY", "g KGZ exports growth 2024 50 PCT"];
    assert_eq!(findings(&below)[0], "doubt part-of-whole [k w v g] unless correction v");
}

#[test]
fn however_many_values_are_below_zero_each_may_be_a_correction() {
    let found = |before: i32| {
        let row = |year| format!("n{year} KAZ exports value {year} -5 CNY");
        let mut rows: Vec<String> = (1800..1800 + before).map(row).collect();
        rows.push("k KGZ exports value 2023 15 CNY".to_owned());
        rows.push("w W00 exports value 2023 10 CNY".to_owned());
        rows.push("z TJK exports value 2023 -5 CNY".to_owned());
        findings(&rows.iter().map(String::as_str).collect::<Vec<_>>()).swap_remove(0)
    };
    assert_eq!(found(8), "doubt part-of-whole [k w z] unless correction z");
    assert_eq!(found(128), "doubt part-of-whole [k w] unless some-correction 1");
    assert_eq!(
        found(130),
        "doubt part-of-whole [k w] unless some-correction 3",
        "it is not looked at, and not forgotten"
    );
}

#[test]
fn growth_of_a_whole_is_no_mean_where_something_is_below_zero() {
    let rows = [
        "a KAZ total growth 2023 10 PCT growth_of=CNY",
        "b KGZ total growth 2023 30 PCT growth_of=CNY",
        "g G2 total growth 2023 50 PCT growth_of=CNY",
        "v KGZ total value 2022 5 CNY",
    ];
    assert_eq!(findings(&rows), ["contradiction growth-between-parts [a b g]"]);
    let below = [&rows[..3], &["v KGZ total value 2022 -5 CNY"]].concat();
    assert_eq!(findings(&below)[0], "doubt growth-between-parts [a b g v] unless correction v");
}

#[test]
fn an_open_question_is_a_doubt() {
    for status in ["E", "F", "P", "B", "D"] {
        let row = format!("e KAZ exports value 2023 9 CNY obs_status={status}");
        let found = findings(&[&row, "t KAZ total value 2023 5 CNY"]);
        assert_eq!(found, [format!("doubt part-of-whole [e t] unless status e {status}")]);
    }
    let unvalidated =
        findings(&["e KAZ exports value 2023 9 CNY obs_status=V", "t KAZ total value 2023 5 CNY"]);
    assert_eq!(unvalidated, ["contradiction part-of-whole [e t]"]);
}
