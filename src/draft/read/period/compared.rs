//! Periods that a figure is compared with.

use super::attached::is_behind_number;
use crate::draft::calendar::{Mention, NamedPeriod, YearSaid};
use crate::draft::read::measure::is_than;
use crate::draft::sentence::Sentence;
use crate::draft::words::WordKind;

/// Words between one of comparison and its period: `compared with the same month`.
const PASSED_WORDS: [&str; 25] = [
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
    "итог",
    "по",
];

/// True for a period that a figure is compared with: `compared with May 2018`, `к маю`, `over the previous month`.
pub(in crate::draft::read) fn is_base(sentence: &Sentence, mention: &Mention) -> bool {
    if matches!(mention.span, NamedPeriod::Same { .. }) {
        return true;
    }
    if matches!(mention.span, NamedPeriod::SoFar | NamedPeriod::ThisMonth | NamedPeriod::LastMonth { .. }) {
        return false;
    }
    let since = mention.tokens.start.saturating_sub(1);
    if sentence.stem(since) == "since" && sentence.figures.iter().any(|figure| figure.tokens.end == since) {
        return true;
    }
    let is_long =
        matches!(mention.span, NamedPeriod::Months { count: 2..=11, .. } | NamedPeriod::Length { .. });
    let mut at = mention.tokens.start;
    for _ in 0..6 {
        let ends = sentence.marks.iter().rev().filter(|mark| mark.end == at);
        for mark in ends {
            if mark.kind == WordKind::Versus {
                let is_loose = matches!(sentence.stem(mark.start), "over" | "on");
                return !is_loose || (!is_long && is_behind_number(sentence, mark.start));
            }
            if mark.kind == WordKind::From {
                return !is_long;
            }
            // `на 19% больше января-июня прошлого года`
            if matches!(sentence.stem(mark.start), "больш" | "меньш" | "выш" | "ниж") {
                return true;
            }
            if mark.kind == WordKind::Yoy && sentence.is_chinese() && at == mention.tokens.start {
                return true;
            }
            // 已超去年全年7.09万亿元
            let end = mention.tokens.end;
            let has_amount =
                sentence.figures.iter().any(|figure| (end..end + 6).contains(&figure.tokens.start));
            let is_exceeded = sentence.is_chinese() && mark.code == "at_least" && has_amount;
            if mark.kind == WordKind::Bound && (is_than(sentence, mark) || is_exceeded) {
                return true;
            }
        }
        let Some(previous) = at.checked_sub(1).filter(|at| *at >= sentence.tokens.start) else {
            return false;
        };
        let flow = sentence.marks.iter().find(|mark| mark.kind == WordKind::Flow && mark.end == at);
        if let Some(flow) = flow.filter(|_| at < mention.tokens.start) {
            at = flow.start;
            continue;
        }
        if !PASSED_WORDS.contains(&sentence.stem(previous)) {
            return false;
        }
        at = previous;
    }
    false
}

/// `last year`, which often means the same months of it.
pub(super) fn is_last_year(mention: &Mention) -> bool {
    matches!(mention.span, NamedPeriod::Months { first: 1, count: 12, year: YearSaid::Last })
}
