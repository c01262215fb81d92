//! Takes rows, as many at once as are about the same: in a sorted table hundreds, which are added up before anything else.

use std::ops::Range;

use super::Collector;
use super::addend::place_of;
use crate::formats::foreign::meaning::PlaceKind;
use crate::records::blocks::Block;
use crate::records::chunk::{CHUNK, Chunk};
use crate::records::cover::{LEFT_OUT, WITH_WORLD};
use crate::records::piles::{Addends, WorldWay};
use crate::records::terms::ProductRelation;

impl Collector<'_> {
    /// Takes all rows of a block that the question is about. `first` is the place of its first row among all.
    pub fn take(&mut self, block: &Block, first: u32) {
        let is_own = |reporter: u32| !block.reporters.lacks(reporter) && !self.question.is_mirror;
        let is_other = |reporter: u32| {
            (self.question.is_mirror || self.catalog.facts.is_reconciled) && !block.partners.lacks(reporter)
        };
        let (own, other) = self.reporter.map_or((true, false), |at| (is_own(at), is_other(at)));
        if !own && !other {
            return;
        }
        let mut chunk = std::mem::take(&mut self.chunk);
        for start in (0..block.len).step_by(CHUNK) {
            let len = CHUNK.min(block.len - start);
            chunk.fill_places(block, start, len);
            let has = |places: &[u32]| self.reporter.is_none_or(|reporter| places[..len].contains(&reporter));
            if !(own && has(&chunk.reporters) || other && has(&chunk.partners)) {
                continue;
            }
            chunk.fill(block, start, len);
            let mut at = 0;
            while at < len {
                let rows = at..self.run_end(&chunk, at, len);
                at = rows.end;
                let is_own = self.reporter.is_none_or(|reporter| chunk.reporters[rows.start] == reporter);
                let is_other = self.reporter.is_some_and(|reporter| chunk.partners[rows.start] == reporter);
                for (is_wanted, is_turned) in [(own && is_own, false), (other && is_other, true)] {
                    let place = (block, start, first);
                    if is_wanted && rows.len() == 1 {
                        let record = |of: &Self| of.record(block, start + rows.start, first);
                        self.rows(&chunk, rows.clone(), place, is_turned, record);
                    } else if is_wanted {
                        let sum = |of: &Self| of.sum(block, start + rows.start..start + rows.end, first);
                        self.rows(&chunk, rows.clone(), place, is_turned, sum);
                    }
                }
            }
        }
        self.chunk = chunk;
    }

    /// Where the rows end that are about the same as the one at `at`, but for products of one relation.
    #[inline]
    fn run_end(&self, chunk: &Chunk, at: usize, len: usize) -> usize {
        let relation = self.relation(chunk.products[at]);
        let is_alike = |row: &usize| {
            chunk.partners[*row] == chunk.partners[at]
                && chunk.flows[*row] == chunk.flows[at]
                && chunk.periods[*row] == chunk.periods[at]
                && chunk.cover[*row] == chunk.cover[at]
                && chunk.reporters[*row] == chunk.reporters[at]
                && self.relation(chunk.products[*row]) == relation
        };
        (at + 1..len).find(|row| !is_alike(row)).unwrap_or(len)
    }

    fn relation(&self, product: u32) -> ProductRelation {
        self.relations.get(product as usize).copied().unwrap_or(ProductRelation::Other)
    }

    /// Takes rows of a chunk that begins at `start` of a block, seen from the other side if they are turned. They are about
    /// the same, but for products of one relation, and `add_up` gives what they add together.
    #[inline]
    fn rows<A: Addends>(
        &mut self,
        chunk: &Chunk,
        rows: Range<usize>,
        (block, start, first): (&Block, usize, u32),
        is_turned: bool,
        add_up: impl Fn(&Self) -> A,
    ) {
        let at = rows.start;
        let (cover, period) = (chunk.cover[at], chunk.periods[at]);
        let flow = self.flows.get(chunk.flows[at] as usize).and_then(|ways| ways[usize::from(is_turned)]);
        let Some(flow) = flow.filter(|_| cover & LEFT_OUT == 0) else { return };
        // Seen from the other side, the world's rows are not about this trade.
        let (partner, cover) =
            if is_turned { (chunk.reporters[at], cover & !WITH_WORLD) } else { (chunk.partners[at], cover) };
        let relation = self.relation(chunk.products[at]);
        let is_same = relation == ProductRelation::Same;
        let counts = is_same || relation == ProductRelation::Below && cover & self.within[0] == 0;
        let is_top = relation == ProductRelation::Below && cover & self.within[1] == 0;
        if !counts && !is_top {
            return;
        }
        let kind = self.kinds.get(partner as usize).copied().unwrap_or(PlaceKind::Single);
        let addends = add_up(self);
        let time = self.times.get(period as usize).copied().flatten();
        if let Some(column) = time.and_then(|time| self.columns[flow].map(|column| column + time)) {
            if counts
                && kind != PlaceKind::World
                && self.partner.is_none_or(|asked| asked == partner)
                && let Some(pile) = self.partners.pile(partner, column)
            {
                pile.add(addends, is_same);
            }
            if is_top && self.is_with(partner, kind, cover) {
                let is_whole = self.is_one() || kind == PlaceKind::World;
                for row in rows.clone() {
                    let record = self.record(block, start + row, first);
                    if let Some(pile) = self.products.pile(chunk.products[row], column) {
                        pile.add(record, is_whole);
                    }
                }
            }
        }
        let place = flow * self.catalog.periods.len() + period as usize;
        if let Some(ways) = self.grid.get_mut(place).filter(|_| counts) {
            let way = match (self.partner, kind) {
                (Some(asked), _) if asked == partner => Some((WorldWay::Partners, is_same)),
                (None, PlaceKind::World) if is_same => Some((WorldWay::Printed, true)),
                (None, PlaceKind::World) => Some((WorldWay::Products, false)),
                (None, PlaceKind::Single) if cover & WITH_WORLD == 0 => Some((WorldWay::Both, is_same)),
                (None, PlaceKind::Single) => Some((WorldWay::Partners, is_same)),
                (Some(_), _) | (None, PlaceKind::Group) => None,
            };
            if let Some((way, is_exact)) = way {
                ways.add(way, addends, is_exact);
                if let Some(trace) = self.trace.as_mut().filter(|_| time == Some(0)) {
                    rows.for_each(|row| trace.add(flow, way, place_of(first, start + row)));
                }
            }
        }
    }

    /// True for a partner that the question is about, and that is contained in no other.
    fn is_with(&self, partner: u32, kind: PlaceKind, cover: u32) -> bool {
        match self.partner {
            Some(asked) => asked == partner,
            None => match kind {
                PlaceKind::World => true,
                PlaceKind::Single => cover & WITH_WORLD == 0,
                PlaceKind::Group => false,
            },
        }
    }
}
