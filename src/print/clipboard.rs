//! Rows for the clipboard: tab-separated values, which spreadsheets paste into cells.

use super::Selection;
use super::field::inert;
use super::row::FigureRow;
use crate::wording::{Number, Topic, Words};

/// The first line of a pane.
const HEADINGS: [&str; 5] = ["Figure", "Value", "Unit", "Period", "Source"];

/// One row, without a line end: label, number, unit, period and source. The number has neither thousands separators nor
/// a plus sign, so that spreadsheets recognise it. A finding or passed check is its sentence alone.
///
/// A field that contains a quotation mark, a tab or a line end is quoted as in RFC 4180.
#[must_use]
pub fn tab_separated(words: Words, topic: Topic) -> String {
    let figure = match topic {
        Topic::Figure(figure) => figure,
        Topic::Finding(at) => {
            let finding = words.analysis.findings.get(at);
            return finding.map_or_else(String::new, |finding| cell(&words.sentence(finding)));
        }
        Topic::Passed(at) => {
            let passed = words.analysis.passed.get(at);
            return passed.map_or_else(String::new, |passed| cell(&words.passed_sentence(passed)));
        }
    };
    let row = FigureRow::new(words, figure);
    let (number, unit) = match words.number(figure) {
        Some(Number { whole, fraction, unit, .. }) => {
            let sign = if whole.starts_with('×') { "×".to_owned() } else { unit };
            (plain(&format!("{whole}{fraction}")), sign)
        }
        None => (cell(&row.rest), String::new()),
    };
    let source = if row.remarks.is_empty() { row.source } else { format!("{}, {}", row.source, row.remarks) };
    [cell(&row.label), number, cell(&unit), cell(&row.period), cell(&source)].join("\t")
}

/// Column names, then one line per row as by [`tab_separated`].
#[must_use]
pub fn tab_separated_pane(selection: Selection) -> String {
    let rows = selection.panes().flat_map(|(_, rows)| rows).map(|row| tab_separated(selection.words(), *row));
    std::iter::once(HEADINGS.join("\t")).chain(rows).map(|line| line + "\n").collect()
}

/// Text for one cell, kept as text.
fn cell(text: &str) -> String {
    let text = inert(text);
    if text.contains(['"', '\t', '\r', '\n']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text }
}

/// A number in machine format: `−1,234.5` becomes `-1234.5`, `×8` becomes `8`.
fn plain(number: &str) -> String {
    number.replace('−', "-").replace([',', '+', '×'], "")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_with_a_quotation_mark_is_quoted() {
        for (text, expected) in [
            ("Other", "Other"),
            ("\"Other", "\"\"\"Other\""),
            ("pipes of 5\"", "\"pipes of 5\"\"\""),
            ("a\tb", "\"a\tb\""),
            ("-a", "'-a"),
        ] {
            assert_eq!(cell(text), expected);
        }
    }
}
