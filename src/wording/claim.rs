//! Findings and checks that passed, in words: a sentence for the claim, a line for each step and assumption.
//!
//! Every sentence is a whole template. Names of trades, places and ids stand in them as they are, cut in their middle
//! where they are too long for a line.

mod assumption;
mod brief;
mod changes;
mod derived;
mod distinguish;
mod figures;
mod growth;
pub(super) mod name;
mod parts;
mod picture;
mod ranks;
mod rates;
mod shares;
mod step;

use super::Words;
use super::number::printed;
use crate::analysis::{Claim, Finding, Passed};
use crate::text::hanging;
pub(super) use parts::balance_formula;
pub use picture::{Picture, PictureRow};
pub(super) use step::{dimension, notation};

/// How many columns a line of a proof has: those of a terminal of 80 with an indent.
const LONGEST_LINE: u16 = 76;

impl Words<'_> {
    /// A finding in one plain sentence.
    #[must_use]
    pub fn sentence(self, finding: &Finding) -> String {
        distinguish::distinct_sentence(self, (&finding.claim, false), &finding.figures)
    }

    /// The sentence of a finding, then shorter ones that say less.
    #[must_use]
    pub fn sentences(self, finding: &Finding) -> Vec<String> {
        let full = self.sentence(finding);
        let (short, growths) = if let Claim::PartOfWhole { dimension, part, whole } = &finding.claim {
            (parts::cannot_hold(self, *dimension, part, whole), part.change.zip(whole.change))
        } else {
            (None, None)
        };
        let shortest = growths.map(|(part, whole)| {
            format!("{} and {} cannot both hold", printed(self, part), printed(self, whole))
        });
        let brief = brief::sentence(self, &finding.claim, false);
        std::iter::once(full).chain(short).chain(shortest).chain(brief).collect()
    }

    /// The arithmetic and the assumptions of a finding, line by line, each of at most 76 columns.
    #[must_use]
    pub fn proof(self, finding: &Finding) -> Vec<String> {
        let assumptions = finding.assumptions.iter().map(|assumption| assumption::line(self, assumption));
        broken(step::lines(self, &finding.claim, &finding.proof).chain(assumptions))
    }

    /// The proof of a finding with each step on one line, however long, for formats that break lines themselves.
    #[must_use]
    pub fn proof_steps(self, finding: &Finding) -> Vec<String> {
        let assumptions = finding.assumptions.iter().map(|assumption| assumption::line(self, assumption));
        unbroken(step::lines(self, &finding.claim, &finding.proof).chain(assumptions))
    }

    /// The first assumption that could save the claim of a finding, without ids and without what leads to it.
    pub(super) fn assumption(self, finding: &Finding) -> Option<String> {
        let condition = assumption::condition(self, finding.assumptions.first()?);
        condition.lines().last().map(ToOwned::to_owned)
    }

    /// A claim that holds, in one plain sentence.
    #[must_use]
    pub fn passed_sentence(self, passed: &Passed) -> String {
        distinguish::distinct_sentence(self, (&passed.claim, true), &passed.figures)
    }

    /// The sentence of a claim that holds, then shorter ones that say less.
    #[must_use]
    pub fn passed_sentences(self, passed: &Passed) -> Vec<String> {
        std::iter::once(self.passed_sentence(passed))
            .chain(brief::sentence(self, &passed.claim, true))
            .collect()
    }

    /// The arithmetic of a check that passed, line by line, each of at most 76 columns.
    #[must_use]
    pub fn passed_proof(self, passed: &Passed) -> Vec<String> {
        broken(step::lines(self, &passed.claim, &passed.proof))
    }

    /// The arithmetic of a check that passed with each step on one line, however long.
    #[must_use]
    pub fn passed_proof_steps(self, passed: &Passed) -> Vec<String> {
        unbroken(step::lines(self, &passed.claim, &passed.proof))
    }
}

/// Texts with each on one line.
fn unbroken(texts: impl Iterator<Item = String>) -> Vec<String> {
    texts.map(|text| text.lines().map(str::trim).collect::<Vec<_>>().join(" ")).collect()
}

/// Lines broken where they are too long.
fn broken(texts: impl Iterator<Item = String>) -> Vec<String> {
    let lines = |text: String| text.lines().flat_map(|line| hanging(line, LONGEST_LINE)).collect::<Vec<_>>();
    texts.flat_map(lines).collect()
}

/// A claim as a sentence that says that it holds, or that it does not.
fn sentence(words: Words, claim: &Claim, holds: bool) -> String {
    match claim {
        Claim::PartOfWhole { dimension, part, whole } if holds => {
            parts::no_larger(words, *dimension, part, whole)
        }
        Claim::PartOfWhole { dimension, part, whole } => parts::exceeds(words, *dimension, part, whole),
        Claim::SumOfParts { parts, count, whole, .. } => {
            parts::adds_up(words, (*parts, *count), &whole.subject, holds)
        }
        Claim::FlowAboveZero { flow } => derived::above_zero(words, flow, holds),
        Claim::PartOfDerived { dimension, part, whole } => {
            derived::part(words, *dimension, (part, whole), holds)
        }
        Claim::Balance { of, balance, .. } => parts::balance(*of, &balance.subject, holds),
        Claim::ShareOfItself { share, subject, is_own_row } => {
            shares::of_itself(words, *share, subject, (*is_own_row, holds))
        }
        Claim::ShareOfWhole { whole, clues, .. } => shares::agree(words, whole, *clues, holds),
        Claim::SharesWithinWhole { shares, .. } if holds => shares::within(words, claim, shares.len()),
        Claim::SharesWithinWhole { whole, shares, are_all, sum } => {
            shares::beyond(words, whole, (shares, *are_all), *sum)
        }
        Claim::ShareInTotal { dimension, part, share, is_above } => {
            shares::in_total(words, (part, *dimension), (*share, *is_above), holds)
        }
        Claim::GrowthBetweenParts { dimension, whole, parts, .. } if holds => {
            growth::between(words, whole, *dimension, *parts)
        }
        Claim::GrowthBetweenParts { .. } => growth::outside(words, claim),
        Claim::GrowthBetweenPeriods { subject, base, growth } => {
            growth::between_periods(words, subject, *base, (*growth, holds))
        }
        Claim::GrowthChain { subject, base, growths, .. } => {
            growth::in_a_row(words, subject, *base, (*growths, holds))
        }
        Claim::ShareAndGrowth { dimension, part, base, .. } => {
            growth::with_share(words, (part, *dimension), *base, holds)
        }
        Claim::ShareBefore { dimension, part, base, before } => {
            changes::share_before(words, (part, *dimension), (*base, *before), holds)
        }
        Claim::ChangeBetweenPeriods { subject, base, change, .. } => {
            changes::change(words, subject, *base, (*change, holds))
        }
        Claim::ShareChange { subject, base, change, .. } => {
            changes::of_share(words, subject, *base, (*change, holds))
        }
        Claim::RateOfTheYear { many, few, period, rate, known } => {
            rates::of_the_year((*many, *few), *period, (*rate, *known), holds)
        }
        Claim::ValueAndBalance { flow, value, balance } => {
            rates::value_and_balance(words, *flow, (*value, *balance), holds)
        }
        Claim::Record { record, since, earlier } => {
            ranks::record(words, &record.subject, (*since, &earlier.subject), holds)
        }
        Claim::RankAndValue { among, subject, rank, lower, larger } => {
            ranks::and_value(words, (*among, subject), (*rank, *lower, *larger), holds)
        }
        Claim::OneRank { among, ranks } => ranks::one(words, *among, ranks, holds),
        Claim::OneRate { many, few, period, rates, .. } => {
            figures::one_rate((*many, *few), *period, *rates, holds)
        }
        Claim::SameFigure { subject, rows, most, least } => {
            figures::same(words, subject, (*rows, *most, *least), holds)
        }
        Claim::Least { figure, flow, minimum } => figures::below_least(words, *figure, *flow, *minimum),
        Claim::AllAboveLeast => "no figure is impossibly low".to_owned(),
        Claim::StatusAndValue { figure, has_number } => figures::status(words, *figure, *has_number),
        Claim::AllStatusesFit => "figures marked missing have no value; all others have one".to_owned(),
        Claim::EqualPrecision { pane } => figures::precision(words, pane.0, holds),
        Claim::AllListed { severity, left_out } => figures::left_out(*severity, *left_out),
    }
}
