//! The names of all panes on one line, if not all panes are in view.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;

use super::Theme;
use crate::dashboard::App;

pub fn render(app: &App, theme: &Theme, area: Option<Rect>, buffer: &mut Buffer) {
    let Some(area) = area else { return };
    let focus = app.view().focus;
    let style = |pane: usize| if pane == focus { theme.title.patch(theme.selected) } else { theme.border };
    let tabs = app.tabs(usize::from(area.width)).into_iter();
    let line: Line = tabs.map(|tab| Span::styled(tab.text, style(tab.pane))).collect();
    line.render(area, buffer);
}
