//! The descriptor: its name and title, its three resources, its panes.

use serde_json::value::RawValue;

use super::csv;
use super::json::{self, Members, Text};
use super::table::{Rows, Table};
use crate::dataset::Document;
use crate::dataset::problem::Problems;
use crate::dataset::text::{control_in, quoted};

/// The three resources that are known by name; any other is left alone.
const RESOURCES: [&str; 3] = ["sources", "places", "observations"];

/// What a descriptor says, its rows not yet looked at.
pub struct Package<'a> {
    pub name: String,
    pub title: String,
    pub panes: Option<&'a RawValue>,
    resources: Vec<Resource<'a>>,
}

struct Resource<'a> {
    name: &'static str,
    data: Option<&'a RawValue>,
    path: Option<(String, usize)>,
    delimiter: u8,
}

/// A file that stands beside the descriptor.
pub struct File {
    resource: &'static str,
    name: String,
    text: String,
}

fn get<'a>(members: &Members<'a>, name: &str) -> Option<&'a RawValue> {
    members.0.iter().find(|(key, _)| key == name).map(|(_, value)| *value)
}

fn text(raw: Option<&RawValue>, document: &Document, place: &str, problems: &mut Problems) -> Option<String> {
    let raw = raw?.get();
    let Ok(Text(text)) = serde_json::from_str(raw) else {
        let what = format!("is {} where text was expected", json::kind(raw));
        problems.error(document, document.offset_of(raw), place.to_owned(), what);
        return None;
    };
    if let Some(control) = control_in(&text) {
        let what = format!("{} holds the control character U+{:04X}", quoted(&text), u32::from(control));
        let what = format!("{what}; text must have none");
        problems.error(document, document.offset_of(raw), place.to_owned(), what);
    }
    Some(text.into_owned())
}

impl<'a> Package<'a> {
    pub fn read(document: &Document<'a>, members: &Members<'a>, problems: &mut Problems) -> Self {
        let name = text(get(members, "name"), document, "name", problems).unwrap_or_else(|| "dataset".into());
        let title = text(get(members, "title"), document, "title", problems).unwrap_or_else(|| name.clone());
        let mut resources = Vec::new();
        let raw = get(members, "resources").map_or("[]", RawValue::get);
        let list: Vec<&RawValue> = serde_json::from_str(raw).unwrap_or_default();
        for (index, resource) in list.into_iter().enumerate() {
            let Some(read) = Resource::read(document, resource, index, problems) else { continue };
            if resources.iter().any(|earlier: &Resource| earlier.name == read.name) {
                let what = format!("a second resource with the name {}", quoted(read.name));
                let at = document.offset_of(resource.get());
                problems.error(document, at, format!("resources[{index}]"), what);
            }
            resources.push(read);
        }
        if !resources.iter().any(|resource| resource.name == "observations") {
            let at = get(members, "resources").map_or(0, |raw| document.offset_of(raw.get()));
            problems.error(document, at, "resources".into(), "no resource has the name observations");
        }
        Self { name, title, panes: get(members, "panes"), resources }
    }

    /// The text of every CSV file that a resource names.
    pub fn load(
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
                Err(why) => {
                    let place = format!("{}.path", resource.name);
                    problems.error(document, *at, place, format!("{} {why}", quoted(path)));
                }
            }
        }
        files
    }

    /// The rows of the resource `name`; none where there is no such resource.
    pub fn rows<'f>(
        &self,
        name: &'static str,
        document: &Document<'f>,
        files: &'f [File],
        problems: &mut Problems,
    ) -> Table<'f>
    where
        'a: 'f,
    {
        let resource = self.resources.iter().find(|resource| resource.name == name);
        if let Some(file) = files.iter().find(|file| file.resource == name) {
            let text = file.text.strip_prefix('\u{feff}').unwrap_or(&file.text);
            let document = Document::new(&file.name, text);
            let delimiter = resource.map_or(b',', |resource| resource.delimiter);
            let rows = Rows::Csv(csv::rows(name, &document, delimiter, problems));
            return Table { resource: name, document, rows };
        }
        inline(
            (name, &format!("{name}.data")),
            document,
            resource.and_then(|resource| resource.data),
            problems,
        )
    }
}

impl<'a> Resource<'a> {
    fn read(
        document: &Document<'a>,
        raw: &'a RawValue,
        index: usize,
        problems: &mut Problems,
    ) -> Option<Self> {
        let at = document.offset_of(raw.get());
        let Ok(members) = serde_json::from_str::<Members>(raw.get()) else {
            let what = format!("is {} where an object was expected", json::kind(raw.get()));
            problems.error(document, at, format!("resources[{index}]"), what);
            return None;
        };
        let place = format!("resources[{index}].name");
        let called = text(get(&members, "name"), document, &place, problems)?;
        let name = *RESOURCES.iter().find(|known| **known == called)?;
        let path = text(get(&members, "path"), document, &format!("{name}.path"), problems)
            .map(|path| (path, get(&members, "path").map_or(at, |raw| document.offset_of(raw.get()))));
        let data = get(&members, "data");
        if data.is_none() && path.is_none() {
            problems.error(document, at, name.to_owned(), "has neither data nor path");
        }
        let dialect: Option<Members> =
            get(&members, "dialect").and_then(|raw| serde_json::from_str(raw.get()).ok());
        let delimiter = dialect.and_then(|dialect| {
            let place = format!("{name}.dialect.delimiter");
            text(get(&dialect, "delimiter"), document, &place, problems)
        });
        let delimiter = delimiter.and_then(|text| text.bytes().next()).unwrap_or(b',');
        Some(Self { name, data, path, delimiter })
    }
}

/// Rows that stand in the descriptor at some place: a list of objects.
pub fn inline<'a>(
    (resource, place): (&'static str, &str),
    document: &Document<'a>,
    data: Option<&'a RawValue>,
    problems: &mut Problems,
) -> Table<'a> {
    let raw = data.map_or("[]", RawValue::get);
    let rows = serde_json::from_str::<Vec<&RawValue>>(raw).unwrap_or_else(|_| {
        let what = format!("is {} where a list of rows was expected", json::kind(raw));
        problems.error(document, document.offset_of(raw), place.to_owned(), what);
        Vec::new()
    });
    Table { resource, document: Document::new(document.name, document.text), rows: Rows::Json(rows) }
}
