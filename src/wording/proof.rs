//! A finding with its proof, written out.

use super::{Entry, Words, severity_word};

/// Everything there is to say about the finding at `at`.
#[must_use]
pub fn finding(words: Words, at: usize) -> Vec<Entry> {
    let Some(finding) = words.analysis.findings.get(at) else { return Vec::new() };
    let mut entries = vec![
        Entry::new("Finding", finding.sentence.clone()),
        Entry::new("Severity", severity_word(finding.severity)),
        Entry::new("Rule", finding.rule),
    ];
    for (line, step) in finding.proof.iter().enumerate() {
        entries.push(Entry::new(if line == 0 { "Proof" } else { "" }, step.clone()));
    }
    for (line, figure) in finding.figures.iter().enumerate() {
        let text = format!("{}: {}", words.label(*figure), words.value_line(*figure));
        entries.push(Entry { term: if line == 0 { "Speaks of" } else { "" }, text, figure: Some(*figure) });
    }
    entries
}
