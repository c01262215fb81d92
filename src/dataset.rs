//! What was published: observations with their sources, places and panes, read from a Data Package and checked.
//!
//! Nothing here knows of a screen. Numbers are exact decimals with the precision they were printed with.

pub mod code;
mod document;
pub mod meant;
mod observation;
mod pane;
mod period;
mod problem;
mod quantity;
mod read;
mod source;
mod unit;

use std::collections::HashMap;

pub use code::{Code, Flow, Measure, Status, Transport};
pub use document::Document;
pub use observation::{Observation, Subject, WORLD};
pub use pane::{Pane, PaneKind};
pub use period::Period;
pub use problem::{DatasetError, Problem};
pub use quantity::{MAX_DECIMALS, Quantity};
pub use read::{COLUMNS, Loaded, MAX_BYTES, MAX_DEPTH, open, parse, read};
pub use source::{Place, Source};
pub use unit::Unit;

/// The dataset that stands in the program itself.
const BUNDLED: &str = include_str!("../assets/datapackage.json");

/// A dataset: everything that was read from a file, its references resolved.
#[derive(Debug, Clone)]
pub struct Dataset {
    /// Short name, for files and messages.
    pub name: String,
    /// What it is about, for people.
    pub title: String,
    /// Who published the figures.
    pub sources: Vec<Source>,
    /// The places that the dataset names itself.
    pub places: Vec<Place>,
    /// The figures, in the file's order.
    pub observations: Vec<Observation>,
    /// What to show, in order; never empty.
    pub panes: Vec<Pane>,
    /// Whether the figures without a label are of several periods, so that these tell them apart.
    pub is_series: bool,
    by_id: HashMap<String, usize>,
    by_code: HashMap<String, usize>,
}

impl Dataset {
    /// The bundled dataset: Xinjiang's trade with Central Asia in 2023.
    ///
    /// # Errors
    ///
    /// None, unless the program was built with a broken dataset; a test holds that it was not.
    pub fn bundled() -> Result<Loaded, DatasetError> {
        parse("bundled dataset", BUNDLED, &|_| Err("the bundled dataset is one file".to_owned()))
    }

    /// Where the observation with this id stands.
    #[must_use]
    pub fn find(&self, id: &str) -> Option<usize> {
        self.by_id.get(id).copied()
    }

    /// The place with this code, where the dataset names it.
    #[must_use]
    pub fn place(&self, code: &str) -> Option<&Place> {
        self.by_code.get(code).and_then(|at| self.places.get(*at))
    }

    /// Who published an observation.
    #[must_use]
    pub fn source_of(&self, observation: &Observation) -> Option<&Source> {
        observation.source.and_then(|at| self.sources.get(at))
    }
}
