//! What texts state in their first lines, in lists of several kinds, and of the year before.

use horgos::dataset::Transport::{Rail, Road, Sea};
use horgos::draft::Draft;

use super::lines;

fn of(title: &str, day: &str, sentences: &str) -> Vec<String> {
    lines(&format!("{title}\n\n{day}\n\n{sentences}"))
}

#[test]
fn the_first_figures_tell_of_which_months_a_year_is_meant() {
    let rows = of(
        "Chile becomes the main partner of Bolivia",
        "14 December 2021",
        "Chile became the main trade partner of Bolivia in 2021.\n\nBolivia's exports to Chile were $912 million in the first nine \
         months of 2021.\n\nBolivia's imports from Peru came to $431 million.",
    );
    assert_eq!(rows[1], "imports BOL>PER 2021-01-01/P9M value 431e6 USD");
}

#[test]
fn a_line_that_tells_of_trade_is_no_date() {
    let rows = of(
        "Gabon raises its exports",
        "By Ann Moreau, 2 November 2020",
        "Gabon raised exports of various goods in January-May 2020.\n\nSome 4,300 tons of cocoa worth $9.2 million were exported.",
    );
    let expected = [
        "exports GAB>W00 [cocoa] 2020-01-01/P5M value 4300 T",
        "exports GAB>W00 [cocoa] 2020-01-01/P5M value 9.2e6 USD",
    ];
    assert_eq!(rows, expected);
}

#[test]
fn the_same_period_of_last_year_may_be_that_of_the_figures() {
    let rows = of(
        "Gabon's cocoa",
        "2 November 2020",
        "Gabon exported 4,300 tons of cocoa in January-May 2020. It should be noted that during the same period last year 3,900 \
         tons of cocoa worth $8.1 million were exported.",
    );
    let expected = [
        "exports GAB>W00 [cocoa] 2020-01-01/P5M value 4300 T",
        "exports GAB>W00 [cocoa] 2019-01-01/P5M value 3900 T",
        "exports GAB>W00 [cocoa] 2019-01-01/P5M value 8.1e6 USD",
    ];
    assert_eq!(rows, expected);
}

#[test]
fn past_months_of_a_year_are_not_the_year() {
    let rows = of(
        "Oman's trade with Jordan",
        "2 November 2020",
        "Oman's exports to Jordan in the past nine months of 2020 were $131 million.",
    );
    assert_eq!(rows, ["exports OMN>JOR 2020-01-01/P9M value 131e6 USD"]);
    let rows = of(
        "Nepal's trade",
        "21 June 2022",
        "Nepal's imports were Rs 1,763 billion in the first 11 months of the current fiscal year 2021/22, which is 25.4 per cent \
         more.",
    );
    assert_eq!(rows[1], "imports NPL>W00 2021-07-01/P11M/2020-07-01/P11M growth 25.4 PCT");
}

#[test]
fn an_amount_in_brackets_behind_the_year_before_is_of_that_year() {
    let rows = of(
        "Импорт Армении",
        "9 августа 2016",
        "Импорт Армении в январе-июне 2016 года составил $214 млн, что на 8,8% ниже уровня прошлого года ($234,6 млн).",
    );
    assert_eq!(rows[2], "imports ARM>W00 2015-01-01/P6M value 234.6e6 USD");
}

#[test]
fn months_behind_a_base_are_those_of_the_text() {
    let rows = of(
        "Импорт мебели в Армению",
        "21 марта 2020",
        "Импорт мебели в Армению за два месяца 2020 года вырос на 12% — с $10,5 млн до $11,8 млн.",
    );
    assert_eq!(rows[2], "imports ARM>W00 [мебели] 2020-01-01/P2M value 11.8e6 USD");
}

#[test]
fn a_partner_with_its_share_in_all_trade_is_the_part() {
    let rows = of(
        "Oman's exports to Jordan",
        "2 November 2020",
        "The share of Jordan in the total export volume of Oman made up 1.2 percent in 2019. The share of non-oil products in total \
         exports rose to 13.1 percent.",
    );
    let expected =
        ["exports OMN>JOR 2019 share 1.2 PCT", "exports OMN>W00 [non-oil products] 2019 share 13.1 PCT"];
    assert_eq!(rows, expected);
}

#[test]
fn a_partner_has_its_share_in_the_goods_of_the_text() {
    let text = "Экспорт зерна из Румынии\n\n20 сентября 2016\n\nДоля Турции в экспорте румынского зерна в августе 2016 года составляет 14%.";
    let draft = Draft::new("own", text);
    let whole = draft.rows[0].whole.as_ref().expect("a whole");
    assert_eq!((&*whole.reporter, &*whole.partner, whole.product.as_deref()), ("ROU", "W00", Some("зерна")));
}

#[test]
fn carriers_go_with_their_figures_in_order() {
    let text = "Georgia's trade in 2021\n\n4 May 2022\n\nGeorgia's imports by road, water and rail rose by 14.8 percent, 7.2 percent \
                and 2.4 percent in 2021, respectively.";
    let draft = Draft::new("own", text);
    let carriers: Vec<_> = draft.rows.iter().map(|row| row.transport.value).collect();
    assert_eq!(carriers, [Some(Road), Some(Sea), Some(Rail)]);
}

#[test]
fn the_last_of_a_list_in_brackets_may_have_its_growth_behind_with() {
    let rows = of(
        "Peru's exports in 2021",
        "4 May 2022",
        "Exports of fruit from Peru totaled $4.1 billion in 2021. The fastest-growing items were quinces (up 81.3 percent), figs (a \
         44.2 percent rise) and lychees, with 51.8 percent growth.",
    );
    let goods = ["fruit", "quinces", "figs", "lychees"];
    for (row, name) in rows.iter().zip(goods) {
        assert!(row.contains(&format!("[{name}]")), "{row}");
    }
}

#[test]
fn prefectures_are_places_and_lend_no_name_to_other_paragraphs() {
    let rows = of(
        "Xinjiang's trade in 2021",
        "4 February 2022",
        "Xinjiang's foreign trade was 156.9 billion yuan in 2021.\n\nIli Kazakh Autonomous Prefecture reported trade of 48 billion \
         yuan.\n\nExports of cotton came to 3.1 billion yuan.",
    );
    let expected = [
        "total CN-XJ>W00 2021 value 156.9e9 CNY",
        "total CN_6540>W00 2021 value 48e9 CNY",
        "exports CN-XJ>W00 [cotton] 2021 value 3.1e9 CNY",
    ];
    assert_eq!(rows, expected);
}

#[test]
fn what_was_imported_of_goods_is_imports_though_it_is_called_trade() {
    let rows = of("新疆外贸", "2022-08-22", "2022年前7月，新疆进口天然气、原油贸易额分别增长45.7%、72.1%。");
    let expected = [
        "imports CN-XJ>W00 [天然气] 2022-01-01/P7M/2021-01-01/P7M growth 45.7 PCT",
        "imports CN-XJ>W00 [原油] 2022-01-01/P7M/2021-01-01/P7M growth 72.1 PCT",
    ];
    assert_eq!(rows, expected);
}

#[test]
fn other_members_of_a_group_are_the_group() {
    let rows = of(
        "Торговля Армении",
        "13 июля 2020",
        "Объем торговли Армении с другими странами ЕАЭС в 2019 году составил $927,4 млн.",
    );
    assert_eq!(rows, ["total ARM>EAEU 2019 value 927.4e6 USD"]);
}

#[test]
fn a_place_to_which_goods_were_brought_reports_and_one_where_they_were_bought_sells() {
    let rows = of(
        "Армения стала меньше импортировать автомобили",
        "18 марта 2025",
        "В январе — феврале 2025 года в Армению ввезли автомобилей на $18,5 млн.\n\nБольше всего автомобилей закупили в Китае — на \
         $7,4 млн.\n\nВторое место заняла Грузия с $4,2 млн.\n\nТоварооборот Армении с Грузией достиг $172,6 млн.",
    );
    let expected = [
        "imports ARM>W00 [автомобилей] 2025-01-01/P2M value 18.5e6 USD",
        "imports ARM>CHN [автомобилей] 2025-01-01/P2M value 7.4e6 USD",
        "imports ARM>GEO [автомобили] 2025-01-01/P2M value 4.2e6 USD",
        "total ARM>GEO 2025-01-01/P2M value 172.6e6 USD",
    ];
    assert_eq!(rows, expected);
}

#[test]
fn each_name_behind_of_has_its_figure() {
    let rows = of(
        "Vietnam's coffee in 2020",
        "4 February 2021",
        "Vietnam's coffee exports reached $2.7 billion in 2020.\n\nRice exports brought in $3.1 billion. The Philippines was the top \
         market with 2.2 million tonnes, accounting for 33.9 percent of the total.\n\nImports of fertilizer came to $1.1 billion (up \
         2.8 percent), of bird seed to $3.6 billion.",
    );
    let expected = [
        "exports VNM>W00 [coffee] 2020 value 2.7e9 USD",
        "exports VNM>W00 [rice] 2020 value 3.1e9 USD",
        "exports VNM>PHL [rice] 2020 value 2.2e6 T",
        "exports VNM>PHL [rice] 2020 share 33.9 PCT",
        "imports VNM>W00 [fertilizer] 2020 value 1.1e9 USD",
        "imports VNM>W00 [fertilizer] 2020/2019 growth 2.8 PCT",
        "imports VNM>W00 [bird seed] 2020 value 3.6e9 USD",
    ];
    assert_eq!(rows, expected);
}

#[test]
fn a_growth_in_two_units_has_the_word_behind_both() {
    let rows = of(
        "Tajikistan's trade",
        "24 July 2023",
        "Tajikistan's foreign trade was 3,694.1 million US dollars in January-June 2023, which is 12.1 percent or 399.7 million US \
         dollars more than in the same period of 2022.",
    );
    assert_eq!(rows[1], "total TJK>W00 2023-01-01/P6M/2022-01-01/P6M growth 12.1 PCT");
}
