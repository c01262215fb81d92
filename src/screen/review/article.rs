//! The article: figures underlined, the present one reversed, the words that its row inherits from in colour and bold.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

use crate::review::{DraftReview, Highlight, margin};
use crate::screen::heading::{self, PaneHeading};
use crate::screen::{Theme, cells};

pub fn render(review: &DraftReview, theme: &Theme, area: Rect, buffer: &mut Buffer) {
    let (lines, top) = review.extent();
    let height = usize::from(area.height.saturating_sub(1));
    let extent = if lines > height {
        format!("lines {}–{} of {lines}", top + 1, (top + height).min(lines))
    } else {
        String::new()
    };
    let heading = PaneHeading {
        title: "Article".to_owned(),
        sort: String::new(),
        rest: String::new(),
        extent,
        letters: String::new(),
        feet: vec![String::new()],
        focused: false,
    };
    heading::render(&heading, theme, area, buffer);
    let below = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
    let margin = margin(area.width);
    for (line, place) in review.lines_in_view().iter().zip(below.rows()) {
        if let Some(number) = line.label {
            let x = place.x + u16::from(margin > 4);
            cells::write(buffer, (x, place.y), &format!("¶{number}"), usize::from(margin), theme.border);
        }
        let plain = if line.is_title { theme.title } else { Style::new() };
        let (mut x, right) = (place.x + margin, place.right());
        for (range, highlight) in review.pieces(&line.range) {
            let Some(text) = review.draft().text.get(range) else { continue };
            let style = highlight.map_or(plain, |highlight| plain.patch(styled(highlight, theme)));
            // Controls have no cells; tabs and line ends are blanks.
            let text = text.replace(['\t', '\n'], " ");
            x = cells::write(buffer, (x, place.y), &text, usize::from(right.saturating_sub(x)), style);
        }
    }
}

fn styled(highlight: Highlight, theme: &Theme) -> Style {
    let plain = Style::new();
    match highlight {
        Highlight::Open => plain.add_modifier(Modifier::UNDERLINED | Modifier::BOLD),
        Highlight::Confirmed => plain.add_modifier(Modifier::UNDERLINED),
        Highlight::Rejected => plain.add_modifier(Modifier::CROSSED_OUT),
        Highlight::Unexpressed => theme.border.add_modifier(Modifier::UNDERLINED),
        Highlight::Source => theme.focus.add_modifier(Modifier::BOLD),
        Highlight::Present => theme.selected.add_modifier(Modifier::BOLD),
    }
}
