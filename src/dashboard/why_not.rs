//! Says why a key of tables or drafts does nothing here.

use super::action::Action;
use super::app::App;
use super::overlays::OverlayKind;
use super::pivot::PivotStep;

impl App {
    /// The reason why an action that is not possible does nothing, where nobody can see it.
    pub(super) fn why_not(&self, action: Action) -> Option<&'static str> {
        if !self.view.overlays.is_empty() || self.is_waiting() {
            return None;
        }
        if action == Action::Sentence {
            return Some("D leads back to the sentence of a draft; none is under review");
        }
        let step = if let Action::Pivot(step) = action { Some(step) } else { None };
        if step.is_none() && action != Action::Show(OverlayKind::Which) {
            return None;
        }
        if !self.is_pivot() {
            return Some("d, i, -, + and w ask about a table; this dataset is shown whole");
        }
        Some(match step? {
            PivotStep::Down => "this row cannot narrow the question",
            PivotStep::Up => return None,
            PivotStep::NextFlow => "the table has no other flow",
            PivotStep::PreviousPeriod => "the table has no earlier period",
            PivotStep::NextPeriod => "the table has no later period",
        })
    }
}
