//! The picture that an audience sees, whoever draws it: the talk itself, or a follower.

use super::caption::Caption;
use super::exhibit::open_topic;
use crate::analysis::Figure;
use crate::dashboard::App;
use crate::dataset::Emphasis;
use crate::wording::{Entry, Topic};

/// The picture of a step, above the line at the bottom.
pub struct Shown<'a> {
    /// The dashboard as the step shows it.
    pub app: &'a App,
    /// The words above the view; `None` off the path.
    pub words: Option<Caption>,
    /// The part that stands out.
    pub emphasis: Option<Emphasis>,
    /// The lines of a proof.
    pub proof: Option<ShownProof<'a>>,
}

/// A proof, and how much of it is shown.
#[derive(Clone, Copy)]
pub struct ShownProof<'a> {
    /// The finding that it proves.
    pub topic: Topic,
    /// All of its lines, including those still to be revealed.
    pub entries: &'a [Entry],
    /// How many of them are shown.
    pub shown: usize,
    /// True if they are not revealed one by one.
    pub is_at_once: bool,
    /// The one that is pointed at.
    pub line: usize,
}

impl Shown<'_> {
    /// The figure whose number is shown large.
    pub fn figure(&self) -> Option<Figure> {
        large_figure(self.app)
    }
}

/// The figure that can be shown large: the open or the selected one, if it has a number.
pub fn large_figure(app: &App) -> Option<Figure> {
    let topic = open_topic(app).or(app.selected())?;
    topic.figure().filter(|figure| app.words().number(*figure).is_some())
}
