//! Runs of small numbers, as Parquet writes levels and the codes of a dictionary: a number that repeats, or groups of eight
//! numbers in as many bits as the largest takes.

use std::ops::Range;

use crate::formats::faults::{PageFault, PageResult};

/// The most bits of a number.
const MOST_BITS: u32 = 32;

/// Numbers that are read one after another.
pub(super) struct Hybrid {
    /// The places of the runs that are not read yet, in the page.
    rest: Range<usize>,
    bits: u32,
    run: CodeRun,
}

/// The rest of a run.
enum CodeRun {
    Repeated {
        value: u32,
        left: usize,
    },
    /// `next` is the place of the next number in bits.
    Packed {
        next: usize,
        left: usize,
    },
}

impl Hybrid {
    /// The numbers of so many bits that stand there in a page.
    pub fn new(place: Range<usize>, bits: u32) -> PageResult<Self> {
        if bits > MOST_BITS {
            return Err(PageFault::Run);
        }
        // Without bits all numbers are 0, and nothing needs to be there.
        let left = if bits == 0 { usize::MAX } else { 0 };
        Ok(Self { rest: place, bits, run: CodeRun::Repeated { value: 0, left } })
    }

    /// Adds the next `count` numbers of `page` to `out`.
    pub fn take(&mut self, page: &[u8], count: usize, out: &mut Vec<u32>) -> PageResult<()> {
        let mut wanted = count;
        while wanted > 0 {
            match &mut self.run {
                CodeRun::Repeated { left: 0, .. } | CodeRun::Packed { left: 0, .. } => {
                    self.run = self.next_run(page)?;
                }
                CodeRun::Repeated { value, left } => {
                    let taken = wanted.min(*left);
                    out.resize(out.len() + taken, *value);
                    (*left, wanted) = (*left - taken, wanted - taken);
                }
                CodeRun::Packed { next, left } => {
                    let taken = wanted.min(*left);
                    unpack(page, *next, self.bits, taken, out);
                    *next += taken * self.bits as usize;
                    (*left, wanted) = (*left - taken, wanted - taken);
                }
            }
        }
        Ok(())
    }

    /// Passes over the next `count` numbers if they are one that repeats, and returns it; else they are still to be taken.
    pub fn repeated(&mut self, page: &[u8], count: usize) -> PageResult<Option<u32>> {
        if let CodeRun::Repeated { left: 0, .. } | CodeRun::Packed { left: 0, .. } = self.run {
            self.run = self.next_run(page)?;
        }
        match &mut self.run {
            CodeRun::Repeated { value, left } if *left >= count => {
                *left -= count;
                Ok(Some(*value))
            }
            CodeRun::Repeated { .. } | CodeRun::Packed { .. } => Ok(None),
        }
    }

    fn next_run(&mut self, page: &[u8]) -> PageResult<CodeRun> {
        let header = self.header(page)?;
        let bits = self.bits as usize;
        if header & 1 == 0 {
            let width = bits.div_ceil(8);
            let value =
                page.get(self.rest.clone()).and_then(|rest| rest.get(..width)).ok_or(PageFault::Short)?;
            let value = value.iter().rev().fold(0, |number, byte| number << 8 | u32::from(*byte));
            self.rest.start += width;
            return Ok(CodeRun::Repeated { value, left: (header >> 1) as usize });
        }
        // The last group may lack the bits that nobody reads.
        let left = ((header >> 1) as usize * 8).min(self.rest.len() * 8 / bits);
        if left == 0 {
            return Err(PageFault::Short);
        }
        let next = self.rest.start * 8;
        self.rest.start += ((header >> 1) as usize * bits).min(self.rest.len());
        Ok(CodeRun::Packed { next, left })
    }

    /// A number in groups of seven bits, the last group first.
    fn header(&mut self, page: &[u8]) -> PageResult<u32> {
        let mut number = 0u64;
        for shift in [0, 7, 14, 21, 28] {
            let place = self.rest.next().ok_or(PageFault::Short)?;
            let byte = *page.get(place).ok_or(PageFault::Short)?;
            number |= u64::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return u32::try_from(number).map_err(|_| PageFault::Run);
            }
        }
        Err(PageFault::Run)
    }
}

/// Adds `count` numbers that begin at a bit. Bits that are not there are 0.
fn unpack(bytes: &[u8], first: usize, bits: u32, count: usize, out: &mut Vec<u32>) {
    let mask = (1u64 << bits) - 1;
    let word = |at: usize| {
        let byte = at / 8;
        let word = if let Some(word) = bytes.get(byte..).and_then(<[u8]>::first_chunk::<8>) {
            u64::from_le_bytes(*word)
        } else {
            let rest = bytes.get(byte..).unwrap_or_default();
            rest.iter().rev().fold(0, |number, byte| number << 8 | u64::from(*byte))
        };
        u32::try_from(word >> (at % 8) & mask).unwrap_or_default()
    };
    out.extend((0..count).map(|number| word(first + number * bits as usize)));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8], bits: u32, counts: &[usize]) -> PageResult<Vec<u32>> {
        let mut hybrid = Hybrid::new(0..bytes.len(), bits)?;
        let mut out = Vec::new();
        for count in counts {
            hybrid.take(bytes, *count, &mut out)?;
        }
        Ok(out)
    }

    #[test]
    fn a_run_repeats_a_number_or_packs_eight_at_a_time() {
        // Five times 300 in nine bits; 0 to 7 in three bits.
        assert_eq!(read(&[10, 0x2c, 0x01], 9, &[2, 3]).expect("numbers"), vec![300; 5]);
        let packed = read(&[3, 0x88, 0xc6, 0xfa], 3, &[3, 5]).expect("numbers");
        assert_eq!(packed, (0..8).collect::<Vec<_>>());
        // A run of three, and a packed one whose last bytes were not written.
        let both = read(&[6, 1, 5, 0b1001_1101], 1, &[3, 8]).expect("numbers");
        assert_eq!(both, [1, 1, 1, 1, 0, 1, 1, 1, 0, 0, 1]);
    }

    #[test]
    fn a_number_that_repeats_is_passed_over_as_one() {
        // Six times 1, then 0 and 1 in turns.
        let bytes = [12, 1, 3, 0b1010_1010];
        let mut hybrid = Hybrid::new(0..bytes.len(), 1).expect("runs");
        let passed = [4, 3, 2].map(|count| hybrid.repeated(&bytes, count).expect("numbers"));
        assert_eq!(passed, [Some(1), None, Some(1)]);
        assert_eq!(hybrid.repeated(&bytes, 2).expect("numbers"), None);
        let mut rest = Vec::new();
        hybrid.take(&bytes, 3, &mut rest).expect("numbers");
        assert_eq!(rest, [0, 1, 0]);
    }

    #[test]
    fn without_bits_all_numbers_are_nought() {
        assert_eq!(read(&[], 0, &[4]).expect("numbers"), [0; 4]);
    }

    #[test]
    fn cut_and_overlong_runs_are_faults() {
        for (bytes, bits) in [
            (&[][..], 1),
            (&[0x80, 0x80, 0x80, 0x80, 0x80, 0x01], 1),
            (&[0xff, 0xff, 0xff, 0xff, 0x7f], 1),
            (&[10, 0x2c], 9),
            (&[3], 3),
            (&[0, 0, 0], 3),
            (&[10, 1], 33),
        ] {
            assert!(read(bytes, bits, &[9]).is_err(), "{bytes:?}");
        }
    }

    #[test]
    fn a_run_that_claims_billions_costs_what_is_taken_of_it() {
        let few = read(&[0xfe, 0xff, 0xff, 0xff, 0x0f, 1], 1, &[2]).expect("numbers");
        assert_eq!(few, [1, 1]);
    }
}
