//! Reads an article's text from a file or standard input.

use std::ffi::OsStr;
use std::io::Read;
use std::path::{Path, PathBuf};

use crate::draft::Draft;
use crate::formats::{self, ReadError};
use crate::records::TableSource;
use crate::text::encoding::Encoding;
use crate::text::harmless::reason;

/// The maximum number of bytes in an article: many times the longest report.
const MAX_ARTICLE: usize = 8 << 20;

/// An article that was read.
pub struct ArticleFile {
    /// Its name in messages.
    pub name: String,
    /// The file, if it is one.
    pub path: Option<PathBuf>,
    /// Its text, still with any markup.
    pub text: String,
}

impl ArticleFile {
    /// Reads the text of the file at `path`; `-` is standard input.
    pub fn read(path: &Path) -> Result<Self, ReadError> {
        if path.as_os_str() == "-" {
            return Self::from_input("standard input", std::io::stdin().lock(), None);
        }
        let name = path.display().to_string();
        let file = std::fs::File::open(path)
            .map_err(|error| ReadError::Unreadable { file: name.clone(), reason: reason(&error) })?;
        Self::from_input(&name, file, Some(path.to_owned()))
    }

    fn from_input(name: &str, input: impl Read, path: Option<PathBuf>) -> Result<Self, ReadError> {
        let mut bytes = Vec::new();
        let read = input.take(MAX_ARTICLE as u64 + 1).read_to_end(&mut bytes);
        read.map_err(|error| ReadError::Unreadable { file: name.to_owned(), reason: reason(&error) })?;
        if bytes.len() > MAX_ARTICLE {
            return Err(ReadError::TooLarge { file: name.to_owned(), limit: MAX_ARTICLE });
        }
        Self::from_bytes(name, &bytes, path).ok_or_else(|| ReadError::Unreadable {
            file: name.to_owned(),
            reason: "is not text in UTF-8, UTF-16, GB18030, Windows-1251 or Windows-1252".to_owned(),
        })
    }

    /// Decodes an article; `None` if the bytes are not text.
    pub fn from_bytes(name: &str, bytes: &[u8], path: Option<PathBuf>) -> Option<Self> {
        if formats::binary_fault(bytes).is_some() {
            return None;
        }
        let text = Encoding::detect_article(bytes).decode(bytes)?;
        let is_text = !text.chars().take(4096).any(|c| c == '\0');
        is_text.then(|| Self { name: name.to_owned(), path, text: text.into_owned() })
    }

    /// The article in the file at `path`; `None` if it is a dataset, a table, an archive, or not a regular file, and if
    /// its name says that it should be one of these.
    pub fn recognise(path: &Path) -> Option<Self> {
        let metadata = std::fs::metadata(path).ok()?;
        if !metadata.is_file() || metadata.len() > MAX_ARTICLE as u64 || is_called_data(path) {
            return None;
        }
        let article = Self::read(path).ok()?;
        (!formats::is_data(&article.text) && matches!(TableSource::recognise(path, &[]), Ok(None)))
            .then_some(article)
    }

    /// Drafts its rows.
    pub fn draft(&self) -> Draft {
        let stem = self.path.as_deref().and_then(Path::file_stem);
        let name = stem.map_or_else(|| "article".to_owned(), |stem| stem.to_string_lossy().into_owned());
        Draft::new(&name, &self.text)
    }
}

/// True for the name of a file of data: whatever else is in it, checking it as prose would pass what nobody could read.
fn is_called_data(path: &Path) -> bool {
    let extension = path.extension().and_then(OsStr::to_str).unwrap_or_default();
    ["json", "csv", "tsv"].iter().any(|data| extension.eq_ignore_ascii_case(data))
}
