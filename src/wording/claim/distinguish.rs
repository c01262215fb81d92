//! Makes sentences distinct that would otherwise be identical.

use super::kind::in_words;
use super::name;
use crate::analysis::{Claim, Difference, Figure};
use crate::dataset::Subject;
use crate::wording::Words;

/// The maximum number of ids that tell two claims about one trade apart.
const MOST_IDS: usize = 4;

/// A claim, with `true` if it holds, as a sentence that no other claim of the dataset has.
pub fn distinct_sentence(words: Words, claim: &Claim, holds: bool, figures: &[Figure]) -> String {
    let said = in_words(claim).sentence(words, holds);
    let alike = words
        .analysis
        .alike(words.dataset, |claim, holds| in_words(claim).sentence(words.as_published(), holds));
    let Some(apart) = alike.get(&said) else { return said };
    let about = claim.about(words.dataset).map(|subject| what_differs(words, subject, apart));
    let said = match about.filter(|about| !about.is_empty()) {
        Some(about) => format!("{about}: {said}"),
        None => said,
    };
    if !apart.contains(&Difference::Figures) {
        return said;
    }
    let ids: Vec<String> = figures.iter().take(MOST_IDS).map(|figure| name::id(words, *figure)).collect();
    if ids.is_empty() { said } else { format!("{said} ({})", ids.join(", ")) }
}

/// The parts of `China with Kazakhstan, 8703, by rail, 2023` that differ.
fn what_differs(words: Words, subject: &Subject, apart: &[Difference]) -> String {
    let reporter = apart.contains(&Difference::Reporter).then(|| name::place(words, &subject.reporter));
    let partner = apart.contains(&Difference::Partner).then(|| name::place(words, &subject.partner));
    let places = match (reporter, partner) {
        (Some(reporter), Some(partner)) => Some(format!("{reporter} with {partner}")),
        (one, other) => one.or(other),
    };
    let product = apart.contains(&Difference::Product).then(|| name::product(words, subject));
    let mode = apart.contains(&Difference::Transport).then(|| name::mode(subject));
    let period = apart.contains(&Difference::Period).then(|| name::period(subject.period));
    let parts = [places, product, mode, period].into_iter().flatten();
    parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}
