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
use crate::wording::Picture;

/// From this height on a finding that stands alone has blank lines around its sentence.
const ROOMY: u16 = 14;
/// From this height on the band around it is as high as they are.
const TALL: u16 = 20;
/// The height of a picture of two ranges with what follows from them below.
const TALLEST: u16 = 5;

pub fn render(app: &App, theme: &Theme, area: Option<Rect>, buffer: &mut Buffer) {
    let (Some(area), Some(lead)) = (area, app.lead()) else { return };
    let inner = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
    let lines = lead.lines(area.width);
    let mut end = inner.x;
    for ((at, line), place) in lines.iter().enumerate().zip(inner.rows()) {
        let signed = (at == 0).then_some(lead.severity);
        end = sentence((signed, lead.severity), line, theme, place, buffer);
    }
    if let (Some(pane), 1) = (app.findings_pane(), lines.len()) {
        let hint = format!("{}, Enter: the proof", pane + 1);
        let wide = u16::try_from(truncate::width(&hint)).unwrap_or(u16::MAX);
        if end.saturating_add(2).saturating_add(wide) <= inner.right() {
            cells::write(buffer, (inner.right() - wide, inner.y), &hint, usize::from(wide), Style::new());
        }
    }
    let used = u16::try_from(lines.len()).unwrap_or(0).min(inner.height);
    let Some(shown) = &lead.picture else { return };
    let below = Rect {
        x: inner.x + 2,
        y: inner.y + used,
        width: inner.width.saturating_sub(2),
        height: inner.height - used,
    };
    // A taller one has lines for what follows from the two ranges.
    let lines = below.height.saturating_sub(TALLEST);
    let (height, room) = (below.height - lines, usize::from(below.width));
    picture::render(shown, theme, Rect { height, ..below }, buffer);
    if lines > 0 {
        for (step, y) in app.consequences().iter().take(lines.into()).zip(below.y + height..) {
            cells::write(buffer, (below.x, y), &truncate::cut(step, room), room, Style::new());
        }
    }
}

/// The finding that is open, with its picture as large as there is room for.
pub fn render_open(app: &App, theme: &Theme, area: Option<Rect>, buffer: &mut Buffer) {
    let Some((area, lead)) = area.zip(app.open_finding()) else { return };
    let room = usize::from(area.width.saturating_sub(4));
    let mut sentences = lead.sentences.iter();
    let shown = sentences.find(|text| truncate::width(text) <= room).or(lead.sentences.last());
    let shown = truncate::cut(shown.map_or("", String::as_str), room);
    let place = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
    sentence((Some(lead.severity), lead.severity), &shown, theme, place, buffer);
    let below = Rect { y: area.y + 2, height: area.height.saturating_sub(2), ..area };
    if let Some(shown) = &lead.picture {
        picture::render_large(shown, theme, below, buffer);
    }
}

/// The finding that is open, alone on the screen of a talk: its sentence on a band that a room sees, and its picture as
/// large as there is room for. False if there is no picture, or no room for its ranges.
pub fn render_alone(app: &App, theme: &Theme, area: Rect, buffer: &mut Buffer) -> bool {
    let Some(lead) = app.open_finding() else { return false };
    let lines = lead.lines(area.width);
    let used = u16::try_from(lines.len()).unwrap_or(u16::MAX);
    let fits = |shown: &&Picture| picture::fits(shown, (area.width, area.height.saturating_sub(used)));
    let Some(shown) = lead.picture.as_ref().filter(fits) else { return false };
    let is_banded = lead.severity == Severity::Contradiction && theme.lead.bg.is_some();
    let around = u16::from(area.height >= ROOMY);
    // Some terminals cannot erase in a colour, and get blanks.
    let (band, within) = if area.height >= TALL { (used + 2 * around, 0) } else { (used, around) };
    if is_banded {
        buffer.set_style(Rect { y: area.y + within, height: band, ..area }, theme.lead);
    }
    let place = Rect { x: area.x + 1, y: area.y + around, width: area.width.saturating_sub(2), ..area };
    for ((at, line), place) in lines.iter().enumerate().zip(place.rows()) {
        sentence(((at == 0).then_some(lead.severity), lead.severity), line, theme, place, buffer);
    }
    let above = (used + 3 * around).min(area.height);
    let height = area.height - above;
    // On a small screen thin bars, so that the next slide comes as fast as on a large one.
    let thin = u16::try_from(2 * shown.parts.len() + 7).unwrap_or(u16::MAX);
    let height = if area.height >= ROOMY { height } else { height.min(thin) };
    picture::render_large(shown, theme, Rect { y: area.y + above, height, ..area }, buffer);
    true
}

/// Writes a line of the sentence after its sign, which the first one has; gives back where it ends. A contradiction is
/// the first thing that the eye meets, so it has a band of its own; a doubt has none.
fn sentence(
    (signed, severity): (Option<Severity>, Severity),
    line: &str,
    theme: &Theme,
    place: Rect,
    buffer: &mut Buffer,
) -> u16 {
    let (own, of_sign) = match severity {
        Severity::Contradiction => (theme.lead, theme.lead_sign),
        Severity::Doubt | Severity::Note => (theme.title, theme.mark),
    };
    let room = usize::from(place.width.saturating_sub(2));
    let band = |columns: u16| Rect { x: place.x.saturating_sub(1), width: columns, height: 1, ..place };
    let end = cells::write(buffer, (place.x + 2, place.y), &truncate::cut(line, room), room, own);
    if severity == Severity::Contradiction {
        buffer.set_style(band(end + 2 - place.x).intersection(buffer.area), own);
    }
    if let Some(severity) = signed {
        cells::write(buffer, (place.x, place.y), sign(severity), 1, of_sign);
        if severity == Severity::Contradiction {
            buffer.set_style(band(3), of_sign);
        }
    }
    end
}

/// The sign of a severity.
pub fn sign(severity: Severity) -> &'static str {
    match severity {
        Severity::Contradiction => "✗",
        Severity::Doubt => "?",
        Severity::Note => "·",
    }
}
