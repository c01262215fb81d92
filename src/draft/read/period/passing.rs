//! Periods that only one figure of a sentence has, that of a year or a month before, and those that the next sentence keeps.

use std::ops::Range;

use super::attached::is_in_brackets;
use super::is_of_base;
use crate::dataset::{Measure, Period};
use crate::draft::calendar::{Mention, NamedPeriod, YearSaid};
use crate::draft::read::figure_context::FigureContext;
use crate::draft::read::known_words::KnownWords;
use crate::draft::read::pointed::points;
use crate::draft::read::said_measure::SaidMeasure;
use crate::draft::read::so_far::TextSoFar;
use crate::draft::sentence::{KnownPhrase, PlaceRole, Sentence};
use crate::draft::words::WordKind;

/// `the previous month's 6.5 percent growth`, `the 19.6 percent increase in the previous month`: a month that a growth is
/// of, not one that it is compared with.
pub(super) fn of_month_before<'s>(context: &FigureContext<'s, '_>) -> Option<&'s KnownPhrase> {
    let (sentence, figure) = (context.sentence, context.figure());
    let months = sentence.marks_in(sentence.tokens.clone(), &[WordKind::Mom]);
    months.into_iter().find(|mark| {
        let is_owner = mark.end + 1 == figure.tokens.start && sentence.stem(mark.end) == "'s";
        is_owner || is_month_of(sentence, mark) == Some(figure.tokens.end)
    })
}

/// The end of the figure in front of `increase in the previous month`.
pub(super) fn is_month_of(sentence: &Sentence, mark: &KnownPhrase) -> Option<usize> {
    let start = mark.start - usize::from(sentence.stem(mark.start.saturating_sub(1)) == "the");
    let is_in = sentence.stem(start.saturating_sub(1)) == "in";
    let noun = sentence.marks.iter().find(|noun| noun.kind == WordKind::Change && noun.end + 1 == start);
    let is_figure =
        |noun: &&KnownPhrase| sentence.figures.iter().any(|figure| figure.tokens.end == noun.start);
    let direct = sentence.figures.iter().find(|figure| figure.tokens.end + 1 == start).filter(|_| is_in);
    let noun = noun.filter(|_| is_in).filter(is_figure).map(|noun| noun.start);
    noun.or_else(|| direct.map(|figure| figure.tokens.end))
}

/// `in the same period of 2019 it amounted to …`: the same months of another year as the period of a value itself.
pub(super) fn of_value<'s>(context: &FigureContext<'s, '_>, kind: SaidMeasure) -> Option<&'s Mention> {
    let (sentence, figure) = (context.sentence, context.figure());
    let before = sentence.before(context.at);
    let clause = sentence.clause_start(figure.tokens.start).max(before.start);
    let is_open = |at: usize| context.at == 0 || clause > before.start || sentence.stem(at) == ",";
    let mention = sentence.periods.iter().rfind(|mention| {
        matches!(mention.span, NamedPeriod::Same { .. })
            && (clause..mention.tokens.start).any(is_open)
            && mention.tokens.start >= clause
            && mention.tokens.end <= figure.tokens.start
    })?;
    let words = mention.tokens.start.saturating_sub(3)..mention.tokens.start;
    let is_in = words.clone().any(|at| matches!(sentence.stem(at), "in" | "during" | "for" | "в" | "за"));
    let is_compared = sentence.has(words, &[WordKind::Versus]);
    (is_in && !is_compared && matches!(kind.measure, Measure::Value | Measure::Share)).then_some(mention)
}

/// `November exports totalled 158 tonnes, compared with 190 in 1985`, 由去年的446亿降至423亿: the same months of the year that
/// the base names. Months of an earlier sentence are inherited.
pub(super) fn of_other_year(
    context: &FigureContext,
    mention: &Mention,
    so_far: &TextSoFar,
) -> Option<KnownWords<Option<Period>>> {
    let NamedPeriod::Months { first: 1, count: 12, year } = mention.span else { return None };
    let is_owner = context.sentence.is_chinese() && context.sentence.stem(mention.tokens.end) == "的";
    let is_level = matches!(year, YearSaid::Year(_)) || is_owner;
    let last = so_far.last.as_ref().filter(|_| so_far.last_sentence == context.sentence.tokens.start);
    let other = || super::before(context).filter(|other| other.tokens != mention.tokens);
    let now = || other().and_then(|now| so_far.calendar.resolve(now.span, None));
    let is_alone = !context.sentence.periods.iter().any(|other| other.tokens.start > mention.tokens.start);
    let earlier = || now().or_else(|| super::current(context, so_far)).filter(|_| is_owner && is_alone);
    let now = last.and_then(|last| last.period.value).or_else(earlier)?;
    let is_short = now.length_in_months().is_some_and(|months| months < 12);
    let base =
        so_far.calendar.resolve(NamedPeriod::Same { year }, Some(now)).filter(|_| is_level && is_short)?;
    let known = context.here(Some(base), mention.tokens.clone());
    Some(if last.is_some() { known } else { KnownWords { sentence_start: usize::MAX, ..known } })
}

/// True for a period that only the figure next to it has, not those behind: a base's, that of another year.
pub(in crate::draft::read) fn is_passing(sentence: &Sentence, range: &Range<usize>) -> bool {
    let mention = sentence.periods.iter().find(|mention| mention.range == *range);
    mention.is_none_or(|mention| {
        matches!(mention.span, NamedPeriod::Same { .. })
            || is_of_base(sentence, mention)
            || is_in_brackets(sentence, mention)
            || is_of_clause(sentence, mention)
    })
}

/// `26 billion in 2024, below the record year 2023, when they reached 27 billion`: the period of a clause on an earlier time.
fn is_of_clause(sentence: &Sentence, mention: &Mention) -> bool {
    let comma = mention.tokens.end;
    let is_clause =
        sentence.stem(comma) == "," && matches!(sentence.stem(comma + 1), "when" | "which" | "когд");
    let first = super::first(sentence).filter(|first| first.tokens.end < mention.tokens.start);
    is_clause
        && first.is_some_and(|first| {
            sentence.figures.iter().any(|figure| figure.tokens.end <= first.tokens.start)
        })
}

/// `In December alone`, 仅12月, `только в декабре`: a part of the time that the text is about.
pub(in crate::draft::read) fn is_alone(sentence: &Sentence, range: &Range<usize>) -> bool {
    let Some(mention) = sentence.periods.iter().find(|mention| mention.range == *range) else { return false };
    let before = |back: usize| mention.tokens.start.checked_sub(back).map_or("", |at| sentence.stem(at));
    sentence.stem(mention.tokens.end) == "alone"
        || matches!(before(1), "仅" | "单")
        || before(2).starts_with("тольк") && matches!(before(1), "в" | "за")
}

/// The period of a sentence that goes on with the last one: `Within this total, re-exports …`; `imports also rose`.
pub(super) fn continued(context: &FigureContext, so_far: &TextSoFar) -> Option<KnownWords<Option<Period>>> {
    let sentence = context.sentence;
    let is_part = sentence.mark_at(sentence.tokens.start, WordKind::OfWhich).is_some();
    let mut before = sentence.tokens.start..context.figure().tokens.start;
    let is_also = before.any(|at| matches!(sentence.stem(at), "also" | "также" | "likewise"));
    so_far.lead.clone().filter(|_| !sentence.is_chinese() && (is_part || is_also))
}

/// `tea rose from $8 m in May to $9 m in June, coffee fell from $3 m to $2 m over the same period`: the first of the two periods
/// that the text compared before.
pub(super) fn of_same_base(
    context: &FigureContext,
    so_far: &TextSoFar,
) -> Option<KnownWords<Option<Period>>> {
    let (sentence, end) = (context.sentence, context.figure().tokens.end);
    let is_same = |at: usize| (sentence.stem(at), sentence.stem(at + 1)) == ("same", "period");
    let says_over = |at: usize| matches!(sentence.stem(at), "over" | "in" | "during") && is_same(at + 2);
    let mut behind = end..sentence.clause_end(end);
    let compared = so_far.compared.clone().filter(|_| behind.any(says_over))?;
    let main = so_far.period.as_ref().or(so_far.main.as_ref()).and_then(|known| known.value)?;
    let base = compared.value?;
    let is_as_long = base.length_in_months() == main.length_in_months();
    (is_as_long && base.start() < main.start()).then_some(compared)
}

/// `In December alone exports were $5 bn. Imports rose to $4 bn`: the same month, in a sentence that names no goods and no place.
pub(super) fn of_month_alone(sentence: &Sentence, so_far: &TextSoFar) -> Option<KnownWords<Option<Period>>> {
    let last = so_far.last.as_ref().and_then(|last| last.period.value);
    let is_plain = sentence.places.is_empty() && !sentence.has(sentence.tokens.clone(), &[WordKind::Product]);
    let month = so_far.month.as_ref().filter(|month| so_far.is_behind_month && month.value == last)?;
    is_plain.then(|| KnownWords { sentence_start: usize::MAX, ..month.clone() })
}

/// `The monthly trade balance was a deficit of $701 million`, where the text is about a year and came to a month.
pub(super) fn monthly(context: &FigureContext, so_far: &TextSoFar) -> Option<KnownWords<Option<Period>>> {
    let sentence = context.sentence;
    let is_monthly = |flow: &KnownPhrase| {
        let before = flow.start.saturating_sub(1);
        matches!(sentence.stem(before), "monthly" | "ежемесячн" | "месячн")
    };
    let mut flows =
        sentence.marks_in(sentence.tokens.start..context.figure().tokens.start, &[WordKind::Flow]);
    let is_of_month = so_far.main.as_ref().and_then(|main| main.value?.length_in_months()) == Some(1);
    so_far.month.clone().filter(|_| !is_of_month && flows.any(is_monthly))
}

/// `A year earlier, the surplus was $5 bn`, `Годом ранее товарооборот равнялся`: the period of a value itself.
pub(super) fn of_year_before<'s>(
    context: &FigureContext<'s, '_>,
    kind: SaidMeasure,
) -> Option<&'s KnownPhrase> {
    let (sentence, figure) = (context.sentence, context.figure());
    let start = sentence.clause_start(figure.tokens.start);
    let mark = sentence.marks_in(start..(start + 12).min(figure.tokens.start), &[WordKind::Yoy]).next()?;
    let words = ["ago", "earlier", "before", "ран", "назад"];
    let in_it = is_in_period(sentence, mark);
    let is_when = in_it
        || words.contains(&sentence.stem(mark.end - 1))
            && sentence.stem(mark.start.saturating_sub(1)) != "than";
    let is_first = mark.start == start
        || (start..mark.start)
            .all(|at| !sentence.has(at..at + 1, &[WordKind::Flow, WordKind::FlowVerb, WordKind::Versus]));
    let is_level = !sentence.has(start..figure.tokens.start, &[WordKind::Change]);
    let is_value = matches!(kind.measure, Measure::Value | Measure::Share) && !kind.is_base;
    // `In the same period last year, 800 tonnes worth $3 million were sold`
    let is_next = in_it
        && sentence.before(context.at).len() <= 4
        && !sentence.has(mark.end..figure.tokens.start, &[WordKind::Versus]);
    (is_value && is_when && is_first && is_level && (context.at == 0 || is_next)).then_some(mark)
}

/// `during the corresponding period last year`: words that say when, not what is compared with.
fn is_in_period(sentence: &Sentence, mark: &KnownPhrase) -> bool {
    let the = usize::from(sentence.stem(mark.start.saturating_sub(1)) == "the");
    let is_in =
        matches!(sentence.stem(mark.start.saturating_sub(1 + the)), "in" | "during" | "for" | "в" | "за");
    let is_period = |at: usize| {
        matches!(sentence.stem(at), "period" | "month" | "months" | "quarter" | "период" | "месяц")
    };
    is_in && (mark.start..mark.end).any(is_period)
}

/// The months from January on that the last paragraph is about, where the text began with one month: what follows
/// without a period of its own goes on with them. Totals of an English or Russian text come back to the month.
pub(super) fn summed_up(sentence: &Sentence, so_far: &TextSoFar) -> Option<KnownWords<Option<Period>>> {
    let months = |known: &KnownWords<Option<Period>>| known.value.and_then(Period::length_in_months);
    let is_of_month = so_far.main.as_ref().and_then(months) == Some(1);
    let is_of_part = is_of_part(sentence);
    let lead = so_far.lead.as_ref().filter(|lead| {
        (sentence.is_chinese() || is_of_part) && is_of_month && months(lead).is_some_and(|months| months > 3)
    })?;
    Some(KnownWords { sentence_start: usize::MAX, ..lead.clone() })
}

/// The newer time that the last paragraph came to, where the text began with one before it: `Trade was $3 bn in 2022. … In
/// January-March 2023 it was $1 bn. … Textiles lead exports with $5 m`. Totals come back to the first.
pub(super) fn moved_on(sentence: &Sentence, so_far: &TextSoFar) -> Option<KnownWords<Option<Period>>> {
    let main = so_far.main.as_ref()?.value?;
    let is_later = |lead: &&KnownWords<Option<Period>>| {
        lead.value.is_some_and(|lead| lead.start() >= main.end() && lead.length_in_months() > Some(1))
    };
    let lead = so_far.lead.as_ref().filter(is_later).filter(|_| is_of_part(sentence))?;
    Some(KnownWords { sentence_start: usize::MAX, ..lead.clone() })
}

/// True for a sentence on goods, on a partner, or on trade that a word points back to.
fn is_of_part(sentence: &Sentence) -> bool {
    let mut flows = sentence.marks_in(sentence.tokens.clone(), &[WordKind::Flow, WordKind::FlowVerb]);
    flows.any(|flow| points(sentence, flow.start))
        || sentence.has(sentence.tokens.clone(), &[WordKind::Product])
        || sentence.places.iter().any(|place| place.role == PlaceRole::Partner)
}

/// `The deficit amounted to $2 bn in the period`, `за этот период`: the longer period of the sentence before, of whatever
/// paragraph. A text about a long time goes back to that.
pub(super) fn spoken_of(context: &FigureContext, so_far: &TextSoFar) -> Option<KnownWords<Option<Period>>> {
    let sentence = context.sentence;
    let is_meant = |at: usize| {
        let words = [at, at + 1, at + 2].map(|at| sentence.stem(at));
        let is_when = matches!(words[0], "in" | "during" | "over" | "for" | "за" | "в");
        let is_this = matches!(words[1], "the" | "this" | "that" | "эт" | "этот" | "данн" | "указанн");
        let is_plain = !matches!(sentence.stem(at + 3), "of" | "from" | "between" | "under" | "с");
        is_when && is_this && matches!(words[2], "period" | "период") && is_plain
    };
    let mut clause = sentence.tokens.start..sentence.behind(context.at).end;
    let months = |known: &KnownWords<Option<Period>>| known.value.and_then(Period::length_in_months);
    let (lead, main) = (so_far.lead.as_ref(), so_far.main.as_ref());
    let longer = if main.and_then(months) > lead.and_then(months) { main } else { lead };
    let known = longer.filter(|_| clause.any(is_meant))?;
    Some(KnownWords { sentence_start: usize::MAX, ..known.clone() })
}

/// `с начала сельхозгода`, `since the start of the season`: months up to a day that nobody tells.
pub(super) fn is_since_season(context: &FigureContext) -> bool {
    let sentence = context.sentence;
    let mut before = sentence.tokens.start..context.figure().tokens.start;
    before.any(|at| {
        let is_since = matches!(sentence.stem(at.saturating_sub(1)), "с" | "since" | "the" | "from");
        let is_start = matches!(sentence.stem(at), "начал" | "start" | "beginning");
        is_since && is_start && sentence.has(at + 1..(at + 5).min(sentence.tokens.end), &[WordKind::Fiscal])
    })
}
