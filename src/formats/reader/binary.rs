//! Files that are no text, by how they begin.

use crate::formats::faults::Fault;

/// How files begin, what they are, and what to do to have them read.
const KINDS: [(&[u8], &str, &str); 9] = [
    (b"\x1f\x8b", "packed with gzip", UNPACK),
    (b"PK\x03\x04", "an archive (zip)", UNPACK),
    (b"BZh", "packed with bzip2", UNPACK),
    (b"\xfd7zXZ", "packed with xz", UNPACK),
    (b"(\xb5/\xfd", "packed with Zstandard", UNPACK),
    (b"7z\xbc\xaf\x27\x1c", "an archive (7z)", UNPACK),
    (b"Rar!", "an archive (rar)", UNPACK),
    (b"\xd0\xcf\x11\xe0", "a workbook or document of Office", "save its table as CSV"),
    (b"%PDF", "a PDF", "save its table as CSV"),
];

const UNPACK: &str = "unpack it";

/// The fault of a file of these bytes, if they are known to be no text.
pub fn fault(bytes: &[u8]) -> Option<Fault> {
    let kind = KINDS.iter().find(|(start, ..)| bytes.starts_with(start));
    kind.map(|(_, what, advice)| Fault::NotText { what, advice })
}
