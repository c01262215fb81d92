//! Which way trade goes: exports, imports, both, or their balance.

mod aside;
mod goods;
mod mirrored;
mod next;

use super::figure_context::FigureContext;
use super::known_words::KnownWords;
use super::listed::Listed;
use super::pointed;
use super::said_flow::SaidFlow;
use super::said_measure::SaidMeasure;
use super::so_far::TextSoFar;
use crate::dataset::{Flow, Measure, Unit};
use crate::draft::figure::CountedIn;
use crate::draft::sentence::{KnownPhrase, Sentence};
use crate::draft::words::WordKind;
use aside::{has_flow_word, is_in_closed_brackets, is_relative};
pub(super) use aside::{is_cause, is_foreign_trade, is_in_all_goods, is_in_whole};
use goods::of_goods;
use mirrored::mirrored;
use next::{next_to, passive};

const FLOWS: [WordKind; 3] = [WordKind::Flow, WordKind::FlowVerb, WordKind::FlowMarket];

/// The flow of a figure.
pub(super) fn flow(
    context: &FigureContext,
    kind: SaidMeasure,
    listed: Option<Listed>,
    so_far: &TextSoFar,
) -> Option<KnownWords<SaidFlow>> {
    if let Some(Listed::Flow(mark)) = listed {
        return SaidFlow::new(&mark).map(|flow| context.here(flow, mark.start..mark.end));
    }
    let here = |mark: &KnownPhrase| SaidFlow::new(mark).map(|flow| context.here(flow, mark.start..mark.end));
    if let Some(mark) = behind(context, kind) {
        let is_passive = context.sentence.stem(mark.end) == "by";
        return here(&if is_passive { mirrored(context, &mark, so_far) } else { mark });
    }
    if let Some(flow) = super::other_source::flow(context, so_far) {
        return Some(flow);
    }
    let inherited = so_far.flow.clone().map(|flow| {
        let value = SaidFlow { is_here: false, start: 0, end: 0, ..flow.value };
        flow.with(value)
    });
    if is_same_figure(context) {
        return inherited;
    }
    if let Some(mark) = super::partner::share_of_flow(context).filter(|_| kind.measure == Measure::Share) {
        return here(mark);
    }
    let of_whole = aside::flow_of_whole(context, kind, before(context).as_ref());
    if let Some(mark) = of_whole.or_else(|| aside::whole_before(context, kind)) {
        return here(mark);
    }
    if let Some(mark) = before(context) {
        let flow = here(&mirrored(context, &mark, so_far))?;
        return Some(pointed::one_way(context, signed_behind(context, &flow), so_far));
    }
    let ahead = || ahead(context, kind).and_then(|mark| here(&mirrored(context, &mark, so_far)));
    let counts = context.figure().counted == CountedIn::Unit(Unit::Count);
    let total = SaidFlow { flow: Flow::Total, is_deficit: false, start: 0, end: 0, is_here: false };
    let fallback = counts.then(|| KnownWords::assumed(total));
    let of_partner = || {
        let (start, end) = of_trading_partner(context, so_far)?;
        let total = SaidFlow { start, end, is_here: true, ..total };
        Some(context.here(total, start..end))
    };
    let said = ahead().or(fallback).or_else(of_partner).or_else(|| pointed::in_order(context, so_far));
    said.or_else(|| of_goods(context, so_far)).or(inherited)
}

/// The last flow in front of a figure that is not part of the whole of a share.
fn before(context: &FigureContext) -> Option<KnownPhrase> {
    let (sentence, figure) = (context.sentence, context.figure());
    let marks = sentence.marks_in(sentence.tokens.start..figure.tokens.start, &FLOWS);
    let last = marks
        .rev()
        .filter(|mark| !is_in_whole(sentence, mark))
        .filter(|mark| !is_cause(sentence, mark, figure.tokens.start))
        .filter(|mark| !is_relative(sentence, mark, figure.tokens.start))
        .filter(|mark| !is_in_closed_brackets(sentence, mark, figure.tokens.start));
    let is_loose = |mark: &KnownPhrase| mark.kind == WordKind::FlowMarket && !has_flow_word(sentence, mark);
    let strict = last.clone().find(|mark| !is_loose(mark));
    let nearest = strict.or_else(|| last.clone().next())?;
    // 进口天然气、原油贸易额: what was imported is worth so much.
    let one_way = last.clone().skip_while(|mark| *mark != nearest).nth(1).filter(|one_way| {
        let gap = one_way.end..nearest.start;
        let is_worth = sentence.stem(nearest.start) == "贸" && one_way.code != "total" && !gap.is_empty();
        is_worth && !gap.into_iter().any(|at| matches!(sentence.stem(at), "，" | "；" | "," | ";"))
    });
    if let Some(one_way) = one_way.filter(|one_way| matches!(one_way.code, "exports" | "imports")) {
        return Some(*one_way);
    }
    let mut last = last.skip_while(|mark| *mark != nearest).skip(1);
    // `the deficit in trade in goods`: trade is what the balance is of.
    let balance = last.next().filter(|before| {
        let gap = before.end..nearest.start;
        let is_straight =
            gap.len() <= 4 && !gap.clone().any(|at| matches!(sentence.stem(at), "," | ";" | "and" | "и"));
        is_balance(before)
            && (nearest.code == "total" || nearest.code == "balance" && before.code != "balance")
            && is_straight
            && !sentence.figures.iter().any(|figure| gap.contains(&figure.tokens.start))
    });
    Some(*balance.unwrap_or(nearest))
}

/// `The largest trading partners were Turkey ($1.3 bn)`: both flows, in a text that begins with both.
fn of_trading_partner(context: &FigureContext, so_far: &TextSoFar) -> Option<(usize, usize)> {
    let sentence = context.sentence;
    let is_of_both = so_far.home.first_flow() == Some(Flow::Total);
    let is_partner = |mark: &&KnownPhrase| {
        let words = [sentence.stem(mark.start), sentence.stem(mark.end - 1)];
        words.iter().any(|stem| stem.starts_with("partner") || stem.starts_with("партнер") || *stem == "伴")
    };
    let mut partners =
        sentence.marks_in(sentence.tokens.start..context.figure().tokens.start, &[WordKind::Skip]);
    let is_among = |at: &usize| {
        matches!(sentence.stem(*at), "among" | "среди")
            && (at + 1..at + 4).any(|at| matches!(sentence.stem(at), "partners" | "партнер"))
    };
    let among = (sentence.tokens.start..context.figure().tokens.start).find(is_among);
    let mark = partners.find(is_partner).map(|mark| (mark.start, mark.end));
    mark.or(among.map(|at| (at, at + 1))).filter(|_| is_of_both)
}

/// `The figure is 57% less than the previous year`: the sentence is about the figure before it.
fn is_same_figure(context: &FigureContext) -> bool {
    let (sentence, figure) = (context.sentence, context.figure());
    let start = sentence.tokens.start;
    let is_the = matches!(sentence.stem(start), "the" | "this");
    is_the
        && matches!(sentence.stem(start + 1), "figure" | "amount" | "sum")
        && !sentence.has(start..figure.tokens.start, &[WordKind::Flow, WordKind::FlowVerb])
}

/// `the balance was negative`, `сальдо было отрицательным`: an adjective behind the balance gives its sign.
fn signed_behind(context: &FigureContext, flow: &KnownWords<SaidFlow>) -> KnownWords<SaidFlow> {
    let sentence = context.sentence;
    let words = flow.value.end..context.figure().tokens.start;
    let is_balance = flow.value.flow == Flow::Balance && !flow.value.is_deficit;
    let negative = ["negative", "отрицательн", "негативн", "пассивн", "unfavorable", "unfavourable", "minus"];
    let is_deficit = is_balance && words.clone().any(|at| negative.contains(&sentence.stem(at)));
    let value = SaidFlow { is_deficit: is_deficit || flow.value.is_deficit, ..flow.value };
    flow.with(value)
}

fn is_balance(mark: &KnownPhrase) -> bool {
    matches!(mark.code, "balance" | "surplus" | "deficit")
}

/// A flow behind a figure that belongs to it: `a 0.9% increase in imports`, `$5 billion in exports`.
fn behind(context: &FigureContext, kind: SaidMeasure) -> Option<KnownPhrase> {
    let (sentence, figure) = (context.sentence, context.figure());
    let mut within = sentence.behind(context.at);
    let first = sentence.stem(within.start);
    if let Some(mark) = next_to(sentence, within.start, kind).or_else(|| passive(sentence, within.start)) {
        return Some(mark);
    }
    // `a 12 per cent increase, or €439 million, in the surplus`
    let is_or = within.clone().any(|at| sentence.stem(at) == "or") && within.len() <= 4;
    if let Some(next) = sentence
        .figures
        .get(context.at + 1)
        .filter(|_| is_or && sentence.mark_at(within.start, WordKind::Change).is_some())
    {
        let end = sentence.behind(context.at + 1).end;
        let start = next.tokens.end + usize::from(sentence.stem(next.tokens.end) == ",");
        if matches!(sentence.stem(start), "in" | "of") {
            within = start..end;
        }
    }
    // `a decline of €17 million or 1.0%, in the value of imports`
    let or = figure.tokens.start.saturating_sub(1);
    let comma = within.start + usize::from(sentence.stem(within.start) == ",");
    if sentence.stem(or) == "or" && matches!(sentence.stem(comma), "in" | "of") {
        let flow = sentence.marks_in(comma..(comma + 6).min(within.end), &[WordKind::Flow]).next();
        let is_near = |flow: &&KnownPhrase| !(comma..flow.start).any(|at| sentence.stem(at) == ",");
        if let Some(flow) = flow.filter(is_near).filter(|_| kind.measure == Measure::Growth) {
            return Some(*flow);
        }
    }
    let over = sentence.over_brackets(within.start);
    // `accounting for $4 million (27%) of total exports`
    if over > within.start && sentence.stem(over) == "of" {
        let mut words = over + 1..(over + 5).min(sentence.tokens.end);
        let of_whole = words.find_map(|at| sentence.mark_at(at, WordKind::Flow));
        let is_straight =
            |mark: &&KnownPhrase| !(over..mark.start).any(|at| matches!(sentence.stem(at), "," | "."));
        if let Some(mark) = of_whole.filter(is_straight) {
            return Some(*mark);
        }
    }
    if over > within.start
        && sentence.mark_at(over, WordKind::Change).is_some()
        && sentence.stem(over + 1) == "in"
    {
        return sentence.mark_at(over + 2, WordKind::Flow).copied();
    }
    let is_noun = sentence.mark_at(sentence.behind(context.at).start, WordKind::Change).is_some()
        && !matches!(first, "more" | "less" | "higher" | "lower");
    if !is_noun && !matches!(first, "in" | "of" | "worth" | "-") {
        return None;
    }
    if kind.measure == Measure::Share {
        return None;
    }
    let has_flow = sentence.has(
        sentence.before(context.at).start.max(sentence.clause_start(figure.tokens.start))
            ..figure.tokens.start,
        &FLOWS,
    );
    if has_flow && !is_noun {
        return None;
    }
    let stops = [
        "as", "while", "and", "but", "with", "which", "because", "after", "since", "than", "compared",
        "against", ",", ";", "(", ")", "by", "from", "to", "over",
    ];
    let end = within.clone().find(|at| stops.contains(&sentence.stem(*at))).unwrap_or(within.end);
    if has_flow && (within.start..end).all(|at| !matches!(sentence.stem(at), "in" | "of")) {
        return None;
    }
    sentence.marks_in(within.start..end, &FLOWS).next().copied()
}

/// A flow further behind in the sentence, if nothing before the figure says one.
fn ahead(context: &FigureContext, kind: SaidMeasure) -> Option<KnownPhrase> {
    let (sentence, figure) = (context.sentence, context.figure());
    let end = sentence.clause_end(figure.tokens.end);
    let is_share = kind.measure == Measure::Share;
    let kinds: &[WordKind] = if is_share {
        &[WordKind::Flow, WordKind::FlowVerb, WordKind::FlowMarket]
    } else {
        &[WordKind::Flow, WordKind::FlowMarket]
    };
    let mark = sentence.marks_in(figure.tokens.end..end, kinds).next().copied()?;
    // `рост составил 19%, в том числе по экспорту - 26%`: the flow of the part.
    if sentence.has(figure.tokens.end..mark.start, &[WordKind::OfWhich]) {
        return None;
    }
    let is_next = mark.start < sentence.behind(context.at).end;
    (is_next || is_share).then_some(mark)
}

/// Keeps the flow of a heading: a line without a figure and without a full stop. A colon leads to a list of what a verb says:
/// `In this period, Chad exported:`.
pub(super) fn remember(sentence: &Sentence, paragraph: usize, so_far: &mut TextSoFar) {
    let last = sentence.stem(sentence.tokens.end.saturating_sub(1));
    let is_heading = !matches!(last, "." | "。");
    let kinds: &[WordKind] =
        if matches!(last, ":" | "：") { &[WordKind::Flow, WordKind::FlowVerb] } else { &[WordKind::Flow] };
    let mark = sentence.marks_in(sentence.tokens.clone(), kinds).next().filter(|_| is_heading);
    if let Some((flow, mark)) = mark.and_then(|mark| Some((SaidFlow::new(mark)?, mark))) {
        let (range, sentence_start) =
            (sentence.article.range(&(mark.start..mark.end)), sentence.tokens.start);
        so_far.flow = Some(KnownWords { value: flow, range, paragraph, sentence_start, is_said: true });
    }
}
