//! Effects that the dashboard asks for, and the answers to them.

use super::app::App;
use super::effect::{Answer, Effect, PaneRows};
use super::notice::Notice;
use super::overlays::{Export, Overlay};

impl App {
    /// The rows that the focused pane shows.
    pub(super) fn focused_rows(&self) -> PaneRows {
        let pane = self.view.focus;
        PaneRows { pane, rows: self.rows(pane).to_vec(), total: self.total(pane) }
    }

    /// The id of the open or selected row, if it is a published figure.
    pub(super) fn sentence(&self) -> Option<String> {
        let figure = self.comparable()?;
        self.words().observation(figure).map(|observation| observation.id.to_string())
    }

    /// Writes the focused pane to the named file. A file is replaced only after its name was found taken.
    pub(super) fn export(&self, over: bool) -> Option<Effect> {
        let Some(Overlay::Export(Export { file, taken, .. })) = self.view.overlays.last() else {
            return None;
        };
        let effect = || Effect::Export { path: file.text().to_owned(), rows: self.focused_rows(), over };
        (*taken || !over).then(effect)
    }

    /// Handles the answer to an effect. Why a file was not written is shown where its name can be corrected.
    pub fn answer(&mut self, answer: Answer) {
        let before = self.view.clone();
        match (answer, self.view.overlays.last_mut()) {
            (Answer::NotExported(why), Some(Overlay::Export(Export { said, taken, .. }))) => {
                (*said, *taken) = (Some(why), false);
            }
            (Answer::Exists(why), Some(Overlay::Export(Export { said, taken, .. }))) => {
                (*said, *taken) = (Some(why), true);
            }
            (Answer::Exported(text), _) => {
                self.view.overlays.retain(|overlay| !matches!(overlay, Overlay::Export(_)));
                self.notice = Some(Notice::Said(text));
            }
            // Only the review saves a draft.
            (Answer::Kept(_), _) => {}
            (Answer::Copy(text) | Answer::Exists(text) | Answer::NotExported(text), _) => {
                self.notice = Some(Notice::Said(text));
            }
        }
        self.refresh(&before);
    }
}

#[cfg(test)]
mod tests {
    use ratatui::layout::Size;

    use super::*;
    use crate::dashboard::{Clip, Event, Outcome, parse_keys};
    use crate::formats;

    fn bundled() -> App {
        App::new(formats::bundled().expect("the bundled dataset").dataset, Size::new(80, 24))
    }

    /// The effect that the last of these keys asks for.
    fn effect(app: &mut App, keys: &str) -> Option<Effect> {
        let keys = parse_keys(keys).expect("keys");
        match keys.into_iter().map(|key| app.handle(Event::Key(key))).last() {
            Some(Outcome::Perform(effect)) => Some(effect),
            _ => None,
        }
    }

    #[test]
    fn an_export_carries_its_path_and_the_rows_that_are_shown() {
        let mut app = bundled();
        let Some(Effect::Export { path, rows, over }) = effect(&mut app, "/kaz<enter>2e<enter>") else {
            panic!("no export")
        };
        assert_eq!((path.as_str(), over), ("central-asia.csv", false));
        assert_eq!((rows.pane, rows.rows.len(), rows.total), (1, 1, 5));
        assert_eq!(rows.rows, app.rows(1));
    }

    #[test]
    fn a_file_is_replaced_only_after_its_name_was_found_taken() {
        let mut app = bundled();
        assert_eq!(effect(&mut app, "e<tab>"), None);
        assert!(matches!(effect(&mut app, "<enter>"), Some(Effect::Export { over: false, .. })));
        app.answer(Answer::Exists("it is there".to_owned()));
        assert!(matches!(effect(&mut app, "<tab>"), Some(Effect::Export { over: true, .. })));
        app.answer(Answer::NotExported("the disk is full".to_owned()));
        assert_eq!(effect(&mut app, "<tab>"), None, "the next attempt starts afresh");
    }

    #[test]
    fn a_copy_carries_what_is_open() {
        let mut app = bundled();
        let row = app.rows(0)[1];
        assert_eq!(effect(&mut app, "jy"), Some(Effect::Copy(Clip::Row(row))));
        let figure = row.figure().expect("a figure");
        assert_eq!(effect(&mut app, "<enter>y"), Some(Effect::Copy(Clip::Citation(figure))));
        assert_eq!(effect(&mut app, "<esc>6<enter>y"), Some(Effect::Copy(Clip::Row(app.rows(5)[0]))));
        let address = app.address();
        assert_eq!(effect(&mut app, "vy"), Some(Effect::Copy(Clip::Address(address))));
        assert_eq!(effect(&mut app, "?y"), None, "the help is not copied");
    }
}
