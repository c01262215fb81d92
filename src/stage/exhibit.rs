//! The exhibit of a step: its view, and the part of it that stands out.

use std::sync::Arc;

use ratatui::layout::Size;

use super::proof::proof;
use super::remark::StageFault;
use crate::analysis::Figure;
use crate::dashboard::{App, Model, Overlay};
use crate::dataset::{Emphasis, TourStep};
use crate::wording::{Entry, Topic};

/// A step with the view that its address leads to.
pub struct StagedStep {
    /// The dashboard as the step shows it.
    pub app: App,
    /// The part that stands out.
    pub exhibit: Exhibit,
    /// How many things are revealed one by one; 0 if the step shows everything at once.
    pub reveals: usize,
}

/// The part of a step's view that stands out.
pub enum Exhibit {
    /// Nothing in particular: the whole view.
    View,
    /// The number of a figure.
    Number(Figure),
    /// The selected row.
    Row,
    /// Lines that prove or explain a topic, or list what follows from it.
    Proof(Topic, Vec<Entry>),
}

impl StagedStep {
    /// Stages a step on a screen of `size`.
    ///
    /// # Errors
    ///
    /// Every fault of the step, each with its property.
    pub fn new(
        model: &Arc<Model>,
        step: &TourStep,
        size: Size,
    ) -> Result<Self, Vec<(&'static str, StageFault)>> {
        let mut app = App::from_model(Arc::clone(model), size);
        app.visit(&step.view).map_err(|why| vec![("view", StageFault::View(why))])?;
        let exhibit = exhibit(&app, step.show).map_err(|fault| vec![("show", fault)]);
        let reveals = reveals(&app, step, exhibit.as_ref().ok());
        match (exhibit, reveals) {
            (Ok(exhibit), Ok(reveals)) => Ok(Self { app, exhibit, reveals }),
            (exhibit, reveals) => {
                let faults = exhibit.err().unwrap_or_default();
                Err(faults.into_iter().chain(reveals.err().map(|fault| ("reveal", fault))).collect())
            }
        }
    }
}

/// The topic of the figure or finding that is open over the panes.
pub fn open_topic(app: &App) -> Option<Topic> {
    app.view().overlays.iter().rev().find_map(|overlay| match overlay {
        Overlay::Detail(detail) => Some(detail.topic),
        Overlay::Help(_)
        | Overlay::Find(_)
        | Overlay::Palette(_)
        | Overlay::Address(_)
        | Overlay::Export(_)
        | Overlay::Warnings(_)
        | Overlay::Others(_)
        | Overlay::Which(_)
        | Overlay::Rows(_) => None,
    })
}

fn exhibit(app: &App, show: Option<Emphasis>) -> Result<Exhibit, StageFault> {
    let open = open_topic(app);
    match show {
        None => Ok(Exhibit::View),
        Some(Emphasis::BigNumber) => match open.or(app.selected()) {
            Some(Topic::Figure(figure)) if app.words().number(figure).is_some() => {
                Ok(Exhibit::Number(figure))
            }
            Some(Topic::Figure(figure)) => {
                Err(StageFault::NoNumber { row: app.words().label(figure).into_owned() })
            }
            Some(Topic::Finding(_) | Topic::Passed(_)) => Err(StageFault::CheckWithoutNumber),
            None => Err(StageFault::NoRow),
        },
        Some(Emphasis::Spotlight) => match (open, app.selected()) {
            (Some(_), _) => Err(StageFault::SpotlightBehindText),
            (None, Some(_)) => Ok(Exhibit::Row),
            (None, None) => Err(StageFault::NoRow),
        },
        Some(Emphasis::Proof) => {
            let topic = open.ok_or(StageFault::NothingOpen)?;
            let lines = proof(app, topic);
            if lines.is_empty() { Err(StageFault::NoProof) } else { Ok(Exhibit::Proof(topic, lines)) }
        }
    }
}

/// How many things a step reveals. A missing exhibit is a fault of its own and is not reported here.
fn reveals(app: &App, step: &TourStep, exhibit: Option<&Exhibit>) -> Result<usize, StageFault> {
    if !step.reveal {
        return Ok(0);
    }
    match exhibit {
        None => Ok(0),
        Some(Exhibit::Proof(_, lines)) => Ok(lines.len()),
        Some(Exhibit::Number(_)) => Err(StageFault::NumberAtOnce),
        Some(Exhibit::View | Exhibit::Row) if open_topic(app).is_some() => Err(StageFault::TextAtOnce),
        Some(Exhibit::View | Exhibit::Row) if !app.view().zoomed => Err(StageFault::PanesAtOnce),
        Some(Exhibit::View | Exhibit::Row) => match app.row_count(app.view().focus) {
            0 => Err(StageFault::NoRow),
            rows => Ok(rows),
        },
    }
}
