//! Draws the picture of a finding, and the rows that pictures share.

use super::{Drawing, Picture, PictureRow};
use crate::analysis::{Figure, Finding, FlowTerm, Interval, Term};
use crate::dataset::Unit;
use crate::wording::claim::kind::in_words;
use crate::wording::claim::name;
use crate::wording::claim::step::term_parts;
use crate::wording::number::{Notation, printed_range};
use crate::wording::{Words, formula_words};

impl Words<'_> {
    /// The picture of a finding; `None` if it is not about two ranges.
    #[must_use]
    pub fn picture(self, finding: &Finding) -> Option<Picture> {
        in_words(&finding.claim).picture(&Drawing { words: self, finding })
    }
}

impl Drawing<'_> {
    pub fn term(&self, term: &Term) -> Option<PictureRow> {
        let parts = term_parts(self.words, &self.finding.claim, term)?;
        let working = if term.change.is_some() { parts.working } else { String::new() };
        Some(PictureRow { working, ..PictureRow::new(parts.name, term.interval, parts.range) })
    }

    /// A flow, published or derived from two others.
    pub fn flow(&self, term: &FlowTerm) -> Option<PictureRow> {
        let notation = Notation::from_figure(self.words, term.value, term.unit)?;
        let trade = name::trade(self.words, &term.subject, in_words(&self.finding.claim).dimension());
        let label = format!("{trade} {}", name::period(term.subject.period));
        let working = term.formula.map_or_else(String::new, |formula| formula_words(formula).to_owned());
        Some(PictureRow { working, ..PictureRow::new(label, term.interval, notation.range(term.interval)) })
    }

    /// A printed number, on an axis in `unit` if it measures the same.
    pub fn print(&self, label: String, figure: Figure, unit: Option<Unit>) -> Option<PictureRow> {
        let own = self.words.observation(figure)?.unit;
        let power = own.zip(unit).and_then(|(own, unit)| own.power_in(unit)).unwrap_or(0);
        let interval = self.interval(figure)?.shifted(power.into())?;
        Some(PictureRow::new(label, interval, printed_range(self.words, figure)))
    }

    /// The interval of a printed number, without its power of ten.
    pub fn interval(&self, figure: Figure) -> Option<Interval> {
        let row = self.words.observation(figure)?;
        let interval =
            self.words.interval(figure).or(row.value.map(|value| Interval::exactly(value.value())));
        interval?.shifted(row.multiplier.into())
    }
}
