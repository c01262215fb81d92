//! A member of a list that goes with a figure.

use crate::draft::region;
use crate::draft::sentence::KnownPhrase;

/// The item of the list that belongs to a figure.
#[derive(Debug, Clone, Copy)]
pub(in crate::draft) enum Listed {
    Place(KnownPhrase),
    Flow(KnownPhrase),
    /// How goods were carried.
    Transport(KnownPhrase),
    /// A product by its tokens.
    Product(usize, usize),
    /// Place of the period in the sentence.
    Period(usize),
    /// Place of the figure in the sentence that has the same dimensions: `exports $5 bn and imports $4 bn, up 2% and 3%`.
    Like(usize),
}

impl Listed {
    /// True for a part of a country, whose own trade it is: 中部、西部地区进出口分别增长.
    pub fn is_part_of(self, country: &str) -> bool {
        let Self::Place(mark) = self else { return false };
        region::nation(mark.code) == Some(country)
            || region::province(mark.code) == Some(country)
            || mark.code == country
    }

    /// True for the place itself.
    pub fn is_place(self, code: &str) -> bool {
        matches!(self, Self::Place(mark) if mark.code == code)
    }

    /// The figure that has the same dimensions.
    pub fn like(self) -> Option<usize> {
        match self {
            Self::Like(at) => Some(at),
            Self::Place(_) | Self::Flow(_) | Self::Transport(_) | Self::Product(..) | Self::Period(_) => None,
        }
    }

    pub fn end(self) -> usize {
        match self {
            Self::Place(mark) | Self::Flow(mark) | Self::Transport(mark) => mark.end,
            Self::Product(_, end) => end,
            Self::Period(_) | Self::Like(_) => usize::MAX,
        }
    }
}
