//! The flow of goods behind a balance.

use crate::dataset::Flow;
use crate::draft::read::figure_context::FigureContext;
use crate::draft::read::known_words::KnownWords;
use crate::draft::read::said_flow::SaidFlow;
use crate::draft::read::so_far::TextSoFar;
use crate::draft::words::WordKind;

/// `The surplus was $2 bn. Machinery brought in $5 bn`: goods have no balance, but the flow that the text began with.
pub(super) fn of_goods(context: &FigureContext, so_far: &TextSoFar) -> Option<KnownWords<SaidFlow>> {
    let (sentence, figure) = (context.sentence, context.figure());
    let last = so_far.flow.as_ref().filter(|last| last.value.flow == Flow::Balance)?;
    let is_new = last.sentence_start != sentence.tokens.start;
    let has_goods = sentence.has(sentence.tokens.start..figure.tokens.start, &[WordKind::Product]);
    let first = so_far.home.first_flow().filter(|first| matches!(first, Flow::Exports | Flow::Imports))?;
    let flow = SaidFlow { flow: first, is_deficit: false, start: 0, end: 0, is_here: false };
    (is_new && has_goods).then(|| KnownWords::assumed(flow))
}
