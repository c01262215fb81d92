//! Parts of a trade that the sentence has just spoken of, and money and amounts that are no trade.

use horgos::draft::{Draft, Proposal};

use super::lines;

fn last(text: &str) -> Proposal {
    Draft::new("own", text).rows.pop().expect("the text has a figure")
}

#[test]
fn goods_that_moved_are_a_share_of_their_trade() {
    let text = "Импорт ячменя\n\n9 августа 2021\n\nВ июле 2021 года Армения импортировала 8 тыс. тонн ячменя; 71% зерна \
                поступило из Грузии.\n";
    let row = last(text);
    let whole = row.whole.expect("a share has a whole");
    assert_eq!(
        (&*row.partner.value, &*whole.partner, whole.product.as_deref()),
        ("GEO", "W00", Some("ячменя"))
    );
    let text = "Экспорт меди\n\n9 августа 2021\n\nВ июле 2021 года экспорт меди из Армении снизился на 3% и составил 6 тыс. \
                тонн, из которых 38% закупила Швейцария.\n";
    assert_eq!(lines(text)[2], "exports ARM>CHE [меди] 2021-07 share 38 PCT");
    let rose = text.replace("из которых 38% закупила Швейцария", "а цены выросли на 38%");
    assert!(!lines(&rose).iter().any(|row| row.contains("share")));
}

#[test]
fn a_part_of_it_is_a_share_of_the_trade_of_the_sentence_before() {
    let row = last(
        "Peru's lead\n\n9 August 2021\n\nIn July 2021 Peru's exports of lead reached $52 million. Japan bought 44% of it.\n",
    );
    let whole = row.whole.expect("a share has a whole");
    assert_eq!((&*row.partner.value, row.product.value.as_deref()), ("JPN", Some("lead")));
    assert_eq!(whole.product.as_deref(), Some("lead"));
}

#[test]
fn a_part_of_goods_in_a_chinese_sentence_is_of_the_same_goods() {
    let text =
        "秘鲁外贸\n\n2023年7月8日\n\n6月份，秘鲁葡萄出口翻番，达到2.7亿美元；其中对荷兰出口占18.5%。\n";
    let row = last(text);
    assert_eq!((&*row.partner.value, row.product.value.as_deref()), ("NLD", Some("葡萄")));
    assert_eq!(row.whole.expect("a share has a whole").product.as_deref(), Some("葡萄"));
}

#[test]
fn what_was_spent_and_what_could_be_handled_is_no_trade() {
    let rows = lines(
        "Kenya's trade\n\n4 March 2023\n\nIn 2022 Kenya exported 52,000 tonnes of tea. The board has spent $3 million on trucks. \
         Its annual capacity is 90,000 tonnes.\n",
    );
    assert_eq!(rows.len(), 1, "{rows:?}");
    let rows = lines(
        "Порт\n\n4 марта 2023\n\nВ феврале 2023 года Грузия экспортировала 52 тыс. тонн угля. Мощность терминала — 3 млн тонн. \
         Штраф составил 4 млн рублей.\n",
    );
    assert_eq!(rows.len(), 1, "{rows:?}");
    let imports =
        lines("Kenya's trade\n\n4 March 2023\n\nIn 2022 Kenya spent $3 million on imports of trucks.\n");
    assert_eq!(imports, ["imports KEN>W00 [trucks] 2022 value 3e6 USD"]);
}

#[test]
fn goods_of_a_countrys_own_make_are_no_production() {
    let rows = lines(
        "Торговля Армении\n\n9 августа 2021\n\nВ июле 2021 года экспорт товаров отечественного производства из Армении составил \
         52 млн долларов, реэкспорт — 31 млн долларов.\n",
    );
    assert!(rows[0].contains("[товаров отечественного производства]"), "{rows:?}");
    assert!(rows[1].contains("[реэкспорт]"), "{rows:?}");
}

#[test]
fn months_may_go_on_into_the_next_year() {
    let rows = lines(
        "乌克兰谷物\n\n2022年6月20日\n\n2021年10月至2022年5月，乌克兰出口玉米640万吨，是上年同期的1.3倍。\n",
    );
    assert_eq!(rows[0], "exports UKR>W00 [玉米] 2021-10-01/P8M value 640e4 T");
    assert_eq!(rows[1], "exports UKR>W00 [玉米] 2021-10-01/P8M/2020-10-01/P8M multiple 1.3 FACTOR");
}

#[test]
fn below_those_of_a_month_compares_with_it() {
    let rows = lines(
        "Peru's exports in May 2021\n\n9 June 2021\n\nPeru's exports were 2.4% below those of May 2020.\n",
    );
    assert_eq!(rows[0], "exports PER>W00 2021-05/2020-05 growth -2.4 PCT");
}

#[test]
fn what_compares_respectively_has_the_flows_of_the_sentence_before() {
    let rows = lines(
        "Peru's trade\n\n9 April 2021\n\nIn the first quarter of 2021, Peru's exports came to $9 billion and imports to \
         $7 billion. That compares with $8 billion and $6 billion respectively in the first quarter of 2020.\n",
    );
    assert_eq!(rows[2], "exports PER>W00 2020-Q1 value 8e9 USD");
    assert_eq!(rows[3], "imports PER>W00 2020-Q1 value 6e9 USD");
}

#[test]
fn these_exports_go_on_with_the_months_last_spoken_of() {
    let rows = lines(
        "Peru's farm exports in May 2021\n\n9 June 2021\n\nIn May 2021 Peru exported 8,000 tonnes of grapes.\n\n\
         From January to May it exported 34,000 tonnes of grapes.\n\nThese exports earned $71 million.\n",
    );
    assert_eq!(rows[2], "exports PER>W00 [grapes] 2021-01-01/P5M value 71e6 USD");
}

#[test]
fn trade_through_ports_of_a_region_may_not_be_its_own() {
    let text = "Экспорт угля\n\n5 марта 2024\n\nЭкспорт угля через порты Приморского края в феврале 2024 года достиг 7 млн тонн.\n";
    assert!(last(text).is_doubtful);
}

#[test]
fn a_list_of_shares_names_the_verb_once() {
    let rows = lines(
        "Экспорт Армении\n\n8 июня 2022\n\nВ 2021 году в структуре экспорта Армении 31% приходится на медную руду, 14% — на золото.",
    );
    assert_eq!(rows.last().map(String::as_str), Some("exports ARM>W00 [золото] 2021 share 14 PCT"));
}

#[test]
fn what_a_share_falls_on_is_a_product_only_if_it_is_known() {
    let rows = lines(
        "Экспорт Армении\n\n8 июня 2022\n\nВ 2021 году 31% экспорта Армении приходится на медную руду, 14% — на север страны.",
    );
    assert!(rows.iter().all(|row| !row.contains("север")), "{rows:#?}");
}
