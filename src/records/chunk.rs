//! Some rows of a block in a form that is quick to look at.

use super::blocks::Block;

/// The number of rows that are looked at together.
pub(super) const CHUNK: usize = 1 << 9;

/// The codes of some rows, next to each other.
#[derive(Debug)]
pub(super) struct Chunk {
    pub reporters: [u32; CHUNK],
    pub flows: [u32; CHUNK],
    pub partners: [u32; CHUNK],
    pub products: [u32; CHUNK],
    pub periods: [u32; CHUNK],
    pub cover: [u32; CHUNK],
}

impl Default for Chunk {
    fn default() -> Self {
        let none = [0; CHUNK];
        Self { reporters: none, flows: none, partners: none, products: none, periods: none, cover: none }
    }
}

impl Chunk {
    /// Takes the places of `len` rows from `start` on: most rows are about other places, and need no more.
    pub fn fill_places(&mut self, block: &Block, start: usize, len: usize) {
        block.reporters.copy(start, &mut self.reporters[..len]);
        block.partners.copy(start, &mut self.partners[..len]);
    }

    /// Takes everything else about these rows.
    pub fn fill(&mut self, block: &Block, start: usize, len: usize) {
        block.flows.copy(start, &mut self.flows[..len]);
        block.products.copy(start, &mut self.products[..len]);
        block.periods.copy(start, &mut self.periods[..len]);
        block.cover.copy(start, &mut self.cover[..len]);
    }
}
