//! A pane's border: its title above; the rows in view and the source below.

use crate::text::truncate;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::{Theme, cells};

/// The texts in a pane's border.
pub struct Titles {
    /// Number and name.
    pub title: String,
    /// The order of the rows, unless it is the source's.
    pub sort: String,
    /// The first to be cut.
    pub rest: String,
    pub extent: String,
    pub foot: String,
    pub focused: bool,
}

impl Titles {
    /// The title in at most `room` columns; the name is cut before the order.
    fn within(&self, room: usize) -> String {
        let all = format!("{}{}{}", self.title, self.sort, self.rest);
        let needed = truncate::width(&self.title) + truncate::width(&self.sort);
        if self.sort.is_empty() || needed < room || truncate::width(&all) <= room {
            return truncate::cut(&all, room);
        }
        truncate::cut(&self.title, room.saturating_sub(truncate::width(&self.sort)))
            + &truncate::cut(&self.sort, room)
    }
}

/// Left corner, line, right corner.
type Edge = (char, char, char);

const ABOVE: Edge = ('┌', '─', '┐');
/// The focused pane has a thick line next to its title.
const ABOVE_FOCUSED: Edge = ('┍', '━', '┑');
const BELOW: Edge = ('└', '─', '┘');

/// Draws a border with its texts.
pub fn border(titles: &Titles, theme: &Theme, area: Rect, buffer: &mut Buffer) {
    if area.width < 2 || area.height < 2 {
        return;
    }
    let (above, style, title_style) = if titles.focused {
        (ABOVE_FOCUSED, theme.focus, theme.focus.patch(theme.title))
    } else {
        (ABOVE, theme.border, theme.border)
    };
    let (right, bottom) = (area.right() - 1, area.bottom() - 1);
    line(above, (area.x, right, area.y), style, buffer);
    line(BELOW, (area.x, right, bottom), style, buffer);
    for y in area.y + 1..bottom {
        put('│', (area.x, y), style, buffer);
        put('│', (right, y), style, buffer);
    }
    let room = usize::from(area.width).saturating_sub(4);
    let title = format!(" {} ", titles.within(room));
    cells::write(buffer, (area.x + 1, area.y), &title, room + 2, title_style);
    let mut left = room;
    if !titles.extent.is_empty() {
        let extent = format!(" {} ", titles.extent);
        cells::write(buffer, (area.x + 1, bottom), &extent, room + 2, theme.border);
        left = room.saturating_sub(truncate::width(&extent));
    }
    let foot = truncate::cut(&titles.foot, left);
    if !foot.is_empty() {
        let foot = format!(" {foot} ");
        let x = right.saturating_sub(u16::try_from(truncate::width(&foot)).unwrap_or(u16::MAX));
        cells::write(buffer, (x, bottom), &foot, room + 2, theme.border);
    }
}

/// Draws the one line of a pane that has the screen to itself: title at the left, extent and source at the right. A long
/// title is cut to make room for them.
pub fn heading(titles: &Titles, theme: &Theme, area: Rect, buffer: &mut Buffer) {
    let room = usize::from(area.width).saturating_sub(2);
    let (x, y) = (area.x + 1, area.y);
    let least = truncate::width(&titles.within(usize::MAX)).min(room / 2);
    let most = room.saturating_sub(least + 2);
    let both = format!("{}  {}", titles.extent, titles.foot);
    let shown = truncate::cut(both.trim(), most);
    let wide = truncate::width(&shown);
    let left = if wide == 0 { room } else { room - wide - 2 };
    let title = titles.within(left);
    cells::write(buffer, (x, y), &title, left, theme.focus.patch(theme.title));
    let start = area.right().saturating_sub(1 + u16::try_from(wide).unwrap_or(0));
    cells::write(buffer, (start, y), &shown, room, theme.border);
}

fn line((left, middle, right): Edge, (from, to, y): (u16, u16, u16), style: Style, buffer: &mut Buffer) {
    put(left, (from, y), style, buffer);
    for x in from + 1..to {
        put(middle, (x, y), style, buffer);
    }
    put(right, (to, y), style, buffer);
}

fn put(glyph: char, at: (u16, u16), style: Style, buffer: &mut Buffer) {
    if let Some(cell) = buffer.cell_mut(at) {
        cell.set_char(glyph).set_style(style);
    }
}
