//! Chinese lists in front of 分别.

use std::ops::Range;

use crate::draft::read::listed::Listed;
use crate::draft::sentence::{KnownPhrase, Sentence};
use crate::draft::token::TokenKind;
use crate::draft::words::WordKind;

/// A member of a list: a place or a period if words of it are one, else a product.
fn member(sentence: &Sentence, from: usize, to: usize) -> Listed {
    // 自智利进口的铜、樱桃分别为: the place only owns the goods.
    let of = (from..to).rfind(|at| sentence.stem(*at) == "的");
    let is_flow =
        |at: &usize| sentence.marks.iter().any(|mark| mark.kind == WordKind::Flow && mark.end == *at);
    let from = of.filter(is_flow).map_or(from, |at| at + 1);
    let is_inside = |start: usize, end: usize| start >= from && end <= to;
    if let Some(place) = sentence.places.iter().rfind(|place| is_inside(place.mark.start, place.mark.end)) {
        return Listed::Place(place.mark);
    }
    let period = sentence.periods.iter().position(|period| is_inside(period.tokens.start, period.tokens.end));
    period.map_or_else(|| Listed::Product(product_start(sentence, from, to), to), Listed::Period)
}

/// The start of the name in a member: 出口值较大的电工器材, 进口铁矿砂, “新三样”锂电池.
fn product_start(sentence: &Sentence, from: usize, to: usize) -> usize {
    let is_end = |at: &usize| sentence.stem(*at) == "的" || sentence.stem(*at) == "”" && to > at + 3;
    let of = (from..to).rev().find(is_end).map_or(from, |at| at + 1);
    let flow = sentence.mark_at(of, WordKind::Flow).map_or(of, |flow| flow.end);
    if to >= flow + 2 { flow } else { from }
}

/// The members of a Chinese list in front of 分别, whatever they are.
pub(super) fn characters(sentence: &Sentence, mark: &KnownPhrase, count: usize) -> Vec<Listed> {
    let is_han =
        |at: usize| sentence.article.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Han);
    if !is_han(mark.start) {
        return Vec::new();
    }
    let is_start = |at: &usize| matches!(sentence.stem(*at), "，" | "；" | "。" | "," | "：" | ";" | ":");
    let start_of = |end: usize| {
        (sentence.tokens.start..end).rev().find(is_start).map_or(sentence.tokens.start, |at| at + 1)
    };
    let mut start = start_of(mark.start);
    let mut end = mark.start;
    // 灯具、船舶出口拉动作用强劲，分别出口…: the list is in the clause before, in front of its flow.
    if start == mark.start && start > sentence.tokens.start {
        let clause = start_of(start - 1)..start - 1;
        let Some(flow) = sentence.marks_in(clause.clone(), &[WordKind::Flow]).next() else {
            return Vec::new();
        };
        // 汽车、机械和药品是对智利出口的前三大类商品，分别为…
        let is_verb = |at: &usize| matches!(sentence.stem(*at), "是" | "为" | "成");
        let verb = (clause.start..flow.start).find(is_verb);
        (start, end) = (clause.start, verb.unwrap_or(flow.start));
    }
    if let Some(of_which) = sentence.mark_at(start, WordKind::OfWhich) {
        start = of_which.end + usize::from(is_start(&of_which.end));
    }
    if let Some(flow) = sentence
        .marks_in(start..mark.start, &[WordKind::Flow])
        .next_back()
        .filter(|flow| flow.end == mark.start)
    {
        end = flow.start;
    }
    let is_counted =
        sentence.figures.iter().any(|figure| figure.tokens.start >= start && figure.tokens.end <= end);
    if is_counted {
        return Vec::new();
    }
    // 手表、钻石及钻石首饰分别增加1.7倍和1.4倍: two members if 、 alone divides them.
    // 汽车及零部件、机械和药品分别: three, if the last two are divided by a character of their own.
    let ways: [&[&str]; 4] = [&["、", "和", "及", "与"], &["、", "和"], &["、", "及"], &["、", "与"]];
    let mut members = ways.iter().map(|signs| split(sentence, start..end, signs));
    members.find(|members| members.len() == count).unwrap_or_else(|| split(sentence, start..end, &["、"]))
}

/// The members that some characters divide.
fn split(sentence: &Sentence, tokens: Range<usize>, signs: &[&str]) -> Vec<Listed> {
    let mut members = Vec::new();
    let mut from = tokens.start;
    for at in tokens.start..=tokens.end {
        if at == tokens.end || signs.contains(&sentence.stem(at)) {
            if at > from {
                members.push(member(sentence, from, at));
            }
            from = at + 1;
        }
    }
    members
}
