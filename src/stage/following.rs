//! Follows a talk on another screen: its views at the size of that screen, until a key changes the view.
//!
//! ```text
//! following ──a key that changes the view──▶ browsing
//!     ▲                                          │
//!     └──────────────────── f ───────────────────┘
//! ```

mod badge;

use super::caption::Caption;
use super::exhibit::{Exhibit, StagedStep, open_topic};
use super::link::Arrival;
use super::proof::proof;
use super::protocol::{Heard, Hello};
use super::scene::{Scene, SceneState};
use super::shown::{Shown, ShownProof, large_figure};
use crate::dashboard::{App, Audience, Event, Outcome, Staging, TalkAction};
use crate::dataset::Emphasis;
use crate::formats::Fingerprint;
use crate::wording::{Entry, Topic};

/// A follower of a talk.
pub struct Following {
    app: App,
    data: Fingerprint,
    connection: Connection,
    hello: Option<Hello>,
    /// The newest scene of the presenter.
    scene: Option<Scene>,
    /// The scene on the screen: an earlier one if this dataset lacks the view of the newest.
    staged: Option<Scene>,
    is_browsing: bool,
    /// The topic of the proof that is shown, with all of its lines.
    proof: Option<(Topic, Vec<Entry>)>,
    /// Why the presenter's view cannot be shown.
    fault: Option<String>,
}

/// The state of the connection to the presenter.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Connection {
    /// Scenes arrive.
    Open,
    /// There is no connection; with the system's reason, if it gave one.
    Away { why: Option<String>, retries: bool },
    /// The talk has too many followers.
    Full,
    /// The presenter's program is newer, so its scenes would be misread.
    Newer(u64),
}

impl Following {
    /// Waits for a talk, in front of the dashboard of a dataset.
    #[must_use]
    pub fn new(app: App, data: Fingerprint) -> Self {
        Self {
            app: app.for_audience(),
            data,
            connection: Connection::Open,
            hello: None,
            scene: None,
            staged: None,
            is_browsing: false,
            proof: None,
            fault: None,
        }
    }

    /// The dashboard that is shown.
    #[must_use]
    pub fn app(&self) -> &App {
        &self.app
    }

    /// Handles an event of the terminal. Only an event that changes the view stops following.
    pub fn handle(&mut self, event: Event) -> Outcome {
        if let Event::Resize(_) = event {
            let outcome = self.app.handle(event);
            self.show();
            return outcome;
        }
        let before = self.app.lasting_view();
        match self.app.handle(event) {
            Outcome::Talk(TalkAction::Follow) => self.follow(),
            outcome @ (Outcome::Changed | Outcome::Repaint | Outcome::Perform(_)) => {
                if self.app.lasting_view() != before {
                    self.browse();
                }
                outcome
            }
            // A follower neither drives the talk nor writes or copies anything.
            Outcome::Talk(_) | Outcome::Unchanged => Outcome::Unchanged,
            Outcome::Quit => Outcome::Quit,
        }
    }

    fn browse(&mut self) {
        self.is_browsing = true;
        self.app.set_audience(Audience::Browsing);
    }

    fn follow(&mut self) -> Outcome {
        self.is_browsing = false;
        self.app.set_audience(Audience::Following);
        self.show();
        Outcome::Changed
    }

    /// Handles something that arrived from the talk.
    pub fn arrive(&mut self, arrival: Arrival) -> Outcome {
        match arrival {
            Arrival::Heard(Heard::Hello(hello)) => {
                self.connection = Connection::Open;
                self.hello = Some(hello);
            }
            Arrival::Heard(Heard::Scene(scene, _)) => {
                self.connection = Connection::Open;
                self.scene = Some(*scene);
                self.show();
            }
            Arrival::Heard(Heard::Full) => self.connection = Connection::Full,
            Arrival::Heard(Heard::Newer(version)) => self.connection = Connection::Newer(version),
            // A talk that has ended stays so until another one begins.
            Arrival::Lost { .. } if self.is_over() => return Outcome::Unchanged,
            Arrival::Lost { why, retries } => {
                let now = Connection::Away { why, retries };
                if now == self.connection {
                    return Outcome::Unchanged;
                }
                self.connection = now;
            }
        }
        Outcome::Changed
    }

    /// True if the talk has ended, and no other has begun.
    #[must_use]
    pub fn is_over(&self) -> bool {
        self.scene.as_ref().is_some_and(|scene| scene.state == SceneState::Ended)
    }

    /// Shows the presenter's scene, unless the follower is browsing. If this dataset lacks its view, keeps the last
    /// one.
    fn show(&mut self) {
        let Some(scene) = self.scene.as_ref().filter(|_| !self.is_browsing) else { return };
        self.fault = self.app.visit_staged(&scene.view, |app| staging(scene, app)).err();
        if self.fault.is_none() {
            self.staged = Some(scene.clone());
        } else if let Some(staged) = &self.staged {
            // The screen may have been resized since then.
            let _ = self.app.visit_staged(&staged.view, |app| staging(staged, app));
        }
        let is_proof = self.staged.as_ref().is_some_and(|staged| staged.show == Some(Emphasis::Proof));
        let topic = open_topic(&self.app).filter(|_| is_proof);
        let lines = topic.map(|topic| (topic, proof(&self.app, topic)));
        self.proof = lines.filter(|(_, lines)| !lines.is_empty());
    }

    /// True while scenes arrive.
    #[must_use]
    pub fn is_connected(&self) -> bool {
        self.connection == Connection::Open
    }

    /// True if the screen is blank.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        !self.is_browsing
            && self.scene.as_ref().is_some_and(|scene| scene.blank)
            && !self.app.has_temporary_overlay()
    }

    /// The words at the bottom, the newest scene, and its contents, for printing as plain lines.
    pub(crate) fn said(&self) -> (String, Option<&Scene>, StagedStep) {
        let shown = self.shown();
        let exhibit = match (shown.emphasis, shown.proof) {
            (Some(Emphasis::BigNumber), _) => shown.figure().map(Exhibit::Number),
            (Some(Emphasis::Proof), Some(ShownProof { topic, entries, shown, .. })) => {
                Some(Exhibit::Proof(topic, entries[..shown].to_vec()))
            }
            (Some(Emphasis::Spotlight | Emphasis::Proof) | None, _) => None,
        };
        let app = self.app.clone();
        let badge = self.badge().wordings.into_iter().next().unwrap_or_default();
        let staged = StagedStep { app, exhibit: exhibit.unwrap_or(Exhibit::View), reveals: 0 };
        (badge, self.staged.as_ref(), staged)
    }

    /// The picture of the talk; only the dashboard before it begins and while browsing.
    pub(crate) fn shown(&self) -> Shown<'_> {
        let scene = self.staged.as_ref().filter(|_| !self.is_browsing);
        let proof = scene.and_then(|scene| {
            let (topic, entries) = self.proof.as_ref()?;
            let shown = scene.shown.unwrap_or(entries.len()).min(entries.len());
            let (is_at_once, line) = (scene.shown.is_none(), scene.line.unwrap_or(usize::MAX));
            Some(ShownProof { topic: *topic, entries, shown, is_at_once, line })
        });
        let emphasis = scene.and_then(|scene| scene.show).filter(|show| match show {
            Emphasis::BigNumber => large_figure(&self.app).is_some(),
            Emphasis::Proof => proof.is_some(),
            Emphasis::Spotlight => true,
        });
        let on_path = scene.filter(|scene| !scene.off);
        let words = on_path.map(|scene| Caption::from_texts(&scene.title, &scene.text, self.app.size()));
        Shown { app: &self.app, words, emphasis, proof }
    }
}

/// The dashboard as a scene shows it.
fn staging(scene: &Scene, app: &App) -> Staging {
    let caption = Caption::from_texts(&scene.title, &scene.text, app.size());
    Staging {
        above: if scene.off { 0 } else { caption.rows() + 1 },
        revealed: scene.shown.filter(|_| scene.show != Some(Emphasis::Proof) && !scene.off),
        spotlight: scene.show == Some(Emphasis::Spotlight) && open_topic(app).is_none(),
        possible: Vec::new(),
    }
}
