//! A question in the numbers of a table: what each of its codes has to do with it.

use super::catalog::{Catalog, ProductEntry, is_of_group, mirrored};
use super::cover::wider_from;
use super::piles::slot;
use crate::dataset::Flow;
use crate::formats::foreign::FlowMeaning;

/// The relation of a product to the one that was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ProductRelation {
    Same,
    Below,
    Other,
}

/// The columns of the flows that are added up for a question, by their places, and how many columns there are: one for
/// the period and one for the year before.
pub(super) fn columns(flow: Option<Flow>) -> ([Option<usize>; 4], usize) {
    let asked = match flow {
        Some(flow @ (Flow::Total | Flow::Balance)) => {
            vec![slot(flow), slot(Flow::Exports), slot(Flow::Imports)]
        }
        Some(flow) => vec![slot(flow)],
        None => vec![0],
    };
    let mut columns = [None; 4];
    asked.iter().enumerate().for_each(|(at, flow)| columns[*flow] = Some(2 * at));
    (columns, 2 * asked.len())
}

/// The place of a flow among all; `None` for one that is only a part of a flow.
pub(super) fn flow_slot(meaning: Option<FlowMeaning>, is_turned: bool) -> Option<usize> {
    let Some(meaning) = meaning else { return Some(0) };
    let flow = if is_turned { mirrored(meaning.flow) } else { meaning.flow };
    (!meaning.is_part).then(|| slot(flow))
}

/// The relation of each product to the one that was asked for.
pub(super) fn relations(catalog: &Catalog, product: Option<&str>) -> Vec<ProductRelation> {
    let asked = product.and_then(|code| catalog.product(code));
    // An engine does not say which rows stand next to a subtotal; where rows are kept, each of them says it.
    let subtotals = if catalog.says_lines { Vec::new() } else { catalog.subtotals() };
    let relation = |(at, entry): (u32, &ProductEntry)| {
        let is_asked = product == Some(entry.meaning.code.as_str());
        if !is_asked && subtotals.get(at as usize).copied().unwrap_or_default() {
            return ProductRelation::Other;
        }
        let code = &entry.meaning.code;
        let is_below = |product: &str| match asked {
            Some(asked) => catalog.ancestors(at).any(|wider| wider == asked),
            None => !entry.meaning.is_total && is_of_group(code, product),
        };
        match product {
            None if entry.meaning.is_total || !catalog.facts.says.product => ProductRelation::Same,
            None => ProductRelation::Below,
            Some(product) if code == product => ProductRelation::Same,
            Some(product) if is_below(product) => ProductRelation::Below,
            Some(_) => ProductRelation::Other,
        }
    };
    (0..).zip(&catalog.products).map(relation).collect()
}

/// The bits of the products that contain a row and are contained in the product that was asked for: it counted with them,
/// and not.
pub(super) fn within(catalog: &Catalog, product: Option<&str>) -> [u32; 2] {
    let Some(code) = product else { return [wider_from(0), wider_from(1)] };
    let known = catalog.product(code).and_then(|at| catalog.products.get(at as usize));
    if let Some(product) = known {
        return [wider_from(product.level), wider_from(product.level + 1)];
    }
    let is_above = |product: &&ProductEntry| is_of_group(code, &product.meaning.code);
    let above = catalog.products.iter().filter(is_above).count();
    [wider_from(above + 1); 2]
}
