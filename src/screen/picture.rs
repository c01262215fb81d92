//! Two ranges on one axis that have no value in common, drawn from the claim of a finding.
//!
//! Amounts are bars from zero that end in all that they may be; where that would not tell them apart, and for rates and
//! growth, the ranges stand alone on an axis that has no zero. What one has more than the other is drawn apart.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::{Theme, cells};
use crate::analysis::Interval;
use crate::text::truncate;
use crate::wording::{Picture, PictureRow};

/// Fewer columns of bars say nothing.
const LEAST_BAR: u16 = 10;
/// The least columns of bars next to how the ranges come about.
const COMFORTABLE_BAR: u16 = 34;
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
    let axis = Axis::new(picture, bars);
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
            let axis = Axis { is_top: above == 0, ..axis };
            axis.render((row, &picture.pair[1 - at]), theme, place, buffer);
        }
    }
    if let Some(line) = lines.next() {
        let start = label + GAP;
        let axis = Axis { start, ..axis };
        remark(picture, &axis, theme, line, buffer);
    }
}

/// Draws a picture over a page: for each range a line of words and a bar below it, as tall as there is room for; then
/// what follows.
pub fn render_large(picture: &Picture, theme: &Theme, area: Rect, buffer: &mut Buffer) {
    let area = Rect { x: area.x + 3, width: area.width.saturating_sub(6), ..area };
    let axis = Axis::new(picture, area.width);
    let room = usize::from(area.width);
    let ranges = u16::try_from(picture.parts.len() + 2).unwrap_or(u16::MAX);
    let tall = (area.height.saturating_sub(2) / ranges).saturating_sub(1).max(1);
    let mut lines = area.rows();
    let parts = picture.parts.iter().map(|row| (row, None));
    let [one, other] = &picture.pair;
    for (row, against) in parts.chain([(one, Some(other)), (other, Some(one))]) {
        let Some(words) = lines.next() else { return };
        let label = truncate::cut(&row.label, room);
        let x = cells::write(buffer, (words.x, words.y), &label, room, Style::new());
        let left = |x: u16| usize::from(words.right().saturating_sub(x));
        let equals = if row.working.is_empty() { "  ".to_owned() } else { format!(" = {} = ", row.working) };
        let x = cells::write(buffer, (x, words.y), &equals, left(x), Style::new());
        cells::write(buffer, (x, words.y), &row.range, left(x), theme.title);
        for (at, place) in lines.by_ref().take(tall.into()).enumerate() {
            let axis = Axis { is_top: at == 0, ..axis };
            axis.render((row, against.unwrap_or(row)), theme, place, buffer);
        }
    }
    if let Some(line) = lines.next() {
        remark(picture, &axis, theme, line, buffer);
    }
}

/// Writes what follows from the two ranges, with an arrow at what one has more than the other.
fn remark(picture: &Picture, axis: &Axis, theme: &Theme, line: Rect, buffer: &mut Buffer) {
    let Some(text) = &picture.remark else { return };
    let wide = columns(text);
    let at = line.x + axis.beyond(picture);
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

/// Maps values to columns.
#[derive(Clone, Copy)]
struct Axis {
    low: Decimal,
    high: Decimal,
    columns: u16,
    from_zero: bool,
    /// Columns before it, on the line of the remark.
    start: u16,
    /// False for the lower lines of a tall bar, which leave no gap to the line above.
    is_top: bool,
}

impl Axis {
    /// From zero if that tells the two ranges apart, else around them.
    fn new(picture: &Picture, columns: u16) -> Self {
        let [one, other] = picture.pair.each_ref().map(|row| row.interval);
        let ends = [one, other].into_iter().chain(picture.parts.iter().map(|row| row.interval));
        let bounds = ends.flat_map(|interval| [interval.bounded_low(), interval.bounded_high()]).flatten();
        let (mut low, mut high) = (one.low().min(other.low()), Decimal::MIN);
        for bound in bounds {
            (low, high) = (low.min(bound), high.max(bound));
        }
        let zero = Self { low: Decimal::ZERO, high, columns, from_zero: true, start: 0, is_top: true };
        let (less, more) = if one.low() > other.high() { (other, one) } else { (one, other) };
        let is_apart = zero.column(more.low()) > zero.column(less.high()) + 1;
        if picture.has_zero && low >= Decimal::ZERO && is_apart {
            return zero;
        }
        let low = one.bounded_low().into_iter().chain(other.bounded_low()).min().unwrap_or(low);
        let margin = high.checked_sub(low).and_then(|span| span.checked_div(8.into())).unwrap_or_default();
        let (low, high) = (low.checked_sub(margin).unwrap_or(low), high.checked_add(margin).unwrap_or(high));
        Self { low, high, columns, from_zero: false, start: 0, is_top: true }
    }

    fn column(&self, value: Decimal) -> u16 {
        let last = self.columns.saturating_sub(1);
        let at = || {
            let span = self.high.checked_sub(self.low)?;
            let part = value.checked_sub(self.low)?.checked_div(span)?;
            part.checked_mul(last.into())?.max(Decimal::ZERO).round().to_u16()
        };
        at().unwrap_or(0).min(last)
    }

    /// The column in the middle of what the larger range has more than the smaller one.
    fn beyond(&self, picture: &Picture) -> u16 {
        let [one, other] = picture.pair.each_ref().map(|row| row.interval);
        let (less, more) = if one.low() > other.high() { (other, one) } else { (one, other) };
        self.start + self.ends(less).1.midpoint(self.ends(more).0 + 1)
    }

    fn ends(&self, interval: Interval) -> (u16, u16) {
        let last = self.columns.saturating_sub(1);
        let low = interval.bounded_low().map_or(0, |low| self.column(low));
        (low, interval.bounded_high().map_or(last, |high| self.column(high)))
    }

    /// Draws a range; what it has more than the other one is drawn apart.
    fn render(
        &self,
        (row, other): (&PictureRow, &PictureRow),
        theme: &Theme,
        area: Rect,
        buffer: &mut Buffer,
    ) {
        let (low, high) = self.ends(row.interval);
        let beyond =
            if row.interval.low() > other.interval.high() { self.ends(other.interval).1 } else { low };
        let plain = Style { bg: None, ..theme.bar_selected };
        let mut put = |column: u16, glyph: &str, style: Style| {
            cells::write(buffer, (area.x + column, area.y), glyph, 1, style);
        };
        if self.from_zero {
            for column in 0..low {
                match (column > beyond, self.is_top) {
                    (true, _) => put(column, "▓", theme.mark),
                    (false, true) => put(column, "▆", plain),
                    (false, false) => put(column, "█", plain),
                }
            }
        }
        let style = if low > beyond { theme.mark } else { plain };
        match (low == high, self.from_zero) {
            (true, true) => put(high, "┤", style),
            (true, false) => put(high, "┃", style),
            (false, _) => {
                put(low, "├", style);
                (low + 1..high).for_each(|column| put(column, "─", style));
                put(high, "┤", style);
            }
        }
    }
}
