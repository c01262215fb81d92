//! What is known of the selected row, in the few lines that there is room for.
//!
//! ```text
//!  Tajikistan      Xinjiang, total trade (exports + imports) with Tajikistan, 2023
//!  Value       growth on 2022: ▴ +93.4 %
//!  As printed  "93.4 percent"                         Global Times, 2024-02-07, ¶4
//! ```
//!
//! What the row next to it has in common with it stands in the same place, so that neither the eye nor the wire has to
//! look at it again.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::{Theme, fit, ink, text};
use crate::dashboard::{App, TERM_WIDTH, Topic};

pub fn render(app: &App, theme: &Theme, area: Option<Rect>, buffer: &mut Buffer) {
    let Some(area) = area else { return };
    let words = app.words();
    let (title, about) = match app.selected() {
        Some(Topic::Figure(figure)) => {
            let about = words.subject(figure).map(|subject| words.about(subject)).unwrap_or_default();
            (words.label(figure), about)
        }
        Some(Topic::Finding(_)) => ("What the checks found".into(), String::new()),
        None => ("".into(), String::new()),
    };
    let area = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
    let mut lines = area.rows();
    let Some(first) = lines.next() else { return };
    let room = usize::from(first.width);
    let end = ink::write(buffer, (first.x, first.y), &fit::cut(&title, room), room, theme.title);
    let left = usize::from(first.right().saturating_sub(end)).saturating_sub(2);
    let about = fit::right(&with_period(&about, left), left);
    ink::write(buffer, (end + 2, first.y), &about, left, Style::new());
    let entries = app.brief((area.width, area.height));
    for ((at, line), place) in entries.iter().enumerate().zip(lines) {
        // One line more is asked for than there is room for: is what is being said cut off there?
        let is_cut =
            place.bottom() == area.bottom() && entries.get(at + 1).is_some_and(|next| next.term.is_empty());
        let text = if is_cut { cut_off(&line.text, area.width) } else { line.text.clone() };
        text::entry(theme, (&line.term, &text), place, buffer);
    }
}

/// Which trade it is about, in at most `room` columns where that has room for its end, the period, which stays.
fn with_period(about: &str, room: usize) -> String {
    match about.rsplit_once(", ") {
        Some((trade, period)) if fit::width(about) > room => {
            format!("{}, {period}", fit::cut(trade, room.saturating_sub(fit::width(period) + 2)))
        }
        Some(_) | None => about.to_owned(),
    }
}

/// A line that goes on where there is no room for it: its words that fit, with a sign that it does.
fn cut_off(text: &str, width: u16) -> String {
    let room = usize::from(width.saturating_sub(TERM_WIDTH)).saturating_sub(2);
    let mut words = text;
    while fit::width(words) > room {
        let Some((fewer, _)) = words.rsplit_once(' ') else { break };
        words = fewer;
    }
    format!("{words} …")
}
