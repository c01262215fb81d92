//! The tour that a dataset describes. Where its views lead is for the dashboard to say.

use foldhash::HashSet;

use super::ids::is_plain;
use super::inline::inline;
use crate::dataset::TourStep;
use crate::formats::faults::{Fault, Quoted};
use crate::formats::limits::MAX_STEPS;
use crate::formats::positions::{Position, PositionScanner};
use crate::formats::reader::column_search::Columns;
use crate::formats::reader::document::Document;
use crate::formats::reader::problems::Problems;
use crate::formats::reader::row_reader::RowReader;

const TOUR: Columns = Columns {
    resource: "tour",
    names: &["id", "title", "text", "view", "show", "reveal", "notes", "seconds"],
    required: &["id", "title", "text", "view"],
};

/// Ten hours: more is a slip of the hand.
const MOST_SECONDS: u16 = 36_000;

/// The steps in their order, each with the place where it begins.
pub fn tour<'a>(
    raw: Option<&'a str>,
    document: &Document<'a>,
    problems: &mut Problems,
) -> (Vec<TourStep>, Vec<Position>) {
    let raw = raw.filter(|raw| *raw != "null");
    let table = inline(TOUR, "tour", document, raw, problems);
    let mut seen = HashSet::default();
    let mut steps = Vec::new();
    let mut positions = PositionScanner::new(document);
    if table.len() > MAX_STEPS {
        let fault = Fault::TooMany { what: "steps", count: table.len(), most: MAX_STEPS };
        problems.error(document, table.offset_of(MAX_STEPS), "tour".to_owned(), fault);
    }
    let oddities = table.read(0..table.len().min(MAX_STEPS), problems, |row, index| {
        if let Some(step) = step(row, &mut seen) {
            positions.push(table.offset_of(index));
            steps.push(step);
        }
    });
    table.report(oddities, problems);
    (steps, positions.finish())
}

fn step(row: &mut RowReader, seen: &mut HashSet<String>) -> Option<TourStep> {
    let (id, title, text) = (row.required("id"), row.required("title"), row.required("text"));
    let (view, show, reveal) = (row.required("view"), row.code("show"), row.flag("reveal"));
    let (notes, seconds) = (row.paragraphs("notes"), row.integer("seconds", 1..=MOST_SECONDS));
    let id = id?;
    if id.chars().all(|c| c.is_ascii_digit()) {
        row.error("id", Fault::IdIsNumber { id: Quoted::new(&id) });
    } else if !is_plain(&id) {
        row.warn("id", Fault::OddId { id: Quoted::new(&id), more: 0 });
    }
    // The figures are good without a tour, so a step that no name leads to is not refused.
    if !seen.insert(id.clone()) {
        row.warn("id", Fault::StepTwice { id: Quoted::new(&id) });
    }
    Some(TourStep { id, title: title?, text: text?, notes, seconds, view: view?, show, reveal })
}
