//! The names of figures, places and trades.

use std::borrow::Cow;

use super::{Words, flow_word, transport_word};
use crate::analysis::Figure;
use crate::dataset::code::{ALL_PRODUCTS, rest_of};
use crate::dataset::{Flow, Measure, Observation, Period, Subject, WORLD};

impl<'a> Words<'a> {
    /// The label of a row: the dataset's own, else whatever distinguishes it from others.
    #[must_use]
    pub fn label(self, figure: Figure) -> Cow<'a, str> {
        match figure {
            Figure::Published(at) => {
                self.dataset.observations.get(at).map_or(Cow::Borrowed(""), |observation| {
                    let period = observation.subject.period.filter(|_| self.dataset.is_series);
                    match (&observation.label, period) {
                        (Some(label), _) => Cow::Borrowed(&**label),
                        (None, Some(period)) => {
                            Cow::Owned(format!("{period} · {}", self.distinct_name(observation)))
                        }
                        (None, None) => self.distinct_name(observation),
                    }
                })
            }
            Figure::Derived(at) => {
                let derived = self.derived(at);
                Cow::Owned(
                    derived.map_or_else(String::new, |derived| {
                        format!("{} (derived)", self.derived_word(&derived))
                    }),
                )
            }
        }
    }

    /// The label of a row among rows of several measures; names the measure unless the dataset gives a label.
    #[must_use]
    pub fn listed_label(self, figure: Figure) -> Cow<'a, str> {
        let unlabelled = self.observation(figure).filter(|row| row.label.is_none() && self.dataset.is_series);
        match unlabelled.map(|row| kind(row.measure)) {
            None | Some("") => self.label(figure),
            Some(kind) => Cow::Owned(format!("{}{kind}", self.label(figure))),
        }
    }

    /// The label of a row for narrow columns: `= Imports` for `Imports (derived)`, `Bolivia` for the longer name in a
    /// table.
    #[must_use]
    pub fn brief_label(self, figure: Figure) -> Cow<'a, str> {
        match figure {
            Figure::Published(_) => {
                self.short_partner(figure).map_or_else(|| self.label(figure), Cow::Borrowed)
            }
            Figure::Derived(at) => {
                let derived = self.derived(at);
                Cow::Owned(
                    derived.map_or_else(String::new, |derived| format!("= {}", self.derived_word(&derived))),
                )
            }
        }
    }

    /// The key for sorting rows by name. The period of an unlabelled row comes second, so that rows of one trade stay
    /// together.
    #[must_use]
    pub fn name(self, figure: Figure) -> (Cow<'a, str>, Option<Period>) {
        let unlabelled = self.observation(figure).filter(|observation| observation.label.is_none());
        let name =
            unlabelled.map_or_else(|| self.label(figure), |observation| self.distinct_name(observation));
        (name, self.subject(figure).and_then(|subject| subject.period))
    }

    /// The place, product, mode and flow that distinguish an observation from others of its period.
    fn distinct_name(self, observation: &'a Observation) -> Cow<'a, str> {
        let Subject { partner, product, transport, flow, .. } = &observation.subject;
        let mut parts = Vec::new();
        if **partner != *WORLD {
            parts.push(Cow::Borrowed(self.short_place(partner)));
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

    /// The name of a place as it is written in a sentence; its code if no name is known.
    #[must_use]
    pub fn place(self, code: &'a str) -> &'a str {
        self.dataset.place_name(code)
    }

    /// The name of a place for narrow columns.
    #[must_use]
    pub fn short_place(self, code: &'a str) -> &'a str {
        self.dataset.short_place_name(code)
    }

    /// The name of a place, or of a whole without one of its parts: `the world except Kazakhstan`.
    fn place_or_rest(self, code: &'a str) -> Cow<'a, str> {
        let name = self.place(code);
        match rest_of(code).filter(|_| name == code) {
            Some((whole, part)) => Cow::Owned(format!("{} except {}", self.place(whole), self.place(part))),
            None => Cow::Borrowed(name),
        }
    }

    /// The same for narrow columns.
    pub(super) fn short_place_or_rest(self, code: &'a str) -> Cow<'a, str> {
        let name = self.short_place(code);
        match rest_of(code).filter(|_| name == code) {
            Some((whole, part)) => {
                Cow::Owned(format!("{} except {}", self.short_place(whole), self.short_place(part)))
            }
            None => Cow::Borrowed(name),
        }
    }

    /// A trade on one line: `Xinjiang, exports to Kazakhstan, by rail, 2023`.
    #[must_use]
    pub fn about(self, subject: &'a Subject) -> String {
        format!("{}, {}", self.trade(subject, |code| self.place_or_rest(code)), dated(subject))
    }

    /// A trade in full, then with short names of places, then without its reporter; and separately its period, as there
    /// may be room for only one of them.
    pub(crate) fn trades(self, subject: &'a Subject) -> ([String; 3], String) {
        let full = self.trade(subject, |code| self.place_or_rest(code));
        let short = self.trade(subject, |code| self.short_place_or_rest(code));
        let reporter = format!("{}, ", self.short_place_or_rest(&subject.reporter));
        let bare = short.strip_prefix(&reporter).unwrap_or(&short).to_owned();
        ([full, short, bare], dated(subject))
    }

    /// A trade with these names of places, without its period.
    fn trade(self, subject: &'a Subject, place: impl Fn(&'a str) -> Cow<'a, str>) -> String {
        let Subject { reporter, partner, flow, product, transport, .. } = subject;
        let (reporter, partner) = (place(reporter), place(partner));
        let mut line = match flow {
            Flow::Exports => format!("{reporter}, exports to {partner}"),
            Flow::Imports => format!("{reporter}, imports from {partner}"),
            Flow::Total if self.is_flow_said() => format!("{reporter}, total trade with {partner}"),
            Flow::Total => format!("{reporter}, trade with {partner}"),
            Flow::Balance => format!("{reporter}, balance with {partner}"),
        };
        if let Some(product) = product {
            line = format!("{line}, {}", product_or_rest(product));
        }
        if let Some(mode) = transport {
            line = format!("{line}, by {}", transport_word(*mode).to_lowercase());
        }
        line
    }

    /// A measure with what it refers to: `growth over 2022`, `share of Trade, all partners`.
    #[must_use]
    pub fn measured(self, observation: &'a Observation) -> String {
        let base = || observation.base.map_or_else(|| "an unstated base".to_owned(), |base| base.to_string());
        match observation.measure {
            Measure::Value => "value".to_owned(),
            Measure::Growth => format!("growth over {}", base()),
            Measure::Share => {
                let whole = observation.whole().map(|at| self.label(Figure::Published(at)));
                format!("share of {}", whole.unwrap_or_default())
            }
            Measure::Multiple => format!("multiple of {}", base()),
            Measure::UnitValue => "unit value (value / net weight)".to_owned(),
            Measure::Rank => "rank".to_owned(),
            Measure::Count => "count".to_owned(),
            Measure::Mention => "named, without a number".to_owned(),
            Measure::Change => format!("change over {}", base()),
            Measure::ShareChange => match observation.whole() {
                Some(at) => {
                    let whole = self.label(Figure::Published(at));
                    format!("change of the share of {whole} over {}", base())
                }
                None => format!("change of the share over {}", base()),
            },
            Measure::Index => format!("index, {} = 100", base()),
            Measure::Record => match observation.since {
                Some(since) => format!("largest since {since}"),
                None => "a record".to_owned(),
            },
        }
    }
}

/// The period of a trade.
fn dated(subject: &Subject) -> String {
    subject.period.map_or_else(|| "undated".to_owned(), |period| period.to_string())
}

/// The measure after a name, unless its number already shows it.
fn kind(measure: Measure) -> &'static str {
    match measure {
        Measure::Value | Measure::Multiple | Measure::Mention => "",
        Measure::Count => ", count",
        Measure::Growth => ", growth",
        Measure::Share => ", share",
        Measure::Rank => ", rank",
        Measure::Change => ", change",
        Measure::ShareChange => ", change of the share",
        Measure::Index => ", index",
        Measure::Record => ", record",
        Measure::UnitValue => ", unit value",
    }
}

/// A product, or a group without one of its members: `all products except oil`.
fn product_or_rest(product: &str) -> Cow<'_, str> {
    match rest_of(product) {
        Some((ALL_PRODUCTS, part)) => Cow::Owned(format!("all products except {part}")),
        Some((whole, part)) => Cow::Owned(format!("{whole} except {part}")),
        None => Cow::Borrowed(product),
    }
}
