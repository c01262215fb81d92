//! Places and amounts that a text names only in passing.

use super::lines;

fn of_peru(sentence: &str) -> Vec<String> {
    lines(&format!("Trade of Peru\n\n8 June 2022\n\n{sentence}"))
}

fn of_hubei(sentence: &str) -> Vec<String> {
    lines(&format!("湖北省外贸\n\n2022年8月4日\n\n{sentence}"))
}

#[test]
fn whoever_something_ranks_among_is_no_partner() {
    let rows = of_peru(
        "Exports of zinc from Peru, the world's second-largest producer, were worth $2 billion in 2021. \
         Morocco was the largest African buyer with $14 million.",
    );
    let expected =
        ["exports PER>W00 [zinc] 2021 value 2e9 USD", "exports PER>MAR [zinc] 2021 value 14e6 USD"];
    assert_eq!(rows, expected);
}

#[test]
fn a_share_of_exports_is_that_of_a_partner() {
    let rows = of_peru(
        "Peru's exports were $63 billion in 2021. Chile's share of exports fell to 3.1%. Trade with Bolivia was $2 billion.",
    );
    let expected = [
        "exports PER>W00 2021 value 63e9 USD",
        "exports PER>CHL 2021 share 3.1 PCT",
        "total PER>BOL 2021 value 2e9 USD",
    ];
    assert_eq!(rows, expected);
    let text = "秘鲁外贸\n\n2022年3月1日\n\n2021年，秘鲁出口630亿美元。智利在出口中的占比为3.1%。";
    assert_eq!(lines(text).last().map(String::as_str), Some("exports PER>CHL 2021 share 3.1 PCT"));
}

#[test]
fn characters_behind_one_preposition_are_several_partners() {
    let rows =
        of_hubei("上半年，湖北省对日韩进出口120.4亿元，增长3.1%；对欧美出口81.5亿元。对日出口40亿元。");
    let expected = [
        "total CN-HB>SEVERAL 2022-01-01/P6M value 120.4e8 CNY",
        "total CN-HB>SEVERAL 2022-01-01/P6M/2021-01-01/P6M growth 3.1 PCT",
        "exports CN-HB>SEVERAL 2022-01-01/P6M value 81.5e8 CNY",
        "exports CN-HB>JPN 2022-01-01/P6M value 40e8 CNY",
    ];
    assert_eq!(rows, expected);
}

#[test]
fn what_is_to_come_is_no_figure() {
    let now = "exports PER>W00 2021 value 63e9 USD";
    for later in [
        "The ministry targets $70 billion for 2023.",
        "By 2030 the port expects to load up to 18 million tonnes of copper.",
        "Growers had planned to export 350,000 tonnes of coffee.",
        "The world market is estimated at $120 billion.",
    ] {
        assert_eq!(of_peru(&format!("Exports of Peru were $63 billion in 2021. {later}")), [now], "{later}");
    }
    for later in
        ["全年力争出口突破8000亿元。", "预计到2030年，出口将超过9000亿元。", "离岛免税销售金额43亿元。"]
    {
        let rows = of_hubei(&format!("上半年，湖北省出口200亿元。{later}"));
        assert_eq!(rows, ["exports CN-HB>W00 2022-01-01/P6M value 200e8 CNY"], "{later}");
    }
}

#[test]
fn what_stays_at_home_stands_in_front_of_where() {
    let rows = of_peru(
        "In 2021 growers exported 310,000 tonnes of coffee and kept 70,000 tonnes on the domestic market.",
    );
    assert_eq!(rows, ["exports PER>W00 [coffee] 2021 value 310000 T"]);
}

#[test]
fn goods_of_what_is_no_row_are_those_of_the_next_figure() {
    let rows = of_hubei("上半年，湖北省出口汽车9.8万辆，同比增长3.1%，货值13.7亿元。");
    assert_eq!(
        rows.last().map(String::as_str),
        Some("exports CN-HB>W00 [汽车] 2022-01-01/P6M value 13.7e8 CNY")
    );
}

#[test]
fn a_growth_of_what_is_counted_is_none_of_trade() {
    let text = "Trade of Peru with Chile\n\n8 June 2022\n\nIn 2021, 96 trains ran from Peru to Chile, up 9.2 percent. \
        Exports to Chile rose by 4 percent.";
    assert_eq!(lines(text), ["exports PER>CHL 2021/2020 growth 4 PCT"]);
}

#[test]
fn freight_between_places_is_no_trade() {
    for text in [
        "Railways of Peru\n\n8 June 2022\n\nFreight between Peru and Chile rose by 7 percent in 2021.",
        "Дороги Армении\n\n8 июня 2022\n\nПеревозки между Арменией и Грузией в 2021 году выросли на 7%.",
    ] {
        assert!(lines(text).is_empty(), "{text}");
    }
}

#[test]
fn a_home_market_is_also_one_to_import_for() {
    assert_eq!(
        of_peru("Peru imported 2 million tonnes of maize for the domestic market in 2021."),
        ["imports PER>W00 [maize] 2021 value 2e6 T"]
    );
    assert_eq!(
        of_peru("In 2021 Peru exported 40,000 tonnes of coffee to the domestic market of Chile."),
        ["exports PER>CHL [coffee] 2021 value 40000 T"]
    );
}

#[test]
fn a_share_of_the_exports_of_the_world_is_of_no_partner() {
    for share in ["Chile's share of world exports was 2 percent.", "Peru's share of exports was 2 percent."] {
        let rows = of_peru(&format!("Exports of Peru were $63 billion in 2021. {share}"));
        assert!(rows.iter().all(|row| !row.contains(">CHL") && !row.contains(">PER")), "{rows:#?}");
    }
}

#[test]
fn what_was_planned_around_a_figure_is_not_the_figure() {
    let now = ["exports PER>W00 2021 value 63e9 USD"];
    assert_eq!(of_peru("In 2021 exports of Peru beat all targets and reached $63 billion."), now);
    assert_eq!(of_peru("In 2021 planned strikes hit exports of Peru worth $63 billion."), now);
}
