//! Panes in columns, and below each other in a column.

use ratatui::layout::Rect;

use super::PaneNeeds;

/// The least width for panes in columns.
const TWO_COLUMNS: u16 = 100;
/// The least width of a column.
const LEAST_COLUMN: u16 = 46;
/// The most columns of the left one of two.
const MOST_LEFT: u16 = 84;
/// Blank columns between two columns of panes.
const GAP: u16 = 2;

/// The fewest columns, but two if there are two panes, in which panes have their least height and nothing in their rows is
/// cut; `None` if the area is too small for that.
pub fn columns(area: Rect, needs: &[PaneNeeds]) -> Option<Vec<Rect>> {
    if area.width < TWO_COLUMNS {
        return None;
    }
    let most = usize::from(area.width / LEAST_COLUMN);
    let fits = |count: &usize| {
        let heights =
            (0..*count).map(|at| own(needs, at, *count).map(PaneNeeds::height).fold(0, u16::saturating_add));
        heights.max().is_none_or(|height| height <= area.height)
    };
    let count = (needs.len().clamp(1, 2)..=most).find(fits)?;
    let least: Vec<u16> =
        (0..count).map(|at| own(needs, at, count).map(|needs| needs.width).max().unwrap_or(0)).collect();
    let widths = widths(area.width, &least)?;
    let column = |x: &mut u16, width: u16| {
        let is_last = *x + width == area.right();
        let column = Rect { x: *x, width: if is_last { width } else { width - GAP }, ..area };
        *x += width;
        Some(column)
    };
    Some(widths.into_iter().scan(area.x, column).collect())
}

/// The needs of the panes in one of so many columns.
fn own(needs: &[PaneNeeds], at: usize, count: usize) -> impl Iterator<Item = PaneNeeds> {
    needs.iter().skip(at).step_by(count).copied()
}

/// The widths of columns, with the gap behind all but the last, that have room for what each needs at least; `None` if there
/// is none. Of two columns, the left one has the key figures and needs less; of more, all have the same width.
fn widths(width: u16, least: &[u16]) -> Option<Vec<u16>> {
    if let [left, right] = *least {
        let most = width.checked_sub(right)?;
        let left = left.saturating_add(GAP);
        return (left <= most).then(|| {
            let left = (width * 5 / 12).clamp(LEAST_COLUMN, MOST_LEFT).clamp(left, most);
            vec![left, width - left]
        });
    }
    let count = u16::try_from(least.len()).ok()?;
    let widths: Vec<u16> = (0..count).map(|at| width * (at + 1) / count - width * at / count).collect();
    let is_wide = |(width, least): (&u16, &u16)| least.saturating_add(GAP) <= *width;
    widths.iter().zip(least).all(is_wide).then_some(widths)
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
