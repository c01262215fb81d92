//! JSON-stat, versions 1 and 2: dimensions with their categories, and values in the order that these make.
//!
//! `value` and `status` are lists, or objects that leave cells out; a status may be one text for all.

use std::borrow::Cow;
use std::io::{self, Read};
use std::num::ParseIntError;

use serde::Deserialize;
use serde_json::value::RawValue;

use super::cells::{Cube, CubeCell, CubeDimension, CubeMeanings};
use super::head::Head;
use super::json::{parse, read_text};
use super::members::{MemberMap, Pairs};
use super::{ForeignReader, Meanings, RowSink, UnreadColumn, WhyUnread};
use crate::formats::Refusal;
use crate::text::harmless::harmless;

/// More cells than this are not looked at: an object of a few values may claim any size.
const MOST_CELLS: usize = 20_000_000;

#[derive(Debug, Deserialize)]
struct JsonStatDataset<'a> {
    #[serde(borrow)]
    label: Option<&'a RawValue>,
    #[serde(borrow)]
    id: Option<Vec<Cow<'a, str>>>,
    size: Option<Vec<Size>>,
    #[serde(borrow)]
    dimension: MemberMap<Cow<'a, str>, &'a RawValue>,
    #[serde(borrow)]
    value: &'a RawValue,
    #[serde(borrow)]
    status: Option<&'a RawValue>,
}

#[derive(Debug, Deserialize)]
struct DimensionObject<'a> {
    #[serde(borrow)]
    category: Category<'a>,
}

#[derive(Debug, Deserialize)]
struct Category<'a> {
    #[serde(borrow)]
    index: Option<&'a RawValue>,
    #[serde(default)]
    label: MemberMap<String, String>,
    /// Of a measure, as statistical offices of the north give it.
    #[serde(default)]
    unit: MemberMap<String, MeasureUnit>,
}

/// The number of categories of a dimension; some offices write numbers as text.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(try_from = "WrittenSize")]
struct Size(usize);

#[derive(Deserialize)]
#[serde(untagged, expecting = "usize")]
enum WrittenSize<'a> {
    Number(usize),
    Text(&'a str),
}

impl TryFrom<WrittenSize<'_>> for Size {
    type Error = ParseIntError;

    fn try_from(size: WrittenSize) -> Result<Self, ParseIntError> {
        match size {
            WrittenSize::Number(size) => Ok(Self(size)),
            WrittenSize::Text(text) => text.parse().map(Self),
        }
    }
}

/// The unit of a measure, in words: `NOK million`.
#[derive(Debug, Default, Deserialize)]
struct MeasureUnit {
    #[serde(default)]
    base: String,
    #[serde(default)]
    label: String,
}

#[derive(Debug)]
struct JsonStat;

pub(super) fn recognise(head: &Head) -> Option<Box<dyn ForeignReader>> {
    let text = head.text.trim_start();
    let has = |member: &str| head.has_member(member);
    let first = text.strip_prefix('{').map(str::trim_start).unwrap_or_default();
    // A large list may hide all but the first member of version 1.
    let is_stat = first.starts_with("\"dataset\"")
        || head.is_foreign_object()
            && (has("dimension") || has("dataset") || has("collection"))
            && (has("size") || has("category") || has("index") || has("link"));
    is_stat.then(|| Box::new(JsonStat) as Box<dyn ForeignReader>)
}

impl ForeignReader for JsonStat {
    fn meanings(&self) -> &dyn Meanings {
        &CubeMeanings
    }

    fn has_lines(&self) -> bool {
        false
    }

    fn read(&self, input: &mut (dyn Read + Send), sink: &mut dyn RowSink) -> io::Result<()> {
        let text = &read_text(input)?;
        let dataset: JsonStatDataset = parse(text, lone_dataset(text)?)?;
        let (ids, sizes) = ids_and_sizes(text, &dataset)?;
        let mut dimensions = Vec::new();
        for (id, size) in ids.iter().zip(&sizes) {
            let raw = dataset.dimension.get(id.as_ref()).ok_or(Refusal::NoDimension)?;
            let object: DimensionObject = parse(text, raw.get())?;
            dimensions.push(dimension(text, (id, *size), &object.category)?);
        }
        let mut cells = Cube::new(dimensions);
        // One in several languages is none.
        let title: Option<String> = dataset.label.and_then(|label| serde_json::from_str(label.get()).ok());
        let title = title.unwrap_or_default();
        if cells.take_stated(&title)? {
            sink.unread(&[UnreadColumn { name: title, why: WhyUnread::StatedUnit }]);
        }
        cells.announce(sink)?;
        let statuses = Statuses::new(text, dataset.status)?;
        let mut places = vec![0; sizes.len()];
        let count = sizes.iter().product();
        each_value(text, dataset.value, count, &mut |at, value| {
            let mut rest = at;
            for (place, size) in places.iter_mut().zip(&sizes).rev() {
                (*place, rest) = (rest % size, rest / size);
            }
            let cell = CubeCell { places: &places, value, status: statuses.at(at), power: Some(0) };
            cells.row(&cell, u64::try_from(at).unwrap_or(u64::MAX).saturating_add(1), sink).is_continue()
        })
    }
}

/// The text of the dataset: the whole, or in version 1 the only member, which is called `dataset` or by its own name.
///
/// # Errors
///
/// For a list of datasets, since it would be a guess which one is meant.
fn lone_dataset(text: &str) -> io::Result<&str> {
    let members: MemberMap<Cow<str>, &RawValue> = parse(text, text)?;
    if members.contains_key("dimension") {
        return Ok(text);
    }
    if members.contains_key("link") {
        return Err(Refusal::Collection.into());
    }
    let is_dataset = |raw: &RawValue| raw.get().starts_with('{') && raw.get().contains("\"dimension\"");
    let mut datasets: Vec<_> = members.iter().filter(|(_, raw)| is_dataset(raw)).collect();
    datasets.sort_by_key(|(name, _)| name.to_string());
    match datasets[..] {
        [(_, dataset)] => Ok(dataset.get()),
        [] => Err(Refusal::Missing("dimension").into()),
        [(one, _), (other, _), ..] => Err(Refusal::Datasets(harmless(one), harmless(other)).into()),
    }
}

/// The names of the dimensions, with how many categories each has: of the dataset in version 2, else of `dimension`.
fn ids_and_sizes<'a>(
    text: &str,
    dataset: &JsonStatDataset<'a>,
) -> io::Result<(Vec<Cow<'a, str>>, Vec<usize>)> {
    let inner = |name: &str| dataset.dimension.get(name).map(|raw| raw.get());
    let ids = match (&dataset.id, inner("id")) {
        (Some(ids), _) => ids.clone(),
        (None, Some(raw)) => parse(text, raw)?,
        (None, None) => return Err(Refusal::Missing("id").into()),
    };
    let sizes: Vec<Size> = match (&dataset.size, inner("size")) {
        (Some(sizes), _) => sizes.clone(),
        (None, Some(raw)) => parse(text, raw)?,
        (None, None) => return Err(Refusal::Missing("size").into()),
    };
    let sizes: Vec<usize> = sizes.into_iter().map(|Size(size)| size).collect();
    let cells = sizes.iter().try_fold(1_usize, |cells, size| cells.checked_mul(*size));
    if ids.len() != sizes.len() || cells.is_none_or(|cells| cells == 0 || cells > MOST_CELLS) {
        return Err(Refusal::NoTable.into());
    }
    Ok((ids, sizes))
}

/// The categories of a dimension in their order; one alone may have a label and no index.
fn dimension(text: &str, (id, size): (&str, usize), category: &Category) -> io::Result<CubeDimension> {
    let index = category.index.map_or("", RawValue::get);
    let mut codes: Vec<String> = match index.as_bytes().first() {
        Some(b'[') => parse(text, index)?,
        Some(b'{') => {
            let Pairs(mut order) = parse::<Pairs<String, usize>>(text, index)?;
            order.sort_by_key(|(_, at)| *at);
            if order.iter().enumerate().any(|(at, (_, place))| at != *place) {
                return Err(Refusal::Unordered.into());
            }
            order.into_iter().map(|(code, _)| code).collect()
        }
        _ if category.label.len() > 1 => return Err(Refusal::NoIndex(harmless(id)).into()),
        _ => category.label.keys().cloned().collect(),
    };
    codes.truncate(size);
    if codes.len() != size {
        return Err(Refusal::FewCategories.into());
    }
    let named = |code: String| {
        let label = category.label.get(&code).cloned().unwrap_or_default();
        let label = match category.unit.get(&code) {
            Some(unit) => [label.as_str(), &unit.label, &unit.base].join(" "),
            None => label,
        };
        (code, label)
    };
    // A dimension with units is one of measures, by whatever name.
    let id = if category.unit.is_empty() { id } else { "measure" };
    Ok(CubeDimension { id: id.to_owned(), codes: codes.into_iter().map(named).collect() })
}

/// Passes every value on with its place among `count` cells, until `each` says that it has enough.
fn each_value(
    text: &str,
    raw: &RawValue,
    count: usize,
    each: &mut dyn FnMut(usize, &str) -> bool,
) -> io::Result<()> {
    if raw.get().starts_with('{') {
        let Pairs(values) = parse::<Pairs<String, &RawValue>>(text, raw.get())?;
        let mut values: Vec<(usize, &RawValue)> = values
            .into_iter()
            .map(|(at, value)| at.parse().map(|at| (at, value)))
            .collect::<Result<_, _>>()
            .map_err(|_| Refusal::ValueNowhere)?;
        values.sort_by_key(|(at, _)| *at);
        if values.last().is_some_and(|(at, _)| *at >= count) {
            return Err(Refusal::ValueNowhere.into());
        }
        for (at, value) in values {
            if !each(at, value.get()) {
                break;
            }
        }
        return Ok(());
    }
    let values = parse::<Vec<&RawValue>>(text, raw.get())?;
    // With fewer or more, none need be that of its place.
    if values.len() != count {
        return Err(Refusal::OtherCount { values: values.len(), cells: count }.into());
    }
    for (at, value) in values.into_iter().enumerate() {
        if !each(at, value.get()) {
            break;
        }
    }
    Ok(())
}

#[derive(Deserialize)]
struct ValueStatuses {
    value: Vec<Option<String>>,
}

/// The statuses of the cells.
enum Statuses {
    None,
    Same(String),
    List(Vec<Option<String>>),
    Some(MemberMap<String, String>),
}

impl Statuses {
    fn new(text: &str, raw: Option<&RawValue>) -> io::Result<Self> {
        let part = raw.map_or("null", RawValue::get);
        Ok(match part.as_bytes().first() {
            Some(b'"') => Self::Same(parse(text, part)?),
            Some(b'[') => Self::List(parse(text, part)?),
            // Of Eurostat, in the list `value`.
            Some(b'{') => match serde_json::from_str::<ValueStatuses>(part) {
                Ok(ValueStatuses { value }) => Self::List(value),
                Err(_) => Self::Some(parse(text, part)?),
            },
            _ => Self::None,
        })
    }

    fn at(&self, at: usize) -> &str {
        match self {
            Self::None => "",
            Self::Same(status) => status,
            Self::List(list) => list.get(at).and_then(Option::as_deref).unwrap_or_default(),
            Self::Some(some) => some.get(&at.to_string()).map_or("", String::as_str),
        }
    }
}

#[cfg(test)]
mod tests;
