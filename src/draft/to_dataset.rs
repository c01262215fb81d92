//! A draft as a dataset, and a saved draft taken up again.

use std::sync::Arc;

use compact_str::CompactString;
use foldhash::HashMap;

use super::Draft;
use super::one_line::{MOST_TITLE, one_line};
use super::proposal::{Origin, Proposal, Review, ShareWhole, Sourced};
use crate::dataset::{
    Dataset, Definition, Facet, Measure, Observation, Observations, Period, SharedText, Status, Subject,
    Transport, Unconfirmed,
};
use crate::formats::with_default_panes;

/// The whole of a share, as a row of its own if the text gives no number for it.
#[derive(Clone, PartialEq, Eq, Hash)]
struct MissingWhole {
    whole: ShareWhole,
    transport: Option<Transport>,
    period: Option<Period>,
    definition: Definition,
}

impl Draft {
    /// The rows as a dataset, those left out that a person rejected. A row that nobody confirmed carries its
    /// [`Observation::unconfirmed`]. The whole of a share that the text gives no value of is a row without a number.
    #[must_use]
    pub fn to_dataset(&self) -> Dataset {
        let mut observations = Observations::default();
        let kept: Vec<&Proposal> = self.rows.iter().filter(|row| row.review != Review::Rejected).collect();
        let mut at_of: HashMap<MissingWhole, usize> = HashMap::default();
        for row in &kept {
            let Some(at) = observations.push(observation(row, &self.text)) else { continue };
            if row.measure == Measure::Value && row.bound.is_none() {
                at_of.entry(of_value(row)).or_insert(at);
            }
        }
        let mut count = 0;
        for row in &kept {
            let Some(wanted) = of_share(row) else { continue };
            let whole = at_of.get(&wanted).copied().or_else(|| {
                count += 1;
                let at = observations.push(missing(&wanted, row, count));
                at.inspect(|at| _ = at_of.insert(wanted, *at))
            });
            if let Some(share) = observations.position(&row.id) {
                observations.set_whole(share, whole);
            }
        }
        let sources = vec![self.source.clone()];
        let places = self.places.iter().filter(|place| names(&kept, &place.code)).cloned().collect();
        with_default_panes(Dataset::new(self.name.clone(), self.title.clone(), sources, places, observations))
    }

    /// True if a dataset is a saved draft of the same text: it has the same title, and each row that both have quotes the
    /// same words.
    #[must_use]
    pub fn is_of(&self, saved: &Dataset) -> bool {
        let quotes_the_same = |row: &Proposal| {
            let known = saved.find(&row.id).and_then(|at| saved.observations.get(at));
            known.is_none_or(|known| known.as_printed.as_deref() == self.text.get(row.range.clone()))
        };
        saved.title == self.title && self.rows.iter().all(quotes_the_same)
    }

    /// Takes up a draft of the same text that was saved: what is missing there was rejected, what carries no doubt was
    /// confirmed, and dimensions that differ were chosen. Rows whose words differ are of another text and stay as they are.
    pub fn resume(&mut self, saved: &Dataset) {
        let text = &self.text;
        for row in &mut self.rows {
            let Some(known) = saved.find(&row.id).and_then(|at| saved.observations.get(at)) else {
                row.review = Review::Rejected;
                continue;
            };
            if known.as_printed.as_deref() == Some(&*printed(row, text)) {
                let whole = known.whole().and_then(|at| saved.observations.get(at));
                take_over(row, known, whole);
            }
        }
        for place in &saved.places {
            if self.places.iter().all(|known| known.code != place.code) {
                self.places.push(place.clone());
            }
        }
    }
}

fn names(rows: &[&Proposal], code: &str) -> bool {
    let is_whole = |whole: &ShareWhole| &*whole.reporter == code || &*whole.partner == code;
    let is_named = |row: &&Proposal| {
        &*row.reporter.value == code
            || &*row.partner.value == code
            || row.whole.as_ref().is_some_and(is_whole)
    };
    rows.iter().any(is_named)
}

/// The figure's own words on one line.
fn printed(row: &Proposal, text: &str) -> String {
    one_line(text.get(row.range.clone()).unwrap_or_default(), MOST_TITLE)
}

fn observation(row: &Proposal, text: &str) -> Observation {
    Observation {
        id: CompactString::from(&row.id),
        label: None,
        subject: Subject {
            reporter: SharedText::from(&*row.reporter.value),
            partner: SharedText::from(&*row.partner.value),
            flow: row.flow.value,
            product: row.product.value.as_deref().map(SharedText::from),
            transport: row.transport.value,
            period: row.period.value,
        },
        definition: row.definition,
        measure: row.measure,
        growth_of: row.growth_of,
        bound: row.bound,
        ranked_among: None,
        since: None,
        base: row.base.value.filter(|_| row.measure.has_base()),
        share_of: None,
        summed: None,
        value: Some(row.value),
        unit: Some(row.unit),
        multiplier: row.multiplier,
        status: Status::Normal,
        source: Some(0),
        locator: Some(Draft::locator(row.paragraph).into()),
        as_printed: Some(printed(row, text).into()),
        note: None,
        unconfirmed: (row.review == Review::Open).then(|| row.unconfirmed()),
    }
}

/// The trade of a value, as shares look it up.
fn of_value(row: &Proposal) -> MissingWhole {
    let whole = ShareWhole {
        reporter: Arc::clone(&row.reporter.value),
        partner: Arc::clone(&row.partner.value),
        flow: row.flow.value,
        product: row.product.value.clone(),
    };
    let (transport, period) = (row.transport.value, row.period.value);
    MissingWhole { whole, transport, period, definition: row.definition }
}

/// The trade of the whole of a share; that of all modes for a share of one mode.
fn of_share(row: &Proposal) -> Option<MissingWhole> {
    let whole = row.whole.clone().filter(|_| row.measure == Measure::Share)?;
    Some(MissingWhole { whole, transport: None, period: row.period.value, definition: row.definition })
}

fn missing(wanted: &MissingWhole, share: &Proposal, number: usize) -> Observation {
    let whole = &wanted.whole;
    let subject = Subject {
        reporter: SharedText::from(&*whole.reporter),
        partner: SharedText::from(&*whole.partner),
        flow: whole.flow,
        product: whole.product.as_deref().map(SharedText::from),
        transport: wanted.transport,
        period: wanted.period,
    };
    Observation {
        id: format!("whole-{number}").into(),
        label: None,
        subject,
        definition: wanted.definition,
        measure: Measure::Value,
        growth_of: None,
        bound: None,
        ranked_among: None,
        since: None,
        base: None,
        share_of: None,
        summed: None,
        value: None,
        unit: None,
        multiplier: 0,
        status: Status::Missing,
        source: Some(0),
        locator: Some(Draft::locator(share.paragraph).into()),
        as_printed: None,
        note: None,
        unconfirmed: None,
    }
}

/// Takes over what a saved row says of a figure.
fn take_over(row: &mut Proposal, saved: &Observation, whole: Option<&Observation>) {
    let subject = &saved.subject;
    let guess = |facet| saved.unconfirmed.and_then(|unconfirmed: Unconfirmed| unconfirmed.guess(facet));
    let chosen = |facet: Facet, origin: &mut Origin, differs: bool| {
        if differs || (origin.guess().is_some() && guess(facet).is_none()) {
            *origin = Origin::Chosen;
        }
    };
    chosen(Facet::Flow, &mut row.flow.origin, row.flow.value != subject.flow);
    chosen(Facet::Reporter, &mut row.reporter.origin, *row.reporter.value != *subject.reporter);
    chosen(Facet::Partner, &mut row.partner.origin, *row.partner.value != *subject.partner);
    chosen(
        Facet::Product,
        &mut row.product.origin,
        row.product.value.as_deref() != subject.product.as_deref(),
    );
    chosen(Facet::Transport, &mut row.transport.origin, row.transport.value != subject.transport);
    chosen(Facet::Period, &mut row.period.origin, row.period.value != subject.period);
    chosen(Facet::Unit, &mut row.unit_origin, saved.unit != Some(row.unit));
    let base = row.base.value.filter(|_| saved.measure.has_base());
    chosen(Facet::Base, &mut row.base.origin, base != saved.base);
    set(&mut row.flow, subject.flow);
    set(&mut row.reporter, Arc::from(&*subject.reporter));
    set(&mut row.partner, Arc::from(&*subject.partner));
    set(&mut row.product, subject.product.as_deref().map(Arc::from));
    set(&mut row.transport, subject.transport);
    set(&mut row.period, subject.period);
    if saved.measure.has_base() {
        set(&mut row.base, saved.base);
    }
    (row.measure, row.unit, row.multiplier) =
        (saved.measure, saved.unit.unwrap_or(row.unit), saved.multiplier);
    row.value = saved.value.unwrap_or(row.value);
    (row.bound, row.definition, row.growth_of) = (saved.bound, saved.definition, saved.growth_of);
    row.whole = whole.map(|whole| ShareWhole {
        reporter: Arc::from(&*whole.subject.reporter),
        partner: Arc::from(&*whole.subject.partner),
        flow: whole.subject.flow,
        product: whole.subject.product.as_deref().map(Arc::from),
    });
    row.review = if saved.unconfirmed.is_none() { Review::Confirmed } else { Review::Open };
}

fn set<T>(known: &mut Sourced<T>, value: T) {
    known.value = value;
}
