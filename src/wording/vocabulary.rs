//! One word for one thing: what codes, rules and severities are called.

use crate::analysis::{Rule, Severity};
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
pub fn rule_word(rule: Rule) -> &'static str {
    match rule {
        Rule::Imports | Rule::ImportsOfTotal | Rule::ImportsOfExports => "Imports",
        Rule::Exports | Rule::ExportsOfTotal | Rule::ExportsOfImports => "Exports",
        Rule::Total | Rule::TotalOfExports | Rule::TotalOfImports => "Total trade",
        Rule::Balance | Rule::BalanceOfExports | Rule::BalanceOfImports => "Balance",
        Rule::Part | Rule::PartOfSum => "Exports' part of total trade",
        Rule::Ratio | Rule::RatioOfBoth | Rule::RatioOfImports => "Exports to imports",
        Rule::Whole => "The whole",
        Rule::Rest | Rule::RestOfWhole => "The rest of the whole",
        Rule::Rate => "Exchange rate",
        Rule::Divided | Rule::Multiplied => "In the other currency",
        Rule::Base | Rule::BaseOfMultiple => "In the base period",
        Rule::Index | Rule::IndexOfMultiple => "Index, base period 100",
        Rule::Points => "Points against the group",
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
