//! Changes, shares before, and rates of the year.

use super::told;

#[test]
fn a_change_that_did_not_happen() {
    let rows = [
        "a KAZ exports value 2022 40.5 USD",
        "b KAZ exports value 2023 44.1 USD",
        "c KAZ exports change 2023 -3.6 USD",
    ];
    assert_eq!(
        told(&rows),
        [
            "exports −3.6 USD is not the change from 2022 to 2023",
            "China's exports to Kazakhstan, 2022: 40.5 USD [a]",
            "China's exports to Kazakhstan, 2023: 44.1 USD [b]",
            "so the change is 3.50 to 3.70 USD",
            "printed: −3.6 USD, so −3.65 to −3.55 USD [c]",
        ]
    );
    let by_growth = told(&[rows[1], "g KAZ exports growth 2023 25 PCT growth_of=USD", rows[2]]);
    assert_eq!(
        by_growth[2..4],
        ["growth +25 %, so +24.5 to +25.5 % [g]", "so the change is 8.67 to 8.97 USD"]
    );
}

#[test]
fn a_share_that_did_not_change_so() {
    let rows = [
        "x W00 total value 2022 - CNY obs_status=O",
        "y W00 total value 2023 - CNY obs_status=O",
        "s KAZ total share 2022 12.4 PCT share_of=x",
        "t KAZ total share 2023 14.1 PCT share_of=y",
        "v KGZ total value 2023 5 CNY",
        "p KAZ total share_change 2023 17.0 POINTS share_of=y",
    ];
    assert_eq!(
        told(&rows),
        [
            "the share of trade with Kazakhstan did not change by +17.0 points from 2022 to 2023",
            "China's total trade with Kazakhstan, 2023:",
            "  share 14.1 %, so 14.05 to 14.15 % [t]",
            "printed: +17.0 points, so 16.95 to 17.05 points [p]",
            "so the share in 2022 was −3.0 to −2.8 %",
            "China's total trade with Kazakhstan, 2022:",
            "  share 12.4 %, so 12.35 to 12.45 % [s]",
        ]
    );
}

#[test]
fn a_share_that_was_more_than_all() {
    let rows = [
        "w W00 total value 2023 - CNY obs_status=O",
        "v KGZ total value 2020 1 CNY",
        "s KAZ total share 2023 45.0 PCT share_of=w",
        "g W00 total growth 2023 11.0 PCT growth_of=CNY",
        "h KAZ total growth 2023 -60.0 PCT growth_of=CNY",
    ];
    assert_eq!(
        told(&rows),
        [
            "the share of trade with Kazakhstan would have been 124.5 to 125.2 % in 2022",
            "China's total trade with Kazakhstan, 2023:",
            "  share 45.0 %, so 44.95 to 45.05 % [s]",
            "China's total trade with Kazakhstan, 2023: growth −60.0 % [h]",
            "China's total trade with World, 2023: growth +11.0 % [g]",
            "so the share in 2022 was 124.5 to 125.2 %",
        ]
    );
}

#[test]
fn a_rate_far_from_that_of_its_year() {
    let rows = [
        "a KAZ exports value 2023 69.7 CNY",
        "b KAZ exports value 2023 10.0 USD",
        "c KAZ exports value 2022 6.9 CNY",
        "d KAZ exports value 2022 9.9 USD",
    ];
    assert_eq!(
        told(&rows),
        [
            "0.688 to 0.706 CNY per USD is far from the rate of 2022, 6.73",
            "China's exports to Kazakhstan, 2022:",
            "  6.9 CNY / 9.9 USD = 0.688 to 0.706 [c, d]",
            "China's exports to Kazakhstan, 2023:",
            "  69.7 CNY / 10.0 USD = 6.930 to 7.010 [a, b]",
            "the average rate of 2022 is 6.73 CNY per USD",
            "true only at another rate than the average of the year",
        ]
    );
    let flows = ["e KAZ exports value 2023 50.0 USD", "i KAZ imports value 2023 30.0 USD"];
    let balance = told(&[flows[0], flows[1], "b KAZ balance value 2023 20.0 CNY"]);
    assert_eq!(
        balance[1..5],
        [
            "China's exports to Kazakhstan, 2023: 50.0 USD [e]",
            "China's imports from Kazakhstan, 2023: 30.0 USD [i]",
            "China's balance with Kazakhstan, 2023: 20.0 CNY [b]",
            "so the rate is 0.993 to 1.008",
        ]
    );
}

#[test]
fn a_flow_calculated_from_others() {
    let below = ["e KAZ exports value 2023 4.4 USD", "b KAZ balance value 2023 4.6 USD"];
    assert_eq!(
        told(&below),
        [
            "imports from Kazakhstan (exports − balance) of 2023 would be below zero",
            "China's exports to Kazakhstan, 2023 = 4.4, so 4.35 to 4.45 USD [e]",
            "China's balance with Kazakhstan, 2023 = 4.6, so 4.55 to 4.65 USD [b]",
            "China's imports from Kazakhstan, 2023",
            "  = exports − balance = −0.30 to −0.10 USD",
        ]
    );
    let part = "i KAZ imports value 2023 3.6 USD";
    let whole = ["t W00 total value 2023 10.0 USD", "e W00 exports value 2023 7.1 USD"];
    assert_eq!(
        told(&[part, whole[0], whole[1]]),
        [
            "imports from Kazakhstan of 2023 exceed imports from World (total − exports)",
            "China's imports from Kazakhstan, 2023 = 3.6, so 3.55 to 3.65 USD [i]",
            "China's total trade with World, 2023 = 10.0, so 9.95 to 10.05 USD [t]",
            "China's exports to World, 2023 = 7.1, so 7.05 to 7.15 USD [e]",
            "China's imports from World, 2023 = total − exports = 2.80 to 3.00 USD",
        ]
    );
}

#[test]
fn exports_next_to_nothing() {
    let rows = ["e W00 exports value 2023 3213 USD", "b W00 balance value 2023 -5.1 USD unit_mult=9"];
    assert_eq!(
        told(&rows),
        [
            "exports of 3213 USD are negligible next to a balance of −5.1 bn USD",
            "China's exports to World, 2023: 3213 USD [e]",
            "China's balance with World, 2023: −5.1 bn USD [b]",
            "true only if nearly all trade went one way",
        ]
    );
}
