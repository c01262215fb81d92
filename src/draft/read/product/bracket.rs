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
    let is_word = |at: &usize| {
        let token = sentence.article.tokens.get(*at);
        let is_plain = token.is_some_and(|token| {
            token.kind == TokenKind::Word
                && token.stem.is_ascii()
                && !token.is_capital
                && token.stem.len() > 2
        });
        let mut marks = sentence.marks.iter().filter(|mark| (mark.start..mark.end).contains(at));
        is_plain && !sentence.is_taken(*at) && marks.all(|mark| mark.kind == WordKind::Product)
    };
    let count = (sentence.tokens.start..open).rev().take_while(is_word).count();
    let start = open - count;
    let before = start.saturating_sub(1);
    // `The most exported products were fresh grapes (US$875 million)`
    let is_verb =
        matches!(sentence.stem(before), "were" | "are" | "was" | "is" | "included" | "include" | "comprised");
    let is_first = sentence.stem(before) == "of"
        && sentence.marks.iter().any(|mark| mark.end == before && mark.kind == WordKind::Flow)
        || is_verb && sentence.has(sentence.tokens.start..before, &FLOWS);
    let is_next = matches!(sentence.stem(before), "," | "and")
        && (before.saturating_sub(2)..before).any(|at| sentence.stem(at) == ")");
    (matches!(count, 1..=3) && (is_first || is_next)).then_some(start..open)
}

/// Words that say of which trade a list is.
const FLOWS: [WordKind; 4] = [WordKind::Flow, WordKind::FlowVerb, WordKind::FlowMarket, WordKind::Goods];

fn is_bracket(sentence: &Sentence, at: usize) -> bool {
    matches!(sentence.stem(at), "(" | ")")
}
