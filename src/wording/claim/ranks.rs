//! Ranks and records: sentences.

use super::name;
use crate::analysis::{Dimension, Figure};
use crate::dataset::{Period, RankedAmong, Subject};
use crate::text::truncate::middle;
use crate::wording::Words;
use crate::wording::number::plain;

/// How many columns of a thing's name fit a line of a proof.
const LONGEST_THING: usize = 24;

/// `exports of Sep 2022 are no record since 2008: those of Jan 2021 were larger`
pub fn record(
    words: Words,
    record: &Subject,
    (since, earlier): (Option<Period>, &Subject),
    holds: bool,
) -> String {
    let (name, when) = (name::trade(words, record, Dimension::Flow), name::period(record.period));
    let since = since.map_or_else(String::new, |since| format!(" since {since}"));
    let (before, is_one) = (name::period(earlier.period), name::is_singular(record.flow));
    match (holds, is_one) {
        (true, true) => format!("{name} of {when} is a record{since} among what is given"),
        (true, false) => format!("{name} of {when} are a record{since} among what is given"),
        (false, true) => format!("{name} of {when} is no record{since}: that of {before} went further"),
        (false, false) => format!("{name} of {when} are no record{since}: those of {before} were larger"),
    }
}

/// `total trade by partner: EU is ranked 1, but ASEAN, ranked 2, is larger, 2023`
pub fn and_value(
    words: Words,
    (among, subject): (RankedAmong, &Subject),
    (rank, lower, larger): (Figure, Option<Figure>, usize),
    holds: bool,
) -> String {
    let (list, when) = (list(among, subject), name::period(subject.period));
    let (thing, place) = (thing(words, among, subject), number(words, rank));
    let lower = lower.map(|lower| {
        let other =
            words.subject(lower).map_or_else(String::new, |subject| self::thing(words, among, subject));
        format!("{other}, ranked {},", number(words, lower))
    });
    match (holds, lower, larger) {
        (true, ..) => format!("{list}: values allow {thing} to be ranked {place}, {when}"),
        (false, Some(lower), _) => {
            format!("{list}: {thing} is ranked {place}, but {lower} is larger, {when}")
        }
        (false, None, 1) => format!("{list}: {thing} is ranked {place}, but another is larger, {when}"),
        (false, None, more) => {
            format!("{list}: {thing} is ranked {place}, but {more} others are larger, {when}")
        }
    }
}

/// `exports by partner: 2 are ranked 1, 2023`
pub fn one(words: Words, among: RankedAmong, ranks: &[Figure], holds: bool) -> String {
    let Some((first, subject)) = ranks.first().and_then(|first| Some((*first, words.subject(*first)?)))
    else {
        return String::new();
    };
    let (list, when) = (list(among, subject), name::period(subject.period));
    if holds {
        format!("{list}: no two of {} ranks are one, {when}", ranks.len())
    } else {
        format!("{list}: {} are ranked {}, {when}", ranks.len(), number(words, first))
    }
}

/// `exports by partner`
fn list(among: RankedAmong, subject: &Subject) -> String {
    let by = match among {
        RankedAmong::Partners => "partner",
        RankedAmong::Reporters => "reporter",
        RankedAmong::Products => "product",
    };
    format!("{} by {by}", name::flow(subject.flow))
}

/// The name of a trade on a list.
pub fn thing(words: Words, among: RankedAmong, subject: &Subject) -> String {
    match among {
        RankedAmong::Partners => name::place(words, &subject.partner),
        RankedAmong::Reporters => name::place(words, &subject.reporter),
        RankedAmong::Products => middle(subject.product.as_deref().unwrap_or_default(), LONGEST_THING),
    }
}

/// The number of a rank.
pub fn number(words: Words, rank: Figure) -> String {
    let value = words.observation(rank).and_then(|row| row.value);
    value.map_or_else(String::new, |value| plain(value.value(), value.decimals()))
}
