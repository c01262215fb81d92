//! The words for figures: labels, numbers with their units, sources, explanations.
//!
//! Screen and print say the same things in the same words, so the words have a room of their own, between the
//! figures and everything that shows them. Widths and styles are none of its business.

mod claim;
mod currency;
mod detail;
mod figure;
mod finding;
mod formula;
mod number;
mod provenance;
mod vocabulary;

use std::borrow::Cow;

pub use currency::Amount;
pub use detail::{Entry, Headline, Topic, brief, detail};
pub use formula::{formula_word, formula_words};
pub use number::{Direction, Number, fixed, grouped, signed};
pub use provenance::{periods_and_sources, published, publishers};
pub use vocabulary::{flow_word, severity_meaning, severity_word, status_word, transport_word};

use crate::analysis::{Analysis, Figure, Severity};
use crate::dataset::{Code, Currency, Dataset, Flow, Measure, Observation, Period, Status, Subject, WORLD};

/// A dataset and what follows from it: all there is to say something about.
#[derive(Debug, Clone, Copy)]
pub struct Words<'a> {
    /// What was published.
    pub dataset: &'a Dataset,
    /// What follows.
    pub analysis: &'a Analysis,
    /// The currency that money is shown in, where the source gives it or its own rate allows it.
    pub currency: Option<Currency>,
}

impl<'a> Words<'a> {
    /// Words for figures as they were published.
    #[must_use]
    pub fn new(dataset: &'a Dataset, analysis: &'a Analysis) -> Self {
        Self { dataset, analysis, currency: None }
    }

    /// The same figures as they were published.
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

    /// Stable name of a figure.
    #[must_use]
    pub fn id(self, figure: Figure) -> Cow<'a, str> {
        self.analysis.id(self.dataset, figure)
    }

    /// The trade that a figure is about.
    #[must_use]
    pub fn subject(self, figure: Figure) -> Option<&'a Subject> {
        match figure {
            Figure::Published(at) => self.dataset.observations.get(at).map(|o| &o.subject),
            Figure::Derived(at) => self.analysis.derived.get(at).map(|d| &d.subject),
        }
    }

    /// What a row is called: the dataset's label, else what tells it apart.
    #[must_use]
    pub fn label(self, figure: Figure) -> Cow<'a, str> {
        match figure {
            Figure::Published(at) => {
                self.dataset.observations.get(at).map_or(Cow::Borrowed(""), |observation| {
                    let period = observation.subject.period.filter(|_| self.dataset.is_series);
                    match (&observation.label, period) {
                        (Some(label), _) => Cow::Borrowed(&**label),
                        (None, Some(period)) => Cow::Owned(format!("{period} · {}", self.apart(observation))),
                        (None, None) => self.apart(observation),
                    }
                })
            }
            Figure::Derived(at) => {
                let derived = self.analysis.derived.get(at);
                Cow::Owned(derived.map_or_else(String::new, |derived| {
                    format!("{} (derived)", formula_word(derived.formula))
                }))
            }
        }
    }

    /// What a row is ordered by where names are: a label that begins with its period is not that of a month.
    #[must_use]
    pub fn name(self, figure: Figure) -> (Cow<'a, str>, Option<Period>) {
        let unlabelled = self.observation(figure).filter(|observation| observation.label.is_none());
        let name = unlabelled.map_or_else(|| self.label(figure), |observation| self.apart(observation));
        (name, self.subject(figure).and_then(|subject| subject.period))
    }

    /// What tells an observation of one period apart: its place, product or mode, else its flow and measure.
    fn apart(self, observation: &'a Observation) -> Cow<'a, str> {
        let Subject { partner, product, transport, flow, .. } = &observation.subject;
        let mut parts = Vec::new();
        if **partner != *WORLD {
            parts.push(Cow::Borrowed(self.dataset.place_label(partner)));
        }
        parts.extend(product.as_deref().map(Cow::Borrowed));
        parts.extend(transport.map(|mode| Cow::Borrowed(transport_word(mode))));
        if parts.is_empty() || *flow != Flow::Total {
            parts.push(Cow::Borrowed(flow_word(*flow)));
        }
        match parts.len() {
            1 => parts.remove(0),
            _ => Cow::Owned(parts.join(", ")),
        }
    }

    /// The name of a place as it stands in a sentence; its code if nobody names it.
    #[must_use]
    pub fn place(self, code: &'a str) -> &'a str {
        self.dataset.place_name(code)
    }

    /// The name of a place where there is little room.
    #[must_use]
    pub fn short_place(self, code: &'a str) -> &'a str {
        self.dataset.short_place_name(code)
    }

    /// One line on the trade that a figure is about: `Xinjiang, exports to Kazakhstan, by rail, 2023`.
    #[must_use]
    pub fn about(self, subject: &'a Subject) -> String {
        let Subject { reporter, partner, flow, product, transport, period } = subject;
        let (reporter, partner) = (self.place(reporter), self.place(partner));
        let mut line = match flow {
            Flow::Exports => format!("{reporter}, exports to {partner}"),
            Flow::Imports => format!("{reporter}, imports from {partner}"),
            Flow::Total => format!("{reporter}, total trade with {partner}"),
            Flow::Balance => format!("{reporter}, balance with {partner}"),
        };
        if let Some(product) = product {
            line = format!("{line}, {product}");
        }
        if let Some(mode) = transport {
            line = format!("{line}, by {}", transport_word(*mode).to_lowercase());
        }
        let period = period.map_or_else(|| "undated".to_owned(), |period| period.to_string());
        format!("{line}, {period}")
    }

    /// What is measured: `growth on 2022`, `share of Trade, all partners`.
    #[must_use]
    pub fn measured(self, observation: &'a Observation) -> String {
        let base = || observation.base.map_or_else(|| "an unstated base".to_owned(), |base| base.to_string());
        match observation.measure {
            Measure::Value => "value".to_owned(),
            Measure::Growth => format!("growth on {}", base()),
            Measure::Share => {
                let whole = observation.share_of.map(|at| self.label(Figure::Published(at)));
                format!("share of {}", whole.unwrap_or_default())
            }
            Measure::Multiple => format!("multiple of {}", base()),
            Measure::Rank => "rank".to_owned(),
            Measure::Count => "count".to_owned(),
            Measure::Mention => "named, without a number".to_owned(),
            Measure::Change => format!("change on {}", base()),
            Measure::ShareChange => format!("change of the share on {}", base()),
            Measure::Index => format!("index, {} = 100", base()),
            Measure::Record => match observation.since {
                Some(since) => format!("largest since {since}"),
                None => "a record".to_owned(),
            },
        }
    }

    /// The formula of a derived figure, in words.
    #[must_use]
    pub fn formula(self, figure: Figure) -> Option<&'static str> {
        match figure {
            Figure::Published(_) => None,
            Figure::Derived(at) => {
                self.analysis.derived.get(at).map(|derived| formula_words(derived.formula))
            }
        }
    }

    /// A figure on one line: `Exports: 246.57 bn CNY`.
    #[must_use]
    pub fn line(self, figure: Figure) -> String {
        format!("{}: {}", self.label(figure), self.value_line(figure))
    }

    /// Status letter, `c` for converted, and the mark of what cannot be true.
    #[must_use]
    pub fn marks(self, figure: Figure) -> String {
        let status = self.observation(figure).map_or(Status::Normal, |observation| observation.status);
        let letter = if status == Status::Normal || status.is_missing() { "" } else { status.code() };
        let converted = if self.is_converted(figure) { "c" } else { "" };
        let contradicted = if self.gravest(figure) == Some(Severity::Contradiction) { "✗" } else { "" };
        let marks = [letter, converted, contradicted];
        marks.into_iter().filter(|mark| !mark.is_empty()).collect::<Vec<_>>().join(" ")
    }

    /// What the checks make of the figure, in a word: `contradicted`, `doubted`.
    #[must_use]
    pub fn verdict(self, figure: Figure) -> Option<&'static str> {
        match self.gravest(figure)? {
            Severity::Contradiction => Some("contradicted"),
            Severity::Doubt => Some("doubted"),
            Severity::Note => None,
        }
    }

    fn gravest(self, figure: Figure) -> Option<Severity> {
        let found = self.analysis.findings_on(figure).filter_map(|at| self.analysis.findings.get(at));
        found.map(|finding| finding.severity).min()
    }

    /// The figure about the same partner that follows from `figure` by the rule of this name.
    #[must_use]
    pub fn follows_by(self, figure: Figure, rule: &str) -> Option<Figure> {
        let partner = self.subject(figure).map(|subject| &subject.partner);
        self.analysis.following(figure).find(|next| match next {
            Figure::Published(_) => false,
            Figure::Derived(at) => self.analysis.derived.get(*at).is_some_and(|derived| {
                derived.formula.code() == rule && Some(&derived.subject.partner) == partner
            }),
        })
    }

    /// Who published a figure, when, and where in the text: `Global Times, 2024-02-07, ¶4`.
    #[must_use]
    pub fn source_and_place(self, observation: &Observation) -> String {
        let source =
            self.dataset.source_of(observation).map_or_else(|| "source not stated".to_owned(), published);
        match &observation.locator {
            Some(locator) => format!("{source}, {locator}"),
            None => source,
        }
    }
}
