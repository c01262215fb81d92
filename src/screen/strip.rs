//! What is known of the selected row, in the few lines that there is room for.
//!
//! ```text
//!  Tajikistan · Xinjiang, total trade (exports + imports) with Tajikistan, 2023
//!  Value       growth on 2022: ▴ +93.4 %
//!  As printed  "93.4 percent"
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{Theme, fit, ink, text};
use crate::dashboard::{App, Topic};

pub fn render(app: &App, theme: &Theme, area: Option<Rect>, buffer: &mut Buffer) {
    let Some(area) = area else { return };
    let words = app.words();
    let title = match app.selected() {
        Some(Topic::Figure(figure)) => {
            let about = words.subject(figure).map(|subject| words.about(subject)).unwrap_or_default();
            format!("{} · {about}", words.label(figure))
        }
        Some(Topic::Finding(_)) => "What the checks found".to_owned(),
        None => String::new(),
    };
    let area = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
    let mut lines = area.rows();
    let Some(first) = lines.next() else { return };
    let room = usize::from(first.width);
    ink::write(buffer, (first.x, first.y), &fit::cut(&title, room), room, theme.title);
    for (line, place) in app.brief((area.width, area.height)).iter().zip(lines) {
        text::entry(theme, (&line.term, &line.text), place, buffer);
    }
}
