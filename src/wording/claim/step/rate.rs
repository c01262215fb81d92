//! Rates and derived flows in a proof: one line each.

use super::named::under;
use super::proof::Proof;
use crate::analysis::{Claim, Figure, Formula, Interval};
use crate::dataset::Subject;
use crate::wording::claim::name;
use crate::wording::formula_words;
use crate::wording::number::{distinct, printed, range};

impl Proof<'_> {
    /// `China's exports to Kazakhstan, 2023: 69.7 CNY / 10.0 USD = 6.930 to 7.010 [yuan, dollars]`
    pub fn rate(&self, many: Figure, few: Figure, rate: Interval) -> String {
        let [many_printed, few_printed] = [many, few].map(|figure| printed(self.words, figure));
        let rate = range(rate, self.rate_decimals());
        self.of(many, &format!("{many_printed} / {few_printed} = {rate}"), &[many, few])
    }

    /// Enough decimals to tell the highest rate from the lowest.
    pub fn rate_decimals(&self) -> u32 {
        let Claim::OneRate(claim) = self.claim else { return 3 };
        distinct(claim.highest.low(), claim.lowest.high(), 3)
    }

    /// `China's imports from Kazakhstan, 2023 = total − exports = 2.80 to 3.00 USD`
    pub fn flow(&self, subject: &Subject, formula: Formula, interval: Interval) -> String {
        let name = name::full(self.words, subject, self.dimension);
        under(&format!("{name} "), &format!("= {} = {}", formula_words(formula), self.value(interval)))
    }
}
