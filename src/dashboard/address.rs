//! The view as text: `leaders?sort=value&desc&row=total-mys-growth&zoom`.
//!
//! The first pane has the focus; others follow after `;` if they differ from the first view. Settings that apply to all
//! panes go with the first. Every state that keys can reach has an address, except for text being typed and the
//! appearance.

mod escape;
mod parse;
mod part;

use super::app::App;
use super::cursor::Cursor;
use super::order::{By, Sort};
use super::overlays::Overlay;
use super::pivot::Pivot;
use super::view::View;
use crate::wording::Topic;
use escape::escaped;

/// Names of the sort orders in an address.
const ORDERS: [(&str, By); 4] =
    [("source", By::Source), ("value", By::Value), ("growth", By::Growth), ("name", By::Name)];

impl App {
    /// The view as text, which leads back to it.
    #[must_use]
    pub fn address(&self) -> String {
        let view = self.view();
        let mut parts = vec![pane_part(self, view.focus, &common_parts(self, view))];
        for pane in (0..self.panes().len()).filter(|pane| *pane != view.focus) {
            let text = pane_part(self, pane, &[]);
            parts.extend(text.contains('?').then_some(text));
        }
        parts.join(";")
    }

    /// The row of a pane, in its present order, that is selected before anybody has moved.
    fn first_row(&self, pane: usize) -> usize {
        let first = self.model.panes.get(pane).filter(|pane| pane.first > 0);
        let topic = first.and_then(|pane| pane.rows.get(pane.first));
        topic.and_then(|topic| self.rows(pane).iter().position(|row| row == topic)).unwrap_or(0)
    }

    /// The id of a figure; the number of a finding or passed check, from 1. An id that looks like such a number is escaped.
    pub(super) fn topic_name(&self, topic: Topic) -> String {
        match topic {
            Topic::Figure(figure) => {
                let id = escaped(&self.words().id(figure));
                let is_taken = [FINDING, PASSED].iter().any(|kind| number_in(&id, kind).is_some());
                let first = id.chars().next().filter(|_| is_taken);
                first.map_or_else(|| id.clone(), |first| format!("%{:02X}{}", u32::from(first), &id[1..]))
            }
            Topic::Finding(at) => format!("{FINDING}{}", at + 1),
            Topic::Passed(at) => format!("{PASSED}{}", at + 1),
        }
    }
}

/// A pane with its sort order and its selected row, where they differ from the first view.
fn pane_part(app: &App, pane: usize, more: &[String]) -> String {
    let Some(described) = app.panes().get(pane) else { return String::new() };
    // An order stays while another answer has nothing to order by it.
    let sort = app.view().sorts.get(pane).copied().filter(|sort| app.takes_order(pane, sort.by));
    let sort = sort.unwrap_or_default();
    let mut parts = Vec::new();
    if sort.by != By::Source {
        let name = ORDERS.iter().find(|(_, by)| *by == sort.by).map_or("", |(name, _)| name);
        parts.push(format!("sort={name}"));
    }
    if sort.descending {
        parts.push("desc".to_owned());
    }
    let cursor = app.view().cursors.get(pane).copied().unwrap_or_default();
    let row = app.rows_from(pane, cursor.selected, 1);
    if let Some(topic) = row.first().filter(|_| cursor.selected != app.first_row(pane)) {
        let code = app.row_code(pane, *topic).map(|code| escaped(&code));
        parts.push(format!("row={}", code.unwrap_or_else(|| app.topic_name(*topic))));
        parts.extend((cursor.top > 0).then(|| format!("top={}", cursor.top + 1)));
    }
    parts.extend_from_slice(more);
    let id = escaped(&described.id);
    if parts.is_empty() { id } else { format!("{id}?{}", parts.join("&")) }
}

/// Settings that apply to all panes.
fn common_parts(app: &App, view: &View) -> Vec<String> {
    let mut parts = Vec::new();
    for (word, value) in app.pivot.iter().flat_map(Pivot::words) {
        parts.push(if value.is_empty() { word.to_owned() } else { format!("{word}={}", escaped(&value)) });
    }
    if !view.find.is_empty() {
        parts.push(format!("find={}", escaped(&view.find)));
    }
    if let Some(against) = view.against {
        parts.push(format!("compare={}", app.topic_name(Topic::Figure(against))));
    }
    parts.extend(view.currency.map(|currency| format!("unit={}", currency.code())));
    parts.extend(view.zoomed.then(|| "zoom".to_owned()));
    let mut line = Cursor::default();
    for rules in view.overlays.iter().map(Overlay::rules) {
        let Some(word) = rules.in_address(app) else { continue };
        parts.push(word);
        let cursor = rules.cursor().unwrap_or_default();
        line = if rules.selects_lines() { cursor } else { Cursor { selected: 0, ..cursor } };
    }
    parts.extend((line.selected > 0).then(|| format!("line={}", line.selected + 1)));
    parts.extend((line.top > 0).then(|| format!("top-line={}", line.top + 1)));
    parts
}

/// Precedes the number of a finding.
const FINDING: &str = "finding-";

/// Precedes the number of a check that passed.
const PASSED: &str = "passed-";

/// The index, from 0, of the finding or check whose number an address gives.
fn number_in(name: &str, kind: &str) -> Option<usize> {
    name.strip_prefix(kind)?.parse::<usize>().ok()?.checked_sub(1)
}
