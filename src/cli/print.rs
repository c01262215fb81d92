//! `horgos print`: the figures, or a picture of the screen.

use std::io::{self, Write};
use std::process::ExitCode;

use clap::Args;
use color_eyre::eyre::WrapErr;
use ratatui::layout::Size;

use super::appearance::{glyphs, printed};
use super::settings::Asked;
use super::{Input, Start, Wrong};
use crate::dashboard::{Event, Key, Outcome, parse_keys};
use crate::dataset::Dataset;
use crate::print::{Format, Sheet, plain, svg};
use crate::screen::glyphs::text;
use crate::screen::{Glyphs, Theme, frame};

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
    #[arg(long, value_name = "SET", value_parser = glyphs())]
    glyphs: Option<Glyphs>,
}

impl Print {
    pub fn run(self, dataset: Dataset) -> color_eyre::Result<ExitCode> {
        let is_picture = self.is_picture()?;
        let mut app = self.start.app(dataset, self.screen.unwrap_or(SCREEN))?;
        let sheet = match &self.pane {
            None => Sheet::all(&app),
            Some(id) => Sheet::named(&app, id).map_err(|what| Wrong(format!("--pane: {what}")))?,
        };
        if !is_picture {
            let written = self.format.write(sheet, || frame(&app, &Theme::mono()))?;
            return print(&if self.format == Format::Text { shown(&written, self.glyphs) } else { written });
        }
        if let Some(pane) = sheet.pane() {
            app.zoom_to(pane);
        }
        for key in self.keys.map_or_else(Vec::new, |keys| keys.0) {
            if app.handle(Event::Key(key)) == Outcome::Quit {
                break;
            }
        }
        print(&match self.format {
            Format::Svg => svg(
                &frame(&app, &Theme { glyphs: self.glyphs.unwrap_or_default(), ..Theme::ansi() }),
                &app.words().dataset.title,
            ),
            Format::Text | Format::Markdown | Format::Csv | Format::Json => {
                plain(&frame(&app, &Theme { glyphs: printed(self.glyphs), ..Theme::mono() }))
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
pub fn figures(asked: &Asked, dataset: Dataset) -> color_eyre::Result<ExitCode> {
    let app = asked.start.app(dataset, SCREEN)?;
    print(&shown(&crate::print::text(Sheet::all(&app)), asked.wishes().glyphs))
}

/// A text in the glyphs that are wanted, or else in those that where it goes has.
fn shown(written: &str, wish: Option<Glyphs>) -> String {
    let glyphs = printed(wish);
    written.lines().map(|line| text(glyphs, line) + "\n").collect()
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
