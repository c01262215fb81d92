//! Partners right behind a figure.

use std::ops::Range;

use super::passive;
use crate::draft::read::figure_context::FigureContext;
use crate::draft::sentence::{KnownPhrase, Sentence};
use crate::draft::words::WordKind;

/// True for a place directly behind a figure: `a 5 percent rise with Kenya`, `$3 billion from Chile`.
pub(super) fn is_attached(sentence: &Sentence, figure: usize, mark: &KnownPhrase) -> bool {
    let behind = behind_brackets(sentence, figure);
    let stops = [
        ",", ";", "(", ")", "and", "while", "，", "、", "；", "（", "but", "as", "compared", "и", "а",
        "whereas",
    ];
    let gap = behind.start..mark.start;
    mark.start < behind.end
        && gap.len() <= 9
        && !sentence.has(gap.clone(), &[WordKind::OfWhich])
        && !gap.clone().any(|at| stops.contains(&sentence.stem(at)))
        && !sentence.has(over_flow(sentence, gap.start)..mark.start, &[WordKind::Flow])
        && gap.clone().any(|at| {
            passive(sentence, at).is_some()
                || matches!(
                    sentence.stem(at),
                    "to" | "from"
                        | "with"
                        | "for"
                        | "в"
                        | "во"
                        | "на"
                        | "с"
                        | "со"
                        | "из"
                        | "in"
                        | "at"
                        | "往"
                        | "自"
                )
        })
}

/// The tokens behind a figure, its growth in brackets aside: `imported goods worth $72 bn (+5.8%) from Chile`.
fn behind_brackets(sentence: &Sentence, figure: usize) -> Range<usize> {
    let behind = sentence.behind(figure);
    if sentence.is_in_brackets(figure) && sentence.stem(behind.start) == ")" {
        return behind.start + 1..behind.end.max(behind.start + 1);
    }
    let is_open = sentence.stem(behind.start) == "(" && behind.len() == 1;
    let next = sentence.behind(figure + 1);
    if is_open && sentence.stem(next.start) == ")" {
        next.start + 1..next.end.max(next.start + 1)
    } else {
        behind
    }
}

/// The token behind a flow that a figure is an adjective of: `a $7 billion trade deficit with Asia`.
fn over_flow(sentence: &Sentence, at: usize) -> usize {
    let flow = sentence.mark_at(at, WordKind::Flow);
    let end = flow.map_or(at, |flow| flow.end);
    if matches!(sentence.stem(end), "with" | "to" | "from") { end } else { at }
}

/// True for a place that the figure before this one has already taken: `$5 bn to Chile, $4 bn to Peru`. It has taken it where
/// the list goes on behind it, or where this figure has a place behind it, too: `40 т из Чили и 9 т из Перу`.
pub(super) fn is_attached_before(context: &FigureContext, mark: &KnownPhrase) -> bool {
    let sentence = context.sentence;
    let Some(before) = context.at.checked_sub(1) else { return false };
    let has_own = || sentence.places.iter().any(|place| is_attached(sentence, context.at, &place.mark));
    is_attached(sentence, before, mark) && (is_closed(sentence, before, mark.end) || has_own())
}

/// True if the words of a figure end behind its place.
fn is_closed(sentence: &Sentence, figure: usize, at: usize) -> bool {
    at < sentence.behind(figure).end
        && matches!(sentence.stem(at), "," | "and" | ";" | ")" | "." | "и" | "а" | "while")
}
