//! Members of the descriptor's objects, read with complaints that name their place.

use std::borrow::Cow;
use std::collections::HashSet;

use serde_json::value::RawValue;

use super::json::{self, Members, Text};
use crate::dataset::Document;
use crate::dataset::problem::Problems;
use crate::text::harmless::{first_harmful, quoted};

/// The members of an object, none of which may stand twice; `None` where it is no object.
pub fn object<'a>(
    document: &Document<'a>,
    raw: &'a RawValue,
    place: &str,
    problems: &mut Problems,
) -> Option<Members<'a>> {
    let raw = raw.get();
    let Ok(members) = serde_json::from_str(raw) else {
        let what = format!("is {} where an object was expected", json::kind(raw));
        problems.error(document, document.offset_of(raw), place.to_owned(), what);
        return None;
    };
    each_once(document, &members, place, problems);
    Some(members)
}

/// Complains about members that stand twice in an object: which of them holds would be a guess.
pub fn each_once(document: &Document, members: &Members, place: &str, problems: &mut Problems) {
    let mut seen = HashSet::new();
    for (name, value) in &members.0 {
        if !seen.insert(name) {
            let what = format!("{} stands twice in this object", quoted(name));
            problems.error(document, document.offset_of(value.get()), place.to_owned(), what);
        }
    }
}

/// The text of a member, whatever it holds; `None` where it is not text.
pub fn plain<'a>(
    document: &Document,
    raw: &'a RawValue,
    place: &str,
    problems: &mut Problems,
) -> Option<Cow<'a, str>> {
    let raw = raw.get();
    let Ok(Text(text)) = serde_json::from_str(raw) else {
        let what = format!("is {} where text was expected", json::kind(raw));
        problems.error(document, document.offset_of(raw), place.to_owned(), what);
        return None;
    };
    Some(text)
}

/// The text of a member, without control characters; `None` where there is none.
pub fn text(
    document: &Document,
    raw: Option<&RawValue>,
    place: &str,
    problems: &mut Problems,
) -> Option<String> {
    let raw = raw?;
    let text = plain(document, raw, place, problems)?;
    if let Some(control) = first_harmful(&text) {
        let what = format!("{} holds the control character U+{:04X}", quoted(&text), u32::from(control));
        let what = format!("{what}; text must have none");
        problems.error(document, document.offset_of(raw.get()), place.to_owned(), what);
    }
    Some(text.into_owned())
}
