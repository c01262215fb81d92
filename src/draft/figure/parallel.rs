//! Amounts that leave their unit out, since an earlier sentence names it.

use std::ops::Range;

use super::carried::{is_complete, is_flow, is_ratio};
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

/// Gives the first amount of a sentence that speaks of trade and names a scale and no unit that of the sentence before: `Экспорт вырос на 3% и
/// составил 5,2 млрд долларов. Импорт достиг 6,1 млрд.`
pub(in crate::draft) fn carry_on(
    tokens: &[Token],
    start: usize,
    figures: &mut [TextFigure],
    unit: Unit,
    from: &Range<usize>,
) {
    let is_other = |figure: &&mut TextFigure| !is_ratio(figure.counted) && !is_year(figure);
    let Some(figure) = figures.iter_mut().find(is_other) else { return };
    let before = figure.tokens.start.checked_sub(1).and_then(|at| tokens.get(at));
    let is_reached = before.is_some_and(|token| REACHING.contains(&token.stem));
    let is_open = figure.counted == CountedIn::Unknown && figure.has_scale && figure.multiplier > 3;
    let is_of_trade = (start..figure.tokens.start).any(|at| is_flow(tokens, at));
    if is_open && is_reached && is_of_trade && is_complete(tokens, figure) {
        (figure.counted, figure.unit_from) = (CountedIn::Unit(unit), Some(from.clone()));
    }
}

/// Words in front of an amount that something reached.
const REACHING: &[&str] = &[
    "to",
    "at",
    "reached",
    "totaled",
    "totalled",
    "were",
    "was",
    "до",
    "составил",
    "достиг",
    "-",
    "—",
    "为",
    "达",
    "至",
];
