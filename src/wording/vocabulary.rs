//! One word for one thing: flows, modes, severities, statuses.

use crate::analysis::Severity;
use crate::dataset::{Flow, Status, Transport};

/// `Exports`, `Total trade`.
#[must_use]
pub fn flow_word(flow: Flow) -> &'static str {
    match flow {
        Flow::Exports => "Exports",
        Flow::Imports => "Imports",
        Flow::Total => "Total trade",
        Flow::Balance => "Balance",
    }
}

/// `Road`, `Pipeline`.
#[must_use]
pub fn transport_word(mode: Transport) -> &'static str {
    match mode {
        Transport::Road => "Road",
        Transport::Rail => "Rail",
        Transport::Sea => "Sea",
        Transport::Air => "Air",
        Transport::Pipeline => "Pipeline",
    }
}

/// `contradiction`.
#[must_use]
pub fn severity_word(severity: Severity) -> &'static str {
    match severity {
        Severity::Contradiction => "contradiction",
        Severity::Doubt => "doubt",
        Severity::Note => "note",
    }
}

/// `1 contradiction`, `3 doubts`.
#[must_use]
pub fn counted(severity: Severity, count: usize) -> String {
    match (severity, count) {
        (Severity::Contradiction, 1) => "1 contradiction".to_owned(),
        (Severity::Contradiction, more) => format!("{more} contradictions"),
        (Severity::Doubt, 1) => "1 doubt".to_owned(),
        (Severity::Doubt, more) => format!("{more} doubts"),
        (Severity::Note, 1) => "1 note".to_owned(),
        (Severity::Note, more) => format!("{more} notes"),
    }
}

/// A severity with its meaning.
#[must_use]
pub fn severity_meaning(severity: Severity) -> &'static str {
    match severity {
        Severity::Contradiction => "contradiction: cannot be true, whatever the rounding",
        Severity::Doubt => "doubt: true only under the assumption named",
        Severity::Note => "note: worth knowing",
    }
}

/// The meaning of a status.
#[must_use]
pub fn status_word(status: Status) -> &'static str {
    match status {
        Status::Normal => "normal",
        Status::Estimated => "estimated",
        Status::Forecast => "forecast",
        Status::Provisional => "provisional",
        Status::Break => "the series breaks here",
        Status::Unvalidated => "unvalidated",
        Status::Missing => "missing",
        Status::CannotExist => "missing, cannot exist",
        Status::NotCollected => "missing, not collected",
        Status::DefinitionDiffers => "the definition differs",
    }
}
