//! The options, the environment and the configuration file combined.

use std::fs::File;
use std::io::{self, ErrorKind, Read};
use std::path::{Path, PathBuf};

use clap::Args;
use ratatui::layout::Size;

use super::appearance::{AppearanceOptions, find_by_name};
use super::config::{self, Candidates, ConfigFile, Setting, SettingKey, SettingOrigin};
use super::{StartView, UsageError, report};
use crate::dashboard::{App, Rising, ThemeName, Warning};
use crate::dataset::Dataset;
use crate::formats::Problem;
use crate::screen::{Depth, Glyphs};
use crate::terminal::{Environment, Wishes};
use crate::text::harmless::reason;

/// The options that the configuration file can set as well.
#[derive(Debug, Default, Args)]
pub struct Options {
    #[command(flatten)]
    pub start: StartView,
    #[command(flatten)]
    appearance: AppearanceOptions,
    /// Configuration file [default: horgos/config.toml in `$XDG_CONFIG_HOME` or ~/.config]
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
}

/// The options together with the configuration file.
#[derive(Debug)]
pub struct Settings {
    wishes: Wishes,
    view: Option<String>,
    file: ConfigFile,
    location: Location,
    /// Oddities of the file, which were reported when it was read.
    warnings: Vec<Warning>,
}

/// Where the configuration file is, or would be.
#[derive(Debug)]
enum Location {
    Nowhere,
    Read(PathBuf),
    Missing(PathBuf),
    Unreadable(PathBuf),
}

impl Options {
    /// Those of the options alone.
    pub fn wishes(&self) -> Wishes {
        self.appearance.wishes()
    }

    /// Reports mistakes in a file named by `--config` where nothing else reads it.
    pub fn check_file(&self) -> Result<(), UsageError> {
        if self.config.is_some() { self.settings().map(drop) } else { Ok(()) }
    }

    /// The options and the file; reports the file's warnings.
    ///
    /// A file in the usual place may be missing, and one that cannot be read is warned of: the home may belong to
    /// somebody else. A file named by `--config` has to be readable.
    pub fn settings(&self) -> Result<Settings, UsageError> {
        let mut warnings = Vec::new();
        let (file, location) = match (&self.config, config::path(&|name| std::env::var_os(name))) {
            (Some(path), _) => match File::open(path).and_then(read) {
                Ok(text) => (parse(path, &text, &mut warnings)?, Location::Read(path.clone())),
                Err(error) => return Err(UsageError(unreadable(path, &error))),
            },
            (None, Some(path)) => match open_regular(&path).and_then(read) {
                Ok(text) => (parse(&path, &text, &mut warnings)?, Location::Read(path)),
                Err(error) if error.kind() == ErrorKind::NotFound => {
                    (ConfigFile::default(), Location::Missing(path))
                }
                Err(error) => {
                    let what = format!("{}; the defaults are used", unreadable(&path, &error));
                    report::say(&format!("warning: {what}"));
                    warnings.push(Warning::new(&what));
                    (ConfigFile::default(), Location::Unreadable(path))
                }
            },
            (None, None) => (ConfigFile::default(), Location::Nowhere),
        };
        Ok(Settings { wishes: self.wishes(), view: self.start.view.clone(), file, location, warnings })
    }
}

/// A configuration file is smaller than this many bytes; a device may have no end.
const MOST_BYTES: u64 = 64 * 1024;

fn read(file: File) -> io::Result<String> {
    let mut text = String::new();
    if file.take(MOST_BYTES).read_to_string(&mut text)? as u64 == MOST_BYTES {
        return Err(io::Error::other("larger than 65,536 bytes"));
    }
    Ok(text)
}

/// Opens the file in the usual place, where a named pipe would be waited for without a word.
fn open_regular(path: &Path) -> io::Result<File> {
    if std::fs::metadata(path)?.is_file() {
        File::open(path)
    } else {
        Err(io::Error::other("not a regular file"))
    }
}

fn unreadable(path: &Path, error: &io::Error) -> String {
    format!("{}: {}", path.display(), reason(error))
}

/// Parses the file and reports its warnings.
fn parse(path: &Path, text: &str, warnings: &mut Vec<Warning>) -> Result<ConfigFile, UsageError> {
    let name = path.display().to_string();
    let lines = |problems: Vec<Problem<String>>| {
        problems.iter().map(Problem::to_string).collect::<Vec<_>>().join("\n")
    };
    let (file, odd) = config::read(&name, text).map_err(|errors| UsageError(lines(errors)))?;
    warnings.extend(odd.iter().map(Warning::from_problem));
    if !odd.is_empty() {
        report::say(&lines(odd));
    }
    Ok(file)
}

impl Location {
    fn path(&self) -> Option<&Path> {
        match self {
            Self::Nowhere => None,
            Self::Read(path) | Self::Missing(path) | Self::Unreadable(path) => Some(path),
        }
    }

    fn describe(&self) -> String {
        match self {
            Self::Nowhere => "no configuration file, no home to look for one".to_owned(),
            Self::Read(path) => format!("{}, which is there", path.display()),
            Self::Missing(path) => format!("{} (not found)", path.display()),
            Self::Unreadable(path) => format!("{}, which cannot be read", path.display()),
        }
    }
}

impl Settings {
    /// Those of the options, else of the file.
    pub fn wishes(&self) -> Wishes {
        let said = |key| self.file.get(key).map(|(value, _)| value);
        let theme =
            said(SettingKey::Theme).and_then(|name| find_by_name(ThemeName::ALL, ThemeName::name, name));
        let glyphs = said(SettingKey::Glyphs).and_then(|name| find_by_name(Glyphs::ALL, Glyphs::name, name));
        let rising = said(SettingKey::Rising).and_then(|name| find_by_name(Rising::ALL, Rising::name, name));
        Wishes {
            theme: self.wishes.theme.or(theme),
            colour: self.wishes.colour,
            glyphs: self.wishes.glyphs.or(glyphs),
            rising: self.wishes.rising.or(rising),
            no_sync: self.wishes.no_sync || said(SettingKey::Sync) == Some("false"),
        }
    }

    /// A dashboard on `dataset` that opens with the configured view. The file applies to every dataset, so a view that
    /// this one lacks is reported and ignored.
    pub fn app(&self, dataset: Dataset, size: Size) -> Result<App, UsageError> {
        let app = match (&self.view, self.file.get(SettingKey::View)) {
            (None, Some((view, line))) if !view.is_empty() => {
                let place = format!("{}:{line}", self.location.path().unwrap_or(Path::new("")).display());
                let mut app = App::new(dataset, size);
                if let Err(what) = app.visit(view) {
                    report::say(&format!("{place}: warning: view: {what}; left alone"));
                    app = app.with_warnings([Warning::new(&format!("view: {what}; left alone")).at(&place)]);
                }
                app
            }
            (view, _) => StartView { view: view.clone() }.app(dataset, size)?,
        };
        Ok(app.with_warnings(self.warnings.iter().cloned()))
    }

    /// All settings as a configuration file with the same values.
    pub fn written(&self, environment: &Environment) -> String {
        let settings = SettingKey::ALL.map(|key| {
            let setting = config::resolve(key, self.candidates(key, environment), &self.file);
            self.without_colours(environment, setting)
        });
        config::written(&settings, &self.location.describe())
    }

    fn candidates(&self, key: SettingKey, environment: &Environment) -> Candidates {
        let by_itself = environment.decide(Wishes::default());
        let named = |name: &'static str, value: Option<&str>| value.map(|value| (name, value.to_owned()));
        let (option, default, depends_on) = match key {
            SettingKey::Theme => {
                (named("theme", self.wishes.theme.map(ThemeName::name)), ThemeName::Ansi.name(), None)
            }
            SettingKey::Glyphs => (
                named("glyphs", self.wishes.glyphs.map(Glyphs::name)),
                by_itself.means.glyphs.name(),
                Some("locale and TERM"),
            ),
            SettingKey::Rising => (
                named("rising", self.wishes.rising.map(Rising::name)),
                by_itself.appearance.rising.name(),
                Some("locale"),
            ),
            SettingKey::View => (named("view", self.view.as_deref()), "", None),
            SettingKey::Sync => (named("no-sync", self.wishes.no_sync.then_some("false")), "true", None),
        };
        let no_sync = environment.horgos_no_sync.as_deref().filter(|_| key == SettingKey::Sync);
        Candidates {
            option,
            environment: named("HORGOS_NO_SYNC", no_sync.map(|_| "false")),
            default: (default.to_owned(), depends_on),
        }
    }

    /// Replaces the theme by the one without colours where the terminal or the user forbids them.
    fn without_colours(&self, environment: &Environment, setting: Setting) -> Setting {
        let depth = environment.decide(self.wishes()).means.depth;
        let mono = ThemeName::Mono.name();
        if setting.key != SettingKey::Theme || depth != Depth::None || setting.value == mono {
            return setting;
        }
        let origin = match (self.wishes.colour, environment.forbids_colour()) {
            (Some(false), _) => SettingOrigin::Option("color"),
            (None, Some(variable)) => SettingOrigin::Environment(variable),
            (None, None) | (Some(true), _) => SettingOrigin::Environment("TERM"),
        };
        Setting { value: mono.to_owned(), origin, ..setting }
    }
}
