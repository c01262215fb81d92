//! Of several intervals that should overlap, the two that lie furthest apart.

use crate::analysis::Interval;

/// The highest and the lowest interval, each with its subject; on a tie, the first one.
#[derive(Debug, Clone, Copy)]
pub struct Extremes<T> {
    pub highest: (T, Interval),
    pub lowest: (T, Interval),
    /// How many intervals there are.
    pub count: usize,
}

impl<T: Copy> Extremes<T> {
    pub fn new(of: T, interval: Interval) -> Self {
        Self { highest: (of, interval), lowest: (of, interval), count: 1 }
    }

    pub fn add(&mut self, of: T, interval: Interval) {
        self.count += 1;
        if interval.low() > self.highest.1.low() {
            self.highest = (of, interval);
        }
        if interval.high() < self.lowest.1.high() {
            self.lowest = (of, interval);
        }
    }

    /// True if all intervals have a value in common.
    pub fn agree(&self) -> bool {
        self.highest.1.low() <= self.lowest.1.high()
    }
}
