//! Growth next to other figures.

use super::{told, told_among};

#[test]
fn a_whole_grows_more_or_less_than_its_parts() {
    let parts =
        ["a KAZ total growth 2023 10 PCT growth_of=CNY", "b KGZ total growth 2023 30 PCT growth_of=CNY"];
    assert_eq!(
        told(&[parts[0], parts[1], "g G2 total growth 2023 32 PCT growth_of=CNY"]),
        [
            "trade with the two +32 % is more than any of its parts grew",
            "least: China's total trade with Kazakhstan, 2023:",
            "  +10 %, so +9.5 to +10.5 % [a]",
            "most: China's total trade with Kyrgyzstan, 2023:",
            "  +30 %, so +29.5 to +30.5 % [b]",
            "whole: China's total trade with the two, 2023:",
            "  +32 %, so +31.5 to +32.5 % [g]",
            "its 2 parts are complete, so it grew between the least and the most",
        ]
    );
    let less = told(&[parts[0], parts[1], "g G2 total multiple 2023 1.02 FACTOR growth_of=CNY"]);
    assert_eq!(less[0], "trade with the two ×1.02 is less than any of its parts grew");
    assert_eq!(less[3], "most: China's total trade with Kyrgyzstan, 2023:");
}

#[test]
fn one_member_grows_as_its_group() {
    let places = r#"{"code":"G1","name":"the one","members":["KAZ"]}"#;
    let part = "a KAZ exports growth 2023 5 PCT growth_of=CNY";
    assert_eq!(
        told_among(places, &[part, "g G1 exports growth 2023 9 PCT growth_of=CNY"]),
        [
            "exports to the one +9 % is more than its only part grew",
            "part: China's exports to Kazakhstan, 2023: +5 %, so +4.5 to +5.5 % [a]",
            "whole: China's exports to the one, 2023: +9 %, so +8.5 to +9.5 % [g]",
            "it has no other part, so both grew alike",
        ]
    );
    let less = told_among(places, &[part, "g G1 exports growth 2023 1 PCT growth_of=CNY"]);
    assert_eq!(less[0], "exports to the one +1 % is less than its only part grew");
}

#[test]
fn one_part_that_grew_least_and_most_is_named_once() {
    let rows = [
        "a KAZ exports growth 2023 5 PCT growth_of=CNY",
        "b KGZ exports growth 2023 5.0 PCT decimals=1 growth_of=CNY",
        "g G2 exports growth 2023 9 PCT growth_of=CNY",
    ];
    assert_eq!(told(&rows)[1], "least and most: China's exports to Kazakhstan, 2023:");
}

#[test]
fn growth_is_not_that_of_two_values() {
    let values = ["a KAZ total value 2022 100 CNY", "b KAZ total value 2023 150 CNY"];
    assert_eq!(
        told(&[values[0], values[1], "g KAZ total growth 2023 -52 PCT growth_of=CNY"]),
        [
            "total trade −52 % is not the growth from 2022 to 2023",
            "China's total trade with Kazakhstan, 2022: 100 CNY [a]",
            "China's total trade with Kazakhstan, 2023: 150 CNY [b]",
            "so the growth is +48.8 to +51.3 %",
            "printed: −52 %, so −52.5 to −51.5 % [g]",
        ]
    );
    let codes = ["CNY", "USD", "EUR", "GBP", "JPY"];
    let mut rows = vec!["g KAZ total growth 2023 90 PCT".to_owned()];
    for code in codes {
        rows.push(format!("{code}-then KAZ total value 2022 100 {code}"));
        rows.push(format!("{code}-now KAZ total value 2023 110 {code}"));
    }
    let told = told(&rows.iter().map(String::as_str).collect::<Vec<_>>());
    let last = [
        "unless +90 % (China's total trade with Kazakhstan, 2023) is not growth in",
        "  CNY: it is not said [g]",
    ];
    let printed = ["… and 1 more in other units", "printed: +90 %, so +89.5 to +90.5 % [g]"];
    assert_eq!(told[13..], [printed, last].concat());
}

#[test]
fn a_share_does_not_move_as_growth_says() {
    assert_eq!(
        told(&[
            "x W00 total value 2022 - CNY obs_status=O",
            "y W00 total value 2023 - CNY obs_status=O",
            "v KAZ total value 2020 1 CNY",
            "s KAZ total share 2022 10 PCT share_of=x",
            "t KAZ total share 2023 20 PCT share_of=y",
            "p KAZ total growth 2023 5 PCT growth_of=CNY",
            "w W00 total growth 2023 10 PCT growth_of=CNY",
        ]),
        [
            "the share of trade with Kazakhstan did not move from 2022 as its growth says",
            "China's total trade with Kazakhstan, 2023: share 20 %, in 2022 10 % [t, s]",
            "so the part outgrew its whole by +85.71 to +115.79 %",
            "China's total trade with Kazakhstan, 2023: growth +5 % [p]",
            "China's total trade with World, 2023: growth +10 % [w]",
            "so the part outgrew its whole by −5.43 to −3.65 %",
        ]
    );
}

#[test]
fn growths_in_a_row() {
    assert_eq!(
        told(&[
            "a KAZ exports value 2020 50.0 CNY",
            "g KAZ exports growth 2021 20.0 PCT growth_of=CNY",
            "h KAZ exports growth 2022 -10.0 PCT growth_of=CNY",
            "b KAZ exports value 2022 60.0 CNY",
        ]),
        [
            "exports: 2 growths in a row do not lead from 2020 to 2022",
            "China's exports to Kazakhstan, 2020: 50.0 CNY [a]",
            "China's exports to Kazakhstan, 2022: 60.0 CNY [b]",
            "so it grew by +19.78 to +20.22 %",
            "2020 to 2021: +20.0 %, so +19.95 to +20.05 % [g]",
            "2021 to 2022: −10.0 %, so −10.05 to −9.95 % [h]",
            "in a row they make +7.895025 to +8.105025 %",
        ]
    );
}

#[test]
fn a_year_grows_between_its_parts() {
    assert_eq!(
        told(&[
            "a KAZ exports growth 2023-01-01/P6M 4 PCT growth_of=CNY",
            "b KAZ exports growth 2023-07-01/P6M 8 PCT growth_of=CNY",
            "y KAZ exports growth 2023 11 PCT growth_of=CNY",
        ]),
        [
            "exports +11 % is more than any of its parts grew",
            "least: China's exports to Kazakhstan, Jan–Jun 2023:",
            "  +4 %, so +3.5 to +4.5 % [a]",
            "most: China's exports to Kazakhstan, Jul–Dec 2023:",
            "  +8 %, so +7.5 to +8.5 % [b]",
            "whole: China's exports to Kazakhstan, 2023: +11 %, so +10.5 to +11.5 % [y]",
            "its 2 parts are complete, so it grew between the least and the most",
        ]
    );
}
