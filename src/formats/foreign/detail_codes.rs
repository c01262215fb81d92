//! The codes of a row in further dimensions, such as the mode of transport, of which it is about a part.

/// The most dimensions that are distinguished; those beyond share the last place.
const MOST_DIMENSIONS: usize = 7;

/// The place of the valuation, whose codes are no parts of a whole: rows that differ in it value the same trade.
pub(crate) const VALUATION: usize = MOST_DIMENSIONS;

/// Ends a code.
const END: u8 = 0;

/// The codes as one text: each behind the number of its dimension, from 1. Empty for a row that is about the whole of each.
#[derive(Debug, Clone, Default)]
pub(crate) struct DetailCodes {
    text: Vec<u8>,
}

impl DetailCodes {
    /// Adds the code in a dimension, by its place among those that have no other role.
    pub fn push(&mut self, dimension: usize, code: &[u8]) {
        self.add(dimension.min(MOST_DIMENSIONS - 1), code);
    }

    /// Adds the valuation.
    pub fn value_at(&mut self, code: &[u8]) {
        self.add(VALUATION, code);
    }

    fn add(&mut self, place: usize, code: &[u8]) {
        self.text.push(u8::try_from(place + 1).unwrap_or(u8::MAX));
        self.text.extend(code.iter().filter(|byte| **byte != END));
        self.text.push(END);
    }

    /// The same with one more, at the place that [`detail_codes`] gives.
    pub fn with(&self, place: usize, code: &[u8]) -> Self {
        let mut more = self.clone();
        more.add(place, code);
        more
    }

    /// See [`super::ForeignRow::details`].
    pub fn text(&self) -> &[u8] {
        &self.text
    }
}

/// The places of the dimensions with their codes.
pub(crate) fn detail_codes(text: &[u8]) -> impl Iterator<Item = (usize, &[u8])> {
    let parts = text.split(|byte| *byte == END).filter_map(<[u8]>::split_first);
    parts.map(|(number, code)| (usize::from(number.saturating_sub(1)), code))
}

/// A bit for each dimension.
pub(crate) fn detail_bits(text: &[u8]) -> u32 {
    detail_codes(text).fold(0, |bits, (dimension, _)| bits | 1 << dimension)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_come_back_with_their_dimensions() {
        let mut codes = DetailCodes::default();
        assert_eq!(detail_bits(codes.text()), 0);
        for (dimension, code) in [(1, "21"), (3, ""), (400, "C\0D")] {
            codes.push(dimension, code.as_bytes());
        }
        assert_eq!(detail_codes(codes.text()).collect::<Vec<_>>(), [(1, &b"21"[..]), (3, b""), (6, b"CD")]);
        assert_eq!(detail_bits(codes.text()), 0b0100_1010);
    }
}
