//! Checks that the steps of a tour do what they say, on screens of three sizes.

use std::sync::Arc;

use foldhash::HashMap;
use ratatui::layout::Size;

use super::caption::{Caption, MOST_LINES};
use super::exhibit::{Exhibit, StagedStep, open_topic};
use super::layout::body;
use super::remark::{Remark, StageFault};
use super::{digits, numbers};
use crate::dashboard::{Model, Staging};
use crate::dataset::TourStep;
use crate::text::wrap;
use crate::wording::Entry;

/// The screens that each step is tried on: a desk, a terminal, and one with a font for the last row of a hall.
pub const SIZES: [Size; 3] =
    [Size { width: 120, height: 36 }, Size { width: 80, height: 24 }, Size { width: 60, height: 16 }];

/// How many characters of text can be read at a glance: they fit three lines of the narrowest screen.
const MOST_CHARACTERS: usize = 160;

/// Rows below a large number: its unit, and its words with their source.
const BELOW_NUMBER: u16 = 2;

/// Everything wrong or odd in the tour of a dataset, step by step.
pub fn check(model: &Arc<Model>) -> Vec<Remark> {
    let tour = model.tour();
    let mut first = HashMap::default();
    let mut remarks = Vec::new();
    for (at, step) in tour.iter().enumerate() {
        let earlier = *first.entry(step.id.as_str()).or_insert(at);
        let second = (earlier < at).then_some(("id", StageFault::SecondId { first: earlier + 1 }));
        let found = second.into_iter().chain(of_step(model, step));
        remarks.extend(found.map(|(property, what)| Remark { step: at, property, what }));
    }
    let unknown = numbers::unknown(model, tour, SIZES[0]).into_iter();
    remarks.extend(unknown.map(|(step, property, written)| Remark {
        step,
        property,
        what: StageFault::UnknownNumber { written },
    }));
    remarks.sort_by_key(|remark| remark.step);
    remarks
}

fn of_step(model: &Arc<Model>, step: &TourStep) -> Vec<(&'static str, StageFault)> {
    let mut found = Vec::new();
    let characters = step.text.chars().count();
    if characters > MOST_CHARACTERS {
        found.push(("text", StageFault::LongText { characters, most: MOST_CHARACTERS }));
    }
    for size in SIZES {
        let caption = Caption::new(step, size);
        if caption.title_columns > usize::from(caption.room) {
            let (columns, room) = (caption.title_columns, caption.room);
            found.push(("title", StageFault::LongTitle { columns, room, size }));
        }
        if caption.lines.len() > MOST_LINES {
            let lines = caption.lines.len();
            found.push(("text", StageFault::TextLines { lines, most: MOST_LINES, size }));
        }
        match StagedStep::new(model, step, size) {
            Ok(staged) => found.extend(room(&staged, size, &caption)),
            // The faults are the same at every size.
            Err(faults) => {
                found.extend(faults);
                break;
            }
        }
    }
    found
}

/// The part of a step that does not fit below its caption.
fn room(staged: &StagedStep, size: Size, caption: &Caption) -> Option<(&'static str, StageFault)> {
    let body = body(size, caption);
    match &staged.exhibit {
        Exhibit::Number(figure) => {
            let number = staged.app.words().number(*figure)?;
            let columns = digits::columns(&(number.whole + &number.fraction))?;
            let room = Size::new(body.width.saturating_sub(2), body.height.saturating_sub(BELOW_NUMBER));
            let is_large = columns > room.width || digits::ROWS > room.height;
            is_large.then_some(("show", StageFault::LargeNumber { columns, rows: digits::ROWS, size, room }))
        }
        Exhibit::Proof(_, entries) => {
            // The last row names the sources.
            let room = usize::from(body.height.saturating_sub(1));
            let width = body.width.saturating_sub(4);
            let of_entry = |entry: &Entry| {
                wrap(&entry.text, width).len()
                    + entry.aside.as_ref().map_or(0, |aside| wrap(aside, width).len())
            };
            let lines: usize = entries.iter().map(of_entry).sum();
            (lines > room).then_some(("show", StageFault::LongProof { lines, room, size }))
        }
        Exhibit::View | Exhibit::Row if staged.reveals > 0 && open_topic(&staged.app).is_none() => {
            let mut app = staged.app.clone();
            app.set_staging(Staging { above: caption.rows() + 1, ..Staging::default() });
            let room = app.rows_in_view();
            let rows = staged.reveals;
            (rows > room).then_some(("reveal", StageFault::ManyRows { rows, room, size }))
        }
        Exhibit::View | Exhibit::Row => None,
    }
}
