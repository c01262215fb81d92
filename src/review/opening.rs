//! Opens what covers the desk.

use super::choices::choices;
use super::desk::DraftReview;
use super::number;
use super::overlay::{Choose, NumberEntry, ReviewOverlay, SaveName};
use super::part::RowPart;
use crate::dashboard::{Cursor, LineEditor};
use crate::dataset::Dataset;

impl DraftReview {
    /// Opens the values of the marked part, or of one for all rows.
    pub(super) fn open_choices(&mut self, part: RowPart, for_all: bool) {
        let Some(row) = self.row() else { return };
        self.overlay = Some(if part == RowPart::Figure {
            ReviewOverlay::Number(NumberEntry { line: LineEditor::new(number::typed(row)), said: None })
        } else {
            let found = choices(&self.draft, row, part, "");
            let (line, cursor) = (LineEditor::default(), Cursor::default());
            ReviewOverlay::Choose(Choose { part, for_all, line, cursor, found })
        });
    }

    /// Asks for a file's name, the usual one proposed.
    pub(super) fn open_save(&mut self) {
        let line = LineEditor::new(self.files.dataset.clone());
        self.overlay = Some(ReviewOverlay::Save(SaveName { line, is_taken: false, said: None }));
    }

    /// Looks for values by what is typed now.
    pub(super) fn find_choices(&mut self) {
        let (draft, at) = (&self.draft, self.at);
        if let (Some(ReviewOverlay::Choose(choose)), Some(row)) = (&mut self.overlay, draft.rows.get(at)) {
            choose.found = choices(draft, row, choose.part, choose.line.text());
            choose.cursor = Cursor::default();
        }
    }

    /// How many rows of a kept draft were confirmed or are open: `7 of 18 rows confirmed`.
    pub(super) fn progress_of(dataset: &Dataset) -> String {
        let rows = dataset.observations.iter().filter(|row| row.as_printed.is_some());
        let (all, open) = rows.fold((0_usize, 0_usize), |(all, open), row| {
            (all + 1, open + usize::from(row.unconfirmed.is_some()))
        });
        format!("{} of {all} rows confirmed", all - open)
    }
}
