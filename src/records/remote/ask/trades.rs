//! Adds up trades: the rows of a flow and a period with a partner.

use foldhash::{HashMap, HashSet};

use super::fetch::{FoundGroup, WantedGroups};
use super::{Asking, Slot};
use crate::formats::foreign::meaning::PlaceKind;
use crate::records::AskError;
use crate::records::collect::Collector;
use crate::records::piles::{Pile, WorldWay};
use crate::records::sum::Sum;

/// A flow, a period and a partner.
type TradeCodes = (usize, u32, u32);

impl Asking<'_> {
    /// Adds up all trades. Returns the slots whose sum of all partners has to be added up product by product.
    pub fn take_trades(&self, collector: &mut Collector) -> Result<HashSet<Slot>, AskError> {
        let (mut from_world, mut printed) = (HashSet::default(), HashSet::default());
        for ((flow, period, partner), pile) in self.trades()? {
            let (slot, kind) = ((flow, period), self.kind(partner));
            if kind != PlaceKind::World
                && let Some(time) = collector.time(period).filter(|_| collector.is_asked(flow))
            {
                collector.take_partner(partner, (flow, time), &pile);
            }
            let way = match kind {
                _ if self.partner.is_some() => WorldWay::Partners,
                PlaceKind::Single => WorldWay::Partners,
                PlaceKind::World if pile.is_exact() => WorldWay::Printed,
                PlaceKind::World => {
                    from_world.insert(slot);
                    continue;
                }
                PlaceKind::Group => continue,
            };
            collector.take_way(slot, way, &pile);
            if pile.is_exact() {
                printed.insert(slot);
            }
        }
        // Rows of the world without a product are not added up product by product.
        Ok(&from_world - &printed)
    }

    /// The sum of each trade: the row of just the product that was asked for, else the sum of those below it.
    fn trades(&self) -> Result<HashMap<TradeCodes, Pile>, AskError> {
        let is_asked = |at: u32| self.partner.is_none_or(|asked| asked == at);
        let by_trade = |products| WantedGroups {
            by_partner: true,
            partners: Some(&is_asked),
            products,
            ..WantedGroups::default()
        };
        let says = self.says_products();
        let same = (says && !self.same.is_empty()).then(|| by_trade(Some(&self.same)));
        let below = (says && !self.below.is_empty()).then(|| by_trade(Some(&self.below)));
        let same = if says { same } else { Some(by_trade(None)) };
        let [same, mut lacking] = self.fetch(&[same, below])?;
        let exact = same.iter().map(|group| (trade(group), Pile::from_group(group.sum, true)));
        let mut trades: HashMap<TradeCodes, Pile> = exact.collect();
        lacking.retain(|group| !trades.contains_key(&trade(group)));
        if self.is_flat || lacking.is_empty() {
            let piles = lacking.iter().map(|group| (trade(group), Pile::from_group(group.sum, false)));
            trades.extend(piles);
            return Ok(trades);
        }
        let lacking: HashSet<TradeCodes> = lacking.iter().map(trade).collect();
        for (trade, sum) in self.uncovered(&lacking)? {
            trades.insert(trade, Pile::from_group(sum, false));
        }
        Ok(trades)
    }

    /// Adds up the rows of trades that are contained in no other row of the same trade.
    fn uncovered(&self, lacking: &HashSet<TradeCodes>) -> Result<HashMap<TradeCodes, Sum>, AskError> {
        let partners: HashSet<u32> = lacking.iter().map(|(.., partner)| *partner).collect();
        let groups = self.product_by_product(
            lacking.iter().map(|(_, period, _)| *period).collect(),
            &|partner| partners.contains(&partner),
            &self.below,
        )?;
        let mut sums: HashMap<TradeCodes, Sum> = HashMap::default();
        for (trade, top) in groups {
            if lacking.contains(&trade) {
                for group in top {
                    sums.entry(trade).or_default().merge(&group.sum);
                }
            }
        }
        Ok(sums)
    }

    /// The rows of each trade that are contained in no other row of it.
    pub fn product_by_product(
        &self,
        periods: HashSet<u32>,
        partners: &dyn Fn(u32) -> bool,
        products: &HashSet<u32>,
    ) -> Result<HashMap<TradeCodes, Vec<FoundGroup>>, AskError> {
        let wanted = WantedGroups {
            by_partner: true,
            by_product: true,
            periods: Some(periods),
            partners: Some(partners),
            products: Some(products),
        };
        let mut trades: HashMap<TradeCodes, Vec<FoundGroup>> = HashMap::default();
        for group in self.fetch(&[Some(wanted)])?.into_iter().flatten() {
            trades.entry(trade(&group)).or_default().push(group);
        }
        for groups in trades.values_mut() {
            let all: HashSet<u32> = groups.iter().map(|group| group.product).collect();
            let top: HashSet<u32> = self.top(&all).collect();
            groups.retain(|group| top.contains(&group.product));
        }
        Ok(trades)
    }
}

fn trade(group: &FoundGroup) -> TradeCodes {
    (group.flow, group.period, group.partner)
}
