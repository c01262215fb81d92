//! Figures without digits: multiples in one word, and Chinese orders of magnitude.

use rust_decimal::Decimal;

use super::scale::scale_at;
use super::text_figure::{CountedIn, TextFigure};
use crate::dataset::{Quantity, Unit};
use crate::draft::token::Token;
use crate::draft::words::{self, WordKind};

/// A multiple in one word: `threefold`, `удвоился`.
pub(super) fn multiple(tokens: &[Token], at: usize) -> Option<TextFigure> {
    let found = words::find(tokens.get(at..)?, WordKind::Multiple)?;
    let last = at + found.length - 1;
    let value = Quantity::new(Decimal::from(found.code.parse::<u8>().ok()?), 0);
    let next = tokens.get(last + 1).map_or("", |token| token.stem);
    if matches!(next, "-" | "digit" | "digits") {
        return None;
    }
    Some(TextFigure {
        tokens: at..last + 1,
        range: tokens.get(at)?.start..tokens.get(last)?.end,
        value,
        multiplier: 0,
        counted: CountedIn::Unit(Unit::Factor),
        unit_from: None,
        is_negative: None,
        bound: None,
        is_price: false,
        has_scale: false,
    })
}

/// A Chinese order of magnitude behind a word that limits it: 超千亿元.
pub(super) fn magnitude(tokens: &[Token], at: usize) -> Option<TextFigure> {
    let before = at.checked_sub(1).and_then(|before| tokens.get(before..at))?;
    words::find(before, WordKind::Bound)?;
    let number = match tokens.get(at)?.stem {
        "千" => 1000,
        "百" => 100,
        "十" => 10,
        _ => return None,
    };
    let (power, end) = scale_at(tokens, at + 1).filter(|(power, _)| matches!(power, 4 | 8))?;
    let mut figure = TextFigure {
        tokens: at..end,
        range: tokens.get(at)?.start..tokens.get(end - 1)?.end,
        value: Quantity::new(Decimal::from(number), 0),
        multiplier: power,
        counted: CountedIn::Unknown,
        unit_from: None,
        is_negative: None,
        bound: None,
        is_price: false,
        has_scale: true,
    };
    figure.unit(tokens, end, "");
    figure.range.end = tokens.get(figure.tokens.end - 1)?.end;
    Some(figure)
}

/// Adds a larger number in words in front of a figure: `один миллиард 691,4 миллиона`.
pub(super) fn add_word_before(tokens: &[Token], figure: &mut TextFigure, start: usize) {
    let Some((at, sum)) = word_before(tokens, figure, start) else { return };
    figure.value = Some(sum);
    figure.range.start = tokens.get(at).map_or(figure.range.start, |token| token.start);
    figure.tokens.start = at;
}

/// The token of the word in front of a figure, and the sum of both.
fn word_before(tokens: &[Token], figure: &TextFigure, start: usize) -> Option<(usize, Quantity)> {
    let at = figure.tokens.start.checked_sub(2).filter(|at| *at >= start && figure.has_scale)?;
    let word = words::find(tokens.get(at..=at)?, WordKind::Number)?;
    let (power, end) = scale_at(tokens, at + 1)?;
    let between = u32::try_from(power.checked_sub(figure.multiplier)?).ok().filter(|between| *between > 0)?;
    let factor = Decimal::from(10_i64.checked_pow(between)?);
    let small = figure.value.filter(|small| small.value() < factor && end == figure.tokens.start)?;
    let large = Decimal::from(word.code.parse::<u8>().ok()?).checked_mul(factor)?;
    Some((at, Quantity::new(large.checked_add(small.value())?, small.decimals())?))
}
