//! Codes and names as tables write them.

use super::*;

#[test]
fn all_products_have_many_names() {
    for (name, is_total) in [
        ("Total merchandise", true),
        ("SI3_AGG - TO - Total merchandise", true),
        ("SI3_AGG - MA - Manufactures", false),
        ("Steel - all products", false),
    ] {
        assert_eq!(product("", name).is_total, is_total, "{name}");
    }
}

#[test]
fn a_text_that_is_no_period_is_none() {
    for text in
        ["", "2022-3", "20é22", "2²2203", "202213", "2022é1", "2022Mé", "202é01", "x022M03", "2022X03"]
    {
        assert_eq!(period(text), None, "{text}");
    }
    for (text, expected) in
        [("202203", "2022-03"), ("202252", "2022"), ("2022.0", "2022"), ("2022M03", "2022-03")]
    {
        assert_eq!(period(text), Period::parse(expected), "{text}");
    }
}

#[test]
fn a_country_is_known_by_any_of_its_codes() {
    for (code, name, expected) in [
        ("KAZ", "", "KAZ"),
        ("398", "Kazakhstan", "KAZ"),
        ("4", "", "AFG"),
        ("NA", "", "NAM"),
        ("EL", "Greece", "GRC"),
        ("", "Viet Nam", "VNM"),
        ("", "俄罗斯", "RUS"),
        ("", "Ruritania", "Ruritania"),
        ("", "Japan", "JPN"),
        ("_X ", "Areas, nes", "_X"),
        ("XX\u{202e}", "", "XX\\u{202e}"),
        // The number of the row, or of an office's own list.
        ("4", "Angola", "AGO"),
        ("0", "Angola", "AGO"),
        ("398", "Казахстан", "KAZ"),
    ] {
        let place = place(code, name);
        assert_eq!((place.code.as_str(), place.kind), (expected, PlaceKind::Single), "{code} {name}");
    }
}

#[test]
fn the_world_and_groups_are_no_parts() {
    for (code, kind) in [
        ("W00", PlaceKind::World),
        ("WLD", PlaceKind::World),
        ("0", PlaceKind::World),
        ("WORLD", PlaceKind::World),
        ("Total", PlaceKind::World),
        ("All countries", PlaceKind::World),
        ("EU27_2020", PlaceKind::Group),
        ("EXT_EU27_2020", PlaceKind::Group),
        ("EFTA_BL", PlaceKind::Group),
        ("EURO_18", PlaceKind::Group),
        ("EA18", PlaceKind::Group),
        ("EA19", PlaceKind::Group),
        ("ASEAN", PlaceKind::Group),
        ("ACP", PlaceKind::Group),
        ("EUN", PlaceKind::Group),
        ("SSF", PlaceKind::Group),
        ("EU_NES", PlaceKind::Single),
        ("E19", PlaceKind::Single),
        ("EU1A", PlaceKind::Single),
        ("S19", PlaceKind::Single),
        ("Sub-Saharan Africa", PlaceKind::Group),
        ("European Union", PlaceKind::Group),
        ("0000", PlaceKind::World),
        ("001", PlaceKind::World),
        ("Всего по странам", PlaceKind::World),
        ("全部", PlaceKind::World),
        ("Extra-EU-27", PlaceKind::Group),
        ("Latin America and Caribbean", PlaceKind::Group),
        ("Middle East", PlaceKind::Group),
        ("Страны СНГ", PlaceKind::Group),
        ("Rest of the world", PlaceKind::Single),
        ("Other countries", PlaceKind::Single),
        ("South Africa", PlaceKind::Single),
    ] {
        assert_eq!(place(code, "").kind, kind, "{code}");
    }
    assert_eq!(place("9999", "World").kind, PlaceKind::World);
    assert_eq!(place("5100", "Africa").kind, PlaceKind::Group);
    assert_eq!(place("EUR", "European Union").kind, PlaceKind::Group);
    assert_eq!(place("WLT", "World").kind, PlaceKind::World);
    for (code, kind) in [
        ("D0", PlaceKind::Group),
        ("U2", PlaceKind::Group),
        ("XR21", PlaceKind::Group),
        ("1C_080", PlaceKind::Group),
        ("1C_473", PlaceKind::Single),
        ("INT_EU27_2020", PlaceKind::Group),
        ("W0", PlaceKind::World),
        ("DE", PlaceKind::Single),
        ("4A", PlaceKind::Single),
        ("XK", PlaceKind::Single),
    ] {
        assert_eq!(sdmx_place(code, "").kind, kind, "{code}");
    }
    assert_eq!(sdmx_place("1C_355", "Curaçao and Sint Maarten").kind, PlaceKind::Single);
    assert_eq!(sdmx_place("1C_605", "Africa").kind, PlaceKind::Group);
}

#[test]
fn re_exports_are_parts_of_the_exports() {
    let meaning = |code: &str, name: &str| flow(code, name).map(|meaning| (meaning.flow, meaning.is_part));
    assert_eq!(meaning("X", "Export"), Some((Flow::Exports, false)));
    assert_eq!(meaning("RX", "Re-export"), Some((Flow::Exports, true)));
    assert_eq!(meaning("4", "Re-Import"), Some((Flow::Imports, true)));
    assert_eq!(meaning("Z", "Zone"), None);
}

#[test]
fn no_chapter_is_the_total_where_its_name_says_so() {
    for (code, name, is_total) in [
        ("00", "All products", true),
        ("0", "Total", true),
        ("00", "Всего", true),
        ("00", "", false),
        ("00", "Confidential trade", false),
        ("01", "All products", false),
        ("TOTAL", "", true),
    ] {
        assert_eq!(harmonized(code, name).is_total, is_total, "{code} {name}");
    }
    assert!(!product("00", "Live animals").is_total, "a division of another nomenclature");
}

#[test]
fn periods_are_years_quarters_and_months() {
    for (text, code) in [
        ("2022", "2022"),
        ("202203", "2022-03"),
        ("202252", "2022"),
        ("2022M03", "2022-03"),
        ("2022-Q1", "2022-Q1"),
        ("2022Q1", "2022-Q1"),
        (" 1999 ", "1999"),
        ("2022.0", "2022"),
    ] {
        assert_eq!(period(text).map(Period::code).as_deref(), Some(code), "{text}");
    }
    for text in ["", "22", "202213", "2022M", "abc"] {
        assert_eq!(period(text), None, "{text}");
    }
}
