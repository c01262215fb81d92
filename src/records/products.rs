//! Products of an answer: single ones, or where there are many, the groups that they belong to.

use super::Map;
use super::catalog::Catalog;
use super::piles::{Pile, Piles, Shelf};

/// From so many products on, they are shown by their groups.
const MANY: usize = 100;

/// Lengths of the codes of chapters, headings and subheadings.
const LEVELS: [usize; 3] = [2, 4, 6];

/// Products below a code of so many characters, each with its code, name and piles.
pub(super) fn grouped(catalog: &Catalog, products: &Shelf, length: usize) -> Vec<(String, String, Piles)> {
    let meaning = |at: &u32| catalog.products.get(*at as usize).map(|product| &product.meaning);
    let single = || {
        products.iter().filter_map(|(at, piles)| {
            let meaning = meaning(at)?;
            Some((meaning.code.clone(), meaning.name.clone(), *piles))
        })
    };
    if products.len() <= MANY {
        return single().collect();
    }
    for level in LEVELS.into_iter().filter(|level| *level > length) {
        let mut groups: Map<String, Piles> = Map::default();
        for (code, _, piles) in single() {
            let is_nested = code.is_ascii() && code.bytes().all(|byte| byte.is_ascii_digit());
            let group = code.get(..level).filter(|_| is_nested).unwrap_or(&code);
            let known = groups.entry(group.to_owned()).or_default();
            for (known, pile) in known.as_flattened_mut().iter_mut().zip(piles.as_flattened()) {
                Pile::merge(known, pile);
            }
        }
        // One group says no more than what was asked for.
        if groups.len() > 1 {
            let name = |code: &str| {
                catalog.product(code).and_then(|at| meaning(&at)).map(|known| known.name.clone())
            };
            return groups
                .into_iter()
                .map(|(code, piles)| (name(&code).unwrap_or_default(), code, piles))
                .map(|(name, code, piles)| (code, name, piles))
                .collect();
        }
    }
    single().collect()
}
