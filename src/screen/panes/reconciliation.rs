//! The findings, one per line, the gravest first.
//!
//! ```text
//! ▸ ✗ exports +23.2 % and total +50 % cannot both hold
//!   · Growth leaders mixes whole numbers and decimals
//!   ✓ exports are no larger than total trade
//! ```
//!
//! Below them some of the checks that hold. Each opens with its arithmetic.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::analysis::Severity;
use crate::dashboard::Topic;
use crate::dataset::Pane;
use crate::screen::lead::sign;
use crate::screen::viewport::Viewport;
use crate::screen::{cells, remarks};
use crate::text::truncate;

/// Columns before the sentences, and before the remarks below them.
const INDENT: u16 = 4;

pub fn render(viewport: &Viewport, _pane: &Pane, buffer: &mut Buffer) {
    for (at, row, line) in viewport.lines() {
        let Some((sign, style, sentences)) = said(viewport, row) else { continue };
        let selected = viewport.selected == Some(at);
        let marker = if selected { "▸ " } else { "  " };
        let room = usize::from(line.width);
        let x = cells::write(buffer, (line.x, line.y), marker, room, Style::new());
        let sign = if viewport.has_ink(at) { sign } else { " " };
        let x = cells::write(buffer, (x, line.y), sign, usize::from(line.right() - x), style);
        let room = usize::from(line.right().saturating_sub(x + 1));
        let sentence = sentences.iter().find(|text| truncate::width(text) <= room).or(sentences.last());
        let text = format!(" {}", truncate::cut(sentence.map_or("", String::as_str), room));
        let end = cells::write(buffer, (x, line.y), &text, room + 1, Style::new());
        let below = Rect { x: line.x + INDENT, width: line.width.saturating_sub(INDENT), ..line };
        remarks::render(viewport, row, below, buffer);
        if selected {
            let wide = (end + 1).min(line.right()) - line.x;
            cells::select(buffer, Rect { width: wide, ..line }, viewport.theme);
        }
    }
}

/// The sign of a row and its sentences, the longest first.
fn said(viewport: &Viewport, row: Topic) -> Option<(&'static str, Style, Vec<String>)> {
    let words = viewport.words;
    match row {
        Topic::Figure(_) => None,
        Topic::Finding(at) => {
            let finding = words.analysis.findings.get(at)?;
            let style = match finding.severity {
                Severity::Contradiction | Severity::Doubt => viewport.theme.mark,
                Severity::Note => Style::new(),
            };
            Some((sign(finding.severity), style, words.sentences(finding)))
        }
        Topic::Passed(at) => {
            Some(("✓", Style::new(), words.passed_sentences(words.analysis.passed.get(at)?)))
        }
    }
}
