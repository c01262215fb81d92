//! Growth and shares in a proof: one line each.

use super::named::under;
use super::proof::Proof;
use crate::analysis::{Claim, Figure, GrowthRole, Interval, stands_for};
use crate::dataset::{GrowthOf, Measure, Observation};
use crate::wording::Words;
use crate::wording::claim::name;
use crate::wording::number::{distinct, growths, printed, printed_range};

impl Proof<'_> {
    pub fn growth(&self, role: GrowthRole, figure: Figure) -> String {
        let name = name::figure(self.words, figure, self.dimension);
        let (growth, range) = (printed(self.words, figure), printed_range(self.words, figure));
        let name = match role {
            GrowthRole::Least => format!("least: {name}: "),
            GrowthRole::Most => format!("most: {name}: "),
            GrowthRole::LeastAndMost => format!("least and most: {name}: "),
            GrowthRole::Part => format!("part: {name}: "),
            GrowthRole::Whole => format!("whole: {name}: "),
        };
        under(&name, &self.with_ids(&format!("{growth}, so {range}"), &[figure]))
    }

    /// `2021 to 2022: +10.0 %, so +9.95 to +10.05 % [growth]`
    pub fn growth_over(&self, figure: Figure) -> String {
        let base = self.words.observation(figure).and_then(|row| row.base);
        let (then, now) = (name::period(base), self.period(figure));
        let (growth, range) = (printed(self.words, figure), printed_range(self.words, figure));
        self.with_ids(&format!("{then} to {now}: {growth}, so {range}"), &[figure])
    }

    /// `China's imports of 2709 from the world, 2023: growth in t +11.0 %, so +10.95 to +11.05 % [t]`
    pub fn growth_in(&self, figure: Figure) -> String {
        let (growth, range) = (printed(self.words, figure), printed_range(self.words, figure));
        let unit = match self.words.observation(figure).and_then(|row| row.growth_of) {
            Some(GrowthOf::Unit(unit)) => format!(" in {}", name::unit(unit)),
            Some(GrowthOf::Volume) => " in volume".to_owned(),
            None => String::new(),
        };
        self.of(figure, &format!("growth{unit} {growth}, so {range}"), &[figure])
    }

    /// `China's exports to Kazakhstan, 2023: share 30.0 %, so 29.95 to 30.05 % [share]`
    pub fn share(&self, figure: Figure) -> String {
        let (share, range) = (printed(self.words, figure), printed_range(self.words, figure));
        self.of(figure, &format!("share {share}, so {range}"), &[figure])
    }

    /// `China's exports to Kazakhstan, 2023: 30.0 % of China's exports to the world, so 29.95 to 30.05 % [share]`
    pub fn share_of(&self, figure: Figure) -> String {
        let whole = self.words.observation(figure).and_then(Observation::whole).map(Figure::Published);
        let whole = whole.map_or_else(String::new, |whole| name::figure(self.words, whole, self.dimension));
        let (share, range) = (printed(self.words, figure), printed_range(self.words, figure));
        self.of(figure, &format!("{share} of {whole}, so {range}"), &[figure])
    }

    /// The growth between two values, as opposed to that of an index or a chain of growths.
    pub fn grew(&self, factor: Interval) -> String {
        let other = if let Claim::GrowthChain(claim) = self.claim {
            claim.factor
        } else if let Claim::IndexBetweenPeriods(claim) = self.claim {
            if factor == claim.by_index { claim.by_others } else { claim.by_index }
        } else {
            return String::new();
        };
        distinct_growths(factor, other, 2)
    }

    pub fn outgrew(&self, factor: Interval) -> String {
        let Claim::ShareAndGrowth(claim) = self.claim else { return String::new() };
        let other = if factor == claim.by_shares { claim.by_growth } else { claim.by_shares };
        distinct_growths(factor, other, 2)
    }
}

/// A factor as a growth, with enough decimals to tell it from another.
pub fn distinct_growths(factor: Interval, other: Interval, decimals: u32) -> String {
    let is_above = factor.low() > other.high();
    let (a, b) = if is_above { (factor.low(), other.high()) } else { (factor.high(), other.low()) };
    growths(factor, distinct(a, b, decimals + 2).saturating_sub(2))
}

/// Everything a published growth stands for, as a factor.
pub fn published_factor(words: Words, growth: Figure) -> Option<Interval> {
    let row = words.observation(growth)?;
    let interval = stands_for(words.dataset, row)?;
    if row.measure == Measure::Multiple {
        return Some(interval);
    }
    if row.measure == Measure::Index {
        return interval.shifted(-2);
    }
    interval.shifted(-2)?.plus(Interval::ONE)
}
