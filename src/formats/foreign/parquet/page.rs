//! Pages of a column: which rows have a value, and where it stands.

use std::ops::Range;

use ::parquet::basic::Encoding;
use ::parquet::column::page::Page;

use super::hybrid::Hybrid;
use super::plain::as_plain;
use super::values::StoredType;
use crate::formats::faults::{PageFault, PageResult};

/// In place of a value in a row that has none.
pub(super) const NOTHING: u32 = u32::MAX;

/// The dictionary of a column: its values, each once.
pub(super) struct Dictionary {
    values: Vec<u8>,
    /// By value; for values of one width, none are needed.
    ends: Vec<usize>,
    width: Option<usize>,
    pub len: usize,
}

impl Dictionary {
    /// Of a page with the values one after another. They become texts, unless they stay `as_stored`.
    pub fn new(page: &Page, stored: StoredType, as_stored: bool) -> PageResult<Self> {
        let bytes: &[u8] = page.buffer();
        let len = usize::try_from(page.num_values()).map_err(|_| PageFault::Short)?;
        if !matches!(page.encoding(), Encoding::PLAIN | Encoding::PLAIN_DICTIONARY) {
            return Err(PageFault::Encoding);
        }
        let (mut values, mut ends) = (Vec::new(), Vec::new());
        if let Some(width) = stored.width {
            let size = len.checked_mul(width).ok_or(PageFault::Short)?;
            let all = bytes.get(..size).ok_or(PageFault::Short)?;
            if as_stored {
                return Ok(Self { values: all.to_vec(), ends, width: stored.width, len });
            }
            for value in all.chunks_exact(width) {
                stored.write(value, &mut values);
                ends.push(values.len());
            }
        } else {
            let mut next = 0;
            for _ in 0..len {
                let place = text(bytes, &mut next)?;
                stored.write(&bytes[place], &mut values);
                ends.push(values.len());
            }
        }
        Ok(Self { values, ends, width: None, len })
    }

    /// All values one after another.
    pub fn values(&self) -> &[u8] {
        &self.values
    }

    /// A value by its code: its text, or as it is stored.
    #[inline]
    pub fn value(&self, code: u32) -> &[u8] {
        let code = code as usize;
        let place = if let Some(width) = self.width {
            code * width..(code + 1) * width
        } else {
            let start = if code == 0 { 0 } else { self.ends.get(code - 1).copied().unwrap_or_default() };
            start..self.ends.get(code).copied().unwrap_or(start)
        };
        self.values.get(place).unwrap_or_default()
    }
}

/// Some rows of a page.
#[derive(Default)]
pub(super) struct PageRows {
    /// By row: the code of the value in the dictionary, or its place among the values of the page; [`NOTHING`] without one.
    pub places: Vec<u32>,
    /// The texts of a page without codes, by their places.
    pub texts: Vec<Range<usize>>,
    levels: Vec<u32>,
    values: Vec<u32>,
}

/// A page of values, read some rows at a time.
pub(super) struct DataPage {
    page: Page,
    /// The values as plain ones, where the page has them in another encoding.
    plain: Option<Vec<u8>>,
    /// How many rows are left.
    pub left: usize,
    levels: Option<PageLevels>,
    values: PageValues,
}

/// A bit for each row, 1 where it has a value.
enum PageLevels {
    Runs(Hybrid),
    /// The highest bit of each byte first, from the beginning of the page; and the number of the next.
    Bits {
        next: usize,
    },
}

enum PageValues {
    Codes(Hybrid),
    /// Values of one width that begin at a place, and the number of the next.
    Fixed {
        start: usize,
        next: usize,
        width: usize,
    },
    /// Texts, and the place of the next.
    Texts {
        next: usize,
    },
}

impl PageLevels {
    /// Takes those of the next `count` rows, and returns how many have a value; if all have one, no levels are written.
    fn take(&mut self, page: &[u8], count: usize, levels: &mut Vec<u32>) -> PageResult<usize> {
        match self {
            Self::Runs(known) => match known.repeated(page, count)? {
                Some(1..) => return Ok(count),
                Some(0) => levels.resize(count, 0),
                None => known.take(page, count, levels)?,
            },
            Self::Bits { next } => {
                let bit = |at: usize| page.get(at / 8).map_or(0, |byte| byte >> (7 - at % 8) & 1);
                levels.extend((*next..*next + count).map(bit).map(u32::from));
                *next += count;
            }
        }
        Ok(levels.iter().filter(|level| **level > 0).count())
    }
}

impl DataPage {
    /// Takes a page apart. `is_optional` says if rows may have no value.
    pub fn new(page: Page, stored: StoredType, is_optional: bool) -> PageResult<Self> {
        let left = usize::try_from(page.num_values()).map_err(|_| PageFault::ManyRows)?;
        let (levels, start) = levels(&page, left, is_optional)?;
        let size = page.buffer().len();
        if matches!(page.encoding(), Encoding::PLAIN_DICTIONARY | Encoding::RLE_DICTIONARY) {
            // Without any value there need not be a width.
            let codes = match page.buffer().get(start) {
                Some(bits) => Hybrid::new(start + 1..size, u32::from(*bits))?,
                None => Hybrid::new(size..size, 1)?,
            };
            return Ok(Self { page, plain: None, left, levels, values: PageValues::Codes(codes) });
        }
        let bytes = page.buffer().get(start..).ok_or(PageFault::Short)?;
        let plain = as_plain(page.encoding(), stored, bytes, left)?;
        let start = if plain.is_some() { 0 } else { start };
        let values = match stored.width {
            Some(width) => PageValues::Fixed { start, next: 0, width },
            None => PageValues::Texts { next: start },
        };
        Ok(Self { page, plain, left, levels, values })
    }

    /// True if values are codes of the dictionary.
    pub fn has_codes(&self) -> bool {
        matches!(self.values, PageValues::Codes(_))
    }

    /// Takes the next `count` rows, of those that are left; codes must be below `codes`.
    pub fn take(&mut self, count: usize, codes: usize, rows: &mut PageRows) -> PageResult<()> {
        let PageRows { places, texts, levels, values } = rows;
        for numbers in [&mut *places, &mut *levels, &mut *values] {
            numbers.clear();
        }
        texts.clear();
        let present = match &mut self.levels {
            Some(known) => known.take(self.page.buffer(), count, levels)?,
            None => count,
        };
        let bytes: &[u8] = self.plain.as_deref().unwrap_or(self.page.buffer());
        match &mut self.values {
            PageValues::Codes(known) => {
                known.take(self.page.buffer(), present, values)?;
                // The largest is found sooner than the first that is too large.
                let most = values.iter().fold(0, |most, code| most.max(*code));
                if most as usize >= codes && !values.is_empty() {
                    return Err(PageFault::Code);
                }
            }
            PageValues::Fixed { start, next, width } => {
                let end = (*next + present).checked_mul(*width).and_then(|size| size.checked_add(*start));
                if end.is_none_or(|end| end > bytes.len()) {
                    return Err(PageFault::Short);
                }
                let range = [*next, *next + present].map(u32::try_from);
                let [Ok(from), Ok(to)] = range else { return Err(PageFault::ManyRows) };
                values.extend(from..to);
                *next += present;
            }
            PageValues::Texts { next } => {
                for number in (0..).take(present) {
                    texts.push(text(bytes, next)?);
                    values.push(number);
                }
            }
        }
        if present == count {
            std::mem::swap(places, values);
        } else {
            let mut values = values.iter();
            let place = |level: &u32| if *level > 0 { values.next().copied() } else { None };
            places.extend(levels.iter().map(place).map(|place| place.unwrap_or(NOTHING)));
        }
        self.left -= count;
        Ok(())
    }

    /// The bytes with the values of a page without codes.
    fn plain(&self) -> &[u8] {
        self.plain.as_deref().unwrap_or(self.page.buffer())
    }

    /// All values one after another, if they have one width.
    pub fn values(&self) -> Option<&[u8]> {
        let PageValues::Fixed { start, .. } = self.values else { return None };
        self.plain().get(start..)
    }

    /// The bytes of a text.
    pub fn text(&self, place: Range<usize>) -> &[u8] {
        self.plain().get(place).unwrap_or_default()
    }

    /// A value of one width, by its place among those of the page.
    #[inline]
    pub fn stored(&self, place: u32) -> &[u8] {
        let PageValues::Fixed { start, width, .. } = self.values else { return &[] };
        let start = start + place as usize * width;
        self.plain().get(start..start + width).unwrap_or_default()
    }
}

/// Where the levels of a page are, if rows may have no value, and where its values begin.
fn levels(page: &Page, rows: usize, is_optional: bool) -> PageResult<(Option<PageLevels>, usize)> {
    let size = page.buffer().len();
    let inside = |end: Option<usize>| end.filter(|end| *end <= size).ok_or(PageFault::Short);
    let (runs, start) = match page {
        Page::DataPage { .. } if !is_optional => return Ok((None, 0)),
        Page::DataPage { def_level_encoding, .. } if is_packed(*def_level_encoding) => {
            return Ok((Some(PageLevels::Bits { next: 0 }), inside(Some(rows.div_ceil(8)))?));
        }
        Page::DataPage { buf, def_level_encoding: Encoding::RLE, .. } => {
            let length =
                buf.first_chunk().map(|length| u32::from_le_bytes(*length)).ok_or(PageFault::Short)?;
            let end = inside(usize::try_from(length).ok().and_then(|length| length.checked_add(4)))?;
            (4..end, end)
        }
        Page::DataPage { .. } => return Err(PageFault::Encoding),
        Page::DataPageV2 { def_levels_byte_len, rep_levels_byte_len, .. } => {
            let [start, length] = [*rep_levels_byte_len, *def_levels_byte_len].map(|length| length as usize);
            let end = inside(start.checked_add(length))?;
            (start..end, end)
        }
        Page::DictionaryPage { .. } => return Err(PageFault::Dictionary),
    };
    let runs = if is_optional { Some(PageLevels::Runs(Hybrid::new(runs, 1)?)) } else { None };
    Ok((runs, start))
}

/// True for the way in which the oldest files write levels: bit by bit.
#[expect(deprecated, reason = "old files have it")]
pub(super) fn is_packed(encoding: Encoding) -> bool {
    encoding == Encoding::BIT_PACKED
}

/// The place of the text that has its length in front of it at `next`, which then is behind it.
fn text(bytes: &[u8], next: &mut usize) -> PageResult<Range<usize>> {
    let length = bytes.get(*next..).and_then(<[u8]>::first_chunk).ok_or(PageFault::Short)?;
    let start = *next + 4;
    let end = usize::try_from(u32::from_le_bytes(*length)).ok().and_then(|length| start.checked_add(length));
    let end = end.filter(|end| *end <= bytes.len()).ok_or(PageFault::Short)?;
    *next = end;
    Ok(start..end)
}
