//! The measure of a figure: a value, a growth, a share, a change.

mod amount;
mod base;
mod bracket;
mod change;
mod noun;
mod refusal;
mod share;

pub(super) use base::is_base_amount;
pub(super) use noun::is_than;
use refusal::{
    figure_is_average, follows_price, is_about_prices, is_expected, is_no_trade, is_proceeds, is_ratio,
    is_spent,
};
use share::is_share;
pub(super) use share::{is_of_it, is_of_moved_goods};

use super::figure_context::FigureContext;
use super::said_measure::SaidMeasure;
use super::so_far::TextSoFar;
use crate::dataset::{Flow, Measure, Unit};
use crate::draft::figure::{CountedIn, TextFigure};
use crate::draft::sentence::Sentence;
use crate::draft::unexpressed::Inexpressible;
use crate::draft::words::WordKind;
use amount::amount;
use base::is_base_value;
use change::change;
use noun::{is_noun_word, skip_back};

/// The measure of a figure; `done` are those before it in the sentence.
pub(super) fn kind(
    context: &FigureContext,
    done: &[Option<(SaidMeasure, Flow)>],
    so_far: &TextSoFar,
) -> Result<SaidMeasure, Inexpressible> {
    let (sentence, figure) = (context.sentence, context.figure());
    if figure.is_price {
        return Err(Inexpressible::Price);
    }
    if figure_is_average(sentence, figure) {
        return Err(Inexpressible::Average);
    }
    if is_expected(context) {
        return Err(Inexpressible::Expected);
    }
    if is_no_trade(sentence, figure) && !is_proceeds(context, so_far) || is_spent(context) {
        return Err(Inexpressible::NoTrade);
    }
    let unit = match figure.counted {
        CountedIn::Unit(unit) => unit,
        CountedIn::Money(_) => return amount(context, done),
        CountedIn::Things => return Err(Inexpressible::OtherCount),
        CountedIn::Unknown => return Err(Inexpressible::UnknownUnit),
    };
    match unit {
        Unit::Money(_) | Unit::Amount(_) => amount(context, done),
        Unit::Percent => percent(context, done, so_far),
        Unit::Points => points(context),
        Unit::Factor => multiple(context),
        Unit::Count => count(sentence, figure),
        Unit::Rank | Unit::Index | Unit::PerKilogram(_) => Err(Inexpressible::OtherCount),
    }
}

fn count(sentence: &Sentence, figure: &TextFigure) -> Result<SaidMeasure, Inexpressible> {
    let is_top = figure.tokens.start > sentence.tokens.start
        && matches!(
            sentence.stem(figure.tokens.start - 1),
            "top" | "five" | "前" | "топ" | "other" | "他" | "余"
        );
    if figure.multiplier != 0 || is_top {
        Err(Inexpressible::OtherCount)
    } else {
        Ok(SaidMeasure::new(Measure::Count))
    }
}

fn multiple(context: &FigureContext) -> Result<SaidMeasure, Inexpressible> {
    let (sentence, figure) = (context.sentence, context.figure());
    let clause = sentence.clause_start(figure.tokens.start)..sentence.clause_end(figure.tokens.end);
    if is_about_prices(sentence, figure)
        || (figure.tokens.end < sentence.tokens.end && matches!(sentence.stem(figure.tokens.end), "以上"))
    {
        return Err(Inexpressible::Price);
    }
    // `экспорт в ЕС в три раза превышает экспорт в СНГ`: two partners are compared, no periods.
    if sentence.stem(figure.tokens.end).starts_with("превыша") {
        return Err(Inexpressible::NoFlow);
    }
    let is_about_trade = sentence.has(
        clause,
        &[WordKind::Flow, WordKind::FlowVerb, WordKind::Change, WordKind::Place, WordKind::Product],
    );
    if is_about_trade { Ok(SaidMeasure::new(Measure::Multiple)) } else { Err(Inexpressible::NoFlow) }
}

/// A change of a share is a row; a difference between growth rates is none.
fn points(context: &FigureContext) -> Result<SaidMeasure, Inexpressible> {
    let (sentence, figure) = (context.sentence, context.figure());
    let before = sentence.before(context.at);
    let share =
        sentence.has(sentence.clause_start(figure.tokens.start)..figure.tokens.start, &[WordKind::Share]);
    let is_share = sentence.has(before.clone(), &[WordKind::Share])
        || (share && !sentence.has(before.clone(), &[WordKind::Flow]));
    let is_growth = before.clone().any(|at| matches!(sentence.stem(at), "than" | "速"))
        || sentence
            .behind(context.at)
            .take(4)
            .any(|at| matches!(sentence.stem(at), "than" | "чем" | "faster" | "slower"));
    if !is_share || is_growth {
        return Err(Inexpressible::PointsOfGrowth);
    }
    let is_down = change(context).is_some_and(|mark| mark.code == "down");
    Ok(SaidMeasure { is_down, ..SaidMeasure::new(Measure::ShareChange) })
}

fn percent(
    context: &FigureContext,
    done: &[Option<(SaidMeasure, Flow)>],
    so_far: &TextSoFar,
) -> Result<SaidMeasure, Inexpressible> {
    let (sentence, figure) = (context.sentence, context.figure());
    if is_about_prices(sentence, figure) || follows_price(context) {
        return Err(Inexpressible::Price);
    }
    if is_of_change(context) {
        return Err(Inexpressible::NoFlow);
    }
    if is_ratio(context) {
        return Err(Inexpressible::Ratio);
    }
    if is_of_traders(context) {
        return Err(Inexpressible::OtherCount);
    }
    if is_share(context, done, so_far) {
        let is_base = is_base_value(
            sentence,
            skip_back(sentence, figure.tokens.start, sentence.before(context.at).start),
            sentence.before(context.at).start,
            false,
        );
        return Ok(SaidMeasure { is_base, ..SaidMeasure::new(Measure::Share) });
    }
    // `12.1 percent or 400 million dollars more than in 2022`
    let next = sentence.figures.get(context.at + 1).filter(|next| {
        let gap = sentence.behind(context.at);
        gap.len() == 1 && sentence.stem(gap.start) == "or" && next.counted != figure.counted
    });
    let behind = next.map_or(sentence.behind(context.at).start, |next| next.tokens.end);
    let bound = sentence
        .mark_at(behind, WordKind::Bound)
        .filter(|mark| matches!(mark.code, "at_least" | "at_most") && mark.end > mark.start + 1);
    let change = change(context);
    let volume = is_volume(sentence, figure);
    if let Some(bound) = bound {
        let is_down = bound.code == "at_most";
        return Ok(SaidMeasure { is_down, is_volume: volume, ..SaidMeasure::new(Measure::Growth) });
    }
    match change {
        Some(mark) => {
            let is_bound_read = figure.bound.is_some() && mark.end == figure.tokens.start;
            let before = sentence.before(context.at);
            let at = skip_back(sentence, figure.tokens.start, before.start);
            let is_base = context.at > 0 && is_base_value(sentence, at, before.start, false);
            Ok(SaidMeasure {
                is_down: mark.code == "down",
                is_volume: volume,
                is_bound_read,
                is_base,
                ..SaidMeasure::new(Measure::Growth)
            })
        }
        None if figure.is_negative.is_some() => {
            Ok(SaidMeasure { is_volume: volume, ..SaidMeasure::new(Measure::Growth) })
        }
        None => match done.last().copied().flatten() {
            Some((kind, _)) if matches!(kind.measure, Measure::Growth | Measure::Share) => Ok(kind),
            _ if so_far.last.as_ref().is_some_and(|last| last.measure == Measure::Growth)
                && sentence.is_in_brackets(context.at) =>
            {
                Ok(SaidMeasure::new(Measure::Growth))
            }
            _ => Err(Inexpressible::NoFlow),
        },
    }
}

/// `responsible for 80% of the decrease`, 贡献率为80%: a part of a change.
fn is_of_change(context: &FigureContext) -> bool {
    let sentence = context.sentence;
    let behind = sentence.behind(context.at).start;
    let noun = behind + 1 + usize::from(matches!(sentence.stem(behind + 1), "the" | "this" | "its" | "общ"));
    let is_of = matches!(sentence.stem(behind), "of" | "от")
        && sentence
            .mark_at(noun, WordKind::Change)
            .is_some_and(|mark| is_noun_word(sentence.stem(mark.start)));
    let mut before = sentence.before(context.at);
    is_of || before.any(|at| (sentence.stem(at), sentence.stem(at + 1)) == ("贡", "献"))
}

/// 民营企业3422家，增加8%: the growth of a number of companies, declarations or the like.
fn is_of_traders(context: &FigureContext) -> bool {
    let sentence = context.sentence;
    let Some(previous) = context.at.checked_sub(1).and_then(|at| sentence.figures.get(at)) else {
        return false;
    };
    let counted = sentence.stem(previous.tokens.end.saturating_sub(1));
    let is_trader = matches!(
        counted,
        "家" | "户"
            | "人"
            | "人次"
            | "列"
            | "sheets"
            | "declarations"
            | "companies"
            | "firms"
            | "trains"
            | "people"
    );
    let before = sentence.before(context.at);
    is_trader
        && previous.counted == CountedIn::Things
        && before.len() <= 8
        && !sentence.has(before, &[WordKind::Flow, WordKind::FlowVerb])
}

fn is_volume(sentence: &Sentence, figure: &TextFigure) -> bool {
    let start = sentence.clause_start(figure.tokens.start);
    sentence.has(start..figure.tokens.start, &[WordKind::Volume])
}
