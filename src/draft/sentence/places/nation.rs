//! A region and its country in the words of a share.

use crate::draft::region;
use crate::draft::sentence::known_phrase::{FLOWS, PLACES};
use crate::draft::sentence::{KnownPhrase, Sentence};
use crate::draft::words::WordKind;

/// `На долю Башкирии в экспорте России приходится 2%`: the country whose trade a share of a region is of.
pub(in crate::draft) fn nation_of_share<'s>(
    sentence: &'s Sentence,
    region: &KnownPhrase,
) -> Option<&'s KnownPhrase> {
    let nation = region::nation(region.code)?;
    let before = region.start.saturating_sub(3).max(sentence.tokens.start)..region.start;
    let end = (region.end + 8).min(sentence.tokens.end);
    let whole = sentence.marks_in(region.end..end, &PLACES).find(|mark| mark.code == nation)?;
    let is_share =
        sentence.has(before, &[WordKind::Share]) || sentence.has(region.end..whole.start, &[WordKind::Share]);
    (is_share && sentence.has(region.end..whole.start, &FLOWS)).then_some(whole)
}
