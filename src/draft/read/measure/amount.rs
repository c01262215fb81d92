//! Amounts of money and goods: a value, the value that another is compared with, or a change.

use super::base::{follows_base, is_base_value};
use super::bracket::{change_in_brackets, change_in_list, is_of_growth};
use super::change::change;
use super::noun::{is_noun_word, is_percent, is_than, skip_back};
use super::refusal::is_about_prices;
use crate::dataset::{Flow, Measure, Unit};
use crate::draft::figure::{CountedIn, TextFigure};
use crate::draft::read::figure_context::FigureContext;
use crate::draft::read::said_measure::SaidMeasure;
use crate::draft::sentence::{KnownPhrase, Sentence};
use crate::draft::unexpressed::Inexpressible;
use crate::draft::words::WordKind;

/// The least amount of money that needs no scale.
const LEAST_MONEY: u32 = 10_000;

/// A value, or a change in money or quantity.
pub(super) fn amount(
    context: &FigureContext,
    done: &[Option<(SaidMeasure, Flow)>],
) -> Result<SaidMeasure, Inexpressible> {
    let (sentence, figure) = (context.sentence, context.figure());
    if is_about_prices(sentence, figure) || is_rate(sentence, figure) {
        return Err(Inexpressible::Price);
    }
    if is_scale_unknown(figure) {
        return Err(Inexpressible::UnknownUnit);
    }
    let before = sentence.before(context.at);
    let at = skip_back(sentence, figure.tokens.start, before.start);
    let previous = at.checked_sub(1).map_or("", |at| sentence.stem(at));
    let mark_ending = |at: usize, kind: WordKind| {
        sentence
            .marks
            .iter()
            .rev()
            .find(|mark| mark.end == at && mark.kind == kind && mark.start >= before.start)
    };
    let is_in_brackets = sentence.is_in_brackets(context.at);
    let last = done.last().copied().flatten();
    // In brackets directly behind an amount: the same in another currency, or the base behind its period.
    if is_in_brackets
        && before.len() <= 3
        && context.at > 0
        && let Some((kind, _)) =
            last.filter(|(kind, _)| matches!(kind.measure, Measure::Value | Measure::Change))
    {
        let other = sentence
            .figures
            .get(context.at - 1)
            .is_some_and(|before| before.counted != figure.counted && !is_percent(before));
        if other {
            return Ok(SaidMeasure { is_conversion: true, ..kind });
        }
    }
    let behind = sentence.over_brackets(sentence.behind(context.at).start);
    let noun = sentence.mark_at(behind, WordKind::Change).filter(|_| {
        !matches!(
            sentence.stem(behind),
            "up" | "down" | "more" | "less" | "higher" | "lower" | "above" | "below"
        ) || matches!(sentence.stem(behind + 1), "than")
    });
    let than = sentence.mark_at(behind, WordKind::Bound).filter(|mark| is_than(sentence, mark));
    let in_flow = in_flow(context, at);
    let is_noun =
        noun.is_some_and(|noun| is_noun(sentence.stem(noun.start)) || is_compared(sentence, noun, previous));
    let change_before = mark_ending(at, WordKind::Change);
    let of_change = (previous == "of")
        .then(|| mark_ending(at - 1, WordKind::Change))
        .flatten()
        .filter(|mark| is_noun_word(sentence.stem(mark.start)));
    let is_by = matches!(previous, "by" | "на")
        && change(context).is_some()
        && !(previous == "на" && is_change_closed(sentence, at))
        && (sentence.has(sentence.tokens.start..figure.tokens.start, &[WordKind::Change])
            || sentence.mark_at(behind, WordKind::Change).is_some());
    // `в Казахстан поставлено на 6 млн долларов (рост на 12%), в Россию - на 4 млн`: the same as the amount before.
    let is_elided = previous == "на" && matches!(sentence.stem(at.saturating_sub(2)), "-" | "—");
    let amount_before = done
        .iter()
        .rev()
        .flatten()
        .find(|(kind, _)| !matches!(kind.measure, Measure::Growth | Measure::Multiple));
    if let Some((kind, _)) = amount_before.filter(|(kind, _)| is_elided && kind.measure == Measure::Value) {
        return Ok(*kind);
    }
    let is_or = previous == "or" || (previous == "," && matches!(sentence.stem(at.saturating_sub(2)), "or"));
    let follows_change = is_or
        && context.at > 0
        && last.is_some_and(|(kind, _)| matches!(kind.measure, Measure::Growth | Measure::Change));
    let is_up_to = matches!(previous, "to" | "до" | "至" | "达" | "到");
    let of_product = is_in_brackets && change_in_list(sentence, before.start, at);
    let is_exceeding = change_before.is_some_and(|mark| is_level_verb(sentence.stem(mark.start)));
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
    let beside = change_or_percent(context, last).or_else(|| change_in_brackets(context, at));
    if let Some(is_down) = beside.or_else(|| joined_change(context, at, last)) {
        return Ok(SaidMeasure { is_down, ..SaidMeasure::new(Measure::Change) });
    }
    if is_in_brackets && is_of_growth(context) {
        return Ok(SaidMeasure { is_down: false, ..SaidMeasure::new(Measure::Change) });
    }
    let is_base = is_base_value(sentence, at, before.start, is_in_brackets)
        || follows_base(context, done)
        || is_recorded_before(sentence, figure);
    Ok(SaidMeasure { is_base, ..SaidMeasure::new(Measure::Value) })
}

/// `the value (₦4,359.5 billion, revised) recorded in the preceding quarter`: what another amount is compared with.
fn is_recorded_before(sentence: &Sentence, figure: &TextFigure) -> bool {
    let near = figure.tokens.end..(figure.tokens.end + 5).min(sentence.tokens.end);
    let is_verb = |at: &usize| {
        matches!(
            sentence.stem(*at),
            "recorded" | "reported" | "registered" | "posted" | "seen" | "logged" | "observed"
        )
    };
    let Some(verb) = near.clone().find(is_verb) else { return false };
    let is_plain = (near.start..verb)
        .all(|at| !sentence.is_taken(at) && !matches!(sentence.stem(at), "and" | "was" | "were"));
    let mut at = verb + usize::from(matches!(sentence.stem(verb + 1), "in" | "during" | "for")) + 1;
    at += usize::from(sentence.stem(at) == "the" && sentence.marks.iter().all(|mark| mark.start != at));
    let bases = [WordKind::Yoy, WordKind::Mom, WordKind::Qoq];
    is_plain && bases.iter().any(|kind| sentence.mark_at(at, *kind).is_some())
}

/// `импорт составил 16 млн тонн (снижение на 11%) на 4 млрд долларов`: the last word of change stands in brackets.
fn is_change_closed(sentence: &Sentence, at: usize) -> bool {
    let Some(mark) = sentence.marks_in(sentence.tokens.start..at, &[WordKind::Change]).next_back() else {
        return false;
    };
    let is_bracket = |at: &usize| matches!(sentence.stem(*at), "(" | ")");
    let open = (sentence.tokens.start..mark.start).rev().find(is_bracket);
    let close = (mark.end..at).find(is_bracket);
    open.is_some_and(|at| sentence.stem(at) == "(") && close.is_some_and(|at| sentence.stem(at) == ")")
}

/// `2.39 tln`: nobody counts trade in single units of money, so the word behind the number is a scale that is not known, or
/// the number a year: `2024 marks`.
fn is_scale_unknown(figure: &TextFigure) -> bool {
    let is_money = matches!(figure.counted, CountedIn::Unit(Unit::Money(_)) | CountedIn::Money(_));
    let least = rust_decimal::Decimal::from(LEAST_MONEY);
    is_money && !figure.has_scale && figure.value.is_some_and(|value| value.value() < least)
}

/// `a decrease in the goods deficit of $1.2 billion to $65.7 billion`: the noun in front of the flow.
fn in_flow<'s>(context: &FigureContext<'s, '_>, at: usize) -> Option<&'s KnownPhrase> {
    let sentence = context.sentence;
    let before = sentence.before(context.at);
    let of = at.checked_sub(1).filter(|of| sentence.stem(*of) == "of")?;
    let noun = sentence
        .marks_in(before.start..of, &[WordKind::Change])
        .next_back()
        .filter(|mark| is_noun_word(sentence.stem(mark.start)))?;
    (sentence.stem(noun.end) == "in" && sentence.has(noun.end..of, &[WordKind::Flow])).then_some(noun)
}

/// `exports were $24 billion lower than in May`; a level stands `at $24 billion lower than` another.
fn is_compared(sentence: &Sentence, noun: &KnownPhrase, previous: &str) -> bool {
    let words = ["lower", "higher", "smaller", "larger", "greater"];
    words.contains(&sentence.stem(noun.start)) && sentence.stem(noun.end) == "than" && previous != "at"
}

/// Words of change that can be nouns behind an amount: `a £2.1 billion increase`.
fn is_noun(stem: &str) -> bool {
    is_noun_word(stem) || stem == "more"
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
    let sentence = context.sentence;
    let before = sentence.before(context.at);
    let is_joined = matches!(sentence.stem(before.start), "and" | "и") && before.start + 1 == at;
    let previous = context.at.checked_sub(1).and_then(|at| sentence.figures.get(at))?;
    let is_like = previous.counted == context.figure().counted;
    last.filter(|(kind, _)| kind.measure == Measure::Change && is_joined && is_like)
        .map(|(kind, _)| kind.is_down)
}

/// `Trade reached €9 bn - €0.4 bn or 4.7% more than a year before`: the second amount is the same change as the percentage.
fn change_or_percent(context: &FigureContext, last: Option<(SaidMeasure, Flow)>) -> Option<bool> {
    let (sentence, figure) = (context.sentence, context.figure());
    let before = sentence.before(context.at);
    let is_behind_value = before.len() == 1
        && matches!(sentence.stem(before.start), "-" | "—" | ",")
        && last.is_some_and(|(kind, _)| kind.measure == Measure::Value);
    let next = sentence.figures.get(context.at + 1)?;
    let is_or = matches!(sentence.stem(figure.tokens.end), "or" | "или");
    let is_next = is_or && next.tokens.start == figure.tokens.end + 1 && is_percent(next);
    let is_more =
        matches!(sentence.stem(next.tokens.end), "more" | "higher" | "above" | "больш" | "больше" | "выше");
    let is_less =
        matches!(sentence.stem(next.tokens.end), "less" | "lower" | "below" | "меньш" | "меньше" | "ниже");
    (is_behind_value && is_next && (is_more || is_less)).then_some(is_less)
}

/// `1 U.S. dollar equals 4.05 ringgit`: a rate of exchange.
fn is_rate(sentence: &Sentence, figure: &TextFigure) -> bool {
    let within = figure.tokens.start.saturating_sub(4)..(figure.tokens.end + 3).min(sentence.tokens.end);
    within.into_iter().any(|at| matches!(sentence.stem(at), "equals" | "="))
}
