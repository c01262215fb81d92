//! `horgos print`: the figures, or a picture of the screen.

use std::io::{self, BufWriter, Write};
use std::process::ExitCode;

use clap::Args;
use color_eyre::eyre::WrapErr;
use ratatui::layout::Size;

use super::appearance::{self, printed};
use super::engines::EngineOptions;
use super::input::DatasetArgument;
use super::opened_input::OpenedInput;
use super::settings::Options;
use super::start::StartView;
use super::usage::UsageError;
use crate::dashboard::{Appearance, Event, Key, Model, Outcome, ThemeName, Warning, parse_keys};
use crate::print::{Format, Selection, plain, text};
use crate::screen::{Depth, Glyphs, Means, Theme, frame, glyphs};
use crate::terminal::Environment;

/// The size of a printed screen unless `--screen` gives another.
pub const SCREEN: Size = Size { width: 120, height: 36 };

/// A newtype, since clap would take a bare `Vec` for a list of arguments.
#[derive(Debug, Clone)]
struct KeySequence(Vec<Key>);

#[derive(Debug, Args)]
pub struct PrintCommand {
    #[command(flatten)]
    pub input: DatasetArgument,
    #[command(flatten)]
    pub engines: EngineOptions,
    #[command(flatten)]
    start: StartView,
    /// Print this pane only
    #[arg(long, value_name = "ID")]
    pane: Option<String>,
    /// How the figures are written
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// Print a picture of the screen in this size, such as 120x36, as text or with --format svg
    #[arg(long, value_name = "WIDTHxHEIGHT", value_parser = size)]
    screen: Option<Size>,
    /// Keys to press before the picture is taken, such as `j<tab><enter>`
    #[arg(long, value_name = "KEYS", value_parser = keys)]
    keys: Option<KeySequence>,
    /// Glyphs of text and pictures: narrow avoids those that East Asian terminals show two columns wide
    #[arg(long, value_name = "SET", value_parser = appearance::glyphs())]
    glyphs: Option<Glyphs>,
    /// Colours of a picture in SVG, such as light or dark
    #[arg(long, value_name = "THEME", value_parser = appearance::theme())]
    theme: Option<ThemeName>,
}

impl PrintCommand {
    pub fn run(
        &self,
        environment: &Environment,
        input: OpenedInput,
        warnings: Vec<Warning>,
    ) -> color_eyre::Result<ExitCode> {
        let is_picture = self.is_picture()?;
        let (dataset, pivot) = (input.loaded.dataset, input.pivot);
        let app = self.start.app(Model::new(dataset), pivot, self.screen.unwrap_or(SCREEN))?;
        let mut app = app.with_warnings(warnings);
        let pane = self.pane.as_deref().map(|id| app.pane_by_id(id)).transpose();
        let pane = pane.map_err(|what| UsageError(format!("--pane: {what}")))?;
        if let Some(pane) = pane.filter(|_| is_picture) {
            app.zoom_to(pane);
        }
        for key in self.keys.iter().flat_map(|keys| &keys.0) {
            if app.handle(Event::Key(*key)) == Outcome::Quit {
                break;
            }
        }
        let selection = pane.map_or_else(|| Selection::all(&app), |pane| Selection::one(&app, pane));
        let glyphs = printed(self.glyphs, environment);
        match self.format {
            Format::Text if is_picture => print(&plain(&frame(&app, &Theme { glyphs, ..Theme::mono() }))),
            Format::Text => print(&with_glyphs(&text(selection), glyphs)),
            Format::Svg | Format::Markdown | Format::Csv | Format::Json => {
                let theme = Theme { glyphs: self.glyphs.unwrap_or_default(), ..self.picture_theme() };
                to_stdout(|out| self.format.write(selection, || frame(&app, &theme), out))
            }
        }
    }

    /// The theme of a picture in SVG.
    fn picture_theme(&self) -> Theme {
        let means = Means { depth: Depth::True, ..Means::default() };
        let appearance = |theme| Appearance { theme, ..Appearance::default() };
        self.theme.map_or_else(Theme::ansi, |theme| Theme::new(appearance(theme), means))
    }

    /// True for a picture of the screen, false for the figures.
    fn is_picture(&self) -> Result<bool, UsageError> {
        let wrong = |what: &str| Err(UsageError(what.to_owned()));
        if self.theme.is_some() && self.format != Format::Svg {
            return wrong("--theme: goes with --format svg");
        }
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
pub fn figures(
    options: &Options,
    environment: &Environment,
    input: OpenedInput,
) -> color_eyre::Result<ExitCode> {
    let app = options.start.app(Model::new(input.loaded.dataset), input.pivot, SCREEN)?;
    print(&with_glyphs(&text(Selection::all(&app)), printed(options.wishes().glyphs, environment)))
}

fn with_glyphs(text: &str, glyphs: Glyphs) -> String {
    text.lines().map(|line| glyphs::text(glyphs, line) + "\n").collect()
}

/// Prints `text` to standard output.
pub fn print(text: &str) -> color_eyre::Result<ExitCode> {
    to_stdout(|out| out.write_all(text.as_bytes()))
}

/// Lets `write` write to standard output. A reader that closes the pipe early, such as `head`, is not an error.
pub fn to_stdout(write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> color_eyre::Result<ExitCode> {
    let mut out = BufWriter::new(io::stdout().lock());
    match write(&mut out).and_then(|()| out.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(error).wrap_err("standard output"),
        _ => Ok(ExitCode::SUCCESS),
    }
}

fn keys(text: &str) -> Result<KeySequence, String> {
    parse_keys(text).map(KeySequence)
}

fn size(text: &str) -> Result<Size, String> {
    let parsed = text
        .split_once(['x', 'X', '×'])
        .and_then(|(width, height)| Some(Size::new(width.parse().ok()?, height.parse().ok()?)));
    parsed.ok_or_else(|| "write columns and rows, such as 120x36".to_owned())
}
