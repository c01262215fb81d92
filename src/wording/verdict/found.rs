//! Verdicts on figures that the checks found something about.

use rust_decimal::Decimal;

use super::condition;
use crate::analysis::{Claim, Figure, Finding, Interval, Step, Term};
use crate::dataset::Subject;
use crate::wording::Words;
use crate::wording::claim::{self, name};
use crate::wording::number::{growth_bound, growths, printed};

/// Do not quote it, and why: what it would have to be, where the proof says so.
pub fn contradicted(words: Words, finding: &Finding, figure: Figure) -> String {
    let by_proof = finding.proof.iter().find_map(|step| by_step(words, finding, (step, figure)));
    let by_claim = || by_claim(words, finding, figure);
    by_proof.or_else(by_claim).unwrap_or_else(|| {
        let sentence = words.sentence(finding);
        match finding.figures.len() {
            0 | 1 => format!("Do not quote: {sentence}."),
            figures => format!("Do not quote: {sentence}, so at least one of {figures} figures is wrong."),
        }
    })
}

/// The same in a few words.
pub fn briefly_contradicted(words: Words, finding: &Finding, figure: Figure) -> String {
    let given = finding.proof.iter().find_map(|step| {
        let (Step::LeastGrowth { growth, given: Some(given), .. }
        | Step::MostGrowth { growth, given: Some(given), .. }) = step
        else {
            return None;
        };
        (*growth == figure).then(|| printed(words, *given))
    });
    let changes = |part: &Term, whole: &Term| {
        let changes: Vec<String> =
            [part.change, whole.change].into_iter().flatten().map(|change| printed(words, change)).collect();
        (!changes.is_empty()).then(|| format!("Do not quote with {}.", changes.join(" and ")))
    };
    match (given, &finding.claim) {
        (Some(given), _) => format!("Do not quote without the {given}."),
        (None, Claim::PartOfWhole { part, whole, .. }) => {
            changes(part, whole).unwrap_or_else(|| CONTRADICTED.to_owned())
        }
        (None, _) => CONTRADICTED.to_owned(),
    }
}

const CONTRADICTED: &str = "Do not quote: other figures contradict it.";

/// Quote it only with the doubt, which names what has to be true.
pub fn doubted(words: Words, finding: &Finding) -> String {
    let sentence = words.sentence(finding);
    match words.assumption(finding) {
        Some(assumption) => format!("Quote it only with its doubt: {sentence}, {assumption}."),
        None => format!("Quote it only with its doubt: {sentence}."),
    }
}

/// For a figure that is calculated from others, of which these are contradicted.
pub fn inherited(words: Words, inputs: &[Figure]) -> String {
    let listed = condition::listed(words, inputs);
    match inputs.len() {
        1 => {
            format!(
                "Do not quote without saying that {listed}, which it is calculated from, is contradicted."
            )
        }
        _ => {
            format!(
                "Do not quote without saying that {listed}, which it is calculated from, are contradicted."
            )
        }
    }
}

/// For a figure that is published in another currency too, where it is contradicted.
pub fn in_another_currency(words: Words, others: &[Figure]) -> String {
    let listed = condition::listed(words, others);
    match others.len() {
        1 => format!(
            "Do not quote without saying that {listed}, the same in another currency, is contradicted."
        ),
        _ => format!(
            "Do not quote without saying that {listed}, the same in other currencies, are contradicted."
        ),
    }
}

fn by_step(words: Words, finding: &Finding, (step, figure): (&Step, Figure)) -> Option<String> {
    let dimension = claim::dimension(&finding.claim);
    let trade = |subject: &Subject| name::trade(words, subject, dimension);
    if let Step::LeastGrowth { part, growth, given, factor } = step
        && *growth == figure
    {
        let given = given.map(|given| printed(words, given));
        return Some(at_least(given, &trade(part), *factor, decimals(words, figure)));
    }
    if let Step::MostGrowth { whole, growth, given, factor } = step
        && *growth == figure
    {
        let given = given.map(|given| printed(words, given));
        return Some(at_most(given, &trade(whole), *factor, decimals(words, figure)));
    }
    if let Step::GrowthOfSum { growth, factor, .. } = step
        && *growth == figure
    {
        let range = growths(*factor, decimals(words, figure) + 1);
        return Some(format!("Do not quote: if its parts hold, the growth is {range}."));
    }
    if let Step::ImpliedGrowth { growth, factor } = step
        && *growth == figure
    {
        let range = growths(*factor, decimals(words, figure) + 1);
        return Some(format!("Do not quote: by the values of both periods, the growth is {range}."));
    }
    None
}

fn by_claim(words: Words, finding: &Finding, figure: Figure) -> Option<String> {
    let claim = &finding.claim;
    let range = |interval: Interval| claim::notation(words, claim).map(|notation| notation.range(interval));
    if let Claim::PartOfWhole { part, whole, .. } = claim {
        let count = finding.figures.len();
        let grown = |change: Figure| printed(words, change);
        return match (part.change.map(grown), whole.change.map(grown)) {
            (Some(part), Some(whole)) => Some(format!(
                "Do not quote together with {part} and {whole}: at least one of {count} figures is wrong."
            )),
            (Some(one), None) | (None, Some(one)) => {
                Some(format!("Do not quote together with {one}: at least one of {count} figures is wrong."))
            }
            (None, None) => None,
        };
    }
    if let Claim::SumOfParts { sum, whole, .. } = claim
        && whole.change.is_none()
        && whole.value == figure
    {
        return Some(format!("Do not quote: its parts add up to {}.", range(*sum)?));
    }
    if let Claim::Balance { of, balance, implied } = claim
        && balance.change.is_none()
        && balance.value == figure
    {
        return Some(format!("Do not quote: {} is {}.", claim::balance_formula(*of), range(*implied)?));
    }
    None
}

fn decimals(words: Words, figure: Figure) -> u32 {
    let value = words.observation(figure).and_then(|row| row.value);
    value.map_or(0, crate::dataset::Quantity::decimals).max(1)
}

fn at_least(given: Option<String>, name: &str, factor: Decimal, least: u32) -> String {
    let (_, falls, number) = growth_bound(factor, least);
    match (given, falls) {
        (Some(given), false) => {
            format!("Do not quote without the {given}: with it, {name} grew by at least {number} %.")
        }
        (Some(given), true) => {
            format!("Do not quote without the {given}: with it, {name} fell by at most {number} %.")
        }
        (None, false) => format!("Do not quote: if the whole holds, {name} grew by at least {number} %."),
        (None, true) => format!("Do not quote: if the whole holds, {name} fell by at most {number} %."),
    }
}

fn at_most(given: Option<String>, name: &str, factor: Decimal, least: u32) -> String {
    let (_, falls, number) = growth_bound(factor, least);
    match (given, falls) {
        (Some(given), false) => {
            format!("Do not quote without the {given}: with it, {name} grew by at most {number} %.")
        }
        (Some(given), true) => {
            format!("Do not quote without the {given}: with it, {name} fell by at least {number} %.")
        }
        (None, false) => format!("Do not quote: if the part holds, {name} grew by at most {number} %."),
        (None, true) => format!("Do not quote: if the part holds, {name} fell by at least {number} %."),
    }
}
