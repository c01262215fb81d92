//! Rates, ranks and flows made of others in a proof: a line each.

use super::Proof;
use crate::analysis::{Claim, Figure, Formula, Interval};
use crate::dataset::{RankedAmong, Subject};
use crate::wording::claim::{name, ranks};
use crate::wording::formula_words;
use crate::wording::number::{distinct, printed, range};

impl Proof<'_> {
    /// `exports: 69.7 CNY / 10.0 USD = 6.930 to 7.010`; with their year where rates of two years are compared.
    pub fn rate(&self, many: Figure, few: Figure, rate: Interval) -> String {
        let is_of_one_year = matches!(self.claim, Claim::OneRate { .. });
        let name = if is_of_one_year { self.name(many) } else { self.dated(many) };
        let [many, few] = [many, few].map(|figure| printed(self.words, figure));
        format!("{name}: {many} / {few} = {}", range(rate, self.rate_decimals()))
    }

    /// As many as it takes to tell the highest rate from the lowest.
    pub fn rate_decimals(&self) -> u32 {
        let Claim::OneRate { highest, lowest, .. } = self.claim else { return 3 };
        distinct(highest.low(), lowest.high(), 3)
    }

    /// What a ranked trade is called on its list.
    pub fn thing(&self, among: RankedAmong, figure: Figure) -> String {
        let subject = self.words.subject(figure);
        subject.map_or_else(String::new, |subject| ranks::thing(self.words, among, subject))
    }

    /// `imports 2023 = total − exports = 2.80 to 3.00 USD`
    pub fn flow(&self, subject: &Subject, formula: Formula, interval: Interval) -> String {
        let (name, when) = (name::trade(self.words, subject, self.dimension), name::period(subject.period));
        format!("{name} {when} = {} = {}", formula_words(formula), self.value(interval))
    }
}
