//! The lines of what is open.

use super::available::offered;
use super::bindings::REVIEW_BINDINGS;
use super::desk::DraftReview;
use super::keeping::file_name;
use super::overlay::{Choose, NumberEntry, OverlayText, ReviewOverlay, SaveName, Spread, TERMS};
use super::part::{Doubt, RowPart};
use super::reason::unexpressed_words;
use crate::dashboard::{TextLine, Typed, help_lines};
use crate::dataset::Facet;
use crate::text::{truncate, wrap};

/// Columns of keys and marks in the help.
const KEYS_WIDTH: usize = 20;

/// The marks of a review and their meaning.
const LEGEND: [(&str, &str); 7] = [
    ("said here", "the sentence of the figure says it"),
    ("← ¶2", "said elsewhere, in paragraph 2; these words stand out in the article"),
    ("? nothing said", "the text does not say it; the value is what was assumed"),
    ("? unsure name", "the name of the product may be longer than the words taken, or another"),
    ("nothing said", "no product or mode of transport is named, and all are meant"),
    ("what tells it from", "rows that give different numbers of one and the same thing"),
    ("underlined", "a figure; the present one is reversed, one that was confirmed is not bold any more"),
];

/// The form of numbers that are typed.
const NUMBER_FORM: &str = "A number and its unit: 246.57 bn CNY, +70.8 %, 1.2 mn t, 160. ≥, ≤ or ~ before it for more than, less \
     than, about (> and < do as well).";

/// The forms of periods.
const PERIOD_FORM: &str = "Periods: 2023, 2023-Q1, 2023-11, 2023-01-01/P11M";

impl DraftReview {
    /// The lines of what is open, for so many columns.
    pub(super) fn overlay_text(&self, width: u16) -> Option<OverlayText> {
        let overlay = self.overlay.as_ref()?;
        let room = usize::from(width);
        let plain = |text: &str| Typed { text: truncate::cut(text, room), caret: None };
        let list = |texts: Vec<String>| texts.into_iter().map(TextLine::new).collect::<Vec<_>>();
        let (title, lines, cursor) = match overlay {
            ReviewOverlay::Help(cursor) => (plain("Help"), self.help(width), Some(*cursor)),
            ReviewOverlay::Unexpressed(cursor) => {
                (plain("Read, but no rows"), self.unexpressed(width), Some(*cursor))
            }
            ReviewOverlay::Choose(choose) => {
                (choose_title(choose, room), self.choose_lines(choose), Some(choose.cursor))
            }
            ReviewOverlay::Number(NumberEntry { line, said }) => {
                let mut lines =
                    vec![typed_line("number", line.shown(room.saturating_sub(usize::from(TERMS))))];
                lines
                    .extend(said.iter().chain([&NUMBER_FORM.to_owned()]).flat_map(|text| aside(text, width)));
                (plain("Mend the figure"), lines, None)
            }
            ReviewOverlay::Spread(spread) => {
                (plain("Change the others as well?"), list(self.spread_lines(spread)), Some(spread.cursor))
            }
            ReviewOverlay::Save(SaveName { line, said, .. }) => {
                let mut lines = vec![typed_line("file", line.shown(room.saturating_sub(usize::from(TERMS))))];
                lines.extend(said.iter().flat_map(|text| aside(text, width)));
                (plain("Write the dataset"), lines, None)
            }
            ReviewOverlay::Leave(cursor) => {
                let kept = self.files.draft.as_deref().map_or_else(
                    || "leave; nothing is kept".to_owned(),
                    |file| format!("leave; {} keeps it", file_name(file)),
                );
                let lines = vec!["write it first".to_owned(), kept];
                (plain("Not saved as a dataset"), list(lines), Some(*cursor))
            }
            ReviewOverlay::Resume(cursor) => {
                let progress = self.earlier.as_deref().map_or_else(String::new, Self::progress_of);
                let lines = vec![format!("yes: {progress}"), "no: the first change replaces it".to_owned()];
                (plain("Take up the draft that was kept?"), list(lines), Some(*cursor))
            }
        };
        let (selects, is_full) = (overlay.selects(), overlay.is_full());
        let terms = if overlay.is_typing() && cursor.is_none() { TERMS } else { 0 };
        Some(OverlayText { title, lines, cursor: cursor.unwrap_or_default(), selects, terms, is_full })
    }

    fn help(&self, width: u16) -> Vec<TextLine> {
        let keys = REVIEW_BINDINGS
            .iter()
            .filter(|binding| binding.keys.iter().any(|(_, action)| offered(*action, self.is_secure)));
        let mut lines: Vec<TextLine> = keys
            .flat_map(|binding| help_lines((&binding.keys_shown(), KEYS_WIDTH), binding.does, width))
            .collect();
        lines.push(TextLine::default());
        lines
            .extend(LEGEND.iter().flat_map(|(mark, meaning)| help_lines((mark, KEYS_WIDTH), meaning, width)));
        lines.push(TextLine::default());
        lines.extend(help_lines(("periods", KEYS_WIDTH), PERIOD_FORM, width));
        lines.extend(help_lines(
            ("again", KEYS_WIDTH),
            &format!("{} takes a kept draft up again", self.files.command),
            width,
        ));
        lines
    }

    fn unexpressed(&self, width: u16) -> Vec<TextLine> {
        let all = self.draft.unexpressed.iter();
        all.flat_map(|figure| {
            wrap(&unexpressed_words(&self.draft, figure), width)
                .into_iter()
                .map(TextLine::new)
                .collect::<Vec<_>>()
        })
        .collect()
    }

    fn choose_lines(&self, choose: &Choose) -> Vec<TextLine> {
        if choose.found.is_empty() {
            return vec![TextLine::new("No matches. Esc closes.")];
        }
        choose.found.iter().map(|choice| TextLine::new(choice.words(&self.draft))).collect()
    }

    fn spread_lines(&self, spread: &Spread) -> Vec<String> {
        let count = spread.others.len() + 1;
        let name = spread.part.name();
        let from = self.row().and_then(|row| spread.part.doubt(row)).map_or_else(String::new, Doubt::words);
        vec![format!("all {count} rows with the same {name}, {from}"), "this row alone".to_owned()]
    }
}

fn typed_line(term: &str, Typed { text, caret }: Typed) -> TextLine {
    TextLine { term: term.to_owned(), text, caret, ..TextLine::default() }
}

/// The line below one that is typed.
fn aside(text: &str, width: u16) -> Vec<TextLine> {
    wrap(text, width.saturating_sub(TERMS)).into_iter().map(TextLine::new).collect()
}

/// The thing that is chosen, and the letters typed so far.
fn choose_title(choose: &Choose, room: usize) -> Typed {
    let of = if choose.for_all { ", all rows" } else { "" };
    let is_base = choose.part == RowPart::Facet(Facet::Base);
    let name = if is_base { "compared with" } else { choose.part.name() };
    let before = format!("{name}{of}: ");
    let width = truncate::width(&before);
    let Typed { text, caret } = choose.line.shown(room.saturating_sub(width));
    Typed { text: format!("{before}{text}"), caret: caret.map(|column| column + width) }
}
