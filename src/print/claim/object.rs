//! JSON objects, made member by member.

use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::analysis::{Figure, Interval};
use crate::dataset::Period;
use crate::print::field::Field;
use crate::wording::Words;

/// An object, member by member.
#[derive(Debug, Default)]
pub struct JsonObject(Vec<(&'static str, JsonMember)>);

#[derive(Debug)]
pub enum JsonMember {
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
    pub fn new(kind: &str) -> Self {
        Self::default().text("kind", kind)
    }

    pub fn with(mut self, name: &'static str, member: JsonMember) -> Self {
        self.0.push((name, member));
        self
    }

    pub fn text(self, name: &'static str, text: &str) -> Self {
        self.with(name, JsonMember::Field(Field::Text(text.to_owned())))
    }

    #[expect(clippy::needless_pass_by_value, reason = "numbers are small, and callers have them at hand")]
    pub fn number(self, name: &'static str, number: impl ToString) -> Self {
        self.with(name, JsonMember::Field(Field::number(&number)))
    }

    pub fn period(self, name: &'static str, period: Option<Period>) -> Self {
        self.with(name, JsonMember::Field(Field::text(period.map(Period::code))))
    }

    pub fn figure(self, words: Words, name: &'static str, figure: Option<Figure>) -> Self {
        self.with(name, JsonMember::Field(Field::text(figure.map(|figure| words.id(figure)))))
    }

    pub fn figures(self, words: Words, name: &'static str, figures: &[Figure]) -> Self {
        let ids = figures.iter().map(|figure| words.id(*figure));
        self.with(name, JsonMember::Field(Field::list(ids)))
    }

    pub fn object(self, name: &'static str, object: Self) -> Self {
        self.with(name, JsonMember::JsonObject(object))
    }

    pub fn flag(self, name: &'static str, flag: bool) -> Self {
        self.with(name, JsonMember::Flag(flag))
    }

    /// The bounds of an interval that exist.
    pub fn bounds(self, interval: Interval) -> Self {
        let bounds = [("low", interval.bounded_low()), ("high", interval.bounded_high())];
        let bounds = bounds.into_iter().filter_map(|(name, bound)| Some((name, bound?)));
        bounds.fold(self, |object, (name, bound)| object.number(name, bound.normalize()))
    }

    pub fn range(self, name: &'static str, interval: Interval) -> Self {
        self.object(name, Self::default().bounds(interval))
    }
}
