//! Names of products as phrases: lists of known names, and small words next to a flow.

use std::ops::Range;

use super::names::NAMES;
use crate::dataset::Unit;
use crate::draft::figure::CountedIn;
use crate::draft::read::figure_context::FigureContext;
use crate::draft::read::said_flow::SaidFlow;
use crate::draft::sentence::{KnownPhrase, Sentence};
use crate::draft::token::TokenKind;
use crate::draft::words::WordKind;

/// The mark with the rest of its list: `electrical machinery, apparatus and appliances`.
pub(super) fn extended(sentence: &Sentence, mark: &KnownPhrase, end: usize) -> Range<usize> {
    let mut last = over_heads(sentence, mark.end);
    loop {
        let mut at = last;
        if matches!(sentence.stem(at), ",") && sentence.stem(at + 1) != "and" {
            let is_list = NAMES.iter().any(|kind| sentence.mark_at(at + 1, *kind).is_some())
                && has_and(sentence, at + 1, end);
            if !is_list {
                break;
            }
        }
        at += 1;
        if last < end && matches!(sentence.stem(last), "," | "and" | "&" | "и") {
            if sentence.stem(at) == "and" {
                at += 1;
            }
            // `copper ores and concentrates`
            if HEADS.contains(&sentence.stem(last - 1)) && over_heads(sentence, at) > at {
                last = over_heads(sentence, at);
                continue;
            }
            if let Some(next) = NAMES.iter().find_map(|kind| sentence.mark_at(at, *kind))
                && next.end <= end
                && sentence.mark_at(next.end, WordKind::Flow).is_none()
            {
                last = over_heads(sentence, next.end);
                continue;
            }
        }
        break;
    }
    mark.start..last
}

/// Words that go on with a name and change what it means: of cocoa, cocoa butter.
const HEADS: [&str; 35] = [
    "articles", "butter", "powder", "powders", "concentrate", "concentrates", "ore", "ores", "carbonate",
    "pulp", "oil", "oils", "meal", "paste", "cake", "juice", "wire", "alloys", "scrap", "fabrics", "fabric",
    "yarn", "yarns", "fibre", "fibres", "plates", "sheets", "pipes", "tubes", "rods", "bars", "seeds",
    "beans", "flour", "parts",
];

/// The token behind the words that a name goes on with.
fn over_heads(sentence: &Sentence, from: usize) -> usize {
    let is_free =
        |at: usize| !sentence.marks.iter().any(|mark| mark.start == at && mark.kind != WordKind::Stop);
    let end = (from..from + 2).find(|at| !(HEADS.contains(&sentence.stem(*at)) && is_free(*at)));
    end.unwrap_or(from + 2)
}

fn has_and(sentence: &Sentence, from: usize, end: usize) -> bool {
    (from..end.min(from + 6)).any(|at| matches!(sentence.stem(at), "and" | "и"))
}

pub(super) fn extended_back(sentence: &Sentence, mark: &KnownPhrase) -> Range<usize> {
    let mut start = mark.start;
    while start > sentence.tokens.start && matches!(sentence.stem(start - 1), "and" | "," | "&" | "и") {
        let is_both =
            matches!((sentence.stem(start.saturating_sub(2)), sentence.stem(start - 1)), (",", "and"));
        let end = start - 1 - usize::from(is_both);
        let before = NAMES
            .iter()
            .find_map(|kind| sentence.marks.iter().find(|other| other.end == end && other.kind == *kind));
        match before {
            Some(before) => start = before.start,
            None => break,
        }
    }
    start..mark.end
}

/// The whole list that a mark is the last member of: `Milk powder, butter, and cheese rose`.
pub(super) fn whole_list(sentence: &Sentence, mark: &KnownPhrase, end: usize) -> Range<usize> {
    let is_last = matches!(sentence.stem(mark.start.saturating_sub(1)), "and" | "&" | "и");
    let start = if is_last { extended_back(sentence, mark).start } else { mark.start };
    // `copper ores`
    let is_next = |other: &&KnownPhrase| other.end == start && other.kind == WordKind::Product;
    let start = sentence.marks.iter().find(is_next).map_or(start, |first| first.start);
    start..extended(sentence, mark, end).end
}

/// Small words up to one that ends a name: `exports of surgical gloves rose`.
pub(super) fn phrase(sentence: &Sentence, from: usize, end: usize) -> Option<Range<usize>> {
    let mut at = from;
    while at < end && at < from + 8 && is_name_word(sentence, at, at > from) {
        at += 1;
    }
    while at > from && matches!(sentence.stem(at - 1), "and" | "," | "-" | "&") {
        at -= 1;
    }
    let is_adverb = at == from + 1 && sentence.stem(from).ends_with("ly");
    let is_word = at > from && sentence.stem(from).chars().count() > 2 && !is_adverb;
    is_word.then_some(from..at)
}

fn is_name_word(sentence: &Sentence, at: usize, is_inner: bool) -> bool {
    let Some(token) = sentence.article.tokens.get(at) else { return false };
    if NAMES.iter().any(|kind| sentence.mark_at(at, *kind).is_some()) || is_inside_name(sentence, at) {
        return true;
    }
    if is_inner && matches!(token.stem, "and" | "-" | "&") {
        return at + 1 < sentence.tokens.end && (is_name_word(sentence, at + 1, false));
    }
    let is_small =
        token.kind == TokenKind::Word && !token.is_capital && token.stem.is_ascii() && !sentence.is_taken(at);
    is_small && !sentence.marks.iter().any(|mark| (mark.start..mark.end).contains(&at))
}

fn is_inside_name(sentence: &Sentence, at: usize) -> bool {
    sentence.marks.iter().any(|mark| NAMES.contains(&mark.kind) && (mark.start..mark.end).contains(&at))
}

/// Small words in front of a flow: `surgical glove exports`.
pub(super) fn words_before(sentence: &Sentence, flow: &SaidFlow) -> Option<Range<usize>> {
    let is_verb =
        sentence.marks.iter().any(|mark| mark.kind == WordKind::FlowVerb && mark.start == flow.start);
    if is_verb {
        return None;
    }
    let mut start = flow.start;
    while start > sentence.tokens.start && start + 6 > flow.start {
        let at = start - 1;
        let is_first = at == sentence.tokens.start;
        let token = sentence.article.tokens.get(at)?;
        let is_word = token.kind == TokenKind::Word
            && token.stem.is_ascii()
            && (!token.is_capital || is_first)
            && token.stem.len() > 2;
        let is_known = is_inside_name(sentence, at);
        let is_rank = token.stem.ends_with("est") && !matches!(token.stem, "forest" | "harvest");
        let is_joint = matches!(token.stem, "and" | "-")
            && start < flow.start
            && at > sentence.tokens.start
            && (is_plain(sentence, at - 1)
                || at - 1 == sentence.tokens.start && sentence.stem(at - 1) == "non");
        let is_other = sentence.is_taken(at)
            || sentence
                .marks
                .iter()
                .any(|mark| (mark.start..mark.end).contains(&at) && !NAMES.contains(&mark.kind));
        if !(is_known || is_joint || (is_word && !is_other && !is_rank)) {
            break;
        }
        start = at;
        // `non-traditional exports`
        if sentence.stem(at.saturating_sub(1)) == "-" && sentence.stem(at.saturating_sub(2)) == "non" {
            start = at - 2;
            break;
        }
    }
    while start < flow.start && matches!(sentence.stem(start), "and" | "-") {
        start += 1;
    }
    let has_name = (start..flow.start).any(|at| is_inside_name(sentence, at));
    let is_one = flow.start - start == 1 && sentence.stem(start).ends_with("ly");
    (start < flow.start && !is_one && (has_name || flow.start - start <= 3)).then_some(start..flow.start)
}

fn is_plain(sentence: &Sentence, at: usize) -> bool {
    is_inside_name(sentence, at)
        || sentence.article.tokens.get(at).is_some_and(|token| {
            token.kind == TokenKind::Word
                && !token.is_capital
                && !sentence.marks.iter().any(|mark| (mark.start..mark.end).contains(&at))
        })
}

/// `14% всех отгрузок пшеницы`: the goods of the flow that a percentage is of.
pub(super) fn of_part(context: &FigureContext) -> Option<Range<usize>> {
    let (sentence, end) = (context.sentence, context.figure().tokens.end);
    let is_part = context.figure().counted == CountedIn::Unit(Unit::Percent) && sentence.article.is_russian;
    let at = end + usize::from(sentence.mark_at(end, WordKind::Whole).is_some());
    let kinds = [WordKind::Flow, WordKind::FlowVerb];
    let flow = kinds.iter().find_map(|kind| sentence.mark_at(at, *kind));
    let flow_end = flow.map(|flow| flow.end).or((sentence.stem(at) == "отгрузок").then_some(at + 1))?;
    let mark = sentence.mark_at(flow_end, WordKind::Product).filter(|_| is_part)?;
    Some(extended(sentence, mark, sentence.tokens.end))
}
