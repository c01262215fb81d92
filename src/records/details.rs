//! The details of rows, such as the mode of transport, by numbers; 0 is the whole of all of them.

use super::blocks::Block;
use super::codes::Codes;
use super::interner::Interner;
use super::nesting;
use crate::formats::foreign::{DetailCodes, VALUATION, detail_bits, detail_codes};

/// The most different details that are distinguished by their codes.
const MOST_DETAILS: usize = 1 << 16;

/// All details of a table. Each row has one number for them.
#[derive(Debug, Clone, Default)]
pub(super) struct Details {
    codes: Interner,
}

impl Details {
    /// The number of details. Where a table has too many of them, those to come are distinguished by their dimensions alone.
    pub fn number(&mut self, codes: &[u8]) -> u32 {
        if codes.is_empty() {
            return 0;
        }
        let known = self.codes.number(codes, MOST_DETAILS).or_else(|| {
            let without = |cut: DetailCodes, (dimension, _): (usize, &[u8])| cut.with(dimension, b"");
            let cut = detail_codes(codes).fold(DetailCodes::default(), without);
            self.codes.number(cut.text(), usize::MAX)
        });
        known.map_or(0, |(number, _)| number + 1)
    }

    /// True for details whose codes are not kept: rows that have the same may be about different trade.
    pub fn is_cut(&self, number: u32) -> bool {
        detail_codes(self.text(number)).any(|(_, code)| code.is_empty())
    }

    /// A bit for each dimension of which the details are a part.
    pub fn bits(&self, number: u32) -> u32 {
        detail_bits(self.text(number))
    }

    /// How many different details there are.
    pub fn len(&self) -> u32 {
        u32::try_from(self.codes.len()).unwrap_or_default()
    }

    /// The codes of details by their number, each behind its dimension.
    pub fn text(&self, number: u32) -> &[u8] {
        number.checked_sub(1).map_or(&[], |at| self.codes.text(at))
    }

    /// By number: the details that contain these. None do where there are too many ways to tell.
    pub fn wider(&self) -> Vec<Vec<u32>> {
        let numbers = || 1..=self.len();
        let mut by_dimension: Vec<Vec<&[u8]>> = vec![Vec::new(); 8];
        for (dimension, code) in numbers().flat_map(|number| detail_codes(self.text(number))) {
            if let Some(codes) = by_dimension.get_mut(dimension) {
                codes.push(code);
            }
        }
        let mut wider = vec![Vec::new(); self.codes.len() + 1];
        for codes in &mut by_dimension {
            codes.sort_unstable();
            codes.dedup();
        }
        let mut parents: Vec<Vec<Option<u32>>> = by_dimension.iter().map(|codes| parents(codes)).collect();
        // No valuation is a part of another.
        parents[VALUATION].fill(None);
        let mut left = MOST_WAYS;
        for number in numbers() {
            // Each way to replace some codes by those above.
            let mut ways = vec![DetailCodes::default()];
            for (dimension, code) in detail_codes(self.text(number)) {
                let (codes, parents) = (&by_dimension[dimension], &parents[dimension]);
                let at = codes.binary_search(&code).ok().and_then(|at| u32::try_from(at).ok());
                let above = |at: &u32| parents.get(*at as usize).copied().flatten();
                let chain: Vec<u32> = std::iter::successors(at, above).collect();
                let longer = |way: &DetailCodes| -> Vec<DetailCodes> {
                    let with = |at: &u32| way.with(dimension, codes[*at as usize]);
                    chain.iter().map(with).collect()
                };
                let Some(rest) = left.checked_sub(ways.len() * chain.len()) else {
                    return vec![Vec::new(); self.codes.len() + 1];
                };
                left = rest;
                ways = ways.iter().flat_map(longer).collect();
            }
            let own = self.text(number);
            let others = ways.iter().map(DetailCodes::text).filter(|way| *way != own);
            wider[number as usize] = others.filter_map(|way| self.codes.find(way)).map(|at| at + 1).collect();
        }
        wider
    }

    /// Makes the only code of a dimension its whole, since nothing can be a part next to it.
    pub fn settle(&mut self, blocks: &mut [Block]) {
        if self.codes.len() == 0 {
            return;
        }
        let has_whole = blocks.iter().any(|block| block.details.bounds().0 == 0);
        let numbers = 1..=self.len();
        let mut only = if has_whole { 0 } else { u32::MAX };
        let mut first: [Option<&[u8]>; 8] = [None; 8];
        for number in numbers.clone() {
            only &= self.bits(number);
            for (dimension, code) in detail_codes(self.text(number)) {
                let known = &mut first[dimension];
                if *known.get_or_insert(code) != code {
                    only &= !(1 << dimension);
                }
            }
        }
        if only == 0 {
            return;
        }
        let mut settled = Self::default();
        let mut meant = vec![0];
        for number in numbers {
            let is_kept = |(dimension, _): &(usize, &[u8])| only >> dimension & 1 == 0;
            let kept = detail_codes(self.text(number)).filter(is_kept);
            let kept =
                kept.fold(DetailCodes::default(), |kept, (dimension, code)| kept.with(dimension, code));
            meant.push(settled.number(kept.text()));
        }
        for block in blocks {
            block.details = match block.details {
                Codes::Same(number) => Codes::Same(meant.get(number as usize).copied().unwrap_or_default()),
                Codes::Bytes(_) | Codes::Shorts(_) | Codes::Longs(_) => Codes::pack(
                    &(0..block.len).map(|row| meant[block.details.get(row) as usize]).collect::<Vec<_>>(),
                ),
            };
        }
        *self = settled;
    }
}

/// The most ways that are looked at for all details of a table.
const MOST_WAYS: usize = 1_000_000;

/// By place: the code that contains a code. In a dimension that may be any, codes of digits are numbers and ranges of amounts.
fn parents(codes: &[&[u8]]) -> Vec<Option<u32>> {
    let texts: Vec<&str> = codes.iter().map(|code| std::str::from_utf8(code).unwrap_or_default()).collect();
    let nests = |code: &&str| {
        code.starts_with(|c: char| c.is_ascii_alphabetic())
            && code.bytes().all(|c| c.is_ascii_alphanumeric() || c == b'.')
    };
    // A code of another kind contains nothing.
    let texts: Vec<&str> = texts.into_iter().map(|code| if nests(&code) { code } else { "" }).collect();
    nesting::parents(&texts)
}
