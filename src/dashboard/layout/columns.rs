//! Panes in columns, and below each other in a column.

use ratatui::layout::Rect;

use super::PaneNeeds;

/// The least width for panes in columns.
const TWO_COLUMNS: u16 = 100;
/// The least width of a column.
const LEAST_COLUMN: u16 = 46;
/// Blank columns between two columns of panes.
const GAP: u16 = 2;

/// The fewest columns, but two if there are two panes, in which panes that need so many rows have their least height;
/// `None` if the area is too small for that.
pub fn columns(area: Rect, least: &[u16]) -> Option<Vec<Rect>> {
    if area.width < TWO_COLUMNS {
        return None;
    }
    let most = usize::from(area.width / LEAST_COLUMN);
    let fits = |count: &usize| {
        let count = (*count).max(1);
        let heights =
            (0..count).map(|at| least.iter().skip(at).step_by(count).copied().fold(0, u16::saturating_add));
        heights.max().is_none_or(|height| height <= area.height)
    };
    let count = (least.len().min(2)..=most).find(fits)?;
    let count = u16::try_from(count.max(1)).ok()?;
    // Of two columns, the left one has the key figures and needs less; of more, all have the same width.
    let widths: Vec<u16> = match count {
        1 => vec![area.width],
        2 => {
            let left = (area.width * 5 / 12).clamp(46, 84);
            vec![left, area.width - left]
        }
        _ => (0..count).map(|at| area.width * (at + 1) / count - area.width * at / count).collect(),
    };
    let column = |x: &mut u16, width: u16| {
        let is_last = *x + width == area.right();
        let column = Rect { x: *x, width: if is_last { width } else { width - GAP }, ..area };
        *x += width;
        Some(column)
    };
    Some(widths.into_iter().scan(area.x, column).collect())
}

/// Panes below each other: each gets what it wants as far as there is room, but its least height first, and a blank line
/// below it if there is room for all of those; the last one gets what is left.
pub fn stack(area: Rect, panes: &[usize], needs: &[PaneNeeds]) -> Vec<(usize, Rect)> {
    let with_title = |pane: &usize, blanks: u16| needs[*pane].wanted.saturating_add(1 + blanks);
    let last = panes.last();
    let apart: Vec<u16> = panes.iter().map(|pane| with_title(pane, u16::from(last != Some(pane)))).collect();
    let all = apart.iter().fold(0_u16, |all, height| all.saturating_add(*height));
    let mut heights = if all <= area.height {
        apart
    } else {
        let wanted: Vec<u16> = panes.iter().map(|pane| with_title(pane, 0)).collect();
        let needed: Vec<u16> = panes.iter().map(|pane| needs[*pane].height()).collect();
        shares(area.height, &wanted, &needed)
    };
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

/// Hands out `room`: to each the least that it needs, if there is room for all of these, then row by row to all that want
/// more, so that those that want little get it all.
fn shares(room: u16, wanted: &[u16], least: &[u16]) -> Vec<u16> {
    let needed = least.iter().copied().fold(0, u16::saturating_add);
    let mut shares = if needed <= room { least.to_vec() } else { vec![0; wanted.len()] };
    let mut left = room - shares.iter().sum::<u16>();
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
