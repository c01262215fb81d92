//! JSON text taken apart into slices of itself, so that every value has its place.
//!
//! `serde_json` reads a text once and says what is wrong with it. What it has passed is then cut at its quotation marks and
//! brackets: asking `serde_json` for the slices would read the text again for each level that it is nested.

use std::borrow::Cow;
use std::fmt;

use memchr::memchr2;
use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, Visitor};

use super::brackets::Brackets;
use super::document::Document;
use crate::formats::faults::JsonKind;

/// Makes sure that a text is a JSON object.
///
/// # Errors
///
/// That of `serde_json`, whose category is `Data` if the text begins as another kind of value.
pub fn check_object(text: &str) -> serde_json::Result<()> {
    struct WholeObject;
    impl<'a> Visitor<'a> for WholeObject {
        type Value = ();

        fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
            write!(f, "{}", JsonKind::Object)
        }

        fn visit_map<M: MapAccess<'a>>(self, mut map: M) -> Result<(), M::Error> {
            while map.next_entry::<Text, IgnoredAny>()?.is_some() {}
            Ok(())
        }
    }
    let mut deserializer = serde_json::Deserializer::from_str(text);
    deserializer.deserialize_map(WholeObject)?;
    deserializer.end()
}

/// The members of an object in their order, duplicates included, each value a slice of the text.
pub struct JsonMembers<'a>(pub Vec<(Cow<'a, str>, &'a str)>);

impl<'a> JsonMembers<'a> {
    /// The members of `raw`, a part of a JSON document; `None` if it is no object, or a name in it is no text.
    pub fn new(document: &Document<'a>, raw: &'a str) -> Option<Self> {
        let mut members = Vec::with_capacity(16);
        each(Slices::new(raw, "{")?.in_document(document), |name, value| members.push((name, value)))?;
        Some(Self(members))
    }

    /// The value of the first member with this name.
    pub fn get(&self, name: &str) -> Option<&'a str> {
        self.0.iter().find(|(key, _)| key == name).map(|(_, value)| *value)
    }
}

/// Calls `each` with the name and the value of every member of `raw`, a part of a JSON text; `None` if it is no object, or
/// a name in it is no text.
pub fn each_member<'a>(raw: &'a str, member: impl FnMut(Cow<'a, str>, &'a str)) -> Option<()> {
    each(Slices::new(raw, "{")?, member)
}

fn each<'a>(mut slices: Slices<'a, '_>, mut member: impl FnMut(Cow<'a, str>, &'a str)) -> Option<()> {
    while let Some(name) = slices.next() {
        member(text(name)?, slices.next()?);
    }
    Some(())
}

/// The values of `raw`, a part of a JSON text; `None` if it is no list.
pub fn values(raw: &str) -> Option<impl Iterator<Item = &str>> {
    Slices::new(raw, "[")
}

/// As [`values`], of a list that may be as long as the document.
pub fn values_in<'a>(document: &Document<'a>, raw: &'a str) -> Option<impl Iterator<Item = &'a str>> {
    Slices::new(raw, "[").map(|slices| slices.in_document(document))
}

/// The text that `raw`, a part of a JSON text, stands for; `None` if it is none, or an escape in it stands for no character.
pub fn text(raw: &str) -> Option<Cow<'_, str>> {
    let inside = raw.strip_prefix('"')?.strip_suffix('"')?;
    if inside.contains('\\') {
        return serde_json::from_str(raw).ok().map(|Text(text)| text);
    }
    Some(Cow::Borrowed(inside))
}

/// The slices of an object or a list, one level down: values, and the names before those of an object.
struct Slices<'a, 'd> {
    rest: &'a str,
    /// Where the rest begins in its document, and the brackets of that, if they are known.
    known: Option<(usize, &'d Brackets)>,
}

impl<'a, 'd> Slices<'a, 'd> {
    fn new(raw: &'a str, bracket: &str) -> Option<Self> {
        raw.strip_prefix(bracket).map(|rest| Self { rest, known: None })
    }

    /// The same, with what is known of the document.
    fn in_document(self, document: &'d Document<'a>) -> Self {
        Self { known: Some((document.offset_of(self.rest), document.brackets())), ..self }
    }
}

impl<'a> Iterator for Slices<'a, '_> {
    type Item = &'a str;

    fn next(&mut self) -> Option<&'a str> {
        let is_between = |byte: u8| matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | b',' | b':');
        let start = self.rest.bytes().position(|byte| !is_between(byte))?;
        let rest = self.rest.get(start..)?;
        let known = self.known.filter(|_| rest.starts_with(['{', '[']));
        let known = known.and_then(|(at, brackets)| Some(brackets.end_of(at + start)? - at - start));
        let (part, rest) = rest.split_at_checked(known.unwrap_or_else(|| length(rest)))?;
        self.known = self.known.map(|(at, brackets)| (at + start + part.len(), brackets));
        self.rest = rest;
        (!part.is_empty()).then_some(part)
    }
}

/// How long the value is with which a JSON text begins; nothing if that is the end of an object or a list.
fn length(text: &str) -> usize {
    let bytes = text.as_bytes();
    let is_end = |byte: &u8| matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | b',' | b']' | b'}');
    match bytes.first() {
        Some(b'"') => length_of_text(bytes),
        Some(b'{' | b'[') => length_of_container(bytes),
        _ => bytes.iter().position(is_end).unwrap_or(bytes.len()),
    }
}

/// How long a text is that begins with a quotation mark, with both marks.
pub(super) fn length_of_text(bytes: &[u8]) -> usize {
    let mut at = 1;
    while let Some(next) = bytes.get(at..).and_then(|rest| memchr2(b'"', b'\\', rest)) {
        if bytes[at + next] == b'"' {
            return at + next + 1;
        }
        at += next + 2;
    }
    bytes.len()
}

/// How long an object or a list is, with both brackets.
fn length_of_container(bytes: &[u8]) -> usize {
    let (mut depth, mut at) = (0_usize, 0);
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'"' => at += length_of_text(&bytes[at..]),
            b'{' | b'[' => (depth, at) = (depth + 1, at + 1),
            b'}' | b']' if depth == 1 => return at + 1,
            b'}' | b']' => (depth, at) = (depth - 1, at + 1),
            _ => at += 1,
        }
    }
    bytes.len()
}

/// A string, borrowed from the text where it has no escapes.
struct Text<'a>(Cow<'a, str>);

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

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;

    fn members(text: &str) -> Option<Vec<(Cow<'_, str>, &str)>> {
        JsonMembers::new(&Document::new("", text), text).map(|JsonMembers(members)| members)
    }

    #[test]
    fn members_keep_their_order_and_their_duplicates() {
        let found = members(r#"{"a": 1, "b\u0021" : [2],"a":3 }"#).expect("an object");
        let shown: Vec<_> = found.iter().map(|(name, raw)| (name.as_ref(), *raw)).collect();
        assert_eq!(shown, [("a", "1"), ("b!", "[2]"), ("a", "3")]);
        assert_eq!(members("[]"), None);
        assert_eq!(members(r#"{"\ud800": 1}"#), None, "half a character is no name");
    }

    #[test]
    fn values_of_a_list_are_slices_of_it() {
        let found = |raw| values(raw).map(Iterator::collect::<Vec<_>>);
        let list = r#"[1, {"a": [2, "]"]}, "b,\"" ,[ ],null]"#;
        assert_eq!(found(list), Some(vec!["1", r#"{"a": [2, "]"]}"#, r#""b,\"""#, "[ ]", "null"]));
        assert_eq!(found("[ ]"), Some(vec![]));
        assert_eq!(found("{}"), None);
    }

    #[test]
    fn slices_are_the_values_that_serde_json_reads() {
        let long = "ä]".repeat(200);
        let text = format!(
            r#" {{"ä\\": [{{"x": -1.5e3, "y": "{{\\\"[{long}"}}, [[], {{}}, ["{long}"], true]] , "": {{"": ""}},"z":null}}"#
        );
        check_object(&text).expect("an object");
        let document = Document::new("", &text);
        let mut open = vec![text.trim()];
        let mut count = 0;
        while let Some(raw) = open.pop() {
            count += 1;
            let read = |raw: &&str| serde_json::from_str::<Value>(raw).expect("a value");
            let values: Vec<Value> = match read(&raw) {
                Value::Object(members) => members.into_iter().map(|(_, value)| value).collect(),
                Value::Array(values) => values,
                Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => continue,
            };
            let slices: Vec<&str> = match values_in(&document, raw) {
                Some(slices) => slices.collect(),
                None => members_of(&document, raw),
            };
            assert_eq!(slices.iter().map(read).collect::<Vec<_>>(), values, "{raw}");
            let alone = Document::new("", raw);
            let again = self::values(raw).map_or_else(|| members_of(&alone, raw), Iterator::collect);
            assert_eq!(slices, again, "the same without what is known of the document");
            open.extend(slices);
        }
        assert_eq!(count, 14);
    }

    fn members_of<'a>(document: &Document<'a>, raw: &'a str) -> Vec<&'a str> {
        let JsonMembers(members) = JsonMembers::new(document, raw).expect("an object");
        members.into_iter().map(|(_, value)| value).collect()
    }
}
