//! Trade of cities, regions and counties, and the words of Chinese and Russian texts on it.

use horgos::draft::Draft;

use super::lines;

#[test]
fn a_chinese_city_reports_its_own_trade() {
    let text = "温州外贸\n\n2023-05-18\n\n据温州海关统计，今年前4个月，温州市外贸进出口856.2亿元，同比增长7.1%，占全省进出口总值的5.6%。\
                其中，温州对最大贸易伙伴东盟进出口151.3亿元，对其他国家进出口402.5亿元。";
    let expected = [
        "total CN_3303>W00 2023-01-01/P4M value 856.2e8 CNY",
        "total CN_3303>W00 2023-01-01/P4M/2022-01-01/P4M growth 7.1 PCT",
        "total CN_3303>W00 2023-01-01/P4M share 5.6 PCT",
        "total CN_3303>ASEAN 2023-01-01/P4M value 151.3e8 CNY",
        "total CN_3303>OTHERS 2023-01-01/P4M value 402.5e8 CNY",
    ];
    assert_eq!(lines(text), expected);
    let draft = Draft::new("own", text);
    let whole = draft.rows.iter().find_map(|row| row.whole.as_ref()).expect("the share has a whole");
    assert_eq!(&*whole.reporter, "CN-ZJ", "the province of the city");
    let names: Vec<&str> = draft.places.iter().map(|place| place.name.as_str()).collect();
    assert_eq!(names, ["温州", "all other partners"]);
}

#[test]
fn a_county_that_no_table_has_is_named_by_its_customs() {
    let text = "前7月昆山外贸进出口增长\n\n2022-08-20\n\n记者从昆山海关了解到，今年前7个月，昆山外贸进出口总值4211亿元，同比增长2.4%。";
    let expected = [
        "total LOCAL>W00 2022-01-01/P7M value 4211e8 CNY",
        "total LOCAL>W00 2022-01-01/P7M/2021-01-01/P7M growth 2.4 PCT",
    ];
    assert_eq!(lines(text), expected);
    assert_eq!(Draft::new("own", text).places[0].name, "昆山");
}

#[test]
fn a_russian_region_reports_its_own_trade() {
    let text = "Внешняя торговля Мурманской области\n\n20 августа 2021\n\n\
        В первом полугодии 2021 года экспорт Мурманской области вырос на 12,5%, с 1,6 млрд до 1,8 млрд долларов. \
        В 2020 году регион наторговал на 4,1 млрд долларов. Поставки в Китай увеличились в два раза.";
    let expected = [
        "exports RU-MUR>W00 2021-01-01/P6M/2020-01-01/P6M growth 12.5 PCT",
        "exports RU-MUR>W00 2020-01-01/P6M value 1.6e9 USD",
        "exports RU-MUR>W00 2021-01-01/P6M value 1.8e9 USD",
        "total RU-MUR>W00 2020 value 4.1e9 USD",
        "exports RU-MUR>CHN 2020/2019 multiple 2 FACTOR",
    ];
    assert_eq!(lines(text), expected);
}

#[test]
fn a_country_in_front_of_its_region_only_says_where_that_lies() {
    let text = "Торговля китайской провинции Ляонин\n\n20 августа 2021\n\n\
        Экспорт китайской провинции Ляонин в Россию составил 5,2 млрд юаней в июле 2021 года.";
    assert_eq!(lines(text), ["exports CN-LN>RUS 2021-07 value 5.2e9 CNY"]);
}

#[test]
fn a_value_behind_the_same_months_is_of_those() {
    let text = "中国大米进口\n\n2019-10-25\n\n今年前9个月，中国大米进口量达171万吨，上年同期为233万吨。3月从越南进口12万吨大米，较上年同期的18万吨下降33.3%。";
    let expected = [
        "imports CHN>W00 [大米] 2019-01-01/P9M value 171e4 T",
        "imports CHN>W00 [大米] 2018-01-01/P9M value 233e4 T",
        "imports CHN>VNM [大米] 2019-03 value 12e4 T",
        "imports CHN>VNM [大米] 2018-03 value 18e4 T",
        "imports CHN>VNM [大米] 2019-03/2018-03 growth -33.3 PCT",
    ];
    assert_eq!(lines(text), expected);
}

#[test]
fn a_growth_has_the_base_in_front_of_it() {
    let text = "江西外贸\n\n2021-09-20\n\n8月份，江西出口310亿元，同比增长24.1%、环比增长13.2%。5、6月份出口分别增长2.5%、3.5%。";
    let expected = [
        "exports CN-JX>W00 2021-08 value 310e8 CNY",
        "exports CN-JX>W00 2021-08/2020-08 growth 24.1 PCT",
        "exports CN-JX>W00 2021-08/2021-07 growth 13.2 PCT",
        "exports CN-JX>W00 2021-05/2020-05 growth 2.5 PCT",
        "exports CN-JX>W00 2021-06/2020-06 growth 3.5 PCT",
    ];
    assert_eq!(lines(text), expected);
}

#[test]
fn a_chinese_product_needs_no_table() {
    let text = "江西外贸\n\n2021-09-20\n\n今年前8个月，江西竹编工艺品出口4.1亿元，增长9.5%；进口特种糊料0.8亿元。出口企业3120家，增加6%。";
    let expected = [
        "exports CN-JX>W00 [竹编工艺品] 2021-01-01/P8M value 4.1e8 CNY",
        "exports CN-JX>W00 [竹编工艺品] 2021-01-01/P8M/2020-01-01/P8M growth 9.5 PCT",
        "imports CN-JX>W00 [特种糊料] 2021-01-01/P8M value 0.8e8 CNY",
    ];
    assert_eq!(lines(text), expected, "and the growth of a number of companies is none of trade");
}

#[test]
fn another_country_is_meant_by_its_own_people() {
    let text = "越南出口\n\n2019-06-04\n\n据越南统计总局公布，今年前5个月全国出口1006亿美元，其中对华出口141亿美元。";
    let expected =
        ["exports VNM>W00 2019-01-01/P5M value 1006e8 USD", "exports VNM>CHN 2019-01-01/P5M value 141e8 USD"];
    assert_eq!(lines(text), expected);
}

#[test]
fn a_list_of_partners_has_one_figure_together() {
    let text = "宁夏外贸\n\n2021-09-20\n\n今年前8个月，宁夏对日本、韩国、德国进出口20.6亿元。";
    assert_eq!(lines(text), ["total CN-NX>SEVERAL 2021-01-01/P8M value 20.6e8 CNY"]);
}

#[test]
fn lists_go_with_each_other_without_a_word_for_it() {
    let text = "台灣出口\n\n2025-07-08\n\n113年台灣對日本、韓國出口30億美元和20億美元，增長5%和4%。";
    let expected = [
        "exports TWN>JPN 2024 value 30e8 USD",
        "exports TWN>KOR 2024 value 20e8 USD",
        "exports TWN>JPN 2024/2023 growth 5 PCT",
        "exports TWN>KOR 2024/2023 growth 4 PCT",
    ];
    assert_eq!(lines(text), expected);
}
