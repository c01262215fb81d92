//! The options on how it looks, and the one place where the environment is read.

use std::io::IsTerminal;

use clap::Args;
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};

use crate::dashboard::{Rising, ThemeName};
use crate::screen::Glyphs;
use crate::terminal::{Environment, Wishes};

/// How the screen looks; what is not said here follows from the environment.
#[derive(Debug, Default, Args)]
pub struct Appearance {
    /// Colours: the terminal's own (ansi), on a background of the theme's, or none (mono)
    #[arg(long, value_name = "THEME", value_parser = theme())]
    theme: Option<ThemeName>,
    /// Whether there are colours; auto heeds `NO_COLOR`, `CLICOLOR` and what the terminal has
    #[arg(long, alias = "colour", value_name = "WHEN", value_parser = colour(), default_value = "auto")]
    color: When,
    /// Glyphs: narrow avoids those that East Asian terminals show two columns wide
    #[arg(long, value_name = "SET", value_parser = glyphs())]
    glyphs: Option<Glyphs>,
    /// Colour of what grew [default: red where the locale is zh or ja, else green]
    #[arg(long, value_name = "COLOUR", value_parser = rising())]
    rising: Option<Rising>,
    /// Send no marks around a frame (also by `HORGOS_NO_SYNC=1`), for terminals that show them
    #[arg(long)]
    no_sync: bool,
}

/// When there are colours.
#[derive(Debug, Clone, Copy, Default)]
pub enum When {
    /// When the environment says so.
    #[default]
    Auto,
    /// Whatever it says.
    Always,
    /// Never.
    Never,
}

impl Appearance {
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
pub fn printed(wish: Option<Glyphs>) -> Glyphs {
    let environment = environment();
    let by_itself = if environment.terminal {
        environment.decide(Wishes::default()).means.glyphs
    } else {
        Glyphs::Unicode
    };
    wish.unwrap_or(by_itself)
}

fn theme() -> impl TypedValueParser<Value = ThemeName> {
    let value = |theme: ThemeName| {
        let value = PossibleValue::new(theme.name());
        if theme == ThemeName::ColourBlind { value.alias("color-blind") } else { value }
    };
    let read = |name: String| {
        ThemeName::ALL.into_iter().find(|theme| theme.name() == name).unwrap_or(ThemeName::ColourBlind)
    };
    PossibleValuesParser::new(ThemeName::ALL.map(value)).map(read)
}

/// Reads `--glyphs`.
pub fn glyphs() -> impl TypedValueParser<Value = Glyphs> {
    let read = |name: String| Glyphs::ALL.into_iter().find(|set| set.name() == name).unwrap_or_default();
    PossibleValuesParser::new(Glyphs::ALL.map(Glyphs::name)).map(read)
}

fn rising() -> impl TypedValueParser<Value = Rising> {
    PossibleValuesParser::new(["green", "red"])
        .map(|name| if name == "red" { Rising::Red } else { Rising::Green })
}

fn colour() -> impl TypedValueParser<Value = When> {
    PossibleValuesParser::new(["auto", "always", "never"]).map(|name| match name.as_str() {
        "always" => When::Always,
        "never" => When::Never,
        _ => When::Auto,
    })
}
