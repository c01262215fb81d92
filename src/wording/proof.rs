//! A finding with its proof, written out.

use super::{Entry, Topic, Words, severity_word};

/// Everything there is to say about the finding at `at`, in the numbers that were published.
pub fn entries(words: Words, at: usize) -> Vec<Entry> {
    let words = words.as_published();
    let Some(finding) = words.analysis.findings.get(at) else { return Vec::new() };
    let mut entries = vec![
        Entry::new("Finding", finding.sentence.clone()),
        Entry::new("Severity", severity_word(finding.severity)),
        Entry::new("Formula", finding.rule),
    ];
    for (line, step) in finding.proof.iter().enumerate() {
        entries.push(Entry::new(if line == 0 { "Proof" } else { "" }, step.clone()));
    }
    let figures = finding.figures.iter().map(|figure| (words.line(*figure), Topic::Figure(*figure)));
    entries.extend(Entry::list("Speaks of", figures));
    entries
}
