//! SDMX-JSON, versions 1 and 2: a structure with the dimensions, and observations by the places of their codes.
//!
//! Observations stand in a data set, or in series that give the first dimensions.

use std::io::{self, Read};

use serde::Deserialize;
use serde_json::value::RawValue;

use super::amounts::multiplier;
use super::cells::{Cube, CubeCell, CubeDimension, CubeMeanings};
use super::head::Head;
use super::json::{parse, read_text};
use super::members::Pairs;
use super::roles::{ColumnRole, role};
use super::{ForeignReader, Meanings, RowSink};
use crate::formats::Refusal;

#[derive(Debug, Deserialize)]
struct SdmxMessage<'a> {
    #[serde(borrow)]
    data: Option<&'a RawValue>,
}

/// The data of a message; in early files the message itself.
#[derive(Deserialize)]
struct Data<'a> {
    #[serde(borrow, rename = "dataSets")]
    sets: Vec<DataSet<'a>>,
    structure: Option<Structure>,
    #[serde(default)]
    structures: Vec<Structure>,
}

#[derive(Deserialize)]
struct DataSet<'a> {
    #[serde(default, borrow)]
    series: Pairs<String, SdmxSeries<'a>>,
    #[serde(default, borrow)]
    observations: Pairs<String, Vec<&'a RawValue>>,
    /// Attributes of all that have some codes: by the places of these, those of other dimensions left empty.
    #[serde(default, borrow, rename = "dimensionGroupAttributes")]
    groups: Pairs<String, Vec<&'a RawValue>>,
}

#[derive(Deserialize)]
struct SdmxSeries<'a> {
    #[serde(default, borrow)]
    observations: Pairs<String, Vec<&'a RawValue>>,
    /// Places of codes, or values that stand for themselves.
    #[serde(default, borrow)]
    attributes: Vec<&'a RawValue>,
}

#[derive(Debug, Deserialize)]
struct Structure {
    dimensions: Components,
    #[serde(default)]
    attributes: Components,
}

#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Components {
    #[serde(default)]
    data_set: Vec<Component>,
    #[serde(default)]
    dimension_group: Vec<Component>,
    #[serde(default)]
    series: Vec<Component>,
    #[serde(default)]
    observation: Vec<Component>,
}

#[derive(Debug, Deserialize)]
struct Component {
    id: String,
    #[serde(default)]
    values: Vec<Option<SdmxCode>>,
    /// The code of what has no code of its own.
    #[serde(default)]
    default: Option<String>,
}

#[derive(Debug, Deserialize)]
struct SdmxCode {
    #[serde(default)]
    id: Option<String>,
    #[serde(default)]
    name: Option<String>,
    #[serde(default)]
    value: Option<String>,
}

#[derive(Debug)]
struct SdmxJson;

pub(super) fn recognise(head: &Head) -> Option<Box<dyn ForeignReader>> {
    let has = |member: &str| head.has_member(member);
    let is_message = head.is_foreign_object()
        && (has("dataSets") || has("structure") || has("structures") || head.text.contains("sdmx-json"))
        && (has("dataSets") || has("meta") || has("header"));
    is_message.then(|| Box::new(SdmxJson) as Box<dyn ForeignReader>)
}

impl ForeignReader for SdmxJson {
    fn meanings(&self) -> &dyn Meanings {
        &CubeMeanings
    }

    fn has_lines(&self) -> bool {
        false
    }

    fn read(&self, input: &mut (dyn Read + Send), sink: &mut dyn RowSink) -> io::Result<()> {
        let text = &read_text(input)?;
        let message: SdmxMessage = parse(text, text)?;
        let data: Data = parse(text, message.data.map_or(text, RawValue::get))?;
        let structure = data.structure.as_ref().or(data.structures.first());
        let structure = structure.ok_or(Refusal::Missing("structure"))?;
        let table = SdmxTable::new(structure);
        table.cells.announce(sink)?;
        let mut line = 0;
        for set in &data.sets {
            let alone = set.observations.0.iter().map(|(key, values)| ("", key, values, &[][..]));
            let in_series = set.series.0.iter().flat_map(|(series, observations)| {
                let all = observations.observations.0.iter();
                all.map(move |(key, values)| (series.as_str(), key, values, &observations.attributes[..]))
            });
            for (series, key, values, attributes) in alone.chain(in_series) {
                line += 1;
                let cell = table.places(series, key).ok_or(Refusal::Nowhere)?;
                let group = set.groups.0.iter().find(|(places, _)| is_within(&cell, places));
                let group = group.map_or(&[][..], |(_, attributes)| attributes);
                let power = table.power(values, attributes, group);
                let cell = CubeCell {
                    places: &cell,
                    value: values.first().map_or("", |value| value.get().trim_matches('"')),
                    status: table.status(values),
                    power,
                };
                if table.cells.row(&cell, line, sink).is_break() {
                    return Ok(());
                }
            }
        }
        Ok(())
    }
}

/// A structure made ready for its observations.
struct SdmxTable<'s> {
    structure: &'s Structure,
    cells: Cube,
}

impl<'s> SdmxTable<'s> {
    fn new(structure: &'s Structure) -> Self {
        let Components { data_set, series, observation, .. } = &structure.dimensions;
        let all = data_set.iter().chain(series).chain(observation);
        let dimensions = all.map(|component| CubeDimension {
            id: component.id.clone(),
            codes: component.values.iter().map(|code| named(code.as_ref())).collect(),
        });
        Self { structure, cells: Cube::new(dimensions.collect()) }
    }

    /// The places of an observation in all dimensions: 0 in those of the whole data set, then those of its series, then
    /// its own.
    fn places(&self, series: &str, key: &str) -> Option<Vec<usize>> {
        let mut places = vec![0; self.structure.dimensions.data_set.len()];
        for part in [series, key] {
            for place in part.split(':').filter(|place| !place.is_empty()) {
                places.push(place.parse().ok()?);
            }
        }
        (places.len() == self.cells.sizes().len()).then_some(places)
    }

    /// The status of an observation, by the attributes that stand behind its value.
    fn status(&self, values: &[&RawValue]) -> &str {
        let at = |component: &Component| role(&component.id) == Some(ColumnRole::Status);
        let Some(at) = self.structure.attributes.observation.iter().position(at) else { return "" };
        let code = values.get(at + 1).and_then(|place| place.get().parse::<usize>().ok());
        let code = code.and_then(|code| self.structure.attributes.observation[at].values.get(code));
        code.and_then(Option::as_ref).and_then(|code| code.id.as_deref()).unwrap_or_default()
    }

    /// The power of ten of an observation: its own, that of its series, of its group, or of the data set; `None` for one that
    /// is not understood.
    fn power<'v>(
        &'v self,
        values: &[&'v RawValue],
        series: &[&'v RawValue],
        group: &[&'v RawValue],
    ) -> Option<i8> {
        let at = |values: &[&'v RawValue], at: usize| values.get(at).map(|value| value.get());
        let all = &self.structure.attributes;
        let written = own_power(&all.observation, |place| at(values, place + 1))
            .or_else(|| own_power(&all.series, |place| at(series, place)))
            .or_else(|| own_power(&all.dimension_group, |place| at(group, place)))
            .or_else(|| own_power(&all.data_set, |_| Some("0")));
        multiplier(written.unwrap_or_default().as_bytes())
    }
}

/// The power of ten among some attributes, of which `written` gives the place of the code, or the value that stands for itself.
fn own_power<'v>(components: &'v [Component], written: impl Fn(usize) -> Option<&'v str>) -> Option<&'v str> {
    let at = components.iter().position(|component| role(&component.id) == Some(ColumnRole::Multiplier))?;
    let component = components.get(at)?;
    let written = written(at).filter(|written| *written != "null");
    let own = match written {
        Some(written) if component.values.is_empty() => Some(written.trim_matches('"')),
        Some(place) => {
            let code = component.values.get(place.parse::<usize>().ok()?)?.as_ref()?;
            code.id.as_deref().or(code.value.as_deref())
        }
        None => None,
    };
    own.or(component.default.as_deref())
}

/// True if a cell has the places of a group, of which some are empty.
fn is_within(cell: &[usize], group: &str) -> bool {
    let mut places = group.split(':').enumerate();
    places.all(|(at, place)| place.is_empty() || cell.get(at).is_some_and(|own| place.parse() == Ok(*own)))
}

fn named(code: Option<&SdmxCode>) -> (String, String) {
    let Some(code) = code else { return (String::new(), String::new()) };
    let id = code.id.clone().or_else(|| code.value.clone()).unwrap_or_default();
    (id, code.name.clone().unwrap_or_default())
}

#[cfg(test)]
mod tests;
