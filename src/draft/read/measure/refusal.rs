//! Figures that are no trade: prices, averages, what somebody expected.

use std::ops::Range;

use crate::draft::figure::TextFigure;
use crate::draft::read::FigureContext;
use crate::draft::scene::SentenceScene;
use crate::draft::words::WordKind;

/// `higher than the expected 3.9%`, `the consensus of 2 percent`, `预期增长5%`.
pub(super) fn is_expected(context: &FigureContext) -> bool {
    let (scene, figure) = (context.scene, context.figure());
    let before = scene.before(context.at);
    let near = before.start.max(figure.tokens.start.saturating_sub(7))..before.end;
    let expected = scene.marks_in(near, &[WordKind::Expected]).next_back();
    if is_wish(scene, near_start(scene, figure)..figure.tokens.start) {
        return true;
    }
    let behind = scene.behind(context.at);
    let later = scene.marks_in(behind.start..behind.end.min(behind.start + 5), &[WordKind::Expected]).next();
    let is_later = later.is_some_and(|mark| {
        !(behind.start..mark.start).any(|at| matches!(scene.stem(at), "," | "，" | "than" | "as" | "чем"))
            && !scene.is_chinese()
    });
    is_later
        || expected.is_some_and(|mark| {
            !(mark.end..figure.tokens.start).any(|at| matches!(scene.stem(at), "," | "，"))
        })
}

/// The token behind the last comma in front of a figure, or the start of its clause.
fn near_start(scene: &SentenceScene, figure: &TextFigure) -> usize {
    let clause = scene.clause_start(figure.tokens.start);
    let is_comma = |at: &usize| matches!(scene.stem(*at), "," | "，");
    (clause..figure.tokens.start).rev().find(is_comma).map_or(clause, |comma| comma + 1)
}

/// `may buy 5 million tonnes`, `would cut imports by 3%`: nothing that was. The month of May has a capital.
fn is_wish(scene: &SentenceScene, words: Range<usize>) -> bool {
    let is_small = |at: usize| scene.article.tokens.get(at).is_some_and(|token| !token.is_capital);
    let mut words = words.filter(|at| is_small(*at)).map(|at| scene.stem(at));
    words.any(|stem| {
        matches!(
            stem,
            "may"
                | "might"
                | "could"
                | "would"
                | "should"
                | "will"
                | "plans"
                | "intends"
                | "wants"
                | "seeks"
                | "планирует"
                | "намерен"
                | "может"
                | "拟"
                | "有望"
        )
    })
}

/// `averaged $5 billion a month`, `в среднем 3%`.
pub(super) fn figure_is_average(scene: &SentenceScene, figure: &TextFigure) -> bool {
    let near = figure.tokens.start.saturating_sub(4).max(scene.tokens.start)..figure.tokens.start;
    let average = scene.marks_in(near, &[WordKind::Average]).next_back();
    average.is_some_and(|mark| {
        !(mark.end..figure.tokens.start).any(|at| matches!(scene.stem(at), "," | "，" | "平"))
            && !scene.is_chinese()
    })
}

/// `sugar stocks at 2.3 million tonnes`, `the current account surplus of 5 billion`: the last thing spoken of is no trade.
pub(super) fn is_no_trade(scene: &SentenceScene, figure: &TextFigure) -> bool {
    let start = scene.clause_start(figure.tokens.start);
    let Some(thing) = scene.marks_in(start..figure.tokens.start, &[WordKind::NoTrade]).next_back() else {
        return false;
    };
    let flows = [WordKind::Flow, WordKind::FlowVerb];
    // `exports of crop protection products`: the thing is a product.
    let is_product = (start.max(thing.start.saturating_sub(4))..thing.start).any(|at| {
        matches!(scene.stem(at), "of" | "for")
            && scene.marks.iter().any(|mark| mark.end == at && flows.contains(&mark.kind))
    });
    !is_product && !scene.has(thing.end..figure.tokens.start, &flows)
}

pub(super) fn is_about_prices(scene: &SentenceScene, figure: &TextFigure) -> bool {
    let start = scene.clause_start(figure.tokens.start);
    let price = scene.marks_in(start..figure.tokens.start, &[WordKind::Price, WordKind::Average]).next_back();
    let Some(price) = price else {
        // `The yen plunged against the U.S. dollar by 14.9 percent`: a currency is the subject.
        let subject = scene
            .marks_in(start..figure.tokens.start, &[WordKind::Money, WordKind::Moneys])
            .find(|mark| scene.mark_at(mark.start, WordKind::Share).is_none());
        return subject.is_some()
            && !scene.has(start..figure.tokens.start, &[WordKind::Flow, WordKind::FlowVerb])
            && !is_terms(scene, start);
    };
    let end = of_flow(scene, price.end);
    !scene.has(end..figure.tokens.start, &[WordKind::Flow, WordKind::FlowVerb])
        && !(price.end..figure.tokens.start).any(|at| matches!(scene.stem(at), "," | "，"))
}

/// The token behind `of exports`, of which the prices are; else that behind the price itself.
fn of_flow(scene: &SentenceScene, at: usize) -> usize {
    let next = at + 1 + usize::from(scene.stem(at + 1) == "the");
    let flow = scene.mark_at(next, WordKind::Flow).filter(|_| scene.stem(at) == "of");
    flow.map_or(at, |flow| flow.end)
}

/// `in yuan terms`, `in dollar terms`, 以美元计价: no talk of a currency.
fn is_terms(scene: &SentenceScene, start: usize) -> bool {
    (start..scene.tokens.end).any(|at| matches!(scene.stem(at), "terms" | "计" | "denominated" | "выражени"))
}

/// True for the growth of a price that was just given: 均价每吨3470.8元，上涨30.5%.
pub(super) fn follows_price(context: &FigureContext) -> bool {
    let scene = context.scene;
    let Some(previous) = context.at.checked_sub(1).and_then(|at| scene.figures.get(at)) else { return false };
    let between = scene.before(context.at);
    let start = scene.clause_start(previous.tokens.start);
    let is_price = previous.is_price || scene.has(start..previous.tokens.start, &[WordKind::Price]);
    is_price && between.len() <= 8 && !scene.has(between, &[WordKind::Flow, WordKind::FlowVerb])
}
