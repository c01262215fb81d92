//! Plain aligned text, pane after pane. Every line is complete by itself, for `grep` and for screen readers.

use unicode_width::UnicodeWidthStr;

use super::Selection;
use super::row::{FigureRow, elsewhere, passed_count, reference};
use crate::analysis::Figure;
use crate::wording::{Topic, Words, publishers, severity_word};

/// The title and the publishers; then, pane by pane, one line per figure with label, number, remarks, period and
/// source, with its verdict below it, and each finding with its proof. If all panes are printed, the derived figures
/// that are on none come last.
///
/// There are no box characters, colours or column headings; an empty line comes before each pane.
#[must_use]
pub fn text(selection: Selection) -> String {
    let words = selection.words();
    let mut lines = vec![words.dataset.title.clone()];
    let source = publishers(words);
    if !source.is_empty() {
        lines.push(source);
    }
    for (pane, rows) in selection.panes() {
        let note = pane.note.as_ref().map_or(String::new(), |note| format!(" ({note})"));
        lines.extend([String::new(), format!("{}{note}", pane.title)]);
        if pane.kind.has_findings() {
            lines.extend(findings(words, rows));
        } else {
            let rows = rows.iter().filter_map(|row| row.figure());
            lines.extend(aligned(&rows.map(|figure| FigureRow::new(words, figure)).collect::<Vec<_>>()));
        }
        lines.extend(pane.reference.map(|at| format!("  {}", reference(words, at))));
    }
    let elsewhere = elsewhere(selection);
    if !elsewhere.is_empty() {
        lines.extend([
            String::new(),
            "Derived figures (not published; calculated from the figures above)".into(),
        ]);
        lines.extend(derived(words, &elsewhere));
    }
    lines.join("\n") + "\n"
}

fn derived(words: Words, figures: &[Figure]) -> Vec<String> {
    aligned(&figures.iter().map(|figure| FigureRow::standalone(words, *figure)).collect::<Vec<_>>())
}

/// Each finding with its proof below it, and the number of passed checks.
pub(super) fn findings(words: Words, rows: &[Topic]) -> Vec<String> {
    let mut lines = Vec::new();
    for finding in rows.iter().filter_map(|row| words.analysis.findings.get(row.finding()?)) {
        lines.push(format!("  {}: {}", severity_word(finding.severity), words.sentence(finding)));
        lines.extend(words.proof(finding).iter().map(|line| format!("    {line}")));
    }
    if lines.is_empty() {
        lines.push("  nothing found".to_owned());
    }
    lines.push(format!("  {}", passed_count(words)));
    lines
}

/// Rows with labels, decimal points and remarks aligned, each with its verdict below it.
pub(super) fn aligned(rows: &[FigureRow]) -> Vec<String> {
    let width = |part: fn(&FigureRow) -> &str| rows.iter().map(|row| part(row).width()).max().unwrap_or(0);
    let widths =
        [width(|row| &row.label), width(|row| &row.whole), width(|row| &row.rest), width(|row| &row.remarks)];
    rows.iter().flat_map(|row| [line(row, widths), format!("    {}", row.verdict)]).collect()
}

fn line(row: &FigureRow, [label, whole, rest, remarks]: [usize; 4]) -> String {
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
