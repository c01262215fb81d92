//! Finds rows that are contained in others, so that no sum counts a trade twice.
//!
//! Each row gets a set of bits: which wider rows of the same trade the table has. A question then adds up the rows that
//! are contained in none of those that it asks about; see [`super::collect`].

use foldhash::{HashMap, HashSet};

use super::catalog::Catalog;
use super::codes::Codes;
use super::keys::Keys;
use super::nesting;
use super::repeated::RepeatedRow;
use super::rows::Records;
use super::subtotals;
use super::tally::SetAside;
use super::valuations::Valuations;
use crate::formats::foreign::meaning::PlaceKind;
use crate::formats::foreign::{PlaceMeaning, VALUATION};

/// Counted by no question: a part of a row by its details, or a row that repeats another.
pub(super) const LEFT_OUT: u32 = 1;
/// The same trade with the world is there.
pub(super) const WITH_WORLD: u32 = 1 << 1;
/// The same trade of all products is there.
const ALL_PRODUCTS: u32 = 1 << 2;
/// The same trade of a product of the first level; those of the others follow.
const FIRST_LEVEL: u32 = 3;
/// Products of deeper levels count as of this one.
const DEEPEST: usize = 12;

/// Bits of all wider products of a level and of those below; 0 is all products.
pub(super) fn wider_from(level: usize) -> u32 {
    if level == 0 {
        return ALL_PRODUCTS | wider_from(1);
    }
    let bits =
        |from: usize| (1 << (FIRST_LEVEL as usize + DEEPEST)) - (1 << (FIRST_LEVEL as usize + from - 1));
    u32::try_from(bits(level.min(DEEPEST))).unwrap_or_default()
}

fn wider(level: usize) -> u32 {
    1 << (FIRST_LEVEL as usize + level.clamp(1, DEEPEST) - 1)
}

/// Decides for all rows, and counts those that questions set aside.
pub(super) fn decide(records: &mut Records, repeated: &[(u32, RepeatedRow)]) {
    nesting::nest(&mut records.catalog);
    let wholes = Wholes::new(records);
    if repeated.is_empty() && wholes.are_none(&records.catalog) {
        return;
    }
    let mut repeated = repeated.iter().peekable();
    let Records { catalog, blocks, lines } = records;
    let mut at = 0;
    for block in blocks {
        let mut cover = vec![0; block.len];
        for (row, cover) in cover.iter_mut().enumerate() {
            let keys = block.keys(row);
            let why = match repeated.next_if(|(known, _)| *known == at).map(|(_, repeat)| repeat) {
                Some(RepeatedRow::Same) => Some(SetAside::Repeated),
                Some(RepeatedRow::Other) => Some(SetAside::Disagreeing),
                Some(RepeatedRow::More) => {
                    catalog.tally.add_to_earlier(lines.line(at));
                    None
                }
                None => None,
            };
            *cover = if why.is_some() { LEFT_OUT } else { wholes.cover(catalog, keys) };
            let is_subtotal = *cover != LEFT_OUT && wholes.subtotals.contains(&at);
            if is_subtotal {
                // Only a question about just this product counts it.
                *cover |= wider(DEEPEST);
            }
            if let Some(why) = why.or_else(|| wholes.reason(catalog, keys, *cover, is_subtotal)) {
                catalog.tally.set_aside(why, lines.line(at));
            }
            at += 1;
        }
        block.cover = Codes::pack(&cover);
    }
}

/// The rows that others are contained in.
#[derive(Debug, Default)]
struct Wholes {
    /// The number of all products, if the table has rows of them.
    total: Option<u32>,
    /// The number of the world as a partner.
    world: Option<u32>,
    /// True for each product that others are members of.
    is_parent: Vec<bool>,
    has_parts: CoveredParts,
    /// Keys of rows with the world, of all products or of a group of products.
    keys: HashSet<u64>,
    /// For trades with details: in the fewest dimensions that a row about them is a part of, by their bits.
    fewest: HashMap<u64, u32>,
    /// By the number of details: those that contain them.
    wider_details: Vec<Vec<u32>>,
    /// Rows whose details contain others.
    with_wider: HashSet<(u64, u32)>,
    /// Which rows of trades that are valued more than once count.
    valuations: Valuations,
    /// Rows of subtotals whose trade has the rows that they add up, or that contain them.
    subtotals: HashSet<u32>,
}

/// The parts that a table has next to its wholes.
#[derive(Debug, Clone, Copy, Default)]
struct CoveredParts {
    partners: bool,
    products: bool,
}

impl Wholes {
    fn new(records: &Records) -> Self {
        let catalog = &records.catalog;
        let number = |at: Option<usize>| at.and_then(|at| u32::try_from(at).ok());
        let total = number(catalog.products.iter().position(|product| product.meaning.is_total));
        let world = number(catalog.places.iter().position(|place| place.kind == PlaceKind::World));
        let mut is_parent = vec![false; catalog.products.len()];
        for parent in catalog.products.iter().filter_map(|product| product.parent) {
            is_parent[parent as usize] = true;
        }
        let has_rows = |is_it: &dyn Fn(Keys) -> bool| {
            records.blocks.iter().any(|block| (0..block.len).any(|row| is_it(block.keys(row))))
        };
        let has_parts = CoveredParts {
            partners: world.is_some() && has_rows(&|keys| Some(keys.partner) != world),
            products: total.is_some() && has_rows(&|keys| Some(keys.product) != total),
        };
        let mut wholes = Self { total, world, is_parent, has_parts, ..Self::default() };
        let may_be_whole = has_parts.partners || has_parts.products || wholes.is_parent.contains(&true);
        for block in &records.blocks {
            let has_details = !matches!(block.details, Codes::Same(0));
            // Most tables have neither; then no row is looked at.
            let rows = if may_be_whole || has_details { block.len } else { 0 };
            for row in 0..rows {
                let keys = block.keys(row);
                if wholes.is_whole(keys) {
                    wholes.keys.insert(keys.packed());
                }
                if has_details && keys.details > 0 {
                    wholes.fewest.entry(keys.packed()).or_insert(u32::MAX);
                }
            }
        }
        wholes.count_details(records);
        wholes.valuations = Valuations::new(records);
        wholes.subtotals = subtotals::next_to_others(records);
        wholes
    }

    /// True if no row is contained in another, and none is set aside.
    fn are_none(&self, catalog: &Catalog) -> bool {
        let is_single = |place: &PlaceMeaning| place.kind == PlaceKind::Single;
        let has_wholes = !self.keys.is_empty() || !self.fewest.is_empty() || !self.subtotals.is_empty();
        !has_wholes && catalog.places.iter().all(is_single)
    }

    /// Finds the row with the fewest details of each trade that has some with details.
    fn count_details(&mut self, records: &Records) {
        if self.fewest.is_empty() {
            return;
        }
        let details = &records.catalog.details;
        self.wider_details = details.wider();
        let mut is_wider = vec![false; self.wider_details.len()];
        for number in self.wider_details.iter().flatten() {
            is_wider[*number as usize] = true;
        }
        for block in &records.blocks {
            for row in 0..block.len {
                let keys = block.keys(row);
                if let Some(fewest) = self.fewest.get_mut(&keys.packed()) {
                    let order = |bits: u32| (bits.count_ones(), bits);
                    let bits = details.bits(keys.details);
                    if *fewest == u32::MAX || order(bits) < order(*fewest) {
                        *fewest = bits;
                    }
                    if is_wider.get(keys.details as usize).copied().unwrap_or_default() {
                        self.with_wider.insert((keys.packed(), keys.details));
                    }
                }
            }
        }
    }

    /// True for a row that others may be contained in.
    fn is_whole(&self, keys: Keys) -> bool {
        Some(keys.partner) == self.world && self.has_parts.partners
            || Some(keys.product) == self.total && self.has_parts.products
            || self.is_parent.get(keys.product as usize).copied().unwrap_or_default()
    }

    /// True for a row whose trade another row is about with fewer details, or with wider ones.
    fn is_part(&self, catalog: &Catalog, keys: Keys) -> bool {
        let Some(fewest) = self.fewest.get(&keys.packed()) else { return false };
        let wider = self.wider_details.get(keys.details as usize).map_or(&[][..], Vec::as_slice);
        *fewest != catalog.details.bits(keys.details)
            || wider.iter().any(|wider| self.with_wider.contains(&(keys.packed(), *wider)))
    }

    /// True for a row that another differs from in that it says nothing of its valuation.
    fn is_valued(&self, catalog: &Catalog, keys: Keys) -> bool {
        let bits = catalog.details.bits(keys.details);
        let without = bits & !(1 << VALUATION);
        without != bits && self.fewest.get(&keys.packed()) == Some(&without)
    }

    /// The bits of a row.
    fn cover(&self, catalog: &Catalog, keys: Keys) -> u32 {
        if self.is_part(catalog, keys) || self.valuations.is_other(keys) {
            return LEFT_OUT;
        }
        if self.keys.is_empty() {
            return 0;
        }
        let has = |keys: Keys| self.keys.contains(&keys.packed());
        let mut cover = 0;
        if let Some(world) = self.world.filter(|world| *world != keys.partner)
            && has(Keys { partner: world, ..keys })
        {
            cover |= WITH_WORLD;
        }
        if let Some(total) = self.total.filter(|total| *total != keys.product)
            && has(Keys { product: total, ..keys })
        {
            cover |= ALL_PRODUCTS;
        }
        let parent = |at: u32| catalog.products.get(at as usize).and_then(|product| product.parent);
        for product in std::iter::successors(parent(keys.product), |at| parent(*at)) {
            if has(Keys { product, ..keys }) {
                cover |= wider(catalog.products.get(product as usize).map_or(0, |product| product.level));
            }
        }
        cover
    }

    /// The reason that a row is not added up; `None` if it is, or was counted before.
    fn reason(&self, catalog: &Catalog, keys: Keys, cover: u32, is_subtotal: bool) -> Option<SetAside> {
        let kind = catalog.places.get(keys.partner as usize).map(|place| place.kind);
        let flow = catalog.flows.get(keys.flow as usize).copied().flatten();
        if flow.is_some_and(|flow| flow.is_part) {
            return None;
        }
        if cover == LEFT_OUT {
            let is_part = self.is_part(catalog, keys) && !self.is_valued(catalog, keys);
            return Some(if is_part { SetAside::Details } else { SetAside::OtherValuation });
        }
        match kind {
            Some(PlaceKind::World) if self.has_parts.partners => return Some(SetAside::World),
            Some(PlaceKind::Group) => return Some(SetAside::PartnerGroups),
            Some(PlaceKind::World | PlaceKind::Single) | None => {}
        }
        if Some(keys.product) == self.total && self.has_parts.products {
            return Some(SetAside::AllProducts);
        }
        if is_subtotal {
            return Some(SetAside::Subtotals);
        }
        let is_parent = self.is_parent.get(keys.product as usize).copied().unwrap_or_default();
        is_parent.then_some(SetAside::ProductGroups)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wider_products_are_told_apart_by_their_levels() {
        assert_eq!(wider_from(0), ALL_PRODUCTS | wider_from(1));
        assert_eq!(wider_from(2) & wider(1), 0);
        for level in [2, 4, 6, 8, 12] {
            assert_eq!(wider_from(2) & wider(level), wider(level));
        }
        assert_eq!(wider(40), wider(12));
    }
}
