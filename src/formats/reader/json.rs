//! JSON text taken apart into slices of itself, so that every value has its place.
//!
//! `serde_json` reads a text once and says what is wrong with it. What it has passed is then cut at its quotation marks and
//! brackets: asking `serde_json` for the slices would read the text again for each level that it is nested.

use std::borrow::Cow;
use std::fmt;

use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, Visitor};

use crate::formats::faults::JsonKind;

/// Makes sure that a text is a JSON object.
///
/// # Errors
///
/// That of `serde_json`, whose category is `Data` if the text begins as another kind of value.
pub fn check_object(text: &str) -> serde_json::Result<()> {
    struct Object;
    impl<'a> Visitor<'a> for Object {
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
    deserializer.deserialize_map(Object)?;
    deserializer.end()
}

/// The members of an object in their order, duplicates included, each value a slice of the text.
pub struct JsonMembers<'a>(pub Vec<(Cow<'a, str>, &'a str)>);

impl<'a> JsonMembers<'a> {
    /// The members of `raw`, a part of a JSON text; `None` if it is no object, or a name in it is no text.
    pub fn of(raw: &'a str) -> Option<Self> {
        let mut members = Vec::with_capacity(16);
        each_member(raw, |name, value| members.push((name, value)))?;
        Some(Self(members))
    }

    /// The value of the first member with this name.
    pub fn get(&self, name: &str) -> Option<&'a str> {
        self.0.iter().find(|(key, _)| key == name).map(|(_, value)| *value)
    }
}

/// Calls `each` with the name and the value of every member of `raw`, a part of a JSON text; `None` if it is no object, or
/// a name in it is no text.
pub fn each_member<'a>(raw: &'a str, mut each: impl FnMut(Cow<'a, str>, &'a str)) -> Option<()> {
    let mut parts = Parts::new(raw, "{")?;
    while let Some(name) = parts.next() {
        each(text(name)?, parts.next()?);
    }
    Some(())
}

/// The values of `raw`, a part of a JSON text; `None` if it is no list.
pub fn values(raw: &str) -> Option<impl Iterator<Item = &str>> {
    Parts::new(raw, "[")
}

/// The text that `raw`, a part of a JSON text, stands for; `None` if it is none, or an escape in it stands for no character.
pub fn text(raw: &str) -> Option<Cow<'_, str>> {
    let inside = raw.strip_prefix('"')?.strip_suffix('"')?;
    if inside.contains('\\') {
        return serde_json::from_str(raw).ok().map(|Text(text)| text);
    }
    Some(Cow::Borrowed(inside))
}

/// What stands in an object or a list, one level down: values, and the names before those of an object.
struct Parts<'a> {
    rest: &'a str,
}

impl<'a> Parts<'a> {
    fn new(raw: &'a str, bracket: &str) -> Option<Self> {
        raw.strip_prefix(bracket).map(|rest| Self { rest })
    }
}

impl<'a> Iterator for Parts<'a> {
    type Item = &'a str;

    fn next(&mut self) -> Option<&'a str> {
        let is_between = |byte: u8| matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | b',' | b':');
        let rest = self.rest.get(self.rest.bytes().position(|byte| !is_between(byte))?..)?;
        let (part, rest) = rest.split_at_checked(length(rest))?;
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
fn length_of_text(bytes: &[u8]) -> usize {
    let mut at = 1;
    loop {
        match bytes.get(at) {
            Some(b'"') => return at + 1,
            Some(b'\\') => at += 2,
            Some(_) => at += 1,
            None => return bytes.len(),
        }
    }
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

/// How deep objects and lists are nested at the deepest place, and where that is; of any text.
pub fn depth(text: &str) -> (usize, usize) {
    let bytes = text.as_bytes();
    let (mut depth, mut deepest, mut at) = (0_usize, (0, 0), 0);
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'"' => {
                at += length_of_text(&bytes[at..]);
                continue;
            }
            b'{' | b'[' => {
                depth += 1;
                if depth > deepest.0 {
                    deepest = (depth, at);
                }
            }
            b'}' | b']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        at += 1;
    }
    deepest
}

#[cfg(test)]
mod tests {
    use serde_json::value::RawValue;

    use super::*;

    #[test]
    fn members_keep_their_order_and_their_duplicates() {
        let JsonMembers(members) = JsonMembers::of(r#"{"a": 1, "b\u0021" : [2],"a":3 }"#).expect("an object");
        let shown: Vec<_> = members.iter().map(|(name, raw)| (name.as_ref(), *raw)).collect();
        assert_eq!(shown, [("a", "1"), ("b!", "[2]"), ("a", "3")]);
        assert!(JsonMembers::of("[]").is_none());
        assert!(JsonMembers::of(r#"{"\ud800": 1}"#).is_none(), "half a character is no name");
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
    fn slices_are_those_that_serde_json_finds() {
        let text = r#" {"ä\\": [{"x": -1.5e3, "y": "{\\\"["}, [[], {}], true] , "": {"": ""},"z":null}"#;
        check_object(text).expect("an object");
        let mut open = vec![text.trim()];
        let mut count = 0;
        while let Some(raw) = open.pop() {
            count += 1;
            let inner: Vec<&str> = match kind(raw) {
                JsonKind::Object => {
                    JsonMembers::of(raw).expect("an object").0.iter().map(|(_, raw)| *raw).collect()
                }
                JsonKind::List => values(raw).expect("a list").collect(),
                JsonKind::Text | JsonKind::Flag | JsonKind::Null | JsonKind::Number => continue,
            };
            let object = || serde_json::from_str::<Members>(raw).expect("an object").0;
            let theirs =
                if raw.starts_with('{') { object() } else { serde_json::from_str(raw).expect("a list") };
            assert_eq!(inner, theirs.iter().map(|raw: &&RawValue| raw.get()).collect::<Vec<_>>());
            open.extend(inner);
        }
        assert_eq!(count, 12);
    }

    #[test]
    fn depth_is_not_fooled_by_text() {
        assert_eq!(depth(r#"{"[[[": ["\"[", {}]}"#), (3, 16));
    }

    /// The values of an object, as `serde_json` finds them.
    struct Members<'a>(Vec<&'a RawValue>);

    impl<'a> Deserialize<'a> for Members<'a> {
        fn deserialize<D: Deserializer<'a>>(deserializer: D) -> Result<Self, D::Error> {
            struct Object;
            impl<'a> Visitor<'a> for Object {
                type Value = Members<'a>;

                fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
                    f.write_str("an object")
                }

                fn visit_map<M: MapAccess<'a>>(self, mut map: M) -> Result<Self::Value, M::Error> {
                    let mut values = Vec::new();
                    while let Some((_, value)) = map.next_entry::<Text, &RawValue>()? {
                        values.push(value);
                    }
                    Ok(Members(values))
                }
            }
            deserializer.deserialize_map(Object)
        }
    }
}
