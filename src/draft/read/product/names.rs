//! Names of what is traded.

use std::ops::Range;
use std::sync::Arc;

use super::SaidProduct;
use crate::draft::one_line::{MOST_PRODUCT, one_line};
use crate::draft::read::figure_context::FigureContext;
use crate::draft::read::so_far::TextSoFar;
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

/// The name of a product by its tokens; none for all goods, unless the article has services, too.
pub(super) fn name(context: &FigureContext, tokens: Range<usize>, so_far: &TextSoFar) -> SaidProduct {
    let sentence = context.sentence;
    let all = sentence
        .marks_in(tokens.clone(), &NAMES)
        .find(|mark| mark.start == tokens.start && mark.end == tokens.end);
    let has = |stems: &[&str]| tokens.clone().any(|at| stems.contains(&sentence.stem(at)));
    if has(&["goods", "merchandise", "товар"]) && has(&["services", "услуг"]) {
        return context.here(None, tokens);
    }
    // `exported goods` is one word for a flow, in which goods have no mark of their own.
    let is_goods = all.is_none()
        && tokens.len() == 1
        && matches!(
            sentence.stem(tokens.start),
            "goods" | "merchandise" | "products" | "commodities" | "items"
        );
    let kind = all.map(|mark| mark.kind).or(is_goods.then_some(WordKind::Goods));
    let value = match kind {
        Some(WordKind::Goods) if so_far.home.has_services => Some(Arc::from("goods")),
        Some(WordKind::GoodsAndServices | WordKind::Goods) => None,
        Some(WordKind::Services) => Some(Arc::from("services")),
        _ => Some(Arc::from(text(sentence, &tokens))),
    };
    context.here(value, tokens)
}
