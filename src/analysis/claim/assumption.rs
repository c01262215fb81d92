//! Assumptions that could save a claim which the arithmetic contradicts.

use crate::analysis::Figure;
use crate::dataset::{SharedText, Status, Unit};

/// An assumption under which a finding is none: with one, it is a doubt and not a contradiction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Assumption {
    /// The growth is of this unit.
    GrowthIn {
        /// The unit.
        unit: Unit,
        /// The values in it with which all fits; none where they are not known.
        fitting: Vec<Figure>,
    },
    /// The growth, which does not say what it is of, is of something else than this unit.
    GrowthOfElse {
        /// The growth.
        growth: Figure,
        /// The unit in which it was tried.
        tried: Unit,
    },
    /// Growth of two things was compared, since the rows do not say what theirs is of.
    TwoGrowths,
    /// Ranks among different things were compared, since the rows do not say among what theirs are.
    RankedAmongOthers,
    /// Numbers were cut off behind their last digit, not rounded.
    CutOff,
    /// A multiple means so many times more, not so many times as much.
    TimesMore {
        /// The multiple.
        multiple: Figure,
    },
    /// Figures of two releases were put together, of which one was revised or is defined in another way.
    Releases {
        /// A figure of the later one, or of either if it is unknown which is later.
        later: Figure,
        /// A figure of the other one.
        earlier: Figure,
        /// True if it is known which is later.
        is_dated: bool,
        /// True if one publisher printed both.
        is_revision: bool,
    },
    /// Figures were adjusted for the season or working days one by one, so that they do not add up.
    Adjusted,
    /// Imports are valued otherwise than exports or their sum.
    Valued,
    /// Places were counted twice.
    Overlap {
        /// Code of the place that may overlap.
        place: SharedText,
        /// The places that it may overlap with.
        with: OverlapsWith,
    },
    /// Codes of two classifications overlap.
    Classifications {
        /// The one.
        one: SharedText,
        /// The other.
        other: SharedText,
    },
    /// A value below zero corrects what was counted too much.
    Correction {
        /// The value.
        value: Figure,
        /// The growth that it is divided by, if it is implied.
        change: Option<Figure>,
    },
    /// One of so many values below zero, which are not looked at one by one, is a correction.
    SomeCorrection(usize),
    /// The figure itself corrects an earlier one.
    CorrectsEarlier,
    /// A figure changes, as its status lets expect.
    Status {
        /// The figure.
        figure: Figure,
        /// Its status.
        status: Status,
    },
    /// The rate moved by more than so many per cent within the period.
    RateMoved(u8),
    /// Months of both signs were converted, so that a rate is below zero.
    MonthsOfBothSigns,
    /// The rate was another one than the average of its year.
    OtherRate,
    /// Nearly all trade went one way.
    OneWay,
    /// Counts of two things were compared, since the rows have no label.
    TwoCounts,
    /// Things share a rank.
    SharedRank,
    /// The rest of a whole is in no row: it is confidential or not allocated, or was left out of the table.
    Unlisted,
    /// A group without a rank is not on the list that others are ranked in.
    NotListed {
        /// Code of the group.
        place: SharedText,
    },
}

/// The places that one may overlap with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OverlapsWith {
    /// The place with this code.
    Place(SharedText),
    /// Any of the others.
    Another,
    /// It is one of several places that may overlap.
    Others,
}

impl Assumption {
    /// The figures that raise it, next to those that the proof is built on.
    pub(in crate::analysis) fn figures(&self) -> Vec<Figure> {
        match self {
            Self::GrowthIn { fitting, .. } => fitting.clone(),
            Self::Correction { value, change } => std::iter::once(*value).chain(*change).collect(),
            Self::TwoGrowths
            | Self::RankedAmongOthers
            | Self::GrowthOfElse { .. }
            | Self::CutOff
            | Self::TimesMore { .. }
            | Self::Releases { .. }
            | Self::Adjusted
            | Self::Valued
            | Self::Overlap { .. }
            | Self::Classifications { .. }
            | Self::SomeCorrection(_)
            | Self::CorrectsEarlier
            | Self::Status { .. }
            | Self::RateMoved(_)
            | Self::MonthsOfBothSigns
            | Self::OtherRate
            | Self::OneWay
            | Self::TwoCounts
            | Self::SharedRank
            | Self::Unlisted
            | Self::NotListed { .. } => Vec::new(),
        }
    }

    /// A stable code for the kind of assumption: `overlap`.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Self::GrowthIn { .. } => "growth-in",
            Self::GrowthOfElse { .. } => "growth-of-else",
            Self::TwoGrowths => "two-growths",
            Self::RankedAmongOthers => "ranked-among-others",
            Self::CutOff => "cut-off",
            Self::TimesMore { .. } => "times-more",
            Self::Releases { .. } => "releases",
            Self::Adjusted => "adjusted",
            Self::Valued => "valued",
            Self::Overlap { .. } => "overlap",
            Self::Classifications { .. } => "classifications",
            Self::Correction { .. } => "correction",
            Self::SomeCorrection(_) => "some-correction",
            Self::CorrectsEarlier => "corrects-earlier",
            Self::Status { .. } => "status",
            Self::RateMoved(_) => "rate-moved",
            Self::MonthsOfBothSigns => "months-of-both-signs",
            Self::OtherRate => "other-rate",
            Self::OneWay => "one-way",
            Self::TwoCounts => "two-counts",
            Self::SharedRank => "shared-rank",
            Self::Unlisted => "unlisted",
            Self::NotListed { .. } => "not-listed",
        }
    }
}
