//! The DATASET argument, and standard input.

use std::io::stdin;
use std::os::fd::BorrowedFd;
use std::path::{Path, PathBuf};

use clap::{Args, Command};
use rustix::fs::FileType;

use super::article::ArticleFile;
use super::engines::{Engines, engine_name};
use super::opened_input::OpenedInput;
use super::report;
use super::table::{self, Streamed};
use super::usage::UsageError;
use crate::dashboard::Warning;
use crate::dataset::{Bundled, Code};
use crate::formats::foreign::RenamedColumn;
use crate::formats::{self, Loaded, ReadError, did_you_mean};

#[derive(Debug, Clone, Default, Args)]
pub struct DatasetArgument {
    /// A dataset file (a Data Package in JSON, or figures in CSV), a table as it was downloaded (CSV, JSON or
    /// Parquet; perhaps packed) or a folder of its files; - reads standard input; bundled:context is what other reports
    /// printed about the bundled figures; engine:NAME is a table of an engine that the configuration names
    #[arg(value_name = "DATASET")]
    dataset: Option<PathBuf>,
    /// Folder of the CSV files that DATASET names [default: its own; standard input has none]
    #[arg(long, value_name = "FOLDER", requires = "dataset")]
    folder: Option<PathBuf>,
    /// Read a column of a table by another name, such as country=partner; may be repeated
    #[arg(long, value_name = "COLUMN=NAME", requires = "dataset")]
    rename: Vec<RenamedColumn>,
}

/// The content that a file turns out to have.
#[expect(clippy::large_enum_variant, reason = "made once, and taken apart at once")]
pub enum FileContent {
    Article(ArticleFile),
    Dataset(Result<OpenedInput, ReadError>),
}

impl DatasetArgument {
    /// The dataset in a file.
    pub fn new(dataset: PathBuf, folder: Option<PathBuf>, rename: Vec<RenamedColumn>) -> Self {
        Self { dataset: Some(dataset), folder, rename }
    }

    /// Loads the argument as an article or, if it is none, as a dataset.
    pub fn article_or_dataset(&self, engines: Engines) -> FileContent {
        let is_input = self.dataset.as_deref().is_some_and(|path| path.as_os_str() == "-");
        if !is_input {
            return self
                .article()
                .map_or_else(|| FileContent::Dataset(self.load(engines)), FileContent::Article);
        }
        let name = "standard input";
        let input = match Streamed::new(name, Box::new(stdin()), &self.rename) {
            Streamed::Table(table) => return FileContent::Dataset(table),
            Streamed::Other(input) => input,
        };
        let bytes = match formats::bytes(name, input) {
            Ok(bytes) => bytes,
            Err(error) => return FileContent::Dataset(Err(error)),
        };
        match ArticleFile::from_bytes(name, &bytes, None).filter(|article| !formats::is_data(&article.text)) {
            Some(article) => FileContent::Article(article),
            None => FileContent::Dataset(formats::read(name, bytes.as_slice(), None).map(OpenedInput::new)),
        }
    }

    /// Fails for a command after an option and for a mistyped command, which both parse as a dataset, unless there is a
    /// file with that name. `program` makes the parser of all arguments, which takes longer than all else here.
    pub fn check_not_command(&self, program: fn() -> Command) -> Result<(), UsageError> {
        let named = self.dataset.as_deref().filter(|path| !path.exists()).and_then(Path::to_str);
        let Some(name) = named else { return Ok(()) };
        let program = program();
        if program.find_subcommand(name).is_some() {
            let order = format!("{name}: a command comes before its options (write horgos {name} …)");
            return Err(UsageError(order));
        }
        let suggestion = did_you_mean(name, program.get_subcommands().map(Command::get_name));
        if suggestion.is_empty() {
            Ok(())
        } else {
            Err(UsageError(format!("{name}: no such file{suggestion}")))
        }
    }

    /// Loads the dataset, or the first answer of a table.
    pub fn load(&self, engines: Engines) -> Result<OpenedInput, ReadError> {
        match &self.dataset {
            None => formats::bundled().map(OpenedInput::new),
            Some(_) if !self.rename.is_empty() && !self.is_file_or_input() => Err(self.not_renamed()),
            Some(_) if let Some(name) = self.bundled_name() => bundled_called(name).map(OpenedInput::new),
            Some(path) if let Some(name) = engine_name(path) => engines.open(name),
            Some(path) if path.as_os_str() == "-" => {
                let name = "standard input";
                match Streamed::new(name, Box::new(stdin()), &self.rename) {
                    Streamed::Table(table) => table,
                    Streamed::Other(_) if !self.rename.is_empty() => Err(self.not_renamed()),
                    Streamed::Other(input) => {
                        formats::read(name, input, self.folder.as_deref()).map(OpenedInput::new)
                    }
                }
            }
            Some(path) => table::open(path, &self.rename).unwrap_or_else(|| {
                if !self.rename.is_empty() {
                    return Err(self.not_renamed());
                }
                let in_folder = path.join(formats::DESCRIPTOR);
                let path = if path.is_dir() { &in_folder } else { path };
                formats::open_with(path, self.folder.as_deref()).map(OpenedInput::new)
            }),
        }
    }

    /// The article in the file, if it is one and not a dataset.
    pub fn article(&self) -> Option<ArticleFile> {
        self.file().and_then(ArticleFile::recognise)
    }

    /// The file that is read, if there is one.
    pub fn file(&self) -> Option<&Path> {
        let is_file = |path: &&Path| {
            path.as_os_str() != "-" && self.bundled_name().is_none() && engine_name(path).is_none()
        };
        self.dataset.as_deref().filter(is_file)
    }

    /// The error for columns to be renamed in what is no table of others.
    fn not_renamed(&self) -> ReadError {
        let reason = "is no table of others, for whose columns --rename is".to_owned();
        ReadError::Unreadable { file: self.name(), reason }
    }

    fn is_file_or_input(&self) -> bool {
        self.file().is_some() || self.is_standard_input()
    }

    /// True if it is read from standard input.
    pub fn is_standard_input(&self) -> bool {
        self.dataset.as_deref().is_some_and(|path| path.as_os_str() == "-")
    }

    /// True if it is part of the program.
    pub fn is_bundled(&self) -> bool {
        self.dataset.is_none() || self.bundled_name().is_some()
    }

    /// The name after `bundled:`. A file with such a name is reached by `./bundled:…`.
    fn bundled_name(&self) -> Option<&str> {
        self.dataset.as_deref()?.to_str()?.strip_prefix("bundled:")
    }

    /// The arguments that name the same dataset on a command line.
    pub fn words(&self) -> Vec<String> {
        let folder = self.folder.iter().flat_map(|path| ["--folder".to_owned(), path.display().to_string()]);
        let renamed = self.rename.iter().flat_map(|column| ["--rename".to_owned(), column.argument()]);
        folder.chain(renamed).chain(self.dataset.iter().map(|path| path.display().to_string())).collect()
    }

    /// The name of the dataset in messages.
    pub fn name(&self) -> String {
        match &self.dataset {
            None => "bundled dataset".to_owned(),
            Some(path) if path.as_os_str() == "-" => "standard input".to_owned(),
            Some(path) => path.display().to_string(),
        }
    }

    /// Starts to watch for unread content on standard input; `command` is what would read it.
    pub fn unread(&self, command: &'static str) -> UnreadInput {
        UnreadInput { command, is_done: self.dataset.is_some() }
    }
}

fn bundled_called(name: &str) -> Result<Loaded, ReadError> {
    let Some(bundled) = Bundled::parse(name) else {
        let known = || Bundled::ALL.iter().map(|(name, _)| *name);
        let meant = did_you_mean(name, known());
        let names = known().collect::<Vec<_>>().join(" and ");
        let reason = format!("no bundled dataset has this name{meant}; there are {names}");
        return Err(ReadError::Unreadable { file: format!("bundled:{name}"), reason });
    };
    formats::bundled_called(bundled)
}

/// Warns once of content on standard input that the program does not read, such as `cat figures.json | horgos`.
///
/// It never waits: a pipe that is still empty may belong to whatever started this program. To catch a slow writer, it
/// checks again at the end.
pub struct UnreadInput {
    command: &'static str,
    is_done: bool,
}

impl UnreadInput {
    /// Reports it and returns it for the screen, but only the first time.
    pub fn warn(&mut self) -> Option<Warning> {
        if self.is_done || !has_content(rustix::stdio::stdin()) {
            return None;
        }
        self.is_done = true;
        let text = format!("standard input was not read: write {} - to read it", self.command);
        report::say(&text);
        Some(Warning::new(&text))
    }
}

/// True for a regular file that is not at its end, and for a pipe or socket with pending data.
fn has_content(input: BorrowedFd) -> bool {
    let Ok(status) = rustix::fs::fstat(input) else { return false };
    match FileType::from_raw_mode(status.st_mode) {
        FileType::RegularFile => {
            let at = rustix::fs::tell(input).unwrap_or(0);
            u64::try_from(status.st_size).is_ok_and(|size| at < size)
        }
        FileType::Fifo | FileType::Socket => rustix::io::ioctl_fionread(input).is_ok_and(|bytes| bytes > 0),
        FileType::Directory
        | FileType::Symlink
        | FileType::CharacterDevice
        | FileType::BlockDevice
        | FileType::Unknown => false,
    }
}
