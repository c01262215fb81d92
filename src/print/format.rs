//! The formats in which figures leave the program.

use std::ffi::OsStr;
use std::io::{self, Write};
use std::path::Path;

use clap::ValueEnum;
use ratatui::buffer::Buffer;

use super::{Selection, csv, json, markdown, svg, text};
use crate::text::harmless::quoted;

/// How figures are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// Plain aligned text, one line per figure
    Text,
    /// One table per pane, for a report
    Markdown,
    /// Every figure with all columns, for a spreadsheet
    Csv,
    /// Every figure with all columns, the panes, the sources and the findings
    Json,
    /// A picture of the screen, with real text
    Svg,
}

impl Format {
    /// The format for a file name that ends in `.txt`, `.md`, `.csv`, `.json` or `.svg`.
    ///
    /// # Errors
    ///
    /// A sentence that lists the known extensions.
    pub fn from_path(file: &Path) -> Result<Self, String> {
        let ending = file.extension().and_then(OsStr::to_str).map(str::to_lowercase);
        match ending.as_deref() {
            Some("txt") => Ok(Self::Text),
            Some("md" | "markdown") => Ok(Self::Markdown),
            Some("csv") => Ok(Self::Csv),
            Some("json") => Ok(Self::Json),
            Some("svg") => Ok(Self::Svg),
            _ => {
                let name = quoted(&file.file_name().unwrap_or_default().to_string_lossy());
                Err(format!("{name} does not end in .csv, .json, .md, .svg or .txt, which say what to write"))
            }
        }
    }

    /// Writes the figures of `selection` to `out`; for a picture, `frame` draws the screen.
    ///
    /// # Errors
    ///
    /// Those of `out`.
    pub fn write(
        self,
        selection: Selection,
        frame: impl FnOnce() -> Buffer,
        mut out: impl Write,
    ) -> io::Result<()> {
        match self {
            Self::Text => out.write_all(text(selection).as_bytes()),
            Self::Markdown => out.write_all(markdown(selection).as_bytes()),
            Self::Csv => csv(selection, out),
            Self::Json => json(selection, out),
            Self::Svg => out.write_all(svg(&frame(), &selection.words().dataset.title).as_bytes()),
        }
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
            assert_eq!(Format::from_path(Path::new(name)), Ok(expected), "{name}");
        }
        for name in ["", "csv", ".csv", "a.xlsx", "a."] {
            assert!(
                Format::from_path(Path::new(name)).is_err_and(|said| said.contains("does not end in .csv")),
                "{name}"
            );
        }
    }
}
