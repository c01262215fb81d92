//! Chooses a question: reporter, flow, period, partner and product, found by typing.

use std::sync::Arc;

use super::rules::{Keyed, Opened, OverlayRules};
use super::typed_list::TypedList;
use crate::dashboard::action::Action;
use crate::dashboard::app::App;
use crate::dashboard::line_editor::Typed;
use crate::dashboard::text_line::TextLine;
use crate::records::Question;
use crate::text::fold;

/// The maximum number of choices listed; typing finds the others.
const MOST: usize = 500;

/// Columns of the word for the kind of a choice.
const KIND_WIDTH: usize = 10;

/// The list of questions, with what is typed of their words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Which {
    list: TypedList,
    choices: Arc<[Askable]>,
}

/// A choice: a question to ask.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Askable {
    kind: &'static str,
    name: String,
    /// Kind and name, folded for searching.
    folded: String,
    question: Question,
}

impl Which {
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

    /// The choices whose words contain every typed word.
    fn found(&self) -> impl Iterator<Item = &Askable> {
        let finds = self.list.finds();
        self.choices.iter().filter(move |choice| finds(&choice.folded)).take(MOST)
    }
}

impl Keyed for Which {
    const WORDS: Option<&'static str> = Some("which reporter, flow, period, partner and product");
    const SYNONYMS: &'static str = "select choose filter records";

    fn over(app: &App) -> Option<Self> {
        let choice = |(kind, name, question): (&'static str, String, Question)| Askable {
            folded: fold(&format!("{kind} {name}")),
            kind,
            name,
            question,
        };
        let choices = app.choices().into_iter().map(choice).collect();
        Some(Self { list: TypedList::default(), choices })
    }
}

impl OverlayRules for Which {
    fn title(&self, _app: &App, room: usize) -> Typed {
        self.list.title("Which? ", room)
    }

    fn lines(&self, app: &App, _width: u16) -> Vec<TextLine> {
        if self.list.line.text().is_empty() {
            let present = app.present_question();
            let kind = |(kind, count): &(&'static str, usize)| {
                let now = present.iter().find(|(known, _)| known == kind);
                let now = now.map_or("", |(_, value)| value);
                TextLine::new(format!("{kind:KIND_WIDTH$}{now}  ({count} to choose from)"))
            };
            return self.kinds().iter().map(kind).collect();
        }
        let line = |choice: &Askable| TextLine::new(format!("{:KIND_WIDTH$}{}", choice.kind, choice.name));
        let lines: Vec<TextLine> = self.found().map(line).collect();
        if lines.is_empty() { vec![TextLine::new("The table has no such entry.".to_owned())] } else { lines }
    }

    fn can(&self, _app: &App, action: Action) -> bool {
        if let Action::Edit(edit) = action {
            return self.list.line.can(edit);
        }
        action == Action::Open && self.found().next().is_some()
    }

    fn open(&self, _app: &App) -> Opened {
        if self.list.line.text().is_empty() {
            let kind = self.kinds().get(self.list.cursor.selected).map(|(kind, _)| *kind);
            return kind.map_or(Opened::Nothing, Opened::Type);
        }
        let chosen = self.found().nth(self.list.cursor.selected);
        chosen.map_or(Opened::Nothing, |choice| Opened::Ask(Box::new(choice.question.clone())))
    }

    fn list(&self) -> Option<&TypedList> {
        Some(&self.list)
    }

    fn list_mut(&mut self) -> Option<&mut TypedList> {
        Some(&mut self.list)
    }

    fn typing_hints(&self) -> &'static [(&'static str, &'static str, Action)] {
        &[("Enter", "ask", Action::Open), ("Esc", "leave", Action::Back)]
    }
}
