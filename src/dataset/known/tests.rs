use super::*;
use crate::dataset::members_in;

fn in_period(code: &str, period: &str) -> Option<usize> {
    let members = members(code)?;
    members_in(&members, Period::parse(period)).map(|codes| codes.len())
}

#[test]
fn the_tables_are_in_order_and_well_formed() {
    assert!(countries().is_sorted_by_key(|country| country.alpha3) && countries().len() < 256);
    assert!(provinces::PROVINCES.is_sorted() && rates::RATES.is_sorted());
    assert!(groups::GROUPS.is_sorted_by_key(|group| group.code));
    assert!(former::FORMER.is_sorted_by_key(|former| former.code));
    assert!(former::JOINT.is_sorted_by_key(|joint| joint.whole));
    for country in countries() {
        let is_capital =
            |text: &str, length| text.len() == length && text.bytes().all(|b| b.is_ascii_uppercase());
        assert!(is_capital(country.alpha3, 3) && is_capital(country.alpha2, 2), "{}", country.alpha3);
        assert_eq!(country.numeric.len(), if country.alpha3 == "XKX" { 0 } else { 3 }, "{}", country.alpha3);
        assert!(former(country.alpha3).is_none() && group(country.alpha3).is_none(), "{}", country.alpha3);
    }
    for field in [|c: &Country| c.alpha2, |c: &Country| c.name, |c: &Country| c.numeric] {
        let mut all: Vec<&str> = countries().iter().map(field).collect();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), countries().len());
    }
}

#[test]
fn every_member_is_a_country_of_today_with_a_span_that_reads() {
    let spans =
        groups::GROUPS.iter().map(|group| group.members).chain(former::FORMER.iter().map(|f| f.members));
    for text in spans.flat_map(|members| members.split("; ")) {
        for month in
            text.split_once(": ").map_or("", |(span, _)| span).trim_start_matches(['?', ' ']).split("..")
        {
            assert!(month.is_empty() || Period::parse(month).is_some(), "{text}");
        }
    }
    for code in groups::GROUPS.iter().map(|group| group.code).chain(former::FORMER.iter().map(|f| f.code)) {
        for member in members(code).unwrap_or_default() {
            assert!(country(&member.code).is_some(), "{} of {code}", member.code);
        }
    }
    assert!(former::FORMER.iter().all(|former| until(former.code).is_some()));
    for joint in &former::JOINT {
        assert!(country(joint.whole).is_some() && country(joint.part).is_some());
        assert!(Period::parse(joint.until).is_some());
    }
}

#[test]
fn unions_have_their_members_of_the_year() {
    for (code, period, expected) in [
        ("EU", "1957", Some(6)),
        ("EU", "1990", Some(12)),
        ("EU", "2003", Some(15)),
        ("EU", "2004", None),
        ("EU", "2005", Some(25)),
        ("EU", "2013", None),
        ("EU", "2019", Some(28)),
        ("EU", "2020", None),
        ("EU", "2020-01", Some(28)),
        ("EU", "2020-02", Some(27)),
        ("EU27", "2012", Some(27)),
        ("EU27", "2015", None),
        ("EU27", "2023", Some(27)),
        ("EU27_2020", "2015", Some(27)),
        ("EA", "2010", Some(16)),
        ("EA", "2014", Some(18)),
        ("EA", "2026", Some(21)),
        ("ASEAN", "2024", Some(10)),
        ("ASEAN", "2025", None),
        ("ASEAN", "2026", Some(11)),
        ("BRICS", "2023", Some(5)),
        ("BRICS", "2025", None),
        ("CIS", "2004", None),
        ("EAEU", "2016", Some(5)),
        ("OECD", "2022", Some(38)),
        ("OPEC", "2019", Some(14)),
        ("OPEC", "2024", Some(12)),
        ("OPEC", "2026-06", Some(11)),
        ("CPTPP", "2025", Some(12)),
        ("G20", "2023", None),
        ("YUG", "1990", Some(6)),
        ("YUG", "2000", Some(2)),
    ] {
        assert_eq!(in_period(code, period), expected, "{code} in {period}");
    }
    assert_eq!(members("KAZ"), None);
}

#[test]
fn places_are_named_in_a_sentence_and_alone() {
    for (code, in_sentence, alone) in [
        ("KAZ", "Kazakhstan", "Kazakhstan"),
        ("USA", "the United States", "United States"),
        ("XKX", "Kosovo", "Kosovo"),
        ("CN-XJ", "Xinjiang", "Xinjiang"),
        ("EU", "the European Union", "EU"),
        ("SUN", "the Soviet Union", "Soviet Union"),
        ("W00", "the world", "the world"),
        ("_T", "the world", "the world"),
    ] {
        assert_eq!((name(code), short_name(code)), (Some(in_sentence), Some(alone)), "{code}");
    }
    for unknown in ["", "kaz", "KZ", "398", "ZZZ", "W1"] {
        assert_eq!(name(unknown), None, "{unknown}");
    }
}

#[test]
fn another_way_to_write_a_country_leads_to_its_code() {
    for (text, expected) in [
        ("DE", Some("DEU")),
        ("276", Some("DEU")),
        ("36", Some("AUS")),
        ("deu", Some("DEU")),
        ("de", Some("DEU")),
        ("Germany", Some("DEU")),
        ("United States", Some("USA")),
        ("UK", Some("GBR")),
        ("EL", Some("GRC")),
        ("XK", Some("XKX")),
        ("", None),
        ("ZZ", None),
        ("999", None),
    ] {
        assert_eq!(alpha3(text), expected, "{text}");
    }
}

#[test]
fn countries_that_were_one_may_include_each_other_until_they_part() {
    for (part, period, expected) in [
        ("SSD", "2010", "SDN"),
        ("SSD", "2011", "SDN"),
        ("SSD", "2011-08", ""),
        ("TLS", "2002-05", "IDN"),
        ("SDN", "1990", ""),
        ("BEL", "1990", ""),
        ("LUX", "1998", "BEL"),
        ("LUX", "1999", ""),
        ("AZE", "1991", "RUS ARM"),
        ("MNE", "2004", "SRB"),
        ("HRV", "1992", "SRB MNE BIH"),
        ("HRV", "1993", ""),
    ] {
        let period = Period::parse(period).expect("a period");
        let found: Vec<&str> = once_part_of(part, period).collect();
        assert_eq!(found.join(" "), expected, "{part} in {period}");
    }
}

#[test]
fn rates_are_those_of_the_year() {
    for (currency, year, expected) in [
        ("CNY", 2023, Some("7.08")),
        ("KZT", 2023, Some("456")),
        ("EUR", 1999, Some("0.939")),
        ("JPY", 2012, Some("79.8")),
        ("USD", 1950, Some("1")),
        ("EUR", 1998, None),
        ("CNY", 2040, None),
        ("XAU", 2023, None),
    ] {
        let rate = rate(currency, year).map(|rate| rate.normalize().to_string());
        assert_eq!(rate.as_deref(), expected, "{currency} in {year}");
    }
}
