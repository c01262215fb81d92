//! One figure, published or reported as missing.

use compact_str::CompactString;
use rust_decimal::Decimal;

use super::{
    Bound, Definition, Flow, GrowthOf, Measure, Period, Quantity, RankedAmong, SharedText, Status, Transport,
    Unconfirmed, Unit,
};

/// The trade that a figure is about: whose, with whom, which way, of what, how carried and when.
///
/// Two figures about the same trade have equal subjects, so figures are found by it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Subject {
    /// Code of the place whose trade it is.
    pub reporter: SharedText,
    /// Code of the place traded with; [`WORLD`] is the world.
    pub partner: SharedText,
    /// The direction.
    pub flow: Flow,
    /// A name or an HS code; `None` is all products.
    pub product: Option<SharedText>,
    /// `None` is all modes of transport.
    pub transport: Option<Transport>,
    /// When; `None` is undated.
    pub period: Option<Period>,
}

/// One figure as a source published it, or reported it as missing.
#[derive(Debug, Clone)]
pub struct Observation {
    /// Stable name, unique in the dataset.
    pub id: CompactString,
    /// The name of the row on screen, if the dataset gives one.
    pub label: Option<SharedText>,
    /// The trade that it is about.
    pub subject: Subject,
    /// How the figure is defined: adjusted or not, on which basis, of what.
    pub definition: Definition,
    /// The property of the trade that the figure gives.
    pub measure: Measure,
    /// The quantity that a growth, multiple or change measures; `None` where the row does not say.
    pub growth_of: Option<GrowthOf>,
    /// How the printed number limits the true one; `None` if it is simply rounded.
    pub bound: Option<Bound>,
    /// For a rank: the population that it is counted in.
    pub ranked_among: Option<RankedAmong>,
    /// For a record: the first period that it looks back to; `None` means ever.
    pub since: Option<Period>,
    /// For growth and multiples: the period that it is compared with.
    pub base: Option<Period>,
    /// For a share, or one that changed: the position of the whole in [`super::Dataset::observations`].
    pub share_of: Option<u32>,
    /// The number; `None` where none was published.
    pub value: Option<Quantity>,
    /// The unit of the number; known for some missing numbers too.
    pub unit: Option<Unit>,
    /// Power of ten of the unit: 9 is billions.
    pub multiplier: i8,
    /// How far it can be trusted.
    pub status: Status,
    /// The position of the source in [`super::Dataset::sources`].
    pub source: Option<u32>,
    /// Where in the source: `¶2`, `table 3`.
    pub locator: Option<SharedText>,
    /// The few words around the figure in the source.
    pub as_printed: Option<SharedText>,
    /// A remark that readers need.
    pub note: Option<SharedText>,
    /// For a value added up from rows of a table: how many rows, and how far off it may be.
    pub summed: Option<Box<Summed>>,
    /// The dimensions that no one has confirmed yet, in a row that rules drafted from a text; `None` in any other row.
    pub unconfirmed: Option<Unconfirmed>,
}

impl Observation {
    /// For a share, or one that changed: the place of the whole in [`super::Dataset::observations`].
    #[must_use]
    pub fn whole(&self) -> Option<usize> {
        self.share_of.map(|at| at as usize)
    }

    /// True for a value that is added up from parts. Next to a printed one of another period it shows no trend: the
    /// difference may be the parts that the table lacks.
    #[must_use]
    pub fn is_of_parts(&self) -> bool {
        self.summed.as_ref().is_some_and(|summed| summed.is_of_parts)
    }
}

/// Describes a value that no row of a table prints, but that is added up from several.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Summed {
    /// True if no row is about all of it, so that rows of its parts were added up. A table may lack parts.
    pub is_of_parts: bool,
    /// How many rows were added up, including those without a number.
    pub rows: u32,
    /// How many of them have no number.
    pub missing: u32,
    /// How far the true sum may be from this one, since every summand was rounded; in the unit and power of ten of the
    /// value.
    pub slack: Decimal,
}

/// The partner code of the whole world.
pub const WORLD: &str = "W00";
