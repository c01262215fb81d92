//! Periods that a figure is compared with.

use super::attached::is_behind_number;
use crate::draft::calendar::{Mention, NamedPeriod, YearSaid};
use crate::draft::read::measure::is_than;
use crate::draft::sentence::{KnownPhrase, Sentence};
use crate::draft::words::WordKind;

/// Words between one of comparison and its period: `compared with the same month`.
const PASSED_WORDS: [&str; 26] = [
    "the",
    "in",
    "for",
    "all",
    "of",
    "total",
    "that",
    "в",
    "за",
    "во",
    "same",
    "record",
    "figure",
    "level",
    "value",
    "amount",
    "volume",
    "those",
    "month",
    "recorded",
    "registered",
    "показател",
    "уровн",
    "уровен",
    "итог",
    "по",
];

/// The number of words in front of a period among which one of comparison is looked for.
const REACH: usize = 6;

/// True for a period that a figure is compared with: `compared with May 2018`, `к маю`, `over the previous month`.
pub(in crate::draft::read) fn is_base(sentence: &Sentence, mention: &Mention) -> bool {
    match mention.span {
        NamedPeriod::Same { .. } => true,
        NamedPeriod::SoFar | NamedPeriod::ThisMonth | NamedPeriod::LastMonth { .. } => false,
        NamedPeriod::Months { .. } | NamedPeriod::Length { .. } | NamedPeriod::ThisQuarter => {
            is_behind_since(sentence, mention) || is_behind_comparison(sentence, mention)
        }
    }
}

/// `up 5% since May`
fn is_behind_since(sentence: &Sentence, mention: &Mention) -> bool {
    let since = mention.tokens.start.saturating_sub(1);
    sentence.stem(since) == "since" && sentence.figures.iter().any(|figure| figure.tokens.end == since)
}

fn is_behind_comparison(sentence: &Sentence, mention: &Mention) -> bool {
    let mut at = mention.tokens.start;
    for _ in 0..REACH {
        let mut marks = sentence.marks.iter().rev().filter(|mark| mark.end == at);
        if let Some(is_base) = marks.find_map(|mark| says_base(sentence, mention, mark)) {
            return is_base;
        }
        if is_level_before(sentence, mention, at) {
            return true;
        }
        match passed(sentence, mention, at) {
            Some(previous) => at = previous,
            None => return false,
        }
    }
    false
}

/// The meaning of a phrase in front of a period: true if it is compared with, false if it is not.
fn says_base(sentence: &Sentence, mention: &Mention, mark: &KnownPhrase) -> Option<bool> {
    let is_long =
        matches!(mention.span, NamedPeriod::Months { count: 2..=11, .. } | NamedPeriod::Length { .. });
    if mark.kind == WordKind::Versus {
        let is_loose = matches!(sentence.stem(mark.start), "over" | "on");
        return Some(!is_loose || (!is_long && is_behind_number(sentence, mark.start)));
    }
    if mark.kind == WordKind::From {
        return Some(!is_long);
    }
    // `на 19% больше января-июня прошлого года`
    let is_more = matches!(sentence.stem(mark.start), "больш" | "меньш" | "выш" | "ниж");
    let is_yoy = mark.kind == WordKind::Yoy && sentence.is_chinese() && mark.end == mention.tokens.start;
    // 已超去年全年7.09万亿元
    let near = mention.tokens.end..mention.tokens.end + REACH;
    let has_amount = || sentence.figures.iter().any(|figure| near.contains(&figure.tokens.start));
    let is_exceeded = || sentence.is_chinese() && mark.code == "at_least" && has_amount();
    let is_bound = mark.kind == WordKind::Bound && (is_than(sentence, mark) || is_exceeded());
    (is_more || is_yoy || is_bound).then_some(true)
}

/// `0.7% below those of May`: words that say where a place is, unless a number stands in front of them.
fn is_level_before(sentence: &Sentence, mention: &Mention, at: usize) -> bool {
    let Some(word) = at.checked_sub(1).filter(|_| at < mention.tokens.start) else { return false };
    // `превысив уровень 2022 года`
    let is_level = matches!(sentence.stem(at), "уровн" | "уровен" | "показател" | "результат");
    if is_level && ["превыс", "превыш"].iter().any(|verb| sentence.stem(word).starts_with(verb)) {
        return true;
    }
    matches!(sentence.stem(word), "below" | "above")
        && sentence.figures.iter().any(|figure| figure.tokens.end == word)
}

/// The start of a flow or of a word that may stand between one of comparison and its period.
fn passed(sentence: &Sentence, mention: &Mention, at: usize) -> Option<usize> {
    let previous = at.checked_sub(1).filter(|at| *at >= sentence.tokens.start)?;
    let flow = sentence.marks.iter().find(|mark| mark.kind == WordKind::Flow && mark.end == at);
    match flow.filter(|_| at < mention.tokens.start) {
        Some(flow) => Some(flow.start),
        None => PASSED_WORDS.contains(&sentence.stem(previous)).then_some(previous),
    }
}

/// `last year`, which often means the same months of it.
pub(super) fn is_last_year(mention: &Mention) -> bool {
    matches!(mention.span, NamedPeriod::Months { first: 1, count: 12, year: YearSaid::Last })
}
