//! The subject of an article as a whole.

use std::sync::Arc;

use super::known_words::{BaseSaid, KnownWords, PlacePair};
use super::said_flow::SaidFlow;
use crate::dataset::Period;
use crate::draft::calendar::Calendar;

/// Dimensions that hold for the whole article.
pub(in crate::draft) struct Home {
    /// The name of the reporter, if no table has it.
    pub local: Option<String>,
    pub reporter: Option<KnownWords<Arc<str>>>,
    /// The title or the first sentence is about the trade of another place.
    pub is_reporter_doubtful: bool,
    pub pair: Option<PlacePair>,
    pub main: Option<KnownWords<Option<Period>>>,
    pub calendar: Calendar,
    pub base: BaseSaid,
    /// The first sentences say what they compare with.
    pub is_base_said: bool,
    pub product: Option<KnownWords<Option<Arc<str>>>>,
    pub flow: Option<KnownWords<SaidFlow>>,
    pub has_services: bool,
}
