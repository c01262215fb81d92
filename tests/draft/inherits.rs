//! All rows of a text inherit what it says once: the reporter, the year, the currency.

use horgos::draft::Draft;

use super::lines;

#[test]
fn months_behind_a_since_are_of_the_next_year() {
    let text = "Bolivia keeps its surplus in April\n\n\
        Bolivian exports rose by 4.2 percent to $812 million in April. Reserves have grown since November 2021.";
    let expected =
        ["exports BOL>W00 2022-04/2021-04 growth 4.2 PCT", "exports BOL>W00 2022-04 value 812e6 USD"];
    assert_eq!(lines(text), expected);
}

#[test]
fn a_letter_is_the_money_of_the_reporter() {
    let text = "Zambia's trade\n\n2 June 2021\n\nZambia's exports fell by over K1.4 billion to K12.6 billion in April 2021.";
    let expected =
        ["exports ZMB>W00 2021-04/2020-04 change -1.4e9 ZMW", "exports ZMB>W00 2021-04 value 12.6e9 ZMW"];
    assert_eq!(lines(text), expected);
}

#[test]
fn an_amount_lower_than_another_is_a_change() {
    let text = "Trade of Fiji\n\n2 June 2021\n\nFiji's exports were $35 million lower than in April 2020 in April 2021.";
    let rows = lines(text);
    assert!(rows.iter().all(|row| !row.contains("value")), "{rows:?}");
}

#[test]
fn an_abbreviation_is_the_region_that_the_text_names() {
    let text = "Торговля Башкортостана\n\n20 мая 2021\n\nВ 2020 году экспорт РБ составил 3,4 млрд долларов.";
    assert_eq!(lines(text), ["exports RU-BA>W00 2020 value 3.4e9 USD"]);
    let text = "Торговля республики\n\n20 мая 2021\n\nВ 2020 году экспорт РБ составил 29,2 млрд долларов.";
    assert_eq!(lines(text), ["exports BLR>W00 2020 value 29.2e9 USD"]);
}

#[test]
fn a_share_of_a_region_in_its_country_is_of_that_country() {
    let text = "Внешняя торговля Карелии\n\n20 мая 2021\n\n\
        В 2020 году на долю Карелии в экспорте России приходится 0,4 процента.";
    assert_eq!(lines(text), ["exports RU-KR>W00 2020 share 0.4 PCT"]);
    let draft = Draft::new("own", text);
    let whole = draft.rows[0].whole.as_ref().expect("the share has a whole");
    assert_eq!(&*whole.reporter, "RUS");
}

#[test]
fn a_partner_behind_a_dash_goes_with_the_figure_before() {
    let text = "Экспорт Армении\n\n20 мая 2021\n\n\
        В 2020 году экспорт Армении вырос в 2,1 раза в Китай, в 1,9 раза - в Ирак и в 1,4 раза - в Грузию.";
    let expected = [
        "exports ARM>CHN 2020/2019 multiple 2.1 FACTOR",
        "exports ARM>IRQ 2020/2019 multiple 1.9 FACTOR",
        "exports ARM>GEO 2020/2019 multiple 1.4 FACTOR",
    ];
    assert_eq!(lines(text), expected);
}

#[test]
fn a_thousand_million_in_words_is_added() {
    let text = "Экспорт Армении\n\n20 мая 2021\n\nВ 2020 году экспорт Армении составил два миллиарда 544,3 миллиона долларов.";
    assert_eq!(lines(text), ["exports ARM>W00 2020 value 2544.3e6 USD"]);
}

#[test]
fn a_share_of_all_imports_is_one_of_imports() {
    let text = "青海外贸\n\n2022-09-15\n\n今年前8个月，青海省出口12.4亿元，进口9.6亿元。机电产品也是主要商品，占全省进口的31.2%。";
    let rows = lines(text);
    assert!(rows.last().is_some_and(|row| row.starts_with("imports CN-QH>W00 [机电产品]")), "{rows:?}");
}

#[test]
fn an_item_of_a_chinese_list_is_what_its_figures_are_of() {
    let text = "青海外贸\n\n2022-09-15\n\n今年前8个月，青海省进出口22亿元。二是外商投资企业发展平稳，进出口值4.7亿元，增长8.1%。";
    let expected = [
        "total CN-QH>W00 2022-01-01/P8M value 22e8 CNY",
        "total CN-QH>W00 [外商投资企业] 2022-01-01/P8M value 4.7e8 CNY",
        "total CN-QH>W00 [外商投资企业] 2022-01-01/P8M/2021-01-01/P8M growth 8.1 PCT",
    ];
    assert_eq!(lines(text), expected);
}

#[test]
fn a_group_and_all_others_are_everybody() {
    let text = "Trade of Croatia\n\n9 May 2021\n\n\
        In March 2021 Croatia's exports to third countries and the EU totalled EUR 1.7 billion, 8.1% more than a year earlier.";
    let expected =
        ["exports HRV>W00 2021-03 value 1.7e9 EUR", "exports HRV>W00 2021-03/2020-03 growth 8.1 PCT"];
    assert_eq!(lines(text), expected);
}

#[test]
fn a_name_that_may_be_longer_is_not_marked_as_said() {
    let text =
        "Trade of Chile\n\n9 May 2021\n\nChile's exports of knitted garments rose by 8.1% in March 2021.";
    let draft = Draft::new("own", text);
    let row = draft.rows.first().expect("a row");
    let said = row.product.origin.range().and_then(|range| text.get(range.clone()));
    assert!(said.is_none_or(|said| said == "knitted garments"), "{said:?}");
}

#[test]
fn a_partner_of_the_title_is_one_of_several_where_the_text_begins_with_all_trade() {
    let rows = lines(
        "Поставки рыбы в Чили выросли\n\n7 мая 2024\n\nЭкспорт рыбы из Исландии в 2023 году составил 90 тыс. тонн. Поставки рыбы в Чили достигли 4 тыс. тонн.",
    );
    assert_eq!(rows, ["exports ISL>W00 [рыбы] 2023 value 90e3 T", "exports ISL>CHL [рыбы] 2023 value 4e3 T"]);
}
