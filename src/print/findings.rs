//! The findings of the checks as text.

use crate::wording::{CheckSummary, Words, severity_word};

/// One line per finding with severity and rule, its proof below it; finally, a summary that counts figures, checks and
/// findings, and the unconfirmed rows of a draft.
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
    if let Some(sentence) = unconfirmed(words) {
        say(&[&sentence]);
    }
    shown
}

/// How many rows of a draft are unconfirmed; `None` if the dataset is not a draft.
fn unconfirmed(words: Words) -> Option<String> {
    let rows = &words.dataset.observations;
    let open = rows.iter().filter(|row| row.unconfirmed.is_some()).count();
    match (open, rows.len()) {
        (0, _) => None,
        (1, 1) => Some("The only row is unconfirmed.".to_owned()),
        (open, all) if open == all => Some(format!("All {all} rows are unconfirmed.")),
        (1, all) => Some(format!("1 of these {all} rows is unconfirmed.")),
        (open, all) => Some(format!("{open} of these {all} rows are unconfirmed.")),
    }
}
