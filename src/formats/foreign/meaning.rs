//! The meaning of codes in published tables, unless a format says otherwise.

mod wholes;

#[cfg(test)]
mod tests;

use crate::dataset::{Flow, Period, WORLD, known};
use crate::text::harmless::harmless;
use wholes::{is_all_places, is_same_word, is_several_places, is_subtotal, is_whole};

/// A place of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PlaceMeaning {
    /// Our code: three letters for a country, [`WORLD`] for the world, else as it is written.
    pub code: String,
    /// The name that the file gives; empty where it gives none.
    pub name: String,
    pub kind: PlaceKind,
}

/// The kinds of places, as far as sums need them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PlaceKind {
    World,
    /// A country, or anything else that overlaps with no other place.
    Single,
    /// A group, whose members may be there, too.
    Group,
}

/// A flow of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct FlowMeaning {
    pub flow: Flow,
    /// True for re-exports, re-imports and domestic exports, which are contained in the exports and imports.
    pub is_part: bool,
}

/// A product of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ProductMeaning {
    /// As it is written.
    pub code: String,
    /// The name that the file gives; empty where it gives none.
    pub name: String,
    /// True for all products together.
    pub is_total: bool,
    /// True for a row that adds up some of the others, or that one of them contains: a subtotal, `of which: crude oil`.
    pub is_subtotal: bool,
}

/// A country by any of its codes or by its name, the world, a known group, else what is written.
pub(crate) fn place(code: &str, name: &str) -> PlaceMeaning {
    let (code, name) = (code.trim(), harmless(name.trim()));
    let named = known::alpha3(&name);
    let is_number = !code.is_empty() && code.bytes().all(|byte| byte.is_ascii_digit());
    // A number may be an office's own, or that of the row: its name says more. So it does of a code that is not known.
    let is_own = match named {
        Some(_) => is_number && known::alpha3(code) != named,
        None => (is_number || known::alpha3(code).is_none()) && is_all_places(&name),
    };
    let written = if code.is_empty() || is_own { name.as_str() } else { code };
    if is_all_places(written) {
        return PlaceMeaning { code: WORLD.to_owned(), name, kind: PlaceKind::World };
    }
    if let Some(alpha3) = known::alpha3(written) {
        // The file's own name is kept where everybody can read it.
        let is_latin_name = written.len() > 3 && written.chars().all(|c| c < '\u{250}' || !c.is_alphabetic());
        let name = if name.is_empty() && is_latin_name { harmless(written) } else { name };
        return PlaceMeaning { code: alpha3.to_owned(), name, kind: PlaceKind::Single };
    }
    let is_group = is_several_places(written) || is_several_places(&name);
    let kind = if is_group { PlaceKind::Group } else { PlaceKind::Single };
    PlaceMeaning { code: harmless(written), name, kind }
}

/// Numbers behind `1C_` of single places, such as the Yemen Arab Republic.
const IMF_PLACES: [&[u8]; 3] = [b"355", b"459", b"473"];

/// A place in the codes of SDMX, where two characters with a digit behind a letter are a group, such as `D0`, `U2` and `W1`, and so
/// are the numbered groups of the International Monetary Fund: `XR21`, `1C_080`. Some of its `1C_` are places of before: names
/// say which.
pub(super) fn sdmx_place(code: &str, name: &str) -> PlaceMeaning {
    let place = place(code, name);
    let is_digit = |byte: &u8| byte.is_ascii_digit();
    let is_group = match place.code.as_bytes() {
        [letter, digit] => letter.is_ascii_uppercase() && is_digit(digit),
        [b'X', letter, one, two] => letter.is_ascii_uppercase() && is_digit(one) && is_digit(two),
        [b'1', b'C', b'_', number @ ..] => place.name.is_empty() && !IMF_PLACES.contains(&number),
        _ => false,
    };
    let is_single = place.kind == PlaceKind::Single;
    PlaceMeaning { kind: if is_single && is_group { PlaceKind::Group } else { place.kind }, ..place }
}

/// Numbers of UN Comtrade that are not those of ISO 3166-1, where a country has several over time or is reported together
/// with another, and of the places that are no country.
const COMTRADE_PLACES: [(&str, &str, &str); 20] = [
    ("058", "BLX", "Belgium-Luxembourg"),
    ("251", "FRA", ""),
    ("381", "ITA", ""),
    ("473", "473", "LAIA, nes"),
    ("490", "S19", "Other Asia, nes"),
    ("527", "527", "Oceania, nes"),
    ("568", "568", "Other Europe, nes"),
    ("577", "577", "Other Africa, nes"),
    ("579", "NOR", ""),
    ("636", "636", "Rest of America, nes"),
    ("637", "637", "North America and Central America, nes"),
    ("697", "697", "Europe EFTA, nes"),
    ("699", "IND", ""),
    ("711", "711", "Southern African Customs Union"),
    ("757", "CHE", ""),
    ("837", "837", "Bunkers"),
    ("838", "838", "Free zones"),
    ("839", "839", "Special categories"),
    ("842", "USA", ""),
    ("899", "899", "Areas, nes"),
];

/// A place by its number in UN Comtrade, else as [`place`].
pub(super) fn comtrade_place(code: &str, name: &str) -> PlaceMeaning {
    let digits = format!("{:0>3}", code.trim());
    let Ok(at) = COMTRADE_PLACES.binary_search_by_key(&digits.as_str(), |(number, ..)| number) else {
        return place(code, name);
    };
    let (_, code, known_name) = COMTRADE_PLACES[at];
    // Some other list has this number, if its country is another.
    if known::alpha3(name.trim()).is_some_and(|alpha3| alpha3 != code) {
        return place("", name);
    }
    let name = if name.trim().is_empty() { known_name.to_owned() } else { harmless(name.trim()) };
    PlaceMeaning { code: code.to_owned(), name, kind: PlaceKind::Single }
}

/// Words and codes of flows, in small letters, and the flow that each is or is a part of.
const FLOWS: [(&str, Flow, bool); 32] = [
    ("x", Flow::Exports, false),
    ("export", Flow::Exports, false),
    ("exports", Flow::Exports, false),
    ("exp", Flow::Exports, false),
    ("m", Flow::Imports, false),
    ("import", Flow::Imports, false),
    ("imports", Flow::Imports, false),
    ("imp", Flow::Imports, false),
    ("rx", Flow::Exports, true),
    ("re-export", Flow::Exports, true),
    ("re-exports", Flow::Exports, true),
    ("dx", Flow::Exports, true),
    ("domestic export", Flow::Exports, true),
    ("domestic exports", Flow::Exports, true),
    ("xip", Flow::Exports, true),
    ("xop", Flow::Exports, true),
    ("rm", Flow::Imports, true),
    ("re-import", Flow::Imports, true),
    ("re-imports", Flow::Imports, true),
    ("fm", Flow::Imports, true),
    ("mip", Flow::Imports, true),
    ("mop", Flow::Imports, true),
    ("出口", Flow::Exports, false),
    ("进口", Flow::Imports, false),
    ("экспорт", Flow::Exports, false),
    ("импорт", Flow::Imports, false),
    ("эк", Flow::Exports, false),
    ("им", Flow::Imports, false),
    ("реэкспорт", Flow::Exports, true),
    ("реимпорт", Flow::Imports, true),
    ("total", Flow::Total, false),
    ("balance", Flow::Balance, false),
];

/// A flow by its letter or its word, in the codes of UN Comtrade.
pub(crate) fn flow(code: &str, name: &str) -> Option<FlowMeaning> {
    let known = |text: &str| {
        let text = text.trim().to_lowercase();
        FLOWS.iter().find(|(known, ..)| *known == text)
    };
    let (_, flow, is_part) = known(code).or_else(|| known(name))?;
    Some(FlowMeaning { flow: *flow, is_part: *is_part })
}

/// Names of all products together.
const ALL_PRODUCTS: [&str; 4] = ["全部商品", "所有商品", "все товары", "всего"];

/// A product as it is written; `TOTAL` and its kin are all products.
pub(crate) fn product(code: &str, name: &str) -> ProductMeaning {
    let (code, name) = (code.trim(), harmless(name.trim()));
    let written = if code.is_empty() { name.as_str() } else { code };
    // `SI3_AGG - TO - Total merchandise`
    let last = written.rsplit_once(" - TO - ").map_or(written, |(_, name)| name);
    let is_total = written == "_T" || is_all(last);
    let is_subtotal = !is_total && is_subtotal(written);
    ProductMeaning { code: harmless(written), name, is_total, is_subtotal }
}

/// True for a name of all products together.
fn is_all(name: &str) -> bool {
    is_whole(name) || ALL_PRODUCTS.iter().any(|all| is_same_word(all, name))
}

/// A product of the Harmonized System, whose codes have two, four or six digits, or some more pairs: where one is missing, it
/// was a zero in front, which programs drop from numbers.
pub(super) fn harmonized(code: &str, name: &str) -> ProductMeaning {
    let code = code.trim();
    let is_odd = code.len() % 2 == 1 && code.bytes().all(|byte| byte.is_ascii_digit());
    let product = if is_odd { product(&format!("0{code}"), name) } else { product(code, name) };
    // There is no chapter 00: some have the total there, and say so. Without its name it may be anything.
    let is_none = !code.is_empty() && code.bytes().all(|byte| byte == b'0');
    ProductMeaning { is_total: product.is_total || is_none && is_all(name.trim()), ..product }
}

/// A year, a month, a quarter, or what our own datasets write.
pub(crate) fn period(text: &str) -> Option<Period> {
    // A program took the year for a number with decimals.
    let text = text.trim();
    let text = text.strip_suffix(".0").filter(|year| year.len() == 4).unwrap_or(text);
    let text = ["年", " год", " г."].iter().find_map(|word| text.strip_suffix(word)).unwrap_or(text);
    if let Some((year, month)) = text.strip_suffix('月').and_then(|text| text.split_once('年')) {
        return Period::parse(&format!("{year}-{month:0>2}"));
    }
    let digits = text.bytes().all(|byte| byte.is_ascii_digit());
    match text.len() {
        // 202203; of Comtrade's whole years, 202252.
        6 if digits && text.ends_with("52") => Period::parse(&text[..4]),
        6 if digits => Period::parse(&format!("{}-{}", &text[..4], &text[4..])),
        // 2022M03, 2022Q1.
        7 if text.is_char_boundary(4) && text[4..].starts_with('M') => {
            Period::parse(&format!("{}-{}", &text[..4], &text[5..]))
        }
        6 if text.is_char_boundary(4) && text[4..].starts_with('Q') => {
            Period::parse(&format!("{}-{}", &text[..4], &text[4..]))
        }
        _ => Period::parse(text),
    }
}
