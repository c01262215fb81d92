//! One word for one thing: what codes, rules and severities are called.

use crate::analysis::Severity;
use crate::dataset::{Flow, Status, Transport};

/// A flow in a word or two.
#[must_use]
pub fn flow_word(flow: Flow) -> &'static str {
    match flow {
        Flow::Exports => "Exports",
        Flow::Imports => "Imports",
        Flow::Total => "Total trade",
        Flow::Balance => "Balance",
    }
}

/// A mode of transport in a word.
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

/// A severity in a word.
#[must_use]
pub fn severity_word(severity: Severity) -> &'static str {
    match severity {
        Severity::Contradiction => "contradiction",
        Severity::Doubt => "doubt",
        Severity::Note => "note",
    }
}

/// What a severity means.
#[must_use]
pub fn severity_meaning(severity: Severity) -> &'static str {
    match severity {
        Severity::Contradiction => "contradiction: cannot be true, whatever the rounding",
        Severity::Doubt => "doubt: true only under the assumption named",
        Severity::Note => "note: worth knowing",
    }
}

/// What a status means.
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
