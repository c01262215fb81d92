//! The places of a table that report trade, and with whom.

/// Pairs of a reporter and a partner, as a bit for each.
#[derive(Debug, Clone, Default)]
pub(crate) struct Reports {
    /// By the number of the reporter: a bit for each partner.
    partners: Vec<Vec<u64>>,
    /// The pair that came last: rows of one pair most often follow each other.
    last: Option<(u32, u32)>,
}

/// The number of bits in a word.
const BITS: usize = u64::BITS as usize;

impl Reports {
    /// Takes note of a row of a reporter with a partner, both by their numbers.
    #[inline]
    pub(super) fn add(&mut self, reporter: u32, partner: u32) {
        if self.last == Some((reporter, partner)) {
            return;
        }
        self.last = Some((reporter, partner));
        let (reporter, word, bit) = (reporter as usize, partner as usize / BITS, partner as usize % BITS);
        if self.partners.len() <= reporter {
            self.partners.resize(reporter + 1, Vec::new());
        }
        let Some(partners) = self.partners.get_mut(reporter) else { return };
        if partners.len() <= word {
            partners.resize(word + 1, 0);
        }
        if let Some(bits) = partners.get_mut(word) {
            *bits |= 1 << bit;
        }
    }

    /// The number of wanted reporters that have rows with a partner; `None` for none.
    pub(super) fn reporters_of(&self, partner: u32, is_wanted: impl Fn(u32) -> bool) -> Option<usize> {
        let (word, bit) = (partner as usize / BITS, partner as usize % BITS);
        let has = |partners: &[u64]| partners.get(word).is_some_and(|bits| bits >> bit & 1 == 1);
        let reporters =
            (0..).zip(&self.partners).filter(|(reporter, partners)| is_wanted(*reporter) && has(partners));
        Some(reporters.count()).filter(|count| *count > 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_reporter_of_a_partner_counts_once() {
        let mut reports = Reports::default();
        for (reporter, partner) in [(0, 200), (0, 200), (3, 200), (0, 1), (0, 200), (5, 200)] {
            reports.add(reporter, partner);
        }
        assert_eq!(reports.reporters_of(200, |reporter| reporter != 5), Some(2));
        assert_eq!(reports.reporters_of(1, |_| true), Some(1));
        assert_eq!(reports.reporters_of(64, |_| true), None);
    }
}
