//! Warnings: oddities of the files behind the dashboard that prevent nothing, such as an unknown column or rows that
//! were set aside. The header counts them, and an overlay lists them.

use std::fmt;
use std::sync::Arc;

use super::app::App;
use super::notice::Notice;
use crate::formats::Problem;
use crate::text::harmless::harmless;

/// An oddity, and where it is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Warning {
    /// The oddity, as one sentence.
    pub text: String,
    /// Places in files, one per line: `mine.json:2:88: observations[0].lable`. Empty if the sentence names it.
    pub places: Vec<String>,
}

impl Warning {
    /// A warning that names no place in a file.
    #[must_use]
    pub fn new(text: &str) -> Self {
        Self { text: harmless(text), places: Vec::new() }
    }

    /// The same warning with one more place.
    #[must_use]
    pub fn at(mut self, place: &str) -> Self {
        self.places.push(harmless(place));
        self
    }

    /// A problem of a file that does not prevent its use.
    #[must_use]
    pub fn from_problem<F: fmt::Display>(problem: &Problem<F>) -> Self {
        let what = problem.what.to_string();
        let Problem { file, line, column, place, .. } = problem;
        let inside = if place.is_empty() { String::new() } else { format!(": {place}") };
        let text = what.strip_prefix("warning: ").unwrap_or(&what);
        Self::new(text).at(&format!("{file}:{line}:{column}{inside}"))
    }
}

impl App {
    /// The same dashboard with warnings about its files, which the footer announces once.
    #[must_use]
    pub fn with_warnings(mut self, warnings: impl IntoIterator<Item = Warning>) -> Self {
        self.warnings = self.warnings.iter().cloned().chain(warnings).collect::<Arc<[Warning]>>();
        if let Some(count) = self.warning_count() {
            self.notice = Some(Notice::Said(format!("{count}; W shows them")));
        }
        self
    }

    /// The warnings about the files behind the dashboard.
    #[must_use]
    pub fn warnings(&self) -> &[Warning] {
        &self.warnings
    }

    /// The number of warnings in words; `None` without one.
    #[must_use]
    pub fn warning_count(&self) -> Option<String> {
        if self.is_outdated() {
            return Some("the file is broken".to_owned());
        }
        match self.warnings.len() {
            0 => None,
            1 => Some("1 warning".to_owned()),
            count => Some(format!("{count} warnings")),
        }
    }
}
