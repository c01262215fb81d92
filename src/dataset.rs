//! The published figures: observations with their sources, places and panes.
//!
//! Numbers are exact decimals with the precision they were printed with. Nothing here knows of files or screens.

mod bundled;
pub mod code;
mod currency;
mod definition;
pub mod known;
mod measure;
mod members;
mod observation;
mod observations;
mod pane;
mod period;
mod product;
mod quantity;
mod series;
mod shared_text;
mod source;
mod tour;
mod unconfirmed;
mod unit;

use std::borrow::Cow;

use foldhash::HashMap;

pub use bundled::Bundled;
pub use code::{Code, Flow, Status, Transport};
pub use currency::Currency;
pub use definition::{
    Adjustment, Basis, Bound, Coverage, Definition, GrowthOf, RankedAmong, Rounding, TradeSystem, Valuation,
};
pub use measure::Measure;
pub use members::{GroupMember, Phase, members_in, phase_of, phases};
pub use observation::{Observation, Subject, Summed, WORLD};
pub use observations::Observations;
pub(crate) use pane::pane_kinds;
pub use pane::{Pane, PaneKind};
pub use period::Period;
pub use product::Product;
pub use quantity::{MAX_DECIMALS, Quantity};
pub use series::{SeriesLine, SeriesPoint, series_lines};
pub use shared_text::SharedText;
pub use source::{Place, Source};
pub use tour::{Emphasis, TourStep};
pub use unconfirmed::{Facet, Guess, Unconfirmed};
pub use unit::{Amount, Unit};

/// How to show figures that answer a question about a larger table: their numbers have more digits than a row has room
/// for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
pub struct Slice {
    /// The period that was asked for.
    pub period: Option<Period>,
    /// The figure whose parts the rankings list, by its index.
    pub whole: Option<usize>,
    /// True if the answer has all partners that the table lists for the whole.
    pub has_all_partners: bool,
    /// True if the answer has all products that the table lists for the whole.
    pub has_all_products: bool,
    /// True if the table says which flow its rows are. If not, [`Flow::Total`] stands for "not said".
    pub says_flow: bool,
    /// True if the partners of the reporter report the figures.
    pub is_mirror: bool,
    /// The maximum number of decimals in a row; an open figure shows all of them.
    pub decimals: u32,
    /// The modification day of the table's file.
    pub day: Option<chrono::NaiveDate>,
}

/// Everything that was published together, its references resolved.
#[derive(Debug, Clone)]
pub struct Dataset {
    /// Short name, for files and messages.
    pub name: String,
    /// Title, for people.
    pub title: String,
    /// Who published the figures.
    pub sources: Vec<Source>,
    /// The places that the dataset names itself.
    pub places: Vec<Place>,
    /// The products that the dataset names itself.
    pub products: Vec<Product>,
    /// The figures, in the file's order.
    pub observations: Observations,
    /// The panes to show, in order; never empty in a dataset that was read.
    pub panes: Vec<Pane>,
    /// The steps of its tour; empty if there is none.
    pub tour: Vec<TourStep>,
    /// True if the dataset describes no panes of its own, so that they were made from the measures of its figures.
    pub has_default_panes: bool,
    /// Set for an answer to a question about a larger table: how its figures are shown.
    pub slice: Option<Slice>,
    /// True if figures without a label differ in period, so that the period belongs in their names.
    pub is_series: bool,
    /// Set for a dataset that is built into the program.
    pub bundled: Option<Bundled>,
    by_code: HashMap<String, usize>,
}

impl Dataset {
    /// A dataset without panes, products or tour; see [`Dataset::with_panes`], [`Dataset::with_products`] and
    /// [`Dataset::with_tour`].
    #[must_use]
    pub fn new(
        name: String,
        title: String,
        sources: Vec<Source>,
        places: Vec<Place>,
        observations: Observations,
    ) -> Self {
        let is_series = is_series(&observations);
        let by_code = places.iter().enumerate().map(|(at, place)| (place.code.clone(), at)).collect();
        let (products, panes, tour, has_default_panes) = (Vec::new(), Vec::new(), Vec::new(), false);
        Self {
            name,
            title,
            sources,
            places,
            products,
            observations,
            panes,
            tour,
            has_default_panes,
            slice: None,
            is_series,
            bundled: None,
            by_code,
        }
    }

    /// The same dataset with products that it names itself.
    #[must_use]
    pub fn with_products(self, products: Vec<Product>) -> Self {
        Self { products, ..self }
    }

    /// The same dataset, shown in `panes`.
    #[must_use]
    pub fn with_panes(self, panes: Vec<Pane>) -> Self {
        Self { panes, has_default_panes: false, ..self }
    }

    /// The same dataset, shown in `panes` that the program made for it.
    #[must_use]
    pub fn with_default_panes(self, panes: Vec<Pane>) -> Self {
        Self { panes, has_default_panes: true, ..self }
    }

    /// The same dataset, marked as built into the program.
    #[must_use]
    pub fn with_bundled(self, bundled: Bundled) -> Self {
        Self { bundled: Some(bundled), ..self }
    }

    /// The same dataset, marked as an answer to a question about a larger table.
    #[must_use]
    pub fn with_slice(self, slice: Slice) -> Self {
        Self { slice: Some(slice), ..self }
    }

    /// The same dataset with a tour.
    #[must_use]
    pub fn with_tour(self, tour: Vec<TourStep>) -> Self {
        Self { tour, ..self }
    }

    /// The position of the observation with this id.
    #[must_use]
    pub fn find(&self, id: &str) -> Option<usize> {
        self.observations.position(id)
    }

    /// The place with this code, if the dataset names it.
    #[must_use]
    pub fn place(&self, code: &str) -> Option<&Place> {
        self.by_code.get(code).and_then(|at| self.places.get(*at))
    }

    /// The name of a place as it is written in a sentence: `the United States`. Its code if no name is known.
    #[must_use]
    pub fn place_name<'a>(&'a self, code: &'a str) -> &'a str {
        self.place(code).map(|place| place.name.as_str()).or_else(|| known::name(code)).unwrap_or(code)
    }

    /// The name of a place as it is written alone: `United States`.
    #[must_use]
    pub fn place_label<'a>(&'a self, code: &'a str) -> &'a str {
        match self.place(code) {
            Some(place) => &place.name,
            None => known::short_name(code).unwrap_or(code),
        }
    }

    /// The short name of a place, for narrow columns.
    #[must_use]
    pub fn short_place_name<'a>(&'a self, code: &'a str) -> &'a str {
        let short = self.place(code).and_then(|place| place.short.as_deref());
        short.unwrap_or_else(|| self.place_label(code))
    }

    /// The members of a place: those that the dataset lists, else those that the program knows. Empty if it is not a
    /// group.
    #[must_use]
    pub fn members(&self, code: &str) -> Cow<'_, [GroupMember]> {
        match self.place(code) {
            Some(place) if !place.members.is_empty() => Cow::Borrowed(&place.members),
            _ => Cow::Owned(known::members(code).unwrap_or_default()),
        }
    }

    /// Who published an observation.
    #[must_use]
    pub fn source_of(&self, observation: &Observation) -> Option<&Source> {
        observation.source.and_then(|at| self.sources.get(at as usize))
    }
}

fn is_series(observations: &[Observation]) -> bool {
    let mut periods = observations.iter().filter(|row| row.label.is_none()).map(|row| row.subject.period);
    let first = periods.next();
    periods.any(|period| Some(period) != first)
}
