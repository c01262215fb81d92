//! Ways of saying which way trade goes, when it was and how much, beyond the plainest ones.

use super::lines;
use horgos::dataset::Facet;
use horgos::draft::Draft;

fn of(title: &str, day: &str, sentences: &str) -> Vec<String> {
    lines(&format!("{title}\n\n{day}\n\n{sentences}"))
}

#[test]
fn a_balance_keeps_its_sign_in_front_of_the_word_for_it() {
    let rows = of(
        "Greece's trade in April 2020",
        "5 June 2020",
        "The deficit of the trade balance was €1,134 million.",
    );
    assert_eq!(rows, ["balance GRC>W00 2020-04 value -1134e6 EUR"]);
}

#[test]
fn the_base_of_an_amount_in_two_currencies_is_one_period() {
    let rows = of(
        "Greece's trade in April 2020",
        "5 June 2020",
        "Imports were €3.2 billion ($3.5 billion) in April 2020 in comparison with €4.6 billion ($5.2 billion) in April 2019, a drop of 30.5%.",
    );
    let expected = [
        "imports GRC>W00 2020-04 value 3.2e9 EUR",
        "imports GRC>W00 2020-04 value 3.5e9 USD",
        "imports GRC>W00 2019-04 value 4.6e9 EUR",
        "imports GRC>W00 2019-04 value 5.2e9 USD",
        "imports GRC>W00 2020-04/2019-04 growth -30.5 PCT",
    ];
    assert_eq!(rows, expected);
}

#[test]
fn by_the_end_of_a_month_means_from_january_on() {
    let rows = of(
        "Morocco's trade",
        "20 March 2015",
        "The trade gap narrowed to 20.5 billion dirhams by the end of February.",
    );
    assert_eq!(rows, ["balance MAR>W00 2015-01-01/P2M value -20.5e9 MAD"]);
}

#[test]
fn a_period_that_says_when_a_season_ended_is_not_that_of_the_figure() {
    let rows = of(
        "Экспорт зерна с Украины",
        "8 февраля 2022",
        "В сезоне 2020/21 годов, который завершился в конце июня, Украина экспортировала 44,7 млн тонн зерна.",
    );
    assert_eq!(rows, ["exports UKR>W00 [зерна] 2020-07-01/P12M value 44.7e6 T"]);
}

#[test]
fn a_row_of_months_is_no_period() {
    let rows = of(
        "Japan's trade in July 2024",
        "21 August 2024",
        "Exports grew 10.3%, up for the eighth month in a row.",
    );
    assert_eq!(rows, ["exports JPN>W00 2024-07/2023-07 growth 10.3 PCT"]);
}

#[test]
fn monthly_goes_back_to_the_month_in_a_text_on_a_year() {
    let rows = of(
        "New Zealand's trade",
        "27 July 2022",
        "In the year ended June 2022, exports were $67 billion. In June 2022, exports were $6.5 billion.\n\n\
         The monthly trade balance was a deficit of $701 million.",
    );
    assert_eq!(rows[2], "balance NZL>W00 2022-06 value -701e6 NZD");
}

#[test]
fn a_value_of_a_year_earlier_is_of_that_year() {
    let rows = of(
        "Товарооборот Казахстана за 2022 год",
        "15 февраля 2023",
        "Товарооборот Казахстана составил 134 млрд долларов. Годом ранее товарооборот равнялся 101 млрд долларов.",
    );
    assert_eq!(rows, ["total KAZ>W00 2022 value 134e9 USD", "total KAZ>W00 2021 value 101e9 USD"]);
}

#[test]
fn figures_adjusted_for_the_season_are_compared_with_the_month_before() {
    let rows = of(
        "Denmark's trade in April 2023",
        "9 June 2023",
        "Seasonally adjusted, exports dropped by 3.1 per cent.",
    );
    assert_eq!(rows, ["exports DNK>W00 2023-04/2023-03 growth -3.1 PCT"]);
}

#[test]
fn numbers_of_three_scales_are_one() {
    let rows =
        of("Импорт Ирана за 2022 год", "1 марта 2023", "Импорт достиг 1 млрд 451 млн 206 тыс. долларов.");
    assert_eq!(rows, ["imports IRN>W00 2022 value 1451206e3 USD"]);
}

#[test]
fn millions_of_tonnes_are_no_metric_tonnes() {
    let rows = of(
        "Australia's wheat exports",
        "3 July 2020",
        "Wheat exports in May were 1.9 Mt, or 350,000 MT a week less.",
    );
    assert_eq!(rows[0], "exports AUS>W00 [wheat] 2020-05 value 1.9e6 T");
}

#[test]
fn an_amount_in_brackets_behind_a_growth_that_compares_is_a_change() {
    let rows = of(
        "Israel's trade in 1999",
        "13 January 2000",
        "Imports were $30.6 billion. These figures are 13% ($3.6 billion) higher than in 1998.",
    );
    assert!(rows.iter().all(|row| !row.contains("value 3.6e9")), "{rows:?}");
}

#[test]
fn purchases_and_imports_of_ones_own_goods_are_read_from_both_sides() {
    let rows = of("Mexico's trade in May 2022", "23 June 2022", "Imports rose 8%. Oil purchases fell 2%.");
    assert_eq!(
        rows,
        [
            "imports MEX>W00 2022-05/2021-05 growth 8 PCT",
            "imports MEX>W00 [oil] 2022-05/2021-05 growth -2 PCT"
        ]
    );
    let rows = of(
        "泰国水果出口",
        "2023年2月1日",
        "2022年泰国水果出口55.8亿美元。中国内地为最大市场，进口泰国水果45.3亿美元。",
    );
    assert_eq!(rows[1], "exports THA>CHN [水果] 2022 value 45.3e8 USD");
}

#[test]
fn a_group_is_no_reporter_in_a_text_on_a_country() {
    let rows = of(
        "Austria's trade in August 2018",
        "15 November 2018",
        "Austria imported goods worth €8.3 billion (+2%) from the Member States of the European Union. \
         Both intra-EU imports (+2.9%) and intra-EU exports (+7.0%) increased.",
    );
    let expected = [
        "imports AUT>EU 2018-08 value 8.3e9 EUR",
        "imports AUT>EU 2018-08/2017-08 growth 2 PCT",
        "imports AUT>EU 2018-08/2017-08 growth 2.9 PCT",
        "exports AUT>EU 2018-08/2017-08 growth 7.0 PCT",
    ];
    assert_eq!(rows, expected);
}

#[test]
fn traditional_characters_name_the_same_places_and_goods() {
    let rows = of("大連市外貿", "2025年8月25日", "今年前7個月，大連市出口1441億元，增長20.1%。");
    assert_eq!(
        rows,
        [
            "exports CN_2102>W00 2025-01-01/P7M value 1441e8 CNY",
            "exports CN_2102>W00 2025-01-01/P7M/2024-01-01/P7M growth 20.1 PCT"
        ]
    );
}

#[test]
fn goods_in_the_second_case_behind_a_russian_flow_are_its_product() {
    let of = |sentence: &str| lines(&format!("Торговля\n\n7 мая 2024\n\n{sentence}"));
    let rows = of("Экспорт чугуна из Сербии в 2023 году вырос на 5%.");
    assert_eq!(rows, ["exports SRB>W00 [чугуна] 2023/2022 growth 5 PCT"]);
    let rows = of("Импорт готовых изделий из бумаги в Сербию в 2023 году упал на 5%.");
    assert_eq!(rows, ["imports SRB>W00 [готовых изделий из бумаги] 2023/2022 growth -5 PCT"]);
    // Owners, adverbs and verbs are no goods.
    for sentence in [
        "Экспорт Сербии в 2023 году равнялся 5 млрд долларов.",
        "В 2023 году Сербия нарастила торговлю: экспорт республики равнялся 5 млрд долларов.",
    ] {
        let rows = of(sentence);
        assert!(rows.iter().all(|row| !row.contains('[')), "{rows:?}");
    }
}

#[test]
fn a_russian_name_that_no_table_has_is_not_marked_as_said() {
    let text = "Торговля\n\n7 мая 2024\n\nЭкспорт карандашей из Сербии в 2023 году вырос на 5%.";
    let row = Draft::new("own", text).rows.remove(0);
    assert_eq!(row.product.value.as_deref(), Some("карандашей"));
    assert!(row.product.origin.guess().is_some());
}

#[test]
fn a_weight_of_no_goods_is_marked_as_open() {
    let text = "Trade of Chile\n\n9 May 2024\n\nChile exported 5 million tonnes in 2023, worth $4 billion.";
    let rows = Draft::new("own", text).rows;
    let marked: Vec<bool> =
        rows.iter().map(|row| row.unconfirmed().guess(Facet::Product).is_some()).collect();
    assert_eq!(marked, [true, false]);
}

#[test]
fn buyers_behind_by_take_what_the_reporter_exports() {
    let rows = lines(
        "Peru's grape exports\n\n9 May 2024\n\nPeru exported 600,000 tonnes of grapes in 2023. Of these, 90,000 tonnes were bought by Canada and 40,000 tonnes by Mexico.",
    );
    let expected = [
        "exports PER>W00 [grapes] 2023 value 600000 T",
        "exports PER>CAN [grapes] 2023 value 90000 T",
        "exports PER>MEX [grapes] 2023 value 40000 T",
    ];
    assert_eq!(rows, expected);
}

#[test]
fn two_partners_behind_one_preposition_share_a_figure() {
    let rows =
        lines("Trade of Nepal\n\n9 May 2024\n\nIn 2023 Nepal's imports from India and Oman were $5 billion.");
    assert_eq!(rows, ["imports NPL>SEVERAL 2023 value 5e9 USD"]);
}

#[test]
fn the_same_period_brings_back_both_that_were_compared() {
    let rows = lines(
        "Trade of Kenya\n\n9 May 2022\n\nThe value of tea exported by Kenya rose from $8.5 million in February 2022 to $10.3 million in March 2022. Coffee exports dropped from $1.7 million to $1.6 million over the same period.",
    );
    let expected = [
        "exports KEN>W00 [coffee] 2022-02 value 1.7e6 USD",
        "exports KEN>W00 [coffee] 2022-03 value 1.6e6 USD",
    ];
    assert_eq!(rows[2..], expected);
    let rows = lines(
        "智利外贸\n\n2024-07-08\n\n2024年上半年，智利出口5亿美元。智利外贸顺差从2023年上半年的9亿美元降至8亿美元。",
    );
    let expected =
        ["balance CHL>W00 2023-01-01/P6M value 9e8 USD", "balance CHL>W00 2024-01-01/P6M value 8e8 USD"];
    assert_eq!(rows[1..], expected);
}
