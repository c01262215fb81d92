//! What the checks found, as text.

use crate::analysis::Finding;
use crate::wording::Words;

/// A line a finding with its severity and rule, its proof under it; last, how many checks held.
#[must_use]
pub fn findings_text(words: Words) -> String {
    let mut shown = String::new();
    for Finding { severity, rule, sentence, proof, .. } in &words.analysis.findings {
        shown = format!("{shown}{}: {sentence} [{rule}]\n", severity.word());
        for line in proof {
            shown = format!("{shown}    {line}\n");
        }
    }
    let held = words.analysis.held_count;
    format!("{shown}{held} {} held\n", if held == 1 { "check" } else { "checks" })
}
