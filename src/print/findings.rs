//! The findings of the checks as text.

use super::row::held;
use crate::wording::{Words, severity_word};

/// One line per finding with severity and rule, its proof under it; last, the number of checks that held.
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
    say(&[&held(words)]);
    shown
}
