//! What is looked at, as text: `leaders?sort=value&desc&row=total-mys-growth&zoom`.
//!
//! The first pane named has the focus; further ones follow after `;` where they are not as one finds them at first.
//! What holds for all panes stands with the first. Everything that keys reach has an address, but for what is
//! being typed and for looks, and reading one leads there.

mod parse;

use super::app::App;
use super::cursor::Cursor;
use super::order::{By, Sort};
use super::view::{Layer, View};
use crate::wording::Topic;

/// Names of the orders in an address.
const ORDERS: [(&str, By); 3] = [("source", By::Source), ("value", By::Value), ("name", By::Name)];

/// Characters that mean something in an address, and are therefore written as `%` and two hexadecimal digits.
const RESERVED: &str = "%&;=? \t";

impl App {
    /// What is looked at, as text that leads back to it.
    #[must_use]
    pub fn address(&self) -> String {
        let view = self.view();
        let mut parts = vec![of_pane(self, view.focus, &of_all(self, view))];
        for pane in (0..self.panes().len()).filter(|pane| *pane != view.focus) {
            let text = of_pane(self, pane, &[]);
            parts.extend(text.contains('?').then_some(text));
        }
        parts.join(";")
    }
}

/// A pane with its order and its row, where they are not the first ones.
fn of_pane(app: &App, pane: usize, more: &[String]) -> String {
    let Some(described) = app.panes().get(pane) else { return String::new() };
    let sort = app.view().sorts.get(pane).copied().unwrap_or_default();
    let mut parts = Vec::new();
    if sort.by != By::Source {
        let name = ORDERS.iter().find(|(_, by)| *by == sort.by).map_or("", |(name, _)| name);
        parts.push(format!("sort={name}"));
    }
    if sort.descending {
        parts.push("desc".to_owned());
    }
    let cursor = app.view().cursors.get(pane).copied().unwrap_or_default();
    if let Some(topic) = app.rows(pane).get(cursor.selected).filter(|_| cursor.selected > 0) {
        parts.push(format!("row={}", name(app, *topic)));
    }
    parts.extend((cursor.top > 0).then(|| format!("top={}", cursor.top + 1)));
    parts.extend_from_slice(more);
    let id = escaped(&described.id);
    if parts.is_empty() { id } else { format!("{id}?{}", parts.join("&")) }
}

/// What holds for all panes.
fn of_all(app: &App, view: &View) -> Vec<String> {
    let mut parts = Vec::new();
    if !view.find.is_empty() {
        parts.push(format!("find={}", escaped(&view.find)));
    }
    if let Some(against) = view.against {
        parts.push(format!("compare={}", name(app, Topic::Figure(against))));
    }
    parts.extend(view.currency.map(|currency| format!("unit={}", currency.code())));
    let mut line = Cursor::default();
    for layer in &view.layers {
        parts.extend(match layer {
            Layer::Zoom => Some("zoom".to_owned()),
            Layer::Detail { topic, cursor } => {
                line = *cursor;
                Some(format!("open={}", name(app, *topic)))
            }
            Layer::Help { cursor } => {
                line = Cursor { selected: 0, ..*cursor };
                Some("help".to_owned())
            }
            Layer::Find { .. } | Layer::Palette { .. } | Layer::Address { .. } | Layer::Export { .. } => None,
        });
    }
    parts.extend((line.selected > 0).then(|| format!("line={}", line.selected + 1)));
    parts.extend((line.top > 0).then(|| format!("top-line={}", line.top + 1)));
    parts
}

/// The id of a figure; the number of a finding, from 1. An id that reads like such a number is written so that it does
/// not.
fn name(app: &App, topic: Topic) -> String {
    match topic {
        Topic::Figure(figure) => {
            let id = escaped(&app.words().id(figure));
            let rest = id.strip_prefix('f').filter(|_| numbered(&id).is_some());
            rest.map_or_else(|| id.clone(), |rest| format!("%66{rest}"))
        }
        Topic::Finding(at) => format!("{FINDING}{}", at + 1),
    }
}

/// What stands before the number of a finding.
const FINDING: &str = "finding-";

/// Which finding an address means, from 0, where it means one.
fn numbered(name: &str) -> Option<usize> {
    name.strip_prefix(FINDING)?.parse::<usize>().ok()?.checked_sub(1)
}

fn escaped(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for c in text.chars() {
        if RESERVED.contains(c) {
            shown = format!("{shown}%{:02X}", u32::from(c));
        } else {
            shown.push(c);
        }
    }
    shown
}
