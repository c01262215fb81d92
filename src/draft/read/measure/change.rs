//! The word of change that a figure goes with.

use super::noun::is_noun_word;
use crate::draft::read::figure_context::FigureContext;
use crate::draft::sentence::KnownPhrase;
use crate::draft::words::WordKind;

/// The verb or noun of change that a figure goes with: behind it if one is near and none stands between it and the figure
/// before, else the last one in front of it.
pub(super) fn change<'s>(context: &FigureContext<'s, '_>) -> Option<&'s KnownPhrase> {
    let (sentence, figure) = (context.sentence, context.figure());
    let before = sentence.before(context.at);
    let own =
        sentence.marks_in(before.clone(), &[WordKind::Change]).rfind(|mark| !belongs_before(context, mark));
    let behind = sentence.behind(context.at);
    let behind = sentence.over_brackets(behind.start)..behind.end.max(sentence.over_brackets(behind.start));
    let near = behind.start..behind.end.min(behind.start + 8);
    let end = near
        .clone()
        .find(|at| matches!(sentence.stem(*at), "," | ")" | ";" | "，" | "；" | "and" | "）"))
        .unwrap_or(near.end);
    let near = sentence.marks_in(near.start..end, &[WordKind::Change]).next();
    let before = sentence.tokens.start..figure.tokens.start;
    own.or(near).or_else(|| sentence.marks_in(before, &[WordKind::Change]).next_back())
}

/// True for a word of change directly behind the figure before: `a 12 per cent increase, or €439 million`.
fn belongs_before(context: &FigureContext, mark: &KnownPhrase) -> bool {
    let Some(previous) = context.at.checked_sub(1).and_then(|at| context.sentence.figures.get(at)) else {
        return false;
    };
    mark.start == previous.tokens.end && is_noun_word(context.sentence.stem(mark.start))
}
