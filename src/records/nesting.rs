//! Products and other things that contain others, by their codes.
//!
//! A code contains those that go on from it: `10` contains `101`, `C` contains `C10`, of services `S` contains `SC`. A range
//! such as `C10-C12` and a list such as `SITC6_8` contain what their members contain. Points between digits say nothing.
//!
//! Rows that are wrongly taken for parts are missing in sums, so codes that may be something else contain nothing.

mod code;
mod spans;

use super::catalog::{Catalog, ProductEntry};
use code::NestedCode;
use spans::Spans;

/// The most comparisons of members of ranges and lists with those of all codes; where there are more, they contain nothing.
const MOST_COMPARISONS: usize = 10_000_000;

/// Finds for each product the smallest other that contains it, and how many do.
pub(super) fn nest(catalog: &mut Catalog) {
    // All products together are no code among the others.
    let code = |product: &ProductEntry| {
        if product.meaning.is_total { String::new() } else { product.meaning.code.clone() }
    };
    let codes: Vec<String> = catalog.products.iter().map(code).collect();
    let parents = parents(&codes);
    for (product, parent) in catalog.products.iter_mut().zip(&parents) {
        product.parent = *parent;
    }
    let above = |at: u32| parents.get(at as usize).copied().flatten();
    for at in 0..parents.len() {
        let start = parents.get(at).copied().flatten();
        let level = 1 + std::iter::successors(start, |at| above(*at)).take(parents.len()).count();
        catalog.products[at].level = if catalog.products[at].meaning.is_total { 0 } else { level };
    }
}

/// For each code the smallest other that contains it, by its place. An empty text is none.
pub(super) fn parents(texts: &[impl AsRef<str>]) -> Vec<Option<u32>> {
    let mut parents: Vec<Option<usize>> = vec![None; texts.len()];
    let mut written: Vec<&str> = texts.iter().map(AsRef::as_ref).filter(|code| !code.is_empty()).collect();
    let shared = code::shared_beginning(&written);
    written = written.into_iter().filter_map(|code| code.get(shared..)).collect();
    if are_numbers_of_a_list(&written) {
        return to_numbers(parents);
    }
    let code = |text: &str| NestedCode::parse(text.get(shared..)?);
    let all: Vec<Option<NestedCode>> = texts.iter().map(|text| code(text.as_ref())).collect();
    let spans = Spans::new(all.iter().flatten());
    let codes: Vec<Option<&NestedCode>> =
        all.iter().map(|code| code.as_ref().filter(|code| spans.are_plain(code))).collect();
    let known = || codes.iter().enumerate().filter_map(|(at, code)| Some((at, (*code)?)));
    let mut order: Vec<(&str, usize)> = known().filter_map(|(at, code)| Some((code.single()?, at))).collect();
    order.sort_unstable();
    let mut above: Vec<(&str, usize)> = Vec::new();
    for (code, at) in order {
        while above.last().is_some_and(|(last, _)| !code.starts_with(last)) {
            above.pop();
        }
        let wider = above.iter().rev().find(|(wider, _)| code::goes_on(wider, code));
        parents[at] = wider.map(|(_, wider)| *wider);
        above.push((code, at));
    }
    let ranges: Vec<(usize, &NestedCode)> = known().filter(|(_, code)| code.single().is_none()).collect();
    let members =
        |codes: &mut dyn Iterator<Item = &NestedCode>| codes.map(|code| code.parts.len()).sum::<usize>();
    let of_ranges = members(&mut ranges.iter().map(|(_, code)| *code));
    let of_all = members(&mut known().map(|(_, code)| code));
    if of_ranges == 0 || of_ranges.saturating_mul(of_all) > MOST_COMPARISONS {
        return to_numbers(parents);
    }
    // A range may be the parent of a code, and any code that of a range.
    for (at, code) in known() {
        let is_range = code.single().is_none();
        let wider = ranges.iter().copied().filter(|(other, range)| *other != at && range.contains(code));
        let first = if is_range { None } else { parents[at] };
        let singles =
            known().filter(|(_, other)| is_range && other.single().is_some() && other.contains(code));
        let all = wider.chain(singles).map(|(other, _)| other).chain(first);
        parents[at] = all.reduce(|one, other| {
            let is_smaller = codes[one].zip(codes[other]);
            if is_smaller.is_some_and(|(one, other)| one.contains(other)) { other } else { one }
        });
    }
    to_numbers(parents)
}

fn to_numbers(parents: Vec<Option<usize>>) -> Vec<Option<u32>> {
    parents.into_iter().map(|parent| parent.and_then(|at| u32::try_from(at).ok())).collect()
}

/// True for codes that number a list, 1 to 21 or P1 to P12 say: `1` does not contain `10`. Where codes go on from each other,
/// there is none that ends with its first nought.
fn are_numbers_of_a_list(codes: &[&str]) -> bool {
    let stem = codes.first().map_or("", |code| code.trim_end_matches(|c: char| c.is_ascii_digit()));
    let numbers: Option<Vec<&str>> = codes.iter().map(|code| code.strip_prefix(stem)).collect();
    let is_number = |code: &&str| {
        (1..=2).contains(&code.len()) && !code.starts_with('0') && code.bytes().all(|c| c.is_ascii_digit())
    };
    numbers.is_some_and(|codes| {
        codes.contains(&"10") && codes.iter().any(|code| code.len() == 1) && codes.iter().all(is_number)
    })
}
