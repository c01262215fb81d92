//! The line at the bottom: the keys that matter here, from the table of bindings.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::{Theme, cells};
use crate::dashboard::{Action, App, BINDINGS, Binding, CARET, KeyMode};
use crate::text::truncate;

pub fn render(app: &App, theme: &Theme, area: Rect, buffer: &mut Buffer) {
    let mut hints: Vec<(&str, &str)> = match app.key_mode() {
        KeyMode::Typing if app.is_finding() => {
            vec![("Enter", "keep"), ("Esc", "leave")]
        }
        KeyMode::Typing => match app.file() {
            Some((_, true)) => vec![("Tab", "write over it"), ("Ctrl-U", "clear"), ("Esc", "leave")],
            Some((_, false)) => vec![("Enter", "write"), ("Ctrl-U", "clear"), ("Esc", "leave")],
            None => vec![("Enter", "do it"), ("Esc", "leave")],
        },
        KeyMode::Command => BINDINGS
            .iter()
            .filter(|binding| is_of_use(app, binding))
            .filter_map(|binding| binding.hint.map(|(keys, word)| (keys, worded(app, binding, word))))
            .collect(),
    };
    let said = said(app, usize::from(area.width));
    let room = usize::from(area.width).saturating_sub(truncate::width(&said));
    // The ways out and the help are given up last, and of these the help; before them the mouse that is on, and before
    // that, where rows are found, the way to the next.
    for (count, next) in [(3, true), (3, false), (2, false), (1, false)] {
        let is_needed = |keys: &str| {
            NEEDED.iter().take(count).any(|needed| *needed == keys)
                || next && keys == "n"
                || count > 1 && keys == "m" && app.mouse()
        };
        while hints.iter().map(width).sum::<usize>() > room {
            let Some(least) = hints.iter().rposition(|(keys, _)| !is_needed(keys)) else { break };
            hints.remove(least);
        }
    }
    let mut x = area.x;
    let mut write = |text: &str, style: Style| {
        x = cells::write(buffer, (x, area.y), text, usize::from(area.right().saturating_sub(x)), style);
    };
    write(&said, theme.title);
    for (keys, word) in hints {
        write(" ", Style::new());
        write(keys, theme.term);
        write(" ", Style::new());
        write(word, Style::new());
        write(" ", Style::new());
    }
}

/// The keys that are in view as long as there is room, the first whatever is said.
const NEEDED: [&str; 3] = ["?", "Esc", "q"];
/// Columns of the first of them with its word.
const HELP_WIDTH: usize = 7;

/// Columns of a key with its word, and the blanks around them.
fn width((keys, word): &(&str, &str)) -> usize {
    truncate::width(keys) + truncate::width(word) + 3
}

/// What is said before the keys: what came of the last one, or what rows are found by.
fn said(app: &App, width: usize) -> String {
    let Some(notice) = app.notice() else { return found(app) };
    let room = width.saturating_sub(HELP_WIDTH + 2);
    let words = notice.words();
    let fitting = words.iter().find(|words| truncate::width(words) <= room).or(words.last());
    fitting.map_or_else(String::new, |words| format!(" {} ", truncate::cut(words, room)))
}

/// What rows are found by and how many are; nothing where all are shown.
fn found(app: &App) -> String {
    let typing = app.is_finding();
    if app.view().find.is_empty() && !typing {
        return String::new();
    }
    let (shown, all) = app.hits();
    let caret = if typing { CARET.to_string() } else { String::new() };
    format!(" /{}{caret} {shown} of {all} ", truncate::cut(&app.view().find, 20))
}

/// The word for a key, where it depends on what is.
fn worded(app: &App, binding: &Binding, word: &'static str) -> &'static str {
    let is_for = |wanted: Action| binding.keys.iter().any(|(_, action)| *action == wanted);
    match app.view().currency {
        _ if is_for(Action::Mouse) && app.mouse() => "mouse is on",
        Some(currency) if is_for(Action::Unit) => currency.code(),
        Some(_) | None => word,
    }
}

/// Whether a key would do something on the present screen.
fn is_of_use(app: &App, binding: &Binding) -> bool {
    let top = app.view().layers.last();
    let panes = app.is_among_panes();
    binding.keys.iter().any(|(_, action)| match action {
        Action::Open => app.leads_on(),
        Action::Compare => app.comparable().is_some(),
        Action::CopyPane | Action::Export => app.shows_pane(),
        Action::CopyRow => app.clip().is_some(),
        Action::NextPane | Action::PreviousPane | Action::Zoom | Action::Find => panes,
        Action::NextHit | Action::PreviousHit => panes && !app.view().find.is_empty(),
        Action::Sort | Action::Reverse => panes && app.is_sortable(app.view().focus),
        Action::Unit => app.shows_pane() && app.words().currencies().len() > 1,
        Action::Back => top.is_some() || !app.view().find.is_empty() || app.view().against.is_some(),
        Action::Go(_) => app.goes_on(),
        Action::Focus(_)
        | Action::Help
        | Action::Palette
        | Action::Address
        | Action::Type(_)
        | Action::Erase
        | Action::Clear
        | Action::Overwrite
        | Action::NextTheme
        | Action::Mouse
        | Action::Click(_)
        | Action::Wheel(..)
        | Action::Resize(_)
        | Action::Repaint
        | Action::Suspend
        | Action::Quit => true,
    })
}
