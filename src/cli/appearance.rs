//! The options for the appearance, and the environment that decides what they leave open.

use std::io::IsTerminal;

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::{Args, ValueEnum};

use crate::dashboard::{Rising, ThemeName};
use crate::screen::Glyphs;
use crate::terminal::{Environment, Wishes};

/// Options for the appearance; what they leave out follows from the environment.
#[derive(Debug, Default, Args)]
pub struct AppearanceOptions {
    /// Colours: the terminal's own (ansi), those of a theme with its background, or none (mono)
    #[arg(long, value_name = "THEME", value_parser = theme())]
    theme: Option<ThemeName>,
    /// When to use colours; auto follows `NO_COLOR`, `CLICOLOR_FORCE`, `CLICOLOR` and the terminal
    #[arg(long, alias = "colour", value_name = "WHEN", value_enum, default_value_t = ColorWhen::Auto)]
    color: ColorWhen,
    /// Glyphs: narrow avoids those that East Asian terminals show two columns wide
    #[arg(long, value_name = "SET", value_parser = glyphs())]
    glyphs: Option<Glyphs>,
    /// Colour of what grew [default: red where the locale is zh or ja, else green]
    #[arg(long, value_name = "COLOUR", value_parser = one_of(Rising::ALL, Rising::name))]
    rising: Option<Rising>,
    /// Send no synchronization marks around frames (as `HORGOS_NO_SYNC=1`), for terminals that show them
    #[arg(long)]
    no_sync: bool,
}

#[derive(Debug, Clone, Copy, Default, ValueEnum)]
pub enum ColorWhen {
    /// If the environment and the terminal allow it
    #[default]
    Auto,
    /// In any case
    Always,
    /// Never
    Never,
}

impl AppearanceOptions {
    pub fn wishes(&self) -> Wishes {
        let colour = match self.color {
            ColorWhen::Auto => None,
            ColorWhen::Always => Some(true),
            ColorWhen::Never => Some(false),
        };
        Wishes { theme: self.theme, colour, glyphs: self.glyphs, rising: self.rising, no_sync: self.no_sync }
    }
}

/// The environment of this process.
pub fn environment() -> Environment {
    let get = |name: &str| std::env::var_os(name).map(|value| value.to_string_lossy().into_owned());
    Environment::from_variables(&get, std::io::stdout().is_terminal())
}

/// The glyphs for printed figures. Printing to a terminal uses those it can show. Printing elsewhere uses all of them
/// whatever the locale, since a file may be read on another machine.
pub fn printed(wish: Option<Glyphs>, environment: &Environment) -> Glyphs {
    let by_itself = if environment.terminal {
        environment.decide(Wishes::default()).means.glyphs
    } else {
        Glyphs::Unicode
    };
    wish.unwrap_or(by_itself)
}

/// Parses `--theme`.
pub fn theme() -> impl TypedValueParser<Value = ThemeName> {
    const AMERICAN: &str = "color-blind";
    let value = |theme: ThemeName| {
        let value = PossibleValue::new(theme.name());
        if theme == ThemeName::ColourBlind { value.alias(AMERICAN) } else { value }
    };
    PossibleValuesParser::new(ThemeName::ALL.map(value)).map(|name| {
        let name = if name == AMERICAN { ThemeName::ColourBlind.name() } else { &name };
        find_by_name(ThemeName::ALL, ThemeName::name, name).unwrap_or_default()
    })
}

/// Parses `--glyphs`.
pub fn glyphs() -> impl TypedValueParser<Value = Glyphs> {
    one_of(Glyphs::ALL, Glyphs::name)
}

/// Parses the name of one of `all`.
fn one_of<T, const N: usize>(all: [T; N], name: fn(T) -> &'static str) -> impl TypedValueParser<Value = T>
where
    T: Copy + Default + Send + Sync + 'static,
{
    PossibleValuesParser::new(all.map(name))
        .map(move |said| find_by_name(all, name, &said).unwrap_or_default())
}

/// The element of `all` with this name.
pub fn find_by_name<T: Copy>(
    all: impl IntoIterator<Item = T>,
    name: fn(T) -> &'static str,
    said: &str,
) -> Option<T> {
    all.into_iter().find(|one| name(*one) == said)
}
