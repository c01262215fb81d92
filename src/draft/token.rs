//! Tokens of a text: words by their stems, Chinese characters one by one, numbers, signs.

use std::ops::Range;

use super::simplified::simplified;

/// The kinds of tokens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum TokenKind {
    /// Letters of an alphabet.
    Word,
    /// One Chinese character.
    Han,
    /// Digits with separators of groups and decimals.
    Number,
    /// Digits in three parts: a day.
    Date,
    /// Anything else that is not blank.
    Sign,
    /// The end of a line.
    LineEnd,
}

/// One token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Token<'t> {
    pub kind: TokenKind,
    pub start: usize,
    pub end: usize,
    /// The form it is looked up by: small letters, Russian without endings, one dash for all, `'s` for every possessive.
    pub stem: &'t str,
    /// True if the word begins with a capital; of two letters or more, `is_capitals` says if all are.
    pub is_capital: bool,
    pub is_capitals: bool,
    /// True if a blank comes before it.
    pub is_apart: bool,
}

impl Token<'_> {
    pub fn range(&self) -> Range<usize> {
        self.start..self.end
    }
}

/// The text with small letters, each as long as the letter it stands for, so that both have the same places.
pub(super) fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_ascii() {
            folded.push(c.to_ascii_lowercase());
            continue;
        }
        if is_han(c) {
            folded.push(simplified(c));
            continue;
        }
        let mut small = c.to_lowercase();
        match (small.next(), small.next()) {
            (Some('ё'), None) => folded.push('е'),
            (Some(small), None) if small.len_utf8() == c.len_utf8() => folded.push(small),
            _ => folded.push(c),
        }
    }
    folded
}

/// The tokens of `text`, with its folded form.
pub(super) fn tokens<'t>(text: &str, folded: &'t str) -> Vec<Token<'t>> {
    let mut tokens = Vec::with_capacity(text.len() / 4);
    let (mut at, mut is_apart) = (0, true);
    while let Some(c) = text[at..].chars().next() {
        let end = at + c.len_utf8();
        if c.is_whitespace() && c != '\n' {
            (at, is_apart) = (end, true);
            continue;
        }
        let (kind, end) = kind(text, at, c, end);
        let written = &text[at..end];
        let stem = stem(kind, &folded[at..end]);
        let is_capitals =
            written.chars().count() > 1 && written.chars().all(|c| !c.is_alphabetic() || c.is_uppercase());
        let is_capital = c.is_uppercase();
        tokens.push(Token { kind, start: at, end, stem, is_capital, is_capitals, is_apart });
        (at, is_apart) = (end, kind == TokenKind::LineEnd);
    }
    tokens
}

fn kind(text: &str, at: usize, c: char, end: usize) -> (TokenKind, usize) {
    let rest = &text[at..];
    if c == '\n' {
        return (TokenKind::LineEnd, end);
    }
    if is_han(c) {
        return (TokenKind::Han, end);
    }
    if c.is_ascii_digit() {
        let length = super::number::length(rest);
        let parts = rest[..length].split(['.', '-', '/']).count();
        return (if parts > 2 { TokenKind::Date } else { TokenKind::Number }, at + length);
    }
    if c.is_alphabetic() {
        let length =
            rest.find(|c: char| !(c.is_alphabetic() || is_mark(c)) || is_han(c)).unwrap_or(rest.len());
        return (TokenKind::Word, at + length);
    }
    let is_possessive = ["'s", "’s"].iter().find_map(|mark| rest.strip_prefix(mark));
    if let Some(after) = is_possessive.filter(|after| !after.starts_with(char::is_alphanumeric)) {
        return (TokenKind::Sign, text.len() - after.len());
    }
    (TokenKind::Sign, end)
}

/// True for combining marks, which belong to the letter before them.
fn is_mark(c: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&c)
}

/// True for Chinese characters, which stand without blanks.
pub(super) fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{20000}'..='\u{2ffff}' | '\u{3007}')
}

fn stem(kind: TokenKind, folded: &str) -> &str {
    match kind {
        TokenKind::Word => russian_stem(folded),
        TokenKind::Sign => match folded {
            "–" | "−" | "‒" => "-",
            "’s" => "'s",
            "’" => "'",
            other => other,
        },
        TokenKind::Han | TokenKind::Number | TokenKind::Date | TokenKind::LineEnd => folded,
    }
}

/// Endings that begin with a consonant or contain one, the longest first.
const ENDINGS: [&str; 26] = [
    "иями", "ями", "ами", "ыми", "ими", "ого", "его", "ому", "ему", "иях", "ием", "ям", "ам", "ях", "ах",
    "ов", "ев", "ом", "ем", "ым", "им", "ых", "их", "ей", "ой", "ий",
];

/// A Russian word without its ending; any other word as it is.
fn russian_stem(word: &str) -> &str {
    if !word.ends_with(|c| ('а'..='я').contains(&c)) {
        return word;
    }
    let is_long_enough = |stem: &&str| stem.len() >= 4;
    let stripped = ENDINGS.iter().find_map(|ending| word.strip_suffix(ending)).filter(|stem| stem.len() >= 6);
    let vowels = |c: char| matches!(c, 'а' | 'е' | 'и' | 'о' | 'у' | 'ы' | 'э' | 'ю' | 'я' | 'ь' | 'й');
    let stem = stripped.unwrap_or(word).trim_end_matches(vowels);
    Some(stem).filter(is_long_enough).unwrap_or(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stems(text: &str) -> Vec<String> {
        let folded = folded(text);
        tokens(text, &folded).iter().map(|token| token.stem.to_owned()).collect()
    }

    #[test]
    fn words_numbers_and_characters_are_tokens() {
        assert_eq!(stems("China’s $1,234.5m"), ["china", "'s", "$", "1,234.5", "m"]);
        assert_eq!(stems("出口5.2%"), ["出", "口", "5.2", "%"]);
        assert_eq!(stems("in 2023-05-22 Q1"), ["in", "2023-05-22", "q", "1"]);
        assert_eq!(stems("1 234,5 or 12 2019"), ["1 234,5", "or", "12", "2019"]);
    }

    #[test]
    fn cases_of_a_russian_word_have_one_stem() {
        for words in [
            "Казахстан Казахстана Казахстаном",
            "торговля торговли торговлей торговлю",
            "экспорт экспорта экспорте",
        ] {
            let stems = stems(words);
            assert!(stems.iter().all(|stem| *stem == stems[0]), "{stems:?}");
        }
    }
}
