//! The sources of words: a dataset, its analysis, and the currency to show.

use std::borrow::Cow;

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
