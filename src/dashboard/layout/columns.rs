//! Places panes in columns, and below each other within a column.

use ratatui::layout::Rect;

use super::areas::PaneNeeds;

/// The minimum width for panes in columns.
const TWO_COLUMNS: u16 = 100;
/// The minimum width of a column.
const LEAST_COLUMN: u16 = 46;
/// The maximum width of a left column whose panes have no bars.
const MOST_LEFT: u16 = 84;
/// Blank columns between two columns of panes.
const GAP: u16 = 2;
/// With more panes than this, columns are filled in turn.
const MOST_WEIGHED: usize = 8;
/// Rows that every pane gets beyond its minimum before others get all that they want.
const FEW_MORE: u16 = 5;
/// The least gain of rows in view that justifies another distribution than in turn.
const WORTH_LEAVING: u16 = 2;

/// A column with the panes in it.
pub struct PaneColumn {
    pub area: Rect,
    pub panes: Vec<usize>,
}

/// The fewest columns, but two if there are two panes, in which every pane has its minimum height and nothing in its
/// rows is truncated; `None` if the area is too small.
pub fn columns(area: Rect, needs: &[PaneNeeds]) -> Option<Vec<PaneColumn>> {
    if area.width < TWO_COLUMNS {
        return None;
    }
    let most = usize::from(area.width / LEAST_COLUMN);
    let mut counts = needs.len().clamp(1, 2)..=most;
    counts.find_map(|count| {
        let weighed = if count == 2 { in_two(area.height, needs) } else { None };
        weighed
            .and_then(|panes| placed(area, panes, needs))
            .or_else(|| placed(area, in_turn(needs.len(), count), needs))
    })
}

/// Columns with these panes; `None` if they have no room.
fn placed(area: Rect, panes: Vec<Vec<usize>>, needs: &[PaneNeeds]) -> Option<Vec<PaneColumn>> {
    let is_high_enough = |own: &Vec<usize>| {
        own.iter().fold(0_u16, |all, pane| all.saturating_add(needs[*pane].height())) <= area.height
    };
    if !panes.iter().all(is_high_enough) {
        return None;
    }
    let widest = |own: &Vec<usize>, width: fn(&PaneNeeds) -> u16| {
        own.iter().map(|pane| width(&needs[*pane])).max().unwrap_or(0)
    };
    let asked = |own| WantedWidth {
        least: widest(own, |needs| needs.width),
        short: widest(own, |needs| needs.short_width.max(needs.width)),
        full: widest(own, |needs| needs.full_width.max(needs.short_width).max(needs.width)),
        title: widest(own, |needs| needs.title_width),
    };
    let widths: Vec<WantedWidth> = panes.iter().map(asked).collect();
    let has_bars = |own: &Vec<usize>| own.iter().any(|pane| needs[*pane].has_bars);
    let bars = BarsOf {
        left: needs.first().is_some_and(|first| first.has_bars),
        right: panes.get(1).is_some_and(has_bars),
    };
    let widths = column_widths(area.width, bars, &widths)?;
    let place = |x: &mut u16, (width, panes): (u16, Vec<usize>)| {
        let is_last = *x + width == area.right();
        let own = Rect { x: *x, width: if is_last { width } else { width - GAP }, ..area };
        *x += width;
        Some(PaneColumn { area: own, panes })
    };
    Some(widths.into_iter().zip(panes).scan(area.x, place).collect())
}

fn in_turn(panes: usize, count: usize) -> Vec<Vec<usize>> {
    (0..count).map(|at| (at..panes).step_by(count).collect()).collect()
}

/// Distributes the panes to two columns, the first on the left, such that most of their rows are in view; `None` if they
/// are so in turn, or nearly.
fn in_two(height: u16, needs: &[PaneNeeds]) -> Option<Vec<Vec<usize>>> {
    if needs.len() > MOST_WEIGHED {
        return None;
    }
    let is_right = |places: u32, pane: usize| places >> pane & 1 == 1;
    // Rows out of view, then the height of the higher column: of two distributions that hide equally much, the more
    // even one wins.
    let weigh = |places: u32| {
        let (mut heights, mut least) = ([0_u16; 2], [0_u16; 2]);
        for (pane, needs) in needs.iter().enumerate() {
            let column = usize::from(is_right(places, pane));
            heights[column] = heights[column].saturating_add(needs.whole_height().min(height));
            least[column] = least[column].saturating_add(needs.height());
        }
        let hidden = heights.map(|own| own.saturating_sub(height));
        let fits = least.iter().all(|least| *least <= height);
        (!fits, hidden[0].saturating_add(hidden[1]), heights[0].max(heights[1]))
    };
    let alternate = (0..needs.len()).filter(|pane| pane % 2 == 1).fold(0, |places, pane| places | 1 << pane);
    let all = (0..1_u32 << needs.len()).filter(|places| places & 1 == 0);
    let usual = weigh(alternate);
    let best = all.min_by_key(|places| weigh(*places))?;
    let (is_short, hidden, _) = weigh(best);
    if is_short == usual.0 && hidden + WORTH_LEAVING >= usual.1 {
        return None;
    }
    let own = |column: bool| (0..needs.len()).filter(|pane| is_right(best, *pane) == column).collect();
    Some(vec![own(false), own(true)])
}

/// The columns that a column of panes asks for.
#[derive(Clone, Copy)]
struct WantedWidth {
    least: u16,
    /// With names shortened, but nothing left out.
    short: u16,
    /// For all that its rows have but bars.
    full: u16,
    /// For its titles.
    title: u16,
}

/// The bars of two columns.
#[derive(Clone, Copy)]
struct BarsOf {
    /// True if the left one begins with bars.
    left: bool,
    /// True if the right one has some.
    right: bool,
}

/// The widths of columns, with the gap behind all but the last, that have room for the least that each asks for; `None` if
/// there is none. Of two columns, the left one has the key figures and needs less, unless it begins with bars: then each
/// has what it asks for, and bars get what is left. Of three or more, all have the same width.
fn column_widths(width: u16, bars: BarsOf, asked: &[WantedWidth]) -> Option<Vec<u16>> {
    if let [own, other] = *asked {
        let (right, full_right) = (other.least, other.full);
        let most = width.checked_sub(right)?;
        let (left, full_left) = (own.least.saturating_add(GAP), own.full.saturating_add(GAP));
        let spare = most.checked_sub(left)?;
        let usual = (width * 5 / 12).clamp(LEAST_COLUMN, MOST_LEFT);
        let wanted = match ((bars.left, bars.right), width.checked_sub(full_left.saturating_add(full_right)))
        {
            ((false, _), _) => usual,
            ((true, true), Some(rest)) => full_left + rest / 2,
            ((true, false), Some(_)) => width.saturating_sub(other.title.max(full_right)),
            ((true, _), None) => {
                // First names are shortened, then shares and growth go.
                let (left_short, right_short) = (own.short.saturating_add(GAP), other.short);
                let rest = width.checked_sub(left_short.saturating_add(right_short));
                let (from, more, other, room) = match rest {
                    Some(rest) => (left_short, full_left - left_short, full_right - right_short, rest),
                    None => (left, left_short - left, right_short - right, spare),
                };
                let part = u32::from(room) * u32::from(more) / (u32::from(more) + u32::from(other)).max(1);
                from + u16::try_from(part).unwrap_or(room)
            }
        };
        let left = wanted.clamp(left, most);
        return Some(vec![left, width - left]);
    }
    let count = u16::try_from(asked.len()).ok()?;
    let widths: Vec<u16> = (0..count).map(|at| width * (at + 1) / count - width * at / count).collect();
    let is_wide = |(width, asked): (&u16, &WantedWidth)| asked.least.saturating_add(GAP) <= *width;
    widths.iter().zip(asked).all(is_wide).then_some(widths)
}

/// The height of a column beyond what its panes want, with a blank line below each except the last; 0 if there is too
/// little.
pub fn spare(height: u16, panes: &[usize], needs: &[PaneNeeds]) -> u16 {
    let used = panes.iter().fold(0_u16, |all, pane| all.saturating_add(needs[*pane].whole_height() + 1));
    height.saturating_sub(used.saturating_sub(1))
}

/// The index of the first pane with a chart that fits into the height that is `left`.
pub fn further(left: u16, panes: &[usize], needs: &[PaneNeeds]) -> Option<usize> {
    panes.iter().position(|pane| (1..=left).contains(&needs[*pane].further))
}

/// Stacks panes: each gets the height it wants as far as there is room, but first of all its minimum, and a blank line
/// below it if all minimums fit. What is left goes to the chart of one pane, then to further rows, then to that chart
/// or the last pane.
pub fn stack(area: Rect, panes: &[usize], needs: &[PaneNeeds]) -> Vec<(usize, Rect)> {
    let last = panes.last();
    let apart = |pane: &usize| needs[*pane].whole_height().saturating_add(u16::from(last != Some(pane)));
    let mut heights: Vec<u16> = panes.iter().map(apart).collect();
    let all = heights.iter().fold(0_u16, |all, height| all.saturating_add(*height));
    if all > area.height {
        heights = shares(area.height, panes, needs);
    }
    let mut left = area.height.saturating_sub(heights.iter().sum());
    let chart = further(left, panes, needs);
    if let Some(at) = chart {
        heights[at] += needs[panes[at]].further;
        left -= needs[panes[at]].further;
    }
    for (pane, height) in panes.iter().zip(&mut heights) {
        let more = needs[*pane].rest.min(left);
        *height += more;
        left -= more;
    }
    if let Some(height) = chart.or(panes.len().checked_sub(1)).and_then(|at| heights.get_mut(at)) {
        *height += left;
    }
    let mut y = area.y;
    let place = |(pane, height): (&usize, u16)| {
        let area = Rect { y, height, ..area };
        y += height;
        (*pane, area)
    };
    panes.iter().zip(heights).map(place).collect()
}

/// Distributes `room`: first the minimum to each, if all of them fit, then a few rows more, then to those that lack least
/// to be whole, so that few panes have rows out of view.
fn shares(room: u16, panes: &[usize], needs: &[PaneNeeds]) -> Vec<u16> {
    let own = || panes.iter().map(|pane| needs[*pane]);
    let needed = own().map(PaneNeeds::height).fold(0, u16::saturating_add);
    let least = |needs: PaneNeeds| if needed <= room { needs.height() } else { 0 };
    let mut shares: Vec<u16> = own().map(least).collect();
    let few: Vec<u16> = own().map(|needs| needs.whole_height().min(least(needs) + FEW_MORE)).collect();
    let mut left = room - shares.iter().sum::<u16>();
    while left > 0 && shares.iter().zip(&few).any(|(share, few)| share < few) {
        for (share, few) in shares.iter_mut().zip(&few) {
            let more = few.saturating_sub(*share).min(left).min(1);
            *share += more;
            left -= more;
        }
    }
    let mut lacking: Vec<(bool, u16, usize)> = own()
        .zip(&shares)
        .enumerate()
        .map(|(at, (needs, share))| (needs.rest > 0, needs.whole_height().saturating_sub(*share), at))
        .collect();
    lacking.sort_unstable();
    for (_, lack, at) in lacking {
        let more = lack.min(left);
        shares[at] += more;
        left -= more;
    }
    shares
}
