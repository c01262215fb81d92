//! Sentences about implied exchange rates, and about values next to their balance.

use super::kind::ClaimWords;
use super::name;
use super::picture::{Drawing, Picture, PictureRow};
use crate::analysis::{Interval, OneRate, RateOfTheYear, ValueAndBalance};
use crate::wording::Words;
use crate::wording::number::{distinct, printed, range};

impl ClaimWords for OneRate {
    /// `two rates of CNY per USD were used for 2023`
    fn sentence(&self, _: Words, holds: bool) -> String {
        let (many, few, when) = (self.many, self.few, name::period(self.period));
        if holds {
            format!("{} rates of {many} per {few} agree, {when}", self.rates)
        } else {
            format!("two rates of {many} per {few} were used for {when}")
        }
    }

    fn picture(&self, _: &Drawing) -> Option<Picture> {
        let decimals = distinct(self.highest.low(), self.lowest.high(), 3);
        let row = |label: &str, rate: Interval| PictureRow::new(label, rate, range(rate, decimals));
        Some(Picture::around([row("highest rate", self.highest), row("lowest rate", self.lowest)]))
    }
}

impl ClaimWords for RateOfTheYear {
    /// `0.999 to 1.001 CNY per USD is far from the rate of 2023, 7.08`
    fn sentence(&self, _: Words, holds: bool) -> String {
        let Self { many, few, period, rate, known } = self;
        if holds {
            format!("{many} per {few} is near the average rate, {period}")
        } else {
            let (rate, known) = (range(*rate, 3), name::average_rate(*known));
            format!("{rate} {many} per {few} is far from the rate of {period}, {known}")
        }
    }

    fn shorter(&self, _: Words, holds: bool) -> Vec<String> {
        let is_near = holds.then(|| format!("{} per {} is near the average", self.many, self.few));
        is_near.into_iter().collect()
    }

    fn picture(&self, _: &Drawing) -> Option<Picture> {
        let implied = PictureRow::new("implied rate", self.rate, range(self.rate, 3));
        let known =
            PictureRow::new(format!("average {}", self.period), self.known, name::average_rate(self.known));
        Some(Picture::around([implied, known]))
    }
}

impl ClaimWords for ValueAndBalance {
    /// `exports of 3213 USD are negligible next to a balance of −1.2 bn USD`
    fn sentence(&self, words: Words, holds: bool) -> String {
        let name = name::flow(self.flow);
        let [value, balance] = [self.value, self.balance].map(|figure| printed(words, figure));
        match (holds, name::is_singular(self.flow)) {
            (true, true) => format!("{name} is not negligible next to a balance of {balance}"),
            (true, false) => format!("{name} are not negligible next to a balance of {balance}"),
            (false, true) => format!("{name} of {value} is negligible next to a balance of {balance}"),
            (false, false) => format!("{name} of {value} are negligible next to a balance of {balance}"),
        }
    }

    fn shorter(&self, _: Words, holds: bool) -> Vec<String> {
        let name = name::flow(self.flow);
        let verb = if name::is_singular(self.flow) { "is" } else { "are" };
        let not = if holds { "not " } else { "" };
        vec![format!("{name} {verb} {not}negligible next to the balance")]
    }
}
