//! A finding, or a check that passed, with its proof, written out.

use super::{Entry, Heading, Topic, Words, severity_meaning};
use crate::analysis::Figure;

/// Everything there is to say about the finding at `at`, in the numbers that were published.
pub fn entries(words: Words, at: usize) -> Vec<Entry> {
    let words = words.as_published();
    let Some(finding) = words.analysis.findings.get(at) else { return Vec::new() };
    let mut entries = vec![
        Entry {
            brief: consequence(&words.sentences(finding)),
            ..Entry::new(Heading::Finding, words.sentence(finding))
        },
        Entry::new(Heading::Severity, severity_meaning(finding.severity)),
        Entry::new(Heading::Rule, finding.rule.code()),
    ];
    entries.extend(argument(words, words.proof(finding), &finding.figures));
    entries
}

/// The part of a finding's sentence that a shorter one, which its row shows, does not say.
fn consequence(sentences: &[String]) -> Option<String> {
    let (longest, shorter) = sentences.split_first()?;
    let rest = shorter.iter().find_map(|shorter| longest.strip_prefix(shorter.as_str()))?;
    rest.strip_prefix(": ").map(str::to_owned)
}

/// Everything there is to say about the check that passed at `at`, in the numbers that were published.
pub fn passed_entries(words: Words, at: usize) -> Vec<Entry> {
    let words = words.as_published();
    let Some(passed) = words.analysis.passed.get(at) else { return Vec::new() };
    let mut entries = vec![
        Entry::new(Heading::Passed, words.passed_sentence(passed)),
        Entry::new(Heading::Rule, passed.rule.code()),
    ];
    entries.extend(argument(words, words.passed_proof(passed), &passed.figures));
    entries
}

/// The lines of a proof, then the figures that it speaks of.
fn argument<'w>(
    words: Words<'w>,
    proof: Vec<String>,
    figures: &'w [Figure],
) -> impl Iterator<Item = Entry> + 'w {
    let proof = Entry::list(Heading::Proof, proof.into_iter().map(|line| (line, None)));
    let figures = figures.iter().map(move |figure| (words.line(*figure), Some(Topic::Figure(*figure))));
    proof.chain(Entry::list(Heading::FiguresInvolved, figures))
}
