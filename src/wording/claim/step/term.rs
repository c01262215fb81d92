//! Amounts in a proof: their name, their calculation, and everything they may be.

use rust_decimal::Decimal;

use super::named::under;
use super::proof::Proof;
use crate::analysis::{Claim, Figure, Term};
use crate::dataset::Measure;
use crate::wording::Words;
use crate::wording::claim::name;
use crate::wording::number::{Notation, plain};

/// The name of a term, its calculation, and its interval.
pub struct TermParts {
    /// `exports 2022`
    pub name: String,
    /// `246.57 / 1.232`; the number itself if nothing is divided.
    pub working: String,
    /// `200.05 to 200.22 bn CNY`
    pub range: String,
}

/// The parts of the line about a term of a claim.
pub fn term_parts(words: Words, claim: &Claim, term: &Term) -> Option<TermParts> {
    Proof::new(words, claim).term_parts(term)
}

impl Proof<'_> {
    /// `Xinjiang's exports to Kazakhstan, 2022 = 246.57 / 1.232 = 200.05 to 200.22 bn CNY [exports, growth]`
    pub fn term(&self, term: &Term) -> String {
        let name = name::full(self.words, &term.subject, self.dimension);
        let Some(TermParts { working, range, .. }) = self.term_parts(term) else { return name };
        let numbers = match term.change {
            None => format!("= {working}, so {range}"),
            Some(_) => format!("= {working} = {range}"),
        };
        let figures: Vec<Figure> = term.figures().collect();
        under(&format!("{name} "), &self.with_ids(&numbers, &figures))
    }

    fn term_parts(&self, term: &Term) -> Option<TermParts> {
        let notation = self.notation?;
        let trade = name::trade(self.words, &term.subject, self.dimension);
        let name = format!("{trade} {}", name::period(term.subject.period));
        let row = self.words.observation(term.value)?;
        let value = notation.with_digits_of(row.value?, row);
        let number = plain(value, value.scale());
        let Some(change) = term.change else {
            let decimals = notation.decimals.max(value.scale() + 1);
            let range = Notation { decimals, ..notation }.range(term.interval);
            return Some(TermParts { name, working: number, range });
        };
        let working = format!("{number} / {}", self.factor(change));
        Some(TermParts { name, working, range: notation.range(term.interval) })
    }

    /// A growth as the divisor of a value: 1.232 for +23.2 %.
    fn factor(&self, change: Figure) -> String {
        let Some(row) = self.words.observation(change) else { return String::new() };
        let Some(value) = row.value else { return String::new() };
        if row.measure == Measure::Multiple {
            return plain(value.value(), value.decimals());
        }
        let factor = value.value().checked_div(Decimal::ONE_HUNDRED).unwrap_or_default() + Decimal::ONE;
        plain(factor, value.decimals() + 2)
    }
}
