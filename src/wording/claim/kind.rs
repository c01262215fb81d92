//! The words of each kind of claim.

use super::picture::{Drawing, Picture};
use crate::analysis::{Claim, Dimension, Figure};
use crate::wording::Words;
use crate::wording::number::Notation;

/// The words of a kind of claim. Only the sentence is required.
pub trait ClaimWords {
    /// One plain sentence that states the claim or, if it does not hold, denies it.
    fn sentence(&self, words: Words, holds: bool) -> String;

    /// Shorter sentences that say less, the longest first, for narrow lines: they leave out the period, and names that
    /// the figures involved also show.
    fn shorter(&self, _: Words, _holds: bool) -> Vec<String> {
        Vec::new()
    }

    /// The dimension in which the trades of the claim differ, which their names have to mention.
    fn dimension(&self) -> Dimension {
        Dimension::Flow
    }

    /// The unit and decimals of its values, chosen so that compared values do not look the same.
    fn notation(&self, _: Words) -> Option<Notation> {
        None
    }

    /// The failed claim as two ranges on one axis; `None` if it is not about two ranges.
    fn picture(&self, _: &Drawing) -> Option<Picture> {
        None
    }

    /// Advice on one of the `count` figures of a failed claim; `None` to say only that they contradict each other.
    fn advice(&self, _: Words, _figure: Figure, _count: usize) -> Option<String> {
        None
    }

    /// The same advice in a few words.
    fn brief_advice(&self, _: Words) -> Option<String> {
        None
    }
}

/// The words for a claim, by its kind.
pub fn in_words(claim: &Claim) -> &dyn ClaimWords {
    match claim {
        Claim::PartOfWhole(claim) => claim,
        Claim::SumOfParts(claim) => claim,
        Claim::GoodsAndServices(claim) => claim,
        Claim::FlowAboveZero(claim) => claim,
        Claim::PartOfDerived(claim) => claim,
        Claim::Balance(claim) => claim,
        Claim::ShareOfItself(claim) => claim,
        Claim::ShareOfWhole(claim) => claim,
        Claim::DerivedShare(claim) => claim,
        Claim::SharesWithinWhole(claim) => claim,
        Claim::SharesOfParts(claim) => claim,
        Claim::ShareInTotal(claim) => claim,
        Claim::NestedShares(claim) => claim,
        Claim::GrowthBetweenParts(claim) => claim,
        Claim::GrowthBetweenPeriods(claim) => claim,
        Claim::GrowthChain(claim) => claim,
        Claim::IndexBetweenPeriods(claim) => claim,
        Claim::ShareAndGrowth(claim) => claim,
        Claim::ShareBefore(claim) => claim,
        Claim::ChangeBetweenPeriods(claim) => claim,
        Claim::SumOfChanges(claim) => claim,
        Claim::ShareChange(claim) => claim,
        Claim::ShareOfChange(claim) => claim,
        Claim::OneRate(claim) => claim,
        Claim::RateOfTheYear(claim) => claim,
        Claim::UnitValueOfTrade(claim) => claim,
        Claim::GrowthOfUnitValue(claim) => claim,
        Claim::ValueAndBalance(claim) => claim,
        Claim::RecordIsLargest(claim) => claim,
        Claim::RankAndValue(claim) => claim,
        Claim::OneRank(claim) => claim,
        Claim::CountOfPart(claim) => claim,
        Claim::SameFigure(claim) => claim,
        Claim::Least(claim) => claim,
        Claim::AllAboveLeast(claim) => claim,
        Claim::StatusAndValue(claim) => claim,
        Claim::AllStatusesFit(claim) => claim,
        Claim::EqualPrecision(claim) => claim,
        Claim::AllListed(claim) => claim,
    }
}
