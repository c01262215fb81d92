//! Words around an amount that say if it is a change.

use crate::dataset::Unit;
use crate::draft::figure::{CountedIn, TextFigure};
use crate::draft::sentence::{KnownPhrase, Sentence};
use crate::draft::words::WordKind;

/// Tokens directly in front of a figure that say nothing of its part: articles, words that limit it, a bracket.
pub(super) fn skip_back(sentence: &Sentence, from: usize, start: usize) -> usize {
    let mut at = from;
    while at > start {
        let bound = sentence
            .marks
            .iter()
            .find(|mark| mark.end == at && matches!(mark.kind, WordKind::Bound) && mark.start >= start);
        let stem = sentence.stem(at - 1);
        let is_filler = matches!(
            stem,
            "a" | "an"
                | "the"
                | "record"
                | "some"
                | "another"
                | "just"
                | "only"
                | "about"
                | "nearly"
                | "almost"
                | "сразу"
                | "всего"
                | "лишь"
        );
        at = match bound {
            Some(bound) if is_skipped(sentence, bound, stem) && !is_than(sentence, bound) => bound.start,
            _ if is_filler => at - 1,
            _ => return at,
        };
    }
    at
}

/// False for `up`, `over` and `above`, which may say a direction, unless `by` stands in front: `fell by over $3 million`.
fn is_skipped(sentence: &Sentence, bound: &KnownPhrase, stem: &str) -> bool {
    let is_by = sentence.stem(bound.start.saturating_sub(1)) == "by";
    is_by || !matches!(stem, "up" | "over" | "above")
}

pub(super) fn is_percent(figure: &TextFigure) -> bool {
    figure.counted == CountedIn::Unit(Unit::Percent)
}

pub(super) fn is_noun_word(stem: &str) -> bool {
    matches!(
        stem,
        "increase"
            | "decrease"
            | "rise"
            | "fall"
            | "drop"
            | "decline"
            | "growth"
            | "gain"
            | "jump"
            | "surge"
            | "reduction"
            | "improvement"
            | "expansion"
            | "contraction"
            | "slump"
            | "increases"
            | "decreases"
            | "рост"
            | "увеличен"
            | "снижен"
            | "сокращен"
            | "прирост"
    )
}

/// `more than`, `less than` behind a figure compare.
pub(in crate::draft::read) fn is_than(sentence: &Sentence, mark: &KnownPhrase) -> bool {
    let is_behind = sentence.figures.iter().any(|figure| figure.tokens.end == mark.start);
    mark.kind == WordKind::Bound && sentence.stem(mark.end - 1) == "than" && is_behind
}
