//! What each action makes of what is looked at.

use super::action::{Action, Event, Move, Outcome};
use super::app::App;
use super::cursor::Cursor;
use super::effect::{Clip, Effect};
use super::input::action;
use super::layout::drawn;
use super::notice::Notice;
use super::overlays::palette;
use super::view::{Layer, View};

impl App {
    /// Takes what happened at the terminal.
    pub fn handle(&mut self, event: Event) -> Outcome {
        match event {
            Event::Key(key) => {
                action(self.key_mode(), key).map_or(Outcome::Unchanged, |action| self.update(action))
            }
            Event::Paste(text) => self.paste(&text),
            Event::Click(at) => self.update(Action::Click(at)),
            Event::Wheel(step, at) => self.update(Action::Wheel(step, at)),
            // Whatever came of it, the terminal may have moved or lost what it showed.
            Event::Resize(size) => {
                self.update(Action::Resize(size));
                Outcome::Repaint
            }
        }
    }

    /// Carries out an action.
    pub fn update(&mut self, action: Action) -> Outcome {
        let before = self.frame_key();
        if !matches!(action, Action::Resize(_) | Action::Repaint | Action::Suspend) {
            self.notice = None;
        }
        match action {
            Action::Quit => return Outcome::Quit,
            Action::Suspend => return Outcome::Perform(Effect::Suspend),
            Action::Repaint => return Outcome::Repaint,
            Action::Resize(size) => {
                self.size = drawn(size);
            }
            Action::Go(step) => self.go(step),
            Action::PreviousPane => self.turn(Move::Previous),
            Action::NextPane => self.turn(Move::Next),
            Action::Focus(pane) => self.focus(pane),
            Action::Open => {
                if let Some(outcome) = self.open() {
                    return outcome;
                }
            }
            Action::CopyRow => {
                if let Some(clip) = self.clip() {
                    return Outcome::Perform(Effect::Copy(clip));
                }
            }
            Action::CopyPane if self.shows_pane() => {
                return Outcome::Perform(Effect::Copy(Clip::Pane(self.focused_rows())));
            }
            Action::Export if self.shows_pane() => self.name_a_file(),
            Action::Sort if self.is_among_panes() => {
                let mixed = self.is_mixed(self.view.focus);
                self.sort(|sort| sort.next(mixed));
            }
            Action::Reverse if self.is_among_panes() => self.sort(super::order::Sort::reversed),
            Action::Unit if self.shows_pane() => self.next_unit(),
            Action::Overwrite => {
                if let Some(effect) = self.export(true) {
                    return Outcome::Perform(effect);
                }
            }
            Action::Zoom if self.is_among_panes() => self.toggle(&Layer::Zoom),
            Action::Back => self.back(),
            Action::NextTheme => {
                self.appearance.theme = self.appearance.theme.next();
                self.notice = Some(Notice::Said(format!("theme {}", self.appearance.theme.name())));
            }
            Action::Mouse => {
                self.mouse = !self.mouse;
                self.notice = Some(Notice::Mouse(self.mouse));
                return Outcome::Perform(Effect::Mouse(self.mouse));
            }
            Action::Click(at) => self.click(at),
            Action::Wheel(step, at) => self.wheel(step, at),
            Action::Help => self.toggle(&Layer::Help { cursor: Cursor::default() }),
            Action::Find => {
                self.view.layers.retain(|layer| *layer == Layer::Zoom);
                self.view.layers.push(Layer::Find { from: self.view.focus });
            }
            Action::Palette => {
                self.view.layers.push(Layer::Palette { text: String::new(), cursor: Cursor::default() });
            }
            Action::Address => self.toggle(&Layer::Address { cursor: Cursor::default() }),
            Action::Type(letter) => self.edit(|text| text.push(letter)),
            Action::Erase => self.erase(),
            Action::Clear => self.edit(String::clear),
            Action::NextHit => self.hit(Move::Next),
            Action::PreviousHit => self.hit(Move::Previous),
            Action::Compare => self.compare(),
            // What would change behind a text is left alone.
            Action::CopyPane
            | Action::Export
            | Action::Zoom
            | Action::Sort
            | Action::Reverse
            | Action::Unit => {}
        }
        self.refresh(&before.view);
        self.follow_hits(&before.view);
        self.greet();
        if self.frame_key() == before { Outcome::Unchanged } else { Outcome::Changed }
    }

    /// Looks at `view`, whatever was looked at before.
    pub(super) fn show(&mut self, view: View) {
        let before = std::mem::replace(&mut self.view, view);
        self.refresh(&before);
    }

    fn go(&mut self, step: Move) {
        let (rows, height) = self.extent();
        let is_text = matches!(self.view.layers.last(), Some(Layer::Help { .. } | Layer::Address { .. }));
        if let Some(cursor) = self.cursor_mut() {
            *cursor =
                if is_text { cursor.scroll(step, rows, height) } else { cursor.step(step, rows, height) };
        }
    }

    /// To another pane; with a figure open, to another row of the pane.
    fn turn(&mut self, step: Move) {
        let panes = self.rows.len();
        match self.view.layers.last() {
            Some(
                Layer::Help { .. }
                | Layer::Palette { .. }
                | Layer::Address { .. }
                | Layer::Export { .. }
                | Layer::Find { .. },
            ) => {}
            Some(Layer::Detail { .. }) => {
                let rows = self.rows(self.view.focus).len();
                if let Some(cursor) = self.view.cursors.get_mut(self.view.focus) {
                    *cursor = cursor.step(step, rows, rows);
                }
                if let Some(topic) = self.selected() {
                    self.view.layers.retain(|layer| !matches!(layer, Layer::Detail { .. }));
                    self.view.layers.push(Layer::Detail { topic, cursor: Cursor::default() });
                }
            }
            Some(Layer::Zoom) | None => {
                let by = if step == Move::Next { 1 } else { panes.saturating_sub(1) };
                self.view.focus = (self.view.focus + by) % panes.max(1);
            }
        }
    }

    fn focus(&mut self, pane: usize) {
        if pane < self.rows.len() {
            self.view.layers.retain(|layer| *layer == Layer::Zoom);
            self.view.focus = pane;
        }
    }

    /// Opens what is selected: a row, what a line leads to, a command of the palette; keeps what was typed to find;
    /// has the file that was named written. What a command came to is all that came of it.
    fn open(&mut self) -> Option<Outcome> {
        match self.view.layers.last() {
            Some(Layer::Find { .. }) => {
                self.view.layers.pop();
                return None;
            }
            // A name that is empty is no name: that is a way back beside Esc.
            Some(Layer::Export { file, .. }) if file.is_empty() => {
                self.view.layers.pop();
                return None;
            }
            Some(Layer::Export { .. }) => return self.export(false).map(Outcome::Perform),
            Some(Layer::Palette { text, cursor }) => {
                let chosen = palette::chosen(text, cursor.selected)?;
                self.view.layers.pop();
                self.fit();
                return Some(self.update(chosen)).filter(|outcome| *outcome != Outcome::Unchanged);
            }
            Some(Layer::Help { .. } | Layer::Address { .. } | Layer::Detail { .. } | Layer::Zoom) | None => {}
        }
        let topic = self.leads_to()?;
        self.view.layers.push(Layer::Detail { topic, cursor: Cursor::default() });
        None
    }

    /// Gives a pane the whole screen, with nothing over it.
    pub fn zoom_to(&mut self, pane: usize) {
        self.update(Action::Focus(pane));
        if !self.view.zoomed() {
            self.update(Action::Zoom);
        }
    }

    /// Takes the uppermost layer away; with none, what is found for, then what is compared with.
    pub(super) fn back(&mut self) {
        match self.view.layers.pop() {
            Some(Layer::Find { from }) => {
                self.view.find.clear();
                self.view.focus = from;
            }
            Some(_) => {}
            None if !self.view.find.is_empty() => self.view.find.clear(),
            None => self.view.against = None,
        }
    }

    /// Puts a layer on top, or takes it away where it is there already.
    fn toggle(&mut self, layer: &Layer) {
        let same = |other: &Layer| std::mem::discriminant(other) == std::mem::discriminant(layer);
        if self.view.layers.iter().any(same) {
            self.view.layers.retain(|other| !same(other));
        } else if self.view.layers.is_empty() || *layer != Layer::Zoom {
            self.view.layers.push(layer.clone());
        }
    }
}
