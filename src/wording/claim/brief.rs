//! Shorter sentences of claims, for lines that are too narrow for the full ones: they leave out the period, and names that
//! the figures involved have as well.

use super::{figures, name};
use crate::analysis::{Claim, Parts};
use crate::wording::Words;
use crate::wording::number::printed;

/// A claim in a few words; `None` where there are no fewer than those of the full sentence.
pub fn sentence(words: Words, claim: &Claim, holds: bool) -> Option<String> {
    Some(match claim {
        Claim::PartOfWhole { dimension, part, whole } if holds => {
            let [small, large] = [part, whole].map(|term| name::trade(words, &term.subject, *dimension));
            format!("{small} ≤ {large}")
        }
        Claim::SumOfParts { parts, count, .. } => sum((*parts, *count), holds),
        Claim::SharesWithinWhole { shares, .. } if holds => match shares.len() {
            1 => "a share stays within 100 %".to_owned(),
            count => format!("{count} shares stay within 100 %"),
        },
        Claim::SharesWithinWhole { shares, sum, .. } if shares.len() > 1 => {
            let more = if sum.low() > rust_decimal::Decimal::ONE { "more than 100 %" } else { "too little" };
            format!("{} shares add up to {more}", shares.len())
        }
        Claim::GrowthBetweenParts { parts: 2.., .. } if holds => {
            "growth lies between that of parts".to_owned()
        }
        Claim::GrowthBetweenPeriods { .. } if holds => "a growth agrees with both values".to_owned(),
        Claim::GrowthBetweenPeriods { growth, .. } => {
            format!("{} is not the growth of its values", printed(words, *growth))
        }
        Claim::SameFigure { rows, .. } if holds => format!("{rows} rows for one figure agree"),
        Claim::SameFigure { subject, .. } => {
            let trade = name::trade(words, subject, crate::analysis::Dimension::Flow);
            format!("two figures for {trade} {} differ", name::period(subject.period))
        }
        Claim::RateOfTheYear { many, few, .. } if holds => format!("{many} per {few} is near the average"),
        Claim::AllStatusesFit => "missing figures have no value".to_owned(),
        Claim::EqualPrecision { pane } => figures::brief_precision(words, pane.0, holds),
        Claim::PartOfWhole { .. }
        | Claim::FlowAboveZero { .. }
        | Claim::PartOfDerived { .. }
        | Claim::Balance { .. }
        | Claim::ShareOfItself { .. }
        | Claim::ShareOfWhole { .. }
        | Claim::SharesWithinWhole { .. }
        | Claim::ShareInTotal { .. }
        | Claim::GrowthBetweenParts { .. }
        | Claim::GrowthChain { .. }
        | Claim::ShareAndGrowth { .. }
        | Claim::ShareBefore { .. }
        | Claim::ChangeBetweenPeriods { .. }
        | Claim::ShareChange { .. }
        | Claim::OneRate { .. }
        | Claim::RateOfTheYear { .. }
        | Claim::ValueAndBalance { .. }
        | Claim::Record { .. }
        | Claim::RankAndValue { .. }
        | Claim::OneRank { .. }
        | Claim::Least { .. }
        | Claim::AllAboveLeast
        | Claim::StatusAndValue { .. }
        | Claim::AllListed { .. } => return None,
    })
}

/// `2 parts do not add up`
fn sum((parts, count): (Parts, usize), holds: bool) -> String {
    let parts = match (parts, count) {
        (Parts::Flows, _) => "exports and imports".to_owned(),
        (Parts::Members { .. } | Parts::Products, 1) => return one(holds),
        (Parts::Members { .. } | Parts::Products, count) => format!("{count} members"),
        (Parts::Periods | Parts::Some(_), count) => format!("{count} parts"),
    };
    let verb = if holds { "add up" } else { "do not add up" };
    format!("{parts} {verb}")
}

fn one(holds: bool) -> String {
    let verb = if holds { "makes up" } else { "does not make up" };
    format!("the only member {verb} its whole")
}
