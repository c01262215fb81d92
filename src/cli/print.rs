//! `horgos print`: the figures, or a picture of the screen.

use std::io::{self, Write};
use std::process::ExitCode;

use clap::Args;
use color_eyre::eyre::WrapErr;
use ratatui::layout::Size;

use super::appearance::{self, printed};
use super::settings::Asked;
use super::{Input, Start, Wrong};
use crate::dashboard::{Event, Key, Outcome, parse_keys};
use crate::dataset::Dataset;
use crate::print::{Format, Sheet, plain, text};
use crate::screen::{Glyphs, Theme, frame, glyphs};
use crate::terminal::Environment;

/// The screen that is printed where no other size is asked for.
const SCREEN: Size = Size { width: 120, height: 36 };

/// Keys to press.
#[derive(Debug, Clone)]
struct Keys(Vec<Key>);

#[derive(Debug, Args)]
pub struct Print {
    #[command(flatten)]
    pub input: Input,
    #[command(flatten)]
    start: Start,
    /// Print this pane only
    #[arg(long, value_name = "ID")]
    pane: Option<String>,
    /// How the figures are written
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// Print a picture of the screen of this size, such as 120x36, as text or with --format svg
    #[arg(long, value_name = "WIDTHxHEIGHT", value_parser = size)]
    screen: Option<Size>,
    /// Keys to press before the picture is taken, such as `j<tab><enter>`
    #[arg(long, value_name = "KEYS", value_parser = keys)]
    keys: Option<Keys>,
    /// Glyphs of text and pictures: narrow avoids those that East Asian terminals show two columns wide
    #[arg(long, value_name = "SET", value_parser = appearance::glyphs())]
    glyphs: Option<Glyphs>,
}

impl Print {
    pub fn run(self, environment: &Environment, dataset: Dataset) -> color_eyre::Result<ExitCode> {
        let is_picture = self.is_picture()?;
        let mut app = self.start.app(dataset, self.screen.unwrap_or(SCREEN))?;
        let pane = self.pane.as_deref().map(|id| app.pane_called(id)).transpose();
        let pane = pane.map_err(|what| Wrong(format!("--pane: {what}")))?;
        if let Some(pane) = pane.filter(|_| is_picture) {
            app.zoom_to(pane);
        }
        for key in self.keys.map_or_else(Vec::new, |keys| keys.0) {
            if app.handle(Event::Key(key)) == Outcome::Quit {
                break;
            }
        }
        let sheet = pane.map_or_else(|| Sheet::all(&app), |pane| Sheet::one(&app, pane));
        let glyphs = printed(self.glyphs, environment);
        print(&match self.format {
            Format::Text if is_picture => plain(&frame(&app, &Theme { glyphs, ..Theme::mono() })),
            Format::Text => shown(&text(sheet), glyphs),
            Format::Svg | Format::Markdown | Format::Csv | Format::Json => {
                let theme = Theme { glyphs: self.glyphs.unwrap_or_default(), ..Theme::ansi() };
                self.format.write(sheet, || frame(&app, &theme))?
            }
        })
    }

    /// Whether it is the screen that is printed, and not all that the figures have.
    fn is_picture(&self) -> Result<bool, Wrong> {
        let wrong = |what: &str| Err(Wrong(what.to_owned()));
        match (self.format, self.screen, &self.keys) {
            (Format::Svg, ..) | (Format::Text, Some(_), _) => Ok(true),
            (Format::Text | Format::Markdown | Format::Csv | Format::Json, None, None) => Ok(false),
            (Format::Text, None, Some(_)) => wrong("--keys: goes with --screen or --format svg"),
            (Format::Markdown | Format::Csv | Format::Json, ..) => {
                wrong("--screen and --keys: a picture is text or svg, so leave --format out or write svg")
            }
        }
    }
}

/// Prints the figures of all panes.
pub fn figures(asked: &Asked, environment: &Environment, dataset: Dataset) -> color_eyre::Result<ExitCode> {
    let app = asked.start.app(dataset, SCREEN)?;
    print(&shown(&text(Sheet::all(&app)), printed(asked.wishes().glyphs, environment)))
}

/// A text in these glyphs.
fn shown(written: &str, glyphs: Glyphs) -> String {
    written.lines().map(|line| glyphs::text(glyphs, line) + "\n").collect()
}

/// Prints to standard output; a reader that has seen enough is no error.
pub fn print(text: &str) -> color_eyre::Result<ExitCode> {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(error).wrap_err("standard output"),
        _ => Ok(ExitCode::SUCCESS),
    }
}

fn keys(text: &str) -> Result<Keys, String> {
    parse_keys(text).map(Keys)
}

fn size(text: &str) -> Result<Size, String> {
    let parsed = text
        .split_once(['x', 'X', '×'])
        .and_then(|(width, height)| Some(Size::new(width.parse().ok()?, height.parse().ok()?)));
    parsed.ok_or_else(|| "write columns and rows, such as 120x36".to_owned())
}
