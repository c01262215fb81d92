//! The product that stands next to a flow.

use std::ops::Range;

use super::NAMES;
use super::aside::is_aside;
use super::han;
use super::phrase::{extended, extended_back, phrase, words_before};
use super::topic::{chinese_before, named_topic, topic};
use crate::dataset::Flow;
use crate::draft::read::flow::SaidFlow;
use crate::draft::scene::{KnownPhrase, SentenceScene};
use crate::draft::token::TokenKind;
use crate::draft::words::WordKind;

/// `re-exports`, `domestic exports`: goods by where they were made.
fn kind_of_exports(scene: &SentenceScene, flow: &SaidFlow) -> Option<Range<usize>> {
    let word = |stem: &str| (flow.start..flow.end).any(|at| scene.stem(at) == stem);
    if scene.stem(flow.start) == "再" && flow.flow == Flow::Exports {
        return Some(flow.start..flow.start + 3);
    }
    let is_kind = word("re") || word("reexports") || word("domestic");
    // `non-oil domestic exports`
    let start = words_before(scene, flow).map_or(flow.start, |words| words.start);
    (is_kind && flow.flow == Flow::Exports).then_some(start..flow.end)
}

/// The product of a flow: `exports of cars`, `crude oil imports`, 出口农产品, `экспорт пшеницы`.
pub(super) fn of_flow(scene: &SentenceScene, flow: &SaidFlow, figure: usize) -> Option<Range<usize>> {
    let is_total = flow.flow == Flow::Total;
    if let Some(at) =
        (flow.start..flow.end).find(|at| matches!(scene.stem(*at), "goods" | "merchandise" | "services"))
    {
        let is_both = (flow.start..flow.end).any(|other| other > at && scene.stem(other) == "services");
        return Some(at..if is_both { flow.end } else { at + 1 });
    }
    if let Some(tokens) = excluding(scene, flow) {
        return Some(tokens);
    }
    if let Some(tokens) = kind_of_exports(scene, flow) {
        return Some(tokens);
    }
    if let Some(tokens) = topic(scene, flow) {
        return Some(tokens);
    }
    let mut at = flow.end;
    if flow.flow == Flow::Balance {
        while matches!(scene.stem(at), "in" | "of" | "the" | "trade" | "foreign" | "торговл" | "внешн")
        {
            at += 1;
        }
        at = if NAMES.iter().any(|kind| scene.mark_at(at, *kind).is_some()) { at } else { flow.end };
    }
    let is_of = matches!(scene.stem(at), "of" | "in");
    at += usize::from(is_of);
    if scene.stem(at) == "the" {
        at += 1;
    }
    if let Some(mark) = NAMES.iter().find_map(|kind| scene.mark_at(at, *kind))
        && (mark.end <= figure || flow.start >= figure)
    {
        return Some(extended(scene, mark, scene.tokens.end));
    }
    if is_of
        && scene.stem(flow.end) == "of"
        && let Some(tokens) = phrase(scene, at, figure.max(at))
    {
        return Some(tokens);
    }
    // Behind the places: `exports to Chile of copper`.
    let named = scene
        .marks_in(flow.end..figure.max(flow.end), &NAMES)
        .find(|mark| scene.stem(mark.start.saturating_sub(1)) == "of" && !is_aside(scene, mark, figure));
    if let Some(mark) = named {
        return Some(extended(scene, mark, figure));
    }
    let before = NAMES
        .iter()
        .find_map(|kind| scene.marks.iter().find(|mark| mark.end == flow.start && mark.kind == *kind));
    if let Some(mark) = before {
        // `semiconductor parts exports`
        let is_next = |other: &&KnownPhrase| other.end == mark.start && other.kind == WordKind::Product;
        let start = scene.marks.iter().find(is_next).map_or(mark.start, |first| first.start);
        let start = with_first_word(scene, start);
        let tokens = extended_back(scene, mark);
        return Some(start.min(tokens.start)..tokens.end);
    }
    if let Some(mark) = chinese_before(scene, flow) {
        return Some(mark.start..mark.end);
    }
    let unknown = han::behind(scene, flow, figure).or_else(|| han::before(scene, flow));
    if let Some(tokens) = unknown.or_else(|| named_topic(scene, flow)) {
        return Some(tokens);
    }
    if is_total { None } else { words_before(scene, flow) }
}

/// `Semiconductor parts exports`: the start of a name with one word that begins the sentence or the member of a list.
fn with_first_word(scene: &SentenceScene, start: usize) -> usize {
    let Some(word) = start.checked_sub(1).filter(|word| scene.tokens.contains(word)) else { return start };
    let token = scene.article.tokens.get(word);
    let is_plain = token.is_some_and(|token| {
        token.kind == TokenKind::Word
            && token.stem.is_ascii()
            && token.stem.len() > 3
            && !["ing", "ed", "ly", "er"].iter().any(|ending| token.stem.ends_with(ending))
    });
    let is_known = scene.is_taken(word) || scene.is_in_phrase(word);
    let is_first = word == scene.tokens.start || matches!(scene.stem(word - 1), "," | ";");
    if is_plain && is_first && !is_known { word } else { start }
}

/// `exports excluding ships, aircraft and fuel`: all but some products.
fn excluding(scene: &SentenceScene, flow: &SaidFlow) -> Option<Range<usize>> {
    let is_excluding = matches!(scene.stem(flow.end), "excluding" | "except");
    let mark = scene.marks_in(flow.end + 1..scene.tokens.end, &NAMES).next().filter(|_| is_excluding)?;
    let is_near = mark.start <= flow.end + 5 && (flow.end..mark.start).all(|at| !scene.is_taken(at));
    is_near.then(|| flow.end..extended(scene, mark, scene.tokens.end).end)
}
