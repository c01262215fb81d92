//! The panes that a dataset describes.

use foldhash::HashSet;

use super::inline::inline;
use super::observations::ReadObservations;
use crate::dataset::{Code, Observation, Pane, PaneKind};
use crate::formats::faults::{Fault, JsonKind, Quoted};
use crate::formats::limits::MAX_PANES;
use crate::formats::reader::column_search::Columns;
use crate::formats::reader::document::Document;
use crate::formats::reader::json;
use crate::formats::reader::problems::Problems;
use crate::formats::reader::row_reader::RowReader;

const PANES: Columns = Columns {
    resource: "panes",
    names: &["id", "title", "kind", "note", "rows", "reference"],
    required: &["id", "title", "kind"],
};

/// The panes in their order, none only where something is wrong; `None` where the dataset describes none.
pub fn panes<'a>(
    raw: Option<&'a str>,
    document: &Document<'a>,
    observations: &ReadObservations,
    problems: &mut Problems,
) -> Option<Vec<Pane>> {
    let list = &observations.list;
    let raw = raw.filter(|raw| json::kind(raw) != JsonKind::Null)?;
    let table = inline(PANES, "panes", document, Some(raw), problems);
    let mut seen = HashSet::default();
    let mut panes = Vec::new();
    if table.len() > MAX_PANES {
        let fault = Fault::TooMany { what: "panes", count: table.len(), most: MAX_PANES };
        problems.error(document, table.offset_of(MAX_PANES), "panes".to_owned(), fault);
    }
    let oddities = table.read(0..table.len().min(MAX_PANES), problems, |row, _| {
        let (id, title) = (row.unique("id", &mut seen), row.required("title"));
        let (kind, note) = (row.required_code("kind"), row.text("note"));
        let names = row.names("rows");
        let rows: Vec<usize> = names.iter().filter_map(|name| observations.find(row, "rows", name)).collect();
        let reference = row.text("reference").and_then(|name| observations.find(row, "reference", &name));
        let (Some(id), Some(title), Some(kind)) = (id, title, kind) else { return };
        if names.is_empty() && kind != PaneKind::Reconciliation {
            row.error("rows", Fault::PaneWithoutRows);
        }
        refuse_repeats(row, list, &rows, reference);
        if matches!(kind, PaneKind::Ranking | PaneKind::Series) {
            refuse_mixture(row, list, &rows, (kind, reference));
        }
        panes.push(Pane { id, title, note, kind, rows, reference });
    });
    table.report(oddities, problems);
    if table.len() == 0 && json::kind(raw) == JsonKind::List {
        problems.error(document, document.offset_of(raw), "panes".to_owned(), Fault::NoPane);
    }
    Some(panes)
}

/// Each row is shown once, and the line across a ranking is of none of them.
fn refuse_repeats(
    row: &mut RowReader,
    observations: &[Observation],
    rows: &[usize],
    reference: Option<usize>,
) {
    let (mut seen, mut reported) = (HashSet::default(), HashSet::default());
    for at in rows.iter().filter(|at| !seen.insert(**at) && reported.insert(**at)) {
        row.error("rows", Fault::PaneRowTwice { id: Quoted::new(&observations[*at].id) });
    }
    if let Some(at) = reference.filter(|at| seen.contains(at)) {
        row.error("reference", Fault::ReferenceIsRow { id: Quoted::new(&observations[at].id) });
    }
}

/// Bars and lines can be compared only where all rows have one measure and one unit.
fn refuse_mixture(
    row: &mut RowReader,
    observations: &[Observation],
    rows: &[usize],
    (kind, reference): (PaneKind, Option<usize>),
) {
    let key = |at: usize| (observations[at].measure, observations[at].unit);
    let numbered = rows.iter().copied().find(|at| observations[*at].value.is_some());
    let Some(first) = numbered.or(rows.first().copied()) else { return };
    for (column, at) in rows.iter().map(|at| ("rows", *at)).chain(reference.map(|at| ("reference", at))) {
        let (measure, unit) = key(at);
        if measure != key(first).0 || (unit != key(first).1 && observations[at].value.is_some()) {
            let (odd, usual) = (Quoted::new(&observations[at].id), Quoted::new(&observations[first].id));
            row.error(column, Fault::MixedPane { odd, usual, kind: kind.code() });
        }
    }
}
