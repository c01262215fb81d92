//! The values that a part of a row can take: those that the text has, then all that are known and match what is typed.

use std::sync::Arc;

use super::part::{RowPart, measure_word, place_word, whole_words};
use crate::dataset::{Code, Facet, Flow, Measure, Period, Transport, WORLD, known};
use crate::draft::{Draft, Proposal, ShareWhole};
use crate::text::fold;
use crate::wording::{flow_word, transport_word};

/// How many values are listed at most; more than fit a screen are found by typing.
const MOST: usize = 200;

/// A value of a part of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Choice {
    Measure(Measure),
    Flow(Flow),
    /// The code of a place.
    Place(Arc<str>),
    /// A place that nobody knows yet, by its name.
    NewPlace(String),
    Product(Option<Arc<str>>),
    Transport(Option<Transport>),
    Period(Option<Period>),
    Whole(Option<ShareWhole>),
}

impl Choice {
    /// The value that a row has now; `None` for its number, which is typed.
    pub fn of_row(row: &Proposal, part: RowPart) -> Option<Self> {
        Some(match part {
            RowPart::Figure | RowPart::Facet(Facet::Unit) => return None,
            RowPart::Measure => Self::Measure(row.measure),
            RowPart::Whole => Self::Whole(row.whole.clone()),
            RowPart::Facet(Facet::Flow) => Self::Flow(row.flow.value),
            RowPart::Facet(Facet::Reporter) => Self::Place(Arc::clone(&row.reporter.value)),
            RowPart::Facet(Facet::Partner) => Self::Place(Arc::clone(&row.partner.value)),
            RowPart::Facet(Facet::Product) => Self::Product(row.product.value.clone()),
            RowPart::Facet(Facet::Transport) => Self::Transport(row.transport.value),
            RowPart::Facet(Facet::Period) => Self::Period(row.period.value),
            RowPart::Facet(Facet::Base) => Self::Period(row.base.value),
        })
    }

    /// As it stands in the list.
    pub fn words(&self, draft: &Draft) -> String {
        match self {
            Self::Measure(measure) => measure_word(*measure).to_owned(),
            Self::Flow(flow) => flow_word(*flow).to_lowercase(),
            Self::Place(code) => place_word(draft, code).to_owned(),
            Self::NewPlace(name) => format!("{name} (a place of this text)"),
            Self::Product(product) => product.as_deref().unwrap_or("all products").to_owned(),
            Self::Transport(mode) => {
                mode.map_or_else(|| "all modes".to_owned(), |mode| transport_word(mode).to_lowercase())
            }
            Self::Period(period) => period.map_or_else(|| "not said".to_owned(), |period| period.to_string()),
            Self::Whole(whole) => {
                whole.as_ref().map_or_else(|| "not said".to_owned(), |whole| whole_words(draft, whole))
            }
        }
    }

    fn is_found(&self, draft: &Draft, typed: &str) -> bool {
        let words = fold(&self.words(draft));
        let code = match self {
            Self::Place(code) => fold(code),
            Self::Period(Some(period)) => period.code().to_lowercase(),
            Self::Measure(_)
            | Self::Flow(_)
            | Self::NewPlace(_)
            | Self::Product(_)
            | Self::Transport(_)
            | Self::Period(None)
            | Self::Whole(_) => String::new(),
        };
        typed.split_whitespace().all(|word| words.contains(word) || code.starts_with(word))
    }
}

/// The values of a part that match what is typed: the present one, those of the text, then all others.
pub(super) fn choices(draft: &Draft, row: &Proposal, part: RowPart, typed: &str) -> Vec<Choice> {
    let mut found: Vec<Choice> = Vec::new();
    let folded = fold(typed);
    let present = Choice::of_row(row, part);
    let of_text = present.into_iter().chain(of_text(draft, row, part));
    for choice in of_text.chain(known_values(row, part, !folded.is_empty())) {
        if found.len() < MOST && choice.is_found(draft, &folded) && !found.contains(&choice) {
            found.push(choice);
        }
    }
    let new = new_value(part, typed.trim());
    if let Some(new) = new.filter(|new| !found.contains(new)) {
        // A period is written out in full; a name may be the start of one that is known.
        if matches!(new, Choice::Period(_)) { found.insert(0, new) } else { found.push(new) }
    }
    found
}

/// The values of a part that other rows of the text have.
fn of_text<'a>(draft: &'a Draft, row: &'a Proposal, part: RowPart) -> Box<dyn Iterator<Item = Choice> + 'a> {
    let same = move |row: &'a Proposal| Choice::of_row(row, part);
    match part {
        RowPart::Facet(Facet::Reporter | Facet::Partner) => {
            let places = draft.rows.iter().flat_map(|row| [&row.reporter.value, &row.partner.value]);
            let own = draft.places.iter().map(|place| Choice::Place(place.code.as_str().into()));
            Box::new(places.map(|code| Choice::Place(Arc::clone(code))).chain(own))
        }
        RowPart::Facet(Facet::Period | Facet::Base) => {
            let bases = draft.rows.iter().filter(|row| row.measure.has_base()).map(|row| row.base.value);
            let periods = draft.rows.iter().map(|row| row.period.value).chain(bases);
            let before = row.period.value.and_then(Period::year_before);
            let before = before.filter(|_| part == RowPart::Facet(Facet::Base));
            Box::new(before.into_iter().chain(periods.flatten()).map(|period| Choice::Period(Some(period))))
        }
        RowPart::Whole => Box::new(draft.rows.iter().filter_map(same).chain(wholes(row))),
        RowPart::Figure | RowPart::Measure | RowPart::Facet(Facet::Unit) => Box::new(std::iter::empty()),
        RowPart::Facet(Facet::Flow | Facet::Product | Facet::Transport) => {
            Box::new(draft.rows.iter().filter_map(same))
        }
    }
}

/// The usual wholes of a share: trade with all partners, trade both ways, trade of all products.
fn wholes(row: &Proposal) -> impl Iterator<Item = Choice> {
    let own = ShareWhole {
        reporter: Arc::clone(&row.reporter.value),
        partner: Arc::clone(&row.partner.value),
        flow: row.flow.value,
        product: row.product.value.clone(),
    };
    let all_products = ShareWhole { product: None, ..own.clone() };
    let all_partners = ShareWhole { partner: WORLD.into(), ..own.clone() };
    let both_ways = ShareWhole { flow: Flow::Total, ..own.clone() };
    let everything = ShareWhole { partner: WORLD.into(), flow: Flow::Total, product: None, ..own.clone() };
    let candidates = [all_products, all_partners, both_ways, everything];
    candidates.into_iter().filter(move |whole| *whole != own).map(|whole| Choice::Whole(Some(whole)))
}

/// All values that the program knows; of places all but the world only if some are looked for.
fn known_values(row: &Proposal, part: RowPart, is_looking: bool) -> Box<dyn Iterator<Item = Choice>> {
    let unit = row.unit;
    match part {
        RowPart::Figure | RowPart::Facet(Facet::Unit) => Box::new(std::iter::empty()),
        RowPart::Measure => {
            let takes = move |measure: &Measure| measure.takes(unit);
            Box::new(Measure::ALL.iter().map(|(_, measure)| *measure).filter(takes).map(Choice::Measure))
        }
        RowPart::Facet(Facet::Flow) => Box::new(Flow::ALL.iter().map(|(_, flow)| Choice::Flow(*flow))),
        RowPart::Facet(Facet::Reporter | Facet::Partner) => {
            let world = std::iter::once(Choice::Place(WORLD.into()));
            Box::new(
                world
                    .chain(known::codes().filter(move |_| is_looking).map(|code| Choice::Place(code.into()))),
            )
        }
        RowPart::Facet(Facet::Product) => Box::new(std::iter::once(Choice::Product(None))),
        RowPart::Facet(Facet::Transport) => {
            let modes = Transport::ALL.iter().map(|(_, mode)| Choice::Transport(Some(*mode)));
            Box::new(std::iter::once(Choice::Transport(None)).chain(modes))
        }
        RowPart::Facet(Facet::Period | Facet::Base) => Box::new(std::iter::once(Choice::Period(None))),
        RowPart::Whole => Box::new(std::iter::once(Choice::Whole(None))),
    }
}

/// A value that is in no list, as it was typed.
fn new_value(part: RowPart, typed: &str) -> Option<Choice> {
    if typed.is_empty() {
        return None;
    }
    match part {
        RowPart::Facet(Facet::Product) => Some(Choice::Product(Some(typed.into()))),
        RowPart::Facet(Facet::Reporter | Facet::Partner) => Some(Choice::NewPlace(typed.to_owned())),
        RowPart::Facet(Facet::Period | Facet::Base) => {
            Period::parse(&typed.to_uppercase()).map(|period| Choice::Period(Some(period)))
        }
        RowPart::Figure
        | RowPart::Measure
        | RowPart::Whole
        | RowPart::Facet(Facet::Flow | Facet::Transport | Facet::Unit) => None,
    }
}
