//! The findings of the checks as text.

use super::row::held;
use crate::analysis::Finding;
use crate::wording::Words;

/// One line per finding with severity and rule, its proof under it; last, the number of checks that held.
#[must_use]
pub fn findings_text(words: Words) -> String {
    let mut shown = String::new();
    let mut say = |line: &[&str]| shown.extend(line.iter().copied().chain(["\n"]));
    for Finding { severity, rule, sentence, proof, .. } in &words.analysis.findings {
        say(&[severity.word(), ": ", sentence, " [", rule, "]"]);
        for line in proof {
            say(&["    ", line]);
        }
    }
    say(&[&held(words)]);
    shown
}
