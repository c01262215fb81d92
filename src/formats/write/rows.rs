//! The rows of each resource, column by column.

use super::cell::{Cell, Row};
use crate::dataset::{
    Code, Dataset, GrowthOf, Observation, Pane, Period, Place, Product, Quantity, Source, Status, TourStep,
    Unit,
};
use crate::formats::COLUMNS;

pub(super) fn source(source: &Source) -> Row<'_> {
    Row(vec![
        ("id", Cell::text(Some(&*source.id))),
        ("publisher", Cell::text(Some(&*source.publisher))),
        ("title", Cell::text(source.title.as_deref())),
        ("published", Cell::text(source.published.map(|day| day.to_string()))),
        ("chain", Cell::text(source.chain.as_deref())),
        ("language", Cell::text(source.language.as_deref())),
        ("path", Cell::text(source.path.as_deref())),
        ("rounding", Cell::text(source.rounding.map(Code::code))),
    ])
}

pub(super) fn place(place: &Place) -> Row<'_> {
    Row(vec![
        ("code", Cell::text(Some(&*place.code))),
        ("name", Cell::text(Some(&*place.name))),
        ("short", Cell::text(place.short.as_deref())),
        ("members", Cell::Members(&place.members)),
    ])
}

pub(super) fn product(product: &Product) -> Row<'_> {
    Row(vec![
        ("code", Cell::text(Some(&*product.code))),
        ("name", Cell::text(Some(&*product.name))),
        ("members", Cell::Texts(product.members.iter().map(String::as_str).collect())),
        ("classification", Cell::text(product.classification.as_deref())),
    ])
}

pub(super) fn pane<'a>(dataset: &'a Dataset, pane: &'a Pane) -> Row<'a> {
    Row(vec![
        ("id", Cell::text(Some(&*pane.id))),
        ("title", Cell::text(Some(&*pane.title))),
        ("kind", Cell::text(Some(pane.kind.code()))),
        ("note", Cell::text(pane.note.as_deref())),
        ("rows", Cell::Texts(pane.rows.iter().filter_map(|at| id(dataset, *at)).collect())),
        ("reference", Cell::text(pane.reference.and_then(|at| id(dataset, at)))),
    ])
}

pub(super) fn step(step: &TourStep) -> Row<'_> {
    let notes = Some(step.notes.join("\n")).filter(|notes| !notes.is_empty());
    Row(vec![
        ("id", Cell::text(Some(&*step.id))),
        ("title", Cell::text(Some(&*step.title))),
        ("text", Cell::text(Some(&*step.text))),
        ("view", Cell::text(Some(&*step.view))),
        ("show", Cell::text(step.show.map(Code::code))),
        ("reveal", if step.reveal { Cell::True } else { Cell::Empty }),
        ("notes", Cell::text(notes)),
        ("seconds", Cell::number(step.seconds)),
    ])
}

/// An observation; its decimals are written even where the number shows them, since a spreadsheet drops zeros.
pub(super) fn observation<'a>(dataset: &'a Dataset, row: &'a Observation) -> Row<'a> {
    let (subject, definition) = (&row.subject, row.definition);
    let source = row.source.and_then(|at| dataset.sources.get(at));
    let cells: [Cell; COLUMNS.len()] = [
        Cell::text(Some(&*row.id)),
        Cell::text(row.label.as_deref()),
        Cell::text(Some(&*subject.reporter)),
        Cell::text(Some(&*subject.partner)),
        Cell::text(Some(subject.flow.code())),
        Cell::text(subject.product.as_deref()),
        Cell::text(subject.transport.map(Code::code)),
        Cell::text(Some(row.measure.code())),
        Cell::text(subject.period.map(Period::code)),
        Cell::text(row.base.map(Period::code)),
        Cell::text(row.share_of.and_then(|at| id(dataset, at))),
        Cell::number(row.value),
        Cell::text(row.unit.map(Unit::code)),
        Cell::number(Some(row.multiplier).filter(|multiplier| *multiplier != 0)),
        Cell::number(row.value.map(Quantity::decimals)),
        Cell::text(Some(row.status).filter(|status| *status != Status::Normal).map(Code::code)),
        Cell::text(source.map(|source| &*source.id)),
        Cell::text(row.locator.as_deref()),
        Cell::text(row.as_printed.as_deref()),
        Cell::text(row.note.as_deref()),
        Cell::text(definition.adjustment.map(Code::code)),
        Cell::text(row.growth_of.map(GrowthOf::code)),
        Cell::text(definition.basis.map(Code::code)),
        Cell::text(definition.coverage.map(Code::code)),
        Cell::text(definition.valuation.map(Code::code)),
        Cell::text(definition.trade_system.map(Code::code)),
        Cell::text(row.bound.map(Code::code)),
        Cell::text(row.ranked_among.map(Code::code)),
        Cell::text(row.since.map(Period::code)),
    ];
    Row(COLUMNS.into_iter().zip(cells).collect())
}

fn id(dataset: &Dataset, at: usize) -> Option<&str> {
    dataset.observations.get(at).map(|row| row.id.as_str())
}
