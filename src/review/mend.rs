//! Gives parts of rows other values.

use std::sync::Arc;

use super::choices::Choice;
use super::desk::DraftReview;
use super::number::TypedNumber;
use super::part::{Doubt, RowPart, origin};
use crate::dataset::{Facet, Measure, Place, Unit, known};
use crate::draft::{Origin, Proposal, Sourced};

/// Gives a part of a row a value that a person chose.
pub(super) fn set(row: &mut Proposal, part: RowPart, choice: &Choice) {
    let is = |facet| part == RowPart::Facet(facet);
    match choice.clone() {
        Choice::Measure(measure) => row.measure = measure,
        Choice::Whole(whole) => row.whole = whole,
        Choice::Flow(flow) => row.flow = Sourced::chosen(flow),
        Choice::Place(code) if is(Facet::Partner) => row.partner = Sourced::chosen(code),
        Choice::Place(code) => row.reporter = Sourced::chosen(code),
        Choice::Product(product) => row.product = Sourced::chosen(product),
        Choice::Transport(mode) => row.transport = Sourced::chosen(mode),
        Choice::Period(period) if is(Facet::Base) => row.base = Sourced::chosen(period),
        Choice::Period(period) => row.period = Sourced::chosen(period),
        // It has no code yet, see `DraftReview::settled`.
        Choice::NewPlace(_) => {}
    }
}

/// Gives a row the number that a person typed. A measure that cannot be in its unit gives way to the usual one.
pub(super) fn set_number(row: &mut Proposal, number: TypedNumber) {
    (row.value, row.bound) = (number.value, number.bound);
    (row.unit, row.multiplier) = (number.unit, number.multiplier);
    row.unit_origin = Origin::Chosen;
    if !row.measure.takes(number.unit) {
        row.measure = usual_measure(number.unit);
    }
}

fn usual_measure(unit: Unit) -> Measure {
    match unit {
        Unit::Money(_) | Unit::Amount(_) => Measure::Value,
        Unit::Percent => Measure::Growth,
        Unit::Factor => Measure::Multiple,
        Unit::Count => Measure::Count,
        Unit::Rank => Measure::Rank,
        Unit::Points => Measure::ShareChange,
        Unit::Index => Measure::Index,
        Unit::PerKilogram(_) => Measure::UnitValue,
    }
}

/// The other rows that took a dimension from the same words as a row did, or that assume the same for want of words.
pub(super) fn taken_alike(rows: &[Proposal], at: usize, part: RowPart) -> Vec<usize> {
    let (Some(row), RowPart::Facet(facet)) = (rows.get(at), part) else { return Vec::new() };
    let is_silence = matches!(part.doubt(row), Some(Doubt::Silent | Doubt::Chosen) | None);
    if is_silence {
        return Vec::new();
    }
    let (own, value) = (origin(row, facet), Choice::of_row(row, part));
    let is_alike = |other: &Proposal| {
        let same_place = match (own, origin(other, facet)) {
            (Origin::Assumed, Origin::Assumed) => true,
            (own, other) => own.range().is_some() && own.range() == other.range(),
        };
        same_place && Choice::of_row(other, part) == value
    };
    let others = rows.iter().enumerate().filter(|(other, row)| *other != at && is_alike(row));
    others.map(|(other, _)| other).collect()
}

/// The rows whose sentence does not say a dimension.
pub(super) fn unsaid(rows: &[Proposal], part: RowPart) -> Vec<usize> {
    let is_unsaid = |row: &Proposal| part.doubt(row).is_some_and(|doubt| doubt != Doubt::Said);
    rows.iter().enumerate().filter(|(_, row)| is_unsaid(row)).map(|(at, _)| at).collect()
}

impl DraftReview {
    /// A choice that can be set: a place that nobody knows becomes one of the draft's own.
    pub(super) fn settled(&mut self, choice: Choice) -> Choice {
        let Choice::NewPlace(name) = choice else { return choice };
        let letters = name.to_uppercase();
        let letters = letters.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        let base = letters.collect::<Vec<_>>().join("-");
        let is_taken = |code: &String| {
            known::name(code).is_some() || self.draft.places.iter().any(|place| place.code == *code)
        };
        let numbered = (2..).map(|number| format!("{base}-{number}"));
        let code = std::iter::once(base.clone()).chain(numbered).find(|code| !is_taken(code));
        let code = code.unwrap_or(base);
        self.draft.places.push(Place { code: code.clone(), name, short: None, members: Vec::new() });
        Choice::Place(Arc::from(code))
    }
}
