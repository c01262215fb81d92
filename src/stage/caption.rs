//! The words of a step, above its view: in a room, heads hide the bottom of the screen.

use ratatui::layout::Size;

use crate::dataset::TourStep;
use crate::text::{truncate, wrap};

/// Longer lines are hard to read from a distance.
const MOST_COLUMNS: u16 = 76;

/// The maximum number of lines for the text of a step.
pub const MOST_LINES: usize = 3;

/// The width from which on a screen is one of a room. One that is narrower and tall is a phone, whose lines are short.
const ROOM_COLUMNS: u16 = 60;
const PHONE_ROWS: u16 = 16;

/// The lines that title and text may take.
const OF_ROOM: [usize; 2] = [1, MOST_LINES];
const OF_PHONE: [usize; 2] = [2, 6];

/// The title and the text of a step, as wide as the screen allows.
pub struct Caption {
    /// The width of the title, which takes one line.
    pub title_columns: usize,
    /// The lines of the title that are shown.
    pub title: Vec<String>,
    /// The lines of the text, including those that do not fit.
    pub lines: Vec<String>,
    /// The maximum width of a line.
    pub room: u16,
    /// The lines of the text that are shown at most.
    most: usize,
}

impl Caption {
    /// The caption of a step on a screen `columns` wide, with one column left free on either side.
    pub fn new(step: &TourStep, size: Size) -> Self {
        Self::from_texts(&step.title, &step.text, size)
    }

    /// As [`Caption::new`], for a title and a text.
    pub fn from_texts(title: &str, text: &str, size: Size) -> Self {
        let room = size.width.saturating_sub(2).min(MOST_COLUMNS);
        let is_phone = size.width < ROOM_COLUMNS && size.height >= PHONE_ROWS;
        let [of_title, most] = if is_phone { OF_PHONE } else { OF_ROOM };
        let title_columns = truncate::width(title);
        let title = if of_title == 1 {
            vec![truncate::cut(title, room.into())]
        } else {
            cut(wrap(title, room), of_title, room)
        };
        Self { title_columns, title, lines: wrap(text, room), room, most }
    }

    /// The lines of the text that are shown; the last one says if there are more.
    pub fn shown(&self) -> Vec<String> {
        cut(self.lines.clone(), self.most, self.room)
    }

    /// Its height: the title, and as many lines of the text as are allowed.
    pub fn rows(&self) -> u16 {
        u16::try_from(self.title.len() + self.lines.len().min(self.most)).unwrap_or(2)
    }
}

/// The first lines of a text, with a sign at the end of the last one if there are more.
fn cut(mut lines: Vec<String>, most: usize, room: u16) -> Vec<String> {
    if lines.len() <= most {
        return lines;
    }
    lines.truncate(most);
    if let Some(last) = lines.last_mut() {
        let room = usize::from(room).saturating_sub(2);
        while truncate::width(last) > room
            && let Some((fewer, _)) = last.rsplit_once(' ')
        {
            *last = fewer.to_owned();
        }
        last.push_str(" …");
    }
    lines
}
