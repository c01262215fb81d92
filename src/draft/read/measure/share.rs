//! Percentages of a whole.

mod brackets;

use std::ops::Range;

use super::noun::{is_noun_word, skip_back};
use crate::dataset::{Flow, Measure};
use crate::draft::read::figure_context::FigureContext;
use crate::draft::read::said_measure::SaidMeasure;
use crate::draft::read::so_far::TextSoFar;
use crate::draft::sentence::KnownPhrase;
use crate::draft::words::WordKind;
use brackets::{is_next_in_brackets, is_part_in_brackets};

/// A percentage with the words around it.
struct Percentage<'c, 's, 't> {
    context: &'c FigureContext<'s, 't>,
    /// The token behind the words in front of it that are passed over.
    at: usize,
    before: Range<usize>,
    behind: Range<usize>,
    /// The same behind the bracket that ends with it.
    beyond: Range<usize>,
    /// A word of change stands right in front of it.
    is_changed: bool,
    /// `by 5%`, `на 5%`
    is_by: bool,
}

/// True for a percentage of a whole.
pub(super) fn is_share(
    context: &FigureContext,
    done: &[Option<(SaidMeasure, Flow)>],
    so_far: &TextSoFar,
) -> bool {
    let (sentence, percent) = (context.sentence, Percentage::new(context));
    if let Some(share) = sentence.marks_in(percent.before.clone(), &[WordKind::Share]).next_back() {
        return percent.is_of_share(share);
    }
    let is_level = !percent.is_changed && !percent.is_by;
    let is_level_in_russian = is_level && sentence.article.is_russian;
    let is_unsigned = context.figure().is_negative.is_none();
    is_level && percent.is_of_total()
        || is_level_in_russian && (percent.is_before_whole() || percent.is_before_share())
        || is_level_in_russian && is_unsigned && (percent.is_before_flow() || is_of_moved_goods(context))
        || is_level && is_unsigned && percent.is_behind_of_which()
        || sentence.article.is_russian && (is_flow_behind(context, done) || is_in_structure(context))
        || is_level && is_unsigned && is_next_in_brackets(context, done)
        || is_part_in_brackets(context, done, so_far)
        || is_part_or(context, done)
        || continues_share(context, done)
}

impl<'c, 's, 't> Percentage<'c, 's, 't> {
    fn new(context: &'c FigureContext<'s, 't>) -> Self {
        let (sentence, figure) = (context.sentence, context.figure());
        let (before, behind) = (sentence.before(context.at), sentence.behind(context.at));
        let at = skip_back(sentence, figure.tokens.start, before.start);
        let word = sentence.stem(at.saturating_sub(1));
        let is_of = word == "of" && at > before.start;
        let is_changed = sentence.marks.iter().any(|mark| {
            let is_noun = || is_of && mark.end + 1 == at && is_noun_word(sentence.stem(mark.start));
            mark.kind == WordKind::Change && (mark.end == at || is_noun())
        });
        let is_closed = sentence.is_in_brackets(context.at) && sentence.stem(behind.start) == ")";
        let start = behind.start + usize::from(is_closed);
        let beyond = start..behind.end.max(start);
        Self { context, at, before, behind, beyond, is_changed, is_by: matches!(word, "by" | "на") }
    }

    /// True if it is the share that a word in front of it speaks of, not how much that changed.
    fn is_of_share(&self, share: &KnownPhrase) -> bool {
        let (sentence, end) = (self.context.sentence, self.context.figure().tokens.start);
        // `representing a 24.1% annual increase`
        let noun = self.behind.clone().take(2).find_map(|at| sentence.mark_at(at, WordKind::Change));
        let is_growth = noun.is_some_and(|noun| is_noun_word(sentence.stem(noun.start)));
        if is_growth && sentence.stem(share.start).starts_with("represent") {
            return false;
        }
        // `the main exports were: food, 24%`: a colon leads to what the share is of.
        let is_past = (share.end..end).any(|at| sentence.is_break(at) && sentence.stem(at) != ":");
        // `contributed to the decline in imports by 87%` leads to no level.
        let leads_to_level = (share.end..end).any(|word| {
            matches!(sentence.stem(word), "до" | "至" | "达" | "到")
                || sentence.stem(word) == "to" && word + 1 == self.at
        });
        let has_change = sentence.has(share.end..end, &[WordKind::Change]);
        !is_past && (!has_change || leads_to_level || !self.is_changed && !self.is_by)
    }

    /// `12% of all exports`, `China bought 70% of it`.
    fn is_of_total(&self) -> bool {
        let (sentence, start) = (self.context.sentence, self.beyond.start);
        let words = start..self.beyond.end.min(start + 9);
        let wholes = [WordKind::Whole, WordKind::Home, WordKind::Flow, WordKind::Product];
        matches!(sentence.stem(start), "of" | "от")
            && (sentence.mark_at(start, WordKind::OfWhich).is_some()
                || is_of_it(self.context)
                || sentence.has(words, &wholes))
    }

    /// `12% общего объема`, `12% в экспорте`.
    fn is_before_whole(&self) -> bool {
        let (sentence, start) = (self.context.sentence, self.behind.start);
        let words = start + 1..self.behind.end.min(start + 4);
        let is_in = matches!(sentence.stem(start), "в" | "во");
        sentence.mark_at(start, WordKind::Whole).is_some() || is_in && sentence.has(words, &[WordKind::Flow])
    }

    /// `около 70% … приходится на нефть`.
    fn is_before_share(&self) -> bool {
        let sentence = self.context.sentence;
        let end = self.beyond.clone().find(|at| sentence.stem(*at) == ",").unwrap_or(self.beyond.end);
        let share = sentence.marks_in(self.beyond.start..end, &[WordKind::Share]).next();
        share.is_some_and(|mark| !sentence.stem(mark.start).starts_with("дол"))
    }

    /// `(12,3% импорта)`
    fn is_before_flow(&self) -> bool {
        let (sentence, start) = (self.context.sentence, self.beyond.start);
        sentence.mark_at(start, WordKind::Flow).is_some()
            || matches!(sentence.stem(start), "поставок" | "отгрузок" | "закупок")
    }

    /// `of which 45% went to Italy`, `из которых 45%`.
    fn is_behind_of_which(&self) -> bool {
        let sentence = self.context.sentence;
        let mut marks = sentence.marks_in(self.before.clone(), &[WordKind::OfWhich]);
        marks.any(|mark| mark.end == self.at && matches!(sentence.stem(mark.start), "of" | "из"))
    }
}

/// `China bought 70% of it`: of what the sentence before speaks of.
pub(in crate::draft::read) fn is_of_it(context: &FigureContext) -> bool {
    let (sentence, end) = (context.sentence, context.figure().tokens.end);
    sentence.stem(end) == "of" && matches!(sentence.stem(end + 1), "it" | "them")
}

/// `94% зерна поступило из Казахстана`, `45% закупила Италия`, in a clause that speaks of no change.
pub(in crate::draft::read) fn is_of_moved_goods(context: &FigureContext) -> bool {
    let (sentence, figure) = (context.sentence, context.figure());
    let behind = sentence.behind(context.at);
    let near = behind.start..behind.end.min(behind.start + 3);
    let is_straight = |verb: &KnownPhrase| (behind.start..verb.start).all(|at| !sentence.is_break(at));
    let start = sentence.clause_start(figure.tokens.start).max(sentence.before(context.at).start);
    sentence.article.is_russian
        && sentence.marks_in(near, &[WordKind::FlowVerb]).any(is_straight)
        && !sentence.has(start..behind.end, &[WordKind::Change, WordKind::Share])
}

/// `China took 0.4 million tonnes, or 67%`, `which is 67%`, `что составляет 67%`: the same amount as a part, in a clause that speaks of no change.
fn is_part_or(context: &FigureContext, done: &[Option<(SaidMeasure, Flow)>]) -> bool {
    let (sentence, figure) = (context.sentence, context.figure());
    let before = sentence.before(context.at);
    let comma = usize::from(sentence.stem(before.start) == ",");
    let word = |at: usize| sentence.stem(before.start + comma + at);
    let is_that = matches!((word(0), word(1)), ("which" | "that", "is"))
        || word(0) == "что" && word(1).starts_with("составля");
    let is_or =
        before.len() == comma + 1 && matches!(word(0), "or" | "или") || before.len() == comma + 2 && is_that;
    let clause = sentence.clause_start(figure.tokens.start)..sentence.clause_end(figure.tokens.end);
    let is_compared = matches!(
        sentence.stem(figure.tokens.end),
        "more" | "less" | "higher" | "lower" | "above" | "below" | "больш" | "меньш" | "больше" | "меньше"
    );
    is_or && of_last(done, Measure::Value) && !is_compared && !sentence.has(clause, &[WordKind::Change])
}

/// `до 5% с 14%`, `from 14% to 5%`, `compared with 9%` behind a share.
fn continues_share(context: &FigureContext, done: &[Option<(SaidMeasure, Flow)>]) -> bool {
    let (sentence, figure) = (context.sentence, context.figure());
    let before = sentence.before(context.at);
    let at = skip_back(sentence, figure.tokens.start, before.start);
    let is_shared = done.last().copied().flatten().is_some_and(|(kind, _)| kind.measure == Measure::Share);
    let is_linked = sentence.marks.iter().any(|mark| {
        mark.end == at
            && mark.start >= before.start
            && matches!(mark.kind, WordKind::From | WordKind::To | WordKind::Versus)
    });
    let points = done.last().copied().flatten().is_some_and(|(kind, _)| kind.measure == Measure::ShareChange);
    if points && matches!(sentence.stem(figure.tokens.start.saturating_sub(1)), "to" | "至" | "到" | "до")
    {
        return true;
    }
    let is_raised = before.clone().any(|at| matches!(sentence.stem(at), "to" | "至" | "到" | "达" | "до"))
        && !before.clone().any(|at| matches!(sentence.stem(at), "," | "，" | ";" | "；"));
    // 美国占比上升到30.9%，中国与香港下降到26.6%: the next place in the list
    let comma = before.start + usize::from(matches!(sentence.stem(before.start), "，" | ","));
    let is_place_next = sentence.is_chinese()
        && sentence.places.iter().any(|place| place.mark.start == comma)
        && before.clone().any(|word| word + 1 == at && matches!(sentence.stem(word), "至" | "到" | "达"))
        && !sentence.has(before.clone(), &[WordKind::Flow]);
    // 比重增至30.9%，高于对中国与香港的26.6%
    let is_higher =
        matches!((sentence.stem(comma), sentence.stem(comma + 1)), ("高" | "低", "于" | "過" | "过"));
    if is_shared && (is_raised || is_place_next || is_higher) {
        return true;
    }
    let is_listed = !sentence.has(before.start..at.max(before.start), &[WordKind::Change]);
    // `accounted for 10%, rising from 9.7%`
    let is_from = sentence.marks.iter().any(|mark| {
        mark.end == at
            && mark.start >= before.start
            && mark.kind == WordKind::From
            && sentence.stem(mark.start) == "from"
    });
    is_shared && (is_from || is_listed && (is_linked || before.len() <= 6) || is_next_pair(context))
}

/// `the share of cars rose from 5% to 6%, that of ships fell from 9% to 7%`: a level that another follows, behind a share.
fn is_next_pair(context: &FigureContext) -> bool {
    let sentence = context.sentence;
    let from = sentence.stem(context.figure().tokens.start.saturating_sub(1));
    let next = sentence.figures.get(context.at + 1);
    let is_percent = next.is_some_and(|next| next.counted == context.figure().counted);
    let behind = sentence.behind(context.at);
    is_percent
        && matches!(from, "from" | "с" | "со" | "от")
        && behind.len() == 1
        && matches!(sentence.stem(behind.start), "to" | "до")
}

/// True if the figure before is one of this measure.
fn of_last(done: &[Option<(SaidMeasure, Flow)>], measure: Measure) -> bool {
    done.last().copied().flatten().is_some_and(|(kind, _)| kind.measure == measure)
}

/// `74,1% составил экспорт и 25,9% - импорт`: the flow that a part of trade is stands behind it.
fn is_flow_behind(context: &FigureContext, done: &[Option<(SaidMeasure, Flow)>]) -> bool {
    let (sentence, at) = (context.sentence, context.figure().tokens.end);
    let is_verb = sentence.stem(at).starts_with("составля") || sentence.stem(at).starts_with("составил");
    let is_next = matches!(sentence.stem(at), "-" | "—") && of_last(done, Measure::Share);
    let clause = sentence.clause_start(at)..at;
    (is_verb || is_next)
        && sentence.mark_at(at + 1, WordKind::Flow).is_some()
        && !sentence.has(clause, &[WordKind::Change])
}

/// `В структуре экспорта преобладали: зерно – 38%, металлы – 21%`: parts of the structure that a sentence speaks of.
fn is_in_structure(context: &FigureContext) -> bool {
    let (sentence, figure) = (context.sentence, context.figure());
    let mut before = sentence.tokens.start..figure.tokens.start;
    let structure = before.find(|at| sentence.stem(*at).starts_with("структур"));
    let is_item = matches!(sentence.stem(figure.tokens.start.saturating_sub(1)), "-" | "—");
    structure.is_some_and(|start| {
        is_item
            && figure.is_negative.is_none()
            && sentence.has(sentence.tokens.start..figure.tokens.start, &[WordKind::Flow])
            && !sentence.has(start..figure.tokens.start, &[WordKind::Change])
    })
}
