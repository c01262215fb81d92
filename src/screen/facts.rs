//! The figures that stand out, each under its name, and how the total divides.
//!
//! ```text
//!   Exports          Total trade      Exports, growth  Total, growth  Total: ━ exports 87 % + ╍ imports 13 % ✗
//!   246.57 bn CNY ✗  283.67 bn CNY ✗  ▴ +23.2 % V ✗    ▴ +50 % ✗      ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━╍╍╍╍╍
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::{Theme, cells};
use crate::analysis::{Figure, Interval};
use crate::dashboard::{App, Split};
use crate::text::truncate;
use crate::wording::{Words, fixed};

/// Fewer columns of a bar say nothing.
const LEAST_BAR: u16 = 20;
/// More columns of it say no more.
const LONGEST_BAR: u16 = 60;
/// Blanks between two texts.
const GAP: u16 = 3;

pub fn render(app: &App, theme: &Theme, area: Option<Rect>, buffer: &mut Buffer) {
    let (Some(area), Some(facts)) = (area, app.facts()) else { return };
    let words = app.words();
    let mut place = Rect { x: area.x + 3, width: area.width.saturating_sub(4), ..area };
    for fact in facts.figures.iter().map(|figure| BigFigure::new(words, *figure)) {
        let wide = fact.width();
        if wide > place.width {
            return;
        }
        fact.render(theme, place, buffer);
        let next = (wide + GAP).min(place.width);
        place = Rect { x: place.x + next, width: place.width - next, ..place };
    }
    if let Some(split) = facts.split {
        render_split(words, split, theme, place, buffer);
    }
}

/// A figure under its name.
struct BigFigure {
    label: String,
    number: String,
    /// The letters behind the number.
    letters: String,
    /// A cross, if the figure is contradicted.
    cross: &'static str,
    /// True if a contradiction is about the figure itself.
    is_in_contradiction: bool,
}

impl BigFigure {
    fn new(words: Words, figure: Figure) -> Self {
        let marks = words.marks(figure);
        let letters = marks.trim_end_matches('✗').trim_end();
        Self {
            label: words.label(figure).into_owned(),
            number: words
                .number_in_row(figure)
                .map_or_else(|| words.value_line(figure), |number| number.line()),
            letters: letters.to_owned(),
            cross: if letters.len() < marks.len() { "✗" } else { "" },
            is_in_contradiction: words.is_in_contradiction(figure),
        }
    }

    fn width(&self) -> u16 {
        let marks = [&*self.letters, self.cross].into_iter().filter(|mark| !mark.is_empty());
        let marks: u16 = marks.map(|mark| columns(mark) + 1).sum();
        columns(&self.label).max(columns(&self.number).saturating_add(marks))
    }

    fn render(&self, theme: &Theme, place: Rect, buffer: &mut Buffer) {
        let room = usize::from(place.width);
        cells::write(buffer, (place.x, place.y), &self.label, room, Style::new());
        let cross = if self.is_in_contradiction { theme.mark } else { theme.inherited };
        let mut x = place.x;
        for (text, style) in
            [(&*self.number, theme.title), (&*self.letters, theme.status), (self.cross, cross)]
        {
            if !text.is_empty() {
                let end = cells::write(buffer, (x, place.y + 1), text, room, style);
                let marks = if text == self.number { 0 } else { truncate::width(text) };
                cells::marks(buffer, (end, place.y + 1), marks, (theme, cross));
                x = end + 1;
            }
        }
    }
}

/// The total as a bar of exports and imports, below its legend; nothing if there is no room for both.
fn render_split(words: Words, split: Split, theme: &Theme, place: Rect, buffer: &mut Buffer) {
    let legend = legend(split);
    // The split is calculated from these figures, so it is as contradicted as they are.
    let mark = if words.is_contradicted(split.part) { "✗" } else { "" };
    let with_mark = if mark.is_empty() { 0 } else { 1 + columns(mark) };
    let wide =
        legend.iter().map(|(sign, _, text)| columns(sign) + 3 + columns(text)).sum::<u16>() + with_mark;
    let room = place.width.min(LONGEST_BAR);
    if place.width < wide || room < LEAST_BAR {
        return;
    }
    let mut x = place.x;
    for (sign, glyph, text) in legend {
        x = cells::write(buffer, (x, place.y), sign, usize::from(place.width), Style::new());
        x = cells::write(buffer, (x + 1, place.y), glyph, 1, theme.bar) + 1;
        x = cells::write(buffer, (x, place.y), &text, usize::from(place.width), Style::new());
    }
    cells::write(buffer, (x + 1, place.y), mark, 1, theme.inherited);
    let middle = (split.exports.low() + split.exports.high()) / Decimal::TWO;
    let part = middle.checked_mul(room.into()).map(|part| (part / Decimal::ONE_HUNDRED).round());
    let exports = part.and_then(|part| part.to_u16()).unwrap_or(0).min(room);
    for column in 0..room {
        let glyph = if column < exports { EXPORTS } else { IMPORTS };
        cells::write(buffer, (place.x + column, place.y + 1), glyph, 1, theme.bar);
    }
}

const EXPORTS: &str = "━";
const IMPORTS: &str = "╍";

/// The parts of the bar: the sign before each, its glyph and its words.
fn legend(split: Split) -> [(&'static str, &'static str, String); 2] {
    let imports = Interval::exactly(Decimal::ONE_HUNDRED).minus(split.exports).unwrap_or(split.exports);
    [
        ("Total:", EXPORTS, format!("exports {}", percent(split.exports))),
        (" +", IMPORTS, format!("imports {}", percent(imports))),
    ]
}

fn columns(text: &str) -> u16 {
    u16::try_from(truncate::width(text)).unwrap_or(u16::MAX)
}

/// A part in per cent, in whole ones if both bounds round to the same, else as a range.
fn percent(part: Interval) -> String {
    let (low, high) = (fixed(part.low(), 0), fixed(part.high(), 0));
    if low == high { format!("{low} %") } else { format!("{low} to {high} %") }
}
