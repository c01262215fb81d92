//! One observation.

use std::borrow::Cow;

use compact_str::CompactString;
use foldhash::HashSet;

use super::definition::{self, Defined};
use super::ids::made_id;
use super::place_codes;
use super::references::Known;
use crate::dataset::{
    Amount, Code, MAX_DECIMALS, Observation, SharedText, Subject, Summed, Unconfirmed, Unit, WORLD,
};
use crate::dataset::{Flow, Measure, Status};
use crate::formats::faults::{Fault, Quoted};
use crate::formats::reader::row_reader::RowReader;

/// One row, its whole not yet looked up: that may be further down.
pub struct ReadRow {
    pub index: usize,
    /// The observation, or the id of a row that could not be read.
    pub read: Result<Observation, Option<CompactString>>,
    /// For a share, or one that changed: the id of its whole.
    pub whole: Option<CompactString>,
}

/// Texts that many rows have in common, each held once.
#[derive(Default)]
pub struct TextPool {
    all: HashSet<SharedText>,
}

impl TextPool {
    fn shared(&mut self, text: &str) -> SharedText {
        if let Some(known) = self.all.get(text) {
            return known.clone();
        }
        let text = SharedText::from(text);
        self.all.insert(text.clone());
        text
    }
}

/// Reads one row, which has an id or gets one.
pub fn read_row(
    row: &mut RowReader,
    index: usize,
    known: &Known,
    (texts, has_id): (&mut TextPool, bool),
) -> ReadRow {
    let id = if has_id { row.required_field("id").map(CompactString::from) } else { Some(made_id(row)) };
    let observation = observation(row, known, texts);
    let whole = row.field("share_of").map(CompactString::from);
    let measure = observation.as_ref().map(|observation| observation.measure);
    let whole = match measure {
        Some(Measure::Share) => {
            if !row.has("share_of") {
                row.error("share_of", Fault::NoWhole);
            }
            whole
        }
        Some(Measure::ShareChange) => whole,
        Some(_) if whole.is_some() => {
            row.error("share_of", Fault::WholeOfNoShare);
            None
        }
        Some(_) | None => None,
    };
    let read = match (observation, id) {
        (Some(observation), Some(id)) => Ok(Observation { id, ..observation }),
        (_, id) => Err(id),
    };
    ReadRow { index, read, whole }
}

/// One row without its id and its whole; `None` if a code that everything rests on is wrong.
fn observation(row: &mut RowReader, known: &Known, texts: &mut TextPool) -> Option<Observation> {
    let mut shared = |row: &mut RowReader, column| row.field(column).map(|text| texts.shared(&text));
    let label = shared(row, "label");
    let reporter = row.required_field("reporter").map(|code| place(row, "reporter", code, known));
    let partner = row.field("partner").map(|code| place(row, "partner", code, known));
    let partner = partner.unwrap_or(WORLD.into());
    let flow: Option<Flow> = row.required_code("flow");
    let product = shared(row, "product");
    let transport = row.code("transport");
    let measure: Option<Measure> = row.required_code("measure");
    let period = row.period("time_period");
    let compared = row.period("compare_period");
    let unit = unit(row, measure);
    let multiplier = definition::multiplier(row, unit);
    let decimals = row.integer("decimals", 0..=i8::try_from(MAX_DECIMALS).unwrap_or(i8::MAX));
    let value = row.quantity("obs_value", decimals.map(|decimals| u32::from(decimals.unsigned_abs())));
    if row.has("obs_value") && !row.has("unit_measure") {
        row.error("unit_measure", Fault::NoUnit);
    }
    if measure == Some(Measure::Mention) && row.has("obs_value") {
        row.error("obs_value", Fault::NumberOnMention);
    }
    let status = row.code("obs_status").unwrap_or(Status::Normal);
    let source = known.source(row).and_then(|at| u32::try_from(at).ok());
    let locator = shared(row, "locator");
    let as_printed = row.field("as_printed").map(SharedText::from);
    let note = shared(row, "note");
    let unconfirmed = unconfirmed(row);
    let slack = row.quantity("slack", None).map(|slack| slack.value().abs());
    let summed = slack.map(|slack| Box::new(Summed { is_of_parts: true, rows: 0, missing: 0, slack }));
    let Defined { definition, growth_of, bound, ranked_among, since } = Defined::read(row, measure);
    let (measure, flow) = (measure?, flow?);
    let base = compared.or_else(|| period?.year_before()).filter(|_| measure.has_base());
    let (reporter, partner) = (texts.shared(&reporter?), texts.shared(&partner));
    let subject = Subject { reporter, partner, flow, product, transport, period };
    Some(Observation {
        id: CompactString::default(),
        label,
        subject,
        definition,
        measure,
        growth_of,
        bound,
        ranked_among,
        since,
        base,
        share_of: None,
        value,
        unit,
        multiplier,
        status,
        source,
        locator,
        as_printed,
        note,
        summed,
        unconfirmed,
    })
}

/// The dimensions of a drafted row that nobody has confirmed.
fn unconfirmed(row: &mut RowReader) -> Option<Unconfirmed> {
    let written = row.field("doubt")?;
    let unconfirmed = Unconfirmed::parse(&written);
    if unconfirmed.is_none() {
        row.error("doubt", Fault::NotADoubt { written: Quoted::new(&written) });
    }
    unconfirmed
}

/// The code of a place as figures are found by it.
fn place<'c>(row: &mut RowReader, column: &str, code: Cow<'c, str>, known: &Known) -> Cow<'c, str> {
    place_codes::check(row, column, &code, &known.places);
    place_codes::canonical(code, &known.places)
}

/// The unit of a row, which must suit its measure.
fn unit(row: &mut RowReader, measure: Option<Measure>) -> Option<Unit> {
    let code = row.field("unit_measure")?;
    let Some(unit) = Unit::parse(&code) else {
        let amounts = Amount::ALL.iter().map(|(code, _)| *code).collect::<Vec<_>>().join(", ");
        row.error("unit_measure", Fault::NotAUnit { code: Quoted::new(&code), amounts });
        return None;
    };
    if let Some(measure) = measure.filter(|measure| *measure != Measure::Mention && !measure.takes(unit)) {
        row.error("unit_measure", Fault::UnitOfAnotherMeasure { code: Quoted::new(&code), measure });
    }
    Some(unit)
}
