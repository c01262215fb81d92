//! A talk that goes on by itself.

use std::time::{Duration, Instant};

/// The minimum time without keys after which it goes on.
const LEAST_PAUSE: Duration = Duration::from_secs(10);
/// A pause is as long as this many steps.
const STEPS_OF_PAUSE: u32 = 3;

/// Decides when a talk goes on by itself. It always has a due time, so nothing can stop it for good.
#[derive(Debug, Clone)]
pub struct Kiosk {
    every: Option<Duration>,
    /// When it goes on.
    due: Instant,
    /// How long no key may be pressed before it goes on; `None` while it is not paused.
    pause: Option<Duration>,
}

/// The next thing to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Due {
    /// Nothing yet.
    Nothing,
    /// Go on by one row, line or step.
    Next,
    /// Return to the step: no key was pressed for long enough.
    Resume,
}

impl Kiosk {
    /// Shows each row, line and step for `every`, or else for its share of the planned time of its step.
    pub fn new(every: Option<Duration>, now: Instant) -> Self {
        Self { every, due: now, pause: None }
    }

    /// How long one thing is shown of a step with this planned time and number of things to reveal.
    fn show_time(&self, planned: Duration, reveals: usize) -> Duration {
        let things = u32::try_from(reveals).unwrap_or(u32::MAX).saturating_add(1);
        self.every.unwrap_or(planned / things).max(Duration::from_millis(100))
    }

    /// Starts the time of one thing of a step.
    pub fn show(&mut self, planned: Duration, reveals: usize, now: Instant) {
        self.due = now + self.show_time(planned, reveals);
        self.pause = None;
    }

    /// Pauses after a key: for the time of three steps such as this one, but at least ten seconds.
    pub fn pause(&mut self, planned: Duration, now: Instant) {
        let pause = (self.every.unwrap_or(planned) * STEPS_OF_PAUSE).max(LEAST_PAUSE);
        self.pause = Some(pause);
        self.due = now + pause;
    }

    /// During a pause, how long no key may be pressed before it goes on.
    pub fn paused(&self) -> Option<Duration> {
        self.pause
    }

    /// When it goes on.
    pub fn due(&self) -> Instant {
        self.due
    }

    pub fn at(&self, now: Instant) -> Due {
        match (now >= self.due, self.pause) {
            (false, _) => Due::Nothing,
            (true, None) => Due::Next,
            (true, Some(_)) => Due::Resume,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MINUTE: Duration = Duration::from_secs(60);

    #[test]
    fn things_share_the_time_of_their_step() {
        let now = Instant::now();
        let mut kiosk = Kiosk::new(None, now);
        kiosk.show(MINUTE, 5, now);
        assert_eq!(kiosk.due(), now + MINUTE / 6);
        let mut kiosk = Kiosk::new(Some(Duration::from_secs(5)), now);
        kiosk.show(MINUTE, 5, now);
        assert_eq!(kiosk.due(), now + Duration::from_secs(5));
    }

    #[test]
    fn a_key_pauses_it_for_three_steps_and_ten_seconds_at_least() {
        let now = Instant::now();
        for (every, pause) in [(None, 180), (Some(5), 15), (Some(1), 10)] {
            let mut kiosk = Kiosk::new(every.map(Duration::from_secs), now);
            kiosk.pause(MINUTE, now);
            let pause = Duration::from_secs(pause);
            assert_eq!((kiosk.paused(), kiosk.at(now)), (Some(pause), Due::Nothing));
            assert_eq!(kiosk.at(now + pause), Due::Resume);
            kiosk.show(MINUTE, 0, now + pause);
            assert_eq!(kiosk.paused(), None);
        }
    }
}
