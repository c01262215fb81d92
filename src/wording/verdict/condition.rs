//! The conditions that have to be stated along with a quotable figure.

use super::reason::{replaced_figures, worst};
use crate::analysis::Figure;
use crate::dataset::{
    Adjustment, Basis, Bound, Coverage, Flow, GrowthOf, Measure, Observation, RankedAmong, Rounding, Status,
    WORLD,
};
use crate::wording::Words;
use crate::wording::claim::name;
use crate::wording::number::{grouped, printed};

/// Tells the reader to quote it, and what to add to its number.
pub fn sentence(words: Words, figure: Figure) -> String {
    let clauses = match words.observation(figure) {
        Some(row) => published(words, row, figure),
        None => derived(words, figure),
    };
    let has_source = words.observation(figure).is_none_or(|row| words.dataset.source_of(row).is_some());
    match (clauses.as_slice(), has_source) {
        ([], true) => "Quote it with its source.".to_owned(),
        ([], false) => "Quote it only once you know its source: the dataset states none.".to_owned(),
        (clauses, _) => format!("Quote it and say {}.", all_of(clauses)),
    }
}

/// `that it is provisional and that its growth is in CNY`
fn all_of(clauses: &[String]) -> String {
    match clauses {
        [] => String::new(),
        [one] => format!("that {one}"),
        [first @ .., last] => format!("that {} and that {last}", first.join(", that ")),
    }
}

fn published(words: Words, row: &Observation, figure: Figure) -> Vec<String> {
    let replaced: Vec<String> =
        replaced_figures(words, figure).into_iter().map(|earlier| printed(words, earlier)).collect();
    let clauses = [
        (!replaced.is_empty()).then(|| format!("it replaces {}", replaced.join(", "))),
        status(row.status).map(str::to_owned),
        row.bound.map(bound).map(str::to_owned),
        growth_of(row),
        row.definition.adjustment.and_then(adjustment).map(str::to_owned),
        row.definition.basis.and_then(basis).map(str::to_owned),
        row.definition.coverage.and_then(coverage).map(str::to_owned),
        ranked_among(row).map(str::to_owned),
        rounding(words, row).map(str::to_owned),
        added_up(row),
        mirror(words, row),
    ];
    clauses.into_iter().flatten().collect()
}

/// No row of the table prints the figure, so it is quoted as our own sum.
fn added_up(row: &Observation) -> Option<String> {
    let rows = row.summed.as_ref().map(|summed| summed.rows).filter(|rows| *rows > 0)?;
    if row.measure == Measure::UnitValue {
        return Some("it is calculated from values and net weights".to_owned());
    }
    // One row says it, if only of the trade that the table has.
    let rows = Some(rows).filter(|rows| *rows > 1)?;
    let how = match row.subject.flow {
        Flow::Balance => "calculated from",
        Flow::Exports | Flow::Imports | Flow::Total => "added up from",
    };
    Some(format!("it is {how} {} rows", grouped(rows.into())))
}

/// Partners report the trade of a place that reports nothing, or something else.
fn mirror(words: Words, row: &Observation) -> Option<String> {
    words.dataset.slice.filter(|slice| slice.is_mirror)?;
    let place = words.dataset.place_name(&row.subject.reporter);
    Some(match &*row.subject.partner {
        WORLD => format!("its partners report it, not {place}"),
        partner => format!("{} reports it, not {place}", words.dataset.place_name(partner)),
    })
}

/// Figures by label and number: `Exports (246.57 bn CNY) and Total trade (283.67 bn CNY)`.
pub fn listed(words: Words, figures: &[Figure]) -> String {
    let named = |figure: &Figure| format!("{} ({})", words.label(*figure), printed(words, *figure));
    let all: Vec<String> = figures.iter().map(named).collect();
    match all.as_slice() {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// A derived figure is never quoted as if it had been published, nor without what is unsettled about its inputs.
fn derived(words: Words, figure: Figure) -> Vec<String> {
    let roots = words.rests_on(figure);
    let mut clauses = vec![format!("it is calculated from {}", listed(words, &roots))];
    let doubted = |root: &Figure| worst(words, *root).is_some();
    let doubted: Vec<Figure> = roots.iter().copied().filter(doubted).collect();
    clauses.extend(unsettled(words, &doubted, roots.len(), ["is doubted", "are doubted"]));
    for status in INHERITED {
        let has_status = |root: &Figure| words.observation(*root).is_some_and(|row| row.status == status);
        let inputs: Vec<Figure> = roots.iter().copied().filter(has_status).collect();
        let verbs = verbs(status).map(|verbs| unsettled(words, &inputs, roots.len(), verbs));
        clauses.extend(verbs.into_iter().flatten());
    }
    clauses
}

/// Some of the `all` inputs and what they are: `these are provisional` if they are all of them.
fn unsettled(words: Words, inputs: &[Figure], all: usize, [one, several]: [&str; 2]) -> Option<String> {
    match (inputs.len(), all) {
        (0, _) => None,
        (1, 1) => Some(format!("this {one}")),
        (some, all) if some == all => Some(format!("these {several}")),
        (1, _) => Some(format!("{} {one}", listed(words, inputs))),
        _ => Some(format!("{} {several}", listed(words, inputs))),
    }
}

/// Statuses that a derived figure is quoted with, the gravest first.
const INHERITED: [Status; 6] = [
    Status::Forecast,
    Status::Estimated,
    Status::Provisional,
    Status::Unvalidated,
    Status::Break,
    Status::DefinitionDiffers,
];

/// A status as the verb phrase for one input, and for several.
fn verbs(status: Status) -> Option<[&'static str; 2]> {
    match status {
        Status::Estimated => Some(["is an estimate", "are estimates"]),
        Status::Forecast => Some(["is a forecast", "are forecasts"]),
        Status::Provisional => Some(["is provisional", "are provisional"]),
        Status::Break => Some(["breaks its series", "break their series"]),
        Status::Unvalidated => Some(["is unvalidated", "are unvalidated"]),
        Status::DefinitionDiffers => Some(["has another definition", "have other definitions"]),
        Status::Normal | Status::Missing | Status::CannotExist | Status::NotCollected => None,
    }
}

fn status(status: Status) -> Option<&'static str> {
    match status {
        Status::Estimated => Some("it is an estimate"),
        Status::Forecast => Some("it is a forecast"),
        Status::Provisional => Some("it is provisional"),
        Status::Break => Some("its series breaks here, so that earlier figures do not compare"),
        Status::Unvalidated => Some("it is unvalidated"),
        Status::DefinitionDiffers => Some("its definition differs from that of its neighbours"),
        Status::Normal | Status::Missing | Status::CannotExist | Status::NotCollected => None,
    }
}

fn bound(bound: Bound) -> &'static str {
    match bound {
        Bound::AtLeast => "it is at least that much",
        Bound::AtMost => "it is at most that much",
        Bound::About => "it is about that much",
    }
}

/// Growth in money, in tonnes and at constant prices are three different numbers, so growth is always quoted with its
/// kind.
fn growth_of(row: &Observation) -> Option<String> {
    match (row.measure, row.growth_of) {
        (Measure::Growth | Measure::Multiple, Some(GrowthOf::Unit(unit))) => {
            Some(format!("its growth is in {}", name::unit(unit)))
        }
        (Measure::Growth | Measure::Multiple, Some(GrowthOf::Volume)) => {
            Some("its growth is in volume, at constant prices".to_owned())
        }
        (Measure::Growth | Measure::Multiple, None) => Some("its growth has no stated unit".to_owned()),
        (
            Measure::Value
            | Measure::Share
            | Measure::Rank
            | Measure::Count
            | Measure::Mention
            | Measure::Change
            | Measure::ShareChange
            | Measure::Index
            | Measure::Record
            | Measure::UnitValue,
            _,
        ) => None,
    }
}

fn adjustment(adjustment: Adjustment) -> Option<&'static str> {
    match adjustment {
        Adjustment::Unadjusted => None,
        Adjustment::Season => Some("it is adjusted for the season"),
        Adjustment::WorkingDays => Some("it is adjusted for working days"),
        Adjustment::Both => Some("it is adjusted for season and working days"),
    }
}

fn basis(basis: Basis) -> Option<&'static str> {
    match basis {
        Basis::Customs => None,
        Basis::BalanceOfPayments => Some("it is on the balance-of-payments basis"),
    }
}

fn coverage(coverage: Coverage) -> Option<&'static str> {
    match coverage {
        Coverage::Goods => None,
        Coverage::Services => Some("it covers services"),
        Coverage::GoodsAndServices => Some("it covers goods and services"),
    }
}

fn ranked_among(row: &Observation) -> Option<&'static str> {
    if row.measure != Measure::Rank {
        return None;
    }
    Some(match row.ranked_among {
        Some(RankedAmong::Partners) => "it is a rank among partners",
        Some(RankedAmong::Reporters) => "it is a rank among reporters",
        Some(RankedAmong::Products) => "it is a rank among products",
        None => "the source does not say what it is ranked among",
    })
}

fn rounding(words: Words, row: &Observation) -> Option<&'static str> {
    match words.dataset.source_of(row)?.rounding? {
        Rounding::Nearest => None,
        Rounding::Cut => Some("its digits were cut off, not rounded"),
    }
}
