//! Actions that are for a talk.

/// An action of a talk, not of the dashboard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TalkAction {
    /// Begins the tour of the dataset.
    Begin,
    /// Reveals the next row or line, or goes to the next step.
    Next,
    /// Undoes the last `Next`.
    Back,
    /// Goes to the first step.
    First,
    /// Goes to the last step.
    Last,
    /// Types a digit of the number of a step.
    Digit(u8),
    /// Blanks the screen until the next key.
    Blank,
    /// Shows the number of the selected figure large, or stops doing so.
    Number,
    /// Shows the selected row alone, or stops doing so.
    Spotlight,
    /// Opens or closes the list of steps.
    Overview,
    /// Returns to the step.
    Return,
    /// Pauses or resumes the clock.
    Clock,
    /// Holds followers at the present scene, or releases them.
    Hold,
    /// Keeps the present view as a step, to be printed at the end.
    Capture,
    /// Asks whether to leave; leaves if asked before.
    Leave,
    /// Follows the presenter again.
    Follow,
}

impl TalkAction {
    /// All of them; of the digits, only the first, which is possible whenever any digit is.
    pub(crate) const ALL: [Self; 16] = [
        Self::Begin,
        Self::Next,
        Self::Back,
        Self::First,
        Self::Last,
        Self::Digit(0),
        Self::Blank,
        Self::Number,
        Self::Spotlight,
        Self::Overview,
        Self::Return,
        Self::Clock,
        Self::Hold,
        Self::Capture,
        Self::Leave,
        Self::Follow,
    ];

    /// Its words in the palette; `None` for an action that cannot be chosen there.
    #[must_use]
    pub fn words(self) -> Option<&'static str> {
        Some(match self {
            Self::Begin => "present the tour",
            Self::Next => "next row, line or step",
            Self::Back => "take the last step back",
            Self::First => "first step",
            Self::Last => "last step",
            Self::Blank => "blank the screen",
            Self::Number => "show the number large, or no longer",
            Self::Spotlight => "show the selected row alone, or no longer",
            Self::Overview => "list the steps",
            Self::Return => "come back to the step",
            Self::Clock => "pause the clock, or let it go on",
            Self::Hold => "hold what others see, or let it go on",
            Self::Capture => "keep this view as a step",
            Self::Leave => "leave the talk",
            Self::Follow => "follow the presenter again",
            Self::Digit(_) => return None,
        })
    }
}
