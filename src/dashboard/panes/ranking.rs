//! Figures of one measure, compared by the length of bars.

use super::{PaneRules, published};
use crate::dataset::Pane;
use crate::wording::{Topic, Words};

pub struct Rules;

impl PaneRules for Rules {
    fn rows(&self, _words: Words, pane: &Pane) -> Vec<Topic> {
        published(pane).collect()
    }

    fn hint(&self) -> [&'static str; 2] {
        ["s sorts by value, c compares all with this one, z shows more", "s sorts, c compares"]
    }
}
