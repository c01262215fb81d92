//! The line at the bottom: what was said for a moment, or the search, and the keys that matter here.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::{Theme, cells, overlay};
use crate::dashboard::{Action, App, Binding, KeyMode, Notice, Overlay, OverlayKind, Typed, bindings_of};
use crate::dataset::Bundled;
use crate::text::truncate;

/// A key in short, and a word for what it does.
type Hint = (&'static str, &'static str);

/// The keys that stay longest, the first of them whatever is said.
const NEEDED: [&str; 3] = ["?", "Esc", "q"];
/// Columns of the first of them with its word.
const HELP_WIDTH: usize = 7;
/// Columns of the search.
const FIND_WIDTH: usize = 20;

pub fn render(app: &App, theme: &Theme, area: Rect, buffer: &mut Buffer) {
    let Typed { text: said, caret } = said(app, usize::from(area.width));
    let room = usize::from(area.width).saturating_sub(truncate::width(&said));
    let mut x = area.x;
    let mut write = |text: &str, style: Style| {
        x = cells::write(buffer, (x, area.y), text, usize::from(area.right().saturating_sub(x)), style);
    };
    write(&said, theme.title);
    let mut hints = hints(app);
    if matches!(app.notice(), Some(Notice::Hint(_))) {
        hints.retain(|(keys, _)| !names(&said, keys));
    }
    for (keys, word) in within(app, hints, room) {
        write(" ", Style::new());
        write(keys, theme.term);
        write(" ", Style::new());
        write(word, Style::new());
        write(" ", Style::new());
    }
    overlay::caret(caret, (area.x, area.y), buffer);
}

/// The keys that do something here, the more important first.
fn hints(app: &App) -> Vec<Hint> {
    if app.key_mode() == KeyMode::Typing {
        let rules = app.view().overlays.last().map(Overlay::rules);
        let hints = rules.map_or(&[][..], |rules| rules.typing_hints()).iter();
        return hints.filter(|(.., action)| app.can(*action)).map(|(keys, word, _)| (*keys, *word)).collect();
    }
    let useful = bindings_of(app.command_mode())
        .filter(|binding| binding.keys.iter().any(|(_, action)| is_useful(app, *action)));
    useful.filter_map(|binding| binding.hint.map(|(keys, word)| (keys, worded(app, binding, word)))).collect()
}

/// True if a key is worth naming: it does something, and does here what its word says. The key of a page that is open closes
/// it, which Esc says better.
fn is_useful(app: &App, action: Action) -> bool {
    let is_open = |kind: OverlayKind| app.view().overlays.last().is_some_and(|overlay| kind.is_open(overlay));
    let is_of_panes =
        matches!(action, Action::Leave | Action::Quit | Action::Show(OverlayKind::Find) | Action::Talk(_));
    let is_of_warnings = matches!(action, Action::Show(OverlayKind::Warnings));
    let is_of_datasets = matches!(action, Action::OtherDataset);
    let is_of_search = matches!(action, Action::NextHit | Action::PreviousHit);
    (!is_of_panes || app.view().overlays.is_empty())
        && (!is_of_datasets || is_of_other_reports(app))
        && (!is_of_search || !app.view().find.is_empty())
        && (!is_of_warnings || !app.warnings().is_empty())
        && !matches!(action, Action::Show(kind) if kind != OverlayKind::Help && is_open(kind))
        && app.can(action)
}

/// True while the second bundled dataset is shown: from the first one others are reached by what they say of its figures.
fn is_of_other_reports(app: &App) -> bool {
    app.words().dataset.bundled == Some(Bundled::Context) && app.view().overlays.is_empty()
}

/// The hints that fit. The ways out and the help go last, and of these the help; before them the mouse that is on, and
/// before that the ways to warnings, to the other dataset and, in a search, to the next hit.
fn within(app: &App, mut hints: Vec<Hint>, room: usize) -> Vec<Hint> {
    let mut used: usize = hints.iter().map(width).sum();
    for (count, next) in [(3, true), (3, false), (2, false), (1, false)] {
        let is_needed = |keys: &str| {
            NEEDED.iter().take(count).any(|needed| *needed == keys)
                || next && keys == "n"
                || count > 1 && (keys == "m" && app.mouse() || ["W", "D", "B"].contains(&keys))
        };
        while used > room {
            let Some(least) = hints.iter().rposition(|(keys, _)| !is_needed(keys)) else { break };
            used -= width(&hints.remove(least));
        }
    }
    hints
}

/// True if a sentence has said already what a key does.
fn names(sentence: &str, key: &str) -> bool {
    sentence.split([' ', ':', ',', ';']).any(|word| word == key)
}

/// Columns of a hint with the blanks around it.
fn width((keys, word): &Hint) -> usize {
    truncate::width(keys) + truncate::width(word) + 3
}

/// The text before the keys: the result of the last one, or the search.
fn said(app: &App, width: usize) -> Typed {
    let Some(notice) = app.notice() else { return search(app) };
    let room = width.saturating_sub(HELP_WIDTH + 2);
    let words = notice.words();
    let fitting = words.iter().find(|words| truncate::width(words) <= room).or(words.last());
    let text = fitting.map_or_else(String::new, |words| format!(" {} ", truncate::cut(words, room)));
    Typed { text, caret: None }
}

/// The search and how many rows it finds; nothing while all rows are shown.
fn search(app: &App) -> Typed {
    let (shown, all) = app.hits();
    let typed = match app.view().overlays.last().filter(|_| app.is_finding()) {
        // The caret at the end of the line takes a column as well.
        Some(find) => find.rules().title(app, FIND_WIDTH + 1),
        None if app.view().find.is_empty() => return Typed::default(),
        None => Typed { text: truncate::cut(&app.view().find, FIND_WIDTH), caret: None },
    };
    let caret = typed.caret.map(|column| column + 2);
    Typed { text: format!(" /{} {shown} of {all} ", typed.text), caret }
}

/// The word for a key, if it depends on the view.
fn worded(app: &App, binding: &Binding, word: &'static str) -> &'static str {
    let is_for = |wanted: Action| binding.keys.iter().any(|(_, action)| *action == wanted);
    match app.view().currency {
        _ if is_for(Action::Mouse) && app.mouse() => "mouse is on",
        _ if is_for(Action::Tab) && !app.view().overlays.is_empty() => "link",
        Some(currency) if is_for(Action::Unit) => currency.code(),
        Some(_) | None => word,
    }
}
