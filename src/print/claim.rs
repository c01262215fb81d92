//! Claims and assumptions as JSON: an object with `kind` and its values.
//!
//! Trades have the columns of a figure; figures are named by id. Ranges and values are without a power of ten, shares
//! are fractions of one, growth is a factor.

mod assumption;
mod object;

use super::field::Field;
use crate::analysis::{Claim, ClaimMember, Clue, FlowTerm, PanePlace, Term};
use crate::dataset::{Code, Subject};
use crate::wording::{Words, formula_words};

pub(super) use assumption::assumption;
use object::JsonMember;
pub(super) use object::JsonObject;

/// A trade, in the columns of a figure.
fn trade(subject: &Subject) -> JsonObject {
    let text = |text: Option<&str>| JsonMember::Field(Field::text(text));
    JsonObject::default()
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
    JsonObject::default()
        .figure(words, "value", Some(clue.value))
        .figure(words, "share", clue.share)
        .flag("of_larger", clue.is_of_larger)
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
