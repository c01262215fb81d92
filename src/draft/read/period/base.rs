//! The period that growth is compared with.

use std::ops::Range;

use super::{is_base, is_last_year, is_month_of, is_of_base};
use crate::dataset::Period;
use crate::draft::calendar::{self, Mention, NamedPeriod, YearSaid};
use crate::draft::read::figure_context::FigureContext;
use crate::draft::read::known_words::{BaseSaid, KnownWords};
use crate::draft::read::said_measure::SaidMeasure;
use crate::draft::read::so_far::TextSoFar;
use crate::draft::sentence::Sentence;
use crate::draft::words::WordKind;

/// An expression that says what growth is compared with.
enum BaseWords<'s> {
    Said(BaseSaid, Range<usize>),
    Period(&'s Mention),
}

impl BaseWords<'_> {
    fn tokens(&self) -> Range<usize> {
        match self {
            Self::Said(_, tokens) => tokens.clone(),
            Self::Period(mention) => mention.tokens.clone(),
        }
    }
}

/// All such expressions of a sentence, in order.
fn base_words<'s>(sentence: &'s Sentence) -> Vec<BaseWords<'s>> {
    let mut all: Vec<BaseWords> = Vec::new();
    for mark in sentence.marks_in(sentence.tokens.clone(), &[WordKind::Yoy, WordKind::Mom, WordKind::Qoq]) {
        if sentence.stem(mark.end) == "'s" || is_month_of(sentence, mark).is_some() {
            continue;
        }
        let said = if mark.kind == WordKind::Yoy { BaseSaid::YearBefore } else { BaseSaid::PeriodBefore };
        all.push(BaseWords::Said(said, mark.start..mark.end));
    }
    // `a monthly drop of 2%`, `fell 2% monthly`
    let monthly = |at: &usize| {
        sentence.stem(*at) == "monthly"
            && !matches!(
                sentence.stem(at.saturating_sub(1)),
                "consecutive" | "straight" | "highest" | "largest"
            )
            && (sentence.mark_at(at + 1, WordKind::Change).is_some()
                || sentence.figures.iter().any(|figure| figure.tokens.end == *at))
    };
    all.extend(
        sentence.tokens.clone().filter(monthly).map(|at| BaseWords::Said(BaseSaid::PeriodBefore, at..at + 1)),
    );
    let is_between = |period: &&Mention| {
        let before = period.tokens.start.saturating_sub(1);
        matches!(sentence.stem(before), "between" | "между")
            && period.tokens.clone().any(|at| matches!(sentence.stem(at), "and" | "и"))
    };
    all.extend(
        sentence
            .periods
            .iter()
            .filter(is_between)
            .map(|period| BaseWords::Said(BaseSaid::PeriodBefore, period.tokens.clone())),
    );
    let mentions =
        sentence.periods.iter().filter(|mention| is_base(sentence, mention) || is_of_base(sentence, mention));
    all.extend(mentions.map(BaseWords::Period));
    all.sort_by_key(|words| words.tokens().start);
    all
}

/// The base of a growth, a multiple or a change.
pub(in crate::draft::read) fn base(
    context: &FigureContext,
    kind: SaidMeasure,
    period: &KnownWords<Option<Period>>,
    so_far: &mut TextSoFar,
) -> Option<KnownWords<Option<Period>>> {
    if !kind.measure.has_base() {
        return None;
    }
    let base = base_of(context, period, so_far);
    if let Some(words) = chosen(context, &base_words(context.sentence)) {
        let said = match words {
            BaseWords::Said(said, _) => Some(*said),
            BaseWords::Period(_) => base.as_ref().and_then(|base| base.value).map(|base| {
                let is_year = period.value.and_then(Period::year_before) == Some(base);
                if is_year { BaseSaid::YearBefore } else { BaseSaid::Period(base) }
            }),
        };
        // The first base of a Chinese sentence is that of the text, a second one that of its figure alone.
        let sentence_start = context.sentence.tokens.start;
        let is_second = context.sentence.is_chinese()
            && so_far.base.as_ref().is_some_and(|known| known.sentence_start == sentence_start);
        if !is_second {
            so_far.base = said.map(|said| context.here(said, words.tokens()));
        }
    }
    base
}

/// The expression that a figure goes with.
fn chosen<'w, 's>(context: &FigureContext, all: &'w [BaseWords<'s>]) -> Option<&'w BaseWords<'s>> {
    let (sentence, figure) = (context.sentence, context.figure());
    let next = sentence
        .figures
        .iter()
        .skip(context.at + 1)
        .find(|next| next.counted == figure.counted)
        .map_or(sentence.tokens.end, |next| next.tokens.start);
    let first = sentence.figures.first().map_or(sentence.tokens.end, |first| first.tokens.start);
    let clause = sentence.clause_start(figure.tokens.start)..sentence.clause_end(figure.tokens.end);
    let is_of_clause = |words: &&BaseWords| words.tokens().start < clause.end || sentence.is_chinese();
    let own = all
        .iter()
        .find(|words| words.tokens().start >= figure.tokens.end && words.tokens().start < next)
        .filter(|words| is_of_clause(words) && !is_of_next(sentence, &words.tokens()));
    // `exports rose 3%, whereas compared to the previous month they fell 2%`
    let in_clause = all.iter().rfind(|words| {
        let is_first = clause.start == sentence.tokens.start;
        !is_first && words.tokens().start >= clause.start && words.tokens().end <= figure.tokens.start
    });
    let before = sentence.before(context.at);
    // 同比增长24.1%、环比增长13.2%
    let is_between = |words: &&BaseWords| {
        let tokens = words.tokens();
        sentence.is_chinese() && tokens.start >= before.start && tokens.end <= before.end
    };
    // 较4月的5.4万吨增长31.5%: the level that it is compared with stands in between.
    let level = context.at.checked_sub(1).and_then(|at| sentence.figures.get(at));
    let is_of_level = |words: &&BaseWords| {
        let end = words.tokens().end;
        let owned = end + usize::from(sentence.stem(end) == "的");
        let is_next =
            level.is_some_and(|level| level.tokens.start == owned && level.tokens.end == before.start);
        sentence.is_chinese() && owned > end && is_next && before.len() <= 3
    };
    let between = all.iter().rfind(is_between).or_else(|| all.iter().rfind(is_of_level));
    between
        .or(own)
        .or(in_clause)
        .or_else(|| all.iter().rfind(|words| words.tokens().end <= first))
        .or_else(|| {
            let mut behind = all.iter().filter(|words| words.tokens().start >= figure.tokens.end);
            behind.find(|words| !is_of_next(sentence, &words.tokens()))
        })
        .or_else(|| {
            let mut before = all.iter().filter(|words| words.tokens().end <= figure.tokens.start);
            // Further bases of a Chinese sentence are those of single figures: 增长31.9%，比2019年增长39.5%；其中出口增长37.5%.
            if sentence.is_chinese() { before.next() } else { before.next_back() }
        })
}

/// 进口增长46.8%，较2019年同期增长43.4%: words that stand in front of a change are the base of the figure behind it.
fn is_of_next(sentence: &Sentence, words: &Range<usize>) -> bool {
    let is_change = |at: usize| sentence.mark_at(at, WordKind::Change);
    sentence.is_chinese() && (words.end..words.end + 3).any(|at| is_change(at).is_some())
}

pub(super) fn base_of(
    context: &FigureContext,
    period: &KnownWords<Option<Period>>,
    so_far: &TextSoFar,
) -> Option<KnownWords<Option<Period>>> {
    let now = period.value?;
    let words = base_words(context.sentence);
    let (said, known) = match chosen(context, &words) {
        Some(BaseWords::Said(said, tokens)) => (*said, Some(context.here((), tokens.clone()))),
        Some(BaseWords::Period(mention)) => match base_period(mention, now, so_far) {
            Some(base) if base != now => {
                (BaseSaid::Period(base), Some(context.here((), mention.tokens.clone())))
            }
            _ => (BaseSaid::YearBefore, None),
        },
        None => match &so_far.base {
            Some(base) => (base.value, Some(base.with(()))),
            None => (so_far.base_by_habit(now), None),
        },
    };
    let base = match said {
        BaseSaid::Period(base) => same_length(base, now, known.is_some()),
        BaseSaid::YearBefore => now.year_before(),
        BaseSaid::PeriodBefore => calendar::before(now).or_else(|| now.year_before()),
    };
    Some(known.unwrap_or_else(|| KnownWords::assumed(())).with(base))
}

/// A base from an earlier sentence counts for periods of its own length only.
fn same_length(base: Period, now: Period, _is_said: bool) -> Option<Period> {
    if base.start() < now.start() { Some(base) } else { now.year_before() }
}

/// The period that another is compared with; a month without its year is the last one before it.
fn base_period(mention: &Mention, now: Period, so_far: &TextSoFar) -> Option<Period> {
    if is_last_year(mention) {
        return now.year_before();
    }
    let base = so_far.calendar.resolve(mention.span, Some(now))?;
    let is_bare = matches!(mention.span, NamedPeriod::Months { year: YearSaid::Unsaid, .. });
    if is_bare && base.start() >= now.start() { base.year_before() } else { Some(base) }
}

/// `同比（下同）`: the base that a text says to hold for all that follows.
pub(in crate::draft::read) fn declared_base(sentence: &Sentence) -> Option<BaseSaid> {
    let same_below =
        sentence.tokens.clone().find(|at| sentence.stem(*at) == "下" && sentence.stem(at + 1) == "同")?;
    let near = same_below.saturating_sub(12).max(sentence.tokens.start)..same_below;
    let mark = sentence.marks_in(near, &[WordKind::Yoy, WordKind::Mom]).next_back()?;
    Some(if mark.kind == WordKind::Yoy { BaseSaid::YearBefore } else { BaseSaid::PeriodBefore })
}

/// The period that the first sentences compare with.
pub(in crate::draft::read) fn default_base(
    sentence: &Sentence,
    calendar: &calendar::Calendar,
) -> Option<BaseSaid> {
    if sentence.figures.is_empty() {
        return None;
    }
    base_words(sentence).iter().find_map(|words| match words {
        BaseWords::Said(said, _) => Some(*said),
        BaseWords::Period(mention) => {
            let main = calendar.main?;
            let base = calendar.resolve(mention.span, Some(main))?;
            let before = calendar::before(main)
                .is_some_and(|before| before == base || Some(base) == before.year_before());
            let is_before =
                before && calendar::before(main).is_some_and(|before| before.start() >= base.start());
            Some(if is_before { BaseSaid::PeriodBefore } else { BaseSaid::YearBefore })
        }
    })
}
