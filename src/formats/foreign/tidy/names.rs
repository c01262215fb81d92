//! Names of columns that tell more than a role: the classification of products, and the two sides of a trade.

use super::super::head::Head;
use super::super::roles::folded;

/// Names of columns that begin like this have products of the Harmonized System, or of national lists that extend it.
const HARMONIZED: [&str; 6] = ["hs", "cn8", "productnc", "ncm", "ahecc", "hts"];

/// Names of the two sides of a table whose rows are exports of one to the other.
const SIDES: [[&str; 2]; 4] =
    [["exporter", "importer"], ["origin", "destination"], ["isoo", "isod"], ["iso3o", "iso3d"]];

/// True for the name of a column with products of the Harmonized System.
pub fn is_harmonized(name: &str) -> bool {
    let name = folded(name);
    HARMONIZED.iter().any(|known| name.starts_with(known))
}

/// True for a table whose rows are exports of one place to another.
pub fn are_both_sides(head: &Head) -> bool {
    let is_side = |name: &str| head.header.iter().any(|header| folded(header).starts_with(name));
    SIDES.iter().any(|[from, to]| is_side(from) && is_side(to))
}
