//! Products of an answer: single ones, or where there are many, the groups that they belong to.

use foldhash::HashMap;

use super::catalog::Catalog;
use super::piles::{Pile, Shelf};

/// From so many products on, they are shown by their groups.
const MANY: usize = 100;

/// Lengths of the codes of chapters, headings and subheadings.
const LEVELS: [usize; 3] = [2, 4, 6];

/// A product or a group of them, with its piles.
pub(super) struct Grouped<'c> {
    pub code: &'c str,
    pub name: &'c str,
    pub piles: Vec<Pile>,
}

/// Products below the one that was asked for.
pub(super) fn grouped<'c>(catalog: &'c Catalog, products: &Shelf, asked: Option<&str>) -> Vec<Grouped<'c>> {
    let meaning = |at: u32| catalog.products.get(at as usize).map(|product| &product.meaning);
    let single = || {
        products.iter().filter_map(|(at, piles)| {
            let meaning = meaning(at)?;
            Some((meaning.code.as_str(), meaning.name.as_str(), piles))
        })
    };
    let length = asked.map_or(0, str::len);
    let many = LEVELS.into_iter().filter(|level| products.len() > MANY && *level > length);
    for level in many {
        let mut groups: HashMap<&str, Vec<Pile>> = HashMap::default();
        for (code, _, piles) in single() {
            let is_nested = code.is_ascii() && code.bytes().all(|byte| byte.is_ascii_digit());
            let group = code.get(..level).filter(|_| is_nested).unwrap_or(code);
            let known = groups.entry(group).or_insert_with(|| vec![Pile::default(); piles.len()]);
            known.iter_mut().zip(piles).for_each(|(known, pile)| known.merge(pile));
        }
        // One group says no more than what was asked for.
        if groups.len() > 1 {
            let name = |code| catalog.product(code).and_then(meaning).map_or("", |known| &known.name);
            return groups
                .into_iter()
                .map(|(code, piles)| Grouped { code, name: name(code), piles })
                .collect();
        }
    }
    single().map(|(code, name, piles)| Grouped { code, name, piles: piles.to_vec() }).collect()
}
