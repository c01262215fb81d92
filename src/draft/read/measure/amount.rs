//! Amounts of money and goods: a value, the value that another is compared with, or a change.

use super::base::{follows_base, is_base_value, is_than};
use super::bracket::{change_in_brackets, change_in_list, is_of_growth};
use super::refusal::is_about_prices;
use super::{SaidMeasure, change};
use crate::dataset::{Flow, Measure, Unit};
use crate::draft::Inexpressible;
use crate::draft::figure::{CountedIn, TextFigure};
use crate::draft::read::FigureContext;
use crate::draft::scene::{KnownPhrase, SentenceScene};
use crate::draft::words::WordKind;

/// Tokens directly in front of a figure that say nothing of its part: articles, words that limit it, a bracket.
pub(super) fn skip_back(scene: &SentenceScene, from: usize, start: usize) -> usize {
    let mut at = from;
    while at > start {
        let bound = scene
            .marks
            .iter()
            .find(|mark| mark.end == at && matches!(mark.kind, WordKind::Bound) && mark.start >= start);
        let stem = scene.stem(at - 1);
        let is_filler = matches!(
            stem,
            "a" | "an"
                | "the"
                | "record"
                | "some"
                | "another"
                | "just"
                | "only"
                | "about"
                | "nearly"
                | "almost"
                | "the total"
                | "сразу"
                | "всего"
                | "лишь"
        );
        at = match bound {
            Some(bound) if !matches!(stem, "up" | "over" | "above") && !is_than(scene, bound) => bound.start,
            _ if is_filler => at - 1,
            _ => return at,
        };
    }
    at
}

/// A value, or a change in money or quantity.
pub(super) fn amount(
    context: &FigureContext,
    done: &[Option<(SaidMeasure, Flow)>],
) -> Result<SaidMeasure, Inexpressible> {
    let (scene, figure) = (context.scene, context.figure());
    if is_about_prices(scene, figure) || is_rate(scene, figure) {
        return Err(Inexpressible::Price);
    }
    if is_scale_unknown(figure) {
        return Err(Inexpressible::UnknownUnit);
    }
    let before = scene.before(context.at);
    let at = skip_back(scene, figure.tokens.start, before.start);
    let previous = at.checked_sub(1).map_or("", |at| scene.stem(at));
    let mark_ending = |at: usize, kind: WordKind| {
        scene
            .marks
            .iter()
            .rev()
            .find(|mark| mark.end == at && mark.kind == kind && mark.start >= before.start)
    };
    let is_in_brackets = scene.is_in_brackets(context.at);
    let last = done.last().copied().flatten();
    // In brackets directly behind an amount: the same in another currency, or the base behind its period.
    if is_in_brackets
        && before.len() <= 3
        && context.at > 0
        && let Some((kind, _)) =
            last.filter(|(kind, _)| matches!(kind.measure, Measure::Value | Measure::Change))
    {
        let other = scene
            .figures
            .get(context.at - 1)
            .is_some_and(|before| before.counted != figure.counted && !is_percent(before));
        if other {
            return Ok(SaidMeasure { is_conversion: true, ..kind });
        }
    }
    let behind = scene.over_brackets(scene.behind(context.at).start);
    let noun = scene.mark_at(behind, WordKind::Change).filter(|_| {
        !matches!(
            scene.stem(behind),
            "up" | "down" | "more" | "less" | "higher" | "lower" | "above" | "below"
        ) || matches!(scene.stem(behind + 1), "than")
    });
    let than = scene.mark_at(behind, WordKind::Bound).filter(|mark| is_than(scene, mark));
    let in_flow = in_flow(context, at);
    let is_noun = noun.is_some_and(|noun| is_noun(scene.stem(noun.start)));
    let change_before = mark_ending(at, WordKind::Change);
    let of_change = (previous == "of")
        .then(|| mark_ending(at - 1, WordKind::Change))
        .flatten()
        .filter(|mark| is_noun_word(scene.stem(mark.start)));
    let is_by = matches!(previous, "by" | "на")
        && change(context).is_some()
        && !(previous == "на" && is_change_closed(scene, at))
        && (scene.has(scene.tokens.start..figure.tokens.start, &[WordKind::Change])
            || scene.mark_at(behind, WordKind::Change).is_some());
    // `в Казахстан поставлено на 6 млн долларов (рост на 12%), в Россию - на 4 млн`: the same as the amount before.
    let is_elided = previous == "на" && matches!(scene.stem(at.saturating_sub(2)), "-" | "—");
    let amount_before = done
        .iter()
        .rev()
        .flatten()
        .find(|(kind, _)| !matches!(kind.measure, Measure::Growth | Measure::Multiple));
    if let Some((kind, _)) = amount_before.filter(|(kind, _)| is_elided && kind.measure == Measure::Value) {
        return Ok(*kind);
    }
    let is_or = previous == "or" || (previous == "," && matches!(scene.stem(at.saturating_sub(2)), "or"));
    let follows_change = is_or
        && context.at > 0
        && last.is_some_and(|(kind, _)| matches!(kind.measure, Measure::Growth | Measure::Change));
    let is_up_to = matches!(previous, "to" | "до" | "至" | "达" | "到");
    let of_product = is_in_brackets && change_in_list(scene, before.start, at);
    let is_exceeding = change_before.is_some_and(|mark| is_level_verb(scene.stem(mark.start)));
    if !is_up_to
        && !is_exceeding
        && (is_noun
            || change_before.is_some()
            || of_change.is_some()
            || than.is_some()
            || in_flow.is_some()
            || is_by
            || follows_change
            || of_product)
    {
        let down = noun.filter(|_| is_noun).or(change_before).or(of_change).map(|mark| mark.code == "down");
        let down =
            than.map(|than| than.code == "at_most").or(in_flow.map(|mark| mark.code == "down")).or(down);
        let is_down = down.unwrap_or_else(|| change(context).is_some_and(|mark| mark.code == "down"));
        let is_down = if follows_change { last.is_some_and(|(kind, _)| kind.is_down) } else { is_down };
        return Ok(SaidMeasure { is_down, ..SaidMeasure::new(Measure::Change) });
    }
    if let Some(is_down) = change_in_brackets(context, at).or_else(|| joined_change(context, at, last)) {
        return Ok(SaidMeasure { is_down, ..SaidMeasure::new(Measure::Change) });
    }
    if is_in_brackets && is_of_growth(context) {
        return Ok(SaidMeasure { is_down: false, ..SaidMeasure::new(Measure::Change) });
    }
    let is_base = is_base_value(scene, at, before.start, is_in_brackets)
        || follows_base(context, done)
        || is_recorded_before(scene, figure);
    Ok(SaidMeasure { is_base, ..SaidMeasure::new(Measure::Value) })
}

/// `the value (₦4,359.5 billion, revised) recorded in the preceding quarter`: what another amount is compared with.
fn is_recorded_before(scene: &SentenceScene, figure: &TextFigure) -> bool {
    let near = figure.tokens.end..(figure.tokens.end + 5).min(scene.tokens.end);
    let is_verb = |at: &usize| {
        matches!(
            scene.stem(*at),
            "recorded" | "reported" | "registered" | "posted" | "seen" | "logged" | "observed"
        )
    };
    let Some(verb) = near.clone().find(is_verb) else { return false };
    let is_plain =
        (near.start..verb).all(|at| !scene.is_taken(at) && !matches!(scene.stem(at), "and" | "was" | "were"));
    let mut at = verb + usize::from(matches!(scene.stem(verb + 1), "in" | "during" | "for")) + 1;
    at += usize::from(scene.stem(at) == "the" && scene.marks.iter().all(|mark| mark.start != at));
    let bases = [WordKind::Yoy, WordKind::Mom, WordKind::Qoq];
    is_plain && bases.iter().any(|kind| scene.mark_at(at, *kind).is_some())
}

/// `импорт составил 16 млн тонн (снижение на 11%) на 4 млрд долларов`: the last word of change stands in brackets.
fn is_change_closed(scene: &SentenceScene, at: usize) -> bool {
    let Some(mark) = scene.marks_in(scene.tokens.start..at, &[WordKind::Change]).next_back() else {
        return false;
    };
    let is_bracket = |at: &usize| matches!(scene.stem(*at), "(" | ")");
    let open = (scene.tokens.start..mark.start).rev().find(is_bracket);
    let close = (mark.end..at).find(is_bracket);
    open.is_some_and(|at| scene.stem(at) == "(") && close.is_some_and(|at| scene.stem(at) == ")")
}

/// `2.39 tln`: nobody counts trade in single units of money, so the word behind the number is a scale that is not known.
fn is_scale_unknown(figure: &TextFigure) -> bool {
    let is_money = matches!(figure.counted, CountedIn::Unit(Unit::Money(_)) | CountedIn::Money(_));
    let thousand = rust_decimal::Decimal::ONE_THOUSAND;
    is_money && !figure.has_scale && figure.value.is_some_and(|value| value.value() < thousand)
}

pub(super) fn is_percent(figure: &TextFigure) -> bool {
    figure.counted == CountedIn::Unit(Unit::Percent)
}

/// `a decrease in the goods deficit of $1.2 billion to $65.7 billion`: the noun in front of the flow.
fn in_flow<'s>(context: &FigureContext<'s, '_>, at: usize) -> Option<&'s KnownPhrase> {
    let scene = context.scene;
    let before = scene.before(context.at);
    let of = at.checked_sub(1).filter(|of| scene.stem(*of) == "of")?;
    let noun = scene
        .marks_in(before.start..of, &[WordKind::Change])
        .next_back()
        .filter(|mark| is_noun_word(scene.stem(mark.start)))?;
    (scene.stem(noun.end) == "in" && scene.has(noun.end..of, &[WordKind::Flow])).then_some(noun)
}

/// Words of change that can be nouns behind an amount: `a £2.1 billion increase`.
fn is_noun(stem: &str) -> bool {
    is_noun_word(stem) || stem == "more"
}

pub(super) fn is_noun_word(stem: &str) -> bool {
    matches!(
        stem,
        "increase"
            | "decrease"
            | "rise"
            | "fall"
            | "drop"
            | "decline"
            | "growth"
            | "gain"
            | "jump"
            | "surge"
            | "reduction"
            | "improvement"
            | "expansion"
            | "contraction"
            | "slump"
            | "increases"
            | "decreases"
            | "рост"
            | "увеличен"
            | "снижен"
            | "сокращен"
            | "прирост"
    )
}

/// Verbs of change that stand in front of a level: `exceeded $5 bn`, 超过.
fn is_level_verb(stem: &str) -> bool {
    matches!(
        stem,
        "exceeded"
            | "surpassed"
            | "превысил"
            | "topped"
            | "above"
            | "below"
            | "more"
            | "less"
            | "高"
            | "выше"
            | "ниже"
            | "больш"
            | "меньш"
            | "over"
    )
}

/// `increases in imports and exports of €91 million and €61 million`: the second amount is a change as the first is.
fn joined_change(context: &FigureContext, at: usize, last: Option<(SaidMeasure, Flow)>) -> Option<bool> {
    let scene = context.scene;
    let before = scene.before(context.at);
    let is_joined = matches!(scene.stem(before.start), "and" | "и") && before.start + 1 == at;
    let previous = context.at.checked_sub(1).and_then(|at| scene.figures.get(at))?;
    let is_like = previous.counted == context.figure().counted;
    last.filter(|(kind, _)| kind.measure == Measure::Change && is_joined && is_like)
        .map(|(kind, _)| kind.is_down)
}

/// `1 U.S. dollar equals 4.05 ringgit`: a rate of exchange.
fn is_rate(scene: &SentenceScene, figure: &TextFigure) -> bool {
    let within = figure.tokens.start.saturating_sub(4)..(figure.tokens.end + 3).min(scene.tokens.end);
    within.into_iter().any(|at| matches!(scene.stem(at), "equals" | "="))
}
