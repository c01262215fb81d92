//! Flows that two others make: sentences.

use super::name;
use crate::analysis::{Dimension, FlowTerm};
use crate::wording::Words;
use crate::wording::formula_words;

/// A flow with its formula: `imports from Kazakhstan (exports − balance)`.
fn flow(words: Words, term: &FlowTerm, dimension: Dimension) -> String {
    let name = name::trade(words, &term.subject, dimension);
    match term.formula {
        Some(formula) => format!("{name} ({})", formula_words(formula)),
        None => name,
    }
}

/// `imports (exports − balance) of 2023 would be below zero`
pub fn above_zero(words: Words, term: &FlowTerm, holds: bool) -> String {
    let (flow, when) = (flow(words, term, Dimension::Partner), name::period(term.subject.period));
    if holds {
        format!("{flow}: not below zero, {when}")
    } else {
        format!("{flow} of {when} would be below zero")
    }
}

/// `imports from Kazakhstan of 2023 exceed imports from World (total − exports)`
pub fn part(
    words: Words,
    dimension: Dimension,
    (part, whole): (&FlowTerm, &FlowTerm),
    holds: bool,
) -> String {
    let [small, large] = [part, whole].map(|term| flow(words, term, dimension));
    let when = name::period(part.subject.period);
    let large = match dimension {
        Dimension::Period => format!("{large} of {}", name::period(whole.subject.period)),
        Dimension::Flow | Dimension::Partner | Dimension::Product | Dimension::Transport => large,
    };
    match (holds, name::is_singular(part.subject.flow)) {
        (true, true) => format!("{small} is no larger than {large}, {when}"),
        (true, false) => format!("{small} are no larger than {large}, {when}"),
        (false, true) => format!("{small} of {when} exceeds {large}"),
        (false, false) => format!("{small} of {when} exceed {large}"),
    }
}
