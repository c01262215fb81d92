//! The columns of a figure, as CSV and JSON write them: a new column goes here.

use rust_decimal::{Decimal, RoundingStrategy};
use serde::{Serialize, Serializer};

use super::field::Field;
use crate::analysis::{Derived, Figure, Inherited, Interval, Severity};
use crate::dataset::{Code, GrowthOf, Observation, Period, Subject, Unit};
use crate::formats::{COLUMNS as OWN, PRINTED_COLUMNS};
use crate::wording::Words;

/// The columns of CSV and the members of a figure in JSON, in this order.
///
/// The first twenty are those of a dataset's observations, as codes, with every default written out. The others say who
/// published the figure and when, and whether it was published or is derived; for a derived figure, the rule, its formula
/// and the ids of its inputs in the order of the formula. `low` and `high` bound the true value, in the unit of the row:
/// for a published number, the values that round to it; for a derived one, what follows from its inputs. They have at
/// most four decimals more than the figure and are rounded outward. `findings` are the checks that concern the figure,
/// as severity and rule: `contradiction:part-of-whole/base`. Later columns of a dataset are appended after them, and then
/// `verdict`: in one sentence, if the figure may be quoted and with what; and `inherited_from`: the ids that a status or a
/// contradiction comes from. A derived figure has the gravest status of its inputs, and publisher and day of its release.
pub const COLUMNS: [&str; OWN.len() + PRINTED_COLUMNS.len()] = {
    let mut all = [""; OWN.len() + PRINTED_COLUMNS.len()];
    let mut at = 0;
    while at < all.len() {
        all[at] = match at {
            0..FIRST => OWN[at],
            FIRST..LATER => PRINTED_COLUMNS[at - FIRST],
            LATER..LAST => OWN[at - FURTHER],
            _ => PRINTED_COLUMNS[at - OWN.len()],
        };
        at += 1;
    }
    all
};

/// Columns of a dataset that come first. Others were added later, and columns are only ever appended.
const FIRST: usize = 20;

/// Printed columns that come between the first and the later ones of a dataset.
const FURTHER: usize = 9;

/// Index of the first column of a dataset that was added later.
const LATER: usize = FIRST + FURTHER;

/// Index of the first column behind those of a dataset.
const LAST: usize = OWN.len() + FURTHER;

/// Decimals that bounds have beyond those of their figure. The rest is rounded outward, so that the true value stays
/// between them.
const FURTHER_DECIMALS: u32 = 4;

/// The fields of a figure, one per column.
pub(super) fn fields(words: Words, figure: Figure) -> Vec<Field> {
    let mut values = match figure {
        Figure::Published(at) => words.dataset.observations.get(at).map(|o| published(words, figure, o)),
        Figure::Derived(at) => words.analysis.derived.get(at).map(|d| derived(words, figure, d)),
    }
    .unwrap_or_default();
    let (interval, decimals) = (words.interval(figure), decimals(words, figure) + FURTHER_DECIMALS);
    let bound = |bound: Option<Decimal>, outward| {
        let rounded = bound.map(|bound| bound.round_dp_with_strategy(decimals, outward).normalize());
        rounded.map_or(Field::Empty, |bound| Field::number(&bound))
    };
    values.push(bound(interval.and_then(Interval::bounded_low), RoundingStrategy::ToNegativeInfinity));
    values.push(bound(interval.and_then(Interval::bounded_high), RoundingStrategy::ToPositiveInfinity));
    let inherited = words.analysis.inherited(words.dataset, figure);
    values.push(Field::list(findings(words, figure, &inherited)));
    values.extend(later(words.observation(figure)));
    values.push(Field::Text(words.verdict(figure)));
    values.push(Field::list(inherited.from.iter().map(|from| words.id(*from))));
    values
}

/// Severity and rule of every finding on a figure, then of the contradictions that it inherits.
fn findings(words: Words, figure: Figure, inherited: &Inherited) -> Vec<String> {
    let own = words.analysis.findings_on(figure).filter_map(|at| words.analysis.findings.get(at));
    let mut findings: Vec<String> =
        own.map(|found| format!("{}:{}", found.severity.code(), found.rule.code())).collect();
    let contradiction = Severity::Contradiction.code();
    for rule in &inherited.contradicted_by {
        let finding = format!("{contradiction}:{}", rule.code());
        if !findings.contains(&finding) {
            findings.push(finding);
        }
    }
    findings
}

/// The later columns of a dataset; empty for a derived figure.
fn later(observation: Option<&Observation>) -> [Field; 10] {
    let definition = observation.map(|observation| observation.definition).unwrap_or_default();
    [
        Field::text(definition.adjustment.map(Code::code)),
        Field::text(observation.and_then(|row| row.growth_of).map(GrowthOf::code)),
        Field::text(definition.basis.map(Code::code)),
        Field::text(definition.coverage.map(Code::code)),
        Field::text(definition.valuation.map(Code::code)),
        Field::text(definition.trade_system.map(Code::code)),
        Field::text(observation.and_then(|row| row.bound).map(Code::code)),
        Field::text(observation.and_then(|row| row.ranked_among).map(Code::code)),
        Field::text(observation.and_then(|row| row.since).map(Period::code)),
        Field::text(observation.and_then(|row| row.unconfirmed).map(|unconfirmed| unconfirmed.to_string())),
    ]
}

/// Decimals of the printed number, or those a derived one is shown with.
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

/// A figure as JSON has it: its fields by the names of their columns.
pub(super) struct FigureRecord(Vec<Field>);

impl FigureRecord {
    pub fn new(words: Words, figure: Figure) -> Self {
        Self(fields(words, figure))
    }
}

impl Serialize for FigureRecord {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(COLUMNS.iter().zip(&self.0))
    }
}

fn published(words: Words, figure: Figure, observation: &Observation) -> Vec<Field> {
    let source = words.dataset.source_of(observation);
    let whole = observation.share_of.map(|at| words.id(Figure::Published(at)));
    let value = observation.value;
    let mut values = trade(words, figure, &observation.subject);
    values.extend([
        Field::Text(observation.measure.code().to_owned()),
        Field::text(observation.subject.period.map(Period::code)),
        Field::text(observation.base.map(Period::code)),
        Field::text(whole),
        value.map_or(Field::Empty, |value| Field::number(&value)),
        Field::text(observation.unit.map(Unit::code)),
        Field::number(&observation.multiplier),
        value.map_or(Field::Empty, |value| Field::number(&value.decimals())),
        Field::Text(observation.status.code().to_owned()),
        Field::text(source.map(|source| source.id.as_str())),
        Field::text(observation.locator.as_deref()),
        Field::text(observation.as_printed.as_deref()),
        Field::text(observation.note.as_deref()),
        Field::text(source.map(|source| source.publisher.as_str())),
        Field::text(source.and_then(|source| source.published).map(|day| day.to_string())),
        Field::Text("published".to_owned()),
        Field::Empty,
        Field::Empty,
        Field::List(Vec::new()),
    ]);
    values
}

fn derived(words: Words, figure: Figure, derived: &Derived) -> Vec<Field> {
    let inputs = derived.inputs.iter().map(|input| words.id(*input));
    let mut values = trade(words, figure, &derived.subject);
    values.extend([
        Field::Empty,
        Field::text(derived.subject.period.map(Period::code)),
        Field::Empty,
        Field::Empty,
        Field::number(&crate::wording::fixed(derived.point, derived.decimals)),
        Field::Text(derived.unit.code()),
        Field::number(&derived.multiplier),
        Field::number(&derived.decimals),
    ]);
    let inherited = words.analysis.inherited(words.dataset, figure);
    values.push(Field::text(inherited.status.map(Code::code)));
    // Source, locator, printed words and note belong to its inputs, which are of one release.
    values.extend(std::iter::repeat_n(Field::Empty, 4));
    let row = words.rests_on(figure).into_iter().find_map(|root| words.observation(root));
    let source = row.and_then(|row| words.dataset.source_of(row));
    values.push(Field::text(source.map(|source| source.publisher.as_str())));
    values.push(Field::text(source.and_then(|source| source.published).map(|day| day.to_string())));
    values.extend([
        Field::Text("derived".to_owned()),
        Field::Text(derived.formula.code().to_owned()),
        Field::Text(crate::wording::formula_words(derived.formula).to_owned()),
        Field::list(inputs),
    ]);
    values
}

/// Id, label, and the trade it is about.
fn trade(words: Words, figure: Figure, subject: &Subject) -> Vec<Field> {
    vec![
        Field::Text(words.id(figure).into_owned()),
        Field::Text(words.label(figure).into_owned()),
        Field::Text(subject.reporter.to_string()),
        Field::Text(subject.partner.to_string()),
        Field::Text(subject.flow.code().to_owned()),
        Field::text(subject.product.as_deref()),
        Field::text(subject.transport.map(Code::code)),
    ]
}
