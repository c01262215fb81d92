//! A figure in words, column by column: the rows of text, Markdown and the clipboard.

use std::fmt::Write;

use super::Sheet;
use crate::analysis::Figure;
use crate::dataset::Status;
use crate::wording::{Number, Words, status_word};

/// What a row says, each part fit to be set under that of another row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// What it is called; what is derived says so.
    pub label: String,
    /// What stands before the decimal point, with its sign; empty without a number.
    pub whole: String,
    /// The rest of the number with its unit, or what stands in place of a number.
    pub rest: String,
    /// Status, and what the checks say of it, in words: letters and marks are for those who see the screen.
    pub remarks: String,
    /// When.
    pub period: String,
    /// Who published it, when, and where in the text; for a derived figure what it may be, and its formula.
    pub source: String,
}

impl Row {
    /// A figure of a pane.
    pub fn of(words: Words, figure: Figure) -> Self {
        let (whole, rest) = match words.number(figure) {
            Some(Number { whole, fraction, unit, .. }) if unit.is_empty() => (whole, fraction),
            Some(Number { whole, fraction, unit, .. }) => (whole, format!("{fraction} {unit}")),
            None => (String::new(), words.instead_of_number(figure).to_owned()),
        };
        let period = words.subject(figure).and_then(|subject| subject.period);
        Self {
            label: words.label(figure).into_owned(),
            whole,
            rest,
            remarks: remarks(words, figure),
            period: period.map_or_else(|| "undated".to_owned(), |period| period.to_string()),
            source: source(words, figure),
        }
    }

    /// A derived figure that stands on no pane, so that nothing around it says which trade it is about.
    ///
    /// It stays in its own currency, since those it is converted to stand beside it.
    pub fn alone(words: Words, figure: Figure) -> Self {
        let words = Words::new(words.dataset, words.analysis);
        let about = words.subject(figure).map_or_else(String::new, |subject| words.about(subject));
        Self { period: about, ..Self::of(words, figure) }
    }

    /// The number and its unit together.
    pub fn value(&self) -> String {
        format!("{}{}", self.whole, self.rest)
    }
}

/// Where the number that is shown comes from; what is converted names the source and what it may be.
fn source(words: Words, figure: Figure) -> String {
    let shown = words.shown(figure);
    let own = words.observation(if words.is_converted(figure) { figure } else { shown });
    let own = own.map(|observation| words.source_and_place(observation));
    own.into_iter().chain(derivation(words, shown)).collect::<Vec<_>>().join(", ")
}

/// `37.09 to 37.11, total − exports`
fn derivation(words: Words, figure: Figure) -> Option<String> {
    Some(format!("{}, {}", words.derived_range(figure)?, words.formula(figure)?))
}

/// `unvalidated, contradicted`; what is converted says what it was.
fn remarks(words: Words, figure: Figure) -> String {
    let status = words.observation(figure).map_or(Status::Normal, |observation| observation.status);
    let status = match status {
        // What stands in place of the number has said it.
        Status::Normal | Status::Missing => None,
        Status::Estimated
        | Status::Forecast
        | Status::Provisional
        | Status::Break
        | Status::Unvalidated
        | Status::CannotExist
        | Status::DefinitionDiffers
        | Status::NotCollected => Some(status_word(status)),
    };
    let published = Words::new(words.dataset, words.analysis);
    let converted =
        words.is_converted(figure).then(|| format!("converted from {}", published.value_line(figure)));
    let said = status.into_iter().chain(words.verdict(figure)).map(str::to_owned);
    said.chain(converted).collect::<Vec<_>>().join(", ")
}

/// The line drawn across a pane, in words: `Compared with: Total, growth +50 %`.
pub fn reference(words: Words, at: usize) -> String {
    let row = Row::of(words, Figure::Published(at));
    let mut said = format!("Compared with: {} {}", row.label, row.value());
    if !row.remarks.is_empty() {
        let _ = write!(said, " ({})", row.remarks);
    }
    said
}

/// Derived figures that stand on no pane.
pub fn elsewhere(sheet: Sheet) -> Vec<Figure> {
    if !sheet.is_all() {
        return Vec::new();
    }
    let shown: std::collections::HashSet<Figure> =
        sheet.panes().flat_map(|(_, rows)| rows).filter_map(|row| row.figure()).collect();
    let all = (0..sheet.words().analysis.derived.len()).map(Figure::Derived);
    all.filter(|figure| !shown.contains(figure)).collect()
}

/// `2 checks held`
pub fn held(words: Words) -> String {
    let held = words.analysis.held_count;
    format!("{held} {} held", if held == 1 { "check" } else { "checks" })
}
