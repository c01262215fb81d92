//! What a person wants, whichever key said so, and what came of it.

use ratatui::layout::{Position, Size};

use super::effect::Effect;
use super::input::Key;

/// How far to go through rows or lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Move {
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
    Go(Move),
    /// Focus the pane before this one; with a figure or finding open, open the row before this one.
    PreviousPane,
    /// Focus the pane after this one; with a figure or finding open, open the row after this one.
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
    /// Type a word that rows are found by.
    Find,
    /// Appearance for an action by its words.
    Palette,
    /// Show what is looked at as text.
    Address,
    /// Add a letter to what is being typed.
    Type(char),
    /// Take the last letter away from what is being typed.
    Erase,
    /// Take away all that is being typed.
    Clear,
    /// Write over the file that is there.
    Overwrite,
    /// To the next row of all panes.
    NextHit,
    /// To the previous row of all panes.
    PreviousHit,
    /// Order the rows of the focused pane by the next of source order, value and name.
    Sort,
    /// Turn the order of the rows of the focused pane round.
    Reverse,
    /// Compare all rows with the selected one, or with none.
    Compare,
    /// Show money in the next currency, or as published.
    Unit,
    /// Put the selected row on the clipboard; or what is shown as text.
    CopyRow,
    /// Put the focused pane on the clipboard.
    CopyPane,
    /// Name a file to write the focused pane to.
    Export,
    /// The next theme.
    NextTheme,
    /// Let the mouse do things, or leave it to the terminal, where it selects text.
    Mouse,
    /// Focus and select what is on this cell.
    Click(Position),
    /// Go through the rows of what is on this cell.
    Wheel(Move, Position),
    /// The screen has this size now.
    Resize(Size),
    /// Paint everything again.
    Repaint,
    /// Leave the screen to the shell until called back.
    Suspend,
    /// Leave.
    Quit,
}

impl Action {
    /// What it does, in the words of the palette; nothing for what cannot be chosen there.
    #[must_use]
    pub fn words(self) -> Option<&'static str> {
        Some(match self {
            Self::Go(Move::Previous) => "previous row",
            Self::Go(Move::Next) => "next row",
            Self::Go(Move::PageUp) => "a page up",
            Self::Go(Move::PageDown) => "a page down",
            Self::Go(Move::First) => "first row",
            Self::Go(Move::Last) => "last row",
            Self::PreviousPane => "previous pane",
            Self::NextPane => "next pane",
            Self::Open => "open the selected row",
            Self::Zoom => "zoom the pane, or take it back",
            Self::Back => "go back",
            Self::Help => "help",
            Self::NextTheme => "the next theme",
            Self::Mouse => "let the mouse click and scroll, or leave it to the terminal",
            Self::Find => "find rows",
            Self::NextHit => "next row of all panes",
            Self::PreviousHit => "previous row of all panes",
            Self::Sort => "sort by the next of source order, value, name",
            Self::Reverse => "reverse the order",
            Self::Compare => "compare with the selected row, or with none",
            Self::Unit => "show money in the next currency",
            Self::CopyRow => "copy the row",
            Self::CopyPane => "copy the pane",
            Self::Export => "write the pane to a file",
            Self::Address => "show this view as text",
            Self::Repaint => "paint the screen again",
            Self::Suspend => "leave the screen to the shell",
            Self::Quit => "quit",
            Self::Focus(_)
            | Self::Palette
            | Self::Type(_)
            | Self::Erase
            | Self::Clear
            | Self::Overwrite
            | Self::Click(_)
            | Self::Wheel(..)
            | Self::Resize(_) => return None,
        })
    }
}

/// Something that happened at the terminal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// A key was pressed.
    Key(Key),
    /// Text was pasted.
    Paste(String),
    /// The left button was pressed on this cell.
    Click(Position),
    /// The wheel was turned over this cell.
    Wheel(Move, Position),
    /// The screen has this size now.
    Resize(Size),
}

/// What an action came to, for the one who draws.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// Nothing to draw.
    Unchanged,
    /// There is something new to draw.
    Changed,
    /// Everything is to be drawn, whatever the terminal is believed to show.
    Repaint,
    /// There is something to do outside, and perhaps something new to draw; [`App::answer`](super::App::answer) takes
    /// what came of it.
    Perform(Effect),
    /// The end.
    Quit,
}
