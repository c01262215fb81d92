//! The words by which figures are recognised: one table for all languages, looked up by the first stem.

use std::sync::LazyLock;

use foldhash::HashMap;

use super::token::{Token, TokenKind, folded, is_han, tokens};
use crate::dataset::known::WORDS;

/// The kinds of words, as the table names them.
macro_rules! kinds {
    ($($kind:ident $name:literal,)*) => {
        /// A kind of word; what it means beyond that is its code.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub(super) enum WordKind { $($kind,)* }

        impl WordKind {
            fn parse(name: &str) -> Option<Self> {
                match name { $($name => Some(Self::$kind),)* _ => None }
            }
        }
    };
}

kinds! {
    Place "place", Demonym "demonym", Office "office", Home "home", Capital "capital", Money "money", Moneys "moneys", Sign "sign", Own "own",
    Percent "percent", Points "points", Scale "scale", Amount "unit", OtherUnit "otherunit", Count "count", Factor "factor",
    Flow "flow", FlowVerb "flowverb", FlowMarket "flowmarket", Skip "skip", Change "change", Multiple "multiple", Share "share", To "to", Yoy "yoy",
    Mom "mom", Qoq "qoq", Versus "versus", From "from", Respectively "respectively", Bound "bound", Average "average",
    Per "per", Expected "expected", Month "month", Number "number", Anaphora "anaphora", OfWhich "ofwhich", Whole "whole", Transport "transport",
    Seasonal "seasonal", Volume "volume", Price "price", NoTrade "other", Rank "rank", Goods "goods", Services "services",
    GoodsAndServices "gs", Product "product", Stop "stop", Same "same", This "this", Last "last", Nth "nth", Year "year",
    Months "monthword", Quarter "quarter", Half "half", Fiscal "fiscal", SoFar "sofar", WholeYear "wholeyear",
}

/// A phrase of the table.
#[derive(Debug, PartialEq, Eq)]
struct Phrase {
    kind: WordKind,
    code: &'static str,
    /// The stems behind the first.
    rest: Box<[Box<str>]>,
    /// The first word is a name that must be written with a capital, or in capitals.
    is_capital: bool,
    is_capitals: bool,
}

/// A phrase found in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Match {
    pub kind: WordKind,
    pub code: &'static str,
    /// How many tokens it takes.
    pub length: usize,
}

/// Phrases by their first stem, the longest first.
type Phrases = HashMap<Box<str>, Vec<Phrase>>;

/// The phrases of each script, which are taken from the table when a text has the first word in it: to take them all would
/// cost more than a page of text does.
static PHRASES: [LazyLock<Phrases>; 3] = [
    LazyLock::new(|| phrases(WordScript::Latin)),
    LazyLock::new(|| phrases(WordScript::Cyrillic)),
    LazyLock::new(|| phrases(WordScript::Han)),
];

/// The script that a word begins in; signs and digits count as Latin.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum WordScript {
    Latin,
    Cyrillic,
    Han,
}

impl WordScript {
    fn from_word(word: &str) -> Self {
        match word.chars().next() {
            Some('\u{400}'..='\u{52f}') => Self::Cyrillic,
            Some(c) if is_han(c) => Self::Han,
            _ => Self::Latin,
        }
    }
}

fn phrases(script: WordScript) -> Phrases {
    let mut phrases = Phrases::default();
    for line in WORDS.lines().filter(|line| !line.starts_with('#')) {
        let Some((meaning, words)) = line.split_once('\t') else { continue };
        let (kind, code) = meaning.split_once(' ').unwrap_or((meaning, ""));
        let Some(kind) = WordKind::parse(kind).filter(|kind| *kind != WordKind::Own) else { continue };
        for word in words.split('|').map(str::trim).filter(|word| WordScript::from_word(word) == script) {
            let folded = folded(word);
            let tokens = tokens(word, &folded);
            let Some((first, rest)) = tokens.split_first() else { continue };
            let is_name = matches!(
                kind,
                WordKind::Place | WordKind::Demonym | WordKind::Office | WordKind::Capital | WordKind::Month
            );
            let is_english = first.stem.is_ascii();
            let is_capital = first.is_capital && is_name && (is_english || kind != WordKind::Month);
            let rest = rest.iter().map(|token| token.stem.into()).collect();
            let phrase =
                Phrase { kind, code, rest, is_capital, is_capitals: is_capital && first.is_capitals };
            let known = phrases.entry(first.stem.into()).or_default();
            // Cases of one Russian word have one stem.
            if !known.contains(&phrase) {
                known.push(phrase);
            }
        }
    }
    for list in phrases.values_mut() {
        list.sort_by_key(|phrase| std::cmp::Reverse(phrase.rest.len()));
    }
    phrases
}

/// The phrases at the start of `tokens`, the longest first.
pub(super) fn matches<'t>(tokens: &'t [Token<'t>]) -> impl Iterator<Item = Match> + 't {
    let first = tokens.first();
    let known = |stem: &str| PHRASES[WordScript::from_word(stem) as usize].get(stem);
    let list = first.and_then(|token| known(token.stem)).map_or(&[][..], Vec::as_slice);
    list.iter()
        .filter(move |phrase| first.is_some_and(|first| phrase.is_at(first, tokens)))
        .map(|phrase| Match { kind: phrase.kind, code: phrase.code, length: phrase.rest.len() + 1 })
}

/// The longest phrase of a kind at the start of `tokens`.
pub(super) fn find<'t>(tokens: &'t [Token<'t>], kind: WordKind) -> Option<Match> {
    matches(tokens).find(|found| found.kind == kind)
}

impl Phrase {
    fn is_at(&self, first: &Token, tokens: &[Token]) -> bool {
        if (self.is_capital && !first.is_capital) || (self.is_capitals && !first.is_capitals) {
            return false;
        }
        let stems = tokens.get(1..=self.rest.len());
        stems.is_some_and(|stems| {
            let is_same =
                |(token, stem): (&Token, &str)| token.stem == stem && token.kind != TokenKind::LineEnd;
            stems.iter().zip(self.rest.iter().map(|stem| &**stem)).all(is_same)
        })
    }
}

/// The countries of each currency, separated by bars.
static OWNERS: LazyLock<HashMap<&str, &str>> = LazyLock::new(|| {
    let line = |line: &'static str| line.strip_prefix("own ")?.split_once('\t');
    WORDS.lines().filter_map(line).collect()
});

/// The name of a place: the first of its words.
pub(super) fn place(code: &str) -> Option<&'static str> {
    let name = |line: &'static str| {
        let (known, words) = line.strip_prefix("place ")?.split_once('\t')?;
        (known == code).then(|| words.split('|').next())?
    };
    WORDS.lines().find_map(name)
}

/// The countries that a currency is the own of, as codes.
pub(super) fn countries_of(currency: &str) -> impl Iterator<Item = &'static str> {
    OWNERS.get(currency).into_iter().flat_map(|countries| countries.split('|'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::{Code, Currency, Flow, Transport, Unit, known};

    fn found(text: &str) -> Vec<(WordKind, &'static str, usize)> {
        let folded = folded(text);
        let tokens = tokens(text, &folded);
        matches(&tokens).map(|found| (found.kind, found.code, found.length)).collect()
    }

    /// Kinds of words, and the form of their codes.
    type Form<'f> = (&'f [WordKind], &'f dyn Fn(&str) -> bool);

    #[test]
    fn every_line_of_the_table_means_something() {
        let mut before = "";
        for line in WORDS.lines().filter(|line| !line.starts_with('#')) {
            let (meaning, words) = line.split_once('\t').expect("a tab");
            assert!(meaning >= before, "{meaning} comes after {before}");
            before = meaning;
            let (kind, code) = meaning.split_once(' ').unwrap_or((meaning, ""));
            let kind = WordKind::parse(kind).unwrap_or_else(|| panic!("{kind}"));
            let is_currency = |code: &str| Currency::from_code(code.trim_start_matches('*')).is_some();
            let is_flow = |code: &str| Flow::parse(code).is_some();
            let forms: [Form; 8] = [
                (&[WordKind::Money, WordKind::Own], &|code| Currency::from_code(code).is_some()),
                (&[WordKind::Moneys, WordKind::Sign], &|code| code.split(' ').all(is_currency)),
                (&[WordKind::Amount], &|code| Unit::parse(code).is_some()),
                (&[WordKind::Transport], &|code| Transport::parse(code).is_some()),
                (&[WordKind::FlowVerb, WordKind::FlowMarket], &is_flow),
                (&[WordKind::Flow], &|code| is_flow(code) || matches!(code, "surplus" | "deficit")),
                (&[WordKind::Scale, WordKind::Number, WordKind::Month, WordKind::Multiple], &|code| {
                    code.parse::<u8>().is_ok()
                }),
                (&[WordKind::Demonym, WordKind::Capital], &|code| known::country(code).is_some()),
            ];
            let form = forms.iter().find(|(kinds, _)| kinds.contains(&kind));
            let is_change = kind != WordKind::Change || matches!(code, "up" | "down");
            let is_known = is_change && form.is_none_or(|(_, fits)| fits(code));
            assert!(is_known, "{meaning}");
            assert!(words.split('|').all(|word| !word.trim().is_empty()), "{meaning}");
        }
    }

    #[test]
    fn the_longest_phrase_comes_first_and_names_have_capitals() {
        assert_eq!(found("Central Asian countries")[0], (WordKind::Place, "CA5", 3));
        assert_eq!(found("中亚五国出口")[0], (WordKind::Place, "CA5", 4));
        assert_eq!(found("Узбекистаном")[0], (WordKind::Place, "UZB", 1));
        assert!(found("us").iter().all(|(kind, ..)| *kind != WordKind::Place));
        assert_eq!(found("US exports")[0], (WordKind::Place, "USA", 1));
        assert_eq!(countries_of("KZT").collect::<Vec<_>>(), ["KAZ"]);
    }
}
