//! The texts of a row, and their shorter forms.

use std::borrow::Cow;

use crate::analysis::Figure;
use crate::dashboard::{Topic, distance};
use crate::screen::viewport::Viewport;
use crate::text::{shorten, truncate};
use crate::wording::{Number, ShareAndChange, Words};

/// The texts of a row.
pub struct RowTexts<'w> {
    pub label: Cow<'w, str>,
    pub number: Option<Number>,
    pub instead: &'static str,
    pub marks: String,
    /// True if a contradiction is about the figure itself.
    pub is_in_contradiction: bool,
    /// Share in the whole and growth, in a slice of a table.
    pub part: ShareAndChange,
    pub distance: String,
    /// True if its number stands out.
    pub is_fact: bool,
}

impl<'w> RowTexts<'w> {
    pub fn new(viewport: &Viewport<'w>, row: Topic) -> Option<Self> {
        let Topic::Figure(figure) = row else { return None };
        let (words, against) = (viewport.words, viewport.against);
        Some(Self {
            label: viewport.label(figure),
            number: words.number_in_row(figure),
            instead: words.words_for_missing(figure),
            marks: words.marks(figure),
            is_in_contradiction: words.is_in_contradiction(figure),
            part: if viewport.has_parts() { words.part(figure) } else { ShareAndChange::default() },
            distance: far(words, against, figure),
            is_fact: viewport.app.facts().is_some_and(|facts| facts.contains(figure)),
        })
    }

    /// Takes the shorter words for what has some. A published figure keeps a label that fits, as it names the measure.
    pub fn shorten(said: &mut Option<Self>, viewport: &Viewport<'w>, row: Topic, room: usize) {
        if let (Some(said), Topic::Figure(figure)) = (said, row) {
            let is_published = matches!(figure, Figure::Published(_));
            if !(is_published && viewport.is_listing() && truncate::width(&said.label) <= room) {
                said.label = viewport.brief_label(figure);
            }
            said.instead = viewport.words.short_words_for_missing(figure);
        }
    }

    /// Takes the first words of a name: all of it stands in the strip, and in the open figure.
    pub fn shorten_name(&mut self, room: usize) {
        if let Some(short) = shorten(&self.label, room) {
            self.label = Cow::Owned(short.to_owned());
        }
    }
}

/// The distance from the figure that all are compared with; empty if they cannot be compared.
fn far(words: Words, against: Option<Figure>, figure: Figure) -> String {
    match against {
        Some(against) if against == figure => "compared".to_owned(),
        Some(against) => distance(words, against, figure).unwrap_or_default(),
        None => String::new(),
    }
}
