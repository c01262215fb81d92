//! Asks for the name of a file to write the focused pane to.

use super::rules::{Keyed, Opened, OverlayRules};
use crate::dashboard::action::Action;
use crate::dashboard::app::App;
use crate::dashboard::cursor::Cursor;
use crate::dashboard::line_editor::{Edit, LineEditor, Typed};
use crate::dashboard::text_line::{TERM_WIDTH, TextLine, wrapped};
use crate::text::truncate;
use crate::wording::{Entry, Heading};

/// The formats, by file extension.
const ENDINGS: &str =
    ".csv, .json: all columns, as published; .md: a table; .svg: a picture; .txt: plain text";

/// The prompt for a file name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Export {
    /// The name.
    pub file: LineEditor,
    /// True if a file of this name exists, to be replaced if the user confirms.
    pub taken: bool,
    /// The reason that the last attempt failed.
    pub said: Option<String>,
}

impl Keyed for Export {
    const WORDS: Option<&'static str> = Some("write the pane to a file");
    const SYNONYMS: &'static str = "export save download csv json markdown svg";
    const IS_OF_PANE: bool = true;

    /// Suggests the pane's id as a name.
    fn over(app: &App) -> Option<Self> {
        let id = app.panes().get(app.view().focus).map_or("", |pane| &pane.id);
        let file = LineEditor::new(format!("{}.csv", id.replace('/', "-")));
        Some(Self { file, taken: false, said: None })
    }
}

impl OverlayRules for Export {
    fn title(&self, app: &App, room: usize) -> Typed {
        let focus = app.view().focus;
        let title = app.panes().get(focus).map_or("", |pane| &pane.title);
        let text = truncate::cut(&format!("Write pane {}, {title}, to a file", focus + 1), room);
        Typed { text, caret: None }
    }

    fn lines(&self, _app: &App, width: u16) -> Vec<TextLine> {
        let Typed { text, caret } = self.file.shown(usize::from(width.saturating_sub(TERM_WIDTH)));
        let file = TextLine { term: "File".to_owned(), text, caret, ..TextLine::default() };
        let said = self.said.iter().map(|said| Entry::new(Heading::NotWritten, said));
        let entries = said.chain([Entry::new(Heading::Endings, ENDINGS)]);
        std::iter::once(file).chain(entries.flat_map(|entry| wrapped(&entry, TERM_WIDTH, width))).collect()
    }

    fn can(&self, _app: &App, action: Action) -> bool {
        if let Action::Edit(edit) = action {
            return self.file.can(edit);
        }
        action == Action::Open || action == Action::Overwrite && self.taken
    }

    /// Writes the file. An empty name closes the prompt, as Esc does.
    fn open(&self, app: &App) -> Opened {
        if self.file.text().is_empty() {
            return Opened::Close;
        }
        app.export(false).map_or(Opened::Nothing, Opened::Perform)
    }

    fn term_width(&self, _width: u16) -> u16 {
        TERM_WIDTH
    }

    fn cursor(&self) -> Option<Cursor> {
        None
    }

    fn cursor_mut(&mut self) -> Option<&mut Cursor> {
        None
    }

    fn editor(&self) -> Option<&LineEditor> {
        Some(&self.file)
    }

    fn editor_mut(&mut self) -> Option<&mut LineEditor> {
        Some(&mut self.file)
    }

    /// Clears the reply, which was about another name.
    fn edited(&mut self, _find: &mut String) {
        (self.taken, self.said) = (false, None);
    }

    fn typing_hints(&self) -> &'static [(&'static str, &'static str, Action)] {
        const CLEAR: (&str, &str, Action) = ("Ctrl-U", "clear", Action::Edit(Edit::DeleteToStart));
        const LEAVE: (&str, &str, Action) = ("Esc", "leave", Action::Back);
        match (self.taken, self.file.text()) {
            (true, _) => &[("Tab", "write over it", Action::Overwrite), CLEAR, LEAVE],
            (false, "") => &[LEAVE],
            (false, _) => &[("Enter", "write", Action::Open), CLEAR, LEAVE],
        }
    }
}
