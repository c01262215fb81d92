//! Trade that words point back to, and what a figure is a part of or is compared with in the words before it.

use horgos::dataset::Code;
use horgos::draft::{Draft, Origin, Proposal};

use super::lines;

fn last(text: &str) -> Proposal {
    Draft::new("own", text).rows.pop().expect("the text has a figure")
}

/// Flow, partner and product of the last row, with a `?` on those that its sentence does not say itself.
fn trade(text: &str) -> [String; 3] {
    let row = last(text);
    let mark = |origin: &Origin| if origin.guess().is_some() { "?" } else { "" };
    [
        format!("{}{}", row.flow.value.code(), mark(&row.flow.origin)),
        format!("{}{}", row.partner.value, mark(&row.partner.origin)),
        format!("{}{}", row.product.value.as_deref().unwrap_or("all"), mark(&row.product.origin)),
    ]
}

#[test]
fn a_word_that_points_back_takes_the_trade_of_the_sentence_before() {
    let text = "Trade in 2022\n\nNepal's exports of ginger to Qatar rose by 8% in 2022.\n\n\
                These exports were worth $31 million.\n";
    assert_eq!(trade(text), ["exports", "QAT?", "ginger?"]);
    let text = "Trade in 2022\n\nNepal's imports of rice from Oman rose by 8% in 2022. This trade was worth $31 million.\n";
    assert_eq!(trade(text), ["imports?", "OMN?", "rice?"]);
    let text = "Торговля в 2022 году\n\nСербия в 2022 году увеличила импорт сахара из Чехии на 8%.\n\n\
                Общий объем этого импорта составил 31 млн долларов.\n";
    assert_eq!(trade(text), ["imports", "CZE?", "сахара?"]);
    let text = "尼泊尔贸易\n\n2022年，尼泊尔对卡塔尔出口茶叶3.4万吨。上述出口额为3100万美元。\n";
    assert_eq!(trade(text), ["exports", "QAT?", "茶叶?"]);
}

#[test]
fn trade_that_the_sentence_before_does_not_agree_on_is_doubtful() {
    let before =
        "Trade in 2022\n\nNepal's exports of ginger rose by 8% in 2022 and exports of tea rose by 2%.";
    let text = format!("{before} The value of these exports was $31 million.\n");
    assert!(last(&text).is_doubtful);
}

#[test]
fn sales_of_goods_to_a_place_are_exports_of_them() {
    let rows = lines(
        "Kenya's trade\n\n4 March 2023\n\nIn 2022 Kenya exported 52,000 tonnes of tea to Oman. Sales of mangoes to Qatar came to \
         9,000 tonnes.\n",
    );
    assert_eq!(rows[1], "exports KEN>QAT [mangoes] 2022 value 9000 T");
}

#[test]
fn the_partner_that_stands_with_a_share_is_the_part_of_the_goods_spoken_of() {
    let row = last(
        "秘鲁外贸\n\n2023年7月8日\n\n6月份，秘鲁葡萄出口额为2.7亿美元，同比增长4.4%，对荷兰出口占18.5%。\n",
    );
    let whole = row.whole.expect("a share has a whole");
    assert_eq!((&*whole.partner, whole.product.as_deref()), ("W00", Some("葡萄")));
}

#[test]
fn a_year_that_owns_the_first_level_is_not_the_period_of_the_second() {
    let text = "智利外贸\n\n2022年上半年智利出口葡萄64万吨。\n\n智利外贸顺差由去年的71亿美元降至58亿美元。\n";
    let rows = lines(text);
    assert_eq!(rows[1], "balance CHL>W00 2021-01-01/P6M value 71e8 USD");
    assert_eq!(rows[2], "balance CHL>W00 2022-01-01/P6M value 58e8 USD");
    assert!(last(text).period.origin.guess().is_some());
}

#[test]
fn a_paragraph_goes_on_with_the_months_last_spoken_of() {
    let rows = lines(
        "Peru's farm exports in May 2021\n\n9 June 2021\n\nIn May 2021 Peru exported grapes worth $71 million.\n\n\
         In the first five months of 2021 coffee exports reached $340 million.\n\nSugar exports to Chile came to $52 million.\n",
    );
    assert_eq!(rows[2], "exports PER>CHL [sugar] 2021-01-01/P5M value 52e6 USD");
}

#[test]
fn trade_of_two_is_that_of_the_two_in_the_title() {
    let text = "智利与欧盟贸易\n\n2022年3月1日\n\n2021年，智利与欧盟贸易额为203亿美元。其中，自德国进口31亿美元。\n\n\
        2022年1月，双边贸易额达19亿美元。";
    assert_eq!(lines(text).last().map(String::as_str), Some("total CHL>EU 2022-01 value 19e8 USD"));
}

#[test]
fn this_is_what_was_just_spoken_of() {
    let text = "Экспорт Армении\n\n8 июня 2022\n\nВ 2021 году экспорт коньяка из Армении составил 210 млн долларов. \
        Это 6,9% всего экспорта.";
    assert_eq!(lines(text).last().map(String::as_str), Some("exports ARM>W00 [коньяка] 2021 share 6.9 PCT"));
}

#[test]
fn revenue_is_what_the_goods_brought_in() {
    let text = "Trade of Peru\n\n8 June 2022\n\nPeru exported 190,000 tonnes of coffee in 2021. Revenue rose by 12% to $760 million.";
    let expected = [
        "exports PER>W00 [coffee] 2021 value 190000 T",
        "exports PER>W00 [coffee] 2021/2020 growth 12 PCT",
        "exports PER>W00 [coffee] 2021 value 760e6 USD",
    ];
    assert_eq!(lines(text), expected);
    let text = "Trade of Peru\n\n8 June 2022\n\nPeru's exports were $63 billion in 2021. Revenue of the state rose to $40 billion.";
    assert_eq!(lines(text), ["exports PER>W00 2021 value 63e9 USD"]);
    for other in
        ["Revenue of the grower Cenfrocafe rose to $40 million.", "State revenues rose to $40 billion."]
    {
        let text = format!(
            "Trade of Peru\n\n8 June 2022\n\nPeru exported 190,000 tonnes of coffee in 2021. {other}"
        );
        assert_eq!(lines(&text), ["exports PER>W00 [coffee] 2021 value 190000 T"]);
    }
}

#[test]
fn a_partner_ranks_in_both_flows_where_the_text_is_about_both() {
    let text = "Trade of Peru\n\n8 June 2022\n\nPeru's foreign trade was $114 billion in 2021, with imports of $51 billion. \
        China ranked first among partners with $33 billion.";
    assert_eq!(lines(text).last().map(String::as_str), Some("total PER>CHN 2021 value 33e9 USD"));
}
