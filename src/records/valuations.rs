//! The same trade valued more than once, as with freight and insurance and without: of such rows one counts.
//!
//! A flow keeps to the valuation that most of its rows have. Where a trade has no row of that one, its next counts: a table
//! of exports at FOB and imports at CIF is left as it is.

use foldhash::HashMap;

use super::interner::Interner;
use super::keys::{Keys, MOST_FLOWS};
use super::rows::Records;
use crate::dataset::Flow;
use crate::formats::foreign::{DetailCodes, VALUATION, detail_codes};

/// The rows that count, of trades that may be valued more than once.
#[derive(Debug, Default)]
pub(super) struct Valuations {
    /// By the number of details: one for the others than the valuation, and one for that; `None` without one.
    parts: Vec<Option<[u32; 2]>>,
    /// By flow, then by valuation: how many others count before it; empty for a flow that has one alone.
    ranks: Vec<Vec<usize>>,
    /// For each trade of such a flow: the lowest rank.
    counted: HashMap<(u64, u32), usize>,
}

impl Valuations {
    pub fn new(records: &Records) -> Self {
        let details = &records.catalog.details;
        let mut codes = Interner::default();
        let mut others = Interner::default();
        let numbers = 0..=details.len();
        let parts = numbers.map(|at| parts(details.text(at), &mut others, &mut codes)).collect();
        if codes.len() < 2 {
            return Self::default();
        }
        let mut valuations = Self { parts, ..Self::default() };
        let rows = || records.blocks.iter().flat_map(|block| (0..block.len).map(|row| block.keys(row)));
        let mut counts = vec![vec![0_u64; codes.len()]; MOST_FLOWS];
        for keys in rows() {
            if let Some([_, valuation]) = valuations.parts[keys.details as usize] {
                counts[keys.flow as usize][valuation as usize] += 1;
            }
        }
        let meaning =
            |flow: usize| records.catalog.flows.get(flow).copied().flatten().map(|meaning| meaning.flow);
        valuations.ranks =
            counts.iter().enumerate().map(|(flow, counts)| ranks(meaning(flow), counts, &codes)).collect();
        if valuations.ranks.iter().all(Vec::is_empty) {
            return Self::default();
        }
        for keys in rows() {
            if let Some((trade, rank)) = valuations.rank(keys) {
                let counted = valuations.counted.entry(trade).or_insert(rank);
                *counted = rank.min(*counted);
            }
        }
        valuations
    }

    /// True for a row whose trade another row has at the valuation that counts.
    pub fn is_other(&self, keys: Keys) -> bool {
        let ranked = self.rank(keys);
        ranked.is_some_and(|(trade, rank)| self.counted.get(&trade).is_some_and(|counted| *counted < rank))
    }

    /// The trade of a row without its valuation, and the rank of that, in a flow that has several.
    fn rank(&self, keys: Keys) -> Option<((u64, u32), usize)> {
        let [others, valuation] = (*self.parts.get(keys.details as usize)?)?;
        let rank = *self.ranks.get(keys.flow as usize)?.get(valuation as usize)?;
        Some(((keys.packed(), others), rank))
    }
}

/// A number for the details other than the valuation, and one for that.
fn parts(text: &[u8], others: &mut Interner, valuations: &mut Interner) -> Option<[u32; 2]> {
    let (_, valuation) = detail_codes(text).find(|(dimension, _)| *dimension == VALUATION)?;
    let rest = detail_codes(text).filter(|(dimension, _)| *dimension != VALUATION);
    let rest = rest.fold(DetailCodes::default(), |rest, (dimension, code)| rest.with(dimension, code));
    let (rest, _) = others.number(rest.text(), usize::MAX)?;
    Some([rest, valuations.number(valuation, usize::MAX)?.0])
}

/// By valuation, how many count before it: those of more rows, then those that customs use.
fn ranks(flow: Option<Flow>, counts: &[u64], codes: &Interner) -> Vec<usize> {
    if counts.iter().filter(|count| **count > 0).count() < 2 {
        return Vec::new();
    }
    let usual: &[u8] = if flow == Some(Flow::Imports) { b"CIF" } else { b"FOB" };
    let text = |at: usize| u32::try_from(at).map_or(&[][..], |at| codes.text(at));
    let order = |at: usize| (std::cmp::Reverse(counts[at]), !text(at).eq_ignore_ascii_case(usual), text(at));
    let mut sorted: Vec<usize> = (0..counts.len()).collect();
    sorted.sort_unstable_by_key(|at| order(*at));
    let mut ranks = vec![0; counts.len()];
    sorted.into_iter().zip(0..).for_each(|(at, rank)| ranks[at] = rank);
    ranks
}
