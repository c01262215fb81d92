//! The product that stands next to a flow.

use std::ops::Range;

use super::aside::is_aside;
use super::han;
use super::names::NAMES;
use super::phrase::{extended, extended_back, phrase, words_before};
use super::topic::{chinese_before, named_topic, topic};
use crate::dataset::Flow;
use crate::draft::read::said_flow::SaidFlow;
use crate::draft::sentence::{KnownPhrase, Sentence};
use crate::draft::token::TokenKind;
use crate::draft::words::WordKind;

/// `re-exports`, `domestic exports`: goods by where they were made.
fn kind_of_exports(sentence: &Sentence, flow: &SaidFlow) -> Option<Range<usize>> {
    let word = |stem: &str| (flow.start..flow.end).any(|at| sentence.stem(at) == stem);
    if sentence.stem(flow.start) == "再" && flow.flow == Flow::Exports {
        return Some(flow.start..flow.start + 3);
    }
    let is_kind = word("re") || word("reexports") || word("domestic");
    // `non-oil domestic exports`
    let start = words_before(sentence, flow).map_or(flow.start, |words| words.start);
    (is_kind && flow.flow == Flow::Exports).then_some(start..flow.end)
}

/// The product of a flow: `exports of cars`, `crude oil imports`, 出口农产品, `экспорт пшеницы`.
pub(super) fn of_flow(sentence: &Sentence, flow: &SaidFlow, figure: usize) -> Option<Range<usize>> {
    let is_total = flow.flow == Flow::Total;
    if let Some(at) =
        (flow.start..flow.end).find(|at| matches!(sentence.stem(*at), "goods" | "merchandise" | "services"))
    {
        let is_both = (flow.start..flow.end).any(|other| other > at && sentence.stem(other) == "services");
        return Some(at..if is_both { flow.end } else { at + 1 });
    }
    if let Some(tokens) = excluding(sentence, flow) {
        return Some(tokens);
    }
    if let Some(tokens) = kind_of_exports(sentence, flow) {
        return Some(tokens);
    }
    if let Some(tokens) = topic(sentence, flow) {
        return Some(tokens);
    }
    let mut at = flow.end;
    if flow.flow == Flow::Balance {
        while matches!(sentence.stem(at), "in" | "of" | "the" | "trade" | "foreign" | "торговл" | "внешн")
        {
            at += 1;
        }
        at = if NAMES.iter().any(|kind| sentence.mark_at(at, *kind).is_some()) { at } else { flow.end };
    }
    let is_of = matches!(sentence.stem(at), "of" | "in");
    at += usize::from(is_of);
    if sentence.stem(at) == "the" {
        at += 1;
    }
    if let Some(mark) = NAMES.iter().find_map(|kind| sentence.mark_at(at, *kind))
        && (mark.end <= figure || flow.start >= figure)
    {
        return Some(extended(sentence, mark, sentence.tokens.end));
    }
    if is_of
        && sentence.stem(flow.end) == "of"
        && let Some(tokens) = phrase(sentence, at, figure.max(at))
    {
        return Some(tokens);
    }
    // Behind the places: `exports to Chile of copper`.
    let named = sentence.marks_in(flow.end..figure.max(flow.end), &NAMES).find(|mark| {
        sentence.stem(mark.start.saturating_sub(1)) == "of" && !is_aside(sentence, mark, figure)
    });
    if let Some(mark) = named {
        return Some(extended(sentence, mark, figure));
    }
    let before = NAMES
        .iter()
        .find_map(|kind| sentence.marks.iter().find(|mark| mark.end == flow.start && mark.kind == *kind));
    if let Some(mark) = before {
        // `semiconductor parts exports`
        let is_next = |other: &&KnownPhrase| other.end == mark.start && other.kind == WordKind::Product;
        let start = sentence.marks.iter().find(is_next).map_or(mark.start, |first| first.start);
        let start = with_first_word(sentence, start);
        let tokens = extended_back(sentence, mark);
        return Some(start.min(tokens.start)..tokens.end);
    }
    if let Some(mark) = chinese_before(sentence, flow) {
        return Some(mark.start..mark.end);
    }
    let unknown = han::behind(sentence, flow, figure).or_else(|| han::before(sentence, flow));
    if let Some(tokens) = unknown.or_else(|| named_topic(sentence, flow)) {
        return Some(tokens);
    }
    if is_total { None } else { words_before(sentence, flow) }
}

/// `Semiconductor parts exports`: the start of a name with one word that begins the sentence or the member of a list.
fn with_first_word(sentence: &Sentence, start: usize) -> usize {
    let Some(word) = start.checked_sub(1).filter(|word| sentence.tokens.contains(word)) else { return start };
    let token = sentence.article.tokens.get(word);
    let is_plain = token.is_some_and(|token| {
        token.kind == TokenKind::Word
            && token.stem.is_ascii()
            && token.stem.len() > 3
            && !["ing", "ed", "ly", "er"].iter().any(|ending| token.stem.ends_with(ending))
    });
    let is_known = sentence.is_taken(word) || sentence.is_in_phrase(word);
    let is_first = word == sentence.tokens.start || matches!(sentence.stem(word - 1), "," | ";");
    if is_plain && is_first && !is_known { word } else { start }
}

/// `exports excluding ships, aircraft and fuel`: all but some products.
fn excluding(sentence: &Sentence, flow: &SaidFlow) -> Option<Range<usize>> {
    let is_excluding = matches!(sentence.stem(flow.end), "excluding" | "except");
    let mark =
        sentence.marks_in(flow.end + 1..sentence.tokens.end, &NAMES).next().filter(|_| is_excluding)?;
    let is_near = mark.start <= flow.end + 5 && (flow.end..mark.start).all(|at| !sentence.is_taken(at));
    is_near.then(|| flow.end..extended(sentence, mark, sentence.tokens.end).end)
}
