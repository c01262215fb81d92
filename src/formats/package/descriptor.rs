//! Members of the descriptor's objects, read with errors that name their place.

use std::borrow::Cow;

use foldhash::HashSet;

use crate::formats::faults::{Expected, Fault, JsonKind, Quoted};
use crate::formats::limits::{MAX_DEPTH, MAX_TEXT, fault_of};
use crate::formats::reader::document::Document;
use crate::formats::reader::json::{self, JsonMembers};
use crate::formats::reader::problems::Problems;

/// The members of the descriptor, if it is JSON at all.
pub fn members_of<'a>(document: &Document<'a>, problems: &mut Problems) -> Option<JsonMembers<'a>> {
    let (deepest, at) = document.brackets().deepest();
    if deepest > MAX_DEPTH {
        let fault = Fault::TooDeep { depth: deepest, limit: MAX_DEPTH };
        problems.error(document, at, String::new(), fault);
        return None;
    }
    let text = document.text.trim();
    if document.is_part_of_program {
        return JsonMembers::new(document, text);
    }
    let error = match json::check_object(document.text) {
        Ok(()) => return JsonMembers::new(document, text),
        Err(error) => error,
    };
    if error.is_data() && !text.starts_with('{') {
        let fault = Fault::Expected { kind: json::kind(text), expected: Expected::Package };
        problems.error(document, document.offset_of(text), String::new(), fault);
        return None;
    }
    let line_start: usize =
        document.text.split_inclusive('\n').take(error.line().saturating_sub(1)).map(str::len).sum();
    let mut at = (line_start + error.column().saturating_sub(1)).min(document.text.len());
    while !document.text.is_char_boundary(at) {
        at -= 1;
    }
    problems.error(document, at, String::new(), Fault::not_json(&error));
    None
}

/// The members of an object, none of which may appear twice; `None` if it is no object.
pub fn object<'a>(
    document: &Document<'a>,
    raw: &'a str,
    place: &str,
    problems: &mut Problems,
) -> Option<JsonMembers<'a>> {
    let Some(members) = JsonMembers::new(document, raw) else {
        let fault = Fault::Expected { kind: json::kind(raw), expected: Expected::Kind(JsonKind::Object) };
        problems.error(document, document.offset_of(raw), place.to_owned(), fault);
        return None;
    };
    each_once(document, &members, place, problems);
    Some(members)
}

/// Reports members that appear twice in an object: either could be meant.
pub fn each_once(document: &Document, members: &JsonMembers, place: &str, problems: &mut Problems) {
    let mut seen = HashSet::default();
    for (name, value) in &members.0 {
        if !seen.insert(name) {
            let fault = Fault::MemberTwice { name: Quoted::new(name) };
            problems.error(document, document.offset_of(value), place.to_owned(), fault);
        }
    }
}

/// The text of a member, whatever it says; `None` if it is not text.
pub fn plain<'a>(
    document: &Document,
    raw: &'a str,
    place: &str,
    problems: &mut Problems,
) -> Option<Cow<'a, str>> {
    let Some(text) = json::text(raw) else {
        let fault = Fault::Expected { kind: json::kind(raw), expected: Expected::Kind(JsonKind::Text) };
        problems.error(document, document.offset_of(raw), place.to_owned(), fault);
        return None;
    };
    Some(text)
}

/// The text of a member, reported if it is too long or may not be shown; `None` if there is none.
pub fn text(document: &Document, raw: Option<&str>, place: &str, problems: &mut Problems) -> Option<String> {
    let raw = raw?;
    let text = plain(document, raw, place, problems)?;
    if let Some(fault) = fault_of(&text, MAX_TEXT) {
        problems.error(document, document.offset_of(raw), place.to_owned(), fault);
    }
    Some(text.into_owned())
}
