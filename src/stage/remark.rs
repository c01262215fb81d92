//! Faults and oddities of a step, worded like other messages about files.

use ratatui::layout::Size;

use crate::text::harmless::quoted;

/// A fault or an oddity, with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// The step, from 0.
    pub step: usize,
    /// The property that it is about.
    pub property: &'static str,
    /// The fault or oddity.
    pub what: StageFault,
}

/// One thing that is wrong or odd in a step.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum StageFault {
    // The step does not do what it says.
    #[error("{0}")]
    View(String),
    #[error("step {first} has the same id")]
    SecondId { first: usize },
    #[error("there is no row to show")]
    NoRow,
    #[error("{} has no number to show large", quoted(.row))]
    NoNumber { row: String },
    #[error("the row of a check has no number to show large")]
    CheckWithoutNumber,
    #[error("a spotlight falls on a row of a pane, and the view has a text over the panes (leave open= out)")]
    SpotlightBehindText,
    #[error("the view opens nothing that has a proof (end it in open=, as in checks?open=finding-1)")]
    NothingOpen,
    #[error("nothing proves or explains what is open, and nothing follows from it")]
    NoProof,
    #[error("a large number comes at once, so there is nothing to reveal")]
    NumberAtOnce,
    #[error("the text that the view opens comes at once (write \"show\": \"proof\" to reveal its proof)")]
    TextAtOnce,
    #[error("the view has several panes, which come at once (add zoom to reveal the rows of one)")]
    PanesAtOnce,

    // It does, but not everybody will see it.
    #[error("warning: {columns} columns; {room} are shown at {}", shown(*.size))]
    LongTitle { columns: usize, room: u16, size: Size },
    #[error("warning: {characters} characters; {most} are read at a glance")]
    LongText { characters: usize, most: usize },
    #[error("warning: {lines} lines at {}; {most} are shown", shown(*.size))]
    TextLines { lines: usize, most: usize, size: Size },
    #[error("warning: the number takes {columns} columns and {rows} rows; {} has room for {}", shown(*.size), shown(*.room))]
    LargeNumber { columns: u16, rows: u16, size: Size, room: Size },
    #[error("warning: {lines} lines at {}, of which {room} are in view at a time", shown(*.size))]
    LongProof { lines: usize, room: usize, size: Size },
    #[error("warning: {rows} rows at {}, of which {room} are in view at a time", shown(*.size))]
    ManyRows { rows: usize, room: usize, size: Size },
    #[error("warning: no figure has the number {}", quoted(.written))]
    UnknownNumber { written: String },
}

impl StageFault {
    /// True if the step still does what it says.
    pub fn is_warning(&self) -> bool {
        match self {
            Self::View(_)
            | Self::SecondId { .. }
            | Self::NoRow
            | Self::NoNumber { .. }
            | Self::CheckWithoutNumber
            | Self::SpotlightBehindText
            | Self::NothingOpen
            | Self::NoProof
            | Self::NumberAtOnce
            | Self::TextAtOnce
            | Self::PanesAtOnce => false,
            Self::LongTitle { .. }
            | Self::LongText { .. }
            | Self::TextLines { .. }
            | Self::LargeNumber { .. }
            | Self::LongProof { .. }
            | Self::ManyRows { .. }
            | Self::UnknownNumber { .. } => true,
        }
    }
}

fn shown(size: Size) -> String {
    format!("{}×{}", size.width, size.height)
}
