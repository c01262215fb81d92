//! Remembers what the text says before a figure, in its sentence, its paragraph and the article.

use std::sync::Arc;

use super::home::Home;
use super::known_words::{BaseSaid, KnownWords};
use super::said_flow::SaidFlow;
use super::spoken_trade::SpokenTrade;
use crate::dataset::{Adjustment, Period};
use crate::draft::calendar::Calendar;
use crate::draft::proposal::Proposal;
use crate::draft::sentence::KnownPhrase;

/// Everything said so far.
#[expect(clippy::struct_excessive_bools, reason = "a text has said each of these or not")]
pub(in crate::draft) struct TextSoFar<'h> {
    pub home: &'h Home,
    pub reporter: Option<KnownWords<Arc<str>>>,
    /// A paragraph was about another part of the reporter's country; those behind it may go on with either.
    pub is_back_home: bool,
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
    /// The last amount in money.
    pub money: Option<Proposal>,
    /// The paragraph counts in other units than that, too.
    pub has_other_units: bool,
    /// The last amount that is exports and imports of two places together, while all figures behind it are of their trade.
    pub both_ways: Option<Proposal>,
    /// Others are compared with it.
    pub is_last_base: bool,
    /// The period of the last amount that another was compared with.
    pub compared: Option<KnownWords<Option<Period>>>,
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
    /// The paragraph told of a month alone, and what follows may be of that or of the time around it.
    pub is_behind_month: bool,
    /// The partners that the sentence before lists.
    pub partners: Vec<KnownPhrase>,
    /// The trades that the last sentence on trade speaks of, and those of the present one so far.
    pub spoken: Vec<SpokenTrade>,
    pub speaking: Vec<SpokenTrade>,
    /// The text gave a share already.
    pub has_share: bool,
    /// A figure was of trade in all goods.
    pub has_all_goods: bool,
    /// The last flow that the paragraph names is all trade of a place, whatever the article's product.
    pub is_of_all_trade: bool,
    /// The last line of few words and no figure stands above, as a heading.
    pub is_under_heading: bool,
}

impl<'h> TextSoFar<'h> {
    pub fn new(home: &'h Home) -> Self {
        let (main, calendar) = (home.main.clone(), home.calendar);
        Self {
            home,
            reporter: None,
            is_back_home: false,
            flow: home.flow.clone(),
            partner: None,
            product: None,
            period: None,
            base: None,
            adjustment: None,
            main,
            calendar,
            last: None,
            money: None,
            has_other_units: false,
            both_ways: None,
            is_last_base: false,
            compared: None,
            last_sentence: usize::MAX,
            lead: None,
            has_several_products: false,
            has_several_partners: false,
            begins_with_world: None,
            month: None,
            is_behind_month: false,
            partners: Vec::new(),
            spoken: Vec::new(),
            speaking: Vec::new(),
            has_share: false,
            has_all_goods: false,
            is_of_all_trade: false,
            is_under_heading: false,
        }
    }

    /// The base of growth that states none: figures adjusted for the season are compared with the month or
    /// the quarter before.
    pub fn base_by_habit(&self, now: Period) -> BaseSaid {
        let is_seasonal = matches!(self.adjustment, Some(Adjustment::Season | Adjustment::Both));
        let is_short = now.length_in_months().is_some_and(|months| months <= 3);
        let is_before = is_seasonal && is_short && !self.home.is_base_said;
        if is_before { BaseSaid::PeriodBefore } else { self.home.base }
    }
}
