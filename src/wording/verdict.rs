//! The verdict on a figure, in one plain sentence: quote it, quote it together with something, or do not quote it.
//!
//! The first of these reasons that applies decides: the figure has no number, its drafted row is unconfirmed, the
//! checks are not finished, a later or final figure replaces it, it is contradicted or doubted, or a figure it rests on
//! is contradicted. Otherwise it may be quoted, with whatever has to be said along with it.

mod condition;
mod found;
mod reason;

use super::Words;
use super::citation::long_day;
use super::number::printed;
use crate::analysis::{Figure, Severity};
use crate::dataset::Observation;
use reason::{Verdict, verdict};

impl Words<'_> {
    /// Says if a figure may be quoted and with what, or why not, using numbers as published.
    #[must_use]
    pub fn verdict(self, figure: Figure) -> String {
        let words = self.as_published();
        match verdict(words, figure) {
            Verdict::Missing(sentence) | Verdict::Unconfirmed(sentence) => sentence,
            Verdict::Unchecked => UNCHECKED.to_owned(),
            Verdict::Replaced(other) => replaced_by(words, other),
            Verdict::Found(finding) if finding.severity == Severity::Contradiction => {
                found::contradicted(words, finding, figure)
            }
            Verdict::Found(finding) => found::doubted(words, finding),
            Verdict::Inherited(inputs) => match words.observation(figure) {
                Some(row) if is_in_the_same_unit(words, row, &inputs) => {
                    found::in_another_report(words, &inputs)
                }
                Some(_) => found::in_another_currency(words, &inputs),
                None => found::inherited(words, &inputs),
            },
            Verdict::Unlisted => {
                "Quote it only after a closer look: more was found in this dataset than is listed.".to_owned()
            }
            Verdict::Quotable => condition::sentence(words, figure),
        }
    }

    /// The verdict in about ten words, for narrow lines.
    #[must_use]
    pub fn brief_verdict(self, figure: Figure) -> String {
        let words = self.as_published();
        let said = match verdict(words, figure) {
            Verdict::Missing(sentence) | Verdict::Unconfirmed(sentence) => return sentence,
            Verdict::Unchecked => UNCHECKED,
            Verdict::Replaced(other) => {
                return format!("Quote the later or final figure instead: {}.", printed(words, other));
            }
            Verdict::Found(finding) if finding.severity == Severity::Contradiction => {
                return found::briefly_contradicted(words, finding, figure);
            }
            Verdict::Found(_) => "Quote it only with its doubt.",
            Verdict::Inherited(inputs) => match words.observation(figure) {
                Some(row) if is_in_the_same_unit(words, row, &inputs) => {
                    "Do not quote it alone: contradicted elsewhere."
                }
                Some(_) => "Do not quote it alone: contradicted in another currency.",
                None => "Do not quote it alone: its inputs are contradicted.",
            },
            Verdict::Unlisted => "Quote it only after a closer look.",
            Verdict::Quotable => "Quote it with the caveats that Enter shows.",
        };
        said.to_owned()
    }
}

/// The verdict on a figure that has not been checked yet.
const UNCHECKED: &str = "Do not quote it yet: the checks are under way.";

fn is_in_the_same_unit(words: Words, row: &Observation, others: &[Figure]) -> bool {
    others.iter().all(|other| words.observation(*other).is_some_and(|other| other.unit == row.unit))
}

fn replaced_by(words: Words, other: Figure) -> String {
    let number = printed(words, other);
    let source = words.observation(other).and_then(|row| words.dataset.source_of(row));
    match source.map(|source| (&source.publisher, source.published)) {
        Some((publisher, Some(day))) => {
            format!("Quote the later figure instead: {number}, {publisher}, {}.", long_day(day))
        }
        Some((publisher, None)) => format!("Quote the final figure instead: {number}, {publisher}."),
        None => format!("Quote the final figure instead: {number}."),
    }
}
