//! The findings, the gravest first, then some of the claims that hold.

use super::PaneRules;
use crate::analysis::Severity;
use crate::dataset::Pane;
use crate::wording::{Topic, Words, counted};

/// The number of passed checks that are listed if other panes need the space.
const MOST_PASSED: usize = 4;

pub struct Rules;

impl PaneRules for Rules {
    fn rows(&self, words: Words, _pane: &Pane) -> Vec<Topic> {
        let found = (0..words.analysis.findings.len()).map(Topic::Finding);
        found.chain((0..words.analysis.passed.len()).map(Topic::Passed)).collect()
    }

    fn hint(&self) -> [&'static str; 2] {
        ["What cannot be true, then what holds; Enter: the proof", "Enter: the proof"]
    }

    /// Findings are always sorted by severity.
    fn is_sortable(&self) -> bool {
        false
    }

    /// ` · 1 contradiction, 2 notes, 14 passed`
    fn count(&self, words: Words) -> String {
        if words.analysis.is_pending {
            return " · under way".to_owned();
        }
        let findings = &words.analysis.findings;
        let all = [Severity::Contradiction, Severity::Doubt, Severity::Note];
        let found = all.map(|severity| {
            (severity, findings.iter().filter(|finding| finding.severity == severity).count())
        });
        let mut parts: Vec<String> = found
            .into_iter()
            .filter(|(_, count)| *count > 0)
            .map(|(severity, count)| counted(severity, count))
            .collect();
        if parts.is_empty() {
            parts.push("nothing found".to_owned());
        }
        let passed = words.analysis.passed_count;
        parts.extend((passed > 0).then(|| format!("{passed} passed")));
        format!(" · {}", parts.join(", "))
    }

    fn wanted(&self, words: Words, _rows: usize) -> usize {
        words.analysis.findings.len() + words.analysis.passed.len().min(MOST_PASSED)
    }
}
