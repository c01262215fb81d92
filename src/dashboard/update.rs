//! Carries out actions.

use super::action::{Action, Event, Outcome};
use super::app::App;
use super::cursor::Move;
use super::effect::{Clip, Effect};
use super::input::alt_edit;
use super::layout::{Layout, drawn};
use super::notice::Notice;
use super::order::Sort;
use super::overlays::{Detail, Opened, Overlay, OverlayKind};
use super::pivot::{NextQuestion, PivotStep};
use super::view::View;
use crate::wording::Topic;

impl App {
    /// Handles an event of the terminal.
    pub fn handle(&mut self, event: Event) -> Outcome {
        match event {
            Event::Key(key) => self.meaning(key).map_or(Outcome::Unchanged, |action| self.update(action)),
            Event::AfterEscape(key) => {
                alt_edit(key).map_or(Outcome::Unchanged, |edit| self.update(Action::Edit(edit)))
            }
            Event::Paste(text) => self.paste(&text),
            Event::Click(at) => self.update(Action::Click(at)),
            Event::Wheel(step, at) => self.update(Action::Wheel(step, at)),
            // Even at the same size, the terminal may have moved or lost what it showed.
            Event::Resize(size) => {
                self.update(Action::Resize(size));
                Outcome::Repaint
            }
        }
    }

    /// Carries out an action. An action that is not possible here changes nothing, but clears the notice.
    pub fn update(&mut self, action: Action) -> Outcome {
        if self.can(Action::OtherDataset) {
            if action == Action::OtherDataset {
                return self.switch_dataset();
            }
            if self.leads_back(action) {
                return self.leave_link();
            }
        }
        let mut outcome = None;
        let changed = self.changing(|app| {
            if !app.keeps_notice(action) {
                app.notice = None;
            }
            if app.is_checking() && Self::rests_on_checks(action) {
                app.notice = Some(Notice::Said("not before the checks are done".to_owned()));
            } else if app.can(action) {
                outcome = app.act(action);
            } else if let Some(why) = app.why_not(action) {
                app.notice = Some(Notice::Said(why.to_owned()));
            }
        });
        outcome.unwrap_or(changed)
    }

    /// True if the footer keeps its message: a hint stays while one moves through the rows that it is about, since a
    /// footer that changes costs more bytes than the row.
    fn keeps_notice(&self, action: Action) -> bool {
        let moves = matches!(action, Action::Go(_) | Action::Wheel(..));
        matches!(action, Action::Resize(_) | Action::Repaint | Action::Suspend)
            || moves && matches!(self.notice, Some(Notice::Hint(_)))
    }

    /// Makes a change, then updates everything that depends on it.
    pub(super) fn changing(&mut self, change: impl FnOnce(&mut Self)) -> Outcome {
        let before = self.frame_key();
        change(self);
        self.refresh(&before.view);
        self.follow_hits(&before.view);
        self.show_hint_once();
        if self.frame_key() == before { Outcome::Unchanged } else { Outcome::Changed }
    }

    /// Carries out a possible action. Returns an outcome unless only the view changes.
    fn act(&mut self, action: Action) -> Option<Outcome> {
        match action {
            Action::Resize(size) => self.resize(drawn(size)),
            Action::Go(step) => self.go(step),
            Action::TabBack => self.tab(Move::Previous),
            Action::Tab => self.tab(Move::Next),
            Action::PreviousPane => self.turn(Move::Previous),
            Action::NextPane => self.turn(Move::Next),
            Action::Focus(number) => self.focus_numbered(number + 1),
            Action::Open => return self.open(),
            Action::Sentence => return Some(Outcome::Perform(Effect::Sentence(self.sentence()))),
            Action::CopyRow => return self.clip().map(|clip| Outcome::Perform(Effect::Copy(clip))),
            Action::CopyPane => {
                return Some(Outcome::Perform(Effect::Copy(Clip::Pane(self.focused_rows()))));
            }
            Action::Overwrite => return self.export(true).map(Outcome::Perform),
            Action::Sort => self.next_sort(),
            Action::Reverse => self.sort(Sort::reversed),
            Action::Unit if self.is_pivot() => self.next_measure(),
            Action::Unit => self.next_unit(),
            Action::Zoom => self.view.zoomed = !self.view.zoomed,
            // If the screen is too small to show anything, there is nothing to close either.
            Action::Leave if self.view.overlays.is_empty() || self.layout == Layout::TooSmall => {
                return Some(Outcome::Quit);
            }
            Action::Back | Action::Leave => self.back(),
            Action::NextTheme => self.next_theme(),
            Action::Mouse => return Some(self.toggle_mouse()),
            Action::Click(at) => self.click(at),
            Action::Wheel(step, at) => self.wheel(step, at),
            Action::Pivot(step) => {
                if let Some(next) = self.next_question(step) {
                    self.ask(next);
                }
            }
            Action::Show(kind) => self.toggle(kind),
            Action::Edit(edit) => self.edit(edit),
            Action::NextHit => self.select_hit(Move::Next),
            Action::PreviousHit => self.select_hit(Move::Previous),
            Action::Compare => self.compare(),
            // Handled earlier, as it changes more than the view.
            Action::OtherDataset => return None,
            Action::Repaint => return Some(Outcome::Repaint),
            Action::Suspend => return Some(Outcome::Perform(Effect::Suspend)),
            Action::Talk(action) => return Some(Outcome::Talk(action)),
            Action::Quit => return Some(Outcome::Quit),
        }
        None
    }

    /// Shows another view.
    pub(super) fn show(&mut self, view: View) {
        let before = std::mem::replace(&mut self.view, view);
        self.refresh(&before);
    }

    /// Gives a pane the whole screen, with nothing over it.
    pub fn zoom_to(&mut self, pane: usize) {
        if pane < self.panes().len() {
            self.show(View { focus: pane, zoomed: true, overlays: Vec::new(), ..self.view.clone() });
        }
    }

    /// Goes to the pane with this number, from 1, and closes what is open over the panes.
    fn focus_numbered(&mut self, number: usize) {
        self.view.overlays.clear();
        self.view.focus = self.pane_numbered(number).unwrap_or(self.view.focus);
    }

    fn next_sort(&mut self) {
        let pane = self.view.focus;
        let (mixed, has_growth) = (self.is_mixed(pane), self.has_growth(pane));
        self.sort(|sort| sort.next(mixed, has_growth));
    }

    fn next_theme(&mut self) {
        self.appearance.theme = self.appearance.theme.next();
        self.notice = Some(Notice::Said(format!("theme {}", self.appearance.theme.name())));
    }

    fn toggle_mouse(&mut self) -> Outcome {
        self.mouse = !self.mouse;
        self.notice = Some(Notice::Mouse(self.mouse));
        Outcome::Perform(Effect::Mouse(self.mouse))
    }

    fn go(&mut self, step: Move) {
        if let Some((_, after)) = self.stepped(step)
            && let Some(cursor) = self.cursor_mut()
        {
            *cursor = after;
        }
    }

    /// Goes to another pane; with a figure or finding open, opens another row of the pane.
    fn turn(&mut self, step: Move) {
        let panes = self.panes().len().max(1);
        if self.view.overlays.is_empty() {
            let by = if step == Move::Next { 1 } else { panes - 1 };
            self.view.focus = (self.view.focus + by) % panes;
            return;
        }
        let rows = self.row_count(self.view.focus);
        if let Some(cursor) = self.view.cursors.get_mut(self.view.focus) {
            *cursor = cursor.step(step, rows, rows);
        }
        if let Some(topic) = self.selected() {
            self.view.overlays.retain(|overlay| !matches!(overlay, Overlay::Detail(_)));
            self.open_detail(topic);
        }
    }

    /// Goes to another pane; in an open figure or finding, to another link.
    fn tab(&mut self, step: Move) {
        let Some(Overlay::Detail(detail)) = self.view.overlays.last() else { return self.turn(step) };
        if let Some(line) = detail.link(self.lines(), step)
            && let Some(cursor) = self.cursor_mut()
        {
            cursor.selected = line;
        }
    }

    /// Opens a figure or finding with its first link selected, if that is in view.
    pub(super) fn open_detail(&mut self, topic: Topic) {
        let below = self.view.clone();
        self.view.overlays.push(Overlay::Detail(Detail::new(topic)));
        self.select_first_link(&below);
    }

    /// Selects the first link of what was opened over `below`, if that is in view.
    fn select_first_link(&mut self, below: &View) {
        self.refresh(below);
        let height = self.extent().1;
        let first = match self.view.overlays.last() {
            Some(Overlay::Detail(detail)) => detail.links(self.lines()).next(),
            Some(Overlay::Others(_)) => self.lines().iter().position(|line| line.topic.is_some()),
            _ => None,
        };
        if let Some((line, cursor)) = first.filter(|line| *line < height).zip(self.cursor_mut()) {
            cursor.selected = line;
        }
    }

    /// Opens the selected row, or does what Enter does in the overlay.
    fn open(&mut self) -> Option<Outcome> {
        let opened = match self.view.overlays.last() {
            Some(overlay) => overlay.rules().open(self),
            None => self.selected().map_or(Opened::Nothing, Opened::Detail),
        };
        match opened {
            Opened::Nothing => {}
            Opened::Close => drop(self.view.overlays.pop()),
            Opened::Detail(topic) => self.open_detail(topic),
            Opened::Elsewhere(figure) => return Some(self.open_elsewhere(figure)),
            Opened::Select(line) => {
                if let Some(cursor) = self.cursor_mut() {
                    cursor.selected = line;
                }
            }
            Opened::Do(action) => {
                let mut below = self.view.clone();
                below.overlays.pop();
                self.show(below);
                return Some(self.update(action)).filter(|outcome| *outcome != Outcome::Unchanged);
            }
            Opened::Perform(effect) => return Some(Outcome::Perform(effect)),
            Opened::Ask(question) => {
                self.view.overlays.pop();
                self.ask(NextQuestion::new(*question));
            }
            Opened::GoOn(way) => {
                if let Some(topic) = self.current_topic() {
                    self.go_on(way, topic);
                }
            }
            Opened::Type(word) => self.paste_word(word),
        }
        None
    }

    /// Closes the topmost overlay; with none, undoes zoom, search and comparison one by one.
    pub(super) fn back(&mut self) {
        if self.stop_asking() {
            return;
        }
        if let Some(overlay) = self.view.overlays.pop() {
            overlay.rules().undo(self);
        } else if self.view.zoomed {
            self.view.zoomed = false;
        } else if !self.view.find.is_empty() {
            self.view.find.clear();
        } else if self.view.against.is_some() {
            self.view.against = None;
        } else if let Some(next) = self.next_question(PivotStep::Up) {
            self.ask(next);
        }
    }

    /// Opens an overlay, or closes it if it is open. One that leaves the panes in view closes all others.
    fn toggle(&mut self, kind: OverlayKind) {
        if self.view.overlays.iter().any(|overlay| kind.is_open(overlay)) {
            self.view.overlays.retain(|overlay| !kind.is_open(overlay));
            return;
        }
        let Some(overlay) = kind.open(self) else { return };
        if !overlay.rules().covers_panes() {
            self.view.overlays.clear();
        }
        let below = self.view.clone();
        self.view.overlays.push(overlay);
        if kind == OverlayKind::Others {
            self.select_first_link(&below);
        }
    }
}
