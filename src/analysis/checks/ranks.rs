//! Ranks agree with values, or with shares in one whole: in one list, a place of rank 3 has at most two above it, and
//! none of a lower rank is above it. Two with the same rank are a doubt, since ranks may be shared; if their sizes are
//! equal, they are.
//!
//! No row says by what it is ranked, and it need not be among all: "first" may be the fastest growing partner, or the
//! largest one in the EU. So nothing here is more than a doubt.
//!
//! Countries are compared with countries, groups with groups, provinces with provinces, and codes with codes of the
//! same number of digits, and only if they do not overlap. A row that does not say what it is ranked among is taken as
//! ranked among partners, or among products if the partner is the world. Balances are left out: the largest deficit and
//! the largest surplus both rank first.

mod list;

use foldhash::{HashMap, HashSet};
use rust_decimal::Decimal;

use super::Evidence;
use super::support::report::Report;
use super::support::rereading::{Reading, reread};
use crate::analysis::context::{Context, Fact, Indicator, Trade};
use crate::analysis::{Assumption, Claim, Figure, OneRank, RankAndValue, Rule, Step};
use crate::dataset::Unit;
use list::{ListKey, Lists, Relation, name, relation};

/// The maximum number of ranks compared per list, and the lowest rank that is compared with values. Keeps long lists
/// fast.
const MOST_RANKS: usize = 64;

/// The maximum number of larger values looked at per rank.
const MOST_LARGER: usize = 128;

/// The maximum number of larger values that a proof writes out.
const MOST_TERMS: usize = 6;

pub fn check(evidence: &Evidence, report: &mut Report) {
    let context = evidence.context;
    let lists = Lists::new(context);
    for (key, ranks) in &lists.ranks {
        let ranks = ranks.get(..MOST_RANKS).unwrap_or(ranks);
        let by_trade: HashMap<Trade, &Fact> = ranks.iter().map(|rank| (rank.trade, *rank)).collect();
        shared(context, &lists, key, ranks, report);
        let mut list = RankedList { context, key, lists: &lists, by_trade, misplaced: HashSet::default() };
        for rank in ranks {
            let lower = list.compare_with_values(rank, report);
            list.misplaced.extend(lower);
        }
    }
}

/// No two entries share a rank, unless they are equal.
fn shared(context: &Context, lists: &Lists, key: &ListKey, ranks: &[&Fact], report: &mut Report) {
    let mut by_rank: HashMap<Decimal, Vec<Vec<&Fact>>> = HashMap::default();
    let mut order = Vec::new();
    for rank in ranks.iter().filter(|rank| rank.interval.low() == rank.interval.high()) {
        let of_rank = by_rank.entry(rank.point).or_default();
        if of_rank.is_empty() {
            order.push(rank.point);
        }
        let is_apart = |other: &&Fact| relation(context, key.among, rank.trade, other.trade).is_comparable();
        match of_rank.iter_mut().find(|things| things.iter().all(is_apart)) {
            Some(things) => things.push(rank),
            None => of_rank.push(vec![rank]),
        }
    }
    let shared = order.iter().filter_map(|rank| by_rank.get(rank)).flatten();
    let mut all_hold = ranks.len() > 1;
    for things in shared.filter(|things| things.len() > 1) {
        all_hold = false;
        if are_equal(context, lists, key, things) {
            continue;
        }
        let figures: Vec<Figure> = things.iter().map(|fact| fact.figure()).collect();
        let assumptions = [Some(Assumption::SharedRank), key.unstated()].into_iter().flatten();
        report.breaks(Rule::OneRank, figures.clone(), assumptions, || {
            let steps = figures.iter().take(MOST_TERMS).map(|figure| Step::Rank(key.among, *figure));
            let steps = steps.collect();
            (Claim::OneRank(OneRank { among: key.among, ranks: figures }), steps)
        });
    }
    if all_hold {
        let figures: Vec<Figure> = ranks.iter().map(|fact| fact.figure()).collect();
        report.holds(Rule::OneRank, figures.clone(), || {
            (Claim::OneRank(OneRank { among: key.among, ranks: figures }), Vec::new())
        });
    }
}

/// True if all sizes are known, and equal as printed.
fn are_equal(context: &Context, lists: &Lists, key: &ListKey, ranks: &[&Fact]) -> bool {
    let mut sizes = ranks.iter().map(|rank| lists.sizes(context, key, rank).map(|(size, _)| size));
    let Some(Some(first)) = sizes.next() else { return false };
    let is_equal = |size: &Fact| size.indicator == first.indicator && size.point == first.point;
    sizes.all(|size| size.is_some_and(is_equal))
}

/// The ranks of one list, to be compared with its values.
struct RankedList<'l, 'c, 'a> {
    context: &'c Context<'a>,
    key: &'l ListKey,
    lists: &'l Lists<'c>,
    by_trade: HashMap<Trade, &'c Fact>,
    /// Lower ranks that were reported as larger than a better one.
    misplaced: HashSet<Figure>,
}

/// The entries that are larger than the one of a rank.
struct Larger<'c> {
    /// A larger entry of a lower rank, with that rank.
    lower: Option<(&'c Fact, &'c Fact)>,
    /// Larger entries that do not overlap.
    values: Vec<&'c Fact>,
    /// A group among them that may belong to another list.
    unlisted: Option<Trade>,
}

impl<'c> RankedList<'_, 'c, '_> {
    /// Compares a rank with the values of its list. Returns the rank of a larger entry of a lower rank, if there is one.
    fn compare_with_values(&self, rank: &'c Fact, report: &mut Report) -> Option<Figure> {
        let (context, key) = (self.context, self.key);
        let most = rank.interval.bounded_high()?;
        let (value, values) = self.lists.sizes(context, key, rank)?;
        let larger = self.larger(rank, value, values);
        let lower = larger.lower;
        let is_too_low = Decimal::from(larger.values.len()) >= most;
        let others: Vec<&Fact> = match lower {
            Some((other, _)) => vec![other],
            None if is_too_low => larger.values.clone(),
            None => Vec::new(),
        };
        let figures = [value.figure(), rank.figure()].into_iter();
        let figures = figures.chain(others.iter().take(MOST_RANKS).map(|fact| fact.figure()));
        let figures: Vec<Figure> = figures.chain(lower.map(|(_, rank)| rank.figure())).collect();
        let argue = || {
            let subject = context.subject(rank.trade);
            let lower = lower.map(|(_, rank)| rank.figure());
            let claim = Claim::RankAndValue(RankAndValue {
                among: key.among,
                subject,
                rank: rank.figure(),
                lower,
                larger: others.len(),
            });
            let mut steps =
                vec![Step::Rank(key.among, rank.figure()), Step::RankedValue(key.among, value.figure())];
            steps.extend(lower.map(|lower| Step::Rank(key.among, lower)));
            steps.extend(
                others.iter().take(MOST_TERMS).map(|fact| Step::RankedValue(key.among, fact.figure())),
            );
            steps.extend(others.len().checked_sub(MOST_TERMS).filter(|more| *more > 0).map(Step::More));
            (claim, steps)
        };
        if others.is_empty() {
            report.holds(Rule::RankAndValue, figures, argue);
            return None;
        }
        let facts: Vec<&Fact> = std::iter::once(value).chain(others.iter().copied()).collect();
        let is_no_larger = |read: Reading, other: &Fact| Some(read(other)?.low() <= read(value)?.high());
        let by_reading =
            reread(&facts, |read| others.iter().any(|other| is_no_larger(read, other) == Some(true)));
        let place = |trade: Trade| context.names.shared(name(key.among, trade));
        let unlisted = larger.unlisted.filter(|_| lower.is_none());
        let unlisted = unlisted.map(|trade| Assumption::NotListed { place: place(trade) });
        let ranks = || self.distinct_ranks(&larger.values);
        let shared = lower.is_none() && Decimal::from(ranks()) < most;
        let shared = shared.then_some(Assumption::SharedRank);
        let amounts = context.amounts(rank.trade.reporter);
        let has_amount = |unit: &Unit| context.find(rank.trade, Indicator::Value(*unit)).is_some();
        let may_be_by_amount =
            amounts.iter().any(has_amount) || matches!(value.indicator, Indicator::Share { unit: None, .. });
        let by_amount = may_be_by_amount.then_some(Assumption::RankedByAmount);
        let known = [unlisted, shared, by_amount, key.unstated(), by_reading].into_iter().flatten();
        let mut assumptions: Vec<Assumption> = known.collect();
        if assumptions.is_empty() {
            assumptions.push(Assumption::RankedOtherwise);
        }
        report.breaks(Rule::RankAndValue, figures, assumptions, argue);
        lower.map(|(_, rank)| rank.figure())
    }

    /// How many ranks these entries take at least, if equal ones and those with one printed rank share theirs.
    fn distinct_ranks(&self, entries: &[&Fact]) -> usize {
        let rank = |entry: &Fact| self.by_trade.get(&entry.trade).map(|rank| rank.point);
        let is_tied = |one: &Fact, other: &Fact| match (rank(one), rank(other)) {
            (Some(one), Some(other)) => one == other,
            (None, _) | (_, None) => one.point == other.point,
        };
        let is_first =
            |(at, entry): &(usize, &&Fact)| !entries.iter().take(*at).any(|other| is_tied(entry, other));
        entries.iter().enumerate().filter(is_first).count()
    }

    /// The entries that are certainly larger than `value`, the one of `rank`: those of the same list, those with a rank of
    /// their own, and groups that may belong to the list. A misplaced entry says nothing about this rank.
    fn larger(&self, rank: &Fact, value: &Fact, values: &[&'c Fact]) -> Larger<'c> {
        let mut larger = Larger { lower: None, values: Vec::new(), unlisted: None };
        let most = rank.interval.high();
        let is_above = |other: &&&Fact| other.interval.low() > value.interval.high();
        let above: Vec<&Fact> = values.iter().take_while(is_above).take(MOST_LARGER).copied().collect();
        let may_be_too_many = Decimal::from(above.len()) >= most;
        let is_apart =
            |one: Trade, other: Trade| relation(self.context, self.key.among, one, other).is_comparable();
        let mut unlisted = Vec::new();
        for other in above {
            let other_rank = self.by_trade.get(&other.trade);
            if other_rank.is_some_and(|rank| self.misplaced.contains(&rank.figure())) {
                continue;
            }
            let is_lower = other_rank.is_some_and(|other_rank| other_rank.interval.low() > most);
            // If the ranks are right, it does not matter how entries overlap.
            if !is_lower && !may_be_too_many {
                continue;
            }
            let relation = relation(self.context, self.key.among, rank.trade, other.trade);
            let is_listed = match relation {
                Relation::Difference => false,
                Relation::OfOneList => true,
                Relation::Groups | Relation::OfOneKind => other_rank.is_some(),
            };
            if let Some(other_rank) = other_rank.filter(|_| is_listed && is_lower) {
                larger.lower = larger.lower.or(Some((other, *other_rank)));
            }
            if is_listed && larger.values.iter().all(|known| is_apart(known.trade, other.trade)) {
                larger.values.push(other);
                if larger.lower.is_some() || Decimal::from(larger.values.len()) >= most {
                    break;
                }
            } else if relation == Relation::Groups && !is_listed {
                unlisted.push(other);
            }
        }
        for other in unlisted {
            if Decimal::from(larger.values.len()) >= most {
                break;
            }
            if larger.values.iter().all(|known| is_apart(known.trade, other.trade)) {
                larger.values.push(other);
                larger.unlisted = larger.unlisted.or(Some(other.trade));
            }
        }
        larger
    }
}

impl ListKey {
    /// Set if the rows do not say what they are ranked among.
    fn unstated(&self) -> Option<Assumption> {
        (!self.is_stated).then_some(Assumption::RankedAmongOthers)
    }
}
