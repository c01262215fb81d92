//! The columns of the observations, in JSON and in CSV; `observation.rs` reads them.

use crate::formats::reader::column_search::Columns;

/// The columns of an observation, in the order in which messages list them.
pub const COLUMNS: [&str; 31] = [
    "id", "label", "reporter", "partner", "flow", "product", "transport", "measure", "time_period",
    "compare_period", "share_of", "obs_value", "unit_measure", "unit_mult", "decimals", "obs_status",
    "source", "locator", "as_printed", "note", "adjustment", "growth_of", "basis", "coverage", "valuation",
    "trade_system", "bound", "ranked_among", "since", "doubt", "slack",
];

pub const OBSERVATIONS: Columns =
    Columns { resource: "observations", names: &COLUMNS, required: &["id", "reporter", "flow", "measure"] };
