//! Rows of one place, where only these are kept.

use super::RecordBuilder;
use crate::records::keys::{KeyColumns, Keys};
use crate::records::sides::OnlyPlace;

impl RecordBuilder<'_> {
    /// The number of the place whose rows are kept, once it has come.
    fn wanted_number(&mut self) -> Option<u32> {
        if self.number.is_none() {
            self.number = self.only.as_ref().and_then(|only| self.records.catalog.place(&only.code));
        }
        self.number
    }

    /// True for a row of the place whose rows are kept.
    #[inline]
    pub(super) fn keeps(&mut self, keys: Keys) -> bool {
        let number = self.wanted_number();
        let is_it = |place: u32| number == Some(place);
        let keeps = |only: &OnlyPlace| {
            only.as_reporter && is_it(keys.reporter) || only.as_partner && is_it(keys.partner)
        };
        self.only.as_ref().is_none_or(keeps)
    }

    /// True if all of some rows are of that place, on one side or the other.
    pub(super) fn keeps_all(&mut self, keys: &KeyColumns) -> bool {
        let number = self.wanted_number();
        let are_it = |places: &[u32]| places.iter().all(|place| number == Some(*place));
        let keeps = |only: &OnlyPlace| {
            only.as_reporter && are_it(&keys.reporters) || only.as_partner && are_it(&keys.partners)
        };
        self.only.as_ref().is_none_or(keeps)
    }
}
