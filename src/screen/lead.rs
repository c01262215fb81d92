//! The gravest finding at the top: its sentence, and a picture of what cannot both be.
//!
//! ```text
//!  ✗ Exports +23.2 % and total +50 % cannot both hold: …                       6, Enter: the proof
//!    exports 2022      ▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆██┤  200.05 to 200.22 bn CNY   = 246.57 / 1.232
//!    total trade 2022  ▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆├─┤    188.48 to 189.75 bn CNY   = 283.67 / 1.50
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::{Theme, cells, picture};
use crate::analysis::Severity;
use crate::dashboard::App;
use crate::text::truncate;

pub fn render(app: &App, theme: &Theme, area: Option<Rect>, buffer: &mut Buffer) {
    let (Some(area), Some(lead)) = (area, app.lead()) else { return };
    let inner = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
    let lines = lead.lines(area.width);
    let mut end = inner.x;
    for ((at, line), place) in lines.iter().enumerate().zip(inner.rows()) {
        if at == 0 {
            cells::write(buffer, (place.x, place.y), sign(lead.severity), 1, theme.mark);
        }
        let room = usize::from(place.width.saturating_sub(2));
        end = cells::write(buffer, (place.x + 2, place.y), &truncate::cut(line, room), room, theme.title);
    }
    if let (Some(pane), 1) = (app.findings_pane(), lines.len()) {
        let hint = format!("{}, Enter: the proof", pane + 1);
        let wide = u16::try_from(truncate::width(&hint)).unwrap_or(u16::MAX);
        if end.saturating_add(2).saturating_add(wide) <= inner.right() {
            cells::write(buffer, (inner.right() - wide, inner.y), &hint, usize::from(wide), Style::new());
        }
    }
    let used = u16::try_from(lines.len()).unwrap_or(0).min(inner.height);
    let below = Rect {
        x: inner.x + 2,
        y: inner.y + used,
        width: inner.width.saturating_sub(2),
        height: inner.height - used,
    };
    if let Some(shown) = &lead.picture {
        picture::render(shown, theme, below, buffer);
    }
}

/// The finding that is open, with its picture as large as there is room for.
pub fn render_open(app: &App, theme: &Theme, area: Option<Rect>, buffer: &mut Buffer) {
    let Some((area, lead)) = area.zip(app.open_finding()) else { return };
    let room = usize::from(area.width.saturating_sub(4));
    let mut sentences = lead.sentences.iter();
    let sentence = sentences.find(|text| truncate::width(text) <= room).or(lead.sentences.last());
    let sentence = truncate::cut(sentence.map_or("", String::as_str), room);
    cells::write(buffer, (area.x + 1, area.y), sign(lead.severity), 1, theme.mark);
    cells::write(buffer, (area.x + 3, area.y), &sentence, room, theme.title);
    let below = Rect { y: area.y + 2, height: area.height.saturating_sub(2), ..area };
    if let Some(shown) = &lead.picture {
        picture::render_large(shown, theme, below, buffer);
    }
}

/// The sign of a severity.
pub fn sign(severity: Severity) -> &'static str {
    match severity {
        Severity::Contradiction => "✗",
        Severity::Doubt => "?",
        Severity::Note => "·",
    }
}
