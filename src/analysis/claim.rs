//! Claims as data: what a check tried, the steps of its proof, and the assumptions that could save it.
//!
//! Every rule makes the same claim whether it holds or not: "exports and imports add up to the total". A check that
//! held carries a claim that is true, a finding one that is not. Sentences are made of them in `wording`, when shown.

mod assumption;
mod kind;
mod step;
mod term;

pub use assumption::{Assumption, OverlapsWith};
pub use step::{Reason, Role, Step};
pub use term::{BalanceOf, Clue, Dimension, FlowTerm, Minimum, Parts, Term};

use super::{Figure, Interval, Severity};
use crate::dataset::{Flow, Period, RankedAmong, Subject, Unit};

/// The claim that a check tried: true if the check held, false if it found something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Claim {
    /// A part is no larger than its whole.
    PartOfWhole {
        /// In which dimension it is a part.
        dimension: Dimension,
        /// The part.
        part: Term,
        /// The whole.
        whole: Term,
    },
    /// Parts add up to their whole or, where there may be others, to no more.
    SumOfParts {
        /// The kind of the parts.
        parts: Parts,
        /// How many of them were added.
        count: usize,
        /// Their sum, without a power of ten.
        sum: Interval,
        /// The whole.
        whole: Term,
    },
    /// A flow that two others make is not below zero.
    FlowAboveZero {
        /// The flow.
        flow: FlowTerm,
    },
    /// A part is no larger than its whole, where one of them is made of other flows.
    PartOfDerived {
        /// In which dimension it is a part.
        dimension: Dimension,
        /// The part.
        part: FlowTerm,
        /// The whole.
        whole: FlowTerm,
    },
    /// A balance is what two other flows make of it.
    Balance {
        /// The flows, and the formula.
        of: BalanceOf,
        /// The balance.
        balance: Term,
        /// The balance calculated from the flows, without a power of ten.
        implied: Interval,
    },
    /// A whole has a row of its own, and all of it is 100 %.
    ShareOfItself {
        /// The share.
        share: Figure,
        /// The trade that is part and whole.
        subject: Subject,
        /// True if the share names its own row as its whole.
        is_own_row: bool,
    },
    /// Values and shares agree on their whole.
    ShareOfWhole {
        /// The whole.
        whole: Subject,
        /// The unit of its value.
        unit: Unit,
        /// How many clues there are.
        clues: usize,
        /// The clue that puts it highest.
        highest: Clue,
        /// The clue that puts it lowest.
        lowest: Clue,
    },
    /// Shares of one whole add up to 100 %, or to no more.
    SharesWithinWhole {
        /// The whole.
        whole: Subject,
        /// The shares that were added.
        shares: Vec<Figure>,
        /// True if there are no other parts.
        are_all: bool,
        /// Their sum, 1 being the whole.
        sum: Interval,
    },
    /// A share in total trade lies between those in exports and in imports.
    ShareInTotal {
        /// In which dimension it is a part.
        dimension: Dimension,
        /// The part, in both flows together.
        part: Subject,
        /// Its share in total trade.
        share: Figure,
        /// True if that is more than both others; where it fits, nobody asks.
        is_above: bool,
    },
    /// A whole grew no less than one of its parts, and no more than another.
    GrowthBetweenParts {
        /// In which dimension they are parts.
        dimension: Dimension,
        /// The whole.
        whole: Subject,
        /// Its growth.
        growth: Figure,
        /// How many parts there are.
        parts: usize,
        /// True if the whole grew more than every part; where it fits, nobody asks.
        is_above: bool,
    },
    /// A growth is that of two published values.
    GrowthBetweenPeriods {
        /// The trade in the later period.
        subject: Subject,
        /// The earlier period.
        base: Period,
        /// The growth.
        growth: Figure,
    },
    /// Growths in a row lead from one value to another.
    GrowthChain {
        /// The trade in the later period.
        subject: Subject,
        /// The earlier period.
        base: Option<Period>,
        /// How many growths there are.
        growths: usize,
        /// How many times as much they make.
        factor: Interval,
    },
    /// A share moved as the growth of part and whole says.
    ShareAndGrowth {
        /// In which dimension it is a part.
        dimension: Dimension,
        /// The part in the later period.
        part: Subject,
        /// The earlier period.
        base: Period,
        /// How much the part outgrew its whole, by its shares; 1 is not at all.
        by_shares: Interval,
        /// The same, by growth.
        by_growth: Interval,
    },
    /// A share was within 100 % before its part and its whole grew.
    ShareBefore {
        /// In which dimension it is a part.
        dimension: Dimension,
        /// The part in the later period.
        part: Subject,
        /// The earlier period.
        base: Period,
        /// The share in it, 1 being the whole.
        before: Interval,
    },
    /// A change is what two values, or a value and its growth, make of it.
    ChangeBetweenPeriods {
        /// The trade in the later period.
        subject: Subject,
        /// The earlier period.
        base: Period,
        /// The change.
        change: Figure,
        /// Its unit.
        unit: Unit,
        /// The value that it must have, without a power of ten.
        implied: Interval,
    },
    /// A share less its change is a share, the one before where that is known.
    ShareChange {
        /// The trade in the later period.
        subject: Subject,
        /// The earlier period.
        base: Period,
        /// The change, in points.
        change: Figure,
        /// The share before, 1 being the whole.
        before: Interval,
    },
    /// Figures in two currencies imply one rate.
    OneRate {
        /// The currency with the larger numbers.
        many: Unit,
        /// The currency with the smaller numbers.
        few: Unit,
        /// When; `None` is undated.
        period: Option<Period>,
        /// How many pairs of figures imply a rate.
        rates: usize,
        /// The highest of the rates.
        highest: Interval,
        /// The lowest of them.
        lowest: Interval,
    },
    /// Figures in two currencies imply a rate near the average one of their time.
    RateOfTheYear {
        /// The currency with the larger numbers.
        many: Unit,
        /// The currency with the smaller numbers.
        few: Unit,
        /// When.
        period: Period,
        /// The rate that they imply.
        rate: Interval,
        /// The least and the greatest average of the years of the period.
        known: Interval,
    },
    /// All exports, imports or trade of a place are no tiny part of its balance.
    ValueAndBalance {
        /// The flow of the value.
        flow: Flow,
        /// The value.
        value: Figure,
        /// The balance.
        balance: Figure,
    },
    /// A record is larger than what came before it.
    Record {
        /// The record.
        record: Term,
        /// The first period that it looks back to; `None` is ever.
        since: Option<Period>,
        /// The largest figure since then.
        earlier: Term,
    },
    /// A rank is that which values give.
    RankAndValue {
        /// The list.
        among: RankedAmong,
        /// The trade that is ranked.
        subject: Subject,
        /// Its rank.
        rank: Figure,
        /// The rank of a lower place, whose value is larger.
        lower: Option<Figure>,
        /// How many values are shown to be larger.
        larger: usize,
    },
    /// Each place of a list is that of one thing.
    OneRank {
        /// The list.
        among: RankedAmong,
        /// The ranks; of a finding, those that are equal.
        ranks: Vec<Figure>,
    },
    /// All rows for one figure agree.
    SameFigure {
        /// The trade.
        subject: Subject,
        /// How many rows there are.
        rows: usize,
        /// The row that says the most.
        most: Figure,
        /// The row that says the least.
        least: Figure,
    },
    /// A figure is no less than it can be.
    Least {
        /// The figure.
        figure: Figure,
        /// The flow that it is of.
        flow: Flow,
        /// The least that it can be.
        minimum: Minimum,
    },
    /// No figure is less than it can be.
    AllAboveLeast,
    /// A figure has a number exactly if its status says so.
    StatusAndValue {
        /// The figure.
        figure: Figure,
        /// True if it has a number.
        has_number: bool,
    },
    /// All figures have a number exactly if their status says so.
    AllStatusesFit,
    /// The rows of a pane were printed equally precisely.
    EqualPrecision {
        /// Where the pane stands in [`crate::dataset::Dataset::panes`].
        pane: usize,
    },
    /// All that a rule found is listed.
    AllListed {
        /// How grave the findings are that are not.
        severity: Severity,
        /// How many they are.
        left_out: usize,
    },
}
