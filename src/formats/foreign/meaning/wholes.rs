//! Names of places and products that stand for several, which sums must not count next to their parts.

use crate::dataset::known;

/// Codes and words for the world, or for all partners, in letters of any size.
const WORLDS: [&str; 24] = [
    "0",
    "000",
    // As UNCTAD and the statistics division of the United Nations number it.
    "0000",
    "001",
    "world",
    "all",
    "total",
    "sum",
    "_T",
    "insgesamt",
    "total général",
    "monde",
    "mundo",
    "welt",
    "世界",
    "全球",
    "全部",
    "所有国家",
    "合计",
    "总计",
    "мир",
    "весь мир",
    "всего",
    "итого",
];

/// Words that make a name that of a whole.
const WHOLES: [&str; 7] = ["total", "all", "overall", "sum", "world", "всего", "итого"];

/// Other words that names of wholes are made of.
const WHOLE_WORDS: [&str; 20] = [
    "grand", "of", "the", "countries", "partners", "trading", "exports", "imports", "trade", "products",
    "commodities", "goods", "merchandise", "value", "по", "всем", "странам", "товарам", "экспорт", "импорт",
];

/// True for a name that is made of such words alone: `Total exports`, `All trading partners`.
pub(super) fn is_whole(name: &str) -> bool {
    let name = name.to_lowercase();
    let words = || name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words().any(|word| WHOLES.contains(&word))
        && words().all(|word| WHOLES.contains(&word) || WHOLE_WORDS.contains(&word))
}

/// Beginnings of names of rows that add up some of the others, or are contained in one of them.
const SUBTOTALS: [&str; 8] =
    ["sub-total", "subtotal", "sub total", "of which", "davon", "小计", "подытог", "в том числе"];

/// True for the name of such a row.
pub(super) fn is_subtotal(name: &str) -> bool {
    let name = name.trim_start_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    let ends_word = |rest: &str| !rest.starts_with(char::is_alphanumeric);
    SUBTOTALS.iter().any(|beginning| name.strip_prefix(beginning).is_some_and(ends_word))
}

/// True for the same word in letters of any size.
pub(super) fn is_same_word(word: &str, text: &str) -> bool {
    word.eq_ignore_ascii_case(text) || !text.is_ascii() && word == text.to_lowercase()
}

/// Regions and groups without a code, as tables of trade call them among partners; the first are those of the World Bank.
const REGIONS: [&str; 36] = [
    "East Asia & Pacific",
    "Europe & Central Asia",
    "European Union",
    "Latin America & Caribbean",
    "Middle East & North Africa",
    "Middle East, North Africa, Afghanistan & Pakistan",
    "North America",
    "South Asia",
    "Sub-Saharan Africa",
    "Africa",
    "America",
    "Americas",
    "Asia",
    "Europe",
    "Oceania",
    "Caribbean",
    "Central America",
    "Central Asia",
    "Central and South America",
    "East Asia",
    "Eastern Asia",
    "Eastern Europe",
    "Latin America",
    "Latin America and the Caribbean",
    "Middle East",
    "Middle East and North Africa",
    "North Africa",
    "Northern Africa",
    "Northern America",
    "Northern Europe",
    "South America",
    "South-East Asia",
    "Southeast Asia",
    "Southern Europe",
    "Western Asia",
    "Western Europe",
];

/// True for the same region, with `and` for its sign.
fn is_same_region(region: &str, text: &str) -> bool {
    region.eq_ignore_ascii_case(text)
        || text.contains(" and ") && region.eq_ignore_ascii_case(&text.replace(" and ", " & "))
}

/// Beginnings of names of the European Union and of what is inside or outside of it, and of other groups.
const GROUPS: [&str; 16] = [
    "extra-eu", "intra-eu", "extra eu", "intra eu", "eu-27", "eu-28", "eu 27", "eu 28", "eu27", "eu28",
    "developing ", "страны ", "int_eu", "int_ea", "intra_e", "extra_e",
];

/// True for a code or a name of the world, or of all partners.
pub(super) fn is_all_places(text: &str) -> bool {
    known::is_world(text) || is_whole(text) || WORLDS.iter().any(|world| is_same_word(world, text))
}

/// True for a code or a name of a group, or of a row that adds up others.
pub(super) fn is_several_places(text: &str) -> bool {
    let lower = text.to_lowercase();
    known::is_group_code(text)
        || text.starts_with("EXT_")
        || REGIONS.iter().any(|region| is_same_region(region, text))
        || is_subtotal(text)
        || GROUPS.iter().any(|beginning| lower.starts_with(beginning))
}
