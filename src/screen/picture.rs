//! Two ranges on one axis that have no value in common, drawn from the claim of a finding.
//!
//! Amounts are bars from zero that end in all that they may be; where that would not tell them apart, and for rates and
//! growth, the ranges stand alone on an axis that has no zero. What one has more than the other is drawn apart.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::{Theme, cells};
use crate::dashboard::{PICTURE_BAR, PictureCell, PictureScale};
use crate::text::{truncate, wrap};
use crate::wording::{Picture, PictureRow};

/// Fewer columns of bars say nothing.
const LEAST_BAR: u16 = 10;
/// The least columns of bars next to how the ranges come about.
const COMFORTABLE_BAR: u16 = 34;
/// The most lines of a bar of a large picture.
const TALLEST: u16 = 3;
/// Blanks between label, bar, range and working.
const GAP: u16 = 2;

/// Draws each range of a pair: label, bar, range, and how it comes about, as there is room. Bars are as tall as half of
/// the area; a line that is left says what follows.
pub fn render(picture: &Picture, theme: &Theme, area: Rect, buffer: &mut Buffer) {
    let width_of = |text: &dyn Fn(&PictureRow) -> &str| {
        let widths = picture.pair.iter().map(|row| columns(text(row)));
        widths.max().unwrap_or(0)
    };
    let (label, range) = (width_of(&|row| &row.label), width_of(&|row| &row.range));
    let bars = area.width.saturating_sub(label + range + 2 * GAP);
    if bars < LEAST_BAR {
        return without_bars(picture, area, buffer);
    }
    let notes = notes(picture);
    let note = notes.iter().map(|note| columns(note) + GAP).max().unwrap_or(0);
    let (bars, has_notes) =
        if note > 0 && bars >= note + COMFORTABLE_BAR { (bars - note, true) } else { (bars, false) };
    let scale = PictureScale::new(picture, bars);
    let tall = (area.height / 2).max(1);
    let mut lines = area.rows();
    for (at, row) in picture.pair.iter().enumerate() {
        let Some(line) = lines.next() else { return };
        let mut x = line.x;
        let mut write = |text: &str, width: u16, style: Style| {
            cells::write(buffer, (x, line.y), text, usize::from(width), style);
            x += width + GAP;
        };
        write(&row.label, label, Style::new());
        write("", bars, Style::new());
        write(&row.range, range, theme.title);
        if has_notes {
            write(&notes[at], note - GAP, Style::new());
        }
        for (above, line) in
            std::iter::once(line).chain(lines.by_ref().take(usize::from(tall - 1))).enumerate()
        {
            let place = Rect { x: line.x + label + GAP, width: bars, ..line };
            bar(&scale, (row, &picture.pair[1 - at]), theme, (place, above == 0), buffer);
        }
    }
    if let Some(line) = lines.next() {
        let beyond = label + GAP + scale.beyond(picture);
        remark(picture, beyond, theme, line, buffer);
    }
}

/// Draws a picture over a page: for each range a line of words and a bar below it, as tall as there is room for; then
/// what follows.
pub fn render_large(picture: &Picture, theme: &Theme, area: Rect, buffer: &mut Buffer) {
    let area = Rect { x: area.x + 3, width: area.width.saturating_sub(6), ..area };
    let scale = PictureScale::new(picture, area.width);
    let room = usize::from(area.width);
    let ranges = u16::try_from(picture.parts.len() + 2).unwrap_or(u16::MAX);
    let each = area.height.saturating_sub(2) / ranges;
    let tall = each.saturating_sub(1).clamp(1, TALLEST);
    let apart = each.saturating_sub(1 + tall).min(1);
    let mut lines = area.rows();
    let parts = picture.parts.iter().map(|row| (row, None));
    let [one, other] = &picture.pair;
    for (row, against) in parts.chain([(one, Some(other)), (other, Some(one))]) {
        let Some(words) = lines.next() else { return };
        let label = truncate::cut(&row.label, room);
        let x = cells::write(buffer, (words.x, words.y), &label, room, Style::new());
        let left = |x: u16| usize::from(words.right().saturating_sub(x));
        let equals = equals(row, room);
        let x = cells::write(buffer, (x, words.y), &equals, left(x), Style::new());
        cells::write(buffer, (x, words.y), &row.range, left(x), theme.title);
        for (at, place) in lines.by_ref().take(tall.into()).enumerate() {
            bar(&scale, (row, against.unwrap_or(row)), theme, (place, at == 0), buffer);
        }
        lines.by_ref().take(apart.into()).for_each(drop);
    }
    let beyond = scale.beyond(picture);
    match &picture.remark {
        Some(text) if columns(text) + GAP > area.width => {
            for (text, line) in wrap(text, area.width).iter().zip(lines) {
                cells::write(buffer, (line.x, line.y), text, room, theme.mark);
            }
        }
        _ => lines.next().into_iter().for_each(|line| remark(picture, beyond, theme, line, buffer)),
    }
}

/// True if the words of each range fit a large picture of so many columns and lines, if need be without how it comes
/// about.
pub fn fits(picture: &Picture, (width, height): (u16, u16)) -> bool {
    let rows = || picture.parts.iter().chain(&picture.pair);
    let room = width.saturating_sub(6);
    let is_whole = |row: &PictureRow| columns(&row.label) + GAP + columns(&row.range) <= room;
    usize::from(height) > 2 * rows().count() && rows().all(is_whole)
}

/// Between the name of a range and the range: how it comes about, if the line has room for all of it.
fn equals(row: &PictureRow, room: usize) -> String {
    let full = format!(" = {} = ", row.working);
    let wide = truncate::width(&row.label) + truncate::width(&full) + truncate::width(&row.range);
    if row.working.is_empty() || wide > room { "  ".to_owned() } else { full }
}

/// Draws the range that a line of a proof says, on a line of its own; nothing if it says none of the picture's.
pub fn render_range(picture: &Picture, said: &str, theme: &Theme, area: Rect, buffer: &mut Buffer) {
    let [one, other] = &picture.pair;
    let parts = picture.parts.iter().map(|row| (row, row));
    let mut rows = parts.chain([(one, other), (other, one)]);
    let is_said = |row: &PictureRow| {
        !row.working.is_empty() && said == format!("{} = {} = {}", row.label, row.working, row.range)
    };
    let Some((row, other)) = rows.find(|(row, _)| is_said(row)) else { return };
    let scale = PictureScale::new(picture, area.width);
    bar(&scale, (row, other), theme, (area, false), buffer);
    // Blanks on a colour take fewer bytes than blocks.
    let whole = scale.cells(row, other).into_iter().filter(|cell| cell.glyph == PICTURE_BAR);
    for cell in whole.filter(|_| theme.bar_selected.bg.is_some()) {
        cells::write(buffer, (area.x + cell.column, area.y), " ", 1, theme.bar_selected);
    }
}

/// Writes what follows from the two ranges, with an arrow at the column of what one has more than the other.
fn remark(picture: &Picture, beyond: u16, theme: &Theme, line: Rect, buffer: &mut Buffer) {
    let Some(text) = &picture.remark else { return };
    let wide = columns(text);
    let at = line.x + beyond;
    let room = usize::from(line.width);
    if line.right().saturating_sub(at) >= wide + 2 {
        cells::write(buffer, (at, line.y), &format!("▲ {text}"), room, theme.mark);
    } else if at > line.x + wide {
        cells::write(buffer, (at - wide - 1, line.y), &format!("{text} ▲"), room, theme.mark);
    } else {
        cells::write(buffer, (line.x, line.y), &truncate::cut(text, room), room, theme.mark);
    }
}

/// Label and range of each row where there is no room for bars.
fn without_bars(picture: &Picture, area: Rect, buffer: &mut Buffer) {
    let room = usize::from(area.width);
    for (row, line) in picture.pair.iter().zip(area.rows()) {
        let text = truncate::cut(&format!("{}: {}", row.label, row.range), room);
        cells::write(buffer, (line.x, line.y), &text, room, Style::new());
    }
}

/// The text behind the ranges: how each comes about; behind the second what follows, if nothing else does.
fn notes(picture: &Picture) -> [String; 2] {
    let working = |row: &PictureRow| {
        if row.working.is_empty() { String::new() } else { format!("= {}", row.working) }
    };
    picture.pair.each_ref().map(working)
}

fn columns(text: &str) -> u16 {
    u16::try_from(truncate::width(text)).unwrap_or(u16::MAX)
}

/// Draws a range on the first line of a bar, or on a lower one, which leaves no gap to the line above.
fn bar(
    scale: &PictureScale,
    (row, other): (&PictureRow, &PictureRow),
    theme: &Theme,
    (area, is_first): (Rect, bool),
    buffer: &mut Buffer,
) {
    // Below the first line blanks on the colour look the same, and take fewer bytes than blocks.
    let on_ground = !is_first && theme.bar_selected.bg.is_some();
    let plain = Style { bg: None, ..theme.bar_selected };
    for PictureCell { column, glyph, is_beyond } in scale.cells(row, other) {
        let (glyph, style) = match glyph {
            PICTURE_BAR if on_ground => (" ", theme.bar_selected),
            PICTURE_BAR if !is_first => ("█", plain),
            _ => (glyph, if is_beyond { theme.mark } else { plain }),
        };
        cells::write(buffer, (area.x + column, area.y), glyph, 1, style);
    }
}
