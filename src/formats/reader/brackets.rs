//! Where the objects and lists of a JSON text end, found in one pass.

use super::json::length_of_text;
use crate::formats::limits::MAX_DEPTH;

/// An object or list of fewer bytes is found as fast by looking at it.
const LONG: usize = 256;

/// How deep a JSON text is nested, and where its long objects and lists end. The text need not be valid.
#[derive(Debug)]
pub struct Brackets {
    deepest: (usize, usize),
    /// Where each long object or list starts and ends, in bytes, in the order of their starts.
    long: Vec<(usize, usize)>,
}

impl Brackets {
    pub fn new(text: &str) -> Self {
        let bytes = text.as_bytes();
        let (mut deepest, mut long, mut open) = ((0, 0), Vec::new(), Vec::new());
        let (mut depth, mut at) = (0_usize, 0);
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
                    // A text that is nested deeper is refused.
                    if depth <= MAX_DEPTH {
                        open.push(long.len());
                        long.push((at, at));
                    }
                }
                b'}' | b']' => {
                    if depth <= MAX_DEPTH
                        && let Some(opened) = open.pop()
                    {
                        close(&mut long, opened, at + 1);
                    }
                    depth = depth.saturating_sub(1);
                }
                _ => {}
            }
            at += 1;
        }
        // What is never closed has no end.
        long.retain(|(start, end)| start < end);
        Self { deepest, long }
    }

    /// How many objects and lists are around the deepest place, itself included, and where it is, in bytes.
    pub fn deepest(&self) -> (usize, usize) {
        self.deepest
    }

    /// Where the long object or list ends that starts at `start`, both in bytes.
    pub fn end_of(&self, start: usize) -> Option<usize> {
        let at = self.long.binary_search_by_key(&start, |(start, _)| *start).ok()?;
        self.long.get(at).map(|(_, end)| *end)
    }
}

/// Notes the end of the object or list that was opened as the one at `opened`; a short one is forgotten. All that are
/// in it are shorter, and forgotten already, so it is the last one.
fn close(long: &mut Vec<(usize, usize)>, opened: usize, end: usize) {
    let Some((start, noted)) = long.get_mut(opened) else { return };
    if end - *start >= LONG {
        *noted = end;
    } else {
        long.truncate(opened);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn depth_is_not_fooled_by_text() {
        assert_eq!(Brackets::new(r#"{"[[[": ["\"[", {}]}"#).deepest(), (3, 16));
    }

    #[test]
    fn long_objects_and_lists_end_where_they_are_closed() {
        let filling = "x".repeat(LONG);
        let text = format!(r#" {{"a": [1, "]{filling}", {{}}], "b": [{{"c": "{filling}"}}], "d": []}}"#);
        let brackets = Brackets::new(&text);
        let mut found = 0;
        for (start, _) in text.match_indices(['{', '[']) {
            let Some(end) = brackets.end_of(start) else { continue };
            let part: serde_json::Result<serde_json::Value> = serde_json::from_str(&text[start..end]);
            assert!(part.is_ok(), "{}", &text[start..end]);
            found += 1;
        }
        assert_eq!(found, 4, "the whole, the list of a, and that of b with its object");
    }

    #[test]
    fn what_is_never_closed_or_never_opened_has_no_end() {
        let filling = format!("\"{}\"", "x".repeat(LONG));
        for text in [format!("[{filling}, [{filling}"), format!("]}}{filling}]"), format!("[[{filling}]")] {
            let brackets = Brackets::new(&text);
            assert_eq!(brackets.end_of(0), None, "{text}");
        }
        let deep = "[".repeat(MAX_DEPTH + 40) + &filling + &"]".repeat(MAX_DEPTH + 40);
        assert_eq!(Brackets::new(&deep).deepest(), (MAX_DEPTH + 40, MAX_DEPTH + 39));
        assert_eq!(Brackets::new(&deep).end_of(0), Some(deep.len()));
    }
}
