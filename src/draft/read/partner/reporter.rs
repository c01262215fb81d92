//! Whose trade a figure is about.

use std::sync::Arc;

use super::is_between;
use super::is_in_whole;
use crate::dataset::{Flow, WORLD};
use crate::draft::read::figure_context::FigureContext;
use crate::draft::read::known_words::{KnownWords, code};
use crate::draft::read::listed::Listed;
use crate::draft::read::other_source;
use crate::draft::read::so_far::TextSoFar;
use crate::draft::region;
use crate::draft::sentence::{KnownPhrase, PlaceRole, RoledPlace, Sentence, nation_of_share};
use crate::draft::words::WordKind;

/// Whose trade a figure is about.
pub fn reporter(
    context: &FigureContext,
    listed: Option<Listed>,
    so_far: &mut TextSoFar,
) -> KnownWords<Arc<str>> {
    let (sentence, figure) = (context.sentence, context.figure());
    let own = so_far.home.reporter.clone();
    let home = own.as_ref().map_or(WORLD, |home| &*home.value);
    let is_part = |listed: &Listed| listed.is_part_of(home) && !listed.is_place(home);
    if let Some(Listed::Place(mark)) = listed.filter(is_part) {
        return context.here(code(mark.code), mark.start..mark.end);
    }
    if let Some(place) = other_source::source(context, so_far) {
        return context.here(code(place.code), place.start..place.end);
    }
    if let Some(nation) = sentence.mark_at(figure.tokens.start.saturating_sub(2), WordKind::Place)
        && region::nation(home) == Some(nation.code)
        && nation.end == figure.tokens.start
    {
        return context.here(code(nation.code), nation.start..nation.end);
    }
    let here = |place: &RoledPlace| context.here(code(place.mark.code), place.mark.start..place.mark.end);
    let mut reporters = sentence
        .places
        .iter()
        .filter(|place| place.role == PlaceRole::Reporter && !is_in_whole(sentence, &place.mark))
        .filter(|place| {
            !is_home_of_another(sentence, place, home) && !is_group_of_trade(sentence, place, home)
        })
        .filter(|place| !is_other_side(sentence, place, so_far) && !is_whole_of_region(sentence, place));
    let before = reporters.clone().rfind(|place| place.mark.end <= figure.tokens.start);
    // `a decline of 9%, followed by Peru, which imported $1 bn`: the next of a list.
    let end = sentence.behind(context.at).end;
    let end = (figure.tokens.end..end).find(|at| sentence.stem(*at) == "followed").unwrap_or(end);
    let said = before.or_else(|| reporters.next().filter(|place| place.mark.start < end));
    let said = said.map(here).map(|known| one_of_pair(sentence, known, so_far));
    if let Some(known) = said {
        so_far.reporter = Some(known.clone());
        so_far.is_back_home = false;
        return known;
    }
    so_far.reporter.clone().or(own).unwrap_or_else(|| KnownWords::assumed(code(WORLD)))
}

/// `На долю Башкирии в экспорте России приходится 2%`: Russia, whose exports the share is of.
fn is_whole_of_region(sentence: &Sentence, place: &RoledPlace) -> bool {
    let mut before = sentence.places.iter().filter(|region| region.mark.end <= place.mark.start);
    before.any(|region| nation_of_share(sentence, &region.mark).is_some_and(|nation| *nation == place.mark))
}

/// True for the other side of a deal, also where its verb is said once: `Кыргызстан продал 175 тонн, Турция — 173`.
pub(in crate::draft::read) fn is_other_side(
    sentence: &Sentence,
    place: &RoledPlace,
    so_far: &TextSoFar,
) -> bool {
    let is_item = matches!(sentence.stem(place.mark.start.saturating_sub(1)), "," | "и" | "а")
        && matches!(sentence.stem(place.mark.end), "-" | "—");
    let mut before = sentence.places.iter().filter(|before| before.mark.end <= place.mark.start);
    deals(sentence, place, so_far) || is_item && before.any(|before| deals(sentence, before, so_far))
}

/// `Chile bought 10,400 tons`, in a text on the exports of another country: a buyer of them. `Кыргызстан продал 175 тонн`, in one
/// on imports: a seller.
fn deals(sentence: &Sentence, place: &RoledPlace, so_far: &TextSoFar) -> bool {
    let home = so_far.home.reporter.as_ref().map(|known| &*known.value);
    let link = sentence.stem(place.mark.start.saturating_sub(1));
    if matches!(link, "из" | "from" | "в" | "во" | "на") && sentence.stem(place.mark.end) != "," {
        return false;
    }
    let now = || so_far.flow.as_ref().map(|flow| flow.value.flow);
    let flow = so_far.home.first_flow().filter(|flow| matches!(flow, Flow::Exports | Flow::Imports));
    let deal = match flow.or_else(now) {
        Some(Flow::Exports) => "imports",
        Some(Flow::Imports) => "exports",
        _ => return false,
    };
    let verb = deal_behind(sentence, place).or_else(|| {
        let is_bound = |at: usize| matches!(sentence.stem(at), "into" | "из");
        sentence.marks.iter().find(|mark| {
            mark.kind == WordKind::FlowVerb && mark.end == place.mark.start && !is_bound(mark.end - 1)
        })
    });
    let by = place.mark.start.saturating_sub(1);
    let verb = verb.or_else(|| passive(sentence, by));
    let is_deal = verb.is_some_and(|verb| {
        let is_general = matches!(
            sentence.stem(verb.start),
            "imported" | "импортировал" | "进" | "ввез" | "exported" | "экспортировал" | "вывез"
        );
        verb.code == deal && (!is_general || so_far.home.product.is_some())
    });
    is_deal && home.is_some_and(|home| home != place.mark.code)
}

/// The word for what a place does: `Chile bought`, `Индия увеличила закупки`, `Peru raised its purchases`.
pub(in crate::draft::read) fn deal_behind<'s>(
    sentence: &'s Sentence,
    place: &RoledPlace,
) -> Option<&'s KnownPhrase> {
    let next = place.mark.end;
    let change = sentence.mark_at(next, WordKind::Change).map(|change| change.end);
    let object = change.filter(|_| !sentence.is_chinese()).map(|end| {
        end + usize::from(matches!(sentence.stem(end), "its" | "their" | "сво" | "свои" | "свой"))
    });
    let bought = |at: usize| {
        let is_deal = sentence.stem(at).starts_with("закуп") || sentence.stem(at) == "purchases";
        sentence.mark_at(at, WordKind::FlowVerb).filter(|_| is_deal)
    };
    sentence.mark_at(next, WordKind::FlowVerb).or_else(|| object.and_then(bought))
}

/// `bought by Chile`, and by Peru behind the next amount: the verb whose doer stands behind `by`.
pub(in crate::draft::read) fn passive<'s>(sentence: &'s Sentence, by: usize) -> Option<&'s KnownPhrase> {
    let mut verbs = sentence.marks_in(sentence.clause_start(by)..by, &[WordKind::FlowVerb]);
    verbs.rfind(|verb| sentence.stem(by) == "by" && sentence.stem(verb.end) == "by")
}

/// `the EU trade resulted in a deficit`, `both intra-EU imports`, 与“一带一路”国家进出口, in a text on the trade of a country or a
/// region: its trade with the group.
fn is_group_of_trade(sentence: &Sentence, place: &RoledPlace, home: &str) -> bool {
    let is_small =
        |code: &str| crate::dataset::known::country(code).is_some() || region::nation(code).is_some();
    let is_owner = matches!(sentence.stem(place.mark.end), "'s" | "'");
    let code = place.mark.code;
    let is_never = code == "BRI" || code == "RCEP" || code.starts_with("W00_X_");
    let before = sentence.stem(place.mark.start.saturating_sub(2));
    let is_inner =
        matches!(before, "intra" | "extra") || matches!(sentence.stem(place.mark.start), "intra" | "extra");
    let flow = sentence.mark_at(place.mark.end, WordKind::Flow);
    let is_trade = flow.is_some_and(|flow| flow.code != "exports" && flow.code != "imports");
    is_small(home) && !is_small(code) && !is_owner && (is_never || is_inner || is_trade)
}

/// 全国 in a text on the trade of another country than China: that country.
fn is_home_of_another(sentence: &Sentence, place: &RoledPlace, home: &str) -> bool {
    let is_chinese =
        home == WORLD || home == place.mark.code || region::nation(home) == Some(place.mark.code);
    super::is_home(sentence, &place.mark) && !is_chinese
}

/// Of `trade between China and the US`, the article's own reporter.
fn one_of_pair(sentence: &Sentence, known: KnownWords<Arc<str>>, so_far: &TextSoFar) -> KnownWords<Arc<str>> {
    let Some(home) = so_far.home.reporter.as_ref().filter(|home| home.value != known.value) else {
        return known;
    };
    let own = sentence.places.iter().find(|place| *place.mark.code == *home.value);
    let is_between = own.is_some_and(|own| {
        let first = sentence.places.iter().find(|place| *place.mark.code == *known.value);
        let is_joined = |first: &RoledPlace| {
            is_between(sentence, &first.mark)
                || first.mark.end == own.mark.start
                || (first.mark.end..own.mark.start)
                    .any(|at| matches!(sentence.stem(at), "and" | "и" | "与" | "和" | "с"))
        };
        first.is_some_and(|first| {
            first.mark.end + 2 >= own.mark.start
                && first.mark.start < own.mark.start
                && own.role == PlaceRole::Partner
                && first.role == PlaceRole::Reporter
                && is_joined(first)
        })
    });
    match own.filter(|_| is_between) {
        Some(own) => known.with(Arc::from(own.mark.code)),
        None => known,
    }
}
