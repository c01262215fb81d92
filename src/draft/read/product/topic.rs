//! Products that a sentence or a clause is about.

use std::ops::Range;
use std::sync::Arc;

use super::aside::is_aside;
use super::names::{NAMES, text};
use super::phrase::{extended, phrase};
use super::second_case;
use crate::draft::read::figure_context::FigureContext;
use crate::draft::read::said_flow::SaidFlow;
use crate::draft::sentence::{KnownPhrase, Sentence};
use crate::draft::token::TokenKind;
use crate::draft::words::WordKind;

/// `Electronic components had the largest exports`: only a verb of having and a rank in between.
pub(super) fn has_most(sentence: &Sentence, gap: Range<usize>) -> bool {
    let words =
        ["had", "has", "have", "saw", "recorded", "posted", "registered", "with", "the", "total", "of"];
    let links = ["remain", "remained", "remains", "were", "was", "are", "is", "became", "emerged", "as"];
    let continued = ["continued", "continues", "continue", "to", "be", "its", "'s", "a", "an", "in", "list"];
    let kinds = [WordKind::Rank, WordKind::Home, WordKind::Place, WordKind::Demonym, WordKind::Change];
    let is_covered = |at: usize| {
        let covers = |mark: &&KnownPhrase| (mark.start..mark.end).contains(&at);
        sentence.marks.iter().filter(covers).any(|mark| kinds.contains(&mark.kind))
    };
    gap.clone().all(|at| {
        let stem = sentence.stem(at);
        words.contains(&stem)
            || links.contains(&stem)
            || TOPS.contains(&stem)
            || continued.contains(&stem)
            || is_covered(at)
    }) && (sentence.has(gap.clone(), &[WordKind::Rank]) || tops_list(sentence, gap))
}

/// `Copper topped the list of export goods`: the goods that the list is of.
pub(super) fn is_in_list(sentence: &Sentence, mark: &KnownPhrase) -> bool {
    let near = mark.start.saturating_sub(3).max(sentence.tokens.start)..mark.start;
    let list = near.clone().find(|at| matches!(sentence.stem(*at), "list" | "ranking"));
    list.is_some_and(|list| tops_list(sentence, sentence.tokens.start..list))
}

/// Verbs of standing first: `Gold topped the list of exports`.
const TOPS: [&str; 5] = ["topped", "headed", "led", "dominated", "leads"];

fn tops_list(sentence: &Sentence, mut gap: Range<usize>) -> bool {
    gap.any(|at| TOPS.contains(&sentence.stem(at)))
}

/// The product that a sentence begins with: `For goods, the deficit was …`.
pub(super) fn topic(sentence: &Sentence, flow: &SaidFlow) -> Option<Range<usize>> {
    let start = sentence.clause_start(flow.start);
    let at = start + 1;
    let mark = NAMES
        .iter()
        .find_map(|kind| sentence.mark_at(at, *kind))
        .filter(|_| matches!(sentence.stem(start), "for" | "in" | "по" | "в"))?;
    (sentence.stem(mark.end) == ",").then_some(mark.start..mark.end)
}

/// A product in front of a Chinese flow in the same clause: 以一般贸易方式进出口, 机电产品出口.
pub(super) fn chinese_before<'s>(sentence: &'s Sentence, flow: &SaidFlow) -> Option<&'s KnownPhrase> {
    let is_han = sentence.article.tokens.get(flow.start).is_some_and(|token| token.kind == TokenKind::Han);
    let start = (sentence.tokens.start..flow.start)
        .rev()
        .find(|at| matches!(sentence.stem(*at), "，" | "；" | "、" | "：" | ","))
        .map_or(sentence.tokens.start, |at| at + 1);
    let mut marks =
        sentence.marks_in(start..flow.start, &NAMES).filter(|mark| mark.kind == WordKind::Product);
    marks.next_back().filter(|_| is_han).or_else(|| chinese_topic(sentence, start).filter(|_| is_han))
}

/// A product that a Chinese sentence begins with, before anything is counted: 机电产品仍是外贸的支柱，累计进口.
fn chinese_topic<'s>(sentence: &'s Sentence, end: usize) -> Option<&'s KnownPhrase> {
    let is_counted = sentence.figures.iter().any(|figure| figure.tokens.start < end);
    // 二是外商投资企业发展形势喜人，进出口值…: an item of a list of what was notable.
    let numerals = ["一", "二", "三", "四", "五", "六", "七"];
    let is_item =
        |at: &usize| sentence.stem(*at) == "是" && numerals.contains(&sentence.stem(at.saturating_sub(1)));
    if let Some(item) = (sentence.tokens.start + 1..end.min(sentence.tokens.start + 6)).find(is_item)
        && !is_counted
        && let Some(mark) = sentence.mark_at(item + 1, WordKind::Product)
    {
        return Some(mark);
    }
    let mark = sentence.marks_in(sentence.tokens.start..end, &[WordKind::Product]).next()?;
    let before = mark.start.saturating_sub(1);
    let is_first = mark.start == sentence.tokens.start
        || matches!(sentence.stem(before), "，" | "," | "：")
        || sentence.periods.iter().any(|period| period.tokens.end == mark.start);
    // 谷物方面，进口…；出口…
    let is_topic = (sentence.stem(mark.end), sentence.stem(mark.end + 1)) == ("方", "面");
    if is_topic && mark.start == sentence.tokens.start {
        return Some(mark);
    }
    (is_first && !is_counted && matches!(sentence.stem(mark.end), "仍" | "是" | "为" | "成" | "继" | "保"))
        .then_some(mark)
}

/// 谷物方面，进口…: the name that a Chinese sentence begins with, whether a table has it or not.
pub(super) fn named_topic(sentence: &Sentence, flow: &SaidFlow) -> Option<Range<usize>> {
    let start = sentence.tokens.start;
    let is_end = |at: &usize| (sentence.stem(*at), sentence.stem(at + 1)) == ("方", "面");
    let end = (start..flow.start.min(start + 10)).find(is_end).filter(|_| sentence.is_chinese())?;
    super::han::listed(sentence, start..end)
}

/// 金属矿进口额大幅增长，进口额达339.3亿元: that of the same flow in the clause before, which has no figure.
pub(super) fn of_flow_before(sentence: &Sentence, flow: &SaidFlow) -> Option<Range<usize>> {
    let last = sentence.marks_in(sentence.tokens.start..flow.start, &[WordKind::Flow]).next_back()?;
    let is_counted =
        sentence.figures.iter().any(|figure| (last.end..flow.start).contains(&figure.tokens.start));
    let before =
        SaidFlow::new(last).filter(|last| last.flow == flow.flow && sentence.is_chinese() && !is_counted)?;
    let is_next = (last.end..flow.start).filter(|at| matches!(sentence.stem(*at), "，" | ",")).count() == 1;
    is_next.then(|| super::of_flow(sentence, &before, flow.start)).flatten()
}

/// `the share of non-oil products in total exports`: what a share is of.
pub(super) fn of_share(context: &FigureContext) -> Option<Range<usize>> {
    let sentence = context.sentence;
    let within = sentence.clause_start(context.figure().tokens.start)..context.figure().tokens.start;
    let share = sentence.marks_in(within.clone(), &[WordKind::Share]).next_back()?;
    let from = share.end + 1;
    let end = (from..within.end).find(|at| sentence.stem(*at) == "in")?;
    let is_of = sentence.stem(share.end) == "of" && sentence.has(end..within.end, &[WordKind::Flow]);
    phrase(sentence, from, end).filter(|name| is_of && name.end == end)
}

/// `Egypt was the largest buyer of Russian wheat`, `покупателем пшеницы`: what a buyer buys or a supplier
/// supplies.
pub(super) fn of_buyer(context: &FigureContext) -> Option<Range<usize>> {
    let sentence = context.sentence;
    let is_buyer = |at: &usize| {
        let stem = sentence.stem(*at);
        matches!(stem, "buyer" | "buyers" | "importer" | "importers" | "supplier" | "suppliers")
            || stem.starts_with("покупател")
            || stem.starts_with("поставщик")
    };
    let buyer = (sentence.tokens.start..context.figure().tokens.start).rev().find(is_buyer)?;
    let near = buyer + 1..(buyer + 5).min(context.figure().tokens.start);
    let Some(mark) = sentence.marks_in(near, &[WordKind::Product]).next() else {
        return second_case::of_trader(sentence, buyer);
    };
    let is_bound = |at: usize| {
        sentence.stem(at) == "of"
            || sentence.places.iter().any(|place| (place.mark.start..place.mark.end).contains(&at))
    };
    (buyer + 1..mark.start).all(is_bound).then(|| extended(sentence, mark, sentence.tokens.end))
}

/// True for words of one name, in another case or as an adjective: `продовольствие`, `продовольственный`.
fn is_same_name(one: &str, other: &str) -> bool {
    let common = one.chars().zip(other.chars()).take_while(|(one, other)| one == other).count();
    one == other || common >= 7 && !one.contains(' ') && !other.contains(' ') && !one.is_ascii()
}

/// True for a product in a clause that explains: `a surplus of $2 bn, as exports of copper soared`.
fn is_explaining(sentence: &Sentence, mark: &KnownPhrase) -> bool {
    let comma = (sentence.tokens.start..mark.start).rev().find(|at| sentence.stem(*at) == ",");
    comma.is_some_and(|comma| {
        matches!(sentence.stem(comma + 1), "as" | "because" | "after" | "amid" | "since")
    })
}

/// The product of an article that is about one: named in its title and in its first sentence.
pub(in crate::draft::read) fn of_article(
    sentence: &Sentence,
    title: &Sentence,
) -> Option<(Arc<str>, Range<usize>)> {
    let names = |sentence: &Sentence| -> Vec<(String, Range<usize>)> {
        let marks = sentence.marks_in(sentence.tokens.clone(), &[WordKind::Product]).filter(|mark| {
            !is_aside(sentence, mark, sentence.tokens.end)
                && !is_explaining(sentence, mark)
                && sentence.mark_at(mark.end, WordKind::Price).is_none()
        });
        marks
            .map(|mark| {
                (
                    (mark.start..mark.end).map(|at| sentence.stem(at)).collect::<Vec<_>>().join(" "),
                    mark.start..mark.end,
                )
            })
            .collect()
    };
    let first = names(sentence);
    let (_, tokens) = names(title)
        .into_iter()
        .find(|(name, _)| first.iter().any(|(other, _)| is_same_name(other, name)))?;
    Some((Arc::from(text(title, &tokens)), title.article.range(&tokens)))
}
