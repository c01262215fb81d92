//! Verbs of trade and their prepositions, which say whose trade it is and with whom.

use super::lines;

fn of(title: &str, day: &str, sentences: &str) -> Vec<String> {
    lines(&format!("{title}\n\n{day}\n\n{sentences}"))
}

fn of_trade(sentence: &str) -> Vec<String> {
    of("Торговля", "20 февраля 2024", sentence)
}

#[test]
fn what_enters_a_country_is_its_import_and_what_leaves_it_its_export() {
    let rows = of_trade("В 2023 году в Армению из Ирана завезли муку на $7 млн.");
    assert_eq!(rows, ["imports ARM>IRN [муку] 2023 value 7e6 USD"]);
    let rows = of_trade("Из Армении в Иран за 2023 год вывезли фрукты на $9 млн.");
    assert_eq!(rows, ["exports ARM>IRN [фрукты] 2023 value 9e6 USD"]);
    let rows = of_trade("На рынок Армении в 2023 году из Ирана ввезли муку на $7 млн.");
    assert_eq!(rows, ["imports ARM>IRN [муку] 2023 value 7e6 USD"]);
}

#[test]
fn whom_goods_are_bought_from_or_sold_to_is_the_partner() {
    for sentence in [
        "В 2023 году Сербия закупила в Турции хлопок на $5 млн.",
        "Сербия закупила за 2023 год в Турции хлопок на $5 млн.",
        "Сербия в 2023 году приобрела у Турции хлопок на $5 млн.",
    ] {
        assert_eq!(of_trade(sentence), ["imports SRB>TUR [хлопок] 2023 value 5e6 USD"], "{sentence}");
    }
    let rows = of_trade("Сербия в 2023 году продала Египту сахар на $6 млн.");
    assert_eq!(rows, ["exports SRB>EGY [сахар] 2023 value 6e6 USD"]);
}

#[test]
fn goods_brought_into_a_country_are_its_imports() {
    let rows = of(
        "Trade in 2023",
        "3 March 2024",
        "Cotton worth $40 million was brought into Serbia from Egypt in 2023.",
    );
    assert_eq!(rows, ["imports SRB>EGY [cotton] 2023 value 40e6 USD"]);
}

#[test]
fn who_sells_in_a_text_on_imports_is_the_partner() {
    let rows = of(
        "Импорт сахара в Сербию",
        "20 февраля 2024",
        "В 2023 году Сербия импортировала 30 тыс. тонн сахара. Египет продал 12 тыс. тонн, Турция — 9 тыс. тонн.",
    );
    let expected = [
        "imports SRB>W00 [сахара] 2023 value 30e3 T",
        "imports SRB>EGY [сахара] 2023 value 12e3 T",
        "imports SRB>TUR [сахара] 2023 value 9e3 T",
    ];
    assert_eq!(rows, expected);
}

#[test]
fn deliveries_are_of_the_goods_that_the_title_names() {
    let rows = of(
        "Сербия увеличила экспорт сахара в Египет",
        "20 февраля 2024",
        "Общий объем поставок за 2023 год составил 13 миллионов долларов.",
    );
    assert_eq!(rows, ["exports SRB>EGY [сахара] 2023 value 13e6 USD"]);
}

#[test]
fn amounts_in_brackets_go_on_with_the_currency_of_the_first() {
    let rows = of(
        "Экспорт Сербии в 2023 году",
        "20 февраля 2024",
        "Экспорт Сербии в 2023 году: Египет (1,9 миллиона долларов), Чили (1,2 миллиона) и Перу (70 тысяч).",
    );
    let expected = [
        "exports SRB>EGY 2023 value 1.9e6 USD",
        "exports SRB>CHL 2023 value 1.2e6 USD",
        "exports SRB>PER 2023 value 70e3 USD",
    ];
    assert_eq!(rows, expected);
}

#[test]
fn a_verb_of_sending_says_the_flow_with_its_preposition_behind_the_amount() {
    let rows = of(
        "Trade of Nepal",
        "3 March 2024",
        "In 2023 Nepal bought 40,000 tonnes of rice from India, and sent 6,000 tonnes of tea to Qatar.",
    );
    assert_eq!(
        rows,
        ["imports NPL>IND [rice] 2023 value 40000 T", "exports NPL>QAT [tea] 2023 value 6000 T"]
    );
}

#[test]
fn participles_say_the_flow_too() {
    let rows =
        of_trade("Из 52 тыс. тонн сахара, ввезенных в Сербию в 2023 году, 40 тыс. тонн поступило из Чили.");
    assert_eq!(rows[1], "imports SRB>CHL [сахара] 2023 value 40e3 T");
}

#[test]
fn a_share_and_the_amount_inserted_behind_it_go_with_the_partner_of_their_verb() {
    let rows =
        of("Trade", "3 March 2024", "Some 38% of Chile's exports in 2023, worth $21 billion, went to China.");
    assert_eq!(rows, ["exports CHL>CHN 2023 share 38 PCT", "exports CHL>CHN 2023 value 21e9 USD"]);
}
