//! The steps of a proof: one line each.

mod growth;
mod named;
mod proof;
mod rate;
mod reason;
mod term;

use rust_decimal::Decimal;

use super::assumption::release;
use super::changes::covered;
use super::name;
use crate::analysis::{Claim, Figure, Interval, Step};
use crate::dataset::{Flow, Subject};
use crate::wording::Words;
use crate::wording::formula::balance_formula;
use crate::wording::number::{
    GrowthBound, Notation, growth_bound, growths, percent, plain, printed, printed_range, range,
};
use growth::distinct_growths;
pub use growth::published_factor;
use named::under;
pub use proof::LONGEST_LINE;
use proof::Proof;
pub use term::term_parts;

/// The lines of a proof, one for each step.
pub fn lines<'l>(words: Words<'l>, claim: &'l Claim, steps: &'l [Step]) -> impl Iterator<Item = String> + 'l {
    let proof = Proof::new(words, claim);
    steps.iter().map(move |step| proof.line(step))
}

impl Proof<'_> {
    fn line(&self, step: &Step) -> String {
        let words = self.words;
        match step {
            Step::Term(term) => self.term(term),
            Step::More(more) => format!("… and {more} more"),
            Step::Sum(sum) => format!("their sum = {}", self.value(*sum)),
            Step::SumOfValues { like, sum } => format!("their sum = {}", self.as_written(*like, *sum)),
            Step::Balance(of, implied) => format!("{} = {}", balance_formula(*of), self.value(*implied)),
            Step::Flow { subject, formula, interval } => self.flow(subject, *formula, *interval),
            Step::Rest { whole, flow, interval } => self.rest(whole, *flow, *interval),
            Step::LeastGrowth { part, growth, given, factor } => {
                let given = given.map_or_else(|| "the whole".to_owned(), |given| printed(words, given));
                let decimals = self.decimals(*growth).max(1);
                bound(&given, &name::trade(words, part, self.dimension), *factor, true, decimals)
            }
            Step::MostGrowth { whole, growth, given, factor } => {
                let given = given.map_or_else(|| "the part".to_owned(), |given| printed(words, given));
                let decimals = self.decimals(*growth).max(1);
                bound(&given, &name::trade(words, whole, self.dimension), *factor, false, decimals)
            }
            Step::GrowthOfSum { growth, parts, factor } => {
                let range = growths(*factor, self.decimals(*growth) + 1);
                match parts {
                    1 => format!("if the part holds, the whole grew by {range}"),
                    _ => format!("if the parts hold, the whole grew by {range}"),
                }
            }
            Step::Clue(clue) => self.clue(clue),
            Step::Figure(figure) => self.of(*figure, &with_range(words, *figure), &[*figure]),
            Step::OwnRow(share) => {
                self.of(*share, &format!("{} of its own row", printed(words, *share)), &[*share])
            }
            Step::SumOfShares(sum) => format!("their sum = {}", percent(*sum, self.share_decimals())),
            Step::Growth(role, figure) => self.growth(*role, *figure),
            Step::Value(figure) => self.of(*figure, &printed(words, *figure), &[*figure]),
            Step::ImpliedGrowth { growth, factor } => {
                let published = published_factor(words, *growth).unwrap_or(*factor);
                format!(
                    "so the growth is {}",
                    distinct_growths(*factor, published, self.decimals(*growth) + 1)
                )
            }
            Step::GrowthOfValues(factor) => format!("so it grew by {}", self.grew(*factor)),
            Step::GrowthByIndex(factor) => format!("so the index grew by {}", self.grew(*factor)),
            Step::GrowthOver(figure) => self.growth_over(*figure),
            Step::InARow(factor) => format!("in a row they make {}", growths(*factor, 2)),
            Step::ShareIn(figure) | Step::Share(figure) => self.share(*figure),
            Step::ShareOf(figure) => self.share_of(*figure),
            Step::ImpliedShare(share) => format!("so the share is {}", percent(*share, 2)),
            Step::ImpliedUnitValue(value) => format!("so a kilogram is worth {}", self.value(*value)),
            Step::MoreUnits(more) => format!("… and {more} more in other units"),
            Step::Printed(figure) => {
                self.with_ids(&format!("printed: {}", with_range(words, *figure)), &[*figure])
            }
            Step::Shares(then, now) => {
                let [before, after] = [then, now].map(|share| printed(words, *share));
                self.of(*now, &format!("share {after}, in {} {before}", self.period(*then)), &[*now, *then])
            }
            Step::ShareBefore { base, before } => {
                format!("so the share in {base} was {}", percent(*before, 1))
            }
            Step::Grew(growth) => {
                self.with_ids(&format!("growth {}", with_range(words, *growth)), &[*growth])
            }
            Step::ImpliedChange(change) => format!("so the change is {}", self.value(*change)),
            Step::GrowthOfBoth(part, whole) => {
                let lines = [part, whole].map(|figure| {
                    self.of(*figure, &format!("growth {}", printed(words, *figure)), &[*figure])
                });
                lines.join("\n")
            }
            Step::Outgrew(factor) => format!("so the part outgrew its whole by {}", self.outgrew(*factor)),
            Step::Rate(many, few, rate) => self.rate(*many, *few, *rate),
            Step::ImpliedRate(rate) => format!("so the rate is {}", range(*rate, self.rate_decimals())),
            Step::KnownRate { many, few, period, known } => {
                format!("the average rate of {period} is {} {many} per {few}", name::average_rate(*known))
            }
            Step::Rank(_, rank) => self.of(*rank, &format!("ranked {}", name::rank(words, *rank)), &[*rank]),
            Step::RankedValue(_, value) => self.of(*value, &with_range(words, *value), &[*value]),
            Step::GrowthIn(figure) => self.growth_in(*figure),
            Step::Covered(figure) => {
                let name = format!(
                    "{}: {}: ",
                    covered(words, *figure),
                    name::figure(words, *figure, self.dimension)
                );
                under(&name, &self.with_ids(&with_range(words, *figure), &[*figure]))
            }
            Step::Number(figure) => {
                let value = words.observation(*figure).and_then(|row| row.value);
                let number = value.map_or_else(String::new, |value| plain(value.value(), value.decimals()));
                self.with_ids(&format!("its number is {number}"), &[*figure])
            }
            Step::Status(figure) => self.status(*figure),
            Step::Decimals { decimals, rows } => decimals_of_rows(*decimals, *rows),
            Step::Revision { later, earlier } => {
                let [later, earlier] = [later, earlier].map(|figure| release(words, *figure));
                format!("{later} is later than {earlier}\none of them was revised")
            }
            Step::Reason(reason) => reason::line(*reason),
        }
    }

    fn value(&self, interval: Interval) -> String {
        self.notation.map_or_else(String::new, |notation| notation.range(interval))
    }

    /// A value in the unit and with the power of ten of a figure.
    fn as_written(&self, like: Figure, interval: Interval) -> String {
        let unit = self.words.observation(like).and_then(|row| row.unit);
        let notation = unit.and_then(|unit| Notation::from_figure(self.words, like, unit));
        notation.map_or_else(String::new, |notation| notation.range(interval))
    }

    /// Writes enough decimals that a number below zero does not look like zero.
    fn rest(&self, whole: &Subject, flow: Option<Flow>, interval: Interval) -> String {
        let notation = self.notation.map(|notation| notation.distinct(interval.high(), Decimal::ZERO));
        let range = notation.map_or_else(String::new, |notation| notation.range(interval));
        let when = name::period(whole.period);
        match flow {
            Some(Flow::Imports) => format!("imports {when} = total − exports = {range}, below zero"),
            Some(Flow::Exports) => format!("exports {when} = total − imports = {range}, below zero"),
            Some(Flow::Total | Flow::Balance) | None => {
                let name = name::trade(self.words, whole, self.dimension);
                format!("the rest of {name} = {range}, below zero")
            }
        }
    }

    fn share_decimals(&self) -> u32 {
        let Claim::SharesWithinWhole(claim) = self.claim else { return 1 };
        claim.shares.iter().map(|share| self.decimals(*share) + 1).max().unwrap_or(1)
    }

    fn decimals(&self, figure: Figure) -> u32 {
        let value = self.words.observation(figure).and_then(|row| row.value);
        value.map_or(0, crate::dataset::Quantity::decimals)
    }

    fn period(&self, figure: Figure) -> String {
        name::period(self.words.subject(figure).and_then(|subject| subject.period))
    }

    fn status(&self, figure: Figure) -> String {
        let Some(row) = self.words.observation(figure) else { return String::new() };
        let letter = crate::dataset::Code::code(row.status);
        if row.status.is_missing() {
            self.with_ids(&format!("its status, {letter}, says that none was published"), &[figure])
        } else {
            self.with_ids(&format!("its status, {letter}, is that of a figure with a number"), &[figure])
        }
    }
}

/// A published number with everything it stands for, unless it is a rank or a count: `+23.2 %, so +23.15 to +23.25 %`.
fn with_range(words: Words, figure: Figure) -> String {
    let number = printed(words, figure);
    match words.interval(figure) {
        Some(_) => format!("{number}, so {}", printed_range(words, figure)),
        None => number,
    }
}

/// A bound of growth, from a factor: `if +50 % holds, exports grew by at least 29.9 %, to 1 decimal`.
///
/// A bound is rounded to the nearest: growth of at most 41.8001 % would be printed as 41.8 % at most. So the line is
/// true of growth as it is printed, to the decimals that it names.
fn bound(given: &str, name: &str, factor: Decimal, is_least: bool, least: u32) -> String {
    let GrowthBound { is_fall, number, decimals } = growth_bound(factor, least);
    let to = if decimals == 1 { "to 1 decimal".to_owned() } else { format!("to {decimals} decimals") };
    match (is_fall, is_least) {
        (false, true) => format!("if {given} holds, {name} grew by at least {number} %, {to}"),
        (false, false) => format!("if {given} holds, {name} grew by at most {number} %, {to}"),
        (true, true) => format!("if {given} holds, {name} fell by at most {number} %, {to}"),
        (true, false) => format!("if {given} holds, {name} fell by at least {number} %, {to}"),
    }
}

fn decimals_of_rows(decimals: u32, rows: usize) -> String {
    match (rows, decimals) {
        (1, 0) => "1 row with no decimal".to_owned(),
        (1, 1) => "1 row with 1 decimal".to_owned(),
        (1, more) => format!("1 row with {more} decimals"),
        (_, 0) => format!("{rows} rows with no decimal"),
        (_, 1) => format!("{rows} rows with 1 decimal"),
        (_, more) => format!("{rows} rows with {more} decimals"),
    }
}
