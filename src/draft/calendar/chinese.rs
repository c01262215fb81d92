//! Finds the periods that Chinese words name.

use super::scanner::Scanner;
use super::{NamedPeriod, YearSaid};
use crate::draft::token::TokenKind;

impl Scanner<'_, '_> {
    /// The token behind `words`, if they begin at a token; Chinese characters are one token each.
    fn han(&self, at: usize, words: &str) -> Option<usize> {
        let count = words.chars().count();
        let tokens = self.tokens.get(at..self.end)?.get(..count)?;
        let mut pairs = tokens.iter().zip(words.char_indices());
        let is_same =
            pairs.all(|(token, (from, c))| words.get(from..from + c.len_utf8()) == Some(token.stem));
        is_same.then_some(at + count)
    }

    fn han_of(&self, at: usize, all: &[&str]) -> Option<usize> {
        all.iter().find_map(|words| self.han(at, words))
    }
}

/// The period that begins at a token, and the token behind it.
pub(super) fn period(scanner: Scanner, at: usize) -> Option<(NamedPeriod, usize)> {
    let (year, next) = year(scanner, at);
    if let Some(end) = scanner.han_of(next, &["同期", "同月"]).filter(|_| next > at) {
        return Some((NamedPeriod::Same { year }, end));
    }
    let year_end = next;
    let next = scanner.han(next, "的").unwrap_or(next);
    let found = part(scanner, next, year);
    if found.is_some() || next == at {
        return found;
    }
    if let YearSaid::Year(first) = year
        && let Some(to) = scanner.han_of(next, &["至", "到"])
        && let (YearSaid::Year(last), end) = self::year(scanner, to)
        && let Some(years) = u32::try_from(last - first).ok().filter(|years| (1..30).contains(years))
    {
        return Some((NamedPeriod::Months { first: 1, count: 12 * (years + 1), year }, end));
    }
    match year {
        YearSaid::Year(_) | YearSaid::Last => {
            // 2023年的446亿: the year owns the figure.
            let end = scanner.han_of(next, &["全年", "度"]).unwrap_or(year_end);
            Some((NamedPeriod::Months { first: 1, count: 12, year }, end))
        }
        YearSaid::This if scanner.han(next, "以来").is_some() => Some((NamedPeriod::SoFar, next + 2)),
        YearSaid::This | YearSaid::Unsaid | YearSaid::Fiscal(_) | YearSaid::FiscalBefore(_) => None,
    }
}

fn year(scanner: Scanner, at: usize) -> (YearSaid, usize) {
    if let Some((year, next)) = scanner.year(at)
        && let Some(end) = scanner.han(next, "年")
    {
        return (YearSaid::Year(year), end);
    }
    if let Some(year) = year_of_republic(scanner, at) {
        return (YearSaid::Year(year), at + 2);
    }
    if let Some(end) = scanner.han_of(at, &["去年", "上年"]) {
        return (YearSaid::Last, end);
    }
    match scanner.han_of(at, &["今年", "本年"]) {
        Some(end) => (YearSaid::This, end),
        None => (YearSaid::Unsaid, at),
    }
}

/// 114年: a year as Taiwan counts them, from 1912 on; two digits would rather be a number of years.
fn year_of_republic(scanner: Scanner, at: usize) -> Option<i32> {
    let token = scanner.token(at).filter(|token| token.kind == TokenKind::Number && token.stem.len() == 3)?;
    let year: i32 = token.stem.parse().ok().filter(|year| (100..160).contains(year))?;
    scanner.han(at + 1, "年").is_some().then_some(1911 + year)
}

fn part(scanner: Scanner, at: usize, year: YearSaid) -> Option<(NamedPeriod, usize)> {
    let months = |first, count, end| Some((NamedPeriod::Months { first, count, year }, end));
    if let Some(end) = scanner.han(at, "上半年") {
        return months(1, 6, end);
    }
    if let Some(end) = scanner.han(at, "下半年") {
        return months(7, 6, end);
    }
    let behind = scanner.han_of(at, &["前", "首"]);
    let nth = scanner.han(at, "第");
    let (number, next) = numeral(scanner, behind.or(nth).unwrap_or(at))?;
    if let Some(end) = scanner.han_of(next, &["个季度", "季度", "季"]) {
        return match behind {
            Some(_) if number <= 4 => months(1, 3 * number, end),
            None if number <= 4 => months(3 * number - 2, 3, end),
            _ => None,
        };
    }
    if let Some(end) = scanner.han_of(next, &["个月", "月"]).filter(|_| behind.is_some()) {
        return months(1, number, end);
    }
    // 5、6月份: the first of two months that share a word.
    if scanner.is(next, &["、"])
        && let Some((second, end)) = numeral(scanner, next + 1)
        && second == number + 1
        && scanner.han(end, "月").is_some()
    {
        return months(number, 1, next);
    }
    let said = scanner.han_of(next, &["月份", "月"]).unwrap_or(next);
    let is_range = scanner.is(said, &["-", "—", "~", "～"]) || scanner.han_of(said, &["至", "到"]).is_some();
    let next = if is_range { said } else { next };
    let to = scanner
        .is(next, &["-", "—", "~", "～"])
        .then_some(next + 1)
        .or_else(|| scanner.han_of(next, &["至", "到"]));
    if let Some(span) = to.and_then(|to| to_other_year(scanner, number, year, to)) {
        return Some(span);
    }
    if let Some((last, end)) = to.and_then(|to| numeral(scanner, to)) {
        let end = scanner.han(end, "月")?;
        let end = scanner.han(end, "份").unwrap_or(end);
        return if last >= number { months(number, last - number + 1, end) } else { None };
    }
    let end = scanner.han(next, "月")?;
    if scanner.token(end).is_some_and(|token| token.kind == TokenKind::Number)
        && scanner.han(end + 1, "日").is_some()
    {
        return None;
    }
    let end = scanner.han_of(end, &["份当月", "当月", "份"]).unwrap_or(end);
    months(number, 1, end)
}

/// 2021年9月至2022年5月: the months up to that of a later year, which is behind `to`.
fn to_other_year(scanner: Scanner, first: u32, from: YearSaid, to: usize) -> Option<(NamedPeriod, usize)> {
    let (YearSaid::Year(one), (YearSaid::Year(other), next)) = (from, year(scanner, to)) else { return None };
    let (last, end) = numeral(scanner, next)?;
    let end = scanner.han(end, "月")?;
    let years = u32::try_from(other - one).ok().filter(|years| (1..30).contains(years))?;
    let count = (12 * years + last + 1).checked_sub(first)?;
    let end = scanner.han(end, "份").unwrap_or(end);
    Some((NamedPeriod::Months { first, count, year: from }, end))
}

/// Numbers from 12 to 1: the longer words first.
const NUMERALS: [(&str, u32); 12] = [
    ("十二", 12),
    ("十一", 11),
    ("十", 10),
    ("九", 9),
    ("八", 8),
    ("七", 7),
    ("六", 6),
    ("五", 5),
    ("四", 4),
    ("三", 3),
    ("二", 2),
    ("一", 1),
];

/// A number from 1 to 12 in digits or characters.
fn numeral(scanner: Scanner, at: usize) -> Option<(u32, usize)> {
    let token = scanner.token(at)?;
    if token.kind == TokenKind::Number {
        return token
            .stem
            .parse()
            .ok()
            .filter(|number| (1..=12).contains(number))
            .map(|number| (number, at + 1));
    }
    let found = NUMERALS.into_iter().find_map(|(words, number)| Some((number, scanner.han(at, words)?)));
    let two = || scanner.han(at, "两").map(|end| (2, end));
    found.or_else(two)
}
