//! The options on how it looks, and the environment that says what they leave open.

use std::io::IsTerminal;

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::{Args, ValueEnum};

use crate::dashboard::{Rising, ThemeName};
use crate::screen::Glyphs;
use crate::terminal::{Environment, Wishes};

/// How the screen looks; what is not said here follows from the environment.
#[derive(Debug, Default, Args)]
pub struct AppearanceOptions {
    /// Colours: the terminal's own (ansi), on a background of the theme's, or none (mono)
    #[arg(long, value_name = "THEME", value_parser = theme())]
    theme: Option<ThemeName>,
    /// Whether there are colours; auto heeds `NO_COLOR`, `CLICOLOR_FORCE`, `CLICOLOR` and what the terminal has
    #[arg(long, alias = "colour", value_name = "WHEN", value_enum, default_value_t = When::Auto)]
    color: When,
    /// Glyphs: narrow avoids those that East Asian terminals show two columns wide
    #[arg(long, value_name = "SET", value_parser = glyphs())]
    glyphs: Option<Glyphs>,
    /// Colour of what grew [default: red where the locale is zh or ja, else green]
    #[arg(long, value_name = "COLOUR", value_parser = one_of(Rising::ALL, Rising::name))]
    rising: Option<Rising>,
    /// Send no marks around a frame (also by `HORGOS_NO_SYNC=1`), for terminals that show them
    #[arg(long)]
    no_sync: bool,
}

/// When there are colours.
#[derive(Debug, Clone, Copy, Default, ValueEnum)]
pub enum When {
    /// When the environment says so
    #[default]
    Auto,
    /// Whatever it says
    Always,
    /// Never
    Never,
}

impl AppearanceOptions {
    /// What the options ask for.
    pub fn wishes(&self) -> Wishes {
        let colour = match self.color {
            When::Auto => None,
            When::Always => Some(true),
            When::Never => Some(false),
        };
        Wishes { theme: self.theme, colour, glyphs: self.glyphs, rising: self.rising, no_sync: self.no_sync }
    }
}

/// The environment that the program runs in.
pub fn environment() -> Environment {
    let get = |name: &str| std::env::var_os(name).map(|value| value.to_string_lossy().into_owned());
    Environment::of(&get, std::io::stdout().is_terminal())
}

/// The glyphs of figures that are printed: all of them, whatever the locale, since a file may be read elsewhere; on a
/// terminal those that it has.
pub fn printed(wish: Option<Glyphs>, environment: &Environment) -> Glyphs {
    let by_itself = if environment.terminal {
        environment.decide(Wishes::default()).means.glyphs
    } else {
        Glyphs::Unicode
    };
    wish.unwrap_or(by_itself)
}

/// Reads `--theme`.
fn theme() -> impl TypedValueParser<Value = ThemeName> {
    const AMERICAN: &str = "color-blind";
    let value = |theme: ThemeName| {
        let value = PossibleValue::new(theme.name());
        if theme == ThemeName::ColourBlind { value.alias(AMERICAN) } else { value }
    };
    PossibleValuesParser::new(ThemeName::ALL.map(value)).map(|name| {
        let name = if name == AMERICAN { ThemeName::ColourBlind.name() } else { &name };
        called(ThemeName::ALL, ThemeName::name, name).unwrap_or_default()
    })
}

/// Reads `--glyphs`.
pub fn glyphs() -> impl TypedValueParser<Value = Glyphs> {
    one_of(Glyphs::ALL, Glyphs::name)
}

/// Reads an option that is the name of one of these.
fn one_of<T, const N: usize>(all: [T; N], name: fn(T) -> &'static str) -> impl TypedValueParser<Value = T>
where
    T: Copy + Default + Send + Sync + 'static,
{
    PossibleValuesParser::new(all.map(name)).map(move |said| called(all, name, &said).unwrap_or_default())
}

/// The one of these that has this name.
pub fn called<T: Copy>(
    all: impl IntoIterator<Item = T>,
    name: fn(T) -> &'static str,
    said: &str,
) -> Option<T> {
    all.into_iter().find(|one| name(*one) == said)
}
