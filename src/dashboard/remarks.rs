//! Short remarks on a row: those that a zoomed pane has room for below it.

use super::app::App;
use crate::analysis::Figure;
use crate::text::truncate;
use crate::wording::{Topic, Words};

/// Stands between two remarks on one line.
const BETWEEN: &str = " · ";

impl App {
    /// The remarks that a pane can add below a row, on at most `lines` lines of `columns` columns: for a figure its
    /// verdict, notes and bounds, for a finding or a passed check its arithmetic. Omits what the row itself says.
    #[must_use]
    pub(crate) fn remarks(&self, topic: Topic, columns: usize, lines: usize) -> Vec<String> {
        let words = self.words();
        let steps = match topic {
            Topic::Figure(figure) => return joined(remarks(words, figure, columns), columns, lines),
            Topic::Finding(at) => words.analysis.findings.get(at).map(|finding| words.proof_steps(finding)),
            Topic::Passed(at) => words.analysis.passed.get(at).map(|passed| words.passed_proof_steps(passed)),
        };
        // Later steps rest on earlier ones, so none is left out among them.
        let fits = |step: &String| truncate::width(step) <= columns;
        let fitting = |step: String| if fits(&step) { step } else { without_keys(&step).to_owned() };
        steps.into_iter().flatten().map(fitting).take_while(fits).take(lines).collect()
    }
}

/// A step without the keys of its figures at its end, which the opened proof has.
fn without_keys(step: &str) -> &str {
    step.strip_suffix(']').and_then(|step| step.rsplit_once(" [")).map_or(step, |(said, _)| said)
}

/// The first text on a line of its own, so that it stands in the same place below every row; then as many of the others
/// on each line as fit.
fn joined(mut texts: impl Iterator<Item = String>, columns: usize, lines: usize) -> Vec<String> {
    let mut found: Vec<String> = texts.next().into_iter().collect();
    let mut last = String::new();
    for text in texts {
        if found.len() >= lines {
            return found;
        }
        let both = if last.is_empty() { text.clone() } else { format!("{last}{BETWEEN}{text}") };
        if truncate::width(&both) <= columns {
            last = both;
        } else {
            found.push(std::mem::replace(&mut last, text));
        }
    }
    if found.len() < lines && !last.is_empty() {
        found.push(last);
    }
    found
}

/// The verdict on a figure, its note and its bounds, each if it fits.
fn remarks(words: Words, figure: Figure, columns: usize) -> impl Iterator<Item = String> {
    let fits = move |text: &String| truncate::width(text) <= columns;
    let words = words.as_published();
    let verdict = Some(words.verdict(figure)).filter(fits).or_else(|| Some(words.brief_verdict(figure)));
    let note = words.observation(figure).and_then(|row| row.note.as_ref()).map(ToString::to_string);
    let bounds = words.could_be(figure).map(|range| format!("could be {range}"));
    [verdict, note, bounds].into_iter().flatten().filter(fits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_remark_has_a_line_of_its_own_and_the_others_share_lines() {
        let texts = || ["Quote it.", "in yuan", "about 5", "the order is not stated"].map(str::to_owned);
        for (columns, lines, expected) in [
            (24, 3, &["Quote it.", "in yuan · about 5", "the order is not stated"][..]),
            (24, 2, &["Quote it.", "in yuan · about 5"]),
            (80, 2, &["Quote it.", "in yuan · about 5 · the order is not stated"]),
            (80, 1, &["Quote it."]),
        ] {
            assert_eq!(
                joined(texts().into_iter(), columns, lines),
                expected,
                "{columns} columns, {lines} lines"
            );
        }
    }
}
