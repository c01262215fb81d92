//! Actions that a user can ask for, whichever key they came from, and their outcomes.

use ratatui::layout::{Position, Size};

use super::cursor::Move;
use super::effect::Effect;
use super::input::Key;
use super::line_editor::Edit;
use super::overlays::OverlayKind;
use super::pivot::PivotStep;
use super::talk::TalkAction;

/// Something to do. Only the bindings know which key asked for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// Moves through the rows of the focused pane, or the lines of what is open.
    Go(Move),
    /// Focuses the previous pane; with a figure or finding open, opens the previous row.
    PreviousPane,
    /// Focuses the next pane; with a figure or finding open, opens the next row.
    NextPane,
    /// Focuses the pane with this number, from 0.
    Focus(usize),
    /// Focuses the previous pane; in an open figure or finding, selects the previous link.
    TabBack,
    /// Focuses the next pane; in an open figure or finding, selects the next link.
    Tab,
    /// Opens the selected row, follows the selected line, or accepts what was typed.
    Open,
    /// Gives the focused pane the whole screen, or undoes that.
    Zoom,
    /// Closes what is open; with nothing open, undoes zoom, search and comparison one by one.
    Back,
    /// Opens an overlay, or closes it.
    Show(OverlayKind),
    /// Edits what is being typed.
    Edit(Edit),
    /// Replaces the file whose name was found taken.
    Overwrite,
    /// Selects the next row across all panes.
    NextHit,
    /// Selects the previous row across all panes.
    PreviousHit,
    /// Sorts the rows of the focused pane by the next of source order, value and name.
    Sort,
    /// Reverses the order of the rows of the focused pane.
    Reverse,
    /// Compares all rows with the selected one, or stops doing so.
    Compare,
    /// Shows money in the next currency, or as published.
    Unit,
    /// On a draft: goes back to the review, to the sentence of the row.
    Sentence,
    /// Puts the selected row, or an open address, on the clipboard.
    CopyRow,
    /// Puts the focused pane on the clipboard.
    CopyPane,
    /// Switches to the next theme.
    NextTheme,
    /// Shows the other bundled dataset as it was left.
    OtherDataset,
    /// Gives the mouse to the dashboard, or back to the terminal, which uses it to select text.
    Mouse,
    /// Focuses and selects whatever is in this cell.
    Click(Position),
    /// Moves through the rows of whatever is in this cell.
    Wheel(Move, Position),
    /// Fits the dashboard to a screen of this size.
    Resize(Size),
    /// Redraws everything.
    Repaint,
    /// Leaves the screen to the shell until it resumes the program.
    Suspend,
    /// Asks another question about the table that is shown.
    Pivot(PivotStep),
    /// An action for a talk, not for the dashboard.
    Talk(TalkAction),
    /// Closes what is open; with nothing open, ends the program.
    Leave,
    /// Ends the program.
    Quit,
}

impl Action {
    /// Its words in the palette; `None` for an action that cannot be chosen there.
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
            Self::Zoom => "zoom the pane, or show all panes again",
            Self::Back => "go back",
            Self::Show(kind) => return kind.words(),
            Self::Talk(action) => return action.words(),
            Self::Pivot(step) => step.words(),
            Self::NextTheme => "the next theme",
            Self::OtherDataset => "go to the other bundled dataset, or back",
            Self::Mouse => "let the mouse click and scroll, or leave it to the terminal",
            Self::NextHit => "next row of all panes",
            Self::PreviousHit => "previous row of all panes",
            Self::Sort => "sort by the next of source order, value, name",
            Self::Reverse => "reverse the order",
            Self::Compare => "compare with the selected row, or stop comparing",
            Self::Unit => "show money in another currency",
            Self::Sentence => "back to the draft, at the sentence of the row",
            Self::CopyRow => "copy the row, or the citation of an open figure",
            Self::CopyPane => "copy the pane",
            Self::Repaint => "redraw",
            Self::Suspend => "suspend",
            Self::Quit => "quit",
            Self::Tab
            | Self::TabBack
            | Self::Leave
            | Self::Focus(_)
            | Self::Edit(_)
            | Self::Overwrite
            | Self::Click(_)
            | Self::Wheel(..)
            | Self::Resize(_) => return None,
        })
    }

    /// Other words by which the palette finds it.
    #[must_use]
    pub fn synonyms(self) -> &'static str {
        match self {
            Self::Show(kind) => kind.synonyms(),
            Self::Open => "details source proof verdict quote",
            Self::Zoom => "maximise enlarge full screen larger",
            Self::Back => "close undo cancel",
            Self::NextTheme => "colours colors dark light contrast appearance background",
            Self::Mouse => "pointer select text",
            Self::Sort => "order rank largest smallest alphabet",
            Self::Reverse => "sort ascending descending",
            Self::Compare => "difference distance versus against",
            Self::Unit => "currency unit convert dollars yuan exchange rate",
            Self::Sentence => "article review text",
            Self::CopyRow => "clipboard yank cite quote quotation",
            Self::CopyPane => "clipboard yank table",
            Self::Repaint => "refresh repaint clear",
            Self::Suspend => "background shell",
            Self::Quit => "exit leave close end",
            Self::NextHit | Self::PreviousHit => "search match",
            Self::OtherDataset => "bundled context dataset file",
            Self::Pivot(_) => "table",
            Self::Go(_)
            | Self::PreviousPane
            | Self::NextPane
            | Self::TabBack
            | Self::Tab
            | Self::Focus(_)
            | Self::Edit(_)
            | Self::Overwrite
            | Self::Click(_)
            | Self::Wheel(..)
            | Self::Resize(_)
            | Self::Talk(_)
            | Self::Leave => "",
        }
    }
}

/// Something that happened at the terminal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// A key was pressed.
    Key(Key),
    /// Escape and a key arrived together: a chord with Alt if it edits the line that is being typed, as in a shell. The loop
    /// makes two keys of all others, which a slow connection has joined.
    AfterEscape(Key),
    /// Text was pasted.
    Paste(String),
    /// The left button was pressed on this cell.
    Click(Position),
    /// The wheel was turned over this cell.
    Wheel(Move, Position),
    /// The screen now has this size.
    Resize(Size),
}

/// The outcome of an action, for the loop that draws.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// Nothing to draw.
    Unchanged,
    /// Draw: something has changed.
    Changed,
    /// Draw everything, whatever the terminal is believed to show.
    Repaint,
    /// Carry out an effect, and draw if needed; [`App::answer`](super::App::answer) takes the answer.
    Perform(Effect),
    /// An action for a talk, to be handled by the program around the dashboard.
    Talk(TalkAction),
    /// End the program.
    Quit,
}
