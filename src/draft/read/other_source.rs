//! The trade of two places as the office of the other one counts it: 中国海关数据则为438亿美元.

use std::sync::Arc;

use super::figure_context::FigureContext;
use super::known_words::KnownWords;
use super::said_flow::SaidFlow;
use super::so_far::TextSoFar;
use super::spoken_trade::earlier;
use crate::dataset::{Flow, Measure, Unit};
use crate::draft::figure::CountedIn;
use crate::draft::proposal::Proposal;
use crate::draft::sentence::{KnownPhrase, Sentence};
use crate::draft::words::WordKind;

/// Words that say of what a figure is.
const TOPICS: [WordKind; 5] =
    [WordKind::Flow, WordKind::FlowVerb, WordKind::FlowMarket, WordKind::Share, WordKind::Product];

/// The other place, in a sentence that names its office and nothing of which the figure is.
pub(super) fn source<'a>(context: &FigureContext<'a, '_>, so_far: &TextSoFar) -> Option<&'a KnownPhrase> {
    let sentence = context.sentence;
    let trade = near(context.paragraph, so_far)?;
    let is_money =
        |counted: CountedIn| matches!(counted, CountedIn::Money(_) | CountedIn::Unit(Unit::Money(_)));
    let is_percent = |counted: CountedIn| counted == CountedIn::Unit(Unit::Percent);
    let (first, others) = sentence.figures.split_first()?;
    let fits = is_money(first.counted)
        && others.iter().all(|figure| is_money(figure.counted) || is_percent(figure.counted));
    let mut places = sentence.marks_in(sentence.tokens.clone(), &[WordKind::Place, WordKind::Demonym]);
    let place = places.next().filter(|_| places.next().is_none())?;
    let is_other = place.code == &*trade.partner.value && place.end <= first.tokens.start;
    (fits && is_other && is_by_office(sentence, place) && !sentence.has(sentence.tokens.clone(), &TOPICS))
        .then_some(place)
}

/// `Chinese customs`, `китайской таможни`, 中国海关: the office behind a place.
fn is_by_office(sentence: &Sentence, place: &KnownPhrase) -> bool {
    let at = place.end + usize::from(sentence.stem(place.end) == "'s");
    let (stem, next) = (sentence.stem(at), sentence.stem(at + 1));
    matches!(stem, "customs" | "statistics" | "data" | "figures")
        || stem.starts_with("тамож")
        || stem.starts_with("статистик")
        || matches!((stem, next), ("海", "关") | ("统", "计") | ("数", "据"))
}

/// The trade of two that a text spoke of in the paragraph or in the one before.
fn near<'s>(paragraph: usize, so_far: &'s TextSoFar) -> Option<&'s Proposal> {
    so_far.both_ways.as_ref().filter(|trade| trade.paragraph + 1 >= paragraph)
}

/// Both ways, as the text said before.
pub(super) fn flow(context: &FigureContext, so_far: &TextSoFar) -> Option<KnownWords<SaidFlow>> {
    source(context, so_far)?;
    let trade = near(context.paragraph, so_far)?;
    let value = SaidFlow { flow: Flow::Total, is_deficit: false, start: 0, end: 0, is_here: false };
    Some(earlier(value, trade.flow.origin.range()?.clone(), trade.paragraph))
}

/// The place that the office's own trades with.
pub(super) fn partner(context: &FigureContext, so_far: &TextSoFar) -> Option<KnownWords<Arc<str>>> {
    source(context, so_far)?;
    let trade = near(context.paragraph, so_far)?;
    Some(earlier(Arc::clone(&trade.reporter.value), trade.reporter.origin.range()?.clone(), trade.paragraph))
}

/// Keeps an amount of trade both ways until a figure is of something else.
pub(super) fn keep_both_ways(row: &Proposal, flow: &KnownWords<SaidFlow>, so_far: &mut TextSoFar) {
    let is_both = row.flow.value == Flow::Total && row.measure == Measure::Value && flow.value.is_here;
    let are_said = row.reporter.origin.range().is_some() && row.partner.origin.range().is_some();
    if is_both && are_said && !row.is_with_world() {
        so_far.both_ways = Some(row.clone());
        return;
    }
    let is_same = |trade: &Proposal| {
        let sides = [&trade.reporter.value, &trade.partner.value];
        sides.contains(&&row.reporter.value)
            && sides.contains(&&row.partner.value)
            && trade.product.value == row.product.value
    };
    so_far.both_ways = so_far.both_ways.take().filter(is_same);
}

/// The trade both ways with a row's partner, that `of the total` may mean.
pub(super) fn total_of<'s>(row: &Proposal, so_far: &'s TextSoFar) -> Option<&'s Proposal> {
    near(row.paragraph, so_far).filter(|trade| {
        trade.reporter.value == row.reporter.value
            && trade.partner.value == row.partner.value
            && trade.product.value == row.product.value
            && trade.period.value == row.period.value
            && matches!(row.flow.value, Flow::Exports | Flow::Imports)
    })
}
