//! Splits a period into shorter known ones.

use foldhash::HashMap;
use rust_decimal::Decimal;

use crate::analysis::context::Level;
use crate::dataset::Period;

/// The maximum number of tilings tried per period.
const MOST_TILINGS: usize = 4;

/// The last piece of the shortest gapless sequence of pieces up to its end.
#[derive(Debug, Clone, Copy)]
struct LastPiece {
    count: usize,
    /// The preceding piece; `None` for the first.
    before: Option<usize>,
}

/// The ways to tile a period with shorter ones, the fewest pieces first: one way for each piece that can come last.
/// `parts` are sorted by their first day.
///
/// A way whose last pieces make up another known period is left out: comparing that period with its own parts says the
/// same.
pub fn tilings<'c>(whole: Period, parts: &[Level<'c>]) -> Vec<Vec<Level<'c>>> {
    let mut pieces: Vec<Option<LastPiece>> = Vec::with_capacity(parts.len());
    let mut fewest_to: HashMap<_, usize> = HashMap::default();
    let mut last = Vec::new();
    for (at, part) in parts.iter().enumerate() {
        let Some(period) = part.trade().period else {
            pieces.push(None);
            continue;
        };
        let before = fewest_to.get(&period.start()).copied();
        let count_to = |piece: usize| pieces.get(piece).copied().flatten().map(|piece| piece.count);
        let piece = if period.start() == whole.start() {
            Some(LastPiece { count: 1, before: None })
        } else {
            before.and_then(count_to).map(|count| LastPiece { count: count + 1, before })
        };
        if let Some(piece) = piece {
            let known = fewest_to.get(&period.end()).copied().and_then(count_to);
            if known.is_none_or(|known| piece.count < known) {
                fewest_to.insert(period.end(), at);
            }
        }
        if period.end() == whole.end() {
            last.push(at);
        }
        pieces.push(piece);
    }
    let start = |at: usize| parts.get(at).and_then(|part| part.trade().period).map(Period::start);
    let ends_with_known = |tiling: &[usize]| {
        let inner = tiling.get(1..tiling.len().saturating_sub(1)).unwrap_or_default();
        inner.iter().any(|piece| last.iter().any(|known| start(*known) == start(*piece)))
    };
    let mut tilings: Vec<Vec<usize>> = last
        .iter()
        .map(|last| pieces_up_to(*last, &pieces))
        .filter(|tiling| tiling.len() > 1 && !ends_with_known(tiling))
        .collect();
    tilings.sort_by_key(Vec::len);
    tilings.truncate(MOST_TILINGS);
    let level = |at: usize| parts.get(at).copied();
    tilings.into_iter().map(|tiling| tiling.into_iter().filter_map(level).collect()).collect()
}

/// The pieces from the first up to this one; empty if they leave a gap.
fn pieces_up_to(last: usize, pieces: &[Option<LastPiece>]) -> Vec<usize> {
    let piece = |at: usize| pieces.get(at).copied().flatten();
    if piece(last).is_none() {
        return Vec::new();
    }
    let mut tiling: Vec<usize> =
        std::iter::successors(Some(last), |at| piece(*at).and_then(|piece| piece.before)).collect();
    tiling.reverse();
    tiling
}

/// The `parts` that do not overlap and have the greatest sum of lower bounds.
pub fn packing<'c>(parts: &[Level<'c>]) -> Vec<Level<'c>> {
    let mut sorted: Vec<(Period, Level)> =
        parts.iter().filter_map(|part| Some((part.trade().period?, *part))).collect();
    sorted.sort_by_key(|(period, _)| (period.end(), period.start()));
    // For each part: the greatest sum up to it, and true if the part is included in that sum.
    let mut most: Vec<(Decimal, bool)> = Vec::with_capacity(sorted.len());
    let before = |start| sorted.partition_point(|(period, _)| period.end() <= start);
    let up_to = |most: &[(Decimal, bool)], count: usize| {
        count.checked_sub(1).and_then(|at| most.get(at)).map_or(Decimal::ZERO, |(most, _)| *most)
    };
    for (at, (period, part)) in sorted.iter().enumerate() {
        let without = up_to(&most, at);
        let with = up_to(&most, before(period.start())).checked_add(part.interval().low());
        most.push(with.filter(|with| *with > without).map_or((without, false), |with| (with, true)));
    }
    let mut packing = Vec::new();
    let mut count = sorted.len();
    while let Some(at) = count.checked_sub(1) {
        let (Some((period, part)), Some((_, is_taken))) = (sorted.get(at), most.get(at)) else { break };
        if *is_taken {
            packing.push(*part);
            count = before(period.start());
        } else {
            count = at;
        }
    }
    packing.reverse();
    packing
}
