//! Reads tokens one by one.

use crate::draft::token::{Token, TokenKind};
use crate::draft::words::{self, WordKind};

/// The tokens of a text, read from one on.
#[derive(Clone, Copy)]
pub(super) struct Scanner<'a, 't> {
    pub tokens: &'a [Token<'t>],
    pub end: usize,
}

impl<'t> Scanner<'_, 't> {
    pub fn token(&self, at: usize) -> Option<&Token<'t>> {
        self.tokens.get(..self.end)?.get(at)
    }

    pub fn is(&self, at: usize, stems: &[&str]) -> bool {
        self.token(at).is_some_and(|token| stems.contains(&token.stem))
    }

    pub fn find(&self, at: usize, kind: WordKind) -> Option<(&'static str, usize)> {
        let rest = self.tokens.get(at..self.end)?;
        words::find(rest, kind).map(|found| (found.code, at + found.length))
    }

    /// A number of one or two digits, or its word.
    pub fn small(&self, at: usize) -> Option<(u32, usize)> {
        if let Some((code, end)) = self.find(at, WordKind::Number) {
            return Some((code.parse().ok()?, end));
        }
        let token =
            self.token(at).filter(|token| token.kind == TokenKind::Number && token.stem.len() <= 2)?;
        Some((token.stem.parse().ok()?, at + 1))
    }

    /// A year in four digits that is no amount.
    pub fn year(&self, at: usize) -> Option<(i32, usize)> {
        let token =
            self.token(at).filter(|token| token.kind == TokenKind::Number && token.stem.len() == 4)?;
        let year = token.stem.parse().ok().filter(|year| (1900..2100).contains(year))?;
        let is_amount = |kind| self.find(at + 1, kind).is_some();
        let units = [
            WordKind::Scale,
            WordKind::Percent,
            WordKind::Money,
            WordKind::Moneys,
            WordKind::Amount,
            WordKind::Count,
        ];
        let before = at.checked_sub(1).and_then(|before| self.token(before));
        let is_money = before.is_some_and(|before| matches!(before.stem, "$" | "€" | "£" | "¥"));
        let has_unit = units.into_iter().any(is_amount) && self.find(at + 1, WordKind::Year).is_none();
        (!has_unit && !is_money).then_some((year, at + 1))
    }
}
