//! All that a frame depends on beside the dataset.

use ratatui::layout::Size;

use super::app::App;
use super::appearance::Appearance;
use super::notice::Notice;
use super::view::View;

/// What the dashboard shows, and how: two dashboards on one dataset with equal faces look the same.
#[derive(Debug, Clone, PartialEq)]
#[expect(missing_docs, reason = "the types say it")]
pub struct FrameKey {
    pub size: Size,
    pub view: View,
    pub appearance: Appearance,
    /// Whether the mouse does things here.
    pub mouse: bool,
    pub notice: Option<Notice>,
}

impl App {
    /// What a frame of it would depend on now.
    #[must_use]
    pub fn frame_key(&self) -> FrameKey {
        let (size, appearance, mouse) = (self.size, self.appearance, self.mouse);
        FrameKey { size, view: self.view.clone(), appearance, mouse, notice: self.notice.clone() }
    }
}
