//! Which way trade goes: exports, imports, both, or their balance.

mod aside;
mod mirrored;

use super::FigureContext;
use super::measure::SaidMeasure;
use super::memory::{KnownWords, TextMemory};
use super::partner::Listed;
use crate::dataset::{Code, Flow, Measure, Unit};
use crate::draft::figure::CountedIn;
use crate::draft::proposal::Sourced;
use crate::draft::scene::{KnownPhrase, SentenceScene};
use crate::draft::words::WordKind;
use aside::{has_flow_word, is_in_closed_brackets, is_relative};
pub(super) use aside::{is_cause, is_in_whole};
use mirrored::mirrored;

/// A flow as words say it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::draft) struct SaidFlow {
    pub flow: Flow,
    /// A balance below zero, whatever sign is printed.
    pub is_deficit: bool,
    /// The tokens of the word.
    pub start: usize,
    pub end: usize,
    /// The figure's own sentence says it.
    pub is_here: bool,
}

const FLOWS: [WordKind; 3] = [WordKind::Flow, WordKind::FlowVerb, WordKind::FlowMarket];

impl SaidFlow {
    pub fn new(mark: &KnownPhrase) -> Option<Self> {
        let (flow, is_deficit) = match mark.code {
            "surplus" => (Flow::Balance, false),
            "deficit" => (Flow::Balance, true),
            code => (Flow::parse(code)?, false),
        };
        Some(Self { flow, is_deficit, start: mark.start, end: mark.end, is_here: true })
    }
}

impl KnownWords<SaidFlow> {
    pub fn flow(&self) -> Sourced<Flow> {
        let sentence = if self.value.is_here { self.sentence } else { usize::MAX - 1 };
        self.with(self.value.flow).sourced(sentence)
    }
}

/// The flow of a figure.
pub(super) fn flow(
    context: &FigureContext,
    kind: SaidMeasure,
    listed: Option<Listed>,
    memory: &TextMemory,
) -> Option<KnownWords<SaidFlow>> {
    if let Some(Listed::Flow(mark)) = listed {
        return SaidFlow::new(&mark).map(|flow| context.here(flow, mark.start..mark.end));
    }
    let here = |mark: &KnownPhrase| SaidFlow::new(mark).map(|flow| context.here(flow, mark.start..mark.end));
    if let Some(mark) = behind(context, kind) {
        return here(&mark);
    }
    let inherited = memory.flow.clone().map(|flow| {
        let value = SaidFlow { is_here: false, start: 0, end: 0, ..flow.value };
        flow.with(value)
    });
    if is_same_figure(context) {
        return inherited;
    }
    if let Some(mark) = before(context) {
        return here(&mirrored(context, &mark, memory)).map(|flow| signed_behind(context, &flow));
    }
    let ahead = || ahead(context, kind).and_then(|mark| here(&mark));
    let counts = context.figure().counted == CountedIn::Unit(Unit::Count);
    let total = SaidFlow { flow: Flow::Total, is_deficit: false, start: 0, end: 0, is_here: false };
    let fallback = counts.then(|| KnownWords::assumed(total));
    let of_partner = || {
        let (start, end) = of_trading_partner(context, memory)?;
        let total = SaidFlow { start, end, is_here: true, ..total };
        Some(context.here(total, start..end))
    };
    ahead().or(fallback).or_else(of_partner).or(inherited)
}

/// The last flow in front of a figure that is not part of the whole of a share.
fn before(context: &FigureContext) -> Option<KnownPhrase> {
    let (scene, figure) = (context.scene, context.figure());
    let marks = scene.marks_in(scene.tokens.start..figure.tokens.start, &FLOWS);
    let last = marks
        .rev()
        .filter(|mark| !is_in_whole(scene, mark))
        .filter(|mark| !is_cause(scene, mark, figure.tokens.start))
        .filter(|mark| !is_relative(scene, mark, figure.tokens.start))
        .filter(|mark| !is_in_closed_brackets(scene, mark, figure.tokens.start));
    let is_loose = |mark: &KnownPhrase| mark.kind == WordKind::FlowMarket && !has_flow_word(scene, mark);
    let strict = last.clone().find(|mark| !is_loose(mark));
    let nearest = strict.or_else(|| last.clone().next())?;
    let mut last = last.skip_while(|mark| *mark != nearest).skip(1);
    // `the deficit in trade in goods`: trade is what the balance is of.
    let balance = last.next().filter(|before| {
        let gap = before.end..nearest.start;
        let is_straight =
            gap.len() <= 4 && !gap.clone().any(|at| matches!(scene.stem(at), "," | ";" | "and" | "и"));
        is_balance(before)
            && (nearest.code == "total" || nearest.code == "balance" && before.code != "balance")
            && is_straight
            && !scene.figures.iter().any(|figure| gap.contains(&figure.tokens.start))
    });
    Some(*balance.unwrap_or(nearest))
}

/// `The largest trading partners were Turkey ($1.3 bn)`: both flows, in a text that begins with both.
fn of_trading_partner(context: &FigureContext, memory: &TextMemory) -> Option<(usize, usize)> {
    let scene = context.scene;
    let is_of_both = memory.home.first_flow() == Some(Flow::Total);
    let is_partner = |mark: &&KnownPhrase| {
        let words = [scene.stem(mark.start), scene.stem(mark.end - 1)];
        words.iter().any(|stem| stem.starts_with("partner") || stem.starts_with("партнер") || *stem == "伴")
    };
    let mut partners = scene.marks_in(scene.tokens.start..context.figure().tokens.start, &[WordKind::Skip]);
    partners.find(is_partner).filter(|_| is_of_both).map(|mark| (mark.start, mark.end))
}

/// `The figure is 57% less than the previous year`: the sentence is about the figure before it.
fn is_same_figure(context: &FigureContext) -> bool {
    let (scene, figure) = (context.scene, context.figure());
    let start = scene.tokens.start;
    let is_the = matches!(scene.stem(start), "the" | "this");
    is_the
        && matches!(scene.stem(start + 1), "figure" | "amount" | "sum")
        && !scene.has(start..figure.tokens.start, &[WordKind::Flow, WordKind::FlowVerb])
}

/// `the balance was negative`, `сальдо было отрицательным`: an adjective behind the balance gives its sign.
fn signed_behind(context: &FigureContext, flow: &KnownWords<SaidFlow>) -> KnownWords<SaidFlow> {
    let scene = context.scene;
    let words = flow.value.end..context.figure().tokens.start;
    let is_balance = flow.value.flow == Flow::Balance && !flow.value.is_deficit;
    let negative = ["negative", "отрицательн", "негативн", "пассивн", "unfavorable", "unfavourable", "minus"];
    let is_deficit = is_balance && words.clone().any(|at| negative.contains(&scene.stem(at)));
    let value = SaidFlow { is_deficit: is_deficit || flow.value.is_deficit, ..flow.value };
    flow.with(value)
}

fn is_balance(mark: &KnownPhrase) -> bool {
    matches!(mark.code, "balance" | "surplus" | "deficit")
}

/// A flow behind a figure that belongs to it: `a 0.9% increase in imports`, `$5 billion in exports`.
fn behind(context: &FigureContext, kind: SaidMeasure) -> Option<KnownPhrase> {
    let (scene, figure) = (context.scene, context.figure());
    let mut within = scene.behind(context.at);
    let first = scene.stem(within.start);
    if let Some(mark) = next_to(scene, within.start, kind).or_else(|| passive(scene, within.start)) {
        return Some(mark);
    }
    // `a 12 per cent increase, or €439 million, in the surplus`
    let is_or = within.clone().any(|at| scene.stem(at) == "or") && within.len() <= 4;
    if let Some(next) = scene
        .figures
        .get(context.at + 1)
        .filter(|_| is_or && scene.mark_at(within.start, WordKind::Change).is_some())
    {
        let end = scene.behind(context.at + 1).end;
        let start = next.tokens.end + usize::from(scene.stem(next.tokens.end) == ",");
        if matches!(scene.stem(start), "in" | "of") {
            within = start..end;
        }
    }
    // `a decline of €17 million or 1.0%, in the value of imports`
    let or = figure.tokens.start.saturating_sub(1);
    let comma = within.start + usize::from(scene.stem(within.start) == ",");
    if scene.stem(or) == "or" && matches!(scene.stem(comma), "in" | "of") {
        let flow = scene.marks_in(comma..(comma + 6).min(within.end), &[WordKind::Flow]).next();
        let is_near = |flow: &&KnownPhrase| !(comma..flow.start).any(|at| scene.stem(at) == ",");
        if let Some(flow) = flow.filter(is_near).filter(|_| kind.measure == Measure::Growth) {
            return Some(*flow);
        }
    }
    let over = scene.over_brackets(within.start);
    // `accounting for $4 million (27%) of total exports`
    if over > within.start && scene.stem(over) == "of" {
        let mut words = over + 1..(over + 5).min(scene.tokens.end);
        let of_whole = words.find_map(|at| scene.mark_at(at, WordKind::Flow));
        let is_straight =
            |mark: &&KnownPhrase| !(over..mark.start).any(|at| matches!(scene.stem(at), "," | "."));
        if let Some(mark) = of_whole.filter(is_straight) {
            return Some(*mark);
        }
    }
    if over > within.start && scene.mark_at(over, WordKind::Change).is_some() && scene.stem(over + 1) == "in"
    {
        return scene.mark_at(over + 2, WordKind::Flow).copied();
    }
    let is_noun = scene.mark_at(scene.behind(context.at).start, WordKind::Change).is_some()
        && !matches!(first, "more" | "less" | "higher" | "lower");
    if !is_noun && !matches!(first, "in" | "of" | "worth" | "-") {
        return None;
    }
    if kind.measure == Measure::Share {
        return None;
    }
    let has_flow = scene.has(
        scene.before(context.at).start.max(scene.clause_start(figure.tokens.start))..figure.tokens.start,
        &FLOWS,
    );
    if has_flow && !is_noun {
        return None;
    }
    let stops = [
        "as", "while", "and", "but", "with", "which", "because", "after", "since", "than", "compared",
        "against", ",", ";", "(", ")", "by", "from", "to", "over",
    ];
    let end = within.clone().find(|at| stops.contains(&scene.stem(*at))).unwrap_or(within.end);
    if has_flow && (within.start..end).all(|at| !matches!(scene.stem(at), "in" | "of")) {
        return None;
    }
    scene.marks_in(within.start..end, &FLOWS).next().copied()
}

/// `fell by 5% in exports`, `a $1.5 billion deficit`: the flow right behind a figure, whatever stands in front of it.
fn next_to(scene: &SentenceScene, behind: usize, kind: SaidMeasure) -> Option<KnownPhrase> {
    // `we have $1.7 billion in surplus`, `$2.8 billion oil exports`
    let is_in = scene.stem(behind) == "in";
    let worth = behind + 1 + usize::from(scene.stem(behind) == "worth" && scene.stem(behind + 1) == "of");
    let balance = scene.mark_at(worth, WordKind::Flow).filter(|mark| {
        (is_in || worth > behind + 1) && (is_balance(mark) || matches!(mark.code, "exports" | "imports"))
    });
    let product = scene
        .mark_at(behind, WordKind::Product)
        .and_then(|product| scene.mark_at(product.end, WordKind::Flow));
    let noun =
        scene.mark_at(behind, WordKind::Flow).or(balance).or(product).filter(|mark| mark.code != "total");
    if let Some(noun) = noun.filter(|_| kind.measure == Measure::Value && scene.stem(behind).is_ascii()) {
        return Some(*noun);
    }
    let is_part = matches!(kind.measure, Measure::Growth | Measure::Share);
    let is_in = matches!(scene.stem(behind), "in" | "по") && is_part;
    scene.mark_at(behind + 1, WordKind::Flow).filter(|_| is_in).copied()
}

/// `$70.9 billion (38.9%) were exported goods`: the flow behind a verb, over the bracket in between.
fn passive(scene: &SentenceScene, behind: usize) -> Option<KnownPhrase> {
    let over = scene.over_brackets(behind);
    let share = scene.figures.iter().find(|figure| figure.tokens.start == behind + 1);
    let end = share.filter(|_| scene.stem(behind) == "or").map_or(over, |share| share.tokens.end);
    let is_to = end > behind && scene.stem(end) == "to";
    let is_verb = is_to || matches!(scene.stem(end), "was" | "were" | "are" | "is");
    let marks = || FLOWS.iter().find_map(|kind| scene.mark_at(end + 1, *kind)).copied();
    marks().filter(|mark| is_verb && matches!(mark.code, "exports" | "imports"))
}

/// A flow further behind in the sentence, if nothing before the figure says one.
fn ahead(context: &FigureContext, kind: SaidMeasure) -> Option<KnownPhrase> {
    let (scene, figure) = (context.scene, context.figure());
    let end = scene.clause_end(figure.tokens.end);
    let is_share = kind.measure == Measure::Share;
    let kinds: &[WordKind] = if is_share {
        &[WordKind::Flow, WordKind::FlowVerb, WordKind::FlowMarket]
    } else {
        &[WordKind::Flow, WordKind::FlowMarket]
    };
    let mark = scene.marks_in(figure.tokens.end..end, kinds).next().copied()?;
    let is_next = mark.start < scene.behind(context.at).end;
    (is_next || is_share).then_some(mark)
}

/// Keeps the flow of a heading: a line without a figure and without a full stop.
pub(super) fn remember(scene: &SentenceScene, paragraph: usize, memory: &mut TextMemory) {
    let is_heading = !matches!(scene.stem(scene.tokens.end.saturating_sub(1)), "." | "。");
    let mark = scene.marks_in(scene.tokens.clone(), &[WordKind::Flow]).next().filter(|_| is_heading);
    if let Some((flow, mark)) = mark.and_then(|mark| Some((SaidFlow::new(mark)?, mark))) {
        let (range, sentence) = (scene.article.range(&(mark.start..mark.end)), scene.tokens.start);
        memory.flow = Some(KnownWords { value: flow, range, paragraph, sentence, is_said: true });
    }
}
