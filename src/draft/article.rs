//! A text taken apart: paragraphs with their numbers, sentences, the day it was published.

mod day;
mod sentences;

use std::ops::Range;

use chrono::NaiveDate;

use super::figure;
use super::token::{Token, TokenKind, is_han};
use super::words::{self, WordKind};

/// A paragraph of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paragraph {
    /// As readers count: 0 is the title, 1 the first paragraph below it and the line with the date. `None` for that line.
    pub number: Option<usize>,
    /// Its bytes, without blanks at the ends.
    pub range: Range<usize>,
}

/// The kinds of paragraphs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ParagraphKind {
    Title,
    /// The line with the day, or the author.
    Date,
    Body,
    /// Rows of cells between pipes or tabs.
    Table,
}

/// A paragraph and its sentences.
#[derive(Debug, Clone)]
pub(super) struct TextBlock {
    pub part: ParagraphKind,
    /// As readers count; 0 for the title and the line with the date.
    pub number: usize,
    pub tokens: Range<usize>,
    /// Bytes.
    pub range: Range<usize>,
    pub sentences: Vec<Range<usize>>,
}

/// A text taken apart.
pub(super) struct Article<'t> {
    pub text: &'t str,
    pub tokens: Vec<Token<'t>>,
    pub blocks: Vec<TextBlock>,
    pub is_russian: bool,
    pub published: Option<NaiveDate>,
    /// The region that `РБ` stands for, in a text that names it; else it is Belarus.
    pub region_of_rb: Option<&'static str>,
}

impl<'t> Article<'t> {
    pub fn new(text: &'t str, folded: &'t str) -> Self {
        let (mut tokens, paragraphs) = (super::token::tokens(text, folded), paragraphs(text));
        let wraps = wraps(text, &paragraphs);
        tokens.retain(|token| token.kind != TokenKind::LineEnd || wraps.binary_search(&token.start).is_err());
        let is_russian = is_russian(text);
        let regions = [("Башк", "RU-BA"), ("Бурят", "RU-BU")];
        let region_of_rb = regions.iter().find(|(name, _)| text.contains(name)).map(|(_, code)| *code);
        let mut article =
            Self { text, tokens, blocks: Vec::new(), is_russian, published: None, region_of_rb };
        let mut number = 0;
        for range in paragraphs {
            let tokens = article.tokens_in(&range);
            let part = article.part(&range, &tokens);
            if matches!(part, ParagraphKind::Body | ParagraphKind::Table) {
                number += 1;
            }
            let sentences =
                sentences::sentences(&article.tokens, tokens.clone(), part == ParagraphKind::Table);
            let number = if matches!(part, ParagraphKind::Body | ParagraphKind::Table) { number } else { 0 };
            article.blocks.push(TextBlock { part, number, tokens, range, sentences });
        }
        article.published = article.day();
        article
    }

    /// The paragraphs as readers count them.
    pub fn paragraphs(&self) -> Vec<Paragraph> {
        let number = |block: &TextBlock| (block.part != ParagraphKind::Date).then_some(block.number);
        self.blocks
            .iter()
            .map(|block| Paragraph { number: number(block), range: block.range.clone() })
            .collect()
    }

    fn tokens_in(&self, range: &Range<usize>) -> Range<usize> {
        let first = self.tokens.partition_point(|token| token.start < range.start);
        let last = self.tokens.partition_point(|token| token.start < range.end);
        first..last
    }

    fn part(&self, range: &Range<usize>, tokens: &Range<usize>) -> ParagraphKind {
        let text = &self.text[range.clone()];
        if is_table(text) {
            return ParagraphKind::Table;
        }
        if self.blocks.is_empty() {
            return ParagraphKind::Title;
        }
        let is_early =
            self.blocks.len() <= 3 && self.blocks.iter().all(|block| block.part != ParagraphKind::Body);
        let is_short = text.chars().count() <= 120 && !text.contains('\n');
        let has_day = || day::any(&self.tokens[tokens.clone()], self.text).is_some();
        let has_figure = || !figure::all(&self.tokens, tokens.clone(), self.text, self.is_russian).is_empty();
        // `Gabon raised its exports in January-May 2020.` tells of trade, not of a day.
        let has_flow = || {
            let one_way = |found: words::Match| {
                found.kind == WordKind::Flow && matches!(found.code, "exports" | "imports")
            };
            tokens.clone().any(|at| words::matches(&self.tokens[at..tokens.end]).any(one_way))
        };
        let is_author = text.starts_with("By ") || text.starts_with("Source") || text.starts_with("来源");
        if is_early && is_short && (has_day() || is_author) && !has_figure() && !has_flow() {
            ParagraphKind::Date
        } else {
            ParagraphKind::Body
        }
    }

    /// The day of publication: of the line with the date, else the first day in the first paragraphs.
    fn day(&self) -> Option<NaiveDate> {
        let of = |block: &TextBlock| day::any(&self.tokens[block.tokens.clone()], self.text);
        let dated = self.blocks.iter().filter(|block| block.part == ParagraphKind::Date).find_map(of);
        dated.or_else(|| {
            let full = |block: &TextBlock| day::full(&self.tokens[block.tokens.clone()], self.text);
            self.blocks.iter().take(3).find_map(full)
        })
    }

    /// The bytes of a stretch of tokens.
    pub fn range(&self, tokens: &Range<usize>) -> Range<usize> {
        let start = self.tokens.get(tokens.start).map_or(0, |token| token.start);
        let end =
            tokens.end.checked_sub(1).and_then(|last| self.tokens.get(last)).map_or(start, |token| token.end);
        start..end.max(start)
    }

    pub fn stem(&self, at: usize) -> &'t str {
        self.tokens.get(at).map_or("", |token| token.stem)
    }
}

/// The stretches of text between empty lines; every line where there are none.
fn paragraphs(text: &str) -> Vec<Range<usize>> {
    let mut blocks: Vec<Range<usize>> = Vec::new();
    let (mut at, mut is_open, mut was_row) = (0, false, false);
    let has_gaps = text.trim().lines().any(|line| line.trim().is_empty());
    for line in text.split_inclusive('\n') {
        let words = line.trim();
        let start = at + (line.len() - line.trim_start().len());
        at += line.len();
        if words.is_empty() {
            is_open = false;
            continue;
        }
        let end = start + words.len();
        match blocks.last_mut() {
            Some(block) if is_open && (has_gaps || is_row(words) && was_row) => block.end = end,
            _ => blocks.push(start..end),
        }
        (is_open, was_row) = (true, is_row(words));
    }
    blocks
}

fn is_row(line: &str) -> bool {
    line.matches(['|', '\t']).count() >= 2
}

/// True if two lines or more have three cells.
fn is_table(text: &str) -> bool {
    text.lines().filter(|line| is_row(line)).count() >= 2
}

fn is_russian(text: &str) -> bool {
    let (mut cyrillic, mut other) = (0_usize, 0_usize);
    for c in text.chars() {
        match c {
            'а'..='я' | 'А'..='Я' => cyrillic += 1,
            'a'..='z' | 'A'..='Z' => other += 1,
            c if is_han(c) => other += 2,
            _ => {}
        }
    }
    cyrillic > other
}

/// The ends of lines that only wrap a sentence: those of nearly full lines, of 60 characters or more, that end with no
/// full stop.
fn wraps(text: &str, paragraphs: &[Range<usize>]) -> Vec<usize> {
    let mut wraps = Vec::new();
    for range in paragraphs {
        let block = &text[range.clone()];
        let length = |line: &str| line.chars().count();
        let longest = block.lines().map(length).max().unwrap_or(0);
        if longest < 60 || !block.contains('\n') || is_table(block) {
            continue;
        }
        let mut at = range.start;
        for line in block.split_inclusive('\n') {
            at += line.len();
            let words = line.trim_end();
            let is_full =
                length(words) * 10 >= longest * 7 && !words.ends_with(['.', '!', '?', ':', ';', '。']);
            let next = text[at..range.end].trim_start();
            if is_full && line.ends_with('\n') && !next.starts_with(['•', '-', '–', '*', '+']) {
                wraps.push(at - 1);
            }
        }
    }
    wraps
}
