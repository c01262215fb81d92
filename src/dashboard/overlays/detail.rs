//! Everything that is known about a figure or a finding.

use super::kind::OverlayKind;
use super::rules::{Opened, OverlayRules};
use crate::dashboard::action::Action;
use crate::dashboard::app::App;
use crate::dashboard::compare::compared;
use crate::dashboard::cursor::{Cursor, Move};
use crate::dashboard::line_editor::Typed;
use crate::dashboard::text_line::{TextLine, term_width, wrapped};
use crate::text::truncate;
use crate::wording::{Entry, Heading, Topic, detail, title};

/// The way to what other reports say, by its key: the other dataset is read only if somebody asks for it.
const ELSEWHERE: &str = "O: the same figure in other reports";

/// A figure or finding that is open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Detail {
    /// The figure or finding that is open.
    pub topic: Topic,
    /// The selected line.
    pub cursor: Cursor,
}

impl Detail {
    pub(in crate::dashboard) fn new(topic: Topic) -> Self {
        Self { topic, cursor: Cursor::default() }
    }

    /// The lines that are links, from the first.
    pub(in crate::dashboard) fn links<'l>(
        &'l self,
        lines: &'l [TextLine],
    ) -> impl Iterator<Item = usize> + 'l {
        // A link that takes several lines counts once.
        let leads = |line: &TextLine| line.way.is_some() || self.leads(line).is_some();
        (0..lines.len()).filter(move |at| leads(&lines[*at]) && !lines[*at].is_continuation)
    }

    /// The next or previous link from the selected line; after the last comes the first.
    pub(in crate::dashboard) fn link(&self, lines: &[TextLine], step: Move) -> Option<usize> {
        let selected = self.cursor.selected;
        if step == Move::Previous {
            let before = self.links(lines).take_while(|at| *at < selected).last();
            return before.or_else(|| self.links(lines).last());
        }
        self.links(lines).find(|at| *at > selected).or_else(|| self.links(lines).next())
    }

    /// The topic that a line links to.
    fn leads(&self, line: &TextLine) -> Option<Topic> {
        line.topic.filter(|topic| *topic != self.topic)
    }
}

impl OverlayRules for Detail {
    fn title(&self, app: &App, room: usize) -> Typed {
        Typed { text: truncate::cut(&title(app.words(), self.topic), room), caret: None }
    }

    fn lines(&self, app: &App, width: u16) -> Vec<TextLine> {
        let ways = app.ways(self.topic);
        let mut entries = detail(app.words(), self.topic);
        if app.can(Action::Show(OverlayKind::Others)) {
            let at = entries.iter().position(|entry| entry.heading == Heading::LeadsTo);
            entries.insert(at.unwrap_or(entries.len()), Entry::new(Heading::Elsewhere, ELSEWHERE));
        }
        let compared = compared(app.words(), self.topic, app.view().against);
        let entries =
            entries.into_iter().chain(compared).flat_map(|entry| wrapped(&entry, term_width(width), width));
        let unit_value = self.topic.figure().map(|figure| app.unit_value(figure, term_width(width), width));
        ways.into_iter().chain(entries).chain(unit_value.unwrap_or_default()).collect()
    }

    fn can(&self, app: &App, action: Action) -> bool {
        let (row, rows) = (app.view().cursor().selected, app.row_count(app.view().focus));
        matches!(action, Action::CopyRow | Action::CopyPane)
            || action == Action::Open && self.links(app.lines()).next().is_some()
            || matches!(action, Action::Tab | Action::TabBack)
                && self.link(app.lines(), Move::Next).is_some_and(|line| line != self.cursor.selected)
            || action == Action::PreviousPane && row > 0
            || action == Action::NextPane && row + 1 < rows
            || action == Action::Compare && self.topic.figure().is_some()
            || action == Action::Unit && app.has_currencies() && !app.is_pivot()
    }

    /// Follows the selected link. On any other line, selects the next link.
    fn open(&self, app: &App) -> Opened {
        let (lines, selected) = (app.lines(), self.cursor.selected);
        if let Some(way) = lines.get(selected).and_then(|line| line.way) {
            return Opened::GoOn(way);
        }
        if let Some(topic) = lines.get(selected).and_then(|line| self.leads(line)) {
            return Opened::Detail(topic);
        }
        self.link(lines, Move::Next).map_or(Opened::Nothing, Opened::Select)
    }

    fn term_width(&self, width: u16) -> u16 {
        term_width(width)
    }

    fn cursor(&self) -> Option<Cursor> {
        Some(self.cursor)
    }

    fn cursor_mut(&mut self) -> Option<&mut Cursor> {
        Some(&mut self.cursor)
    }

    fn in_address(&self, app: &App) -> Option<String> {
        Some(format!("open={}", app.topic_name(self.topic)))
    }
}
