//! Compares figures with a reference figure.

use crate::analysis::Figure;
use crate::dataset::{Measure, Unit};
use crate::wording::{Entry, Heading, Topic, Words, grouped, signed};

/// The distance of `figure` from `against`: points for growth and shares, difference and ratio for values. Values are
/// compared in the currency in which both are shown, or as published if they are shown in two. It has a cross if it rests
/// on a contradicted figure.
///
/// # Errors
///
/// A reason in a few words, if the two cannot be compared.
pub fn distance(words: Words, against: Figure, figure: Figure) -> Result<String, &'static str> {
    let distance = unmarked(words, against, figure)?;
    let is_contradicted = [against, figure].into_iter().any(|figure| words.is_contradicted(figure));
    Ok(if is_contradicted { distance + " ✗" } else { distance })
}

fn unmarked(words: Words, against: Figure, figure: Figure) -> Result<String, &'static str> {
    let (Some(from), Some(to)) = (words.observation(against), words.observation(figure)) else {
        return Err("this figure is derived");
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
    let both = |words: Words| words.amount(against).zip(words.amount(figure));
    let shown = both(words).filter(|(a, b)| a.unit == b.unit);
    let Some((a, b)) = shown.or_else(|| both(words.as_published())) else { return Err("no number") };
    let Some((difference, ratio)) = b.difference_and_ratio(a) else { return Err("too far apart") };
    let difference = signed(difference);
    match to.measure {
        Measure::Growth | Measure::Share | Measure::ShareChange | Measure::Index => {
            Ok(format!("{difference} points"))
        }
        Measure::Value
        | Measure::Count
        | Measure::Multiple
        | Measure::Change
        | Measure::Record
        | Measure::UnitValue => {
            let unit = if b.unit == Unit::Factor { String::new() } else { b.unit.scaled(b.multiplier) };
            let ratio = ratio.map(|ratio| format!(", ×{}", grouped(ratio.round_dp(2))));
            Ok(format!("{difference} {unit}").trim_end().to_owned() + &ratio.unwrap_or_default())
        }
        Measure::Rank => Ok(format!("{difference} places")),
        Measure::Mention => Err("no number"),
    }
}

/// A topic next to the reference figure: both values and their distance, or why there is none.
pub fn compared(words: Words, topic: Topic, against: Option<Figure>) -> Option<Entry> {
    let (Topic::Figure(figure), Some(against)) = (topic, against) else { return None };
    // Both as published: two values without a common unit could look alike if one of them were converted.
    let words = words.as_published();
    if figure == against {
        return Some(Entry::new(Heading::Compared, "other rows show their difference from this one"));
    }
    let text = match distance(words, against, figure) {
        Ok(distance) => format!("{} against {}: {distance}", words.value_line(figure), words.line(against)),
        Err(why) => format!("Not compared with {}: {why}", words.line(against)),
    };
    Some(Entry { topic: Some(Topic::Figure(against)), ..Entry::new(Heading::Compared, text) })
}
