//! The layout of the JSON: one line per member of the document, one line per element of its lists.
//!
//! Line-based tools such as `grep` and `diff` then see one figure at a time, and the text stays small.

use std::io::{self, Write};

use serde_json::ser::Formatter;

/// The number of open objects and lists: 1 is inside the document, 2 inside one of its lists.
#[derive(Debug, Default)]
pub(super) struct JsonLayout {
    depth: usize,
    /// False from the start of a list until its first element ends.
    has_element: bool,
}

impl JsonLayout {
    fn open<W: Write + ?Sized>(&mut self, out: &mut W, bracket: &[u8]) -> io::Result<()> {
        self.depth += 1;
        out.write_all(bracket)
    }

    fn close<W: Write + ?Sized>(&mut self, out: &mut W, bracket: &[u8]) -> io::Result<()> {
        self.depth -= 1;
        out.write_all(bracket)
    }
}

impl Formatter for JsonLayout {
    fn begin_object<W: Write + ?Sized>(&mut self, out: &mut W) -> io::Result<()> {
        self.open(out, b"{")
    }

    fn begin_object_key<W: Write + ?Sized>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        out.write_all(match (self.depth, first) {
            (1, true) => b"\n",
            (1, false) => b",\n",
            (_, true) => b"",
            (_, false) => b", ",
        })
    }

    fn begin_object_value<W: Write + ?Sized>(&mut self, out: &mut W) -> io::Result<()> {
        out.write_all(b": ")
    }

    fn end_object<W: Write + ?Sized>(&mut self, out: &mut W) -> io::Result<()> {
        let bracket: &[u8] = if self.depth == 1 { b"\n}" } else { b"}" };
        self.close(out, bracket)
    }

    fn begin_array<W: Write + ?Sized>(&mut self, out: &mut W) -> io::Result<()> {
        self.has_element = false;
        self.open(out, b"[")
    }

    fn begin_array_value<W: Write + ?Sized>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        out.write_all(match (self.depth, first) {
            (2, true) => b"\n  ",
            (2, false) => b",\n  ",
            (_, true) => b"",
            (_, false) => b", ",
        })
    }

    fn end_array_value<W: Write + ?Sized>(&mut self, _: &mut W) -> io::Result<()> {
        self.has_element = true;
        Ok(())
    }

    fn end_array<W: Write + ?Sized>(&mut self, out: &mut W) -> io::Result<()> {
        let bracket: &[u8] = if self.depth == 2 && self.has_element { b"\n]" } else { b"]" };
        self.close(out, bracket)
    }
}

#[cfg(test)]
mod tests {
    use serde::Serialize;
    use serde_json::json;

    use super::*;

    #[test]
    fn every_element_of_a_list_has_a_line() {
        let document = json!({"a": 1, "b": [{"c": [1, 2], "d": []}, {}], "e": []});
        let mut written = Vec::new();
        let mut serializer = serde_json::Serializer::with_formatter(&mut written, JsonLayout::default());
        document.serialize(&mut serializer).expect("JSON");
        let expected = "{\n\"a\": 1,\n\"b\": [\n  {\"c\": [1, 2], \"d\": []},\n  {}\n],\n\"e\": []\n}";
        assert_eq!(String::from_utf8(written).as_deref(), Ok(expected));
    }
}
