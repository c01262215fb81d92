//! All that a frame depends on beside the dataset.

use ratatui::layout::Size;

use super::app::App;
use super::look::Look;
use super::notice::Notice;
use super::view::View;

/// What the dashboard shows, and how: two dashboards on one dataset with equal faces look the same.
#[derive(Debug, Clone, PartialEq)]
#[expect(missing_docs, reason = "the types say it")]
pub struct Face {
    pub size: Size,
    pub view: View,
    pub look: Look,
    /// Whether the mouse does things here.
    pub mouse: bool,
    pub notice: Option<Notice>,
}

impl App {
    /// What a frame of it would depend on now.
    #[must_use]
    pub fn face(&self) -> Face {
        let (size, look, mouse) = (self.size, self.look, self.mouse);
        Face { size, view: self.view.clone(), look, mouse, notice: self.notice.clone() }
    }
}
