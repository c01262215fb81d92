//! Records by the numbers of their codes, without their amounts.

/// A record without its amounts.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Keys {
    pub reporter: u32,
    pub flow: u32,
    pub partner: u32,
    pub product: u32,
    pub period: u32,
    /// See [`super::details::Details`].
    pub details: u32,
}

/// Bits of each part of [`Keys::packed`].
const PLACE_BITS: u32 = 13;
const FLOW_BITS: u32 = 4;
const PERIOD_BITS: u32 = 12;
const PRODUCT_BITS: u32 = 22;

/// The most different codes of each column: what a packed key has room for.
pub(super) const MOST_PLACES: usize = 1 << PLACE_BITS;
pub(super) const MOST_FLOWS: usize = 1 << FLOW_BITS;
pub(super) const MOST_PERIODS: usize = 1 << PERIOD_BITS;
pub(super) const MOST_PRODUCTS: usize = 1 << PRODUCT_BITS;

impl Keys {
    /// All but the details in one number.
    pub fn packed(self) -> u64 {
        let mut packed = u64::from(self.reporter);
        for (bits, part) in [
            (PLACE_BITS, self.partner),
            (FLOW_BITS, self.flow),
            (PERIOD_BITS, self.period),
            (PRODUCT_BITS, self.product),
        ] {
            packed = (packed << bits) | u64::from(part);
        }
        packed
    }
}

/// Records without details, column by column.
#[derive(Debug, Default)]
pub(super) struct KeyColumns {
    pub reporters: Vec<u32>,
    pub flows: Vec<u32>,
    pub partners: Vec<u32>,
    pub products: Vec<u32>,
    pub periods: Vec<u32>,
}

impl KeyColumns {
    /// Those of the reporter, flow, partner, product and period.
    pub fn all_mut(&mut self) -> [&mut Vec<u32>; 5] {
        let Self { reporters, flows, partners, products, periods } = self;
        [reporters, flows, partners, products, periods]
    }

    /// Keeps the first `len` records.
    pub fn truncate(&mut self, len: usize) {
        self.all_mut().into_iter().for_each(|column| column.truncate(len));
    }

    /// One of the records.
    #[inline]
    pub fn row(&self, row: usize) -> Keys {
        let number = |column: &[u32]| column.get(row).copied().unwrap_or_default();
        Keys {
            reporter: number(&self.reporters),
            flow: number(&self.flows),
            partner: number(&self.partners),
            product: number(&self.products),
            period: number(&self.periods),
            details: 0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packed_keys_differ_where_keys_do() {
        let largest = |most: usize| u32::try_from(most - 1).unwrap_or_default();
        let keys = Keys {
            reporter: largest(MOST_PLACES),
            flow: largest(MOST_FLOWS),
            partner: largest(MOST_PLACES),
            product: largest(MOST_PRODUCTS),
            period: largest(MOST_PERIODS),
            details: 0,
        };
        assert_eq!(keys.packed(), u64::MAX);
        assert_eq!(Keys { product: 1, ..Keys::default() }.packed(), 1);
    }
}
