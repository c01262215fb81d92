//! Combines the options, the environment and the configuration file.

use std::fs::File;
use std::io::{self, ErrorKind, Read};
use std::os::unix::fs::FileTypeExt;
use std::path::{Path, PathBuf};

use clap::Args;
use ratatui::layout::Size;
use rustix::fs::{Mode, OFlags};

use super::appearance::{AppearanceOptions, find_by_name};
use super::config::{self, Candidates, ConfigFile, Setting, SettingKey, SettingOrigin};
use super::report;
use super::secure::SecureReason;
use super::start::{StartView, first_view, visit};
use super::usage::UsageError;
use crate::dashboard::{App, Model, Pivot, Rising, ThemeName, Warning};
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
    /// Warnings about the file, which were reported when it was read.
    warnings: Vec<Warning>,
    secure: Option<SecureReason>,
}

/// Where the configuration file is, or would be.
#[derive(Debug)]
enum Location {
    Nowhere,
    Read(PathBuf),
    Missing(PathBuf),
    Unreadable(PathBuf),
    /// Not looked for, in secure mode.
    Ignored,
}

impl Options {
    /// The file that `--config` names.
    pub fn config(&self) -> Option<&Path> {
        self.config.as_deref()
    }

    /// The wishes expressed by the options alone.
    pub fn wishes(&self) -> Wishes {
        self.appearance.wishes()
    }

    /// Reports mistakes in a file named by `--config` if nothing else reads it.
    pub fn check_file(&self) -> Result<(), UsageError> {
        if self.config.is_some() { self.settings().map(drop) } else { Ok(()) }
    }

    /// The options and the file; reports the file's warnings.
    ///
    /// The default file may be missing, and is only warned of if it cannot be read: the home may belong to someone
    /// else. A file named by `--config` must be readable. Secure mode reads none.
    pub fn settings(&self) -> Result<Settings, UsageError> {
        let mut warnings = Vec::new();
        let secure = SecureReason::of_process();
        let (file, location) = match (&secure, &self.config) {
            (Some(reason), Some(_)) => {
                return Err(UsageError(format!("--config is not allowed in secure mode: {reason}")));
            }
            (Some(_), None) => (ConfigFile::default(), Location::Ignored),
            (None, Some(path)) => match open(path, ConfigOrigin::Named).and_then(read) {
                Ok(text) => {
                    let (file, odd) = parse(path, &text, true)?;
                    warnings.extend(odd);
                    (file, Location::Read(path.clone()))
                }
                Err(error) => return Err(UsageError(unreadable(path, &error))),
            },
            (None, None) => usual_file(&mut warnings)?,
        };
        let (wishes, view) = (self.wishes(), self.start.view.clone());
        Ok(Settings { wishes, view, file, location, warnings, secure })
    }
}

/// The default configuration file.
fn usual_file(warnings: &mut Vec<Warning>) -> Result<(ConfigFile, Location), UsageError> {
    let Some(path) = config::path(&|name| std::env::var_os(name)) else {
        return Ok((ConfigFile::default(), Location::Nowhere));
    };
    match open(&path, ConfigOrigin::Usual).and_then(read) {
        Ok(text) => {
            let (file, odd) = parse(&path, &text, true)?;
            warnings.extend(odd);
            Ok((file, Location::Read(path)))
        }
        Err(error) if error.kind() == ErrorKind::NotFound => {
            Ok((ConfigFile::default(), Location::Missing(path)))
        }
        Err(error) => {
            let what = format!("{}; the defaults are used", unreadable(&path, &error));
            report::say(&format!("warning: {what}"));
            warnings.push(Warning::new(&what));
            Ok((ConfigFile::default(), Location::Unreadable(path)))
        }
    }
}

/// The maximum number of bytes in a configuration file; a device may have no end.
const MOST_BYTES: u64 = 64 * 1024;

pub(super) fn read(file: File) -> io::Result<String> {
    let mut text = String::new();
    if file.take(MOST_BYTES).read_to_string(&mut text)? as u64 == MOST_BYTES {
        return Err(io::Error::other("larger than 65,536 bytes"));
    }
    Ok(text)
}

/// How a configuration file was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ConfigOrigin {
    Usual,
    Named,
}

/// Opens a regular file. A file that the user names may also be a device such as `/dev/null`. A named pipe is refused,
/// since opening it would block silently.
pub(super) fn open(path: &Path, place: ConfigOrigin) -> io::Result<File> {
    let flags = OFlags::RDONLY | OFlags::NONBLOCK | OFlags::NOCTTY | OFlags::CLOEXEC;
    let file = File::from(rustix::fs::open(path, flags, Mode::empty())?);
    let kind = file.metadata()?.file_type();
    if kind.is_file() || kind.is_char_device() && place == ConfigOrigin::Named {
        Ok(file)
    } else {
        Err(io::Error::other("not a regular file"))
    }
}

pub(super) fn unreadable(path: &Path, error: &io::Error) -> String {
    format!("{}: {}", path.display(), reason(error))
}

/// Parses the file. Reports its warnings, and returns them for the screen, unless they have been reported before.
pub(super) fn parse(
    path: &Path,
    text: &str,
    is_first: bool,
) -> Result<(ConfigFile, Vec<Warning>), UsageError> {
    let name = path.display().to_string();
    let lines = |problems: Vec<Problem<String>>| {
        problems.iter().map(Problem::to_string).collect::<Vec<_>>().join("\n")
    };
    let (file, odd) = config::read(&name, text).map_err(|errors| UsageError(lines(errors)))?;
    let warnings = odd.iter().map(Warning::from_problem).collect();
    if is_first && !odd.is_empty() {
        report::say(&lines(odd));
    }
    Ok((file, warnings))
}

impl Location {
    fn path(&self) -> Option<&Path> {
        match self {
            Self::Nowhere | Self::Ignored => None,
            Self::Read(path) | Self::Missing(path) | Self::Unreadable(path) => Some(path),
        }
    }

    fn describe(&self) -> String {
        match self {
            Self::Nowhere => "no configuration file, no home to look for one".to_owned(),
            Self::Ignored => "no configuration file in secure mode".to_owned(),
            Self::Read(path) => format!("{} (found)", path.display()),
            Self::Missing(path) => format!("{} (not found)", path.display()),
            Self::Unreadable(path) => format!("{} (cannot be read)", path.display()),
        }
    }
}

impl Settings {
    /// The wishes expressed by the options, else by the file.
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

    /// Why secure mode is on, if it is.
    pub fn secure(&self) -> Option<&SecureReason> {
        self.secure.as_ref()
    }

    /// A dashboard that opens with the configured view. The file applies to every dataset, so a view that this one
    /// lacks is reported and ignored.
    pub fn app(&self, model: Model, pivot: Option<Pivot>, size: Size) -> Result<App, UsageError> {
        let app = match (&self.view, self.file.get(SettingKey::View)) {
            (None, Some((view, line))) if !view.is_empty() => {
                let place = format!("{}:{line}", self.location.path().unwrap_or(Path::new("")).display());
                let mut app = first_view(model, pivot, size);
                if let Err(what) = visit(&mut app, view) {
                    report::say(&format!("{place}: warning: view: {what}; ignored"));
                    app = app.with_warnings([Warning::new(&format!("view: {what}; ignored")).at(&place)]);
                }
                app
            }
            (view, _) => StartView { view: view.clone() }.app(model, pivot, size)?,
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
