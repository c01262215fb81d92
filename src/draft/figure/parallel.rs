//! Amounts in one form that leave their unit out, since an earlier sentence names it.

use std::ops::Range;

use super::carried::{is_complete, is_ratio};
use super::list::is_year;
use super::text_figure::{CountedIn, TextFigure};
use crate::dataset::Unit;
use crate::draft::token::Token;

/// Gives the unit to amounts that each stand right behind a flow of their own, where the sentence has no others:
/// 对华出口143亿，进口408亿. `flows` are the ends of the words and what they mean.
pub(in crate::draft) fn carry_to(
    tokens: &[Token],
    figures: &mut [TextFigure],
    flows: &[(usize, &str)],
    unit: Unit,
    from: &Range<usize>,
) {
    let of = |figure: &TextFigure| {
        let flow = flows.iter().find(|(end, _)| *end == figure.tokens.start)?;
        let is_open = figure.counted == CountedIn::Unknown && figure.has_scale && figure.multiplier > 3;
        (is_open && is_complete(tokens, figure)).then_some(flow.1)
    };
    let is_amount = |figure: &&TextFigure| !is_ratio(figure.counted) && !is_year(figure);
    let said: Option<Vec<&str>> = figures.iter().filter(is_amount).map(of).collect();
    // One alone may be of anything.
    if !said.is_some_and(|said| said.len() == 2 && said[0] != said[1]) {
        return;
    }
    for figure in figures.iter_mut().filter(|figure| is_amount(&&**figure)) {
        (figure.counted, figure.unit_from) = (CountedIn::Unit(unit), Some(from.clone()));
    }
}
