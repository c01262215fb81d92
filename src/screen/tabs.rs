//! The names of all panes on one line, where not all panes are in sight.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;

use super::{Theme, fit};
use crate::dashboard::App;

pub fn render(app: &App, theme: &Theme, area: Option<Rect>, buffer: &mut Buffer) {
    let Some(area) = area else { return };
    let focus = app.view().focus;
    let titles: Vec<&str> = app.panes().iter().map(|pane| pane.title.as_str()).collect();
    let room = usize::from(area.width);
    let number = |pane: usize| (pane + 1).to_string();
    let numbered = |pane: usize| number(pane).len() + 2;
    // Where not even the numbers have room, the first ones are left out until that of the focused pane has.
    let first =
        (0..=focus).find(|first| (*first..=focus).map(numbered).sum::<usize>() <= room).unwrap_or(focus);
    let numbers: usize = (first..titles.len()).map(numbered).sum();
    let most_own = room.saturating_sub(numbers + 1);
    let own = titles.get(focus).map_or(0, |title| fit::width(title).min(most_own) + 1);
    let others = || {
        titles.iter().enumerate().filter(|(pane, _)| *pane != focus).map(|(_, title)| fit::width(title) + 1)
    };
    let fits =
        |most: &usize| numbers + own + others().map(|width| width.min(most + 1)).sum::<usize>() <= room;
    let most = (0..room).rev().find(fits).unwrap_or(0);
    let mut line = Line::default();
    for (pane, title) in titles.iter().enumerate().skip(first) {
        let room = if pane == focus { most_own } else { most };
        let title = if room < 3 { String::new() } else { format!(" {}", fit::cut(title, room)) };
        let tab = format!(" {}{title} ", number(pane));
        let style = if pane == focus { theme.title.patch(theme.selected) } else { theme.border };
        line.push_span(Span::styled(tab, style));
    }
    line.render(area, buffer);
}
