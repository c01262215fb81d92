//! One line of a proof, before it has words.

use rust_decimal::Decimal;

use super::{BalanceOf, Clue, Minimum, Term};
use crate::analysis::{Figure, Formula, Interval};
use crate::dataset::{Flow, Period, RankedAmong, Subject, Unit};

/// A step of a proof. Intervals of values are without a power of ten; a growth factor of 1 means no growth.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// How an amount comes about.
    Term(Term),
    /// This many more steps of the same kind are left out.
    More(usize),
    /// The sum of the terms above.
    Sum(Interval),
    /// The sum of the values above, written as one of them is.
    SumOfValues {
        /// One of the values.
        like: Figure,
        /// The sum.
        sum: Interval,
    },
    /// A balance calculated from two flows.
    Balance(BalanceOf, Interval),
    /// A flow calculated from two other flows.
    Flow {
        /// The flow.
        subject: Subject,
        /// The formula.
        formula: Formula,
        /// Its value.
        interval: Interval,
    },
    /// The rest of a whole without a part, which is below zero.
    Rest {
        /// The whole.
        whole: Subject,
        /// The flow of the rest, if the part is the other flow.
        flow: Option<Flow>,
        /// The rest.
        interval: Interval,
    },
    /// The least growth of a part that is consistent with its whole.
    LeastGrowth {
        /// The part, in the base period.
        part: Subject,
        /// Its growth as published.
        growth: Figure,
        /// The growth of the whole, if its base is implied as well.
        given: Option<Figure>,
        /// The least factor.
        factor: Decimal,
    },
    /// The greatest growth of a whole that is consistent with a part.
    MostGrowth {
        /// The whole, in the base period.
        whole: Subject,
        /// Its growth as published.
        growth: Figure,
        /// The growth of the part, if its base is implied as well.
        given: Option<Figure>,
        /// The greatest factor.
        factor: Decimal,
    },
    /// The growth of a whole, if all its parts are right.
    GrowthOfSum {
        /// Its growth as published.
        growth: Figure,
        /// How many parts there are.
        parts: usize,
        /// Its growth.
        factor: Interval,
    },
    /// The value of a whole that follows from a clue.
    Clue(Clue),
    /// A figure by its id, with everything it stands for.
    Figure(Figure),
    /// A share whose whole is its own row.
    OwnRow(Figure),
    /// The sum of the shares above, 1 being the whole.
    SumOfShares(Interval),
    /// A growth, with its role among the others.
    Growth(GrowthRole, Figure),
    /// A value with its trade and period.
    Value(Figure),
    /// The growth between two values, compared with a published growth.
    ImpliedGrowth {
        /// The published growth.
        growth: Figure,
        /// The growth between the values.
        factor: Interval,
    },
    /// The growth between two values.
    GrowthOfValues(Interval),
    /// The growth of an index.
    GrowthByIndex(Interval),
    /// A growth, from its base to its own period.
    GrowthOver(Figure),
    /// The product of the growths above.
    InARow(Interval),
    /// A share, named by the flow that it is a share of.
    ShareIn(Figure),
    /// A share, named by its whole.
    ShareOf(Figure),
    /// Everything that a share can be, by the shares above.
    ImpliedShare(Interval),
    /// The value of a kilogram, by the value and the weight above.
    ImpliedUnitValue(Interval),
    /// This many more pairs of values, in other units, are left out.
    MoreUnits(usize),
    /// A number as printed, with everything it stands for.
    Printed(Figure),
    /// A share before and after.
    Shares(Figure, Figure),
    /// A share with everything it stands for.
    Share(Figure),
    /// The share in the base period, 1 being the whole.
    ShareBefore {
        /// When.
        base: Period,
        /// The share.
        before: Interval,
    },
    /// A growth of the trade above, with everything it stands for.
    Grew(Figure),
    /// The change between two values, or of a value through its growth.
    ImpliedChange(Interval),
    /// The growth of a part and of its whole.
    GrowthOfBoth(Figure, Figure),
    /// The factor by which a part outgrew its whole.
    Outgrew(Interval),
    /// A figure in two currencies, the larger number first, and the rate that it implies.
    Rate(Figure, Figure, Interval),
    /// The rate that the values above imply.
    ImpliedRate(Interval),
    /// The average rate of the years of a period, from the program's table.
    KnownRate {
        /// The currency with the larger numbers.
        many: Unit,
        /// The currency with the smaller numbers.
        few: Unit,
        /// When.
        period: Period,
        /// The lowest and the highest average of its years.
        known: Interval,
    },
    /// An entry of a list with its rank.
    Rank(RankedAmong, Figure),
    /// An entry of a list with its value.
    RankedValue(RankedAmong, Figure),
    /// A growth with the unit that it is in.
    GrowthIn(Figure),
    /// A figure of goods, of services or of both.
    Covered(Figure),
    /// The number of a figure that should have none.
    Number(Figure),
    /// The meaning of a figure's status.
    Status(Figure),
    /// How many rows were printed with this number of decimals.
    Decimals {
        /// The number of decimals.
        decimals: u32,
        /// How many rows have them.
        rows: usize,
    },
    /// A later release of one publisher revised an earlier one.
    Revision {
        /// A figure of the later release.
        later: Figure,
        /// A figure of the earlier one.
        earlier: Figure,
    },
    /// The reason why a conclusion holds.
    Reason(Reason),
}

/// The role of a growth among others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum GrowthRole {
    /// The least of several parts.
    Least,
    /// The greatest of several parts.
    Most,
    /// Both the least and the greatest: one part is both.
    LeastAndMost,
    /// The only part.
    Part,
    /// The whole.
    Whole,
}

/// Why something follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Reason {
    /// A whole with one part grew as that part did.
    OnlyPart,
    /// A whole grew between the least and the greatest of this many parts.
    BetweenParts(usize),
    /// Total trade is the sum of exports and imports.
    BothFlows,
    /// The index of the base period is 100.
    IndexOfBase,
    /// A month is compared with an average month of a longer base.
    ByMonth,
    /// No number rounds to both.
    NoNumberRoundsToBoth,
    /// One number is the other multiplied by this power of ten.
    PowerOfTen(u8),
    /// Part and whole are the same trade.
    OneTrade,
    /// A whole has a row of its own.
    RowOfItsOwn,
    /// Months are converted one by one, so rates of one year differ by up to this many per cent.
    ConvertedByMonth(u8),
    /// The least that a figure can be.
    Minimum(Minimum),
    /// The statuses that mean that a number is missing.
    MissingStatuses,
}
