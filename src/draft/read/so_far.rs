//! Remembers what the text says before a figure, in its sentence, its paragraph and the article.

use std::ops::Range;
use std::sync::Arc;

use super::flow::SaidFlow;
use super::measure::SaidMeasure;
use super::{FigureContext, Home};
use crate::dataset::{Adjustment, Code, Measure, Period};
use crate::draft::article::{ParagraphKind, TextBlock};
use crate::draft::calendar::Calendar;
use crate::draft::proposal::{Origin, Proposal, Sourced};
use crate::draft::sentence::{KnownPhrase, RoledPlace, Sentence};
use crate::draft::token::TokenKind;
use crate::draft::words::WordKind;

/// A value, and the words that say it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::draft) struct KnownWords<T> {
    pub value: T,
    pub range: Range<usize>,
    pub paragraph: usize,
    /// The first token of the sentence.
    pub sentence_start: usize,
    /// False for what nothing says.
    pub is_said: bool,
}

impl<T> KnownWords<T> {
    pub fn assumed(value: T) -> Self {
        Self { value, range: 0..0, paragraph: 0, sentence_start: usize::MAX, is_said: false }
    }

    pub fn with<U>(&self, value: U) -> KnownWords<U> {
        let Self { range, paragraph, sentence_start, is_said, .. } = self;
        KnownWords {
            value,
            range: range.clone(),
            paragraph: *paragraph,
            sentence_start: *sentence_start,
            is_said: *is_said,
        }
    }

    /// As a row of the sentence that begins at a token has it.
    pub fn sourced(self, sentence_start: usize) -> Sourced<T> {
        let origin = match (self.is_said, self.sentence_start == sentence_start) {
            (false, _) => Origin::Assumed,
            (true, true) => Origin::Here(self.range),
            (true, false) => Origin::Inherited { paragraph: self.paragraph, range: self.range },
        };
        Sourced { value: self.value, origin }
    }
}

/// Two places whose trade with each other the article is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::draft) struct PlacePair {
    pub reporter: KnownWords<Arc<str>>,
    pub partner: KnownWords<Arc<str>>,
}

/// The base of growth that states none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::draft) enum BaseSaid {
    YearBefore,
    PeriodBefore,
    Period(Period),
}

/// Everything said so far.
#[expect(clippy::struct_excessive_bools, reason = "a text has said each of these or not")]
pub(in crate::draft) struct TextSoFar<'h> {
    pub home: &'h Home,
    pub reporter: Option<KnownWords<Arc<str>>>,
    pub flow: Option<KnownWords<SaidFlow>>,
    /// Those of the paragraph.
    pub partner: Option<KnownWords<Arc<str>>>,
    pub product: Option<KnownWords<Option<Arc<str>>>>,
    pub period: Option<KnownWords<Option<Period>>>,
    pub base: Option<KnownWords<BaseSaid>>,
    pub adjustment: Option<Adjustment>,
    /// The whole article's, once it is said.
    pub main: Option<KnownWords<Option<Period>>>,
    pub calendar: Calendar,
    /// The last figure, for those that go with it.
    pub last: Option<Proposal>,
    pub last_sentence: usize,
    /// The period of the first figure of the last sentence that has figures.
    pub lead: Option<KnownWords<Option<Period>>>,
    /// The last sentence with figures names several products, so that none of them is the next one's.
    pub has_several_products: bool,
    /// The last sentence with figures names several partners, so that none of them is the next one's.
    pub has_several_partners: bool,
    /// The first figure of the paragraph is of all trade, so that a partner named later is not what it is about.
    pub begins_with_world: Option<bool>,
    /// The last month that a figure was of, where the text is about a longer time.
    pub month: Option<KnownWords<Option<Period>>>,
    /// The partners that the sentence before lists.
    pub partners: Vec<KnownPhrase>,
    /// The text gave a share already.
    pub has_share: bool,
    /// The last line of few words and no figure stands above, as a heading.
    pub is_under_heading: bool,
}

impl<'h> TextSoFar<'h> {
    pub fn new(home: &'h Home) -> Self {
        let (main, calendar) = (home.main.clone(), home.calendar);
        Self {
            home,
            reporter: None,
            flow: home.flow.clone(),
            partner: None,
            product: None,
            period: None,
            base: None,
            adjustment: None,
            main,
            calendar,
            last: None,
            last_sentence: usize::MAX,
            lead: None,
            has_several_products: false,
            has_several_partners: false,
            begins_with_world: None,
            month: None,
            partners: Vec::new(),
            has_share: false,
            is_under_heading: false,
        }
    }

    pub fn begin_paragraph(&mut self, block: &TextBlock) {
        (self.partner, self.product, self.base, self.adjustment) = (None, None, None, None);
        self.partners.clear();
        self.period = None;
        (self.has_several_products, self.has_several_partners) = (false, false);
        self.begins_with_world = None;
        if block.part == ParagraphKind::Title {
            self.reporter = None;
        }
    }

    pub fn begin_sentence(&mut self, sentence: &Sentence, _paragraph: usize) {
        let seasonal = sentence.marks_in(sentence.tokens.clone(), &[WordKind::Seasonal]).next();
        self.adjustment = seasonal.and_then(|mark| Adjustment::parse(mark.code)).or(self.adjustment);
    }

    pub fn end_sentence(&mut self, sentence: &Sentence, paragraph: usize) {
        let home = self.home.reporter.as_ref().map(|known| Arc::clone(&known.value));
        let is_partner = |place: &&RoledPlace| Some(place.mark.code) != home.as_deref();
        self.partners = sentence.places.iter().filter(is_partner).map(|place| place.mark).collect();
        // A sentence without figures says of what the next ones are.
        if sentence.figures.is_empty() {
            super::flow::remember(sentence, paragraph, self);
            super::period::remember(sentence, paragraph, self);
            super::partner::remember(sentence, paragraph, self);
            self.is_under_heading |= is_heading(sentence, paragraph);
        }
    }

    /// What growth is compared with where nothing says it: figures adjusted for the season are compared with the month or
    /// the quarter before.
    pub fn base_by_habit(&self, now: Period) -> BaseSaid {
        let is_seasonal = matches!(self.adjustment, Some(Adjustment::Season | Adjustment::Both));
        let is_short = now.length_in_months().is_some_and(|months| months <= 3);
        let is_before = is_seasonal && is_short && !self.home.is_base_said;
        if is_before { BaseSaid::PeriodBefore } else { self.home.base }
    }

    /// Keeps what a row said for those behind it.
    pub fn keep(
        &mut self,
        context: &FigureContext,
        row: &Proposal,
        flow: &KnownWords<SaidFlow>,
        kind: SaidMeasure,
    ) {
        if flow.is_said {
            self.flow = Some(flow.clone());
        }
        self.has_share |= row.measure == Measure::Share;
        let sentence_start = context.sentence.tokens.start;
        if let Some(range) = row.period.origin.range().filter(|_| self.last_sentence != sentence_start) {
            let is_here = matches!(row.period.origin, Origin::Here(_));
            self.lead = Some(KnownWords {
                value: row.period.value,
                range: range.clone(),
                paragraph: row.paragraph,
                sentence_start: if is_here { sentence_start } else { usize::MAX },
                is_said: true,
            });
        }
        self.begins_with_world.get_or_insert(&*row.partner.value == crate::dataset::WORLD);
        let is_other = |last: &Proposal| {
            matches!(last.product.origin, Origin::Here(_))
                && matches!(row.product.origin, Origin::Here(_))
                && last.product.value != row.product.value
        };
        let is_same_sentence = self.last_sentence == sentence_start;
        self.has_several_products = if is_same_sentence {
            self.has_several_products || self.last.as_ref().is_some_and(is_other)
        } else {
            self.has_several_products && row.product.origin.guess().is_some()
        };
        if self.has_several_partners && !is_same_sentence && row.partner.origin == Origin::Assumed {
            self.partner = None;
        }
        let is_other_partner = |last: &Proposal| {
            matches!(last.partner.origin, Origin::Here(_))
                && matches!(row.partner.origin, Origin::Here(_))
                && last.partner.value != row.partner.value
        };
        self.has_several_partners = is_same_sentence
            && (self.has_several_partners || self.last.as_ref().is_some_and(is_other_partner));
        self.last_sentence = sentence_start;
        if let Some(range) = row.partner.origin.range().filter(|_| &*row.partner.value != "SEVERAL") {
            let known = KnownWords {
                value: Arc::clone(&row.partner.value),
                range: range.clone(),
                paragraph: row.paragraph,
                sentence_start,
                is_said: true,
            };
            self.partner = Some(known);
        } else if row.measure == Measure::Share && super::partner::is_share_of_flow(context) {
            self.partner = None;
        }
        let main = self.main.as_ref().and_then(|known| known.value);
        let main = main.filter(|main| main.length_in_months().is_some_and(|months| months < 12));
        let is_year_before =
            row.period.value.is_some() && main.and_then(Period::year_before) == row.period.value;
        if !kind.is_base
            && !is_year_before
            && let Origin::Here(range) = &row.period.origin
            && !super::period::is_passing(context.sentence, range)
        {
            let known = KnownWords {
                value: row.period.value,
                range: range.clone(),
                paragraph: row.paragraph,
                sentence_start,
                is_said: true,
            };
            if row.period.value.and_then(Period::length_in_months) == Some(1) {
                self.month = Some(known.clone());
            }
            self.period = Some(known);
        }
        if row.measure != Measure::Share || row.product.value.is_some() {
            if let Origin::Here(range) = &row.product.origin {
                let known = KnownWords {
                    value: row.product.value.clone(),
                    range: range.clone(),
                    paragraph: row.paragraph,
                    sentence_start,
                    is_said: true,
                };
                self.product = Some(known);
            } else if row.flow.origin.guess().is_none() && row.product.origin == Origin::Assumed {
                self.product = None;
            }
        }
        self.last = Some(row.clone());
    }
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
