//! The help: the bindings, from the table that input uses, and the legend of the marks.

use super::OverlayRules;
use crate::dashboard::action::Action;
use crate::dashboard::app::App;
use crate::dashboard::appearance::{Appearance, Rising, ThemeName};
use crate::dashboard::cursor::Cursor;
use crate::dashboard::input::{Binding, bindings_of};
use crate::dashboard::line_editor::Typed;
use crate::dashboard::text_line::TextLine;
use crate::text::{truncate, wrap};

/// Columns of the keys.
const KEYS_WIDTH: u16 = 20;
/// In fewer columns, what a key does stands below it.
const NARROW: u16 = 60;

/// The marks on the screen and what they mean.
const LEGEND: [(&str, &str); 9] = [
    ("▴ ▾", "grew, fell; the sign before the number says the same"),
    (
        "V",
        "unvalidated: printed so, but not to be relied on; E estimated, F forecast, P provisional, B break",
    ),
    ("c", "converted at the rate that the source's own figures imply"),
    ("✗", "cannot be true next to another figure; open it to see why"),
    ("? · ✓", "among the checks: true only under an assumption, worth knowing, holds"),
    ("(derived)", "follows from published figures; open it for formula, inputs and rounding"),
    ("not published", "the source gives no number; never zero"),
    ("no value published", "the source names it without a number"),
    ("┊", "the reference of a ranking, at its own length"),
];

/// The help, open.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Help {
    /// How far it is scrolled.
    pub cursor: Cursor,
}

impl OverlayRules for Help {
    fn title(&self, _app: &App, room: usize) -> Typed {
        Typed { text: truncate::cut("Help", room), caret: None }
    }

    fn lines(&self, app: &App, width: u16) -> Vec<TextLine> {
        let does = |binding: &Binding| {
            let note = match does_nothing(app, binding) {
                false => "",
                true if is_of_talk(binding) => " (not now)",
                true => " (not in this pane)",
            };
            (binding.keys_in(app.command_mode()), format!("{}{note}", binding.does))
        };
        let own = |(term, text): (&str, &str)| (term.to_owned(), text.to_owned());
        let appearance = app.appearance();
        let theme = [("", ""), ("theme", appearance.theme.name()), ("", colours(appearance))];
        let (blank, theme) = theme.split_at(1);
        let permits = |binding: &&Binding| binding.keys.iter().any(|(_, action)| app.permits(*action));
        let keys = bindings_of(app.command_mode()).filter(permits).map(does);
        let keys = keys.filter(|(keys, _)| !keys.is_empty());
        let rest = blank.iter().chain(&LEGEND).chain(theme).copied().map(own);
        keys.chain(rest).flat_map(|(term, text)| help_lines(&term, &text, width)).collect()
    }

    fn can(&self, _app: &App, _action: Action) -> bool {
        false
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

fn is_of_talk(binding: &Binding) -> bool {
    binding.keys.iter().any(|(_, action)| matches!(action, Action::Talk(_)))
}

/// True if none of the keys would do anything in the focused pane. Going back does: it closes the help.
fn does_nothing(app: &App, binding: &Binding) -> bool {
    !binding.keys.iter().any(|(_, action)| *action == Action::Back || app.can_in_pane(*action))
}

/// The meaning of the arrows' colours; arrows and signs mean the same without them.
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

/// A key or mark and its meaning: next to each other, or one below the other where it is narrow.
pub(crate) fn help_lines(term: &str, text: &str, width: u16) -> Vec<TextLine> {
    if width < NARROW {
        let parts = wrap(text, width.saturating_sub(2)).into_iter();
        return std::iter::once(term.to_owned())
            .chain(parts.map(|part| format!("  {part}")))
            .map(TextLine::new)
            .collect();
    }
    let columns = |(at, part): (usize, String)| {
        let term = if at == 0 { term } else { "" };
        TextLine::new(format!("{term:room$}{part}", room = usize::from(KEYS_WIDTH)))
    };
    wrap(text, width.saturating_sub(KEYS_WIDTH)).into_iter().enumerate().map(columns).collect()
}
