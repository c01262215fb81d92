//! Shares and their wholes: sentences.

use rust_decimal::Decimal;

use super::name;
use crate::analysis::{Claim, Dimension, Figure, Interval};
use crate::dataset::Subject;
use crate::wording::Words;
use crate::wording::number::printed;

/// A trade with its period, where it has one: `trade with Kazakhstan, 2023`.
fn dated(words: Words, whole: &Subject) -> String {
    let name = name::trade(words, whole, Dimension::Partner);
    match whole.period {
        Some(period) => format!("{name}, {period}"),
        None => name,
    }
}

/// `trade with the world cannot be 99 % of itself, 2023`
pub fn of_itself(
    words: Words,
    share: Figure,
    subject: &Subject,
    (is_own_row, holds): (bool, bool),
) -> String {
    let (name, when) = (name::trade(words, subject, Dimension::Partner), subject.period);
    match (is_own_row, holds, when) {
        (true, _, Some(when)) => format!("a share of {name} is given as its own whole, {when}"),
        (true, _, None) => format!("a share of {name} is given as its own whole"),
        (false, true, Some(when)) => format!("{name} is all of itself, {when}"),
        (false, true, None) => format!("{name} is all of itself"),
        (false, false, Some(when)) => {
            format!("{name} cannot be {} of itself, {when}", printed(words, share))
        }
        (false, false, None) => format!("{name} cannot be {} of itself", printed(words, share)),
    }
}

/// `values and shares do not agree on trade with the world, 2023`
pub fn agree(words: Words, whole: &Subject, clues: usize, holds: bool) -> String {
    let whole = dated(words, whole);
    if holds {
        format!("{clues} figures agree on {whole}")
    } else {
        format!("values and shares do not agree on {whole}")
    }
}

/// `2 shares of trade with the world stay within 100 %, 2023`
pub fn within(words: Words, claim: &Claim, count: usize) -> String {
    let Claim::SharesWithinWhole { whole, .. } = claim else { return String::new() };
    let (name, when) = (name::trade(words, whole, Dimension::Partner), name::period(whole.period));
    match count {
        1 => format!("a share of {name} stays within 100 %, {when}"),
        _ => format!("{count} shares of {name} stay within 100 %, {when}"),
    }
}

/// `2 shares of trade with the world add up to more than 100 %, 2023`
pub fn beyond(words: Words, whole: &Subject, (shares, are_all): (&[Figure], bool), sum: Interval) -> String {
    let (name, when) = (name::trade(words, whole, Dimension::Partner), name::period(whole.period));
    let count = shares.len();
    match shares {
        [share] if !are_all => {
            format!("{} cannot be a share of {name}, {when}", printed(words, *share))
        }
        [_] => format!("the only share of {name} is not all of it, {when}"),
        _ if sum.low() > Decimal::ONE => {
            format!("{count} shares of {name} add up to more than 100 %, {when}")
        }
        _ => format!("{count} shares of {name} add up to less than they should, {when}"),
    }
}

/// `the share of trade with Kazakhstan, 50 %, is more than its shares in exports and imports, 2023`
pub fn in_total(
    words: Words,
    (part, dimension): (&Subject, Dimension),
    (share, is_above): (Figure, bool),
    holds: bool,
) -> String {
    let (name, when) = (name::trade(words, part, dimension), name::period(part.period));
    let share = printed(words, share);
    if holds {
        format!("the share of {name} is between those of exports and imports, {when}")
    } else if is_above {
        format!("the share of {name}, {share}, is more than those of exports and imports, {when}")
    } else {
        format!("the share of {name}, {share}, is less than those of exports and imports, {when}")
    }
}
