//! Assumptions that could save a claim which the arithmetic contradicts.

use crate::analysis::Figure;
use crate::dataset::{SharedText, Status, Unit};

/// An assumption that would explain a finding. With one, a finding is a doubt, not a contradiction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Assumption {
    /// It is this unit that grew.
    GrowthIn {
        /// The unit.
        unit: Unit,
        /// The values in that unit with which everything fits; empty if they are not known.
        fitting: Vec<Figure>,
    },
    /// A growth that does not say what grew is not that of the unit in which it was tried.
    GrowthOfElse {
        /// The growth.
        growth: Figure,
        /// The unit in which it was tried.
        tried: Unit,
    },
    /// Two growths of different things were compared, as the rows do not say what grew.
    TwoGrowths,
    /// Shares, their changes or indices of different things were compared, as the rows do not say of what they are.
    TwoThings,
    /// The change of a share is that of the share in another whole, as its row does not say in which.
    AnotherWhole,
    /// Ranks in different lists were compared, as the rows do not say what they are ranked among.
    RankedAmongOthers,
    /// Numbers were truncated after their last digit, not rounded.
    CutOff,
    /// A number was rounded up, or in whichever direction makes parts add up to their whole: 34 for 33.3.
    RoundedOtherwise,
    /// Zeros at the end of a number stand for digits that were rounded away.
    RoundedToZeros,
    /// A multiple means "this many times more", not "this many times as much".
    TimesMore {
        /// The multiple.
        multiple: Figure,
    },
    /// A multiple says how many times less it is, not how many times as much: to fall by ×2 is to halve.
    TimesLess {
        /// The multiple.
        multiple: Figure,
    },
    /// A growth over several years is that of one year, on average.
    PerYear {
        /// The growth.
        growth: Figure,
    },
    /// Figures of periods are averages, or at annual rates.
    Averages,
    /// Figures of two releases were compared, and one was revised or uses another definition.
    Releases {
        /// A figure of the later release, or of either one if the order is not known.
        later: Figure,
        /// A figure of the other release.
        earlier: Figure,
        /// True if the order of the releases is known.
        is_dated: bool,
        /// True if the same publisher printed both.
        is_revision: bool,
    },
    /// Figures were adjusted for the season or working days separately, so they do not add up.
    Adjusted,
    /// Imports have another valuation than exports or the sum of both.
    Valued,
    /// Goods are counted on another basis than both goods and services, as the rows do not say which.
    TwoBases,
    /// Places were counted twice.
    Overlap {
        /// The code of the place that may overlap.
        place: SharedText,
        /// The places that it may overlap with.
        with: OverlapsWith,
    },
    /// A group is counted with other members: those of another time, or of one of two compared periods.
    OtherMembers {
        /// The code of the group.
        place: SharedText,
    },
    /// The world is counted without the trade among the members of the reporting group.
    WithoutOwn {
        /// The code of the reporter.
        place: SharedText,
    },
    /// A group is counted without another one that lies in it.
    WithoutGroup {
        /// The code of the group.
        place: SharedText,
        /// The code of the other one.
        part: SharedText,
    },
    /// A whole is of goods alone, and a part of it is of services.
    GoodsAlone,
    /// A total or balance includes services, which its flows leave out.
    WithServices,
    /// Re-exports are counted apart from exports.
    ReExportsApart {
        /// The re-exports.
        re_exports: Figure,
    },
    /// Goods that changed from one mode of transport to another were counted in both.
    ChangedMode,
    /// Codes of two classifications overlap.
    Classifications {
        /// One of them.
        one: SharedText,
        /// The other.
        other: SharedText,
    },
    /// A value below zero corrects something that was counted too high.
    Correction {
        /// The value.
        value: Figure,
        /// The growth that it is divided by, if the level is implied.
        change: Option<Figure>,
    },
    /// One of this many values below zero, too many to look at one by one, is a correction.
    SomeCorrection(usize),
    /// The figure itself corrects an earlier one.
    CorrectsEarlier,
    /// A figure is revised, as its status announces.
    Status {
        /// The figure.
        figure: Figure,
        /// Its status.
        status: Status,
    },
    /// The rate moved by more than this many per cent within the period.
    RateMoved(u8),
    /// Months of both signs were converted, so that the rate is negative.
    MonthsOfBothSigns,
    /// The rate was not near the average of its year.
    OtherRate,
    /// A unit value is a mean of prices, not the value divided by the weight.
    MeanOfPrices,
    /// Nearly all trade went one way.
    OneWay,
    /// Two counts of different things were compared, as the rows have no label.
    TwoCounts,
    /// Two entries share a rank.
    SharedRank,
    /// Entries are ranked by weight or volume, not by value.
    RankedByAmount,
    /// Entries are ranked by something other than their size, or only some of them are.
    RankedOtherwise,
    /// A record is one among the same months of other years.
    OfTheSeason,
    /// Part of the whole is in no row: it is confidential, unallocated, or missing from the table.
    Unlisted,
    /// A number is added up from the rows that a table has, and the table lacks some.
    LacksRows,
    /// Part of what is printed for a group is not allocated to any of its members.
    Unallocated,
    /// A group without a rank does not belong to the list in question.
    NotListed {
        /// The code of the group.
        place: SharedText,
    },
}

/// The places that a place may overlap with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OverlapsWith {
    /// The place with this code.
    Place(SharedText),
    /// Any of the others.
    Another,
    /// Several places may overlap, and this is only one of them.
    Others,
}

impl Assumption {
    /// The figures that it adds to those of the proof.
    pub(in crate::analysis) fn figures(&self) -> Vec<Figure> {
        match self {
            Self::GrowthIn { fitting, .. } => fitting.clone(),
            Self::Correction { value, change } => std::iter::once(*value).chain(*change).collect(),
            Self::TwoGrowths
            | Self::TwoThings
            | Self::AnotherWhole
            | Self::RankedOtherwise
            | Self::RoundedOtherwise
            | Self::RoundedToZeros
            | Self::OtherMembers { .. }
            | Self::WithoutOwn { .. }
            | Self::WithoutGroup { .. }
            | Self::GoodsAlone
            | Self::WithServices
            | Self::ReExportsApart { .. }
            | Self::ChangedMode
            | Self::RankedByAmount
            | Self::RankedAmongOthers
            | Self::GrowthOfElse { .. }
            | Self::CutOff
            | Self::TimesMore { .. }
            | Self::TimesLess { .. }
            | Self::PerYear { .. }
            | Self::Averages
            | Self::Releases { .. }
            | Self::Adjusted
            | Self::Valued
            | Self::TwoBases
            | Self::Overlap { .. }
            | Self::Classifications { .. }
            | Self::SomeCorrection(_)
            | Self::CorrectsEarlier
            | Self::Status { .. }
            | Self::RateMoved(_)
            | Self::MonthsOfBothSigns
            | Self::OtherRate
            | Self::MeanOfPrices
            | Self::OneWay
            | Self::TwoCounts
            | Self::SharedRank
            | Self::OfTheSeason
            | Self::Unlisted
            | Self::LacksRows
            | Self::Unallocated
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
            Self::TwoThings => "two-things",
            Self::AnotherWhole => "another-whole",
            Self::RankedAmongOthers => "ranked-among-others",
            Self::CutOff => "cut-off",
            Self::RoundedOtherwise => "rounded-otherwise",
            Self::RoundedToZeros => "rounded-to-zeros",
            Self::TimesMore { .. } => "times-more",
            Self::TimesLess { .. } => "times-less",
            Self::PerYear { .. } => "per-year",
            Self::Averages => "averages",
            Self::Releases { .. } => "releases",
            Self::Adjusted => "adjusted",
            Self::Valued => "valued",
            Self::TwoBases => "two-bases",
            Self::Overlap { .. } => "overlap",
            Self::OtherMembers { .. } => "other-members",
            Self::WithoutOwn { .. } => "without-own",
            Self::WithoutGroup { .. } => "without-group",
            Self::GoodsAlone => "goods-alone",
            Self::WithServices => "with-services",
            Self::ReExportsApart { .. } => "re-exports-apart",
            Self::ChangedMode => "changed-mode",
            Self::Classifications { .. } => "classifications",
            Self::Correction { .. } => "correction",
            Self::SomeCorrection(_) => "some-correction",
            Self::CorrectsEarlier => "corrects-earlier",
            Self::Status { .. } => "status",
            Self::RateMoved(_) => "rate-moved",
            Self::MonthsOfBothSigns => "months-of-both-signs",
            Self::OtherRate => "other-rate",
            Self::MeanOfPrices => "mean-of-prices",
            Self::OneWay => "one-way",
            Self::TwoCounts => "two-counts",
            Self::SharedRank => "shared-rank",
            Self::RankedByAmount => "ranked-by-amount",
            Self::RankedOtherwise => "ranked-otherwise",
            Self::OfTheSeason => "of-the-season",
            Self::Unlisted => "unlisted",
            Self::LacksRows => "lacks-rows",
            Self::Unallocated => "unallocated",
            Self::NotListed { .. } => "not-listed",
        }
    }
}
