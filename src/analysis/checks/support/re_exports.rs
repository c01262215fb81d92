//! Exports that are counted without re-exports: some offices print the two side by side, and a total of both with imports.

use crate::analysis::context::{Context, Level, Trade};
use crate::analysis::{Assumption, Interval};
use crate::dataset::Flow;

/// True for exports of goods that were imported before.
pub fn are_re_exports(context: &Context, trade: Trade) -> bool {
    let is_named = trade.product.is_some_and(|product| context.products.re_exports().contains(&product));
    trade.flow == Flow::Exports && is_named
}

/// The assumption that these exports leave out the re-exports that are printed next to them, if a claim holds for both
/// together.
pub fn apart(context: &Context, exports: Level, fits: impl Fn(Interval) -> bool) -> Option<Assumption> {
    let trade = exports.trade();
    if trade.flow != Flow::Exports || are_re_exports(context, trade) {
        return None;
    }
    let value = |product: &_| context.value(Trade { product: Some(*product), ..trade }, exports.unit());
    let fits_with = |re_exports: Interval| exports.interval().plus(re_exports).is_some_and(&fits);
    let mut known = context.products.re_exports().iter().filter_map(value);
    let re_exports = known.find(|value| fits_with(value.interval))?.figure();
    Some(Assumption::ReExportsApart { re_exports })
}
