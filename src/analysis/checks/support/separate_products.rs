//! Decides which products of one whole are known not to overlap.
//!
//! Two codes of one classification do not, unless one is a prefix of the other. A name may overlap with anything,
//! unless it is a member of a group that the dataset defines.

use foldhash::HashMap;
use rust_decimal::Decimal;

use super::overlap::Part;
use crate::analysis::Assumption;
use crate::analysis::context::{Context, ListId, Trade};
use crate::dataset::SharedText;

/// Products of one whole that do not overlap, by their classification.
pub struct SeparateProducts<P> {
    /// Sorted by the name of the classification.
    pub lists: Vec<(SharedText, Vec<P>)>,
}

/// A part with the code of its product.
struct CodedPart<'n, P> {
    /// The classification of the code; `None` for a name.
    list: Option<ListId>,
    code: &'n str,
    part: P,
}

impl<P: Part> SeparateProducts<P> {
    /// Chooses, among the parts of a whole, the ones with the greatest total size.
    pub fn new(context: &Context, whole: Trade, parts: &[P], size: impl Fn(P) -> Decimal) -> Self {
        let products = &context.products;
        let with_code = |part: &P| {
            let product = part.trade().product;
            let list = product.and_then(|product| products.list_of(product));
            CodedPart { list, code: product.map_or("", |product| context.names.name(product)), part: *part }
        };
        let mut sorted: Vec<CodedPart<P>> = parts.iter().map(with_code).collect();
        sorted.sort_by_key(|part| (part.list, part.code));
        let (names, codes) = sorted.split_at(sorted.partition_point(|part| part.list.is_none()));
        // The parts of a group are its members; those of a code are longer codes.
        let is_group = whole.product.is_some_and(|product| products.list_of(product).is_none());
        if is_group {
            let names = names.iter().map(|name| name.part);
            let all = names.chain(largest(codes, &size).parts).collect();
            return Self { lists: vec![("".into(), all)] };
        }
        let mut lists: Vec<(SharedText, Vec<P>)> = Vec::new();
        for codes in codes.chunk_by(|one, other| one.list == other.list) {
            let list = codes.first().and_then(|code| code.list).map(|list| products.list_name(list));
            lists.extend(list.map(|list| (list, largest(codes, &size).parts)));
        }
        lists.sort_by(|(one, _), (other, _)| one.cmp(other));
        Self { lists }
    }

    /// The members of a group; `None` unless each of them is among the parts.
    pub fn complete(context: &Context, whole: Trade, parts: &[P]) -> Option<Vec<P>> {
        let members = context.products.members(whole.product?)?;
        let known: HashMap<_, P> = parts.iter().map(|part| (part.trade().product, *part)).collect();
        members.iter().map(|member| known.get(&Some(*member)).copied()).collect()
    }

    /// The products of all classifications, with the assumption that two classifications overlap.
    pub fn together(&self) -> Option<(Vec<P>, Assumption)> {
        let [(one, _), (other, _), ..] = &self.lists[..] else { return None };
        let assumption = Assumption::Classifications { one: one.clone(), other: other.clone() };
        Some((self.lists.iter().flat_map(|(_, parts)| parts.iter().copied()).collect(), assumption))
    }
}

/// Parts of which no code is the beginning of another.
struct Chosen<P> {
    parts: Vec<P>,
    total: Decimal,
}

/// Chooses the parts with the greatest total size: each code itself, or the longer codes that begin with it. In the order of
/// `sorted`, those follow right behind it.
fn largest<P: Copy>(sorted: &[CodedPart<P>], size: &impl Fn(P) -> Decimal) -> Chosen<P> {
    let mut chosen = Chosen { parts: Vec::new(), total: Decimal::ZERO };
    let mut rest = sorted;
    while let Some((first, behind)) = rest.split_first() {
        let longer = behind.iter().take_while(|other| other.code.starts_with(first.code)).count();
        let (longer, others) = behind.split_at(longer);
        let (own, below) = (size(first.part), largest(longer, size));
        if below.parts.is_empty() || below.total <= own {
            chosen.add([first.part], own);
        } else {
            chosen.add(below.parts, below.total);
        }
        rest = others;
    }
    chosen
}

impl<P> Chosen<P> {
    fn add(&mut self, parts: impl IntoIterator<Item = P>, total: Decimal) {
        self.parts.extend(parts);
        self.total = self.total.saturating_add(total);
    }
}
