//! The place whose rows are kept, and how a table writes it.

use super::catalog::Catalog;
use super::column::Column;
use crate::formats::foreign::WantedPlace;

/// The place whose rows are kept, and on which side of them it may be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct OnlyPlace {
    pub code: String,
    pub as_reporter: bool,
    pub as_partner: bool,
}

/// The codes of reporters and of partners, as the table writes them.
#[derive(Debug, Default)]
pub(super) struct Sides {
    pub reporters: Column,
    pub partners: Column,
}

impl Sides {
    /// A place by the codes that the table writes for it.
    pub fn wanted(&self, catalog: &Catalog, only: &OnlyPlace) -> WantedPlace {
        let place = catalog.place(&only.code);
        let of = |column: &Column, is_wanted: bool| {
            place.filter(|_| is_wanted).map_or_else(Vec::new, |place| column.texts(place))
        };
        WantedPlace {
            as_reporter: of(&self.reporters, only.as_reporter),
            as_partner: of(&self.partners, only.as_partner),
        }
    }
}
