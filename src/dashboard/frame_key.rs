//! Everything that a frame depends on, apart from the model.

use ratatui::layout::Size;

use super::app::App;
use super::appearance::Appearance;
use super::notice::Notice;
use super::view::View;
use crate::dataset::Bundled;

/// Two dashboards on one model with equal keys look the same.
#[derive(Debug, Clone, PartialEq)]
pub struct FrameKey {
    /// The bundled dataset that is shown, since it can be switched.
    pub bundled: Option<Bundled>,
    pub size: Size,
    pub view: View,
    pub appearance: Appearance,
    /// True if the mouse is the dashboard's.
    pub mouse: bool,
    pub notice: Option<Notice>,
    /// The model that is shown, since a question about a table replaces it.
    pub edition: u32,
}

impl App {
    #[must_use]
    #[expect(missing_docs, reason = "the type says it")]
    pub fn frame_key(&self) -> FrameKey {
        let (size, appearance, mouse) = (self.size, self.appearance, self.mouse);
        FrameKey {
            bundled: self.bundled(),
            size,
            view: self.view.clone(),
            appearance,
            mouse,
            notice: self.notice.clone(),
            edition: self.edition,
        }
    }
}
