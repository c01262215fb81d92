//! Figures as they are printed: a number with its scale, its unit, its sign and what limits it.

mod carried;
mod list;
mod parallel;
mod scale;
mod text_figure;
mod word;

use std::ops::Range;

use rust_decimal::Decimal;

use carried::carry_unit;
use list::share_units;
pub(super) use parallel::{carry_on, carry_to};
use scale::{scale_at, skip_link};
pub(super) use text_figure::{CountedIn, TextFigure};
use word::{magnitude, multiple};

use super::number;
use super::token::{Token, TokenKind};
use super::words::{self, WordKind};
use crate::dataset::{Bound, Code, Currency, Quantity, Unit};

/// Words that name one thing that is counted, whatever they are.
const COUNTED: [(WordKind, CountedIn); 5] = [
    (WordKind::Points, CountedIn::Unit(Unit::Points)),
    (WordKind::Percent, CountedIn::Unit(Unit::Percent)),
    (WordKind::Factor, CountedIn::Unit(Unit::Factor)),
    (WordKind::Count, CountedIn::Unit(Unit::Count)),
    (WordKind::OtherUnit, CountedIn::Things),
];

/// The thing that a word counts; `None` for words that are no unit.
fn counted(kind: WordKind, code: &'static str) -> Option<CountedIn> {
    if kind == WordKind::Amount {
        return Some(Unit::parse(code).map_or(CountedIn::Unknown, CountedIn::Unit));
    }
    if matches!(kind, WordKind::Money | WordKind::Moneys | WordKind::Sign) {
        return Some(money(code));
    }
    COUNTED.iter().find(|(known, _)| *known == kind).map(|(_, counted)| *counted)
}

/// The figure that begins at token `at`, if one does.
pub(super) fn at(tokens: &[Token], at: usize, text: &str, is_russian: bool) -> Option<TextFigure> {
    let (is_negative, mut next) = sign(tokens, at);
    let mut counted = CountedIn::Unknown;
    if let Some(found) = tokens.get(next..).and_then(|rest| words::find(rest, WordKind::Sign)) {
        // `a $5 billion surplus` is no Australian dollar.
        let is_article = tokens.get(next).is_some_and(|token| matches!(token.stem, "a" | "r" | "c" | "s"))
            && found.length > 1
            && tokens.get(next + 1).is_some_and(|token| token.is_apart);
        if is_article {
            return None;
        }
        counted = money(found.code);
        next += found.length;
    } else if let Some(found) = money_in_front(tokens, next) {
        counted = money(found.code);
        next += found.length;
    } else if is_negative.is_none() && tokens.get(at)?.kind != TokenKind::Number {
        return None;
    }
    let (inner, number_at) = if is_negative.is_none() { sign(tokens, next) } else { (is_negative, next) };
    let token = tokens.get(number_at).filter(|token| token.kind == TokenKind::Number)?;
    let mut figure = TextFigure {
        tokens: at..number_at + 1,
        range: tokens.get(at)?.start..token.end,
        value: number::parse(&text[token.range()], is_russian),
        multiplier: 0,
        counted,
        unit_from: None,
        is_negative: inner,
        bound: None,
        is_price: false,
        has_scale: false,
    };
    let end = figure.scale(tokens, number_at + 1, text, is_russian);
    figure.unit(tokens, end, text);
    let last = tokens.get(figure.tokens.end - 1)?;
    figure.range.end = last.end;
    Some(figure)
}

/// A plus or minus directly before a number or a currency, and the token behind it.
fn sign(tokens: &[Token], at: usize) -> (Option<bool>, usize) {
    let Some(token) = tokens.get(at) else { return (None, at) };
    let is_negative = match token.stem {
        "-" => Some(true),
        "+" => Some(false),
        "minus" | "минус" => return (Some(true), at + 1),
        "plus" | "плюс" => return (Some(false), at + 1),
        _ => None,
    };
    let is_attached = tokens.get(at + 1).is_some_and(|next| !next.is_apart);
    let before = at.checked_sub(1).and_then(|before| tokens.get(before));
    let is_free = token.is_apart || before.is_none_or(|before| before.kind == TokenKind::Sign);
    if is_negative.is_some() && is_attached && is_free { (is_negative, at + 1) } else { (None, at) }
}

/// `US dollars 882 million`: the name of a currency in front of a number with a scale.
fn money_in_front(tokens: &[Token], at: usize) -> Option<words::Match> {
    let rest = tokens.get(at..)?;
    let is_money = |found: &words::Match| matches!(found.kind, WordKind::Money | WordKind::Moneys);
    let found = words::matches(rest).find(is_money)?;
    let is_number = tokens.get(at + found.length)?.kind == TokenKind::Number;
    (is_number && scale_at(tokens, at + found.length + 1).is_some()).then_some(found)
}

fn money(codes: &'static str) -> CountedIn {
    match Currency::from_code(codes) {
        Some(currency) => CountedIn::Unit(Unit::Money(currency)),
        None => CountedIn::Money(codes),
    }
}

impl TextFigure {
    /// Reads the scale behind the number, and further numbers with smaller ones: `1 млрд 607 млн 206 тыс.`, `5亿3000万`.
    fn scale(&mut self, tokens: &[Token], at: usize, text: &str, is_russian: bool) -> usize {
        let Some((power, mut end)) = scale_at(tokens, at) else { return at };
        (self.multiplier, self.has_scale, self.tokens.end) = (power, true, end);
        while let Some(next) = self.smaller(tokens, end, text, is_russian) {
            end = next;
        }
        end
    }

    /// Adds a number with a smaller scale that stands at a token; the token behind it.
    fn smaller(&mut self, tokens: &[Token], at: usize, text: &str, is_russian: bool) -> Option<usize> {
        let token = tokens.get(at).filter(|token| token.kind == TokenKind::Number)?;
        let (power, end) = scale_at(tokens, at + 1)?;
        let (large, small) = (self.value?, number::parse(&text[token.range()], is_russian)?);
        let between =
            u32::try_from(self.multiplier.checked_sub(power)?).ok().filter(|between| *between > 0)?;
        let factor = Decimal::from(10_i64.checked_pow(between)?);
        let sum = large.value().checked_mul(factor)?.checked_add(small.value())?.normalize();
        let value = (small.value() < factor).then(|| Quantity::new(sum, small.decimals()))??;
        (self.value, self.multiplier, self.tokens.end) = (Some(value), power, end);
        Some(end)
    }

    /// Reads the unit at a token behind the scale.
    fn unit(&mut self, tokens: &[Token], at: usize, text: &str) {
        let at = skip_link(tokens, at);
        let rest = tokens.get(at..).unwrap_or_default();
        let is_known = self.counted != CountedIn::Unknown;
        for found in words::matches(rest) {
            let Some(counted) = counted(found.kind, found.code) else { continue };
            if is_known && !matches!(found.kind, WordKind::Money | WordKind::Moneys) {
                continue;
            }
            self.counted = if is_known { self.counted } else { counted };
            self.tokens.end = at + found.length;
            break;
        }
        if self.counted == CountedIn::Unknown {
            self.money_of_a_country(tokens, at);
        }
        // `24 billion ALL`: the lek, whose code is a word in small letters.
        let is_lek = tokens.get(at).is_some_and(|token| token.stem == "all" && token.is_capitals);
        if let Some(lek) = Currency::from_code("ALL").filter(|_| is_lek && self.has_scale)
            && self.counted == CountedIn::Unknown
        {
            self.counted = CountedIn::Unit(Unit::Money(lek));
            self.tokens.end = at + 1;
        }
        self.million_tonnes(tokens, text);
        let rest = tokens.get(self.tokens.end..).unwrap_or_default();
        self.is_price = words::find(rest, WordKind::Per).is_some();
    }

    /// `8.22Mt` are millions of tonnes, `350 kt` thousands; `MT` are metric tonnes.
    fn million_tonnes(&mut self, tokens: &[Token], text: &str) {
        let last = tokens.get(self.tokens.end - 1).and_then(|token| text.get(token.range()));
        let is_tonnes = matches!(self.counted, CountedIn::Unit(Unit::Amount(_))) && !self.has_scale;
        let power = match last.filter(|_| is_tonnes) {
            Some("Mt") => 6,
            Some("kt" | "Kt") => 3,
            _ => return,
        };
        (self.multiplier, self.has_scale) = (power, true);
    }

    /// Reads money behind the name of its country: `5 billion Malaysian ringgit`, `Pakistani rupees`.
    fn money_of_a_country(&mut self, tokens: &[Token], at: usize) {
        let rest = tokens.get(at..).unwrap_or_default();
        let country = words::matches(rest).find(|found| found.kind == WordKind::Demonym);
        let Some(country) = country else { return };
        let behind = at + country.length;
        let rest = tokens.get(behind..).unwrap_or_default();
        let found =
            words::matches(rest).find(|found| matches!(found.kind, WordKind::Money | WordKind::Moneys));
        let Some(found) = found else { return };
        self.counted = own_currency(found.code, country.code).map_or(CountedIn::Unknown, CountedIn::Unit);
        self.tokens.end = behind + found.length;
    }
}

/// The currency among `codes` that a country uses, else the one that is marked.
pub(super) fn own_currency(codes: &str, country: &str) -> Option<Unit> {
    let all = || codes.split(' ').map(|code| code.trim_start_matches('*'));
    let own = all().find(|code| words::countries_of(code).any(|of| of == country));
    let marked = || codes.split(' ').find_map(|code| code.strip_prefix('*'));
    let only = || Some(codes).filter(|codes| !codes.contains(' '));
    Currency::from_code(own.or_else(marked).or_else(only)?).map(Unit::Money)
}

/// All figures of a stretch of tokens, in order, and the multiples that one word says.
pub(super) fn all(tokens: &[Token], within: Range<usize>, text: &str, is_russian: bool) -> Vec<TextFigure> {
    let mut figures: Vec<TextFigure> = Vec::new();
    let mut next = within.start;
    while next < within.end {
        let found = at(tokens, next, text, is_russian);
        let found = found.or_else(|| multiple(tokens, next)).or_else(|| magnitude(tokens, next));
        if let Some(mut figure) = found.filter(|figure| figure.tokens.end <= within.end) {
            next = figure.tokens.end;
            word::add_word_before(tokens, &mut figure, within.start);
            figure.bound = bound(tokens, &figure, within.start);
            figures.push(figure);
        } else {
            next += 1;
        }
    }
    share_units(tokens, &mut figures);
    carry_unit(tokens, within.start, &mut figures);
    figures.retain(|figure| figure.counted != CountedIn::Unknown || figure.has_scale || has_decimals(figure));
    figures
}

fn has_decimals(figure: &TextFigure) -> bool {
    figure.value.is_some_and(|value| value.decimals() > 0)
}

/// The words before a figure that limit it: `more than`, `почти`, `超`.
fn bound(tokens: &[Token], figure: &TextFigure, start: usize) -> Option<Bound> {
    let behind = tokens.get(figure.tokens.end.saturating_sub(1));
    if behind.is_some_and(|token| matches!(token.stem, "多" | "余")) {
        return Some(Bound::AtLeast);
    }
    (1..=3).find_map(|length| {
        let from = figure.tokens.start.checked_sub(length).filter(|from| *from >= start)?;
        let found = words::find(tokens.get(from..figure.tokens.start)?, WordKind::Bound)?;
        (found.length == length).then(|| Bound::parse(found.code))?
    })
}

#[cfg(test)]
mod tests;
