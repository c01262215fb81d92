//! Flows that a figure is not of: those that explain, that are inserted, and those in the words for the whole of a share.

use crate::dataset::{Flow, Measure, Unit};
use crate::draft::figure::CountedIn;
use crate::draft::read::figure_context::FigureContext;
use crate::draft::read::said_flow::SaidFlow;
use crate::draft::read::said_measure::SaidMeasure;
use crate::draft::sentence::{KnownPhrase, Sentence};
use crate::draft::words::WordKind;

/// True for a flow that explains another: `helped by automobile exports`.
pub(in crate::draft::read) fn is_cause(sentence: &Sentence, mark: &KnownPhrase, figure: usize) -> bool {
    let clause = sentence.clause_start(mark.start);
    let start = clause.max(mark.start.saturating_sub(8));
    let words = ["by", "due", "because", "amid", "despite", "thanks", "благодаря", "из-за"];
    let reason = (start..mark.start)
        .rev()
        .take_while(|at| sentence.stem(*at) != ",")
        .find(|at| words.contains(&sentence.stem(*at)));
    let Some(reason) = reason else { return false };
    let has_figure =
        sentence.figures.iter().any(|other| other.tokens.start > reason && other.tokens.end <= mark.start);
    let is_led = matches!(sentence.stem(reason), "by") && reason > sentence.tokens.start && {
        matches!(
            sentence.stem(reason - 1),
            "helped" | "led" | "driven" | "boosted" | "supported" | "offset" | "outpaced"
        )
    };
    let is_other = sentence.stem(reason) != "by";
    !has_figure && (is_led || is_other) && (mark.end..figure).any(|at| sentence.stem(at) == ",")
}

/// `Uzbekistan's foreign trade turnover`, `внешнеторговый оборот`, 外贸顺差: all trade of a place, whatever the text spoke of before.
pub(in crate::draft::read) fn is_foreign_trade(sentence: &Sentence, flow: &SaidFlow) -> bool {
    let is_foreign = |at: usize| {
        let stem = sentence.stem(at);
        matches!(stem, "foreign" | "external") || stem.starts_with("внешн")
    };
    let in_front = flow.start.saturating_sub(2);
    match flow.flow {
        Flow::Total => (flow.start..flow.end).any(is_foreign),
        Flow::Balance => [in_front, flow.start].iter().any(|at| sentence.stem(*at) == "外"),
        Flow::Exports | Flow::Imports => false,
    }
}

/// `trade turnover with Peru`: trade in all goods, unless the words name some.
pub(in crate::draft::read) fn is_in_all_goods(sentence: &Sentence, flow: &SaidFlow) -> bool {
    let mut words = flow.start..flow.end;
    let is_turnover = words.any(|at| matches!(sentence.stem(at), "turnover" | "товарооборот" | "оборот"));
    is_foreign_trade(sentence, flow) || flow.flow == Flow::Total && is_turnover
}

/// True for `export market`, `source of imports`; a destination or a supplier says which way only if no other word does.
pub(super) fn has_flow_word(sentence: &Sentence, mark: &KnownPhrase) -> bool {
    (mark.start..mark.end).any(|at| {
        let stem = sentence.stem(at);
        ["export", "import", "экспорт", "импорт"].iter().any(|flow| stem.starts_with(flow))
    })
}

/// True for a flow in brackets that explain: `exports (domestic exports and re-exports) were $141 million`.
pub(super) fn is_in_closed_brackets(sentence: &Sentence, mark: &KnownPhrase, figure: usize) -> bool {
    let is_bracket = |at: &usize| matches!(sentence.stem(*at), "(" | ")");
    let open =
        (sentence.tokens.start..mark.start).rev().find(is_bracket).filter(|at| sentence.stem(*at) == "(");
    let close = (mark.end..figure).find(is_bracket).filter(|at| sentence.stem(*at) == ")");
    open.is_some_and(|open| sentence.has(sentence.tokens.start..open, &[WordKind::Flow])) && close.is_some()
}

/// True for a flow in an inserted clause: `exports, which comprise re-exports and domestic exports, fell by 2%`.
pub(super) fn is_relative(sentence: &Sentence, mark: &KnownPhrase, figure: usize) -> bool {
    let comma = |at: &usize| sentence.stem(*at) == ",";
    let Some(open) = (sentence.tokens.start..mark.start).rev().find(comma) else { return false };
    let is_open = matches!(sentence.stem(open + 1), "which" | "comprising" | "including")
        && sentence.has(sentence.tokens.start..open, &[WordKind::Flow]);
    let has_figure =
        sentence.figures.iter().any(|other| other.tokens.start >= open && other.tokens.end <= mark.start);
    is_open && !has_figure && (mark.end..figure).any(|at| comma(&at))
}

/// True for a flow in the words that name the whole of a share: `of total exports`, 占外贸总值的.
pub(in crate::draft::read) fn is_in_whole(sentence: &Sentence, mark: &KnownPhrase) -> bool {
    let shares = sentence.marks_in(sentence.tokens.start..mark.start, &[WordKind::Share]);
    if let Some(share) =
        shares.last().filter(|share| share.code.is_empty() && sentence.stem(share.start) == "占")
    {
        let end = sentence.figures.iter().map(|figure| figure.tokens.start).find(|start| *start >= share.end);
        if end.is_some_and(|end| mark.end <= end) {
            return true;
        }
    }
    // `48.0 percent of total exports`: a share in front, `of`, and no figure in between.
    let figure = sentence.figures.iter().rev().find(|figure| figure.tokens.end <= mark.start);
    let Some(figure) = figure.filter(|figure| figure.counted == CountedIn::Unit(Unit::Percent)) else {
        return false;
    };
    let is_of = matches!(sentence.stem(figure.tokens.end), "of" | "от");
    let is_straight =
        !(figure.tokens.end..mark.start).any(|at| matches!(sentence.stem(at), "," | ";" | "(" | ")"));
    let owned = mark.end + usize::from(sentence.stem(mark.end) == "'s");
    let is_owner = owned > mark.end && sentence.has(owned..owned + 1, &[WordKind::Whole]);
    let is_share = is_owner
        || sentence.has(figure.tokens.end..mark.end, &[WordKind::Whole, WordKind::Home])
        || sentence.has(sentence.tokens.start..figure.tokens.start, &[WordKind::Share]);
    is_of && is_straight && is_share
}

/// The flow of a share whose whole is exports or imports, where no other flow is said: 占全省进口的31.2%, `88,6 процента общего
/// экспорта`. A share of them is one of the same flow, even if trade was spoken of before.
pub(super) fn flow_of_whole<'s>(
    context: &FigureContext<'s, '_>,
    kind: SaidMeasure,
    before: Option<&KnownPhrase>,
) -> Option<&'s KnownPhrase> {
    let (sentence, figure) = (context.sentence, context.figure());
    let is_one_way = |mark: &&KnownPhrase| matches!(mark.code, "exports" | "imports");
    if kind.measure != Measure::Share || before.is_some_and(|mark| mark.code != "total") {
        return None;
    }
    let in_front = || {
        let marks = sentence.marks_in(sentence.before(context.at), &[WordKind::Flow]);
        marks.filter(|mark| is_in_whole(sentence, mark)).find(is_one_way)
    };
    if sentence.is_chinese() {
        return if before.is_none() { in_front() } else { None };
    }
    let start = figure.tokens.end;
    let is_link = |at: &usize| {
        matches!(sentence.stem(*at), "of" | "от" | "the" | "its" | "total" | "value" | "всего" | "общ")
    };
    let at = (start..start + 6).find(|at| !is_link(at))?;
    sentence.mark_at(at, WordKind::Flow).filter(is_one_way)
}

/// `Chile took 18% of total exports with a value of $3 bn`: an amount right behind a share is of the same flow.
pub(super) fn whole_before<'s>(
    context: &FigureContext<'s, '_>,
    kind: SaidMeasure,
) -> Option<&'s KnownPhrase> {
    let sentence = context.sentence;
    let share = context.at.checked_sub(1).and_then(|at| sentence.figures.get(at))?;
    let flows = [WordKind::Flow, WordKind::FlowVerb, WordKind::FlowMarket];
    let within = sentence.before(context.at);
    let first = sentence.marks_in(within.clone(), &[WordKind::Flow]).next()?;
    let is_alone = !sentence.has(first.end..within.end, &flows);
    let is_one_way = matches!(first.code, "exports" | "imports");
    let is_share = share.counted == CountedIn::Unit(Unit::Percent);
    (kind.measure == Measure::Value && is_share && is_alone && is_one_way && is_in_whole(sentence, first))
        .then_some(first)
}
