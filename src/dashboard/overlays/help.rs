//! The help: the bindings, from the table that input uses, and the legend of the marks.

use super::detail::TextLine;
use crate::dashboard::appearance::{Appearance, Rising, ThemeName};
use crate::dashboard::input::BINDINGS;
use crate::text::wrap;

/// Columns of the keys.
const KEYS_WIDTH: u16 = 20;
/// Below this width, what the keys do stands under them.
const NARROW: u16 = 60;

/// What the marks on the screen mean.
const LEGEND: [(&str, &str); 9] = [
    ("▴ ▾", "grew, fell; the sign before the number says the same"),
    (
        "V",
        "unvalidated: printed so, but not to be relied on; E estimated, F forecast, P provisional, B break",
    ),
    ("c", "converted at the rate that the source's own figures imply"),
    ("✗", "cannot be true beside another figure; open it to see why"),
    ("? · ✓", "among the checks: true only under an assumption, worth knowing, holds"),
    ("(derived)", "follows from published figures; open it for formula, inputs and rounding"),
    ("not published", "the source gives no number; never zero"),
    ("no value published", "the source names it without a number"),
    ("┊", "the reference of a ranking, at its own length"),
];

/// The help on lines of `width` columns.
pub fn lines(appearance: Appearance, width: u16) -> Vec<TextLine> {
    let keys = BINDINGS.iter().map(|binding| (binding.keys_shown(), binding.does));
    let legend = LEGEND.iter().map(|(mark, meaning)| ((*mark).to_owned(), *meaning));
    let colours = [("theme", appearance.theme.name()), ("", colours(appearance))]
        .map(|(term, text)| (term.to_owned(), text));
    let blank = std::iter::once((String::new(), ""));
    keys.chain(blank)
        .chain(legend)
        .chain(colours)
        .flat_map(|(term, text)| entry(&term, text, width))
        .collect()
}

/// What the colours of the arrows mean; arrows and signs mean the same without them.
fn colours(appearance: Appearance) -> &'static str {
    match (appearance.theme, appearance.rising) {
        (ThemeName::Mono, _) => "no colours",
        (ThemeName::Ansi, Rising::Green) => "red arrows fell",
        (ThemeName::Ansi, Rising::Red) => "red arrows grew",
        (ThemeName::ColourBlind, Rising::Green) => "blue arrows grew, orange ones fell",
        (ThemeName::ColourBlind, Rising::Red) => "orange arrows grew, blue ones fell",
        (ThemeName::Light | ThemeName::Dark | ThemeName::HighContrast, Rising::Green) => {
            "green arrows grew, red ones fell"
        }
        (ThemeName::Light | ThemeName::Dark | ThemeName::HighContrast, Rising::Red) => {
            "red arrows grew, green ones fell"
        }
    }
}

/// Keys or mark and what they mean: beside each other, or under each other where that would be narrow.
fn entry(term: &str, text: &str, width: u16) -> Vec<TextLine> {
    let line = |text: String| TextLine { term: String::new(), text, topic: None };
    if width < NARROW {
        let parts = wrap(text, width.saturating_sub(2));
        return std::iter::once(line(term.to_owned()))
            .chain(parts.into_iter().map(|part| line(format!("  {part}"))))
            .collect();
    }
    let parts = wrap(text, width.saturating_sub(KEYS_WIDTH));
    let columns = |(at, part): (usize, String)| {
        line(format!("{:room$}{part}", if at == 0 { term } else { "" }, room = usize::from(KEYS_WIDTH)))
    };
    parts.into_iter().enumerate().map(columns).collect()
}
