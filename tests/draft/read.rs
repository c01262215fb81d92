use super::lines;

#[test]
fn an_english_release_of_a_month() {
    let text = "Norwegian exports of goods down in June\n\n15 July 2022\n\n\
        Norway's exports fell 4.5 percent in June from May to 212.3 billion kroner, while imports rose 2.0 percent to \
        88.1 billion kroner. Exports to Germany came to 61.4 billion kroner, up 12 percent from a year earlier.";
    let expected = [
        "exports NOR>W00 2022-06/2022-05 growth -4.5 PCT",
        "exports NOR>W00 2022-06 value 212.3e9 NOK",
        "imports NOR>W00 2022-06/2022-05 growth 2.0 PCT",
        "imports NOR>W00 2022-06 value 88.1e9 NOK",
        "exports NOR>DEU 2022-06 value 61.4e9 NOK",
        "exports NOR>DEU 2022-06/2021-06 growth 12 PCT",
    ];
    assert_eq!(lines(text), expected);
}

#[test]
fn a_chinese_text_on_a_province() {
    let text = "云南前7个月外贸增长\n\n2021-08-18\n\n据昆明海关统计，今年前7个月，云南外贸进出口1802.4亿元，同比增长46.5%。\
        其中，出口945.1亿元，增长40.2%；进口857.3亿元，下降3.1%。同期，云南对东盟进出口710.5亿元，占全省外贸总值的39.4%。";
    let expected = [
        "total CN-YN>W00 2021-01-01/P7M value 1802.4e8 CNY",
        "total CN-YN>W00 2021-01-01/P7M/2020-01-01/P7M growth 46.5 PCT",
        "exports CN-YN>W00 2021-01-01/P7M value 945.1e8 CNY",
        "exports CN-YN>W00 2021-01-01/P7M/2020-01-01/P7M growth 40.2 PCT",
        "imports CN-YN>W00 2021-01-01/P7M value 857.3e8 CNY",
        "imports CN-YN>W00 2021-01-01/P7M/2020-01-01/P7M growth -3.1 PCT",
        "total CN-YN>ASEAN 2021-01-01/P7M value 710.5e8 CNY",
        "total CN-YN>ASEAN 2021-01-01/P7M share 39.4 PCT",
    ];
    assert_eq!(lines(text), expected);
}

#[test]
fn a_russian_text_on_two_countries() {
    let text = "Товарооборот Казахстана и Турции снизился\n\n12.08.2020\n\n\
        Товарооборот Казахстана и Турции за шесть месяцев 2020 года составил 1 млрд 620 млн долларов, что на 8,3% меньше, чем \
        годом ранее. Экспорт Казахстана в Турцию упал на 12,1%, до 1,1 млрд долларов, импорт вырос в 1,2 раза.";
    let expected = [
        "total KAZ>TUR 2020-01-01/P6M value 1620e6 USD",
        "total KAZ>TUR 2020-01-01/P6M/2019-01-01/P6M growth -8.3 PCT",
        "exports KAZ>TUR 2020-01-01/P6M/2019-01-01/P6M growth -12.1 PCT",
        "exports KAZ>TUR 2020-01-01/P6M value 1.1e9 USD",
        "imports KAZ>TUR 2020-01-01/P6M/2019-01-01/P6M multiple 1.2 FACTOR",
    ];
    assert_eq!(lines(text), expected);
}
