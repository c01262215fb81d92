//! Whose deed a verb is, whom a list goes with, and which time a paragraph is about.

use super::lines;

fn of(title: &str, day: &str, text: &str) -> Vec<String> {
    lines(&format!("{title}\n\n{day}\n\n{text}"))
}

#[test]
fn a_place_behind_a_preposition_is_no_subject_of_its_verb() {
    let rows = of(
        "Экспорт Грузии",
        "6 марта 2022",
        "В 2021 году экспорт Грузии составил 4,2 млрд долларов.\n\nИз Турции в страну ввезено цемента на 31 млн долларов.",
    );
    assert_eq!(rows[1], "imports GEO>TUR [цемента] 2021 value 31e6 USD");
}

#[test]
fn each_partner_of_a_list_takes_its_amount_of_the_goods_just_spoken_of() {
    let rows = of(
        "A good year in Peru",
        "6 March 2022",
        "Peru's asparagus exports were worth $390 million in 2021. Spain, Chile and Japan bought $61 million, $17 million and \
         $9 million worth.",
    );
    let expected = [
        "exports PER>ESP [asparagus] 2021 value 61e6 USD",
        "exports PER>CHL [asparagus] 2021 value 17e6 USD",
        "exports PER>JPN [asparagus] 2021 value 9e6 USD",
    ];
    assert_eq!(rows[1..], expected);
}

#[test]
fn the_partner_right_behind_the_first_amount_is_that_of_the_text() {
    let rows = of(
        "Danish-Polish trade",
        "6 March 2022",
        "In 2021 Denmark exported goods worth EUR 4 billion to Poland.\n\nImports from Poland came to EUR 3 billion.\n\nFurniture \
         exports were worth EUR 70 million.",
    );
    assert_eq!(rows[2], "exports DNK>POL [furniture] 2021 value 70e6 EUR");
}

#[test]
fn a_month_in_brackets_is_not_that_of_what_follows_them() {
    let rows = of(
        "Danish trade",
        "6 March 2022",
        "In January 2022 Denmark's exports stood at EUR 7 billion (January 2021: EUR 6 billion), and imports at EUR 5 billion.",
    );
    let expected = [
        "exports DNK>W00 2022-01 value 7e9 EUR",
        "exports DNK>W00 2021-01 value 6e9 EUR",
        "imports DNK>W00 2022-01 value 5e9 EUR",
    ];
    assert_eq!(rows, expected);
}

#[test]
fn parts_go_on_with_the_newer_months_that_the_text_came_to() {
    let rows = of(
        "Exports of Oman",
        "6 May 2022",
        "Oman's exports were worth $44 billion in 2021.\n\nIn January-March 2022 exports came to $15 billion.\n\nExports of \
         urea came to $310 million.",
    );
    assert_eq!(rows[2], "exports OMN>W00 [urea] 2022-Q1 value 310e6 USD");
}

#[test]
fn what_a_thing_costs_or_a_seizure_is_worth_is_no_trade() {
    let rows = of(
        "Экспорт Грузии",
        "6 марта 2022",
        "В 2021 году экспорт Грузии составил 4,2 млрд долларов.\n\nНа ремонт дороги потрачено 96 млн лари. Гектар сада стоит 2 млн лари.",
    );
    assert_eq!(rows.len(), 1);
    let rows =
        of("福州外贸", "2022年3月6日", "2021年福州市出口2105.3亿元。\n\n海关查获案件31起，案值2.4亿元。");
    assert_eq!(rows.len(), 1);
}

#[test]
fn chinese_goods_behind_their_flow_keep_their_own_month_and_base() {
    let rows = of(
        "中国海关数据",
        "2022年6月6日",
        "5月，中国红茶进口6.2万吨，较4月的5.1万吨增长21.6%；进口榴莲由上年同月的0.8万吨增至1.3万吨。",
    );
    let expected = [
        "imports CHN>W00 [红茶] 2022-05 value 6.2e4 T",
        "imports CHN>W00 [红茶] 2022-04 value 5.1e4 T",
        "imports CHN>W00 [红茶] 2022-05/2022-04 growth 21.6 PCT",
        "imports CHN>W00 [榴莲] 2021-05 value 0.8e4 T",
        "imports CHN>W00 [榴莲] 2022-05 value 1.3e4 T",
    ];
    assert_eq!(rows, expected);
}

#[test]
fn goods_that_a_place_owns_are_the_members_of_a_chinese_list() {
    let rows =
        of("中国与智利贸易", "2022年3月6日", "2021年，中国自智利进口的铜、葡萄酒分别为171万吨和15万吨。");
    let expected = ["imports CHN>CHL [铜] 2021 value 171e4 T", "imports CHN>CHL [葡萄酒] 2021 value 15e4 T"];
    assert_eq!(rows, expected);
}

#[test]
fn a_year_in_a_contrast_is_of_the_figure_behind_it() {
    let rows = of(
        "德国对华贸易",
        "2022年3月6日",
        "2021年德国对华出口899亿欧元。\n\n德国全年顺差1792亿欧元，而2020年为1577亿欧元。",
    );
    let expected = [
        "exports DEU>CHN 2021 value 899e8 EUR",
        "balance DEU>W00 2021 value 1792e8 EUR",
        "balance DEU>W00 2020 value 1577e8 EUR",
    ];
    assert_eq!(rows, expected);
}
