//! Sentences about flows that two others imply, and about balances.

use rust_decimal::Decimal;

use super::kind::ClaimWords;
use super::name;
use super::picture::{Drawing, Picture, PictureRow};
use crate::analysis::{
    Balance, DerivedShare, Dimension, Figure, FlowAboveZero, FlowTerm, Interval, PartOfDerived,
};
use crate::wording::formula::balance_formula;
use crate::wording::number::{Notation, percent, printed, printed_range};
use crate::wording::{Words, formula_words};

impl ClaimWords for FlowAboveZero {
    /// `imports (exports − balance) of 2023 would be below zero`
    fn sentence(&self, words: Words, holds: bool) -> String {
        let flow = flow(words, &self.flow, self.dimension());
        let when = name::period(self.flow.subject.period);
        if holds {
            format!("{flow}: not below zero, {when}")
        } else {
            format!("{flow} of {when} would be below zero")
        }
    }

    fn dimension(&self) -> Dimension {
        Dimension::Partner
    }

    fn notation(&self, words: Words) -> Option<Notation> {
        Notation::from_figure(words, self.flow.value, self.flow.unit)
    }

    fn picture(&self, drawing: &Drawing) -> Option<Picture> {
        let zero = PictureRow::new("zero", Interval::exactly(Decimal::ZERO), "0".to_owned());
        Some(Picture::around([drawing.flow(&self.flow)?, zero]))
    }
}

impl ClaimWords for PartOfDerived {
    /// `imports from Kazakhstan of 2023 exceed imports from World (total − exports)`
    fn sentence(&self, words: Words, holds: bool) -> String {
        let [small, large] = [&self.part, &self.whole].map(|term| flow(words, term, self.dimension));
        let [when, longer] = [&self.part, &self.whole].map(|term| name::period(term.subject.period));
        let large = match self.dimension {
            Dimension::Period => format!("{large} of {longer}"),
            Dimension::Flow | Dimension::Partner | Dimension::Product | Dimension::Transport => large,
        };
        match (holds, name::is_singular(self.part.subject.flow)) {
            (true, true) => format!("{small} is no larger than {large}, {when}"),
            (true, false) => format!("{small} are no larger than {large}, {when}"),
            (false, true) => format!("{small} of {when} exceeds {large}"),
            (false, false) => format!("{small} of {when} exceed {large}"),
        }
    }

    fn dimension(&self) -> Dimension {
        self.dimension
    }

    fn notation(&self, words: Words) -> Option<Notation> {
        let notation = Notation::from_figure(words, self.whole.value, self.whole.unit)?;
        Some(notation.distinct(self.part.interval.low(), self.whole.interval.high()))
    }

    fn picture(&self, drawing: &Drawing) -> Option<Picture> {
        let pair = [drawing.flow(&self.part)?, drawing.flow(&self.whole)?];
        Some(Picture { has_zero: true, ..Picture::around(pair) })
    }
}

impl ClaimWords for DerivedShare {
    /// `trade with Kazakhstan: 12.0 % is not its share in total trade (exports + imports), 2023`
    fn sentence(&self, words: Words, holds: bool) -> String {
        let [part, whole] = [&self.part, &self.whole].map(|term| flow(words, term, self.dimension()));
        let (share, when) = (printed(words, self.share), name::period(self.part.subject.period));
        let is = if holds { "is" } else { "is not" };
        format!("{part}: {share} {is} the share in {whole}, {when}")
    }

    fn dimension(&self) -> Dimension {
        Dimension::Partner
    }

    fn notation(&self, words: Words) -> Option<Notation> {
        Notation::from_figure(words, self.whole.value, self.whole.unit)
    }

    fn picture(&self, drawing: &Drawing) -> Option<Picture> {
        let share = drawing.words.interval(self.share)?.shifted(-2)?;
        let printed = PictureRow::new("printed", share, printed_range(drawing.words, self.share));
        let implied = PictureRow::new("by the values", self.implied, percent(self.implied, 1));
        Some(Picture::around([printed, implied]))
    }
}

impl ClaimWords for Balance {
    /// `the balance is exports − imports, 2023`
    fn sentence(&self, _: Words, holds: bool) -> String {
        let (formula, when) = (balance_formula(self.of), name::period(self.balance.subject.period));
        if holds {
            format!("the balance is {formula}, {when}")
        } else {
            format!("the balance is not {formula}, {when}")
        }
    }

    fn notation(&self, words: Words) -> Option<Notation> {
        Notation::from_term(words, &self.balance)
    }

    fn picture(&self, drawing: &Drawing) -> Option<Picture> {
        let range = self.notation(drawing.words)?.range(self.implied);
        let implied = PictureRow::new(balance_formula(self.of), self.implied, range);
        Some(Picture::around([implied, drawing.term(&self.balance)?]))
    }

    fn advice(&self, words: Words, figure: Figure, _: usize) -> Option<String> {
        let is_balance = self.balance.change.is_none() && self.balance.value == figure;
        let implied = is_balance.then(|| self.notation(words)).flatten()?.range(self.implied);
        Some(format!("Do not quote: {} is {implied}.", balance_formula(self.of)))
    }
}

/// A flow with its formula: `imports from Kazakhstan (exports − balance)`.
fn flow(words: Words, term: &FlowTerm, dimension: Dimension) -> String {
    let name = name::trade(words, &term.subject, dimension);
    match term.formula {
        Some(formula) => format!("{name} ({})", formula_words(formula)),
        None => name,
    }
}
