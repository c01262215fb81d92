//! A finding with its proof, written out.

use super::{Entry, Heading, Topic, Words, severity_meaning};

/// Everything there is to say about the finding at `at`, in the numbers that were published.
pub fn entries(words: Words, at: usize) -> Vec<Entry> {
    let words = words.as_published();
    let Some(finding) = words.analysis.findings.get(at) else { return Vec::new() };
    let mut entries = vec![
        Entry::new(Heading::Finding, words.sentence(finding)),
        Entry::new(Heading::Severity, severity_meaning(finding.severity)),
        Entry::new(Heading::Rule, finding.rule.code()),
    ];
    let proof = words.proof(finding).into_iter().map(|line| (line, None));
    entries.extend(Entry::list(Heading::Proof, proof));
    let figures = finding.figures.iter().map(|figure| (words.line(*figure), Some(Topic::Figure(*figure))));
    entries.extend(Entry::list(Heading::SpeaksOf, figures));
    entries
}
