//! The rows that a sum is made of.

use super::piles::WorldWay;

/// The most rows that are kept.
pub(super) const MOST: usize = 1_000;

/// The places of rows, by flow and by way: which way is taken shows when all rows are seen.
#[derive(Debug, Default)]
pub(super) struct Trace([[Vec<u32>; 4]; 4]);

impl Trace {
    pub fn add(&mut self, flow: usize, way: WorldWay, place: u32) {
        let places = &mut self.0[flow][way as usize];
        if places.len() < MOST {
            places.push(place);
        }
    }

    /// The first rows of some ways of a flow, in order.
    pub fn rows(&self, flow: usize, ways: &[WorldWay]) -> Vec<u32> {
        let mut rows: Vec<u32> = ways.iter().flat_map(|way| &self.0[flow][*way as usize]).copied().collect();
        rows.sort_unstable();
        rows.truncate(MOST);
        rows
    }
}
