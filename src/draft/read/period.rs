//! When a figure's trade was, and the period that it is compared with.

mod attached;
mod base;
mod compared;
mod of_base;
mod passing;

use attached::{is_attached, is_in_brackets};
pub(super) use base::{base, declared_base, default_base};
pub(super) use compared::is_base;
use compared::is_last_year;
use of_base::is_of_base;
pub(super) use passing::{is_alone, is_passing};

use super::figure_context::FigureContext;
use super::known_words::KnownWords;
use super::listed::Listed;
use super::measure::is_base_amount;
use super::said_measure::SaidMeasure;
use super::so_far::TextSoFar;
use crate::dataset::{Period, Unit};
use crate::draft::calendar::{self, Mention, NamedPeriod};
use crate::draft::figure::CountedIn;
use crate::draft::sentence::Sentence;
use crate::draft::words::WordKind;
use base::base_of;
use passing::{continued, is_month_of, of_month_before, of_other_year, of_value};

/// The period of a figure.
pub(super) fn period(
    context: &FigureContext,
    kind: SaidMeasure,
    listed: Option<Listed>,
    so_far: &TextSoFar,
) -> KnownWords<Option<Period>> {
    let sentence = context.sentence;
    let current = current(context, so_far);
    let here = |mention: &Mention| {
        let period = so_far.calendar.resolve(mention.span, current);
        period.map(|period| context.here(Some(period), mention.tokens.clone()))
    };
    if let Some(Listed::Period(at)) = listed
        && let Some(known) = sentence.periods.get(at).and_then(here)
    {
        return known;
    }
    if kind.is_conversion
        && let Some(last) = &so_far.last
    {
        let range = last.period.origin.range().cloned();
        return match range {
            Some(range) => KnownWords {
                value: last.period.value,
                range,
                paragraph: last.paragraph,
                sentence_start: sentence.tokens.start,
                is_said: true,
            },
            None => KnownWords::assumed(last.period.value),
        };
    }
    let own = own(context);
    if let Some(base) = own.filter(|_| kind.is_base).and_then(|own| of_other_year(context, own, so_far)) {
        return base;
    }
    if let Some(known) = own.and_then(here) {
        return known;
    }
    if let Some(mark) = of_month_before(context)
        && let Some(before) = current.and_then(calendar::before)
    {
        return context.here(Some(before), mark.start..mark.end);
    }
    if let Some(mark) = passing::of_year_before(context, kind) {
        let known = context.here((), mark.start..mark.end);
        let last = so_far.last.as_ref().filter(|last| last.period.origin.range() == Some(&known.range));
        let before = last.map_or_else(|| current.and_then(Period::year_before), |last| last.period.value);
        if before.is_some() {
            return known.with(before);
        }
    }
    if let Some(compared) = passing::of_same_base(context, so_far).filter(|_| kind.is_base) {
        return compared;
    }
    if kind.is_base {
        let now =
            before(context).and_then(here).or_else(|| so_far.period.clone()).or_else(|| so_far.main.clone());
        let now = now.unwrap_or_else(|| KnownWords::assumed(None));
        if let Some(base) = base_of(context, &now, so_far) {
            return base;
        }
    }
    let said = of_value(context, kind).or_else(|| before(context)).and_then(here);
    if said.is_none() && passing::is_since_season(context) {
        return KnownWords::assumed(None);
    }
    let said = said.or_else(|| ahead(context).and_then(here));
    said.or_else(|| passing::spoken_of(context, so_far))
        .or_else(|| passing::monthly(context, so_far))
        .or_else(|| passing::of_month_alone(sentence, so_far))
        .or_else(|| continued(context, so_far))
        .or_else(|| so_far.period.clone())
        .or_else(|| passing::summed_up(sentence, so_far))
        .or_else(|| passing::moved_on(sentence, so_far))
        .or_else(|| so_far.main.clone())
        .unwrap_or_else(|| KnownWords::assumed(None))
}

/// The period spoken of before a figure.
fn current(context: &FigureContext, so_far: &TextSoFar) -> Option<Period> {
    let last = so_far.last.as_ref().filter(|_| so_far.last_sentence == context.sentence.tokens.start);
    let last = last.and_then(|last| last.period.value).filter(|_| !so_far.is_last_base);
    last.or_else(|| so_far.period.as_ref().and_then(|known| known.value))
        .or_else(|| so_far.main.as_ref().and_then(|known| known.value))
}

/// The period directly behind a figure or directly in front of it.
fn own<'s>(context: &FigureContext<'s, '_>) -> Option<&'s Mention> {
    let (sentence, figure) = (context.sentence, context.figure());
    let behind = sentence.periods.iter().find(|mention| mention.tokens.start >= figure.tokens.end);
    let behind = behind.filter(|mention| is_attached(sentence, figure.tokens.end..mention.tokens.start));
    let is_amount =
        matches!(figure.counted, CountedIn::Money(_) | CountedIn::Unit(Unit::Money(_) | Unit::Amount(_)));
    let behind = behind.filter(|mention| {
        !is_base(sentence, mention) || matches!(mention.span, NamedPeriod::Same { .. }) && is_amount
    });
    let before = || {
        let mention = sentence.periods.iter().rfind(|mention| mention.tokens.end <= figure.tokens.start)?;
        let gap = mention.tokens.end..figure.tokens.start;
        // `compared to January-May 2022, which amounted to $39.85 billion`
        let is_which = sentence.stem(gap.start) == ","
            && matches!(sentence.stem(gap.start + 1), "which" | "when" | "когд");
        let is_which = is_which && gap.len() <= 8;
        if is_which {
            return Some(mention);
        }
        // `compared with the same period in 2023 of $33.6 billion`
        let is_of = gap.len() == 1 && sentence.stem(gap.start) == "of" && is_base(sentence, mention);
        let is_owner = gap.len() <= 3 && sentence.stem(gap.start) == "'s"
            || gap.len() == 1
                && sentence.stem(gap.start) == "的"
                && figure.counted != CountedIn::Unit(Unit::Factor)
            || is_of;
        is_owner.then_some(mention)
    };
    behind.or_else(before)
}

/// The last period in front of a figure that is not compared with.
fn before<'s>(context: &FigureContext<'s, '_>) -> Option<&'s Mention> {
    let (sentence, figure) = (context.sentence, context.figure());
    let mentions = sentence.periods.iter().filter(|mention| mention.tokens.end <= figure.tokens.start);
    let is_other = |mention: &Mention| owned_base(sentence, mention).is_some_and(|at| at != context.at);
    // `exports stood at €17 m (May 2021: €18 m), and imports at €14 m`
    let is_closed = |mention: &Mention| {
        let close = (mention.tokens.end..figure.tokens.start).find(|at| sentence.stem(*at) == ")");
        let counted =
            |close| sentence.figures.iter().any(|it| (mention.tokens.end..close).contains(&it.tokens.start));
        sentence.stem(mention.tokens.start.saturating_sub(1)) == "(" && close.is_some_and(counted)
    };
    mentions.rev().find(|mention| {
        !is_base(sentence, mention)
            && !is_of_base(sentence, mention)
            && !is_other(mention)
            && !is_closed(mention)
    })
}

/// 由去年上半年的446亿: the figure that a period in front of it owns, if another is compared with it.
fn owned_base(sentence: &Sentence, mention: &Mention) -> Option<usize> {
    let start = mention.tokens.end + 1;
    let is_owner = sentence.stem(mention.tokens.end) == "的";
    let at = sentence.figures.iter().position(|figure| is_owner && figure.tokens.start == start)?;
    is_base_amount(sentence, at).then_some(at)
}

/// A period further behind in the sentence.
fn ahead<'s>(context: &FigureContext<'s, '_>) -> Option<&'s Mention> {
    let (sentence, figure) = (context.sentence, context.figure());
    let asides = [
        "after", "since", "that", "which", "when", "because", "as", "following", "breaking", "recovering",
        "once",
    ];
    let is_aside = |at: &usize| asides.contains(&sentence.stem(*at));
    let end = (figure.tokens.end..sentence.tokens.end).find(is_aside).unwrap_or(sentence.tokens.end);
    let within = |mention: &&Mention| mention.tokens.start >= figure.tokens.end && mention.tokens.end <= end;
    let mut mentions = sentence.periods.iter().filter(within);
    mentions.find(|mention| {
        !is_base(sentence, mention)
            && !is_of_base(sentence, mention)
            && !is_in_brackets(sentence, mention)
            && !is_of_next(sentence, mention)
    })
}

/// 顺差239亿元，而2021年为217亿元: the period of a figure further behind.
fn is_of_next(sentence: &Sentence, mention: &Mention) -> bool {
    let is_level = sentence.stem(mention.tokens.end) == "为"
        && sentence.figures.iter().any(|figure| figure.tokens.start == mention.tokens.end + 1);
    let is_contrast = sentence.stem(mention.tokens.start.saturating_sub(1)) == "而";
    sentence.is_chinese() && (is_level || is_contrast)
}

/// Keeps the period of a sentence without figures.
pub(super) fn remember(sentence: &Sentence, paragraph: usize, so_far: &mut TextSoFar) {
    let Some(mention) = sentence.periods.iter().find(|mention| !is_base(sentence, mention)) else { return };
    if !sentence.has(sentence.tokens.clone(), &[WordKind::Flow, WordKind::FlowVerb]) {
        return;
    }
    if let Some(period) = so_far.calendar.resolve(mention.span, None) {
        let (range, sentence_start) = (mention.range.clone(), sentence.tokens.start);
        so_far.period =
            Some(KnownWords { value: Some(period), range, paragraph, sentence_start, is_said: true });
    }
}

/// The first period of a sentence that nothing is compared with.
pub(super) fn first<'s>(sentence: &'s Sentence) -> Option<&'s Mention> {
    sentence.periods.iter().find(|mention| {
        !is_base(sentence, mention)
            && !is_of_base(sentence, mention)
            && owned_base(sentence, mention).is_none()
    })
}
