//! Sentences about ranks and records.

use super::kind::ClaimWords;
use super::name;
use super::picture::{Drawing, Picture};
use crate::analysis::{OneRank, RankAndValue, RecordIsLargest};
use crate::dataset::{RankedAmong, Subject};
use crate::text::truncate::middle;
use crate::wording::Words;
use crate::wording::number::Notation;

/// The maximum width of an entry's name in a line of a proof.
const LONGEST_THING: usize = 24;

impl ClaimWords for RecordIsLargest {
    /// `exports of Sep 2022 are no record since 2008: those of Jan 2021 were larger`
    fn sentence(&self, words: Words, holds: bool) -> String {
        let record = &self.record.subject;
        let (name, when) = (name::trade(words, record, self.dimension()), name::period(record.period));
        let since = self.since.map_or_else(String::new, |since| format!(" since {since}"));
        let before = name::period(self.earlier.subject.period);
        match (holds, name::is_singular(record.flow)) {
            (true, true) => format!("{name} of {when} is a record{since} among what is given"),
            (true, false) => format!("{name} of {when} are a record{since} among what is given"),
            (false, true) => format!("{name} of {when} is no record{since}: that of {before} went further"),
            (false, false) => format!("{name} of {when} are no record{since}: those of {before} were larger"),
        }
    }

    fn notation(&self, words: Words) -> Option<Notation> {
        let notation = Notation::from_term(words, &self.record)?;
        Some(notation.distinct(self.record.interval.high(), self.earlier.interval.low()))
    }

    fn picture(&self, drawing: &Drawing) -> Option<Picture> {
        let pair = [drawing.term(&self.record)?, drawing.term(&self.earlier)?];
        Some(Picture { has_zero: true, ..Picture::around(pair) })
    }
}

impl ClaimWords for RankAndValue {
    /// `total trade by partner: EU is ranked 1, but ASEAN, ranked 2, is larger, 2023`
    fn sentence(&self, words: Words, holds: bool) -> String {
        let Self { among, subject, .. } = self;
        let (list, when) = (list(*among, subject), name::period(subject.period));
        let (thing, place) = (thing(words, *among, subject), name::rank(words, self.rank));
        let lower = self.lower.map(|lower| {
            let other = words.subject(lower);
            let other = other.map_or_else(String::new, |subject| self::thing(words, *among, &subject));
            format!("{other}, ranked {},", name::rank(words, lower))
        });
        match (holds, lower, self.larger) {
            (true, ..) => format!("{list}: the figures allow {thing} to be ranked {place}, {when}"),
            (false, Some(lower), _) => {
                format!("{list}: {thing} is ranked {place}, but {lower} is larger, {when}")
            }
            (false, None, 1) => format!("{list}: {thing} is ranked {place}, but another is larger, {when}"),
            (false, None, more) => {
                format!("{list}: {thing} is ranked {place}, but at least {more} others are larger, {when}")
            }
        }
    }
}

impl ClaimWords for OneRank {
    /// `exports by partner: 2 are ranked 1, 2023`
    fn sentence(&self, words: Words, holds: bool) -> String {
        let first = self.ranks.first().and_then(|first| Some((*first, words.subject(*first)?)));
        let Some((first, subject)) = first else { return String::new() };
        let (list, when) = (list(self.among, &subject), name::period(subject.period));
        if holds {
            format!("{list}: no two of {} ranks are the same, {when}", self.ranks.len())
        } else {
            format!("{list}: {} are ranked {}, {when}", self.ranks.len(), name::rank(words, first))
        }
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

/// The name of a trade as an entry of a list.
fn thing(words: Words, among: RankedAmong, subject: &Subject) -> String {
    match among {
        RankedAmong::Partners => name::place(words, &subject.partner),
        RankedAmong::Reporters => name::place(words, &subject.reporter),
        RankedAmong::Products => middle(subject.product.as_deref().unwrap_or_default(), LONGEST_THING),
    }
}
