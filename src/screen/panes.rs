//! One file a kind of pane.

pub mod listing;
pub mod ranking;
pub mod reconciliation;

use crate::analysis::Severity;
use crate::dashboard::App;
use crate::dataset::PaneKind;
use crate::wording::severity_word;

/// What a title says of the number of its rows: how many contradictions, how many checks hold.
pub fn count(app: &App, pane: usize) -> String {
    if app.panes().get(pane).is_none_or(|pane| pane.kind != PaneKind::Reconciliation) {
        return String::new();
    }
    let findings = &app.words().analysis.findings;
    let of = |severity| findings.iter().filter(|finding| finding.severity == severity).count();
    let counted = |severity: Severity| match of(severity) {
        0 => None,
        1 => Some(format!("1 {}", severity_word(severity))),
        more => Some(format!("{more} {}s", severity_word(severity))),
    };
    let mut parts: Vec<String> =
        [Severity::Contradiction, Severity::Doubt, Severity::Note].into_iter().filter_map(counted).collect();
    let held = app.words().analysis.held_count;
    if parts.is_empty() {
        parts.push("nothing found".to_owned());
    }
    parts.extend((held > 0).then(|| format!("{held} hold")));
    format!(" · {}", parts.join(", "))
}
