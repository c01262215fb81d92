//! The parts that all lines of a proof share: the dimension that trades are named by, and how values are written.

use crate::analysis::{Claim, Dimension};
use crate::wording::Words;
use crate::wording::number::Notation;

/// In which dimension the trades of a claim differ, so that this is what their names say.
pub fn dimension(claim: &Claim) -> Dimension {
    match claim {
        Claim::PartOfWhole { dimension, .. }
        | Claim::PartOfDerived { dimension, .. }
        | Claim::ShareInTotal { dimension, .. }
        | Claim::GrowthBetweenParts { dimension, .. }
        | Claim::ShareAndGrowth { dimension, .. }
        | Claim::ShareBefore { dimension, .. } => *dimension,
        Claim::SumOfParts { parts, .. } => parts.dimension(),
        Claim::FlowAboveZero { .. }
        | Claim::ShareOfItself { .. }
        | Claim::ShareOfWhole { .. }
        | Claim::SharesWithinWhole { .. }
        | Claim::ShareChange { .. } => Dimension::Partner,
        Claim::Balance { .. }
        | Claim::GrowthBetweenPeriods { .. }
        | Claim::ChangeBetweenPeriods { .. }
        | Claim::GrowthChain { .. }
        | Claim::OneRate { .. }
        | Claim::Record { .. }
        | Claim::RankAndValue { .. }
        | Claim::OneRank { .. }
        | Claim::RateOfTheYear { .. }
        | Claim::ValueAndBalance { .. }
        | Claim::SameFigure { .. }
        | Claim::Least { .. }
        | Claim::AllAboveLeast
        | Claim::StatusAndValue { .. }
        | Claim::AllStatusesFit
        | Claim::EqualPrecision { .. }
        | Claim::AllListed { .. } => Dimension::Flow,
    }
}

/// The unit and decimals of the values, such that those that are held against each other do not look the same.
pub fn notation(words: Words, claim: &Claim) -> Option<Notation> {
    match claim {
        Claim::PartOfWhole { part, whole, .. } => {
            let notation = Notation::from_term(words, whole)?;
            Some(notation.distinct(part.interval.low(), whole.interval.high()))
        }
        Claim::PartOfDerived { part, whole, .. } => {
            let notation = Notation::from_figure(words, whole.value, whole.unit)?;
            Some(notation.distinct(part.interval.low(), whole.interval.high()))
        }
        Claim::FlowAboveZero { flow } => Notation::from_figure(words, flow.value, flow.unit),
        Claim::SumOfParts { sum, whole, .. } => {
            let notation = Notation::from_term(words, whole)?;
            let whole = whole.interval;
            let is_more = sum.low() > whole.high();
            let (a, b) = if is_more { (sum.low(), whole.high()) } else { (sum.high(), whole.low()) };
            Some(notation.distinct(a, b))
        }
        Claim::Balance { balance, .. } => Notation::from_term(words, balance),
        Claim::ShareOfWhole { unit, highest, lowest, .. } => {
            let notation = Notation::from_figure(words, highest.value, *unit)?;
            Some(notation.distinct(lowest.interval.high(), highest.interval.low()))
        }
        Claim::Record { record, earlier, .. } => {
            let notation = Notation::from_term(words, record)?;
            Some(notation.distinct(record.interval.high(), earlier.interval.low()))
        }
        Claim::ChangeBetweenPeriods { change, unit, .. } => Notation::from_figure(words, *change, *unit),
        Claim::ShareOfItself { .. }
        | Claim::SharesWithinWhole { .. }
        | Claim::ShareInTotal { .. }
        | Claim::GrowthBetweenParts { .. }
        | Claim::GrowthBetweenPeriods { .. }
        | Claim::GrowthChain { .. }
        | Claim::ShareAndGrowth { .. }
        | Claim::ShareBefore { .. }
        | Claim::ShareChange { .. }
        | Claim::RankAndValue { .. }
        | Claim::OneRank { .. }
        | Claim::RateOfTheYear { .. }
        | Claim::ValueAndBalance { .. }
        | Claim::OneRate { .. }
        | Claim::SameFigure { .. }
        | Claim::Least { .. }
        | Claim::AllAboveLeast
        | Claim::StatusAndValue { .. }
        | Claim::AllStatusesFit
        | Claim::EqualPrecision { .. }
        | Claim::AllListed { .. } => None,
    }
}
