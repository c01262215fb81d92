//! In which format figures leave the program, and what each is.

use std::ffi::OsStr;
use std::io;
use std::path::Path;

use clap::ValueEnum;
use ratatui::buffer::Buffer;

use super::{Sheet, csv, json, markdown, svg, text};

/// How figures are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// Plain aligned text, a line a figure
    Text,
    /// A table a pane, for a report
    Markdown,
    /// Every figure with all columns, for a spreadsheet
    Csv,
    /// Every figure with all columns, the panes, the sources and the findings
    Json,
    /// A picture of the screen, with real text
    Svg,
}

impl Format {
    /// The format that the ending of a file's name stands for: `.txt`, `.md`, `.csv`, `.json` or `.svg`.
    ///
    /// # Errors
    ///
    /// A sentence that names the endings there are.
    pub fn of(file: &Path) -> Result<Self, String> {
        let ending = file.extension().and_then(OsStr::to_str).map(str::to_lowercase);
        match ending.as_deref() {
            Some("txt") => Ok(Self::Text),
            Some("md" | "markdown") => Ok(Self::Markdown),
            Some("csv") => Ok(Self::Csv),
            Some("json") => Ok(Self::Json),
            Some("svg") => Ok(Self::Svg),
            _ => {
                let name =
                    crate::text::harmless::quoted(&file.file_name().unwrap_or_default().to_string_lossy());
                Err(format!("{name} does not end in .csv, .json, .md, .svg or .txt, which say what to write"))
            }
        }
    }

    /// The figures of `sheet` in this format; `frame` draws the screen, where a picture of it is wanted.
    ///
    /// # Errors
    ///
    /// As [`csv()`].
    pub fn write(self, sheet: Sheet, frame: impl FnOnce() -> Buffer) -> io::Result<String> {
        Ok(match self {
            Self::Text => text(sheet),
            Self::Markdown => markdown(sheet),
            Self::Csv => csv(sheet)?,
            Self::Json => json(sheet),
            Self::Svg => svg(&frame(), &sheet.words().dataset.title),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ending_says_the_format() {
        for (name, expected) in [
            ("a.csv", Format::Csv),
            ("a.b.JSON", Format::Json),
            ("x/y.md", Format::Markdown),
            ("p.svg", Format::Svg),
            ("p.txt", Format::Text),
        ] {
            assert_eq!(Format::of(Path::new(name)), Ok(expected), "{name}");
        }
        for name in ["", "csv", ".csv", "a.xlsx", "a."] {
            assert!(
                Format::of(Path::new(name)).is_err_and(|said| said.contains("does not end in .csv")),
                "{name}"
            );
        }
    }
}
