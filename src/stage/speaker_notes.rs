//! The speaker's notes on a second terminal, which also drives the talk.

use std::time::{Duration, Instant};

use ratatui::layout::Size;

use super::link::Arrival;
use super::protocol::{Briefing, Heard};
use super::remote::Remote;
use super::scene::{Scene, SceneState};
use crate::dashboard::{Appearance, Event, Key, Outcome, twin};
use crate::text::wrap;

/// Rows that are not available to the notes: above them the time, the step with its state, the title and a blank row,
/// with up to three rows for the time; below them the next title and the keys.
const AROUND: u16 = 7;

/// The notes, and what is being typed.
pub struct SpeakerNotes {
    size: Size,
    appearance: Appearance,
    drive: Box<dyn FnMut(Remote) -> bool + Send>,
    latest: Option<(Scene, Briefing)>,
    /// When that arrived.
    latest_at: Instant,
    now: Instant,
    is_connected: bool,
    /// The part of a step number that has been typed.
    typed: Option<usize>,
    has_help: bool,
    /// True if the last command could not be sent.
    has_send_failed: bool,
    /// The first line of the notes that is shown.
    top: usize,
}

/// The time as the notes show it, in whole seconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct NotesTime {
    pub elapsed: u64,
    pub planned: u64,
    pub step_elapsed: u64,
    pub step_planned: u64,
    /// Seconds behind the plan; ahead of it if negative.
    pub behind: i64,
}

impl SpeakerNotes {
    /// Notes on a screen of this size. Commands are passed to `drive`, which returns false if no one received them.
    #[must_use]
    pub fn new(
        size: Size,
        appearance: Appearance,
        now: Instant,
        drive: impl FnMut(Remote) -> bool + Send + 'static,
    ) -> Self {
        Self {
            size,
            appearance,
            drive: Box::new(drive),
            latest: None,
            latest_at: now,
            now,
            is_connected: false,
            typed: None,
            has_help: false,
            has_send_failed: false,
            top: 0,
        }
    }

    /// Handles an event of the terminal.
    #[expect(clippy::needless_pass_by_value, reason = "as every program takes it")]
    pub fn handle(&mut self, event: Event) -> Outcome {
        match event {
            Event::Resize(size) => {
                self.size = size;
                self.top = self.top.min(self.last_top());
                Outcome::Repaint
            }
            Event::Key(key) => self.press(key),
            Event::AfterEscape(_) | Event::Paste(_) | Event::Click(_) | Event::Wheel(..) => {
                Outcome::Unchanged
            }
        }
    }

    fn press(&mut self, key: Key) -> Outcome {
        let typed = self.typed.take();
        let was_unheard = std::mem::take(&mut self.has_send_failed);
        let outcome = self.act(key, typed).or_else(|| self.act(twin(key)?, typed));
        match outcome {
            Some(outcome) => outcome,
            None if typed.is_some() || was_unheard => Outcome::Changed,
            None => Outcome::Unchanged,
        }
    }

    fn act(&mut self, key: Key, typed: Option<usize>) -> Option<Outcome> {
        let remote = match key {
            Key::Char('q') | Key::Ctrl('c') => return Some(Outcome::Quit),
            Key::Ctrl('l') => return Some(Outcome::Repaint),
            Key::Char('?') => {
                self.has_help = !self.has_help;
                return Some(Outcome::Changed);
            }
            Key::Escape if self.has_help => {
                self.has_help = false;
                return Some(Outcome::Changed);
            }
            Key::Char(digit @ '0'..='9') => {
                let digit = usize::from(u8::try_from(digit).unwrap_or(b'0') - b'0');
                let number = typed.unwrap_or(0).saturating_mul(10).saturating_add(digit);
                self.typed = Some(number).filter(|number| (1..10_000).contains(number)).or(typed);
                return Some(Outcome::Changed);
            }
            Key::Backspace if typed.is_some() => {
                self.typed = typed.map(|typed| typed / 10).filter(|typed| *typed > 0);
                return Some(Outcome::Changed);
            }
            Key::Down | Key::Char('j') => return Some(self.scroll(self.top + 1)),
            Key::Up | Key::Char('k') => return Some(self.scroll(self.top.saturating_sub(1))),
            Key::Enter => Remote::Go(typed?.checked_sub(1)?),
            Key::PageDown | Key::Right | Key::Char(' ') => Remote::Next,
            Key::PageUp | Key::Left | Key::Backspace => Remote::Back,
            Key::Char('b' | '.') => Remote::Blank,
            Key::Char('t') => Remote::Clock,
            Key::Char('Z') => Remote::Number,
            Key::Char('x') => Remote::Spotlight,
            Key::Char('r') | Key::F5 => Remote::Return,
            Key::Char(_)
            | Key::Ctrl(_)
            | Key::Tab
            | Key::BackTab
            | Key::Home
            | Key::End
            | Key::Delete
            | Key::AltBackspace
            | Key::Escape => return None,
        };
        self.has_send_failed = !(self.drive)(remote);
        Some(if self.has_send_failed || typed.is_some() { Outcome::Changed } else { Outcome::Unchanged })
    }

    fn scroll(&mut self, to: usize) -> Outcome {
        let to = to.min(self.last_top());
        let before = std::mem::replace(&mut self.top, to);
        if self.top == before { Outcome::Unchanged } else { Outcome::Changed }
    }

    /// The first line on screen when scrolled to the end.
    fn last_top(&self) -> usize {
        let room = self.size().height.saturating_sub(AROUND).max(1);
        self.lines().len().saturating_sub(room.into())
    }

    /// The notes of the step, as wide as the screen has room for.
    pub(crate) fn lines(&self) -> Vec<String> {
        let room = self.size().width.saturating_sub(2);
        let notes = self.latest.iter().flat_map(|(_, latest)| &latest.view.notes);
        notes.flat_map(|note| wrap(note, room)).collect()
    }

    /// Handles something that arrived from the talk.
    pub fn arrive(&mut self, arrival: Arrival, now: Instant) -> Outcome {
        match arrival {
            Arrival::Heard(Heard::Scene(scene, Some(briefing))) => {
                if self.latest.as_ref().is_none_or(|(before, _)| before.step != scene.step) {
                    self.top = 0;
                }
                (self.latest, self.latest_at, self.now) = (Some((*scene, *briefing)), now, now);
                self.is_connected = true;
            }
            Arrival::Heard(Heard::Hello(_) | Heard::Scene(_, None)) => return Outcome::Unchanged,
            Arrival::Heard(Heard::Full | Heard::Newer(_)) | Arrival::Lost { .. } => {
                if !std::mem::replace(&mut self.is_connected, false) {
                    return Outcome::Unchanged;
                }
            }
        }
        Outcome::Changed
    }

    /// Handles the passing of time.
    pub fn tick(&mut self, now: Instant) -> Outcome {
        let before = self.time();
        self.now = self.now.max(now);
        if self.time() == before { Outcome::Unchanged } else { Outcome::Changed }
    }

    /// When the next second of the talk will have passed; `None` while its clock is paused.
    #[must_use]
    pub fn deadline(&self) -> Option<Instant> {
        let (_, briefing) = self.latest.as_ref().filter(|_| self.is_ticking())?;
        let elapsed = briefing.view.clock.elapsed + self.now.saturating_duration_since(self.latest_at);
        let next = Duration::from_secs(elapsed.as_secs() + 1);
        Some(self.latest_at + next.saturating_sub(briefing.view.clock.elapsed))
    }

    fn is_ticking(&self) -> bool {
        let goes_on = |(scene, latest): &(Scene, Briefing)| {
            latest.view.clock.running && scene.state != SceneState::Ended
        };
        self.is_connected && self.latest.as_ref().is_some_and(goes_on)
    }

    /// The present time. All clocks advance together, so that there is one tick per second.
    pub(crate) fn time(&self) -> Option<NotesTime> {
        let (_, latest) = self.latest.as_ref()?;
        let clock = latest.view.clock;
        let passed = if self.is_ticking() {
            self.now.saturating_duration_since(self.latest_at)
        } else {
            Duration::ZERO
        };
        let elapsed = (clock.elapsed + passed).as_secs();
        let before = clock.elapsed.saturating_sub(clock.step_elapsed).as_secs();
        let step_elapsed = elapsed.saturating_sub(before);
        let step_planned = clock.step_planned.as_secs();
        let due = clock.planned_before.as_secs() + step_elapsed.min(step_planned);
        let behind = i64::try_from(elapsed).unwrap_or(i64::MAX) - i64::try_from(due).unwrap_or(i64::MAX);
        Some(NotesTime { elapsed, planned: clock.planned.as_secs(), step_elapsed, step_planned, behind })
    }

    /// The current scene, and what only the speaker sees.
    pub(crate) fn latest(&self) -> Option<(&Scene, &Briefing)> {
        self.latest.as_ref().map(|(scene, briefing)| (scene, briefing))
    }

    pub(crate) fn is_connected(&self) -> bool {
        self.is_connected
    }

    /// The part of a step number that has been typed.
    pub(crate) fn typed(&self) -> Option<usize> {
        self.typed
    }

    pub(crate) fn has_help(&self) -> bool {
        self.has_help
    }

    /// True if the last command could not be sent.
    pub(crate) fn has_send_failed(&self) -> bool {
        self.has_send_failed
    }

    pub(crate) fn top(&self) -> usize {
        self.top
    }

    /// The size of the screen.
    #[must_use]
    pub fn size(&self) -> Size {
        Size::new(self.size.width.min(500), self.size.height.min(200))
    }

    /// The colours.
    #[must_use]
    pub fn appearance(&self) -> Appearance {
        self.appearance
    }
}
