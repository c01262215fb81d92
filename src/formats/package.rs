//! The descriptor: its name and title, its resources, its panes, its tour.

mod columns;
mod default_panes;
mod definition;
mod descriptor;
mod ids;
mod inline;
mod lone_tour;
mod observation;
mod observations;
mod odd_codes;
mod panes;
mod place_codes;
mod references;
mod resources;
mod sources;
mod tour;

use std::path::Path;

use foldhash::HashSet;

use super::faults::{Expected, Fault, JsonKind, Quoted, ReadError};
use super::fingerprint::Fingerprint;
use super::loaded::Loaded;
use super::positions::Positions;
use super::reader::column_search::Columns;
use super::reader::csv::{CsvRows, Dialect};
use super::reader::document::Document;
use super::reader::json::{self, JsonMembers};
use super::reader::problems::Problems;
use super::reader::suggest::did_you_mean;
use super::reader::table::{Rows, Table};
use crate::dataset::Dataset;
pub use columns::{COLUMNS, OBSERVATIONS};
use descriptor::{each_once, members_of, text};
use inline::inline;
pub use observations::observations;
use panes::panes;
pub use references::{Known, source_id};
use resources::Resource;
use tour::tour;

pub(super) use lone_tour::lone_tour;

/// Reads the dataset of a descriptor; `open` returns the text of a file that it names, or says why not.
pub(super) fn parse(
    document: &Document,
    open: &dyn Fn(&str) -> Result<String, String>,
) -> Result<Loaded, ReadError> {
    let mut problems = Problems::default();
    let Some(members) = members_of(document, &mut problems) else {
        return Err(problems.into_error());
    };
    let package = Package::read(document, &members, &mut problems);
    let files = package.load(document, open, &mut problems);
    let table = |columns, problems: &mut Problems| package.rows(columns, document, &files, problems);
    let sources = sources::sources(&table(sources::SOURCES, &mut problems), &mut problems);
    let places = sources::places(&table(sources::PLACES, &mut problems), &mut problems);
    let products = sources::products(&table(sources::PRODUCTS, &mut problems), &mut problems);
    let table = table(OBSERVATIONS, &mut problems);
    let known = Known::new(&sources, places.iter().map(|place| place.code.as_str()));
    let observations = observations(&table, &known, &mut problems);
    let panes = panes(package.panes, document, &observations, &mut problems);
    let (tour, steps) = tour(package.tour, document, &mut problems);
    let file = matches!(table.rows, Rows::Csv(_)).then(|| Path::new(table.document.name));
    let warnings = problems.into_result()?;
    let dataset = Dataset::new(package.name, package.title, sources, places, observations.list)
        .with_products(products)
        .with_tour(tour);
    let dataset = match panes {
        Some(panes) => dataset.with_panes(panes),
        None => with_default_panes(dataset),
    };
    let positions = Positions::new(observations.positions, steps).in_file(file);
    Ok(Loaded { dataset, warnings, positions, fingerprint: Fingerprint::default() })
}

/// A dataset that describes no panes, shown in sensible ones.
pub fn with_default_panes(dataset: Dataset) -> Dataset {
    let panes = default_panes::panes(&dataset.observations);
    dataset.with_default_panes(panes)
}

/// A descriptor whose rows are not read yet.
struct Package<'a> {
    name: String,
    title: String,
    panes: Option<&'a str>,
    tour: Option<&'a str>,
    resources: Vec<Resource<'a>>,
}

/// The name of a resource that comes near to that of the observations.
fn near_observations(document: &Document, resources: &[&str]) -> Option<Quoted> {
    let names = resources.iter().filter_map(|raw| {
        let members = JsonMembers::new(document, raw)?;
        serde_json::from_str::<String>(members.get("name")?).ok()
    });
    let mut near = names.filter(|name| !did_you_mean(name, [OBSERVATIONS.resource]).is_empty());
    near.next().map(|name| Quoted::new(&name))
}

/// A file next to the descriptor.
struct File {
    resource: &'static str,
    name: String,
    text: String,
}

impl<'a> Package<'a> {
    fn read(document: &Document<'a>, members: &JsonMembers<'a>, problems: &mut Problems) -> Self {
        each_once(document, members, "", problems);
        let name = text(document, members.get("name"), "name", problems).unwrap_or_else(|| "dataset".into());
        let title = text(document, members.get("title"), "title", problems).unwrap_or_else(|| name.clone());
        let mut resources = Vec::new();
        let raw = members.get("resources").unwrap_or("[]");
        let list: Option<Vec<&str>> = json::values_in(document, raw).map(Iterator::collect);
        if list.is_none() {
            let fault = Fault::Expected { kind: json::kind(raw), expected: Expected::Kind(JsonKind::List) };
            problems.error(document, document.offset_of(raw), "resources".into(), fault);
        }
        let is_list = list.is_some();
        let list = list.unwrap_or_default();
        for (index, resource) in list.iter().copied().enumerate() {
            let Some(read) = Resource::read(document, resource, index, problems) else { continue };
            if resources.iter().any(|earlier: &Resource| earlier.name == read.name) {
                let fault = Fault::ResourceTwice { name: Quoted::new(read.name) };
                let at = document.offset_of(resource);
                problems.error(document, at, format!("resources[{index}]"), fault);
            } else {
                resources.push(read);
            }
        }
        if is_list && !resources.iter().any(|resource| resource.name == OBSERVATIONS.resource) {
            let (at, fault) = match members.get("resources") {
                Some(raw) => {
                    let near = near_observations(document, &list);
                    (document.offset_of(raw), Fault::NoObservations { near })
                }
                None => (0, Fault::NoResources),
            };
            problems.error(document, at, "resources".into(), fault);
        }
        Self { name, title, panes: members.get("panes"), tour: members.get("tour"), resources }
    }

    /// The text of every CSV file that a resource names.
    fn load(
        &self,
        document: &Document,
        open: &dyn Fn(&str) -> Result<String, String>,
        problems: &mut Problems,
    ) -> Vec<File> {
        let mut files = Vec::new();
        for resource in &self.resources {
            let Some((path, at)) = &resource.path else { continue };
            match open(path) {
                Ok(text) => files.push(File { resource: resource.name, name: path.clone(), text }),
                Err(reason) => {
                    let place = format!("{}.path", resource.name);
                    let fault = Fault::NotOpened { path: Quoted::new(path), reason };
                    problems.error(document, *at, place, fault);
                }
            }
        }
        files
    }

    /// The rows of a resource; none if there is no such resource.
    fn rows<'f>(
        &self,
        columns: Columns,
        document: &Document<'f>,
        files: &'f [File],
        problems: &mut Problems,
    ) -> Table<'f>
    where
        'a: 'f,
    {
        let name = columns.resource;
        let resource = self.resources.iter().find(|resource| resource.name == name);
        let data = resource.and_then(|resource| resource.data);
        let earlier = problems.count();
        let (mut table, at) = match (files.iter().find(|file| file.resource == name), data) {
            (Some(file), _) => {
                let dialect = resource.map(|resource| resource.dialect).unwrap_or_default();
                (from_file(file, columns, dialect, problems), Some(0))
            }
            (None, data) => {
                let at = data.map(|raw| document.offset_of(raw));
                (inline(columns, &format!("{name}.data"), document, data, problems), at)
            }
        };
        table.missing = resource.map(|resource| resource.missing.clone()).unwrap_or_default();
        let is_empty = name == OBSERVATIONS.resource && table.len() == 0;
        if let (true, Some(at), true) = (is_empty, at, problems.count() == earlier) {
            problems.error(&table.document, at, name.to_owned(), Fault::NoRows);
        }
        table
    }
}

/// Rows in a file next to the descriptor.
fn from_file<'f>(file: &'f File, columns: Columns, dialect: Dialect, problems: &mut Problems) -> Table<'f> {
    let text = file.text.trim_start_matches('\u{feff}');
    let document = Document::new(&file.name, text);
    let rows = Rows::Csv(CsvRows::new(&document, &columns, dialect, problems));
    Table { columns, document, rows, missing: HashSet::default() }
}
