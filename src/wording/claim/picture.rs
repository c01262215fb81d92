//! A finding as a picture: two ranges on one axis that exclude each other.

use super::step::term_parts;
use super::{in_words, name};
use crate::analysis::{Figure, Finding, FlowTerm, Interval, Term};
use crate::dataset::Unit;
use crate::wording::number::{Notation, printed_range};
use crate::wording::{Words, formula_words};

/// Two ranges of one quantity that have no value in common, and the parts of a sum among them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// The parts of a sum, the largest first; empty if there is no sum, or not all parts are known here.
    pub parts: Vec<PictureRow>,
    /// The two ranges that exclude each other. The second is the whole, the permitted range, or the figure that the
    /// first is compared with.
    pub pair: [PictureRow; 2],
    /// True for amounts, which are drawn from zero.
    pub has_zero: bool,
    /// The conclusion, in a few words.
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
    /// How it is calculated: `246.57 / 1.232`; empty for a range around a printed number.
    pub working: String,
}

impl PictureRow {
    pub(super) fn new(label: impl Into<String>, interval: Interval, range: String) -> Self {
        Self { label: label.into(), interval, range, working: String::new() }
    }
}

impl Picture {
    /// Two ranges on an axis that does not start at zero.
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

/// The finding to draw, with helpers that make its rows.
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

/// From the lower of the two lower bounds to the higher of the two upper bounds.
pub fn hull(one: Interval, other: Interval) -> Interval {
    Interval::new(one.low().min(other.low()), one.high().max(other.high())).unwrap_or(one)
}
