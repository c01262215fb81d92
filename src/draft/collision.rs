//! Collisions: rows that say different numbers of one and the same thing, so that some dimension must be wrong.

use foldhash::HashMap;
use rust_decimal::Decimal;

use super::Draft;
use super::proposal::{Proposal, Review, ShareWhole};
use crate::dataset::{Definition, Flow, GrowthOf, Measure, Period, Transport, Unit};

/// Everything that tells one figure from another.
#[derive(PartialEq, Eq, Hash)]
struct CollisionKey<'a> {
    measure: Measure,
    unit: Unit,
    definition: Definition,
    growth_of: Option<GrowthOf>,
    places: (&'a str, &'a str),
    flow: Flow,
    product: Option<&'a str>,
    transport: Option<Transport>,
    periods: (Option<Period>, Option<Period>),
    whole: Option<&'a ShareWhole>,
}

impl<'a> CollisionKey<'a> {
    fn new(row: &'a Proposal) -> Self {
        Self {
            measure: row.measure,
            unit: row.unit,
            definition: row.definition,
            growth_of: row.growth_of,
            places: (&row.reporter.value, &row.partner.value),
            flow: row.flow.value,
            product: row.product.value.as_deref(),
            transport: row.transport.value,
            periods: (row.period.value, row.base.value.filter(|_| row.measure.has_base())),
            whole: row.whole.as_ref(),
        }
    }
}

impl Draft {
    /// Rows that collide, by their places in [`Draft::rows`]: those of one group are told apart by no dimension, and two
    /// of them at least give numbers that no rounding makes one. Rejected rows are left out.
    #[must_use]
    pub fn collisions(&self) -> Vec<Vec<usize>> {
        let mut order = Vec::new();
        let mut by_key: HashMap<CollisionKey, Vec<usize>> = HashMap::default();
        for (at, row) in self.rows.iter().enumerate().filter(|(_, row)| row.review != Review::Rejected) {
            let rows = by_key.entry(CollisionKey::new(row)).or_default();
            if rows.is_empty() {
                order.push(at);
            }
            rows.push(at);
        }
        let groups = order.into_iter().filter_map(|at| by_key.remove(&CollisionKey::new(self.rows.get(at)?)));
        groups.filter(|rows| self.differ(rows)).collect()
    }

    /// True if not all of these numbers can be roundings of one.
    fn differ(&self, rows: &[usize]) -> bool {
        let bounds = rows.iter().filter_map(|at| self.rows.get(*at)).filter_map(bounds);
        let common = bounds.reduce(|(low, high), (from, to)| (low.max(from), high.min(to)));
        common.is_none_or(|(low, high)| low > high) && rows.len() > 1
    }
}

/// The numbers that a printed one may stand for, without its power of ten if that is too large to write out.
fn bounds(row: &Proposal) -> Option<(Decimal, Decimal)> {
    let half = Decimal::new(5, row.value.decimals() + 1);
    let value = row.value.value();
    let power = Decimal::from(10_i64.checked_pow(u32::try_from(row.multiplier).ok()?)?);
    let scaled = |number: Decimal| number.checked_mul(power);
    Some((scaled(value.checked_sub(half)?)?, scaled(value.checked_add(half)?)?))
}
