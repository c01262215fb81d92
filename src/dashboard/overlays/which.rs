//! Which question: reporter, flow, period, partner and product, found by what is typed.

use std::sync::Arc;

use super::{Opened, OverlayRules};
use crate::dashboard::action::Action;
use crate::dashboard::app::App;
use crate::dashboard::cursor::Cursor;
use crate::dashboard::line_editor::{LineEditor, Typed};
use crate::dashboard::text_line::TextLine;
use crate::records::Question;
use crate::text::fold;

/// The most choices that are listed; typing finds the others.
const MOST: usize = 500;

/// Columns of the word for the kind of a choice.
const KIND_WIDTH: usize = 10;

/// The list of questions, with what is typed of their words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Which {
    line: LineEditor,
    cursor: Cursor,
    choices: Arc<[Choice]>,
}

/// Something that can be asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Choice {
    kind: &'static str,
    name: String,
    /// Kind and name as they are found.
    folded: String,
    question: Question,
}

impl Which {
    pub(super) fn new(app: &App) -> Self {
        let choice = |(kind, name, question): (&'static str, String, Question)| Choice {
            folded: fold(&format!("{kind} {name}")),
            kind,
            name,
            question,
        };
        let choices = app.choices().into_iter().map(choice).collect();
        Self { line: LineEditor::default(), cursor: Cursor::default(), choices }
    }

    /// The kinds of choices, each with how many there are.
    fn kinds(&self) -> Vec<(&'static str, usize)> {
        let mut kinds: Vec<(&'static str, usize)> = Vec::new();
        for choice in self.choices.iter() {
            match kinds.last_mut().filter(|(kind, _)| *kind == choice.kind) {
                Some((_, count)) => *count += 1,
                None => kinds.push((choice.kind, 1)),
            }
        }
        kinds
    }

    /// The choices that have every typed word in theirs.
    fn found(&self) -> impl Iterator<Item = &Choice> {
        let typed = fold(self.line.text());
        self.choices
            .iter()
            .filter(move |choice| typed.split_whitespace().all(|word| choice.folded.contains(word)))
            .take(MOST)
    }
}

impl OverlayRules for Which {
    fn title(&self, _app: &App, room: usize) -> Typed {
        let before = "Which? ";
        let Typed { text, caret } = self.line.shown(room.saturating_sub(before.len()));
        Typed { text: format!("{before}{text}"), caret: caret.map(|column| column + before.len()) }
    }

    fn lines(&self, app: &App, _width: u16) -> Vec<TextLine> {
        if self.line.text().is_empty() {
            let present = app.present_question();
            let kind = |(kind, count): &(&'static str, usize)| {
                let now = present.iter().find(|(known, _)| known == kind);
                let now = now.map_or("", |(_, value)| value);
                TextLine::new(format!("{kind:KIND_WIDTH$}{now}  ({count} to choose from)"))
            };
            return self.kinds().iter().map(kind).collect();
        }
        let line = |choice: &Choice| TextLine::new(format!("{:KIND_WIDTH$}{}", choice.kind, choice.name));
        let lines: Vec<TextLine> = self.found().map(line).collect();
        if lines.is_empty() {
            vec![TextLine::new("The table has nothing like it.".to_owned())]
        } else {
            lines
        }
    }

    fn can(&self, _app: &App, action: Action) -> bool {
        if let Action::Edit(edit) = action {
            return self.line.can(edit);
        }
        action == Action::Open && self.found().next().is_some()
    }

    fn open(&self, _app: &App) -> Opened {
        if self.line.text().is_empty() {
            let kind = self.kinds().get(self.cursor.selected).map(|(kind, _)| *kind);
            return kind.map_or(Opened::Nothing, Opened::Type);
        }
        let chosen = self.found().nth(self.cursor.selected);
        chosen.map_or(Opened::Nothing, |choice| Opened::Ask(Box::new(choice.question.clone())))
    }

    fn cursor(&self) -> Option<Cursor> {
        Some(self.cursor)
    }

    fn cursor_mut(&mut self) -> Option<&mut Cursor> {
        Some(&mut self.cursor)
    }

    fn editor(&self) -> Option<&LineEditor> {
        Some(&self.line)
    }

    fn editor_mut(&mut self) -> Option<&mut LineEditor> {
        Some(&mut self.line)
    }

    fn edited(&mut self, _find: &mut String) {
        self.cursor = Cursor::default();
    }

    fn closes_when_empty(&self) -> bool {
        true
    }

    fn typing_hints(&self) -> &'static [(&'static str, &'static str, Action)] {
        &[("Enter", "ask", Action::Open), ("Esc", "leave", Action::Back)]
    }
}
