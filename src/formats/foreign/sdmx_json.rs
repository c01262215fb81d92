//! SDMX-JSON, versions 1 and 2: a structure with the dimensions, and observations by the places of their codes.
//!
//! Observations stand in a data set, or in series that give the first dimensions.

use std::io::{self, Read};

use serde::Deserialize;
use serde_json::value::RawValue;

use super::amounts::multiplier;
use super::cells::{Cube, CubeCell, CubeDimension, CubeMeanings, Pairs};
use super::head::Head;
use super::json::{parse, read_text};
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
    series: Pairs<SdmxSeries<'a>>,
    #[serde(default, borrow)]
    observations: Pairs<Vec<&'a RawValue>>,
}

#[derive(Deserialize)]
struct SdmxSeries<'a> {
    #[serde(default, borrow)]
    observations: Pairs<Vec<&'a RawValue>>,
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
    series: Vec<Component>,
    #[serde(default)]
    observation: Vec<Component>,
}

#[derive(Debug, Deserialize)]
struct Component {
    id: String,
    #[serde(default)]
    values: Vec<Option<SdmxCode>>,
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
                let power = table.power(values, attributes);
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
        let Components { data_set, series, observation } = &structure.dimensions;
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

    /// The power of ten of an observation: its own, that of its series, or that of the data set; `None` for one that is not
    /// understood.
    fn power<'v>(&'v self, values: &[&'v RawValue], attributes: &[&'v RawValue]) -> Option<i8> {
        let of = |components: &'v [Component], written: &dyn Fn(usize) -> Option<&'v str>| {
            let at = components
                .iter()
                .position(|component| role(&component.id) == Some(ColumnRole::Multiplier))?;
            let (component, written) = (components.get(at)?, written(at)?);
            if component.values.is_empty() {
                return Some(written.trim_matches('"')).filter(|written| *written != "null");
            }
            let code = component.values.get(written.parse::<usize>().ok()?)?.as_ref()?;
            code.id.as_deref().or(code.value.as_deref())
        };
        let Components { data_set, series, observation } = &self.structure.attributes;
        let written = of(observation, &|at| values.get(at + 1).map(|value| value.get()))
            .or_else(|| of(series, &|at| attributes.get(at).map(|value| value.get())))
            .or_else(|| of(data_set, &|_| Some("0")));
        multiplier(written.unwrap_or_default().as_bytes())
    }
}

fn named(code: Option<&SdmxCode>) -> (String, String) {
    let Some(code) = code else { return (String::new(), String::new()) };
    let id = code.id.clone().or_else(|| code.value.clone()).unwrap_or_default();
    (id, code.name.clone().unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::super::tests::rows;

    #[test]
    fn observations_of_series_have_the_power_and_status_of_their_attributes() {
        let text = r#"{"meta":{"schema":"sdmx-json"},"data":{"dataSets":[{"series":{
              "0:0":{"attributes":[0],"observations":{"0":[12.50,0],"1":[13,1]}},
              "1:0":{"attributes":[null],"observations":{"1":["4",null]}}}}],
            "structure":{"dimensions":{
                "series":[{"id":"COUNTERPART_AREA","values":[{"id":"KZ","name":"Kazakhstan"},{"id":"UZ"}]},
                          {"id":"FLOW","values":[{"id":"X","name":"Exports"}]}],
                "observation":[{"id":"TIME_PERIOD","values":[{"id":"2021"},{"id":"2022"}]}]},
              "attributes":{"series":[{"id":"UNIT_MULT","values":[{"id":"6"}]}],
                "observation":[{"id":"OBS_STATUS","values":[{"id":"A"},{"id":"P"}]}]}}}}"#;
        assert_eq!(
            rows(text.as_bytes()),
            [
                "1:  X KZ  2021 1250e4 - details 0",
                "2:  X KZ  2022 13e6 - details 0 status P",
                "3:  X UZ  2022 4e0 - details 0",
            ]
        );
    }

    #[test]
    fn an_attribute_without_codes_stands_for_itself() {
        let text = r#"{"meta":{},"data":{"dataSets":[{"series":{"0":{"attributes":["3",{"en":"a remark"}],
            "observations":{"0":[21]}}}}],
            "structures":[{"dimensions":{"series":[{"id":"COUNTERPART_AREA","values":[{"id":"KZ"}]}],
                "observation":[{"id":"TIME_PERIOD","values":[{"value":"2024"}]}]},
              "attributes":{"series":[{"id":"UNIT_MULT"},{"id":"COMMENT"}]}}]}}"#;
        assert_eq!(rows(text.as_bytes()), ["1:   KZ  2024 21e3 - details 0"]);
    }

    #[test]
    fn a_flat_data_set_of_version_2_is_read_by_all_places() {
        let text = r#"{"meta":{},"data":{"dataSets":[{"observations":{"0:0:1":[7],"0:1:0":[8]}}],
            "structures":[{"dimensions":{"dataSet":[],"observation":[
                {"id":"REF_AREA","values":[{"id":"KAZ"}]},
                {"id":"PRODUCT","values":[{"id":"27"},{"id":"TOTAL"}]},
                {"id":"TIME_PERIOD","values":[{"value":"2020"},{"value":"2021"}]}]}}]}}"#;
        assert_eq!(
            rows(text.as_bytes()),
            ["1: KAZ   27 2021 7e0 - details 0", "2: KAZ   TOTAL 2020 8e0 - details 0"]
        );
    }
}
