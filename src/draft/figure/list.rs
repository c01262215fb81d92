//! Lists of figures that name their unit once.

use std::ops::Range;

use super::text_figure::{CountedIn, TextFigure};
use crate::dataset::Unit;
use crate::draft::token::{Token, TokenKind};
use crate::draft::words::{self, WordKind};

/// Gives a number without a unit that of the next in its list: `5.2 and 3.1 percent`, `4, 5 and 6 million`.
pub(super) fn share_units(tokens: &[Token], figures: &mut [TextFigure]) {
    let mut is_list = false;
    for at in (1..figures.len()).rev() {
        let (before, after) = figures.split_at_mut(at);
        let (Some(left), Some(right)) = (before.last_mut(), after.first()) else { continue };
        let between = tokens.get(left.tokens.end..right.tokens.start).unwrap_or_default();
        let stems: Vec<&str> = between.iter().map(|token| token.stem).collect();
        let is_joined = match stems.as_slice() {
            ["and" | "и" | "、" | "和" | "or" | "与" | "to" | "до"] | [",", "and"] => true,
            [","] => is_list,
            _ => false,
        };
        let is_like = left.has_scale <= right.has_scale;
        is_list = is_joined
            && is_like
            && left.counted == CountedIn::Unknown
            && right.counted != CountedIn::Unknown
            && !is_year(left);
        // `between $1.2 and $3.4 billion`
        let is_scaled = is_joined
            && left.counted == right.counted
            && left.counted != CountedIn::Unit(Unit::Percent)
            && !left.has_scale
            && right.has_scale;
        if is_scaled && stems.len() == 1 {
            (left.multiplier, left.has_scale) = (right.multiplier, true);
        }
        if is_list {
            left.counted = right.counted;
            if !left.has_scale {
                (left.multiplier, left.has_scale) = (right.multiplier, right.has_scale);
            }
        }
    }
}

/// The most words between an amount and one that leaves its unit out.
const REACH: usize = 18;

/// Gives an amount that names a scale and no unit that of the amount before it: `экспорт — 5,2 млрд долларов, импорт — 800 млн`,
/// `Чили ($1,9 млн), Перу (1,2 млн)`, `3 million tonnes, including 1.6 million to Chad`.
pub(super) fn carry_unit(tokens: &[Token], figures: &mut [TextFigure]) {
    for at in 1..figures.len() {
        let (before, after) = figures.split_at_mut(at);
        let Some(right) = after.first_mut() else { continue };
        let Some(left) = before.iter().rfind(|figure| !is_ratio(figure.counted)) else { continue };
        let gap = left.tokens.end..right.tokens.start;
        let is_open = right.counted == CountedIn::Unknown && right.has_scale && is_amount(left.counted);
        let is_near = gap.len() <= REACH && fits(tokens, left, right, gap.clone());
        if is_open && is_near && !counts_things(tokens, gap) && is_complete(tokens, right) {
            right.counted = left.counted;
        }
    }
}

fn is_ratio(counted: CountedIn) -> bool {
    matches!(counted, CountedIn::Unit(Unit::Percent | Unit::Factor | Unit::Points))
}

fn is_amount(counted: CountedIn) -> bool {
    matches!(counted, CountedIn::Money(_) | CountedIn::Unit(Unit::Money(_) | Unit::Amount(_)))
}

/// False for thousands behind money, which are rather pieces, and for what is worth so much behind a weight.
fn fits(tokens: &[Token], left: &TextFigure, right: &TextFigure, gap: Range<usize>) -> bool {
    let is_weight = matches!(left.counted, CountedIn::Unit(Unit::Amount(_)));
    let is_worth = |token: &Token| {
        matches!(token.stem, "worth" | "value" | "valued" | "revenue" | "earnings" | "值" | "额")
            || ["стоимост", "сумм", "выручк"].iter().any(|word| token.stem.starts_with(word))
    };
    let has_worth = || tokens.get(gap).unwrap_or_default().iter().any(is_worth);
    // `Чили ($1,9 млн), Перу (640 тыс.)`
    let is_in_brackets = tokens.get(right.tokens.end).is_some_and(|token| token.stem == ")");
    if is_weight { !has_worth() } else { right.multiplier > 3 || is_in_brackets }
}

/// True if other things are counted in between, or a line ends.
fn counts_things(tokens: &[Token], gap: Range<usize>) -> bool {
    let kinds = [WordKind::OtherUnit, WordKind::NoTrade];
    gap.into_iter().any(|at| {
        let rest = tokens.get(at..).unwrap_or_default();
        let is_number = |stem: &str| {
            matches!(stem, "|" | "number" | "数")
                || ["числ", "количеств", "бутыл", "штук"].iter().any(|word| stem.starts_with(word))
        };
        rest.first().is_some_and(|token| token.kind == TokenKind::LineEnd || is_number(token.stem))
            || words::matches(rest).any(|found| kinds.contains(&found.kind))
    })
}

/// True for a figure that no word in front or behind gives a unit of its own, known or not.
fn is_complete(tokens: &[Token], figure: &TextFigure) -> bool {
    let before = figure.tokens.start.checked_sub(1).and_then(|at| tokens.get(at));
    // `RM 7 billion`
    let is_unit = |token: &Token| token.kind == TokenKind::Word && token.is_capitals;
    let Some(next) = tokens.get(figure.tokens.end) else { return !before.is_some_and(is_unit) };
    // `до 909,3 млн. Импорт`
    let is_last = tokens.get(figure.tokens.end - 1).is_some_and(|token| token.stem == ".");
    let is_year_ago = matches!(next.stem, "a" | "year" | "last" | "год" | "годом");
    let ends = [
        ",", ".", ";", ":", ")", "(", "-", "—", "–", "，", "；", "。", "、", "）", "（", "and", "и", "or",
        "или", "to", "from", "went", "against", "с", "до", "в", "против", "из",
    ];
    !before.is_some_and(is_unit)
        && (is_last || is_year_ago || ends.contains(&next.stem) || next.kind == TokenKind::LineEnd)
}

fn is_year(figure: &TextFigure) -> bool {
    let value = figure.value.filter(|value| value.decimals() == 0 && figure.multiplier == 0);
    value.is_some_and(|value| (1900..2100).contains(&value.value().mantissa()))
}
