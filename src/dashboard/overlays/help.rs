//! The help: the bindings, from the table that input uses, and the legend of marks.

use super::rules::{Keyed, OverlayRules};
use crate::dashboard::action::Action;
use crate::dashboard::app::App;
use crate::dashboard::appearance::{Appearance, Rising, ThemeName};
use crate::dashboard::cursor::Cursor;
use crate::dashboard::input::{Binding, bindings_of};
use crate::dashboard::line_editor::Typed;
use crate::dashboard::text_line::TextLine;
use crate::text::{truncate, wrap};
use crate::wording::GLOSSARY;

/// The width of keys and marks.
const TERMS: usize = 17;
/// In fewer columns, the description of a key goes below it.
const NARROW: u16 = 46;
/// Blank columns between keys and marks.
const GAP: u16 = 2;

/// From this width on, the marks go next to the keys.
const TWO_COLUMNS: u16 = 110;

/// The help, open.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Help {
    /// The scroll position.
    pub cursor: Cursor,
}

impl Keyed for Help {
    const WORDS: Option<&'static str> = Some("help");
    const SYNONYMS: &'static str = "keys shortcuts manual legend marks ?";

    fn over(_app: &App) -> Option<Self> {
        Some(Self::default())
    }
}

impl OverlayRules for Help {
    fn title(&self, _app: &App, room: usize) -> Typed {
        Typed { text: truncate::cut("Help", room), caret: None }
    }

    fn lines(&self, app: &App, width: u16) -> Vec<TextLine> {
        if width < TWO_COLUMNS {
            let mut lines = keys(app, width);
            lines.push(TextLine::default());
            lines.extend(marks(width));
            return lines;
        }
        let left = width * 3 / 5;
        let (keys, marks) = (keys(app, left - GAP), marks(width - left));
        let text =
            |lines: &[TextLine], at: usize| lines.get(at).map_or_else(String::new, |line| line.text.clone());
        let line =
            |at: usize| TextLine::new(truncate::left(&text(&keys, at), left.into()) + &text(&marks, at));
        (0..keys.len().max(marks.len())).map(line).collect()
    }

    fn cursor(&self) -> Option<Cursor> {
        Some(self.cursor)
    }

    fn cursor_mut(&mut self) -> Option<&mut Cursor> {
        Some(&mut self.cursor)
    }

    fn selects_lines(&self) -> bool {
        false
    }

    fn in_address(&self, _app: &App) -> Option<String> {
        Some("help".to_owned())
    }
}

/// Every permitted key, with what it does and if that is possible now.
fn keys(app: &App, width: u16) -> Vec<TextLine> {
    let does = |binding: &Binding| {
        let note = match does_nothing(app, binding) {
            false => "",
            true if is_of_talk(binding) => " (not now)",
            true => " (not in this pane)",
        };
        let is_theme = binding.keys.iter().any(|(_, action)| *action == Action::NextTheme);
        let theme = if is_theme { now(app.appearance()) } else { String::new() };
        (binding.keys_in(app.command_mode()), format!("{}{theme}{note}", binding.does))
    };
    let permits = |binding: &&Binding| binding.keys.iter().any(|(_, action)| app.permits(*action));
    let keys = bindings_of(app.command_mode()).filter(permits).map(does);
    let keys = keys.filter(|(keys, _)| !keys.is_empty());
    keys.flat_map(|(keys, does)| help_lines((&keys, TERMS), &does, width)).collect()
}

/// The marks on the screen.
fn marks(width: u16) -> Vec<TextLine> {
    GLOSSARY.into_iter().flat_map(|(mark, meaning)| help_lines((mark, TERMS), meaning, width)).collect()
}

/// The present theme.
fn now(appearance: Appearance) -> String {
    format!("; now {}: {}", appearance.theme.name(), colours(appearance))
}

fn is_of_talk(binding: &Binding) -> bool {
    binding.keys.iter().any(|(_, action)| matches!(action, Action::Talk(_)))
}

/// True if none of the keys would do anything in the focused pane. Going back always does: it closes the help.
fn does_nothing(app: &App, binding: &Binding) -> bool {
    !binding.keys.iter().any(|(_, action)| *action == Action::Back || app.can_in_pane(*action))
}

/// The meaning of the colours of arrows; arrows and signs mean the same without them.
fn colours(appearance: Appearance) -> &'static str {
    match (appearance.theme, appearance.rising) {
        (ThemeName::Mono, Rising::Green) => "no colours, bold arrows fell",
        (ThemeName::Mono, Rising::Red) => "no colours, bold arrows grew",
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

/// A key or mark and its meaning: next to each other, or one below the other in a narrow column.
pub(crate) fn help_lines((term, terms): (&str, usize), text: &str, width: u16) -> Vec<TextLine> {
    if width < NARROW {
        let parts = wrap(text, width.saturating_sub(2)).into_iter();
        return std::iter::once(term.to_owned())
            .chain(parts.map(|part| format!("  {part}")))
            .map(TextLine::new)
            .collect();
    }
    let room = width.saturating_sub(u16::try_from(terms).unwrap_or(u16::MAX));
    let columns = |(at, part): (usize, String)| {
        TextLine::new(truncate::left(if at == 0 { term } else { "" }, terms) + &part)
    };
    wrap(text, room).into_iter().enumerate().map(columns).collect()
}
