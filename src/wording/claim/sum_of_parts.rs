//! Sentences about parts that add up to their whole.

use super::kind::ClaimWords;
use super::name;
use super::picture::{Drawing, Picture, PictureRow};
use crate::analysis::{Dimension, Figure, Parts, Step, SumOfParts};
use crate::wording::Words;
use crate::wording::number::Notation;

impl ClaimWords for SumOfParts {
    /// `the 5 members of Central Asia add up to exports to Central Asia, 2023`
    fn sentence(&self, words: Words, holds: bool) -> String {
        let Self { parts, count, whole, .. } = self;
        let whole = &whole.subject;
        let group = name::place(words, &whole.partner);
        let (product, when) = (name::product(words, whole), name::period(whole.period));
        let whole = format!("{}, {when}", name::trade(words, whole, parts.dimension()));
        match (parts, count, holds) {
            (Parts::Flows, _, true) => format!("exports and imports add up to {whole}"),
            (Parts::Flows, _, false) => format!("exports and imports do not add up to {whole}"),
            (Parts::Periods, _, true) => format!("the {count} parts of {when} add up to {whole}"),
            (Parts::Periods, _, false) => format!("the {count} parts of {when} do not add up to {whole}"),
            (Parts::Members { left_out: 0 }, 1, true) => {
                format!("the only member of {group} makes up {whole}")
            }
            (Parts::Members { left_out: 0 }, 1, false) => {
                format!("the only member of {group} does not make up {whole}")
            }
            (Parts::Members { left_out: 0 }, _, true) => {
                format!("the {count} members of {group} add up to {whole}")
            }
            (Parts::Members { left_out: 0 }, _, false) => {
                format!("the {count} members of {group} do not add up to {whole}")
            }
            (Parts::Members { .. }, 1, true) => {
                format!("the member of {group} that lies in no other makes up {whole}")
            }
            (Parts::Members { .. }, 1, false) => {
                format!("the member of {group} that lies in no other does not make up {whole}")
            }
            (Parts::Members { .. }, _, true) => {
                format!("the {count} members of {group} that lie in no other add up to {whole}")
            }
            (Parts::Members { .. }, _, false) => {
                format!("the {count} members of {group} that lie in no other do not add up to {whole}")
            }
            (Parts::Products, 1, true) => format!("the only member of {product} makes up {whole}"),
            (Parts::Products, 1, false) => format!("the only member of {product} does not make up {whole}"),
            (Parts::Products, _, true) => format!("the {count} members of {product} add up to {whole}"),
            (Parts::Products, _, false) => {
                format!("the {count} members of {product} do not add up to {whole}")
            }
            (Parts::Listed(_), _, true) => format!("the {count} parts that the table has add up to {whole}"),
            (Parts::Listed(_), _, false) if self.is_more() => {
                format!("the {count} parts that the table has add up to more than {whole}")
            }
            (Parts::Listed(_), _, false) => {
                format!("the {count} parts that the table has add up to less than {whole}")
            }
            (Parts::Some(_), _, true) => format!("{count} parts add up to no more than {whole}"),
            (Parts::Some(_), _, false) => format!("{count} parts add up to more than {whole}"),
            (Parts::Around, _, true) => {
                format!("the {count} periods that together contain {when} add up to no less than {whole}")
            }
            (Parts::Around, _, false) => {
                format!("the {count} periods that together contain {when} add up to less than {whole}")
            }
        }
    }

    /// `2 parts do not add up`
    fn shorter(&self, _: Words, holds: bool) -> Vec<String> {
        let parts = match (self.parts, self.count) {
            (Parts::Flows, _) => "exports and imports".to_owned(),
            (Parts::Members { .. } | Parts::Products, 1) if holds => {
                return vec!["the only member makes up its whole".to_owned()];
            }
            (Parts::Members { .. } | Parts::Products, 1) => {
                return vec!["the only member does not make up its whole".to_owned()];
            }
            (Parts::Around, _) if holds => return vec!["the periods around it hold no less".to_owned()],
            (Parts::Around, _) => return vec!["the periods around it hold less".to_owned()],
            (Parts::Members { .. } | Parts::Products, count) => format!("{count} members"),
            (Parts::Periods | Parts::Listed(_) | Parts::Some(_), count) => format!("{count} parts"),
        };
        let verb = if holds { "add up" } else { "do not add up" };
        vec![format!("{parts} {verb}")]
    }

    fn dimension(&self) -> Dimension {
        self.parts.dimension()
    }

    fn notation(&self, words: Words) -> Option<Notation> {
        let notation = Notation::from_term(words, &self.whole)?;
        let (sum, whole) = (self.sum, self.whole.interval);
        let (a, b) = if self.is_more() { (sum.low(), whole.high()) } else { (sum.high(), whole.low()) };
        Some(notation.distinct(a, b))
    }

    fn picture(&self, drawing: &Drawing) -> Option<Picture> {
        let notation = self.notation(drawing.words)?;
        let (sum, whole) = (self.sum, self.whole.interval);
        let (large, small) = if self.is_more() { (sum, whole) } else { (whole, sum) };
        let gap = notation.at_least(large.low().checked_sub(small.high())?);
        let remark = match (self.parts, self.is_more()) {
            (Parts::Flows, true) => format!("together at least {gap} more than the total"),
            (Parts::Flows, false) => format!("together at least {gap} less than the total"),
            (Parts::Around, false) => format!("both are at least {gap} less than the period in them"),
            (_, true) => format!("the parts are at least {gap} more than their whole"),
            (_, false) => format!("the parts are at least {gap} less than their whole"),
        };
        let is_part = |step: &&Step| !matches!(step, Step::Sum(_));
        let steps = drawing.finding.proof.iter().take_while(is_part);
        let terms = steps.map(|step| if let Step::Term(term) = step { drawing.term(term) } else { None });
        let label = match self.parts {
            Parts::Flows => "exports + imports",
            Parts::Around => "both together",
            Parts::Periods | Parts::Members { .. } | Parts::Products | Parts::Listed(_) | Parts::Some(_) => {
                "sum of the parts"
            }
        };
        let sum = PictureRow::new(label, sum, notation.range(sum));
        Some(Picture {
            // With a part missing, the others would not reach the end of their sum.
            parts: terms.collect::<Option<Vec<_>>>().unwrap_or_default(),
            has_zero: true,
            remark: Some(remark),
            ..Picture::around([sum, drawing.term(&self.whole)?])
        })
    }

    fn advice(&self, words: Words, figure: Figure, _: usize) -> Option<String> {
        let is_whole = self.whole.change.is_none() && self.whole.value == figure;
        let sum = is_whole.then(|| self.notation(words)).flatten()?.range(self.sum);
        let parts = if self.parts == Parts::Around { "the periods around it" } else { "its parts" };
        Some(format!("Do not quote: {parts} add up to {sum}."))
    }
}

impl SumOfParts {
    /// True if the parts exceed their whole.
    fn is_more(&self) -> bool {
        self.sum.low() > self.whole.interval.high()
    }
}
