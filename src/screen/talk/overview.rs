//! The list of steps, with the time that each is planned to take.
//!
//! ```text
//!  Overview · 10 steps · 8:10
//!    1  Two rates that cannot both hold                   0:45
//!  ▸ 2  Exports: 246.57 billion yuan                      0:35
//! ```

use std::time::Duration;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::dashboard::Cursor;
use crate::screen::{Theme, cells};
use crate::stage::Talk;
use crate::text::truncate;

/// The widest list: the eye finds the time of a step at its end.
const MOST_COLUMNS: u16 = 76;

pub fn render(talk: &Talk, theme: &Theme, (selected, area): (usize, Rect), buffer: &mut Buffer) {
    let steps: Vec<_> = talk.steps().collect();
    let all: Duration = steps.iter().map(|(_, planned)| *planned).sum();
    let width = area.width.min(MOST_COLUMNS);
    let count = if steps.len() == 1 { "1 step".to_owned() } else { format!("{} steps", steps.len()) };
    let title = format!("Overview · {count} · {}", clock(all));
    cells::write(buffer, (area.x + 1, area.y), &title, usize::from(area.width), theme.title);
    let airy = steps.len() * 2 + 1 < usize::from(area.height);
    let list = Rect { y: area.y + 1 + u16::from(airy), height: area.height.saturating_sub(1), width, ..area };
    let list = Rect { height: area.bottom() - list.y, ..list };
    let pitch = if airy { 2 } else { 1 };
    let height = usize::from(list.height).div_ceil(pitch);
    let top = Cursor { selected, top: 0 }.clamp(steps.len(), height).top;
    let digits = steps.len().to_string().len();
    for ((at, (step, planned)), place) in steps.iter().enumerate().skip(top).zip(list.rows().step_by(pitch)) {
        let time = clock(*planned);
        let (marker, is_present) = (if at == selected { "▸" } else { " " }, at == talk.place().0);
        let room = usize::from(width).saturating_sub(digits + time.len() + 8);
        let text = format!(" {marker} {:>digits$}  {}  {time} ", at + 1, truncate::left(&step.title, room));
        let style = if is_present { theme.title } else { Style::new() };
        cells::write(buffer, (place.x, place.y), &text, usize::from(width), style);
        if at == selected {
            buffer.set_style(place, theme.selected);
        }
    }
}

/// Minutes and seconds.
fn clock(time: Duration) -> String {
    format!("{}:{:02}", time.as_secs() / 60, time.as_secs() % 60)
}
