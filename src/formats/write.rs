//! Writes a dataset in our own format, so that it reads back as the same.
//!
//! One line per row, columns in the order of the documentation, and only those that a row of the dataset uses: the same
//! dataset is always the same text, and a changed figure is one changed line.

mod cell;
mod rows;

use std::io::{self, Write};

use serde::Serialize;

use crate::dataset::{Dataset, Observation};
use cell::{Spaced, WrittenRow};
use rows::{observation, pane, place, product, source, step};

/// The profile that the descriptor declares.
const PROFILE: &str = "https://datapackage.org/profiles/2.0/datapackage.json";

/// Writes `dataset` as one descriptor with all rows in it.
///
/// # Errors
///
/// Those of `out`.
pub fn inline(dataset: &Dataset, out: &mut dyn Write) -> io::Result<()> {
    descriptor(dataset, out, |out, columns| {
        let rows = dataset.observations.iter().map(|row| observation(dataset, row));
        resource(out, "observations", columns, rows)
    })
}

/// Writes `dataset` as a descriptor, and its observations as the CSV file that stands next to it at `path`.
///
/// # Errors
///
/// Those of `out` and `csv`.
pub fn with_csv(dataset: &Dataset, path: &str, out: &mut dyn Write, csv: &mut dyn Write) -> io::Result<()> {
    descriptor(dataset, out, |out, columns| {
        write!(out, "{{\"name\": \"observations\", \"path\": ")?;
        json(out, &path)?;
        write!(
            out,
            ", \"format\": \"csv\", \"mediatype\": \"text/csv\", \"encoding\": \"utf-8\", \"schema\": "
        )?;
        schema(out, "observations", columns)?;
        write!(out, "}}")
    })?;
    let columns = columns(dataset);
    let mut csv = csv::Writer::from_writer(csv);
    csv.write_record(&columns)?;
    for row in &dataset.observations {
        let WrittenRow(mut cells) = observation(dataset, row);
        cells.retain(|(name, _)| columns.contains(name));
        csv.write_record(cells.iter().map(|(_, cell)| cell.csv()))?;
    }
    csv.flush()
}

fn descriptor(
    dataset: &Dataset,
    out: &mut dyn Write,
    observations: impl FnOnce(&mut dyn Write, &[&'static str]) -> io::Result<()>,
) -> io::Result<()> {
    write!(out, "{{\n\"$schema\": \"{PROFILE}\",\n\"name\": ")?;
    json(out, &dataset.name)?;
    write!(out, ",\n\"title\": ")?;
    json(out, &dataset.title)?;
    write!(out, ",\n\"resources\": [\n")?;
    small(out, "sources", dataset.sources.iter().map(source).collect())?;
    small(out, "places", dataset.places.iter().map(place).collect())?;
    small(out, "products", dataset.products.iter().map(product).collect())?;
    observations(out, &columns(dataset))?;
    write!(out, "\n]")?;
    if !dataset.panes.is_empty() {
        write!(out, ",\n\"panes\": ")?;
        list(out, dataset.panes.iter().map(|shown| pane(dataset, shown)))?;
    }
    if !dataset.tour.is_empty() {
        write!(out, ",\n\"tour\": ")?;
        list(out, dataset.tour.iter().map(step))?;
    }
    writeln!(out, "\n}}")
}

/// The columns that some observation fills, in their order.
fn columns(dataset: &Dataset) -> Vec<&'static str> {
    used(dataset.observations.iter().map(|row: &Observation| observation(dataset, row)))
}

fn used<'a>(rows: impl Iterator<Item = WrittenRow<'a>>) -> Vec<&'static str> {
    let mut used: Vec<(&'static str, bool)> = Vec::new();
    for WrittenRow(cells) in rows {
        if used.is_empty() {
            used = cells.iter().map(|(name, _)| (*name, false)).collect();
        }
        for ((_, is_used), (_, cell)) in used.iter_mut().zip(&cells) {
            *is_used |= !cell.is_empty();
        }
    }
    used.into_iter().filter(|(_, is_used)| *is_used).map(|(name, _)| name).collect()
}

/// A resource in front of the observations; nothing if it has no rows.
fn small(out: &mut dyn Write, name: &str, rows: Vec<WrittenRow>) -> io::Result<()> {
    if rows.is_empty() {
        return Ok(());
    }
    let columns = used(rows.iter().cloned());
    resource(out, name, &columns, rows.into_iter())?;
    writeln!(out, ",")
}

fn resource<'a>(
    out: &mut dyn Write,
    name: &str,
    columns: &[&'static str],
    rows: impl Iterator<Item = WrittenRow<'a>>,
) -> io::Result<()> {
    write!(out, "{{\"name\": \"{name}\", \"schema\": ")?;
    schema(out, name, columns)?;
    write!(out, ", \"data\": ")?;
    list(out, rows)?;
    write!(out, "}}")
}

/// The Table Schema of a resource.
fn schema(out: &mut dyn Write, resource: &str, columns: &[&'static str]) -> io::Result<()> {
    #[derive(Serialize)]
    struct SchemaField {
        name: &'static str,
        r#type: &'static str,
    }
    #[derive(Serialize)]
    #[serde(rename_all = "camelCase")]
    struct Schema {
        fields: Vec<SchemaField>,
        primary_key: &'static str,
    }
    let fields = columns.iter().map(|name| SchemaField { name, r#type: cell::type_of(name) }).collect();
    let primary_key = if matches!(resource, "places" | "products") { "code" } else { "id" };
    json(out, &Schema { fields, primary_key })
}

/// A list with one line per element.
fn list<T: Serialize>(out: &mut dyn Write, elements: impl Iterator<Item = T>) -> io::Result<()> {
    write!(out, "[")?;
    for (at, element) in elements.enumerate() {
        write!(out, "{}\n  ", if at == 0 { "" } else { "," })?;
        json(out, &element)?;
    }
    write!(out, "\n]")
}

fn json(out: &mut dyn Write, value: &impl Serialize) -> io::Result<()> {
    value.serialize(&mut serde_json::Serializer::with_formatter(out, Spaced))?;
    Ok(())
}
