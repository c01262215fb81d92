//! Bars of one measure with a reference line across them; zoomed, with further columns.
//!
//! ```text
//! ▸ Tajikistan    ▴ +93.4 %  ████████████████┊███████████████
//!   Kyrgyzstan    ▴ +25.8 %  ████████▎       ┊
//!   Turkmenistan  not published              ┊
//!                                            ┊ all five ▴ +50 %
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::analysis::Figure;
use crate::dashboard::Topic;
use crate::dataset::Pane;
use crate::screen::extra_columns::ExtraColumns;
use crate::screen::row::FigureRows;
use crate::screen::viewport::Viewport;
use crate::screen::{Glyphs, Theme, cells};
use crate::text::truncate;
use crate::wording::{ShownAmount, Words};

/// Shorter bars say nothing and are not drawn.
const LEAST_BAR: u16 = 8;
/// The least width of bars next to further columns.
const COMFORTABLE_BAR: u16 = 20;

/// Blocks of one eighth to seven eighths of a cell.
const EIGHTHS: [&str; 7] = ["▏", "▎", "▍", "▌", "▋", "▊", "▉"];

pub fn render(viewport: &Viewport, pane: &Pane, buffer: &mut Buffer) {
    let words = viewport.words;
    let rows = FigureRows::new(viewport);
    let used = u16::try_from(rows.columns.width() + 2).unwrap_or(u16::MAX).min(viewport.area.width);
    let left = viewport.area.width - used;
    let extra = if viewport.zoomed {
        ExtraColumns::new(words, viewport.measured().1, usize::from(left.saturating_sub(COMFORTABLE_BAR)))
    } else {
        ExtraColumns::default()
    };
    let extra_width = u16::try_from(extra.width()).unwrap_or(u16::MAX);
    let room = left.saturating_sub(extra_width.max(1));
    let reference = pane.reference.map(Figure::Published);
    let scale = Scale::new(words, viewport, reference, if room < LEAST_BAR { 0 } else { room });
    for (at, row, line) in viewport.lines() {
        let Topic::Figure(figure) = row else { continue };
        let bars = Rect { x: line.x + used, width: scale.width, ..line };
        if let Some(value) = value(words, figure) {
            scale.bar(value, bars, viewport.theme, buffer);
        }
        if let Some(column) = scale.reference {
            cells::write(buffer, (bars.x + column, line.y), "┊", 1, viewport.theme.reference);
        }
        rows.render(at, viewport.theme, (line, viewport.selected == Some(at)), buffer);
        let x = line.right().saturating_sub(extra_width);
        extra.render(words, row, Rect { x, width: line.right() - x, ..line }, buffer);
    }
    if let Some(figure) = reference.filter(|_| usize::from(viewport.area.height) > viewport.height) {
        let y = viewport.area.y + u16::try_from(viewport.shown()).unwrap_or(0);
        let line = Rect { x: viewport.area.x + used, y, width: scale.width, height: 1 };
        label(viewport, figure, (&scale, line), buffer);
    }
}

/// Names the reference line at its lower end.
fn label(viewport: &Viewport, figure: Figure, (scale, line): (&Scale, Rect), buffer: &mut Buffer) {
    let words = viewport.words;
    let name = words.subject(figure).map_or("", |subject| words.short_place(&subject.partner));
    let text = format!("┊ {name} {}", words.value_line(figure));
    let wide = u16::try_from(truncate::width(&text)).unwrap_or(u16::MAX);
    let inner = viewport.area;
    let x = line.x + scale.reference.unwrap_or(0);
    let x = if wide <= inner.right().saturating_sub(x) {
        x
    } else {
        inner.right().saturating_sub(wide).max(inner.x)
    };
    let room = usize::from(inner.right() - x);
    cells::write(buffer, (x, line.y), &truncate::cut(&text, room), room, viewport.theme.reference);
}

fn value(words: Words, figure: Figure) -> Option<Decimal> {
    words.as_published().amount(figure).and_then(ShownAmount::plain)
}

/// Maps values to columns.
struct Scale {
    least: Decimal,
    most: Decimal,
    width: u16,
    reference: Option<u16>,
}

impl Scale {
    fn new(words: Words, viewport: &Viewport, reference: Option<Figure>, width: u16) -> Self {
        let figures = viewport.measured().1.iter().filter_map(|row| match row {
            Topic::Figure(figure) => Some(*figure),
            Topic::Finding(_) => None,
        });
        let values: Vec<Decimal> =
            figures.chain(reference).filter_map(|figure| value(words, figure)).collect();
        let least = values.iter().copied().fold(Decimal::ZERO, Decimal::min);
        let most = values.iter().copied().fold(Decimal::ZERO, Decimal::max);
        let mut scale = Self { least, most, width, reference: None };
        let at = reference.and_then(|figure| value(words, figure)).map(|value| scale.eighths(value) / 8);
        scale.reference = at.filter(|_| width > 0).map(|column| column.min(width - 1));
        scale
    }

    /// Eighths of a column from the left end to `value`.
    fn eighths(&self, value: Decimal) -> u16 {
        let part = || {
            let span = self.most.checked_sub(self.least)?;
            let at = value.checked_sub(self.least)?.checked_div(span)?;
            at.checked_mul(Decimal::from(u32::from(self.width) * 8))?.round().to_u16()
        };
        part().unwrap_or(0)
    }

    /// A bar from zero to `value`.
    fn bar(&self, value: Decimal, area: Rect, theme: &Theme, buffer: &mut Buffer) {
        let style = theme.bar;
        let (zero, mut end) = (self.eighths(Decimal::ZERO), self.eighths(value));
        // Without glyphs for parts of a cell, painted bars end with a whole one.
        if style.bg.is_some() && theme.glyphs != Glyphs::Unicode {
            end = (end + 4) / 8 * 8;
        }
        if area.width == 0 || value.is_zero() {
            return;
        }
        let (from, to) = if end >= zero { (zero.div_ceil(8), end / 8) } else { (end / 8, zero.div_ceil(8)) };
        let full = if style.bg.is_some() { " " } else { "█" };
        for x in from..to.max(from).min(area.width) {
            cells::write(buffer, (area.x + x, area.y), full, 1, style);
        }
        let style = Style { bg: None, ..style };
        let rest = if end > zero && to < area.width { usize::from(end % 8) } else { 0 };
        if let Some(block) = rest.checked_sub(1).and_then(|at| EIGHTHS.get(at)) {
            cells::write(buffer, (area.x + to, area.y), block, 1, style);
        }
    }
}
