//! The contents of a column, by its first rows.

use crate::formats::foreign::comtrade::style;
use crate::formats::foreign::head::Head;
use crate::formats::foreign::number::NumberCell;

/// The cells of a column.
pub fn cells(head: &Head, at: usize) -> impl Iterator<Item = &str> + Clone {
    head.sample.iter().map(move |row| row.get(at).map_or("", String::as_str).trim())
}

/// True for a column of numbers that is not empty.
pub fn has_numbers(head: &Head, at: usize) -> bool {
    has_only_numbers(head, at) && cells(head, at).any(|cell| cell.contains(|c: char| c.is_ascii_digit()))
}

/// The first of several periods that are all written as months could be, and as fiscal years are: each ends in the year
/// after its own. One alone is a month.
pub fn fiscal_year<'a>(periods: impl Iterator<Item = &'a str>) -> Option<String> {
    let is_fiscal = |period: &str| {
        let (year, month) = period.split_once('-')?;
        let (year, month): (u32, u32) = (
            year.parse().ok().filter(|_| year.len() == 4)?,
            month.parse().ok().filter(|_| month.len() == 2)?,
        );
        (month == (year + 1) % 100).then_some(())
    };
    let mut periods = periods.filter(|period| !period.is_empty());
    let first = periods.next().filter(|period| is_fiscal(period).is_some())?;
    let mut has_other = false;
    for period in periods {
        is_fiscal(period)?;
        has_other |= period != first;
    }
    has_other.then(|| first.to_owned())
}

/// False for a column with something else in it, such as the unit of a quantity.
pub fn has_only_numbers(head: &Head, at: usize) -> bool {
    let style = style(head, Some(at));
    let cells = head.sample.iter().filter_map(|row| row.get(at));
    cells.map(|cell| style.read(cell.as_bytes())).all(|cell| cell != NumberCell::Wrong)
}

/// True for a column of words or codes; false for one of numbers that are measured.
pub fn integers_or_words(head: &Head, at: usize) -> bool {
    let cells = || head.sample.iter().filter_map(|row| row.get(at)).filter(|cell| !cell.is_empty());
    !has_only_numbers(head, at) || cells().all(|cell| cell.bytes().all(|byte| byte.is_ascii_digit()))
}
