//! The observations: every column read, every reference resolved.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::definition::{self, Defined};
use super::ids::OddIds;
use super::place_codes;
use crate::dataset::code::{Flow, Measure, Status};
use crate::dataset::{Amount, Code, MAX_DECIMALS, Observation, Place, Source, Subject, Unit, WORLD};
use crate::formats::reader::parallel;
use crate::formats::reader::problems::Problems;
use crate::formats::reader::row::{Ids, RowReader};
use crate::formats::reader::table::{Table, Unknown};
use crate::text::harmless::quoted;

/// The columns of an observation, in the order in which they are told.
pub const COLUMNS: [&str; 29] = [
    "id",
    "label",
    "reporter",
    "partner",
    "flow",
    "product",
    "transport",
    "measure",
    "time_period",
    "compare_period",
    "share_of",
    "obs_value",
    "unit_measure",
    "unit_mult",
    "decimals",
    "obs_status",
    "source",
    "locator",
    "as_printed",
    "note",
    "adjustment",
    "growth_of",
    "basis",
    "coverage",
    "valuation",
    "trade_system",
    "bound",
    "ranked_among",
    "since",
];

/// What observations may refer to.
pub struct Known<'a> {
    pub sources: &'a [Source],
    pub places: &'a [Place],
}

/// The observations that could be read.
pub struct Observations {
    pub list: Vec<Observation>,
    /// Where each id stands in the list.
    pub by_id: Ids,
    /// The ids of rows that could not be read.
    pub named: HashSet<String>,
}

/// What one row says; names that lead elsewhere are not yet followed.
struct ReadRow {
    row: usize,
    id: Option<String>,
    source: Option<String>,
    whole: Option<String>,
    observation: Option<Observation>,
}

/// Reads the observations and resolves what they refer to.
pub fn observations(table: &Table, known: &Known, problems: &mut Problems) -> Observations {
    let mut rows = read_rows(table, known, problems);
    let (mut named, mut by_id) = (HashSet::new(), Ids::with_capacity(rows.len()));
    let sources: HashMap<&str, usize> =
        known.sources.iter().enumerate().map(|(at, source)| (source.id.as_str(), at)).collect();
    let mut list: Vec<Observation> = Vec::with_capacity(rows.len());
    let (mut wholes, mut odd_ids) = (Vec::new(), OddIds::default());
    for ReadRow { row, id, source, whole, observation } in &mut rows {
        let id = id.take();
        if let Some(id) = &id {
            odd_ids.look(*row, id);
        }
        let is_new = id.as_ref().is_none_or(|id| !by_id.contains_key(id) && !named.contains(id));
        if !is_new {
            table.again(*row, problems, |reader| reader.error_twice("id"));
        }
        let at = source.as_ref().map(|source| sources.get(source.as_str()).copied());
        if at == Some(None) {
            table.again(*row, problems, |reader| {
                reader.reference("source", &sources);
            });
        }
        let measure = observation.as_ref().map(|observation| observation.measure);
        let mut place = None;
        if let (Some(observation), Some(id), true) = (observation.take(), &id, is_new) {
            place = Some(list.len());
            let id = id.clone();
            by_id.insert(id.clone(), list.len());
            let source = at.flatten().or((known.sources.len() == 1).then_some(0));
            list.push(Observation { id, source, ..observation });
        } else if let (Some(id), true) = (id, is_new) {
            named.insert(id);
        }
        if whole.is_some() || measure == Some(Measure::Share) {
            wholes.push((*row, place, measure, whole.take()));
        }
    }
    odd_ids.warn(table, problems);
    for (row, place, measure, whole) in wholes {
        match (measure, whole) {
            (Some(Measure::Share), Some(whole)) => {
                let at = by_id.get(&whole).copied();
                if at.is_none() {
                    table.again(row, problems, |reader| {
                        reader.observation("share_of", &whole, &by_id, &named);
                    });
                }
                if let Some(share) = place.and_then(|place| list.get_mut(place)) {
                    share.share_of = at;
                }
            }
            (Some(Measure::Share), None) => table.again(row, problems, |reader| {
                reader.error("share_of", "is missing; a share names the id of its whole");
            }),
            (Some(_), Some(_)) => table.again(row, problems, |reader| {
                reader.error("share_of", "stands on a row that is no share");
            }),
            (None, _) | (Some(_), None) => {}
        }
    }
    Observations { list, by_id, named }
}

/// What all rows say, in their order; many rows are shared out among threads.
fn read_rows(table: &Table, known: &Known, problems: &mut Problems) -> Vec<ReadRow> {
    let places: HashSet<&str> = known.places.iter().map(|place| place.code.as_str()).collect();
    let read = |range: std::ops::Range<usize>| {
        let (mut rows, mut problems) = (Vec::with_capacity(range.len()), Problems::default());
        let mut names = Names::default();
        let unknown = table.read(range, &COLUMNS, &mut problems, |row, reader| {
            let (id, source) = (reader.required("id"), reader.text("source"));
            let whole = reader.text("share_of");
            let observation = observation(reader, &places, &mut names);
            rows.push(ReadRow { row, id, source, whole, observation });
        });
        (rows, problems, unknown)
    };
    let (mut all, mut odd) = (Vec::with_capacity(table.len()), Unknown::default());
    for (rows, found, unknown) in parallel::map_ranges(table.len(), read) {
        all.extend(rows);
        problems.and(found);
        odd = odd.and(unknown);
    }
    odd.warn(problems);
    all
}

/// One row, without its id, its source and its whole; `None` where a code that everything rests on is wrong.
fn observation(row: &mut RowReader, places: &HashSet<&str>, names: &mut Names) -> Option<Observation> {
    let reporter = row.required("reporter").map(|code| place(row, "reporter", code, places));
    let partner = row.text("partner").map(|code| place(row, "partner", code, places));
    let partner = partner.unwrap_or_else(|| WORLD.to_owned());
    let (flow, measure) = (row.required_code("flow"), row.required_code("measure"));
    let (product, transport) = (row.text("product"), row.code("transport"));
    let period = row.period("time_period");
    let compared = row.period("compare_period");
    let unit = unit(row, measure);
    let multiplier = definition::multiplier(row, unit);
    let decimals = row.integer("decimals", 0..=i8::try_from(MAX_DECIMALS).unwrap_or(i8::MAX));
    let value = row.quantity("obs_value", decimals.map(|decimals| u32::from(decimals.unsigned_abs())));
    if row.has("obs_value") && !row.has("unit_measure") {
        row.error("unit_measure", "is missing; a number needs its unit");
    }
    if measure == Some(Measure::Mention) && row.has("obs_value") {
        row.error("obs_value", "stands on a mention, which has no number");
    }
    let Defined { definition, growth_of, bound, ranked_among, since } = Defined::read(row, measure);
    let status = row.code("obs_status").unwrap_or(Status::Normal);
    let label = row.text("label");
    let (locator, as_printed, note) = (row.text("locator"), row.text("as_printed"), row.text("note"));
    let (measure, flow): (Measure, Flow) = (measure?, flow?);
    let base = compared.or_else(|| period?.year_before()).filter(|_| measure.has_base());
    let (id, share_of, source) = (String::new(), None, None);
    let (reporter, partner) = (names.shared(reporter?), names.shared(partner));
    let product = product.map(|product| names.shared(product));
    let subject = Subject { reporter, partner, flow, product, transport, period };
    Some(Observation {
        id,
        label,
        subject,
        definition,
        measure,
        growth_of,
        bound,
        ranked_among,
        since,
        base,
        share_of,
        value,
        unit,
        multiplier,
        status,
        source,
        locator,
        as_printed,
        note,
    })
}

/// The code of a place as figures are found by it.
fn place(row: &mut RowReader, column: &str, code: String, places: &HashSet<&str>) -> String {
    place_codes::check(row, column, &code, places);
    place_codes::canonical(code, places)
}

/// The unit of a row, which must suit its measure.
fn unit(row: &mut RowReader, measure: Option<Measure>) -> Option<Unit> {
    let code = row.text("unit_measure")?;
    let Some(unit) = Unit::parse(&code) else {
        let what = format!("{} is no unit", quoted(&code));
        let amounts: Vec<&str> = Amount::ALL.iter().map(|(code, _)| *code).collect();
        let known = format!(
            "(an ISO 4217 currency, PCT, POINTS, INDEX, FACTOR, COUNT, RANK, {})",
            amounts.join(", ")
        );
        row.error("unit_measure", format!("{what} {known}"));
        return None;
    };
    if let Some(measure) = measure.filter(|measure| *measure != Measure::Mention && !measure.takes(unit)) {
        let expected = match measure {
            Measure::Value | Measure::Record | Measure::Mention => "a currency, a physical unit or COUNT",
            Measure::Change => "a currency or a physical unit",
            Measure::ShareChange => "POINTS",
            Measure::Index => "INDEX",
            Measure::Growth | Measure::Share => "PCT",
            Measure::Multiple => "FACTOR",
            Measure::Rank => "RANK",
            Measure::Count => "COUNT",
        };
        row.error("unit_measure", format!("{} does not suit the measure (write {expected})", quoted(&code)));
    }
    Some(unit)
}

/// Names that many rows have in common, each held once.
#[derive(Default)]
struct Names {
    all: HashSet<Arc<str>>,
}

impl Names {
    fn shared(&mut self, name: String) -> Arc<str> {
        if let Some(known) = self.all.get(name.as_str()) {
            return Arc::clone(known);
        }
        let name: Arc<str> = name.into();
        self.all.insert(Arc::clone(&name));
        name
    }
}
