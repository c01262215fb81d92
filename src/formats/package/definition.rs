//! The columns that say how a figure is defined and what its number limits.

use crate::dataset::{Bound, Definition, GrowthOf, Measure, Period, RankedAmong, Unit};
use crate::formats::faults::{Fault, Quoted, RowKind};
use crate::formats::reader::row_reader::RowReader;

/// Everything that a row says beyond its trade, its measure and its number.
#[derive(Default)]
pub struct Defined {
    pub definition: Definition,
    pub growth_of: Option<GrowthOf>,
    pub bound: Option<Bound>,
    pub ranked_among: Option<RankedAmong>,
    pub since: Option<Period>,
}

impl Defined {
    pub fn read(row: &mut RowReader, measure: Option<Measure>) -> Self {
        let definition = Definition {
            adjustment: row.code("adjustment"),
            basis: row.code("basis"),
            coverage: row.code("coverage"),
            valuation: row.code("valuation"),
            trade_system: row.code("trade_system"),
        };
        let (growth_of, bound) = (growth_of(row), row.code("bound"));
        let (ranked_among, since) = (row.code("ranked_among"), row.period("since"));
        if let Some(measure) = measure {
            let grows = measure.has_base() && measure != Measure::ShareChange;
            refuse(row, "growth_of", grows, RowKind::Comparison);
            refuse(row, "ranked_among", measure == Measure::Rank, RowKind::Rank);
            refuse(row, "since", measure == Measure::Record, RowKind::Record);
        }
        let has_number = row.has("obs_value") || measure.is_none();
        refuse(row, "bound", has_number, RowKind::Numbered);
        Self { definition, growth_of, bound, ranked_among, since }
    }
}

/// Reports a column that says nothing about rows of this kind.
fn refuse(row: &mut RowReader, column: &str, suits: bool, rows: RowKind) {
    if !suits && row.has(column) {
        row.error(column, Fault::BelongsTo { rows });
    }
}

fn growth_of(row: &mut RowReader) -> Option<GrowthOf> {
    let code = row.field("growth_of")?;
    let growth_of = GrowthOf::parse(&code);
    if growth_of.is_none() {
        row.error("growth_of", Fault::NothingThatGrows { code: Quoted::new(&code) });
    }
    growth_of
}

/// The power of ten of a row; an error if its unit has none.
pub fn multiplier(row: &mut RowReader, unit: Option<Unit>) -> i8 {
    let multiplier = row.integer("unit_mult", -12..=18).unwrap_or(0);
    let takes_one = match unit {
        None | Some(Unit::Money(_) | Unit::Amount(_) | Unit::Count | Unit::PerKilogram(_)) => true,
        Some(Unit::Percent | Unit::Factor | Unit::Rank | Unit::Points | Unit::Index) => false,
    };
    if takes_one || multiplier == 0 {
        return multiplier;
    }
    let unit = unit.map_or("", Unit::code);
    row.error("unit_mult", Fault::NoPowerOfTen { multiplier, unit });
    0
}
