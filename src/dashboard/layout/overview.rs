//! All panes at once, or those of one page with the others as tabs.

use ratatui::layout::Rect;

use super::columns::{columns, stack};
use super::{PaneLayout, PaneNeeds, TALL, cut_bottom, cut_strip, cut_top, strip_height};

/// The most lines that the strip gets so.
const MOST_SPARE: u16 = 12;

/// All panes in columns, in turn; `None` if they do not all fit. The figures that stand out get room only where no pane
/// loses a row by it. On a tall screen, the strip gets what panes leave.
pub fn all_at_once(area: Rect, facts: u16, needs: &[PaneNeeds]) -> Option<PaneLayout> {
    let (_, above) = cut_strip(area);
    let columns = columns(above, needs)?;
    let own = |at: usize| (at..needs.len()).step_by(columns.len());
    let needed =
        |at: usize| own(at).fold(0_u16, |all, pane| all.saturating_add(needs[pane].wanted).saturating_add(2));
    // The last pane of a column needs no blank line below it.
    let needed = (0..columns.len()).map(needed).max().unwrap_or(0).saturating_sub(1);
    let mut spare = above.height.saturating_sub(needed);
    let (facts, area) = match facts {
        0 => (None, area),
        lines if lines > spare => (None, area),
        lines => {
            // A blank line above them, then one below.
            let (above, below) = (u16::from(lines < spare), u16::from(lines + 1 < spare));
            spare -= above + lines + below;
            let (place, area) = cut_top(area, above + lines + below);
            (place.map(|place| Rect { y: place.y + above, height: lines, ..place }), area)
        }
    };
    let spare = if area.height < TALL { 0 } else { spare.min(MOST_SPARE) };
    let (strip, above) = cut_bottom(area, strip_height(area.width, 0) + spare);
    let mut panes = Vec::with_capacity(needs.len());
    for (at, column) in columns.iter().enumerate() {
        let column = Rect { y: above.y, height: above.height, ..*column };
        panes.extend(stack(column, &own(at).collect::<Vec<_>>(), needs));
    }
    panes.sort_by_key(|(pane, _)| *pane);
    Some(PaneLayout {
        header: None,
        lead: None,
        facts,
        tabs: None,
        panes,
        zoomed: false,
        strip: Some(strip),
        footer: Rect::ZERO,
    })
}

/// The panes of the page that the focused pane is on. Pages do not depend on the focus, so that panes stay where they
/// are.
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
    PaneLayout {
        header: None,
        lead: None,
        facts: None,
        tabs,
        panes: stack(area, &page, needs),
        zoomed: false,
        strip,
        footer: Rect::ZERO,
    }
}
