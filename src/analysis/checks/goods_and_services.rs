//! Goods and services make up both together, and neither is more than both.

use super::Evidence;
use super::support::report::Report;
use super::support::rereading::{Reading, as_printed, reread};
use crate::analysis::context::{Context, Fact, Indicator, Trade};
use crate::analysis::{Assumption, Claim, GoodsAndServices, Interval, Rule, Step};
use crate::dataset::{Coverage, Flow, Unit};

/// The figure of goods and services together, and those of one or both of them.
struct Together<'c> {
    both: &'c Fact,
    parts: Vec<&'c Fact>,
    unit: Unit,
}

pub fn check(evidence: &Evidence, report: &mut Report) {
    let context = evidence.context;
    let is_together = |fact: &&Fact| {
        context.names.definition(fact.trade.definition).coverage == Some(Coverage::GoodsAndServices)
    };
    for both in context.chosen().filter(is_together) {
        let (Indicator::Value(unit) | Indicator::Change { unit, .. }) = both.indicator else { continue };
        let parts: Vec<&Fact> = [Coverage::Goods, Coverage::Services]
            .into_iter()
            .filter_map(|coverage| context.find(covering(context, both.trade, coverage)?, both.indicator))
            .collect();
        let may_be_more =
            both.trade.flow == Flow::Balance || matches!(both.indicator, Indicator::Change { .. });
        if parts.len() == 2 || (parts.len() == 1 && !may_be_more) {
            Together { both, parts, unit }.compare(context, report);
        }
    }
}

/// The same trade with another coverage, if any figure has it.
fn covering(context: &Context, trade: Trade, coverage: Coverage) -> Option<Trade> {
    let definition = context.names.covering(trade.definition, coverage)?;
    Some(Trade { definition, ..trade })
}

impl Together<'_> {
    fn sum(&self, read: Reading) -> Option<Interval> {
        let (first, others) = self.parts.split_first()?;
        others.iter().try_fold(read(first)?, |sum, part| sum.plus(read(part)?))
    }

    /// True if the parts make up both or, if one is not known, no more; `None` if that cannot be calculated.
    fn agree(&self, read: Reading) -> Option<bool> {
        let (sum, both) = (self.sum(read)?, read(self.both)?);
        let is_enough = self.parts.len() == 1 || sum.high() >= both.low();
        Some(sum.low() <= both.high() && is_enough)
    }

    fn compare(&self, context: &Context, report: &mut Report) {
        let Some(sum) = self.sum(&as_printed) else { return };
        let Self { both, parts, unit } = self;
        let facts: Vec<&Fact> = parts.iter().copied().chain([*both]).collect();
        let figures: Vec<_> = facts.iter().map(|fact| fact.figure()).collect();
        let argue = || {
            let claim = Claim::GoodsAndServices(GoodsAndServices {
                subject: context.subject(both.trade),
                parts: parts.iter().map(|part| part.figure()).collect(),
                both: both.figure(),
                unit: *unit,
                sum,
            });
            let mut steps: Vec<Step> = parts.iter().map(|part| Step::Covered(part.figure())).collect();
            steps.extend((parts.len() > 1).then_some(Step::Sum(sum)));
            steps.push(Step::Covered(both.figure()));
            (claim, steps)
        };
        if self.agree(&as_printed) != Some(false) {
            report.holds(Rule::GoodsAndServices, figures, argue);
            return;
        }
        let by_reading = reread(&facts, |read| self.agree(read) == Some(true));
        let definition = context.names.definition(both.trade.definition);
        // Customs count goods that cross the border, the balance of payments those that change owner.
        let two_bases = definition.basis.is_none().then_some(Assumption::TwoBases);
        let adjusted = definition.is_adjusted().then_some(Assumption::Adjusted);
        let assumptions = [by_reading, two_bases, adjusted].into_iter().flatten();
        report.breaks(Rule::GoodsAndServices, figures, assumptions, argue);
    }
}
