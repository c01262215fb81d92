//! Money for each kilogram of the rows of a table, in words.

use super::number::{between, fixed, grouped};
use super::tally::row_count;
use crate::analysis::UnitValue;
use crate::dataset::Unit;
use crate::records::AnswerCell;

/// `6.13 USD per kg (6.12 to 6.14), derived: value / weight of 214 rows`; why it is not known where rows lack one of both;
/// `None` where no row has a weight. `units` are those of money and of weights, each with its power of ten.
pub(crate) fn unit_value(cell: &AnswerCell, units: [Option<(Unit, i8)>; 2]) -> Option<String> {
    let weights = cell.weights?;
    weights.number()?;
    if cell.lacking() > 0 {
        let all = row_count(cell.sum.rows.max(weights.rows).into());
        return Some(format!("not known: at least {} of {all} lack the value or the weight", cell.lacking()));
    }
    let UnitValue { point, decimals, interval } = UnitValue::new(cell, units)?;
    let bounds = interval.decimals(decimals);
    let range = between(interval, |bound| grouped(fixed(bound, bounds)));
    let [currency, unit] = units.map(|unit| unit.map_or_else(String::new, |(unit, _)| unit.to_string()));
    let point = grouped(fixed(point, decimals));
    let estimated = match weights.estimated {
        0 => String::new(),
        some => format!("; the weight of {} is estimated", row_count(some.into())),
    };
    let all = row_count(cell.sum.rows.into());
    Some(format!("{point} {currency} per {unit} ({range}), derived: value / weight of {all}{estimated}"))
}
