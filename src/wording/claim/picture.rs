//! A finding as a picture: what cannot both be, as two ranges on one axis.

use rust_decimal::Decimal;

use super::step::{dimension, notation, published_factor, term_parts};
use super::{name, parts::balance_formula, rates};
use crate::analysis::{Claim, Clue, Dimension, Figure, Finding, FlowTerm, Interval, Parts, Role, Step, Term};
use crate::dataset::Subject;
use crate::wording::number::{Notation, distinct, growths, percent, printed, printed_range, range};
use crate::wording::{Words, formula_words, published};

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
    fn new(label: impl Into<String>, interval: Interval, range: String) -> Self {
        Self { label: label.into(), interval, range, working: String::new() }
    }
}

impl Words<'_> {
    /// The picture of a finding; `None` if it is not about two ranges.
    #[must_use]
    pub fn picture(self, finding: &Finding) -> Option<Picture> {
        let picture = Drawing { words: self, finding, dimension: dimension(&finding.claim) };
        match &finding.claim {
            Claim::PartOfWhole { part, whole, .. } => picture.part_of_whole(part, whole),
            Claim::SumOfParts { parts, sum, whole, .. } => picture.sum(*parts, *sum, whole),
            Claim::FlowAboveZero { flow } => {
                let zero = PictureRow::new("zero", Interval::exactly(Decimal::ZERO), "0".to_owned());
                Some(around([picture.flow(flow)?, zero]))
            }
            Claim::PartOfDerived { part, whole, .. } => {
                Some(Picture { has_zero: true, ..around([picture.flow(part)?, picture.flow(whole)?]) })
            }
            Claim::Record { record, earlier, .. } => {
                Some(Picture { has_zero: true, ..around([picture.term(record)?, picture.term(earlier)?]) })
            }
            Claim::Balance { of, balance, implied } => {
                let notation = notation(self, &finding.claim)?;
                let implied = PictureRow::new(balance_formula(*of), *implied, notation.range(*implied));
                Some(around([implied, picture.term(balance)?]))
            }
            Claim::ShareOfWhole { whole, highest, lowest, .. } => picture.clues(whole, [highest, lowest]),
            Claim::SharesWithinWhole { shares, sum, .. } => {
                let label = if shares.len() == 1 { "the share" } else { "their sum" };
                Some(of_whole(label.to_owned(), *sum))
            }
            Claim::ShareBefore { base, before, .. } => Some(of_whole(format!("share {base}"), *before)),
            Claim::ShareInTotal { share, .. } => picture.share_in_total(*share),
            Claim::GrowthBetweenParts { whole, growth, .. } => picture.band(whole, *growth),
            Claim::GrowthBetweenPeriods { growth, .. } => picture.implied_growth(*growth),
            Claim::GrowthChain { factor, .. } => picture.chain(*factor),
            Claim::ShareAndGrowth { by_shares, by_growth, .. } => {
                let row = |label: &str, factor: Interval| PictureRow::new(label, factor, growths(factor, 2));
                Some(around([row("by its shares", *by_shares), row("by growth", *by_growth)]))
            }
            Claim::ChangeBetweenPeriods { change, implied, .. } => {
                let notation = notation(self, &finding.claim)?;
                let implied = PictureRow::new("by the values", *implied, notation.range(*implied));
                Some(around([picture.print("printed".to_owned(), *change)?, implied]))
            }
            Claim::OneRate { highest, lowest, .. } => {
                let decimals = distinct(highest.low(), lowest.high(), 3);
                let row = |label: &str, rate: Interval| PictureRow::new(label, rate, range(rate, decimals));
                Some(around([row("highest rate", *highest), row("lowest rate", *lowest)]))
            }
            Claim::RateOfTheYear { period, rate, known, .. } => {
                let implied = PictureRow::new("implied rate", *rate, range(*rate, 3));
                let known = PictureRow::new(format!("average {period}"), *known, rates::average(*known));
                Some(around([implied, known]))
            }
            Claim::SameFigure { most, least, .. } => picture.prints([*most, *least]),
            Claim::ShareOfItself { .. }
            | Claim::ShareChange { .. }
            | Claim::ValueAndBalance { .. }
            | Claim::RankAndValue { .. }
            | Claim::OneRank { .. }
            | Claim::Least { .. }
            | Claim::AllAboveLeast
            | Claim::StatusAndValue { .. }
            | Claim::AllStatusesFit
            | Claim::EqualPrecision { .. }
            | Claim::AllListed { .. } => None,
        }
    }
}

/// Two ranges that are not drawn from zero.
fn around(pair: [PictureRow; 2]) -> Picture {
    Picture { parts: Vec::new(), pair, has_zero: false, remark: None }
}

/// A part of one next to one.
fn of_whole(label: String, part: Interval) -> Picture {
    let whole = PictureRow::new("the whole", Interval::ONE, "100 %".to_owned());
    let part = PictureRow::new(label, part, percent(part, 1));
    Picture { has_zero: part.interval.low() >= Decimal::ZERO, ..around([part, whole]) }
}

struct Drawing<'d> {
    words: Words<'d>,
    finding: &'d Finding,
    dimension: Dimension,
}

impl Drawing<'_> {
    fn term(&self, term: &Term) -> Option<PictureRow> {
        let parts = term_parts(self.words, &self.finding.claim, term)?;
        let working = if term.change.is_some() { parts.working } else { String::new() };
        Some(PictureRow { working, ..PictureRow::new(parts.name, term.interval, parts.range) })
    }

    /// A flow as it is given, or as two others make it.
    fn flow(&self, term: &FlowTerm) -> Option<PictureRow> {
        let notation = Notation::from_figure(self.words, term.value, term.unit)?;
        let trade = name::trade(self.words, &term.subject, self.dimension);
        let label = format!("{trade} {}", name::period(term.subject.period));
        let working = term.formula.map_or_else(String::new, |formula| formula_words(formula).to_owned());
        Some(PictureRow { working, ..PictureRow::new(label, term.interval, notation.range(term.interval)) })
    }

    fn part_of_whole(&self, part: &Term, whole: &Term) -> Option<Picture> {
        let notation = notation(self.words, &self.finding.claim)?;
        let more = part.interval.low().checked_sub(whole.interval.high())?;
        let remark = format!("the part is at least {} larger than its whole", notation.at_least(more));
        let pair = [self.term(part)?, self.term(whole)?];
        Some(Picture { parts: Vec::new(), pair, has_zero: true, remark: Some(remark) })
    }

    fn sum(&self, parts: Parts, sum: Interval, whole: &Term) -> Option<Picture> {
        let notation = notation(self.words, &self.finding.claim)?;
        let is_more = sum.low() > whole.interval.high();
        let (large, small) = if is_more { (sum, whole.interval) } else { (whole.interval, sum) };
        let gap = notation.at_least(large.low().checked_sub(small.high())?);
        let remark = match (parts, is_more) {
            (Parts::Flows, true) => format!("together at least {gap} more than the total"),
            (Parts::Flows, false) => format!("together at least {gap} less than the total"),
            (_, true) => format!("the parts are at least {gap} more than their whole"),
            (_, false) => format!("the parts are at least {gap} less than their whole"),
        };
        let is_sum = |step: &&Step| !matches!(step, Step::Sum(_));
        let steps = self.finding.proof.iter().take_while(is_sum);
        let terms = steps.map(|step| if let Step::Term(term) = step { self.term(term) } else { None });
        let label = if parts == Parts::Flows { "exports + imports" } else { "sum of the parts" };
        let sum = PictureRow::new(label, sum, notation.range(sum));
        Some(Picture {
            // With one of them left out, the parts would not reach the end of their sum.
            parts: terms.collect::<Option<Vec<_>>>().unwrap_or_default(),
            pair: [sum, self.term(whole)?],
            has_zero: true,
            remark: Some(remark),
        })
    }

    fn clues(&self, whole: &Subject, clues: [&Clue; 2]) -> Option<Picture> {
        let notation = notation(self.words, &self.finding.claim)?;
        let whole = name::trade(self.words, whole, Dimension::Partner);
        let row = |clue: &Clue| {
            let label =
                clue.share.map_or_else(|| whole.clone(), |_| self.words.label(clue.value).into_owned());
            let working = clue
                .share
                .map(|share| format!("{} / {}", printed(self.words, clue.value), printed(self.words, share)));
            PictureRow {
                working: working.unwrap_or_default(),
                ..PictureRow::new(label, clue.interval, notation.range(clue.interval))
            }
        };
        Some(Picture { has_zero: true, ..around(clues.map(row)) })
    }

    fn share_in_total(&self, share: Figure) -> Option<Picture> {
        let others = self.finding.proof.iter().filter_map(|step| {
            let Step::ShareIn(figure) = step else { return None };
            self.interval(*figure).filter(|_| *figure != share)
        });
        let band = others.reduce(hull)?;
        let printed = self.print("in total trade".to_owned(), share)?;
        let text = format!("{} %", range(band, 2));
        Some(around([printed, PictureRow::new("in the two flows", band, text)]))
    }

    /// A growth next to the band between those of its parts.
    fn band(&self, whole: &Subject, growth: Figure) -> Option<Picture> {
        let of_parts = self.finding.proof.iter().filter_map(|step| {
            let Step::Growth(role, figure) = step else { return None };
            published_factor(self.words, *figure).filter(|_| *role != Role::Whole)
        });
        let band = of_parts.reduce(hull)?;
        let factor = published_factor(self.words, growth)?;
        let name = name::trade(self.words, whole, self.dimension);
        let whole = PictureRow::new(name, factor, growths(factor, 1));
        Some(around([whole, PictureRow::new("its parts", band, growths(band, 1))]))
    }

    fn implied_growth(&self, growth: Figure) -> Option<Picture> {
        let implied = self.finding.proof.iter().find_map(|step| {
            if let Step::ImpliedGrowth { factor, .. } = step { Some(*factor) } else { None }
        })?;
        let factor = published_factor(self.words, growth)?;
        let printed = PictureRow::new("printed", factor, printed_range(self.words, growth));
        Some(around([printed, PictureRow::new("by the values", implied, growths(implied, 1))]))
    }

    fn chain(&self, factor: Interval) -> Option<Picture> {
        let implied =
            self.finding.proof.iter().find_map(|step| {
                if let Step::GrowthOfValues(factor) = step { Some(*factor) } else { None }
            })?;
        let row = |label: &str, factor: Interval| PictureRow::new(label, factor, growths(factor, 2));
        Some(around([row("growths in a row", factor), row("by the values", implied)]))
    }

    /// Two prints of one figure, each under who printed it, or under its id if that is the same for both.
    fn prints(&self, figures: [Figure; 2]) -> Option<Picture> {
        let source = |figure: Figure| {
            self.words.observation(figure).and_then(|row| self.words.dataset.source_of(row)).map(published)
        };
        let [most, least] = figures;
        let are_apart = source(most) != source(least);
        let label = |figure: Figure| {
            source(figure).filter(|_| are_apart).unwrap_or_else(|| name::id(self.words, figure))
        };
        Some(around([self.print(label(most), most)?, self.print(label(least), least)?]))
    }

    fn print(&self, label: String, figure: Figure) -> Option<PictureRow> {
        Some(PictureRow::new(label, self.interval(figure)?, printed_range(self.words, figure)))
    }

    /// The interval of a printed number, without its power of ten.
    fn interval(&self, figure: Figure) -> Option<Interval> {
        let row = self.words.observation(figure)?;
        let interval =
            self.words.interval(figure).or(row.value.map(|value| Interval::exactly(value.value())));
        interval?.shifted(row.multiplier.into())
    }
}

/// From the lower of two lows to the higher of two highs.
fn hull(one: Interval, other: Interval) -> Interval {
    Interval::new(one.low().min(other.low()), one.high().max(other.high())).unwrap_or(one)
}
