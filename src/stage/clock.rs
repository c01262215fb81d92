//! Measures the time that a talk takes, step by step.

use std::time::{Duration, Instant};

const MINUTE: Duration = Duration::from_secs(60);

/// The clock of a talk. It counts the time of each step, and can pause.
#[derive(Debug, Clone)]
pub struct TalkClock {
    /// The time spent on each step.
    spent: Vec<Duration>,
    /// The planned time of each step.
    planned: Vec<Duration>,
    running: bool,
    /// The time up to which everything is counted.
    seen: Instant,
}

impl TalkClock {
    /// A clock that starts now, for steps with these planned times.
    pub fn new(planned: Vec<Duration>, now: Instant) -> Self {
        Self { spent: vec![Duration::ZERO; planned.len()], planned, running: true, seen: now }
    }

    /// Counts the time until `now` towards a step.
    pub fn advance(&mut self, step: usize, now: Instant) {
        let passed = now.saturating_duration_since(self.seen);
        self.seen = self.seen.max(now);
        if let Some(spent) = self.spent.get_mut(step).filter(|_| self.running) {
            *spent = spent.saturating_add(passed);
        }
    }

    pub fn toggle(&mut self) {
        self.running = !self.running;
    }

    pub fn is_running(&self) -> bool {
        self.running
    }

    /// The time since the start, without pauses.
    pub fn elapsed(&self) -> Duration {
        self.spent.iter().sum()
    }

    /// The planned time of all steps together.
    pub fn planned(&self) -> Duration {
        self.planned.iter().sum()
    }

    /// When the next whole minute will have passed; `None` while the clock is paused.
    pub fn next_minute(&self) -> Option<Instant> {
        let into = Duration::from_secs(self.elapsed().as_secs() % 60)
            + Duration::from_nanos(self.elapsed().subsec_nanos().into());
        self.running.then(|| self.seen + MINUTE.saturating_sub(into))
    }

    /// The planned time of a step, and the time spent on it.
    pub fn of_step(&self, step: usize) -> (Duration, Duration) {
        let at = |times: &[Duration]| times.get(step).copied().unwrap_or_default();
        (at(&self.planned), at(&self.spent))
    }

    /// The planned time of all steps before this one.
    pub fn planned_before(&self, step: usize) -> Duration {
        self.planned.iter().take(step).sum()
    }

    /// The same clock for other steps. Steps that existed `before`, by their index then, keep the time spent on them;
    /// the time of removed steps is added to the first.
    pub fn replan(&mut self, planned: Vec<Duration>, before: impl Fn(usize) -> Option<usize>) {
        let all = self.elapsed();
        let mut spent: Vec<Duration> = (0..planned.len())
            .map(|step| before(step).and_then(|old| self.spent.get(old).copied()).unwrap_or_default())
            .collect();
        let lost = all.saturating_sub(spent.iter().sum());
        if let Some(first) = spent.first_mut() {
            *first += lost;
        }
        (self.spent, self.planned) = (spent, planned);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seconds(seconds: u64) -> Duration {
        Duration::from_secs(seconds)
    }

    #[test]
    fn each_step_has_its_own_time_and_a_pause_has_none() {
        let start = Instant::now();
        let mut clock = TalkClock::new(vec![seconds(45), seconds(60)], start);
        clock.advance(0, start + seconds(30));
        clock.advance(1, start + seconds(50));
        clock.toggle();
        clock.advance(1, start + seconds(500));
        assert_eq!(clock.next_minute(), None);
        clock.toggle();
        clock.advance(1, start + seconds(505));
        assert_eq!(
            (clock.of_step(0), clock.of_step(1)),
            ((seconds(45), seconds(30)), (seconds(60), seconds(25)))
        );
        assert_eq!((clock.elapsed(), clock.planned()), (seconds(55), seconds(105)));
        assert_eq!(clock.next_minute(), Some(start + seconds(510)));
    }

    #[test]
    fn a_whole_minute_is_a_minute_from_the_next() {
        let start = Instant::now();
        let mut clock = TalkClock::new(vec![seconds(300)], start);
        assert_eq!(clock.next_minute(), Some(start + seconds(60)));
        clock.advance(0, start + seconds(60));
        assert_eq!(clock.next_minute(), Some(start + seconds(120)));
    }

    #[test]
    fn no_time_is_lost_when_the_steps_change() {
        let start = Instant::now();
        let mut clock = TalkClock::new(vec![seconds(10); 3], start);
        for (step, at) in [(0, 5), (1, 12), (2, 20)] {
            clock.advance(step, start + seconds(at));
        }
        clock.replan(vec![seconds(10); 2], |step| [None, Some(2)][step]);
        assert_eq!((clock.elapsed(), clock.of_step(1).1), (seconds(20), seconds(8)));
    }
}
