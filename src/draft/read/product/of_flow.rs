//! The product that stands next to a flow.

use std::ops::Range;

use super::aside::is_aside;
use super::han;
use super::names::NAMES;
use super::phrase::{extended, extended_back, of_part, phrase, words_before};
use super::second_case;
use super::topic::{chinese_before, named_topic, topic};
use crate::dataset::{Flow, Unit};
use crate::draft::figure::CountedIn;
use crate::draft::read::figure_context::FigureContext;
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
    // `экспорт товаров отечественного производства`
    let is_origin = ["отечественн", "местн"].iter().any(|word| sentence.stem(flow.end).starts_with(word))
        && ["производств", "происхожден"].iter().any(|word| sentence.stem(flow.end + 1).starts_with(word));
    if is_origin && sentence.stem(flow.end.saturating_sub(1)) == "товар" {
        return Some(flow.end - 1..flow.end + 2);
    }
    let is_kind = word("re") || word("reexports") || word("domestic") || word("реэкспорт");
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
    if let Some(tokens) = of_which(sentence, flow) {
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
    if let Some(tokens) = second_case::of_flow(sentence, flow) {
        return Some(tokens);
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
    if is_total { None } else { words_before(sentence, flow).filter(|words| !is_of_nation(sentence, words)) }
}

/// `national exports`: all of a country's, unless the text tells them from those of foreign goods.
fn is_of_nation(sentence: &Sentence, words: &Range<usize>) -> bool {
    let is_reexport = |stem: &str| matches!(stem, "reexports" | "reexport" | "re");
    words.len() == 1
        && sentence.stem(words.start) == "national"
        && !sentence.article.tokens.iter().any(|token| is_reexport(token.stem))
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

/// `cotton yarn, the exports of which rose`, `мед, экспорт которого вырос`: the name in front of the comma.
fn of_which(sentence: &Sentence, flow: &SaidFlow) -> Option<Range<usize>> {
    let is_english = (sentence.stem(flow.end), sentence.stem(flow.end + 1)) == ("of", "which");
    let is_which = is_english || sentence.stem(flow.end).starts_with("котор");
    let the = usize::from(sentence.stem(flow.start.saturating_sub(1)) == "the");
    let comma = flow.start.saturating_sub(the);
    let comma = comma.checked_sub(1).filter(|at| is_which && sentence.stem(*at) == ",")?;
    let name = sentence.marks.iter().find(|mark| mark.end == comma && NAMES.contains(&mark.kind))?;
    Some(extended_back(sentence, name))
}

/// `exports excluding ships, aircraft and fuel`: all but some products.
fn excluding(sentence: &Sentence, flow: &SaidFlow) -> Option<Range<usize>> {
    let is_excluding = matches!(sentence.stem(flow.end), "excluding" | "except");
    let mark =
        sentence.marks_in(flow.end + 1..sentence.tokens.end, &NAMES).next().filter(|_| is_excluding)?;
    let is_near = mark.start <= flow.end + 5 && (flow.end..mark.start).all(|at| !sentence.is_taken(at));
    is_near.then(|| flow.end..extended(sentence, mark, sentence.tokens.end).end)
}

/// `35% of non-oil exports`: the product of the whole of a share, in front of its flow.
pub(in crate::draft::read) fn of_whole(context: &FigureContext) -> Option<Range<usize>> {
    if let Some(tokens) = of_part(context) {
        return Some(tokens);
    }
    let (sentence, figure) = (context.sentence, context.figure());
    let is_of = matches!(sentence.stem(figure.tokens.end), "of" | "от");
    let mark = sentence.marks_in(sentence.behind(context.at), &[WordKind::Flow]).next()?;
    let is_straight = (figure.tokens.end..mark.start).all(|at| !matches!(sentence.stem(at), "," | ";" | "("));
    let flow = SaidFlow::new(mark)
        .filter(|_| figure.counted == CountedIn::Unit(Unit::Percent) && is_of && is_straight)?;
    let named = of_flow(sentence, &flow, figure.tokens.start);
    let is_in_front = |tokens: &Range<usize>| tokens.start > figure.tokens.end && tokens.end <= mark.start;
    let tokens = named.filter(is_in_front).or_else(|| words_before(sentence, &flow).filter(is_in_front))?;
    let hyphen = tokens.start.saturating_sub(1);
    let is_non = sentence.stem(hyphen) == "-" && sentence.stem(hyphen.saturating_sub(1)) == "non";
    Some(if is_non { hyphen - 1..tokens.end } else { tokens })
}

/// `led by chemicals, accounting for 35% of non-oil exports`: the product that a participle is about.
pub(super) fn in_front_of_share(context: &FigureContext) -> Option<Range<usize>> {
    let sentence = context.sentence;
    let share = sentence.marks_in(sentence.before(context.at), &[WordKind::Share]).next_back()?;
    let comma = share.start.checked_sub(1).filter(|at| sentence.stem(*at) == ",")?;
    let mut marks = sentence.marks.iter().filter(|mark| mark.end == comma && NAMES.contains(&mark.kind));
    marks.next().map(|mark| mark.start..mark.end).or_else(|| behind_by(sentence, comma))
}

/// The words between `by` and a comma: `driven by paper and pulp industries, accounting for`.
fn behind_by(sentence: &Sentence, comma: usize) -> Option<Range<usize>> {
    let near = comma.saturating_sub(7).max(sentence.tokens.start)..comma;
    let start = near.rev().find(|at| sentence.stem(*at) == "by")? + 1;
    let is_word = |at: usize| {
        let token = sentence.article.tokens.get(at);
        token.is_some_and(|token| token.kind == TokenKind::Word && !token.is_capital)
            && !sentence.is_taken(at)
    };
    (start < comma && (start..comma).all(is_word)).then_some(start..comma)
}
