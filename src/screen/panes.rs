//! How each kind of pane is drawn, one file each: its rows, inside the border that all panes have.

use ratatui::buffer::Buffer;

use super::viewport::Viewport;
use crate::dataset::{Pane, PaneKind, pane_kinds};

macro_rules! render {
    ($($what:literal, $kind:ident, $code:literal, $file:ident;)*) => {
        $(mod $file;)*

        /// Draws the rows of a pane by its kind.
        pub fn render(viewport: &Viewport, pane: &Pane, buffer: &mut Buffer) {
            match pane.kind {
                $(PaneKind::$kind => $file::render(viewport, pane, buffer)),*
            }
        }
    };
}
pane_kinds!(render);
