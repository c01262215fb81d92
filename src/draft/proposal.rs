//! A proposed row: one figure of a text, and where each of its dimensions comes from.

use std::ops::Range;
use std::sync::Arc;

use crate::dataset::{
    Bound, Definition, Facet, Flow, GrowthOf, Guess, Measure, Period, Quantity, Transport, Unconfirmed, Unit,
    WORLD,
};

/// Where the value of a dimension comes from. Ranges are of bytes in [`Draft::text`](super::Draft::text).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// The sentence of the figure says it with these words.
    Here(Range<usize>),
    /// Other words of the text say it, in the paragraph with this number.
    Inherited {
        /// [`Paragraph::number`](super::Paragraph::number).
        paragraph: usize,
        /// The words.
        range: Range<usize>,
    },
    /// Nothing says it.
    Assumed,
    /// A person chose it.
    Chosen,
}

impl Origin {
    /// The words that say it, where some do.
    #[must_use]
    pub fn range(&self) -> Option<&Range<usize>> {
        match self {
            Self::Here(range) | Self::Inherited { range, .. } => Some(range),
            Self::Assumed | Self::Chosen => None,
        }
    }

    /// As the column `doubt` names it; `None` for what is said with the figure, or was chosen.
    #[must_use]
    pub fn guess(&self) -> Option<Guess> {
        match self {
            Self::Here(_) | Self::Chosen => None,
            Self::Inherited { .. } => Some(Guess::Inherited),
            Self::Assumed => Some(Guess::Assumed),
        }
    }
}

/// A value with its origin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sourced<T> {
    /// The value.
    pub value: T,
    /// Where it comes from.
    pub origin: Origin,
}

impl<T> Sourced<T> {
    /// A value that the sentence of the figure gives with these words.
    #[must_use]
    pub fn here(value: T, range: Range<usize>) -> Self {
        Self { value, origin: Origin::Here(range) }
    }

    /// A value that nothing gives.
    #[must_use]
    pub fn assumed(value: T) -> Self {
        Self { value, origin: Origin::Assumed }
    }

    /// A value that a person gives.
    #[must_use]
    pub fn chosen(value: T) -> Self {
        Self { value, origin: Origin::Chosen }
    }
}

/// The whole of a share: trade of the same product group, period and transport unless it says otherwise.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct ShareWhole {
    /// Whose trade.
    pub reporter: Arc<str>,
    /// With whom.
    pub partner: Arc<str>,
    /// Which way.
    pub flow: Flow,
    /// Of what; `None` is all products.
    pub product: Option<Arc<str>>,
}

/// How far a person has gone through a row.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Review {
    /// Nobody has looked at it.
    #[default]
    Open,
    /// Right as it stands.
    Confirmed,
    /// Not a figure of trade; it is not written.
    Rejected,
}

/// One figure of a text as a row of a dataset.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// Its name in the dataset: `p2-3` is the third figure of paragraph 2. The same text gives the same names.
    pub id: String,
    /// The figure's own words: bytes of [`Draft::text`](super::Draft::text).
    pub range: Range<usize>,
    /// The number of its paragraph, as readers count: 0 is the title.
    pub paragraph: usize,
    /// The property of the trade that the figure gives.
    pub measure: Measure,
    /// The number, its sign as the words mean it; its scale is the decimals as printed.
    pub value: Quantity,
    /// Power of ten of the unit.
    pub multiplier: i8,
    /// The unit.
    pub unit: Unit,
    /// The words that name it: the figure's own, or those of an amount before it.
    pub unit_origin: Origin,
    /// How the words limit the number: "more than", "nearly".
    pub bound: Option<Bound>,
    /// How the figure is defined.
    pub definition: Definition,
    /// The quantity that a growth measures, where the text says so.
    pub growth_of: Option<GrowthOf>,
    /// Exports, imports, both or their balance.
    pub flow: Sourced<Flow>,
    /// Code of the place whose trade it is.
    pub reporter: Sourced<Arc<str>>,
    /// Code of the place traded with; that of the world where nothing is said.
    pub partner: Sourced<Arc<str>>,
    /// A name; `None` is all products.
    pub product: Sourced<Option<Arc<str>>>,
    /// `None` is all modes.
    pub transport: Sourced<Option<Transport>>,
    /// When; `None` where the text never says.
    pub period: Sourced<Option<Period>>,
    /// For growth, multiples and changes: the period that it is compared with.
    pub base: Sourced<Option<Period>>,
    /// For a share.
    pub whole: Option<ShareWhole>,
    /// True if words name the whole, which else is all trade of the flow.
    pub is_whole_said: bool,
    /// True if the words around the figure can be read in another way; no finding of a text rests on such a row.
    pub is_doubtful: bool,
    /// How far a person has gone through it.
    pub review: Review,
}

impl Proposal {
    /// The dimensions that the sentence of the figure does not say, with how they were filled. Those that say nothing,
    /// such as no product in a text without products, are left out for products, transport and bases; an amount by weight
    /// is of some goods always.
    #[must_use]
    pub fn unconfirmed(&self) -> Unconfirmed {
        let is_weight = matches!(self.unit, Unit::Amount(_));
        let marks = [
            (Facet::Flow, &self.flow.origin, true),
            (Facet::Reporter, &self.reporter.origin, true),
            (Facet::Partner, &self.partner.origin, true),
            (Facet::Product, &self.product.origin, self.product.value.is_some() || is_weight),
            (Facet::Transport, &self.transport.origin, self.transport.value.is_some()),
            (Facet::Period, &self.period.origin, true),
            (Facet::Base, &self.base.origin, self.measure.has_base()),
            (Facet::Unit, &self.unit_origin, true),
        ];
        let guessed = marks.into_iter().filter(|(.., matters)| *matters);
        guessed
            .filter_map(|(facet, origin, _)| Some((facet, origin.guess()?)))
            .fold(Unconfirmed::default(), |all, (facet, guess)| all.with(facet, guess))
    }

    /// True if the figure is about trade with the whole world.
    #[must_use]
    pub fn is_with_world(&self) -> bool {
        &*self.partner.value == WORLD
    }
}
