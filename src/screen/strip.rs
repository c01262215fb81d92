//! The selected row in a few lines.
//!
//! ```text
//!  growth over 2022: ▴ +93.4 %          Xinjiang, total trade with Tajikistan, 2023
//!  As printed  "93.4 percent"  ¶4
//!  Could be    +93.35 to +93.45 % (rounding)
//! ```
//!
//! Texts that neighbouring rows have in common stay in the same place, so that neither the eye nor the wire deals with
//! them again. The label is left out, as the row itself says it.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::{Theme, cells, overlay};
use crate::dashboard::{App, TERM_WIDTH};
use crate::text::truncate;
use crate::wording::Headline;

/// Columns from one tab stop to the next.
const TAB: u16 = 4;
/// Columns of the longest trades with their periods.
const TRADE_WIDTH: u16 = 78;

pub fn render(app: &App, theme: &Theme, area: Option<Rect>, buffer: &mut Buffer) {
    let Some(area) = area else { return };
    let area = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
    let mut rows = area.rows();
    let Some(first) = rows.next() else { return };
    let said = app.summary(area.as_size());
    headline(&said.headline, theme, first, buffer);
    for ((at, line), place) in said.lines.iter().enumerate().zip(rows) {
        let is_cut = place.bottom() == area.bottom()
            && said.lines.get(at + 1).is_some_and(|next| next.term.is_empty());
        let text = if is_cut { cut_off(&line.text, area.width) } else { line.text.clone() };
        overlay::entry(theme, (&line.term, TERM_WIDTH), &text, place, buffer);
    }
}

/// The figure and the meaning of its marks at the left, the trade that it is about at the right. Trades of nearly the
/// same length begin in the same column, so that what they have in common stays in place.
fn headline(said: &Headline, theme: &Theme, line: Rect, buffer: &mut Buffer) {
    let title = with_number(said, usize::from(line.width));
    let mut x = write(&title, theme.title, line.x, line, buffer);
    if !said.marks.is_empty() {
        // Behind a number alone at a tab stop, so that the same marks stay where they are next to others of nearly its length.
        let tab = if said.measured.is_none() { TAB } else { 1 };
        let stop = line.x + (x - line.x).next_multiple_of(tab);
        x = write(&said.marks, Style::new(), stop, line, buffer);
    }
    let room = usize::from(line.right().saturating_sub(x));
    let about = with_period(said, room);
    let wide = u16::try_from(truncate::width(&about)).unwrap_or(u16::MAX);
    let last = line.right().saturating_sub(wide);
    let stop = (line.width * 5 / 12).max(line.width.saturating_sub(TRADE_WIDTH));
    let x = x.max(line.x + stop).min(last);
    cells::write(buffer, (x, line.y), &about, room, Style::new());
}

/// Writes a text from a column on, cut at the end of the line; gives back where the next one may begin.
fn write(text: &str, style: Style, x: u16, line: Rect, buffer: &mut Buffer) -> u16 {
    let room = usize::from(line.right().saturating_sub(x));
    cells::write(buffer, (x, line.y), &truncate::cut(text, room), room, style) + 2
}

/// Measure and number in at most `room` columns; the measure is cut, the number is not.
fn with_number(said: &Headline, room: usize) -> String {
    let number = &said.title;
    let Some(measured) = &said.measured else { return number.clone() };
    match room.saturating_sub(truncate::width(number) + 2) {
        0 => number.clone(),
        left => format!("{}: {number}", truncate::cut(measured, left)),
    }
}

/// The fullest wording of the trade that fits `room` columns with its period; empty if none does.
fn with_period(said: &Headline, room: usize) -> String {
    let left = room.saturating_sub(truncate::width(&said.period) + 2);
    let fitting = said.trades.iter().find(|trade| truncate::width(trade) <= left);
    fitting.map_or_else(String::new, |trade| format!("{trade}, {}", said.period))
}

/// A text that goes on below the last line: the words that fit, and a sign that there are more.
fn cut_off(text: &str, width: u16) -> String {
    let room = usize::from(width.saturating_sub(TERM_WIDTH)).saturating_sub(2);
    let mut words = text;
    while truncate::width(words) > room {
        let Some((fewer, _)) = words.rsplit_once(' ') else { break };
        words = fewer;
    }
    format!("{words} …")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_number_of_a_measurement_stays() {
        let said = Headline {
            measured: Some("share of Trade with all partners".to_owned()),
            title: "79.4 %".to_owned(),
            ..Headline::default()
        };
        for (room, expected) in [
            (40, "share of Trade with all partners: 79.4 %"),
            (39, "share of Trade with all partne…: 79.4 %"),
            (9, "…: 79.4 %"),
            (8, "79.4 %"),
        ] {
            assert_eq!(with_number(&said, room), expected, "{room} columns");
        }
        assert_eq!(with_number(&Headline { measured: None, ..said }, 40), "79.4 %");
    }

    #[test]
    fn the_trade_has_the_longest_words_that_fit() {
        let trades = ["Xinjiang, imports from Kazakhstan", "Xinjiang, imports from KAZ", "imports from KAZ"];
        let said = Headline {
            trades: trades.map(str::to_owned).into(),
            period: "2023".to_owned(),
            ..Headline::default()
        };
        for (room, expected) in [
            (39, "Xinjiang, imports from Kazakhstan, 2023"),
            (38, "Xinjiang, imports from KAZ, 2023"),
            (22, "imports from KAZ, 2023"),
            (21, ""),
        ] {
            assert_eq!(with_period(&said, room), expected, "{room} columns");
        }
        assert_eq!(with_period(&Headline::default(), 40), "", "a finding is about no one trade");
    }
}
