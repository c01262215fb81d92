//! Drafts of datasets from texts of our own, in three languages: which figures are found, and what is said of each.

#[path = "draft/back.rs"]
mod back;
#[path = "draft/carried.rs"]
mod carried;
#[path = "draft/check.rs"]
mod check;
#[path = "draft/forms.rs"]
mod forms;
#[path = "draft/inherits.rs"]
mod inherits;
#[path = "draft/left_out.rs"]
mod left_out;
#[path = "draft/lists.rs"]
mod lists;
#[path = "draft/names.rs"]
mod names;
#[path = "draft/offices.rs"]
mod offices;
#[path = "draft/others.rs"]
mod others;
#[path = "draft/parts.rs"]
mod parts;
#[path = "draft/passing.rs"]
mod passing;
#[path = "draft/pointing.rs"]
mod pointing;
#[path = "draft/read.rs"]
mod read;
#[path = "draft/regions.rs"]
mod regions;
#[path = "draft/saved.rs"]
mod saved;
#[path = "draft/stated.rs"]
mod stated;
#[path = "draft/verbs.rs"]
mod verbs;
#[path = "draft/wordings.rs"]
mod wordings;

use horgos::dataset::{Code, Period};
use horgos::draft::{Draft, Proposal};

/// A row as one line: flow, reporter>partner, product, period/base, measure, number, unit.
fn line(row: &Proposal) -> String {
    let period = row.period.value.map_or_else(String::new, Period::code);
    let base = row
        .base
        .value
        .filter(|_| row.measure.has_base())
        .map_or_else(String::new, |base| format!("/{}", base.code()));
    let product = row.product.value.as_deref().map_or_else(String::new, |product| format!(" [{product}]"));
    let scale = if row.multiplier == 0 { String::new() } else { format!("e{}", row.multiplier) };
    format!(
        "{} {}>{}{product} {period}{base} {} {}{scale} {}",
        row.flow.value.code(),
        row.reporter.value,
        row.partner.value,
        row.measure.code(),
        row.value,
        row.unit.code(),
    )
}

fn lines(text: &str) -> Vec<String> {
    Draft::new("own", text).rows.iter().map(line).collect()
}
