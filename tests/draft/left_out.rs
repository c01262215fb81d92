//! Words that a sentence leaves out, since another one says them: units, partners, the second of two names.

use super::lines;

fn of_peru(sentences: &str) -> Vec<String> {
    lines(&format!("Peru's exports in 2021\n\n3 March 2022\n\n{sentences}"))
}

fn of_armenia(sentences: &str) -> Vec<String> {
    lines(&format!("Внешняя торговля Армении\n\n3 марта 2022\n\n{sentences}"))
}

fn of_vietnam(sentences: &str) -> Vec<String> {
    lines(&format!("2021年越南外贸\n\n2022年3月3日\n\n{sentences}"))
}

#[test]
fn an_amount_has_the_unit_of_the_one_before_it() {
    let rows = of_armenia("В 2021 году экспорт составил 3,1 млрд долларов, импорт — 900 млн: оборот вырос.");
    let expected = ["exports ARM>W00 2021 value 3.1e9 USD", "imports ARM>W00 2021 value 900e6 USD"];
    assert_eq!(rows, expected);
    let rows = of_peru(
        "Exports of coffee in 2021 came to 3.9 million tonnes, including 1.2 million to Chile and 640 thousand to Japan.",
    );
    let expected = [
        "exports PER>W00 [coffee] 2021 value 3.9e6 T",
        "exports PER>CHL [coffee] 2021 value 1.2e6 T",
        "exports PER>JPN [coffee] 2021 value 640e3 T",
    ];
    assert_eq!(rows, expected);
}

#[test]
fn an_amount_with_words_of_its_own_has_no_other_unit() {
    for end in [
        "in the country lived 33 million people.",
        "and exports in ringgit were 4 billion ringgits.",
        "and the number of exporters rose to 1.2 million.",
        "and those who export rose to 7 thousand.",
    ] {
        let rows = of_peru(&format!("In 2021 exports were $56.3 billion, {end}"));
        assert_eq!(rows, ["exports PER>W00 2021 value 56.3e9 USD"], "{end}");
    }
}

#[test]
fn an_amount_next_to_other_words_has_no_unit() {
    for end in [
        "including sales to Chile, a market of 19 million.",
        "while imports from Japan, a country of 1.2 billion, grew.",
        "with 6.1 million bags in store, up from 5.2 million.",
        "serving 2.4 million.",
        "of which 80 billion went to Chile.",
    ] {
        let rows = of_peru(&format!("In 2021 exports of coffee were $56.3 billion, {end}"));
        assert_eq!(rows, ["exports PER>W00 [coffee] 2021 value 56.3e9 USD"], "{end}");
    }
}

#[test]
fn a_price_of_a_weight_is_no_weight() {
    for of_barley in ["ячменя — 70 тыс. тонн на 14 млн", "ячменя — 70 тыс. тонн за 14 млн"]
    {
        let rows = of_armenia(&format!("В 2021 году экспорт пшеницы составил 26 тыс. тонн, {of_barley}."));
        assert!(rows.iter().all(|row| !row.contains("14e6")), "{rows:#?}");
        assert_eq!(rows.len(), 2, "{rows:#?}");
    }
}

#[test]
fn an_amount_compared_with_has_the_unit_of_the_other() {
    let rows = of_peru("Exports of coffee were $56.3 million in 2021, up from 49.1 million a year earlier.");
    assert!(rows.len() == 2 && rows[1].ends_with("2020 value 49.1e6 USD"), "{rows:#?}");
}

#[test]
fn a_buyer_is_a_partner_whatever_its_verb() {
    let rows =
        of_peru("Exports to Chile were worth $61 million in 2021. Japan bought goods worth $48 million.");
    let expected = ["exports PER>CHL 2021 value 61e6 USD", "exports PER>JPN 2021 value 48e6 USD"];
    assert_eq!(rows, expected);
    let rows = lines(
        "Армения нарастила вывоз вина\n\n3 марта 2022\n\nВ 2021 году экспорт вина из Армении вырос на 4%. Польша увеличила закупки в 2,3 раза, до 3,9 тыс. тонн.",
    );
    let expected = [
        "exports ARM>W00 [вина] 2021/2020 growth 4 PCT",
        "exports ARM>POL [вина] 2021/2020 multiple 2.3 FACTOR",
        "exports ARM>POL [вина] 2021 value 3.9e3 T",
    ];
    assert_eq!(rows, expected);
}

#[test]
fn two_countries_are_named_by_one_character_each() {
    let rows = of_vietnam("2021年，越美贸易额为1115亿美元。同年，越韩贸易额为781亿美元。韩国是第三大伙伴。");
    let expected = ["total VNM>USA 2021 value 1115e8 USD", "total VNM>KOR 2021 value 781e8 USD"];
    assert_eq!(rows, expected);
}

#[test]
fn two_characters_behind_a_preposition_do_not_trade_with_each_other() {
    let rows = |sentences: &str| lines(&format!("2021年外贸\n\n2022年3月3日\n\n{sentences}"));
    for with in ["对美欧贸易额", "与美欧双边贸易额", "对越美进出口", "自美欧进口"] {
        let rows = rows(&format!("2021年，越南对美国出口70亿美元。福建省{with}为6.2亿美元。"));
        let is_right = |row: &String| !row.contains("USA>") && !row.contains("EU>");
        assert!(rows.len() == 2 && rows.iter().all(is_right), "{with}: {rows:#?}");
    }
    let rows = rows("2021年，日本对美国出口70亿美元。当日美贸易额为6.2亿美元。");
    assert!(rows.iter().all(|row| !row.starts_with("total JPN>USA")), "{rows:#?}");
}

#[test]
fn an_embassy_does_not_trade() {
    let rows = of_vietnam("中国驻越南使馆讯：2021年越南进口汽车2.4亿美元。");
    assert_eq!(rows, ["imports VNM>W00 [汽车] 2021 value 2.4e8 USD"]);
}

#[test]
fn a_name_of_two_goods_is_one_member_of_a_list() {
    let rows = of_vietnam("2021年，手机及配件、鞋和咖啡是越南出口的主要商品，分别为575亿、177亿和31亿美元。");
    let expected = [
        "exports VNM>W00 [手机及配件] 2021 value 575e8 USD",
        "exports VNM>W00 [鞋] 2021 value 177e8 USD",
        "exports VNM>W00 [咖啡] 2021 value 31e8 USD",
    ];
    assert_eq!(rows, expected);
}

#[test]
fn two_changes_go_with_the_two_amounts_in_front_of_them() {
    let rows = of_peru(
        "In 2021, exports were valued at $6.0 billion and imports at $6.6 billion, down 5.1% and 9.3%.",
    );
    let expected = [
        "exports PER>W00 2021 value 6.0e9 USD",
        "imports PER>W00 2021 value 6.6e9 USD",
        "exports PER>W00 2021/2020 growth -5.1 PCT",
        "imports PER>W00 2021/2020 growth -9.3 PCT",
    ];
    assert_eq!(rows, expected);
}

#[test]
fn goods_have_no_balance() {
    let rows = of_peru("In 2021 the trade surplus was $14 billion. Copper alone brought in $20 billion.");
    let expected = ["balance PER>W00 2021 value 14e9 USD", "exports PER>W00 [copper] 2021 value 20e9 USD"];
    assert_eq!(rows, expected);
}

#[test]
fn a_level_that_is_exceeded_is_that_of_the_base() {
    let rows = of_armenia(
        "В 2021 году оборот Армении с Китаем достиг 1,2 млрд долларов, превысив уровень 2020 года на 26%.",
    );
    let expected = ["total ARM>CHN 2021 value 1.2e9 USD", "total ARM>CHN 2021/2020 growth 26 PCT"];
    assert_eq!(rows, expected);
}

#[test]
fn what_somebody_hopes_for_is_no_figure() {
    let rows = of_peru(
        "Exports to Chile were worth $61 million in 2021. Officials hoped to raise trade with Chile to $2 billion in ten years.",
    );
    assert_eq!(rows, ["exports PER>CHL 2021 value 61e6 USD"]);
}

#[test]
fn sales_at_home_are_no_exports() {
    let rows = of_armenia(
        "В 2021 году экспорт муки составил 26 тыс. тонн. На внутренний рынок поставлено 210 тыс. тонн.",
    );
    assert_eq!(rows, ["exports ARM>W00 [муки] 2021 value 26e3 T"]);
}

#[test]
fn exports_next_to_sales_at_home_are_exports() {
    let rows = of_armenia(
        "В 2021 году на внутренний рынок поставлено 210 тыс. тонн муки и экспортировано 26 тыс. тонн.",
    );
    assert_eq!(rows, ["exports ARM>W00 [муки] 2021 value 26e3 T"]);
    let rows = of_peru(
        "In 2021 Peru kept 70,000 tonnes of coffee on the domestic market and exported 310,000 tonnes to Chile.",
    );
    assert_eq!(rows.last().map(String::as_str), Some("exports PER>CHL [coffee] 2021 value 310000 T"));
}
