//! A figure in words, column by column: the rows of text, Markdown and the clipboard.

use std::fmt::Write;

use foldhash::HashSet;

use super::Selection;
use crate::analysis::Figure;
use crate::dataset::Status;
use crate::wording::{Number, Words, status_word};

/// A figure in words, split into parts that align with those of other rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct FigureRow {
    /// The label, which says so if the figure is derived.
    pub label: String,
    /// Sign and digits before the decimal point; empty without a number.
    pub whole: String,
    /// The rest of the number with its unit, or the words shown instead of a number.
    pub rest: String,
    /// Status and worst finding in words, since the letters and marks of the screen need its legend.
    pub remarks: String,
    pub period: String,
    /// Publisher, date and place in the text; for a derived figure, its range and formula.
    pub source: String,
    /// If the figure may be quoted, and with what.
    pub verdict: String,
}

impl FigureRow {
    /// A figure of a pane.
    pub fn new(words: Words, figure: Figure) -> Self {
        let (whole, rest) = match words.number(figure) {
            Some(Number { whole, fraction, unit, .. }) if unit.is_empty() => (whole, fraction),
            Some(Number { whole, fraction, unit, .. }) => (whole, format!("{fraction} {unit}")),
            None => (String::new(), words.words_for_missing(figure).to_owned()),
        };
        let period = words.subject(figure).and_then(|subject| subject.period);
        Self {
            label: words.label(figure).into_owned(),
            whole,
            rest,
            remarks: remarks(words, figure),
            period: period.map_or_else(|| "undated".to_owned(), |period| period.to_string()),
            source: source(words, figure),
            verdict: words.verdict(figure),
        }
    }

    /// A derived figure that is on no pane: its period is preceded by the trade, which no heading names.
    ///
    /// It keeps its own currency, since its conversions are listed next to it.
    pub fn standalone(words: Words, figure: Figure) -> Self {
        let words = Words::new(words.dataset, words.analysis);
        let about = words.subject(figure).map_or_else(String::new, |subject| words.about(&subject));
        Self { period: about, ..Self::new(words, figure) }
    }

    /// The number and its unit together.
    pub fn value(&self) -> String {
        format!("{}{}", self.whole, self.rest)
    }
}

/// The source of the number that is shown; a converted one adds its range and formula.
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

/// `unvalidated, contradicted`; a converted figure adds its published value.
fn remarks(words: Words, figure: Figure) -> String {
    let status = words.observation(figure).map_or(Status::Normal, |observation| observation.status);
    let status = match status {
        // The words for the missing number already say so.
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
    let said = status.into_iter().chain(words.worst_finding(figure)).map(str::to_owned);
    said.chain(converted).collect::<Vec<_>>().join(", ")
}

/// The reference line of a pane in words: `Compared with: Total, growth +50 %`.
pub(super) fn reference(words: Words, at: usize) -> String {
    let row = FigureRow::new(words, Figure::Published(at));
    let mut said = format!("Compared with: {} {}", row.label, row.value());
    if !row.remarks.is_empty() {
        let _ = write!(said, " ({})", row.remarks);
    }
    said
}

/// Derived figures that are on no pane.
pub(super) fn elsewhere(selection: Selection) -> Vec<Figure> {
    if !selection.is_all() {
        return Vec::new();
    }
    let shown: HashSet<Figure> =
        selection.panes().flat_map(|(_, rows)| rows).filter_map(|row| row.figure()).collect();
    let all = (0..selection.words().analysis.derivations().len()).map(Figure::Derived);
    all.filter(|figure| !shown.contains(figure)).collect()
}

/// `2 passed`
pub(super) fn passed_count(words: Words) -> String {
    let passed = words.analysis.passed_count;
    format!("{passed} passed")
}
