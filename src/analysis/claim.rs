//! Claims as data: what a check tried, the steps of its proof, and the assumptions that could save it.
//!
//! Every rule makes the same claim whether it holds or not: "exports and imports add up to the total". A check that
//! passed carries a claim that is true, a finding one that is not. Sentences are made of them in `wording`, when shown.

mod assumption;
mod member;
mod step;
mod term;

pub use assumption::{Assumption, OverlapsWith};
pub use member::{ClaimMember, PanePlace};
pub use step::{GrowthRole, Reason, Step};
pub use term::{BalanceOf, Clue, Dimension, FlowTerm, Minimum, Parts, Term};

use member::claims;

use super::{Figure, Interval, Severity};
use crate::dataset::{Dataset, Flow, Period, RankedAmong, Subject, Unit};

claims! {
    /// The claim that a check tried: true if the check passed, false if it found something.
    ///
    /// Each kind of claim lists its code and its members, with the name of a member in JSON if that differs. A claim is
    /// about its first member that is a trade, or else about its first figure. Ranges are without a power of ten,
    /// shares are fractions of one, growth is a factor.
    Claim;

    /// A part is no larger than its whole.
    PartOfWhole "part-of-whole" { dimension: Dimension, part: Term, whole: Term }

    /// Parts add up to their whole or, if there may be others, to no more.
    SumOfParts "sum-of-parts" { parts: Parts, count: usize, sum: Interval, whole: Term }

    /// Goods and services make up both together; if only one of them is known, it is no more.
    GoodsAndServices "goods-and-services" {
        subject as "trade": Subject, parts as "figures": Vec<Figure>, both: Figure, unit as "unit_measure": Unit,
        sum: Interval
    }

    /// A flow derived from two others is not below zero.
    FlowAboveZero "flow-above-zero" { flow as "part": FlowTerm }

    /// A part is no larger than its whole, where at least one of them is derived from other flows.
    PartOfDerived "part-of-derived" { dimension: Dimension, part: FlowTerm, whole: FlowTerm }

    /// A balance equals what two other flows imply, which is `implied`.
    Balance "balance" { of: BalanceOf, implied: Interval, balance as "whole": Term }

    /// A whole has a row of its own, and all of it is 100 %. A share may name its own row as its whole.
    ShareOfItself "share-of-itself" { share: Figure, is_own_row as "own_row": bool, subject as "whole": Subject }

    /// Values and shares agree on their whole: the clues that put it highest and lowest have a value in common.
    ShareOfWhole "share-of-whole" {
        whole: Subject, unit as "unit_measure": Unit, clues as "count": usize, highest: Clue, lowest: Clue
    }

    /// A share is its part divided by its whole, where at least one of them is derived from other flows.
    DerivedShare "derived-share" { share: Figure, part: FlowTerm, whole: FlowTerm, implied: Interval }

    /// Shares of one whole add up to 100 % if they are complete, else to no more.
    SharesWithinWhole "shares-within-whole" {
        whole: Subject, shares: Vec<Figure>, are_all as "complete": bool, sum: Interval
    }

    /// Shares of parts add up to the share of what they are parts of or, if there may be others, to no more.
    SharesOfParts "shares-of-parts" {
        dimension: Dimension, part as "trade": Subject, share: Figure, shares as "count": usize,
        are_all as "complete": bool, sum: Interval
    }

    /// A share in total trade lies between those in exports and in imports. `is_above` matters only if it does not.
    ShareInTotal "share-in-total" {
        dimension: Dimension, part as "trade": Subject, share: Figure, is_above as "above": bool
    }

    /// A share in a whole is a share in a smaller one times the share of that, or no more than the first if the second is
    /// not known.
    NestedShares "nested-shares" {
        part as "trade": Subject, share: Figure, is_product as "product": bool, implied: Interval
    }

    /// A whole grew no less than one of its parts, and no more than another. `is_above` matters only if that fails.
    GrowthBetweenParts "growth-between-parts" {
        dimension: Dimension, whole: Subject, growth: Figure, parts as "count": usize, is_above as "above": bool
    }

    /// A growth is that of two published values.
    GrowthBetweenPeriods "growth-between-periods" {
        subject as "trade": Subject, base as "compare_period": Period, growth: Figure
    }

    /// A chain of growths, with this factor as their product, leads from one value to another.
    GrowthChain "growth-chain" {
        subject as "trade": Subject, base as "compare_period": Option<Period>, growths as "count": usize,
        factor as "by_growth": Interval
    }

    /// An index grew as the values did, or as a printed growth says. That of the base period itself is 100.
    IndexBetweenPeriods "index-between-periods" {
        subject as "trade": Subject, base as "compare_period": Period, index: Figure, by_index: Interval,
        by_others as "by_growth": Interval
    }

    /// A share moved as the growth of part and whole implies: both give the factor by which the part outgrew its whole.
    ShareAndGrowth "share-and-growth" {
        dimension: Dimension, part as "trade": Subject, base as "compare_period": Period, by_shares: Interval,
        by_growth: Interval
    }

    /// A share was within 100 % before its part and its whole grew.
    ShareBefore "share-before" {
        dimension: Dimension, part as "trade": Subject, base as "compare_period": Period, before: Interval
    }

    /// A change equals what two values, or a value and its growth, imply.
    ChangeBetweenPeriods "change-between-periods" {
        subject as "trade": Subject, base as "compare_period": Period, change: Figure, unit as "unit_measure": Unit,
        implied: Interval
    }

    /// The changes of all parts add up to that of their whole; for a balance, exports less imports.
    SumOfChanges "sum-of-changes" {
        parts: Parts, count: usize, sum: Interval, subject as "trade": Subject, change: Figure,
        unit as "unit_measure": Unit
    }

    /// A share less its change in points is a possible share, and the earlier one if that is known.
    ShareChange "share-change" {
        subject as "trade": Subject, base as "compare_period": Period, change: Figure, before: Interval
    }

    /// A share in the change of a whole is the change of the part divided by it.
    ShareOfChange "share-of-change" { subject as "trade": Subject, share: Figure, implied: Interval }

    /// Figures in two currencies imply one rate: how many of the first make one of the second.
    OneRate "one-rate" {
        many: Unit, few: Unit, period as "time_period": Option<Period>, rates as "count": usize, highest: Interval,
        lowest: Interval
    }

    /// Figures in two currencies imply a rate near `known`, the average rates of the years of their period.
    RateOfTheYear "rate-of-the-year" {
        many: Unit, few: Unit, period as "time_period": Period, rate: Interval, known: Interval
    }

    /// A unit value is the value divided by the weight.
    UnitValueOfTrade "unit-value" {
        subject as "trade": Subject, unit_value: Figure, unit as "unit_measure": Unit, implied: Interval
    }

    /// A unit value grew as the value did per weight.
    GrowthOfUnitValue "growth-of-unit-value" {
        subject as "trade": Subject, base as "compare_period": Period, growth: Figure, implied as "by_growth": Interval
    }

    /// The exports, imports or total trade of a place are not a tiny fraction of its balance.
    ValueAndBalance "value-and-balance" { flow: Flow, value: Figure, balance: Figure }

    /// A record is larger than every earlier value since a period, or ever.
    RecordIsLargest "record" { record: Term, since: Option<Period>, earlier: Term }

    /// A rank fits the values. If it does not, one of a lower rank has a larger value, or too many values are larger.
    RankAndValue "rank-and-value" {
        among: RankedAmong, subject as "trade": Subject, rank: Figure, lower: Option<Figure>, larger as "count": usize
    }

    /// No two entries of a list share a rank; those of a finding do.
    OneRank "one-rank" { among: RankedAmong, ranks: Vec<Figure> }

    /// The count of a part is no larger than that of its whole; that of total trade no larger than those of exports and
    /// imports together.
    CountOfPart "count-of-part" {
        dimension: Dimension, part: Subject, counts as "figures": Vec<Figure>, whole: Subject, count as "figure": Figure
    }

    /// All rows for one figure agree; `most` and `least` are the two furthest apart.
    SameFigure "same-figure" { subject as "trade": Subject, rows as "count": usize, most: Figure, least: Figure }

    /// A figure is not below the minimum of its measure.
    Least "least" { figure: Figure, flow: Flow, minimum: Minimum }

    /// No figure is below the minimum of its measure.
    AllAboveLeast "all-above-least"

    /// A figure has a number if and only if its status says so.
    StatusAndValue "status-and-value" { figure: Figure, has_number: bool }

    /// All figures have a number if and only if their status says so.
    AllStatusesFit "all-statuses-fit"

    /// The rows of a pane are printed with equal precision.
    EqualPrecision "equal-precision" { pane: PanePlace }

    /// Everything that a rule found is listed; if not, this many findings of this severity are left out.
    AllListed "all-listed" { severity: Severity, left_out as "count": usize }
}

impl Claim {
    /// The trade that the claim is about, or that of its first figure; `None` if it is not about a single one.
    pub(crate) fn about<'a>(&'a self, dataset: &'a Dataset) -> Option<&'a Subject> {
        let members = self.members();
        let said = members.iter().find_map(|(_, member)| member.trade());
        said.or_else(|| members.iter().find_map(|(_, member)| member.row(dataset)))
    }
}
