//! `horgos print`: the figures, or one frame, as text.

use std::io::{self, Write};
use std::process::ExitCode;

use ratatui::layout::Size;

use super::Print;
use crate::dashboard::{App, Event, Outcome};
use crate::dataset::Dataset;
use crate::screen::{Theme, frame};

impl Print {
    pub fn run(self, dataset: Dataset) -> color_eyre::Result<ExitCode> {
        let size = self.screen.unwrap_or(Size::new(120, 36));
        let mut app = self.start.app(dataset, size)?;
        if self.screen.is_none() {
            return figures(&app);
        }
        for key in self.keys.map_or_else(Vec::new, |keys| keys.0) {
            if app.handle(Event::Key(key)) == Outcome::Quit {
                break;
            }
        }
        print(&crate::print::plain(&frame(&app, &Theme::mono())))
    }
}

/// Prints the figures of all panes.
pub fn figures(app: &App) -> color_eyre::Result<ExitCode> {
    print(&crate::print::text(app))
}

/// Prints to standard output; a reader that has seen enough is no error.
pub fn print(text: &str) -> color_eyre::Result<ExitCode> {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(error.into()),
        _ => Ok(ExitCode::SUCCESS),
    }
}
