//! Periods of figures that another is compared with.

use super::attached::{is_attached, is_behind_after};
use super::compared::is_last_year;
use crate::draft::calendar::Mention;
use crate::draft::read::measure::is_base_amount;
use crate::draft::sentence::Sentence;

/// True if a period belongs to a figure that another is compared with: `from $36.2 billion in January`.
pub(super) fn is_of_base(sentence: &Sentence, mention: &Mention) -> bool {
    let before =
        sentence.figures.iter().enumerate().rfind(|(_, figure)| figure.tokens.end <= mention.tokens.start);
    let Some((at, figure)) = before else { return false };
    // `in comparison with 4,608.6 million euros (5,163.7 million dollars) in April 2019`: behind the same in another currency
    let is_converted = at > 0 && sentence.is_in_brackets(at) && sentence.before(at).len() == 1;
    let at = if is_converted && is_base_amount(sentence, at - 1) { at - 1 } else { at };
    let behind = sentence.figures.get(at).map_or(figure.tokens.end, |base| base.tokens.end);
    if behind < figure.tokens.end && sentence.stem(figure.tokens.end) == ")" {
        return is_attached(sentence, figure.tokens.end + 1..mention.tokens.start);
    }
    let is_bare = figure.tokens.end == mention.tokens.start && is_last_year(mention);
    let is_next = is_bare || is_attached(sentence, figure.tokens.end..mention.tokens.start);
    is_next && (is_base_amount(sentence, at) || is_behind_after(sentence, at))
}
