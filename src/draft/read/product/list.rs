//! Names in lists that no table has: the words between the start of a member and its figure.

use std::ops::Range;

use super::han;
use super::phrase::{extended, phrase};
use crate::dataset::Unit;
use crate::draft::figure::CountedIn;
use crate::draft::read::FigureContext;
use crate::draft::scene::{KnownPhrase, SentenceScene};
use crate::draft::token::TokenKind;
use crate::draft::words::WordKind;

/// The most words of a name in a list.
const LONGEST: usize = 6;

/// Russian words for what is counted of the goods, which are no goods.
const NO_GOODS: [&str; 16] = [
    "дол",
    "вес",
    "объем",
    "сумм",
    "стоимост",
    "показател",
    "уровен",
    "всего",
    "итог",
    "индекс",
    "оборот",
    "количеств",
    "цен",
    "физическ",
    "прочи",
    "остальн",
];

/// The name of the member that a figure belongs to.
pub(super) fn member(context: &FigureContext) -> Option<Range<usize>> {
    if context.scene.is_chinese() {
        chinese(context)
    } else if context.scene.article.is_russian {
        russian(context).or_else(|| behind_dash(context))
    } else {
        consists_of(context).or_else(|| behind_share(context)).or_else(|| such_as(context))
    }
}

/// 布料75亿美元，增长8.7%；其他一般金属30亿美元: characters between a comma and an amount.
fn chinese(context: &FigureContext) -> Option<Range<usize>> {
    let (scene, figure) = (context.scene, context.figure());
    let is_amount =
        matches!(figure.counted, CountedIn::Unit(Unit::Money(_) | Unit::Amount(_)) | CountedIn::Money(_));
    let mut end = figure.tokens.start;
    while let Some(mark) = scene.marks.iter().find(|mark| mark.end == end && is_between(mark)) {
        end = mark.start;
    }
    let is_changed = end < figure.tokens.start && figure.counted == CountedIn::Unit(Unit::Percent);
    end -= usize::from(is_changed && matches!(scene.stem(end.saturating_sub(1)), "则" | "亦" | "也"));
    end -= usize::from(matches!(scene.stem(end.saturating_sub(1)), "为" | "达"));
    let of_which = |at: usize| {
        scene.marks.iter().any(|mark| mark.end == at && mark.kind == WordKind::OfWhich)
            || (scene.stem(at.saturating_sub(2)), scene.stem(at.saturating_sub(1))) == ("包", "括")
    };
    let is_start = |at: &usize| {
        of_which(*at) || matches!(scene.stem(at.saturating_sub(1)), "，" | "," | "；" | ";" | "：" | ":")
    };
    let start = (scene.tokens.start + 1..end).rev().find(is_start)?;
    let is_listed = of_which(start)
        || scene.figures.iter().any(|other| other.tokens.end < start)
        || matches!(scene.stem(start - 1), "：" | ":");
    // 手表增长8%，娱乐场用制品则减少45%
    let is_of_goods = is_changed && scene.has(scene.tokens.start..start, &[WordKind::Product]);
    ((is_amount || is_of_goods) && is_listed).then(|| han::listed(scene, start..end)).flatten()
}

/// Words between a name and its figure.
fn is_between(mark: &KnownPhrase) -> bool {
    matches!(mark.kind, WordKind::Change | WordKind::Bound | WordKind::Yoy)
}

/// `яиц - на 35,8%, масла рапсового - на 79,3%`, `текстиль (7,3%)`: words between a comma and a dash or a bracket.
fn russian(context: &FigureContext) -> Option<Range<usize>> {
    let (scene, figure) = (context.scene, context.figure());
    let mut end = figure.tokens.start;
    while let Some(mark) = scene.marks.iter().find(|mark| mark.end == end && mark.kind == WordKind::Bound) {
        end = mark.start;
    }
    end -= usize::from(matches!(scene.stem(end.saturating_sub(1)), "на" | "в" | "до"));
    let end = end.checked_sub(1).filter(|at| matches!(scene.stem(*at), "-" | "—" | "("))?;
    let is_stop = |at: &usize| {
        let is_sign = matches!(scene.stem(*at), "," | ";" | ":" | ")" | "(");
        is_sign || scene.figures.iter().any(|figure| figure.tokens.contains(at))
    };
    let stop = (scene.tokens.start..end).rev().find(is_stop)?;
    let mut start = stop + 1;
    while matches!(scene.stem(start), "и" | "а" | "также") {
        start += 1;
    }
    let is_word = |at: usize| {
        let token = scene.article.tokens.get(at);
        let mut marks = scene.marks.iter().filter(|mark| (mark.start..mark.end).contains(&at));
        token
            .is_some_and(|token| token.kind == TokenKind::Word && !token.is_capital && !token.stem.is_ascii())
            && !scene.is_taken(at)
            && !NO_GOODS.iter().any(|word| scene.stem(at).starts_with(word))
            && marks.all(|mark| {
                matches!(mark.kind, WordKind::Product | WordKind::Goods | WordKind::From | WordKind::Stop)
            })
    };
    let is_name = start < end
        && end - start <= LONGEST
        && (start..end).all(is_word)
        && scene.mark_at(start, WordKind::From).is_none()
        && scene.mark_at(start, WordKind::Stop).is_none();
    let before = scene.tokens.start..stop;
    let is_listed = scene.has(before.clone(), &[WordKind::Product])
        || scene.stem(stop) == ":" && scene.has(before, &[WordKind::Flow, WordKind::Share]);
    (is_name && is_listed).then_some(start..end)
}

/// `порядка 300 млн долларов - нефтехимической продукции, 180 млн долларов - нефтепродуктов`.
fn behind_dash(context: &FigureContext) -> Option<Range<usize>> {
    let scene = context.scene;
    let behind = scene.behind(context.at);
    let mark = scene
        .mark_at(behind.start + 1, WordKind::Product)
        .filter(|_| matches!(scene.stem(behind.start), "-" | "—"))?;
    let tokens = extended(scene, mark, behind.end);
    let before = scene.stem(context.figure().tokens.start.saturating_sub(1));
    let is_other = matches!(before, "-" | "—" | "(");
    (!is_other && matches!(scene.stem(tokens.end), "," | "." | ";" | "")).then_some(tokens)
}

/// `other exports rose, such as plastics in primary forms by 15.2%, pasta by 17.8%`.
fn such_as(context: &FigureContext) -> Option<Range<usize>> {
    let (scene, figure) = (context.scene, context.figure());
    let end = figure.tokens.start.checked_sub(1).filter(|at| scene.stem(*at) == "by")?;
    let such = (scene.tokens.start..end).rev().find(|at| {
        matches!((scene.stem(*at), scene.stem(at + 1)), ("such", "as")) || scene.stem(*at) == "including"
    })?;
    let is_start = |at: &usize| matches!(scene.stem(*at), "," | "and" | "as" | "including");
    let mut start = (such..end).rev().find(is_start)? + 1;
    // `data-processing devices and iron or steel by`: the whole name behind the comma.
    if let Some(comma) = (such..start).rev().find(|at| matches!(scene.stem(*at), "," | "as" | "including")) {
        let from = comma + 1 + usize::from(scene.stem(comma + 1) == "and");
        if !scene.figures.iter().any(|figure| (from..end).contains(&figure.tokens.start)) {
            start = from;
        }
    }
    let is_word = |at: usize| {
        let token = scene.article.tokens.get(at);
        let mut marks = scene.marks.iter().filter(|mark| (mark.start..mark.end).contains(&at));
        let is_name = token.is_some_and(|token| token.kind == TokenKind::Word || token.stem == "-");
        is_name
            && !scene.is_taken(at)
            && marks.all(|mark| matches!(mark.kind, WordKind::Product | WordKind::Stop))
    };
    let is_named = start < end && end - start <= LONGEST + 2 && (start..end).all(is_word);
    (is_named && scene.mark_at(start, WordKind::Stop).is_none()).then_some(start..end)
}

/// `72% of exports consisted of manufactured goods and software`.
fn consists_of(context: &FigureContext) -> Option<Range<usize>> {
    let (scene, figure) = (context.scene, context.figure());
    let behind = scene.behind(context.at);
    let is_percent = figure.counted == CountedIn::Unit(Unit::Percent);
    if !is_percent || scene.stem(behind.start) != "of" {
        return None;
    }
    let flow =
        scene.marks_in(behind.start + 1..(behind.start + 5).min(behind.end), &[WordKind::Flow]).next()?;
    let verb = scene.stem(flow.end);
    let of = flow.end + 1 + usize::from(scene.stem(flow.end + 1) == "of");
    let is_verb = match verb {
        "consisted" | "consist" | "consists" | "composed" => scene.stem(flow.end + 1) == "of",
        "comprised" | "comprise" | "comprises" | "were" | "was" | "are" | "is" => true,
        _ => false,
    };
    is_verb.then(|| named(scene, of, behind.end)).flatten()
}

/// `72% of exports consisted of software, 24% diamonds and 4% agricultural products`: the name behind a share in a list.
fn behind_share(context: &FigureContext) -> Option<Range<usize>> {
    let (scene, figure) = (context.scene, context.figure());
    let before = scene.before(context.at);
    let is_next = context.at > 0
        && figure.counted == CountedIn::Unit(Unit::Percent)
        && matches!(scene.stem(figure.tokens.start - 1), "," | "and" | ";")
        && (scene.has(before, &[WordKind::Product]) || context.at > 1);
    let behind = scene.behind(context.at);
    let tokens = named(scene, behind.start, behind.end).filter(|_| is_next)?;
    matches!(scene.stem(tokens.end), "" | "," | "." | ";" | "and").then_some(tokens)
}

/// A known name at a token with the rest of its list, else plain words.
fn named(scene: &SentenceScene, at: usize, end: usize) -> Option<Range<usize>> {
    match scene.mark_at(at, WordKind::Product) {
        Some(mark) => Some(extended(scene, mark, end)),
        None => phrase(scene, at, end),
    }
}
