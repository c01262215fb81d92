//! Named things, with or without a number.

use super::{PaneRules, published};
use crate::dataset::Pane;
use crate::wording::{Topic, Words};

pub struct Rules;

impl PaneRules for Rules {
    fn rows(&self, _words: Words, pane: &Pane) -> Vec<Topic> {
        published(pane).collect()
    }

    fn hint(&self) -> [&'static str; 2] {
        ["Named by the source, with or without a number; Enter: its words", "Enter: the source's words"]
    }
}
