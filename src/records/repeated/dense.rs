//! A bit for every key that there could be: exact, and nothing is hashed.

use foldhash::HashSet;

use crate::records::blocks::Block;
use crate::records::chunk::{CHUNK, Chunk};
use crate::records::codes::Codes;

/// The most bits for each row, and how many there may be in any case.
const MOST_BITS: u64 = 128;
const ALWAYS: u64 = 1 << 16;

/// The numbers of a column: the least, and how many there are from it to the largest.
#[derive(Debug, Clone, Copy)]
struct CodeSpan {
    least: u32,
    size: u64,
}

impl CodeSpan {
    fn of<'b>(blocks: &'b [Block], column: impl Fn(&'b Block) -> &'b Codes) -> Self {
        let bounds = blocks.iter().map(|block| column(block).bounds());
        let (least, most) =
            bounds.fold((u32::MAX, 0), |(least, most), (low, high)| (least.min(low), most.max(high)));
        Self { least, size: u64::from(most.saturating_sub(least)) + 1 }
    }
}

/// The keys of rows without details that come twice; `None` where keys are too far apart for a bit each.
pub(super) fn keys_twice(blocks: &[Block], rows: usize) -> Option<HashSet<u64>> {
    let spans = [
        CodeSpan::of(blocks, |block| &block.reporters),
        CodeSpan::of(blocks, |block| &block.flows),
        CodeSpan::of(blocks, |block| &block.partners),
        CodeSpan::of(blocks, |block| &block.products),
        CodeSpan::of(blocks, |block| &block.periods),
    ];
    let room = u64::try_from(rows).ok()?.saturating_mul(MOST_BITS).max(ALWAYS);
    let bits =
        spans.iter().try_fold(1u64, |bits, span| bits.checked_mul(span.size).filter(|bits| *bits <= room))?;
    let mut seen = vec![0u64; usize::try_from(bits / 64 + 1).ok()?];
    let (mut twice, mut chunk) = (HashSet::default(), Box::<Chunk>::default());
    for block in blocks {
        let has_details = !matches!(block.details, Codes::Same(0));
        for start in (0..block.len).step_by(CHUNK) {
            let len = CHUNK.min(block.len - start);
            chunk.fill_places(block, start, len);
            chunk.fill(block, start, len);
            for at in 0..len {
                if has_details && block.details.get(start + at) > 0 {
                    continue;
                }
                let numbers = [
                    chunk.reporters[at],
                    chunk.flows[at],
                    chunk.partners[at],
                    chunk.products[at],
                    chunk.periods[at],
                ];
                // No number is below the least of its column, and the product of the sizes fits.
                let place = numbers.iter().zip(&spans).fold(0u64, |place, (number, span)| {
                    place.wrapping_mul(span.size).wrapping_add(u64::from(number.wrapping_sub(span.least)))
                });
                let bit = 1 << (place % 64);
                if let Some(word) = usize::try_from(place / 64).ok().and_then(|word| seen.get_mut(word)) {
                    if *word & bit != 0 {
                        twice.insert(block.keys(start + at).packed());
                    }
                    *word |= bit;
                }
            }
        }
    }
    Some(twice)
}
