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

use super::listing::extra;
use crate::analysis::Figure;
use crate::dashboard::{Layout, bar_value, inside};
use crate::dataset::Pane;
use crate::screen::bars::Scale;
use crate::screen::extra_columns::ExtraColumns;
use crate::screen::row::FigureRows;
use crate::screen::slope;
use crate::screen::viewport::Viewport;
use crate::screen::{cells, remarks};
use crate::text::truncate;

/// Shorter bars say nothing and are not drawn.
const LEAST_BAR: u16 = 8;
/// The least width of bars next to further columns.
const COMFORTABLE_BAR: u16 = 20;
/// Longer bars are no easier to compare, and cost three bytes per column when the selection leaves them.
const LONGEST_BAR: u16 = 48;
/// The same in a talk, where a row is revealed with its bar.
const LONGEST_IN_TALK: u16 = 36;
/// The same where the rows of a zoomed pane stand apart: their bars are thick whether selected or not.
const LONGEST_APART: u16 = 96;
/// Columns of remarks, if there is room for bars, too.
const REMARKS: u16 = 64;
/// Blanks before further columns.
const GAP: u16 = 2;
/// The margin of a pane, and the blanks before and behind bars that the width of its rows does not have.
const AROUND_BARS: u16 = 4;
/// The most rows that are measured to see how much room there is for bars.
const MOST_MEASURED: usize = 64;

pub fn render(viewport: &Viewport, pane: &Pane, buffer: &mut Buffer) {
    let words = viewport.words;
    let plan = Plan::new(viewport);
    let reference = pane.reference.map(Figure::Published);
    let scale = viewport.app.bar_range(viewport.pane).and_then(|range| {
        let room = if viewport.zoomed { plan.room } else { plan.common };
        Scale::new(range, room).filter(|_| room >= LEAST_BAR && room <= plan.room)
    });
    let line_at = scale
        .zip(reference)
        .and_then(|(scale, figure)| bar_value(words, figure).map(|value| scale.column(value.point)));
    for line in viewport.laid_out_lines() {
        if let Some(column) = line_at {
            cells::write(buffer, (line.x + plan.used + column, line.y), "┊", 1, viewport.theme.reference);
        }
    }
    if let Some(line) = viewport.heads() {
        plan.render_heads(viewport, line, buffer);
    }
    for (at, row, line) in viewport.lines() {
        let Some(figure) = row.figure() else { continue };
        let selected = viewport.selected == Some(at);
        let has_ink = viewport.has_ink(at);
        let drawn = scale.zip(bar_value(words, figure)).filter(|_| has_ink);
        for line in viewport.bar_lines(line) {
            let bars = Rect { x: line.x + plan.used, width: plan.room, ..line };
            if let Some((scale, value)) = drawn {
                scale.render(value, viewport.theme, (bars, selected || viewport.pitch > 1), buffer);
            }
        }
        // A bar that ends at the reference keeps its last column: it would look shorter, or not be there.
        let end = drawn.and_then(|(scale, value)| scale.outermost(value));
        for (by, column) in (0..viewport.pitch).zip(std::iter::repeat(line_at)) {
            let is_bar = by < viewport.pitch.saturating_sub(1).max(1);
            if let Some(column) = column.filter(|column| !is_bar || end != Some(*column)) {
                let at = (line.x + plan.used + column, line.y + by);
                cells::write(buffer, at, "┊", 1, viewport.theme.reference);
            }
        }
        plan.rows.render(at, viewport.theme, (line, selected), buffer);
        let x = plan.further(viewport, line);
        if has_ink {
            let further = Rect { x, width: line.right() - x, ..line };
            plan.extra.render(words, row, (viewport.theme, further), buffer);
            let below = Rect { x: x + GAP, width: further.width.saturating_sub(GAP), ..line };
            remarks::render(viewport, row, below, buffer);
        }
        if selected && viewport.spotlight {
            cells::select(buffer, line, viewport.theme);
        } else if selected {
            // The bar is marked by its own colour.
            let missing = u16::try_from(plan.rows.columns.missing_width()).unwrap_or(u16::MAX);
            let before =
                if drawn.is_some() { plan.used - 1 } else { missing.max(plan.used - 1).min(line.width) };
            cells::select(buffer, Rect { width: before, ..line }, viewport.theme);
            if drawn.is_some() && viewport.zoomed && plan.extra_width > 0 {
                let behind = Rect { x: x + 1, width: plan.extra_width, ..line }.intersection(line);
                let wide = plan.extra.marked(viewport, (plan.used, 0), behind, buffer);
                cells::select(buffer, Rect { width: wide, ..behind }, viewport.theme);
            }
        }
    }
    if let Some(figure) =
        reference.filter(|_| viewport.only.is_none() && viewport.area.height > viewport.laid_out())
    {
        let (x, y) =
            (viewport.area.x + plan.used + line_at.unwrap_or(0), viewport.area.y + viewport.laid_out());
        label(viewport, (figure, line_at.is_some()), (x, y), buffer);
    }
    slope::render(viewport, buffer);
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
    /// Columns of bars that all panes in view with the same scale have room for.
    common: u16,
}

impl<'w> Plan<'w> {
    fn new(viewport: &Viewport<'w>) -> Self {
        let rows = FigureRows::new(viewport);
        let before = before_bars(viewport, &rows);
        let is_talk = viewport.app.staging().is_some();
        let longest = match viewport.pitch {
            _ if is_talk => LONGEST_IN_TALK,
            2.. => LONGEST_APART,
            _ => LONGEST_BAR,
        };
        if !viewport.zoomed {
            let extra = next_to_numbers(viewport, before);
            let extra_width = u16::try_from(extra.width()).unwrap_or(u16::MAX);
            let used = before + extra_width;
            let room = viewport.area.width - used;
            let common = common_room(viewport, room.saturating_sub(1)).min(longest);
            return Self { rows, extra, extra_width, used, room: room.saturating_sub(1), common };
        }
        let left = viewport.area.width - before;
        let common = COMFORTABLE_BAR;
        let extra = extra(viewport, usize::from(left.saturating_sub(common)));
        let extra_width = u16::try_from(extra.width()).unwrap_or(u16::MAX);
        // Below further columns, remarks have more to say than these are wide.
        let has_remarks = remarks::has_room(viewport) && left >= REMARKS + LONGEST_BAR;
        let extra_width = if has_remarks { extra_width.max(REMARKS) } else { extra_width };
        let room = left.saturating_sub(extra_width.max(1)).min(longest);
        Self { rows, extra, extra_width, used: before, room, common }
    }

    /// Where the further columns begin: at the right end of a zoomed pane, else next to the numbers that they are about.
    fn further(&self, viewport: &Viewport, line: Rect) -> u16 {
        if viewport.zoomed {
            line.right().saturating_sub(self.extra_width)
        } else {
            (line.x + self.used).saturating_sub(self.extra_width + GAP).min(line.right())
        }
    }

    /// The measure over the numbers, and what the further columns hold.
    fn render_heads(&self, viewport: &Viewport, line: Rect, buffer: &mut Buffer) {
        let x = line.right().saturating_sub(self.extra_width);
        self.rows.render_head(viewport, Rect { width: x - line.x, ..line }, buffer);
        let behind = Rect { x, width: line.right() - x, ..line };
        let rows = (viewport.words, viewport.measured().1);
        self.extra.render_heads(rows, viewport.theme.term, behind, buffer);
    }
}

/// Columns before the bars: marker, label, number, marks, and a gap.
fn before_bars(viewport: &Viewport, rows: &FigureRows) -> u16 {
    u16::try_from(rows.columns.width() + 2).unwrap_or(u16::MAX).min(viewport.area.width)
}

/// The further columns of a pane next to others, which stand between its numbers and its bars, if these have room still.
fn next_to_numbers(viewport: &Viewport, before: u16) -> ExtraColumns {
    extra(viewport, usize::from(viewport.area.width.saturating_sub(before + COMFORTABLE_BAR)))
}

/// The columns of bars that all panes in view with the same scale have room for. Where there are many rows, what is in
/// view decides how much the columns before the bars need, so bars get a part of the pane that does not depend on it: what
/// the first rows leave, and not too much.
fn common_room(viewport: &Viewport, own: u16) -> u16 {
    let Layout::Panes(places) = viewport.app.layout() else { return own };
    let shared = places.panes.iter().filter(|(pane, _)| viewport.app.share_bars(viewport.pane, *pane));
    let rooms = shared.map(|(pane, area)| {
        if viewport.app.row_count(*pane) > MOST_MEASURED {
            area.width.saturating_sub(viewport.app.before_bars(*pane) + AROUND_BARS).min(area.width * 2 / 5)
        } else if *pane == viewport.pane {
            own
        } else {
            let area = inside(*area);
            let has_heads = viewport.app.spacing(*pane, area).heads > 0;
            let viewport = Viewport { pane: *pane, area, has_heads, ..*viewport };
            let used = before_bars(&viewport, &FigureRows::new(&viewport));
            let used = used + u16::try_from(next_to_numbers(&viewport, used).width()).unwrap_or(u16::MAX);
            viewport.area.width.saturating_sub(used + 1)
        }
    });
    rooms.filter(|room| *room >= LEAST_BAR).min().unwrap_or(0)
}

/// Names the reference line at its lower end, to the right of it or to the left; in few words, if need be.
fn label(viewport: &Viewport, (figure, has_line): (Figure, bool), (x, y): (u16, u16), buffer: &mut Buffer) {
    let words = viewport.words;
    let name = words.observation(figure).map_or("", |row| words.short_place(&row.subject.partner));
    let number = [words.value_line(figure), words.marks(figure)].join(" ").trim_end().to_owned();
    let area = viewport.area;
    let width = |text: &str| u16::try_from(truncate::width(text)).unwrap_or(u16::MAX);
    let style = viewport.theme.reference;
    let is_own = words.is_in_contradiction(figure);
    let cross = if is_own { viewport.theme.mark } else { viewport.theme.inherited };
    if !has_line {
        let text = truncate::cut(&format!("  {name} {number}"), usize::from(area.width));
        let end = cells::write(buffer, (area.x, y), &text, usize::from(area.width), style);
        return cells::cross(buffer, (end, y), cross);
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
        let end = cells::write(buffer, (start, y), &text, usize::from(wide), style);
        return cells::cross(buffer, (end, y), cross);
    }
}
