//! A draft as text, and the findings about its article.

use std::io::{self, Write};
use std::ops::Range;
use std::path::Path;

use serde::Serialize;
use unicode_width::UnicodeWidthStr;

use super::github::text_finding_github;
use super::json::{FindingRecord, write_json};
use crate::analysis::Finding;
use crate::dataset::{Code, Period};
use crate::draft::{CheckedDraft, Draft, Proposal};
use crate::formats::Position;
use crate::review::reason_words;
use crate::text::harmless::harmless;
use crate::wording::{CheckSummary, Words, severity_word};

/// One line per row: its words, the number, the trade, the periods, and what its sentence does not state. Then the
/// figures that are not rows, with the reason.
#[must_use]
pub fn draft_text(draft: &Draft) -> String {
    let mut lines = vec![draft.title.clone()];
    for row in &draft.rows {
        lines.push(format!(
            "  ¶{} \"{}\"  {}  [{}]",
            row.paragraph,
            one_line(draft.as_printed(&row.range)),
            trade(row),
            row.unconfirmed()
        ));
    }
    if !draft.unexpressed.is_empty() {
        lines.extend([String::new(), "Figures that are no rows:".to_owned()]);
    }
    for figure in &draft.unexpressed {
        let words = one_line(draft.as_printed(&figure.range));
        lines.push(format!(
            "  {} \"{words}\"  {}",
            Draft::locator(figure.paragraph),
            reason_words(figure.reason)
        ));
    }
    let aside: usize = draft.collisions().iter().map(Vec::len).sum();
    let proposed = counted(draft.rows.len(), "row");
    lines.push(match aside {
        0 => format!("{proposed} proposed."),
        _ => format!("{proposed} proposed, {aside} of which cannot be told apart."),
    });
    in_lines(&lines)
}

fn trade(row: &Proposal) -> String {
    let period = row.period.value.map_or("undated".to_owned(), |period| period.to_string());
    let base = row
        .base
        .value
        .filter(|_| row.measure.has_base())
        .map_or(String::new(), |base: Period| format!(" against {base}"));
    let product = row.product.value.as_deref().map_or(String::new(), |product| format!(" {product}"));
    let transport = row.transport.value.map_or(String::new(), |mode| format!(" {}", mode.code()));
    format!(
        "{} {} {}: {}{product}{transport}, {} with {}, {period}{base}",
        row.measure.code(),
        row.value,
        row.unit.scaled(row.multiplier),
        row.flow.value.code(),
        row.reporter.value,
        row.partner.value,
    )
}

fn counted(count: usize, noun: &str) -> String {
    if count == 1 { format!("1 {noun}") } else { format!("{count} {noun}s") }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The summary of a report: how much was read, and what was not checked.
fn closing(draft: &Draft, checked: &CheckedDraft) -> Vec<String> {
    let mut lines = Vec::new();
    if checked.set_aside > 0 {
        lines.push(format!("{} could not be told apart; not checked.", counted(checked.set_aside, "row")));
    }
    if checked.unreported > 0 {
        let rests = if checked.unreported == 1 { "it rests" } else { "they rest" };
        let findings = counted(checked.unreported, "finding");
        lines.push(format!("{findings} left out, since {rests} on what no words say."));
    }
    if !checked.analysis.findings.is_empty() {
        lines.push("Nobody confirmed these rows: horgos draft shows where each comes from.".to_owned());
    } else if draft.rows.is_empty() {
        lines.push("No figure of trade was read: this text is beyond the rules.".to_owned());
    }
    lines.push(CheckSummary::new(Words::new(&checked.dataset, &checked.analysis)).sentence());
    lines
}

/// The reportable findings, each with its proof and the lines of the text, with the figures underlined.
#[must_use]
pub fn article_findings_text(draft: &Draft, checked: &CheckedDraft) -> String {
    let words = Words::new(&checked.dataset, &checked.analysis);
    let mut lines = Vec::new();
    for finding in &checked.analysis.findings {
        let severity = severity_word(finding.severity);
        lines.push(format!(
            "{severity}, of unconfirmed rows: {} [{}]",
            words.sentence(finding),
            finding.rule.code()
        ));
        lines.extend(words.proof(finding).iter().map(|line| format!("    {line}")));
        for row in checked.rows(draft, finding) {
            let (before, figure, behind) = excerpt(draft, row);
            let indent = format!("    ¶{} ", row.paragraph);
            lines.push(format!("{indent}{before}{figure}{behind}"));
            lines.push(format!(
                "{}{}",
                " ".repeat(indent.width() + before.width()),
                "~".repeat(figure.width())
            ));
        }
    }
    lines.extend(closing(draft, checked));
    in_lines(&lines)
}

/// Lines of foreign text, with everything removed that a terminal would obey.
fn in_lines(lines: &[String]) -> String {
    lines.iter().map(|line| harmless(line)).collect::<Vec<_>>().join("\n") + "\n"
}

/// A figure with some words of its line around it.
fn excerpt(draft: &Draft, row: &Proposal) -> (String, String, String) {
    const AROUND: usize = 48;
    let text = &draft.text;
    let start = text[..row.range.start].rfind('\n').map_or(0, |at| at + 1);
    let end = text[row.range.end..].find('\n').map_or(text.len(), |at| row.range.end + at);
    // Tabs have no fixed width, so they would shift the underline.
    let letters = |range: Range<usize>| -> Vec<char> {
        text[range].chars().map(|c| if c == '\t' { ' ' } else { c }).collect()
    };
    let (before, behind) = (letters(start..row.range.start), letters(row.range.end..end));
    let cut = before.len().saturating_sub(AROUND);
    let mark = if cut > 0 { "…" } else { "" };
    let rest = if behind.len() > AROUND { "…" } else { "" };
    (
        format!("{mark}{}", before[cut..].iter().collect::<String>()),
        one_line(draft.as_printed(&row.range)),
        format!("{}{rest}", behind.iter().take(AROUND).collect::<String>()),
    )
}

#[derive(Serialize)]
struct ArticleFinding<'a> {
    #[serde(flatten)]
    finding: FindingRecord<'a>,
    unconfirmed: bool,
    quotes: Vec<Quote<'a>>,
}

#[derive(Serialize)]
struct Quote<'a> {
    id: &'a str,
    paragraph: usize,
    as_printed: &'a str,
    line: u32,
    column: u32,
}

/// Writes `{"findings": […]}` with the places of the figures in the text, and what was not checked.
///
/// # Errors
///
/// Those of `out`.
pub fn article_findings_json(draft: &Draft, checked: &CheckedDraft, out: impl Write) -> io::Result<()> {
    #[derive(Serialize)]
    struct DraftReport<'a> {
        findings: Vec<ArticleFinding<'a>>,
        rows: usize,
        set_aside: usize,
        unreported: usize,
    }
    let words = Words::new(&checked.dataset, &checked.analysis);
    let record = |(at, finding): (usize, &Finding)| {
        let quotes = checked.rows(draft, finding).into_iter().map(|row| quote(draft, row)).collect();
        Some(ArticleFinding { finding: FindingRecord::new(words, at)?, unconfirmed: true, quotes })
    };
    let findings = checked.analysis.findings.iter().enumerate().filter_map(record).collect();
    let (rows, set_aside, unreported) = (draft.rows.len(), checked.set_aside, checked.unreported);
    write_json(&DraftReport { findings, rows, set_aside, unreported }, out)
}

fn quote<'a>(draft: &'a Draft, row: &'a Proposal) -> Quote<'a> {
    let Position { line, column } = position(draft, row);
    Quote { id: &row.id, paragraph: row.paragraph, as_printed: draft.as_printed(&row.range), line, column }
}

/// Line and column of a figure in the text that was read, both from 1.
fn position(draft: &Draft, row: &Proposal) -> Position {
    let before = &draft.text[..row.range.start];
    let count = |count: usize| u32::try_from(count + 1).unwrap_or(u32::MAX);
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count();
    Position { line: count(before.matches('\n').count()), column: count(column) }
}

/// Annotations at the first figure of each finding; `file` is the article.
#[must_use]
pub fn article_findings_github(draft: &Draft, checked: &CheckedDraft, file: Option<&Path>) -> String {
    let words = Words::new(&checked.dataset, &checked.analysis);
    let mut lines = Vec::new();
    for finding in &checked.analysis.findings {
        let rows = checked.rows(draft, finding);
        let mut message = vec![format!("of unconfirmed rows: {}", words.sentence(finding))];
        message.extend(words.proof(finding));
        message.extend(rows.iter().map(|row| {
            format!("{} \"{}\"", Draft::locator(row.paragraph), one_line(draft.as_printed(&row.range)))
        }));
        let position = rows.first().map(|row| position(draft, row));
        lines.push(text_finding_github(finding, file, position, &message.join("\n")));
    }
    lines.extend(closing(draft, checked));
    in_lines(&lines)
}
