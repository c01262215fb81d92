//! Percentages of a whole that stand in brackets.

use super::of_last;
use crate::dataset::{Flow, Measure};
use crate::draft::read::figure_context::FigureContext;
use crate::draft::read::said_measure::SaidMeasure;
use crate::draft::read::so_far::TextSoFar;
use crate::draft::sentence::Sentence;
use crate::draft::words::WordKind;

/// `China (16%) and Chile (12%)`: in brackets, as the share before it.
pub(super) fn is_next_in_brackets(context: &FigureContext, done: &[Option<(SaidMeasure, Flow)>]) -> bool {
    let sentence = context.sentence;
    let is_in_brackets = |at: usize| sentence.is_in_brackets(at);
    let is_share = |(kind, _): (SaidMeasure, Flow)| kind.measure == Measure::Share;
    is_in_brackets(context.at)
        && context.at.checked_sub(1).is_some_and(is_in_brackets)
        && done.iter().rev().take(2).flatten().copied().any(is_share)
}

/// `Of the total, $70 billion (38.9%) were …`, `the main buyers are China (16%) and Chile (12%)`: a part in brackets
/// behind an amount or a place, in a sentence that speaks of no change.
pub(super) fn is_part_in_brackets(
    context: &FigureContext,
    done: &[Option<(SaidMeasure, Flow)>],
    so_far: &TextSoFar,
) -> bool {
    let (sentence, figure) = (context.sentence, context.figure());
    let is_alone = sentence.is_in_brackets(context.at)
        && figure.is_negative.is_none()
        && matches!(sentence.stem(figure.tokens.end), ")" | "）");
    // `вырос на 15% и достиг 1,9 млрд долларов (52,8%)`: the change has a figure of its own.
    let is_behind_growth = sentence.article.is_russian
        && of_last(done, Measure::Value)
        && sentence.before(context.at).len() == 1
        && done.iter().flatten().any(|(kind, _)| kind.measure == Measure::Growth);
    if is_alone && is_behind_growth || is_second_in_brackets(context, done) {
        return true;
    }
    if !is_alone
        || sentence.has(sentence.clause_start(figure.tokens.start)..figure.tokens.end, &[WordKind::Change])
    {
        return false;
    }
    let open = figure.tokens.start - 1;
    let is_of = sentence.stem(sentence.tokens.start) == "of"
        || sentence.has(sentence.tokens.start..figure.tokens.start, &[WordKind::OfWhich]);
    let is_amount = done.last().copied().flatten().is_some_and(|(kind, _)| kind.measure == Measure::Value)
        && sentence.before(context.at).len() <= 2;
    // `Exports were mainly fish (15.2%) and sugar (11.0%)`
    let is_place = sentence.places.iter().any(|place| place.mark.end == open)
        || sentence.marks.iter().any(|mark| mark.end == open && mark.kind == WordKind::Product);
    let shared = |measure| measure == Measure::Share;
    // `the United States at $738 million (14 percent)`, where the text speaks of shares.
    let of_place = so_far.has_share
        && of_last(done, Measure::Value)
        && sentence.before(context.at).len() <= 2
        && !sentence.has(sentence.tokens.clone(), &[WordKind::Change]);
    let is_after_share = so_far.last.as_ref().is_some_and(|last| shared(last.measure))
        || done.iter().flatten().any(|(kind, _)| shared(kind.measure));
    let of_amount = done.last().copied().flatten().is_some_and(|(kind, _)| kind.measure == Measure::Value);
    // `Gold topped the list of exports, with $37 billion (43.4%)`
    let is_ranked = sentence.has(sentence.tokens.start..figure.tokens.start, &[WordKind::Rank])
        || (sentence.tokens.start..figure.tokens.start).any(|at| is_place_in_ranking(sentence, at))
        || sentence.tokens.clone().any(|at| matches!(sentence.stem(at), "topped" | "headed" | "dominated"));
    of_place || is_place || (is_of || is_ranked) && is_amount || is_after_share && of_amount
}

/// `in second place`, `на втором месте`.
fn is_place_in_ranking(sentence: &Sentence, at: usize) -> bool {
    let ranks = ["first", "second", "third", "fourth", "fifth", "перв", "втор", "трет", "четверт", "пят"];
    matches!(sentence.stem(at), "place" | "мест") && ranks.contains(&sentence.stem(at.saturating_sub(1)))
}

/// `Japan ($2.9 billion, 14%)`: a part behind an amount in the same brackets.
fn is_second_in_brackets(context: &FigureContext, done: &[Option<(SaidMeasure, Flow)>]) -> bool {
    let (sentence, figure) = (context.sentence, context.figure());
    let Some(first) = context.at.checked_sub(1).filter(|first| sentence.is_in_brackets(*first)) else {
        return false;
    };
    let clause = sentence.clause_start(figure.tokens.start)..figure.tokens.end;
    let before = sentence.before(context.at);
    before.len() == 1
        && matches!(sentence.stem(before.start), "," | ";")
        && sentence.stem(figure.tokens.end) == ")"
        && figure.is_negative.is_none()
        && of_last(done, Measure::Value)
        && sentence.figures.get(first).is_some_and(|first| first.tokens.start > clause.start)
        && !sentence.has(clause, &[WordKind::Change])
}
