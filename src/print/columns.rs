//! The columns of a figure, as CSV and JSON write them: a new column goes here.

use std::borrow::Cow;

use rust_decimal::{Decimal, RoundingStrategy};
use serde::{Serialize, Serializer};

use super::field::Field;
use crate::analysis::{Derived, Figure, Inherited, Interval, Severity};
use crate::dataset::{Code, GrowthOf, Observation, Period, Quantity, Source, Unit};
use crate::wording::{Words, fixed, formula_words};

/// A column: its name, and a function that returns its field for a figure.
type PrintedColumn = (&'static str, fn(&RowView) -> Field);

/// The columns in their order, which only ever grows at its end. `formats/figures.rs` reads them back.
const TABLE: [PrintedColumn; 42] = [
    ("id", |view| Field::Text(view.id(view.figure))),
    ("label", |view| Field::Text(view.words.label(view.figure).into_owned())),
    ("reporter", |view| {
        Field::text(view.words.subject(view.figure).as_ref().map(|trade| trade.reporter.as_ref()))
    }),
    ("partner", |view| {
        Field::text(view.words.subject(view.figure).as_ref().map(|trade| trade.partner.as_ref()))
    }),
    ("flow", |view| Field::text(view.words.subject(view.figure).map(|trade| trade.flow.code()))),
    ("product", |view| {
        Field::text(view.words.subject(view.figure).as_ref().and_then(|trade| trade.product.as_deref()))
    }),
    ("transport", |view| {
        Field::text(view.words.subject(view.figure).and_then(|trade| trade.transport).map(Code::code))
    }),
    ("measure", |view| Field::text(view.row().map(|row| row.measure.code()))),
    ("time_period", |view| {
        Field::text(view.words.subject(view.figure).and_then(|trade| trade.period).map(Period::code))
    }),
    ("compare_period", |view| Field::text(view.row().and_then(|row| row.base).map(Period::code))),
    ("share_of", |view| {
        Field::text(view.row().and_then(Observation::whole).map(|whole| view.id(Figure::Published(whole))))
    }),
    ("obs_value", |view| match &view.of {
        Of::Row(row) => row.value.map_or(Field::Empty, |value| Field::number(&value)),
        Of::Derived(derived) => Field::number(&fixed(derived.point, derived.decimals)),
    }),
    ("unit_measure", |view| match &view.of {
        Of::Row(row) => Field::text(row.unit.map(Unit::code)),
        Of::Derived(derived) => Field::Text(derived.unit.code()),
    }),
    ("unit_mult", |view| match &view.of {
        Of::Row(row) => Field::number(&row.multiplier),
        Of::Derived(derived) => Field::number(&derived.multiplier),
    }),
    ("decimals", |view| match &view.of {
        Of::Row(row) => row.value.map_or(Field::Empty, |value| Field::number(&value.decimals())),
        Of::Derived(derived) => Field::number(&derived.decimals),
    }),
    ("obs_status", |view| match &view.of {
        Of::Row(row) => Field::Text(row.status.code().to_owned()),
        Of::Derived(_) => Field::text(view.inherited.status.map(Code::code)),
    }),
    // Source, locator, printed words and note of a derived figure are those of its inputs.
    ("source", |view| Field::text(view.row().and(view.source()).map(|source| source.id.as_str()))),
    ("locator", |view| Field::text(view.row().and_then(|row| row.locator.as_deref()))),
    ("as_printed", |view| Field::text(view.row().and_then(|row| row.as_printed.as_deref()))),
    ("note", |view| Field::text(view.row().and_then(|row| row.note.as_deref()))),
    ("publisher", |view| Field::text(view.source().map(|source| source.publisher.as_str()))),
    ("published", |view| {
        Field::text(view.source().and_then(|source| source.published).map(|day| day.to_string()))
    }),
    ("origin", |view| Field::Text(if view.row().is_some() { "published" } else { "derived" }.to_owned())),
    ("rule", |view| Field::text(view.derived().map(|derived| derived.formula.code()))),
    ("formula", |view| Field::text(view.derived().map(|derived| formula_words(derived.formula)))),
    ("inputs", |view| {
        let inputs = view.derived().map(|derived| derived.inputs.as_slice()).unwrap_or_default();
        Field::list(inputs.iter().map(|input| view.id(*input)))
    }),
    ("low", |view| {
        view.bound(view.interval.and_then(Interval::bounded_low), RoundingStrategy::ToNegativeInfinity)
    }),
    ("high", |view| {
        view.bound(view.interval.and_then(Interval::bounded_high), RoundingStrategy::ToPositiveInfinity)
    }),
    ("findings", |view| Field::list(view.findings())),
    ("adjustment", |view| Field::text(view.row().and_then(|row| row.definition.adjustment).map(Code::code))),
    ("growth_of", |view| Field::text(view.row().and_then(|row| row.growth_of).map(GrowthOf::code))),
    ("basis", |view| Field::text(view.row().and_then(|row| row.definition.basis).map(Code::code))),
    ("coverage", |view| Field::text(view.row().and_then(|row| row.definition.coverage).map(Code::code))),
    ("valuation", |view| Field::text(view.row().and_then(|row| row.definition.valuation).map(Code::code))),
    ("trade_system", |view| {
        Field::text(view.row().and_then(|row| row.definition.trade_system).map(Code::code))
    }),
    ("bound", |view| Field::text(view.row().and_then(|row| row.bound).map(Code::code))),
    ("ranked_among", |view| Field::text(view.row().and_then(|row| row.ranked_among).map(Code::code))),
    ("since", |view| Field::text(view.row().and_then(|row| row.since).map(Period::code))),
    ("doubt", |view| {
        Field::text(view.row().and_then(|row| row.unconfirmed).map(|unconfirmed| unconfirmed.to_string()))
    }),
    ("verdict", |view| Field::Text(view.words.verdict(view.figure))),
    ("inherited_from", |view| Field::list(view.inherited.from.iter().map(|from| view.id(*from)))),
    ("slack", |view| {
        Field::text(view.row().and_then(|row| row.summed.as_ref()).map(|summed| summed.slack.to_string()))
    }),
];

/// The columns of CSV and the members of a figure in JSON, in this order.
///
/// The first twenty are those of a dataset's observations, as codes, with every default written out. The others say who
/// published the figure and when, and whether it was published or derived; for a derived figure, the rule, its formula
/// and the ids of its inputs in the order of the formula. `low` and `high` bound the true value, in the unit of the
/// row: for a published number, the values that round to it; for a derived one, what follows from its inputs. They have
/// at most four decimals more than the figure and are rounded outward. `findings` are the checks that concern the
/// figure, as severity and rule: `contradiction:part-of-whole/base`. Then come columns that were added to datasets
/// later, and `verdict`: if the figure may be quoted and with what, in one sentence; and `inherited_from`: the ids from
/// which a status or a contradiction is inherited; after them, the columns added since. A derived figure has the
/// gravest status of its inputs, and publisher and day of its release.
pub const COLUMNS: [&str; TABLE.len()] = {
    let mut names = [""; TABLE.len()];
    let mut at = 0;
    while at < names.len() {
        names[at] = TABLE[at].0;
        at += 1;
    }
    names
};

/// How many more decimals bounds have than their figure. The rest is rounded outward, so that the true value stays
/// between them.
const MORE_DECIMALS: u32 = 4;

/// A figure, with everything that several columns need.
struct RowView<'a> {
    words: Words<'a>,
    figure: Figure,
    of: Of<'a>,
    interval: Option<Interval>,
    inherited: Inherited,
}

/// The origin of a figure: published or derived.
enum Of<'a> {
    Row(&'a Observation),
    Derived(Cow<'a, Derived>),
}

impl<'a> RowView<'a> {
    fn new(words: Words<'a>, figure: Figure) -> Option<Self> {
        let of = match figure {
            Figure::Published(at) => Of::Row(words.dataset.observations.get(at)?),
            Figure::Derived(at) => Of::Derived(words.derived(at)?),
        };
        let inherited = words.analysis.inherited(words.dataset, figure);
        Some(Self { words, figure, of, interval: words.interval(figure), inherited })
    }

    fn row(&self) -> Option<&'a Observation> {
        match &self.of {
            Of::Row(row) => Some(*row),
            Of::Derived(_) => None,
        }
    }

    fn derived(&self) -> Option<&Derived> {
        match &self.of {
            Of::Row(_) => None,
            Of::Derived(derived) => Some(derived),
        }
    }

    fn id(&self, figure: Figure) -> String {
        self.words.id(figure).into_owned()
    }

    /// The source of the row, or of the release that a derived figure rests on.
    fn source(&self) -> Option<&'a Source> {
        let roots = || self.words.rests_on(self.figure).into_iter();
        let row = self.row().or_else(|| roots().find_map(|root| self.words.observation(root)))?;
        self.words.dataset.source_of(row)
    }

    /// Decimals of the printed number, or those a derived one is shown with.
    fn decimals(&self) -> u32 {
        match &self.of {
            Of::Row(row) => row.value.map_or(0, Quantity::decimals),
            Of::Derived(derived) => derived.decimals.max(derived.interval_decimals),
        }
    }

    fn bound(&self, bound: Option<Decimal>, outward: RoundingStrategy) -> Field {
        let decimals = self.decimals() + MORE_DECIMALS;
        let rounded = bound.map(|bound| bound.round_dp_with_strategy(decimals, outward).normalize());
        rounded.map_or(Field::Empty, |bound| Field::number(&bound))
    }

    /// Severity and rule of every finding on the figure, then of the inherited contradictions.
    fn findings(&self) -> Vec<String> {
        let analysis = self.words.analysis;
        let own = analysis.findings_on(self.figure).filter_map(|at| analysis.findings.get(at));
        let mut findings: Vec<String> =
            own.map(|found| format!("{}:{}", found.severity.code(), found.rule.code())).collect();
        for rule in &self.inherited.contradicted_by {
            let finding = format!("{}:{}", Severity::Contradiction.code(), rule.code());
            if !findings.contains(&finding) {
                findings.push(finding);
            }
        }
        findings
    }
}

/// The fields of a figure, one per column; empty if there is no such figure.
pub(super) fn fields(words: Words, figure: Figure) -> Vec<Field> {
    let view = RowView::new(words, figure);
    view.map(|view| TABLE.iter().map(|(_, field)| field(&view)).collect()).unwrap_or_default()
}

/// A figure as a JSON object: its fields by column name.
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

#[cfg(test)]
mod tests {
    use super::COLUMNS;
    use crate::formats::{COLUMNS as OF_DATASETS, PRINTED_COLUMNS};

    #[test]
    fn every_column_that_is_written_is_read_back() {
        let mut read: Vec<&str> = OF_DATASETS.into_iter().chain(PRINTED_COLUMNS).collect();
        let mut written = COLUMNS.to_vec();
        read.sort_unstable();
        written.sort_unstable();
        assert_eq!(written, read);
    }
}
