//! What is asked of others, since it leaves the screen, and what becomes of their answers.

use super::action::{Answer, Request};
use super::app::App;
use super::notice::Notice;
use super::view::Layer;

impl App {
    /// Asks for a file, with a name that would do.
    pub(super) fn name_a_file(&mut self) {
        let Some(pane) = self.panes().get(self.view.focus) else { return };
        let file = format!("{}.csv", pane.id.replace('/', "-"));
        self.view.layers.push(Layer::Export { file, taken: false, said: None });
    }

    /// The file that was named, and whether it may be written over.
    #[must_use]
    pub fn file(&self) -> Option<(&str, bool)> {
        match self.view.layers.last() {
            Some(Layer::Export { file, taken, .. }) => Some((file, *taken)),
            _ => None,
        }
    }

    /// Takes what came of a request.
    pub fn answer(&mut self, request: Request, answer: Answer) {
        match (request, self.view.layers.last_mut(), answer) {
            (Request::Export { .. }, Some(Layer::Export { said, taken, .. }), Answer::Refused(why)) => {
                (*said, *taken) = (Some(why), false);
            }
            (Request::Export { .. }, Some(Layer::Export { said, taken, .. }), Answer::Taken(why)) => {
                (*said, *taken) = (Some(why), true);
            }
            (request, _, Answer::Done(text) | Answer::Taken(text) | Answer::Refused(text)) => {
                if matches!(request, Request::Export { .. }) {
                    self.view.layers.retain(|layer| !matches!(layer, Layer::Export { .. }));
                }
                self.notice = Some(Notice::Said(text));
            }
        }
        self.fit();
    }
}
