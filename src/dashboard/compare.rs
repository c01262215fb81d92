//! How far figures are from the one they are compared with.

use crate::analysis::Figure;
use crate::dataset::{Measure, Unit};
use crate::wording::{Words, grouped, signed};

/// How far `figure` is from `pinned`: points for growth and shares, difference and ratio for values.
///
/// # Errors
///
/// A few words on why the two cannot be compared.
pub fn distance(words: Words, pinned: Figure, figure: Figure) -> Result<String, &'static str> {
    let (Some(from), Some(to)) = (words.observation(pinned), words.observation(figure)) else {
        return Err("derived figures are not compared");
    };
    if from.measure != to.measure {
        return Err("another measure");
    }
    if from.unit != to.unit {
        return Err("another unit");
    }
    if from.measure.has_base() && (from.base, from.subject.period) != (to.base, to.subject.period) {
        return Err("another period or base period");
    }
    let (Some(unit), Some(a), Some(b)) = (to.unit, words.amount(pinned), words.amount(figure)) else {
        return Err("no number");
    };
    let Some(difference) = b.checked_sub(a) else { return Err("too far apart") };
    match (to.measure, unit) {
        (Measure::Growth | Measure::Share, _) => Ok(format!("{} points", signed(difference))),
        (Measure::Value | Measure::Count | Measure::Multiple, unit) => {
            let shown = words.in_units_of(to, difference).map_or_else(|| signed(difference), signed);
            let unit = if unit == Unit::Factor { String::new() } else { unit.scaled(to.multiplier) };
            let ratio = b.checked_div(a).map(|ratio| format!(", ×{}", grouped(ratio.round_dp(2))));
            Ok(format!("{shown} {unit}").trim_end().to_owned() + &ratio.unwrap_or_default())
        }
        (Measure::Rank, _) => Ok(format!("{} places", signed(difference))),
        (Measure::Mention, _) => Err("no number"),
    }
}
