//! Verbs that say which way goods go only together with a preposition behind their amount: `sent 5 tonnes of rice to Chile`.

use super::Sentence;
use super::known_phrase::{KnownPhrase, PLACES};
use crate::dataset::Unit;
use crate::draft::figure::CountedIn;
use crate::draft::words::WordKind;

/// The farthest that the preposition stands behind the amount or the share.
const REACH: usize = 14;

/// The verbs of a sentence whose marks are known otherwise.
pub(super) fn find(sentence: &Sentence) -> Vec<KnownPhrase> {
    let verbs = sentence.tokens.clone().filter(|at| is_verb(sentence.stem(*at)));
    let is_known = |at: usize| sentence.marks.iter().any(|mark| (mark.start..mark.end).contains(&at));
    verbs
        .filter(|at| !is_known(*at) && sends_to_place(sentence, *at))
        .map(|at| KnownPhrase { kind: WordKind::FlowVerb, code: "exports", start: at, end: at + 1 })
        .collect()
}

fn is_verb(stem: &str) -> bool {
    matches!(stem, "sent" | "sends" | "sending" | "delivered" | "supplied" | "supplies" | "supplying")
}

/// True if a figure of goods follows the verb, and `to` with a place follows the figure.
fn sends_to_place(sentence: &Sentence, verb: usize) -> bool {
    let is_of_goods = |counted| {
        matches!(
            counted,
            CountedIn::Money(_) | CountedIn::Unit(Unit::Money(_) | Unit::Amount(_) | Unit::Percent)
        )
    };
    let figure = sentence.figures.iter().find(|figure| figure.tokens.start > verb);
    let Some(figure) = figure.filter(|figure| {
        let is_near = figure.tokens.start - verb <= 6;
        is_near && is_of_goods(figure.counted) && sentence.clause_end(verb) >= figure.tokens.end
    }) else {
        return false;
    };
    let end = sentence.clause_end(figure.tokens.end).min(figure.tokens.end + REACH);
    let is_place = |at: usize| PLACES.iter().any(|kind| sentence.mark_at(at, *kind).is_some());
    (figure.tokens.end..end).any(|at| {
        let next = at + 1 + usize::from(sentence.stem(at + 1) == "the");
        sentence.stem(at) == "to" && is_place(next)
    })
}
