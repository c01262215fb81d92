//! Tells ranges and lists of codes from those of numbers, such as `1-5` beside `10-49`.

use std::cmp::Reverse;

use foldhash::HashSet;

use super::code::NestedCode;

/// The ranges and lists of a table, as far as all its codes tell what they are.
pub(super) struct Spans<'c> {
    /// The codes that stand alone.
    singles: HashSet<&'c str>,
    /// True if ranges are written as those of codes.
    are_of_codes: bool,
}

impl<'c> Spans<'c> {
    pub fn new(codes: impl Iterator<Item = &'c NestedCode> + Clone) -> Self {
        let singles: HashSet<&str> = codes.clone().filter_map(NestedCode::single).collect();
        let ranges = codes.flat_map(|code| &code.parts).filter(|[first, last]| first != last);
        let mut ranges: Vec<&[String; 2]> = ranges.filter(|[first, _]| has_digit(first)).collect();
        ranges.sort_unstable_by_key(|[first, last]| (first, Reverse(last)));
        ranges.dedup();
        let has_short = singles.iter().any(|code| code.len() == 1 && has_digit(code));
        let is_number = |[first, _]: &&[String; 2]| is_digits(first) && (first.len() == 1 || has_short);
        let are_as_long = ranges.windows(2).all(|pair| digits(&pair[0][0]) == digits(&pair[1][0]));
        let are_of_codes = are_as_long && !ranges.iter().any(is_number) && !overlap(&ranges);
        Self { singles, are_of_codes }
    }

    /// False for a range or a list that may be something else.
    pub fn are_plain(&self, code: &NestedCode) -> bool {
        let is_plain = |part: &[String; 2]| {
            let [first, last] = part;
            match (has_digit(first), first == last) {
                (true, false) => self.are_of_codes,
                // 1_2 may be the second of the first.
                (true, true) => !is_digits(first) || first.len() > 1 && self.singles.contains(first.as_str()),
                (false, _) => true,
            }
        };
        code.single().is_some() || code.parts.iter().all(is_plain)
    }
}

/// True if one of these sorted ranges begins within another and ends behind it.
fn overlap(ranges: &[&[String; 2]]) -> bool {
    let mut open: Vec<&str> = Vec::new();
    for [first, last] in ranges {
        while open.last().is_some_and(|end| *end < first.as_str()) {
            open.pop();
        }
        if open.last().is_some_and(|end| *end < last.as_str()) {
            return true;
        }
        open.push(last);
    }
    false
}

fn has_digit(code: &str) -> bool {
    code.bytes().any(|c| c.is_ascii_digit())
}

fn is_digits(code: &str) -> bool {
    code.bytes().all(|c| c.is_ascii_digit())
}

/// The number of digits at the end of a code.
fn digits(code: &str) -> usize {
    code.bytes().rev().take_while(u8::is_ascii_digit).count()
}
