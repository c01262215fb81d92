//! Chinese names of products that no table has, next to their flow.

use std::ops::Range;

use crate::dataset::Flow;
use crate::draft::read::flow::SaidFlow;
use crate::draft::scene::SentenceScene;
use crate::draft::token::TokenKind;

/// Characters that no name of goods has, but the words of a sentence do.
const NO_NAME: &str = "整累计实现共其我均总当单额值外全年月来看显示了动促扩支稳续首直随主大继保持表余他另因但而并就已将可会都又还即则比较达超为是有多近约对与自从向同经以在由把被让使于这那个的前后上下";

/// Words for places and offices, with which no name of a product ends.
const NO_END: [&str; 10] = ["市", "区", "县", "省", "州", "岸", "港", "国", "关", "地"];

/// Words for goods of any kind.
const ANY: [[&str; 2]; 4] = [["商", "品"], ["货", "品"], ["产", "品"], ["货", "物"]];

/// The most characters of a name.
const LONGEST: usize = 12;

/// The name right behind a flow, in front of its figure: 出口劳密产品352.3亿元.
pub(super) fn behind(scene: &SentenceScene, flow: &SaidFlow, figure: usize) -> Option<Range<usize>> {
    let tokens = flow.end..figure.max(flow.end);
    (is_one_way(flow) && is_name(scene, &tokens)).then_some(tokens)
}

/// The name right in front of a flow, behind a comma, a place or a period: 未锻轧锰出口3.34亿元.
pub(super) fn before(scene: &SentenceScene, flow: &SaidFlow) -> Option<Range<usize>> {
    let is_other = |at: &usize| {
        let token = scene.article.tokens.get(*at);
        scene.is_in_phrase(*at)
            || scene.is_taken(*at)
            || token.is_none_or(|token| token.kind != TokenKind::Han)
    };
    let start = (scene.tokens.start..flow.start).rev().find(is_other).map_or(scene.tokens.start, |at| at + 1);
    let tokens = start..flow.start;
    let is_counted = scene.figures.iter().any(|figure| figure.tokens.start == flow.end)
        || scene.marks.iter().any(|mark| mark.start == flow.end)
        || matches!(scene.stem(flow.end), "为" | "达" | "额" | "量" | "值");
    (is_counted && is_one_way(flow) && is_name(scene, &tokens)).then_some(tokens)
}

/// Both ways together are those of a kind of trade or of companies, which the table has.
fn is_one_way(flow: &SaidFlow) -> bool {
    matches!(flow.flow, Flow::Exports | Flow::Imports)
}

fn is_name(scene: &SentenceScene, tokens: &Range<usize>) -> bool {
    let is_plain = |at: usize| {
        let is_han = scene.article.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Han);
        is_han && !scene.is_in_phrase(at) && !scene.is_taken(at) && !NO_NAME.contains(scene.stem(at))
    };
    let is_any = ANY.iter().any(|any| tokens.clone().map(|at| scene.stem(at)).eq(any.iter().copied()));
    !is_any
        && (2..=LONGEST).contains(&tokens.len())
        && tokens.clone().all(is_plain)
        && !NO_END.contains(&scene.stem(tokens.end - 1))
}
