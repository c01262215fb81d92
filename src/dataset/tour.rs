//! A tour: the steps of a talk on the dataset, each a view with words for it. It is data and contains no commands.

use super::code::Code;

/// The planned seconds of a step that does not say.
const USUAL_SECONDS: u32 = 60;

/// A step of the tour as the dataset describes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TourStep {
    /// Stable name, which identifies the step while the file is edited.
    pub id: String,
    /// A title of a few words.
    pub title: String,
    /// One or two sentences below the title.
    pub text: String,
    /// Notes for the speaker alone, one element per paragraph.
    pub notes: Vec<String>,
    /// The planned seconds.
    pub seconds: Option<u16>,
    /// The address of its view. Only the dashboard can tell if it leads anywhere.
    pub view: String,
    /// The part of the view that stands out.
    pub show: Option<Emphasis>,
    /// True if the rows, or the lines of the proof, are revealed one by one.
    pub reveal: bool,
}

/// The part that stands out in the view of a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Emphasis {
    /// The number of the selected figure, large and alone.
    BigNumber,
    /// The selected row, while the others lose their bars and marks.
    Spotlight,
    /// Of the open figure or finding, only the proof, or only what follows from it.
    Proof,
}

impl Code for Emphasis {
    const ALL: &'static [(&'static str, Self)] =
        &[("big-number", Self::BigNumber), ("spotlight", Self::Spotlight), ("proof", Self::Proof)];
}

impl TourStep {
    /// The seconds that it is planned to take, or a minute.
    #[must_use]
    pub fn planned(&self) -> u32 {
        self.seconds.map_or(USUAL_SECONDS, u32::from)
    }
}
