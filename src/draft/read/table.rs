//! Tables of a text: cells between pipes or tabs, with flows, partners and periods in the head and in the first column.

use std::ops::Range;
use std::sync::Arc;

use super::draft_rows::DraftRows;
use super::known_words::KnownWords;
use super::said_flow::SaidFlow;
use super::so_far::TextSoFar;
use crate::dataset::{Definition, Flow, Measure, Period, Quantity, Unit, WORLD};
use crate::draft::article::{Article, TextBlock};
use crate::draft::calendar::period;
use crate::draft::figure::{self, CountedIn, own_currency};
use crate::draft::number;
use crate::draft::one_line::{MOST_PRODUCT, one_line};
use crate::draft::proposal::{Origin, Proposal, Review, Sourced};
use crate::draft::sentence::Sentence;
use crate::draft::token::TokenKind;
use crate::draft::unexpressed::{Inexpressible, Unexpressed};
use crate::draft::words::{self, WordKind};

/// The dimensions that the words of a cell, a row's first cell or a caption give.
#[derive(Default, Clone)]
struct Said {
    flow: Option<(Flow, Range<usize>)>,
    partner: Option<(Arc<str>, Range<usize>)>,
    product: Option<(Option<Arc<str>>, Range<usize>)>,
    period: Option<(Period, Range<usize>)>,
    is_growth: bool,
    unit: Option<(Unit, i8)>,
}

impl Said {
    /// Adds what `other` says beyond this.
    fn or(&self, other: &Self) -> Self {
        Self {
            flow: self.flow.clone().or_else(|| other.flow.clone()),
            partner: self.partner.clone().or_else(|| other.partner.clone()),
            product: self.product.clone().or_else(|| other.product.clone()),
            period: self.period.clone().or_else(|| other.period.clone()),
            is_growth: self.is_growth || other.is_growth,
            unit: self.unit.or(other.unit),
        }
    }
}

/// Reads a table. Cells whose row and column say no flow or no unit are listed as such.
pub(super) fn read(article: &Article, block: &TextBlock, so_far: &TextSoFar, rows: &mut DraftRows) {
    let mut caption = Said::default();
    let mut head: Vec<Said> = Vec::new();
    for line in &block.sentences {
        let cells = cells(article, line);
        if cells.len() < 3 {
            caption = said(article, line.clone(), so_far).or(&caption);
            continue;
        }
        let numbers = cells.iter().skip(1).filter(|cell| is_number(article, cell)).count();
        if head.is_empty() || numbers == 0 {
            head = cells.iter().map(|cell| said(article, cell.clone(), so_far)).collect();
            fill_growth_periods(&mut head);
            continue;
        }
        let first = cells.first().map(|cell| said(article, cell.clone(), so_far)).unwrap_or_default();
        for (at, cell) in cells.iter().enumerate().skip(1).filter(|(_, cell)| is_number(article, cell)) {
            let column = head.get(at).cloned().unwrap_or_default();
            let all = column.or(&first).or(&caption);
            let place = TableCell { article, block, tokens: cell.clone() };
            place.read(&all, so_far, rows);
        }
    }
}

/// A column of growth is of the period of the column before it.
fn fill_growth_periods(head: &mut [Said]) {
    for at in 1..head.len() {
        if head[at].is_growth && head[at].period.is_none() {
            let before = head[at - 1].period.clone();
            head[at].period = before;
        }
    }
}

/// The cells of a line as stretches of tokens, empty ones included.
fn cells(article: &Article, line: &Range<usize>) -> Vec<Range<usize>> {
    let has_tab = |at: usize| {
        let before =
            at.checked_sub(1).and_then(|before| article.tokens.get(before)).map_or(0, |token| token.end);
        article.tokens.get(at).is_some_and(|token| article.text[before..token.start].contains('\t'))
    };
    let mut cells = Vec::new();
    let mut start = line.start;
    for at in line.clone() {
        let is_pipe = article.stem(at) == "|";
        if is_pipe || (at > start && has_tab(at)) {
            cells.push(start..at);
            start = at + usize::from(is_pipe);
        }
    }
    cells.push(start..line.end);
    cells
}

/// True for a cell with a number and no word.
fn is_number(article: &Article, cell: &Range<usize>) -> bool {
    let text = &article.text[article.range(cell)];
    text.chars().any(|c| c.is_ascii_digit()) && !text.chars().any(char::is_alphabetic)
}

fn said(article: &Article, tokens: Range<usize>, so_far: &TextSoFar) -> Said {
    let sentence = Sentence::new(article, tokens.clone());
    let first = |kind| sentence.marks.iter().find(|mark| mark.kind == kind);
    let range = |from: usize, to: usize| article.range(&(from..to));
    let flow = sentence.marks_in(tokens.clone(), &[WordKind::Flow]).next_back();
    let flow = flow.and_then(|mark| Some((SaidFlow::new(mark)?.flow, range(mark.start, mark.end))));
    let reporter = so_far.home.reporter.as_ref();
    let is_partner = |code: &str| reporter.is_none_or(|known| *known.value != *code);
    let place = sentence.places.iter().find(|place| is_partner(place.mark.code));
    let partner = place.map(|place| (Arc::from(place.mark.code), range(place.mark.start, place.mark.end)));
    let product = [WordKind::Services, WordKind::Goods, WordKind::Product].into_iter().find_map(first);
    let product = product.map(|mark| {
        let words = range(mark.start, mark.end);
        let name = if mark.kind == WordKind::Services {
            Some("services".to_owned())
        } else if mark.kind == WordKind::Goods {
            so_far.home.has_services.then(|| "goods".to_owned())
        } else {
            Some(one_line(&article.text[words.clone()].to_lowercase(), MOST_PRODUCT))
        };
        (name.map(Arc::from), words)
    });
    let period = head_period(article, &tokens).or_else(|| {
        let mention = sentence.periods.first()?;
        let period = so_far.calendar.resolve(mention.span, None)?;
        Some((period, mention.range.clone()))
    });
    let is_growth = sentence.has(tokens.clone(), &[WordKind::Change, WordKind::Percent, WordKind::Yoy]);
    Said { flow, partner, product, period, is_growth, unit: unit(&sentence, so_far) }
}

/// The period of a head whose year has two digits, or comes first: `Jan-Sep 18`, `2011 Aug`.
fn head_period(article: &Article, tokens: &Range<usize>) -> Option<(Period, Range<usize>)> {
    let (mut months, mut year) = (Vec::new(), None);
    for at in tokens.clone() {
        let token = article.tokens.get(at)?;
        if let Some(found) = words::find(article.tokens.get(at..tokens.end)?, WordKind::Month) {
            months.push(found.code.parse::<u32>().ok()?);
        } else if token.kind == TokenKind::Number {
            year = match (token.stem.len(), token.stem.parse::<i32>()) {
                (4, Ok(year)) if (1900..2100).contains(&year) => Some(year),
                (2, Ok(year)) => Some(if year < 70 { 2000 + year } else { 1900 + year }),
                _ => return None,
            };
        } else if !matches!(token.stem, "-" | "." | "/" | "'") {
            return None;
        }
    }
    let (first, last) = (*months.first()?, *months.last()?);
    let count = last.checked_sub(first)? + 1;
    Some((period(year?, first, count)?, article.range(tokens)))
}

/// The unit that a head or a caption names: `bn €`, `£ billion`, 亿元.
fn unit(sentence: &Sentence, so_far: &TextSoFar) -> Option<(Unit, i8)> {
    let mut scale = 0;
    let mut unit = None;
    let mut at = sentence.tokens.start;
    while at < sentence.tokens.end {
        let rest = sentence.article.tokens.get(at..sentence.tokens.end)?;
        let mut length = 1;
        for found in words::matches(rest) {
            let kind = found.kind;
            // A letter alone is rather a name than a scale or a unit.
            let is_scale = found.length > 1 || found.code != "6" || rest[0].stem.len() > 1;
            let is_unit = rest[0].stem.chars().count() > 2 || rest[0].stem == "吨";
            if kind == WordKind::Scale && is_scale {
                scale = found.code.parse().ok()?;
            } else if matches!(kind, WordKind::Money | WordKind::Moneys | WordKind::Sign) {
                let country = so_far.home.reporter.as_ref().map_or("", |known| &*known.value);
                unit = own_currency(found.code, super::region::nation(country).unwrap_or(country));
            } else if kind == WordKind::Amount && is_unit {
                unit = Unit::parse(found.code);
            } else {
                continue;
            }
            length = found.length;
            break;
        }
        at += length;
    }
    unit.map(|unit| (unit, scale))
}

struct TableCell<'a, 't> {
    article: &'a Article<'t>,
    block: &'a TextBlock,
    tokens: Range<usize>,
}

impl TableCell<'_, '_> {
    fn read(&self, said: &Said, so_far: &TextSoFar, rows: &mut DraftRows) {
        let range = self.article.range(&self.tokens);
        let refuse = |rows: &mut DraftRows, reason| {
            rows.unexpressed.push(Unexpressed { range: range.clone(), paragraph: self.block.number, reason });
        };
        let figure = figure::all(
            &self.article.tokens,
            self.tokens.clone(),
            self.article.text,
            self.article.is_russian,
        )
        .into_iter()
        .next();
        let unit = figure.as_ref().and_then(|figure| match figure.counted {
            CountedIn::Unit(unit) => Some((unit, figure.multiplier)),
            CountedIn::Money(_) | CountedIn::Things | CountedIn::Unknown => None,
        });
        let unit = unit.or(if said.is_growth { Some((Unit::Percent, 0)) } else { said.unit });
        let Some((unit, multiplier)) = unit else { return refuse(rows, Inexpressible::UnknownUnit) };
        let Some((flow, flow_words)) = said.flow.clone().or_else(|| balance_of(so_far)) else {
            return refuse(rows, Inexpressible::NoFlow);
        };
        let Some(value) = self.value() else { return refuse(rows, Inexpressible::TooManyDigits) };
        let sentence_start = self.tokens.start;
        let known = |value: Option<Period>, words: Range<usize>| Sourced::here(value, words);
        let period = said.period.clone().map(|(period, words)| known(Some(period), words));
        let period = period.unwrap_or_else(|| {
            so_far.main.clone().unwrap_or_else(|| KnownWords::assumed(None)).sourced(sentence_start)
        });
        let base = period.value.and_then(Period::year_before);
        let reporter = so_far.home.reporter.clone().unwrap_or_else(|| KnownWords::assumed(Arc::from(WORLD)));
        rows.rows.push(Proposal {
            id: String::new(),
            range: range.clone(),
            paragraph: self.block.number,
            measure: if unit == Unit::Percent { Measure::Growth } else { Measure::Value },
            value,
            multiplier,
            unit,
            unit_origin: Origin::Here(range.clone()),
            bound: None,
            definition: Definition::default(),
            growth_of: None,
            flow: Sourced::here(flow, flow_words),
            reporter: reporter.sourced(sentence_start),
            partner: said.partner.clone().map_or_else(
                || Sourced::assumed(Arc::from(WORLD)),
                |(code, words)| Sourced::here(code, words),
            ),
            product: said
                .product
                .clone()
                .map_or_else(|| Sourced::assumed(None), |(name, words)| Sourced::here(name, words)),
            transport: Sourced::assumed(None),
            period,
            base: Sourced::assumed(base),
            whole: None,
            is_whole_said: false,
            is_doubtful: false,
            review: Review::Open,
        });
    }

    /// The number of the cell with its sign.
    fn value(&self) -> Option<Quantity> {
        let text = self.article.text.get(self.article.range(&self.tokens))?;
        let digits = text.find(|c: char| c.is_ascii_digit())?;
        let is_negative = text[..digits].contains(['-', '−', '–']) || text.starts_with('(');
        let written = &text[digits..digits + number::length(&text[digits..])];
        let value = number::parse(written, self.article.is_russian)?;
        let number = if is_negative { -value.value() } else { value.value() };
        Quantity::new(number, value.decimals())
    }
}

fn balance_of(so_far: &TextSoFar) -> Option<(Flow, Range<usize>)> {
    let flow = so_far.home.flow.as_ref()?;
    Some((flow.value.flow, flow.range.clone()))
}
