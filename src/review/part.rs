//! The parts of a row as a person sees and mends them, and how far each is in doubt.

use crate::dataset::{Facet, Measure, Place, known};
use crate::draft::{Draft, Origin, Proposal, ShareWhole};
use crate::wording::{flow_word, transport_word};

use super::number;

/// A part of a row that can be mended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RowPart {
    /// The number with its unit.
    Figure,
    /// The property of the trade that it gives.
    Measure,
    /// A dimension.
    Facet(Facet),
    /// For a share: what it is a part of.
    Whole,
}

/// How far a part of a row is in doubt. Said in words, so that nothing depends on colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doubt {
    /// The sentence of the figure says it.
    Said,
    /// The paragraph with this number says it; 0 is the title.
    Inherited(usize),
    /// Nothing says it.
    Assumed,
    /// Words name a product, but may be a part of its name, or not belong to it.
    Unsure,
    /// Nothing says it, and nothing is meant: all products, all modes of transport.
    Silent,
    /// A person chose it.
    Chosen,
}

impl Doubt {
    /// As it stands behind the value: `said here`, `← ¶2`, `? nothing said`.
    #[must_use]
    pub fn words(self) -> String {
        match self {
            Self::Said => "said here".to_owned(),
            Self::Inherited(0) => "← title".to_owned(),
            Self::Inherited(paragraph) => format!("← ¶{paragraph}"),
            Self::Assumed => "? nothing said".to_owned(),
            Self::Unsure => "? unsure name".to_owned(),
            Self::Silent => "nothing said".to_owned(),
            Self::Chosen => "chosen by you".to_owned(),
        }
    }
}

impl RowPart {
    /// The parts that a row has, in the order in which they are shown.
    #[must_use]
    pub fn parts(row: &Proposal) -> Vec<Self> {
        let mut parts = vec![Self::Figure, Self::Measure];
        parts.extend([Facet::Flow, Facet::Reporter, Facet::Partner, Facet::Period].map(Self::Facet));
        parts.extend(row.measure.has_base().then_some(Self::Facet(Facet::Base)));
        parts.extend((row.measure == Measure::Share).then_some(Self::Whole));
        parts.extend([Facet::Product, Facet::Transport].map(Self::Facet));
        parts
    }

    /// Its name on the screen.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Figure => "figure",
            Self::Measure => "measure",
            Self::Whole => "share of",
            Self::Facet(Facet::Flow) => "flow",
            Self::Facet(Facet::Reporter) => "reporter",
            Self::Facet(Facet::Partner) => "partner",
            Self::Facet(Facet::Product) => "product",
            Self::Facet(Facet::Transport) => "transport",
            Self::Facet(Facet::Period) => "period",
            Self::Facet(Facet::Base) => "over",
            Self::Facet(Facet::Unit) => "unit",
        }
    }

    /// Where a dimension comes from; `None` for the other parts.
    #[must_use]
    pub fn origin(self, row: &Proposal) -> Option<&Origin> {
        match self {
            Self::Figure => {
                Some(&row.unit_origin).filter(|origin| matches!(origin, Origin::Inherited { .. }))
            }
            Self::Measure | Self::Whole => None,
            Self::Facet(facet) => Some(origin(row, facet)),
        }
    }

    /// How far it is in doubt; `None` for parts that are no dimensions.
    #[must_use]
    pub fn doubt(self, row: &Proposal) -> Option<Doubt> {
        Some(match self.origin(row)? {
            Origin::Here(_) => Doubt::Said,
            Origin::Inherited { paragraph, .. } => Doubt::Inherited(*paragraph),
            Origin::Chosen => Doubt::Chosen,
            Origin::Assumed if self.is_silence(row) => Doubt::Silent,
            Origin::Assumed if self == Self::Facet(Facet::Product) => Doubt::Unsure,
            Origin::Assumed => Doubt::Assumed,
        })
    }

    fn is_silence(self, row: &Proposal) -> bool {
        match self {
            Self::Facet(Facet::Product) => row.product.value.is_none(),
            Self::Facet(Facet::Transport) => row.transport.value.is_none(),
            Self::Facet(
                Facet::Flow | Facet::Reporter | Facet::Partner | Facet::Period | Facet::Base | Facet::Unit,
            )
            | Self::Figure
            | Self::Measure
            | Self::Whole => false,
        }
    }

    /// The value that a row has, in words.
    #[must_use]
    pub fn value(self, draft: &Draft, row: &Proposal) -> String {
        let none = |word: &str| word.to_owned();
        match self {
            Self::Figure | Self::Facet(Facet::Unit) => number::shown(row),
            Self::Measure => measure_word(row.measure).to_owned(),
            Self::Whole => {
                row.whole.as_ref().map_or_else(|| none("not said"), |whole| whole_words(draft, whole))
            }
            Self::Facet(Facet::Flow) => flow_word(row.flow.value).to_lowercase(),
            Self::Facet(Facet::Reporter) => place_word(draft, &row.reporter.value).to_owned(),
            Self::Facet(Facet::Partner) => place_word(draft, &row.partner.value).to_owned(),
            Self::Facet(Facet::Product) => {
                row.product.value.as_deref().map_or_else(|| none("all"), str::to_owned)
            }
            Self::Facet(Facet::Transport) => {
                row.transport.value.map_or_else(|| none("all"), |mode| transport_word(mode).to_lowercase())
            }
            Self::Facet(Facet::Period) => {
                row.period.value.map_or_else(|| none("undated"), |period| period.to_string())
            }
            Self::Facet(Facet::Base) => {
                row.base.value.map_or_else(|| none("not said"), |period| period.to_string())
            }
        }
    }
}

/// Where a dimension of a row comes from.
pub(super) fn origin(row: &Proposal, facet: Facet) -> &Origin {
    match facet {
        Facet::Flow => &row.flow.origin,
        Facet::Reporter => &row.reporter.origin,
        Facet::Partner => &row.partner.origin,
        Facet::Product => &row.product.origin,
        Facet::Transport => &row.transport.origin,
        Facet::Period => &row.period.origin,
        Facet::Base => &row.base.origin,
        Facet::Unit => &row.unit_origin,
    }
}

/// The name of a place: the draft's own, a known one, or the code.
pub(super) fn place_word<'a>(draft: &'a Draft, code: &'a str) -> &'a str {
    let own = |place: &&Place| place.code == code;
    match draft.places.iter().find(own) {
        Some(place) => &place.name,
        None => known::short_name(code).unwrap_or(code),
    }
}

/// `exports of China to the world`, as far as it is not the row's own.
pub(super) fn whole_words(draft: &Draft, whole: &ShareWhole) -> String {
    let flow = flow_word(whole.flow).to_lowercase();
    let (reporter, partner) = (place_word(draft, &whole.reporter), place_word(draft, &whole.partner));
    let product = whole.product.as_deref().map_or_else(String::new, |product| format!(", {product}"));
    format!("{flow} of {reporter}, {partner}{product}")
}

/// `value`, `change of a share`.
pub(super) fn measure_word(measure: Measure) -> &'static str {
    match measure {
        Measure::Value => "value",
        Measure::Growth => "growth",
        Measure::Share => "share",
        Measure::Multiple => "multiple",
        Measure::Rank => "rank",
        Measure::Count => "count",
        Measure::Mention => "mention",
        Measure::Change => "change",
        Measure::ShareChange => "change of a share",
        Measure::Index => "index",
        Measure::Record => "record",
        Measure::UnitValue => "unit value",
    }
}
