//! Bars of one measure with a reference line across them; zoomed, with further columns.
//!
//! ```text
//! ▸ Tajikistan    ▴ +93.4 %  │━━━━━━━━━━━━━━━━┊━━━━━━━━━━━━━━╸
//!   Kyrgyzstan    ▴ +25.8 %  │━━━━━━━━╸       ┊
//!   Turkmenistan  not published               ┊
//!                                             ┊ all five ▴ +50 %
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::analysis::Figure;
use crate::dashboard::{Layout, bar_value, inside};
use crate::dataset::Pane;
use crate::screen::bars::Scale;
use crate::screen::cells;
use crate::screen::extra_columns::ExtraColumns;
use crate::screen::row::FigureRows;
use crate::screen::viewport::Viewport;
use crate::text::truncate;

/// Shorter bars say nothing and are not drawn.
const LEAST_BAR: u16 = 8;
/// The least width of bars next to further columns.
const COMFORTABLE_BAR: u16 = 20;
/// The most rows that are measured to see how much room there is for bars.
const MOST_MEASURED: usize = 64;

pub fn render(viewport: &Viewport, pane: &Pane, buffer: &mut Buffer) {
    let words = viewport.words;
    let plan = Plan::new(viewport);
    let reference = pane.reference.map(Figure::Published);
    let scale = viewport.app.bar_range(viewport.pane).and_then(|range| {
        let room = common_room(viewport, plan.room);
        Scale::new(range, room).filter(|_| room >= LEAST_BAR && room <= plan.room)
    });
    let line_at = scale
        .zip(reference)
        .and_then(|(scale, figure)| bar_value(words, figure).map(|value| scale.column(value.point)));
    for line in viewport.area.rows().take(usize::from(viewport.laid_out())) {
        if let Some(column) = line_at {
            cells::write(buffer, (line.x + plan.used + column, line.y), "┊", 1, viewport.theme.reference);
        }
    }
    for (at, row, line) in viewport.lines() {
        let Some(figure) = row.figure() else { continue };
        let selected = viewport.selected == Some(at);
        let bars = Rect { x: line.x + plan.used, width: plan.room, ..line };
        let has_ink = viewport.has_ink(at);
        let bar = scale.zip(bar_value(words, figure)).filter(|_| has_ink);
        if let Some((scale, value)) = bar {
            scale.render(value, viewport.theme, (bars, selected), buffer);
        }
        if let Some(column) = line_at {
            cells::write(buffer, (bars.x + column, line.y), "┊", 1, viewport.theme.reference);
        }
        plan.rows.render(at, viewport.theme, (line, selected), buffer);
        let x = line.right().saturating_sub(plan.extra_width);
        if has_ink {
            plan.extra.render(words, row, Rect { x, width: line.right() - x, ..line }, buffer);
        }
        if selected && viewport.spotlight {
            buffer.set_style(line, viewport.theme.selected);
        } else if selected {
            // The bar is marked by its own colour.
            let before = if bar.is_some() { plan.used - 1 } else { line.width };
            buffer.set_style(Rect { width: before, ..line }, viewport.theme.selected);
            if plan.extra_width > 0 {
                buffer.set_style(
                    Rect { x: x + 1, width: line.right() - x - 1, ..line },
                    viewport.theme.selected,
                );
            }
        }
    }
    if let Some(figure) = reference.filter(|_| usize::from(viewport.area.height) > viewport.height) {
        let y = viewport.area.y + viewport.laid_out();
        let x = viewport.area.x + plan.used + line_at.unwrap_or(0);
        label(viewport, (figure, line_at.is_some()), (x, y), buffer);
    }
}

/// How a pane divides its lines: columns of all rows, bars, further columns.
struct Plan<'w> {
    rows: FigureRows<'w>,
    extra: ExtraColumns,
    extra_width: u16,
    /// Columns before the bars.
    used: u16,
    /// Columns for the bars.
    room: u16,
}

impl<'w> Plan<'w> {
    fn new(viewport: &Viewport<'w>) -> Self {
        let rows = FigureRows::new(viewport);
        let used = u16::try_from(rows.columns.width() + 2).unwrap_or(u16::MAX).min(viewport.area.width);
        let left = viewport.area.width - used;
        let extra = if viewport.zoomed {
            let room = usize::from(left.saturating_sub(COMFORTABLE_BAR));
            ExtraColumns::new(viewport.words, viewport.measured().1, room)
        } else {
            ExtraColumns::default()
        };
        let extra_width = u16::try_from(extra.width()).unwrap_or(u16::MAX);
        let room = left.saturating_sub(extra_width.max(1));
        Self { rows, extra, extra_width, used, room }
    }
}

/// The columns of bars that all panes in view with the same scale have room for. Where there are many rows, what is in
/// view decides how much the columns before the bars need, so bars get a part of the pane that does not depend on it.
fn common_room(viewport: &Viewport, own: u16) -> u16 {
    let Layout::Panes(places) = viewport.app.layout() else { return own };
    let shared = places.panes.iter().filter(|(pane, _)| viewport.app.share_bars(viewport.pane, *pane));
    let rooms = shared.map(|(pane, area)| {
        if viewport.app.row_count(*pane) > MOST_MEASURED {
            area.width * 2 / 5
        } else if *pane == viewport.pane {
            own
        } else {
            let area = inside(*area);
            Plan::new(&Viewport { pane: *pane, area, ..*viewport }).room
        }
    });
    rooms.filter(|room| *room >= LEAST_BAR).min().unwrap_or(0)
}

/// Names the reference line at its lower end, to the right of it or to the left; in few words, if need be.
fn label(viewport: &Viewport, (figure, has_line): (Figure, bool), (x, y): (u16, u16), buffer: &mut Buffer) {
    let words = viewport.words;
    let name = words.subject(figure).map_or("", |subject| words.short_place(&subject.partner));
    let number = words.value_line(figure);
    let area = viewport.area;
    let width = |text: &str| u16::try_from(truncate::width(text)).unwrap_or(u16::MAX);
    let style = viewport.theme.reference;
    if !has_line {
        let text = truncate::cut(&format!("  {name} {number}"), usize::from(area.width));
        cells::write(buffer, (area.x, y), &text, usize::from(area.width), style);
        return;
    }
    cells::write(buffer, (x, y), "┊", 1, style);
    for text in [format!("{name} {number}"), number] {
        let wide = width(&text);
        let start = if wide < area.right().saturating_sub(x + 1) {
            x + 2
        } else if wide < x.saturating_sub(area.x) {
            x - 1 - wide
        } else {
            continue;
        };
        cells::write(buffer, (start, y), &text, usize::from(wide), style);
        return;
    }
}
