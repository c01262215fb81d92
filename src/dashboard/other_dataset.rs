//! Switches between the bundled datasets, each with its own view.

use std::sync::{Arc, OnceLock};

use super::action::{Action, Outcome};
use super::app::App;
use super::model::Model;
use super::notice::Notice;
use super::overlays::{Detail, Overlay};
use super::view::View;
use crate::analysis::Figure;
use crate::dataset::Bundled;
use crate::formats;
use crate::wording::Topic;

/// The other bundled dataset, loaded on first use, and the view of it that was left.
#[derive(Debug, Clone, Default)]
pub struct OtherDataset {
    model: Arc<OnceLock<Arc<Model>>>,
    left: Option<LeftView>,
    /// True from following a link to the dataset that is shown until one leaves it.
    by_link: bool,
    /// True while the dataset is shown that was not opened at first.
    is_away: bool,
}

/// A view to return to.
#[derive(Debug, Clone)]
struct LeftView {
    view: View,
    shown: Vec<Arc<[Topic]>>,
    unseen: Vec<bool>,
}

impl App {
    /// The bundled dataset that is shown; `None` for any other.
    pub(super) fn bundled(&self) -> Option<Bundled> {
        self.model.dataset.bundled
    }

    /// The other bundled dataset, while one is shown.
    pub(super) fn other_model(&self) -> Option<&Arc<Model>> {
        let other = self.bundled()?.other();
        if self.other.model.get().is_none() {
            // Fails only in a program built with a broken dataset.
            let loaded = formats::bundled_called(other).ok()?;
            return Some(self.other.model.get_or_init(|| Arc::new(Model::new(loaded.dataset))));
        }
        self.other.model.get()
    }

    /// Shows the other bundled dataset as it was left.
    pub(super) fn switch_dataset(&mut self) -> Outcome {
        let Some(model) = self.other_model().cloned() else { return Outcome::Unchanged };
        let left = self.other.left.take().unwrap_or_else(|| LeftView {
            view: model.first_view(),
            shown: model.panes.iter().map(|pane| Arc::clone(&pane.rows)).collect(),
            unseen: vec![true; if self.unseen.is_empty() { 0 } else { model.panes.len() }],
        });
        let here = LeftView {
            view: std::mem::replace(&mut self.view, left.view),
            shown: std::mem::replace(&mut self.shown, left.shown),
            unseen: std::mem::replace(&mut self.unseen, left.unseen),
        };
        let model = std::mem::replace(&mut self.model, model);
        self.other = OtherDataset {
            model: Arc::new(OnceLock::from(model)),
            left: Some(here),
            by_link: false,
            is_away: !self.other.is_away,
        };
        self.shown_count = self.shown.iter().map(|rows| rows.len()).sum();
        (self.text, self.open_finding) = (None, None);
        let way = if self.other.is_away { "Esc goes back" } else { "B goes back" };
        self.say_the_way_back(way);
        self.refresh(&self.view.clone());
        Outcome::Changed
    }

    /// Opens a figure of the other bundled dataset there.
    pub(super) fn open_elsewhere(&mut self, figure: Figure) -> Outcome {
        let outcome = self.update(Action::OtherDataset);
        let detail = Overlay::Detail(Detail::new(Topic::Figure(figure)));
        self.show(View { overlays: vec![detail], ..self.view.clone() });
        self.other.by_link = true;
        self.say_the_way_back("Esc goes back");
        outcome
    }

    /// Goes back over a link, to where its key stands in the footer anyway.
    pub(super) fn leave_link(&mut self) -> Outcome {
        let outcome = self.switch_dataset();
        self.notice = None;
        outcome
    }

    fn say_the_way_back(&mut self, way: &str) {
        let title = &self.model.dataset.title;
        self.notice = Some(Notice::Switched([format!("{title}; {way}"), way.to_owned()]));
    }

    /// True if an action leads back to the other dataset: it closes the figure that a link from there opened, or goes back
    /// where nothing else is left to close.
    pub(super) fn leads_back(&self, action: Action) -> bool {
        match self.view.overlays[..] {
            [] => action == Action::Back && self.other.is_away && !self.has_something_to_undo(),
            [Overlay::Detail(_)] => matches!(action, Action::Back | Action::Leave) && self.other.by_link,
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use ratatui::layout::Size;

    use super::*;
    use crate::dashboard::{Event, parse_keys};

    #[test]
    fn the_other_dataset_is_read_only_when_it_is_asked_for() {
        let dataset = || formats::bundled().expect("the bundled dataset").dataset;
        let press = |app: &mut App, keys: &str| {
            parse_keys(keys).expect("keys").into_iter().for_each(|key| drop(app.handle(Event::Key(key))));
        };
        let mut app = App::new(dataset(), Size::new(200, 60)).with_hints();
        press(&mut app, "jj<tab>z?<esc>:<esc><enter><esc>/kaz<enter>v<esc>");
        assert!(app.other.model.get().is_none(), "nothing asked for it yet");
        for key in ["B", "O"] {
            let mut app = App::new(dataset(), Size::new(200, 60));
            press(&mut app, key);
            assert!(app.other.model.get().is_some(), "{key}");
        }
    }
}
