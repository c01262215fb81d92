//! Places, chapters of products and rates that the program knows without a dataset: tables of public facts, each with its source.
//!
//! Sorted static tables, searched when asked; nothing is prepared when the program starts.

mod chapters;
mod countries;
mod former;
mod groups;
mod names;
mod provinces;
mod rates;
mod variants;

pub use chapters::chapter;
pub use countries::Country;
use former::Former;
use groups::KnownGroup;
pub(crate) use names::WORDS;
use rust_decimal::Decimal;
pub use variants::{all_members, is_group_code};

use super::{GroupMember, Period, WORLD};

/// Other codes for the world: those of the World Bank and UN Comtrade, of Eurostat, of the SDMX code lists (`_T`), and
/// of the European Central Bank (`W0`; its `W1` is the rest of the world, as seen from the reporter).
const OTHER_WORLDS: [&str; 6] = ["ALL", "TOTAL", "W0", "WLD", "WORLD", "_T"];

/// Two-letter codes that official statistics use instead of the ISO ones.
const OTHER_ALPHA2: [(&str, &str); 2] = [("EL", "GRC"), ("UK", "GBR")];

/// True for the codes of the whole world.
#[must_use]
pub fn is_world(code: &str) -> bool {
    code == WORLD || OTHER_WORLDS.contains(&code)
}

/// The countries in the order of their three-letter codes; fewer than 256.
#[must_use]
pub fn countries() -> &'static [Country] {
    &countries::COUNTRIES
}

/// The codes of all places known today: countries, provinces, groups.
pub fn codes() -> impl Iterator<Item = &'static str> {
    let countries = countries().iter().map(|country| country.alpha3);
    let groups = groups::GROUPS.iter().map(|group| group.code);
    countries.chain(groups).chain(provinces::PROVINCES.iter().map(|(code, _)| *code))
}

/// The index of a country in [`countries()`], by its three-letter code.
#[must_use]
pub fn country(alpha3: &str) -> Option<usize> {
    countries().binary_search_by_key(&alpha3, |country| country.alpha3).ok()
}

/// The name of a known place as it is written in a sentence: `the United States`.
#[must_use]
pub fn name(code: &str) -> Option<&'static str> {
    if is_world(code) {
        return Some("the world");
    }
    let country = country(code).and_then(|at| countries().get(at)).map(|country| country.name);
    let province = || provinces::PROVINCES.binary_search_by_key(&code, |known| known.0).ok();
    country
        .or_else(|| province().and_then(|at| provinces::PROVINCES.get(at)).map(|(_, name)| *name))
        .or_else(|| group(code).map(|group| group.name))
        .or_else(|| former(code).map(|former| former.name))
}

/// The name of a known place as it is written alone: `United States`; the world keeps its article.
#[must_use]
pub fn short_name(code: &str) -> Option<&'static str> {
    match group(code) {
        Some(group) => Some(group.short),
        None if is_world(code) => name(code),
        None => name(code).map(|name| name.strip_prefix("the ").unwrap_or(name)),
    }
}

/// The three-letter code for a country that is written another way: two letters, digits, lower case, or a name in
/// English, Chinese or Russian.
#[must_use]
pub fn alpha3(text: &str) -> Option<&'static str> {
    let capitals = text.to_uppercase();
    if let Some((_, alpha3)) = OTHER_ALPHA2.iter().find(|(code, _)| *code == capitals) {
        return Some(alpha3);
    }
    let digits = format!("{text:0>3}");
    let is_named = |country: &&Country| {
        country.alpha2 == capitals
            || country.alpha3 == capitals
            || country.numeric == digits
            || country.name == text
            || country.name.strip_prefix("the ") == Some(text)
    };
    let by_code = countries().iter().find(is_named).map(|country| country.alpha3);
    by_code.or_else(|| names::country_named(text))
}

/// The members of a known group, or the successors of a place that no longer exists; `None` for any other place.
#[must_use]
pub fn members(code: &str) -> Option<Vec<GroupMember>> {
    let text = match group(code) {
        Some(group) => group.members,
        None => former(code)?.members,
    };
    let members: Vec<GroupMember> = text.split("; ").flat_map(clause).collect();
    (!members.is_empty()).then_some(members)
}

/// The last month of a code that no longer names a place; `None` for a current one.
#[must_use]
pub fn until(code: &str) -> Option<Period> {
    Period::parse(former(code)?.until)
}

/// True for a known group, even if its members are not known.
#[must_use]
pub fn is_group(code: &str) -> bool {
    group(code).is_some()
}

/// The countries that a place was one with in this period, so that their figures may include that place's.
///
/// Of the successors of one code, only those before the place in its list: each pair is found once.
pub fn once_part_of(part: &str, period: Period) -> impl Iterator<Item = &'static str> {
    let lasts = move |until| Period::parse(until).is_some_and(|until| period.start() < until.end());
    let joint = former::JOINT.iter().filter(move |joint| joint.part == part && lasts(joint.until));
    let formers =
        former::FORMER.iter().filter(move |former| former.members.contains(part) && lasts(former.until));
    let members = formers.flat_map(move |former| {
        let members = former.members.split("; ").flat_map(|text| {
            let (span, codes) = text.split_once(": ").unwrap_or(("..", text));
            let is_in = span.strip_prefix("..").is_none_or(|until| until.is_empty() || lasts(until));
            codes.split_whitespace().filter(move |_| is_in)
        });
        let members: Vec<&str> = members.collect();
        let at = members.iter().position(|member| *member == part).unwrap_or_default();
        members.into_iter().take(at)
    });
    joint.map(|joint| joint.whole).chain(members)
}

/// The yearly average price of a US dollar in this currency, to three significant digits; `None` if no source gives it.
#[must_use]
pub fn rate(currency: &str, year: i32) -> Option<Decimal> {
    if currency == "USD" {
        return Some(Decimal::ONE);
    }
    let at = rates::RATES.binary_search_by_key(&currency, |(code, ..)| *code).ok()?;
    let (_, first, rates) = rates::RATES.get(at)?;
    let year = usize::try_from(year.checked_sub(i32::from(*first))?).ok()?;
    rates.get(year).map(|thousandths| Decimal::new(i64::from(*thousandths), 3))
}

fn group(code: &str) -> Option<&'static KnownGroup> {
    let at = groups::GROUPS.binary_search_by_key(&code, |group| group.code).ok()?;
    groups::GROUPS.get(at)
}

fn former(code: &str) -> Option<&'static Former> {
    let at = former::FORMER.binary_search_by_key(&code, |former| former.code).ok()?;
    former::FORMER.get(at)
}

/// The members in one clause of a table: `BEL FRA`, `2001-01..: GRC`, `? ..2018-05: UKR`.
fn clause(text: &'static str) -> impl Iterator<Item = GroupMember> {
    let (span, codes) = text.split_once(": ").unwrap_or(("..", text));
    let is_disputed = span.starts_with('?');
    let (from, until) = span.trim_start_matches(['?', ' ']).split_once("..").unwrap_or_default();
    let (from, until) = (Period::parse(from), Period::parse(until));
    codes.split_whitespace().map(move |code| GroupMember { code: code.to_owned(), from, until, is_disputed })
}

#[cfg(test)]
mod tests;
