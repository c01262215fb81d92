//! Lists of goods, partners and shares, whose members a text names with few words.

use super::lines;

/// The rows of English sentences about Chile in May 2021, without what all of them have in common.
fn of_chile(sentences: &str) -> Vec<String> {
    let rows = lines(&format!("Chile's trade in May 2021\n\n8 June 2021\n\n{sentences}"));
    rows.iter()
        .map(|row| row.replace("CHL>W00 ", "").replace("2021-05/2020-05", "May").replace("2021-05", "May"))
        .collect()
}

#[test]
fn goods_that_no_table_has_are_named_in_front_of_their_amounts() {
    let rows = lines(
        "越南2022年进口\n\n2023年2月1日\n\n2022年越南进口3590亿美元，其中，橡皮艇75亿美元，增长8.7%；其他一般螺丝30亿美元，增长2.5%。",
    );
    let expected = [
        "imports VNM>W00 2022 value 3590e8 USD",
        "imports VNM>W00 [橡皮艇] 2022 value 75e8 USD",
        "imports VNM>W00 [橡皮艇] 2022/2021 growth 8.7 PCT",
        "imports VNM>W00 [其他一般螺丝] 2022 value 30e8 USD",
        "imports VNM>W00 [其他一般螺丝] 2022/2021 growth 2.5 PCT",
    ];
    assert_eq!(rows, expected);
}

#[test]
fn russian_members_stand_in_front_of_a_dash_or_behind_a_weight() {
    let rows = lines(
        "Экспорт Молдовы в 2020 году\n\n12 февраля 2021\n\nЭкспорт азотных удобрений составил 13 млн т (-8%), фосфорных - 9 млн т (-31%). \
         Отгружено 14 тысяч тонн льняных семян.",
    );
    let expected = [
        "exports MDA>W00 [азотных удобрений] 2020 value 13e6 T",
        "exports MDA>W00 [азотных удобрений] 2020/2019 growth -8 PCT",
        "exports MDA>W00 [фосфорных] 2020 value 9e6 T",
        "exports MDA>W00 [фосфорных] 2020/2019 growth -31 PCT",
        "exports MDA>W00 [льняных семян] 2020 value 14e3 T",
    ];
    assert_eq!(rows, expected);
}

#[test]
fn a_colon_leads_to_the_parts_of_a_whole() {
    let rows = lines(
        "Экспорт Молдовы в 2020 году\n\n12 февраля 2021\n\nОсновную долю экспорта составили: зерно - 24,6%, текстиль - 7,3%.",
    );
    assert_eq!(
        rows,
        ["exports MDA>W00 [зерно] 2020 share 24.6 PCT", "exports MDA>W00 [текстиль] 2020 share 7.3 PCT"]
    );
}

#[test]
fn shares_name_their_goods_behind_them_or_in_front_of_brackets() {
    let rows = of_chile(
        "72% of exports consisted of copper, 20% fruit and 8% fish. Exports were mainly wine (9%) and salmon (6%).",
    );
    let expected = [
        "exports [copper] May share 72 PCT",
        "exports [fruit] May share 20 PCT",
        "exports [fish] May share 8 PCT",
        "exports [wine] May share 9 PCT",
        "exports [salmon] May share 6 PCT",
    ];
    assert_eq!(rows, expected);
}

#[test]
fn a_whole_list_of_goods_has_one_figure() {
    let rows = of_chile("Exports of milk powder rose 2%. Milk powder, butter, and cheese fell 5%.");
    let expected = [
        "exports [milk powder] May growth 2 PCT",
        "exports [milk powder, butter, and cheese] May growth -5 PCT",
    ];
    assert_eq!(rows, expected);
}

#[test]
fn a_cause_with_a_figure_of_its_own_is_a_row() {
    let rows = of_chile("Exports rose 9% to $8 billion, led by copper, up 13% to $4 billion.");
    let expected = [
        "exports May growth 9 PCT",
        "exports May value 8e9 USD",
        "exports [copper] May growth 13 PCT",
        "exports [copper] May value 4e9 USD",
    ];
    assert_eq!(rows, expected);
}

#[test]
fn goods_left_out_in_brackets_are_not_those_of_the_figure() {
    assert_eq!(
        of_chile("Imports of machinery (excl. cars) rose 3%."),
        ["imports [machinery] May growth 3 PCT"]
    );
}

#[test]
fn no_member_of_a_list_is_that_of_the_next_sentence() {
    let rows = of_chile(
        "Crude oil accounted for 16% of imports and food for 17%. Major suppliers were China (15%) and Brazil (9%). \
         Exports of services were $1 billion.",
    );
    let expected = [
        "imports [crude oil] May share 16 PCT",
        "imports [food] May share 17 PCT",
        "imports CHL>CHN May share 15 PCT",
        "imports CHL>BRA May share 9 PCT",
        "exports [services] May value 1e9 USD",
    ];
    assert_eq!(rows, expected);
}

#[test]
fn buyers_and_destinations_say_which_way() {
    let rows = of_chile(
        "Exports rose 3%. Imports fell 2%. China bought 39 percent of the exports. \
         Japan, with $2 billion, remained the top destination.",
    );
    let expected = [
        "exports May growth 3 PCT",
        "imports May growth -2 PCT",
        "exports CHL>CHN May share 39 PCT",
        "exports CHL>JPN May value 2e9 USD",
    ];
    assert_eq!(rows, expected);
    let rows = lines(
        "Chile's wine exports\n\n8 June 2021\n\nChile exported 80,000 tonnes of wine in May. Peru bought 10,000 tonnes.",
    );
    assert_eq!(rows[1], "exports CHL>PER [wine] 2021-05 value 10000 T");
}

#[test]
fn a_part_of_a_partner_is_no_partner_of_the_figure() {
    assert_eq!(
        of_chile("Shipments to China, including Hong Kong, rose 4%."),
        ["exports CHL>CHN May growth 4 PCT"]
    );
}

#[test]
fn a_partner_named_on_the_way_does_not_stay() {
    let rows = of_chile("Imports were $6 billion. Imports from China rose 3%. The volume of trade rose 2%.");
    let expected =
        ["imports May value 6e9 USD", "imports CHL>CHN May growth 3 PCT", "total May growth 2 PCT"];
    assert_eq!(rows, expected);
}

#[test]
fn respectively_takes_both_flows_of_one_phrase() {
    let rows = of_chile("Total trade, exports and imports rose by 10%, 15% and 5%, respectively.");
    assert_eq!(rows, ["total May growth 10 PCT", "exports May growth 15 PCT", "imports May growth 5 PCT"]);
}

#[test]
fn a_partner_behind_an_amount_belongs_to_that_amount_and_the_whole_keeps_its_own() {
    let rows = lines(
        "Импорт муки в Сербию\n\n4 мая 2024\n\nВ 2023 году Сербия импортировала 60 тыс. тонн муки, из них 31 тыс. тонн из Турции и 8 тыс. тонн из Италии.",
    );
    let expected = [
        "imports SRB>W00 [муки] 2023 value 60e3 T",
        "imports SRB>TUR [муки] 2023 value 31e3 T",
        "imports SRB>ITA [муки] 2023 value 8e3 T",
    ];
    assert_eq!(rows, expected);
    let rows = lines(
        "Coffee of Kenya\n\n4 May 2024\n\nKenya exported 61,000 tonnes of coffee in 2023, of which 12,000 tonnes went to Germany and 7,000 tonnes to Belgium. Its value came to $290 million.",
    );
    let expected = [
        "exports KEN>W00 [coffee] 2023 value 61000 T",
        "exports KEN>DEU [coffee] 2023 value 12000 T",
        "exports KEN>BEL [coffee] 2023 value 7000 T",
        "exports KEN>W00 [coffee] 2023 value 290e6 USD",
    ];
    assert_eq!(rows, expected);
}
