//! A dashboard without a terminal: keys go in, text with a legend of its styles comes out.

#![allow(dead_code, reason = "each test file uses what it needs")]

use horgos::dashboard::{App, Event, Outcome, parse_keys};
use horgos::screen::{Theme, frame};
use ratatui::buffer::Buffer;
use ratatui::layout::Size;
use ratatui::style::Style;

/// The bundled dataset on a screen of this size.
pub fn bundled(width: u16, height: u16) -> App {
    App::new(
        horgos::formats::bundled().expect("the bundled dataset is right").dataset,
        Size::new(width, height),
    )
}

/// Presses keys, written as `jj<tab><enter>`; says what the last one came to.
pub fn press(app: &mut App, keys: &str) -> Outcome {
    let keys = parse_keys(keys).expect("keys");
    keys.into_iter().map(|key| app.handle(Event::Key(key))).last().unwrap_or(Outcome::Unchanged)
}

/// The screen as text; without colours, so that bars are blocks.
pub fn text(app: &App) -> String {
    horgos::print::plain(&frame(app, &Theme::mono()))
}

/// The screen as text, then the same screen with a letter for each style, then what the letters mean.
pub fn styled(app: &App) -> String {
    styled_frame(&text(app), &frame(app, &Theme::ansi()))
}

/// The same of any frame, and its text without colours.
pub fn styled_frame(text: &str, frame: &Buffer) -> String {
    let mut styles: Vec<Style> = Vec::new();
    let letters = letters(frame, &mut styles);
    let legend = styles.iter().zip('a'..).map(|(style, letter)| format!("{letter} {}\n", describe(*style)));
    let legend: String = legend.collect();
    format!("{text}\n{letters}\n{legend}")
}

fn letters(frame: &Buffer, styles: &mut Vec<Style>) -> String {
    let width = usize::from(frame.area.width).max(1);
    let mut shown = String::new();
    for row in frame.content.chunks(width) {
        let mut line = String::new();
        for cell in row {
            let style = cell.style();
            if describe(style).is_empty() {
                line.push(if cell.symbol() == " " { ' ' } else { '.' });
                continue;
            }
            let at = styles.iter().position(|known| *known == style).unwrap_or_else(|| {
                styles.push(style);
                styles.len() - 1
            });
            line.extend(('a'..).nth(at));
        }
        shown = shown + line.trim_end() + "\n";
    }
    shown
}

/// `bold, reversed, Red`.
fn describe(style: Style) -> String {
    let mut parts: Vec<String> =
        style.add_modifier.iter_names().map(|(name, _)| name.to_lowercase()).collect();
    let colours = [("", style.fg), ("on ", style.bg)];
    for (word, colour) in colours {
        parts.extend(
            colour.filter(|c| *c != ratatui::style::Color::Reset).map(|colour| format!("{word}{colour}")),
        );
    }
    parts.join(", ")
}
