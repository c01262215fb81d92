//! Tables with Chinese and Russian names, in the encodings that they are downloaded in.

use encoding_rs::{GB18030, WINDOWS_1251};

use super::{Table, line};

/// As the query page of China's customs gives a table: a tab behind codes, a comma behind the last column.
const OF_CUSTOMS: &str = "数据年月,商品编码,商品名称,贸易伙伴编码,贸易伙伴名称,第一数量,第一计量单位,第二数量,第二计量单位,人民币,\n\
    202305\t,85414300\t,光电池,145,哈萨克斯坦,\"41,208\",个,\"9,310\",千克,\"2,640,155\",\n\
    202305\t,85414300\t,光电池,344,俄罗斯联邦,\"7,011\",个,\"1,604\",千克,\"480,720\",\n\
    202305\t,07019000\t,马铃薯,145,哈萨克斯坦,\"88,000\",千克,0,-,\"301,400\",\n";

#[test]
fn a_table_of_china_s_customs_opens_as_it_is_downloaded() {
    let (bytes, ..) = GB18030.encode(OF_CUSTOMS);
    let table = Table::new(&bytes);
    let screen = table.screen("");
    assert!(line(&screen, "TradeData.csv").contains("China Customs"), "{screen}");
    assert!(screen.contains("· GB18030"), "{screen}");
    assert!(
        line(&screen, "China ·").starts_with("China · May 2023 · all partners · all products · CNY"),
        "{screen}"
    );
    assert!(line(&screen, "Kazakhstan").starts_with("Kazakhstan 2.942 mn CNY  86.0 %"), "{screen}");
    assert!(line(&screen, "Russia").starts_with("Russia     0.481 mn CNY  14.0 %"), "{screen}");
    let opened = table.screen("<enter>");
    assert!(opened.contains("2.941555 mn CNY") && opened.contains("sum of 2 rows, lines 2 to 4"), "{opened}");
    assert!(opened.contains("the table does not say whether exports or imports"), "{opened}");
}

#[test]
fn columns_and_places_are_known_in_chinese_and_russian() {
    for (table, line_of_it) in [
        (
            GB18030.encode("年份,报告国,贸易伙伴,出口额(亿美元)\n2021年,中国,德国,1151.2\n2021年,中国,越南,1379.3\n").0,
            "Vietnam 137.93 bn USD  54.5 %",
        ),
        (
            WINDOWS_1251
                .encode("Год;Отчитывающаяся страна;Страна-партнёр;Экспорт, млн долл. США\n2022;Казахстан;Италия;13 910,4\n2022;Казахстан;Китай;13 166,9\n")
                .0,
            "Italy 13.910 bn USD",
        ),
    ] {
        let screen = Table::new(&table).screen("");
        assert!(screen.contains(line_of_it), "{screen}");
    }
}

#[test]
fn both_flows_together_and_tens_of_thousands_are_not_taken_for_less() {
    let table =
        Table::new("年份,贸易伙伴,进出口总额（亿美元）\n2021,德国,2351.7\n2021,越南,2302.0\n".as_bytes());
    assert!(table.said().iter().any(|said| said.contains("no column is an amount")), "{:?}", table.said());
    let table = Table::new("年份,贸易伙伴,出口（万元人民币）\n2021,德国,31\n2021,越南,200\n".as_bytes());
    let screen = table.screen("");
    assert!(screen.contains("2.00 mn CNY"), "{screen}");
}
