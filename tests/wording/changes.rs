//! Sentences about changes that add up, goods and services, counts, and the growth of unit values.

use super::{last, told};

#[test]
fn changes_of_flows() {
    let rows = |flow: &'static str| {
        told(&[
            "e KAZ exports change 2023 6.2 USD unit_mult=9",
            "i KAZ imports change 2023 -2.4 USD unit_mult=9",
            &format!("b KAZ {flow} change 2023 4.9 USD unit_mult=9"),
        ])
    };
    assert_eq!(
        rows("total"),
        [
            "the changes of exports and imports do not add up to that of total trade, 2023",
            "China's exports to Kazakhstan, 2023: +6.2 bn USD, so 6.15 to 6.25 bn USD [e]",
            "China's imports from Kazakhstan, 2023:",
            "  −2.4 bn USD, so −2.45 to −2.35 bn USD [i]",
            "their sum = 3.70 to 3.90 bn USD",
            "China's total trade with Kazakhstan, 2023:",
            "  +4.9 bn USD, so 4.85 to 4.95 bn USD [b]",
        ]
    );
    let balance = rows("balance");
    assert_eq!(balance[0], "the balance did not change as exports less imports did, 2023");
    assert_eq!(balance[4], "exports − imports = 8.50 to 8.70 bn USD");
}

#[test]
fn changes_of_months_and_of_members() {
    let months = told(&[
        "a KAZ exports change 2024-04 2.1 USD",
        "b KAZ exports change 2024-05 -0.8 USD",
        "c KAZ exports change 2024-06 0.4 USD",
        "q KAZ exports change 2024-Q2 8.1 USD",
    ]);
    assert_eq!(
        months[0],
        "the changes of exports in the 3 parts of Q2 2024 do not add up to that of Q2 2024"
    );
    let members =
        ["a KAZ total change 2023 5 USD", "b KGZ total change 2023 3 USD", "g G2 total change 2023 2 USD"];
    assert_eq!(
        told(&members)[0],
        "the changes of the 2 members of the two do not add up to that of trade with the two, 2023"
    );
}

#[test]
fn goods_and_services() {
    let rows = [
        "g KAZ exports value 2023 71.4 USD coverage=G",
        "s KAZ exports value 2023 9.7 USD coverage=S",
        "b KAZ exports value 2023 79.0 USD coverage=GS",
    ];
    assert_eq!(
        told(&rows),
        [
            "exports of goods and of services do not add up to both, 2023",
            "goods: China's exports to Kazakhstan, 2023:",
            "  71.4 USD, so 71.35 to 71.45 USD [g]",
            "services: China's exports to Kazakhstan, 2023:",
            "  9.7 USD, so 9.65 to 9.75 USD [s]",
            "their sum = 81.00 to 81.20 USD",
            "both: China's exports to Kazakhstan, 2023:",
            "  79.0 USD, so 78.95 to 79.05 USD [b]",
            "unless goods are counted by customs, and both on the balance-of-payments",
            "  basis: it is not said",
        ]
    );
    let one = |flow: &str| {
        let goods = format!("g KAZ {flow} value 2023 71.4 USD coverage=G basis=bop");
        told(&[&goods, &format!("b KAZ {flow} value 2023 64.2 USD coverage=GS basis=bop")]).remove(0)
    };
    assert_eq!(one("exports"), "exports of goods exceed those of goods and services, 2023");
    assert_eq!(one("total"), "total trade in goods exceeds that in goods and services, 2023");
}

#[test]
fn counts_and_shares_of_changes() {
    let counts = ["e W00 exports count 2023 640 COUNT", "t W00 total count 2023 120 COUNT"];
    assert_eq!(
        told(&counts),
        [
            "the count of exports, 640, exceeds that of total trade, 120, 2023",
            "China's exports to World, 2023: 640 [e]",
            "China's total trade with World, 2023: 120 [t]",
            "unless they count two things: the rows have no label",
        ]
    );
    assert_eq!(
        told(&[
            "w W00 exports change 2023 50.0 USD",
            "k KAZ exports change 2023 20.0 USD",
            "s KAZ exports share 2023 43.0 PCT share_of=w",
        ]),
        [
            "exports to Kazakhstan: 43.0 % is not the share in the change, 2023",
            "China's exports to Kazakhstan, 2023: +20.0 USD, so 19.95 to 20.05 USD [k]",
            "China's exports to World, 2023: +50.0 USD, so 49.95 to 50.05 USD [w]",
            "so the share is 39.86 to 40.14 %",
            "printed: 43.0 %, so 42.95 to 43.05 % [s]",
        ]
    );
}

#[test]
fn the_growth_of_a_unit_value() {
    assert_eq!(
        told(&[
            "v KAZ imports growth 2023 10.0 PCT growth_of=USD product=oil",
            "t KAZ imports growth 2023 4.0 PCT growth_of=T product=oil",
            "u KAZ imports growth 2023 -5.8 PCT growth_of=USD_PER_KG product=oil",
        ]),
        [
            "imports 2023: −5.8 % is not the growth of value by weight",
            "China's imports of oil from Kazakhstan, 2023:",
            "  growth in USD +10.0 %, so +9.95 to +10.05 % [v]",
            "China's imports of oil from Kazakhstan, 2023:",
            "  growth in t +4.0 %, so +3.95 to +4.05 % [t]",
            "so the growth is +5.67 to +5.87 %",
            "printed: −5.8 %, so −5.85 to −5.75 % [u]",
            "unless the unit value is a mean of prices, and not value by weight",
        ]
    );
}

#[test]
fn what_may_explain_it() {
    let years = [
        "a KAZ exports value 2020 100.0 USD",
        "b KAZ exports value 2023 133.1 USD",
        "g KAZ exports growth 2023 10.0 PCT growth_of=USD compare_period=2020",
    ];
    assert_eq!(last(&years), "unless +10.0 % is the average growth of a year [g]");
    let months = ["m KAZ exports value 2023-05 8.9 USD", "r KAZ exports record 2023-06 8.3 USD"];
    let lines = told(&months);
    assert!(lines.join(" ").contains("unless it is a record only among the same months of other years"));
}
