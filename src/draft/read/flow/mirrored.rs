//! Flows that the words say from the side of the partner.

use crate::dataset::{Code, Flow};
use crate::draft::read::figure_context::FigureContext;
use crate::draft::read::partner::{deal_behind, is_other_side};
use crate::draft::read::so_far::TextSoFar;
use crate::draft::sentence::{KnownPhrase, PlaceRole, RoledPlace, Sentence};
use crate::draft::words::WordKind;

/// The flow of the reporter, where the words name what its partner does: `to Indonesia, which imported …`, `Egypt took in …`.
pub(super) fn mirrored(context: &FigureContext, mark: &KnownPhrase, so_far: &TextSoFar) -> KnownPhrase {
    let sentence = context.sentence;
    let home = so_far.home.reporter.as_ref().map(|known| &*known.value);
    if home.is_some_and(|home| is_import_of(sentence, mark, home)) {
        return KnownPhrase { code: "exports", ..*mark };
    }
    if so_far.home.first_flow() == Some(Flow::Imports) && is_delivery(sentence, mark) {
        return KnownPhrase { code: "imports", ..*mark };
    }
    if mark.code == "imports" && is_part_of_exports(context, mark) {
        return KnownPhrase { code: "exports", ..*mark };
    }
    let is_next = |place: &RoledPlace| {
        let by = usize::from(sentence.stem(mark.end) == "by");
        place.mark.end == mark.start
            || place.mark.start == mark.end + by
            || deal_behind(sentence, place).is_some_and(|deal| deal == mark)
    };
    if mark.code == "imports" && is_of_market(sentence, mark) {
        return KnownPhrase { code: "exports", ..*mark };
    }
    let before = sentence.places.iter().filter(|place| place.mark.end <= mark.start);
    let subject = before.clone().rfind(|place| Some(place.mark.code) != home);
    let subject = subject.filter(|place| {
        let gap = place.mark.end..mark.start;
        // `bought wheat from Chile, and sent apples`: the verb goes on with the subject of the one before it.
        !sentence.figures.iter().any(|figure| gap.contains(&figure.tokens.start))
            && !gap.clone().any(|at| matches!(sentence.stem(at), "and" | "и"))
    });
    let other = match mark.code {
        "imports" => "exports",
        "exports" => "imports",
        _ => return *mark,
    };
    if sentence.places.iter().any(|place| is_next(place) && is_other_side(sentence, place, so_far)) {
        return KnownPhrase { code: other, ..*mark };
    }
    let is_partner = subject.is_some_and(|place| {
        place.role != PlaceRole::Reporter
            && place.mark.start >= sentence.clause_start(mark.start)
            && !is_bound(sentence, place)
    });
    let is_near = subject.is_some_and(|place| !sentence.has(place.mark.end..mark.start, &[WordKind::Flow]));
    let is_verb = mark.kind == WordKind::FlowVerb
        && !matches!(sentence.stem(mark.start), "поставк" | "поставок" | "закупк" | "export");
    let is_flow = so_far.home.first_flow().is_some_and(|flow| flow.code() == other);
    if is_verb && is_partner && is_near && is_flow { KnownPhrase { code: other, ..*mark } } else { *mark }
}

/// `Из Турции ввезено цемента на $4 млн`: a place behind a preposition does not trade itself, unless a clause goes on with it.
fn is_bound(sentence: &Sentence, place: &RoledPlace) -> bool {
    let link = sentence.stem(place.mark.start.saturating_sub(1));
    let words = ["из", "с", "со", "в", "во", "на", "from", "to", "into"];
    words.contains(&link) && sentence.stem(place.mark.end) != ","
}

/// `поставки сахара`, `shipments of sugar`: deliveries go either way unless the words say where to.
fn is_delivery(sentence: &Sentence, mark: &KnownPhrase) -> bool {
    let is_bare = mark.end == mark.start + 1
        && matches!(
            sentence.stem(mark.start),
            "поставк" | "поставок" | "shipments" | "deliveries" | "supplies"
        );
    let ways = ["to", "into", "в", "во", "на"];
    let is_away = |place: &RoledPlace| {
        (mark.end..mark.end + 4).contains(&place.mark.start)
            && (mark.end..place.mark.start).any(|at| ways.contains(&sentence.stem(at)))
            && !(mark.end..place.mark.start).any(|at| sentence.stem(at) == ",")
    };
    is_bare && sentence.stem(mark.end) != "abroad" && !sentence.places.iter().any(is_away)
}

/// `China bought 39 percent of the exports`.
fn is_part_of_exports(context: &FigureContext, mark: &KnownPhrase) -> bool {
    let (sentence, figure) = (context.sentence, context.figure());
    let of = figure.tokens.end;
    let is_near = figure.tokens.start - mark.end.min(figure.tokens.start) <= 3 && sentence.stem(of) == "of";
    let flow = sentence.marks_in(of..(of + 6).min(sentence.tokens.end), &[WordKind::Flow]).next();
    is_near && mark.kind == WordKind::FlowVerb && flow.is_some_and(|flow| flow.code == "exports")
}

/// 中国内地进口泰国水果45亿美元, `China imported $4 bn of Thai fruit`, in a text on the exports of Thailand.
fn is_import_of(sentence: &Sentence, mark: &KnownPhrase, home: &str) -> bool {
    let own = sentence.places.iter().find(|place| place.mark.start >= mark.end && place.mark.code == home);
    let is_next = own.is_some_and(|own| {
        let is_goods =
            own.mark.kind == WordKind::Demonym || sentence.is_chinese() && own.mark.start == mark.end;
        let is_from = matches!(sentence.stem(own.mark.start.saturating_sub(1)), "from" | "из");
        own.mark.start - mark.end <= 6 && (is_goods || is_from)
    });
    let is_partner = |place: &RoledPlace| place.mark.end <= mark.start && place.mark.code != home;
    let of_others = sentence.places.iter().all(|place| place.role != PlaceRole::Reporter);
    mark.code == "imports" && is_next && of_others && sentence.places.iter().any(is_partner)
}

/// `Italy remained the biggest market, importing $4 bn of goods`: what a market does.
fn is_of_market(sentence: &Sentence, mark: &KnownPhrase) -> bool {
    let comma = mark.start.saturating_sub(1);
    let mut markets = sentence.marks_in(sentence.clause_start(mark.start)..comma, &[WordKind::FlowMarket]);
    let is_participle = matches!(sentence.stem(mark.start), "importing" | "buying" | "purchasing");
    is_participle && sentence.stem(comma) == "," && markets.any(|market| market.code == "exports")
}
