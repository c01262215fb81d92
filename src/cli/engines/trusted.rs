//! The configuration file as far as it contains commands: it is trusted only if no one else can have written it.

use std::fs::{File, Metadata};
use std::io::ErrorKind;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

use rustix::process::geteuid;

use crate::cli::config::{self, EngineConfig};
use crate::cli::settings::{ConfigOrigin, open, parse, read, unreadable};
use crate::cli::usage::UsageError;

/// Said where there is no configuration file.
const DEFINED: &str = "engines are defined there, each in [engine.NAME] with preset, from and columns";

/// The engines of a configuration file.
pub(super) struct TrustedFile {
    pub path: String,
    pub engines: Vec<EngineConfig>,
    /// Why its commands are not trusted, if they are not.
    pub distrust: Option<String>,
}

impl TrustedFile {
    /// Reads the file at `named`, else the default one. Reports its warnings if this `is_first` reading of it.
    pub fn read(named: Option<&Path>, is_first: bool) -> Result<Self, UsageError> {
        let (path, place) = match named {
            Some(path) => (path.to_owned(), ConfigOrigin::Named),
            None => (usual()?, ConfigOrigin::Usual),
        };
        let failed = |error: &std::io::Error| UsageError(unreadable(&path, error));
        let file = open(&path, place).map_err(|error| {
            let is_missing = error.kind() == ErrorKind::NotFound;
            if is_missing {
                UsageError(format!("{}; {DEFINED}", unreadable(&path, &error)))
            } else {
                failed(&error)
            }
        })?;
        let distrust = distrust(&file).map_err(|error| failed(&error))?;
        let text = read(file).map_err(|error| failed(&error))?;
        let parsed = parse(&path, &text, is_first)?;
        let engines = parsed.0.engines().to_vec();
        Ok(Self { path: path.display().to_string(), engines, distrust })
    }
}

fn usual() -> Result<PathBuf, UsageError> {
    let path = config::path(&|name| std::env::var_os(name));
    path.ok_or_else(|| UsageError("there is no home to look for a configuration file in".to_owned()))
}

/// Why the commands of an open file are not trusted.
fn distrust(file: &File) -> std::io::Result<Option<String>> {
    let metadata: Metadata = file.metadata()?;
    let (owner, mode, own) = (metadata.uid(), metadata.mode() & 0o7777, geteuid().as_raw());
    Ok(if !metadata.is_file() {
        Some("it is no regular file".to_owned())
    } else if owner != own && owner != 0 {
        Some(format!("it belongs to the user with the id {owner}; expected {own} or root"))
    } else if mode & 0o022 != 0 {
        Some(format!("its mode is {mode:04o}; expected no right to write for group and others (chmod go-w)"))
    } else {
        None
    })
}
