//! The proposed row: each part with its value, and how far it is in doubt; below it the figures that can be no rows.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::draft::{Draft, Proposal, Review};
use crate::review::{Doubt, DraftReview, RowLine, RowPart, RowText, unexpressed_words};
use crate::screen::heading::{self, PaneHeading};
use crate::screen::{Theme, cells};
use crate::text::hanging;
use crate::text::truncate;

/// Columns of the names of parts.
const NAME: usize = 9;
/// Columns in front of values.
const BEFORE: u16 = 12;
/// Lines that the list of other figures takes at least, with the line above it and the blank before it.
const OTHERS: u16 = 3;

pub fn render(review: &DraftReview, theme: &Theme, area: Rect, buffer: &mut Buffer) {
    heading::render(&title(review, area.height), theme, area, buffer);
    let below = without(area, 1);
    let Some(row) = review.row() else {
        let said = "  No figures were found in this text.";
        cells::write(buffer, (below.x, below.y), said, usize::from(below.width), Style::new());
        return others(review, theme, without(below, 1), buffer);
    };
    let RowText { question, lines } = review.row_text();
    for (text, line) in question.iter().zip(below.rows()) {
        cells::write(buffer, (line.x + 1, line.y), text, usize::from(line.width), theme.mark);
    }
    let below = without(below, question.len());
    let marked = review.part();
    for (line, place) in lines.iter().skip(review.parts().top).zip(below.rows()) {
        part_line(line, (line.part == marked, row), theme, place, buffer);
    }
    others(review, theme, without(below, lines.len() + 1), buffer);
}

/// An area without its first lines.
fn without(area: Rect, lines: usize) -> Rect {
    let lines = u16::try_from(lines).unwrap_or(u16::MAX).min(area.height);
    Rect { y: area.y + lines, height: area.height - lines, ..area }
}

fn part_line(
    line: &RowLine,
    (is_marked, row): (bool, &Proposal),
    theme: &Theme,
    place: Rect,
    buffer: &mut Buffer,
) {
    let (x, y) = (place.x + 1, place.y);
    if line.is_first {
        cells::write(buffer, (x, y), if is_marked { "▸" } else { " " }, 1, Style::new());
        cells::write(buffer, (x + 2, y), line.part.name(), NAME, theme.term);
    }
    let at = x + BEFORE;
    let room = |from: u16| usize::from(place.right().saturating_sub(from));
    cells::write(buffer, (at, y), &line.value, room(at), Style::new());
    let behind = at + line.aside_at;
    // Reversed, a colour would be the loudest thing on the screen.
    let style = if is_marked { Style::new() } else { aside_style(row, line.part, theme) };
    if !line.aside.is_empty() {
        cells::write(buffer, (behind, y), &line.aside, room(behind), style);
    }
    if is_marked {
        buffer.set_style(place, theme.selected);
    }
}

fn title(review: &DraftReview, height: u16) -> PaneHeading {
    let (at, all) = (review.at() + 1, review.draft().rows.len());
    let state = match review.row().map(|row| row.review) {
        None => "",
        Some(Review::Open) => " · open",
        Some(Review::Confirmed) => " · confirmed",
        Some(Review::Rejected) => " · not a figure",
    };
    let paragraph = review.row().map_or(0, |row| row.paragraph);
    let place = Draft::locator(paragraph);
    let title = if all == 0 { "No figures".to_owned() } else { format!("{at} of {all}{state} · {place}") };
    let RowText { question, lines } = review.row_text();
    let (lines, top) = (lines.len(), review.parts().top);
    let room = usize::from(height.saturating_sub(1)).saturating_sub(question.len());
    let extent = if lines > room {
        format!("{}–{} of {lines}", top + 1, (top + room).min(lines))
    } else {
        String::new()
    };
    let looks = match review.counts().2 {
        0 => String::new(),
        urgent => format!("{urgent} to look at"),
    };
    PaneHeading {
        title,
        sort: String::new(),
        rest: String::new(),
        extent,
        letters: String::new(),
        feet: vec![looks],
        focused: review.open_text().is_none(),
    }
}

fn aside_style(row: &Proposal, part: RowPart, theme: &Theme) -> Style {
    match part.doubt(row) {
        Some(Doubt::Assumed | Doubt::Unsure) => theme.mark,
        Some(Doubt::Inherited(_)) => theme.focus,
        Some(Doubt::Said | Doubt::Silent | Doubt::Chosen) | None => theme.heading,
    }
}

/// Figures that can be no rows, each with the reason, as many as there is room for in full.
fn others(review: &DraftReview, theme: &Theme, area: Rect, buffer: &mut Buffer) {
    let figures = &review.draft().unexpressed;
    if figures.is_empty() || area.height < OTHERS {
        return;
    }
    let heading = PaneHeading {
        title: format!("Read, but no rows · {}", figures.len()),
        sort: String::new(),
        rest: String::new(),
        extent: String::new(),
        letters: String::new(),
        feet: vec!["i: all".to_owned()],
        focused: false,
    };
    heading::render(&heading, theme, area, buffer);
    let mut below = without(area, 1);
    for figure in figures {
        let text = unexpressed_words(review.draft(), figure);
        let lines = hanging(&text, below.width.saturating_sub(4));
        if lines.len() > usize::from(below.height) {
            break;
        }
        for (text, line) in lines.iter().zip(below.rows()) {
            cells::write(buffer, (line.x + 3, line.y), text, truncate::width(text), theme.heading);
        }
        below = without(below, lines.len());
    }
}
