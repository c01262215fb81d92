//! A column of a group of rows, read page by page.
//!
//! The library of Parquet opens files and unpacks pages; what is in them is read here. Nearly all tables have codes of a
//! dictionary: a row then costs no text, and a code is understood once. The library would also trust lengths that a hostile
//! file made up, and end the program.

use std::num::NonZeroU32;

use ::parquet::column::page::{Page, PageReader};
use ::parquet::file::reader::RowGroupReader;

use super::kind::ValueKind;
use super::page::{DataPage, Dictionary, NOTHING, PageRows};
use super::values::StoredType;
use crate::formats::faults::{PageFault, PageResult};
use crate::formats::foreign::record::{RecordCell, StoredAmount};
use crate::formats::foreign::{NumberCell, ShortAmount};

/// How many rows are read at once.
pub(super) const BATCH: usize = 4096;

/// No file is larger.
const MOST_SIZE: i64 = 1 << 48;

/// The use of the cells of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum CellUse {
    Text,
    Amount,
    /// An amount of which it matters only that there is one.
    Count,
}

/// The amounts of a column.
#[derive(Debug, Clone, Copy)]
struct ColumnAmount {
    stored: StoredType,
    /// True if it matters only that there is one.
    is_counted: bool,
}

impl StoredAmount for ColumnAmount {
    fn amount(&self, stored: &[u8]) -> NumberCell {
        if self.is_counted { self.stored.counted(stored) } else { self.stored.amount(stored) }
    }
}

/// The amounts of some rows of a column.
#[derive(Clone, Copy)]
pub(super) struct StoredAmounts<'c> {
    amount: ColumnAmount,
    /// By row: the number of its value.
    places: &'c [u32],
    values: &'c [u8],
    width: usize,
}

impl StoredAmounts<'_> {
    /// Adds the amounts of rows, and to `in_full` the places of those that are wrong or long.
    pub fn write(&self, rows: &[usize], amounts: &mut Vec<ShortAmount>, in_full: &mut Vec<usize>) {
        amounts.reserve(rows.len());
        for (at, row) in rows.iter().enumerate() {
            let amount = self.get(*row);
            if amount.is_none() {
                in_full.push(at);
            }
            amounts.push(amount.unwrap_or(ShortAmount::MISSING));
        }
    }

    /// The amount of a row; `None` for one that is wrong or long.
    #[inline]
    fn get(&self, row: usize) -> Option<ShortAmount> {
        let start =
            self.places.get(row).filter(|place| **place != NOTHING).map(|at| *at as usize * self.width);
        let Some(stored) = start.and_then(|start| self.values.get(start..start + self.width)) else {
            return Some(ShortAmount::MISSING);
        };
        let short = if self.amount.is_counted { None } else { self.amount.stored.short_amount(stored) };
        short.or_else(|| ShortAmount::new(self.amount.amount(stored)))
    }
}

/// A column of a group of rows.
pub(super) struct GroupColumn {
    pages: ColumnPages,
    /// The rows to pass over before the next ones.
    owed: usize,
    /// Texts of rows that stand nowhere else.
    laid_out: Vec<u8>,
    ends: Vec<usize>,
}

/// The pages of a column.
struct ColumnPages {
    reader: Box<dyn PageReader>,
    stored: StoredType,
    is_optional: bool,
    /// `None` for texts.
    amount: Option<ColumnAmount>,
    dictionary: Option<Dictionary>,
    page: Option<DataPage>,
    /// The rows of the pages that have not come.
    rows: usize,
    taken: PageRows,
}

impl GroupColumn {
    /// The column at a place among all of the file.
    pub fn new(
        group: &dyn RowGroupReader,
        (leaf, kind): (usize, ValueKind),
        is_for: CellUse,
    ) -> PageResult<Self> {
        let metadata = group.metadata();
        let rows = usize::try_from(metadata.num_rows()).map_err(|_| PageFault::ManyRows)?;
        let chunk = metadata.columns().get(leaf).ok_or(PageFault::FewRows)?;
        // The library takes for granted that these are sizes of a file.
        let places =
            [Some(chunk.data_page_offset()), chunk.dictionary_page_offset(), Some(chunk.compressed_size())];
        if places.into_iter().flatten().any(|place| !(0..MOST_SIZE).contains(&place)) {
            return Err(PageFault::Place);
        }
        let column = chunk.column_descr_ptr();
        let stored = StoredType::new(kind, &column).ok_or(PageFault::Encoding)?;
        let pages = ColumnPages {
            reader: group.get_column_page_reader(leaf)?,
            stored,
            is_optional: column.max_def_level() > 0,
            amount: (stored.is_number() && is_for != CellUse::Text)
                .then_some(ColumnAmount { stored, is_counted: is_for == CellUse::Count }),
            dictionary: None,
            page: None,
            rows,
            taken: PageRows::default(),
        };
        Ok(Self { pages, owed: 0, laid_out: Vec::new(), ends: Vec::new() })
    }

    /// How many rows can be read at once, at least one.
    pub fn ready(&mut self) -> PageResult<usize> {
        loop {
            let left = self.pages.left()?;
            if self.owed == 0 {
                return Ok(left.min(BATCH));
            }
            let passed = self.owed.min(left).min(BATCH);
            self.pages.take(passed)?;
            self.owed -= passed;
        }
    }

    /// Passes over some rows, once others are read: most often none is.
    pub fn pass(&mut self, rows: usize) {
        self.owed += rows;
    }

    /// Reads the next rows, as many as are ready at most.
    pub fn read(&mut self, rows: usize) -> PageResult<()> {
        self.laid_out.clear();
        self.ends.clear();
        self.pages.take(rows)?;
        if self.pages.lays_out() {
            for row in 0..rows {
                if let Some(stored) = self.pages.stored(row) {
                    self.pages.stored.write(stored, &mut self.laid_out);
                }
                self.ends.push(self.laid_out.len());
            }
        }
        Ok(())
    }

    /// The code of a row of those that were read last, where it has one that is no empty text.
    pub fn code(&self, row: usize) -> Option<usize> {
        let (dictionary, code) = self.pages.coded(row)?;
        (!dictionary.value(code).is_empty()).then_some(code as usize)
    }

    /// The codes of the rows that were read last, [`super::page::NOTHING`] in a row without a value; `None` where texts or
    /// numbers are written out.
    pub fn codes(&self) -> Option<&[u32]> {
        self.pages.page.as_ref().filter(|page| page.has_codes())?;
        Some(&self.pages.taken.places)
    }

    /// The amounts of the rows that were read last; `None` for a column of texts.
    pub fn amounts(&self) -> Option<StoredAmounts<'_>> {
        let ColumnPages { amount, page, dictionary, taken, stored, .. } = &self.pages;
        let page = page.as_ref()?;
        let values =
            if page.has_codes() { dictionary.as_ref().map(Dictionary::values) } else { page.values() };
        Some(StoredAmounts {
            amount: (*amount)?,
            places: &taken.places,
            values: values.unwrap_or_default(),
            width: stored.width?,
        })
    }

    /// The cell of a row of those that were read last.
    pub fn cell(&self, row: usize) -> RecordCell<'_> {
        let mut cell = RecordCell::default();
        self.set(row, &mut cell);
        cell
    }

    /// Sets a cell to that of a row, member by member: a copy of the whole would wait for members that are just written.
    #[inline]
    pub fn set<'c>(&'c self, row: usize, cell: &mut RecordCell<'c>) {
        let pages = &self.pages;
        if let Some(amount) = &pages.amount {
            cell.text = pages.stored(row).unwrap_or_default();
            cell.entry = None;
            cell.stored = Some(amount);
            return;
        }
        cell.stored = None;
        if let Some((dictionary, code)) = pages.coded(row) {
            let text = dictionary.value(code);
            cell.text = text;
            cell.entry = NonZeroU32::new(code + 1).filter(|_| !text.is_empty());
            return;
        }
        cell.entry = None;
        if !pages.lays_out() {
            cell.text = pages.text(row);
            return;
        }
        let start = if row == 0 { 0 } else { self.ends.get(row - 1).copied().unwrap_or_default() };
        let text = self.laid_out.get(start..self.ends.get(row).copied().unwrap_or(start));
        cell.text = text.unwrap_or_default();
    }
}

impl ColumnPages {
    /// How many rows are left of a page, at least one.
    fn left(&mut self) -> PageResult<usize> {
        loop {
            if let Some(left) = self.page.as_ref().map(|page| page.left).filter(|left| *left > 0) {
                return Ok(left);
            }
            match self.reader.get_next_page()?.ok_or(PageFault::FewRows)? {
                page @ Page::DictionaryPage { .. } => {
                    if self.dictionary.is_some() || self.page.is_some() {
                        return Err(PageFault::Dictionary);
                    }
                    self.dictionary = Some(Dictionary::new(&page, self.stored, self.amount.is_some())?);
                }
                page @ (Page::DataPage { .. } | Page::DataPageV2 { .. }) => {
                    let page = DataPage::new(page, self.stored, self.is_optional)?;
                    if page.has_codes() && self.dictionary.is_none() {
                        return Err(PageFault::Dictionary);
                    }
                    self.rows = self.rows.checked_sub(page.left).ok_or(PageFault::ManyRows)?;
                    self.page = Some(page);
                }
            }
        }
    }

    fn take(&mut self, rows: usize) -> PageResult<()> {
        let codes = self.dictionary.as_ref().map_or(0, |dictionary| dictionary.len);
        self.page.as_mut().ok_or(PageFault::FewRows)?.take(rows, codes, &mut self.taken)
    }

    /// True for plain numbers that are to be texts.
    fn lays_out(&self) -> bool {
        let is_plain = self.page.as_ref().is_some_and(|page| !page.has_codes());
        is_plain && self.amount.is_none() && self.stored.width.is_some()
    }

    fn place(&self, row: usize) -> Option<u32> {
        self.taken.places.get(row).copied().filter(|place| *place != NOTHING)
    }

    /// The dictionary and the code of a row.
    #[inline]
    fn coded(&self, row: usize) -> Option<(&Dictionary, u32)> {
        self.page.as_ref().filter(|page| page.has_codes())?;
        Some((self.dictionary.as_ref()?, self.place(row)?))
    }

    /// The value of a row of numbers, as it is stored.
    #[inline]
    fn stored(&self, row: usize) -> Option<&[u8]> {
        let (page, place) = (self.page.as_ref()?, self.place(row)?);
        if page.has_codes() { Some(self.dictionary.as_ref()?.value(place)) } else { Some(page.stored(place)) }
    }

    /// The text of a row of a page without codes.
    fn text(&self, row: usize) -> &[u8] {
        let place = self.place(row).and_then(|place| self.taken.texts.get(place as usize));
        self.page.as_ref().zip(place).map_or(&[], |(page, place)| page.text(place.clone()))
    }
}
