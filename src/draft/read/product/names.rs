//! Names of what is traded.

use std::ops::Range;

use crate::draft::one_line::{MOST_PRODUCT, one_line};
use crate::draft::sentence::Sentence;
use crate::draft::words::WordKind;

/// Words that name what is traded.
pub(in crate::draft::read) const NAMES: [WordKind; 4] =
    [WordKind::Product, WordKind::Goods, WordKind::Services, WordKind::GoodsAndServices];

/// A product's name in small letters.
pub(in crate::draft::read) fn text(sentence: &Sentence, tokens: &Range<usize>) -> String {
    let range = sentence.article.range(tokens);
    let written =
        sentence.article.text.get(range).unwrap_or_default().trim_matches(['“', '”', '"', '«', '»']);
    one_line(&written.to_lowercase(), MOST_PRODUCT)
}
