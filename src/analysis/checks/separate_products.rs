//! Decides which products of one whole are known not to overlap.
//!
//! Two codes of one classification do not, unless one is a prefix of the other. A name may overlap with anything,
//! unless it is a member of a group that the dataset defines.

use rust_decimal::Decimal;

use super::overlap::Part;
use crate::analysis::Assumption;
use crate::analysis::context::{Context, ListId, Map, Trade};
use crate::dataset::SharedText;

/// Products of one whole that do not overlap, by their classification.
pub struct SeparateProducts<P> {
    /// Sorted by the name of the classification.
    pub lists: Vec<(SharedText, Vec<P>)>,
}

impl<P: Part> SeparateProducts<P> {
    /// Chooses, among the parts of a whole, the ones with the greatest total size.
    pub fn new(context: &Context, whole: Trade, parts: &[P], size: impl Fn(P) -> Decimal) -> Self {
        let products = &context.products;
        // The parts of a group are its members; those of a code are longer codes.
        let is_group = whole.product.is_some_and(|product| products.list_of(product).is_none());
        let list = |part: &P| part.trade().product.and_then(|product| products.list_of(product));
        let code = |part: &P| part.trade().product.map_or("", |product| context.names.name(product));
        let mut sorted: Vec<(Option<ListId>, &str, P)> =
            parts.iter().map(|part| (list(part), code(part), *part)).collect();
        sorted.sort_by_key(|(list, code, _)| (*list, *code));
        if is_group {
            let names = sorted.iter().filter(|(list, ..)| list.is_none()).map(|(.., part)| *part);
            let names: Vec<P> = names.collect();
            let codes: Vec<(&str, P)> = sorted
                .iter()
                .filter(|(list, ..)| list.is_some())
                .map(|(_, code, part)| (*code, *part))
                .collect();
            let all = names.into_iter().chain(disjoint(&codes, size)).collect();
            return Self { lists: vec![("".into(), all)] };
        }
        let mut lists: Vec<(SharedText, Vec<P>)> = Vec::new();
        for chunk in sorted.chunk_by(|(one, ..), (other, ..)| one == other) {
            let Some((Some(list), ..)) = chunk.first() else { continue };
            let codes: Vec<(&str, P)> = chunk.iter().map(|(_, code, part)| (*code, *part)).collect();
            lists.push((products.list_name(*list), disjoint(&codes, &size)));
        }
        lists.sort_by(|(one, _), (other, _)| one.cmp(other));
        Self { lists }
    }

    /// The members of a group; `None` unless each of them is among the parts.
    pub fn complete(context: &Context, whole: Trade, parts: &[P]) -> Option<Vec<P>> {
        let members = context.products.members(whole.product?)?;
        let known: Map<_, P> = parts.iter().map(|part| (part.trade().product, *part)).collect();
        members.iter().map(|member| known.get(&Some(*member)).copied()).collect()
    }

    /// The products of all classifications, with the assumption that two classifications overlap.
    pub fn together(&self) -> Option<(Vec<P>, Assumption)> {
        let [(one, _), (other, _), ..] = &self.lists[..] else { return None };
        let assumption = Assumption::Classifications { one: one.clone(), other: other.clone() };
        Some((self.lists.iter().flat_map(|(_, parts)| parts.iter().copied()).collect(), assumption))
    }
}

/// Chooses from sorted codes, of which none may be a prefix of another, the set with the greatest total size: each code
/// is counted itself or through the longer codes below it.
fn disjoint<P: Copy>(codes: &[(&str, P)], size: impl Fn(P) -> Decimal) -> Vec<P> {
    let mut parents: Vec<Option<usize>> = Vec::with_capacity(codes.len());
    let mut open: Vec<usize> = Vec::new();
    let code = |at: usize| codes.get(at).map_or("", |(code, _)| *code);
    for at in 0..codes.len() {
        while open.last().is_some_and(|last| !code(at).starts_with(code(*last))) {
            open.pop();
        }
        parents.push(open.last().copied());
        open.push(at);
    }
    // The greatest total of the codes below each one; `None` if there are none.
    let mut inner: Vec<Option<Decimal>> = vec![None; codes.len()];
    let mut stands: Vec<bool> = vec![true; codes.len()];
    for (at, (_, part)) in codes.iter().enumerate().rev() {
        let own = size(*part);
        let best = match inner.get(at).copied().flatten() {
            Some(inner) if inner > own => inner,
            Some(_) | None => own,
        };
        if let Some(stands) = stands.get_mut(at) {
            *stands = inner.get(at).copied().flatten().is_none_or(|inner| inner <= own);
        }
        let parent = parents.get(at).copied().flatten().and_then(|parent| inner.get_mut(parent));
        if let Some(sum) = parent {
            *sum = Some(sum.unwrap_or_default().checked_add(best).unwrap_or(best));
        }
    }
    let mut chosen: Vec<P> = Vec::new();
    let mut last = None;
    for (at, (code, part)) in codes.iter().enumerate() {
        let is_inside = last.is_some_and(|last: &str| code.starts_with(last));
        if !is_inside && stands.get(at) == Some(&true) {
            chosen.push(*part);
            last = Some(*code);
        }
    }
    chosen
}
