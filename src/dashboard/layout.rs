//! Who gets which part of the screen: a pure function of its size and of what is looked at.
//!
//! Update asks it how many rows are in sight, drawing asks it where they go; so both always agree.
//!
//! ```text
//! 100 columns and enough rows: all panes        else: the panes that fit, the others behind tabs
//!  header                                        header                (from 16 rows)
//! ┌ 1 ──────┐┌ 2 ───────────────┐                1 one  2 two  3 three
//! └─────────┘└──────────────────┘               ┌ 1 ────────────────────────────┐
//! ┌ 3 ──────┐┌ 4 ───────────────┐               │                               │
//! └─────────┘└──────────────────┘               └───────────────────────────────┘
//!  the selected figure                           the selected figure            (from 20 rows)
//!  what is known of it                           what is known of it
//!  footer                                        footer
//! ```
//!
//! Borders keep panes apart. What has the screen to itself, a zoomed pane or a text, has a title and no border.

use ratatui::layout::{Rect, Size};

/// The smallest screen that shows figures.
pub const SMALLEST: Size = Size { width: 40, height: 12 };
/// The largest screen that is drawn; a terminal that claims more gets this much.
pub const LARGEST: Size = Size { width: 500, height: 200 };

/// How much of a screen of `size` is drawn.
#[must_use]
pub fn drawn(size: Size) -> Size {
    Size::new(size.width.min(LARGEST.width), size.height.min(LARGEST.height))
}

/// From this width on, panes stand in two columns.
const TWO_COLUMNS: u16 = 100;
/// A pane's two borders and its least two rows.
const LEAST_PANE: u16 = 4;
/// From this width on, the first line of the strip has room for which trade a figure is about.
const LONG_LINES: u16 = 120;

/// What stands where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Layout {
    /// No room for figures; one sentence says so.
    TooSmall,
    /// Panes, or one of them zoomed.
    Panes(PaneLayout),
    /// One text at full size: an open figure, the help.
    Text {
        /// The line at the top, where there is room for it.
        header: Option<Rect>,
        /// The text with its title.
        body: Rect,
        /// The line at the bottom.
        footer: Rect,
    },
}

/// Where the parts of the dashboard go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaneLayout {
    /// The line at the top.
    pub header: Option<Rect>,
    /// Names of all panes, where not all are in sight.
    pub tabs: Option<Rect>,
    /// The panes in sight, by number, with their borders.
    pub panes: Vec<(usize, Rect)>,
    /// Whether the panes have borders; one that is zoomed has a title only.
    pub bordered: bool,
    /// What is known of the selected row.
    pub strip: Option<Rect>,
    /// The line at the bottom.
    pub footer: Rect,
}

/// Which part of the dashboard has the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// All panes, or as many as fit.
    Overview,
    /// The focused pane alone.
    Zoom,
    /// One text at full size.
    Text,
}

/// What is left of a pane or text for its rows: inside its border, or else below its title.
#[must_use]
pub fn inside(area: Rect, bordered: bool) -> Rect {
    let below = u16::from(bordered);
    Rect {
        x: area.x + 1,
        y: area.y + 1,
        width: area.width.saturating_sub(2),
        height: area.height.saturating_sub(1 + below),
    }
}

/// The layout for a screen of `size`, where pane `focus` has the focus and each pane would like `wanted` rows.
#[must_use]
pub fn layout(size: Size, scope: Scope, focus: usize, wanted: &[u16]) -> Layout {
    if size.width < SMALLEST.width || size.height < SMALLEST.height {
        return Layout::TooSmall;
    }
    let screen = Rect::new(0, 0, size.width, size.height);
    let (header, rest) = if size.height >= 16 { cut_top(screen, 1) } else { (None, screen) };
    let (footer, rest) = cut_bottom(rest, 1);
    match scope {
        Scope::Text => Layout::Text { header, body: rest, footer },
        Scope::Zoom => {
            let (strip, body) = if size.height >= 20 { cut_strip(rest) } else { (None, rest) };
            Layout::Panes(PaneLayout {
                header,
                tabs: None,
                panes: vec![(focus, body)],
                bordered: false,
                strip,
                footer,
            })
        }
        Scope::Overview => {
            let places = all_at_once(rest, wanted).unwrap_or_else(|| paged(rest, focus, wanted));
            Layout::Panes(PaneLayout { header, footer, ..places })
        }
    }
}

/// All panes in two columns, odd numbers left, even ones right; `None` where that would be too narrow.
fn all_at_once(area: Rect, wanted: &[u16]) -> Option<PaneLayout> {
    let (odd, even): (Vec<_>, Vec<_>) = (0..wanted.len()).partition(|pane| pane % 2 == 0);
    let least = LEAST_PANE.saturating_mul(u16::try_from(odd.len()).unwrap_or(u16::MAX));
    if area.width < TWO_COLUMNS || area.height < least.saturating_add(strip_height(area.width)) {
        return None;
    }
    let (strip, area) = cut_strip(area);
    let left_width = (area.width * 5 / 12).clamp(46, 72);
    let left = Rect { width: left_width, ..area };
    let right = Rect { x: area.x + left_width, width: area.width - left_width, ..area };
    let mut panes = if even.is_empty() { stack(area, &odd, wanted) } else { stack(left, &odd, wanted) };
    panes.extend(stack(right, &even, wanted));
    panes.sort_by_key(|(pane, _)| *pane);
    Some(PaneLayout { header: None, tabs: None, panes, bordered: true, strip, footer: Rect::ZERO })
}

/// The panes of the page that the focused pane is on. Pages do not depend on the focus, so that panes stay put
/// while one goes about.
fn paged(area: Rect, focus: usize, wanted: &[u16]) -> PaneLayout {
    let (tabs, area) = cut_top(area, 1);
    let (strip, area) = if area.height >= 17 { cut_strip(area) } else { (None, area) };
    let mut page: Vec<usize> = Vec::new();
    let mut used = 0_u16;
    for (pane, rows) in wanted.iter().enumerate() {
        let height = rows.saturating_add(2).min(area.height);
        if used.saturating_add(height) > area.height {
            if page.contains(&focus) {
                break;
            }
            page.clear();
            used = 0;
        }
        page.push(pane);
        used = used.saturating_add(height);
    }
    PaneLayout {
        header: None,
        tabs,
        panes: stack(area, &page, wanted),
        bordered: true,
        strip,
        footer: Rect::ZERO,
    }
}

/// Panes under each other: each what it wants as far as there is room, the last one what is left over.
fn stack(area: Rect, panes: &[usize], wanted: &[u16]) -> Vec<(usize, Rect)> {
    let mut heights =
        shares(area.height, &panes.iter().map(|pane| wanted[*pane].saturating_add(2)).collect::<Vec<_>>());
    let used: u16 = heights.iter().sum();
    if let Some(last) = heights.last_mut() {
        *last += area.height.saturating_sub(used);
    }
    let mut y = area.y;
    let place = |(pane, height): (&usize, u16)| {
        let area = Rect { y, height, ..area };
        y += height;
        (*pane, area)
    };
    panes.iter().zip(heights).map(place).collect()
}

/// `room` handed out row by row to those who still want one, so that the small ones get all they want.
fn shares(room: u16, wanted: &[u16]) -> Vec<u16> {
    let mut shares = vec![0; wanted.len()];
    let mut left = room;
    while left > 0 && shares.iter().zip(wanted).any(|(share, wanted)| share < wanted) {
        for (share, wanted) in shares.iter_mut().zip(wanted) {
            if *share < *wanted && left > 0 {
                *share += 1;
                left -= 1;
            }
        }
    }
    shares
}

fn cut_top(area: Rect, height: u16) -> (Option<Rect>, Rect) {
    let cut = Rect { height, ..area };
    (Some(cut), Rect { y: area.y + height, height: area.height.saturating_sub(height), ..area })
}

fn cut_bottom(area: Rect, height: u16) -> (Rect, Rect) {
    let rest = area.height.saturating_sub(height);
    (Rect { y: area.y + rest, height, ..area }, Rect { height: rest, ..area })
}

/// Lines of the strip on the selected figure: few, since they change with every row.
fn strip_height(width: u16) -> u16 {
    if width < LONG_LINES { 5 } else { 3 }
}

fn cut_strip(area: Rect) -> (Option<Rect>, Rect) {
    let (strip, rest) = cut_bottom(area, strip_height(area.width));
    (Some(strip), rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    const WANTED: [u16; 6] = [12, 6, 4, 4, 2, 6];

    fn places(width: u16, height: u16, focus: usize) -> PaneLayout {
        match layout(Size::new(width, height), Scope::Overview, focus, &WANTED) {
            Layout::Panes(places) => places,
            other @ (Layout::TooSmall | Layout::Text { .. }) => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_wide_screen_shows_all_panes() {
        let places = places(120, 36, 0);
        assert_eq!(places.panes.len(), 6);
        assert_eq!(places.tabs, None);
        assert_eq!(places.panes[0].1, Rect::new(0, 1, 50, 14));
        assert_eq!(places.strip.map(|strip| strip.height), Some(3));
    }

    #[test]
    fn a_narrower_strip_has_more_lines() {
        for (width, lines) in [(119, 5), (120, 3)] {
            assert_eq!(places(width, 36, 0).strip.map(|strip| strip.height), Some(lines), "{width} columns");
        }
    }

    #[test]
    fn panes_never_overlap_and_stay_inside() {
        for width in 40..=200 {
            for height in 12..=60 {
                for focus in 0..WANTED.len() {
                    let places = places(width, height, focus);
                    let screen = Rect::new(0, 0, width, height);
                    let mut all: Vec<Rect> = places.panes.iter().map(|(_, area)| *area).collect();
                    all.extend(places.header.iter().chain(&places.tabs).chain(&places.strip));
                    all.push(places.footer);
                    assert!(
                        places
                            .panes
                            .iter()
                            .any(|(pane, area)| *pane == focus && inside(*area, true).height > 0)
                    );
                    for (at, area) in all.iter().enumerate() {
                        assert_eq!(area.intersection(screen), *area);
                        assert!(all[..at].iter().all(|earlier| !earlier.intersects(*area)), "{all:?}");
                    }
                }
            }
        }
    }

    #[test]
    fn pages_do_not_move_with_the_focus() {
        let page_of = |focus| places(80, 24, focus).panes;
        for focus in 0..WANTED.len() {
            for (pane, _) in page_of(focus) {
                assert_eq!(page_of(pane), page_of(focus));
            }
        }
    }
}
