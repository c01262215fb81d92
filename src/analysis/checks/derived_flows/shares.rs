//! A share is its part divided by its whole, also if one of the two follows from other flows: 20 of 40 exported and 60
//! imported are 20 %.

use super::side::{MadeFlows, Side};
use super::{Evidence, is_sound};
use crate::analysis::checks::support::assumption::{lacks_rows, of_levels, two_wholes};
use crate::analysis::checks::support::report::Report;
use crate::analysis::checks::support::rereading::{Reading, reread_shares};
use crate::analysis::context::{Fact, Indicator, Level, Trade};
use crate::analysis::{Claim, DerivedShare, Interval, Rule, Step};
use crate::dataset::{Flow, Unit};

/// A share with the part and the whole that it is of, of which at least one is derived.
struct DividedSides<'l> {
    share: &'l Fact,
    part: Side<'l>,
    whole: Side<'l>,
}

pub fn check<'l>(evidence: &'l Evidence, made: &MadeFlows<'l>, report: &mut Report) {
    let context = evidence.context;
    for share in context.chosen() {
        let (Indicator::Share { whole, .. }, Some(unit)) = (share.indicator, context.share_unit(share))
        else {
            continue;
        };
        if share.trade == whole || [share.trade.flow, whole.flow].contains(&Flow::Balance) {
            continue;
        }
        let side = |trade: Trade, unit: Unit| {
            let given = evidence.levels.find(trade, unit).map(Side::Given);
            given.or_else(|| made.find(trade, unit).filter(is_sound).map(Side::Made))
        };
        let (Some(part), Some(whole)) = (side(share.trade, unit), side(whole, unit)) else { continue };
        if matches!(part, Side::Made(_)) || matches!(whole, Side::Made(_)) {
            DividedSides { share, part, whole }.compare(evidence, report);
        }
    }
}

impl DividedSides<'_> {
    /// The share, calculated from readings of the levels that part and whole rest on.
    fn implied(&self, levels: &[Interval]) -> Option<Interval> {
        let (part, whole) = levels.split_at_checked(self.part.levels().count())?;
        self.part.read(part)?.over(self.whole.read(whole)?)
    }

    fn compare(&self, evidence: &Evidence, report: &mut Report) {
        let Self { share, part, whole } = self;
        let context = evidence.context;
        let Some(implied) = part.interval().over(whole.interval()) else { return };
        let figures = || part.figures().chain(whole.figures()).chain([share.figure()]);
        let argue = || {
            let claim = Claim::DerivedShare(DerivedShare {
                share: share.figure(),
                part: part.term(context),
                whole: whole.term(context),
                implied,
            });
            let sides = part.steps(context).into_iter().chain(whole.steps(context));
            let last = [Step::ImpliedShare(implied), Step::Printed(share.figure())];
            (claim, sides.chain(last).collect())
        };
        if implied.common(share.interval).is_some() {
            report.holds(Rule::ShareOfWhole, figures(), argue);
            return;
        }
        let levels: Vec<Level> = part.levels().chain(whole.levels()).collect();
        let open = of_levels(context, &levels, |levels| {
            self.implied(levels).and_then(|implied| implied.common(share.interval)).is_some()
        });
        let values = levels.iter().flat_map(|level| [Some(level.value()), level.change()]).flatten();
        let facts: Vec<&Fact> = values.chain([*share]).collect();
        let agrees = |read: Reading| {
            let levels: Vec<Interval> = levels.iter().map(|level| level.read(read)).collect::<Option<_>>()?;
            Some(self.implied(&levels)?.common(read(share)?).is_some())
        };
        let by_reading = reread_shares(&facts, |read| agrees(read) == Some(true));
        // A share next to a value is one of the same, unless there are weights that it may be one of.
        let has_amounts = !context.amounts(share.trade.reporter).is_empty();
        let of_two = two_wholes(context, &facts).filter(|_| has_amounts);
        let larger = lacks_rows(context, &levels);
        let assumptions = open.into_iter().chain(of_two).chain(by_reading).chain(larger);
        report.breaks(Rule::ShareOfWhole, figures(), assumptions, argue);
    }
}
