//! The small resources: sources, places and products.

use foldhash::HashSet;

use super::place_codes;
use crate::dataset::{Place, Product, Source, WORLD};
use crate::formats::faults::Fault;
use crate::formats::reader::column_search::Columns;
use crate::formats::reader::problems::Problems;
use crate::formats::reader::table::Table;

pub const SOURCES: Columns = Columns {
    resource: "sources",
    names: &["id", "publisher", "title", "published", "chain", "language", "path", "rounding"],
    required: &["id", "publisher"],
};
pub const PLACES: Columns =
    Columns { resource: "places", names: &["code", "name", "short", "members"], required: &["code", "name"] };
pub const PRODUCTS: Columns = Columns {
    resource: "products",
    names: &["code", "name", "members", "classification"],
    required: &["code", "name"],
};

/// Who published.
pub fn sources(table: &Table, problems: &mut Problems) -> Vec<Source> {
    let mut seen = HashSet::default();
    let mut sources = Vec::new();
    table.read_all(problems, |_, row| {
        let id = row.unique("id", &mut seen);
        let publisher = row.required("publisher");
        let date = row.day("published");
        let (title, chain) = (row.text("title"), row.text("chain"));
        let (language, path) = (row.text("language"), row.text("path"));
        let rounding = row.code("rounding");
        if let (Some(id), Some(publisher)) = (id, publisher) {
            sources.push(Source { id, publisher, title, published: date, chain, language, path, rounding });
        }
    });
    sources
}

/// Places that the dataset names itself.
pub fn places(table: &Table, problems: &mut Problems) -> Vec<Place> {
    let mut seen = HashSet::default();
    let mut places: Vec<Place> = Vec::new();
    let (mut groups, mut unread, mut has_world) = (Vec::new(), Vec::new(), false);
    table.read_all(problems, |at, row| {
        let (code, name) = (row.unique("code", &mut seen), row.required("name"));
        let (short, members) = (row.text("short"), row.members("members"));
        let (Some(code), Some(name)) = (code, name) else {
            unread.push((at, members));
            return;
        };
        let is_group: HashSet<&str> = (!members.is_empty()).then_some(code.as_str()).into_iter().collect();
        let code = place_codes::canonical(code.as_str().into(), &is_group).into_owned();
        if code == WORLD && std::mem::replace(&mut has_world, true) {
            row.error("code", Fault::WorldTwice);
        }
        groups.extend((!members.is_empty()).then_some((at, places.len())));
        places.push(Place { code, name, short, members });
    });
    // A member may be defined further down, so they are looked at when all codes are known.
    let defined: HashSet<&str> = seen.iter().map(String::as_str).collect();
    let read = groups.iter().filter_map(|(at, place)| Some((*at, &places.get(*place)?.members)));
    for (at, members) in read.chain(unread.iter().map(|(at, members)| (*at, members))) {
        if members.iter().any(|member| !place_codes::is_known(&member.code, &defined)) {
            table.again(at, problems, |row| {
                for member in members {
                    place_codes::check(row, "members", &member.code, &defined);
                }
            });
        }
    }
    places
}

/// Products that the dataset names itself.
pub fn products(table: &Table, problems: &mut Problems) -> Vec<Product> {
    let mut seen = HashSet::default();
    let mut products = Vec::new();
    table.read_all(problems, |_, row| {
        let (code, name) = (row.unique("code", &mut seen), row.required("name"));
        let (members, classification) = (row.list("members"), row.text("classification"));
        if let (Some(code), Some(name)) = (code, name) {
            products.push(Product { code, name, members, classification });
        }
    });
    products
}
