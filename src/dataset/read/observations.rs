//! The observations: every column read, every reference resolved.

use std::collections::{HashMap, HashSet};

use super::Ids;
use super::row::RowReader;
use super::table::Table;
use crate::dataset::code::{Flow, Measure, Status};
use crate::dataset::problem::Problems;
use crate::dataset::text::quoted;
use crate::dataset::{MAX_DECIMALS, Observation, Place, Source, Subject, Unit, WORLD};

const COLUMNS: [&str; 20] = [
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
    /// Every id of the file, also of rows that could not be read.
    pub named: HashSet<String>,
}

/// Reads the observations and resolves what they refer to.
pub fn observations(table: &Table, known: &Known, problems: &mut Problems) -> Observations {
    table.check_columns(&COLUMNS, problems);
    let sources: HashMap<&str, usize> =
        known.sources.iter().enumerate().map(|(at, source)| (source.id.as_str(), at)).collect();
    let places: HashSet<&str> = known.places.iter().map(|place| place.code.as_str()).collect();
    let mut named = HashSet::new();
    let mut observations = Vec::with_capacity(table.rows.len());
    let mut wholes = Vec::new();
    for row in &table.rows {
        let mut reader = RowReader::new(row, &table.document, problems);
        let id = reader.unique("id", &mut named);
        let source = reader.reference("source", &sources);
        let source = source.or((known.sources.len() == 1).then_some(0));
        let whole = reader.text("share_of");
        let read = observation(&mut reader, &places);
        let measure = read.as_ref().map(|observation| observation.measure);
        let at = read.zip(id).map(|(observation, id)| {
            observations.push(Observation { id, source, ..observation });
            observations.len() - 1
        });
        wholes.push((row, at, measure, whole));
    }
    let by_id: Ids = observations.iter().enumerate().map(|(at, o)| (o.id.clone(), at)).collect();
    for (row, at, measure, whole) in wholes {
        let mut reader = RowReader::new(row, &table.document, problems);
        match (measure, whole) {
            (Some(Measure::Share), None) => {
                reader.error("share_of", "is missing; a share names the id of its whole");
            }
            (Some(Measure::Share), Some(whole)) => {
                let whole = reader.observation("share_of", &whole, &by_id, &named);
                if let Some(share) = at.and_then(|at| observations.get_mut(at)) {
                    share.share_of = whole;
                }
            }
            (Some(_), Some(_)) => reader.error("share_of", "stands on a row that is no share"),
            (_, None) | (None, Some(_)) => {}
        }
    }
    Observations { list: observations, by_id, named }
}

/// One row, without its id, its source and its whole; `None` where a code that everything rests on is wrong.
fn observation(row: &mut RowReader, places: &HashSet<&str>) -> Option<Observation> {
    let reporter = row.required("reporter");
    let partner = row.text("partner").unwrap_or_else(|| WORLD.to_owned());
    for (column, code) in [("reporter", reporter.as_deref()), ("partner", Some(partner.as_str()))] {
        if let Some(code) = code.filter(|code| !places.contains(code) && !is_iso(code)) {
            let what = format!("{} is neither an ISO 3166 code nor defined in places", quoted(code));
            let meant = row.meant(code, places.iter().copied());
            row.error(column, format!("{what}{meant}"));
        }
    }
    let (flow, measure) = (row.required_code("flow"), row.required_code("measure"));
    let (product, transport) = (row.text("product"), row.code("transport"));
    let period = row.period("time_period");
    let compared = row.period("compare_period");
    let unit = unit(row, measure);
    let multiplier = row.integer("unit_mult", -12..=18).unwrap_or(0);
    let decimals = row.integer("decimals", 0..=i8::try_from(MAX_DECIMALS).unwrap_or(i8::MAX));
    let value = row.quantity("obs_value", decimals.map(|decimals| u32::from(decimals.unsigned_abs())));
    if row.has("obs_value") && !row.has("unit_measure") {
        row.error("unit_measure", "is missing; a number needs its unit");
    }
    if measure == Some(Measure::Mention) && row.has("obs_value") {
        row.error("obs_value", "stands on a mention, which has no number");
    }
    let status = row.code("obs_status").unwrap_or(Status::Normal);
    let label = row.text("label");
    let (locator, as_printed, note) = (row.text("locator"), row.text("as_printed"), row.text("note"));
    let (measure, flow): (Measure, Flow) = (measure?, flow?);
    let base = compared.or_else(|| period?.year_before()).filter(|_| measure.has_base());
    let (id, share_of, source) = (String::new(), None, None);
    let subject = Subject { reporter: reporter?, partner, flow, product, transport, period };
    Some(Observation {
        id,
        label,
        subject,
        measure,
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

/// The unit of a row, which must suit its measure.
fn unit(row: &mut RowReader, measure: Option<Measure>) -> Option<Unit> {
    let code = row.text("unit_measure")?;
    let Some(unit) = Unit::parse(&code) else {
        let what = format!("{} is no unit", quoted(&code));
        let known = format!("(an ISO 4217 currency, PCT, FACTOR, COUNT, RANK, {})", Unit::AMOUNTS.join(", "));
        row.error("unit_measure", format!("{what} {known}"));
        return None;
    };
    if let Some(measure) = measure.filter(|measure| *measure != Measure::Mention && !measure.takes(unit)) {
        let expected = match measure {
            Measure::Value | Measure::Mention => "a currency, a physical unit or COUNT",
            Measure::Growth | Measure::Share => "PCT",
            Measure::Multiple => "FACTOR",
            Measure::Rank => "RANK",
            Measure::Count => "COUNT",
        };
        row.error("unit_measure", format!("{} does not suit the measure (write {expected})", quoted(&code)));
    }
    Some(unit)
}

/// Whether a code has the form of ISO 3166-1 alpha-3 (`KAZ`), of ISO 3166-2 (`CN-XJ`), or is the world's.
fn is_iso(code: &str) -> bool {
    let letters =
        |part: &str, count: usize| part.len() == count && part.bytes().all(|b| b.is_ascii_uppercase());
    let alphanumeric = |part: &str| {
        (1..=3).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit())
    };
    match code.split_once('-') {
        Some((country, part)) => letters(country, 2) && alphanumeric(part),
        None => letters(code, 3) || code == WORLD,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_of_iso_have_their_form() {
        for good in ["KAZ", "CN-XJ", "FR-75", "W00"] {
            assert!(is_iso(good), "{good}");
        }
        for bad in ["", "kaz", "KAZX", "CN-", "CN-XJ-1", "CA5"] {
            assert!(!is_iso(bad), "{bad}");
        }
    }
}
