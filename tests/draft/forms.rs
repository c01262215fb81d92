//! One form of words per test: what a rule is for, in a text as short as possible.

use super::lines;

/// The rows of sentences about Chile in May 2021, published in June.
fn of_chile(sentences: &str) -> Vec<String> {
    lines(&format!("Chile's trade in May 2021\n\n8 June 2021\n\n{sentences}"))
}

#[test]
fn percentages_go_with_the_amounts_in_front_of_them() {
    let rows =
        of_chile("Exports reached $7.8 billion and imports $6.9 billion, up 30.1% and 41.5% respectively.");
    let expected = [
        "exports CHL>W00 2021-05 value 7.8e9 USD",
        "imports CHL>W00 2021-05 value 6.9e9 USD",
        "exports CHL>W00 2021-05/2020-05 growth 30.1 PCT",
        "imports CHL>W00 2021-05/2020-05 growth 41.5 PCT",
    ];
    assert_eq!(rows, expected);
}

#[test]
fn a_list_of_partners_stands_in_the_sentence_before() {
    let rows = of_chile(
        "China, Japan and Brazil bought most. Exports to the three markets rose 9%, 8% and 7%, respectively.",
    );
    let expected = [
        "exports CHL>CHN 2021-05/2020-05 growth 9 PCT",
        "exports CHL>JPN 2021-05/2020-05 growth 8 PCT",
        "exports CHL>BRA 2021-05/2020-05 growth 7 PCT",
    ];
    assert_eq!(rows, expected);
}

#[test]
fn a_growth_of_the_month_before_is_of_that_month() {
    let rows = of_chile(
        "Exports rose 4.5 percent year on year, following the 3.1 percent decrease in April. Imports rose 2 percent.",
    );
    let expected = [
        "exports CHL>W00 2021-05/2020-05 growth 4.5 PCT",
        "exports CHL>W00 2021-04/2020-04 growth -3.1 PCT",
        "imports CHL>W00 2021-05/2020-05 growth 2 PCT",
    ];
    assert_eq!(rows, expected);
}

#[test]
fn the_flow_stands_behind_the_figure() {
    let rows = of_chile(
        "Of the total trade, $7.8 billion (53.1%) were exported goods. In May, trade fell by 2% in exports.",
    );
    let expected = [
        "exports CHL>W00 2021-05 value 7.8e9 USD",
        "exports CHL>W00 2021-05 share 53.1 PCT",
        "exports CHL>W00 2021-05/2020-05 growth -2 PCT",
    ];
    assert_eq!(rows, expected);
}

#[test]
fn words_give_a_balance_its_sign() {
    let rows = of_chile(
        "The unfavourable balance of trade was $0.4 billion, while in the same period of 2020 the balance came to minus $0.2 billion.",
    );
    let expected = ["balance CHL>W00 2021-05 value -0.4e9 USD", "balance CHL>W00 2020-05 value -0.2e9 USD"];
    assert_eq!(rows, expected);
    let rows = lines(
        "Торговля Латвии\n\n9 июня 2021\n\nСальдо торговли Латвии в апреле 2021 года было отрицательным и составило 310 млн евро.",
    );
    assert_eq!(rows, ["balance LVA>W00 2021-04 value -310e6 EUR"]);
}

#[test]
fn a_change_of_so_much_is_no_value() {
    let rows = of_chile(
        "The trade balance ended in a surplus of $0.9 billion, which was by $0.2 billion higher, year-on-year.",
    );
    let expected =
        ["balance CHL>W00 2021-05 value 0.9e9 USD", "balance CHL>W00 2021-05/2020-05 change 0.2e9 USD"];
    assert_eq!(rows, expected);
}

#[test]
fn parts_stand_in_brackets_behind_their_places() {
    let rows = of_chile("The main buyers of exports are China (38.5%) and the United States (14%).");
    let expected = ["exports CHL>CHN 2021-05 share 38.5 PCT", "exports CHL>USA 2021-05 share 14 PCT"];
    assert_eq!(rows, expected);
}

#[test]
fn several_years_are_one_period() {
    let rows = lines("中国与智利贸易\n\n2022-03-01\n\n2017年至2021年，中国与智利进出口总值2230亿美元。");
    assert_eq!(rows, ["total CHN>CHL 2017-01-01/P60M value 2230e8 USD"]);
    let rows = lines("Trade of Chile\n\n1 March 2022\n\nIn 2017-2021, Chile's exports came to $380 billion.");
    assert_eq!(rows, ["exports CHL>W00 2017-01-01/P60M value 380e9 USD"]);
}

#[test]
fn chinese_months_and_bases_that_hold_for_the_whole_text() {
    let text = "湖北外贸\n\n2022-06-16\n\n据武汉海关统计，今年1月至5月，湖北进出口2313.6亿元，同比（下同）增长22.1%。\n\n\
        5月当月，出口环比增长8.2%。\n\n前5个月，民营企业进出口1471亿元，增长26%。";
    let expected = [
        "total CN-HB>W00 2022-01-01/P5M value 2313.6e8 CNY",
        "total CN-HB>W00 2022-01-01/P5M/2021-01-01/P5M growth 22.1 PCT",
        "exports CN-HB>W00 2022-05/2022-04 growth 8.2 PCT",
        "total CN-HB>W00 [民营企业] 2022-01-01/P5M value 1471e8 CNY",
        "total CN-HB>W00 [民营企业] 2022-01-01/P5M/2021-01-01/P5M growth 26 PCT",
    ];
    assert_eq!(lines(text), expected);
}

#[test]
fn a_share_falls_on_partners_within_a_group() {
    let text = "Торговля Армении\n\n3 июня 2022\n\nНаибольшая доля торговли Армении со странами ЕАЭС в 2021 году приходится на Россию \
        — 96,1% и на Беларусь — 2,4%.";
    let expected = ["total ARM>RUS 2021 share 96.1 PCT", "total ARM>BLR 2021 share 2.4 PCT"];
    assert_eq!(lines(text), expected);
    let draft = horgos::draft::Draft::new("own", text);
    let whole = |at: usize| draft.rows[at].whole.as_ref().map(|whole| whole.partner.to_string());
    assert_eq!((whole(0).as_deref(), whole(1).as_deref()), (Some("EAEU"), Some("EAEU")));
}

#[test]
fn a_text_names_months_by_their_days_and_by_the_last_of_them() {
    let rows = of_chile(
        "From 1 January to 30 April 2021, exports came to $28 billion. For the 12 months to April, the surplus was $19 billion.",
    );
    let expected =
        ["exports CHL>W00 2021-01-01/P4M value 28e9 USD", "balance CHL>W00 2020-05-01/P12M value 19e9 USD"];
    assert_eq!(rows, expected);
}

#[test]
fn an_article_in_front_of_a_dollar_is_no_currency() {
    let rows = of_chile("Chile posted a $1.4 billion surplus in May.");
    assert_eq!(rows, ["balance CHL>W00 2021-05 value 1.4e9 USD"]);
}

#[test]
fn a_bracket_stands_between_an_amount_and_its_noun() {
    let rows = of_chile("The surplus came from a $0.7 billion (12%) increase in exports.");
    let expected =
        ["exports CHL>W00 2021-05/2020-05 change 0.7e9 USD", "exports CHL>W00 2021-05/2020-05 growth 12 PCT"];
    assert_eq!(rows, expected);
}

#[test]
fn a_part_of_a_change_is_no_row() {
    assert_eq!(of_chile("Copper exports were responsible for 80% of the increase.").len(), 0);
    assert_eq!(lines("云南外贸\n\n2021-08-18\n\n2020年，云南出口对外贸增长的贡献率为80.2%。").len(), 0);
}

#[test]
fn a_ministry_of_trade_is_no_trade() {
    let rows = lines(
        "Экспорт Чили\n\n1 июня 2021\n\nВ мае экспорт Чили вырос. По данным министерства экономики, торговли и туризма, показатель составил 7,8 млрд долларов.",
    );
    assert_eq!(rows, ["exports CHL>W00 2021-05 value 7.8e9 USD"]);
}

#[test]
fn only_the_place_is_repeated() {
    let text = "Торговля стран Балтии\n\n1 июня 2021\n\nВ 2020 году экспорт вырос в Литве на 3,1%, в Латвии - на 2,4%. Импорт Литвы вырос на \
                4,5%, Эстонии - на 1,2%.";
    assert_eq!(
        lines(text),
        [
            "exports LTU>W00 2020/2019 growth 3.1 PCT",
            "exports LVA>W00 2020/2019 growth 2.4 PCT",
            "imports LTU>W00 2020/2019 growth 4.5 PCT",
            "imports EST>W00 2020/2019 growth 1.2 PCT",
        ]
    );
}

#[test]
fn a_currency_in_words_stands_in_front_of_its_amount() {
    assert_eq!(
        of_chile("Exports came to US dollars 882 million in May 2020."),
        ["exports CHL>W00 2020-05 value 882e6 USD"]
    );
    assert_eq!(
        of_chile("Exports came to between $1.2 and $1.4 billion in May 2020."),
        ["exports CHL>W00 2020-05 value 1.2e9 USD", "exports CHL>W00 2020-05 value 1.4e9 USD"]
    );
}

#[test]
fn an_average_value_is_a_price() {
    assert_eq!(of_chile("The average value of exports in May 2020 fell by 4.4 percent.").len(), 0);
}

#[test]
fn exports_are_of_home_and_foreign_goods() {
    let rows =
        of_chile("Re-exports fell by 3.2 percent in May 2021, while domestic exports rose by 2.4 percent.");
    let expected = [
        "exports CHL>W00 [re-exports] 2021-05/2020-05 growth -3.2 PCT",
        "exports CHL>W00 [domestic exports] 2021-05/2020-05 growth 2.4 PCT",
    ];
    assert_eq!(rows, expected);
}

#[test]
fn a_balance_is_with_the_place_behind_it() {
    let rows = of_chile(
        "In May 2021, Chile had a $2.4 billion surplus with Asia, but a $1.3 billion deficit with Brazil.",
    );
    let expected = ["balance CHL>ASIA 2021-05 value 2.4e9 USD", "balance CHL>BRA 2021-05 value -1.3e9 USD"];
    assert_eq!(rows, expected);
}

#[test]
fn a_base_continues_after_and() {
    let rows = of_chile(
        "The surplus of $1.2 billion in May 2021 compares with a $900 million deficit in April and a $1.6 billion deficit in \
         May 2020. Imports rose by 4.1% from a year earlier.",
    );
    let expected = [
        "balance CHL>W00 2021-05 value 1.2e9 USD",
        "balance CHL>W00 2021-04 value -900e6 USD",
        "balance CHL>W00 2020-05 value -1.6e9 USD",
        "imports CHL>W00 2021-05/2020-05 growth 4.1 PCT",
    ];
    assert_eq!(rows, expected);
}

#[test]
fn shares_are_in_exports_and_in_imports() {
    let rows = of_chile("The share of trade with Brazil was 8% in exports and 7% in imports in May 2021.");
    assert_eq!(rows, ["exports CHL>BRA 2021-05 share 8 PCT", "imports CHL>BRA 2021-05 share 7 PCT"]);
}

#[test]
fn a_budget_year_is_explained_in_brackets() {
    let text = "Bangladesh's exports\n\n4 January 2018\n\nBangladesh's exports in the first half of the fiscal year 2017/18 (July \
                2017-June 2018) came to 17.9 billion dollars. In the three-month period ending in December, exports rose by 6 percent.";
    let expected =
        ["exports BGD>W00 2017-07-01/P6M value 17.9e9 USD", "exports BGD>W00 2017-Q4/2016-Q4 growth 6 PCT"];
    assert_eq!(lines(text), expected);
}

#[test]
fn products_stand_in_front_of_brackets_whatever_they_are() {
    let rows = of_chile(
        "In May 2021, exports of grapes ($310 million, +33%), plums ($89 million, +36%) and figs ($7 million) stood out.",
    );
    let expected = [
        "exports CHL>W00 [grapes] 2021-05 value 310e6 USD",
        "exports CHL>W00 [grapes] 2021-05/2020-05 growth 33 PCT",
        "exports CHL>W00 [plums] 2021-05 value 89e6 USD",
        "exports CHL>W00 [plums] 2021-05/2020-05 growth 36 PCT",
        "exports CHL>W00 [figs] 2021-05 value 7e6 USD",
    ];
    assert_eq!(rows, expected);
}

#[test]
fn an_excluded_product_is_no_product_by_itself() {
    let rows = of_chile(
        "In May 2021, exports excluding ships and fuel rose 4.5 percent, and non-traditional exports 2.5 percent.",
    );
    let expected = [
        "exports CHL>W00 [excluding ships and fuel] 2021-05/2020-05 growth 4.5 PCT",
        "exports CHL>W00 [non-traditional] 2021-05/2020-05 growth 2.5 PCT",
    ];
    assert_eq!(rows, expected);
}

#[test]
fn quarters_stand_behind_their_year_and_months_next_to_each_other() {
    let text = "Kenya's trade\n\n1 August 2020\n\nKenya's exports rose by 5 percent in 2020 Q1 and by 3 percent in January and February.";
    let expected = [
        "exports KEN>W00 2020-Q1/2019-Q1 growth 5 PCT",
        "exports KEN>W00 2020-01-01/P2M/2019-01-01/P2M growth 3 PCT",
    ];
    assert_eq!(lines(text), expected);
}

#[test]
fn the_largest_export_is_a_product_and_its_share_is_of_the_total() {
    let rows = of_chile(
        "Copper remained the country's top export in May 2021, bringing in $3.25 billion, or 52.1 percent of the total. Exports to \
         Brazil were $738 million (14.1 percent).",
    );
    let expected = [
        "exports CHL>W00 [copper] 2021-05 value 3.25e9 USD",
        "exports CHL>W00 [copper] 2021-05 share 52.1 PCT",
        "exports CHL>BRA 2021-05 value 738e6 USD",
        "exports CHL>BRA 2021-05 share 14.1 PCT",
    ];
    assert_eq!(rows, expected);
}

#[test]
fn months_through_one_begin_in_january() {
    let rows =
        of_chile("Exports stood at $25.8 billion through April, while imports rose by 2.5 percent in April.");
    let expected =
        ["exports CHL>W00 2021-01-01/P4M value 25.8e9 USD", "imports CHL>W00 2021-04/2020-04 growth 2.5 PCT"];
    assert_eq!(rows, expected);
}

#[test]
fn a_monthly_drop_is_from_the_month_before() {
    let rows = of_chile(
        "Exports rose by 8 percent year-on-year in May 2021. Imports reported a monthly drop of 1.9%. Copper exports rose by 5 \
         percent year-on-year in May 2021, the third consecutive monthly rise.",
    );
    let expected = [
        "exports CHL>W00 2021-05/2020-05 growth 8 PCT",
        "imports CHL>W00 2021-05/2021-04 growth -1.9 PCT",
        "exports CHL>W00 [copper] 2021-05/2020-05 growth 5 PCT",
    ];
    assert_eq!(rows, expected);
}

#[test]
fn an_inserted_clause_says_no_flow() {
    let rows =
        of_chile("Exports, which comprise re-exports and domestic exports, fell by 1.8 percent in May 2021.");
    assert_eq!(rows, ["exports CHL>W00 2021-05/2020-05 growth -1.8 PCT"]);
}

#[test]
fn the_money_of_hong_kong_is_its_own() {
    let text = "本港出口\n\n2021-06-28\n\n今年首5個月，本港商品整體出口貨值為19,410億元，上升30.1%。";
    let expected = [
        "exports HKG>W00 2021-01-01/P5M value 19410e8 HKD",
        "exports HKG>W00 2021-01-01/P5M/2020-01-01/P5M growth 30.1 PCT",
    ];
    assert_eq!(lines(text), expected);
}

#[test]
fn a_chinese_list_stands_in_the_clause_before() {
    let text = "福建外贸\n\n2021-06-20\n\n今年前5个月，福建机电产品出口900亿元。其中，平板显示模组、灯具、船舶出口拉动作用强劲，分别出口51.2亿元、37.8亿元、\
                27.2亿元，分别增长25.3%、20.1%、17.5%。";
    let expected = [
        "exports CN-FJ>W00 [机电产品] 2021-01-01/P5M value 900e8 CNY",
        "exports CN-FJ>W00 [平板显示模组] 2021-01-01/P5M value 51.2e8 CNY",
        "exports CN-FJ>W00 [灯具] 2021-01-01/P5M value 37.8e8 CNY",
        "exports CN-FJ>W00 [船舶] 2021-01-01/P5M value 27.2e8 CNY",
        "exports CN-FJ>W00 [平板显示模组] 2021-01-01/P5M/2020-01-01/P5M growth 25.3 PCT",
        "exports CN-FJ>W00 [灯具] 2021-01-01/P5M/2020-01-01/P5M growth 20.1 PCT",
        "exports CN-FJ>W00 [船舶] 2021-01-01/P5M/2020-01-01/P5M growth 17.5 PCT",
    ];
    assert_eq!(lines(text), expected);
}

#[test]
fn amounts_behind_a_change_are_changes() {
    let rows = of_chile(
        "The main increases in imports were registered in machinery ($0.5 billion), partly offset by a decrease in copper ($0.2 billion). \
         The rise came on increases in both imports and exports of $0.8 billion and $0.6 billion respectively.",
    );
    let expected = [
        "imports CHL>W00 [machinery] 2021-05/2020-05 change 0.5e9 USD",
        "imports CHL>W00 [copper] 2021-05/2020-05 change -0.2e9 USD",
        "imports CHL>W00 2021-05/2020-05 change 0.8e9 USD",
        "exports CHL>W00 2021-05/2020-05 change 0.6e9 USD",
    ];
    assert_eq!(rows, expected);
}

#[test]
fn a_sentence_goes_on_with_the_period_of_the_last_one() {
    let rows = of_chile(
        "In the first four months of 2021, exports rose by 6.5 percent.\n\nImports also rose, by 7.5 percent. In April, exports fell by \
         1.5 percent.\n\nWithin this total, copper exports grew by 2.5 percent.",
    );
    let expected = [
        "exports CHL>W00 2021-01-01/P4M/2020-01-01/P4M growth 6.5 PCT",
        "imports CHL>W00 2021-01-01/P4M/2020-01-01/P4M growth 7.5 PCT",
        "exports CHL>W00 2021-04/2020-04 growth -1.5 PCT",
        "exports CHL>W00 [copper] 2021-04/2020-04 growth 2.5 PCT",
    ];
    assert_eq!(rows, expected);
}

#[test]
fn two_flows_apart_take_the_figures_in_their_order() {
    let rows = of_chile(
        "Imports went up while exports came down, amounting to $6.9 billion and $7.8 billion, respectively.",
    );
    assert_eq!(rows, ["imports CHL>W00 2021-05 value 6.9e9 USD", "exports CHL>W00 2021-05 value 7.8e9 USD"]);
}
