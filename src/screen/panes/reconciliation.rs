//! The findings, one per line, the gravest first.
//!
//! ```text
//! ▸ ✗ exports +23.2 % and total +50 % cannot both hold
//!   · the rows of Growth leaders were not printed equally precisely
//!   ✓ exports are no larger than total trade
//! ```
//!
//! Below them, as far as there is room, some of the checks that hold.

use ratatui::buffer::Buffer;
use ratatui::style::Style;

use crate::analysis::Severity;
use crate::dashboard::Topic;
use crate::dataset::Pane;
use crate::screen::cells;
use crate::screen::lead::sign;
use crate::screen::viewport::Viewport;
use crate::text::truncate;

pub fn render(viewport: &Viewport, _pane: &Pane, buffer: &mut Buffer) {
    for (at, row, line) in viewport.lines() {
        let Topic::Finding(finding) = row else { continue };
        let Some(finding) = viewport.words.analysis.findings.get(finding) else { continue };
        let selected = viewport.selected == Some(at);
        let style = match finding.severity {
            Severity::Contradiction | Severity::Doubt => viewport.theme.mark,
            Severity::Note => Style::new(),
        };
        let sign = sign(finding.severity);
        let marker = if selected { "▸ " } else { "  " };
        let room = usize::from(line.width);
        let x = cells::write(buffer, (line.x, line.y), marker, room, Style::new());
        let x = cells::write(buffer, (x, line.y), sign, usize::from(line.right() - x), style);
        let room = usize::from(line.right().saturating_sub(x + 1));
        let sentences = viewport.words.sentences(finding);
        let sentence = sentences.iter().find(|text| truncate::width(text) <= room).or(sentences.last());
        let text = format!(" {}", truncate::cut(sentence.map_or("", String::as_str), room));
        cells::write(buffer, (x, line.y), &text, room + 1, Style::new());
        if selected {
            buffer.set_style(line, viewport.theme.selected);
        }
    }
    let below = viewport.area.rows().skip(viewport.shown());
    for (held, line) in viewport.words.analysis.held.iter().zip(below) {
        let text = truncate::cut(&format!("  ✓ {}", viewport.words.held(held)), usize::from(line.width));
        cells::write(buffer, (line.x, line.y), &text, usize::from(line.width), Style::new());
    }
}
