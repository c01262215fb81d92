//! What the checks found, as text and as JSON.

use serde_json::json;

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

/// `{"findings": [{"severity", "rule", "ids", "sentence", "proof"}]}`, the ids being those of every figure that the
/// proof uses.
#[must_use]
pub fn findings_json(words: Words) -> String {
    let finding = |finding: &Finding| {
        let ids: Vec<_> = finding.figures.iter().map(|figure| words.id(*figure)).collect();
        json!({
            "severity": finding.severity.word(),
            "rule": finding.rule,
            "ids": ids,
            "sentence": finding.sentence,
            "proof": finding.proof,
        })
    };
    let findings: Vec<_> = words.analysis.findings.iter().map(finding).collect();
    format!("{:#}\n", json!({ "findings": findings }))
}
