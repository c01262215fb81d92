//! Texts of one line.

/// The most characters of a title, and of the name of a product.
pub(super) const MOST_TITLE: usize = 200;
pub(super) const MOST_PRODUCT: usize = 80;

/// Words with one blank between them, cut behind so many characters.
pub(super) fn one_line(text: &str, most: usize) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(most).collect()
}
