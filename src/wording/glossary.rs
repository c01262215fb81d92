//! Explains the marks and words on the screen, for the help and the documents alike.

use super::Words;
use crate::analysis::Severity;
use crate::dataset::{Measure, Observation, Status};
use crate::text::truncate;

/// Each mark or word, and its meaning.
pub const GLOSSARY: [(&str, &str); 13] = [
    ("▴ ▾", "grew, fell; the sign or × before the number says the same"),
    ("✗", "contradicted: cannot be true next to another figure"),
    ("✗ not bold", "rests on a contradicted figure, or repeats it"),
    ("V", "unvalidated: printed so, but not to be relied on"),
    ("E F P B D", "estimated, forecast, provisional, break, other definition"),
    ("c", "converted at the source's implied rate"),
    ("≥ ≤ ~", "printed as \"more than\", \"nearly\", \"about\""),
    ("? · ✓", "of the checks: a doubt, a note, passed"),
    ("(derived), =", "calculated from published figures"),
    ("not published", "the source gives no number; it is not zero"),
    ("no value", "the source names it without a number"),
    ("┊", "the whole that a ranking is compared with"),
    ("├──┤", "everything that a rounded number may stand for"),
];

impl Words<'_> {
    /// True if an observation is like this.
    fn has_row(self, is_such: impl Fn(&Observation) -> bool) -> bool {
        self.dataset.observations.iter().any(is_such)
    }
}

/// The entries of the glossary that a dataset needs.
pub fn meanings(words: Words<'_>) -> impl Iterator<Item = (&'static str, &'static str)> {
    let is_letter = |row: &Observation| row.status != Status::Normal && !row.status.is_missing();
    let is_needed = move |mark: &str| match mark {
        "▴ ▾" => words.has_row(|row| matches!(row.measure, Measure::Growth | Measure::Multiple)),
        "✗" | "✗ not bold" => {
            words.analysis.findings.iter().any(|found| found.severity == Severity::Contradiction)
        }
        "V" => words.has_row(|row| row.status == Status::Unvalidated),
        "E F P B D" => words.has_row(|row| is_letter(row) && row.status != Status::Unvalidated),
        "≥ ≤ ~" => words.has_row(|row| row.bound.is_some()),
        "(derived), =" => !words.analysis.derivations().is_empty(),
        "not published" => words.has_row(|row| row.value.is_none() && row.measure != Measure::Mention),
        "no value" => words.has_row(|row| row.measure == Measure::Mention),
        "┊" => words.dataset.panes.iter().any(|pane| pane.reference.is_some()),
        // Numbers are converted only after a key that says so.
        "c" => false,
        _ => true,
    };
    GLOSSARY.into_iter().filter(move |(mark, _)| is_needed(mark))
}

/// The fullest wording of a meaning that fits so many columns: all of it, what comes before a semicolon, or what comes after
/// the name of a mark. `None` if none does.
#[must_use]
pub fn fitting_meaning(meaning: &str, room: usize) -> Option<&str> {
    let before = meaning.split_once("; ").map(|(before, _)| before);
    let after = meaning.split_once(": ").map(|(_, after)| after);
    [Some(meaning), before, after].into_iter().flatten().find(|text| truncate::width(text) <= room)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_meaning_gives_way_to_its_weightier_half() {
        let meaning =
            |room: usize| fitting_meaning("contradicted: cannot be true next to another figure", room);
        assert_eq!(meaning(51), Some("contradicted: cannot be true next to another figure"));
        assert_eq!(meaning(50), Some("cannot be true next to another figure"));
        assert_eq!(meaning(36), None);
        assert_eq!(fitting_meaning("grew, fell; the sign says the same", 20), Some("grew, fell"));
    }
}
