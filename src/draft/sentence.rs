//! A sentence with everything that rules look at: its figures, periods and known words.

mod abbreviations;
mod apart;
mod known_phrase;
mod periods;
mod places;
mod split_verbs;

use std::ops::Range;

pub(super) use known_phrase::{KnownPhrase, PlaceRole, RoledPlace};
pub(super) use places::nation_of_share;

use super::article::Article;
use super::calendar::Mention;
use super::figure::TextFigure;
use super::token::TokenKind;
use super::words::WordKind;

/// A sentence taken apart.
pub(super) struct Sentence<'a, 't> {
    pub article: &'a Article<'t>,
    pub tokens: Range<usize>,
    pub figures: Vec<TextFigure>,
    pub periods: Vec<Mention>,
    /// In order; several may stand for the same words.
    pub marks: Vec<KnownPhrase>,
    pub places: Vec<RoledPlace>,
}

/// Words that begin a clause with a subject of its own.
const BREAKS: [&str; 16] = [
    ";", "；", ":", "while", "whereas", "but", "whilst", "however", "though", "although", "тогда", "а", "но",
    "однако", "•", "against",
];

impl<'t> Sentence<'_, 't> {
    pub fn stem(&self, at: usize) -> &'t str {
        if self.tokens.contains(&at) { self.article.stem(at) } else { "" }
    }

    /// True for a token of a figure, of a period, or of a word that begins a clause.
    pub fn is_taken(&self, at: usize) -> bool {
        let figures = self.figures.iter().map(|figure| &figure.tokens);
        figures.chain(self.periods.iter().map(|period| &period.tokens)).any(|tokens| tokens.contains(&at))
            || self.is_break(at)
    }

    /// True for a token of a known phrase; one character of a unit or a number may be part of a name: 张家港, 无人机.
    pub fn is_in_phrase(&self, at: usize) -> bool {
        let units = [WordKind::OtherUnit, WordKind::Amount, WordKind::Number, WordKind::Months];
        let mut covers = self.marks.iter().filter(|mark| (mark.start..mark.end).contains(&at));
        covers.any(|mark| mark.end > mark.start + 1 || !units.contains(&mark.kind))
    }

    /// True for a sentence that begins in Chinese characters, or behind a period.
    pub fn is_chinese(&self) -> bool {
        let tokens = self.article.tokens.get(self.tokens.clone()).unwrap_or_default();
        tokens.iter().filter(|token| token.kind == TokenKind::Han).count() * 2 > tokens.len()
    }

    /// True for a sentence that says 同期, the same period as before, and names no year with it.
    pub fn is_in_same_period(&self) -> bool {
        self.tokens.clone().any(|at| {
            let covers =
                |mark: &&KnownPhrase| mark.kind == WordKind::Yoy && (mark.start..mark.end).contains(&at);
            (self.stem(at), self.stem(at + 1)) == ("同", "期")
                && !self.is_taken(at)
                && !self.marks.iter().any(|mark| covers(&mark))
        })
    }

    /// True if a semicolon stands between words and a byte behind them.
    pub fn has_stop_since(&self, words: &Range<usize>, to: usize) -> bool {
        self.article.text.get(words.end..to).is_some_and(|between| between.contains(['；', ';', '。']))
    }

    /// The marks of some kinds within tokens, in order.
    pub fn marks_in<'s>(
        &'s self,
        within: Range<usize>,
        kinds: &'s [WordKind],
    ) -> impl DoubleEndedIterator<Item = &'s KnownPhrase> + Clone {
        let first = self.marks.partition_point(|mark| mark.start < within.start);
        let marks = self.marks.get(first..).unwrap_or_default();
        let count = marks.partition_point(|mark| mark.start < within.end);
        marks
            .get(..count)
            .unwrap_or_default()
            .iter()
            .filter(move |mark| mark.end <= within.end && kinds.contains(&mark.kind))
    }

    pub fn has(&self, within: Range<usize>, kinds: &[WordKind]) -> bool {
        self.marks_in(within, kinds).next().is_some()
    }

    /// The mark of a kind that begins at a token.
    pub fn mark_at(&self, at: usize, kind: WordKind) -> Option<&KnownPhrase> {
        let first = self.marks.partition_point(|mark| mark.start < at);
        self.marks.get(first..)?.iter().take_while(|mark| mark.start == at).find(|mark| mark.kind == kind)
    }

    /// The last token in front of `at` that begins a clause with a subject of its own; the start of the sentence if none.
    pub fn clause_start(&self, at: usize) -> usize {
        let is_break = |token: &usize| self.is_break(*token);
        (self.tokens.start..at).rev().find(is_break).map_or(self.tokens.start, |token| token + 1)
    }

    /// The end of the clause behind `at`.
    pub fn clause_end(&self, at: usize) -> usize {
        (at..self.tokens.end).find(|token| self.is_break(*token)).unwrap_or(self.tokens.end)
    }

    pub fn is_break(&self, at: usize) -> bool {
        let stem = self.stem(at);
        BREAKS.contains(&stem) && stem != "against"
    }

    /// The tokens between a figure and the one before it, or the start of the sentence.
    pub fn before(&self, figure: usize) -> Range<usize> {
        let end = self.figures.get(figure).map_or(self.tokens.start, |figure| figure.tokens.start);
        let start = figure
            .checked_sub(1)
            .and_then(|at| self.figures.get(at))
            .map_or(self.tokens.start, |figure| figure.tokens.end);
        start..end.max(start)
    }

    /// The tokens between a figure and the next one, or the end of the sentence.
    pub fn behind(&self, figure: usize) -> Range<usize> {
        let start = self.figures.get(figure).map_or(self.tokens.end, |figure| figure.tokens.end);
        let end = self.figures.get(figure + 1).map_or(self.tokens.end, |figure| figure.tokens.start);
        start..end.max(start)
    }

    /// The token behind the brackets that a token opens or closes, or that it ends a figure in: `$5 bn (2%) ‹increase›`.
    pub fn over_brackets(&self, at: usize) -> usize {
        let end = (at..self.tokens.end.min(at + 8)).find(|end| self.stem(*end) == ")");
        let is_figure = self.figures.iter().any(|figure| Some(figure.tokens.end) == end);
        match (self.stem(at), end) {
            ("(", Some(end)) if is_figure => end + 1,
            (")", _) => at + 1,
            _ => at,
        }
    }

    /// True for a figure directly behind an opening bracket, words that limit it aside.
    pub fn is_in_brackets(&self, figure: usize) -> bool {
        let Some(figure) = self.figures.get(figure) else { return false };
        let before = (figure.tokens.start.saturating_sub(3)..figure.tokens.start).rev();
        let mut stems = before.map(|at| self.stem(at));
        stems
            .find(|stem| !matches!(*stem, "about" | "around" | "approximately" | "约" | "около" | "a" | "an"))
            .is_some_and(|stem| matches!(stem, "(" | "（"))
    }
}

pub(super) fn overlaps(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.start < other.end && other.start < one.end
}
