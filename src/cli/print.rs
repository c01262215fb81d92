//! `horgos print`: the figures, or one frame, as text.

use std::io::{self, Write};
use std::process::ExitCode;

use ratatui::layout::Size;

use super::Print;
use super::appearance::printed;
use crate::dashboard::{App, Event, Outcome};
use crate::dataset::Dataset;
use crate::screen::glyphs::text;
use crate::screen::{Glyphs, Theme, frame};

impl Print {
    pub fn run(self, dataset: Dataset) -> color_eyre::Result<ExitCode> {
        let glyphs = printed(self.glyphs);
        let size = self.screen.unwrap_or(Size::new(120, 36));
        let mut app = self.start.app(dataset, size)?;
        if self.screen.is_none() {
            return figures(&app, glyphs);
        }
        for key in self.keys.map_or_else(Vec::new, |keys| keys.0) {
            if app.handle(Event::Key(key)) == Outcome::Quit {
                break;
            }
        }
        print(&crate::print::plain(&frame(&app, &Theme { glyphs, ..Theme::mono() })))
    }
}

/// Prints the figures of all panes.
pub fn figures(app: &App, glyphs: Glyphs) -> color_eyre::Result<ExitCode> {
    let lines: Vec<String> = crate::print::text(app).lines().map(|line| text(glyphs, line)).collect();
    print(&(lines.join("\n") + "\n"))
}

/// Prints to standard output; a reader that has seen enough is no error.
pub fn print(text: &str) -> color_eyre::Result<ExitCode> {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(error.into()),
        _ => Ok(ExitCode::SUCCESS),
    }
}
