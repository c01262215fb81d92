//! A finding as a picture: what cannot both be, as two ranges on one axis.

use super::step::term_parts;
use super::{in_words, name};
use crate::analysis::{Figure, Finding, FlowTerm, Interval, Term};
use crate::wording::number::{Notation, printed_range};
use crate::wording::{Words, formula_words};

/// Two ranges of one quantity that have no value in common, and the parts that one of them is made of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// The parts of a sum, the largest first; empty if there is none, or if not all are known here.
    pub parts: Vec<PictureRow>,
    /// The two ranges that exclude each other. The second is the whole, the band, or the figure that the first is held against.
    pub pair: [PictureRow; 2],
    /// True for amounts, which are drawn from zero.
    pub has_zero: bool,
    /// The conclusion from the two, in a few words.
    pub remark: Option<String>,
}

/// A range with its words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PictureRow {
    /// `exports 2022`
    pub label: String,
    /// Where it lies on the axis.
    pub interval: Interval,
    /// `200.05 to 200.22 bn CNY`
    pub range: String,
    /// How it comes about: `246.57 / 1.232`; empty for a range around a printed number.
    pub working: String,
}

impl PictureRow {
    pub(super) fn new(label: impl Into<String>, interval: Interval, range: String) -> Self {
        Self { label: label.into(), interval, range, working: String::new() }
    }
}

impl Picture {
    /// Two ranges that are not drawn from zero.
    pub(super) fn around(pair: [PictureRow; 2]) -> Self {
        Self { parts: Vec::new(), pair, has_zero: false, remark: None }
    }
}

impl Words<'_> {
    /// The picture of a finding; `None` if it is not about two ranges.
    #[must_use]
    pub fn picture(self, finding: &Finding) -> Option<Picture> {
        in_words(&finding.claim).picture(&Drawing { words: self, finding })
    }
}

/// A finding that is drawn, and the rows that are made of it.
pub struct Drawing<'d> {
    pub words: Words<'d>,
    pub finding: &'d Finding,
}

impl Drawing<'_> {
    pub fn term(&self, term: &Term) -> Option<PictureRow> {
        let parts = term_parts(self.words, &self.finding.claim, term)?;
        let working = if term.change.is_some() { parts.working } else { String::new() };
        Some(PictureRow { working, ..PictureRow::new(parts.name, term.interval, parts.range) })
    }

    /// A flow as it is given, or as two others make it.
    pub fn flow(&self, term: &FlowTerm) -> Option<PictureRow> {
        let notation = Notation::from_figure(self.words, term.value, term.unit)?;
        let trade = name::trade(self.words, &term.subject, in_words(&self.finding.claim).dimension());
        let label = format!("{trade} {}", name::period(term.subject.period));
        let working = term.formula.map_or_else(String::new, |formula| formula_words(formula).to_owned());
        Some(PictureRow { working, ..PictureRow::new(label, term.interval, notation.range(term.interval)) })
    }

    pub fn print(&self, label: String, figure: Figure) -> Option<PictureRow> {
        Some(PictureRow::new(label, self.interval(figure)?, printed_range(self.words, figure)))
    }

    /// The interval of a printed number, without its power of ten.
    pub fn interval(&self, figure: Figure) -> Option<Interval> {
        let row = self.words.observation(figure)?;
        let interval =
            self.words.interval(figure).or(row.value.map(|value| Interval::exactly(value.value())));
        interval?.shifted(row.multiplier.into())
    }
}

/// From the lower of two lows to the higher of two highs.
pub fn hull(one: Interval, other: Interval) -> Interval {
    Interval::new(one.low().min(other.low()), one.high().max(other.high())).unwrap_or(one)
}
