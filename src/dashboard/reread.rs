//! Handles a file that changes while the dashboard shows it.

use std::sync::Arc;

use super::action::Outcome;
use super::app::App;
use super::model::Model;
use super::notice::Notice;
use super::pivot::Pivot;
use super::warning::Warning;
use crate::formats::Fingerprint;

/// The state of a changed file: another version of the dataset, or the problems that prevent reading it.
#[derive(Debug, Clone)]
pub struct Reread(pub Result<FileVersion, Vec<Warning>>);

/// A version of a file.
#[derive(Debug, Clone)]
pub struct FileVersion {
    #[expect(missing_docs, reason = "the type says it")]
    pub model: Arc<Model>,
    /// The table, if the file holds one.
    pub pivot: Option<Pivot>,
    #[expect(missing_docs, reason = "the type says it")]
    pub warnings: Vec<Warning>,
    /// Identifies the data.
    pub data: Fingerprint,
}

impl PartialEq for Reread {
    /// Two versions are equal if they share the model.
    fn eq(&self, other: &Self) -> bool {
        match (&self.0, &other.0) {
            (Ok(one), Ok(other)) => Arc::ptr_eq(&one.model, &other.model),
            (Err(one), Err(other)) => one == other,
            (Ok(_), Err(_)) | (Err(_), Ok(_)) => false,
        }
    }
}

impl Eq for Reread {}

/// Keys of an address that name rows, which another version may lack.
const NAMING: [&str; 8] = ["row", "top", "open", "rows", "line", "top-line", "compare", "others"];

impl App {
    /// Shows another version of the file in the same view, as far as its figures still exist. If it cannot be read,
    /// lists the problems and keeps the last good version.
    pub fn reread(&mut self, new: Reread) -> Outcome {
        self.changing(|app| match new.0 {
            Ok(version) => app.show_version(version),
            Err(problems) => app.keep_version(problems),
        })
    }

    /// True while the file cannot be read, and an earlier version is shown.
    #[must_use]
    pub fn is_outdated(&self) -> bool {
        self.broken > 0
    }

    fn show_version(&mut self, version: FileVersion) {
        let address = self.lasting_address();
        let focus = self.panes().get(self.view.focus).map(|pane| pane.id.clone());
        self.stop_asking();
        self.pivot = version.pivot;
        (self.warnings, self.broken) = (version.warnings.into(), 0);
        self.set_model(version.model);
        let is_there = self.visit(&address).is_ok() || self.visit(&without_names(&address)).is_ok();
        if !is_there {
            let pane = focus.and_then(|id| self.panes().iter().position(|pane| pane.id == id));
            self.view.focus = pane.unwrap_or(0);
        }
        self.notice = Some(Notice::Said("the file has changed; this is the new version".to_owned()));
    }

    fn keep_version(&mut self, problems: Vec<Warning>) {
        let said = "the file has changed and cannot be read; W lists why, the last good version is shown";
        let earlier = self.warnings.iter().skip(self.broken).cloned();
        self.broken = problems.len();
        self.warnings = problems.into_iter().chain(earlier).collect();
        self.edition += 1;
        self.notice = Some(Notice::Said(said.to_owned()));
    }
}

/// An address without the rows that it names.
fn without_names(address: &str) -> String {
    let pane = |part: &str| {
        let (id, words) = part.split_once('?').unwrap_or((part, ""));
        let stays = |word: &&str| {
            let key = word.split_once('=').map_or(*word, |(key, _)| key);
            !word.is_empty() && !NAMING.contains(&key)
        };
        let words: Vec<&str> = words.split('&').filter(stays).collect();
        if words.is_empty() { id.to_owned() } else { format!("{id}?{}", words.join("&")) }
    };
    address.split(';').map(pane).collect::<Vec<_>>().join(";")
}

#[cfg(test)]
mod tests {
    use std::fs;

    use ratatui::layout::Size;

    use super::*;
    use crate::dashboard::action::Event;
    use crate::dashboard::input::parse_keys;
    use crate::formats;
    use crate::records::{ReadProgress, TableSource};

    const SIZE: Size = Size { width: 120, height: 36 };

    /// The table of these rows, as a file that was read.
    fn version(rows: &str) -> FileVersion {
        let file = tempfile::NamedTempFile::with_suffix(".csv").expect("a file");
        fs::write(file.path(), format!("year,reporter,partner,exports_usd\n{rows}")).expect("room");
        let source = TableSource::recognise(file.path(), &[]).expect("readable").expect("a table");
        let engine = source.load(&ReadProgress::default()).expect("rows");
        let (pivot, dataset) = Pivot::new(Arc::from(engine), "trade.csv").expect("an answer");
        let model = Arc::new(Model::new(dataset));
        FileVersion { model, pivot: Some(pivot), warnings: Vec::new(), data: Fingerprint::default() }
    }

    fn dashboard(version: FileVersion) -> App {
        let app = App::from_model(version.model, SIZE);
        app.with_pivot(version.pivot.expect("a table"))
    }

    fn press(app: &mut App, keys: &str) {
        for key in parse_keys(keys).expect("keys") {
            app.handle(Event::Key(key));
        }
    }

    const ROWS: &str = "2021,KAZ,ITA,9\n2022,KAZ,ITA,7\n2022,KAZ,TUR,5\n2022,KAZ,UZB,3\n";

    #[test]
    fn question_and_selection_stay_when_the_file_of_a_table_changes() {
        let mut app = dashboard(version(ROWS));
        press(&mut app, "j");
        assert_eq!(app.address(), "partners?row=TUR");
        let changed = version(&format!("{ROWS}2022,KAZ,CHN,6\n"));
        assert_eq!(app.reread(Reread(Ok(changed))), Outcome::Changed);
        assert_eq!(app.address(), "partners?row=TUR", "now the third row");
        assert_eq!(app.view().cursor().selected, 2);
        press(&mut app, "d");
        let asked = app.address();
        assert!(asked.contains("partner=TUR"), "{asked}");
        app.reread(Reread(Ok(version(ROWS))));
        assert_eq!(app.address(), asked);
        app.reread(Reread(Ok(version("2022,KAZ,ITA,7\n"))));
        assert!(!app.address().contains("TUR"), "{}", app.address());
    }

    #[test]
    fn problems_of_a_broken_file_stand_next_to_the_last_good_version() {
        let mut app = dashboard(version(ROWS)).with_warnings([Warning::new("an old one")]);
        press(&mut app, "j");
        let title = app.words().dataset.title.clone();
        for problem in ["line 3: not JSON", "line 4: not JSON"] {
            app.reread(Reread(Err(vec![Warning::new(problem)])));
            assert!(app.is_outdated());
            assert_eq!((app.address().as_str(), &app.words().dataset.title), ("partners?row=TUR", &title));
            let texts: Vec<&str> = app.warnings().iter().map(|warning| warning.text.as_str()).collect();
            assert_eq!(texts, [problem, "an old one"]);
        }
        app.reread(Reread(Ok(version(ROWS))));
        assert!(!app.is_outdated() && app.warnings().is_empty());
    }

    #[test]
    fn an_open_figure_of_a_dataset_stays_open() {
        let bundled = || {
            let loaded = formats::bundled().expect("the bundled dataset");
            let (model, data) = (Arc::new(Model::new(loaded.dataset)), loaded.fingerprint);
            FileVersion { model, pivot: None, warnings: Vec::new(), data }
        };
        let mut app = App::from_model(bundled().model, SIZE);
        press(&mut app, "2j<enter>");
        let before = app.address();
        assert!(before.contains("open="), "{before}");
        app.reread(Reread(Ok(bundled())));
        assert_eq!(app.address(), before);
    }
}
