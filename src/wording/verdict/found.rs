//! Verdicts on figures that a check found something about.

use rust_decimal::Decimal;

use super::condition;
use crate::analysis::{Figure, Finding, Step};
use crate::dataset::Subject;
use crate::wording::Words;
use crate::wording::claim::{in_words, name};
use crate::wording::number::{GrowthBound, growth_bound, growths, printed};

/// Says not to quote it, and why: what it would have to be, if the proof says so.
pub fn contradicted(words: Words, finding: &Finding, figure: Figure) -> String {
    let by_proof = finding.proof.iter().find_map(|step| by_step(words, finding, step, figure));
    let by_claim = || in_words(&finding.claim).advice(words, figure, finding.figures.len());
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
    match given {
        Some(given) => format!("Do not quote without the {given}: both cannot hold."),
        None => in_words(&finding.claim).brief_advice(words).unwrap_or_else(|| CONTRADICTED.to_owned()),
    }
}

const CONTRADICTED: &str = "Do not quote: other figures contradict it.";

/// Says to quote it only with the doubt, naming what has to be true.
pub fn doubted(words: Words, finding: &Finding) -> String {
    let sentence = words.sentence(finding);
    match words.assumption(finding) {
        Some(assumption) => format!("Quote it only with its doubt: {sentence}, {assumption}."),
        None => format!("Quote it only with its doubt: {sentence}."),
    }
}

/// The verdict on a figure that is calculated from these contradicted ones.
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

/// The verdict on a figure that is also published in another currency and contradicted there.
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

/// The verdict on a figure whose number another report prints, too, and which is contradicted there.
pub fn in_another_report(words: Words, others: &[Figure]) -> String {
    let source = |other: &Figure| words.observation(*other).map(|row| words.source_and_place(row));
    let sources: Vec<String> = others.iter().filter_map(source).collect();
    format!("Do not quote without saying that the same number is contradicted in {}.", sources.join("; "))
}

fn by_step(words: Words, finding: &Finding, step: &Step, figure: Figure) -> Option<String> {
    let dimension = in_words(&finding.claim).dimension();
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

fn decimals(words: Words, figure: Figure) -> u32 {
    let value = words.observation(figure).and_then(|row| row.value);
    value.map_or(0, crate::dataset::Quantity::decimals).max(1)
}

fn at_least(given: Option<String>, name: &str, factor: Decimal, least: u32) -> String {
    let GrowthBound { is_fall, number, .. } = growth_bound(factor, least);
    match (given, is_fall) {
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
    let GrowthBound { is_fall, number, .. } = growth_bound(factor, least);
    match (given, is_fall) {
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
