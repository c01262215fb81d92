//! Words that say which way goods go only together with a preposition further behind: `sent 5 tonnes of rice to Chile`,
//! `sales of rice to Chile`.

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
    let covers = |mark: &KnownPhrase, at: usize| (mark.start..mark.end).contains(&at);
    let is_known = |at: usize| sentence.marks.iter().any(|mark| covers(mark, at));
    let exports = |kind: WordKind, at: usize| KnownPhrase { kind, code: "exports", start: at, end: at + 1 };
    let verbs = verbs
        .filter(|at| !is_known(*at) && sends_to_place(sentence, *at))
        .map(|at| exports(WordKind::FlowVerb, at));
    // `sales` is a word that ends names, which takes it for no trade.
    let is_other =
        |at: usize| sentence.marks.iter().any(|mark| mark.kind != WordKind::Stop && covers(mark, at));
    let sales = sentence.tokens.clone().filter(|at| !is_other(*at) && are_sales_to_place(sentence, *at));
    verbs.chain(sales.map(|at| exports(WordKind::Flow, at))).collect()
}

/// `Sales of potatoes to Russia`: to a place right behind their goods; `retail sales of cars` stay at home.
fn are_sales_to_place(sentence: &Sentence, at: usize) -> bool {
    if (sentence.stem(at), sentence.stem(at + 1)) != ("sales", "of") {
        return false;
    }
    let end = sentence.clause_end(at).min(at + 8);
    let to = (at + 2..end).find(|at| sentence.stem(*at) == "to");
    to.is_some_and(|to| is_place_behind(sentence, to) && !(at..to).any(|at| sentence.is_taken(at)))
}

fn is_place_behind(sentence: &Sentence, to: usize) -> bool {
    let next = to + 1 + usize::from(sentence.stem(to + 1) == "the");
    PLACES.iter().any(|kind| sentence.mark_at(next, *kind).is_some())
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
    (figure.tokens.end..end).any(|at| sentence.stem(at) == "to" && is_place_behind(sentence, at))
}
