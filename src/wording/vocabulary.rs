//! One word for one thing: what codes, rules and severities are called.

use crate::analysis::{Formula, Severity};
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

/// What a derived figure is called.
#[must_use]
pub fn formula_word(rule: Formula) -> &'static str {
    match rule {
        Formula::Imports | Formula::ImportsOfTotal | Formula::ImportsOfExports => "Imports",
        Formula::Exports | Formula::ExportsOfTotal | Formula::ExportsOfImports => "Exports",
        Formula::Total | Formula::TotalOfExports | Formula::TotalOfImports => "Total trade",
        Formula::Balance | Formula::BalanceOfExports | Formula::BalanceOfImports => "Balance",
        Formula::Part | Formula::PartOfSum => "Exports' part of total trade",
        Formula::Ratio | Formula::RatioOfBoth | Formula::RatioOfImports => "Exports to imports",
        Formula::Whole => "The whole",
        Formula::Rest | Formula::RestOfWhole => "The rest of the whole",
        Formula::Rate => "Exchange rate",
        Formula::Divided | Formula::Multiplied => "In the other currency",
        Formula::Base | Formula::BaseOfMultiple => "In the base period",
        Formula::Index | Formula::IndexOfMultiple => "Index, base period 100",
        Formula::Points => "Points against the group",
    }
}

/// What a severity means.
#[must_use]
pub fn severity_word(severity: Severity) -> &'static str {
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
