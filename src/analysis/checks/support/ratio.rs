//! Tells shares from ratios of two trades, such as exports as a percentage of imports, which have no upper limit.

use crate::analysis::context::{Context, Countries, Territory, Trade};
use crate::dataset::Flow;

/// True if a trade is surely not contained in what it is divided by.
pub fn is_ratio(context: &Context, part: Trade, whole: Trade) -> bool {
    let is_flow_of = part.flow == whole.flow
        || (whole.flow == Flow::Total && matches!(part.flow, Flow::Exports | Flow::Imports));
    let is_mode_of = whole.transport.is_none() || part.transport == whole.transport;
    !is_flow_of
        || !is_mode_of
        || is_other_place(context, part, whole)
        || is_other_product(context, part, whole)
}

fn is_other_place(context: &Context, part: Trade, whole: Trade) -> bool {
    if part.partner == whole.partner || context.is_world(whole.partner) {
        return false;
    }
    let land = |trade: Trade| match context.territory(trade) {
        Territory::Country(country) | Territory::Within(country) => Some(Countries::new(country)),
        Territory::Group(land) => Some(land),
        Territory::Unknown => None,
    };
    let is_apart = land(part).zip(land(whole)).is_some_and(|(part, whole)| !part.overlaps(whole));
    context.is_world(part.partner) || is_apart
}

fn is_other_product(context: &Context, part: Trade, whole: Trade) -> bool {
    let Some(wide) = whole.product else { return false };
    let Some(product) = part.product else { return true };
    product != wide && !context.products.wider(product).contains(&wide)
}
