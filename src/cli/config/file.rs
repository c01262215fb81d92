//! The configuration file: strict TOML; every mistake is reported with line and column.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::engine::{self, EngineConfig};
use super::key::{SettingKey, SettingType};
use super::kind::kind;
use crate::formats::{Document, Problem, did_you_mean};
use crate::text::harmless::{first_harmful, quoted};

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ConfigFile {
    /// Key, value in the form that an option takes, and line.
    entries: Vec<(SettingKey, String, usize)>,
    engines: Vec<EngineConfig>,
}

impl ConfigFile {
    /// The value of a setting and its line, from 1.
    pub fn get(&self, key: SettingKey) -> Option<(&str, usize)> {
        let entry = self.entries.iter().find(|(known, ..)| *known == key);
        entry.map(|(_, value, line)| (value.as_str(), *line))
    }

    /// The engines, in the order of their names.
    pub fn engines(&self) -> &[EngineConfig] {
        &self.engines
    }
}

/// The errors or warnings about a file.
type ConfigProblems = Vec<Problem<String>>;

/// Parses the text of the file `name`. Returns its settings, and a warning for every unknown key.
///
/// # Errors
///
/// Everything wrong in it: invalid TOML, or values of the wrong type.
pub fn read(name: &str, text: &str) -> Result<(ConfigFile, ConfigProblems), ConfigProblems> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let document = Document::new(name, text);
    let (table, wrong) = DeTable::parse_recoverable(text);
    let mut errors: Vec<Problem<String>> = wrong
        .iter()
        .map(|error| {
            let at = error.span().map_or(text.len(), |span| span.start);
            document.problem(at, String::new(), format!("not TOML: {}", error.message()))
        })
        .collect();
    let (mut entries, mut engines, mut warnings) = (Vec::new(), Vec::new(), Vec::new());
    if errors.is_empty() {
        for (key, value) in table.get_ref() {
            let written = key.get_ref().as_ref();
            if written == "engine" {
                engines.extend(engine::read(&document, value, &mut errors, &mut warnings));
                continue;
            }
            let Some(setting) = SettingKey::ALL.into_iter().find(|known| known.name() == written) else {
                warnings.push(document.problem(key.span().start, String::new(), unknown(written)));
                continue;
            };
            match value_of(setting, value) {
                Ok(value) => entries.push((setting, value, document.position(key.span().start).0)),
                Err(what) => {
                    errors.push(document.problem(value.span().start, setting.name().to_owned(), what));
                }
            }
        }
    }
    let in_order = |problem: &Problem<String>| (problem.line, problem.column);
    errors.sort_by_key(in_order);
    warnings.sort_by_key(in_order);
    if errors.is_empty() { Ok((ConfigFile { entries, engines }, warnings)) } else { Err(errors) }
}

fn unknown(written: &str) -> String {
    let names = SettingKey::ALL.map(SettingKey::name);
    let meant = did_you_mean(written, names);
    format!("warning: {} is not known and is ignored{meant}; known are {}", quoted(written), names.join(", "))
}

/// The value in the form that an option takes, or an error message.
fn value_of(key: SettingKey, value: &Spanned<DeValue>) -> Result<String, String> {
    let value = value.get_ref();
    match (key.value_type(), value.as_str(), value.as_bool()) {
        (SettingType::Switch, _, Some(value)) => Ok(value.to_string()),
        (SettingType::OneOf(words), Some(word), _) if words.contains(&word) => Ok(word.to_owned()),
        (SettingType::OneOf(words), Some(word), _) => {
            let meant = did_you_mean(word, words.iter().copied());
            Err(format!("{} is none of {}{meant}", quoted(word), words.join(", ")))
        }
        (SettingType::Text, Some(text), _) if first_harmful(text).is_none() => Ok(text.to_owned()),
        (SettingType::Text, Some(text), _) => Err(format!("{} holds a control character", quoted(text))),
        (SettingType::Switch, _, None) => Err(format!("is {} where true or false was expected", kind(value))),
        (SettingType::OneOf(_) | SettingType::Text, None, _) => {
            Err(format!("is {} where text in quotation marks was expected", kind(value)))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(problems: &[Problem<String>]) -> Vec<String> {
        problems.iter().map(Problem::to_string).collect()
    }

    #[test]
    fn every_part_of_a_file_is_known_by_line() {
        let text = "# mine\ntheme = \"dark\"\n\nsync = false\nview = \"leaders?zoom\"\n";
        let (file, warnings) = read("c.toml", text).expect("right");
        assert_eq!(file.get(SettingKey::Theme), Some(("dark", 2)));
        assert_eq!(file.get(SettingKey::Sync), Some(("false", 4)));
        assert_eq!(file.get(SettingKey::View), Some(("leaders?zoom", 5)));
        assert_eq!((file.get(SettingKey::Rising), warnings.len()), (None, 0));
        assert!(read("c.toml", "").is_ok_and(|(file, _)| file == ConfigFile::default()));
    }

    #[test]
    fn an_unknown_name_is_a_warning() {
        let (file, warnings) =
            read("c.toml", "theme = \"mono\"\nthemes = 1\n[colours]\nred = 1").expect("right");
        assert_eq!(file.get(SettingKey::Theme), Some(("mono", 1)));
        let known = "ignored (did you mean \"theme\"?); known are theme, glyphs, rising, view, sync";
        let expected = [
            format!("c.toml:2:1: warning: \"themes\" is not known and is {known}"),
            "c.toml:3:2: warning: \"colours\" is not known and is ignored; known are theme, glyphs, rising, view, sync".to_owned(),
        ];
        assert_eq!(lines(&warnings), expected);
    }

    #[test]
    fn all_mistakes_are_reported_at_once_by_line_and_column() {
        let text = "theme = \"drak\"\n  sync = \"no\"\nglyphs = 3\nview = \"\\u001b[2J\"\n";
        let errors = read("c.toml", text).expect_err("wrong");
        let expected = [
            "c.toml:1:9: theme: \"drak\" is none of ansi, light, dark, high-contrast, colour-blind, mono (did you mean \"dark\"?)",
            "c.toml:2:10: sync: is a string where true or false was expected",
            "c.toml:3:10: glyphs: is an integer where text in quotation marks was expected",
            "c.toml:4:8: view: \"\\u{1b}[2J\" holds a control character",
        ];
        assert_eq!(lines(&errors), expected);
        let errors = lines(&read("c.toml", "theme = \"dark\"\nrising = red\n").expect_err("wrong"));
        assert!(errors[0].starts_with("c.toml:2:10: not TOML: "), "{errors:?}");
        let twice = lines(&read("c.toml", "theme = \"dark\"\ntheme = \"mono\"\n").expect_err("wrong"));
        assert!(twice[0].starts_with("c.toml:2:1: not TOML: "), "{twice:?}");
    }
}
