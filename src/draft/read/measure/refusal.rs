//! Figures that are no trade: prices, averages, what somebody expected.

use std::ops::Range;

use crate::dataset::{Flow, Unit};
use crate::draft::figure::TextFigure;
use crate::draft::read::figure_context::FigureContext;
use crate::draft::read::so_far::TextSoFar;
use crate::draft::sentence::Sentence;
use crate::draft::words::WordKind;

/// `higher than the expected 3.9%`, `the consensus of 2 percent`, `预期增长5%`.
pub(super) fn is_expected(context: &FigureContext) -> bool {
    let (sentence, figure) = (context.sentence, context.figure());
    let before = sentence.before(context.at);
    let near = before.start.max(figure.tokens.start.saturating_sub(7))..before.end;
    let expected = sentence.marks_in(near, &[WordKind::Expected]).next_back();
    if is_wish(sentence, near_start(sentence, figure)..figure.tokens.start) {
        return true;
    }
    let behind = sentence.behind(context.at);
    let later =
        sentence.marks_in(behind.start..behind.end.min(behind.start + 5), &[WordKind::Expected]).next();
    let is_later = later.is_some_and(|mark| {
        !(behind.start..mark.start).any(|at| matches!(sentence.stem(at), "," | "，" | "than" | "as" | "чем"))
            && !sentence.is_chinese()
    });
    is_later
        || expected.is_some_and(|mark| {
            !(mark.end..figure.tokens.start).any(|at| matches!(sentence.stem(at), "," | "，"))
        })
}

/// The token behind the last comma in front of a figure, or the start of its clause.
fn near_start(sentence: &Sentence, figure: &TextFigure) -> usize {
    let clause = sentence.clause_start(figure.tokens.start);
    let is_comma = |at: &usize| matches!(sentence.stem(*at), "," | "，");
    (clause..figure.tokens.start).rev().find(is_comma).map_or(clause, |comma| comma + 1)
}

/// `may buy 5 million tonnes`, `would cut imports by 3%`: nothing that was. The month of May has a capital.
fn is_wish(sentence: &Sentence, words: Range<usize>) -> bool {
    let is_small = |at: usize| sentence.article.tokens.get(at).is_some_and(|token| !token.is_capital);
    // `It should be noted that`
    let is_noted = |at: usize| {
        sentence.stem(at + 1) == "be"
            && matches!(sentence.stem(at + 2), "noted" | "mentioned" | "added" | "recalled")
    };
    // 将超过, 将达到: what is to come; 将 alone also stands in front of an object.
    let is_coming = |at: usize| {
        sentence.stem(at) == "将"
            && matches!(sentence.stem(at + 1), "超" | "达" | "突" | "增" | "升" | "降" | "实" | "有" | "会")
    };
    // `planned to export`, `targets $70 billion`, but not `planned duties` or `beat all targets and`.
    let is_planned = |at: usize| sentence.stem(at) == "planned" && sentence.stem(at + 1) == "to";
    let end = words.end;
    let is_aimed = |at: usize| sentence.stem(at) == "targets" && at + 1 == end;
    let mut words = words.filter(|at| is_small(*at) && !is_noted(*at));
    words.any(|at| {
        is_coming(at)
            || is_planned(at)
            || is_aimed(at)
            || matches!(
                sentence.stem(at),
                "may"
                    | "might"
                    | "could"
                    | "would"
                    | "should"
                    | "will"
                    | "plans"
                    | "intends"
                    | "expects"
                    | "wants"
                    | "seeks"
                    | "hope"
                    | "hopes"
                    | "hoped"
                    | "aim"
                    | "aims"
                    | "aimed"
                    | "надеются"
                    | "планирует"
                    | "рассчитывает"
                    | "рассчитывают"
                    | "намерен"
                    | "может"
                    | "拟"
                    | "有望"
            )
    })
}

/// `averaged $5 billion a month`, `в среднем 3%`.
pub(super) fn figure_is_average(sentence: &Sentence, figure: &TextFigure) -> bool {
    let near = figure.tokens.start.saturating_sub(4).max(sentence.tokens.start)..figure.tokens.start;
    let average = sentence.marks_in(near, &[WordKind::Average]).next_back();
    average.is_some_and(|mark| {
        !(mark.end..figure.tokens.start).any(|at| matches!(sentence.stem(at), "," | "，" | "平"))
            && !sentence.is_chinese()
    })
}

/// `sugar stocks at 2.3 million tonnes`, `the current account surplus of 5 billion`: the last thing spoken of is no trade.
pub(super) fn is_no_trade(sentence: &Sentence, figure: &TextFigure) -> bool {
    let start = sentence.clause_start(figure.tokens.start);
    if is_kept_at_home(sentence, figure) {
        return true;
    }
    let Some(thing) = sentence.marks_in(start..figure.tokens.start, &[WordKind::NoTrade]).next_back() else {
        return false;
    };
    let flows = [WordKind::Flow, WordKind::FlowVerb];
    // `exports of crop protection products`: the thing is a product.
    let is_product = (start.max(thing.start.saturating_sub(4))..thing.start).any(|at| {
        matches!(sentence.stem(at), "of" | "for")
            && sentence.marks.iter().any(|mark| mark.end == at && flows.contains(&mark.kind))
    });
    // `экспорт товаров отечественного производства`: goods by where they were made.
    let is_origin = ["отечественн", "собственн", "местн"]
        .iter()
        .any(|word| sentence.stem(thing.start.saturating_sub(1)).starts_with(word));
    // `сырье для их производства – 4,2%`
    let is_use = (thing.start.saturating_sub(2)..thing.start).any(|at| sentence.stem(at) == "для");
    // `На внутренний рынок поставлено 3 млн тонн`
    let is_at_home = is_home_market(sentence.stem(thing.start));
    // What is supplied there is no trade, but what is exported behind it.
    let has_flow = sentence
        .marks_in(thing.end..figure.tokens.start, &flows)
        .any(|mark| !is_at_home || mark.kind == WordKind::Flow || crosses_border(sentence.stem(mark.start)));
    !is_product && !is_origin && !is_use && !has_flow
}

/// `exported 3 million tonnes of soya. Revenue fell to $1.2 billion`: what the weight just spoken of brought in, unless
/// any word says whose revenue or what from.
pub(super) fn is_proceeds(context: &FigureContext, so_far: &TextSoFar) -> bool {
    let (sentence, end) = (context.sentence, context.figure().tokens.start);
    let start = sentence.clause_start(end);
    let is_verb = |at: usize| {
        sentence.mark_at(at, WordKind::Change).is_some()
            || matches!(
                sentence.stem(at),
                "was"
                    | "were"
                    | "reached"
                    | "totaled"
                    | "totalled"
                    | "amounted"
                    | "stood"
                    | "составил"
                    | "достиг"
            )
    };
    let is_revenue = matches!(sentence.stem(start), "revenue" | "revenues" | "выручк")
        && is_verb(start + 1)
        && !sentence.has(start + 1..end, &[WordKind::NoTrade]);
    let last = so_far.last.as_ref().filter(|last| last.paragraph == context.paragraph);
    is_revenue
        && last.is_some_and(|last| {
            last.flow.value == Flow::Exports && matches!(last.unit, Unit::Amount(_) | Unit::Percent)
        })
        && last.is_some_and(|last| last.product.value.is_some())
}

fn is_home_market(stem: &str) -> bool {
    matches!(stem, "domestic" | "home" | "国") || stem.starts_with("внутрен")
}

/// `kept 3 million tonnes on the domestic market`, `21 тыс. тонн — на внутренний рынок`: what stayed stands in front of where.
fn is_kept_at_home(sentence: &Sentence, figure: &TextFigure) -> bool {
    let flows = [WordKind::FlowVerb, WordKind::Flow];
    let words = figure.tokens.end..(figure.tokens.end + 6).min(sentence.tokens.end);
    let end = words
        .clone()
        .find(|at| matches!(sentence.stem(*at), ";" | "." | "and" | "и" | "а" | ","))
        .unwrap_or(words.end);
    let market = sentence.marks_in(words.start..end, &[WordKind::NoTrade]).next();
    market.filter(|market| is_home_market(sentence.stem(market.start))).is_some_and(|market| {
        let link = sentence.stem(market.start.saturating_sub(1));
        let is_at = matches!(link, "on" | "for" | "at" | "to" | "the" | "на");
        // `imported for the domestic market`, `to the domestic market of Chile`
        let flow = sentence.marks_in(sentence.tokens.start..figure.tokens.start, &flows).next_back();
        let is_import = flow.is_some_and(|flow| flow.code == "imports");
        let behind = market.end..(market.end + 3).min(sentence.tokens.end);
        let is_abroad = sentence.has(behind, &[WordKind::Place, WordKind::Demonym]);
        let others = sentence
            .figures
            .iter()
            .any(|other| (figure.tokens.end..market.start).contains(&other.tokens.start));
        is_at && !is_import && !is_abroad && !others && !sentence.has(figure.tokens.end..market.start, &flows)
    })
}

/// True for verbs that say no other thing than exports or imports: `exported`, `вывезено`, 出口.
fn crosses_border(stem: &str) -> bool {
    ["export", "import", "экспорт", "импорт", "вывез", "ввез", "出", "进"]
        .iter()
        .any(|verb| stem.starts_with(verb))
}

/// `has spent $3 million on cranes`, `вложила 2 млн рублей`: what was paid for something that is no trade.
pub(super) fn is_spent(context: &FigureContext) -> bool {
    let (sentence, figure) = (context.sentence, context.figure());
    let start = near_start(sentence, figure).max(figure.tokens.start.saturating_sub(3));
    let is_verb = |stem: &str| {
        matches!(
            stem,
            "spent"
                | "spend"
                | "spends"
                | "spending"
                | "invested"
                | "invest"
                | "invests"
                | "investing"
                | "costs"
                | "стоит"
                | "стоят"
        ) || ["потрат", "потрач", "вложи", "инвестир"].iter().any(|verb| stem.starts_with(verb))
    };
    let flows = [WordKind::Flow, WordKind::FlowVerb];
    (start..figure.tokens.start).any(|at| is_verb(sentence.stem(at)))
        && !sentence
            .has(sentence.clause_start(figure.tokens.start)..sentence.clause_end(figure.tokens.end), &flows)
}

pub(super) fn is_about_prices(sentence: &Sentence, figure: &TextFigure) -> bool {
    let start = sentence.clause_start(figure.tokens.start);
    let price =
        sentence.marks_in(start..figure.tokens.start, &[WordKind::Price, WordKind::Average]).next_back();
    let Some(price) = price else {
        // `The yen plunged against the U.S. dollar by 14.9 percent`: a currency is the subject.
        let subject = sentence
            .marks_in(start..figure.tokens.start, &[WordKind::Money, WordKind::Moneys])
            .find(|mark| sentence.mark_at(mark.start, WordKind::Share).is_none());
        return subject.is_some()
            && !sentence.has(start..figure.tokens.start, &[WordKind::Flow, WordKind::FlowVerb])
            && !is_terms(sentence, start);
    };
    let end = of_flow(sentence, price.end);
    !sentence.has(end..figure.tokens.start, &[WordKind::Flow, WordKind::FlowVerb])
        && !(price.end..figure.tokens.start).any(|at| matches!(sentence.stem(at), "," | "，"))
}

/// The token behind `of exports`, of which the prices are; else that behind the price itself.
fn of_flow(sentence: &Sentence, at: usize) -> usize {
    let next = at + 1 + usize::from(sentence.stem(at + 1) == "the");
    let flow = sentence.mark_at(next, WordKind::Flow).filter(|_| sentence.stem(at) == "of");
    flow.map_or(at, |flow| flow.end)
}

/// `in yuan terms`, `in dollar terms`, 以美元计价: no talk of a currency.
fn is_terms(sentence: &Sentence, start: usize) -> bool {
    (start..sentence.tokens.end)
        .any(|at| matches!(sentence.stem(at), "terms" | "计" | "denominated" | "выражени"))
}

/// True for the growth of a price that was just given: 均价每吨3470.8元，上涨30.5%.
pub(super) fn follows_price(context: &FigureContext) -> bool {
    let sentence = context.sentence;
    let Some(previous) = context.at.checked_sub(1).and_then(|at| sentence.figures.get(at)) else {
        return false;
    };
    let between = sentence.before(context.at);
    let start = sentence.clause_start(previous.tokens.start);
    let is_price = previous.is_price || sentence.has(start..previous.tokens.start, &[WordKind::Price]);
    is_price && between.len() <= 8 && !sentence.has(between, &[WordKind::Flow, WordKind::FlowVerb])
}

/// `the ratio of exports to imports fell by 2 percent`: one flow as a part of another.
pub(super) fn is_ratio(context: &FigureContext) -> bool {
    let (sentence, figure) = (context.sentence, context.figure());
    let is_ratio = |at: &usize| {
        matches!(sentence.stem(*at), "ratio" | "coverage") || sentence.stem(*at).starts_with("коэффициент")
    };
    let start = near_start(sentence, figure);
    (start..figure.tokens.start).find(is_ratio).is_some()
}
