//! The ways in which a flow follows from two others of its trade.

use rust_decimal::Decimal;

use super::Estimate;
use crate::analysis::Interval;
use crate::dataset::Flow::{self, Balance, Exports, Imports, Total};

/// A flow that follows from two others, named for the result and, where it follows in several ways, for the flow that it
/// is calculated from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[expect(missing_docs, reason = "each is what its terms say")]
pub enum FlowSum {
    Imports,
    Exports,
    Total,
    Balance,
    BalanceOfExports,
    BalanceOfImports,
    ExportsOfTotal,
    ImportsOfTotal,
    ExportsOfImports,
    ImportsOfExports,
    TotalOfExports,
    TotalOfImports,
}

/// The sum as numbers: both terms, added up and divided.
#[derive(Debug, Clone, Copy)]
pub struct FlowTerms {
    pub result: Flow,
    pub first: FlowTimes,
    pub second: FlowTimes,
    pub divisor: i64,
}

/// A flow and how many times it is taken; a negative number is subtracted.
#[derive(Debug, Clone, Copy)]
pub struct FlowTimes {
    pub flow: Flow,
    pub times: i64,
}

impl FlowSum {
    /// The simplest first, which wins if several have equally tight bounds.
    pub(crate) const ALL: [Self; 12] = [
        Self::Imports,
        Self::Exports,
        Self::Total,
        Self::Balance,
        Self::BalanceOfExports,
        Self::BalanceOfImports,
        Self::ExportsOfTotal,
        Self::ImportsOfTotal,
        Self::ExportsOfImports,
        Self::ImportsOfExports,
        Self::TotalOfExports,
        Self::TotalOfImports,
    ];

    /// The flow that it gives.
    #[must_use]
    pub fn result(self) -> Flow {
        self.terms().result
    }

    pub(crate) fn terms(self) -> FlowTerms {
        let of = |times, flow| FlowTimes { flow, times };
        let sum = |result, first, second| FlowTerms { result, first, second, divisor: 1 };
        let half = |result, first, second| FlowTerms { result, first, second, divisor: 2 };
        match self {
            Self::Imports => sum(Imports, of(1, Total), of(-1, Exports)),
            Self::Exports => sum(Exports, of(1, Total), of(-1, Imports)),
            Self::Total => sum(Total, of(1, Exports), of(1, Imports)),
            Self::Balance => sum(Balance, of(1, Exports), of(-1, Imports)),
            Self::BalanceOfExports => sum(Balance, of(2, Exports), of(-1, Total)),
            Self::BalanceOfImports => sum(Balance, of(1, Total), of(-2, Imports)),
            Self::ExportsOfTotal => half(Exports, of(1, Total), of(1, Balance)),
            Self::ImportsOfTotal => half(Imports, of(1, Total), of(-1, Balance)),
            Self::ExportsOfImports => sum(Exports, of(1, Imports), of(1, Balance)),
            Self::ImportsOfExports => sum(Imports, of(1, Exports), of(-1, Balance)),
            Self::TotalOfExports => sum(Total, of(2, Exports), of(-1, Balance)),
            Self::TotalOfImports => sum(Total, of(2, Imports), of(1, Balance)),
        }
    }

    /// The flow, calculated from the two; `None` if it overflows.
    pub(crate) fn interval(self, one: Interval, other: Interval) -> Option<Interval> {
        let FlowTerms { first, second, divisor, .. } = self.terms();
        let times = |interval: Interval, times: i64| match times {
            1 => Some(interval),
            times => interval.times(Interval::exactly(Decimal::from(times))),
        };
        let one = times(one, first.times)?;
        let sum = if second.times == -1 { one.minus(other) } else { one.plus(times(other, second.times)?) }?;
        if divisor == 1 { Some(sum) } else { sum.over(Interval::exactly(Decimal::from(divisor))) }
    }

    /// As [`FlowSum::interval`], with its point.
    pub(super) fn estimate(self, one: Estimate, other: Estimate) -> Option<Estimate> {
        let FlowTerms { first, second, divisor, .. } = self.terms();
        let [first, second, divisor] = [first.times, second.times, divisor].map(Decimal::from);
        let sum = one.point.checked_mul(first)?.checked_add(other.point.checked_mul(second)?)?;
        let interval = self.interval(one.interval, other.interval)?;
        Some(Estimate { point: sum.checked_div(divisor)?, interval })
    }
}
