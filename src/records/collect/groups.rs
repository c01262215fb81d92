//! Takes groups of rows that somebody else added up.

use super::Collector;
use crate::records::piles::{Pile, WorldWay};
use crate::records::terms::ProductRelation;

impl Collector<'_> {
    /// The products that the question is about: those of just the code that was asked for, and those below it.
    pub fn products(&self) -> [Vec<u32>; 2] {
        let all = |wanted: ProductRelation| {
            let known = (0..).zip(&self.relations).filter(move |(_, relation)| **relation == wanted);
            known.map(|(product, _)| product).collect()
        };
        [all(ProductRelation::Same), all(ProductRelation::Below)]
    }

    /// The place of a period: 0 for that of the question, 1 for the year before.
    pub fn time(&self, period: u32) -> Option<usize> {
        self.times.get(period as usize).copied().flatten()
    }

    /// True for a flow whose partners and products are asked for, by its place.
    pub fn is_asked(&self, flow: usize) -> bool {
        self.columns.get(flow).is_some_and(Option::is_some)
    }

    /// Takes the rows of a flow and period with a partner.
    pub fn take_partner(&mut self, partner: u32, (flow, time): (usize, usize), pile: &Pile) {
        if let Some(column) = self.columns[flow]
            && let Some(known) = self.partners.pile(partner, column + time)
        {
            known.merge(pile);
        }
    }

    /// Takes the rows of a flow and period that are about a product.
    pub fn take_product(&mut self, product: u32, (flow, time): (usize, usize), pile: &Pile) {
        if let Some(column) = self.columns[flow]
            && let Some(known) = self.products.pile(product, column + time)
        {
            known.merge(pile);
        }
    }

    /// Takes rows of a flow and a period, in a way in which all partners can be added up.
    pub fn take_way(&mut self, (flow, period): (usize, u32), way: WorldWay, pile: &Pile) {
        if let Some(ways) = self.grid.get_mut(flow * self.catalog.periods.len() + period as usize) {
            ways.merge(way, pile);
        }
    }
}
