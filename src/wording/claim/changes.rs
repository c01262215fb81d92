//! Sentences about changes that add up, and about goods and services.

use super::kind::ClaimWords;
use super::name;
use super::picture::{Drawing, Picture, PictureRow};
use crate::analysis::{Dimension, Figure, GoodsAndServices, Parts, ShareOfChange, SumOfChanges};
use crate::dataset::{Coverage, Flow};
use crate::wording::Words;
use crate::wording::number::{Notation, percent, printed, printed_range};

impl ClaimWords for SumOfChanges {
    /// `the changes of exports and imports do not add up to that of total trade, 2023`
    fn sentence(&self, words: Words, holds: bool) -> String {
        let Self { parts, count, subject, .. } = self;
        let (whole, when) = (name::trade(words, subject, parts.dimension()), name::period(subject.period));
        let verb = if holds { "add up to" } else { "do not add up to" };
        match (parts, subject.flow) {
            (Parts::Flows, Flow::Balance) if holds => {
                format!("the balance changed as exports less imports did, {when}")
            }
            (Parts::Flows, Flow::Balance) => {
                format!("the balance did not change as exports less imports did, {when}")
            }
            (Parts::Flows, _) => {
                format!("the changes of exports and imports {verb} that of {whole}, {when}")
            }
            (Parts::Periods, _) => {
                format!("the changes of {whole} in the {count} parts of {when} {verb} that of {when}")
            }
            (
                Parts::Members { .. } | Parts::Products | Parts::Listed(_) | Parts::Some(_) | Parts::Around,
                _,
            ) => {
                let group = name::place(words, &subject.partner);
                format!("the changes of the {count} members of {group} {verb} that of {whole}, {when}")
            }
        }
    }

    fn dimension(&self) -> Dimension {
        self.parts.dimension()
    }

    fn notation(&self, words: Words) -> Option<Notation> {
        Notation::from_figure(words, self.change, self.unit)
    }

    fn picture(&self, drawing: &Drawing) -> Option<Picture> {
        let range = self.notation(drawing.words)?.range(self.sum);
        let sum = PictureRow::new("by its parts", self.sum, range);
        Some(Picture::around([drawing.print("printed".to_owned(), self.change, Some(self.unit))?, sum]))
    }
}

impl ClaimWords for ShareOfChange {
    /// `exports to Russia: 35.3 % is not the share in the change, 2023`
    fn sentence(&self, words: Words, holds: bool) -> String {
        let name = name::trade(words, &self.subject, self.dimension());
        let (share, when) = (printed(words, self.share), name::period(self.subject.period));
        let is = if holds { "is" } else { "is not" };
        format!("{name}: {share} {is} the share in the change, {when}")
    }

    fn dimension(&self) -> Dimension {
        Dimension::Partner
    }

    fn picture(&self, drawing: &Drawing) -> Option<Picture> {
        let share = drawing.words.interval(self.share)?.shifted(-2)?;
        let printed = PictureRow::new("printed", share, printed_range(drawing.words, self.share));
        let implied = PictureRow::new("by the changes", self.implied, percent(self.implied, 1));
        Some(Picture::around([printed, implied]))
    }
}

impl ClaimWords for GoodsAndServices {
    /// `exports of goods and of services do not add up to both, 2023`
    fn sentence(&self, words: Words, holds: bool) -> String {
        let (flow, when) = (name::flow(self.subject.flow), name::period(self.subject.period));
        let is_singular = name::is_singular(self.subject.flow);
        let part = || self.parts.first().map_or("goods", |part| covered(words, *part));
        match (self.parts.len(), holds) {
            (1, true) if is_singular => format!("{flow} in {} is no more than in both, {when}", part()),
            (1, true) => format!("{flow} of {} are no more than of both, {when}", part()),
            (1, false) if is_singular => {
                format!("{flow} in {} exceeds that in goods and services, {when}", part())
            }
            (1, false) => format!("{flow} of {} exceed those of goods and services, {when}", part()),
            (_, true) if is_singular => format!("{flow} in goods and in services adds up to both, {when}"),
            (_, true) => format!("{flow} of goods and of services add up to both, {when}"),
            (_, false) if is_singular => {
                format!("{flow} in goods and in services does not add up to both, {when}")
            }
            (_, false) => format!("{flow} of goods and of services do not add up to both, {when}"),
        }
    }

    fn notation(&self, words: Words) -> Option<Notation> {
        Notation::from_figure(words, self.both, self.unit)
    }

    fn picture(&self, drawing: &Drawing) -> Option<Picture> {
        let range = self.notation(drawing.words)?.range(self.sum);
        let label = if self.parts.len() == 1 {
            self.parts.first().map_or("goods", |part| covered(drawing.words, *part))
        } else {
            "goods + services"
        };
        let sum = PictureRow::new(label, self.sum, range);
        Some(Picture::around([sum, drawing.print("both".to_owned(), self.both, Some(self.unit))?]))
    }
}

/// The goods and services that a figure covers.
pub fn covered(words: Words, figure: Figure) -> &'static str {
    match words.observation(figure).and_then(|row| row.definition.coverage) {
        Some(Coverage::Services) => "services",
        Some(Coverage::GoodsAndServices) => "both",
        Some(Coverage::Goods) | None => "goods",
    }
}
