//! Every kind of screen, for what has to hold on all of them.

use horgos::dashboard::{Action, App, Appearance};
use ratatui::layout::Size;

use crate::screen::{bundled, press};

/// Keys that lead to every kind of screen.
const WAYS: [&str; 12] = ["", "jj", "2jj", "3j", "4", "5", "6j", "2z", "4zG", "<enter>", "6<enter>", "?"];

/// All of them at several sizes.
pub fn screens(appearance: Appearance) -> Vec<(String, App)> {
    let base = bundled(0, 0).with_appearance(appearance);
    let at = |(width, height): (u16, u16)| {
        let base = base.clone();
        WAYS.iter().map(move |keys| {
            let mut app = base.clone();
            app.update(Action::Resize(Size::new(width, height)));
            press(&mut app, keys);
            (format!("{keys:?} at {width}×{height}"), app)
        })
    };
    [(160, 50), (100, 36), (80, 24), (40, 12), (20, 5)].into_iter().flat_map(at).collect()
}
