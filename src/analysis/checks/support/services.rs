//! Totals and balances that include services, next to exports and imports of goods alone.

use crate::analysis::context::{Context, Level, Trade};
use crate::analysis::{Assumption, Interval};

/// The assumption that a total or balance includes services, where services of one of its flows are printed and the claim
/// may hold with them: `fits` says so of both flows with what is printed of their services, and whether that is all of it.
pub fn included(
    context: &Context,
    whole: Level,
    flows: [Level; 2],
    fits: impl Fn([Interval; 2], bool) -> bool,
) -> Option<Assumption> {
    if whole.trade().product.is_some() || flows.iter().any(|flow| flow.trade().product.is_some()) {
        return None;
    }
    let services = flows.map(|flow| {
        let value =
            |product: &_| context.value(Trade { product: Some(*product), ..flow.trade() }, flow.unit());
        context.products.services().iter().find_map(value)
    });
    let [Some(one), Some(other)] = [0, 1].map(|at| match services[at] {
        Some(services) => flows[at].interval().plus(services.interval),
        None => Some(flows[at].interval()),
    }) else {
        return None;
    };
    let known = services.iter().flatten().count();
    (known > 0 && fits([one, other], known == flows.len())).then_some(Assumption::WithServices)
}
