//! Sentences that come back from a whole, a month or a clause to what the text is about, and those that go on with it.

use horgos::dataset::Flow;
use horgos::draft::Draft;

use super::lines;

fn of_kenya(sentences: &str) -> Vec<String> {
    lines(&format!("Trade of Kenya\n\n8 June 2022\n\n{sentences}"))
}

#[test]
fn the_amount_behind_a_share_of_all_exports_is_that_of_the_world() {
    let rows = of_kenya(
        "Kenya's exports to Uganda were $90 million in 2021, or 12 percent of total exports of $750 million.",
    );
    let expected = [
        "exports KEN>UGA 2021 value 90e6 USD",
        "exports KEN>UGA 2021 share 12 PCT",
        "exports KEN>W00 2021 value 750e6 USD",
    ];
    assert_eq!(rows, expected);
    let rows = of_kenya(
        "Kenya's tea exports to Uganda were $9 million in 2021, or 12 percent of total exports to Uganda of $75 million.",
    );
    assert!(rows[2].starts_with("exports KEN>UGA"), "{rows:?}");
}

#[test]
fn a_month_alone_passes_and_no_finding_rests_on_what_follows() {
    let text = "Kenya's exports were $750 million in 2021. In December alone exports were $60 million. Imports came to $80 million. \
        Exports to Uganda were $90 million.";
    let rows = of_kenya(text);
    let expected = [
        "exports KEN>W00 2021 value 750e6 USD",
        "exports KEN>W00 2021-12 value 60e6 USD",
        "imports KEN>W00 2021-12 value 80e6 USD",
        "exports KEN>UGA 2021 value 90e6 USD",
    ];
    assert_eq!(rows, expected);
    let draft = Draft::new("text", &format!("Trade of Kenya\n\n8 June 2022\n\n{text}"));
    let doubtful: Vec<bool> = draft.rows.iter().map(|row| row.is_doubtful).collect();
    assert_eq!(doubtful, [false, false, true, true]);
}

#[test]
fn the_one_that_was_overtaken_has_no_figures() {
    let rows = of_kenya("Uganda overtook Tanzania as the main buyer with exports of $90 million in 2021.");
    assert_eq!(rows, ["exports KEN>UGA 2021 value 90e6 USD"]);
    let rows = of_kenya("Exports to Uganda were $90 million in 2021, surpassing Tanzania's $70 million.");
    assert_eq!(rows.last().map(String::as_str), Some("exports KEN>TZA 2021 value 70e6 USD"));
}

#[test]
fn the_office_of_the_other_side_counts_the_same_trade() {
    let expected = [
        "total KEN>UGA 2021 value 14e8 USD",
        "total UGA>KEN 2021 value 12e8 USD",
        "total UGA>KEN 2021/2020 growth 3 PCT",
    ];
    let rows = lines(
        "肯尼亚与乌干达贸易\n\n2022年6月8日\n\n2021年，肯尼亚与乌干达双边贸易额为14亿美元。乌干达海关数据则为12亿美元，增长3%。",
    );
    assert_eq!(rows, expected);
    let rows = lines(
        "Торговля Кении\n\n8 июня 2022\n\nТоварооборот Кении с Угандой в 2021 году составил 1,4 млрд долларов.\n\n\
        По данным угандийской таможни, тот же показатель равнялся 1,2 млрд долларов.",
    );
    assert_eq!(rows[1], "total UGA>KEN 2021 value 1.2e9 USD");
    let rows = lines(
        "Торговля Кении\n\n8 июня 2022\n\nТоварооборот Кении с Угандой в 2021 году составил 1,4 млрд долларов.\n\n\
        Экспорт чая достиг 700 млн долларов. По данным угандийской таможни, тот же показатель равнялся 1,2 млрд долларов.",
    );
    assert!(!rows[2].contains("UGA>KEN"), "{rows:?}");
}

#[test]
fn amounts_behind_their_flows_go_on_with_the_unit_of_the_paragraph() {
    let of = |sentences: &str| {
        lines(&format!(
            "肯尼亚贸易\n\n2022年6月8日\n\n2021年，肯尼亚与乌干达贸易额14亿美元，增长9%。{sentences}"
        ))
    };
    let rows = of("对乌干达出口8亿，进口6亿。");
    assert_eq!(rows[2..], ["exports KEN>UGA 2021 value 8e8 USD", "imports KEN>UGA 2021 value 6e8 USD"]);
    for other in [
        "对乌干达出口8亿。",
        "对乌干达出口8亿件，进口6亿件。",
        "人口8亿，面积6亿。",
        "对乌干达出口8亿，人口6亿。",
    ] {
        assert_eq!(of(other).len(), 2, "{other}");
    }
}

#[test]
fn the_total_may_be_the_trade_with_one_partner_and_no_finding_rests_on_it() {
    let text = "Trade of Kenya\n\n8 June 2022\n\nKenya's trade with Uganda was $140 million in 2021. Exports to Uganda came to $84 million, \
        taking up 60 percent of the total.";
    let draft = Draft::new("text", text);
    let whole = draft.rows[2].whole.as_ref().expect("a whole");
    assert_eq!((&*whole.partner, whole.flow, draft.rows[2].is_whole_said), ("UGA", Flow::Total, false));
}

#[test]
fn an_agency_gives_the_reporter_where_nothing_else_does() {
    let text = "According to Kenya's national statistics office, trade with Uganda was $140 million in 2021. \
        In 2020 as a whole trade had been $130 million.";
    let expected = ["total KEN>UGA 2021 value 140e6 USD", "total KEN>UGA 2020 value 130e6 USD"];
    assert_eq!(lines(&format!("Trade rises\n\n8 June 2022\n\n{text}")), expected);
}

#[test]
fn a_clause_on_a_record_year_does_not_lead_on() {
    let text = "Kenya's tea exports were $1.2 billion in 2021, 4 percent below the record year 2019, when they came to $1.25 billion. \
        Egypt took 20 percent of them.";
    let rows = of_kenya(text);
    assert_eq!(rows[2], "exports KEN>W00 [tea] 2019 value 1.25e9 USD");
    assert_eq!(rows[3], "exports KEN>EGY [tea] 2021 share 20 PCT");
}

#[test]
fn shipments_to_another_place_are_of_the_same_goods_only_in_a_text_on_goods() {
    let text = "Kenya's tea exports to Egypt rose by 4 percent to $90 million in 2021. Shipments to Jordan fell by 3 percent.";
    let rows = of_kenya(text);
    assert!(rows[2].starts_with("exports KEN>JOR [tea] 2021"), "{rows:?}");
    let rows = of_kenya(&format!("Kenya's exports were $750 million in 2021. {text}"));
    assert!(rows[3].starts_with("exports KEN>JOR 2021"), "{rows:?}");
}
