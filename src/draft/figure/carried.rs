//! Amounts that leave their unit out, since the one in front of them names it.

use std::ops::Range;

use rust_decimal::Decimal;

use super::list::is_year;
use super::text_figure::{CountedIn, TextFigure};
use crate::dataset::Unit;
use crate::draft::token::{Token, TokenKind};
use crate::draft::words::{self, WordKind};

/// Gives an amount that names a scale and no unit that of the amount before it, where both stand in one form:
/// `экспорт — 5,2 млрд долларов, импорт — 800 млн`, `Чили ($1,9 млн), Перу (1,2 млн)`,
/// `3 million tonnes, including 1.6 million to Chad`.
///
/// Where only the frame is the same, words that nobody knows may stand in between, and the unit is marked as that of the other.
pub(super) fn carry_unit(tokens: &[Token], start: usize, figures: &mut [TextFigure]) {
    carry_back(tokens, start, figures);
    for at in 1..figures.len() {
        let (before, after) = figures.split_at_mut(at);
        let Some(right) = after.first_mut() else { continue };
        let is_other = |figure: &&TextFigure| !is_ratio(figure.counted) && !is_year(figure);
        let Some(left) = before.iter().rfind(is_other) else { continue };
        let is_open = right.counted == CountedIn::Unknown && right.has_scale;
        if !is_open || !is_amount(left.counted) || left.is_price {
            continue;
        }
        let is_like = is_next_bracket(tokens, left, right)
            || (all_alike(before, left)
                && is_complete(tokens, right)
                && is_parallel(tokens, before, left, right));
        if is_like {
            right.counted = left.counted;
            right.unit_from.clone_from(&left.unit_from);
        } else if is_framed(tokens, left, right) {
            right.counted = left.counted;
            right.unit_from = Some(left.range.clone());
        }
    }
}

/// `Германия (1,5 млрд), США (1,3 млрд долларов)`: the last of a list in brackets names the unit of all.
fn carry_back(tokens: &[Token], within: usize, figures: &mut [TextFigure]) {
    let is_trade = |end: usize| (within..end).any(|at| is_flow(tokens, at));
    for at in (1..figures.len()).rev() {
        let (before, after) = figures.split_at_mut(at);
        let (Some(left), Some(right)) = (before.last_mut(), after.first()) else { continue };
        let is_open = left.counted == CountedIn::Unknown && left.has_scale;
        // `India (1.4 billion), Chile ($1.1 billion)`: with a sign each amount has its own, and others are perhaps people.
        let is_worded = tokens.get(right.tokens.start).is_some_and(|token| token.kind == TokenKind::Number);
        if is_open
            && is_worded
            && is_amount(right.counted)
            && is_next_bracket(tokens, left, right)
            && is_trade(left.tokens.start)
        {
            left.counted = right.counted;
            left.unit_from = Some(right.unit_from.clone().unwrap_or_else(|| right.range.clone()));
        }
    }
}

/// True if a word of trade begins here.
pub(super) fn is_flow(tokens: &[Token], at: usize) -> bool {
    let mut found = tokens.get(at..).into_iter().flat_map(words::matches);
    found.any(|found| matches!(found.kind, WordKind::Flow | WordKind::FlowVerb | WordKind::FlowMarket))
}

/// `молока продано на 2,9 млрд долларов, мяса — на 1,2 млрд`: one word stands in front of both amounts, and nothing in between
/// counts anything.
fn is_framed(tokens: &[Token], left: &TextFigure, right: &TextFigure) -> bool {
    let gap = left.tokens.end..right.tokens.start;
    let stem = |at: Option<usize>| at.and_then(|at| tokens.get(at)).map_or("", |token| token.stem);
    let front = |figure: &TextFigure| stem(figure.tokens.start.checked_sub(1));
    let is_listed = matches!(stem(Some(right.tokens.end)), "-" | "—")
        && matches!(stem(Some(right.tokens.end + 1)), "на" | "в" | "to" | "from");
    let is_same = front(left) == front(right)
        && matches!(front(right), "на" | "до" | "to" | "at" | "of" | "with" | "—" | "-");
    // `imports of 48 billion`, `gold with 10 billion`, but not `a country of 51 million` or `a workforce of 18 million`.
    let is_named = |at: usize| {
        let mut found = tokens.get(at..right.tokens.start).into_iter().flat_map(words::matches);
        found.any(|found| {
            at + found.length + 1 == right.tokens.start
                && matches!(found.kind, WordKind::Flow | WordKind::Product)
        })
    };
    let is_loose = !is_listed && matches!(front(right), "at" | "of" | "with" | "to");
    let counts = |at: usize| {
        let mut found = tokens.get(at..gap.end).into_iter().flat_map(words::matches);
        let is_end = |token: &Token| token.kind == TokenKind::LineEnd || matches!(token.stem, ";" | "；");
        tokens.get(at).is_some_and(is_end)
            || found
                .any(|found| matches!(found.kind, WordKind::OtherUnit | WordKind::NoTrade | WordKind::Amount))
    };
    (is_same || is_listed)
        && gap.len() <= REACH
        && (!is_loose || gap.clone().any(is_named))
        && !is_weight(left.counted)
        && right.multiplier > 3
        && is_complete(tokens, right)
        && !gap.clone().any(counts)
}

/// The most words between two amounts in one frame.
const REACH: usize = 14;

pub(super) fn is_ratio(counted: CountedIn) -> bool {
    matches!(counted, CountedIn::Unit(Unit::Percent | Unit::Factor | Unit::Points))
}

fn is_amount(counted: CountedIn) -> bool {
    matches!(counted, CountedIn::Money(_))
        || is_weight(counted)
        || matches!(counted, CountedIn::Unit(Unit::Money(_)))
}

fn is_weight(counted: CountedIn) -> bool {
    matches!(counted, CountedIn::Unit(Unit::Amount(_)))
}

/// `Чили ($1,9 млн), Перу (1,2 млн)`: both alone in brackets, behind a short name.
fn is_next_bracket(tokens: &[Token], left: &TextFigure, right: &TextFigure) -> bool {
    let between = tokens.get(left.tokens.end..right.tokens.start).unwrap_or_default();
    let stems: Vec<&str> = between.iter().map(|token| token.stem).collect();
    let is_next = match stems.as_slice() {
        [")", "," | "и" | "and", name @ .., "("] | [")", "," | "и" | "and", name @ .., "(", "на"] => {
            (1..=3).contains(&name.len())
        }
        _ => false,
    };
    is_next && tokens.get(right.tokens.end).is_some_and(|token| token.stem == ")")
}

/// False if the sentence has counted anything else before: the amount may be of that as well.
fn all_alike(before: &[TextFigure], left: &TextFigure) -> bool {
    before.iter().all(|figure| match figure.counted {
        CountedIn::Unknown => !figure.has_scale,
        CountedIn::Things => false,
        counted @ (CountedIn::Unit(_) | CountedIn::Money(_)) => {
            counted == left.counted || !is_amount(counted)
        }
    })
}

/// Kinds of words that say what an amount is of, or what it is compared with.
const TELLING: [WordKind; 8] = [
    WordKind::Flow,
    WordKind::FlowVerb,
    WordKind::Place,
    WordKind::Demonym,
    WordKind::OfWhich,
    WordKind::From,
    WordKind::Versus,
    WordKind::Yoy,
];

/// Kinds of words that may stand next to them.
const PASSED: [WordKind; 5] =
    [WordKind::Product, WordKind::Change, WordKind::To, WordKind::Bound, WordKind::Percent];

/// Words that only join two amounts.
const JOINING: &[&str] = &[
    ",",
    "，",
    ";",
    "；",
    ":",
    "-",
    "—",
    "(",
    ")",
    "and",
    "и",
    "а",
    "or",
    "ил",
    "всег",
    "тогд",
    "как",
    "while",
    "with",
    "of",
    "to",
    "into",
    "in",
    "by",
    "at",
    "the",
    "its",
    "was",
    "were",
    "went",
    "reached",
    "totaled",
    "totalled",
    "amounted",
    "came",
    "stood",
    "в",
    "во",
    "на",
    "до",
    "составил",
    "составля",
    "достиг",
    "为",
    "达",
];

/// True if nothing is in between but words of trade, and no place that the amount may be the people of.
fn is_parallel(tokens: &[Token], before: &[TextFigure], left: &TextFigure, right: &TextFigure) -> bool {
    let gap = left.tokens.end..right.tokens.start;
    let Some(kinds) = kinds_between(tokens, before, gap.clone()) else { return false };
    let stem = |at: usize| tokens.get(at).map_or("", |token| token.stem);
    let (last, next) = (stem(right.tokens.start - 1), stem(right.tokens.end));
    // `нефть — 4 млрд долларов, газ — 900 млн`
    let are_behind_one = matches!(last, "-" | "—" | "на")
        && left.tokens.start.checked_sub(1).is_some_and(|at| stem(at) == last);
    let is_told = are_behind_one || kinds.iter().any(|kind| TELLING.contains(kind));
    // `to Egypt, 110 million`: perhaps its people; `to Egypt, 1.2 million to Chad`: no.
    let is_apart = !matches!(last, "," | "，" | "and" | "и" | ":" | ";" | "(" | ")")
        || matches!(next, "to" | "from" | "в" | "во" | "из" | "на");
    // `barley — 1 million tonnes for 200 million`
    let is_paid = is_weight(left.counted) && matches!(last, "на" | "at" | "with" | "of" | "в" | "by");
    let is_within = !kinds.contains(&WordKind::OfWhich) || size(right) <= size(left);
    let is_of = last != "of" || kinds.last().is_some_and(|kind| *kind == WordKind::Flow);
    // Thousands behind money are rather pieces.
    let is_large = is_weight(left.counted) || right.multiplier > 3;
    is_told && is_apart && !is_paid && is_within && is_of && is_large
}

/// The kinds of the words in between; `None` if one is not known, or counts something.
fn kinds_between(tokens: &[Token], figures: &[TextFigure], gap: Range<usize>) -> Option<Vec<WordKind>> {
    let (mut kinds, mut at) = (Vec::new(), gap.start);
    while at < gap.end {
        if let Some(ratio) = figures.iter().find(|figure| figure.tokens.start == at) {
            at = ratio.tokens.end;
            continue;
        }
        let rest = tokens.get(at..gap.end)?;
        let is_known = |kind| TELLING.contains(kind) || PASSED.contains(kind);
        let counts = |found: &words::Match| matches!(found.kind, WordKind::OtherUnit | WordKind::NoTrade);
        let found: Vec<words::Match> = words::matches(rest).collect();
        if found.iter().any(counts) || rest.first()?.kind == TokenKind::LineEnd {
            return None;
        }
        if let Some(found) = found.iter().find(|found| is_known(&found.kind)) {
            kinds.push(found.kind);
            at += found.length;
        } else if JOINING.contains(&rest.first()?.stem) {
            at += 1;
        } else {
            return None;
        }
    }
    Some(kinds)
}

fn size(figure: &TextFigure) -> Option<Decimal> {
    let factor = Decimal::from(10_i64.checked_pow(u32::try_from(figure.multiplier).ok()?)?);
    figure.value?.value().checked_mul(factor)
}

/// True for a figure that no word in front or behind gives a unit of its own, known or not.
pub(super) fn is_complete(tokens: &[Token], figure: &TextFigure) -> bool {
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
