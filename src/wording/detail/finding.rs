//! Everything that is known about a finding or a passed check, with its proof.
//!
//! Its sentence is made in `claim/`, in the file of what is claimed.

use super::super::{Entry, Heading, Topic, Words, severity_meaning};
use super::could_be::involved;
use crate::analysis::Figure;

/// All entries about the finding at index `at`, with numbers as published.
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

/// The part of the fullest sentence that the shortest one leaves out.
fn consequence(sentences: &[String]) -> Option<String> {
    let (longest, shorter) = sentences.split_first()?;
    let rest = shorter.iter().find_map(|shorter| longest.strip_prefix(shorter.as_str()))?;
    rest.strip_prefix(": ").map(str::to_owned)
}

/// All entries about the passed check at index `at`, with numbers as published.
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

/// The lines of a proof, then the figures that it uses, with what rounding leaves open: the proof rests on these ranges.
fn argument<'w>(
    words: Words<'w>,
    proof: Vec<String>,
    figures: &'w [Figure],
) -> impl Iterator<Item = Entry> + 'w {
    let proof = Entry::list(Heading::Proof, proof.into_iter().map(|line| (line, None)));
    let figures = figures.iter().map(move |figure| (involved(words, *figure), Some(Topic::Figure(*figure))));
    proof.chain(Entry::list(Heading::FiguresInvolved, figures))
}
