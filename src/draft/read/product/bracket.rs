//! Products with their figures in brackets behind them.

use std::ops::Range;

use super::phrase::extended_back;
use crate::dataset::Unit;
use crate::draft::figure::CountedIn;
use crate::draft::read::figure_context::FigureContext;
use crate::draft::sentence::Sentence;
use crate::draft::token::TokenKind;
use crate::draft::words::WordKind;

/// `sales of chemicals (11.5 percent) and metals ($4 million)`: a product right in front of a figure in brackets.
pub(super) fn in_front_of_bracket(context: &FigureContext) -> Option<Range<usize>> {
    let (sentence, figure) = (context.sentence, context.figure());
    let is_share_or_money =
        matches!(figure.counted, CountedIn::Unit(Unit::Percent | Unit::Money(_)) | CountedIn::Money(_));
    let is_closed = is_share_or_money && sentence.is_in_brackets(context.at);
    let Some(open) = figure.tokens.start.checked_sub(1).filter(|_| is_closed) else {
        return listed(context);
    };
    let Some(mark) = sentence.marks.iter().find(|mark| mark.end == open && mark.kind == WordKind::Product)
    else {
        return listed(context);
    };
    let is_listed = matches!(sentence.stem(mark.start.saturating_sub(1)), "," | "and" | "и" | "、" | "和")
        && sentence.stem(mark.start.saturating_sub(2)) == ")";
    Some(if is_listed { mark.start..mark.end } else { extended_back(sentence, mark) })
}

/// `exports of avocados ($775 million, +25%), grapes ($310 million, +33%) and mangoes (…)`: a list whatever its names are.
fn listed(context: &FigureContext) -> Option<Range<usize>> {
    let (sentence, figure) = (context.sentence, context.figure());
    let open =
        (sentence.tokens.start..figure.tokens.start).rev().take(8).find(|at| is_bracket(sentence, *at))?;
    if sentence.stem(open) != "(" {
        return None;
    }
    let count = (sentence.tokens.start..open).rev().take_while(|at| is_word_of_name(sentence, *at)).count();
    let start = open - count;
    let before = start.saturating_sub(1);
    // `The most exported products were fresh grapes (US$875 million)`
    let is_verb =
        matches!(sentence.stem(before), "were" | "are" | "was" | "is" | "included" | "include" | "comprised");
    let is_first = sentence.stem(before) == "of"
        && sentence.marks.iter().any(|mark| mark.end == before && mark.kind == WordKind::Flow)
        || is_verb
            && (sentence.has(sentence.tokens.start..before, &FLOWS)
                || is_noun(sentence.stem(before.saturating_sub(1))));
    let is_next = matches!(sentence.stem(before), "," | "and")
        && (before.saturating_sub(2)..before).any(|at| sentence.stem(at) == ")");
    (matches!(count, 1..=3) && (is_first || is_next)).then_some(start..open)
}

/// `melons, with 51.8 percent growth`: the last of a list whose others have their figures in brackets.
pub(super) fn in_front_of_with(context: &FigureContext) -> Option<Range<usize>> {
    let (sentence, figure) = (context.sentence, context.figure());
    let comma = figure.tokens.start.checked_sub(2)?;
    let is_with = sentence.stem(comma) == "," && sentence.stem(comma + 1) == "with";
    let and = (sentence.before(context.at).start..comma).rev().find(|at| sentence.stem(*at) == "and")?;
    let is_listed = [1, 2].iter().any(|back| sentence.stem(and.saturating_sub(*back)) == ")");
    let name = and + 1..comma;
    let is_name = matches!(name.len(), 1..=3) && name.clone().all(|at| is_word_of_name(sentence, at));
    (is_with && is_listed && is_name).then_some(name)
}

/// A small English word that no other meaning takes.
fn is_word_of_name(sentence: &Sentence, at: usize) -> bool {
    let token = sentence.article.tokens.get(at);
    let is_plain = token.is_some_and(|token| {
        token.kind == TokenKind::Word && token.stem.is_ascii() && !token.is_capital && token.stem.len() > 2
    });
    let mut marks = sentence.marks.iter().filter(|mark| (mark.start..mark.end).contains(&at));
    is_plain && !sentence.is_taken(at) && marks.all(|mark| mark.kind == WordKind::Product)
}

/// Words for what a list is of.
fn is_noun(stem: &str) -> bool {
    matches!(stem, "items" | "goods" | "products" | "commodities" | "categories")
}

/// Words that say of which trade a list is.
const FLOWS: [WordKind; 4] = [WordKind::Flow, WordKind::FlowVerb, WordKind::FlowMarket, WordKind::Goods];

fn is_bracket(sentence: &Sentence, at: usize) -> bool {
    matches!(sentence.stem(at), "(" | ")")
}
