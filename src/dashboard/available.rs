//! What the present screen has for an action: asked by those who carry it out, and by the footer that names its key.

use super::app::App;
use super::effect::Clip;
use super::view::Layer;
use crate::analysis::Figure;
use crate::dataset::PaneKind;
use crate::wording::Topic;

impl App {
    /// Whether there is another row or line to go to.
    #[must_use]
    pub fn goes_on(&self) -> bool {
        let (rows, height) = self.extent();
        match self.view.layers.last() {
            Some(Layer::Help { .. } | Layer::Address { .. }) => rows > height,
            Some(_) | None => rows > 1,
        }
    }

    /// Whether the selected row can be opened, or any line of an open text leads on.
    #[must_use]
    pub fn leads_on(&self) -> bool {
        match self.view.layers.last() {
            Some(Layer::Detail { topic, .. }) => {
                self.lines(self.text_width()).iter().any(|line| line.topic.is_some_and(|next| next != *topic))
            }
            Some(_) | None => self.leads_to().is_some(),
        }
    }

    /// Whether what rows are found by is being typed.
    #[must_use]
    pub fn is_finding(&self) -> bool {
        matches!(self.view.layers.last(), Some(Layer::Find { .. }))
    }

    /// Whether panes are what is looked at, with nothing over them.
    #[must_use]
    pub fn is_among_panes(&self) -> bool {
        matches!(self.view.layers.last(), None | Some(Layer::Zoom))
    }

    /// Whether the focused pane, or one of its figures, is what is looked at.
    #[must_use]
    pub fn shows_pane(&self) -> bool {
        matches!(self.view.layers.last(), None | Some(Layer::Zoom | Layer::Detail { .. }))
    }

    /// What is open, or selected among the panes.
    fn at_hand(&self) -> Option<Topic> {
        match self.view.layers.last() {
            Some(Layer::Detail { topic, .. }) => Some(*topic),
            Some(Layer::Zoom) | None => self.selected(),
            Some(
                Layer::Help { .. }
                | Layer::Address { .. }
                | Layer::Find { .. }
                | Layer::Palette { .. }
                | Layer::Export { .. },
            ) => None,
        }
    }

    /// What the selected row is about, or what the selected line of an open text leads to.
    #[must_use]
    pub fn leads_to(&self) -> Option<Topic> {
        let Some(Layer::Detail { topic, cursor }) = self.view.layers.last() else { return self.at_hand() };
        let line = self.lines(self.text_width()).into_iter().nth(cursor.selected);
        line.and_then(|line| line.topic).filter(|next| next != topic)
    }

    /// The figure that is open or selected, with which others could be compared.
    #[must_use]
    pub fn comparable(&self) -> Option<Figure> {
        self.at_hand().and_then(Topic::figure)
    }

    /// Whether the rows of a pane can be ordered; what the checks found has one order, by severity.
    #[must_use]
    pub fn is_sortable(&self, pane: usize) -> bool {
        self.dataset.panes.get(pane).is_some_and(|pane| pane.kind != PaneKind::Reconciliation)
    }

    /// What of the present screen is copied.
    #[must_use]
    pub fn clip(&self) -> Option<Clip> {
        match self.view.layers.last() {
            Some(Layer::Address { .. }) => Some(Clip::Address(self.address())),
            Some(_) | None => self.at_hand().map(Clip::Row),
        }
    }
}
