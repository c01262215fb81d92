//! Counts of a part are no larger than that of its whole: who exports also trades, and who exports to a country exports.
//! Nor is the count of all that trade larger than those of exports and of imports together.
//!
//! Only a label says what is counted. Counts of exports, imports and total trade without one are at most a doubt, and so
//! are those of partners if they name a product or a mode: trucks with one partner are among the trucks with all. Other
//! counts are compared only if they have the same label. Those of two periods are not: some are counted on a day.

use foldhash::HashMap;

use super::Evidence;
use super::support::report::Report;
use crate::analysis::context::{Context, Fact, Indicator, Trade};
use crate::analysis::{Assumption, Claim, CountOfPart, Dimension, Interval, Rule, Step};
use crate::dataset::Flow;

/// The things that are counted, if a label says them.
type Label<'c> = Option<&'c str>;

pub fn check(evidence: &Evidence, report: &mut Report) {
    let context = evidence.context;
    let is_count = |fact: &&Fact| fact.indicator == Indicator::Count && fact.trade.period.is_some();
    let counts: Vec<(&Fact, Label)> =
        context.facts.iter().filter(is_count).map(|fact| (fact, label(context, fact))).collect();
    let by_label: HashMap<(Trade, Label), &Fact> =
        counts.iter().rev().map(|(fact, label)| ((fact.trade, *label), *fact)).collect();
    for (count, label) in &counts {
        let find = |trade: Trade| by_label.get(&(trade, *label)).copied();
        if find(count.trade).is_none_or(|first| first.figure() != count.figure()) {
            continue;
        }
        for (dimension, whole) in context.wholes(count.trade) {
            let is_tried = match dimension {
                Dimension::Flow => true,
                Dimension::Partner => {
                    label.is_some() || count.trade.product.is_some() || count.trade.transport.is_some()
                }
                Dimension::Product | Dimension::Transport | Dimension::Period => false,
            };
            if let Some(whole) = find(whole).filter(|_| is_tried) {
                compare(context, (&[count], *label), whole, dimension, report);
            }
        }
        if count.trade.flow == Flow::Total {
            let [exports, imports] =
                [Flow::Exports, Flow::Imports].map(|flow| find(count.trade.flowing(flow)));
            if let (Some(exports), Some(imports)) = (exports, imports) {
                compare(context, (&[exports, imports], *label), count, Dimension::Flow, report);
            }
        }
    }
}

fn label<'c>(context: &Context<'c>, fact: &Fact) -> Label<'c> {
    fact.published(context.dataset)?.label.as_deref()
}

/// One part is no larger than its whole, and a whole no larger than two parts together.
fn compare(
    context: &Context,
    (parts, label): (&[&Fact], Label),
    whole: &Fact,
    dimension: Dimension,
    report: &mut Report,
) {
    let figures = parts.iter().map(|part| part.figure()).chain([whole.figure()]);
    let sum = match parts {
        [part] => Some(part.interval),
        [one, other] => one.interval.plus(other.interval),
        _ => None,
    };
    let Some(sum) = sum else { return };
    let holds = |sum: Interval| {
        if parts.len() == 1 { sum.low() <= whole.interval.high() } else { whole.interval.low() <= sum.high() }
    };
    let Some(part) = parts.first() else { return };
    let argue = || {
        let claim = Claim::CountOfPart(CountOfPart {
            dimension,
            part: context.subject(part.trade),
            counts: parts.iter().map(|part| part.figure()).collect(),
            whole: context.subject(whole.trade),
            count: whole.figure(),
        });
        (claim, parts.iter().copied().chain([whole]).map(|fact| Step::Figure(fact.figure())).collect())
    };
    if holds(sum) {
        report.holds(Rule::CountOfPart, figures, argue);
    } else {
        let unsaid = label.is_none().then_some(Assumption::TwoCounts);
        report.breaks(Rule::CountOfPart, figures, unsaid, argue);
    }
}
