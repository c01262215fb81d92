//! Single figures, rates, and what was left out: sentences.

use super::name;
use crate::analysis::{Dimension, Figure, Minimum, Severity};
use crate::dataset::{Flow, Period, Subject, Unit};
use crate::wording::Words;
use crate::wording::number::printed;

/// `two rates of CNY per USD were used for 2023`
pub fn one_rate((many, few): (Unit, Unit), period: Option<Period>, rates: usize, holds: bool) -> String {
    let when = name::period(period);
    if holds {
        format!("{rates} rates of {many} per {few} agree, {when}")
    } else {
        format!("two rates of {many} per {few} were used for {when}")
    }
}

/// `two figures for exports 2023 differ: 24.7 bn CNY and 24.6 bn CNY`
pub fn same(
    words: Words,
    subject: &Subject,
    (rows, most, least): (usize, Figure, Figure),
    holds: bool,
) -> String {
    let (name, when) = (name::trade(words, subject, Dimension::Flow), name::period(subject.period));
    if holds {
        return format!("{rows} rows for {name} {when} agree");
    }
    let [most, least] = [most, least].map(|figure| printed(words, figure));
    format!("two figures for {name} {when} differ: {most} and {least}")
}

/// `China's exports to Kazakhstan, 2023: exports cannot fall by more than all of it`
pub fn below_least(words: Words, figure: Figure, flow: Flow, minimum: Minimum) -> String {
    let (name, trade) = (name::figure(words, figure, Dimension::Flow), name::flow(flow));
    match minimum {
        Minimum::Value => format!("{name}: {trade} below zero"),
        Minimum::Growth => format!("{name}: {trade} cannot fall by more than all of it"),
        Minimum::Multiple => format!("{name}: a multiple of {trade} cannot be below zero"),
        Minimum::Count => format!("{name}: a count cannot be below zero"),
        Minimum::Rank => format!("{name}: there is no such rank"),
    }
}

/// `China's exports to Kazakhstan, 2023: it has a number and is said to have none`
pub fn status(words: Words, figure: Figure, has_number: bool) -> String {
    let name = name::figure(words, figure, Dimension::Flow);
    if has_number {
        format!("{name}: it has a number and is said to have none")
    } else {
        format!("{name}: it has no number and is not said to be missing")
    }
}

/// `Growth leaders mixes whole numbers and decimals`
pub fn precision(words: Words, pane: usize, holds: bool) -> String {
    let title = words.dataset.panes.get(pane).map_or("", |pane| pane.title.as_str());
    if holds {
        format!("the rows of {title} are equally precise")
    } else {
        let rows = words.dataset.panes.get(pane).map_or(&[][..], |pane| &pane.rows);
        let values = rows.iter().filter_map(|row| words.dataset.observations.get(*row)?.value);
        let (whole, parts): (Vec<_>, Vec<_>) = values.partition(|value| value.decimals() == 0);
        if whole.is_empty() || parts.is_empty() {
            format!("{title} mixes numbers with more and with fewer decimals")
        } else {
            format!("{title} mixes whole numbers and decimals")
        }
    }
}

/// `Growth leaders mixes precisions`
pub fn brief_precision(words: Words, pane: usize, holds: bool) -> String {
    let title = words.dataset.panes.get(pane).map_or("", |pane| pane.title.as_str());
    if holds { format!("{title}: equally precise") } else { format!("{title} mixes precisions") }
}

/// `12 more doubts of this rule are not listed`
pub fn left_out(severity: Severity, left_out: usize) -> String {
    match (severity, left_out) {
        (Severity::Contradiction, 1) => "1 more contradiction of this rule is not listed".to_owned(),
        (Severity::Contradiction, more) => format!("{more} more contradictions of this rule are not listed"),
        (Severity::Doubt, 1) => "1 more doubt of this rule is not listed".to_owned(),
        (Severity::Doubt, more) => format!("{more} more doubts of this rule are not listed"),
        (Severity::Note, 1) => "1 more note of this rule is not listed".to_owned(),
        (Severity::Note, more) => format!("{more} more notes of this rule are not listed"),
    }
}
