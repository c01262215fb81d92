//! The line at the bottom: the keys that matter here, from the table of bindings.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;

use super::{Theme, fit};
use crate::dashboard::{Action, App, BINDINGS, Binding, Context, Layer};

pub fn render(app: &App, theme: &Theme, area: Rect, buffer: &mut Buffer) {
    let found = found(app);
    let mut hints: Vec<(&str, &str)> = match app.context() {
        Context::Typing if app.view().layers.last() == Some(&Layer::Find) => {
            vec![("Enter", "keep"), ("Esc", "leave")]
        }
        Context::Typing => vec![("Enter", "do it"), ("Esc", "leave")],
        Context::Command => BINDINGS
            .iter()
            .filter(|binding| is_of_use(app, binding))
            .filter_map(|binding| binding.hint.map(|(keys, word)| (keys, worded(app, binding, word))))
            .collect(),
    };
    let width = |(keys, word): &(&str, &str)| fit::width(keys) + fit::width(word) + 3;
    let room = usize::from(area.width).saturating_sub(fit::width(&found));
    // The ways out and the help are given up last.
    let is_needed = |(keys, _): &(&str, &str)| ["Esc", "?", "q"].contains(keys);
    while hints.iter().map(width).sum::<usize>() > room {
        let Some(least) = hints.iter().rposition(|hint| !is_needed(hint)) else { break };
        hints.remove(least);
    }
    let spans = hints.iter().flat_map(|(keys, word)| {
        [Span::raw(" "), Span::styled(*keys, theme.term), Span::styled(format!(" {word} "), Style::new())]
    });
    std::iter::once(Span::styled(found, theme.title)).chain(spans).collect::<Line>().render(area, buffer);
}

/// What rows are found by and how many are; nothing where all are shown.
fn found(app: &App) -> String {
    let typing = app.view().layers.last() == Some(&Layer::Find);
    if app.view().find.is_empty() && !typing {
        return String::new();
    }
    let (shown, all) = app.hits();
    let caret = if typing { "▏" } else { "" };
    format!(" /{}{caret} {shown} of {all} ", fit::cut(&app.view().find, 20))
}

/// The word for a key, where it depends on what is.
fn worded(app: &App, binding: &Binding, word: &'static str) -> &'static str {
    let is_mouse = binding.keys.iter().any(|(_, action)| *action == Action::Mouse);
    if is_mouse && app.mouse() { "mouse is on" } else { word }
}

/// Whether a key would do something on the present screen.
fn is_of_use(app: &App, binding: &Binding) -> bool {
    let top = app.view().layers.last();
    let panes = matches!(top, None | Some(Layer::Zoom));
    let reading = matches!(top, Some(Layer::Reading { .. }));
    binding.keys.iter().any(|(_, action)| match action {
        Action::Open | Action::Pin => panes || reading,
        Action::NextPane
        | Action::PreviousPane
        | Action::Zoom
        | Action::Sort
        | Action::Reverse
        | Action::Find
        | Action::NextHit
        | Action::PreviousHit => panes,
        Action::Unit => app.words().currencies().len() > 1,
        Action::Back => top.is_some() || !app.view().find.is_empty() || app.view().pinned.is_some(),
        Action::Go(_)
        | Action::Focus(_)
        | Action::Help
        | Action::Palette
        | Action::Address
        | Action::Type(_)
        | Action::Erase
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
