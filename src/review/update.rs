//! Carries out actions.

use std::time::Instant;

use super::action::ReviewAction;
use super::bindings::action;
use super::desk::DraftReview;
use super::files::Kept;
use super::mend::{set, set_number, taken_alike, unsaid};
use super::number;
use super::overlay::{Choose, NumberEntry, ReviewOverlay, SaveName, Spread};
use super::part::RowPart;
use crate::dashboard::{
    Cursor, Effect, Event, KeyboardScript, LineEditor, Outcome, alt_edit, first_line, is_cyrillic,
};
use crate::draft::Review;

impl DraftReview {
    /// Takes an event of the terminal at the time `now`.
    pub fn handle(&mut self, event: Event, now: Instant) -> Outcome {
        if self.dashboard.is_some() {
            return self.handle_in_dashboard(event);
        }
        let outcome = match event {
            Event::Key(key) => {
                if is_cyrillic(key) {
                    self.keyboard = KeyboardScript::Cyrillic;
                }
                self.take(action(self.is_typing(), key, self.keyboard))
            }
            Event::AfterEscape(key) => self.take(alt_edit(key).map(ReviewAction::Edit)),
            Event::Paste(text) => self.paste(&text),
            Event::Resize(size) => {
                self.size = crate::dashboard::drawn(size);
                self.refresh();
                self.show_figure();
                Outcome::Repaint
            }
            Event::Click(at) => self.click(at),
            Event::Wheel(step, at) => self.wheel(step, at),
        };
        if self.kept == Kept::Pending && self.files.draft.is_some() && self.due.is_none() {
            self.due = Some(now);
        }
        outcome
    }

    fn take(&mut self, action: Option<ReviewAction>) -> Outcome {
        action.map_or(Outcome::Unchanged, |action| self.update(action))
    }

    /// Carries out an action. One that can do nothing here does nothing, but ends what was said for a moment.
    pub fn update(&mut self, action: ReviewAction) -> Outcome {
        let had_notice = self.notice.take().is_some();
        if !self.can(action) {
            return if had_notice { Outcome::Changed } else { Outcome::Unchanged };
        }
        let outcome = match self.overlay.take() {
            Some(overlay) => self.act_in(overlay, action),
            None => self.act(action),
        };
        self.refresh();
        outcome.unwrap_or(Outcome::Changed)
    }

    fn act(&mut self, action: ReviewAction) -> Option<Outcome> {
        match action {
            ReviewAction::Accept => self.decide(Review::Confirmed),
            ReviewAction::Reject => {
                let is_rejected = self.row().is_some_and(|row| row.review == Review::Rejected);
                self.decide(if is_rejected { Review::Open } else { Review::Rejected });
            }
            ReviewAction::Mend => self.open_choices(self.part, false),
            ReviewAction::NextDoubtful => {
                if let Some(next) = self.next_doubtful() {
                    self.go(next);
                }
            }
            ReviewAction::AcceptSure => self.accept_sure(),
            ReviewAction::ForAll(facet) => self.open_choices(RowPart::Facet(facet), true),
            ReviewAction::Undo => self.undo(),
            ReviewAction::Save => self.open_save(),
            ReviewAction::Dashboard => self.open_dashboard(),
            ReviewAction::Unexpressed => {
                self.overlay = Some(ReviewOverlay::Unexpressed(Cursor::default()));
            }
            ReviewAction::Go(step) => self.go(self.row_after(step)),
            ReviewAction::Part(turn) => self.part = self.part_after(turn),
            ReviewAction::Scroll(turn) => self.top = self.top_after(turn),
            ReviewAction::Help => self.overlay = Some(ReviewOverlay::Help(Cursor::default())),
            ReviewAction::NextTheme => self.next_theme(),
            ReviewAction::Mouse => return Some(self.turn_mouse()),
            ReviewAction::Repaint => return Some(Outcome::Repaint),
            ReviewAction::Suspend => return Some(Outcome::Perform(Effect::Suspend)),
            ReviewAction::Quit if self.has_unsaved() => {
                self.overlay = Some(ReviewOverlay::Leave(Cursor::default()));
            }
            ReviewAction::Quit | ReviewAction::QuitNow => return Some(self.leave()),
            ReviewAction::Overwrite | ReviewAction::Edit(_) | ReviewAction::Back => {}
        }
        None
    }

    /// Carries out an action in what is open, which closes unless it is put back.
    fn act_in(&mut self, overlay: ReviewOverlay, action: ReviewAction) -> Option<Outcome> {
        match (action, overlay) {
            (ReviewAction::Repaint, overlay) => {
                self.overlay = Some(overlay);
                return Some(Outcome::Repaint);
            }
            (ReviewAction::Suspend, overlay) => {
                self.overlay = Some(overlay);
                return Some(Outcome::Perform(Effect::Suspend));
            }
            (ReviewAction::NextTheme, overlay) => {
                self.overlay = Some(overlay);
                self.next_theme();
            }
            (ReviewAction::Mouse, overlay) => {
                self.overlay = Some(overlay);
                return Some(self.turn_mouse());
            }
            (ReviewAction::QuitNow, _)
            | (ReviewAction::Quit, ReviewOverlay::Leave(_) | ReviewOverlay::Resume(_)) => {
                return Some(self.leave());
            }
            (ReviewAction::Go(step), mut overlay) => {
                let after = self.cursor_after(step).map(|(_, after)| after);
                if let (Some(cursor), Some(after)) = (overlay.cursor_mut(), after) {
                    *cursor = after;
                }
                self.overlay = Some(overlay);
            }
            (ReviewAction::Edit(edit), overlay) => self.edit(overlay, |line| line.edit(edit)),
            (ReviewAction::Save, _) => self.open_save(),
            (ReviewAction::Overwrite, overlay) => {
                self.overlay = Some(overlay);
                return self.save(true);
            }
            (ReviewAction::Accept, overlay) => return self.accept_in(overlay),
            (_, ReviewOverlay::Resume(_)) => self.resume(),
            (_, _) => {}
        }
        None
    }

    /// Does what Enter does in what is open.
    fn accept_in(&mut self, overlay: ReviewOverlay) -> Option<Outcome> {
        match overlay {
            ReviewOverlay::Choose(choose) => self.choose(&choose),
            ReviewOverlay::Number(entry) => self.take_number(entry),
            ReviewOverlay::Spread(spread) => {
                let is_for_all = spread.cursor.selected == 0;
                let mut rows = if is_for_all { spread.others.clone() } else { Vec::new() };
                rows.push(self.at);
                self.mend(&rows, &spread);
            }
            ReviewOverlay::Leave(cursor) if cursor.selected == 0 && !self.is_secure => self.open_save(),
            ReviewOverlay::Leave(_) => return Some(self.leave()),
            ReviewOverlay::Resume(cursor) if cursor.selected == 0 => self.resume(),
            ReviewOverlay::Resume(_) => self.earlier = None,
            ReviewOverlay::Save(save) => {
                self.overlay = Some(ReviewOverlay::Save(save));
                return self.save(false);
            }
            ReviewOverlay::Help(_) | ReviewOverlay::Unexpressed(_) => {}
        }
        None
    }

    /// Confirms or rejects the present row, and goes on to the next that is open.
    fn decide(&mut self, review: Review) {
        self.change(&[self.at], |row| row.review = review);
        match self.next_open() {
            Some(next) if review != Review::Open => self.go(next),
            Some(_) => {}
            None => {
                let save = if self.is_secure { "" } else { ": w writes the dataset" };
                self.notice = Some(format!("every row is decided{save}"));
            }
        }
    }

    fn accept_sure(&mut self) {
        let count = self.change(&self.sure(), |row| row.review = Review::Confirmed);
        let rows = if count == 1 { "1 row".to_owned() } else { format!("{count} rows") };
        if let Some(next) = self.next_open() {
            self.go(next);
        }
        self.notice = Some(format!("{rows} accepted"));
    }

    /// Takes the selected value: for all rows that do not say it, or for this one, and then perhaps for those alike.
    fn choose(&mut self, choose: &Choose) {
        let Some(choice) = choose.found.get(choose.cursor.selected).cloned() else { return };
        let choice = self.settled(choice);
        let (part, rows) = (choose.part, &self.draft.rows);
        let others = if choose.for_all { unsaid(rows, part) } else { taken_alike(rows, self.at, part) };
        let spread = Spread { part, choice, others, cursor: Cursor::default() };
        if choose.for_all {
            self.mend(&spread.others.clone(), &spread);
        } else if spread.others.is_empty() {
            self.mend(&[self.at], &spread);
        } else {
            self.overlay = Some(ReviewOverlay::Spread(spread));
        }
    }

    fn mend(&mut self, rows: &[usize], spread: &Spread) {
        let count = self.change(rows, |row| set(row, spread.part, &spread.choice));
        let words = spread.choice.words(&self.draft);
        let rows = if count == 1 { "1 row".to_owned() } else { format!("{count} rows") };
        self.notice = Some(format!("{} of {rows}: {words}", spread.part.name()));
    }

    fn take_number(&mut self, entry: NumberEntry) {
        match number::parse(entry.line.text()) {
            Ok(number) => {
                self.change(&[self.at], |row| set_number(row, number));
            }
            Err(why) => {
                self.overlay = Some(ReviewOverlay::Number(NumberEntry { said: Some(why), ..entry }));
            }
        }
    }

    fn edit(&mut self, mut overlay: ReviewOverlay, change: impl FnOnce(&mut LineEditor)) {
        match &mut overlay {
            ReviewOverlay::Choose(Choose { line, .. }) => change(line),
            ReviewOverlay::Number(NumberEntry { line, said }) => {
                change(line);
                *said = None;
            }
            ReviewOverlay::Save(SaveName { line, is_taken, said }) => {
                change(line);
                (*is_taken, *said) = (false, None);
            }
            ReviewOverlay::Help(_)
            | ReviewOverlay::Unexpressed(_)
            | ReviewOverlay::Spread(_)
            | ReviewOverlay::Leave(_)
            | ReviewOverlay::Resume(_) => {}
        }
        self.overlay = Some(overlay);
        self.find_choices();
    }

    /// Inserts the first line of a pasted text at the caret. Anywhere else a paste does nothing: it must not be taken
    /// for commands.
    fn paste(&mut self, text: &str) -> Outcome {
        let Some(overlay) = self.overlay.take_if(|overlay| overlay.is_typing()) else {
            return Outcome::Unchanged;
        };
        let letters = first_line(text);
        self.edit(overlay, |line| line.insert(&letters));
        self.refresh();
        Outcome::Changed
    }

    /// Takes a kept draft up again.
    fn resume(&mut self) {
        if let Some(earlier) = self.earlier.take() {
            self.draft.resume(&earlier);
            self.history.clear();
            self.begin();
            let (confirmed, rejected, _) = self.counts();
            let left = self.draft.rows.len() - confirmed - rejected;
            self.notice = Some(format!("taken up again: {left} left"));
            (self.kept, self.is_saved) = (Kept::Kept, false);
        }
    }

    /// Shows another row.
    pub(super) fn go(&mut self, at: usize) {
        if at < self.draft.rows.len() {
            self.at = at;
            self.settle_on_row();
        }
    }

    fn next_theme(&mut self) {
        self.appearance.theme = self.appearance.theme.next();
        self.notice = Some(format!("theme {}", self.appearance.theme.name()));
    }

    /// Ends the program, once the draft is kept.
    fn leave(&mut self) -> Outcome {
        self.is_leaving = true;
        let keeping = self.keep();
        if keeping == Outcome::Unchanged { Outcome::Quit } else { keeping }
    }
}
