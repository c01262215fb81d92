//! `horgos print`: the figures, or one frame, as text.

use std::io::{self, Write};
use std::process::ExitCode;

use color_eyre::eyre::eyre;
use ratatui::layout::Size;

use super::Print;
use crate::dashboard::{App, Outcome, action, parse_keys};
use crate::dataset::Dataset;
use crate::screen::{Theme, frame};

impl Print {
    pub fn run(self, dataset: Dataset) -> color_eyre::Result<ExitCode> {
        let Some(size) = self.screen else { return figures(dataset) };
        let keys = parse_keys(&self.keys).map_err(|what| eyre!("--keys: {what}"))?;
        let mut app = App::new(dataset, size);
        for action in keys.into_iter().filter_map(action) {
            if app.update(action) == Outcome::Quit {
                break;
            }
        }
        print(&crate::print::plain(&frame(&app, &Theme::mono())))
    }
}

/// Prints the figures of all panes.
pub fn figures(dataset: Dataset) -> color_eyre::Result<ExitCode> {
    print(&crate::print::text(&App::new(dataset, Size::new(120, 36))))
}

/// Prints to standard output; a reader that has seen enough is no error.
pub fn print(text: &str) -> color_eyre::Result<ExitCode> {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(error.into()),
        _ => Ok(ExitCode::SUCCESS),
    }
}
