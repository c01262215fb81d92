//! What the checks found, a line each, the gravest first.
//!
//! ```text
//! ▸ ✗ exports +23.2 % and total +50 % cannot both hold
//!   · the rows of Growth leaders were not printed equally precisely
//!   ✓ exports are no larger than total trade
//! ```
//!
//! Below them, as far as there is room, some of the checks that held.

use ratatui::buffer::Buffer;
use ratatui::style::Style;

use crate::analysis::Severity;
use crate::dashboard::Topic;
use crate::screen::ink;
use crate::screen::sight::Sight;
use crate::text::truncate;

pub fn render(sight: &Sight, buffer: &mut Buffer) {
    for (at, row, line) in sight.lines() {
        let Topic::Finding(finding) = row else { continue };
        let Some(finding) = sight.words.analysis.findings.get(finding) else { continue };
        let selected = sight.selected == Some(at);
        let base = if selected { sight.theme.selected } else { Style::new() };
        let (sign, style) = match finding.severity {
            Severity::Contradiction => ("✗", sight.theme.mark),
            Severity::Doubt => ("?", sight.theme.mark),
            Severity::Note => ("·", Style::new()),
        };
        let marker = if selected { "▸ " } else { "  " };
        let room = usize::from(line.width);
        let x = ink::write(buffer, (line.x, line.y), marker, room, base);
        let x = ink::write(buffer, (x, line.y), sign, usize::from(line.right() - x), style.patch(base));
        let room = usize::from(line.right().saturating_sub(x + 1));
        let text = format!(" {}", truncate::cut(&finding.sentence, room));
        ink::write(buffer, (x, line.y), &text, room + 1, base);
    }
    let below = sight.area.rows().skip(sight.rows.len().saturating_sub(sight.top));
    for (held, line) in sight.words.analysis.held.iter().zip(below) {
        let text = truncate::cut(&format!("  ✓ {}", held.sentence), usize::from(line.width));
        ink::write(buffer, (line.x, line.y), &text, usize::from(line.width), Style::new());
    }
}
