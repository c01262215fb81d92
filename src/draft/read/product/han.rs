//! Chinese names of products that no table has, next to their flow.

use std::ops::Range;

use crate::dataset::Flow;
use crate::draft::read::said_flow::SaidFlow;
use crate::draft::sentence::Sentence;
use crate::draft::token::TokenKind;
use crate::draft::words::WordKind;

/// Characters that no name of goods has, but the words of a sentence do.
const NO_NAME: &str = "整累计实现共其我均总当单额值外全年月来看显示了动促扩支稳续首直随主大继保持表余他另因但而并就已将可会都又还即则比较达超为是有多近约对与自从向同经以在由把被让使于这那个的前后上下";

/// Words for places and offices, with which no name of a product ends.
const NO_END: [&str; 10] = ["市", "区", "县", "省", "州", "岸", "港", "国", "关", "地"];

/// Words for goods of any kind.
const ANY: [[&str; 2]; 4] = [["商", "品"], ["货", "品"], ["产", "品"], ["货", "物"]];

/// The most characters of a name.
const LONGEST: usize = 12;

/// The name right behind a flow, in front of its figure: 出口劳密产品352.3亿元.
pub(super) fn behind(sentence: &Sentence, flow: &SaidFlow, figure: usize) -> Option<Range<usize>> {
    // 进口榴莲由0.9万吨增至1.6万吨
    let is_end = |at: &usize| matches!(sentence.stem(*at), "由" | "从");
    let end = (flow.end..figure).find(is_end).unwrap_or(figure);
    let tokens = flow.end..end.max(flow.end);
    (is_one_way(flow) && is_name(sentence, &tokens)).then_some(tokens)
}

/// The name right in front of a flow, behind a comma, a place or a period: 未锻轧锰出口3.34亿元.
pub(super) fn before(sentence: &Sentence, flow: &SaidFlow) -> Option<Range<usize>> {
    let is_other = |at: &usize| {
        let token = sentence.article.tokens.get(*at);
        sentence.is_in_phrase(*at)
            || sentence.is_taken(*at)
            || token.is_none_or(|token| token.kind != TokenKind::Han)
    };
    // 国内企业的进口金额
    let end = flow.start - usize::from(sentence.stem(flow.start.saturating_sub(1)) == "的");
    let start = (sentence.tokens.start..end).rev().find(is_other).map_or(sentence.tokens.start, |at| at + 1);
    let tokens = start..end;
    let is_counted = sentence.figures.iter().any(|figure| figure.tokens.start == flow.end)
        || sentence.marks.iter().any(|mark| mark.start == flow.end)
        || matches!(sentence.stem(flow.end), "为" | "达" | "额" | "量" | "值");
    (is_counted && is_one_way(flow) && is_name(sentence, &tokens)).then_some(tokens)
}

/// Words that are counted or say how much, with which no name in a list ends.
const NO_LIST_END: &str = "量率模幅计合价献元右余位家项次名度比率";

/// The name in a list, known words of goods and what joins them included: 电子产品、电脑及零件.
pub(super) fn listed(sentence: &Sentence, tokens: Range<usize>) -> Option<Range<usize>> {
    let is_other = (sentence.stem(tokens.start), sentence.stem(tokens.start + 1)) == ("其", "他");
    let start = tokens.start + if is_other { 2 } else { 0 };
    let is_goods = |at: usize| {
        let mut marks = sentence.marks.iter().filter(|mark| (mark.start..mark.end).contains(&at));
        marks.any(|mark| mark.kind == WordKind::Product)
    };
    let is_part = |at: usize| {
        is_goods(at)
            || matches!(sentence.stem(at), "、" | "及" | "和" | "与" | "其")
            || is_plain(sentence, at)
    };
    let end = sentence.stem(tokens.end.saturating_sub(1));
    let is_end = is_goods(tokens.end.saturating_sub(1))
        || !NO_LIST_END.contains(end) && !NO_END.contains(&end) && is_plain(sentence, tokens.end - 1);
    let is_name = (2..=LONGEST).contains(&(start..tokens.end).len()) && (start..tokens.end).all(is_part);
    (is_name && is_end && !is_any(sentence, &tokens)).then_some(tokens)
}

fn is_any(sentence: &Sentence, tokens: &Range<usize>) -> bool {
    ANY.iter().any(|any| tokens.clone().map(|at| sentence.stem(at)).eq(any.iter().copied()))
}

fn is_plain(sentence: &Sentence, at: usize) -> bool {
    let is_han = sentence.article.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Han);
    is_han && !sentence.is_in_phrase(at) && !sentence.is_taken(at) && !NO_NAME.contains(sentence.stem(at))
}

/// Both ways together are those of a kind of trade or of companies, which the table has.
fn is_one_way(flow: &SaidFlow) -> bool {
    matches!(flow.flow, Flow::Exports | Flow::Imports)
}

fn is_name(sentence: &Sentence, tokens: &Range<usize>) -> bool {
    !is_any(sentence, tokens)
        && (2..=LONGEST).contains(&tokens.len())
        && tokens.clone().all(|at| is_plain(sentence, at))
        && !NO_END.contains(&sentence.stem(tokens.end - 1))
}
