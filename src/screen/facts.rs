//! The figures that stand out, each under its name, and how the total divides.
//!
//! ```text
//!   Exports          Total trade      Exports, growth  Total, growth  ━ exports 87 %  ╍ imports 13 %
//!   246.57 bn CNY ✗  283.67 bn CNY ✗  ▴ +23.2 % V ✗    ▴ +50 % ✗      ━━━━━━━━━━━━━━━╍╍╍───── 79.4 % of all trade
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::{Theme, cells};
use crate::analysis::{Figure, Interval};
use crate::dashboard::{App, Split};
use crate::dataset::Quantity;
use crate::text::truncate;
use crate::wording::{Words, fixed};

/// Fewer columns of a bar say nothing.
const LEAST_BAR: u16 = 20;
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
        let mut x = place.x;
        for (text, style) in
            [(&*self.number, theme.title), (&*self.letters, theme.status), (self.cross, theme.mark)]
        {
            if !text.is_empty() {
                x = cells::write(buffer, (x, place.y + 1), text, room, style) + 1;
            }
        }
    }
}

/// The total as a bar of exports and imports within all trade, below its legend; nothing if there is no room for both.
fn render_split(words: Words, split: Split, theme: &Theme, place: Rect, buffer: &mut Buffer) {
    let all = split.of_all.and_then(|figure| words.observation(figure)?.value);
    let behind = all.map_or_else(String::new, |all| format!(" {all} % of all trade"));
    let legend = legend(split);
    // The split is calculated from these figures, so it is as contradicted as they are.
    let mark = if words.is_contradicted(split.part) { "✗" } else { "" };
    let with_mark = if mark.is_empty() { 0 } else { 1 + columns(mark) };
    let wide = legend.iter().map(|(_, text)| 2 + columns(text) + with_mark + GAP).sum::<u16>() - GAP;
    let room = place.width.saturating_sub(columns(&behind));
    if place.width < wide || room < LEAST_BAR {
        return;
    }
    let mut x = place.x;
    for (glyph, text) in legend {
        x = cells::write(buffer, (x, place.y), glyph, 1, theme.bar) + 1;
        let end = cells::write(buffer, (x, place.y), &text, usize::from(place.width), Style::new());
        cells::write(buffer, (end + 1, place.y), mark, 1, theme.mark);
        x = end + with_mark + GAP;
    }
    let part = |percent: Decimal| {
        let part = percent.checked_mul(room.into()).and_then(|part| part.checked_div(Decimal::ONE_HUNDRED));
        part.and_then(|part| part.round().to_u16()).unwrap_or(0).min(room)
    };
    let total = all.map_or(Decimal::ONE_HUNDRED, Quantity::value);
    let middle = (split.exports.low() + split.exports.high()) / Decimal::TWO;
    let exports = part(middle.checked_mul(total).unwrap_or_default() / Decimal::ONE_HUNDRED);
    let total = part(total).max(exports);
    let y = place.y + 1;
    for column in 0..room {
        let (glyph, style) = match column {
            column if column < exports => (EXPORTS, theme.bar),
            column if column < total => (IMPORTS, theme.bar),
            _ => (REST, theme.border),
        };
        cells::write(buffer, (place.x + column, y), glyph, 1, style);
    }
    cells::write(buffer, (place.x + room, y), &behind, usize::from(place.width - room), Style::new());
}

const EXPORTS: &str = "━";
const IMPORTS: &str = "╍";
const REST: &str = "─";

/// The parts of the bar: the glyph of each and its words.
fn legend(split: Split) -> [(&'static str, String); 2] {
    let imports = Interval::exactly(Decimal::ONE_HUNDRED).minus(split.exports).unwrap_or(split.exports);
    [
        (EXPORTS, format!("exports {}", percent(split.exports))),
        (IMPORTS, format!("imports {}", percent(imports))),
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
