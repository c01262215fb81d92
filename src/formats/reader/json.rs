//! JSON text taken apart into slices of itself, so that every value has its place.

use std::borrow::Cow;
use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

use crate::formats::faults::JsonKind;

/// The members of an object in their order, duplicates included, each value still a slice of the text.
pub struct JsonMembers<'a>(pub Vec<(Cow<'a, str>, &'a RawValue)>);

impl<'a> JsonMembers<'a> {
    /// The value of the first member with this name.
    pub fn get(&self, name: &str) -> Option<&'a RawValue> {
        self.0.iter().find(|(key, _)| key == name).map(|(_, value)| *value)
    }
}

impl<'a> Deserialize<'a> for JsonMembers<'a> {
    fn deserialize<D: Deserializer<'a>>(deserializer: D) -> Result<Self, D::Error> {
        let mut members = Vec::with_capacity(16);
        deserializer.deserialize_map(Object(|name, value| members.push((name, value))))?;
        Ok(Self(members))
    }
}

/// Calls `each` with the name and the value of every member of the object `raw`.
pub fn each_member<'a>(raw: &'a str, mut each: impl FnMut(Cow<'a, str>, &'a str)) -> serde_json::Result<()> {
    let mut deserializer = serde_json::Deserializer::from_str(raw);
    deserializer.deserialize_map(Object(|name, value: &'a RawValue| each(name, value.get())))?;
    deserializer.end()
}

/// Calls `each` with every value of the list `raw`.
pub fn each_value<'a>(raw: &'a str, each: impl FnMut(&'a str)) -> serde_json::Result<()> {
    let mut deserializer = serde_json::Deserializer::from_str(raw);
    deserializer.deserialize_seq(List(each))?;
    deserializer.end()
}

/// Visits the values of a list.
struct List<F>(F);

impl<'a, F: FnMut(&'a str)> Visitor<'a> for List<F> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{}", JsonKind::List)
    }

    fn visit_seq<S: SeqAccess<'a>>(mut self, mut list: S) -> Result<(), S::Error> {
        while let Some(value) = list.next_element::<&RawValue>()? {
            (self.0)(value.get());
        }
        Ok(())
    }
}

/// Visits the members of an object.
struct Object<F>(F);

impl<'a, F: FnMut(Cow<'a, str>, &'a RawValue)> Visitor<'a> for Object<F> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{}", JsonKind::Object)
    }

    fn visit_map<M: MapAccess<'a>>(mut self, mut map: M) -> Result<(), M::Error> {
        while let Some((Text(name), value)) = map.next_entry()? {
            (self.0)(name, value);
        }
        Ok(())
    }
}

/// A string, borrowed from the text where it has no escapes.
pub struct Text<'a>(pub Cow<'a, str>);

impl<'a> Deserialize<'a> for Text<'a> {
    fn deserialize<D: Deserializer<'a>>(deserializer: D) -> Result<Self, D::Error> {
        struct Str;
        impl<'a> Visitor<'a> for Str {
            type Value = Text<'a>;

            fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
                write!(f, "{}", JsonKind::Text)
            }

            fn visit_borrowed_str<E>(self, text: &'a str) -> Result<Self::Value, E> {
                Ok(Text(Cow::Borrowed(text)))
            }

            fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
                Ok(Text(Cow::Owned(text.to_owned())))
            }
        }
        deserializer.deserialize_str(Str)
    }
}

/// The kind of a JSON value, by its first character.
pub fn kind(raw: &str) -> JsonKind {
    match raw.as_bytes().first() {
        Some(b'{') => JsonKind::Object,
        Some(b'[') => JsonKind::List,
        Some(b'"') => JsonKind::Text,
        Some(b't' | b'f') => JsonKind::Flag,
        Some(b'n') => JsonKind::Null,
        _ => JsonKind::Number,
    }
}

/// How deep objects and lists are nested at the deepest place, and where that is.
pub fn depth(text: &str) -> (usize, usize) {
    let (mut depth, mut deepest, mut at) = (0_usize, 0, 0);
    let mut in_text = false;
    let mut offset = 0;
    for part in text.as_bytes().split(|byte| *byte == b'"') {
        if !in_text {
            for (byte, offset) in part.iter().zip(offset..) {
                match byte {
                    b'{' | b'[' => {
                        depth += 1;
                        if depth > deepest {
                            (deepest, at) = (depth, offset);
                        }
                    }
                    b'}' | b']' => depth = depth.saturating_sub(1),
                    _ => {}
                }
            }
        }
        offset += part.len() + 1;
        in_text = !in_text || ends_in_escape(part);
    }
    (deepest, at)
}

/// True if the quotation mark after this part of a text belongs to the text.
fn ends_in_escape(part: &[u8]) -> bool {
    part.iter().rev().take_while(|byte| **byte == b'\\').count() % 2 == 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn members_keep_their_order_and_their_duplicates() {
        let JsonMembers(members) =
            serde_json::from_str(r#"{"a": 1, "b\u0021": [2], "a": 3}"#).expect("an object");
        let shown: Vec<_> = members.iter().map(|(name, raw)| (name.as_ref(), raw.get())).collect();
        assert_eq!(shown, [("a", "1"), ("b!", "[2]"), ("a", "3")]);
    }

    #[test]
    fn values_of_a_list_are_slices_of_it() {
        let mut values = Vec::new();
        each_value(r#"[1, {"a": [2]}, "b"]"#, |value| values.push(value)).expect("a list");
        assert_eq!(values, ["1", r#"{"a": [2]}"#, r#""b""#]);
        assert!(each_value("{}", |_| {}).is_err());
    }

    #[test]
    fn depth_is_not_fooled_by_text() {
        assert_eq!(depth(r#"{"[[[": ["\"[", {}]}"#), (3, 16));
    }
}
