//! Trade that a word points back to: `этого импорта`, `these exports`, 该出口额.

use std::sync::Arc;

use super::figure_context::FigureContext;
use super::known_words::KnownWords;
use super::said_flow::SaidFlow;
use super::so_far::TextSoFar;
use super::spoken_trade::SpokenTrade;
use crate::dataset::Flow;
use crate::draft::proposal::{Origin, Proposal};
use crate::draft::sentence::Sentence;
use crate::draft::words::WordKind;

/// True for a word in front of a flow that points to trade spoken of before; 应该出口 says what should be.
pub(super) fn points(sentence: &Sentence, flow: usize) -> bool {
    let word = |back: usize| flow.checked_sub(back).map_or("", |at| sentence.stem(at));
    let words = ["this", "these", "those", "эт", "этог", "этот", "этим", "этом", "этих", "данн"];
    words.contains(&word(1))
        || word(1) == "该" && word(2) != "应"
        || matches!((word(2), word(1)), ("上", "述") | ("这", "些" | "一" | "项"))
}

/// The trades of the sentence before that a flow may point to.
fn meant<'s>(flow: Flow, so_far: &'s TextSoFar) -> impl Iterator<Item = &'s SpokenTrade> + Clone {
    so_far.spoken.iter().filter(move |trade| flow == Flow::Total || trade.flow == flow)
}

/// The one value on which all agree.
fn agreed<'s, T: PartialEq + Clone + 's>(
    mut all: impl Iterator<Item = Option<&'s KnownWords<T>>>,
) -> Option<KnownWords<T>> {
    let first = all.next()??;
    all.all(|other| other.is_some_and(|other| other.value == first.value)).then(|| first.clone())
}

/// `Imports of rice rose by 7%. This trade was worth $4 m`, `стоимость этих поставок`: the one way that the sentence before
/// speaks of, for words that leave it open.
pub(super) fn one_way(
    context: &FigureContext,
    flow: KnownWords<SaidFlow>,
    so_far: &TextSoFar,
) -> KnownWords<SaidFlow> {
    let mut all = so_far.spoken.iter().map(|trade| trade.flow);
    let first = all.next().filter(|first| *first != Flow::Balance && all.all(|other| other == *first));
    let stem = context.sentence.stem(flow.value.start);
    let is_delivery = matches!(stem, "поставк" | "поставок" | "shipments" | "deliveries" | "supplies");
    let is_open = flow.value.flow == Flow::Total || is_delivery && flow.value.end == flow.value.start + 1;
    let is_pointing = points(context.sentence, flow.value.start);
    match first
        .filter(|first| is_open && is_pointing && !matches!(first, Flow::Total) && *first != flow.value.flow)
    {
        Some(first) => flow.with(SaidFlow { flow: first, is_here: false, ..flow.value }),
        None => flow,
    }
}

/// `That compares with $4 bn and $3 bn respectively`: the flows of the sentence before, in their order.
pub(super) fn in_order(context: &FigureContext, so_far: &TextSoFar) -> Option<KnownWords<SaidFlow>> {
    let sentence = context.sentence;
    let is_in_order = sentence.has(sentence.tokens.clone(), &[WordKind::Respectively])
        && !sentence.has(sentence.tokens.clone(), &[WordKind::Flow, WordKind::FlowVerb])
        && sentence.figures.len() == so_far.spoken.len();
    let trade = so_far.spoken.get(context.at).filter(|_| is_in_order)?;
    let flow = so_far.flow.clone()?;
    let value = SaidFlow { flow: trade.flow, is_deficit: false, start: 0, end: 0, is_here: false };
    Some(flow.with(value))
}

/// The partner of the trade that a flow points to.
pub(super) fn partner(
    sentence: &Sentence,
    flow: &SaidFlow,
    so_far: &TextSoFar,
) -> Option<KnownWords<Arc<str>>> {
    points(sentence, flow.start)
        .then(|| agreed(meant(flow.flow, so_far).map(|trade| trade.partner.as_ref())))
        .flatten()
}

/// The product of the trade that a flow points to.
pub(super) fn product(
    sentence: &Sentence,
    flow: &SaidFlow,
    so_far: &TextSoFar,
) -> Option<KnownWords<Option<Arc<str>>>> {
    points(sentence, flow.start)
        .then(|| agreed(meant(flow.flow, so_far).map(|trade| trade.product.as_ref())))
        .flatten()
}

/// True if a flow points back to trade on whose goods or partner the sentence before does not agree.
pub(super) fn is_loose(context: &FigureContext, row: &Proposal, flow: &SaidFlow, so_far: &TextSoFar) -> bool {
    let sentence = context.sentence;
    let is_open = |origin: &Origin| !matches!(origin, Origin::Here(_));
    points(sentence, flow.start)
        && (is_open(&row.product.origin) && product(sentence, flow, so_far).is_none()
            || is_open(&row.partner.origin) && partner(sentence, flow, so_far).is_none())
}
