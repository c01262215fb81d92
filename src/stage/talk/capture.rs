//! Keeps views during a talk, as steps for its next version.

use serde_json::{Value, json};

use super::{CapturedStep, Talk};
use crate::dataset::Code;
use crate::wording::Topic;

impl Talk {
    /// Keeps the present view as a step.
    pub(super) fn capture(&mut self) {
        let words = self.app.words();
        let pane = self.app.panes().get(self.app.view().focus).map(|pane| pane.title.clone());
        let pane = pane.unwrap_or_default();
        let (title, text) = match crate::stage::open_topic(&self.app).or(self.app.selected()) {
            Some(Topic::Figure(figure)) => (words.label(figure).into_owned(), words.line(figure)),
            Some(Topic::Finding(at)) => (
                pane,
                words.analysis.findings.get(at).map(|finding| words.sentence(finding)).unwrap_or_default(),
            ),
            Some(Topic::Passed(at)) => (
                pane,
                words.analysis.passed.get(at).map(|passed| words.passed_sentence(passed)).unwrap_or_default(),
            ),
            None => (pane.clone(), pane),
        };
        self.captured.push(CapturedStep {
            title,
            text,
            view: self.app.lasting_address(),
            show: self.emphasis,
        });
        let count = self.captured.len();
        self.app.announce(match count {
            1 => "view kept; it is printed on leaving".to_owned(),
            _ => format!("{count} views kept; they are printed on leaving"),
        });
    }

    /// The kept views as steps of a tour in JSON: one per line, with commas between them. Empty if there are none.
    #[must_use]
    pub fn captured(&self) -> String {
        let taken = |id: &str| self.plan.iter().any(|planned| planned.step.id == id);
        let ids = (1..).map(|number| format!("captured-{number}")).filter(|id| !taken(id));
        let steps: Vec<String> =
            self.captured.iter().zip(ids).map(|(step, id)| step.json(&id).to_string()).collect();
        steps.join(",\n")
    }
}

impl CapturedStep {
    fn json(&self, id: &str) -> Value {
        let Self { title, text, view, show } = self;
        let mut step = json!({ "id": id, "title": title, "text": text, "view": view });
        if let (Some(show), Some(step)) = (show, step.as_object_mut()) {
            step.insert("show".to_owned(), show.code().into());
        }
        step
    }
}
