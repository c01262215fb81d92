//! Adds up the products below the one that was asked for.

use foldhash::{HashMap, HashSet};

use super::fetch::{FoundGroup, WantedGroups, is_turned};
use super::{Asking, Slot};
use crate::formats::foreign::meaning::PlaceKind;
use crate::records::AskError;
use crate::records::piles::Pile;

impl Asking<'_> {
    /// The products that are contained in no other, each with its sum: of the partner that was asked for, else of the
    /// world's row or, where the world has none, of all single partners.
    pub fn products(&self, slots: &HashSet<Slot>) -> Result<Vec<(Slot, u32, Pile)>, AskError> {
        if !self.says_products() || self.below.is_empty() || slots.is_empty() {
            return Ok(Vec::new());
        }
        let periods: HashSet<u32> = slots.iter().map(|(_, period)| *period).collect();
        let is_whole = |at: u32| match self.partner {
            Some(asked) => asked == at,
            None => self.kind(at) == PlaceKind::World,
        };
        let is_single = |at: u32| self.is_single(at);
        let by_product = |partners| WantedGroups {
            by_product: true,
            periods: Some(periods.clone()),
            partners: Some(partners),
            products: Some(&self.below),
            ..WantedGroups::default()
        };
        // Where the table does not say with whom, no row is about the world.
        let says_partners = self.catalog().facts.says.partner;
        let whole =
            (self.partner.is_some() || says_partners).then(|| by_product(&is_whole as &dyn Fn(u32) -> bool));
        let part = self.partner.is_none().then(|| by_product(&is_single));
        let [mut wholes, mut parts] = self.fetch(&[whole, part])?;
        wholes.retain(|group| slots.contains(&slot(group)));
        parts.retain(|group| slots.contains(&slot(group)));
        let mut products = Vec::new();
        let mut by_slot: HashMap<Slot, HashSet<u32>> = HashMap::default();
        for group in &wholes {
            by_slot.entry(slot(group)).or_default().insert(group.product);
        }
        for (at, all) in &by_slot {
            let top: HashSet<u32> = self.top(all).collect();
            let groups = wholes.iter().filter(|group| slot(group) == *at && top.contains(&group.product));
            products.extend(groups.map(|group| (*at, group.product, Pile::from_group(group.sum, true))));
        }
        // A row of the world contains those of its partners; as partners see a place, none of its rows is the world's.
        let is_contained = |group: &FoundGroup| {
            !is_turned(&self.sides, group.flow)
                && by_slot.get(&slot(group)).is_some_and(|all| all.contains(&group.product))
        };
        parts.retain(|group| !is_contained(group));
        let single = |group: &FoundGroup| (slot(group), group.product, Pile::from_group(group.sum, false));
        if self.is_flat || parts.is_empty() {
            products.extend(parts.iter().map(single));
        } else {
            let rows = self.partner_by_partner(&parts)?;
            products.extend(
                rows.iter().filter(|group| slots.contains(&slot(group)) && !is_contained(group)).map(single),
            );
        }
        Ok(products)
    }

    /// The rows of single partners about some products that are contained in no other row of their trade.
    fn partner_by_partner(&self, parts: &[FoundGroup]) -> Result<Vec<FoundGroup>, AskError> {
        let mut products: HashSet<u32> = parts.iter().map(|group| group.product).collect();
        let above = products.iter().flat_map(|product| self.catalog().ancestors(*product));
        let above: Vec<u32> = above.filter(|at| self.below.contains(at)).collect();
        products.extend(above);
        let periods = parts.iter().map(|group| group.period).collect();
        let trades = self.product_by_product(periods, &|at| self.is_single(at), &products)?;
        Ok(trades.into_values().flatten().collect())
    }
}

fn slot(group: &FoundGroup) -> Slot {
    (group.flow, group.period)
}
