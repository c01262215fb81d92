//! Claims and assumptions as JSON: an object with `kind` and its values.
//!
//! Trades have the columns of a figure; figures are named by id. Ranges and values are without a power of ten, shares
//! are fractions of one, growth is a factor.

mod assumption;

use serde::ser::{Serialize, SerializeMap, Serializer};

use super::field::Field;
use crate::analysis::{Claim, ClaimMember, Clue, Figure, FlowTerm, Interval, PanePlace, Term};
use crate::dataset::{Code, Period, Subject};
use crate::wording::{Words, formula_words};

pub(super) use assumption::assumption;

/// An object, member by member.
#[derive(Debug)]
pub(super) struct JsonObject(Vec<(&'static str, JsonMember)>);

#[derive(Debug)]
enum JsonMember {
    Field(Field),
    JsonObject(JsonObject),
    Flag(bool),
}

impl Serialize for JsonObject {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (name, member) in &self.0 {
            match member {
                JsonMember::Field(field) => map.serialize_entry(name, field)?,
                JsonMember::JsonObject(object) => map.serialize_entry(name, object)?,
                JsonMember::Flag(flag) => map.serialize_entry(name, flag)?,
            }
        }
        map.end()
    }
}

impl JsonObject {
    fn new(kind: &str) -> Self {
        Self(Vec::new()).text("kind", kind)
    }

    fn with(mut self, name: &'static str, member: JsonMember) -> Self {
        self.0.push((name, member));
        self
    }

    fn text(self, name: &'static str, text: &str) -> Self {
        self.with(name, JsonMember::Field(Field::Text(text.to_owned())))
    }

    #[expect(clippy::needless_pass_by_value, reason = "numbers are small, and callers have them at hand")]
    fn number(self, name: &'static str, number: impl ToString) -> Self {
        self.with(name, JsonMember::Field(Field::number(&number)))
    }

    fn period(self, name: &'static str, period: Option<Period>) -> Self {
        self.with(name, JsonMember::Field(Field::text(period.map(Period::code))))
    }

    fn figure(self, words: Words, name: &'static str, figure: Option<Figure>) -> Self {
        self.with(name, JsonMember::Field(Field::text(figure.map(|figure| words.id(figure)))))
    }

    fn figures(self, words: Words, name: &'static str, figures: &[Figure]) -> Self {
        let ids = figures.iter().map(|figure| words.id(*figure));
        self.with(name, JsonMember::Field(Field::list(ids)))
    }

    fn object(self, name: &'static str, object: Self) -> Self {
        self.with(name, JsonMember::JsonObject(object))
    }

    fn flag(self, name: &'static str, flag: bool) -> Self {
        self.with(name, JsonMember::Flag(flag))
    }

    /// The bounds of an interval that exist.
    fn bounds(self, interval: Interval) -> Self {
        let bounds = [("low", interval.bounded_low()), ("high", interval.bounded_high())];
        let bounds = bounds.into_iter().filter_map(|(name, bound)| Some((name, bound?)));
        bounds.fold(self, |object, (name, bound)| object.number(name, bound.normalize()))
    }

    fn range(self, name: &'static str, interval: Interval) -> Self {
        self.object(name, Self(Vec::new()).bounds(interval))
    }
}

/// A trade, in the columns of a figure.
fn trade(subject: &Subject) -> JsonObject {
    let text = |text: Option<&str>| JsonMember::Field(Field::text(text));
    JsonObject(Vec::new())
        .text("reporter", &subject.reporter)
        .text("partner", &subject.partner)
        .text("flow", subject.flow.code())
        .with("product", text(subject.product.as_deref()))
        .with("transport", text(subject.transport.map(Code::code)))
        .period("time_period", subject.period)
}

fn term(words: Words, term: &Term) -> JsonObject {
    trade(&term.subject)
        .text("unit_measure", term.unit.code())
        .figure(words, "value", Some(term.value))
        .figure(words, "growth", term.change)
        .bounds(term.interval)
}

fn flow_term(words: Words, term: &FlowTerm) -> JsonObject {
    trade(&term.subject)
        .text("unit_measure", term.unit.code())
        .figures(words, "figures", &term.figures)
        .with("formula", JsonMember::Field(Field::text(term.formula.map(formula_words))))
        .bounds(term.interval)
}

fn clue(words: Words, clue: &Clue) -> JsonObject {
    JsonObject(Vec::new())
        .figure(words, "value", Some(clue.value))
        .figure(words, "share", clue.share)
        .bounds(clue.interval)
}

/// A claim as an object.
pub(super) fn claim(words: Words, claim: &Claim) -> JsonObject {
    let members = claim.members().into_iter();
    members.fold(JsonObject::new(claim.kind()), |object, (name, member)| match member {
        ClaimMember::Balance(of) => object.text(name, of.code()),
        ClaimMember::Clue(one) => object.object(name, clue(words, one)),
        ClaimMember::Code(code) => object.text(name, code),
        ClaimMember::Count(count) => object.number(name, count),
        ClaimMember::Figure(figure) => object.figure(words, name, figure),
        ClaimMember::Figures(figures) => object.figures(words, name, figures),
        ClaimMember::Flag(flag) => object.flag(name, flag),
        ClaimMember::Flow(flow) => object.object(name, flow_term(words, flow)),
        ClaimMember::Minimum(minimum) => object.number(name, minimum.number()),
        ClaimMember::Pane(PanePlace(place)) => {
            object.text(name, words.dataset.panes.get(place).map_or("", |pane| &pane.id))
        }
        ClaimMember::Parts(parts) => {
            object.text("dimension", parts.dimension().code()).flag("complete", parts.are_all())
        }
        ClaimMember::Period(period) => object.period(name, period),
        ClaimMember::Range(interval) => object.range(name, interval),
        ClaimMember::Term(one) => object.object(name, term(words, one)),
        ClaimMember::Trade(subject) => object.object(name, trade(subject)),
    })
}
