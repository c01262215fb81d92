//! Amounts that another is compared with.

use super::noun::{is_than, skip_back};
use crate::dataset::{Flow, Measure};
use crate::draft::calendar::{Mention, NamedPeriod};
use crate::draft::figure::TextFigure;
use crate::draft::read::figure_context::FigureContext;
use crate::draft::read::period::is_base;
use crate::draft::read::said_measure::SaidMeasure;
use crate::draft::sentence::{KnownPhrase, Sentence};
use crate::draft::words::WordKind;

/// `from $36.2 billion`, `compared with $19.94 billion`, `против 5 млрд`, `(€186.5 bn)` behind the base's period.
pub(super) fn is_base_value(sentence: &Sentence, at: usize, start: usize, is_in_brackets: bool) -> bool {
    if is_in_brackets {
        let open = at.saturating_sub(1);
        let period = sentence.periods.iter().find(|period| period.tokens.end == open);
        // `на 8% ниже уровня прошлого года ($234 млн)`
        let year = sentence.marks.iter().find(|mark| mark.kind == WordKind::Yoy && mark.end == open);
        let is_compared = |mark: &KnownPhrase| {
            let near = mark.start.saturating_sub(3).max(sentence.tokens.start)..mark.end;
            near.into_iter().any(|at| {
                matches!(sentence.stem(at), "ниж" | "выш" | "чем" | "меньш" | "больш" | "than" | "against")
            })
        };
        return period.is_some_and(|period| is_base(sentence, period)) || year.is_some_and(is_compared);
    }
    if is_same_period(sentence, at) || is_year_before(sentence, at) {
        return true;
    }
    let mut from = at;
    // Over a period with its possessive: `from September's record £34.6 billion`, 从去年上半年的446亿.
    if matches!(sentence.stem(from.saturating_sub(1)), "'s" | "的")
        && let Some(period) = sentence.periods.iter().find(|period| period.tokens.end + 1 == from)
    {
        from = period.tokens.start;
        if matches!(sentence.stem(from.saturating_sub(1)), "从" | "由") {
            return true;
        }
    }
    // Over the flow: `down from the record deficit of £10.2 billion`.
    while from > start {
        let flow = sentence.marks.iter().find(|mark| mark.end == from && mark.kind == WordKind::Flow);
        let is_filler = matches!(
            sentence.stem(from - 1),
            "of" | "the" | "a" | "record" | "previous" | "revised" | "with" | "that" | "corresponding"
        );
        let is_versus = sentence.marks.iter().any(|mark| mark.end == from && mark.kind == WordKind::Versus);
        from = match flow {
            Some(flow) if from < at => flow.start,
            _ if is_filler && !is_versus => from - 1,
            _ => break,
        };
    }
    if sentence.marks.iter().any(|mark| {
        mark.start == start && mark.end <= from && is_than(sentence, mark) && from - mark.end <= 2
    }) {
        return true;
    }
    let is_of_base = |period: &Mention| period.tokens.end == from && from < at && is_base(sentence, period);
    if sentence.stem(at.saturating_sub(1)) == "of" && sentence.periods.iter().any(is_of_base) {
        return true;
    }
    // `второе место занял Узбекистан с 93 тыс. тонн`: what a place has.
    if matches!(sentence.stem(from.saturating_sub(1)), "с" | "со")
        && sentence.places.iter().any(|place| place.mark.end + 1 == from)
        && !sentence.figures.iter().any(|figure| sentence.stem(figure.tokens.start.saturating_sub(1)) == "до")
    {
        return false;
    }
    let mut marks = sentence.marks.iter().rev().filter(|mark| mark.end == from && mark.start >= start);
    // `a deficit of slightly over $2 billion` compares with nothing.
    let is_loose = |mark: &KnownPhrase| {
        let is_behind = |end: usize| end == mark.start;
        sentence.stem(mark.start) == "over"
            && !sentence.figures.iter().any(|figure| is_behind(figure.tokens.end))
            && !sentence.marks.iter().any(|change| change.kind == WordKind::Change && is_behind(change.end))
    };
    marks.any(|mark| matches!(mark.kind, WordKind::From | WordKind::Versus) && !is_loose(mark))
}

/// `заплачено 38 млн, тогда как годом ранее — 29 млн`
fn is_year_before(sentence: &Sentence, at: usize) -> bool {
    let dash = at.saturating_sub(1);
    let is_dash = matches!(sentence.stem(dash), "-" | "—" | "–");
    let year = sentence.marks.iter().find(|mark| mark.kind == WordKind::Yoy && mark.end == dash);
    let is_apart = |mark: &KnownPhrase| {
        matches!(
            sentence.stem(mark.start.saturating_sub(1)),
            "," | "(" | "как" | "а" | ";" | "while" | "when"
        )
    };
    is_dash && year.is_some_and(is_apart)
}

/// 上年同期为4430万吨, 较去年同期的210万吨: directly behind the words for the same months of another year.
fn is_same_period(sentence: &Sentence, at: usize) -> bool {
    let is_link = matches!(sentence.stem(at.saturating_sub(1)), "为" | "是" | "的" | "仅" | "达");
    let end = at - usize::from(is_link && at > sentence.tokens.start);
    // 去年同期进口仅3.6万吨
    let flow = sentence
        .marks
        .iter()
        .find(|mark| mark.kind == WordKind::Flow && mark.end == end && sentence.is_chinese());
    let end = flow.map_or(end, |flow| flow.start);
    let is_period = matches!(sentence.stem(end.saturating_sub(1)), "期" | "月");
    let ends = |mark: &KnownPhrase| mark.kind == WordKind::Yoy && mark.end == end;
    let is_same =
        |period: &Mention| matches!(period.span, NamedPeriod::Same { .. }) && period.tokens.end == end;
    is_period && (sentence.marks.iter().any(ends) || sentence.periods.iter().any(is_same))
}

/// True for an amount that another is compared with.
pub(in crate::draft::read) fn is_base_amount(sentence: &Sentence, at: usize) -> bool {
    let Some(figure) = sentence.figures.get(at) else { return false };
    let before = sentence.before(at);
    is_base_value(
        sentence,
        skip_back(sentence, figure.tokens.start, before.start),
        before.start,
        sentence.is_in_brackets(at),
    )
}

/// `compared with a $900 million deficit in October and a $1.6 billion deficit a year before`: the base goes on.
pub(super) fn follows_base(context: &FigureContext, done: &[Option<(SaidMeasure, Flow)>]) -> bool {
    let sentence = context.sentence;
    let last = done.last().copied().flatten();
    let is_base = last.is_some_and(|(kind, _)| kind.is_base && kind.measure == Measure::Value);
    let mut gap = sentence.before(context.at);
    let is_joined = gap.clone().any(|at| sentence.stem(at) == "and") && gap.len() <= 8;
    let is_said = |at: usize| {
        sentence.is_taken(at)
            || matches!(sentence.stem(at), "and" | "a" | "an" | "the" | "in" | "of" | "," | "for" | "trade")
            || sentence.has(at..at + 1, &[WordKind::Flow])
    };
    is_base && is_joined && gap.all(is_said)
}

/// `the value (₦4,359.5 billion, revised) recorded in the preceding quarter`: what another amount is compared with.
pub(super) fn is_recorded_before(sentence: &Sentence, figure: &TextFigure) -> bool {
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
