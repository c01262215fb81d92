//! Reads the rows of an article: figure by figure, each dimension from its sentence, else from what was said before.

mod doubtful;
mod draft_rows;
mod figure_context;
mod flow;
mod going_on;
mod home;
mod known_words;
mod listed;
mod measure;
mod named;
mod opening;
mod other_source;
mod partner;
mod period;
mod pointed;
mod product;
mod remember;
mod said_flow;
mod said_measure;
mod so_far;
mod spoken_trade;
mod table;
mod transport;
mod whole;

use std::ops::Range;

pub(super) use draft_rows::DraftRows;
pub(super) use named::places;
pub(super) use opening::home;
pub(super) use so_far::TextSoFar;

use super::article::{Article, ParagraphKind, TextBlock};
use super::figure::{CountedIn, own_currency};
use super::proposal::{Origin, Proposal, Review, Sourced};
use super::region;
use super::sentence::Sentence;
use super::unexpressed::{Inexpressible, Unexpressed};
use super::words::WordKind;
use crate::dataset::{Definition, Flow, GrowthOf, Measure, Period, Quantity, Unit};
use figure_context::FigureContext;
use home::Home;
use listed::Listed;
use said_measure::SaidMeasure;

/// Reads an article from its title to its end.
pub(super) fn rows(article: &Article, home: &Home) -> DraftRows {
    let mut reader = ArticleReader { article, so_far: TextSoFar::new(home), rows: DraftRows::default() };
    for block in &article.blocks {
        reader.so_far.begin_paragraph(block);
        match block.part {
            ParagraphKind::Date => {}
            ParagraphKind::Table => table::read(article, block, &reader.so_far, &mut reader.rows),
            ParagraphKind::Title | ParagraphKind::Body => {
                for sentence in &block.sentences {
                    reader.sentence(block, sentence);
                }
            }
        }
    }
    let mut rows = reader.rows;
    number(&mut rows.rows);
    rows
}

/// Names the rows by their paragraphs.
fn number(rows: &mut [Proposal]) {
    let (mut paragraph, mut count) = (usize::MAX, 0);
    for row in rows {
        count = if row.paragraph == paragraph { count + 1 } else { 1 };
        paragraph = row.paragraph;
        row.id = format!("p{paragraph}-{count}");
    }
}

/// The rows and figures read so far.
struct ArticleReader<'a, 't, 'h> {
    article: &'a Article<'t>,
    so_far: TextSoFar<'h>,
    rows: DraftRows,
}

impl ArticleReader<'_, '_, '_> {
    fn sentence(&mut self, block: &TextBlock, tokens: &Range<usize>) {
        let mut sentence = Sentence::new(self.article, tokens.clone());
        let refused = self.rows.unexpressed.last().map(|refused| refused.range.start);
        going_on::carry_units(&mut sentence, block.number, &self.so_far, refused);
        self.so_far.begin_sentence(&sentence);
        let lists = partner::lists(&sentence, &self.so_far.partners);
        let mut rows: Vec<Option<Proposal>> = Vec::with_capacity(sentence.figures.len());
        let mut done: Vec<Option<(SaidMeasure, Flow)>> = Vec::with_capacity(sentence.figures.len());
        for at in 0..sentence.figures.len() {
            let context = FigureContext { sentence: &sentence, at, paragraph: block.number };
            let kind = measure::kind(&context, &done, &self.so_far);
            match kind {
                Ok(kind) => {
                    let listed = lists.get(at).copied().flatten();
                    let row = self.row(&context, kind, listed);
                    let like = listed.and_then(Listed::like).and_then(|at| rows.get(at)?.as_ref());
                    let row = row.map(|row| match like {
                        Some(other) => like_another(row, other),
                        None => row,
                    });
                    rows.push(row.clone());
                    done.push(row.as_ref().map(|row| (kind, row.flow.value)));
                    self.rows.rows.extend(row);
                }
                Err(reason) => {
                    done.push(None);
                    rows.push(None);
                    let product = product::of_refused(&context, &self.so_far);
                    self.so_far.product = product.or_else(|| self.so_far.product.take());
                    self.refuse(&context, reason);
                }
            }
        }
        self.so_far.end_sentence(&sentence, block.number);
    }

    fn refuse(&mut self, context: &FigureContext, reason: Inexpressible) {
        let (range, paragraph) = (context.figure().range.clone(), context.paragraph);
        self.rows.unexpressed.push(Unexpressed { range, paragraph, reason });
    }

    fn row(
        &mut self,
        context: &FigureContext,
        kind: SaidMeasure,
        listed: Option<Listed>,
    ) -> Option<Proposal> {
        let figure = context.figure();
        let Some(printed) = figure.value else {
            self.refuse(context, Inexpressible::TooManyDigits);
            return None;
        };
        let so_far = &mut self.so_far;
        let reporter = partner::reporter(context, listed, so_far);
        let said_flow = flow::flow(context, kind, listed, so_far);
        let Some(said_flow) = said_flow else {
            self.refuse(context, Inexpressible::NoFlow);
            return None;
        };
        if is_of_things(context, kind) && !said_flow.value.is_here {
            self.refuse(context, Inexpressible::OtherCount);
            return None;
        }
        if kind.measure == Measure::Share && said_flow.value.flow == Flow::Balance {
            self.refuse(context, Inexpressible::Ratio);
            return None;
        }
        let flow = said_flow.flow();
        let unit = match figure.counted {
            CountedIn::Unit(unit) => Some(unit),
            CountedIn::Money(codes) => own_currency(codes, country(&reporter.value)),
            CountedIn::Things | CountedIn::Unknown => None,
        };
        let Some(unit) = unit else {
            self.refuse(context, Inexpressible::UnknownUnit);
            return None;
        };
        let partner = partner::partner(context, &said_flow, &reporter, listed, so_far);
        let product = product::product(context, &said_flow, listed, so_far);
        let period = period::period(context, kind, listed, so_far);
        let base = period::base(context, kind, &period, so_far);
        let transport = transport::transport(context, &said_flow, &product, listed);
        let is_less = if kind.measure == Measure::Value { said_flow.value.is_deficit } else { kind.is_down };
        let negative = figure.is_negative.unwrap_or(is_less);
        let value = signed(printed, negative)?;
        let definition = Definition { adjustment: self.so_far.adjustment, ..Definition::default() };
        let mut row = Proposal {
            id: String::new(),
            range: figure.range.clone(),
            paragraph: context.paragraph,
            measure: kind.measure,
            value,
            multiplier: if unit.is_amount() || unit == Unit::Count { figure.multiplier } else { 0 },
            unit,
            unit_origin: unit_origin(context),
            bound: figure.bound.filter(|_| !kind.is_bound_read),
            definition,
            growth_of: growth_of(context, kind, country(&reporter.value)),
            flow,
            reporter: reporter.sourced(context.sentence.tokens.start),
            partner: partner.sourced(context.sentence.tokens.start),
            product: product.sourced(context.sentence.tokens.start),
            transport,
            period: period.sourced(context.sentence.tokens.start),
            base: base.map_or(Sourced::assumed(None), |base| base.sourced(context.sentence.tokens.start)),
            whole: None,
            is_whole_said: false,
            is_doubtful: false,
            review: Review::Open,
        };
        row.is_doubtful = doubtful::is_doubtful(context, &row, &self.so_far)
            || pointed::is_loose(context, &row, &said_flow.value, &self.so_far);
        if kind.measure == Measure::Share {
            let listed = whole::of_list(context, &self.so_far);
            let (whole, is_said) = listed.unwrap_or_else(|| whole::whole(context, &row, &self.so_far));
            (row.whole, row.is_whole_said) = (Some(whole), is_said);
        }
        self.so_far.keep(context, &row, &said_flow, kind);
        if doubtful::is_product_unsure(context, &row) {
            row.product.origin = Origin::Assumed;
        }
        Some(row)
    }
}

/// `412 trains ran, up 9 percent`: a growth behind a number of things, which is theirs unless the sentence speaks of trade.
fn is_of_things(context: &FigureContext, kind: SaidMeasure) -> bool {
    let previous = context.at.checked_sub(1).and_then(|at| context.sentence.figures.get(at));
    kind.measure == Measure::Growth && previous.is_some_and(|previous| previous.counted == CountedIn::Things)
}

fn unit_origin(context: &FigureContext) -> Origin {
    let (figure, paragraph) = (context.figure(), context.paragraph);
    match figure.unit_from.clone() {
        Some(range) => Origin::Inherited { paragraph, range },
        None => Origin::Here(figure.range.clone()),
    }
}

/// A row with the trade of another one.
fn like_another(row: Proposal, other: &Proposal) -> Proposal {
    let other = other.clone();
    let is_year = row.period.value.and_then(Period::year_before) == row.base.value;
    let mut base = row.base.clone();
    if let Some(before) = other.period.value.and_then(Period::year_before).filter(|_| is_year) {
        base.value = Some(before);
    }
    Proposal {
        period: other.period,
        base,
        flow: other.flow,
        reporter: other.reporter,
        partner: other.partner,
        product: other.product,
        transport: other.transport,
        ..row
    }
}

/// The quantity that a growth is of, where the clause says it: `in volume terms`, `in yuan terms`, `以美元计价`, `в долларовом выражении`.
fn growth_of(context: &FigureContext, kind: SaidMeasure, country: &str) -> Option<GrowthOf> {
    if !kind.measure.has_base() || kind.measure == Measure::ShareChange {
        return None;
    }
    if kind.is_volume || is_of_weight(context) {
        return Some(GrowthOf::Volume);
    }
    let sentence = context.sentence;
    let figure = &context.figure().tokens;
    let within = sentence.clause_start(figure.start)..sentence.behind(context.at).end;
    let money = sentence.marks_in(within, &[WordKind::Money, WordKind::Moneys]).find(|mark| {
        let is_terms =
            matches!(sentence.stem(mark.end), "terms" | "计" | "计价" | "denominated" | "выражени")
                || (sentence.stem(mark.end) == "-" && sentence.stem(mark.end + 1) == "denominated");
        is_terms
            || (mark.start > 0
                && sentence.stem(mark.start - 1) == "in"
                && sentence.stem(mark.start.saturating_sub(2)) == "denominated")
    });
    own_currency(money?.code, country).map(GrowthOf::Unit)
}

/// `2.6 million tonnes, 25% less than a year before`, `rose by 7% to 997,000 tonnes`: the growth of an amount by weight or
/// number, which stands next to it.
fn is_of_weight(context: &FigureContext) -> bool {
    let figures = &context.sentence.figures;
    let is_amount = |counted: CountedIn| {
        matches!(counted, CountedIn::Money(_) | CountedIn::Unit(Unit::Money(_) | Unit::Amount(_)))
    };
    let is_weight = |counted: CountedIn| matches!(counted, CountedIn::Unit(Unit::Amount(_)));
    let next = figures.get(context.at + 1).filter(|next| {
        let is_to = |at: usize| matches!(context.sentence.stem(at), "to" | "до" | "至" | "到");
        (context.figure().tokens.end..next.tokens.start).any(is_to)
    });
    let before = figures[..context.at].iter().rev();
    let mut near =
        next.into_iter().chain(before).map(|figure| figure.counted).filter(|counted| is_amount(*counted));
    near.next().is_some_and(is_weight)
}

/// The country of a place, whose currency it uses.
fn country(place: &str) -> &str {
    region::nation(place).unwrap_or(place)
}

fn signed(value: Quantity, is_negative: bool) -> Option<Quantity> {
    let number = if is_negative { -value.value() } else { value.value() };
    Quantity::new(number, value.decimals())
}
