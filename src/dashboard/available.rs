//! Decides which actions are possible now. Update asks it before acting; footer, palette and help ask it before naming
//! a key.

use super::action::Action;
use super::app::App;
use super::audience::Audience;
use super::cursor::Move;
use super::effect::Clip;
use super::input::KeyMode;
use super::order::By;
use super::overlays::{Detail, Overlay, OverlayKind};
use super::panes;
use super::pivot::PivotStep;
use super::talk::TalkAction;
use super::view::View;
use crate::analysis::Figure;
use crate::wording::Topic;

impl App {
    /// The same dashboard in secure mode: nothing leaves it except the screen, so it neither writes files nor copies,
    /// and cannot be suspended.
    #[must_use]
    pub fn secured(self) -> Self {
        Self { is_secure: true, ..self }
    }

    /// The same dashboard on a draft under review, with a key that leads back to the review.
    #[must_use]
    pub fn drafted(self) -> Self {
        Self { is_draft: true, ..self }
    }

    /// True if the action would do something now.
    #[must_use]
    pub fn can(&self, action: Action) -> bool {
        if !self.permits(action) {
            return false;
        }
        let is_typing = self.key_mode() == KeyMode::Typing;
        let Some(overlay) = self.view.overlays.last() else { return self.can_in_pane(action) };
        match action {
            Action::Quit
            | Action::Leave
            | Action::Suspend
            | Action::Repaint
            | Action::Resize(_)
            | Action::Click(_)
            | Action::Wheel(..)
            | Action::Back => true,
            Action::NextTheme | Action::Mouse | Action::Sentence => !is_typing,
            Action::OtherDataset => !is_typing && self.can_switch_dataset(),
            Action::Show(OverlayKind::Others) => {
                OverlayKind::Others.is_open(overlay)
                    || self.bundled().is_some() && self.comparable().is_some()
            }
            Action::Go(step) => self.moves(step),
            Action::Talk(action) => !is_typing && self.can_talk(action),
            Action::Pivot(_) => false,
            Action::Focus(number) => !is_typing && self.pane_numbered(number + 1).is_some(),
            Action::Show(kind) => !is_typing && (!kind.is_of_pane() || matches!(overlay, Overlay::Detail(_))),
            Action::Edit(edit) => self.closes(edit) || overlay.rules().can(self, action),
            Action::PreviousPane
            | Action::NextPane
            | Action::Tab
            | Action::TabBack
            | Action::Open
            | Action::Zoom
            | Action::Overwrite
            | Action::NextHit
            | Action::PreviousHit
            | Action::Sort
            | Action::Reverse
            | Action::Compare
            | Action::Unit
            | Action::CopyRow
            | Action::CopyPane => overlay.rules().can(self, action),
        }
    }

    /// True if the action would do something with nothing open over the panes.
    #[must_use]
    pub fn can_in_pane(&self, action: Action) -> bool {
        if !self.permits(action) {
            return false;
        }
        let View { focus, .. } = &self.view;
        match action {
            Action::Go(step) => {
                let (rows, cursor) = (self.row_count(*focus), self.view.cursor());
                cursor.step(step, rows, self.height_of(*focus)) != cursor
            }
            Action::PreviousPane | Action::NextPane | Action::Tab | Action::TabBack => self.panes().len() > 1,
            Action::Focus(number) => self.pane_numbered(number + 1).is_some_and(|pane| pane != *focus),
            Action::Open | Action::CopyRow | Action::CopyPane => self.selected().is_some(),
            Action::Back => self.has_something_to_undo(),
            Action::NextHit | Action::PreviousHit => {
                let is_hit = self.view.cursor().selected < self.row_count(*focus);
                self.shown_count > usize::from(is_hit)
            }
            Action::Sort | Action::Reverse => self.is_sortable(*focus),
            Action::Compare => self.selected().and_then(Topic::figure).is_some(),
            Action::Unit if self.is_pivot() => self.other_measure().is_some(),
            Action::Unit => self.has_currencies(),
            Action::Talk(action) => self.can_talk(action),
            Action::OtherDataset => self.can_switch_dataset(),
            Action::Show(OverlayKind::Others) => {
                self.bundled().is_some() && self.selected().and_then(Topic::figure).is_some()
            }
            Action::Pivot(step) => self.next_question(step).is_some(),
            Action::Edit(_) | Action::Overwrite => false,
            Action::Zoom
            | Action::Show(_)
            | Action::Sentence
            | Action::NextTheme
            | Action::Mouse
            | Action::Click(_)
            | Action::Wheel(..)
            | Action::Resize(_)
            | Action::Repaint
            | Action::Suspend
            | Action::Leave
            | Action::Quit => true,
        }
    }

    /// False for actions that secure mode or following a talk forbids, wherever they come from, and for questions
    /// without a table.
    #[must_use]
    pub fn permits(&self, action: Action) -> bool {
        match action {
            Action::CopyRow | Action::CopyPane | Action::Overwrite | Action::Suspend => !self.is_secure,
            Action::Pivot(_) | Action::Show(OverlayKind::Which) => self.is_pivot(),
            Action::Show(kind) => !self.is_secure || kind != OverlayKind::Export,
            Action::OtherDataset | Action::Talk(TalkAction::Begin) => self.audience.is_none(),
            Action::Sentence => self.is_draft,
            Action::Go(_)
            | Action::Tab
            | Action::TabBack
            | Action::Leave
            | Action::PreviousPane
            | Action::NextPane
            | Action::Focus(_)
            | Action::Open
            | Action::Zoom
            | Action::Back
            | Action::Edit(_)
            | Action::NextHit
            | Action::PreviousHit
            | Action::Sort
            | Action::Reverse
            | Action::Compare
            | Action::Unit
            | Action::NextTheme
            | Action::Mouse
            | Action::Click(_)
            | Action::Wheel(..)
            | Action::Resize(_)
            | Action::Repaint
            | Action::Talk(_)
            | Action::Quit => true,
        }
    }

    /// True if there is a tour to begin, or the running talk can do this.
    fn can_talk(&self, action: TalkAction) -> bool {
        match (&self.staging, action) {
            (_, TalkAction::Follow) => self.audience == Some(Audience::Browsing),
            (None, TalkAction::Begin) => !self.model.tour().is_empty(),
            (None, _) => false,
            (Some(staging), TalkAction::Digit(_)) => staging.possible.contains(&TalkAction::Digit(0)),
            (Some(staging), _) => staging.possible.contains(&action),
        }
    }

    /// True if there is another bundled dataset to switch to. A talk stays with its own.
    fn can_switch_dataset(&self) -> bool {
        self.bundled().is_some() && self.staging.is_none()
    }

    /// True if going back undoes something with nothing open over the panes.
    pub(super) fn has_something_to_undo(&self) -> bool {
        let View { find, against, zoomed, .. } = &self.view;
        let is_narrowed = || self.next_question(PivotStep::Up).is_some();
        self.is_waiting() || *zoomed || !find.is_empty() || against.is_some() || is_narrowed()
    }

    /// True if the keys that move have somewhere to go.
    fn moves(&self, step: Move) -> bool {
        self.stepped(step).is_some_and(|(before, after)| before != after)
    }

    /// True if money can be shown in more than one currency.
    pub(super) fn has_currencies(&self) -> bool {
        self.model.currencies.len() > 1
    }

    /// True if the rows of a pane can be sorted.
    pub(super) fn is_sortable(&self, pane: usize) -> bool {
        self.panes().get(pane).is_some_and(|pane| panes::rules(pane.kind).is_sortable())
    }

    /// True if the rows of a pane have several units, and so cannot be sorted by value.
    pub(super) fn is_mixed(&self, pane: usize) -> bool {
        self.model.panes.get(pane).is_none_or(|pane| pane.is_mixed)
    }

    /// True if the rows of a pane can be in this order.
    pub(super) fn takes_order(&self, pane: usize, by: By) -> bool {
        self.is_sortable(pane)
            && match by {
                By::Source | By::Name => true,
                By::Value => !self.is_mixed(pane),
                By::Growth => self.has_growth(pane),
            }
    }

    /// The topic that is open, or that is selected in the focused pane.
    pub(super) fn current_topic(&self) -> Option<Topic> {
        match self.view.overlays.last() {
            None => self.selected(),
            Some(Overlay::Detail(detail)) => Some(detail.topic),
            Some(_) => None,
        }
    }

    /// The figure that is open or selected, to compare others with.
    pub(super) fn comparable(&self) -> Option<Figure> {
        self.current_topic().and_then(Topic::figure)
    }

    /// The text that would be copied: the citation of an open figure, else the row or address.
    pub(super) fn clip(&self) -> Option<Clip> {
        match self.view.overlays.last() {
            Some(overlay) if OverlayKind::Address.is_open(overlay) => Some(Clip::Address(self.address())),
            Some(Overlay::Detail(Detail { topic: Topic::Figure(figure), .. })) => {
                Some(Clip::Citation(*figure))
            }
            Some(_) | None => self.current_topic().map(Clip::Row),
        }
    }
}
