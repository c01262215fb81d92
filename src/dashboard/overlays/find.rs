//! Finds rows by typed words, ignoring case and accents. The search is typed in the footer; the panes stay in view.

use super::{Opened, OverlayRules};
use crate::dashboard::action::Action;
use crate::dashboard::app::App;
use crate::dashboard::cursor::Cursor;
use crate::dashboard::line_editor::{LineEditor, Typed};
use crate::dashboard::text_line::TextLine;
use crate::dashboard::view::View;
use crate::text::fold;
use crate::wording::{Topic, Words, status_word};

/// A search that is being typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Find {
    line: LineEditor,
    /// The pane that had the focus, to return to if the search is cancelled.
    from: usize,
}

impl Find {
    pub(super) fn new(app: &App) -> Self {
        Self { line: LineEditor::new(app.view().find.clone()), from: app.view().focus }
    }
}

impl OverlayRules for Find {
    fn title(&self, _app: &App, room: usize) -> Typed {
        self.line.shown(room)
    }

    fn lines(&self, _app: &App, _width: u16) -> Vec<TextLine> {
        Vec::new()
    }

    fn can(&self, _app: &App, action: Action) -> bool {
        if let Action::Edit(edit) = action {
            return self.line.can(edit);
        }
        action == Action::Open
    }

    fn open(&self, _app: &App) -> Opened {
        Opened::Close
    }

    fn undo(&self, view: &mut View) {
        view.find.clear();
        view.focus = self.from;
    }

    fn covers_panes(&self) -> bool {
        false
    }

    fn cursor(&self) -> Option<Cursor> {
        None
    }

    fn cursor_mut(&mut self) -> Option<&mut Cursor> {
        None
    }

    fn editor(&self) -> Option<&LineEditor> {
        Some(&self.line)
    }

    fn editor_mut(&mut self) -> Option<&mut LineEditor> {
        Some(&mut self.line)
    }

    fn edited(&mut self, find: &mut String) {
        self.line.text().clone_into(find);
    }

    fn closes_when_empty(&self) -> bool {
        true
    }

    fn typing_hints(&self) -> &'static [(&'static str, &'static str, Action)] {
        &[("Enter", "keep", Action::Open), ("Esc", "leave", Action::Back)]
    }
}

/// The searchable text of each row of each pane: everything it shows, and what its source says about it.
#[derive(Debug)]
pub struct Haystack {
    folded: Vec<Vec<String>>,
}

impl Haystack {
    /// Collects the searchable text of the rows of all panes.
    pub fn new<'r>(words: Words, panes: impl Iterator<Item = &'r [Topic]>) -> Self {
        let folded = |row: &Topic| fold(&findable(words, *row));
        Self { folded: panes.map(|rows| rows.iter().map(folded).collect()).collect() }
    }

    /// The rows of a pane that contain every word of `needle`.
    pub fn found(&self, pane: usize, rows: &[Topic], needle: &str) -> Vec<Topic> {
        let needle = fold(needle);
        let needles: Vec<&str> = needle.split_whitespace().collect();
        let folded = self.folded.get(pane).map_or(&[][..], Vec::as_slice);
        let hit = |(_, hay): &(&Topic, &String)| needles.iter().all(|needle| hay.contains(needle));
        rows.iter().zip(folded).filter(hit).map(|(row, _)| *row).collect()
    }
}

fn findable(words: Words, row: Topic) -> String {
    let figure = match row {
        Topic::Figure(figure) => figure,
        Topic::Finding(at) => {
            return words.analysis.findings.get(at).map_or(String::new(), |finding| words.sentence(finding));
        }
        Topic::Passed(at) => {
            return words
                .analysis
                .passed
                .get(at)
                .map_or(String::new(), |passed| words.passed_sentence(passed));
        }
    };
    let mut text = words.label(figure).into_owned();
    let mut add = |part: &str| {
        text.push('\n');
        text.push_str(part);
    };
    if let Some(subject) = words.subject(figure) {
        for code in [&subject.reporter, &subject.partner] {
            add(code);
            add(words.place(code));
        }
        subject.product.as_deref().map(&mut add);
    }
    add(&words.value_line(figure));
    if let Some(status) = words.shown_status(figure) {
        add(status_word(status));
    }
    words.worst_finding(figure).map(&mut add);
    words.formula(figure).map(&mut add);
    if let Some(observation) = words.observation(figure) {
        observation.as_printed.as_deref().map(&mut add);
        observation.note.as_deref().map(&mut add);
        add(&words.measured(observation));
        add(&words.source_and_place(observation));
        if let Some(source) = words.dataset.source_of(observation) {
            source.title.as_deref().map(&mut add);
            source.chain.as_deref().map(&mut add);
        }
    }
    text
}
