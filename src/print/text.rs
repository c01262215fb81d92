//! Plain aligned text, pane after pane, that can be read line by line: every line says all of itself.

use unicode_width::UnicodeWidthStr;

use super::Sheet;
use super::row::{Row, elsewhere, held, reference};
use crate::analysis::Figure;
use crate::dataset::PaneKind;
use crate::wording::{Words, publishers};

/// The title and who published; then pane by pane a line a figure with label, number, status and remarks, period and
/// source; under the checks each finding with its proof. Last, of all panes, what is derived and stands on none.
///
/// There is no box art, no colour and no column heading; an empty line stands before each pane.
#[must_use]
pub fn text(sheet: Sheet) -> String {
    let words = sheet.words();
    let mut lines = vec![words.dataset.title.clone()];
    let source = publishers(words);
    if !source.is_empty() {
        lines.push(source);
    }
    for (pane, rows) in sheet.panes() {
        let note = pane.note.as_ref().map_or(String::new(), |note| format!(" ({note})"));
        lines.extend([String::new(), format!("{}{note}", pane.title)]);
        match pane.kind {
            PaneKind::Headline | PaneKind::Ranking | PaneKind::Listing => {
                let rows = rows.iter().filter_map(|row| row.figure());
                lines.extend(aligned(&rows.map(|figure| Row::of(words, figure)).collect::<Vec<_>>()));
            }
            PaneKind::Reconciliation => lines.extend(findings(words, &sheet.findings())),
        }
        lines.extend(pane.reference.map(|at| format!("  {}", reference(words, at))));
    }
    let elsewhere = elsewhere(sheet);
    if !elsewhere.is_empty() {
        lines.extend([
            String::new(),
            "Derived figures (printed by nobody; they follow from those above)".into(),
        ]);
        lines.extend(derived(words, &elsewhere));
    }
    lines.join("\n") + "\n"
}

fn derived(words: Words, figures: &[Figure]) -> Vec<String> {
    aligned(&figures.iter().map(|figure| Row::alone(words, *figure)).collect::<Vec<_>>())
}

/// What was found, each with its proof under it, and how many checks held.
fn findings(words: Words, findings: &[usize]) -> Vec<String> {
    let mut lines = Vec::new();
    for finding in findings.iter().filter_map(|at| words.analysis.findings.get(*at)) {
        lines.push(format!("  {}: {}", finding.severity.word(), finding.sentence));
        lines.extend(finding.proof.iter().map(|line| format!("    {line}")));
    }
    if findings.is_empty() {
        lines.push("  nothing found".to_owned());
    }
    lines.push(format!("  {}", held(words)));
    lines
}

/// Rows with their labels, decimal points and remarks under each other.
fn aligned(rows: &[Row]) -> Vec<String> {
    let width = |part: fn(&Row) -> &str| rows.iter().map(|row| part(row).width()).max().unwrap_or(0);
    let widths =
        [width(|row| &row.label), width(|row| &row.whole), width(|row| &row.rest), width(|row| &row.remarks)];
    rows.iter().map(|row| line(row, widths)).collect()
}

fn line(row: &Row, [label, whole, rest, remarks]: [usize; 4]) -> String {
    let pad = |text: &str, width: usize| " ".repeat(width.saturating_sub(text.width()));
    let gap = if remarks > 0 { "  " } else { "" };
    let line = format!(
        "  {}{}  {}{}{}{}{gap}{}{}  {}, {}",
        row.label,
        pad(&row.label, label),
        pad(&row.whole, whole),
        row.whole,
        row.rest,
        pad(&row.rest, rest),
        row.remarks,
        pad(&row.remarks, remarks),
        row.period,
        row.source,
    );
    line.trim_end().to_owned()
}
