//! Products as parts of others, and which of them cannot overlap.

use foldhash::HashMap;

use super::{Name, Names};
use crate::dataset::{Dataset, Product, SharedText};

/// The maximum number of groups tried per product. Keeps a file of overlapping groups fast.
const MOST_GROUPS: usize = 32;

/// Parts of the names of goods that were imported before, in lower case.
const RE_EXPORTS: [&str; 6] = ["re-export", "reexport", "реэкспорт", "转口", "复出口", "再出口"];

/// The same for services, alone or with goods.
const SERVICES: [&str; 9] =
    ["service", "touris", "insurance", "услуг", "туризм", "服务", "劳务", "旅游", "旅行"];

/// The maximum number of such names of either kind. Keeps a file full of them fast.
const MOST_NAMES: usize = 8;

/// The classification whose codes are recognised without being declared.
const HARMONIZED_SYSTEM: &str = "HS";

/// An interned classification.
pub type ListId = usize;

/// The products of a dataset. Codes of one classification overlap only if one is a prefix of the other.
#[derive(Debug, Default)]
pub struct ProductTree {
    wider: HashMap<Name, Vec<Name>>,
    list_of: HashMap<Name, ListId>,
    lists: Vec<SharedText>,
    /// The members of each group whose members all have figures.
    members: HashMap<Name, Vec<Name>>,
    re_exports: Vec<Name>,
    services: Vec<Name>,
}

impl ProductTree {
    pub fn new(dataset: &Dataset, names: &Names) -> Self {
        let declared: HashMap<&str, &Product> =
            dataset.products.iter().map(|product| (product.code.as_str(), product)).collect();
        let mut products = Self::default();
        for (name, code) in names.all() {
            let list = declared.get(code).and_then(|product| product.classification.as_deref());
            if is_code(code, list) {
                let list = products.list(list.unwrap_or(HARMONIZED_SYSTEM));
                products.list_of.insert(name, list);
            }
        }
        products.re_exports = named(names, &RE_EXPORTS);
        products.services = named(names, &SERVICES);
        products.add_prefixes(names);
        for group in &dataset.products {
            products.add_group(group, names);
        }
        products
    }

    fn list(&mut self, name: &str) -> ListId {
        self.lists.iter().position(|list| **list == *name).unwrap_or_else(|| {
            self.lists.push(name.into());
            self.lists.len() - 1
        })
    }

    /// 870380 is part of 8703, which is part of 87.
    fn add_prefixes(&mut self, names: &Names) {
        for (name, list) in &self.list_of {
            let code = names.name(*name);
            let prefixes = (1..code.len()).filter_map(|length| names.find(code.get(..length)?));
            let prefixes = prefixes.filter(|prefix| self.list_of.get(prefix) == Some(list));
            self.wider.insert(*name, prefixes.collect());
        }
    }

    fn add_group(&mut self, group: &Product, names: &Names) {
        let Some(name) = names.find(&group.code) else { return };
        let members: Option<Vec<Name>> = group.members.iter().map(|member| names.find(member)).collect();
        for member in group.members.iter().filter_map(|member| names.find(member)) {
            let groups = self.wider.entry(member).or_default();
            if groups.len() < MOST_GROUPS && member != name && !groups.contains(&name) {
                groups.push(name);
            }
        }
        let members = members.map(|mut members| {
            members.sort_unstable();
            members.dedup();
            members
        });
        if let Some(members) = members.filter(|members| !members.is_empty() && !members.contains(&name)) {
            self.members.insert(name, members);
        }
    }

    /// The products that one is part of: those whose code is a prefix of its own, and groups that list it.
    pub fn wider(&self, product: Name) -> &[Name] {
        self.wider.get(&product).map_or(&[][..], Vec::as_slice)
    }

    /// The classification of a code; `None` for a name, which may overlap with anything.
    pub fn list_of(&self, product: Name) -> Option<ListId> {
        self.list_of.get(&product).copied()
    }

    pub fn list_name(&self, list: ListId) -> SharedText {
        self.lists.get(list).map_or_else(|| "".into(), SharedText::clone)
    }

    /// The products that are re-exports, by their names.
    pub fn re_exports(&self) -> &[Name] {
        &self.re_exports
    }

    /// The products that are services, alone or with goods, by their names.
    pub fn services(&self) -> &[Name] {
        &self.services
    }

    /// True for services, or goods and services, by the name.
    pub fn are_services(&self, product: Name) -> bool {
        self.services.contains(&product)
    }

    /// All members of a group; `None` if it is not a group, or a member has no figure.
    pub fn members(&self, group: Name) -> Option<&[Name]> {
        self.members.get(&group).map(Vec::as_slice)
    }
}

/// The first names that have one of these words in them.
fn named(names: &Names, words: &[&str]) -> Vec<Name> {
    let is_named = |name: &str| words.iter().any(|word| name.contains(word));
    let found = names.all().filter(|(_, name)| is_named(&name.to_lowercase()));
    found.map(|(name, _)| name).take(MOST_NAMES).collect()
}

/// True for a code of a classification. Codes of the Harmonized System have two digits per level; codes of other
/// classifications must be declared.
fn is_code(code: &str, list: Option<&str>) -> bool {
    let is_numeric = !code.is_empty() && code.bytes().all(|byte| byte.is_ascii_digit());
    let has_levels = (2..=10).contains(&code.len()) && code.len().is_multiple_of(2);
    is_numeric && (has_levels || list.is_some_and(|list| list != HARMONIZED_SYSTEM))
}
