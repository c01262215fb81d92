//! Flows right behind a figure.

use super::{FLOWS, is_balance};
use crate::dataset::Measure;
use crate::draft::read::said_measure::SaidMeasure;
use crate::draft::sentence::{KnownPhrase, Sentence};
use crate::draft::words::WordKind;

/// `fell by 5% in exports`, `a $1.5 billion deficit`: the flow right behind a figure, whatever stands in front of it.
pub(super) fn next_to(sentence: &Sentence, behind: usize, kind: SaidMeasure) -> Option<KnownPhrase> {
    // `we have $1.7 billion in surplus`, `$2.8 billion oil exports`
    let is_in = sentence.stem(behind) == "in";
    let worth =
        behind + 1 + usize::from(sentence.stem(behind) == "worth" && sentence.stem(behind + 1) == "of");
    let balance = sentence.mark_at(worth, WordKind::Flow).filter(|mark| {
        (is_in || worth > behind + 1) && (is_balance(mark) || matches!(mark.code, "exports" | "imports"))
    });
    let product = sentence
        .mark_at(behind, WordKind::Product)
        .and_then(|product| sentence.mark_at(product.end, WordKind::Flow));
    let noun =
        sentence.mark_at(behind, WordKind::Flow).or(balance).or(product).filter(|mark| mark.code != "total");
    if let Some(noun) = noun.filter(|_| kind.measure == Measure::Value && sentence.stem(behind).is_ascii()) {
        return Some(*noun);
    }
    let is_part = matches!(kind.measure, Measure::Growth | Measure::Share);
    // `74,1% составил экспорт`, `25,9% - импорт`
    let is_named = sentence.stem(behind).starts_with("состав") || matches!(sentence.stem(behind), "-" | "—");
    // `78 млн пришлось на экспорт, 5 млн — на импорт`
    let falls_on = matches!(sentence.stem(behind), "-" | "—") && sentence.stem(behind + 1) == "на";
    if let Some(flow) = sentence.mark_at(behind + 2, WordKind::Flow).filter(|_| falls_on) {
        return Some(*flow);
    }
    let flow = sentence.mark_at(behind + 1, WordKind::Flow).filter(|_| is_named);
    if let Some(flow) = flow.filter(|_| kind.measure == Measure::Share) {
        return Some(*flow);
    }
    // `13,6 процента - в экспорте`
    let is_dash = is_part && matches!(sentence.stem(behind), "-" | "—") && sentence.stem(behind + 1) == "в";
    if let Some(flow) = sentence.mark_at(behind + 2, WordKind::Flow).filter(|_| is_dash) {
        return Some(*flow);
    }
    let is_in = matches!(sentence.stem(behind), "in" | "по") && is_part;
    sentence.mark_at(behind + 1, WordKind::Flow).filter(|_| is_in).copied()
}

/// `$70.9 billion (38.9%) were exported goods`: the flow behind a verb, over the bracket in between.
pub(super) fn passive(sentence: &Sentence, behind: usize) -> Option<KnownPhrase> {
    let over = sentence.over_brackets(behind);
    let share = sentence.figures.iter().find(|figure| figure.tokens.start == behind + 1);
    let end = share.filter(|_| sentence.stem(behind) == "or").map_or(over, |share| share.tokens.end);
    let is_to = end > behind && sentence.stem(end) == "to";
    let is_verb = is_to || matches!(sentence.stem(end), "was" | "were" | "are" | "is");
    let marks = || FLOWS.iter().find_map(|kind| sentence.mark_at(end + 1, *kind)).copied();
    marks().filter(|mark| is_verb && matches!(mark.code, "exports" | "imports"))
}
