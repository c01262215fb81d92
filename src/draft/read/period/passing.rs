//! Periods that only one figure of a sentence has, that of a year or a month before, and those that the next sentence keeps.

use std::ops::Range;

use super::is_of_base;
use crate::dataset::{Measure, Period};
use crate::draft::calendar::{Mention, NamedPeriod, YearSaid};
use crate::draft::read::FigureContext;
use crate::draft::read::measure::SaidMeasure;
use crate::draft::read::memory::{KnownWords, TextMemory};
use crate::draft::scene::{KnownPhrase, SentenceScene};
use crate::draft::words::WordKind;

/// `the previous month's 6.5 percent growth`, `the 19.6 percent increase in the previous month`: a month that a growth is
/// of, not one that it is compared with.
pub(super) fn of_month_before<'s>(context: &FigureContext<'s, '_>) -> Option<&'s KnownPhrase> {
    let (scene, figure) = (context.scene, context.figure());
    let months = scene.marks_in(scene.tokens.clone(), &[WordKind::Mom]);
    months.into_iter().find(|mark| {
        let is_owner = mark.end + 1 == figure.tokens.start && scene.stem(mark.end) == "'s";
        is_owner || is_month_of(scene, mark) == Some(figure.tokens.end)
    })
}

/// The end of the figure in front of `increase in the previous month`.
pub(super) fn is_month_of(scene: &SentenceScene, mark: &KnownPhrase) -> Option<usize> {
    let start = mark.start - usize::from(scene.stem(mark.start.saturating_sub(1)) == "the");
    let is_in = scene.stem(start.saturating_sub(1)) == "in";
    let noun = scene.marks.iter().find(|noun| noun.kind == WordKind::Change && noun.end + 1 == start);
    let is_figure = |noun: &&KnownPhrase| scene.figures.iter().any(|figure| figure.tokens.end == noun.start);
    let direct = scene.figures.iter().find(|figure| figure.tokens.end + 1 == start).filter(|_| is_in);
    let noun = noun.filter(|_| is_in).filter(is_figure).map(|noun| noun.start);
    noun.or_else(|| direct.map(|figure| figure.tokens.end))
}

/// `in the same period of 2019 it amounted to …`: the same months of another year as the period of a value itself.
pub(super) fn of_value<'s>(context: &FigureContext<'s, '_>, kind: SaidMeasure) -> Option<&'s Mention> {
    let (scene, figure) = (context.scene, context.figure());
    let before = scene.before(context.at);
    let clause = scene.clause_start(figure.tokens.start).max(before.start);
    let is_open = |at: usize| context.at == 0 || clause > before.start || scene.stem(at) == ",";
    let mention = scene.periods.iter().rfind(|mention| {
        matches!(mention.span, NamedPeriod::Same { .. })
            && (clause..mention.tokens.start).any(is_open)
            && mention.tokens.start >= clause
            && mention.tokens.end <= figure.tokens.start
    })?;
    let words = mention.tokens.start.saturating_sub(3)..mention.tokens.start;
    let is_in = words.clone().any(|at| matches!(scene.stem(at), "in" | "during" | "for" | "в" | "за"));
    let is_compared = scene.has(words, &[WordKind::Versus]);
    (is_in && !is_compared && matches!(kind.measure, Measure::Value | Measure::Share)).then_some(mention)
}

/// `November exports totalled 158 tonnes, compared with 190 in 1985`: the same month of the year behind the base.
pub(super) fn of_other_year(
    context: &FigureContext,
    mention: &Mention,
    memory: &TextMemory,
) -> Option<KnownWords<Option<Period>>> {
    let NamedPeriod::Months { first: 1, count: 12, year: year @ YearSaid::Year(_) } = mention.span else {
        return None;
    };
    let last = memory.last.as_ref().filter(|_| memory.last_sentence == context.scene.tokens.start)?;
    let now = last.period.value.filter(|now| now.length_in_months().is_some_and(|months| months < 12))?;
    let base = memory.calendar.resolve(NamedPeriod::Same { year }, Some(now))?;
    Some(context.here(Some(base), mention.tokens.clone()))
}

/// `following the 6.9 percent decrease in April`: a figure that only tells what went before.
pub(super) fn is_behind_after(scene: &SentenceScene, figure: usize) -> bool {
    let before = scene.before(figure);
    let near = before.end.saturating_sub(6).max(before.start)..before.end;
    near.rev()
        .take_while(|at| !matches!(scene.stem(*at), "," | ";"))
        .any(|at| matches!(scene.stem(at), "following" | "after" | "после" | "вслед"))
}

/// True for a period that only the figure next to it has, not those behind: a base's, that of another year.
pub(in crate::draft::read) fn is_passing(scene: &SentenceScene, range: &Range<usize>) -> bool {
    let mention = scene.periods.iter().find(|mention| mention.range == *range);
    mention
        .is_none_or(|mention| matches!(mention.span, NamedPeriod::Same { .. }) || is_of_base(scene, mention))
}

/// The period of a sentence that goes on with the last one: `Within this total, re-exports …`; `imports also rose`.
pub(super) fn continued(context: &FigureContext, memory: &TextMemory) -> Option<KnownWords<Option<Period>>> {
    let scene = context.scene;
    let is_part = scene.mark_at(scene.tokens.start, WordKind::OfWhich).is_some();
    let mut before = scene.tokens.start..context.figure().tokens.start;
    let is_also = before.any(|at| matches!(scene.stem(at), "also" | "также" | "likewise"));
    memory.lead.clone().filter(|_| !scene.is_chinese() && (is_part || is_also))
}

/// `The monthly trade balance was a deficit of $701 million`, where the text is about a year and came to a month.
pub(super) fn monthly(context: &FigureContext, memory: &TextMemory) -> Option<KnownWords<Option<Period>>> {
    let scene = context.scene;
    let is_monthly = |flow: &KnownPhrase| {
        let before = flow.start.saturating_sub(1);
        matches!(scene.stem(before), "monthly" | "ежемесячн" | "месячн")
    };
    let mut flows = scene.marks_in(scene.tokens.start..context.figure().tokens.start, &[WordKind::Flow]);
    let is_of_month = memory.main.as_ref().and_then(|main| main.value?.length_in_months()) == Some(1);
    memory.month.clone().filter(|_| !is_of_month && flows.any(is_monthly))
}

/// `A year earlier, the surplus was $5 bn`, `Годом ранее товарооборот равнялся`: the period of a value itself.
pub(super) fn of_year_before<'s>(
    context: &FigureContext<'s, '_>,
    kind: SaidMeasure,
) -> Option<&'s KnownPhrase> {
    let (scene, figure) = (context.scene, context.figure());
    let start = scene.clause_start(figure.tokens.start);
    let mark = scene.marks_in(start..(start + 6).min(figure.tokens.start), &[WordKind::Yoy]).next()?;
    let words = ["ago", "earlier", "before", "ран", "назад"];
    let is_when =
        words.contains(&scene.stem(mark.end - 1)) && scene.stem(mark.start.saturating_sub(1)) != "than";
    let is_first = mark.start == start
        || (start..mark.start)
            .all(|at| !scene.has(at..at + 1, &[WordKind::Flow, WordKind::FlowVerb, WordKind::Versus]));
    let is_level = !scene.has(start..figure.tokens.start, &[WordKind::Change]);
    let is_value = matches!(kind.measure, Measure::Value | Measure::Share) && !kind.is_base;
    (is_value && is_when && is_first && is_level && context.at == 0).then_some(mark)
}

/// The months from January on that the last paragraph of a Chinese text is about, where the text began with one month:
/// what follows without a period of its own goes on with them. English and Russian texts come back to the month.
pub(super) fn summed_up(scene: &SentenceScene, memory: &TextMemory) -> Option<KnownWords<Option<Period>>> {
    let months = |known: &KnownWords<Option<Period>>| known.value.and_then(Period::length_in_months);
    let is_of_month = memory.main.as_ref().and_then(months) == Some(1);
    let lead = memory
        .lead
        .as_ref()
        .filter(|lead| scene.is_chinese() && is_of_month && months(lead).is_some_and(|months| months > 3))?;
    Some(KnownWords { sentence: usize::MAX, ..lead.clone() })
}

/// True if a figure or a word of change ends shortly before a token.
pub(super) fn is_behind_number(scene: &SentenceScene, at: usize) -> bool {
    let is_near = |range: &Range<usize>| range.end <= at && at - range.end <= 3;
    scene.figures.iter().any(|figure| is_near(&figure.tokens))
        || scene.marks.iter().any(|mark| mark.kind == WordKind::Change && is_near(&(mark.start..mark.end)))
}
