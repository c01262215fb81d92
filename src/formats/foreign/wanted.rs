//! The rows of one place.

use super::Coded;

/// A place by the codes that a table writes for it, or by its names in rows without a code.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct WantedPlace {
    /// As the reporter; none if rows that it reports are not wanted.
    pub as_reporter: Vec<Vec<u8>>,
    /// As the partner.
    pub as_partner: Vec<Vec<u8>>,
}

impl WantedPlace {
    /// True for a row with these sides.
    pub(super) fn has(&self, reporter: Coded, partner: Coded) -> bool {
        let is_in = |codes: &[Vec<u8>], side: Coded| codes.iter().any(|code| code == side.written());
        is_in(&self.as_reporter, reporter) || is_in(&self.as_partner, partner)
    }
}
