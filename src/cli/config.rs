//! The settings, each with its value and its origin.
//!
//! An option overrides the environment, the environment the file, the file the default.

mod engine;
mod file;
mod key;
mod kind;
mod path;

use std::fmt::Write;

pub use engine::EngineConfig;
pub use file::{ConfigFile, read};
pub use key::{SettingKey, SettingType};
pub use path::path;

use crate::text::harmless::{harmless, is_harmful};

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SettingOrigin {
    /// With what the default depends on, if anything.
    Default(Option<&'static str>),
    /// The line of the file.
    File(usize),
    /// The environment variable.
    Environment(&'static str),
    /// The option, without its dashes.
    Option(&'static str),
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Setting {
    pub key: SettingKey,
    pub value: String,
    pub origin: SettingOrigin,
}

/// The values of one setting from everywhere except the file, each with the name of its origin.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Candidates {
    pub option: Option<(&'static str, String)>,
    pub environment: Option<(&'static str, String)>,
    /// With what the default depends on.
    pub default: (String, Option<&'static str>),
}

/// The value in force.
pub fn resolve(key: SettingKey, candidates: Candidates, file: &ConfigFile) -> Setting {
    let Candidates { option, environment, default } = candidates;
    let (value, origin) = match (option, environment, file.get(key)) {
        (Some((name, value)), ..) => (value, SettingOrigin::Option(name)),
        (None, Some((name, value)), _) => (value, SettingOrigin::Environment(name)),
        (None, None, Some((value, line))) => (value.to_owned(), SettingOrigin::File(line)),
        (None, None, None) => (default.0, SettingOrigin::Default(default.1)),
    };
    Setting { key, value, origin }
}

/// The settings as a configuration file with the same values, each followed by its origin. `heading` is the first line.
pub fn written(settings: &[Setting], heading: &str) -> String {
    let width = |line: &str| unicode_width::UnicodeWidthStr::width(line);
    let lines: Vec<(String, String)> =
        settings.iter().map(|setting| (line(setting), set_by(setting))).collect();
    let widest = lines.iter().map(|(line, _)| width(line)).max().unwrap_or(0);
    let lines = lines.iter().map(|(line, origin)| {
        let gap = " ".repeat(widest.saturating_sub(width(line)));
        format!("{line}{gap}  # {origin}\n")
    });
    format!("# {}\n{}", harmless(heading), lines.collect::<String>())
}

fn line(setting: &Setting) -> String {
    let value = match setting.key.value_type() {
        SettingType::Switch => setting.value.clone(),
        SettingType::OneOf(_) | SettingType::Text => quoted(&setting.value),
    };
    format!("{} = {value}", setting.key.name())
}

/// A basic string of TOML. JSON strings are a subset of those, but leave most harmful characters unescaped.
fn quoted(text: &str) -> String {
    let mut quoted = String::new();
    for c in serde_json::Value::from(text).to_string().chars() {
        if is_harmful(c) {
            let _ = write!(quoted, "\\U{:08X}", u32::from(c));
        } else {
            quoted.push(c);
        }
    }
    quoted
}

fn set_by(setting: &Setting) -> String {
    match setting.origin {
        SettingOrigin::Default(None) => "default".to_owned(),
        SettingOrigin::Default(Some(by)) => format!("default, by {by}"),
        SettingOrigin::File(line) => format!("file, line {line}"),
        SettingOrigin::Environment(name) => format!("environment, {name}"),
        SettingOrigin::Option(name) => format!("option, --{name}"),
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
            (Some("light"), environment.clone(), &file, ("light", SettingOrigin::Option("theme"))),
            (None, environment, &file, ("mono", SettingOrigin::Environment("NO_COLOR"))),
            (None, None, &file, ("dark", SettingOrigin::File(2))),
            (None, None, &ConfigFile::default(), ("ansi", SettingOrigin::Default(None))),
        ] {
            let candidates = Candidates {
                option: option.map(|word| ("theme", word.to_owned())),
                environment,
                default: default(),
            };
            let setting = resolve(SettingKey::Theme, candidates, file);
            assert_eq!((setting.value.as_str(), setting.origin), expected);
        }
    }

    #[test]
    fn a_printed_configuration_reads_back_as_the_same() {
        let setting = |key, value: &str, origin| Setting { key, value: value.to_owned(), origin };
        let settings = [
            setting(SettingKey::Theme, "dark", SettingOrigin::File(3)),
            setting(SettingKey::Glyphs, "narrow", SettingOrigin::Default(Some("the locale"))),
            setting(SettingKey::Rising, "red", SettingOrigin::Option("rising")),
            setting(SettingKey::View, "leaders?find=\"a\\b\"", SettingOrigin::Default(None)),
            setting(SettingKey::Sync, "false", SettingOrigin::Environment("HORGOS_NO_SYNC")),
        ];
        let shown = written(&settings, "/x/config.toml (not found)");
        let expected = "\
# /x/config.toml (not found)
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
            assert_eq!(file.get(setting.key).map(|(value, _)| value.to_owned()), Some(setting.value));
        }
    }
}
