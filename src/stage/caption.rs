//! The words of a step, above its view: the heads of an audience hide the bottom of a screen.

use crate::dataset::TourStep;
use crate::text::{truncate, wrap};

/// Longer lines are hard to read from afar.
const MOST_COLUMNS: u16 = 76;

/// The lines that the text of a step may take.
pub const MOST_LINES: usize = 3;

/// The title and the text of a step, as wide as a screen has room for.
pub struct Caption {
    /// Columns of the title, which has one line.
    pub title_columns: usize,
    /// The lines of the text, those without room included.
    pub lines: Vec<String>,
    /// Columns that there are for each line.
    pub room: u16,
}

impl Caption {
    /// The caption of a step on a screen of so many columns, of which it leaves one free on either side.
    pub fn new(step: &TourStep, columns: u16) -> Self {
        Self::from_texts(&step.title, &step.text, columns)
    }

    /// The caption of a title and a text, as [`Caption::new`].
    pub fn from_texts(title: &str, text: &str, columns: u16) -> Self {
        let room = columns.saturating_sub(2).min(MOST_COLUMNS);
        Self { title_columns: truncate::width(title), lines: wrap(text, room), room }
    }

    /// The lines that are shown; the last one says if there are more.
    pub fn shown(&self) -> Vec<String> {
        let mut shown: Vec<String> = self.lines.iter().take(MOST_LINES).cloned().collect();
        if let Some(last) = shown.last_mut().filter(|_| self.lines.len() > MOST_LINES) {
            let room = usize::from(self.room).saturating_sub(2);
            while truncate::width(last) > room
                && let Some((fewer, _)) = last.rsplit_once(' ')
            {
                *last = fewer.to_owned();
            }
            last.push_str(" …");
        }
        shown
    }

    /// The rows that it takes: the title, and as many lines of the text as it may have.
    pub fn rows(&self) -> u16 {
        1 + u16::try_from(self.lines.len().min(MOST_LINES)).unwrap_or(1)
    }
}
