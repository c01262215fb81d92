//! A figure with everything that is known of it, column by column: the rows of CSV and JSON.

use rust_decimal::{Decimal, RoundingStrategy};

use super::value::Value;
use crate::analysis::{Derived, Figure, Interval};
use crate::dataset::{Code, GrowthOf, Observation, Period, Subject, Unit};
use crate::wording::Words;

/// The columns of CSV, the members of a figure in JSON, in their order.
///
/// The first twenty are those of a dataset's observations, with their codes, and with every default written out. The
/// others say who published the figure and when, whether it was published or is derived, and for what is derived the
/// rule, its formula, and the ids of what it is built on in the order of the formula. `low` and `high` are the least
/// and the greatest value that the number may stand for, in the unit of the row: of a published number what rounds to
/// it, of a derived one what follows from those. Both have at most four decimals more than the figure is
/// shown with, and what goes on after them is rounded outward. `findings` are the rules of the checks that speak of it,
/// each behind its severity: `contradiction:part-of-whole/base`. The columns of a dataset that were added later follow
/// behind them.
pub const COLUMNS: [&str; 38] = {
    let (own, mut all) = (crate::formats::COLUMNS, [""; 38]);
    let mut at = 0;
    while at < all.len() {
        all[at] = match at {
            0..FIRST => own[at],
            FIRST..LATER => FURTHER[at - FIRST],
            _ => own[at - FURTHER.len()],
        };
        at += 1;
    }
    all
};

/// How many columns of a dataset come first. The others were added later, and columns are only ever added at the end.
const FIRST: usize = 20;

/// Where the later columns of a dataset begin.
const LATER: usize = FIRST + FURTHER.len();

/// How many decimals bounds have beyond those of their figure; further ones are rounded away, outward, so that the
/// number is between them still.
const FURTHER_DECIMALS: u32 = 4;

/// What is said of a figure beyond the columns of a dataset.
const FURTHER: [&str; 9] =
    ["publisher", "published", "origin", "rule", "formula", "inputs", "low", "high", "findings"];

/// The values of a figure, one a column.
pub fn record(words: Words, figure: Figure) -> Vec<Value> {
    let mut values = match figure {
        Figure::Published(at) => words.dataset.observations.get(at).map(|o| published(words, figure, o)),
        Figure::Derived(at) => words.analysis.derived.get(at).map(|d| derived(words, figure, d)),
    }
    .unwrap_or_default();
    let (interval, decimals) = (words.interval(figure), decimals(words, figure) + FURTHER_DECIMALS);
    let bound = |bound: Option<Decimal>, outward| {
        let rounded = bound.map(|bound| bound.round_dp_with_strategy(decimals, outward).normalize());
        rounded.map_or(Value::Nothing, |bound| Value::number(&bound))
    };
    values.push(bound(interval.map(Interval::low), RoundingStrategy::ToNegativeInfinity));
    values.push(bound(interval.map(Interval::high), RoundingStrategy::ToPositiveInfinity));
    let findings = words.analysis.findings_on(figure).filter_map(|at| words.analysis.findings.get(at));
    values.push(Value::texts(findings.map(|found| format!("{}:{}", found.severity.word(), found.rule))));
    values.extend(later(words.observation(figure)));
    values
}

/// The columns of a dataset that were added later; nothing for a derived figure.
fn later(observation: Option<&Observation>) -> [Value; 9] {
    let definition = observation.map(|observation| observation.definition).unwrap_or_default();
    [
        Value::text(definition.adjustment.map(Code::code)),
        Value::text(observation.and_then(|row| row.growth_of).map(GrowthOf::code)),
        Value::text(definition.basis.map(Code::code)),
        Value::text(definition.coverage.map(Code::code)),
        Value::text(definition.valuation.map(Code::code)),
        Value::text(definition.trade_system.map(Code::code)),
        Value::text(observation.and_then(|row| row.bound).map(Code::code)),
        Value::text(observation.and_then(|row| row.ranked_among).map(Code::code)),
        Value::text(observation.and_then(|row| row.since).map(Period::code)),
    ]
}

/// The decimals of a figure: as printed, or as its bounds are shown.
fn decimals(words: Words, figure: Figure) -> u32 {
    match figure {
        Figure::Published(at) => {
            let value = words.dataset.observations.get(at).and_then(|row| row.value);
            value.map_or(0, crate::dataset::Quantity::decimals)
        }
        Figure::Derived(at) => {
            let derived = words.analysis.derived.get(at);
            derived.map_or(0, |derived| derived.decimals.max(derived.interval_decimals))
        }
    }
}

/// A figure as a JSON object.
pub fn object(words: Words, figure: Figure) -> Value {
    Value::Object(COLUMNS.into_iter().zip(record(words, figure)).collect())
}

fn published(words: Words, figure: Figure, observation: &Observation) -> Vec<Value> {
    let source = words.dataset.source_of(observation);
    let whole = observation.share_of.map(|at| words.id(Figure::Published(at)));
    let value = observation.value;
    let mut values = trade(words, figure, &observation.subject);
    values.extend([
        Value::Text(observation.measure.code().to_owned()),
        Value::text(observation.subject.period.map(Period::code)),
        Value::text(observation.base.map(Period::code)),
        Value::text(whole),
        value.map_or(Value::Nothing, |value| Value::number(&value)),
        Value::text(observation.unit.map(Unit::code)),
        Value::number(&observation.multiplier),
        value.map_or(Value::Nothing, |value| Value::number(&value.decimals())),
        Value::Text(observation.status.code().to_owned()),
        Value::text(source.map(|source| source.id.as_str())),
        Value::text(observation.locator.as_deref()),
        Value::text(observation.as_printed.as_deref()),
        Value::text(observation.note.as_deref()),
        Value::text(source.map(|source| source.publisher.as_str())),
        Value::text(source.and_then(|source| source.published).map(|day| day.to_string())),
        Value::Text("published".to_owned()),
        Value::Nothing,
        Value::Nothing,
        Value::List(Vec::new()),
    ]);
    values
}

fn derived(words: Words, figure: Figure, derived: &Derived) -> Vec<Value> {
    let inputs = derived.inputs.iter().map(|input| words.id(*input));
    let mut values = trade(words, figure, &derived.subject);
    values.extend([
        Value::Nothing,
        Value::text(derived.subject.period.map(Period::code)),
        Value::Nothing,
        Value::Nothing,
        Value::number(&crate::wording::fixed(derived.point, derived.decimals)),
        Value::Text(derived.unit.code()),
        Value::number(&derived.multiplier),
        Value::number(&derived.decimals),
    ]);
    // Status, source, place and words of the source, note, publisher and day are those of its inputs.
    values.extend(std::iter::repeat_n(Value::Nothing, 7));
    values.extend([
        Value::Text("derived".to_owned()),
        Value::Text(derived.formula.code().to_owned()),
        Value::Text(derived.formula.words().to_owned()),
        Value::texts(inputs),
    ]);
    values
}

/// Id and label, and which trade it is about.
fn trade(words: Words, figure: Figure, subject: &Subject) -> Vec<Value> {
    vec![
        Value::Text(words.id(figure).into_owned()),
        Value::Text(words.label(figure).into_owned()),
        Value::Text(subject.reporter.to_string()),
        Value::Text(subject.partner.to_string()),
        Value::Text(subject.flow.code().to_owned()),
        Value::text(subject.product.as_deref()),
        Value::text(subject.transport.map(Code::code)),
    ]
}
