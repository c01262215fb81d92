//! Changes rows, and takes changes back, one by one.

use super::desk::DraftReview;
use super::files::Kept;
use super::history::Before;
use crate::draft::Proposal;

impl DraftReview {
    /// Changes these rows as one change, and says how many became others.
    pub(super) fn change(&mut self, rows: &[usize], change: impl Fn(&mut Proposal)) -> usize {
        let mut before = Vec::new();
        for at in rows {
            let Some(row) = self.draft.rows.get_mut(*at) else { continue };
            let old = row.clone();
            change(row);
            if *row != old {
                before.push((*at, old));
            }
        }
        let count = before.len();
        if count > 0 {
            self.history.0.push(Before { at: self.at, rows: before });
            self.changed();
        }
        count
    }

    /// Takes back the last change, and goes to where it was made.
    pub(super) fn undo(&mut self) {
        let Some(Before { at, rows }) = self.history.0.pop() else { return };
        for (at, old) in rows {
            if let Some(row) = self.draft.rows.get_mut(at) {
                *row = old;
            }
        }
        self.changed();
        self.at = at;
        self.settle_on_row();
        self.notice = Some(match self.history.0.len() {
            0 => "undone; nothing is left to undo".to_owned(),
            left => format!("undone; {left} more"),
        });
    }

    fn changed(&mut self) {
        self.is_saved = false;
        self.kept = Kept::Pending;
        self.rank();
    }
}
