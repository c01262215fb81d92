//! Decides which actions are possible now. Update asks before it acts, footer and help before they name a key.

use super::action::ReviewAction;
use super::bindings::{CHOOSING, REVIEW_BINDINGS};
use super::desk::DraftReview;
use super::mend::unsaid;
use super::overlay::{ReviewOverlay, SaveName};
use super::part::RowPart;
use crate::dashboard::{Edit, Move};
use crate::draft::Review;

/// A key in short, and a word for what it does.
type Hint = (&'static str, &'static str);

/// True unless secure mode rules it out.
pub(super) fn offered(action: ReviewAction, is_secure: bool) -> bool {
    !is_secure || !matches!(action, ReviewAction::Save | ReviewAction::Overwrite | ReviewAction::Suspend)
}

impl DraftReview {
    /// True if the action would do something now.
    #[must_use]
    pub fn can(&self, action: ReviewAction) -> bool {
        offered(action, self.is_secure)
            && match &self.overlay {
                None => self.can_with_row(action),
                Some(overlay) => self.can_in(overlay, action),
            }
    }

    fn can_with_row(&self, action: ReviewAction) -> bool {
        let has_row = self.row().is_some();
        match action {
            ReviewAction::Accept | ReviewAction::Reject | ReviewAction::Mend | ReviewAction::Part(_) => {
                has_row
            }
            ReviewAction::NextDoubtful => self.next_doubtful().is_some(),
            ReviewAction::AcceptSure => !self.sure().is_empty(),
            ReviewAction::ForAll(facet) => {
                has_row && !unsaid(&self.draft.rows, RowPart::Facet(facet)).is_empty()
            }
            ReviewAction::Undo => !self.history.is_empty(),
            ReviewAction::Dashboard => self.draft.rows.iter().any(|row| row.review != Review::Rejected),
            ReviewAction::Unexpressed => !self.draft.unexpressed.is_empty(),
            ReviewAction::Go(step) => self.row_after(step) != self.at,
            ReviewAction::Scroll(turn) => self.top_after(turn) != self.top,
            ReviewAction::Overwrite | ReviewAction::Edit(_) | ReviewAction::Back => false,
            ReviewAction::Save
            | ReviewAction::Help
            | ReviewAction::NextTheme
            | ReviewAction::Mouse
            | ReviewAction::Repaint
            | ReviewAction::Suspend
            | ReviewAction::Quit
            | ReviewAction::QuitNow => true,
        }
    }

    fn can_in(&self, overlay: &ReviewOverlay, action: ReviewAction) -> bool {
        let is_typing = overlay.is_typing();
        match action {
            ReviewAction::Repaint | ReviewAction::Suspend | ReviewAction::QuitNow | ReviewAction::Back => {
                true
            }
            ReviewAction::Quit | ReviewAction::NextTheme | ReviewAction::Mouse => !is_typing,
            ReviewAction::Help => matches!(overlay, ReviewOverlay::Help(_)),
            ReviewAction::Save => matches!(overlay, ReviewOverlay::Leave(_)),
            ReviewAction::Unexpressed => matches!(overlay, ReviewOverlay::Unexpressed(_)),
            ReviewAction::Overwrite => {
                matches!(overlay, ReviewOverlay::Save(SaveName { is_taken: true, .. }))
            }
            ReviewAction::Edit(edit) => overlay.editor().is_some_and(|line| line.can(edit)),
            ReviewAction::Go(step) => self.cursor_after(step).is_some_and(|(before, after)| before != after),
            ReviewAction::Accept => match overlay {
                ReviewOverlay::Choose(choose) => !choose.found.is_empty(),
                ReviewOverlay::Help(_) | ReviewOverlay::Unexpressed(_) => false,
                ReviewOverlay::Save(save) => !save.line.text().trim().is_empty(),
                ReviewOverlay::Number(_)
                | ReviewOverlay::Spread(_)
                | ReviewOverlay::Leave(_)
                | ReviewOverlay::Resume(_) => true,
            },
            ReviewAction::Reject
            | ReviewAction::Mend
            | ReviewAction::NextDoubtful
            | ReviewAction::AcceptSure
            | ReviewAction::ForAll(_)
            | ReviewAction::Undo
            | ReviewAction::Dashboard
            | ReviewAction::Part(_)
            | ReviewAction::Scroll(_) => false,
        }
    }

    /// The keys that do something now, the more important first.
    #[must_use]
    pub fn hints(&self) -> Vec<Hint> {
        let Some(overlay) = &self.overlay else { return self.bound_hints() };
        let own = match overlay {
            ReviewOverlay::Choose(_) => CHOOSING,
            ReviewOverlay::Number(_) => &[
                ("Enter", "take it", ReviewAction::Accept),
                ("Ctrl-U", "clear", ReviewAction::Edit(Edit::DeleteToStart)),
                ("Esc", "leave", ReviewAction::Back),
            ][..],
            ReviewOverlay::Save(SaveName { is_taken: true, .. }) => {
                &[("Tab", "write over it", ReviewAction::Overwrite), ("Esc", "leave", ReviewAction::Back)]
            }
            ReviewOverlay::Save(_) => &[
                ("Enter", "write", ReviewAction::Accept),
                ("Ctrl-U", "clear", ReviewAction::Edit(Edit::DeleteToStart)),
                ("Esc", "leave", ReviewAction::Back),
            ],
            ReviewOverlay::Leave(_) => &[
                ("↑↓", "line", ReviewAction::Go(Move::Next)),
                ("Enter", "do it", ReviewAction::Accept),
                ("w", "write", ReviewAction::Save),
                ("q", "leave", ReviewAction::Quit),
                ("Esc", "stay", ReviewAction::Back),
            ],
            ReviewOverlay::Spread(_) => &[
                ("↑↓", "line", ReviewAction::Go(Move::Next)),
                ("Enter", "do it", ReviewAction::Accept),
                ("Esc", "change nothing", ReviewAction::Back),
            ],
            ReviewOverlay::Resume(_) => &[
                ("↑↓", "line", ReviewAction::Go(Move::Next)),
                ("Enter", "do it", ReviewAction::Accept),
                ("Esc", "take it up", ReviewAction::Back),
                ("q", "quit", ReviewAction::Quit),
            ],
            ReviewOverlay::Help(_) | ReviewOverlay::Unexpressed(_) => {
                &[("↑↓", "scroll", ReviewAction::Go(Move::Next)), ("Esc", "back", ReviewAction::Back)]
            }
        };
        let is_list = |action: ReviewAction| matches!(action, ReviewAction::Go(_));
        let works = |action: ReviewAction| {
            self.can(action) || is_list(action) && self.can(ReviewAction::Go(Move::Previous))
        };
        own.iter().filter(|(.., action)| works(*action)).map(|(keys, word, _)| (*keys, *word)).collect()
    }

    fn bound_hints(&self) -> Vec<Hint> {
        let useful =
            REVIEW_BINDINGS.iter().filter(|binding| binding.keys.iter().any(|(_, action)| self.can(*action)));
        useful.filter_map(|binding| binding.hint).collect()
    }
}
