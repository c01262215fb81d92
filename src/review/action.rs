//! Everything that a person can do with a draft, whichever key asks for it.

use crate::dashboard::{Edit, Move};
use crate::dataset::Facet;

/// Something to do in a review.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReviewAction {
    /// Confirms the row as it stands, or takes up what an overlay offers.
    Accept,
    /// Says that the words are no figure of trade; again, that they are.
    Reject,
    /// Opens the values that the marked part of the row can have.
    Mend,
    /// Goes to the next row that needs a look.
    NextDoubtful,
    /// Confirms every row whose dimensions are all said with the figure.
    AcceptSure,
    /// Sets a dimension of every row whose sentence does not say it.
    ForAll(Facet),
    /// Takes back the last change.
    Undo,
    /// Asks for a file to write the dataset to.
    Save,
    /// Replaces the file whose name was found taken.
    Overwrite,
    /// Shows the draft as a dataset.
    Dashboard,
    /// Lists the figures that are no rows.
    Unexpressed,
    /// Goes through the figures in the order of the text, or through the lines of what is open.
    Go(Move),
    /// Marks the next or the previous part of the row.
    Part(Turn),
    /// Shows a page of the article further up or down.
    Scroll(Turn),
    /// Edits what is being typed.
    Edit(Edit),
    /// Opens or closes the help.
    Help,
    /// Closes what is open.
    Back,
    /// Switches to the next theme.
    NextTheme,
    /// Gives the mouse to the review, or back to the terminal, which selects text with it.
    Mouse,
    /// Draws everything again.
    Repaint,
    /// Leaves the screen to the shell until called back.
    Suspend,
    /// Leaves the review; asks first if something is not saved.
    Quit,
    /// Leaves the review at once.
    QuitNow,
}

/// One further, or one back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Turn {
    Back,
    Forth,
}
