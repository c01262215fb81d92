//! What is configured: five things, each with a value and where it came from.
//!
//! An option goes before the environment, the environment before the file, the file before the default.

mod file;
mod place;

pub use file::{File, read};
pub use place::place;

use crate::dashboard::{Rising, ThemeName};
use crate::screen::Glyphs;

/// Something that can be configured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Knob {
    /// Colours.
    Theme,
    /// Glyphs.
    Glyphs,
    /// Colour of what grew.
    Rising,
    /// Where to look first.
    View,
    /// Whether marks are sent around a frame.
    Sync,
}

/// What a value has to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// One of these words.
    Word(Vec<&'static str>),
    /// Any text.
    Text,
    /// `true` or `false`.
    Switch,
}

impl Knob {
    /// All of them, in the order in which they are printed.
    pub const ALL: [Self; 5] = [Self::Theme, Self::Glyphs, Self::Rising, Self::View, Self::Sync];

    /// Name in the file.
    pub fn name(self) -> &'static str {
        match self {
            Self::Theme => "theme",
            Self::Glyphs => "glyphs",
            Self::Rising => "rising",
            Self::View => "view",
            Self::Sync => "sync",
        }
    }

    /// What its value has to be.
    pub fn kind(self) -> Kind {
        match self {
            Self::Theme => Kind::Word(ThemeName::ALL.map(ThemeName::name).to_vec()),
            Self::Glyphs => Kind::Word(Glyphs::ALL.map(Glyphs::name).to_vec()),
            Self::Rising => Kind::Word(Rising::ALL.map(Rising::name).to_vec()),
            Self::View => Kind::Text,
            Self::Sync => Kind::Switch,
        }
    }
}

/// Where a value came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// Nobody said anything; where it depends on something, on what.
    Default(Option<&'static str>),
    /// The file, on this line.
    File(usize),
    /// A variable of the environment.
    Environment(&'static str),
    /// An option, of this name.
    Option(&'static str),
}

/// A value and where it came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Setting {
    pub knob: Knob,
    pub value: String,
    pub origin: Origin,
}

/// What is said of one knob beside the file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Said {
    /// By an option, which is named.
    pub option: Option<(&'static str, String)>,
    /// By a variable, which is named.
    pub environment: Option<(&'static str, String)>,
    /// By nobody; and what that depends on.
    pub default: (String, Option<&'static str>),
}

/// What holds of a knob.
pub fn settle(knob: Knob, said: Said, file: &File) -> Setting {
    let Said { option, environment, default } = said;
    let (value, origin) = match (option, environment, file.get(knob)) {
        (Some((name, value)), ..) => (value, Origin::Option(name)),
        (None, Some((name, value)), _) => (value, Origin::Environment(name)),
        (None, None, Some((value, line))) => (value.to_owned(), Origin::File(line)),
        (None, None, None) => (default.0, Origin::Default(default.1)),
    };
    Setting { knob, value, origin }
}

/// All settings as a file that says the same, each with its origin behind it.
pub fn written(settings: &[Setting], place: &str) -> String {
    let width = |line: &str| unicode_width::UnicodeWidthStr::width(line);
    let lines: Vec<(String, String)> =
        settings.iter().map(|setting| (line(setting), origin(setting))).collect();
    let widest = lines.iter().map(|(line, _)| width(line)).max().unwrap_or(0);
    let lines = lines.iter().map(|(line, origin)| {
        let gap = " ".repeat(widest.saturating_sub(width(line)));
        format!("{line}{gap}  # {origin}\n")
    });
    format!("# {place}\n{}", lines.collect::<String>())
}

fn line(setting: &Setting) -> String {
    let value = match setting.knob.kind() {
        Kind::Switch => setting.value.clone(),
        // A JSON string is a basic string of TOML, its escapes included.
        Kind::Word(_) | Kind::Text => serde_json::Value::from(setting.value.as_str()).to_string(),
    };
    format!("{} = {value}", setting.knob.name())
}

fn origin(setting: &Setting) -> String {
    match setting.origin {
        Origin::Default(None) => "default".to_owned(),
        Origin::Default(Some(by)) => format!("default, by {by}"),
        Origin::File(line) => format!("file, line {line}"),
        Origin::Environment(name) => format!("environment, {name}"),
        Origin::Option(name) => format!("option, --{name}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_option_goes_before_the_environment_before_the_file_before_the_default() {
        let (file, _) = read("c.toml", "\ntheme = \"dark\"").expect("a file");
        let default = || ("ansi".to_owned(), None);
        let environment = Some(("NO_COLOR", "mono".to_owned()));
        for (option, environment, file, expected) in [
            (Some("light"), environment.clone(), &file, ("light", Origin::Option("theme"))),
            (None, environment, &file, ("mono", Origin::Environment("NO_COLOR"))),
            (None, None, &file, ("dark", Origin::File(2))),
            (None, None, &File::default(), ("ansi", Origin::Default(None))),
        ] {
            let said = Said {
                option: option.map(|word| ("theme", word.to_owned())),
                environment,
                default: default(),
            };
            let setting = settle(Knob::Theme, said, file);
            assert_eq!((setting.value.as_str(), setting.origin), expected);
        }
    }

    #[test]
    fn what_is_printed_is_a_file_that_says_the_same() {
        let setting = |knob, value: &str, origin| Setting { knob, value: value.to_owned(), origin };
        let settings = [
            setting(Knob::Theme, "dark", Origin::File(3)),
            setting(Knob::Glyphs, "narrow", Origin::Default(Some("the locale"))),
            setting(Knob::Rising, "red", Origin::Option("rising")),
            setting(Knob::View, "leaders?find=\"a\\b\"", Origin::Default(None)),
            setting(Knob::Sync, "false", Origin::Environment("HORGOS_NO_SYNC")),
        ];
        let shown = written(&settings, "/x/config.toml, which is not there");
        let expected = "\
# /x/config.toml, which is not there
theme = \"dark\"                  # file, line 3
glyphs = \"narrow\"               # default, by the locale
rising = \"red\"                  # option, --rising
view = \"leaders?find=\\\"a\\\\b\\\"\"  # default
sync = false                    # environment, HORGOS_NO_SYNC
";
        assert_eq!(shown, expected);
        let (file, warnings) = read("c.toml", &shown).expect("a file");
        assert!(warnings.is_empty());
        for setting in settings {
            assert_eq!(file.get(setting.knob).map(|(value, _)| value.to_owned()), Some(setting.value));
        }
    }
}
