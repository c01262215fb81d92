//! The checks: rules that hold for any trade statistics.
//!
//! A new check is a file next to this one with a function `check`, which is added to [`COMPARING`] or [`SINGLE`], and a
//! name in [`Rule`], which is described in `wording/rule.rs`. What it claims is a variant of [`Claim`](super::claim::Claim),
//! whose sentences are a file of `wording/claim/`; rules that find the same kind of thing share one.
//!
//! Each rule walks over the numbers once and looks up their counterparts by trade, so all rules together take time
//! roughly linear in the number of observations.

mod change_between_periods;
mod counts;
mod derived_flows;
mod flows;
mod goods_and_services;
mod growth_between_parts;
mod growth_between_periods;
mod growth_chain;
mod growth_of_unit_value;
mod index_between_periods;
mod least;
mod mixed_precision;
mod nested_shares;
mod one_rate;
mod part_of_whole;
mod periods;
mod ranks;
mod rate_of_the_year;
mod record_value;
mod rule;
mod same_figure;
mod share_and_growth;
mod share_change;
mod share_in_total;
mod share_of_change;
mod share_of_itself;
mod share_of_whole;
mod shares_of_parts;
mod shares_within_whole;
mod status_and_value;
mod sum_of_changes;
mod sum_of_parts;
mod support;
mod unit_value_of_trade;
mod value_and_balance;

pub use rule::Rule;
use support::evidence::Evidence;
pub use support::report::{Found, MOST_FINDINGS, MOST_PASSED, Report};

use super::context::{Context, Levels};

/// Tries a rule on all evidence, and reports what it found and what passed.
type Check = fn(&Evidence, &mut Report);

/// Rules that compare figures, in the order in which equally grave findings are shown.
const COMPARING: &[Check] = &[
    part_of_whole::check,
    periods::check,
    flows::check,
    sum_of_parts::check,
    goods_and_services::check,
    derived_flows::check,
    share_of_itself::check,
    share_of_whole::check,
    shares_within_whole::check,
    shares_of_parts::check,
    share_in_total::check,
    nested_shares::check,
    growth_between_parts::check,
    growth_between_periods::check,
    growth_chain::check,
    index_between_periods::check,
    share_and_growth::check,
    change_between_periods::check,
    sum_of_changes::check,
    share_change::check,
    share_of_change::check,
    one_rate::check,
    rate_of_the_year::check,
    unit_value_of_trade::check,
    growth_of_unit_value::check,
    value_and_balance::check,
    record_value::check,
    ranks::check,
    counts::check,
    same_figure::check,
];

/// Rules on single figures and on panes, for which releases make no difference.
const SINGLE: &[Check] = &[least::check, status_and_value::check, mixed_precision::check];

/// Tries every rule within each release of a dataset.
pub fn reconcile(context: &Context) -> Found {
    let mut report = Report::new(context, Found::default());
    try_all(COMPARING, context, &mut report);
    try_all(SINGLE, context, &mut report);
    report.found
}

/// Tries the rules that compare figures once more, on all releases merged.
pub fn reconcile_merged(context: &Context, found: Found) -> Found {
    let mut report = Report::new(context, found);
    try_all(COMPARING, context, &mut report);
    report.found
}

fn try_all(checks: &[Check], context: &Context, report: &mut Report) {
    let evidence = Evidence { context, levels: Levels::new(context) };
    for check in checks {
        check(&evidence, report);
    }
}
