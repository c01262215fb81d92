//! The rows of each resource, column by column.

use super::cell::{WrittenCell, WrittenRow};
use crate::dataset::{
    Code, Dataset, GrowthOf, Observation, Pane, Period, Place, Product, Quantity, Source, Status, TourStep,
    Unit,
};
use crate::formats::COLUMNS;

pub(super) fn source(source: &Source) -> WrittenRow<'_> {
    WrittenRow(vec![
        ("id", WrittenCell::text(Some(&*source.id))),
        ("publisher", WrittenCell::text(Some(&*source.publisher))),
        ("title", WrittenCell::text(source.title.as_deref())),
        ("published", WrittenCell::text(source.published.map(|day| day.to_string()))),
        ("chain", WrittenCell::text(source.chain.as_deref())),
        ("language", WrittenCell::text(source.language.as_deref())),
        ("path", WrittenCell::text(source.path.as_deref())),
        ("rounding", WrittenCell::text(source.rounding.map(Code::code))),
    ])
}

pub(super) fn place(place: &Place) -> WrittenRow<'_> {
    WrittenRow(vec![
        ("code", WrittenCell::text(Some(&*place.code))),
        ("name", WrittenCell::text(Some(&*place.name))),
        ("short", WrittenCell::text(place.short.as_deref())),
        ("members", WrittenCell::Members(&place.members)),
    ])
}

pub(super) fn product(product: &Product) -> WrittenRow<'_> {
    WrittenRow(vec![
        ("code", WrittenCell::text(Some(&*product.code))),
        ("name", WrittenCell::text(Some(&*product.name))),
        ("members", WrittenCell::Texts(product.members.iter().map(String::as_str).collect())),
        ("classification", WrittenCell::text(product.classification.as_deref())),
    ])
}

pub(super) fn pane<'a>(dataset: &'a Dataset, pane: &'a Pane) -> WrittenRow<'a> {
    WrittenRow(vec![
        ("id", WrittenCell::text(Some(&*pane.id))),
        ("title", WrittenCell::text(Some(&*pane.title))),
        ("kind", WrittenCell::text(Some(pane.kind.code()))),
        ("note", WrittenCell::text(pane.note.as_deref())),
        ("rows", WrittenCell::Texts(pane.rows.iter().filter_map(|at| id(dataset, *at)).collect())),
        ("reference", WrittenCell::text(pane.reference.and_then(|at| id(dataset, at)))),
    ])
}

pub(super) fn step(step: &TourStep) -> WrittenRow<'_> {
    let notes = Some(step.notes.join("\n")).filter(|notes| !notes.is_empty());
    WrittenRow(vec![
        ("id", WrittenCell::text(Some(&*step.id))),
        ("title", WrittenCell::text(Some(&*step.title))),
        ("text", WrittenCell::text(Some(&*step.text))),
        ("view", WrittenCell::text(Some(&*step.view))),
        ("show", WrittenCell::text(step.show.map(Code::code))),
        ("reveal", if step.reveal { WrittenCell::True } else { WrittenCell::Empty }),
        ("notes", WrittenCell::text(notes)),
        ("seconds", WrittenCell::number(step.seconds)),
    ])
}

/// An observation; its decimals are written even where the number shows them, since a spreadsheet drops zeros.
pub(super) fn observation<'a>(dataset: &'a Dataset, row: &'a Observation) -> WrittenRow<'a> {
    let (subject, definition) = (&row.subject, row.definition);
    let source = dataset.source_of(row);
    let cells: [WrittenCell; COLUMNS.len()] = [
        WrittenCell::text(Some(&*row.id)),
        WrittenCell::text(row.label.as_deref()),
        WrittenCell::text(Some(&*subject.reporter)),
        WrittenCell::text(Some(&*subject.partner)),
        WrittenCell::text(Some(subject.flow.code())),
        WrittenCell::text(subject.product.as_deref()),
        WrittenCell::text(subject.transport.map(Code::code)),
        WrittenCell::text(Some(row.measure.code())),
        WrittenCell::text(subject.period.map(Period::code)),
        WrittenCell::text(row.base.map(Period::code)),
        WrittenCell::text(row.whole().and_then(|at| id(dataset, at))),
        WrittenCell::number(row.value),
        WrittenCell::text(row.unit.map(Unit::code)),
        WrittenCell::number(Some(row.multiplier).filter(|multiplier| *multiplier != 0)),
        WrittenCell::number(row.value.map(Quantity::decimals)),
        WrittenCell::text(Some(row.status).filter(|status| *status != Status::Normal).map(Code::code)),
        WrittenCell::text(source.map(|source| &*source.id)),
        WrittenCell::text(row.locator.as_deref()),
        WrittenCell::text(row.as_printed.as_deref()),
        WrittenCell::text(row.note.as_deref()),
        WrittenCell::text(definition.adjustment.map(Code::code)),
        WrittenCell::text(row.growth_of.map(GrowthOf::code)),
        WrittenCell::text(definition.basis.map(Code::code)),
        WrittenCell::text(definition.coverage.map(Code::code)),
        WrittenCell::text(definition.valuation.map(Code::code)),
        WrittenCell::text(definition.trade_system.map(Code::code)),
        WrittenCell::text(row.bound.map(Code::code)),
        WrittenCell::text(row.ranked_among.map(Code::code)),
        WrittenCell::text(row.since.map(Period::code)),
        WrittenCell::text(row.unconfirmed.map(|unconfirmed| unconfirmed.to_string())),
        WrittenCell::number(row.summed.as_ref().map(|summed| summed.slack)),
    ];
    WrittenRow(COLUMNS.into_iter().zip(cells).collect())
}

fn id(dataset: &Dataset, at: usize) -> Option<&str> {
    dataset.observations.get(at).map(|row| row.id.as_str())
}
