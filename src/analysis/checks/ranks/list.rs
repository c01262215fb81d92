//! Ranking lists: which rows belong to one, and which of its entries can be compared.

use std::cmp::Reverse;

use foldhash::{HashMap, HashSet};

use crate::analysis::context::{
    Context, Fact, Indicator, Name, Territory, Trade, former_includers, includer,
};
use crate::dataset::{Flow, RankedAmong, Unit};

/// Identifies a ranking list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct ListKey {
    /// The trade that all entries share, without the dimension in which they differ.
    trade: Trade,
    pub among: RankedAmong,
    /// True if the rows say what they are ranked among.
    pub is_stated: bool,
}

impl ListKey {
    /// The list of a rank; `None` for balances, and if the row does not say what it is ranked among and nothing can be
    /// assumed.
    fn new(context: &Context, rank: &Fact) -> Option<Self> {
        let Indicator::Rank(among) = rank.indicator else { return None };
        let trade = rank.trade;
        let assumed = || {
            let of_products = trade.product.map(|_| RankedAmong::Products);
            if context.is_world(trade.partner) { of_products } else { Some(RankedAmong::Partners) }
        };
        let is_stated = among.is_some();
        let among = among.or_else(assumed)?;
        (trade.flow != Flow::Balance).then(|| Self { trade: without(trade, among), among, is_stated })
    }
}

/// A trade without the dimension in which the entries of a list differ.
fn without(trade: Trade, among: RankedAmong) -> Trade {
    match among {
        RankedAmong::Partners => Trade { partner: Name::MAX, ..trade },
        RankedAmong::Reporters => Trade { reporter: Name::MAX, ..trade },
        RankedAmong::Products => Trade { product: Some(Name::MAX), ..trade },
    }
}

/// The name of an entry of a list.
pub fn name(among: RankedAmong, trade: Trade) -> Name {
    match among {
        RankedAmong::Partners => trade.partner,
        RankedAmong::Reporters => trade.reporter,
        RankedAmong::Products => trade.product.unwrap_or(Name::MAX),
    }
}

/// Every list with its ranks, the best first, and its values in each currency and shares in each whole, the largest
/// first.
pub struct Lists<'c> {
    pub ranks: Vec<(ListKey, Vec<&'c Fact>)>,
    sizes: HashMap<(Trade, Indicator), Vec<&'c Fact>>,
    /// The shares that an entry has.
    shares: HashMap<Trade, Vec<&'c Fact>>,
}

impl<'c> Lists<'c> {
    pub fn new(context: &'c Context) -> Self {
        let mut ranks: HashMap<ListKey, Vec<&Fact>> = HashMap::default();
        let mut order = Vec::new();
        for rank in context.chosen() {
            let Some(key) = ListKey::new(context, rank) else { continue };
            let of_list = ranks.entry(key).or_default();
            if of_list.is_empty() {
                order.push(key);
            }
            of_list.push(rank);
        }
        let kinds = order.iter().map(|key| key.among);
        let kinds: Vec<RankedAmong> = kinds.fold(Vec::new(), |known, among| {
            if known.contains(&among) { known } else { [known, vec![among]].concat() }
        });
        let wanted: HashSet<Trade> = order.iter().map(|key| key.trade).collect();
        let mut sizes: HashMap<(Trade, Indicator), Vec<&Fact>> = HashMap::default();
        let mut shares: HashMap<Trade, Vec<&Fact>> = HashMap::default();
        for size in context.chosen().filter(|_| !kinds.is_empty()) {
            let is_value = matches!(size.indicator, Indicator::Value(Unit::Money(_)));
            let is_share =
                matches!(size.indicator, Indicator::Share { unit: None | Some(Unit::Money(_)), .. });
            if !is_value && !is_share {
                continue;
            }
            let lists = kinds.iter().map(|among| without(size.trade, *among));
            for list in lists.filter(|list| wanted.contains(list)) {
                sizes.entry((list, size.indicator)).or_default().push(size);
            }
            if is_share {
                shares.entry(size.trade).or_default().push(size);
            }
        }
        for of_list in sizes.values_mut() {
            of_list.sort_by_key(|size| Reverse(size.interval.low()));
        }
        let ranks = order.into_iter().filter_map(|key| {
            let mut of_list = ranks.remove(&key)?;
            of_list.sort_by_key(|rank| rank.interval.high());
            Some((key, of_list))
        });
        Self { ranks: ranks.collect(), sizes, shares }
    }

    /// The size of the entry of a rank, and the sizes of all entries: their values, or else their shares in one whole.
    pub fn sizes(&self, context: &'c Context, key: &ListKey, rank: &Fact) -> Option<(&'c Fact, &[&'c Fact])> {
        let value = |unit: &Unit| context.find(rank.trade, Indicator::Value(*unit));
        let values = context.currencies(rank.trade.reporter).iter().filter_map(value);
        let shares = self.shares.get(&rank.trade).into_iter().flatten().copied();
        values.chain(shares).find_map(|size| {
            let sizes = self.sizes.get(&(key.trade, size.indicator))?;
            (sizes.len() > 1).then_some((size, &sizes[..]))
        })
    }
}

/// How two entries relate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Relation {
    /// They overlap, or are of different kinds.
    Difference,
    /// A list of one always contains the other: two countries, two codes of the same number of digits.
    OfOneList,
    /// Two groups of countries: perhaps only one of them is on the list.
    Groups,
    /// Two product names: they are on one list if both have a rank in it.
    OfOneKind,
}

impl Relation {
    pub fn is_comparable(self) -> bool {
        self != Self::Difference
    }
}

/// How two trades relate as entries of a list.
pub fn relation(context: &Context, among: RankedAmong, one: Trade, other: Trade) -> Relation {
    if name(among, one) == name(among, other) {
        return Relation::Difference;
    }
    match among {
        RankedAmong::Partners => places(context, one, other),
        RankedAmong::Reporters => places(context, one.with(one.reporter), other.with(other.reporter)),
        RankedAmong::Products => products(context, one, other),
    }
}

/// How the partners of two trades relate.
fn places(context: &Context, one: Trade, other: Trade) -> Relation {
    let codes = [one, other].map(|trade| context.names.name(trade.partner));
    match (context.territory(one), context.territory(other)) {
        (Territory::Country(a), Territory::Country(b)) => {
            let was_in = |part, whole| {
                one.period.is_some_and(|period| former_includers(part, period).any(|once| once == whole))
            };
            let is_in = |part, whole| includer(part) == Some(whole) || was_in(part, whole);
            if is_in(a, b) || is_in(b, a) { Relation::Difference } else { Relation::OfOneList }
        }
        // Codes of the same length are on one level: provinces, or districts.
        (Territory::Within(a), Territory::Within(b)) if a == b && codes[0].len() == codes[1].len() => {
            Relation::OfOneList
        }
        (Territory::Group(a), Territory::Group(b)) if !a.overlaps(b) => Relation::Groups,
        _ => Relation::Difference,
    }
}

fn products(context: &Context, one: Trade, other: Trade) -> Relation {
    let (Some(a), Some(b)) = (one.product, other.product) else { return Relation::Difference };
    let names = [a, b].map(|product| context.names.name(product));
    let are_codes = names.map(|name| !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_digit()));
    let lists = [a, b].map(|product| context.products.list_of(product));
    let is_within = context.is_within(one, other) || context.is_within(other, one);
    match are_codes {
        [true, true] if names[0].len() == names[1].len() && lists[0] == lists[1] => Relation::OfOneList,
        [false, false] if !is_within => Relation::OfOneKind,
        _ => Relation::Difference,
    }
}
