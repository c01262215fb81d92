//! The subject of an article as a whole: its reporter, its period, and the period it compares with.

use std::sync::Arc;

use super::home::Home;
use super::known_words::{BaseSaid, KnownWords, code};
use super::period;
use super::said_flow::SaidFlow;
use crate::dataset::{Flow, Period, known};
use crate::draft::article::{Article, ParagraphKind, TextBlock};
use crate::draft::calendar::{Calendar, Mention, NamedPeriod, YearSaid};
use crate::draft::region;
use crate::draft::sentence::{PlaceRole, RoledPlace, Sentence};
use crate::draft::words::{self, WordKind};
use sentence::OpeningSentence;

mod agency;
mod implied;
mod local;
mod pair;
mod sentence;
mod year;

/// How many sentences are read for it.
const SENTENCES: usize = 8;

/// Reads what an article is about from its first sentences.
pub(in crate::draft) fn home(article: &Article) -> Home {
    let is_read = |block: &&TextBlock| matches!(block.part, ParagraphKind::Title | ParagraphKind::Body);
    let sentences = article
        .blocks
        .iter()
        .filter(is_read)
        .flat_map(|block| block.sentences.iter().map(move |sentence| (block, sentence)));
    let first: Vec<OpeningSentence> = sentences
        .take(SENTENCES)
        .map(|(block, tokens)| OpeningSentence {
            sentence: Sentence::new(article, tokens.clone()),
            paragraph: block.number,
            is_title: block.part == ParagraphKind::Title,
        })
        .collect();
    let said = said_reporter(&first);
    let own = if said.is_some() { None } else { local::place(&first) };
    let local = own.as_ref().map(|own| own.value.clone());
    let own = own.map(|own| own.with(code(region::LOCAL)));
    let reporter = said.or(own).or_else(|| office(article)).or_else(|| agency::country(&first));
    let reporter = reporter.or_else(|| named_reporter(&first));
    let reporter =
        reporter.or_else(|| implied::of_dateline(article)).or_else(|| implied::of_currency(&first));
    let named = crate::draft::calendar::all(&article.tokens, 0..article.tokens.len().min(2000));
    let mut calendar = Calendar {
        published: article.published,
        year: year::of_text(article, &named),
        since: since(article, &named),
        fiscal_start: reporter.as_ref().map_or(0, |known| fiscal_start(&known.value)),
        cumulated: cumulated(&first),
        main: None,
    };
    let main = main_period(&first, &calendar);
    calendar.main = main.as_ref().and_then(|known| known.value);
    if calendar.published.is_none() {
        calendar.published = calendar.main.and_then(|main| main.end().pred_opt());
    }
    let declared = first.iter().find_map(|opening| period::declared_base(&opening.sentence));
    let base = declared.or_else(|| {
        let body = first.iter().filter(|opening| !opening.is_title).take(3);
        body.into_iter().find_map(|opening| period::default_base(&opening.sentence, &calendar))
    });
    let pair = pair::of_title(&first, reporter.as_ref());
    Home {
        local,
        is_reporter_doubtful: reporter.as_ref().is_some_and(|known| is_of_another(&first, &known.value)),
        pair,
        is_base_said: base.is_some(),
        base: base.unwrap_or(BaseSaid::YearBefore),
        product: product(&first),
        flow: flow(&first),
        has_services: has_services(article),
        reporter,
        main,
        calendar,
    }
}

/// The first place that the first sentences name as the one whose trade it is.
fn said_reporter(first: &[OpeningSentence]) -> Option<KnownWords<Arc<str>>> {
    first.iter().take(5).find_map(|opening| {
        let mut places = opening.sentence.places.iter();
        let place = places.find(|place| {
            place.role == PlaceRole::Reporter
                && place.mark.code != "BRI"
                && !super::partner::is_in_whole(&opening.sentence, &place.mark)
        })?;
        Some(opening.place(&place.mark))
    })
}

/// The first place of the first sentences whose part nothing says.
fn named_reporter(first: &[OpeningSentence]) -> Option<KnownWords<Arc<str>>> {
    first.iter().take(3).find_map(|opening| {
        let mut places = opening.sentence.places.iter();
        let place = places.find(|place| place.role == PlaceRole::Unknown && reports(place.mark.code))?;
        Some(opening.place(&place.mark))
    })
}

/// True if the title or the first sentence names the trade of another place than the article's reporter: one of them was read
/// wrongly, or the article is about both. A place of a title with no part counts.
fn is_of_another(first: &[OpeningSentence], reporter: &str) -> bool {
    let title = first.first().filter(|opening| opening.is_title);
    let body = first.iter().find(|opening| !opening.is_title);
    let is_own = |code: &str| code == reporter || region::nation(reporter) == Some(code);
    title.into_iter().chain(body).any(|opening| {
        let places = &opening.sentence.places;
        let is_other = |place: &RoledPlace| {
            let is_reporter = place.role == PlaceRole::Reporter;
            (is_reporter || opening.is_title && place.role == PlaceRole::Unknown) && reports(place.mark.code)
        };
        !places.iter().any(|place| is_own(place.mark.code)) && places.iter().any(is_other)
    })
}

/// True for a place that publishes trade figures of its own; a part of the world does not.
fn reports(code: &str) -> bool {
    known::country(code).is_some() || region::nation(code).is_some() || matches!(code, "EU" | "EA" | "EAEU")
}

/// The country of the first office that the article names.
fn office(article: &Article) -> Option<KnownWords<Arc<str>>> {
    article.blocks.iter().filter(|block| block.part != ParagraphKind::Table).take(8).find_map(|block| {
        block.tokens.clone().find_map(|at| {
            let found = words::find(article.tokens.get(at..block.tokens.end)?, WordKind::Office)?;
            let range = article.range(&(at..at + found.length));
            Some(KnownWords {
                value: code(found.code),
                range,
                paragraph: block.number,
                sentence_start: usize::MAX,
                is_said: true,
            })
        })
    })
}

/// The month of `since December 2023`, the last that the text names so.
fn since(article: &Article, all: &[Mention]) -> Option<(i32, u32)> {
    let named = all.iter().filter_map(|mention| {
        let NamedPeriod::Months { first, count: 1, year: YearSaid::Year(year) } = mention.span else {
            return None;
        };
        let before = mention.tokens.start.checked_sub(1)?;
        (article.stem(before) == "since").then_some((year, first))
    });
    named.max()
}

/// The months from January on that the first sentences sum up.
fn cumulated(first: &[OpeningSentence]) -> Option<u32> {
    first.iter().flat_map(|opening| &opening.sentence.periods).find_map(|mention| {
        let NamedPeriod::Months { first: 1, count, year } = mention.span else { return None };
        let is_this = matches!(year, YearSaid::Unsaid | YearSaid::This | YearSaid::Year(_));
        (is_this && (2..12).contains(&count)).then_some(count)
    })
}

/// The period of the first sentence that names one, the title last.
fn main_period(first: &[OpeningSentence], calendar: &Calendar) -> Option<KnownWords<Option<Period>>> {
    let of = |opening: &OpeningSentence| {
        let mention = period::first(&opening.sentence)?;
        let resolved = calendar.resolve(mention.span, None)?;
        Some(opening.known(Some(resolved), mention.tokens.clone()))
    };
    let body: Vec<&OpeningSentence> = first.iter().filter(|opening| !opening.is_title).collect();
    let title = first.iter().find(|opening| opening.is_title);
    // `China became the leading partner in 2023.` The first figures tell of which months of it.
    let counted =
        body.iter().find(|opening| !opening.sentence.figures.is_empty()).and_then(|opening| of(opening));
    let is_within = |long: &Period, short: &Period| {
        *long != *short && long.start() <= short.start() && short.end() <= long.end()
    };
    body.first()
        .and_then(|opening| of(opening))
        .map(|known| match (known.value, &counted) {
            (Some(long), Some(KnownWords { value: Some(short), .. })) if is_within(&long, short) => {
                counted.clone().unwrap_or(known)
            }
            _ => known,
        })
        .or_else(|| title.and_then(of))
        .or_else(|| body.iter().find_map(|opening| of(opening)))
}

fn product(first: &[OpeningSentence]) -> Option<KnownWords<Option<Arc<str>>>> {
    let title = first.first().filter(|opening| opening.is_title)?;
    let body: Vec<&OpeningSentence> = first.iter().filter(|opening| !opening.is_title).collect();
    let counted = body.iter().position(|opening| !opening.sentence.figures.is_empty())?;
    let read = &body[..=counted];
    let (name, range) = read
        .iter()
        .rev()
        .find_map(|opening| super::product::of_article(&opening.sentence, &title.sentence))
        .or_else(|| super::product::of_delivery(&read[counted].sentence, &title.sentence))?;
    let sentence_start = title.sentence.tokens.start;
    Some(KnownWords { value: Some(name), range, paragraph: title.paragraph, sentence_start, is_said: true })
}

fn flow(first: &[OpeningSentence]) -> Option<KnownWords<SaidFlow>> {
    first.iter().find_map(|opening| {
        let mark = opening
            .sentence
            .marks_in(opening.sentence.tokens.clone(), &[WordKind::Flow, WordKind::FlowVerb])
            .next()?;
        let flow = SaidFlow::new(mark)?;
        Some(opening.known(SaidFlow { is_here: false, ..flow }, mark.start..mark.end))
    })
}

fn has_services(article: &Article) -> bool {
    (0..article.tokens.len())
        .any(|at| words::matches(&article.tokens[at..]).any(|found| matches!(found.kind, WordKind::Services)))
}

/// The month in which the budget year begins in a country.
fn fiscal_start(country: &str) -> u32 {
    match country {
        "IND" | "JPN" | "HKG" | "SGP" | "GBR" | "CAN" | "NZL" | "ZAF" | "MMR" => 4,
        "USA" | "THA" | "CRI" => 10,
        _ => 7,
    }
}

impl Home {
    /// The flow that its first sentences name.
    pub fn first_flow(&self) -> Option<Flow> {
        self.flow.as_ref().map(|known| known.value.flow)
    }
}
