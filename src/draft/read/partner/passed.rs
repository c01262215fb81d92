//! Figures and places that the partner of the words around them does not go with.

use crate::dataset::{Measure, WORLD};
use crate::draft::read::figure_context::FigureContext;
use crate::draft::read::said_flow::SaidFlow;
use crate::draft::read::so_far::TextSoFar;
use crate::draft::sentence::{RoledPlace, Sentence};
use crate::draft::words::WordKind;

/// `to China, or 15 percent of total exports of $405 billion`: the amount of the whole, where the share names it as that of all
/// trade.
pub(super) fn is_whole_of_share(context: &FigureContext, flow: &SaidFlow, so_far: &TextSoFar) -> bool {
    let (sentence, before) = (context.sentence, context.sentence.before(context.at));
    let last = so_far.last.as_ref().filter(|_| so_far.last_sentence == sentence.tokens.start);
    let whole = last.filter(|last| last.measure == Measure::Share && last.is_whole_said);
    let is_of_world = whole
        .and_then(|last| last.whole.as_ref())
        .is_some_and(|whole| &*whole.partner == WORLD && whole.product.is_none() && whole.flow == flow.flow);
    let is_named = flow.is_here
        && flow.start > before.start
        && matches!(sentence.stem(before.start), "of" | "от")
        && sentence.has(before.start..flow.start, &[WordKind::Whole]);
    let mut gap = flow.end..before.end;
    let is_next =
        gap.len() <= 2 && gap.all(|at| matches!(sentence.stem(at), "of" | "worth" | "," | "(" | "в"));
    is_of_world && is_named && is_next
}

/// `China overtook the United States as the largest supplier`: the one that fell behind, whose figures do not follow.
pub(super) fn is_outdone(sentence: &Sentence, place: &RoledPlace) -> bool {
    let before = place.mark.start.saturating_sub(1);
    let before = before.saturating_sub(usize::from(sentence.stem(before) == "the"));
    let next = sentence.stem(place.mark.end);
    let verb = sentence.stem(before);
    let is_overtaken = matches!(
        verb,
        "overtook" | "overtaking" | "overtaken" | "replaced" | "replacing" | "surpassed" | "surpassing"
    ) && (next == "as" || next == "to" && sentence.stem(place.mark.end + 1) == "become");
    let is_behind = ["обогн", "обгон", "опереди", "опереж"].iter().any(|stem| verb.starts_with(stem))
        && matches!(next, "," | "и");
    let pair = (sentence.stem(before.saturating_sub(1)), verb);
    let is_passed = matches!(pair, ("超", "过" | "越") | ("取", "代"))
        && (next, sentence.stem(place.mark.end + 1)) == ("成", "为");
    is_overtaken || is_behind || is_passed
}
