//! What is true only under an assumption: growth in another currency, corrections below zero.

use super::{breaks, findings, held};

#[test]
fn growth_may_be_in_any_currency_that_both_values_are_in() {
    let cny = ["a KAZ total value 2022 100 CNY", "b KAZ total value 2023 110 CNY"];
    let usd = ["c KAZ total value 2022 15.00 USD", "d KAZ total value 2023 15.60 USD"];
    let all = [cny[0], cny[1], usd[0], usd[1], "g KAZ total growth 2023 4.0 PCT"];
    breaks(
        &all,
        &["growth-between-periods: total trade: growth to 2023 agrees with both values"],
        "g KAZ total growth 2023 5.0 PCT",
        &[
            "contradiction growth-between-periods [a b c d g]",
            "total trade +5.0 % is not the growth from 2022 to 2023",
            "total trade 2022 = 100 CNY",
            "total trade 2023 = 110 CNY",
            "so the growth is +8.96 to +11.06 %",
            "total trade 2022 = 15.00 USD",
            "total trade 2023 = 15.60 USD",
            "so the growth is +3.93 to +4.07 %",
            "printed: +5.0 %, so +4.95 to +5.05 %",
        ],
    );
    let told = findings(&[cny[0], cny[1], usd[1], all[4]]);
    assert_eq!(told[0], "doubt growth-between-periods [a b g]");
    assert_eq!(told.last().map(String::as_str), Some("unless the growth is in USD"));
    let told = findings(&[cny[0], cny[1], all[4]]);
    assert_eq!(told[0], "contradiction growth-between-periods [a b g]", "there is no other currency");
    let told = findings(&["o KGZ total value 2020 1 CNY", usd[0], usd[1], "g KAZ total growth 2023 9.0 PCT"]);
    assert_eq!(told.last().map(String::as_str), Some("unless the growth is in CNY"));
}

#[test]
fn however_many_currencies_there_are_growth_may_be_in_each() {
    let codes = ["CNY", "USD", "EUR", "GBP", "JPY", "CHF", "KZT", "KGS", "UZS", "TJS"];
    let told = |percent: &str| {
        let value = |year: i32, value: i32| {
            move |code: &&str| format!("{}-{year} KAZ total value {year} {value} {code}", code.to_lowercase())
        };
        let mut rows: Vec<String> = codes.iter().map(value(2022, 100)).collect();
        rows.extend(codes[..9].iter().map(value(2023, 110)));
        rows.extend(codes[9..].iter().map(value(2023, 150)));
        rows.push(format!("g KAZ total growth 2023 {percent} PCT"));
        findings(&rows.iter().map(String::as_str).collect::<Vec<_>>())
    };
    assert_eq!(told("50"), [""; 0], "it is in the tenth");
    let told = told("90");
    assert!(told[0].starts_with("contradiction growth-between-periods"), "{told:?}");
    assert_eq!(told[14..16], ["… and 6 more in other units", "printed: +90 %, so +89.5 to +90.5 %"]);
}

#[test]
fn growth_may_be_by_weight_where_weights_are_known() {
    let usd = ["a KAZ exports value 2022 10.0 USD", "b KAZ exports value 2023 11.0 USD"];
    let weight = ["c KAZ exports value 2022 10.0 T", "d KAZ exports value 2023 13.0 T"];
    breaks(
        &[usd[0], usd[1], weight[0], weight[1], "g KAZ exports growth 2023 30 PCT"],
        &["growth-between-periods: exports: growth to 2023 agrees with both values"],
        "g KAZ exports growth 2023 20 PCT",
        &[
            "contradiction growth-between-periods [a b c d g]",
            "exports +20 % is not the growth from 2022 to 2023",
            "exports 2022 = 10.0 USD",
            "exports 2023 = 11.0 USD",
            "so the growth is +9.0 to +11.1 %",
            "exports 2022 = 10.0 t",
            "exports 2023 = 13.0 t",
            "so the growth is +28.9 to +31.2 %",
            "printed: +20 %, so +19.5 to +20.5 %",
        ],
    );
    let one = findings(&[usd[0], usd[1], weight[1], "g KAZ exports growth 2023 30 PCT"]);
    assert_eq!(one[0], "contradiction growth-between-periods [a b g]", "one weight says nothing of growth");
    let implied = ["e KAZ exports value 2022 100 CNY", "t KAZ total value 2023 120 CNY"];
    let weights = ["f KAZ exports value 2022 15.0 T", "u KAZ total value 2023 19.0 T"];
    let told = findings(&[implied[0], implied[1], "g KAZ total growth 2023 25 PCT", weights[0], weights[1]]);
    assert_eq!(told[0], "doubt part-of-whole/base [e t g f u]");
    assert_eq!(told.last().map(String::as_str), Some("unless the growth is in t, in which it holds"));
}

#[test]
fn what_growth_implies_may_hold_in_another_currency() {
    let cny = ["e KAZ exports value 2022 100 CNY", "t KAZ total value 2023 120 CNY"];
    let usd = ["f KAZ exports value 2022 15.0 USD", "u KAZ total value 2023 19.0 USD"];
    let growth = "g KAZ total growth 2023 25 PCT";
    let told = findings(&[cny[0], cny[1], growth]);
    assert_eq!(told[0], "contradiction part-of-whole/base [e t g]");
    let told = findings(&[cny[0], cny[1], growth, usd[0], usd[1]]);
    assert_eq!(told[0], "doubt part-of-whole/base [e t g f u]");
    assert_eq!(told.last().map(String::as_str), Some("unless the growth is in USD, in which it holds"));
    let told = findings(&[cny[0], cny[1], growth, usd[0], "u KAZ total value 2023 18.0 USD"]);
    assert_eq!(told[0], "contradiction part-of-whole/base [e t g]", "it does not hold in dollars, either");
    let told = findings(&[cny[0], cny[1], growth, usd[1]]);
    assert_eq!(told[0], "contradiction part-of-whole/base [e t g]", "nothing is known in dollars");
    let sums = |imports: &str| {
        let rows = ["e KAZ exports value 2022 80 CNY", "i KAZ imports value 2022 40 CNY", cny[1], growth];
        let others = ["f KAZ exports value 2022 10.0 USD", imports, usd[1]];
        findings(&[&rows[..], &others[..]].concat())
    };
    assert_eq!(sums("j KAZ imports value 2022 5.2 USD")[0], "doubt sum-of-parts/base [e i t g f j u]");
    assert_eq!(sums("j KAZ imports value 2022 4.0 USD")[0], "contradiction sum-of-parts/base [e i t g]");
}

#[test]
fn growth_is_compared_with_growth_in_one_currency_only() {
    let members =
        ["a KAZ total growth 2023 10 PCT", "b KGZ total growth 2023 30 PCT", "g G2 total growth 2023 32 PCT"];
    let told = findings(&members);
    assert_eq!(told[0], "contradiction growth-between-parts [a b g]");
    let currencies = ["v UZB total value 2020 7.0 CNY", "w UZB total value 2020 1.0 USD"];
    let told = findings(&[&members[..], &currencies[..]].concat());
    assert_eq!(told[0], "doubt growth-between-parts [a b g]");
    assert_eq!(told.last().map(String::as_str), Some(TWO));
    let shares = [
        "x W00 total value 2022 - CNY obs_status=O",
        "y W00 total value 2023 - CNY obs_status=O",
        "s KAZ total share 2022 10 PCT share_of=x",
        "t KAZ total share 2023 20 PCT share_of=y",
        "p KAZ total growth 2023 5 PCT",
        "q W00 total growth 2023 10 PCT",
    ];
    let told = findings(&[&shares[..], &currencies[..]].concat());
    assert_eq!(told[0], "doubt share-and-growth [s t p q]");
    assert_eq!(told.last().map(String::as_str), Some(TWO));
}

const TWO: &str = "unless they are growth in two currencies, which the rows do not say";

#[test]
fn what_is_below_zero_may_correct_what_was_too_much() {
    let rows =
        ["e KAZ exports value 2023 8 CNY", "i KAZ imports value 2023 -3 CNY", "t KAZ total value 2023 5 CNY"];
    let told = findings(&rows);
    assert_eq!(told[0], "doubt part-of-whole [e t i]");
    assert_eq!(told[5], "unless i is a correction: it is below zero");
    assert_eq!(told[6], "doubt least [i]");
    assert!(
        held(&rows).contains(&"sum-of-parts: exports and imports add up to total trade, 2023".to_owned())
    );
    let settled = findings(&[rows[0], rows[2], "i KGZ imports value 2023 -3 CNY"]);
    assert_eq!(settled[0], "contradiction part-of-whole [e t]", "it belongs to another trade");
    let months = findings(&[
        "m KAZ exports value 2023-01 8 CNY",
        "n KAZ exports value 2023-02 -3 CNY",
        "y KAZ exports value 2023 5 CNY",
    ]);
    assert_eq!(months[0], "doubt part-of-whole [m y n]");
    let modes = [
        "a KAZ exports value 2023 8 CNY transport=road",
        "b KAZ exports value 2023 8 CNY transport=rail",
        "c KAZ exports value 2023 10 CNY",
    ];
    assert_eq!(findings(&modes)[0], "contradiction sum-of-parts [a b c]");
    let corrected = [&modes[..], &["d KAZ exports value 2023 -6 CNY transport=air product=87"]].concat();
    assert_eq!(findings(&corrected)[0], "doubt sum-of-parts [a b c d]", "it is a part of what is left");
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
    let told = findings(&below);
    assert_eq!(told[0], "doubt part-of-whole [k w v g]");
    assert_eq!(told[5], "unless v is a correction: it is below zero");
}

#[test]
fn however_many_values_are_below_zero_each_may_be_a_correction() {
    let told = |before: i32| {
        let row = |year| format!("n{year} KAZ exports value {year} -5 CNY");
        let mut rows: Vec<String> = (1800..1800 + before).map(row).collect();
        rows.push("k KGZ exports value 2023 15 CNY".to_owned());
        rows.push("w W00 exports value 2023 10 CNY".to_owned());
        rows.push("c TJK exports value 2023 -5 CNY".to_owned());
        let told = findings(&rows.iter().map(String::as_str).collect::<Vec<_>>());
        (told[0].clone(), told[5].clone())
    };
    let (head, unless) = told(8);
    assert_eq!(head, "doubt part-of-whole [k w c]");
    assert_eq!(unless, "unless c is a correction: it is below zero");
    assert_eq!(told(128).1, "unless one more value below zero is a correction");
    let (head, unless) = told(130);
    assert_eq!(head, "doubt part-of-whole [k w]", "it is not looked at, and not forgotten");
    assert_eq!(unless, "unless one of 3 more values below zero is a correction");
}

#[test]
fn growth_of_a_whole_is_no_mean_where_something_is_below_zero() {
    let rows = [
        "a KAZ total growth 2023 10 PCT",
        "b KGZ total growth 2023 30 PCT",
        "g G2 total growth 2023 50 PCT",
        "v KGZ total value 2022 5 CNY",
    ];
    assert_eq!(findings(&rows)[0], "contradiction growth-between-parts [a b g]");
    let below = [&rows[..3], &["v KGZ total value 2022 -5 CNY"]].concat();
    assert_eq!(findings(&below)[0], "doubt growth-between-parts [a b g v]");
}
