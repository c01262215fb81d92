//! The proposed row: each part with its value, and how far it is in doubt; below it the figures that can be no rows.

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::draft::{Draft, Origin, Proposal, Review};
use crate::review::{Doubt, DraftReview, RowPart, reason_words};
use crate::screen::heading::{self, PaneHeading};
use crate::screen::{Theme, cells};
use crate::text::truncate;

/// Columns of the marker and of the names of parts, with the gaps behind them.
const NAMES: usize = 13;
/// Columns that are left for doubts, with the gap before them.
const DOUBTS: usize = 16;
/// Lines that the list of other figures takes at least, with the line above it and the blank before it.
const OTHERS: u16 = 3;

pub fn render(review: &DraftReview, theme: &Theme, area: Rect, buffer: &mut Buffer) {
    heading::render(&title(review, area.height), theme, area, buffer);
    let mut below = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
    let Some(row) = review.row() else {
        let said = "  No figures were found in this text.";
        cells::write(buffer, (below.x, below.y), said, usize::from(below.width), Style::new());
        return others(
            review,
            theme,
            Rect { y: below.y + 1, height: below.height.saturating_sub(1), ..below },
            buffer,
        );
    };
    if let Some(question) = question(review) {
        let room = usize::from(below.width.saturating_sub(2));
        cells::write(buffer, (below.x + 1, below.y), &truncate::cut(&question, room), room, theme.mark);
        below = Rect { y: below.y + 1, height: below.height.saturating_sub(1), ..below };
    }
    let parts = RowPart::parts(row);
    let values: Vec<String> = parts.iter().map(|part| part.value(review.draft(), row)).collect();
    let most = usize::from(below.width).saturating_sub(NAMES + DOUBTS);
    let wide = values.iter().map(|value| truncate::width(value)).max().unwrap_or(0).min(most);
    let shown = parts.iter().zip(&values).enumerate().skip(review.parts().top);
    for ((at, (part, value)), line) in shown.zip(below.rows()) {
        let is_marked = at == review.parts().selected;
        let marker = if is_marked { "▸" } else { " " };
        let (x, y) = (line.x + 1, line.y);
        cells::write(buffer, (x, y), marker, 1, Style::new());
        cells::write(buffer, (x + 2, y), part.name(), NAMES - 4, theme.term);
        let (at, room) = (x + 12, usize::from(line.width).saturating_sub(NAMES));
        let aside = aside(review.draft(), row, *part);
        // A value that says more than its doubt has the whole line.
        let value_room = if aside.is_empty() { room } else { wide };
        let end = cells::write(buffer, (at, y), &truncate::cut(value, value_room), room, Style::new());
        let at = if aside.is_empty() { end } else { at + u16::try_from(wide).unwrap_or(0) + 2 };
        let room = usize::from(line.right().saturating_sub(at));
        // Reversed, a colour would be the loudest thing on the screen.
        let style = if is_marked { Style::new() } else { aside_style(row, *part, theme) };
        cells::write(buffer, (at, y), &truncate::cut(&aside, room), room, style);
        if is_marked {
            buffer.set_style(line, theme.selected);
        }
    }
    let used = u16::try_from(parts.len()).unwrap_or(u16::MAX).saturating_add(1);
    let rest = Rect { y: below.y.saturating_add(used), height: below.height.saturating_sub(used), ..below };
    others(review, theme, rest, buffer);
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
    let place = if paragraph == 0 { "title".to_owned() } else { Draft::locator(paragraph) };
    let title = if all == 0 { "No figures".to_owned() } else { format!("{at} of {all}{state} · {place}") };
    let (parts, top) = (review.row().map_or(0, |row| RowPart::parts(row).len()), review.parts().top);
    let room = usize::from(height.saturating_sub(1)) - usize::from(!review.rivals().is_empty());
    let extent = if parts > room {
        format!("{}–{} of {parts}", top + 1, (top + room).min(parts))
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

/// Asks about a row that nothing tells apart from others.
fn question(review: &DraftReview) -> Option<String> {
    let rivals = review.rivals();
    let first = rivals.first()?;
    let other = review.draft().rows.get(*first)?;
    let words = words(review.draft(), &other.range);
    let more = match rivals.len() {
        1 => String::new(),
        more => format!(" and {} more", more - 1),
    };
    Some(format!("? what tells it from {} \"{words}\"{more}", first + 1))
}

/// The words behind a value: those of the figure, or the doubt about a dimension with the words it was taken from.
fn aside(draft: &Draft, row: &Proposal, part: RowPart) -> String {
    let quoted = |range| format!("\"{}\"", words(draft, range));
    match part {
        RowPart::Figure => quoted(&row.range),
        RowPart::Measure | RowPart::Whole => String::new(),
        RowPart::Facet(_) => {
            let doubt = part.doubt(row).map_or_else(String::new, Doubt::words);
            match part.origin(row) {
                Some(Origin::Inherited { range, .. }) => format!("{doubt} {}", quoted(range)),
                Some(Origin::Here(_) | Origin::Assumed | Origin::Chosen) | None => doubt,
            }
        }
    }
}

/// Words of the text on one line.
fn words(draft: &Draft, range: &Range<usize>) -> String {
    draft.as_printed(range).replace(['\t', '\n'], " ")
}

fn aside_style(row: &Proposal, part: RowPart, theme: &Theme) -> Style {
    match part.doubt(row) {
        Some(Doubt::Assumed | Doubt::Unsure) => theme.mark,
        Some(Doubt::Inherited(_)) => theme.focus,
        Some(Doubt::Said | Doubt::Silent | Doubt::Chosen) | None => theme.heading,
    }
}

/// Figures that can be no rows, with the reason, as many as there is room for.
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
    let below = Rect { y: area.y + 1, height: area.height - 1, ..area };
    for (figure, line) in figures.iter().zip(below.rows()) {
        let words = words(review.draft(), &figure.range);
        let text =
            format!("{} \"{words}\": {}", Draft::locator(figure.paragraph), reason_words(figure.reason));
        let room = usize::from(line.width.saturating_sub(3));
        cells::write(buffer, (line.x + 3, line.y), &truncate::cut(&text, room), room, theme.heading);
    }
}
