//! Values in less common encodings, written anew as plain ones: differences, split bytes, single bits.

use ::parquet::basic::{Encoding, Type};

use super::hybrid::Hybrid;
use super::values::StoredType;
use crate::formats::faults::{PageFault, PageResult};

/// The most values of a page that is written anew, and the most bytes that they may take: hostile pages say little and mean
/// much.
const MOST_VALUES: usize = 1 << 22;
const MOST_BYTES: usize = 64 << 20;

/// The values behind the levels of a page as plain ones; `None` where they are plain already.
pub(super) fn as_plain(
    encoding: Encoding,
    stored: StoredType,
    bytes: &[u8],
    rows: usize,
) -> PageResult<Option<Vec<u8>>> {
    let most = rows.min(MOST_VALUES);
    Ok(Some(match (encoding, stored.physical, stored.width) {
        (Encoding::PLAIN, Type::BOOLEAN, _) => {
            let bits = bytes.iter().flat_map(|byte| (0..8).map(move |bit| byte >> bit & 1));
            bits.take(most).collect()
        }
        (Encoding::RLE, Type::BOOLEAN, _) => {
            let (mut runs, mut bits) = (Hybrid::new(4.min(bytes.len())..bytes.len(), 1)?, Vec::new());
            // Rows without a value have no bit, so fewer may be there.
            while bits.len() < most && runs.take(bytes, 1, &mut bits).is_ok() {}
            bits.into_iter().map(|bit| bit.to_le_bytes()[0]).collect()
        }
        (Encoding::PLAIN, ..) => return Ok(None),
        (Encoding::DELTA_BINARY_PACKED, Type::INT32 | Type::INT64, Some(width)) => {
            let mut plain = Vec::new();
            for value in Differences::new(bytes)?.all(most)? {
                plain.extend_from_slice(&value.to_le_bytes()[..width]);
            }
            plain
        }
        (Encoding::DELTA_LENGTH_BYTE_ARRAY, Type::BYTE_ARRAY, None) => {
            let mut plain = Vec::new();
            each_text(bytes, most, |text| push(&mut plain, stored, text))?;
            plain
        }
        (Encoding::DELTA_BYTE_ARRAY, Type::BYTE_ARRAY | Type::FIXED_LEN_BYTE_ARRAY, _) => {
            let mut prefixes = Differences::new(bytes)?;
            let lengths = prefixes.all(most)?;
            let (mut plain, mut last, mut lengths) = (Vec::new(), Vec::new(), lengths.into_iter());
            each_text(prefixes.rest(), most, |rest| {
                let length = lengths.next().and_then(|length| usize::try_from(length).ok());
                let shared = length.filter(|length| *length <= last.len()).ok_or(PageFault::Run)?;
                last.truncate(shared);
                last.extend_from_slice(rest);
                push(&mut plain, stored, &last)
            })?;
            plain
        }
        (Encoding::BYTE_STREAM_SPLIT, _, Some(width)) => {
            let count = bytes.len() / width;
            let values = (0..count).flat_map(|value| (0..width).map(move |byte| (value, byte)));
            values.filter_map(|(value, byte)| bytes.get(byte * count + value)).copied().collect()
        }
        _ => return Err(PageFault::Encoding),
    }))
}

/// Adds a text with its length in front, or a value of one width.
fn push(plain: &mut Vec<u8>, stored: StoredType, value: &[u8]) -> PageResult<()> {
    let length = value.len();
    if plain.len() + length > MOST_BYTES || stored.width.is_some_and(|width| width != length) {
        return Err(PageFault::Run);
    }
    if stored.width.is_none() {
        plain.extend_from_slice(&u32::try_from(length).map_err(|_| PageFault::Run)?.to_le_bytes());
    }
    plain.extend_from_slice(value);
    Ok(())
}

/// Calls `each` with the texts whose lengths stand together in front of them.
fn each_text(bytes: &[u8], most: usize, mut each: impl FnMut(&[u8]) -> PageResult<()>) -> PageResult<()> {
    let mut lengths = Differences::new(bytes)?;
    let all = lengths.all(most)?;
    let mut rest = lengths.rest();
    for length in all {
        let (text, behind) = usize::try_from(length)
            .ok()
            .and_then(|length| rest.split_at_checked(length))
            .ok_or(PageFault::Short)?;
        each(text)?;
        rest = behind;
    }
    Ok(())
}

/// Whole numbers, each as the difference to the one before: in blocks, which have the least difference in front, and in each
/// of their parts the rest of it in so many bits.
struct Differences<'b> {
    bytes: &'b [u8],
    at: usize,
    count: usize,
    parts: usize,
    part: usize,
    value: i64,
}

impl<'b> Differences<'b> {
    fn new(bytes: &'b [u8]) -> PageResult<Self> {
        let mut new = Self { bytes, at: 0, count: 0, parts: 0, part: 0, value: 0 };
        let size = |number: u64| usize::try_from(number).map_err(|_| PageFault::Run);
        let block = size(new.number()?)?;
        new.parts = size(new.number()?)?;
        new.count = size(new.number()?)?;
        new.value = new.signed()?;
        new.part = block.checked_div(new.parts).unwrap_or_default();
        let is_right =
            new.part > 0 && new.part.is_multiple_of(8) && new.part.checked_mul(new.parts) == Some(block);
        if is_right { Ok(new) } else { Err(PageFault::Run) }
    }

    /// All numbers, if there are no more than `most`.
    fn all(&mut self, most: usize) -> PageResult<Vec<i64>> {
        if self.count > most {
            return Err(PageFault::ManyRows);
        }
        let mut all = Vec::new();
        if self.count > 0 {
            all.push(self.value);
        }
        while all.len() < self.count {
            let least = self.signed()?;
            let end = self
                .at
                .checked_add(self.parts)
                .filter(|end| *end <= self.bytes.len())
                .ok_or(PageFault::Short)?;
            let widths = &self.bytes[self.at..end];
            self.at = end;
            for bits in widths {
                let wanted = self.part.min(self.count - all.len());
                if wanted == 0 {
                    break;
                }
                if *bits > 64 {
                    return Err(PageFault::Run);
                }
                let size = (self.part / 8).checked_mul(usize::from(*bits)).ok_or(PageFault::Run)?;
                // The last part may lack the bits that nobody reads.
                let end = self.at.saturating_add(size).min(self.bytes.len());
                let packed = &self.bytes[self.at..end];
                if wanted.checked_mul(usize::from(*bits)).is_none_or(|needed| needed > packed.len() * 8) {
                    return Err(PageFault::Short);
                }
                for number in 0..wanted {
                    let rest = bits_at(packed, number * usize::from(*bits), *bits);
                    self.value = self.value.wrapping_add(least).wrapping_add(rest.cast_signed());
                    all.push(self.value);
                }
                self.at = end;
            }
        }
        Ok(all)
    }

    /// The bytes behind the numbers, all of them having been read.
    fn rest(&self) -> &'b [u8] {
        self.bytes.get(self.at..).unwrap_or_default()
    }

    /// A number in groups of seven bits, the last group first.
    fn number(&mut self) -> PageResult<u64> {
        let mut number = 0u64;
        for shift in (0..64).step_by(7) {
            let byte = *self.bytes.get(self.at).ok_or(PageFault::Short)?;
            self.at += 1;
            number |= u64::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return Ok(number);
            }
        }
        Err(PageFault::Run)
    }

    /// A number whose last bit is its sign.
    fn signed(&mut self) -> PageResult<i64> {
        let number = self.number()?;
        Ok((number >> 1).cast_signed() ^ -(number & 1).cast_signed())
    }
}

/// A number of so many bits that begins at a bit.
fn bits_at(bytes: &[u8], at: usize, bits: u8) -> u64 {
    let byte = at / 8;
    let end = bytes.len().min(byte + 9);
    let word = bytes.get(byte..end).unwrap_or_default();
    let word = word.iter().rev().fold(0u128, |word, byte| word << 8 | u128::from(*byte));
    let mask = (1u128 << bits) - 1;
    u64::try_from(word >> (at % 8) & mask).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use ::parquet::schema::parser::parse_message_type;
    use ::parquet::schema::types::SchemaDescriptor;

    use super::*;
    use crate::formats::foreign::parquet::kind::ValueKind;

    /// A page of a column of this type, written anew.
    fn plain(column: &str, encoding: Encoding, bytes: &[u8], rows: usize) -> PageResult<Option<Vec<u8>>> {
        let schema = parse_message_type(&format!("message m {{ required {column}; }}")).expect("a schema");
        let column = SchemaDescriptor::new(schema.into()).column(0);
        let stored = StoredType::new(ValueKind::Plain, &column).expect("a type");
        as_plain(encoding, stored, bytes, rows)
    }

    #[test]
    fn truth_values_are_bits_or_runs() {
        let bits = plain("boolean a", Encoding::PLAIN, &[0b0000_0101], 3).expect("values");
        assert_eq!(bits, Some(vec![1, 0, 1]));
        // Four times 1; a fifth row that has no value.
        let runs = plain("boolean a", Encoding::RLE, &[2, 0, 0, 0, 8, 1], 5).expect("values");
        assert_eq!(runs, Some(vec![1; 4]));
    }

    #[test]
    fn differences_are_added_up() {
        // 7, 5, 3, 1, 2, 3 in a block of 128 with 4 parts: at least -2, the rest in two bits of the first part.
        let mut bytes = vec![0x80, 0x01, 4, 6, 14, 3, 2, 0, 0, 0];
        bytes.extend([0b1100_0000, 0b0000_0011, 0, 0, 0, 0, 0, 0]);
        let values =
            plain("int32 a", Encoding::DELTA_BINARY_PACKED, &bytes, 6).expect("values").expect("new ones");
        let values: Vec<i32> = values
            .chunks_exact(4)
            .map(|value| i32::from_le_bytes([value[0], value[1], value[2], value[3]]))
            .collect();
        assert_eq!(values, [7, 5, 3, 1, 2, 3]);
        assert!(plain("int32 a", Encoding::DELTA_BINARY_PACKED, &bytes, 5).is_err(), "more values than rows");
        assert!(
            plain("int32 a", Encoding::DELTA_BINARY_PACKED, &bytes[..9], 6).is_err(),
            "widths are cut off"
        );
    }

    #[test]
    fn a_text_that_takes_more_of_the_last_than_there_is_is_a_fault() {
        let header = |count: u8, first: u8| vec![8, 1, count, first << 1];
        let text = |shared: u8| [header(1, shared), header(1, 2), b"KG".to_vec()].concat();
        let read = |bytes: &[u8]| plain("binary a", Encoding::DELTA_BYTE_ARRAY, bytes, 1);
        assert_eq!(read(&text(0)).expect("a text"), Some(b"\x02\0\0\0KG".to_vec()));
        assert!(read(&text(1)).is_err());
    }
}
