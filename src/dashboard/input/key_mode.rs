//! The present meaning of keys.

/// The meaning of letters at the moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyMode {
    /// Keys are commands, as in [`super::BINDINGS`].
    Command,
    /// Keys go on in a talk, as in [`super::ON_PATH`], or are commands.
    OnPath,
    /// Keys come back to the step of a talk, as in [`super::OFF_PATH`], or are commands.
    OffPath,
    /// Keys are commands of somebody who follows a talk, as in [`super::IN_AUDIENCE`], or of the dashboard.
    Audience,
    /// Letters go into the line that is being typed.
    Typing,
}
