//! A part is no larger than its whole, in the period itself and in the base period that growth implies.

use super::Evidence;
use super::support::assumption::{correction, lacks_rows, of_levels};
use super::support::composition;
use super::support::re_exports::are_re_exports;
use super::support::report::{Argument, Report};
use crate::analysis::context::{Context, Fact, Level};
use crate::analysis::{Assumption, Claim, Dimension, Interval, PartOfWhole, Rule, Step};
use crate::dataset::Flow;

pub fn check(evidence: &Evidence, report: &mut Report) {
    for part in evidence.levels.iter().filter(|part| part.trade().flow != Flow::Balance) {
        for (dimension, whole) in evidence.context.wholes(part.trade()) {
            if let Some(whole) = evidence.levels.find(whole, part.unit()) {
                compare(evidence, PartAndWhole::new(dimension, part, whole), report);
            }
        }
        nested_group(evidence, part, report);
    }
}

/// A group is no larger than one that has all its members, unless "the EU" means all of it but the euro area.
fn nested_group(evidence: &Evidence, part: Level, report: &mut Report) {
    let context = evidence.context;
    for group in context.wider_partners(part.trade()) {
        let whole = evidence.levels.find(part.trade().with(group), part.unit());
        if let Some(whole) = whole.filter(|whole| part.interval().low() > whole.interval().high()) {
            let pair = PartAndWhole { is_nested: true, ..PartAndWhole::new(Dimension::Partner, part, whole) };
            compare(evidence, pair, report);
        }
    }
}

/// A part and a whole that are both known.
#[derive(Clone, Copy)]
pub struct PartAndWhole<'c> {
    pub part: Level<'c>,
    pub whole: Level<'c>,
    pub dimension: Dimension,
    /// True if the periods and those next to them may be averages, which are no parts of a sum.
    pub may_be_averages: bool,
    /// True for a group and one that has all its members.
    pub is_nested: bool,
}

/// Compares a part with its whole.
pub fn compare(evidence: &Evidence, pair: PartAndWhole, report: &mut Report) {
    let context = evidence.context;
    let PartAndWhole { part, whole, .. } = pair;
    let is_implied = part.change().is_some() || whole.change().is_some();
    let rule = if is_implied { Rule::PartOfWholeBase } else { Rule::PartOfWhole };
    let figures = part.figures().chain(whole.figures());
    if part.interval().low() <= whole.interval().high() {
        report.holds(rule, figures, || pair.argue(context));
        return;
    }
    let open = of_levels(context, &[part, whole], |intervals| match intervals {
        [part, whole] => part.low() <= whole.high(),
        _ => false,
    });
    let corrected = correction(evidence, whole.trade(), whole.unit(), &[part.trade()]);
    let without_own = composition::without_own(context, whole.trade(), &[part], |_, _| true);
    let larger = lacks_rows(context, &[whole]);
    let averages = pair.may_be_averages.then_some(Assumption::Averages);
    let assumptions = pair
        .is_apart(context)
        .into_iter()
        .chain(averages)
        .chain(open)
        .chain(without_own)
        .chain(corrected)
        .chain(larger);
    report.breaks(rule, figures, assumptions, || {
        let (claim, mut steps) = pair.argue(context);
        steps.extend(pair.rest(context));
        steps.extend(pair.least_growth(context));
        steps.extend(pair.most_growth(context));
        (claim, steps)
    });
}

impl<'c> PartAndWhole<'c> {
    pub fn new(dimension: Dimension, part: Level<'c>, whole: Level<'c>) -> Self {
        Self { part, whole, dimension, may_be_averages: false, is_nested: false }
    }

    fn argue(self, context: &Context) -> Argument {
        let [part, whole] = [self.part, self.whole].map(|level| context.term(level));
        let steps = vec![Step::Term(part.clone()), Step::Term(whole.clone())];
        (Claim::PartOfWhole(PartOfWhole { dimension: self.dimension, part, whole }), steps)
    }

    /// The assumption that the part is counted apart from the whole: re-exports, services, or a group.
    fn is_apart(self, context: &Context) -> Option<Assumption> {
        if self.is_nested {
            let [part, place] =
                [self.part, self.whole].map(|level| context.names.shared(level.trade().partner));
            return Some(Assumption::WithoutGroup { place, part });
        }
        let is_of_all = self.dimension == Dimension::Product && self.whole.trade().product.is_none();
        let product = self.part.trade().product.filter(|_| is_of_all)?;
        if are_re_exports(context, self.part.trade()) {
            return Some(Assumption::ReExportsApart { re_exports: self.part.value().figure() });
        }
        context.products.are_services(product).then_some(Assumption::GoodsAlone)
    }

    /// The rest of the whole, which cannot be negative.
    fn rest(self, context: &Context) -> Option<Step> {
        let Self { part, whole, dimension, .. } = self;
        let interval = whole.interval().minus(part.interval())?;
        let flow = match (dimension, part.trade().flow) {
            (Dimension::Flow, Flow::Exports) => Some(Flow::Imports),
            (Dimension::Flow, Flow::Imports) => Some(Flow::Exports),
            _ => None,
        };
        Some(Step::Rest { whole: context.subject(whole.trade()), flow, interval })
    }

    /// The least growth of the part that is consistent with the whole.
    fn least_growth(self, context: &Context) -> Option<Step> {
        let Self { part, whole, .. } = self;
        let growth = part.change()?.figure();
        let least = Interval::exactly(part.value().interval.low());
        let factor = least.over(Interval::exactly(whole.interval().high()))?.low();
        let given = whole.change().map(Fact::figure);
        Some(Step::LeastGrowth { part: context.subject(part.trade()), growth, given, factor })
    }

    /// The greatest growth of the whole that is consistent with the part.
    fn most_growth(self, context: &Context) -> Option<Step> {
        let Self { part, whole, .. } = self;
        let growth = whole.change()?.figure();
        let most = Interval::exactly(whole.value().interval.high());
        let factor = most.over(Interval::exactly(part.interval().low()))?.high();
        let given = part.change().map(Fact::figure);
        Some(Step::MostGrowth { whole: context.subject(whole.trade()), growth, given, factor })
    }
}
