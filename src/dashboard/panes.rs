//! The kinds of panes, one file each: which rows a pane has, and what can be done with them.
//!
//! A new kind needs a file here, a file of the same name in `screen/panes` that draws it, and a line in the list of
//! `dataset/pane.rs`.

use crate::dataset::{Pane, PaneKind, pane_kinds};
use crate::wording::{Topic, Words};

/// The minimum number of rows that a pane shows.
const LEAST_ROWS: u16 = 2;

/// The rules in which one kind of pane differs from another.
pub trait PaneRules {
    /// The rows, in the source's order.
    fn rows(&self, words: Words, pane: &Pane) -> Vec<Topic>;

    /// A hint on using it: a full and a short sentence.
    fn hint(&self) -> [&'static str; 2];

    /// True if its rows can be sorted.
    fn is_sortable(&self) -> bool {
        true
    }

    /// A summary of the rows that follows the pane's name in its title, including the separator.
    fn count(&self, _words: Words) -> String {
        String::new()
    }

    /// The minimum number of rows to show next to other panes.
    fn least_rows(&self) -> u16 {
        LEAST_ROWS
    }

    /// The number of rows that it would like to show at once.
    fn wanted(&self, _words: Words, rows: usize) -> usize {
        rows
    }
}

macro_rules! rules {
    ($($what:literal, $kind:ident, $code:literal, $file:ident;)*) => {
        $(mod $file;)*

        /// The rules of a kind.
        pub fn rules(kind: PaneKind) -> &'static dyn PaneRules {
            match kind {
                $(PaneKind::$kind => &$file::Rules),*
            }
        }
    };
}
pane_kinds!(rules);

/// The observations of a pane, as rows.
fn published(pane: &Pane) -> impl Iterator<Item = Topic> {
    pane.rows.iter().map(|at| Topic::Figure(crate::analysis::Figure::Published(*at)))
}
