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
        [
            "In the source's order, with or without a number; Enter: where it comes from",
            "Enter: where it comes from",
        ]
    }
}
