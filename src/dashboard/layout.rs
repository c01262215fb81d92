//! Lays out the screen: a pure function of the screen's size and of the view.
//!
//! Updates ask it how many rows are in view, drawing asks it where they go, so that both always agree.
//!
//! ```text
//! 100 columns and enough rows: all panes        else: the panes that fit, the others as tabs
//!  header                                        header                (from 16 rows)
//!  the gravest finding, with its picture         the gravest finding   (its picture from 60×22)
//! ━ 1 ━━━━━━━  ─ 2 ───────────────               1 one  2 two  3 three
//!                                               ━ 1 ━━━━━━━━━━━━━━━━━━━━━━━━━━━
//! ─ 3 ───────  ─ 4 ───────────────
//!
//!  the selected figure                           the selected figure            (from 20 rows)
//!  in a few lines                                in a few lines
//!  footer                                        footer
//! ```
//!
//! There are as many columns as it takes to show all panes, from two on; panes go to them in turn, or where the most of
//! their rows are in view. Titles and blanks keep panes apart; a zoomed pane or a text has the screen to itself.

mod areas;
mod columns;
mod overview;

use ratatui::layout::{Rect, Size};

use super::lead::LeadRows;
pub use areas::{LONG_LINES, Layout, PaneLayout, PaneNeeds, TALL};
use areas::{cut_bottom, cut_top, strip_height};
use overview::{all_at_once, paged};

/// The smallest screen that shows figures.
pub const SMALLEST: Size = Size { width: 40, height: 12 };
/// The largest screen that is drawn; a terminal that claims more gets this much.
pub const LARGEST: Size = Size { width: 500, height: 200 };

/// The part of a screen of `size` that is drawn.
#[must_use]
pub fn drawn(size: Size) -> Size {
    Size::new(size.width.min(LARGEST.width), size.height.min(LARGEST.height))
}

/// The part of the dashboard that has the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// All panes, or as many as fit.
    Overview,
    /// The focused pane alone.
    Zoom,
    /// One text at full size.
    Text,
}

/// The area for the rows of a pane or text: below its title, inside the margin.
#[must_use]
pub fn inside(area: Rect) -> Rect {
    Rect {
        x: area.x + 1,
        y: area.y + 1,
        width: area.width.saturating_sub(1),
        height: area.height.saturating_sub(1),
    }
}

/// The minimum size of a screen on which findings have a picture.
const PICTURE: Size = Size { width: 60, height: 22 };
/// The minimum height at which a blank line follows the lead.
const AIRY: u16 = 34;

/// The screen, and how many of its rows a talk takes for its words.
#[derive(Debug, Clone, Copy)]
pub struct ScreenSpace {
    pub size: Size,
    pub above: u16,
}

impl ScreenSpace {
    /// A screen without a talk.
    #[cfg(test)]
    pub(super) fn new(width: u16, height: u16) -> Self {
        Self { size: Size::new(width, height), above: 0 }
    }
}

/// The panes on the screen, and the one with the focus.
#[derive(Debug, Clone, Copy)]
pub struct InView {
    pub scope: Scope,
    pub focus: usize,
}

impl InView {
    /// All panes, with the focus on this one.
    #[cfg(test)]
    pub(super) fn overview(focus: usize) -> Self {
        Self { scope: Scope::Overview, focus }
    }
}

/// The layout of a screen with this lead and a pane for each element of `needs`.
#[must_use]
pub fn layout(space: ScreenSpace, shown: InView, lead: LeadRows, needs: &[PaneNeeds]) -> Layout {
    let ScreenSpace { size, above } = space;
    let InView { scope, focus } = shown;
    if size.width < SMALLEST.width || size.height < SMALLEST.height {
        return Layout::TooSmall;
    }
    let screen = Rect::new(0, 0, size.width, size.height);
    // The header is the first to give way, so its row is not missed.
    let size = Size::new(size.width, size.height - above.saturating_sub(1).min(size.height));
    let (header, rest) = match above {
        0 if size.height >= 16 => cut_top(screen, 1 + lead.header),
        0 => (None, screen),
        _ => (None, cut_top(screen, above.min(screen.height - 1)).1),
    };
    let (footer, rest) = cut_bottom(rest, 1);
    match scope {
        Scope::Text => {
            let (picture, body) = match picture_height(size, lead.picture) {
                0 => (None, rest),
                height => cut_top(rest, height),
            };
            Layout::Text { header, picture, body, footer }
        }
        Scope::Zoom => {
            let lines = strip_height(rest.width, above);
            let (strip, body) = match size.height {
                20.. => cut_bottom(rest, lines),
                _ => (Rect::ZERO, rest),
            };
            let strip = (!strip.is_empty()).then_some(strip);
            Layout::Panes(PaneLayout {
                header,
                lead: None,
                facts: None,
                marks: None,
                tabs: None,
                panes: vec![(focus, body)],
                zoomed: true,
                strip,
                footer,
            })
        }
        Scope::Overview => {
            let below = |lines: u16| match lead_height(size, lead) {
                0 => (None, rest),
                height => cut_top(rest, height + lines),
            };
            let whole = || {
                let (lead_area, rest) = below(lead.consequences);
                let places = all_at_once(rest, lead, needs)?;
                let is_whole = |(pane, area): &(usize, Rect)| {
                    area.height >= needs[*pane].whole_height().saturating_add(needs[*pane].rest)
                };
                places.panes.iter().all(is_whole).then_some((lead_area, places))
            };
            let (lead_area, places) = (lead.consequences > 0).then(whole).flatten().unwrap_or_else(|| {
                let (lead_area, rest) = below(0);
                let places = all_at_once(rest, lead, needs);
                (lead_area, places.unwrap_or_else(|| paged(rest, focus, needs)))
            });
            let lines = strip_height(rest.width, above);
            let strip = match above {
                0 => places.strip,
                _ => places.strip.map(|strip| cut_bottom(strip, lines.min(strip.height)).0),
            };
            Layout::Panes(PaneLayout { header, lead: lead_area, footer, strip, ..places })
        }
    }
}

/// The height of the lead: its sentence, its picture if it fits, and a blank line if there is plenty of room.
fn lead_height(size: Size, lead: LeadRows) -> u16 {
    if lead.sentence == 0 {
        return 0;
    }
    if size.width < PICTURE.width || size.height < PICTURE.height {
        return if size.height < 16 { 1 } else { lead.sentence };
    }
    let tall = if size.height >= TALL && size.width >= WIDE { 2 } else { 1 };
    lead.sentence + lead.picture * tall + u16::from(size.height >= AIRY)
}

/// The height of an open finding's picture: its sentence, for each range a line of words and one to three lines of
/// bars, a remark and a blank line.
fn picture_height(size: Size, ranges: u16) -> u16 {
    let wanted = |bars: u16| ranges.saturating_mul(1 + bars).saturating_add(4);
    let has_room = size.width >= PICTURE.width && size.height >= PICTURE.height && ranges > 0;
    let fits = |bars: &u16| wanted(*bars) <= size.height * 2 / 5;
    (1..=3).rev().find(fits).filter(|_| has_room).map_or(0, wanted)
}

/// From this width on, the picture of the finding is twice as tall.
const WIDE: u16 = 100;
#[cfg(test)]
mod tests;
