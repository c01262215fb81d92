//! Names that are no country although a country's name is in them, and those that many stand behind.

use horgos::dataset::Transport;
use horgos::draft::Draft;

use super::lines;

#[test]
fn a_region_is_not_its_country_nor_one_of_the_same_name() {
    for (name, code) in [
        ("Northern Ireland's", "GB-NIR"),
        ("Scottish", "GB-SCT"),
        ("Welsh", "GB-WLS"),
        ("New Mexico's", "US-NM"),
        ("British Columbia's", "CA-BC"),
        ("Western Australia's", "AU-WA"),
        ("Ireland's", "IRL"),
        ("British", "GBR"),
        ("Mexico's", "MEX"),
    ] {
        let text = format!("Trade in May 2021\n\n8 June 2021\n\n{name} exports fell by 2.6% in May 2021.");
        assert_eq!(lines(&text), [format!("exports {code}>W00 2021-05/2020-05 growth -2.6 PCT")], "{name}");
    }
    let draft = Draft::new("own", "Trade\n\n8 June 2021\n\nScottish exports fell by 2.6% in May 2021.");
    assert_eq!(draft.places[0].name, "Scotland");
}

#[test]
fn a_city_of_many_offices_or_in_many_countries_names_no_reporter() {
    for city in ["GENEVA", "BRUSSELS", "FRANKFURT", "VICTORIA", "SAN JOSE, Calif.", "Male"] {
        let text =
            format!("Shipments climb\n\n{city}, 4 May 2021 (Newsdesk) - Exports rose by 7.4% in March.");
        assert_eq!(lines(&text), ["exports W00>W00 2021-03/2020-03 growth 7.4 PCT"], "{city}");
    }
}

#[test]
fn a_sea_and_a_disease_are_no_partner_and_no_office() {
    let text = "US trade\n\n8 June 2021\n\nUS exports through the Panama Canal rose 2% in May 2021.";
    assert_eq!(lines(text), ["exports USA>W00 2021-05/2020-05 growth 2 PCT"]);
    let text = "Trade\n\n8 June 2021\n\nExports rose by 4% in May 2021, the most since the SARS epidemic.";
    assert_eq!(lines(text), ["exports W00>W00 2021-05/2020-05 growth 4 PCT"]);
}

#[test]
fn money_that_the_reporter_does_not_use_is_no_row() {
    let text = "Trade of Chile\n\n8 June 2021\n\nChilean exports rose by 3% to K5.2 billion in May 2021.";
    assert_eq!(lines(text), ["exports CHL>W00 2021-05/2020-05 growth 3 PCT"]);
    assert_eq!(Draft::new("own", text).unexpressed.len(), 1);
}

#[test]
fn words_that_are_money_or_transport_elsewhere_are_none() {
    let of_us = |sentence: &str| lines(&format!("US trade\n\n8 June 2021\n\n{sentence}"));
    assert_eq!(of_us("US exports of cherries were 5 million pounds in May 2021."), [""; 0]);
    assert_eq!(of_us("In May 2021, US exports fell. The year 2024 marks a change in exports."), [""; 0]);
    let text = "US trade\n\n8 June 2021\n\nUS exports of trucks rose 5% in May 2021. US exports of road vehicles fell 2%. \
        US exports by road rose 9%.";
    let draft = Draft::new("own", text);
    let carried: Vec<_> = draft.rows.iter().map(|row| row.transport.value).collect();
    assert_eq!(carried, [None, None, Some(Transport::Road)]);
}
