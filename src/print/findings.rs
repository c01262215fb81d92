//! The findings of the checks as text.

use crate::wording::{CheckSummary, Words, severity_word};

/// One line per finding with severity and rule, its proof below it; last, a summary that counts figures, checks and
/// findings.
#[must_use]
pub fn findings_text(words: Words) -> String {
    let mut shown = String::new();
    let mut say = |line: &[&str]| shown.extend(line.iter().copied().chain(["\n"]));
    for finding in &words.analysis.findings {
        let (severity, rule) = (severity_word(finding.severity), finding.rule.code());
        say(&[severity, ": ", &words.sentence(finding), " [", rule, "]"]);
        for line in words.proof(finding) {
            say(&["    ", &line]);
        }
    }
    say(&[&CheckSummary::new(words).sentence()]);
    shown
}
