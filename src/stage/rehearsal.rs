//! The result of a rehearsal: the planned and the actual time of each step.

use std::fmt::Write as _;
use std::time::Duration;

use super::talk::Talk;

/// Suggested times are multiples of this many seconds.
const ROUNDED: u64 = 5;

impl Talk {
    /// The times of all steps, one per line, with suggested `seconds` for the next version.
    #[must_use]
    pub fn rehearsal(&self) -> String {
        let mut text = format!("{:>9} {:>9} {:>9}  {:>7}  step\n", "planned", "actual", "off by", "seconds");
        let (mut planned_all, mut actual_all) = (Duration::ZERO, Duration::ZERO);
        for (at, (step, _)) in self.steps().enumerate() {
            let (planned, actual) = self.clock().of_step(at);
            (planned_all, actual_all) = (planned_all + planned, actual_all + actual);
            let seconds = (actual.as_secs() + ROUNDED / 2) / ROUNDED * ROUNDED;
            let seconds = seconds.max(ROUNDED);
            let _ = writeln!(text, "{}  {seconds:>7}  {} ({})", times(planned, actual), step.title, step.id);
        }
        let _ = writeln!(text, "{}  {:>7}  all", times(planned_all, actual_all), "");
        text
    }
}

fn times(planned: Duration, actual: Duration) -> String {
    let (sign, by) = match (actual.as_secs(), planned.as_secs()) {
        (actual, planned) if actual > planned => ("+", actual - planned),
        (actual, planned) if actual < planned => ("−", planned - actual),
        _ => ("", 0),
    };
    let off = format!("{sign}{}", clock(by));
    format!("{:>9} {:>9} {off:>9}", clock(planned.as_secs()), clock(actual.as_secs()))
}

fn clock(seconds: u64) -> String {
    format!("{}:{:02}", seconds / 60, seconds % 60)
}
