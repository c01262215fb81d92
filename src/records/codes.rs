//! Columns of small numbers, in as few bytes as their largest takes.

/// One number for each row of a block.
#[derive(Debug)]
pub(super) enum Codes {
    /// All rows have the same.
    Same(u32),
    Bytes(Vec<u8>),
    Shorts(Vec<u16>),
    Longs(Vec<u32>),
}

impl Codes {
    pub fn pack(values: &[u32]) -> Self {
        let first = values.first().copied().unwrap_or_default();
        let most = values.iter().copied().max().unwrap_or_default();
        if values.iter().all(|value| *value == first) {
            Self::Same(first)
        } else if u8::try_from(most).is_ok() {
            Self::Bytes(values.iter().map(|value| value.to_le_bytes()[0]).collect())
        } else if u16::try_from(most).is_ok() {
            let short = |[low, high, ..]: [u8; 4]| u16::from_le_bytes([low, high]);
            Self::Shorts(values.iter().map(|value| short(value.to_le_bytes())).collect())
        } else {
            Self::Longs(values.to_vec())
        }
    }

    pub fn get(&self, row: usize) -> u32 {
        match self {
            Self::Same(value) => *value,
            Self::Bytes(values) => values.get(row).copied().unwrap_or_default().into(),
            Self::Shorts(values) => values.get(row).copied().unwrap_or_default().into(),
            Self::Longs(values) => values.get(row).copied().unwrap_or_default(),
        }
    }

    /// Writes the numbers of the rows from `start` on into `out`, as many as both have.
    pub fn copy(&self, start: usize, out: &mut [u32]) {
        fn widen<T: Copy + Into<u32>>(values: &[T], start: usize, out: &mut [u32]) {
            let values = values.get(start..).unwrap_or_default();
            out.iter_mut().zip(values).for_each(|(out, value)| *out = (*value).into());
        }
        match self {
            Self::Same(value) => out.fill(*value),
            Self::Bytes(values) => widen(values, start, out),
            Self::Shorts(values) => widen(values, start, out),
            Self::Longs(values) => widen(values, start, out),
        }
    }

    /// The least number and the largest.
    pub fn bounds(&self) -> (u32, u32) {
        fn bounds<T: Copy + Ord + Into<u32>>(values: &[T]) -> (u32, u32) {
            let least = values.iter().min().copied().map_or(0, Into::into);
            (least, values.iter().max().copied().map_or(0, Into::into))
        }
        match self {
            Self::Same(value) => (*value, *value),
            Self::Bytes(values) => bounds(values),
            Self::Shorts(values) => bounds(values),
            Self::Longs(values) => bounds(values),
        }
    }

    /// True if no row can have this number, without a look at each.
    pub fn lacks(&self, value: u32) -> bool {
        match self {
            Self::Same(same) => *same != value,
            Self::Bytes(_) => value > u32::from(u8::MAX),
            Self::Shorts(_) => value > u32::from(u16::MAX),
            Self::Longs(_) => false,
        }
    }
}

/// Codes of a block that grows.
#[derive(Debug, Default)]
pub(super) struct GrowingCodes {
    /// The number of rows before the first code that is not 0: in many columns all, which then cost nothing.
    noughts: usize,
    values: Vec<u32>,
}

impl GrowingCodes {
    pub fn len(&self) -> usize {
        if self.values.is_empty() { self.noughts } else { self.values.len() }
    }

    #[inline]
    pub fn push(&mut self, value: u32) {
        if self.values.is_empty() {
            if value == 0 {
                self.noughts += 1;
                return;
            }
            self.values.resize(self.noughts, 0);
        }
        self.values.push(value);
    }

    pub fn extend(&mut self, values: &[u32]) {
        if self.values.is_empty() {
            if values.iter().all(|value| *value == 0) {
                self.noughts += values.len();
                return;
            }
            self.values.resize(self.noughts, 0);
        }
        self.values.extend_from_slice(values);
    }

    /// Adds rows whose code is 0.
    pub fn extend_noughts(&mut self, rows: usize) {
        if self.values.is_empty() {
            self.noughts += rows;
        } else {
            self.values.resize(self.values.len() + rows, 0);
        }
    }

    /// The codes as they are; nothing is left here.
    pub fn finish(&mut self) -> Codes {
        let codes = Codes::pack(&self.values);
        self.noughts = 0;
        self.values.clear();
        codes
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_come_back_in_any_width() {
        for values in [vec![7; 3], vec![0, 255], vec![1, 256], vec![65_536, 2], vec![]] {
            let codes = Codes::pack(&values);
            let back: Vec<u32> = (0..values.len()).map(|row| codes.get(row)).collect();
            assert_eq!(back, values);
            let mut copied = [9; 2];
            codes.copy(1, &mut copied[..values.len().saturating_sub(1)]);
            assert!(back.iter().skip(1).zip(copied).all(|(value, copied)| *value == copied));
            assert!(values.iter().all(|value| !codes.lacks(*value)));
        }
        assert!(Codes::pack(&[7, 7]).lacks(8));
    }

    #[test]
    fn noughts_before_other_numbers_are_kept_and_a_new_block_has_none() {
        let mut growing = GrowingCodes::default();
        for numbers in [&[0, 0, 3, 0][..], &[0, 0, 0], &[9, 0]] {
            for number in numbers {
                growing.push(*number);
            }
            assert_eq!(growing.len(), numbers.len());
            let codes = growing.finish();
            assert_eq!((0..numbers.len()).map(|row| codes.get(row)).collect::<Vec<_>>(), numbers);
            assert_eq!(growing.len(), 0);
        }
    }
}
