//! Markdown for a report: a table a pane, in the dialect of GitHub and of most that read tables.

use super::Sheet;
use super::row::{Row, elsewhere, held, reference};
use crate::analysis::{Figure, Finding};
use crate::dataset::PaneKind;
use crate::wording::{Words, publishers};

/// The title, who published, then under a heading each a table a pane, with the columns Figure, Value, Period, Status
/// and Source; the checks as a list with their proofs. Last, of all panes, a table of what is derived and stands on none.
///
/// Text of the dataset is escaped, so that it means itself.
#[must_use]
pub fn markdown(sheet: Sheet) -> String {
    let words = sheet.words();
    let mut parts = vec![format!("# {}", escaped(&words.dataset.title))];
    let source = publishers(words);
    if !source.is_empty() {
        parts.push(escaped(&source));
    }
    for (pane, rows) in sheet.panes() {
        parts.push(format!("## {}", escaped(&pane.title)));
        parts.extend(pane.note.as_deref().map(escaped));
        match pane.kind {
            PaneKind::Headline | PaneKind::Ranking | PaneKind::Listing => {
                let rows = rows.iter().filter_map(|row| row.figure());
                parts.push(table("Period", rows.map(|figure| Row::of(words, figure))));
            }
            PaneKind::Reconciliation => parts.extend(findings(words, &sheet.findings())),
        }
        parts.extend(pane.reference.map(|at| escaped(&reference(words, at))));
    }
    let elsewhere = elsewhere(sheet);
    if !elsewhere.is_empty() {
        parts.push("## Derived figures".to_owned());
        parts.push("Printed by nobody; they follow from those above.".to_owned());
        parts.push(derived(words, &elsewhere));
    }
    parts.join("\n\n") + "\n"
}

fn derived(words: Words, figures: &[Figure]) -> String {
    table("About", figures.iter().map(|figure| Row::alone(words, *figure)))
}

fn table(period: &str, rows: impl Iterator<Item = Row>) -> String {
    let mut lines = vec![
        format!("| Figure | Value | {period} | Status | Source |"),
        "| --- | ---: | --- | --- | --- |".into(),
    ];
    lines.extend(rows.map(|row| {
        let cells =
            [&row.label, &row.value(), &row.period, &row.remarks, &row.source].map(|cell| escaped(cell));
        format!("| {} |", cells.join(" | "))
    }));
    lines.join("\n")
}

/// A list of what was found, each with its proof as a list inside it; and how many checks held.
fn findings(words: Words, findings: &[usize]) -> Vec<String> {
    let found = findings.iter().filter_map(|at| words.analysis.findings.get(*at));
    let list: Vec<String> = found.map(item).collect();
    let list = if list.is_empty() { "Nothing found.".to_owned() } else { list.join("\n") };
    vec![list, format!("{}.", held(words))]
}

fn item(finding: &Finding) -> String {
    let mut lines = vec![format!("- **{}**: {}", finding.severity.word(), escaped(&finding.sentence))];
    lines.extend(finding.proof.iter().map(|line| format!("  - {}", escaped(line))));
    lines.join("\n")
}

/// Text that means itself: whatever Markdown or HTML could read as more than a character has a backslash before it.
fn escaped(text: &str) -> String {
    let first = text.split(' ').next().unwrap_or_default();
    let number = first.strip_suffix(['.', ')']).unwrap_or_default();
    let is_marker = !first.is_empty()
        && (first.bytes().all(|byte| b"#+-=".contains(&byte))
            || !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()));
    let mut shown = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        let special = match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '&' | '$' | '@' => true,
            // What would make a heading, a list or a line of the text.
            '#' | '+' | '-' | '=' | '.' | ')' => is_marker && at + 1 == first.len(),
            _ => false,
        };
        if special {
            shown.push('\\');
        }
        shown.push(c);
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_means_itself() {
        for (text, expected) in [
            ("a|b", "a\\|b"),
            ("*x*_y_`z`", "\\*x\\*\\_y\\_\\`z\\`"),
            ("## no heading", "#\\# no heading"),
            ("---", "--\\-"),
            ("1. no list", "1\\. no list"),
            ("+23.2 %", "+23.2 %"),
            ("<b> & [c]", "\\<b\\> \\& \\[c\\]"),
            ("246.57 – x. y", "246.57 – x. y"),
        ] {
            assert_eq!(escaped(text), expected);
        }
    }
}
