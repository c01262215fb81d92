//! Products behind a figure, and those of figures that are no rows.

use std::ops::Range;

use super::names::{NAMES, name};
use super::phrase::{extended, phrase};
use super::{SaidProduct, han, is_directly_flow, phrase as phrases, second_case};
use crate::dataset::Unit;
use crate::draft::figure::CountedIn;
use crate::draft::read::figure_context::FigureContext;
use crate::draft::read::said_flow::SaidFlow;
use crate::draft::read::so_far::TextSoFar;
use crate::draft::words::WordKind;

/// `70% … приходится на нефть, газ и уголь`.
pub(super) fn falls_on(context: &FigureContext) -> Option<Range<usize>> {
    let (sentence, figure) = (context.sentence, context.figure());
    let within = sentence.behind(context.at);
    // `44% приходится на пряжу, 41% — на одежду`: the verb is said once.
    let is_elided =
        matches!(sentence.stem(within.start), "-" | "—") && sentence.stem(within.start + 1) == "на";
    let is_listed = is_elided
        && figure.counted == CountedIn::Unit(Unit::Percent)
        && sentence.has(sentence.tokens.start..figure.tokens.start, &[WordKind::Share]);
    let on = within.start + 2;
    if is_listed && sentence.places.iter().all(|place| place.mark.start != on) {
        let known = NAMES.iter().find_map(|kind| sentence.mark_at(on, *kind))?;
        return Some(extended(sentence, known, within.end));
    }
    let share = sentence
        .marks_in(within.clone(), &[WordKind::Share])
        .next()
        .filter(|_| figure.counted == CountedIn::Unit(Unit::Percent))?;
    let mark = NAMES
        .iter()
        .find_map(|kind| sentence.mark_at(share.end + 1, *kind))
        .filter(|_| sentence.stem(share.end) == "на")?;
    Some(extended(sentence, mark, within.end))
}

/// A product behind the figure: `$3 billion of cars`, `2.5 million tonnes of rice`, `2,6 млн тонн зерна`.
pub(super) fn behind(context: &FigureContext) -> Option<Range<usize>> {
    let (sentence, figure) = (context.sentence, context.figure());
    let within = sentence.behind(context.at);
    let is_amount =
        matches!(figure.counted, CountedIn::Unit(Unit::Money(_) | Unit::Amount(_)) | CountedIn::Money(_));
    if !is_amount && figure.counted != CountedIn::Unit(Unit::Percent) {
        return None;
    }
    let mut at = within.start;
    // `a 29% plunge in milk powder`
    let is_change = sentence.mark_at(at, WordKind::Change).is_some() && sentence.stem(at + 1) == "in";
    if let Some(mark) = sentence.mark_at(at + 2, WordKind::Product).filter(|_| is_change) {
        return Some(extended(sentence, mark, within.end));
    }
    // `$2.8 billion oil exports`
    if let Some(mark) =
        sentence.mark_at(at, WordKind::Product).filter(|mark| is_amount && is_directly_flow(sentence, mark))
    {
        return Some(mark.start..mark.end);
    }
    let is_linked = match sentence.stem(at) {
        "worth" if sentence.stem(at + 1) == "of" => {
            at += 2;
            true
        }
        "of" if is_amount => {
            at += 1;
            true
        }
        _ => sentence.article.is_russian && matches!(figure.counted, CountedIn::Unit(Unit::Amount(_))),
    };
    if let Some(tokens) = phrases::of_part(context) {
        return Some(tokens);
    }
    if !is_linked {
        return None;
    }
    // `тонн основных видов зерновых`
    while matches!(sentence.stem(at), "основн" | "вид" | "разн" | "различн") {
        at += 1;
    }
    if let Some(mark) = NAMES.iter().find_map(|kind| sentence.mark_at(at, *kind)) {
        return Some(extended(sentence, mark, within.end));
    }
    if sentence.article.is_russian {
        second_case::of_weight(sentence, at)
    } else {
        phrase(sentence, at, within.end)
    }
}

/// The goods of a figure that is no row, which those behind it go on with: `kept 2 tonnes of tea and exported 3`,
/// 出口汽车9.8万辆，货值139.7亿元.
pub(in crate::draft::read) fn of_refused(context: &FigureContext, so_far: &TextSoFar) -> Option<SaidProduct> {
    let (sentence, figure) = (context.sentence, context.figure());
    let flow =
        sentence.marks_in(sentence.before(context.at), &[WordKind::Flow, WordKind::FlowVerb]).next_back();
    let counted = || {
        let flow = flow.filter(|_| sentence.is_chinese() && figure.counted == CountedIn::Things)?;
        let known =
            sentence.mark_at(flow.end, WordKind::Product).filter(|mark| mark.end == figure.tokens.start);
        let known = known.map(|mark| mark.start..mark.end);
        known.or_else(|| han::behind(sentence, &SaidFlow::new(flow)?, figure.tokens.start))
    };
    let tokens = behind(context).or_else(counted)?;
    Some(name(context, tokens, so_far))
}
