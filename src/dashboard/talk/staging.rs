//! The space and the rows that a talk claims.

use super::action::TalkAction;

/// The part of the dashboard that a talk claims.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Staging {
    /// Rows at the top for the words of the step; the header and the lead give way. At least one on the path, 0 off it.
    pub above: u16,
    /// The number of rows of the focused pane that are revealed; `None` if all are.
    pub revealed: Option<usize>,
    /// True if only the selected row is drawn in full.
    pub spotlight: bool,
    /// The actions of the talk that are possible now.
    pub possible: Vec<TalkAction>,
}

impl Staging {
    /// True if the view is that of a step.
    pub fn is_on_path(&self) -> bool {
        self.above > 0
    }
}
