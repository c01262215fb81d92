//! The line at the bottom: the keys that matter here, from the table of bindings.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;

use super::{Theme, fit};
use crate::dashboard::{Action, App, BINDINGS, Binding, Layer};

pub fn render(app: &App, theme: &Theme, area: Rect, buffer: &mut Buffer) {
    let mut hints: Vec<(&str, &str)> = BINDINGS
        .iter()
        .filter(|binding| is_of_use(app, binding))
        .filter_map(|binding| binding.hint)
        .collect();
    let width = |(keys, word): &(&str, &str)| fit::width(keys) + fit::width(word) + 3;
    while hints.iter().map(width).sum::<usize>() > usize::from(area.width) && hints.len() > 2 {
        hints.remove(hints.len() - 3);
    }
    let spans = hints.iter().flat_map(|(keys, word)| {
        [Span::raw(" "), Span::styled(*keys, theme.term), Span::styled(format!(" {word} "), Style::new())]
    });
    spans.collect::<Line>().render(area, buffer);
}

/// Whether a key would do something on the present screen.
fn is_of_use(app: &App, binding: &Binding) -> bool {
    let top = app.view().layers.last();
    binding.keys.iter().any(|(_, action)| match action {
        Action::NextPane | Action::PreviousPane => !matches!(top, Some(Layer::Help { .. })),
        Action::Open => !matches!(top, Some(Layer::Help { .. })),
        Action::Zoom => matches!(top, None | Some(Layer::Zoom)),
        Action::Back => top.is_some(),
        Action::Go(_)
        | Action::Focus(_)
        | Action::Help
        | Action::Resize(_)
        | Action::Repaint
        | Action::Suspend
        | Action::Quit => true,
    })
}
