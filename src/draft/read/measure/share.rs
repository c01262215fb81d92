//! Percentages of a whole.

use super::SaidMeasure;
use super::amount::{is_noun_word, skip_back};
use crate::dataset::{Flow, Measure};
use crate::draft::read::FigureContext;
use crate::draft::read::memory::TextMemory;
use crate::draft::scene::KnownPhrase;
use crate::draft::words::WordKind;

/// True for a percentage of a whole.
pub(super) fn is_share(
    context: &FigureContext,
    done: &[Option<(SaidMeasure, Flow)>],
    memory: &TextMemory,
) -> bool {
    let (scene, figure) = (context.scene, context.figure());
    let before = scene.before(context.at);
    let share = scene.marks_in(before.clone(), &[WordKind::Share]).next_back();
    let behind = scene.behind(context.at);
    let at = skip_back(scene, figure.tokens.start, before.start);
    let is_of_noun = scene.stem(at.saturating_sub(1)) == "of" && at > before.start;
    let directly_changed = scene.marks.iter().any(|mark| {
        mark.kind == WordKind::Change
            && (mark.end == at || is_of_noun && mark.end + 1 == at && is_noun_word(scene.stem(mark.start)))
    });
    let by = matches!(
        scene.stem(skip_back(scene, figure.tokens.start, before.start).saturating_sub(1)),
        "by" | "на"
    );
    // `representing a 24.1% annual increase`
    let noun = behind.clone().take(2).find_map(|at| scene.mark_at(at, WordKind::Change));
    let is_growth = noun.is_some_and(|noun| is_noun_word(scene.stem(noun.start)))
        && share.is_some_and(|share| scene.stem(share.start).starts_with("represent"));
    if is_growth {
        return false;
    }
    if let Some(share) = share {
        let changed = scene.has(share.end..figure.tokens.start, &[WordKind::Change]);
        // `contributed to the decline in imports by 87%` leads to no level.
        let to = (share.end..figure.tokens.start).any(|word| {
            matches!(scene.stem(word), "до" | "至" | "达" | "到")
                || scene.stem(word) == "to" && word + 1 == at
        });
        // `the main exports were: food, 24%`: a colon leads to what the share is of.
        let mut stops = share.end..figure.tokens.start;
        let is_past = stops.any(|at| scene.is_break(at) && scene.stem(at) != ":");
        return !is_past && (!changed || to || !directly_changed && !by);
    }
    let words = behind.start + 1..behind.end.min(behind.start + 4);
    let is_whole = scene.article.is_russian && scene.mark_at(behind.start, WordKind::Whole).is_some();
    if is_whole && !directly_changed && !by {
        return true;
    }
    let is_in_flow = scene.article.is_russian
        && matches!(scene.stem(behind.start), "в" | "во")
        && scene.has(words, &[WordKind::Flow]);
    if is_in_flow && !directly_changed && !by || is_part_in_brackets(context, done, memory) {
        return true;
    }
    let is_closed = scene.is_in_brackets(context.at) && scene.stem(behind.start) == ")";
    let behind = behind.start + usize::from(is_closed)..behind.end.max(behind.start + usize::from(is_closed));
    if matches!(scene.stem(behind.start), "of" | "от") && !directly_changed && !by {
        let words = behind.start..behind.end.min(behind.start + 9);
        let is_of_total = scene.mark_at(behind.start, WordKind::OfWhich).is_some();
        if is_of_total
            || scene.has(words, &[WordKind::Whole, WordKind::Home, WordKind::Flow, WordKind::Product])
        {
            return true;
        }
    }
    // `около 70% … приходится на нефть`; `5% share`.
    let end = (behind.start..behind.end).find(|at| matches!(scene.stem(*at), ",")).unwrap_or(behind.end);
    let later = scene.marks_in(behind.start..end, &[WordKind::Share]).next();
    let is_later =
        |mark: &KnownPhrase| scene.article.is_russian && !scene.stem(mark.start).starts_with("дол");
    if later.is_some_and(is_later) && !directly_changed && !by {
        return true;
    }
    // `(12,3% импорта)`
    let is_of_flow = scene.article.is_russian && scene.mark_at(behind.start, WordKind::Flow).is_some();
    if is_of_flow && !directly_changed && !by && figure.is_negative.is_none() {
        return true;
    }
    if is_part_or(context, done) {
        return true;
    }
    let is_list = scene.is_in_brackets(context.at) && !directly_changed && figure.is_negative.is_none();
    let shared = |(kind, _): (SaidMeasure, Flow)| kind.measure == Measure::Share;
    is_list
        && !by
        && done.iter().rev().take(2).flatten().copied().any(shared)
        && context.at > 0
        && scene.is_in_brackets(context.at - 1)
        || continues_share(context, done)
}

/// `China took 0.4 million tonnes, or 67%`: the same amount as a part, in a clause that speaks of no change.
fn is_part_or(context: &FigureContext, done: &[Option<(SaidMeasure, Flow)>]) -> bool {
    let (scene, figure) = (context.scene, context.figure());
    let before = scene.before(context.at);
    let comma = usize::from(scene.stem(before.start) == ",");
    let is_or = before.len() == comma + 1 && matches!(scene.stem(before.start + comma), "or" | "или");
    let clause = scene.clause_start(figure.tokens.start)..scene.clause_end(figure.tokens.end);
    is_or && of_last(done, Measure::Value) && !scene.has(clause, &[WordKind::Change])
}

/// `Of the total, $70 billion (38.9%) were …`, `the main buyers are China (16%) and Chile (12%)`: a part in brackets
/// behind an amount or a place, in a sentence that speaks of no change.
fn is_part_in_brackets(
    context: &FigureContext,
    done: &[Option<(SaidMeasure, Flow)>],
    memory: &TextMemory,
) -> bool {
    let (scene, figure) = (context.scene, context.figure());
    let is_alone = scene.is_in_brackets(context.at)
        && figure.is_negative.is_none()
        && matches!(scene.stem(figure.tokens.end), ")" | "）");
    // `вырос на 15% и достиг 1,9 млрд долларов (52,8%)`: the change has a figure of its own.
    let is_behind_growth = scene.article.is_russian
        && of_last(done, Measure::Value)
        && scene.before(context.at).len() == 1
        && done.iter().flatten().any(|(kind, _)| kind.measure == Measure::Growth);
    if is_alone && is_behind_growth || is_second_in_brackets(context, done) {
        return true;
    }
    if !is_alone || scene.has(scene.clause_start(figure.tokens.start)..figure.tokens.end, &[WordKind::Change])
    {
        return false;
    }
    let open = figure.tokens.start - 1;
    let is_of = scene.stem(scene.tokens.start) == "of"
        || scene.has(scene.tokens.start..figure.tokens.start, &[WordKind::OfWhich]);
    let is_amount = done.last().copied().flatten().is_some_and(|(kind, _)| kind.measure == Measure::Value)
        && scene.before(context.at).len() <= 2;
    // `Exports were mainly fish (15.2%) and sugar (11.0%)`
    let is_place = scene.places.iter().any(|place| place.mark.end == open)
        || scene.marks.iter().any(|mark| mark.end == open && mark.kind == WordKind::Product);
    let shared = |measure| measure == Measure::Share;
    // `the United States at $738 million (14 percent)`, where the text speaks of shares.
    let of_place = memory.has_share
        && of_last(done, Measure::Value)
        && scene.before(context.at).len() <= 2
        && !scene.has(scene.tokens.clone(), &[WordKind::Change]);
    let is_after_share = memory.last.as_ref().is_some_and(|last| shared(last.measure))
        || done.iter().flatten().any(|(kind, _)| shared(kind.measure));
    let of_amount = done.last().copied().flatten().is_some_and(|(kind, _)| kind.measure == Measure::Value);
    // `Gold topped the list of exports, with $37 billion (43.4%)`
    let is_ranked = scene.has(scene.tokens.start..figure.tokens.start, &[WordKind::Rank])
        || scene.tokens.clone().any(|at| matches!(scene.stem(at), "topped" | "headed" | "dominated"));
    of_place || is_place || (is_of || is_ranked) && is_amount || is_after_share && of_amount
}

/// `Japan ($2.9 billion, 14%)`: a part behind an amount in the same brackets.
fn is_second_in_brackets(context: &FigureContext, done: &[Option<(SaidMeasure, Flow)>]) -> bool {
    let (scene, figure) = (context.scene, context.figure());
    let Some(first) = context.at.checked_sub(1).filter(|first| scene.is_in_brackets(*first)) else {
        return false;
    };
    let clause = scene.clause_start(figure.tokens.start)..figure.tokens.end;
    let before = scene.before(context.at);
    before.len() == 1
        && matches!(scene.stem(before.start), "," | ";")
        && scene.stem(figure.tokens.end) == ")"
        && figure.is_negative.is_none()
        && of_last(done, Measure::Value)
        && scene.figures.get(first).is_some_and(|first| first.tokens.start > clause.start)
        && !scene.has(clause, &[WordKind::Change])
}

/// `до 5% с 14%`, `from 14% to 5%`, `compared with 9%` behind a share.
fn continues_share(context: &FigureContext, done: &[Option<(SaidMeasure, Flow)>]) -> bool {
    let (scene, figure) = (context.scene, context.figure());
    let before = scene.before(context.at);
    let at = skip_back(scene, figure.tokens.start, before.start);
    let is_shared = done.last().copied().flatten().is_some_and(|(kind, _)| kind.measure == Measure::Share);
    let is_linked = scene.marks.iter().any(|mark| {
        mark.end == at
            && mark.start >= before.start
            && matches!(mark.kind, WordKind::From | WordKind::To | WordKind::Versus)
    });
    let points = done.last().copied().flatten().is_some_and(|(kind, _)| kind.measure == Measure::ShareChange);
    if points && matches!(scene.stem(figure.tokens.start.saturating_sub(1)), "to" | "至" | "到" | "до") {
        return true;
    }
    let is_raised = before.clone().any(|at| matches!(scene.stem(at), "to" | "至" | "到" | "达" | "до"))
        && !before.clone().any(|at| matches!(scene.stem(at), "," | "，" | ";" | "；"));
    // 美国占比上升到30.9%，中国与香港下降到26.6%: the next place in the list
    let comma = before.start + usize::from(matches!(scene.stem(before.start), "，" | ","));
    let is_place_next = scene.is_chinese()
        && scene.places.iter().any(|place| place.mark.start == comma)
        && before.clone().any(|word| word + 1 == at && matches!(scene.stem(word), "至" | "到" | "达"))
        && !scene.has(before.clone(), &[WordKind::Flow]);
    // 比重增至30.9%，高于对中国与香港的26.6%
    let is_higher = matches!((scene.stem(comma), scene.stem(comma + 1)), ("高" | "低", "于" | "過" | "过"));
    if is_shared && (is_raised || is_place_next || is_higher) {
        return true;
    }
    let is_listed = !scene.has(before.start..at.max(before.start), &[WordKind::Change]);
    // `accounted for 10%, rising from 9.7%`
    let is_from = scene.marks.iter().any(|mark| {
        mark.end == at
            && mark.start >= before.start
            && mark.kind == WordKind::From
            && scene.stem(mark.start) == "from"
    });
    is_shared && (is_from || is_listed && (is_linked || before.len() <= 6))
}

/// True if the figure before is one of this measure.
fn of_last(done: &[Option<(SaidMeasure, Flow)>], measure: Measure) -> bool {
    done.last().copied().flatten().is_some_and(|(kind, _)| kind.measure == measure)
}
