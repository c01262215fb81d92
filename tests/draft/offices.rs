//! The forms in which statistics offices, customs and their newspapers report.

use horgos::draft::{CheckedDraft, Draft};

use super::lines;

fn of(title: &str, sentences: &str) -> Vec<String> {
    lines(&format!("{title}\n\n{sentences}"))
}

/// A text with the day on which it was published.
fn dated(title: &str, sentences: &str) -> Vec<String> {
    of(title, &format!("20 May 2021\n\n{sentences}"))
}

#[test]
fn a_range_of_months_is_a_period_of_its_year() {
    let text = "Fiji's deficit in the January-March period of 2021 narrowed by 3.5 per cent from the same period in 2020, \
        from $410 million to $396 million.";
    let rows = dated("Trade of Fiji", text);
    assert_eq!(rows[0], "balance FJI>W00 2021-Q1/2020-Q1 growth -3.5 PCT");
    assert!(rows[2].starts_with("balance FJI>W00 2021-Q1 value -396e6"), "{rows:?}");
}

#[test]
fn the_period_is_the_longer_one_of_the_sentence_before() {
    let text = "Malta's exports came to EUR 310 million in April 2021.\n\n\
        In the first four months of the year, exports reached EUR 1.2 billion.\n\n\
        The trade deficit amounted to EUR 420 million in the period.";
    let rows = of("Trade of Malta", text);
    assert_eq!(rows[2], "balance MLT>W00 2021-01-01/P4M value -420e6 EUR");
    let text = "Malta's exports came to EUR 1.2 billion in the first four months of 2021. In April exports were EUR 310 million. \
        Imports reached EUR 1.6 billion in the period.";
    let rows = of("Trade of Malta", text);
    assert!(!rows[2].contains("2021-04"), "{rows:?}");
}

#[test]
fn a_clause_has_a_base_of_its_own() {
    let text = "Compared to March 2020, exports of Iceland rose by 6.2% and imports by 4.7%, whereas, compared to the \
        previous month, exports fell by 1.3% and imports by 2.8% in March 2021.";
    let expected = [
        "exports ISL>W00 2021-03/2020-03 growth 6.2 PCT",
        "imports ISL>W00 2021-03/2020-03 growth 4.7 PCT",
        "exports ISL>W00 2021-03/2021-02 growth -1.3 PCT",
        "imports ISL>W00 2021-03/2021-02 growth -2.8 PCT",
    ];
    assert_eq!(dated("Trade of Iceland", text), expected);
    let text = "2021年前4个月，宁波进出口900亿元，比去年同期增长21.3%；进口300亿元，增长17.4%，较2019年同期增长9.2%。";
    let rows = of("宁波外贸", text);
    assert_eq!(rows[3], "imports CN_3302>W00 2021-01-01/P4M/2020-01-01/P4M growth 17.4 PCT");
    assert_eq!(rows[4], "imports CN_3302>W00 2021-01-01/P4M/2019-01-01/P4M growth 9.2 PCT");
}

#[test]
fn an_amount_and_its_percentage_more_than_before_are_one_change() {
    let text = "In 2020, Serbian trade reached EUR 43.2 bln - EUR 1.7 bln or 4.1% more than in 2019.";
    let expected = [
        "total SRB>W00 2020 value 43.2e9 EUR",
        "total SRB>W00 2020/2019 change 1.7e9 EUR",
        "total SRB>W00 2020/2019 growth 4.1 PCT",
    ];
    assert_eq!(dated("Trade of Serbia", text), expected);
}

#[test]
fn a_ratio_of_flows_is_no_row() {
    let text = "The ratio of Omani exports to imports dropped by 2.3 percent in 2020 to reach 81.4 percent.";
    assert_eq!(dated("Trade of Oman", text), [""; 0]);
}

#[test]
fn an_amount_behind_a_share_is_of_the_same_flow() {
    let text = "Peru, the main trading partner, accounted for 17.3 percent of Chile's exports in 2020 with a value of $4.1 billion.";
    let expected = ["exports CHL>PER 2020 share 17.3 PCT", "exports CHL>PER 2020 value 4.1e9 USD"];
    assert_eq!(dated("Trade of Chile", text), expected);
}

#[test]
fn a_part_of_exports_of_one_kind_is_of_those() {
    let text = "Qatar's trade\n\n20 May 2021\n\nNon-gas exports of Qatar rose to $6.2 billion in 2020. Non-gas exports were \
        driven by paper and pulp industries, accounting for 23.1 percent of non-gas exports.";
    let draft = Draft::new("own", text);
    let share = draft.rows.last().expect("a share");
    assert_eq!(share.product.value.as_deref(), Some("paper and pulp industries"));
    let whole = share.whole.as_ref().expect("the share has a whole");
    assert_eq!(whole.product.as_deref(), Some("non-gas"));
}

#[test]
fn national_exports_are_all_unless_others_are_exported_again() {
    let text = "Lesotho's national exports came to $62.4 million in 2020.";
    assert_eq!(dated("Trade of Lesotho", text), ["exports LSO>W00 2020 value 62.4e6 USD"]);
    let text = "Lesotho's national exports came to $62.4 million in 2020 and its re-exports to $3.1 million.";
    assert!(dated("Trade of Lesotho", text)[0].contains("[national]"));
}

#[test]
fn a_part_of_the_world_is_another_name_of_a_country() {
    let text = "The South American country's exports in August 2020 totalled $1.4 billion, a 3.5% increase.";
    let rows = dated("Paraguayan exports climb", text);
    assert_eq!(rows[0], "exports PRY>W00 2020-08 value 1.4e9 USD");
}

#[test]
fn a_list_goes_on_with_followed_by() {
    let text = "In 2020 exports of wheat led with $288 million, followed by rice, with $143 million, a 31% increase. \
        Copper totalled $95 million, but saw a 29% drop.";
    let expected = [
        "exports PRY>W00 [wheat] 2020 value 288e6 USD",
        "exports PRY>W00 [rice] 2020 value 143e6 USD",
        "exports PRY>W00 [rice] 2020/2019 growth 31 PCT",
        "exports PRY>W00 [copper] 2020 value 95e6 USD",
        "exports PRY>W00 [copper] 2020/2019 growth -29 PCT",
    ];
    assert_eq!(dated("Paraguayan exports", text), expected);
}

#[test]
fn what_a_market_imports_are_exports() {
    let text = "In 2020 Italy remained the biggest market for Tunisia, importing $3.2 billion worth of products, a decline of 8.4%, \
        followed by France, which imported $1.7 billion of Tunisian goods.";
    let rows = dated("Trade of Tunisia", text);
    assert_eq!(rows[0], "exports TUN>ITA 2020 value 3.2e9 USD");
    assert_eq!(rows[1], "exports TUN>ITA 2020/2019 growth -8.4 PCT");
}

#[test]
fn the_owner_of_the_whole_has_its_partners_in_a_list() {
    let text = "Trade of Ghana\n\n20 May 2021\n\nIn 2020, India took 45 percent of Ghana's exports, Italy 36 percent and China 32 percent.";
    let expected = [
        "exports GHA>IND 2020 share 45 PCT",
        "exports GHA>ITA 2020 share 36 PCT",
        "exports GHA>CHN 2020 share 32 PCT",
    ];
    assert_eq!(lines(text), expected);
    let checked = CheckedDraft::new(&Draft::new("own", text));
    assert_eq!(checked.analysis.findings.len(), 1, "113 percent are more than all");
}

#[test]
fn the_russian_dollar_is_no_end_of_a_sentence() {
    let text = "В 2020 году экспорт Пензенской области составил 413 млн долл. США, что на 5,2% больше, чем в 2019 году. \
        Импорт составил 96 млн долл. Оборот вырос на 3,1%.";
    let expected = [
        "exports RU-PNZ>W00 2020 value 413e6 USD",
        "exports RU-PNZ>W00 2020/2019 growth 5.2 PCT",
        "imports RU-PNZ>W00 2020 value 96e6 USD",
        "total RU-PNZ>W00 2020/2019 growth 3.1 PCT",
    ];
    assert_eq!(dated("Торговля Пензенской области", text), expected);
}

#[test]
fn parts_of_a_structure_are_shares() {
    let text = "В 2020 году внешнеторговый оборот Пензенской области составил 413 млн долларов без учета торговли с Беларусью. \
        При этом 74,1% составил экспорт и 25,9% - импорт. В структуре экспорта преобладали: зерно – 38,2%, металлы и изделия из них – 21,4%.";
    let expected = [
        "total RU-PNZ>W00 2020 value 413e6 USD",
        "exports RU-PNZ>W00 2020 share 74.1 PCT",
        "imports RU-PNZ>W00 2020 share 25.9 PCT",
        "exports RU-PNZ>W00 [зерно] 2020 share 38.2 PCT",
        "exports RU-PNZ>W00 [металлы и изделия из них] 2020 share 21.4 PCT",
    ];
    assert_eq!(dated("Торговля Пензенской области", text), expected);
    let text = "Доля экспорта во внешнеторговом обороте Пензенской области составила в 2020 году 62,6%.";
    assert_eq!(dated("Торговля Пензенской области", text), ["exports RU-PNZ>W00 2020 share 62.6 PCT"]);
}

#[test]
fn a_leader_is_the_partner_of_the_next_sentence() {
    let text = "Лидером по объему товарооборота стал Китай. Объем торговли с этой страной вырос в 2020 году на 23,4% и составил \
        260 млрд рублей. В том числе экспорт увеличился на 21,2%.";
    let expected = [
        "total RU-PNZ>CHN 2020/2019 growth 23.4 PCT",
        "total RU-PNZ>CHN 2020 value 260e9 RUB",
        "exports RU-PNZ>CHN 2020/2019 growth 21.2 PCT",
    ];
    assert_eq!(dated("Торговля Пензенской области", text), expected);
    let text = "С Монголией товарооборот Пензенской области в 2020 году достиг $88 млн. Прирост составил 19,4%, в том числе по \
        экспорту - 26,9%.";
    let rows = dated("Торговля Пензенской области", text);
    assert_eq!(rows[1], "total RU-PNZ>MNG 2020/2019 growth 19.4 PCT");
}

#[test]
fn chinese_customs_name_trade_by_one_word() {
    let text = "2021年1至4月，宁波对尼泊尔贸易13.5亿元，对俄罗斯贸易0.3亿元，对12个“一带一路”沿线国家进出口贸易值22.4亿元。\
        从主要进口商品看，农产品1.2亿元，金属矿砂0.6亿元。";
    let expected = [
        "total CN_3302>NPL 2021-01-01/P4M value 13.5e8 CNY",
        "total CN_3302>RUS 2021-01-01/P4M value 0.3e8 CNY",
        "total CN_3302>BRI 2021-01-01/P4M value 22.4e8 CNY",
    ];
    let rows = of("宁波外贸", text);
    assert_eq!(rows[..3], expected);
    assert!(rows[3..].iter().all(|row| row.starts_with("imports CN_3302>")), "{rows:?}");
}

#[test]
fn chinese_shares_go_with_a_list_of_partners() {
    let text = "2021年前4个月，宁波对东盟、欧盟和美国分别进出口76亿元、57亿元和54亿元，分别增长66.5%、26.4%和42.8%，\
        分别占全市进出口总值的16.3%、12.1%和11.5%。对南韩出口增长4.1%。";
    let rows = of("宁波外贸", text);
    let partners = ["ASEAN", "EU", "USA"].repeat(3);
    for (row, partner) in rows.iter().zip(partners) {
        assert!(row.starts_with(&format!("total CN_3302>{partner} ")), "{row}");
    }
    assert_eq!(rows[9], "exports CN_3302>KOR 2021-01-01/P4M/2020-01-01/P4M growth 4.1 PCT");
}

#[test]
fn the_lek_is_written_as_a_word_is() {
    let text = "Albanian exports were 21 billion ALL in March 2020. All imports were 40 billion dollars.";
    assert_eq!(dated("Trade of Albania", text)[0], "exports ALB>W00 2020-03 value 21e9 ALL");
}

#[test]
fn a_partner_of_the_title_alone_is_no_ground_for_a_finding() {
    let text = "Laos's exports to Japan in 2020\n\n20 May 2021\n\nLaos exported $6.4 million worth of goods to Japan in 2020.\n\n\
        Laos exported $17.2 million worth of products in the first quarter of 2020.";
    let draft = Draft::new("own", text);
    assert!(draft.rows[1].is_doubtful);
    assert_eq!(CheckedDraft::new(&draft).analysis.findings.len(), 0);
}
