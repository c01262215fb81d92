//! Reasons for conclusions in a proof: one line each.

use crate::analysis::{Minimum, Reason};

pub fn line(reason: Reason) -> String {
    match reason {
        Reason::OnlyPart => "it has no other part, so both grew alike".to_owned(),
        Reason::BetweenParts(parts) => {
            format!("its {parts} parts are complete, so it grew between the least and the most")
        }
        Reason::BothFlows => "total trade is both, so its share lies between theirs".to_owned(),
        Reason::IndexOfBase => "the index of the base period is 100".to_owned(),
        Reason::ByMonth => "by month, since the two periods differ in length".to_owned(),
        Reason::NoNumberRoundsToBoth => "no number rounds to both".to_owned(),
        Reason::PowerOfTen(4) => {
            "one is 10000 times the other: 万, ten thousand, was taken for one".to_owned()
        }
        Reason::PowerOfTen(8) => {
            "one is 100000000 times the other: 亿, 100 million, was taken for one".to_owned()
        }
        Reason::PowerOfTen(power) => {
            let zeros = "0".repeat(usize::from(power));
            format!("one is 1{zeros} times the other: a unit or a decimal point slipped")
        }
        Reason::OneTrade => "part and whole are one trade, so it is 100 %".to_owned(),
        Reason::RowOfItsOwn => "a whole has a row of its own".to_owned(),
        Reason::ConvertedByMonth(percent) => {
            format!("within {percent} %: months are converted one by one")
        }
        Reason::Minimum(minimum) => minimum_reason(minimum).to_owned(),
        Reason::MissingStatuses => "O, M and L say that a number is missing".to_owned(),
    }
}

fn minimum_reason(minimum: Minimum) -> &'static str {
    match minimum {
        Minimum::Value => "trade cannot be below zero",
        Minimum::Growth => "a fall of 100 % leaves nothing",
        Minimum::Multiple => "×0 leaves nothing",
        Minimum::Count => "a count is at least 0",
        Minimum::Rank => "the first rank is 1",
    }
}
