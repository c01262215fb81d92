//! Sums up how much was checked, and what was found.

use super::Words;
use crate::analysis::{AllListed, Claim, Severity};

/// Counts of figures, checks and findings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CheckSummary {
    /// Published figures, those without a number included.
    pub figures: usize,
    /// Those without a number: missing, or named only.
    pub without_number: usize,
    /// Checks that were tried and passed.
    pub passed: usize,
    /// Findings that cannot be true, whatever the rounding.
    pub contradictions: usize,
    /// Findings that are true only under an assumption.
    pub doubts: usize,
    /// Findings worth knowing.
    pub notes: usize,
}

impl CheckSummary {
    /// Counts what was checked and found, including findings that are not listed.
    #[must_use]
    pub fn new(words: Words) -> Self {
        let rows = &words.dataset.observations;
        let mut summary = Self {
            figures: rows.len(),
            without_number: rows.iter().filter(|row| row.value.is_none()).count(),
            passed: words.analysis.passed_count,
            contradictions: 0,
            doubts: 0,
            notes: 0,
        };
        for finding in &words.analysis.findings {
            if let Claim::AllListed(AllListed { severity, left_out }) = finding.claim {
                *summary.count(severity) += left_out;
            } else {
                *summary.count(finding.severity) += 1;
            }
        }
        summary
    }

    fn count(&mut self, severity: Severity) -> &mut usize {
        match severity {
            Severity::Contradiction => &mut self.contradictions,
            Severity::Doubt => &mut self.doubts,
            Severity::Note => &mut self.notes,
        }
    }

    /// Checks that were tried: those that passed and those that found something.
    #[must_use]
    pub fn checks(self) -> usize {
        self.passed + self.contradictions + self.doubts + self.notes
    }

    /// Two plain sentences that count figures, checks and findings.
    #[must_use]
    pub fn sentence(self) -> String {
        let figures = counted(self.figures, ["no figures", "1 figure", "figures"]);
        let tried = match self.checks() {
            0 => return format!("No check could be tried on {figures}."),
            1 => "1 check was tried".to_owned(),
            more => format!("{more} checks were tried"),
        };
        let contradictions =
            counted(self.contradictions, ["no contradictions", "1 contradiction", "contradictions"]);
        let doubts = counted(self.doubts, ["no doubts", "1 doubt", "doubts"]);
        let notes = counted(self.notes, ["no notes", "1 note", "notes"]);
        let passed = self.passed;
        format!("{tried} on {figures}: {passed} passed. Found: {contradictions}, {doubts} and {notes}.")
    }
}

/// A count with its noun, which has three forms: for none, for one and for several.
fn counted(count: usize, [none, one, several]: [&str; 3]) -> String {
    match count {
        0 => none.to_owned(),
        1 => one.to_owned(),
        _ => format!("{count} {several}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_count_has_its_noun() {
        let none =
            CheckSummary { figures: 0, without_number: 0, passed: 0, contradictions: 0, doubts: 0, notes: 0 };
        let one = CheckSummary { figures: 1, passed: 1, ..none };
        let all = CheckSummary { figures: 90, passed: 7, contradictions: 1, doubts: 2, notes: 3, ..none };
        for (summary, sentence) in [
            (none, "No check could be tried on no figures."),
            (
                one,
                "1 check was tried on 1 figure: 1 passed. Found: no contradictions, no doubts and no notes.",
            ),
            (
                all,
                "13 checks were tried on 90 figures: 7 passed. Found: 1 contradiction, 2 doubts and 3 notes.",
            ),
        ] {
            assert_eq!(summary.sentence(), sentence);
        }
    }
}
