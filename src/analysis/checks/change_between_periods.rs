//! A value less its change is the value before, and a change is the value before times its growth.
//!
//! A deficit that narrows by 3 is printed as a change of −3 or of +3, so for balances either sign fits.

use super::Evidence;
use super::support::composition;
use super::support::report::Report;
use super::support::rereading::{Reading, as_printed, reread};
use crate::analysis::context::{Context, Fact, Indicator};
use crate::analysis::{Assumption, ChangeBetweenPeriods, Claim, Interval, Rule, Step};
use crate::dataset::{Flow, GrowthOf, Period, Unit};

/// A printed change since a base period, in a unit.
#[derive(Clone, Copy)]
struct PrintedChange<'c> {
    fact: &'c Fact,
    base: Period,
    unit: Unit,
}

/// The figures that a change is compared with.
enum KnownValues<'c> {
    /// The values of both periods.
    Both {
        then: &'c Fact,
        now: &'c Fact,
    },
    /// One of them, and the growth.
    Then {
        then: &'c Fact,
        growth: &'c Fact,
    },
    Now {
        now: &'c Fact,
        growth: &'c Fact,
    },
}

pub fn check(evidence: &Evidence, report: &mut Report) {
    let context = evidence.context;
    for fact in context.chosen() {
        let Indicator::Change { base: Some(base), unit } = fact.indicator else { continue };
        let change = PrintedChange { fact, base, unit };
        if let Some(known) = known(context, change) {
            compare(context, change, &known, report);
        }
    }
}

/// `None` if too little is known. Growth of a balance is ignored, as there are several conventions for it.
fn known<'c>(context: &'c Context, change: PrintedChange) -> Option<KnownValues<'c>> {
    let PrintedChange { fact: &Fact { trade, .. }, base, unit } = change;
    let find = |trade| context.find(trade, Indicator::Value(unit));
    let growth = || {
        let of_unit = Some(GrowthOf::Unit(unit));
        let find = |of| context.find(trade, Indicator::Growth { base: Some(base), of });
        let growth = find(of_unit).or_else(|| find(None));
        growth.filter(|_| trade.flow != Flow::Balance)
    };
    match (find(trade.at(Some(base))), find(trade)) {
        (Some(then), Some(now)) => Some(KnownValues::Both { then, now }),
        (Some(then), None) => Some(KnownValues::Then { then, growth: growth()? }),
        (None, Some(now)) => Some(KnownValues::Now { now, growth: growth()? }),
        (None, None) => None,
    }
}

impl<'c> KnownValues<'c> {
    fn facts(&self) -> [&'c Fact; 2] {
        match *self {
            Self::Both { then, now } => [then, now],
            Self::Then { then, growth } => [then, growth],
            Self::Now { now, growth } => [now, growth],
        }
    }

    /// The change that these values imply, using each number once; `None` if it cannot be calculated.
    fn implied(&self, read: Reading) -> Option<Interval> {
        match self {
            Self::Both { then, now } => read(now)?.minus(read(then)?),
            Self::Then { then, growth } => read(then)?.times(read(growth)?.minus(Interval::ONE)?),
            Self::Now { now, growth } => {
                read(now)?.times(Interval::ONE.minus(Interval::ONE.over(read(growth)?)?)?)
            }
        }
    }
}

fn compare(context: &Context, change: PrintedChange, known: &KnownValues, report: &mut Report) {
    let PrintedChange { fact: change, base, unit } = change;
    let Some(implied) = known.implied(&as_printed) else { return };
    let nothing = Interval::exactly(rust_decimal::Decimal::ZERO);
    let agrees = |read: Reading| {
        let (implied, change_is) = (known.implied(read)?, read(change)?);
        let is_mirrored =
            change.trade.flow == Flow::Balance && nothing.minus(implied)?.common(change_is).is_some();
        Some(is_mirrored || implied.common(change_is).is_some())
    };
    let [first, second] = known.facts();
    let figures = [first.figure(), second.figure(), change.figure()];
    let argue = || {
        let subject = context.subject(change.trade);
        let claim = Claim::ChangeBetweenPeriods(ChangeBetweenPeriods {
            subject,
            base,
            change: change.figure(),
            unit,
            implied,
        });
        let second = match known {
            KnownValues::Both { .. } => Step::Value(second.figure()),
            KnownValues::Then { .. } | KnownValues::Now { .. } => Step::Grew(second.figure()),
        };
        let implied = [Step::ImpliedChange(implied), Step::Printed(change.figure())];
        (claim, [Step::Value(first.figure()), second].into_iter().chain(implied).collect())
    };
    if agrees(&as_printed) != Some(false) {
        report.holds(Rule::ChangeBetweenPeriods, figures, argue);
        return;
    }
    let facts = [first, second, change];
    let of_other = facts
        .iter()
        .find(|fact| fact.is_unstated_growth())
        .map(|growth| Assumption::GrowthOfElse { growth: growth.figure(), tried: unit });
    let by_reading = reread(&facts, |read| agrees(read) == Some(true));
    let regrouped = composition::of_base(context, change.trade, Some(base));
    let assumptions = of_other.into_iter().chain(by_reading).chain(regrouped);
    report.breaks(Rule::ChangeBetweenPeriods, figures, assumptions, argue);
}
