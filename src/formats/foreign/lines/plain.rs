//! Records in one line, as nearly all are: found eight bytes at a time, and left as they are written.

use crate::formats::foreign::record::FieldPlace;

/// The bytes that end something, each in all eight places of a word.
#[derive(Debug, Clone, Copy)]
pub struct FieldEnds {
    delimiter: u64,
    quote: u64,
}

/// A record in one line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PlainRecord {
    /// How long it is without the end of its line.
    pub len: usize,
    /// How long with it.
    pub read: usize,
}

const EACH: u64 = 0x0101_0101_0101_0101;
const LOW: u64 = EACH * 0x7f;

impl FieldEnds {
    pub fn new(delimiter: u8, quote: u8) -> Self {
        Self { delimiter: EACH * u64::from(delimiter), quote: EACH * u64::from(quote) }
    }

    /// The record that `bytes` begins with, if it is one line that is here as a whole: without quotation marks, but for those
    /// around a whole field. The places of its fields are added to `places`. Of any other record nothing is said, and
    /// `places` are as before.
    pub fn record(
        self,
        bytes: &[u8],
        most_fields: usize,
        places: &mut Vec<FieldPlace>,
    ) -> Option<PlainRecord> {
        let before = places.len();
        let found = self.fields(bytes, before + most_fields, places);
        if found.is_none() {
            places.truncate(before);
        }
        found
    }

    fn fields(self, bytes: &[u8], most: usize, places: &mut Vec<FieldPlace>) -> Option<PlainRecord> {
        let [delimiter, quote] = [self.delimiter, self.quote].map(|mark| mark.to_le_bytes()[0]);
        let mut start = 0;
        loop {
            let end = if *bytes.get(start)? == quote {
                let end = find(bytes, start + 1, |word| equal(word, self.quote) | equal(word, EACH * LF))?;
                places.push(FieldPlace::new(start + 1, end));
                // The text of a field may go on after a line break.
                if bytes[end] != quote {
                    return None;
                }
                end + 1
            } else {
                let end = find(bytes, start, |word| {
                    let ends = equal(word, EACH * LF) | equal(word, EACH * CR);
                    ends | equal(word, self.delimiter) | equal(word, self.quote)
                })?;
                places.push(FieldPlace::new(start, end));
                end
            };
            match *bytes.get(end)? {
                byte if byte == delimiter && places.len() < most => start = end + 1,
                b'\n' => return Some(PlainRecord { len: end, read: end + 1 }),
                b'\r' if *bytes.get(end + 1)? == b'\n' => {
                    return Some(PlainRecord { len: end, read: end + 2 });
                }
                _ => return None,
            }
        }
    }
}

const LF: u64 = b'\n' as u64;
const CR: u64 = b'\r' as u64;

/// The highest bit of each byte of `word` that is the same as that of `mark`.
#[inline]
fn equal(word: u64, mark: u64) -> u64 {
    let other = word ^ mark;
    !(((other & LOW) + LOW) | other | LOW)
}

/// The first byte from `from` on that `marks` finds in a word.
#[inline]
fn find(bytes: &[u8], mut from: usize, marks: impl Fn(u64) -> u64) -> Option<usize> {
    while let Some(word) = bytes.get(from..).and_then(|rest| rest.first_chunk()) {
        let found = marks(u64::from_le_bytes(*word));
        if found != 0 {
            return Some(from + found.trailing_zeros() as usize / 8);
        }
        from += 8;
    }
    let rest = bytes.get(from..).unwrap_or_default();
    let mut word = [0; 8];
    word[..rest.len()].copy_from_slice(rest);
    let at = marks(u64::from_le_bytes(word)).trailing_zeros() as usize / 8;
    (at < rest.len()).then_some(from + at)
}
