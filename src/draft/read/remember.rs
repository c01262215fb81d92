//! Keeps what sentences and rows say for those behind them.

use std::sync::Arc;

use super::figure_context::FigureContext;
use super::known_words::{KnownWords, code};
use super::other_source;
use super::pointed;
use super::said_flow::SaidFlow;
use super::said_measure::SaidMeasure;
use super::so_far::TextSoFar;
use super::spoken_trade::{SpokenTrade, earlier};
use crate::dataset::{Adjustment, Code, Flow, Measure, Period, Unit, WORLD};
use crate::draft::article::{ParagraphKind, TextBlock};
use crate::draft::proposal::{Origin, Proposal, Sourced};
use crate::draft::region::is_same_country;
use crate::draft::sentence::{PlaceRole, RoledPlace, Sentence};
use crate::draft::token::TokenKind;
use crate::draft::words::WordKind;

impl TextSoFar<'_> {
    pub fn begin_paragraph(&mut self, block: &TextBlock) {
        (self.partner, self.product, self.base, self.adjustment) = (None, None, None, None);
        self.partners.clear();
        self.period = None;
        (self.has_several_products, self.has_several_partners) = (false, false);
        self.begins_with_world = None;
        (self.is_of_all_trade, self.is_behind_month, self.has_other_units) = (false, false, false);
        let home = self.home.reporter.as_ref().map(|home| &*home.value);
        let is_other = |known: &KnownWords<Arc<str>>| {
            home.is_some_and(|home| *home != *known.value && is_same_country(&known.value, home))
        };
        let is_of_part = self.reporter.as_ref().is_some_and(is_other);
        self.is_back_home |= is_of_part;
        if block.part == ParagraphKind::Title || is_of_part {
            self.reporter = None;
        }
    }

    pub fn begin_sentence(&mut self, sentence: &Sentence) {
        let seasonal = sentence.marks_in(sentence.tokens.clone(), &[WordKind::Seasonal]).next();
        self.adjustment = seasonal.and_then(|mark| Adjustment::parse(mark.code)).or(self.adjustment);
    }

    pub fn end_sentence(&mut self, sentence: &Sentence, paragraph: usize) {
        let home = self.home.reporter.as_ref().map(|known| Arc::clone(&known.value));
        let is_partner = |place: &&RoledPlace| Some(place.mark.code) != home.as_deref();
        self.partners = sentence.places.iter().filter(is_partner).map(|place| place.mark).collect();
        if self.speaking.is_empty() {
            self.speaking.extend(of_words(sentence, paragraph));
        }
        if !self.speaking.is_empty() {
            self.spoken = std::mem::take(&mut self.speaking);
        }
        // A sentence without figures says of what the next ones are.
        if sentence.figures.is_empty() {
            super::flow::remember(sentence, paragraph, self);
            super::period::remember(sentence, paragraph, self);
            super::partner::remember(sentence, paragraph, self);
            self.is_under_heading |= is_heading(sentence, paragraph);
        }
    }

    /// Keeps what a row said for those behind it.
    pub fn keep(
        &mut self,
        context: &FigureContext,
        row: &Proposal,
        flow: &KnownWords<SaidFlow>,
        kind: SaidMeasure,
    ) {
        let sentence_start = context.sentence.tokens.start;
        let is_first = self.last_sentence != sentence_start;
        if flow.is_said {
            self.flow = Some(flow.clone());
        }
        if flow.value.is_here {
            let is_all = super::flow::is_in_all_goods(context.sentence, &flow.value);
            // `the turnover was $9 bn: exports were 5 bn and imports 4 bn`
            let goes_on = row.product.value.is_none();
            let is_balance = row.flow.value == Flow::Balance && row.product.origin.guess().is_none();
            let is_all = is_all || is_balance && matches!(row.product.value.as_deref(), None | Some("goods"));
            self.is_of_all_trade = is_all || self.is_of_all_trade && goes_on;
        }
        self.has_share |= row.measure == Measure::Share;
        self.has_all_goods |= row.product.value.is_none();
        if is_first {
            self.keep_lead(row, sentence_start);
        }
        self.count_products_and_partners(row, is_first);
        self.last_sentence = sentence_start;
        self.keep_partner(context, row);
        self.keep_period(context, row, kind);
        let is_pointing = pointed::points(context.sentence, flow.value.start);
        self.keep_product(row, sentence_start, is_pointing);
        SpokenTrade::add(&mut self.speaking, row);
        self.keep_unit(row);
        other_source::keep_both_ways(row, flow, self);
        self.is_last_base = kind.is_base;
        self.last = Some(row.clone());
    }

    /// Keeps the period of the first figure of a sentence.
    fn keep_lead(&mut self, row: &Proposal, sentence_start: usize) {
        let is_here = matches!(row.period.origin, Origin::Here(_));
        let sentence_start = if is_here { sentence_start } else { usize::MAX };
        let lead = said(row, &row.period, sentence_start);
        self.lead = lead.or_else(|| self.lead.take());
    }

    /// Notes if the sentence names several products or partners, so that none of them is the next one's.
    fn count_products_and_partners(&mut self, row: &Proposal, is_first: bool) {
        // A share of all trade is as good as all trade.
        let whole = row.whole.as_ref().filter(|_| row.is_whole_said);
        let is_of_world = whole.is_some_and(|whole| &*whole.partner == WORLD && whole.product.is_none());
        self.begins_with_world.get_or_insert(&*row.partner.value == WORLD || is_of_world);
        let last = self.last.as_ref();
        let is_other_product = last.is_some_and(|last| are_two(&last.product, &row.product));
        let is_other_partner = last.is_some_and(|last| are_two(&last.partner, &row.partner));
        if self.has_several_partners && is_first && row.partner.origin == Origin::Assumed {
            self.partner = None;
        }
        self.has_several_products = if is_first {
            self.has_several_products && row.product.origin.guess().is_some()
        } else {
            self.has_several_products || is_other_product
        };
        self.has_several_partners = !is_first && (self.has_several_partners || is_other_partner);
    }

    fn keep_partner(&mut self, context: &FigureContext, row: &Proposal) {
        let (paragraph, sentence_start) = match row.partner.origin {
            Origin::Inherited { paragraph, .. } => (paragraph, usize::MAX),
            Origin::Here(_) | Origin::Assumed | Origin::Chosen => {
                (row.paragraph, context.sentence.tokens.start)
            }
        };
        let home = self.reporter.as_ref().or(self.home.reporter.as_ref());
        let is_home = home.is_some_and(|home| home.value == row.partner.value);
        let is_one = &*row.partner.value != "SEVERAL" && !is_home;
        if let Some(known) = said(row, &row.partner, sentence_start).filter(|_| is_one) {
            self.partner = Some(KnownWords { paragraph, ..known });
        } else if row.measure == Measure::Share && super::partner::is_share_of_flow(context) {
            self.partner = None;
        }
    }

    /// Keeps the period of a figure that no other is compared with, and that of one that another is.
    fn keep_period(&mut self, context: &FigureContext, row: &Proposal, kind: SaidMeasure) {
        let Origin::Here(range) = &row.period.origin else { return };
        let Some(known) = said(row, &row.period, context.sentence.tokens.start) else { return };
        if kind.is_base {
            self.compared = Some(known);
            return;
        }
        let main = self.main.as_ref().and_then(|known| known.value);
        let main = main.filter(|main| main.length_in_months().is_some_and(|months| months < 12));
        let is_year_before =
            row.period.value.is_some() && main.and_then(Period::year_before) == row.period.value;
        if is_year_before || super::period::is_passing(context.sentence, range) {
            return;
        }
        // `In December alone exports were $5 bn`: what follows goes back to the year, or goes on with the month.
        let now = self.period.as_ref().or(self.main.as_ref()).and_then(|known| known.value);
        if now.zip(row.period.value).is_some_and(|(now, part)| now.is_longer_and_contains(part))
            && super::period::is_alone(context.sentence, range)
        {
            (self.month, self.is_behind_month) = (Some(known), true);
            return;
        }
        self.is_behind_month = false;
        if row.period.value.and_then(Period::length_in_months) == Some(1) {
            self.month = Some(known.clone());
        }
        self.period = Some(known);
    }

    fn keep_unit(&mut self, row: &Proposal) {
        let money = self.money.as_ref().filter(|money| money.paragraph == row.paragraph);
        let is_money = matches!(row.unit, Unit::Money(_));
        if is_money && money.is_none_or(|money| money.unit == row.unit) {
            self.money = Some(row.clone());
        } else if is_money || matches!(row.unit, Unit::Amount(_) | Unit::Count) {
            self.has_other_units = true;
        }
    }

    fn keep_product(&mut self, row: &Proposal, sentence_start: usize, is_pointing: bool) {
        if row.measure == Measure::Share && row.product.value.is_none() {
            return;
        }
        if matches!(row.product.origin, Origin::Here(_)) {
            self.product = said(row, &row.product, sentence_start);
        } else if let Origin::Inherited { paragraph, .. } = row.product.origin
            && is_pointing
        {
            let known = said(row, &row.product, usize::MAX);
            self.product = known.map(|known| KnownWords { paragraph, ..known });
        } else if row.flow.origin.guess().is_none() && row.product.origin == Origin::Assumed {
            self.product = None;
        }
    }
}

/// The trade of a sentence without figures, which names one product or one partner.
fn of_words(sentence: &Sentence, paragraph: usize) -> Option<SpokenTrade> {
    let all = sentence.tokens.clone();
    let mark = sentence.marks_in(all.clone(), &[WordKind::Flow, WordKind::FlowVerb]).next()?;
    let flow = SaidFlow::new(mark)?.flow;
    let range = |start: usize, end: usize| sentence.article.range(&(start..end));
    let mut partners = sentence.places.iter().filter(|place| place.role == PlaceRole::Partner);
    let partner = partners.next().filter(|_| partners.next().is_none());
    let mut products = sentence.marks_in(all, &[WordKind::Product]);
    let product = products.next().filter(|_| products.next().is_none());
    let product =
        product.map(|mark| (Arc::from(super::product::text(sentence, &(mark.start..mark.end))), mark));
    Some(SpokenTrade {
        flow,
        partner: partner
            .map(|place| earlier(code(place.mark.code), range(place.mark.start, place.mark.end), paragraph)),
        product: product.map(|(name, mark)| earlier(Some(name), range(mark.start, mark.end), paragraph)),
    })
}

/// A dimension of a row with its words, if words say it.
fn said<T: Clone>(row: &Proposal, from: &Sourced<T>, sentence_start: usize) -> Option<KnownWords<T>> {
    let range = from.origin.range()?.clone();
    let (value, paragraph) = (from.value.clone(), row.paragraph);
    Some(KnownWords { value, range, paragraph, sentence_start, is_said: true })
}

/// True if the sentences of two rows name two things.
fn are_two<T: PartialEq>(one: &Sourced<T>, other: &Sourced<T>) -> bool {
    let is_here = |origin: &Origin| matches!(origin, Origin::Here(_));
    is_here(&one.origin) && is_here(&other.origin) && one.value != other.value
}

/// The most tokens of a heading.
const HEADING: usize = 8;

/// True for a line of few words without a full stop that names a product or has a number, and no flow: `3. Urea`.
fn is_heading(sentence: &Sentence, paragraph: usize) -> bool {
    let last = sentence.stem(sentence.tokens.end.saturating_sub(1));
    let first = sentence.article.tokens.get(sentence.tokens.start);
    let is_numbered = first.is_some_and(|token| token.kind == TokenKind::Number);
    paragraph > 0
        && (is_numbered || sentence.has(sentence.tokens.clone(), &[WordKind::Product]))
        && sentence.tokens.len() <= HEADING
        && !matches!(last, "." | "。" | "!" | "?")
        && sentence.periods.is_empty()
        && !sentence.has(sentence.tokens.clone(), &[WordKind::Flow, WordKind::FlowVerb])
}
