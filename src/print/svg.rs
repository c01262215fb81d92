//! A picture of the screen as SVG, with real text that can be searched, selected and read aloud.

mod paint;

use std::fmt::Write;

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::Modifier;
use unicode_width::UnicodeWidthStr;

use crate::text::harmless::is_harmful;
use paint::{Paint, ground, paint};

/// Width and height of a cell in pixels.
const CELL: (f32, f32) = (8.4, 17.0);
/// Pixels between the screen and the edge of the picture.
const MARGIN: f32 = 12.0;
/// Pixels from the top of a cell to the baseline of its text.
const BASELINE: f32 = 13.0;

/// `frame` as a picture titled `title`: on the background of its theme, else in the colours of a light terminal.
///
/// Backgrounds are rectangles. Text is `<text>` in the reader's monospace font, stretched to the width of its cells
/// whatever that font is. There are no scripts, style sheets or external references.
#[must_use]
pub fn svg(frame: &Buffer, title: &str) -> String {
    let (columns, rows) = (f32::from(frame.area.width), f32::from(frame.area.height));
    let (width, height) = (columns * CELL.0 + 2.0 * MARGIN, rows * CELL.1 + 2.0 * MARGIN);
    let mut picture = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width:.1} {height:.1}\" width=\"{width:.1}\" height=\"{height:.1}\">\n<title>{}</title>\n<rect width=\"100%\" height=\"100%\" rx=\"6\" fill=\"{}\"/>\n<g font-family=\"ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace\" font-size=\"14\" fill=\"{}\">\n",
        escaped(title),
        frame.content.first().and_then(ground).as_deref().unwrap_or(paint::BACKGROUND),
        paint::FOREGROUND,
    );
    let wide = usize::from(frame.area.width).max(1);
    for (row, cells) in frame.content.chunks(wide).enumerate() {
        let top = MARGIN + CELL.1 * f32::from(u16::try_from(row).unwrap_or(u16::MAX));
        let runs = runs(cells);
        for run in &runs {
            background(run, top, &mut picture);
        }
        for run in &runs {
            letters(run, top, &mut picture);
        }
    }
    picture.push_str("</g>\n</svg>\n");
    picture
}

/// Adjacent cells that look alike.
struct Run {
    first: u16,
    columns: u16,
    text: String,
    paint: Paint,
}

impl Run {
    fn x(&self) -> f32 {
        MARGIN + CELL.0 * f32::from(self.first)
    }

    fn width(&self) -> f32 {
        CELL.0 * f32::from(self.columns)
    }
}

fn runs(cells: &[Cell]) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    let mut covered = 0;
    for (column, cell) in (0..).zip(cells) {
        if covered > 0 {
            covered -= 1;
            continue;
        }
        let columns = u16::try_from(cell.symbol().width().max(1)).unwrap_or(1);
        covered = columns - 1;
        let paint = paint(cell);
        match runs.last_mut().filter(|run| run.paint == paint) {
            Some(run) => {
                run.text.push_str(cell.symbol());
                run.columns += columns;
            }
            None => runs.push(Run { first: column, columns, text: cell.symbol().to_owned(), paint }),
        }
    }
    runs
}

fn background(run: &Run, top: f32, picture: &mut String) {
    if let Some(colour) = &run.paint.background {
        let (x, width, height) = (run.x(), run.width(), CELL.1);
        let _ = writeln!(
            picture,
            "<rect x=\"{x:.1}\" y=\"{top:.1}\" width=\"{width:.1}\" height=\"{height:.1}\" fill=\"{colour}\"/>"
        );
    }
}

/// Draws the text of a run. A gap of two or more spaces starts another `<text>`, placed by its column.
fn letters(run: &Run, top: f32, picture: &mut String) {
    let mut style = String::new();
    if let Some(colour) = &run.paint.foreground {
        let _ = write!(style, " fill=\"{colour}\"");
    }
    for (modifier, attribute) in [
        (Modifier::BOLD, " font-weight=\"bold\""),
        (Modifier::ITALIC, " font-style=\"italic\""),
        (Modifier::DIM, " opacity=\"0.7\""),
        (Modifier::UNDERLINED, " text-decoration=\"underline\""),
        (Modifier::CROSSED_OUT, " text-decoration=\"line-through\""),
    ] {
        if run.paint.modifier.contains(modifier) {
            style.push_str(attribute);
        }
    }
    let y = top + BASELINE;
    let mut column = 0_u16;
    for piece in run.text.split_inclusive("  ") {
        let columns = u16::try_from(piece.width()).unwrap_or(u16::MAX);
        let text = piece.trim();
        let blanks = piece.width() - piece.trim_start().width();
        if !text.is_empty() {
            let start = column + u16::try_from(blanks).unwrap_or(0);
            let x = run.x() + CELL.0 * f32::from(start);
            let width = CELL.0 * f32::from(u16::try_from(text.width()).unwrap_or(0));
            let _ = writeln!(
                picture,
                "<text x=\"{x:.1}\" y=\"{y:.1}\" textLength=\"{width:.1}\" lengthAdjust=\"spacingAndGlyphs\"{style}>{}</text>",
                escaped(text)
            );
        }
        column = column.saturating_add(columns);
    }
}

/// Text for XML. Harmful characters, some of which XML cannot hold at all, become U+FFFD.
pub(super) fn escaped(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => shown.push_str("&amp;"),
            '<' => shown.push_str("&lt;"),
            '>' => shown.push_str("&gt;"),
            '"' => shown.push_str("&quot;"),
            c if is_harmful(c) => shown.push('\u{fffd}'),
            c => shown.push(c),
        }
    }
    shown
}

#[cfg(test)]
mod tests {
    use ratatui::layout::Rect;
    use ratatui::style::{Color, Style};

    use super::*;

    #[test]
    fn text_is_text_and_nothing_else() {
        let mut frame = Buffer::empty(Rect::new(0, 0, 20, 1));
        frame.set_string(0, 0, "<a> & \"b\"  东西 c", Style::new());
        let picture = svg(&frame, "x < y");
        assert!(picture.contains("<title>x &lt; y</title>"), "{picture}");
        assert!(picture.contains(">&lt;a&gt; &amp; &quot;b&quot;</text>"), "{picture}");
        assert!(
            picture.contains("<text x=\"104.4\" y=\"25.0\" textLength=\"50.4\" lengthAdjust=\"spacingAndGlyphs\">东西 c</text>"),
            "wide letters take two columns: {picture}"
        );
        assert_eq!(escaped("a\u{1b}b"), "a\u{fffd}b");
    }

    #[test]
    fn colours_are_those_of_the_cells() {
        let mut frame = Buffer::empty(Rect::new(0, 0, 6, 1));
        frame.set_string(0, 0, "ab", Style::new().fg(Color::Rgb(1, 2, 3)).add_modifier(Modifier::BOLD));
        frame.set_string(2, 0, "cd", Style::new().add_modifier(Modifier::REVERSED));
        frame.set_string(4, 0, "  ", Style::new().bg(Color::Indexed(196)));
        let picture = svg(&frame, "");
        assert!(picture.contains(" fill=\"#010203\" font-weight=\"bold\">ab</text>"), "{picture}");
        assert!(picture.contains(&format!(" fill=\"{}\">cd</text>", paint::BACKGROUND)), "{picture}");
        assert!(picture.contains("width=\"16.8\" height=\"17.0\" fill=\"#ff0000\"/>"), "{picture}");
        assert_eq!(picture.matches("<text ").count(), 2, "blanks are no text");
    }

    #[test]
    fn a_frame_without_cells_is_a_picture_too() {
        assert!(svg(&Buffer::empty(Rect::ZERO), "").ends_with("</svg>\n"));
    }
}
