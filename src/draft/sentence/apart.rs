//! Takes a sentence apart.

use std::ops::Range;

use super::known_phrase::KnownPhrase;
use super::{Sentence, overlaps};
use super::{abbreviations, periods, places, split_verbs};
use crate::draft::article::Article;
use crate::draft::token::TokenKind;
use crate::draft::words::{self, WordKind};
use crate::draft::{calendar, figure};

impl<'a, 't> Sentence<'a, 't> {
    pub fn new(article: &'a Article<'t>, tokens: Range<usize>) -> Self {
        let (text, is_russian) = (article.text, article.is_russian);
        let mut figures = figure::all(&article.tokens, tokens.clone(), text, is_russian);
        let periods = calendar::all(&article.tokens, tokens.clone());
        figures.retain(|figure| {
            periods.iter().all(|period| !overlaps(&period.tokens, &figure.tokens) || figure.has_scale)
        });
        let mut sentence = Self { article, tokens, figures, periods, marks: Vec::new(), places: Vec::new() };
        sentence.marks = sentence.find_marks();
        sentence.marks.extend(split_verbs::find(&sentence));
        sentence.marks.sort_by_key(|mark| mark.start);
        let kept: Vec<bool> =
            sentence.periods.iter().map(|period| periods::counts(&sentence, period)).collect();
        let mut kept = kept.into_iter();
        sentence.periods.retain(|_| kept.next().unwrap_or(true));
        sentence.places = places::roles(&sentence);
        sentence
    }

    fn find_marks(&self) -> Vec<KnownPhrase> {
        let mut marks = Vec::new();
        let mut at = self.tokens.start;
        while at < self.tokens.end {
            let taken = self.figures.iter().map(|figure| &figure.tokens).find(|tokens| tokens.contains(&at));
            let taken = taken.or_else(|| {
                self.periods.iter().map(|period| &period.tokens).find(|tokens| tokens.contains(&at))
            });
            let is_multiple = |kind| kind == WordKind::Multiple;
            if let Some(tokens) = taken {
                at = tokens.end;
                continue;
            }
            if let Some(pair) = abbreviations::pair(self.article, at) {
                marks.extend(pair);
                at += pair.len();
                continue;
            }
            if let Some(several) = abbreviations::partners(self.article, at) {
                marks.push(several);
                at = several.end;
                continue;
            }
            let rest = self.article.tokens.get(at..self.tokens.end).unwrap_or_default();
            let found: Vec<words::Match> = words::matches(rest)
                .filter(|found| !is_multiple(found.kind) && self.counts(at, found))
                .collect();
            let longest = found.iter().map(|found| found.length).max().unwrap_or(0);
            let longest = found.iter().filter(|found| found.length == longest);
            let mut length = 1;
            let is_rb = self.article.stem(at) == "рб";
            let is_skip = longest.clone().any(|found| found.kind == WordKind::Skip);
            for found in longest {
                length = found.length;
                if !is_skip || found.kind == WordKind::Skip {
                    marks.push(KnownPhrase {
                        kind: found.kind,
                        code: self.article.region_of_rb.filter(|_| is_rb).unwrap_or(found.code),
                        start: at,
                        end: at + length,
                    });
                }
            }
            at += length;
        }
        marks
    }

    /// False for one Chinese character that is a name only behind certain others: 美 in 对美出口.
    fn counts(&self, at: usize, found: &words::Match) -> bool {
        if found.kind == WordKind::Capital {
            return false;
        }
        // `стали` is a verb far more often than it is steel.
        if found.kind == WordKind::Product && found.length == 1 && self.article.stem(at) == "стал" {
            let next = self.article.tokens.get(at + 1);
            return next.is_some_and(|next| !next.is_capital && next.kind != TokenKind::Number)
                && self.article.tokens.get(at).is_some_and(|token| token.end - token.start >= 10);
        }
        if found.length == 1 && matches!(self.article.stem(at), "shipments" | "purchases") {
            return self.is_trade_noun(at);
        }
        // 从主要进口商品看: goods of a flow; 主要进口来源 is none.
        if found.kind == WordKind::Skip && self.article.stem(at) == "主" {
            let next = (self.article.stem(at + found.length), self.article.stem(at + found.length + 1));
            return !matches!(next, ("商" | "产", "品") | ("货", "物"));
        }
        // 对尼泊尔贸易13.58亿元: trade, in front of its amount alone; else a part of other words.
        if found.kind == WordKind::Flow && found.length == 2 && self.article.stem(at) == "贸" {
            let next = self.article.tokens.get(at + 2);
            return next.is_some_and(|next| {
                next.kind == TokenKind::Number || matches!(next.stem, "达" | "约" | "超" | "近")
            });
        }
        // `министерства промышленности, торговли и энергетики` is an office.
        let is_trade = found.kind == WordKind::Flow && matches!(self.article.stem(at), "торговл" | "trade");
        if is_trade && found.length == 1 {
            let near = (at.saturating_sub(6).max(self.tokens.start)..at).rev();
            let mut words = near.map(|at| self.article.stem(at)).take_while(|stem| *stem != ".");
            if words.any(|stem| {
                stem.starts_with("министерств")
                    || matches!(stem, "министр" | "ministry" | "minister" | "department")
            }) {
                return false;
            }
        }
        let is_one = found.length == 1
            && self.article.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Han);
        if found.kind != WordKind::Place || !is_one {
            return true;
        }
        at.checked_sub(1).is_some_and(|before| {
            matches!(self.article.stem(before), "对" | "自" | "从" | "与" | "同" | "向" | "中")
        })
    }

    /// True for one known name of goods in front of a token.
    fn is_product_before(&self, at: usize) -> bool {
        let rest =
            at.checked_sub(1).and_then(|before| self.article.tokens.get(before..at)).unwrap_or_default();
        words::matches(rest).any(|found| found.kind == WordKind::Product)
    }

    /// `shipments to China`, `purchases of oil`: trade across a border, if no other words say of what kind they are.
    fn is_trade_noun(&self, at: usize) -> bool {
        let before = at.checked_sub(1).map_or("", |before| self.article.stem(before));
        let behind = self.article.stem(at + 1);
        let kinds = [
            "domestic", "factory", "internal", "incoming", "manufacturers", "wholesale", "government",
            "asset",
        ];
        match self.article.stem(at) {
            "shipments" => behind != "from" && !kinds.contains(&before),
            // `oil purchases`
            _ => (matches!(behind, "of" | "from") || self.is_product_before(at)) && !kinds.contains(&before),
        }
    }
}
