//! All words: labels, numbers with their units, claims, sources.
//!
//! Screen and print use the same words, which are made here, when they are shown. Widths and styles are decided
//! elsewhere.

mod check_summary;
mod citation;
mod claim;
mod currency;
mod detail;
mod elsewhere;
mod entry;
mod figure;
mod finding;
mod following;
mod formula;
mod glossary;
mod lookup;
mod marks;
mod name;
mod number;
mod provenance;
mod rule;
mod series;
mod slice;
mod sparkline;
mod stated;
mod tally;
mod unit_value;
mod verdict;
mod vocabulary;

use std::borrow::Cow;

pub use check_summary::CheckSummary;
pub use claim::{Picture, PictureRow};
pub use currency::ShownAmount;
pub(crate) use detail::{Headline, brief, detail, title};
pub(crate) use elsewhere::elsewhere;
pub use entry::Topic;
pub(crate) use entry::{Entry, Heading};
pub use formula::formula_words;
pub use glossary::GLOSSARY;
pub use number::{Direction, Number};
pub(crate) use number::{bound_sign, fixed, grouped, signed};
pub(crate) use provenance::{periods, periods_and_sources, published, publishers};
pub(crate) use rule::{rule_help, rule_title};
pub(crate) use slice::{
    ShareAndChange, asked, flow_in_words, place, product, quantity_in_words, reported_by, rows_of, statuses,
    table, table_facts,
};
pub(crate) use tally::{SetAsideRows, row_count, set_aside, set_aside_line};
pub(crate) use unit_value::unit_value;
pub(crate) use vocabulary::{
    counted, flow_word, severity_meaning, severity_word, status_word, transport_word,
};

use crate::analysis::{Analysis, Derived, Figure, Formula};
use crate::dataset::{Currency, Dataset, Observation, Subject};

/// A dataset and its analysis, to be put into words.
#[derive(Debug, Clone, Copy)]
pub struct Words<'a> {
    /// The published figures.
    pub dataset: &'a Dataset,
    /// The derived figures and the findings.
    pub analysis: &'a Analysis,
    /// The currency to show money in, if the source gives it or implies a rate; `None` for the published one.
    pub currency: Option<Currency>,
}

impl<'a> Words<'a> {
    /// Words for figures as they were published.
    #[must_use]
    pub fn new(dataset: &'a Dataset, analysis: &'a Analysis) -> Self {
        Self { dataset, analysis, currency: None }
    }

    /// The same words with all figures as they were published.
    #[must_use]
    pub fn as_published(self) -> Self {
        Self { currency: None, ..self }
    }

    /// The observation behind a published figure.
    #[must_use]
    pub fn observation(self, figure: Figure) -> Option<&'a Observation> {
        match figure {
            Figure::Published(at) => self.dataset.observations.get(at),
            Figure::Derived(_) => None,
        }
    }

    /// The stable id of a figure.
    #[must_use]
    pub fn id(self, figure: Figure) -> Cow<'a, str> {
        self.analysis.id(self.dataset, figure)
    }

    /// The trade that a figure is about.
    #[must_use]
    pub fn subject(self, figure: Figure) -> Option<Cow<'a, Subject>> {
        self.analysis.subject(self.dataset, figure)
    }

    /// The derived figure at a place in [`Analysis::derivations`].
    #[must_use]
    pub fn derived(self, at: usize) -> Option<Cow<'a, Derived>> {
        self.analysis.derived(self.dataset, at)
    }

    /// The formula of a derived figure, in words: `total − exports`.
    #[must_use]
    pub fn formula(self, figure: Figure) -> Option<&'static str> {
        match figure {
            Figure::Published(_) => None,
            Figure::Derived(at) => {
                self.analysis.derivations().get(at).map(|derivation| formula_words(derivation.formula))
            }
        }
    }

    /// A figure on one line: `Exports: 246.57 bn CNY`.
    #[must_use]
    pub fn line(self, figure: Figure) -> String {
        format!("{}: {}", self.label(figure), self.value_line(figure))
    }

    /// The figure about the same partner that is derived from `figure` by one of the formulas.
    #[must_use]
    pub fn follows_by(self, figure: Figure, formulas: &[Formula]) -> Option<Figure> {
        let own = self.subject(figure)?;
        self.analysis.following(figure).find(|next| match next {
            Figure::Published(_) => false,
            Figure::Derived(at) => {
                let derivation = self.analysis.derivations().get(*at);
                derivation.is_some_and(|derivation| formulas.contains(&derivation.formula))
                    && self.subject(*next).is_some_and(|subject| subject.partner == own.partner)
            }
        })
    }
}
