//! Findings and passed checks in words: a sentence for the claim, a line for each step and assumption.
//!
//! Each kind of claim implements [`kind::ClaimWords`]. Every sentence is a whole template. Names of trades, places and
//! ids are inserted unchanged, shortened in the middle if they are too long for a line.

mod assumption;
mod changes;
mod counts;
mod distinguish;
mod flows;
mod growth;
mod index;
mod kind;
pub(super) mod name;
mod nested_shares;
mod part_of_whole;
mod picture;
mod ranks;
mod rates;
mod rows;
mod shares;
mod step;
mod sum_of_parts;
mod unit_value;

use super::Words;
use crate::analysis::{Finding, Passed};
use crate::text::hanging;
pub(super) use kind::in_words;
pub use picture::{Picture, PictureRow};
use step::LONGEST_LINE;

impl Words<'_> {
    /// One plain sentence that states the finding.
    #[must_use]
    pub fn sentence(self, finding: &Finding) -> String {
        distinguish::distinct_sentence(self, &finding.claim, false, &finding.figures)
    }

    /// That sentence, followed by shorter ones that say less.
    #[must_use]
    pub fn sentences(self, finding: &Finding) -> Vec<String> {
        let shorter = in_words(&finding.claim).shorter(self, false);
        std::iter::once(self.sentence(finding)).chain(shorter).collect()
    }

    /// The arithmetic and the assumptions of a finding, line by line, each of at most 76 columns.
    #[must_use]
    pub fn proof(self, finding: &Finding) -> Vec<String> {
        let assumptions = finding.assumptions.iter().map(|assumption| assumption::line(self, assumption));
        broken(step::lines(self, &finding.claim, &finding.proof).chain(assumptions))
    }

    /// The proof of a finding with one line per step, however long, for formats that break lines themselves.
    #[must_use]
    pub fn proof_steps(self, finding: &Finding) -> Vec<String> {
        let assumptions = finding.assumptions.iter().map(|assumption| assumption::line(self, assumption));
        unbroken(step::lines(self, &finding.claim, &finding.proof).chain(assumptions))
    }

    /// The first assumption that could save the claim of a finding, without ids and without the word that introduces
    /// it.
    pub(super) fn assumption(self, finding: &Finding) -> Option<String> {
        let condition = assumption::condition(self, finding.assumptions.first()?);
        condition.lines().last().map(ToOwned::to_owned)
    }

    /// One plain sentence that states a claim that holds.
    #[must_use]
    pub fn passed_sentence(self, passed: &Passed) -> String {
        distinguish::distinct_sentence(self, &passed.claim, true, &passed.figures)
    }

    /// That sentence, followed by shorter ones that say less.
    #[must_use]
    pub fn passed_sentences(self, passed: &Passed) -> Vec<String> {
        let shorter = in_words(&passed.claim).shorter(self, true);
        std::iter::once(self.passed_sentence(passed)).chain(shorter).collect()
    }

    /// The arithmetic of a passed check, line by line, each of at most 76 columns.
    #[must_use]
    pub fn passed_proof(self, passed: &Passed) -> Vec<String> {
        broken(step::lines(self, &passed.claim, &passed.proof))
    }

    /// The arithmetic of a passed check with one line per step, however long.
    #[must_use]
    pub fn passed_proof_steps(self, passed: &Passed) -> Vec<String> {
        unbroken(step::lines(self, &passed.claim, &passed.proof))
    }
}

/// One line per text.
fn unbroken(texts: impl Iterator<Item = String>) -> Vec<String> {
    texts.map(|text| text.lines().map(str::trim).collect::<Vec<_>>().join(" ")).collect()
}

/// The texts broken into lines of limited width.
fn broken(texts: impl Iterator<Item = String>) -> Vec<String> {
    let lines = |text: String| text.lines().flat_map(|line| hanging(line, LONGEST_LINE)).collect::<Vec<_>>();
    texts.flat_map(lines).collect()
}
