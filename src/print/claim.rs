//! Claims and assumptions as JSON: an object with `kind` and its values.
//!
//! Trades have the columns of a figure; figures are named by id. Ranges and numbers of values are without a power of
//! ten, shares as parts of one, growth as a factor.

mod assumption;

use serde::ser::{Serialize, SerializeMap, Serializer};

use super::field::Field;
use crate::analysis::{Claim, Clue, Figure, FlowTerm, Interval, Term};
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

    /// The bounds of an interval, those that it has.
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
    let object = JsonObject::new(claim.kind());
    match claim {
        Claim::PartOfWhole { dimension, part, whole } => object
            .text("dimension", dimension.code())
            .object("part", term(words, part))
            .object("whole", term(words, whole)),
        Claim::SumOfParts { parts, count, sum, whole } => object
            .text("dimension", parts.dimension().code())
            .flag("complete", parts.are_all())
            .number("count", count)
            .range("sum", *sum)
            .object("whole", term(words, whole)),
        Claim::FlowAboveZero { flow } => object.object("part", flow_term(words, flow)),
        Claim::PartOfDerived { dimension, part, whole } => object
            .text("dimension", dimension.code())
            .object("part", flow_term(words, part))
            .object("whole", flow_term(words, whole)),
        Claim::Balance { of, balance, implied } => {
            object.text("of", of.code()).range("implied", *implied).object("whole", term(words, balance))
        }
        Claim::ShareOfItself { share, subject, is_own_row } => object
            .figure(words, "share", Some(*share))
            .flag("own_row", *is_own_row)
            .object("whole", trade(subject)),
        Claim::ShareOfWhole { whole, unit, clues, highest, lowest } => object
            .object("whole", trade(whole))
            .text("unit_measure", unit.code())
            .number("count", clues)
            .object("highest", clue(words, highest))
            .object("lowest", clue(words, lowest)),
        Claim::SharesWithinWhole { whole, shares, are_all, sum } => object
            .object("whole", trade(whole))
            .figures(words, "shares", shares)
            .flag("complete", *are_all)
            .range("sum", *sum),
        Claim::ShareInTotal { dimension, part, share, is_above } => object
            .text("dimension", dimension.code())
            .object("trade", trade(part))
            .figure(words, "share", Some(*share))
            .flag("above", *is_above),
        Claim::GrowthBetweenParts { .. }
        | Claim::GrowthBetweenPeriods { .. }
        | Claim::GrowthChain { .. }
        | Claim::ShareAndGrowth { .. }
        | Claim::ShareBefore { .. }
        | Claim::ChangeBetweenPeriods { .. }
        | Claim::ShareChange { .. } => growth(words, object, claim),
        Claim::Record { record, since, earlier } => object
            .object("record", term(words, record))
            .period("since", *since)
            .object("earlier", term(words, earlier)),
        Claim::RankAndValue { among, subject, rank, lower, larger } => object
            .text("among", among.code())
            .object("trade", trade(subject))
            .figure(words, "rank", Some(*rank))
            .figure(words, "lower", *lower)
            .number("count", larger),
        Claim::OneRank { among, ranks } => object.text("among", among.code()).figures(words, "ranks", ranks),
        Claim::RateOfTheYear { many, few, period, rate, known } => object
            .text("many", many.code())
            .text("few", few.code())
            .period("time_period", Some(*period))
            .range("rate", *rate)
            .range("known", *known),
        Claim::ValueAndBalance { value, balance, .. } => {
            object.figure(words, "value", Some(*value)).figure(words, "balance", Some(*balance))
        }
        Claim::OneRate { many, few, period, rates, highest, lowest } => object
            .text("many", many.code())
            .text("few", few.code())
            .period("time_period", *period)
            .number("count", rates)
            .range("highest", *highest)
            .range("lowest", *lowest),
        Claim::SameFigure { subject, rows, most, least } => object
            .object("trade", trade(subject))
            .number("count", rows)
            .figure(words, "most", Some(*most))
            .figure(words, "least", Some(*least)),
        Claim::Least { figure, minimum, .. } => {
            object.figure(words, "figure", Some(*figure)).number("minimum", minimum.number())
        }
        Claim::StatusAndValue { figure, has_number } => {
            object.figure(words, "figure", Some(*figure)).flag("has_number", *has_number)
        }
        Claim::EqualPrecision { pane } => {
            object.text("pane", words.dataset.panes.get(*pane).map_or("", |pane| &pane.id))
        }
        Claim::AllListed { severity, left_out } => {
            object.text("severity", severity.code()).number("count", left_out)
        }
        Claim::AllAboveLeast | Claim::AllStatusesFit => object,
    }
}

/// Adds the members of a claim about growth.
fn growth(words: Words, object: JsonObject, claim: &Claim) -> JsonObject {
    match claim {
        Claim::GrowthBetweenParts { dimension, whole, growth, parts, is_above } => object
            .text("dimension", dimension.code())
            .object("whole", trade(whole))
            .figure(words, "growth", Some(*growth))
            .number("count", parts)
            .flag("above", *is_above),
        Claim::GrowthBetweenPeriods { subject, base, growth } => object
            .object("trade", trade(subject))
            .period("compare_period", Some(*base))
            .figure(words, "growth", Some(*growth)),
        Claim::GrowthChain { subject, base, growths, factor } => object
            .object("trade", trade(subject))
            .period("compare_period", *base)
            .number("count", growths)
            .range("by_growth", *factor),
        Claim::ShareAndGrowth { dimension, part, base, by_shares, by_growth } => object
            .text("dimension", dimension.code())
            .object("trade", trade(part))
            .period("compare_period", Some(*base))
            .range("by_shares", *by_shares)
            .range("by_growth", *by_growth),
        Claim::ShareBefore { dimension, part, base, before } => object
            .text("dimension", dimension.code())
            .object("trade", trade(part))
            .period("compare_period", Some(*base))
            .range("before", *before),
        Claim::ChangeBetweenPeriods { subject, base, change, unit, implied } => object
            .object("trade", trade(subject))
            .period("compare_period", Some(*base))
            .figure(words, "change", Some(*change))
            .text("unit_measure", unit.code())
            .range("implied", *implied),
        Claim::ShareChange { subject, base, change, before } => object
            .object("trade", trade(subject))
            .period("compare_period", Some(*base))
            .figure(words, "change", Some(*change))
            .range("before", *before),
        Claim::PartOfWhole { .. }
        | Claim::SumOfParts { .. }
        | Claim::FlowAboveZero { .. }
        | Claim::PartOfDerived { .. }
        | Claim::Balance { .. }
        | Claim::ShareOfItself { .. }
        | Claim::ShareOfWhole { .. }
        | Claim::SharesWithinWhole { .. }
        | Claim::ShareInTotal { .. }
        | Claim::OneRate { .. }
        | Claim::RateOfTheYear { .. }
        | Claim::ValueAndBalance { .. }
        | Claim::Record { .. }
        | Claim::RankAndValue { .. }
        | Claim::OneRank { .. }
        | Claim::SameFigure { .. }
        | Claim::Least { .. }
        | Claim::AllAboveLeast
        | Claim::StatusAndValue { .. }
        | Claim::AllStatusesFit
        | Claim::EqualPrecision { .. }
        | Claim::AllListed { .. } => object,
    }
}
