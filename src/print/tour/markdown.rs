//! A tour as Markdown: a heading per step, GitHub tables, notes as quotes.

use super::super::markdown::{escaped, findings, table};
use super::handout::{Handout, clock};
use super::section::{Section, sections};
use crate::wording::publishers;

/// The title of the dataset and its publishers; then for each step its title, text, rows and notes. Text from the
/// dataset is escaped, so that none of it is read as markup.
pub(super) fn markdown(handout: &Handout) -> String {
    let mut parts = Vec::new();
    if let Some(app) = handout.app() {
        parts.push(format!("# {}", escaped(&app.words().dataset.title)));
        parts.push(escaped(&publishers(app.words())));
        parts.retain(|part| !part.is_empty());
    }
    parts.push(format!("{}.", handout.plan()));
    for (at, (step, staged)) in handout.steps.iter().enumerate() {
        parts.push(format!("## {}. {}", at + 1, escaped(&step.title)));
        parts.push(escaped(&step.text));
        let words = staged.app.words();
        for section in sections(staged) {
            match section {
                Section::Figures { title, rows, below } => {
                    parts.extend(title.map(|title| format!("### {}", escaped(&title))));
                    parts.push(table("Period", rows.into_iter()));
                    parts.extend(below.map(|below| escaped(&below)));
                }
                Section::Findings { title, rows } => {
                    parts.push(format!("### {}", escaped(&title)));
                    parts.extend(findings(words, rows));
                }
                Section::Lines { title, lines } => {
                    parts.push(format!("### {}", escaped(&title)));
                    parts.push(list(&lines));
                }
            }
        }
        let notes = handout.notes(step);
        if !notes.is_empty() {
            let quoted: Vec<String> = notes.iter().map(|note| format!("> {}", escaped(note))).collect();
            parts.push(quoted.join("\n>\n"));
        }
        parts.push(format!("{} of {}, {}", at + 1, handout.len(), clock(step.planned())));
    }
    parts.join("\n\n") + "\n"
}

fn list(lines: &[(&str, String)]) -> String {
    let item = |(term, line): &(&str, String)| match *term {
        "" => format!("- {}", escaped(line)),
        term => format!("- **{term}**: {}", escaped(line)),
    };
    lines.iter().map(item).collect::<Vec<_>>().join("\n")
}
