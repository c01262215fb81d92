//! Names in lists that no table has: the words between the start of a member and its figure.

use std::ops::Range;

use super::han;
use super::phrase::{extended, phrase};
use crate::dataset::Unit;
use crate::draft::figure::CountedIn;
use crate::draft::read::figure_context::FigureContext;
use crate::draft::sentence::{KnownPhrase, Sentence};
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
    if context.sentence.is_chinese() {
        chinese(context)
    } else if context.sentence.article.is_russian {
        russian(context).or_else(|| behind_dash(context))
    } else {
        consists_of(context)
            .or_else(|| behind_share(context))
            .or_else(|| in_front_of_by(context))
            .or_else(|| behind_of(context))
    }
}

/// 布料75亿美元，增长8.7%；其他一般金属30亿美元: characters between a comma and an amount.
fn chinese(context: &FigureContext) -> Option<Range<usize>> {
    let (sentence, figure) = (context.sentence, context.figure());
    let is_amount =
        matches!(figure.counted, CountedIn::Unit(Unit::Money(_) | Unit::Amount(_)) | CountedIn::Money(_));
    let mut end = figure.tokens.start;
    while let Some(mark) = sentence.marks.iter().find(|mark| mark.end == end && is_between(mark)) {
        end = mark.start;
    }
    let is_changed = end < figure.tokens.start && figure.counted == CountedIn::Unit(Unit::Percent);
    end -= usize::from(is_changed && matches!(sentence.stem(end.saturating_sub(1)), "则" | "亦" | "也"));
    end -= usize::from(matches!(sentence.stem(end.saturating_sub(1)), "为" | "达"));
    let of_which = |at: usize| {
        sentence.marks.iter().any(|mark| mark.end == at && mark.kind == WordKind::OfWhich)
            || (sentence.stem(at.saturating_sub(2)), sentence.stem(at.saturating_sub(1))) == ("包", "括")
    };
    let is_start = |at: &usize| {
        of_which(*at) || matches!(sentence.stem(at.saturating_sub(1)), "，" | "," | "；" | ";" | "：" | ":")
    };
    let start = (sentence.tokens.start + 1..end).rev().find(is_start)?;
    let is_listed = of_which(start)
        || sentence.figures.iter().any(|other| other.tokens.end < start)
        || matches!(sentence.stem(start - 1), "：" | ":");
    // 手表增长8%，娱乐场用制品则减少45%
    let is_of_goods = is_changed && sentence.has(sentence.tokens.start..start, &[WordKind::Product]);
    ((is_amount || is_of_goods) && is_listed).then(|| han::listed(sentence, start..end)).flatten()
}

/// Words between a name and its figure.
fn is_between(mark: &KnownPhrase) -> bool {
    matches!(mark.kind, WordKind::Change | WordKind::Bound | WordKind::Yoy)
}

/// `яиц - на 35,8%, масла рапсового - на 79,3%`, `текстиль (7,3%)`: words between a comma and a dash or a bracket.
fn russian(context: &FigureContext) -> Option<Range<usize>> {
    let (sentence, figure) = (context.sentence, context.figure());
    let mut end = figure.tokens.start;
    while let Some(mark) = sentence.marks.iter().find(|mark| mark.end == end && mark.kind == WordKind::Bound)
    {
        end = mark.start;
    }
    end -= usize::from(matches!(sentence.stem(end.saturating_sub(1)), "на" | "в" | "до"));
    let end = end.checked_sub(1).filter(|at| matches!(sentence.stem(*at), "-" | "—" | "("))?;
    let is_stop = |at: &usize| {
        let is_sign = matches!(sentence.stem(*at), "," | ";" | ":" | ")" | "(");
        is_sign || sentence.figures.iter().any(|figure| figure.tokens.contains(at))
    };
    let stop = (sentence.tokens.start..end).rev().find(is_stop)?;
    let mut start = stop + 1;
    while matches!(sentence.stem(start), "и" | "а" | "также") {
        start += 1;
    }
    let is_word = |at: usize| {
        let token = sentence.article.tokens.get(at);
        let mut marks = sentence.marks.iter().filter(|mark| (mark.start..mark.end).contains(&at));
        token
            .is_some_and(|token| token.kind == TokenKind::Word && !token.is_capital && !token.stem.is_ascii())
            && !sentence.is_taken(at)
            && !NO_GOODS.iter().any(|word| sentence.stem(at).starts_with(word))
            && marks.all(|mark| {
                matches!(mark.kind, WordKind::Product | WordKind::Goods | WordKind::From | WordKind::Stop)
            })
    };
    let is_name = start < end
        && end - start <= LONGEST
        && (start..end).all(is_word)
        && sentence.mark_at(start, WordKind::From).is_none()
        && sentence.mark_at(start, WordKind::Stop).is_none();
    let before = sentence.tokens.start..stop;
    let is_listed = sentence.has(before.clone(), &[WordKind::Product])
        || sentence.stem(stop) == ":" && sentence.has(before, &[WordKind::Flow, WordKind::Share]);
    (is_name && is_listed).then_some(start..end)
}

/// `порядка 300 млн долларов - нефтехимической продукции, 180 млн долларов - нефтепродуктов`.
fn behind_dash(context: &FigureContext) -> Option<Range<usize>> {
    let sentence = context.sentence;
    let behind = sentence.behind(context.at);
    let mark = sentence
        .mark_at(behind.start + 1, WordKind::Product)
        .filter(|_| matches!(sentence.stem(behind.start), "-" | "—"))?;
    let tokens = extended(sentence, mark, behind.end);
    let before = sentence.stem(context.figure().tokens.start.saturating_sub(1));
    let is_other = matches!(before, "-" | "—" | "(");
    (!is_other && matches!(sentence.stem(tokens.end), "," | "." | ";" | "")).then_some(tokens)
}

/// `Imports of fertilizer came to $1.2 billion (up 26 percent), of animal feed to $3.6 billion`.
fn behind_of(context: &FigureContext) -> Option<Range<usize>> {
    let (sentence, before) = (context.sentence, context.sentence.before(context.at));
    let of = (before.start..before.end).find(|at| sentence.stem(*at) == "of")?;
    let is_next =
        context.at > 0 && (before.start..of).all(|at| matches!(sentence.stem(at), ")" | "," | "and"));
    let tokens = named(sentence, of + 1, before.end).filter(|_| is_next && of > before.start)?;
    (matches!(sentence.stem(tokens.end), "to" | "at" | "by" | "was" | "were") && tokens.end + 1 == before.end)
        .then_some(tokens)
}

/// `other exports rose, such as plastics in primary forms by 15.2%, pasta by 17.8%`; `knitwear fell by 9% to $8 million, bed
/// wear by 5%`.
fn in_front_of_by(context: &FigureContext) -> Option<Range<usize>> {
    let (sentence, figure) = (context.sentence, context.figure());
    let end = figure.tokens.start.checked_sub(1).filter(|at| sentence.stem(*at) == "by")?;
    let such = (sentence.tokens.start..end).rev().find(|at| {
        matches!((sentence.stem(*at), sentence.stem(at + 1)), ("such", "as"))
            || sentence.stem(*at) == "including"
    });
    let before = sentence.before(context.at).start;
    let is_next = context.at > 0
        && matches!(sentence.stem(before), "," | "and")
        && sentence.has(sentence.tokens.start..before, &[WordKind::Product]);
    let such = such.or(Some(before).filter(|_| is_next))?;
    let is_start = |at: &usize| matches!(sentence.stem(*at), "," | "and" | "as" | "including");
    let mut start = (such..end).rev().find(is_start)? + 1;
    // `data-processing devices and iron or steel by`: the whole name behind the comma.
    if let Some(comma) = (such..start).rev().find(|at| matches!(sentence.stem(*at), "," | "as" | "including"))
    {
        let from = comma + 1 + usize::from(sentence.stem(comma + 1) == "and");
        if !sentence.figures.iter().any(|figure| (from..end).contains(&figure.tokens.start)) {
            start = from;
        }
    }
    let is_word = |at: usize| {
        let token = sentence.article.tokens.get(at);
        let mut marks = sentence.marks.iter().filter(|mark| (mark.start..mark.end).contains(&at));
        let is_name = token.is_some_and(|token| token.kind == TokenKind::Word || token.stem == "-");
        is_name
            && !sentence.is_taken(at)
            && marks.all(|mark| matches!(mark.kind, WordKind::Product | WordKind::Stop))
    };
    let is_named = start < end && end - start <= LONGEST + 2 && (start..end).all(is_word);
    (is_named && sentence.mark_at(start, WordKind::Stop).is_none()).then_some(start..end)
}

/// `72% of exports consisted of manufactured goods and software`.
fn consists_of(context: &FigureContext) -> Option<Range<usize>> {
    let (sentence, figure) = (context.sentence, context.figure());
    let behind = sentence.behind(context.at);
    let is_percent = figure.counted == CountedIn::Unit(Unit::Percent);
    if !is_percent || sentence.stem(behind.start) != "of" {
        return None;
    }
    let flow =
        sentence.marks_in(behind.start + 1..(behind.start + 5).min(behind.end), &[WordKind::Flow]).next()?;
    let verb = sentence.stem(flow.end);
    let of = flow.end + 1 + usize::from(sentence.stem(flow.end + 1) == "of");
    let is_verb = match verb {
        "consisted" | "consist" | "consists" | "composed" => sentence.stem(flow.end + 1) == "of",
        "comprised" | "comprise" | "comprises" | "were" | "was" | "are" | "is" => true,
        _ => false,
    };
    is_verb.then(|| named(sentence, of, behind.end)).flatten()
}

/// `72% of exports consisted of software, 24% diamonds and 4% agricultural products`: the name behind a share in a list.
fn behind_share(context: &FigureContext) -> Option<Range<usize>> {
    let (sentence, figure) = (context.sentence, context.figure());
    let before = sentence.before(context.at);
    let is_next = context.at > 0
        && figure.counted == CountedIn::Unit(Unit::Percent)
        && matches!(sentence.stem(figure.tokens.start - 1), "," | "and" | ";")
        && (sentence.has(before, &[WordKind::Product]) || context.at > 1);
    let behind = sentence.behind(context.at);
    let tokens = named(sentence, behind.start, behind.end).filter(|_| is_next)?;
    matches!(sentence.stem(tokens.end), "" | "," | "." | ";" | "and").then_some(tokens)
}

/// A known name at a token with the rest of its list, else plain words.
fn named(sentence: &Sentence, at: usize, end: usize) -> Option<Range<usize>> {
    match sentence.mark_at(at, WordKind::Product) {
        Some(mark) => Some(extended(sentence, mark, end)),
        None => phrase(sentence, at, end),
    }
}
