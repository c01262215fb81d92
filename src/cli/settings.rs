//! What the options, the environment and the file come to together.

use std::path::{Path, PathBuf};

use clap::Args;
use ratatui::layout::Size;

use super::appearance::{AppearanceOptions, called};
use super::config::{File, Knob, Origin, Said, Setting, place, read, settle, written};
use super::{Start, Wrong, report};
use crate::dashboard::{App, Rising, ThemeName};
use crate::dataset::Dataset;
use crate::formats::Problem;
use crate::screen::{Depth, Glyphs};
use crate::terminal::{Environment, Wishes};
use crate::text::harmless::reason;

/// What can be said by options and by the configuration file.
#[derive(Debug, Default, Args)]
pub struct Asked {
    #[command(flatten)]
    pub start: Start,
    #[command(flatten)]
    appearance: AppearanceOptions,
    /// Configuration file [default: horgos/config.toml in `$XDG_CONFIG_HOME` or ~/.config]
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
}

/// The options, and the file with where it is.
#[derive(Debug)]
pub struct Settings {
    wishes: Wishes,
    view: Option<String>,
    file: File,
    /// Where the file is, or would be.
    place: Option<PathBuf>,
    is_there: bool,
}

impl Asked {
    /// What the options alone ask for.
    pub fn wishes(&self) -> Wishes {
        self.appearance.wishes()
    }

    /// Complains of a file that an option names, where nothing else would read it.
    pub fn check_file(&self) -> Result<(), Wrong> {
        if self.config.is_some() { self.settings().map(drop) } else { Ok(()) }
    }

    /// The options and the file, whose warnings are told.
    ///
    /// A file that is not there says nothing, unless an option names it.
    pub fn settings(&self) -> Result<Settings, Wrong> {
        let usual = || place(&|name| std::env::var_os(name));
        let path = self.config.clone().or_else(usual);
        let text = path.as_deref().map(std::fs::read_to_string);
        let (file, is_there) = match (&path, text) {
            (Some(path), Some(Ok(text))) => (self::file(path, &text)?, true),
            (Some(_), Some(Err(error)))
                if error.kind() == std::io::ErrorKind::NotFound && self.config.is_none() =>
            {
                (File::default(), false)
            }
            (Some(path), Some(Err(error))) => {
                return Err(Wrong(format!("{}: {}", path.display(), reason(&error))));
            }
            (Some(_), None) | (None, _) => (File::default(), false),
        };
        Ok(Settings { wishes: self.wishes(), view: self.start.view.clone(), file, place: path, is_there })
    }
}

/// What a file says; its warnings are told.
fn file(path: &Path, text: &str) -> Result<File, Wrong> {
    let name = path.display().to_string();
    let lines =
        |problems: Vec<Problem>| problems.iter().map(Problem::to_string).collect::<Vec<_>>().join("\n");
    let (file, warnings) = read(&name, text).map_err(|errors| Wrong(lines(errors)))?;
    if !warnings.is_empty() {
        report::say(&lines(warnings));
    }
    Ok(file)
}

impl Settings {
    /// What is wished of the screen: by options, else by the file.
    pub fn wishes(&self) -> Wishes {
        let said = |knob| self.file.get(knob).map(|(value, _)| value);
        let theme = said(Knob::Theme).and_then(|said| called(ThemeName::ALL, ThemeName::name, said));
        let glyphs = said(Knob::Glyphs).and_then(|said| called(Glyphs::ALL, Glyphs::name, said));
        let rising = said(Knob::Rising).and_then(|said| called(Rising::ALL, Rising::name, said));
        Wishes {
            theme: self.wishes.theme.or(theme),
            colour: self.wishes.colour,
            glyphs: self.wishes.glyphs.or(glyphs),
            rising: self.wishes.rising.or(rising),
            no_sync: self.wishes.no_sync || said(Knob::Sync) == Some("false"),
        }
    }

    /// A dashboard on `dataset` that looks where it shall start. The file is that of all datasets, so a view of it that
    /// this one has not is told and let be.
    pub fn app(&self, dataset: Dataset, size: Size) -> Result<App, Wrong> {
        match (&self.view, self.file.get(Knob::View)) {
            (None, Some((view, line))) if !view.is_empty() => {
                let place = self.place.as_deref().unwrap_or(Path::new("")).display();
                let mut app = App::new(dataset, size);
                if let Err(what) = app.visit(view) {
                    report::say(&format!("{place}:{line}: warning: view: {what}; left alone"));
                }
                Ok(app)
            }
            (view, _) => Start { view: view.clone() }.app(dataset, size),
        }
    }

    /// All that is configured, as a file that says the same.
    pub fn written(&self, environment: &Environment) -> String {
        let by_itself = environment.decide(Wishes::default());
        let word = |word: Option<&str>, option| word.map(|word| (option, word.to_owned()));
        let default = |value: &str, by| (value.to_owned(), by);
        let settings = Knob::ALL.map(|knob| {
            let said = match knob {
                Knob::Theme => Said {
                    option: word(self.wishes.theme.map(ThemeName::name), "theme"),
                    environment: None,
                    default: default(ThemeName::Ansi.name(), None),
                },
                Knob::Glyphs => Said {
                    option: word(self.wishes.glyphs.map(Glyphs::name), "glyphs"),
                    environment: None,
                    default: default(by_itself.means.glyphs.name(), Some("locale and TERM")),
                },
                Knob::Rising => Said {
                    option: word(self.wishes.rising.map(Rising::name), "rising"),
                    environment: None,
                    default: default(by_itself.appearance.rising.name(), Some("locale")),
                },
                Knob::View => Said {
                    option: word(self.view.as_deref(), "view"),
                    environment: None,
                    default: default("", None),
                },
                Knob::Sync => Said {
                    option: word(self.wishes.no_sync.then_some("false"), "no-sync"),
                    environment: word(
                        environment.horgos_no_sync.as_deref().map(|_| "false"),
                        "HORGOS_NO_SYNC",
                    ),
                    default: default("true", None),
                },
            };
            self.colourless(environment, settle(knob, said, &self.file))
        });
        written(&settings, &self.place())
    }

    /// Which file was read, or looked for.
    fn place(&self) -> String {
        let state = if self.is_there { "is there" } else { "is not there" };
        match &self.place {
            Some(path) => format!("{}, which {state}", path.display()),
            None => "no configuration file, no home to look for one".to_owned(),
        }
    }

    /// A theme without colours, whatever was wished, where there are none.
    fn colourless(&self, environment: &Environment, setting: Setting) -> Setting {
        let depth = environment.decide(self.wishes()).means.depth;
        if setting.knob != Knob::Theme || depth != Depth::None || setting.value == ThemeName::Mono.name() {
            return setting;
        }
        let origin = match (self.wishes.colour, environment.forbids_colour()) {
            (Some(false), _) => Origin::Option("color"),
            (None, Some(variable)) => Origin::Environment(variable),
            (None, None) | (Some(true), _) => Origin::Environment("TERM"),
        };
        Setting { value: ThemeName::Mono.name().to_owned(), origin, ..setting }
    }
}
