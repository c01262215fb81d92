//! The names of all panes on one line, if not all panes are in view.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{Theme, cells};
use crate::dashboard::App;

pub fn render(app: &App, theme: &Theme, area: Option<Rect>, buffer: &mut Buffer) {
    let Some(area) = area else { return };
    let focus = app.view().focus;
    let style = |pane: usize| if pane == focus { theme.title.patch(theme.selected) } else { theme.heading };
    let mut x = area.left();
    for tab in app.tabs(usize::from(area.width)) {
        let room = usize::from(area.right().saturating_sub(x));
        x = cells::write(buffer, (x, area.y), &tab.text, room, style(tab.pane));
    }
}
