//! What is known of the selected row, in the few lines that there is room for.
//!
//! ```text
//! ┌ Tajikistan ────────────────────────────────────────────┐
//! │ Value       growth on 2022: ▴ +93.4 %                   │
//! │ As printed  "93.4 percent"                              │
//! └────────────────────────────────────────────────────────┘
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::{Block, Widget};

use super::{Theme, fit, text};
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
    let room = usize::from(area.width).saturating_sub(4);
    let title = Line::styled(format!(" {} ", fit::cut(&title, room)), theme.title);
    let block = Block::bordered().border_style(theme.border).title(title);
    let inner = block.inner(area);
    block.render(area, buffer);
    for (line, place) in app.brief(inner.width.saturating_sub(2)).iter().zip(inner.rows()) {
        let place = Rect { x: place.x + 1, width: place.width.saturating_sub(2), ..place };
        text::entry(theme, (&line.term, &line.text), place, buffer);
    }
}
