//! `horgos convert`: a dataset, or the answer to a question about a table, in our own format.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;

use super::engines::EngineOptions;
use super::input::DatasetArgument;
use super::opened_input::OpenedInput;
use super::print::SCREEN;
use super::report;
use super::secure::SecureReason;
use super::start::StartView;
use super::usage::{FAILED, UsageError};
use crate::dashboard::{App, Model};
use crate::dataset::Dataset;
use crate::formats::foreign::RenamedColumn;
use crate::formats::write;
use crate::print::{ExportError, save};
use crate::text::harmless::{harmless, reason};

/// The files of a package in a folder.
const DESCRIPTOR: &str = "datapackage.json";
const ROWS: &str = "observations.csv";

#[derive(Debug, Args)]
pub struct ConvertCommand {
    /// A dataset or a table, as horgos opens it; - reads standard input
    #[arg(value_name = "IN")]
    dataset: PathBuf,
    /// Where to write it: a package in one file if it ends in .json, the rows alone if it ends in .csv, else a folder
    #[arg(value_name = "OUT")]
    out: PathBuf,
    /// Folder of the CSV files that IN names [default: its own; standard input has none]
    #[arg(long, value_name = "FOLDER")]
    folder: Option<PathBuf>,
    /// Read a column of a table by another name, such as country=partner; may be repeated
    #[arg(long, value_name = "COLUMN=NAME")]
    rename: Vec<RenamedColumn>,
    #[command(flatten)]
    start: StartView,
    #[command(flatten)]
    pub engines: EngineOptions,
    /// Replace an existing file or folder
    #[arg(long)]
    force: bool,
}

impl ConvertCommand {
    pub fn input(&self) -> DatasetArgument {
        DatasetArgument::new(self.dataset.clone(), self.folder.clone(), self.rename.clone())
    }

    pub fn run(&self, input: OpenedInput) -> color_eyre::Result<ExitCode> {
        if let Some(why) = SecureReason::of_process() {
            return Err(UsageError(format!("convert is not allowed in secure mode: {why}")).into());
        }
        let app = self.start.app(Model::new(input.loaded.dataset), input.pivot, SCREEN)?;
        check_said(&app)?;
        let dataset = app.words().dataset;
        let written = match self.out.extension().and_then(|ending| ending.to_str()) {
            Some("json") => save(&self.out, |_| self.force, |out| write::inline(dataset, out)),
            Some("csv") => {
                save(&self.out, |_| self.force, |out| write::with_csv(dataset, ROWS, &mut io::sink(), out))
            }
            Some(_) | None => self.write_folder(dataset),
        };
        Ok(match written {
            Ok(_) => {
                let name = harmless(&self.out.display().to_string());
                report::say(&format!("written: {name}, {} figures", dataset.observations.len()));
                ExitCode::SUCCESS
            }
            Err(ExportError::Exists { file, .. }) => {
                report::say(&format!("error: {file} exists; --force replaces it"));
                ExitCode::from(FAILED)
            }
            Err(error) => {
                report::say(&format!("error: {error}"));
                ExitCode::from(FAILED)
            }
        })
    }

    /// Writes a descriptor and its rows into a folder, which gets its name once it is complete. In an existing folder
    /// they replace the files of the same names.
    fn write_folder(&self, dataset: &Dataset) -> Result<String, ExportError> {
        let unwritable = |error: &io::Error| ExportError::Unwritable {
            file: harmless(&self.out.display().to_string()),
            reason: reason(error),
        };
        let (mut descriptor, mut rows) = (Vec::new(), Vec::new());
        write::with_csv(dataset, ROWS, &mut descriptor, &mut rows).map_err(|error| unwritable(&error))?;
        if self.out.exists() {
            let rows = save(&self.out.join(ROWS), |_| self.force, |out| out.write_all(&rows));
            return rows.and_then(|_| {
                save(&self.out.join(DESCRIPTOR), |_| self.force, |out| out.write_all(&descriptor))
            });
        }
        let parent = self.out.parent().filter(|parent| *parent != Path::new("")).unwrap_or(Path::new("."));
        let complete = || -> io::Result<()> {
            let folder = tempfile::Builder::new().prefix(".horgos-").tempdir_in(parent)?;
            fs::write(folder.path().join(ROWS), &rows)?;
            fs::write(folder.path().join(DESCRIPTOR), &descriptor)?;
            readable(folder.path())?;
            fs::rename(folder.path(), &self.out)?;
            // It has been renamed.
            let _ = folder.keep();
            Ok(())
        };
        complete().map_err(|error| unwritable(&error))?;
        Ok(String::new())
    }
}

/// Gives a new folder the usual permissions; a temporary one is private.
fn readable(folder: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    let probe = folder.join("probe");
    fs::create_dir(&probe)?;
    let mode = fs::metadata(&probe)?.permissions().mode();
    fs::remove_dir(&probe)?;
    fs::set_permissions(folder, fs::Permissions::from_mode(mode))
}

/// Our own format requires the reporter and the flow.
fn check_said(app: &App) -> Result<(), UsageError> {
    let Some(pivot) = app.pivot() else { return Ok(()) };
    let says = pivot.catalog().facts.says;
    let missing = match (says.reporter, says.flow) {
        (true, true) => return Ok(()),
        (false, _) => "whose trade it is",
        (true, false) => "whether it is exports or imports",
    };
    Err(UsageError(format!("convert: the table does not say {missing}, and a package has to")))
}
