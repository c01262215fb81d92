//! Markdown for a report, with the tables of GitHub Flavored Markdown.

use super::Selection;
use super::picture::picture_lines;
use super::row::{FigureRow, elsewhere, passed_count, reference};
use crate::analysis::{Figure, Finding};
use crate::wording::{Topic, Words, publishers, severity_word};

/// The title and the publishers; then one table per pane, under its title, with the columns Figure, Value, Period,
/// Status, Source and Verdict; the findings as a list with their pictures and proofs. If all panes are printed, a table
/// of the derived figures that are on none comes last.
///
/// Text from the dataset is escaped, so that none of it is read as markup.
#[must_use]
pub fn markdown(selection: Selection) -> String {
    let words = selection.words();
    let mut parts = vec![format!("# {}", escaped(&words.dataset.title))];
    let source = publishers(words);
    if !source.is_empty() {
        parts.push(escaped(&source));
    }
    for (pane, rows) in selection.panes() {
        parts.push(format!("## {}", escaped(&pane.title)));
        parts.extend(pane.note.as_deref().map(escaped));
        if pane.kind.has_findings() {
            parts.extend(findings(words, rows));
        } else {
            let rows = rows.iter().filter_map(|row| row.figure());
            parts.push(table("Period", rows.map(|figure| FigureRow::new(words, figure))));
        }
        parts.extend(pane.reference.map(|at| escaped(&reference(words, at))));
    }
    let elsewhere = elsewhere(selection);
    if !elsewhere.is_empty() {
        parts.push("## Derived figures".to_owned());
        parts.push("Not published; calculated from the figures above.".to_owned());
        parts.push(derived(words, &elsewhere));
    }
    parts.join("\n\n") + "\n"
}

fn derived(words: Words, figures: &[Figure]) -> String {
    table("About", figures.iter().map(|figure| FigureRow::standalone(words, *figure)))
}

pub(super) fn table(period: &str, rows: impl Iterator<Item = FigureRow>) -> String {
    let mut lines = vec![
        format!("| Figure | Value | {period} | Status | Source | Verdict |"),
        "| --- | ---: | --- | --- | --- | --- |".into(),
    ];
    lines.extend(rows.map(|row| {
        let cells = [&row.label, &row.value(), &row.period, &row.remarks, &row.source, &row.verdict];
        let cells = cells.map(|cell| escaped(cell));
        format!("| {} |", cells.join(" | "))
    }));
    lines.join("\n")
}

/// A list of the findings, each with its picture and the steps of its proof as a nested list, and the number of passed
/// checks.
pub(super) fn findings(words: Words, rows: &[Topic]) -> Vec<String> {
    let found = rows.iter().filter_map(|row| words.analysis.findings.get(row.finding()?));
    let list: Vec<String> = found.map(|finding| item(words, finding)).collect();
    let list = if list.is_empty() { "Nothing found.".to_owned() } else { list.join("\n") };
    vec![list, format!("{}.", passed_count(words))]
}

fn item(words: Words, finding: &Finding) -> String {
    let mut lines =
        vec![format!("- **{}**: {}", severity_word(finding.severity), escaped(&words.sentence(finding)))];
    lines.extend(words.picture(finding).iter().flat_map(|picture| fenced(&picture_lines(picture))));
    lines.extend(words.proof_steps(finding).iter().map(|line| format!("  - {}", escaped(line))));
    lines.join("\n")
}

/// Lines in a fenced block inside a list item; the fence is longer than any run of backticks in them.
fn fenced(lines: &[String]) -> Vec<String> {
    let runs = lines.iter().flat_map(|line| line.split(|c| c != '`')).map(str::len);
    let fence = "`".repeat(runs.max().map_or(3, |longest| (longest + 1).max(3)));
    let start = format!("  {fence}text");
    let lines = lines.iter().map(|line| format!("  {line}"));
    std::iter::once(start).chain(lines).chain([format!("  {fence}")]).collect()
}

/// Puts a backslash before every character that Markdown or HTML could read as markup, and trims blanks at both ends:
/// four at the start would turn the text into code, two at the end into a line break.
pub(super) fn escaped(text: &str) -> String {
    let text = text.trim_matches(' ');
    let first = text.split(' ').next().unwrap_or_default();
    let number = first.strip_suffix(['.', ')']).unwrap_or_default();
    let is_marker = !first.is_empty()
        && (first.bytes().all(|byte| b"+-=".contains(&byte))
            || !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()));
    let mut shown = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        let special = match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '&' | '$' | '@' | '#' => true,
            // These start a list or a rule at the beginning of a line.
            '+' | '-' | '=' | '.' | ')' => is_marker && at + 1 == first.len(),
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
            ("## no heading", "\\#\\# no heading"),
            ("HS 27 #", "HS 27 \\#"),
            ("  ## no heading", "\\#\\# no heading"),
            (" - no list", "\\- no list"),
            ("   12) no list ", "12\\) no list"),
            ("     no code", "no code"),
            ("  ***", "\\*\\*\\*"),
            (" ", ""),
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
