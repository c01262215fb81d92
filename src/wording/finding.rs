//! A finding with its proof, written out.

use super::{Entry, Topic, Words, severity_meaning};

/// Everything there is to say about the finding at `at`, in the numbers that were published.
pub fn entries(words: Words, at: usize) -> Vec<Entry> {
    let words = words.as_published();
    let Some(finding) = words.analysis.findings.get(at) else { return Vec::new() };
    let mut entries = vec![
        Entry::new("Finding", words.sentence(finding)),
        Entry::new("Severity", severity_meaning(finding.severity)),
        Entry::new("Rule", finding.rule.code()),
    ];
    for (at, line) in words.proof(finding).into_iter().enumerate() {
        entries.push(Entry::new(if at == 0 { "Proof" } else { "" }, line));
    }
    let figures = finding.figures.iter().map(|figure| (words.line(*figure), Topic::Figure(*figure)));
    entries.extend(Entry::list("Speaks of", figures));
    entries
}
