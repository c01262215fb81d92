//! Members of the descriptor's objects, read with complaints that name their place.

use std::borrow::Cow;

use serde_json::value::RawValue;

use super::json::{self, Members, Text};
use crate::dataset::Document;
use crate::dataset::problem::Problems;
use crate::dataset::text::{control_in, quoted};

/// The members of an object; `None` where it is none.
pub fn object<'a>(
    document: &Document,
    raw: &'a RawValue,
    place: &str,
    problems: &mut Problems,
) -> Option<Members<'a>> {
    let raw = raw.get();
    let members = serde_json::from_str(raw).ok();
    if members.is_none() {
        let what = format!("is {} where an object was expected", json::kind(raw));
        problems.error(document, document.offset_of(raw), place.to_owned(), what);
    }
    members
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
    if let Some(control) = control_in(&text) {
        let what = format!("{} holds the control character U+{:04X}", quoted(&text), u32::from(control));
        let what = format!("{what}; text must have none");
        problems.error(document, document.offset_of(raw.get()), place.to_owned(), what);
    }
    Some(text.into_owned())
}
