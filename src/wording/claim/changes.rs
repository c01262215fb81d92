//! Changes in money and in points, and shares before growth: sentences.

use super::name;
use crate::analysis::{Dimension, Figure, Interval};
use crate::dataset::{Period, Subject};
use crate::wording::Words;
use crate::wording::number::{percent, printed};

/// `the share of trade with Kazakhstan would have been 166.6 to 199.6 % in 2022`
pub fn share_before(
    words: Words,
    (part, dimension): (&Subject, Dimension),
    (base, before): (Period, Interval),
    holds: bool,
) -> String {
    let name = name::trade(words, part, dimension);
    if holds {
        format!("the share of {name} was within 100 % in {base}")
    } else {
        format!("the share of {name} would have been {} in {base}", percent(before, 1))
    }
}

/// `exports +3.4 bn USD is not the change from Jun 2016 to Jul 2016`
pub fn change(words: Words, subject: &Subject, base: Period, (change, holds): (Figure, bool)) -> String {
    let (name, when) = (name::trade(words, subject, Dimension::Flow), name::period(subject.period));
    if holds {
        format!("{name}: the change from {base} to {when} agrees with the other figures")
    } else {
        format!("{name} {} is not the change from {base} to {when}", printed(words, change))
    }
}

/// `the share of trade with Kazakhstan did not change by +2.0 points from 2022 to 2023`
pub fn of_share(words: Words, subject: &Subject, base: Period, (change, holds): (Figure, bool)) -> String {
    let (name, when) = (name::trade(words, subject, Dimension::Partner), name::period(subject.period));
    if holds {
        format!("the share of {name} changed from {base} to {when} as it says")
    } else {
        let change = printed(words, change);
        format!("the share of {name} did not change by {change} from {base} to {when}")
    }
}
