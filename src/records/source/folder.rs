//! Folders whose files are one table, such as a download for each year.

use std::fs;
use std::path::{Path, PathBuf};

use super::parts::{SourceKind, TablePart, TableSource, file_parts};
use crate::formats::DESCRIPTOR;
use crate::formats::Refusal;
use crate::formats::foreign::RenamedColumn;
use crate::records::OpenError;

/// The most files of a folder. All that are not packed stay open.
const MOST_FILES: usize = 500;

/// The table in the files of a folder, in the order of their names; `None` for the folder of a Data Package.
pub(super) fn recognise(folder: &Path, renamed: &[RenamedColumn]) -> Result<Option<TableSource>, OpenError> {
    if folder.join(DESCRIPTOR).exists() {
        return Ok(None);
    }
    let entries = fs::read_dir(folder)?.filter_map(Result::ok).map(|entry| entry.path());
    let is_hidden =
        |path: &PathBuf| path.file_name().is_none_or(|name| name.to_string_lossy().starts_with('.'));
    let mut files: Vec<PathBuf> = entries.filter(|path| !is_hidden(path) && path.is_file()).collect();
    files.sort();
    if files.len() > MOST_FILES {
        return Err(Refusal::LargeFolder { files: files.len(), most: MOST_FILES }.into());
    }
    let (mut parts, mut unread, mut kind) = (Vec::<TablePart>::new(), Vec::new(), SourceKind::File);
    for path in files {
        let name = path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
        match file_parts(&path, renamed) {
            Ok(Some((part, part_kind))) => {
                let differs =
                    |first: &&TablePart| first.reader.meanings().facts() != part.reader.meanings().facts();
                if let Some(first) = parts.first().filter(differs) {
                    return Err(OpenError::Mixed(first.name.clone(), name));
                }
                kind = if kind == SourceKind::Packed { kind } else { part_kind };
                parts.push(TablePart { name, ..part });
            }
            Ok(None) => unread.push(name),
            Err(error) => unread.push(format!("{name} ({error})")),
        }
    }
    if parts.is_empty() {
        return Err(Refusal::FolderOfOthers.into());
    }
    Ok(Some(TableSource { parts, unread, kind }))
}
