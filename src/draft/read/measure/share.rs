//! Percentages of a whole.

use super::noun::{is_noun_word, skip_back};
use crate::dataset::{Flow, Measure};
use crate::draft::read::figure_context::FigureContext;
use crate::draft::read::said_measure::SaidMeasure;
use crate::draft::read::so_far::TextSoFar;
use crate::draft::sentence::{KnownPhrase, Sentence};
use crate::draft::words::WordKind;

/// True for a percentage of a whole.
pub(super) fn is_share(
    context: &FigureContext,
    done: &[Option<(SaidMeasure, Flow)>],
    so_far: &TextSoFar,
) -> bool {
    let (sentence, figure) = (context.sentence, context.figure());
    let before = sentence.before(context.at);
    let share = sentence.marks_in(before.clone(), &[WordKind::Share]).next_back();
    let behind = sentence.behind(context.at);
    let at = skip_back(sentence, figure.tokens.start, before.start);
    let is_of_noun = sentence.stem(at.saturating_sub(1)) == "of" && at > before.start;
    let directly_changed = sentence.marks.iter().any(|mark| {
        mark.kind == WordKind::Change
            && (mark.end == at || is_of_noun && mark.end + 1 == at && is_noun_word(sentence.stem(mark.start)))
    });
    let by = matches!(
        sentence.stem(skip_back(sentence, figure.tokens.start, before.start).saturating_sub(1)),
        "by" | "на"
    );
    // `representing a 24.1% annual increase`
    let noun = behind.clone().take(2).find_map(|at| sentence.mark_at(at, WordKind::Change));
    let is_growth = noun.is_some_and(|noun| is_noun_word(sentence.stem(noun.start)))
        && share.is_some_and(|share| sentence.stem(share.start).starts_with("represent"));
    if is_growth {
        return false;
    }
    if let Some(share) = share {
        let changed = sentence.has(share.end..figure.tokens.start, &[WordKind::Change]);
        // `contributed to the decline in imports by 87%` leads to no level.
        let to = (share.end..figure.tokens.start).any(|word| {
            matches!(sentence.stem(word), "до" | "至" | "达" | "到")
                || sentence.stem(word) == "to" && word + 1 == at
        });
        // `the main exports were: food, 24%`: a colon leads to what the share is of.
        let mut stops = share.end..figure.tokens.start;
        let is_past = stops.any(|at| sentence.is_break(at) && sentence.stem(at) != ":");
        return !is_past && (!changed || to || !directly_changed && !by);
    }
    let words = behind.start + 1..behind.end.min(behind.start + 4);
    let is_whole = sentence.article.is_russian && sentence.mark_at(behind.start, WordKind::Whole).is_some();
    if is_whole && !directly_changed && !by {
        return true;
    }
    let is_in_flow = sentence.article.is_russian
        && matches!(sentence.stem(behind.start), "в" | "во")
        && sentence.has(words, &[WordKind::Flow]);
    if is_in_flow && !directly_changed && !by || is_part_in_brackets(context, done, so_far) {
        return true;
    }
    if sentence.article.is_russian && (is_flow_behind(context, done) || is_in_structure(context)) {
        return true;
    }
    let is_closed = sentence.is_in_brackets(context.at) && sentence.stem(behind.start) == ")";
    let behind = behind.start + usize::from(is_closed)..behind.end.max(behind.start + usize::from(is_closed));
    if matches!(sentence.stem(behind.start), "of" | "от") && !directly_changed && !by {
        let words = behind.start..behind.end.min(behind.start + 9);
        let is_of_total = sentence.mark_at(behind.start, WordKind::OfWhich).is_some();
        if is_of_total
            || sentence.has(words, &[WordKind::Whole, WordKind::Home, WordKind::Flow, WordKind::Product])
        {
            return true;
        }
    }
    // `около 70% … приходится на нефть`; `5% share`.
    let end = (behind.start..behind.end).find(|at| matches!(sentence.stem(*at), ",")).unwrap_or(behind.end);
    let later = sentence.marks_in(behind.start..end, &[WordKind::Share]).next();
    let is_later =
        |mark: &KnownPhrase| sentence.article.is_russian && !sentence.stem(mark.start).starts_with("дол");
    if later.is_some_and(is_later) && !directly_changed && !by {
        return true;
    }
    // `(12,3% импорта)`
    let is_flow = sentence.mark_at(behind.start, WordKind::Flow).is_some()
        || matches!(sentence.stem(behind.start), "поставок" | "отгрузок" | "закупок");
    let is_of_flow = sentence.article.is_russian && is_flow;
    if is_of_flow && !directly_changed && !by && figure.is_negative.is_none() {
        return true;
    }
    if is_part_or(context, done) {
        return true;
    }
    let is_list = sentence.is_in_brackets(context.at) && !directly_changed && figure.is_negative.is_none();
    let shared = |(kind, _): (SaidMeasure, Flow)| kind.measure == Measure::Share;
    is_list
        && !by
        && done.iter().rev().take(2).flatten().copied().any(shared)
        && context.at > 0
        && sentence.is_in_brackets(context.at - 1)
        || continues_share(context, done)
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

/// `Of the total, $70 billion (38.9%) were …`, `the main buyers are China (16%) and Chile (12%)`: a part in brackets
/// behind an amount or a place, in a sentence that speaks of no change.
fn is_part_in_brackets(
    context: &FigureContext,
    done: &[Option<(SaidMeasure, Flow)>],
    so_far: &TextSoFar,
) -> bool {
    let (sentence, figure) = (context.sentence, context.figure());
    let is_alone = sentence.is_in_brackets(context.at)
        && figure.is_negative.is_none()
        && matches!(sentence.stem(figure.tokens.end), ")" | "）");
    // `вырос на 15% и достиг 1,9 млрд долларов (52,8%)`: the change has a figure of its own.
    let is_behind_growth = sentence.article.is_russian
        && of_last(done, Measure::Value)
        && sentence.before(context.at).len() == 1
        && done.iter().flatten().any(|(kind, _)| kind.measure == Measure::Growth);
    if is_alone && is_behind_growth || is_second_in_brackets(context, done) {
        return true;
    }
    if !is_alone
        || sentence.has(sentence.clause_start(figure.tokens.start)..figure.tokens.end, &[WordKind::Change])
    {
        return false;
    }
    let open = figure.tokens.start - 1;
    let is_of = sentence.stem(sentence.tokens.start) == "of"
        || sentence.has(sentence.tokens.start..figure.tokens.start, &[WordKind::OfWhich]);
    let is_amount = done.last().copied().flatten().is_some_and(|(kind, _)| kind.measure == Measure::Value)
        && sentence.before(context.at).len() <= 2;
    // `Exports were mainly fish (15.2%) and sugar (11.0%)`
    let is_place = sentence.places.iter().any(|place| place.mark.end == open)
        || sentence.marks.iter().any(|mark| mark.end == open && mark.kind == WordKind::Product);
    let shared = |measure| measure == Measure::Share;
    // `the United States at $738 million (14 percent)`, where the text speaks of shares.
    let of_place = so_far.has_share
        && of_last(done, Measure::Value)
        && sentence.before(context.at).len() <= 2
        && !sentence.has(sentence.tokens.clone(), &[WordKind::Change]);
    let is_after_share = so_far.last.as_ref().is_some_and(|last| shared(last.measure))
        || done.iter().flatten().any(|(kind, _)| shared(kind.measure));
    let of_amount = done.last().copied().flatten().is_some_and(|(kind, _)| kind.measure == Measure::Value);
    // `Gold topped the list of exports, with $37 billion (43.4%)`
    let is_ranked = sentence.has(sentence.tokens.start..figure.tokens.start, &[WordKind::Rank])
        || (sentence.tokens.start..figure.tokens.start).any(|at| is_place_in_ranking(sentence, at))
        || sentence.tokens.clone().any(|at| matches!(sentence.stem(at), "topped" | "headed" | "dominated"));
    of_place || is_place || (is_of || is_ranked) && is_amount || is_after_share && of_amount
}

/// `in second place`, `на втором месте`.
fn is_place_in_ranking(sentence: &Sentence, at: usize) -> bool {
    let ranks = ["first", "second", "third", "fourth", "fifth", "перв", "втор", "трет", "четверт", "пят"];
    matches!(sentence.stem(at), "place" | "мест") && ranks.contains(&sentence.stem(at.saturating_sub(1)))
}

/// `Japan ($2.9 billion, 14%)`: a part behind an amount in the same brackets.
fn is_second_in_brackets(context: &FigureContext, done: &[Option<(SaidMeasure, Flow)>]) -> bool {
    let (sentence, figure) = (context.sentence, context.figure());
    let Some(first) = context.at.checked_sub(1).filter(|first| sentence.is_in_brackets(*first)) else {
        return false;
    };
    let clause = sentence.clause_start(figure.tokens.start)..figure.tokens.end;
    let before = sentence.before(context.at);
    before.len() == 1
        && matches!(sentence.stem(before.start), "," | ";")
        && sentence.stem(figure.tokens.end) == ")"
        && figure.is_negative.is_none()
        && of_last(done, Measure::Value)
        && sentence.figures.get(first).is_some_and(|first| first.tokens.start > clause.start)
        && !sentence.has(clause, &[WordKind::Change])
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
