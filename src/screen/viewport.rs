//! The part of a pane that is in view.

use std::borrow::Cow;

use ratatui::layout::Rect;

use super::Theme;
use crate::analysis::Figure;
use crate::dashboard::{App, Chart, Topic, inside};
use crate::dataset::PaneKind;
use crate::wording::Words;

/// Panes of so many rows and fewer measure all their columns, so that these stay put while one scrolls.
const FEW_ROWS: usize = 500;
/// The most columns that a mark covers: those of a pane with a screen of 80 columns to itself. Each of them costs two bytes
/// when the selection moves.
pub const WIDEST_MARK: u16 = 79;

/// A pane, from 0, and its place.
pub struct PlacedPane {
    pub pane: usize,
    pub area: Rect,
    /// True if it has the whole screen.
    pub zoomed: bool,
}

/// The rows of a pane that are in view, and where they go.
#[derive(Clone, Copy)]
pub struct Viewport<'a> {
    pub app: &'a App,
    pub words: Words<'a>,
    pub theme: &'a Theme,
    /// The pane, from 0.
    pub pane: usize,
    /// The first row in view.
    pub top: usize,
    /// Below the title and the heads of columns.
    pub area: Rect,
    /// How many rows there is room for.
    pub height: usize,
    /// Lines from one row to the next.
    pub pitch: u16,
    /// The selected row, if the pane has the focus.
    pub selected: Option<usize>,
    /// True if the columns have heads.
    pub has_heads: bool,
    /// True if the pane has the whole screen.
    pub zoomed: bool,
    /// The figure that all are compared with.
    pub against: Option<Figure>,
    /// True if the selected row alone has bars and marks.
    pub spotlight: bool,
    /// Its chart, if that is drawn and so explains the letters of its lines.
    pub drawn: Option<&'a Chart>,
    /// The only rows to be drawn; the others look as before.
    pub only: Option<[usize; 2]>,
}

impl<'a> Viewport<'a> {
    /// All rows of a pane that are in view.
    pub fn new(app: &'a App, theme: &'a Theme, placed: &PlacedPane) -> Self {
        let PlacedPane { pane, area, zoomed } = *placed;
        let inner = inside(area);
        let spacing = app.spacing(pane, inner);
        let cursor = app.view().cursors.get(pane).copied().unwrap_or_default();
        Self {
            app,
            words: app.words(),
            theme,
            pane,
            top: cursor.top,
            area: Rect {
                y: inner.y + spacing.heads,
                height: inner.height.saturating_sub(spacing.heads),
                ..inner
            },
            height: spacing.rows.into(),
            pitch: spacing.pitch,
            has_heads: spacing.heads > 0,
            selected: (app.view().focus == pane).then_some(cursor.selected),
            zoomed,
            against: app.view().against,
            spotlight: app.has_spotlight(),
            drawn: app.chart(pane),
            only: None,
        }
    }

    /// The rows to be drawn: number, topic, and the line they go to.
    pub fn lines(&self) -> impl Iterator<Item = (usize, Topic, Rect)> {
        let rows = self.app.rows_from(self.pane, self.top, self.height).iter().copied();
        let lines = self.area.rows().step_by(self.pitch.into()).take(self.height);
        let all = (self.top..).zip(rows).zip(lines).map(|((at, row), line)| (at, row, line));
        all.filter(|(at, ..)| self.only.is_none_or(|only| only.contains(at)))
    }

    /// The line of the heads of columns above the rows, in a zoomed pane, if it is to be drawn.
    pub fn heads(&self) -> Option<Rect> {
        (self.has_heads && self.only.is_none()).then(|| Rect { y: self.area.y - 1, height: 1, ..self.area })
    }

    /// How many lines the rows in view take, with those that are not revealed yet.
    pub fn laid_out(&self) -> u16 {
        let rows = self.app.row_count_to_come(self.pane).saturating_sub(self.top).min(self.height);
        u16::try_from(rows).unwrap_or(u16::MAX).saturating_mul(self.pitch)
    }

    /// The lines among them that are to be drawn.
    pub fn laid_out_lines(&self) -> impl Iterator<Item = Rect> {
        let rows = (self.top..).flat_map(|row| std::iter::repeat_n(row, self.pitch.into()));
        let all = self.area.rows().take(self.laid_out().into()).zip(rows);
        all.filter(|(_, row)| self.only.is_none_or(|only| only.contains(row))).map(|(line, _)| line)
    }

    /// The label of a row: in a series its period, after the letter and the name of its line if there are several.
    pub fn label(&self, figure: Figure) -> Cow<'a, str> {
        let plain = || self.app.chart(self.pane)?.plain_label(figure, false);
        match self.drawn.map_or_else(plain, |chart| chart.label(figure)) {
            Some(label) => Cow::Owned(label),
            None if self.is_listing() => self.words.listed_label(figure),
            None => self.words.label(figure),
        }
    }

    /// True if the rows are of several measures.
    pub fn is_listing(&self) -> bool {
        let kind = self.app.panes().get(self.pane).map(|pane| pane.kind);
        matches!(kind, Some(PaneKind::Headline | PaneKind::Listing))
    }

    /// The label of a row where there is little room.
    pub fn brief_label(&self, figure: Figure) -> Cow<'a, str> {
        let plain = || self.app.chart(self.pane)?.plain_label(figure, true);
        match self.drawn.map_or_else(plain, |chart| chart.brief_label(figure)) {
            Some(label) => Cow::Owned(label),
            None => self.words.brief_label(figure),
        }
    }

    /// The lines of a row that its bar covers: in a zoomed pane, where rows stand apart, all but the last.
    pub fn bar_lines(&self, line: Rect) -> impl Iterator<Item = Rect> {
        let lines = self.pitch.saturating_sub(1).max(1);
        (0..lines).map(move |by| Rect { y: line.y + by, ..line })
    }

    /// The rows that decide how wide columns are, and the number of the first: those in view, or all of a few.
    pub fn measured(&self) -> (usize, &'a [Topic]) {
        if self.app.row_count_to_come(self.pane) <= FEW_ROWS {
            (0, self.app.rows_to_come(self.pane, 0, FEW_ROWS))
        } else {
            (self.top, self.app.rows_to_come(self.pane, self.top, self.height))
        }
    }

    /// True if the rows are parts of one whole, in a slice of a table.
    pub fn has_parts(&self) -> bool {
        let kind = self.app.panes().get(self.pane).map(|pane| pane.kind);
        self.words.dataset.slice.is_some() && kind == Some(PaneKind::Ranking)
    }

    /// True for a row whose bar, marks and further columns are drawn.
    pub fn has_ink(&self, row: usize) -> bool {
        !self.spotlight || self.selected == Some(row)
    }
}
