//! What a figure takes over from those next to it, and what it must not: periods in brackets, goods, flows of deliveries.

use horgos::dataset::{Facet, Guess};
use horgos::draft::Draft;

use super::lines;

fn of(title: &str, day: &str, sentences: &str) -> Vec<String> {
    lines(&format!("{title}\n\n{day}\n\n{sentences}"))
}

#[test]
fn a_period_in_brackets_is_of_the_figure_in_them() {
    let rows = of(
        "Peru's trade",
        "14 July 2022",
        "Peru's exports to Chile totalled $641.2 million in January-May 2022. Its imports were $733.4 million, down 6.1 percent \
         year-on-year ($781 million in January-May 2021).",
    );
    let expected = [
        "exports PER>CHL 2022-01-01/P5M value 641.2e6 USD",
        "imports PER>CHL 2022-01-01/P5M value 733.4e6 USD",
        "imports PER>CHL 2022-01-01/P5M/2021-01-01/P5M growth -6.1 PCT",
        "imports PER>CHL 2021-01-01/P5M value 781e6 USD",
    ];
    assert_eq!(rows, expected);
}

#[test]
fn what_went_before_is_not_the_period_of_the_next_sentence() {
    let rows = of(
        "Malta's trade in July",
        "3 September 2018",
        "Malta's exports rose by 4.6% to €212 million in July, after a year-on-year increase of 9% in June. Imports rose by \
         3.1% to €388 million, after a year-on-year increase of 5.5% in June.",
    );
    let expected = [
        "exports MLT>W00 2018-07/2017-07 growth 4.6 PCT",
        "exports MLT>W00 2018-07 value 212e6 EUR",
        "exports MLT>W00 2018-06/2017-06 growth 9 PCT",
        "imports MLT>W00 2018-07/2017-07 growth 3.1 PCT",
        "imports MLT>W00 2018-07 value 388e6 EUR",
        "imports MLT>W00 2018-06/2017-06 growth 5.5 PCT",
    ];
    assert_eq!(rows, expected);
}

#[test]
fn a_clause_with_when_has_the_period_in_front_of_it() {
    let rows = of(
        "Экспорт зерна из Аргентины",
        "6 мая 2021",
        "Экспорт пшеницы из Аргентины в апреле 2021 года составил 1,9 млн тонн, но уступает уровню апреля 2019 года (2,3 млн тонн).",
    );
    let expected = [
        "exports ARG>W00 [пшеницы] 2021-04 value 1.9e6 T",
        "exports ARG>W00 [пшеницы] 2019-04 value 2.3e6 T",
    ];
    assert_eq!(rows, expected);
    let rows = of(
        "Trade of Chile",
        "6 May 2021",
        "Chile's trade turnover with Peru was 8.7% less compared to the same period of 2020, when the trade turnover was \
         $2.9 billion, in January-April 2021.",
    );
    assert_eq!(rows[1], "total CHL>PER 2020-01-01/P4M value 2.9e9 USD");
}

#[test]
fn the_first_month_of_a_budget_year_is_a_month() {
    let rows = of(
        "Pakistan's rice exports",
        "18 August 2021",
        "Pakistan's rice exports reached $153.4 million during the first month of the current financial year (2021-22).",
    );
    assert_eq!(rows, ["exports PAK>W00 [rice] 2021-07 value 153.4e6 USD"]);
}

#[test]
fn a_season_without_its_end_is_no_period() {
    let rows = of(
        "Экспорт пшеницы из России",
        "5 октября 2021",
        "В сентябре Россия экспортировала 4,2 млн тонн пшеницы. С начала сезона экспорт пшеницы достиг 11,3 млн тонн.",
    );
    assert_eq!(rows[1], "exports RUS>W00 [пшеницы]  value 11.3e6 T");
}

#[test]
fn an_amount_that_is_compared_with_is_of_the_same_goods() {
    let rows = of(
        "Egypt's trade in May",
        "4 July 2022",
        "Egypt's cotton exports fell by 8.3% in May 2022 as compared to the exports of $46.1 million recorded in April 2022. The \
         gains included cotton yarn, the exports of which rose by 5.9% to $12.2 million.",
    );
    let expected = [
        "exports EGY>W00 [cotton] 2022-05/2022-04 growth -8.3 PCT",
        "exports EGY>W00 [cotton] 2022-04 value 46.1e6 USD",
        "exports EGY>W00 [cotton yarn] 2022-05/2022-04 growth 5.9 PCT",
        "exports EGY>W00 [cotton yarn] 2022-05 value 12.2e6 USD",
    ];
    assert_eq!(rows, expected);
}

#[test]
fn a_member_that_no_table_has_is_of_itself() {
    let rows = of(
        "India's exports in May",
        "20 June 2022",
        "India's exports of carpets went down by 12.4 percent, from $171 million to $149.8 million, bath mats by 7.7 percent, \
         from $31.2 million to $28.8 million in May 2022.",
    );
    let goods: Vec<bool> = rows.iter().map(|row| row.contains("[bath mats]")).collect();
    assert_eq!(goods, [false, false, false, true, true, true], "{rows:#?}");
}

#[test]
fn the_first_of_a_list_of_exports_is_what_its_figure_is_of() {
    let rows = of(
        "Zambia's trade in May 2021",
        "20 June 2021",
        "Copper ores and concentrates topped the list of export goods with $521 million in May 2021.",
    );
    assert_eq!(rows, ["exports ZMB>W00 [copper ores and concentrates] 2021-05 value 521e6 USD"]);
}

#[test]
fn foreign_trade_is_of_all_goods_and_with_everybody() {
    let rows = of(
        "Экспорт хлопка из Таджикистана вырос",
        "20 января 2022",
        "Экспорт хлопка из Таджикистана вырос на 14% в 2021 году.\n\nВнешнеторговый оборот Таджикистана достиг $6,4 млрд. \
         Основными партнерами стали Россия ($1,4 млрд) и Казахстан ($1,2 млрд).",
    );
    let expected = [
        "exports TJK>W00 [хлопка] 2021/2020 growth 14 PCT",
        "total TJK>W00 2021 value 6.4e9 USD",
        "total TJK>RUS 2021 value 1.4e9 USD",
        "total TJK>KAZ 2021 value 1.2e9 USD",
    ];
    assert_eq!(rows, expected);
    let rows = of(
        "Trade between Georgia and Armenia grows",
        "20 January 2022",
        "Trade turnover between Georgia and Armenia was $812 million in 2021.\n\nGeorgia's foreign trade turnover was $14.3 \
         billion in 2021. It grew by 24%.",
    );
    assert!(rows[1].starts_with("total GEO>W00 ") && rows[2].starts_with("total GEO>W00 "), "{rows:#?}");
}

#[test]
fn deliveries_in_a_text_on_imports_are_imports() {
    let rows = of(
        "Импорт России вырос",
        "9 марта 2019",
        "Импорт России в январе вырос на 6,2% до 16,1 млрд долларов.\n\nНа Китай пришлось 4,2 млрд долларов, или 26% поставок, на \
         Германию — 1,5 млрд долларов.\n\nПоставки сахара сократились на 11%.",
    );
    let expected = [
        "imports RUS>W00 2019-01/2018-01 growth 6.2 PCT",
        "imports RUS>W00 2019-01 value 16.1e9 USD",
        "imports RUS>CHN 2019-01 value 4.2e9 USD",
        "imports RUS>CHN 2019-01 share 26 PCT",
        "imports RUS>DEU 2019-01 value 1.5e9 USD",
        "imports RUS>W00 [сахара] 2019-01/2018-01 growth -11 PCT",
    ];
    assert_eq!(rows, expected);
}

#[test]
fn levels_behind_a_share_are_shares() {
    let rows = of(
        "Импорт Казахстана",
        "9 марта 2019",
        "Доля машин в импорте Казахстана выросла с 41% до 44%, продукции химической промышленности снизилась с 15% до 14% в 2018 году.",
    );
    assert!(rows.iter().all(|row| row.contains(" share ")), "{rows:#?}");
    let rows = of(
        "Exports of Laos in 2020",
        "9 March 2021",
        "The largest volume of exports of Laos in 2020 went to Thailand and amounted to $2.1 billion, which is 38 percent.",
    );
    assert_eq!(rows[1], "exports LAO>THA 2020 share 38 PCT");
}

#[test]
fn what_a_buyer_buys_is_what_its_figure_is_of() {
    let rows = of(
        "Экспорт зерна из Румынии",
        "4 сентября 2020",
        "В августе Румыния экспортировала 1,1 млн тонн зерна.\n\nСамым большим покупателем румынской пшеницы стал Египет, куда \
         отгрузили 310 тыс. тонн. На Египет пришлось 28% всех отгрузок пшеницы.",
    );
    assert_eq!(rows[1], "exports ROU>EGY [пшеницы] 2020-08 value 310e3 T");
    assert_eq!(rows[2], "exports ROU>EGY [пшеницы] 2020-08 share 28 PCT");
}

#[test]
fn the_verb_in_front_of_a_list_says_which_way_its_lines_go() {
    let rows = of(
        "Trade of Uganda in 2020",
        "4 March 2021",
        "Uganda's trade was $9.1 billion in 2020.\n\nIn this period, Uganda exported:\n\n- coffee worth $511 million;\n\n- fish \
         - $127 million.",
    );
    let expected = [
        "total UGA>W00 2020 value 9.1e9 USD",
        "exports UGA>W00 [coffee] 2020 value 511e6 USD",
        "exports UGA>W00 [fish] 2020 value 127e6 USD",
    ];
    assert_eq!(rows, expected);
}

/// The doubt about the units of rows, in order.
fn units(text: &str) -> Vec<Option<Guess>> {
    let rows = Draft::new("own", text).rows;
    rows.iter().map(|row| row.unconfirmed().guess(Facet::Unit)).collect()
}

#[test]
fn amounts_in_one_frame_share_a_unit_that_is_marked() {
    let text = "Экспорт Армении\n\n8 июня 2022\n\nВ 2021 году Армения экспортировала коньяк на 210 млн долларов. \
        Форели продано на 12,4 млн долларов, меда и пыльцы — на 1,6 млн.";
    assert!(lines(text).last().is_some_and(|line| line.ends_with("2021 value 1.6e6 USD")));
    assert_eq!(units(text), [None, None, Some(Guess::Inherited)]);
    let text = "Торговля Армении\n\n8 июня 2022\n\nВ 2021 году товарооборот Армении с Китаем составил 1,2 млрд долларов: \
        210 млн долларов пришлись на экспорт, 990 млн — на импорт.";
    assert_eq!(lines(text).last().map(String::as_str), Some("imports ARM>CHN 2021 value 990e6 USD"));
}

#[test]
fn the_next_sentence_goes_on_in_the_same_money_and_is_marked() {
    let text = "Trade of Peru\n\n8 June 2022\n\nIn 2021 exports from Peru rose by 47% to $63 billion, the customs said. \
        Imports rose by 38% to 51 billion.";
    assert_eq!(lines(text).last().map(String::as_str), Some("imports PER>W00 2021 value 51e9 USD"));
    assert_eq!(units(text), [None, None, None, Some(Guess::Inherited)]);
    let text = "Trade of Peru\n\n8 June 2022\n\nIn 2021 exports from Peru rose to $63 billion. Peru has a population of 34 million.";
    assert_eq!(lines(text), ["exports PER>W00 2021 value 63e9 USD"]);
}

#[test]
fn the_last_of_a_list_in_brackets_names_the_unit_of_all() {
    let text = "Trade of Peru\n\n8 June 2022\n\nThe largest buyers in 2021 were China (20.8 billion), Canada (2.3 billion) \
        and Japan (2.6 billion dollars).";
    let expected = [
        "exports PER>CHN 2021 value 20.8e9 USD",
        "exports PER>CAN 2021 value 2.3e9 USD",
        "exports PER>JPN 2021 value 2.6e9 USD",
    ];
    assert_eq!(lines(text), expected);
}

#[test]
fn members_behind_with_share_a_unit() {
    let text = "Trade of Peru\n\n8 June 2022\n\nCopper topped the list of exports of Peru in 2021 with $20.6 billion, followed \
        by gold with 10.1 billion.";
    assert!(lines(text).last().is_some_and(|line| line.ends_with("[gold] 2021 value 10.1e9 USD")));
    assert_eq!(units(text), [None, Some(Guess::Inherited)]);
}

#[test]
fn people_are_no_money() {
    for sentence in [
        "Exports from Peru rose to $63 billion in 2021. Its tourists were 4 million.",
        "In 2021 exports of Peru stood at $63 billion and the fleet at 2 million.",
        "Exports of $63 billion left Peru in 2021, a nation of 33 million.",
    ] {
        let text = format!("Trade of Peru\n\n8 June 2022\n\n{sentence}");
        assert_eq!(lines(&text), ["exports PER>W00 2021 value 63e9 USD"], "{sentence}");
    }
    let text = "Trade of Peru\n\n8 June 2022\n\nBuyers in 2021 were Spain (47 million), Chile ($1.2 billion) and Japan ($2.6 billion).";
    let expected = ["exports PER>CHL 2021 value 1.2e9 USD", "exports PER>JPN 2021 value 2.6e9 USD"];
    assert_eq!(lines(text), expected);
}

#[test]
fn a_unit_goes_on_for_one_sentence() {
    let text = "Trade of Peru\n\n8 June 2022\n\nIn 2021 exports of Peru were $63 billion. Imports were 51 billion. \
        Exports to Chile were 2 billion.";
    assert_eq!(units(text), [None, Some(Guess::Inherited)]);
}
