//! Amounts that go on with the unit of the paragraph.

use std::ops::Range;

use super::TextSoFar;
use crate::dataset::Unit;
use crate::draft::figure::{carry_on, carry_to};
use crate::draft::proposal::{Origin, Proposal};
use crate::draft::sentence::Sentence;
use crate::draft::words::WordKind;

/// Gives amounts of a sentence that name no unit that of the paragraph, where their form leaves no other.
///
/// Carries none across the byte `refused`: the next amount may be of whatever was refused there. A carried unit goes no further.
pub(super) fn carry_units(
    sentence: &mut Sentence,
    paragraph: usize,
    so_far: &TextSoFar,
    refused: Option<usize>,
) {
    let tokens = &sentence.article.tokens;
    let last = so_far.last.as_ref().filter(|last| last.paragraph == paragraph);
    let last = last.filter(|last| {
        refused.is_none_or(|refused| refused < last.range.start)
            && !matches!(last.unit_origin, Origin::Inherited { .. })
    });
    if let Some((unit, from)) = last.and_then(money) {
        carry_on(tokens, sentence.tokens.start, &mut sentence.figures, unit, &from);
    }
    let counted = so_far.money.as_ref().filter(|money| money.paragraph == paragraph);
    if let Some((unit, from)) = counted.filter(|_| !so_far.has_other_units).and_then(money)
        && sentence.is_chinese()
    {
        let mut ends: Vec<(usize, &str)> = sentence
            .marks_in(sentence.tokens.clone(), &[WordKind::Flow])
            .map(|flow| (flow.end, flow.code))
            .collect();
        ends.dedup_by_key(|(end, _)| *end);
        carry_to(tokens, &mut sentence.figures, &ends, unit, &from);
    }
}

/// The money that a row counts in, and the words that name it.
fn money(row: &Proposal) -> Option<(Unit, Range<usize>)> {
    let is_money = matches!(row.unit, Unit::Money(_));
    is_money.then(|| (row.unit, row.unit_origin.range().unwrap_or(&row.range).clone()))
}
