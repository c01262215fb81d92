//! Lists of figures that name their unit once.

use super::text_figure::{CountedIn, TextFigure};
use crate::dataset::Unit;
use crate::draft::token::Token;

/// Gives a number without a unit that of the next in its list: `5.2 and 3.1 percent`, `4, 5 and 6 million`.
pub(super) fn share_units(tokens: &[Token], figures: &mut [TextFigure]) {
    let mut is_list = false;
    for at in (1..figures.len()).rev() {
        let (before, after) = figures.split_at_mut(at);
        let (Some(left), Some(right)) = (before.last_mut(), after.first()) else { continue };
        let between = tokens.get(left.tokens.end..right.tokens.start).unwrap_or_default();
        let stems: Vec<&str> = between.iter().map(|token| token.stem).collect();
        let is_joined = match stems.as_slice() {
            ["and" | "и" | "、" | "和" | "or" | "与" | "to" | "до"] | [",", "and"] => true,
            [","] => is_list,
            _ => false,
        };
        let is_like = left.has_scale <= right.has_scale;
        is_list = is_joined
            && is_like
            && left.counted == CountedIn::Unknown
            && right.counted != CountedIn::Unknown
            && !is_year(left);
        // `between $1.2 and $3.4 billion`
        let is_scaled = is_joined
            && left.counted == right.counted
            && left.counted != CountedIn::Unit(Unit::Percent)
            && !left.has_scale
            && right.has_scale;
        if is_scaled && stems.len() == 1 {
            (left.multiplier, left.has_scale) = (right.multiplier, true);
        }
        if is_list {
            left.counted = right.counted;
            if !left.has_scale {
                (left.multiplier, left.has_scale) = (right.multiplier, right.has_scale);
            }
        }
    }
}

pub(super) fn is_year(figure: &TextFigure) -> bool {
    let value = figure.value.filter(|value| value.decimals() == 0 && figure.multiplier == 0);
    value.is_some_and(|value| (1900..2100).contains(&value.value().mantissa()))
}
