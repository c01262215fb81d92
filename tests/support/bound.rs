//! The fewest bytes that could turn one frame into another.
//!
//! The problem that the wire solves, solved again: over the whole screen instead of row by row, and without shortcuts.
//! The terminal understands ECH, REP of every glyph, CHA, VPA and background-colour erase; the cursor and the pen are
//! wherever the first change needs them. Scrolling is not considered.

use ratatui::buffer::Buffer;
use ratatui::style::{Color, Modifier};

use crate::look::{Look, looks};

type Pen = (Color, Color, Modifier);

/// A column reached with a pen, and the bytes spent so far.
type State = (usize, Pen, usize);

const PLAIN: Pen = (Color::Reset, Color::Reset, Modifier::empty());
const SHOWS_ON_BLANK: Modifier = Modifier::UNDERLINED
    .union(Modifier::SLOW_BLINK)
    .union(Modifier::RAPID_BLINK)
    .union(Modifier::REVERSED)
    .union(Modifier::CROSSED_OUT);

/// No move and no change of the pen takes more bytes than this.
const ANYTHING: usize = 80;

/// The bytes from a terminal that shows `before` to one that shows `after`, both of the same size.
pub fn bound(before: &Buffer, after: &Buffer) -> usize {
    let (before, after) = (looks(before), looks(after));
    let erased = |from: usize| {
        let kept = before.iter().take(from).cloned();
        kept.chain(after.iter().skip(from).map(|row| vec![empty(); row.len()])).collect::<Vec<_>>()
    };
    let last = after.len().saturating_sub(1);
    let below = (0..last).rev().take_while(|y| after[*y].iter().all(|look| *look == empty())).last();
    let as_it_is = diff(&before, &after);
    let after_clear = "\x1b[2J".len() + diff(&erased(0), &after);
    let after_erasing_below = below.map(|y| "\x1b[J".len() + diff(&erased(y), &after));
    as_it_is.min(after_clear).min(after_erasing_below.unwrap_or(usize::MAX))
}

fn empty() -> Look {
    Look { symbol: " ".into(), ..Look::BLANK }
}

fn diff(before: &[Vec<Look>], after: &[Vec<Look>]) -> usize {
    let pens = mixed_pens(after);
    let mut row: Option<(usize, Vec<State>)> = None;
    for (y, (before, after)) in before.iter().zip(after).enumerate() {
        let changed = changed(before, after);
        let Some(first) = changed.iter().position(|changed| *changed) else { continue };
        let mut states = Vec::new();
        for column in (0..=first).filter(|column| !after[*column].symbol.is_empty()) {
            match &row {
                None => states.extend(pens.iter().map(|pen| (column, *pen, 0))),
                Some((from, ends)) => states.extend(ends.iter().map(|(at, pen, cost)| {
                    (column, *pen, cost + movement((*from, *at), (y, column), after.len()))
                })),
            }
        }
        row = Some((y, along(after, &changed, states)));
    }
    row.and_then(|(_, ends)| ends.into_iter().map(|(.., cost)| cost).min()).unwrap_or(0)
}

/// Every pen that an earlier frame may have left and that is of use: its parts are those of pens of this frame, which need
/// not come together in any of them, and those of them that may erase.
fn mixed_pens(after: &[Vec<Look>]) -> Vec<Pen> {
    let mut parts = (vec![PLAIN.0], vec![PLAIN.1], vec![PLAIN.2]);
    for (foreground, background, style) in after.iter().flatten().map(pen_of) {
        add(&mut parts.0, foreground);
        add(&mut parts.1, background);
        add(&mut parts.2, style);
        add(&mut parts.2, style - SHOWS_ON_BLANK);
    }
    let (foregrounds, backgrounds, styles) = parts;
    let backgrounds = |foreground| backgrounds.iter().map(move |background| (foreground, *background));
    let grounds = foregrounds.into_iter().flat_map(backgrounds);
    grounds.flat_map(|(one, other)| styles.iter().map(move |style| (one, other, *style))).collect()
}

fn add<T: PartialEq>(list: &mut Vec<T>, part: T) {
    if !list.contains(&part) {
        list.push(part);
    }
}

/// Which columns differ; those of a wide glyph only together.
fn changed(before: &[Look], after: &[Look]) -> Vec<bool> {
    let mut changed: Vec<bool> = before.iter().zip(after).map(|(before, after)| before != after).collect();
    for c in 1..changed.len() {
        let is_covered = before[c].symbol.is_empty() || after[c].symbol.is_empty();
        if is_covered && (changed[c] || changed[c - 1]) {
            changed[c - 1..=c].fill(true);
        }
    }
    changed
}

/// Every way to end a row that may still be part of the cheapest frame.
fn along(row: &[Look], changed: &[bool], starts: Vec<State>) -> Vec<State> {
    let columns = row.len();
    let next_changed = |from: usize| (from..columns).find(|c| changed[*c]);
    let mut pens = vec![PLAIN];
    for look in row {
        if !pens.contains(&pen_of(look)) {
            pens.push(pen_of(look));
        }
    }
    let mut reached: Vec<Vec<(Pen, usize)>> = vec![Vec::new(); columns + 1];
    for (column, pen, cost) in starts {
        reach(&mut reached[column], pen, cost);
    }
    let mut ends = Vec::new();
    for c in 0..=columns {
        for (pen, cost) in std::mem::take(&mut reached[c]) {
            let Some(next) = next_changed(c) else {
                ends.push((c, pen, cost));
                continue;
            };
            if next > c {
                reach(&mut reached[next], pen, cost + horizontal(c, next, columns));
            }
            let look = &row[c];
            let width = 1 + row[c + 1..].iter().take_while(|look| look.symbol.is_empty()).count();
            let run = if width == 1 { row[c..].iter().take_while(|next| *next == look).count() } else { 1 };
            let is_blank = look.symbol == " " && look.style.is_empty();
            for next in pens_for(look, is_blank, pen, &pens) {
                let ready = cost + sgr(pen, next);
                let written = ready + look.symbol.len();
                reach(&mut reached[c + width], next, written);
                if run > 1 && look.symbol.chars().count() == 1 {
                    reach(&mut reached[c + run], next, written + csi(run - 1));
                }
                if is_blank {
                    let erased = ready + if c + run == columns { csi(1) } else { csi(run) };
                    match next_changed(c + run) {
                        None => ends.push((c, next, erased)),
                        Some(to) => reach(&mut reached[to], next, erased + horizontal(c, to, columns)),
                    }
                }
            }
        }
    }
    let least = ends.iter().map(|(.., cost)| *cost).min().unwrap_or(0);
    ends.retain(|(.., cost)| *cost <= least + ANYTHING);
    ends
}

fn reach(states: &mut Vec<(Pen, usize)>, pen: Pen, cost: usize) {
    match states.iter_mut().find(|(known, _)| *known == pen) {
        Some((_, least)) => *least = cost.min(*least),
        None => states.push((pen, cost)),
    }
}

fn pen_of(look: &Look) -> Pen {
    (look.fg, look.bg, look.style)
}

/// The pens that may write a column: its own, or for a blank any that shows nothing but its background.
fn pens_for(look: &Look, is_blank: bool, pen: Pen, all: &[Pen]) -> Vec<Pen> {
    if !is_blank {
        return vec![pen_of(look)];
    }
    let mut fitting = vec![(pen.0, look.bg, pen.2 - SHOWS_ON_BLANK)];
    for other in all.iter().copied().chain([(Color::Reset, look.bg, Modifier::empty())]) {
        if other.1 == look.bg && !other.2.intersects(SHOWS_ON_BLANK) && !fitting.contains(&other) {
            fitting.push(other);
        }
    }
    fitting
}

fn digits(number: usize) -> usize {
    number.to_string().len()
}

/// The length of `ESC [ number letter`.
fn csi(number: usize) -> usize {
    if number == 1 { 3 } else { 3 + digits(number) }
}

/// Behind the last column a wrap is pending, and only absolute moves are safe.
fn horizontal(from: usize, to: usize, columns: usize) -> usize {
    if from == to {
        return 0;
    }
    let absolute = csi(to + 1).min(if to == 0 { 1 } else { 1 + csi(to) });
    match to.checked_sub(from) {
        _ if from == columns => absolute,
        Some(forward) => absolute.min(csi(forward)),
        None => absolute.min(csi(from - to)).min(from - to),
    }
}

/// From one row to a lower one.
fn movement((from_row, from): (usize, usize), (row, column): (usize, usize), columns: usize) -> usize {
    let down = row - from_row;
    let vertical = down.min(csi(down)).min(csi(row + 1));
    let number = |n: usize| if n == 0 { 0 } else { digits(n + 1) };
    let anywhere = 3 + number(row) + if column == 0 { 0 } else { 1 + number(column) };
    anywhere.min(vertical + horizontal(from, column, columns))
}

/// The length of the shortest SGR sequence between two pens.
fn sgr(from: Pen, to: Pen) -> usize {
    if from == to {
        return 0;
    }
    let change = parameters(from, to);
    let fresh = parameters(PLAIN, to);
    let changing = 3 + change.iter().sum::<usize>() + change.len() - 1;
    changing.min(3 + fresh.iter().sum::<usize>() + fresh.len())
}

/// The lengths of the parameters that turn a pen into another.
fn parameters(from: Pen, to: Pen) -> Vec<usize> {
    let together = [Modifier::BOLD | Modifier::DIM, Modifier::SLOW_BLINK | Modifier::RAPID_BLINK];
    let alone = [Modifier::ITALIC, Modifier::UNDERLINED, Modifier::REVERSED]
        .into_iter()
        .chain([Modifier::HIDDEN, Modifier::CROSSED_OUT]);
    let mut style = from.2;
    let mut lengths = Vec::new();
    for cleared in together.into_iter().chain(alone) {
        if (style & cleared).intersects(!to.2) {
            style -= cleared;
            lengths.push(2);
        }
    }
    lengths.extend((to.2 - style).iter().map(|_| 1));
    lengths.extend((from.0 != to.0).then(|| colour(to.0, 0)));
    lengths.extend((from.1 != to.1).then(|| colour(to.1, 1)));
    lengths
}

/// The length of the parameters that select a colour. Bright ones begin at 90 for the foreground and at 100, one digit
/// more, for the background.
fn colour(colour: Color, extra: usize) -> usize {
    const BRIGHT: [Color; 8] = [
        Color::DarkGray,
        Color::LightRed,
        Color::LightGreen,
        Color::LightYellow,
        Color::LightBlue,
        Color::LightMagenta,
        Color::LightCyan,
        Color::White,
    ];
    if let Color::Indexed(index) = colour {
        "38;5;".len() + digits(index.into())
    } else if let Color::Rgb(r, g, b) = colour {
        "38;2;;;".len() + [r, g, b].map(|part| digits(part.into())).iter().sum::<usize>()
    } else {
        2 + if BRIGHT.contains(&colour) { extra } else { 0 }
    }
}
