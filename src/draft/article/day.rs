//! Days in texts.

use chrono::{Datelike, NaiveDate};

use crate::draft::token::{Token, TokenKind};
use crate::draft::words::{self, WordKind};

/// The first day that tokens name; a month with its year stands for a day near its end.
pub(super) fn any(tokens: &[Token], text: &str) -> Option<NaiveDate> {
    full(tokens, text).or_else(|| {
        (0..tokens.len()).find_map(|at| {
            let (month, end) = month(tokens, at)?;
            NaiveDate::from_ymd_opt(year(tokens, end + usize::from(is_comma(tokens, end)))?, month, 28)
        })
    })
}

/// The first day with its year and month.
pub(super) fn full(tokens: &[Token], text: &str) -> Option<NaiveDate> {
    (0..tokens.len()).find_map(|at| {
        let token = tokens.get(at)?;
        if token.kind == TokenKind::Date {
            return date(&text[token.range()]);
        }
        chinese(tokens, at).or_else(|| spelt(tokens, at))
    })
}

/// `May 22, 2023`, `22 May 2023`, `22 мая 2023`.
fn spelt(tokens: &[Token], at: usize) -> Option<NaiveDate> {
    if let Some(day) = small(tokens, at) {
        let (month, end) = month(tokens, at + 1)?;
        return NaiveDate::from_ymd_opt(year(tokens, end + usize::from(is_comma(tokens, end)))?, month, day);
    }
    let (month, end) = month(tokens, at)?;
    let day = small(tokens, end)?;
    NaiveDate::from_ymd_opt(year(tokens, end + 1 + usize::from(is_comma(tokens, end + 1)))?, month, day)
}

/// `2023年5月22日`.
fn chinese(tokens: &[Token], at: usize) -> Option<NaiveDate> {
    let is = |at: usize, stem: &str| tokens.get(at).is_some_and(|token| token.stem == stem);
    let year = year(tokens, at).filter(|_| is(at + 1, "年") && is(at + 3, "月"))?;
    NaiveDate::from_ymd_opt(year, small(tokens, at + 2)?, small(tokens, at + 4).filter(|_| is(at + 5, "日"))?)
}

fn month(tokens: &[Token], at: usize) -> Option<(u32, usize)> {
    let found = words::find(tokens.get(at..)?, WordKind::Month)?;
    Some((found.code.parse().ok()?, at + found.length))
}

fn small(tokens: &[Token], at: usize) -> Option<u32> {
    let token = tokens.get(at).filter(|token| token.kind == TokenKind::Number && token.stem.len() <= 2)?;
    token.stem.parse().ok().filter(|number| (1..=31).contains(number))
}

fn year(tokens: &[Token], at: usize) -> Option<i32> {
    let token = tokens.get(at).filter(|token| token.kind == TokenKind::Number && token.stem.len() == 4)?;
    token.stem.parse().ok().filter(|year| (1900..2100).contains(year))
}

fn is_comma(tokens: &[Token], at: usize) -> bool {
    tokens.get(at).is_some_and(|token| token.stem == ",")
}

/// A day in digits: the year first, else the day first, or the month where that is the only way.
fn date(written: &str) -> Option<NaiveDate> {
    let mut parts = written.split(['.', '-', '/']).map(|part| part.parse::<u32>().ok());
    let (first, second, third) = (parts.next()??, parts.next()??, parts.next()??);
    let year = |year: u32| i32::try_from(if year < 100 { 2000 + year } else { year }).ok();
    let day = if first > 31 {
        NaiveDate::from_ymd_opt(year(first)?, second, third)
    } else if second > 12 {
        NaiveDate::from_ymd_opt(year(third)?, first, second)
    } else {
        NaiveDate::from_ymd_opt(year(third)?, second, first)
    };
    day.filter(|day| (1900..2100).contains(&day.year()))
}
