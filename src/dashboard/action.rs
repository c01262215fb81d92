//! What a person wants, whichever key said so, and what came of it.

use ratatui::layout::Size;

/// How far to go through rows or lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Step {
    Previous,
    Next,
    PageUp,
    PageDown,
    First,
    Last,
}

/// An intent; past the bindings nobody knows which key it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// Go through the rows of the focused pane, or the lines of what is open.
    Go(Step),
    /// Focus the pane before this one; with something open, open the row before this one.
    PreviousPane,
    /// Focus the pane after this one; with something open, open the row after this one.
    NextPane,
    /// Focus the pane with this number, from 0.
    Focus(usize),
    /// Open the selected row, or follow the selected line to its figure.
    Open,
    /// Give the focused pane the whole screen, or take it back.
    Zoom,
    /// Go back to where one came from.
    Back,
    /// Show or hide the help.
    Help,
    /// The screen has this size now.
    Resize(Size),
    /// Paint everything again.
    Repaint,
    /// Leave the screen to the shell until called back.
    Suspend,
    /// Leave.
    Quit,
}

/// What an action came to, for the one who draws.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// Nothing to draw.
    Unchanged,
    /// There is something new to draw.
    Changed,
    /// Everything is to be drawn, whatever the terminal is believed to show.
    Repaint,
    /// Leave the screen until called back.
    Suspend,
    /// The end.
    Quit,
}
