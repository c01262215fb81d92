//! Draws the review of a draft: the article, the proposed row, and what opens over them.
//!
//! ```text
//!  Exports of the region in 2023        12 of 18 confirmed · draft in …    header
//! ─ Article ─────────────── ¶4 ─  ━ 7 of 18 · open ━━━━━ 3 to look at ━    article.rs, row.rs
//!  ¶4 … a 70.8 percent increase    ▸ figure    ▴ +70.8 %  "70.8 percent"
//!     with Kazakhstan                reporter  Xinjiang   ← ¶2
//!  Enter accept  x not a figure  e mend  Space next doubtful               footer.rs
//! ```

mod article;
mod footer;
mod open;
mod row;

use ratatui::buffer::Buffer;
use ratatui::layout::{Rect, Size};
use ratatui::style::Style;
use ratatui::widgets::{Paragraph, Widget, Wrap};

use super::{Theme, cells, frame, glyphs};
use crate::dashboard::SMALLEST;
use crate::draft::Draft;
use crate::review::{DraftReview, ReviewLayout};
use crate::text::truncate;

/// A buffer of the review's size with the review drawn into it, or the dashboard on its draft.
#[must_use]
pub fn review_frame(review: &DraftReview, theme: &Theme) -> Buffer {
    if let Some(app) = review.dashboard() {
        return frame(app, theme);
    }
    let mut buffer = Buffer::empty(Rect::from(review.size()));
    if theme.base != Style::new() {
        buffer.set_style(buffer.area, theme.base);
    }
    match review.layout() {
        ReviewLayout::TooSmall => too_small(review.size(), &mut buffer),
        ReviewLayout::Parts { header, article, row, footer } => {
            header_line(review, theme, *header, &mut buffer);
            if review.open_text().is_none_or(|text| !text.is_full) {
                article::render(review, theme, *article, &mut buffer);
                row::render(review, theme, *row, &mut buffer);
            }
            open::render(review, theme, *row, &mut buffer);
            footer::render(review, theme, *footer, &mut buffer);
        }
    }
    glyphs::replace(theme.glyphs, buffer.area, &mut buffer);
    buffer
}

/// The title of the article, how much is done, and what is kept.
fn header_line(review: &DraftReview, theme: &Theme, area: Option<Rect>, buffer: &mut Buffer) {
    let Some(area) = area else { return };
    let room = usize::from(area.width).saturating_sub(2);
    let (confirmed, rejected, _) = review.counts();
    let rows = review.draft().rows.len() - rejected;
    let done = format!("{confirmed} of {rows} confirmed");
    let kept = review.kept_words();
    let full = if kept.is_empty() { done.clone() } else { format!("{done} · {kept}") };
    // The name of the file matters more than a long title, which stands in the article as well.
    let Draft { title, name, .. } = review.draft();
    let ways = [(title, &full), (name, &full), (title, &done)];
    let fits =
        |(left, right): &(&String, &String)| truncate::width(left) + 2 + truncate::width(right) <= room;
    let (left, right) = ways.into_iter().find(fits).unwrap_or((name, &done));
    let wide = truncate::width(right);
    let x = area.right().saturating_sub(1 + u16::try_from(wide).unwrap_or(u16::MAX));
    cells::write(buffer, (x, area.y), right, wide, theme.heading);
    let left = truncate::cut(left, room.saturating_sub(wide + 2));
    cells::write(buffer, (area.x + 1, area.y), &left, room, theme.title);
}

/// A calm sentence for a screen without room for a row.
fn too_small(has: Size, buffer: &mut Buffer) {
    let Size { width, height } = SMALLEST;
    let sentence = format!(
        "horgos needs {width}×{height} to review a draft; this is {}×{}. Ctrl-C quits.",
        has.width, has.height
    );
    Paragraph::new(sentence).wrap(Wrap { trim: true }).render(buffer.area, buffer);
}
