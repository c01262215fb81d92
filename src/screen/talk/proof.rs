//! A proof, line by line, with the range that a line says as a bar below it, and where its figures come from. If all of
//! it is shown at once, the finding itself stands there as large as there is room for.
//!
//! ```text
//!    exports 2022 = 246.57 / 1.232 = 200.05 to 200.22 bn CNY
//!    ▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▓▓▓┤
//!
//!  ▸ imports 2022 = total − exports = −11.74 to −10.30 bn CNY, below zero
//!
//!  from Global Times, 2024-02-07, ¶1 and ¶2
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::dashboard::{App, Topic};
use crate::screen::{Theme, cells, lead, picture};
use crate::stage::ShownProof;
use crate::text::{hanging, truncate};
use crate::wording::{Entry, Picture};

/// Columns of the margin and the marker.
const MARGIN: u16 = 3;
/// The most empty lines between two lines of the proof.
const MOST_GAP: usize = 2;

pub fn render(app: &App, theme: &Theme, (proof, area): (ShownProof, Rect), buffer: &mut Buffer) {
    let ShownProof { topic, entries, shown, is_at_once, line: pointed } = proof;
    let lines = Rect { height: area.height.saturating_sub(1), ..area };
    if is_at_once && lead::render_alone(app, theme, lines, buffer) {
        return source(app, topic, (area, shown), buffer);
    }
    let width = lines.width.saturating_sub(MARGIN + 2);
    let texts: Vec<Vec<String>> = entries.iter().map(|entry| wrapped(entry, width)).collect();
    let needed: usize = texts.iter().map(Vec::len).sum();
    // Laid out for all of them, so that none moves when one comes.
    let free = usize::from(lines.height).saturating_sub(needed);
    let gap = (free / entries.len().max(1)).min(MOST_GAP);
    let first = first_in_view(&texts[..shown.min(texts.len())], (pointed, gap), usize::from(lines.height));
    let picture = picture_of(app, topic);
    let mut rows = lines.rows();
    for (at, text) in texts.iter().enumerate().take(shown).skip(first) {
        let is_pointed = at == pointed && shown > 1;
        for (part, line) in text.iter().enumerate() {
            let Some(place) = rows.next() else { return source(app, topic, (area, shown), buffer) };
            if part == 0 && is_pointed {
                cells::write(buffer, (place.x + 1, place.y), "▸", 1, Style::new());
            }
            let style = if is_pointed { theme.title } else { Style::new() };
            cells::write(buffer, (place.x + MARGIN, place.y), line, usize::from(width), style);
        }
        for (by, place) in rows.by_ref().take(gap).enumerate() {
            if let Some(picture) = picture.as_ref().filter(|_| by == 0) {
                let place = Rect { x: place.x + MARGIN, width, ..place };
                picture::render_range(picture, &entries[at].text, theme, place, buffer);
            }
        }
    }
    source(app, topic, (area, shown), buffer);
}

/// The picture of a finding.
fn picture_of(app: &App, topic: Topic) -> Option<Picture> {
    let Topic::Finding(at) = topic else { return None };
    let words = app.words().as_published();
    words.picture(words.analysis.findings.get(at)?)
}

fn wrapped(entry: &Entry, width: u16) -> Vec<String> {
    let texts = std::iter::once(entry.text.as_str()).chain(entry.aside.as_deref());
    texts.flat_map(|text| hanging(text, width)).collect()
}

/// The first line to show, so that the one that is pointed at is in view.
fn first_in_view(texts: &[Vec<String>], (pointed, gap): (usize, usize), height: usize) -> usize {
    let mut used = 0;
    let last = pointed.min(texts.len().saturating_sub(1));
    let fits = |at: &usize| {
        used += texts[*at].len() + gap;
        used <= height + gap
    };
    (0..=last).rev().filter(|at| *at < texts.len()).take_while(fits).last().unwrap_or(last)
}

/// Where the figures of the proof come from, once something of it is shown.
fn source(app: &App, topic: Topic, (area, shown): (Rect, usize), buffer: &mut Buffer) {
    let from = app.words().sources_of(topic);
    if shown > 0 && !from.is_empty() && area.height > 1 {
        let room = usize::from(area.width.saturating_sub(2));
        let text = truncate::cut(&format!("from {from}"), room);
        cells::write(buffer, (area.x + 1, area.bottom() - 1), &text, room, Style::new());
    }
}
