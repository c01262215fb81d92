//! A tour as plain text. Every line is complete by itself, for `grep` and for screen readers.

use super::super::text::{aligned, findings};
use super::handout::{Handout, clock};
use super::section::{Section, sections};
use crate::stage::StagedStep;
use crate::wording::publishers;

/// The title of the dataset and its publishers; then for each step its number, title and time, its text, the rows that
/// it shows in the format of [`crate::print::text()`], and the notes. An empty line comes before each step.
pub(super) fn text(handout: &Handout) -> String {
    let mut lines = Vec::new();
    if let Some(app) = handout.app() {
        lines.push(app.words().dataset.title.clone());
        lines.push(publishers(app.words()));
        lines.retain(|line| !line.is_empty());
    }
    lines.push(handout.plan());
    for (at, (step, staged)) in handout.steps.iter().enumerate() {
        let heading = format!("{} of {}: {} ({})", at + 1, handout.len(), step.title, clock(step.planned()));
        lines.extend([String::new(), heading, step.text.clone()]);
        lines.extend(shown(staged));
        lines.extend(handout.notes(step).iter().map(|note| format!("  Note: {note}")));
    }
    lines.join("\n") + "\n"
}

/// The parts that a step shows.
pub(super) fn shown(staged: &StagedStep) -> Vec<String> {
    let words = staged.app.words();
    let mut lines = Vec::new();
    for section in sections(staged) {
        match section {
            Section::Figures { title, rows, below } => {
                lines.extend(title.map(|title| format!("  {title}")));
                lines.extend(indented(aligned(&rows)));
                lines.extend(below.map(|below| format!("    {below}")));
            }
            Section::Findings { title, rows } => {
                lines.push(format!("  {title}"));
                lines.extend(indented(findings(words, rows)));
            }
            Section::Lines { title, lines: said } => {
                lines.push(format!("  {title}"));
                let mut term = "";
                for (own, line) in said {
                    term = if own.is_empty() { term } else { own };
                    lines.push(format!("    {term}: {line}"));
                }
            }
        }
    }
    lines
}

fn indented(lines: Vec<String>) -> impl Iterator<Item = String> {
    lines.into_iter().map(|line| format!("  {line}"))
}
