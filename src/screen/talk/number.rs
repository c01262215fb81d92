//! A number that is read from the last row of a hall, and what it is.
//!
//! ```text
//!  ██████  ██  ██  ██████      ██████  ██████
//!      ██  ██  ██  ██          ██          ██
//!  ██████  ██████  ██████      ██████      ██
//!  ██          ██  ██  ██          ██    ██
//!  ██████      ██  ██████  ██  ██████    ██
//!
//!  bn CNY
//!  Xinjiang, exports to five Central Asian countries, 2023
//!  "246.57 billion yuan" · Global Times, 2024-02-07, ¶1
//! ```
//!
//! It is drawn with blanks on a ground: every terminal has those, whatever its glyphs and colours.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

use crate::analysis::Figure;
use crate::dashboard::App;
use crate::screen::{Theme, cells};
use crate::stage::{Shown, digits};
use crate::text::truncate;
use crate::wording::{Heading, Topic, brief};

/// From so many columns on, a number is drawn twice as large if it fits.
const LARGE: u16 = 90;
/// The same three times.
const LARGEST: u16 = 150;

pub fn render(shown: &Shown, theme: &Theme, area: Rect, buffer: &mut Buffer) {
    let app = shown.app;
    let Some(figure) = shown.figure() else { return };
    let Some(number) = app.words().number(figure) else { return };
    let area = Rect { x: area.x + 2, width: area.width.saturating_sub(4), ..area };
    let text = format!("{}{}", number.whole, number.fraction);
    let words = words(app, figure, (&number.unit, usize::from(area.width)));
    let below = u16::try_from(words.len()).unwrap_or(0);
    let (rows, gap) = if let Some(scale) = scale(&text, area, below) {
        let rows = digits::ROWS * scale;
        let gap = u16::from(area.height > rows + below);
        // On a tall screen it stands a little above the middle.
        let free = area.height.saturating_sub(rows + gap + below);
        let top = Rect { y: area.y + (free / 3).min(4), ..area };
        draw(&text, scale, top, buffer);
        (rows + top.y - area.y, gap)
    } else {
        cells::write(buffer, (area.x, area.y), &text, usize::from(area.width), theme.title);
        (1, 1)
    };
    let lines = Rect { y: area.y + (rows + gap).min(area.height), ..area };
    let lines = Rect { height: area.bottom() - lines.y, ..lines };
    for ((line, style), place) in
        words.into_iter().zip([theme.title, Style::new(), Style::new()]).zip(lines.rows())
    {
        let room = usize::from(place.width);
        cells::write(buffer, (place.x, place.y), &truncate::cut(&line, room), room, style);
    }
}

/// How many times the size of a glyph the number has; `None` if it has no room or is not made of glyphs.
fn scale(text: &str, area: Rect, below: u16) -> Option<u16> {
    let columns = digits::columns(text)?;
    let most = match area.width + 4 {
        LARGEST.. => 3,
        LARGE.. => 2,
        _ => 1,
    };
    let fits = |scale: &u16| {
        columns.saturating_mul(*scale) <= area.width && digits::ROWS * scale + below.min(2) <= area.height
    };
    (1..=most).rev().find(fits)
}

fn draw(text: &str, scale: u16, area: Rect, buffer: &mut Buffer) {
    let block = Style::new().add_modifier(Modifier::REVERSED);
    let Some(rows) = digits::blocks(text) else { return };
    let lines = rows.iter().flat_map(|row| std::iter::repeat_n(row, usize::from(scale)));
    for (row, place) in lines.zip(area.rows()) {
        let wide = digits::BLOCK * scale;
        for (x, is_drawn) in (place.x..place.right()).step_by(usize::from(wide)).zip(row) {
            if *is_drawn {
                buffer.set_style(Rect { x, width: wide, ..place }, block);
            }
        }
    }
}

/// Its unit with its marks, the trade in as many words as `room` columns take, and how and where it was printed.
fn words(app: &App, figure: Figure, (unit, room): (&str, usize)) -> Vec<String> {
    let words = app.words();
    let (headline, entries) = brief(words, Topic::Figure(figure));
    let mut wordings: Vec<String> =
        headline.trades.iter().map(|trade| format!("{trade}, {}", headline.period)).collect();
    if wordings.is_empty() {
        wordings.push(words.label(figure).into_owned());
    }
    if let Some(measured) = &headline.measured {
        for wording in &mut wordings {
            *wording = format!("{measured} · {wording}");
        }
    }
    let fits = |about: &&String| truncate::width(about) <= room;
    let about = wordings.iter().find(fits).or(wordings.first()).cloned().unwrap_or_default();
    let printed =
        entries.into_iter().find(|entry| matches!(entry.heading, Heading::AsPrinted | Heading::Formula));
    let printed = printed.map(|entry| match entry.aside {
        Some(aside) => format!("{} · {aside}", entry.text),
        None => entry.text,
    });
    let unit =
        [unit, &headline.marks].into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" · ");
    [unit, about].into_iter().chain(printed).collect()
}
