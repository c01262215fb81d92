//! All panes at once, or one page of them with tabs for the others.

use ratatui::layout::Rect;

use super::super::lead::LeadRows;
use super::areas::{PaneLayout, PaneNeeds, TALL, cut_bottom, cut_strip, cut_top, strip_height};
use super::columns::{columns, further, spare, stack};

/// The maximum number of spare lines that go to the strip.
const MOST_SPARE: u16 = 2;

/// With fewer lines, the meanings of marks are left to the help.
const LEAST_MARKS: u16 = 6;

/// All panes in columns; `None` if they do not all fit. The figures that stand out are shown only if no pane loses a
/// row by it, the meanings of marks if the first column has as many lines free. Spare height goes to the charts below rows, then to a blank line above the strip and, on a tall screen, to
/// the strip.
pub fn all_at_once(area: Rect, lead: LeadRows, needs: &[PaneNeeds]) -> Option<PaneLayout> {
    let (_, above) = cut_strip(area);
    let columns = columns(above, needs)?;
    let spare = |height: u16| columns.iter().map(|column| spare(height, &column.panes, needs)).min();
    let left = spare(above.height).unwrap_or(0);
    let (facts, area) = match lead.facts {
        0 => (None, area),
        lines if lines > left => (None, area),
        lines => {
            // A blank line above the strip comes first, then one above them, then one below.
            let (above, below) = (u16::from(lines + 1 < left), u16::from(lines + 2 < left));
            let (place, area) = cut_top(area, above + lines + below);
            (place.map(|place| Rect { y: place.y + above, height: lines, ..place }), area)
        }
    };
    let lines = strip_height(area.width, 0);
    let height = area.height.saturating_sub(lines);
    let unused = columns.iter().map(|column| unused(height, &column.panes, needs)).min().unwrap_or(0);
    let for_strip = unused.min(if area.height < TALL { 1 } else { MOST_SPARE });
    let (strip, above) = cut_bottom(area, lines + for_strip);
    // A blank line keeps it apart from the panes.
    let (_, strip) = cut_top(strip, for_strip.min(1));
    let mut panes = Vec::with_capacity(needs.len());
    for column in &columns {
        let place = Rect { y: above.y, height: above.height, ..column.area };
        panes.extend(stack(place, &column.panes, needs));
    }
    let marks = columns.first().and_then(|column| below_panes(lead.marks, &column.panes, needs, &mut panes));
    panes.sort_by_key(|(pane, _)| *pane);
    Some(PaneLayout {
        header: None,
        lead: None,
        facts,
        marks,
        tabs: None,
        panes,
        zoomed: false,
        strip: Some(strip),
        footer: Rect::ZERO,
    })
}

/// A title and as many lines as the last pane of a column that ends without a chart leaves free below a blank line; they
/// are taken from it.
fn below_panes(
    (lines, columns): (u16, u16),
    column: &[usize],
    needs: &[PaneNeeds],
    panes: &mut [(usize, Rect)],
) -> Option<Rect> {
    let last = *column.last()?;
    let (_, area) = panes.iter_mut().find(|(pane, _)| *pane == last)?;
    let free = area.height.saturating_sub(needs[last].whole_height() + 1);
    let height = (lines + 1).min(free);
    if lines == 0 || needs[last].further > 0 || height < LEAST_MARKS || area.width < columns {
        return None;
    }
    let (own, above) = cut_bottom(*area, free);
    *area = above;
    Some(Rect { height, ..own })
}

/// The height of a column that is left below the rows and the chart of its panes.
fn unused(height: u16, panes: &[usize], needs: &[PaneNeeds]) -> u16 {
    let spare = spare(height, panes, needs);
    spare - further(spare, panes, needs).map_or(0, |at| needs[panes[at]].further)
}

/// The panes of the page that contains the focused one. Pages do not depend on the focus, so that panes stay in place.
pub fn paged(area: Rect, focus: usize, needs: &[PaneNeeds]) -> PaneLayout {
    let (tabs, area) = cut_top(area, 1);
    let (strip, area) = if area.height >= 16 { cut_strip(area) } else { (None, area) };
    let mut page: Vec<usize> = Vec::new();
    let mut used = 0_u16;
    for (pane, needs) in needs.iter().enumerate() {
        let height = needs.wanted.saturating_add(1).min(area.height);
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
    // A blank line above the strip, if no pane wants it.
    let gap = u16::from(strip.is_some() && used < area.height);
    let area = Rect { height: area.height - gap, ..area };
    PaneLayout {
        header: None,
        lead: None,
        facts: None,
        marks: None,
        tabs,
        panes: stack(area, &page, needs),
        zoomed: false,
        strip,
        footer: Rect::ZERO,
    }
}
