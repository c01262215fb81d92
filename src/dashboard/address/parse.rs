//! Parses an address.

use std::borrow::Cow;

use super::escape::{number, unescaped};
use super::part::AddressPart;
use super::{Cursor, FINDING, PASSED, number_in};
use crate::analysis::Figure;
use crate::dashboard::app::App;
use crate::dashboard::pivot::{NextQuestion, WORDS};
use crate::formats::did_you_mean;
use crate::text::harmless::quoted;
use crate::wording::Topic;

impl App {
    /// Shows the view of an address.
    ///
    /// # Errors
    ///
    /// A sentence that names the wrong part, what was expected, and the nearest correct name. Nothing changes.
    pub fn visit(&mut self, address: &str) -> Result<(), String> {
        let before = self.clone();
        let visited = self.visit_question(address).and_then(|rest| self.visit_panes(&rest));
        if visited.is_err() {
            *self = before;
        }
        visited
    }

    /// Asks the question about a table in an address, and returns the rest of the address.
    fn visit_question(&mut self, address: &str) -> Result<String, String> {
        let Some(pivot) = self.pivot.clone() else { return Ok(address.to_owned()) };
        let (first, others) = address.split_once(';').unwrap_or((address, ""));
        let (pane, words) = first.split_once('?').unwrap_or((first, ""));
        let key = |word: &&str| WORDS.contains(&word.split_once('=').map_or(*word, |(key, _)| key));
        let (asked, rest): (Vec<&str>, Vec<&str>) = words.split('&').partition(key);
        let asked = asked.into_iter().map(|word| {
            let (key, value) = word.split_once('=').unwrap_or((word, ""));
            Ok((key.to_owned(), unescaped(value)?))
        });
        let question = pivot.question_of(&asked.collect::<Result<Vec<_>, String>>()?)?;
        if question != *pivot.question() {
            self.try_to_ask(&NextQuestion::new(question)).map_err(|why| why.to_string())?;
        }
        let rest = rest.join("&");
        let first = if rest.is_empty() { pane.to_owned() } else { format!("{pane}?{rest}") };
        Ok(if others.is_empty() { first } else { format!("{first};{others}") })
    }

    fn visit_panes(&mut self, address: &str) -> Result<(), String> {
        let mut view = self.model.first_view();
        let (mut rows, mut tops) = (Vec::new(), Vec::new());
        for (at, part) in address.split(';').enumerate() {
            let (id, rest) = part.split_once('?').unwrap_or((part, ""));
            let pane = self.pane_by_id(&unescaped(id)?)?;
            if at == 0 {
                view.focus = pane;
            }
            for word in rest.split('&').filter(|word| !word.is_empty()) {
                let (key, written) = word.split_once('=').unwrap_or((word, ""));
                match key {
                    "row" => rows.push((pane, self.row_by_name(pane, written)?)),
                    "top" => tops.push((pane, number(key, &unescaped(written)?)?)),
                    _ => self.apply_part(&mut view, pane, AddressPart { key, written })?,
                }
            }
        }
        self.show(view);
        self.view.cursors =
            (0..self.panes().len()).map(|pane| Cursor { selected: self.first_row(pane), top: 0 }).collect();
        for (pane, topic) in rows {
            let Some(row) = self.rows(pane).iter().position(|row| *row == topic) else {
                let name = self.topic_name(topic);
                return Err(format!("pane {} has no row {}", self.quoted_id(pane), quoted(&name)));
            };
            if let Some(cursor) = self.view.cursors.get_mut(pane) {
                cursor.selected = row;
            }
        }
        for (pane, top) in tops {
            if let Some(cursor) = self.view.cursors.get_mut(pane) {
                cursor.top = top;
            }
        }
        self.show(self.view.clone());
        Ok(())
    }

    pub(super) fn quoted_id(&self, pane: usize) -> String {
        quoted(self.panes().get(pane).map_or("", |pane| &pane.id))
    }

    /// The index of the pane with this id, from 0.
    ///
    /// # Errors
    ///
    /// If no pane has this id, a sentence that lists the ids and names the nearest one.
    pub fn pane_by_id(&self, id: &str) -> Result<usize, String> {
        let ids: Vec<&str> = self.panes().iter().map(|pane| pane.id.as_str()).collect();
        ids.iter().position(|known| *known == id).ok_or_else(|| {
            let meant = did_you_mean(id, ids.iter().copied());
            format!("no pane has the id {}{meant}; there are {}", quoted(id), ids.join(", "))
        })
    }

    /// The row of a pane that an address names: on a table, by the code that the row is about, else by topic.
    fn row_by_name(&self, pane: usize, written: &str) -> Result<Topic, String> {
        let code = unescaped(written)?;
        let rows = if self.is_pivot() { self.rows(pane) } else { &[] };
        let found = rows.iter().find(|row| self.row_code(pane, **row).as_deref() == Some(code.as_str()));
        found.map_or_else(|| self.topic_by_name(written), |row| Ok(*row))
    }

    pub(super) fn topic_by_name(&self, written: &str) -> Result<Topic, String> {
        let analysis = &self.model.analysis;
        if let Some(at) = number_in(written, FINDING).filter(|at| *at < analysis.findings.len()) {
            return Ok(Topic::Finding(at));
        }
        if let Some(at) = number_in(written, PASSED).filter(|at| *at < analysis.passed.len()) {
            return Ok(Topic::Passed(at));
        }
        let name = unescaped(written)?;
        let is_called = |figure: &Figure| self.model.analysis.id(&self.model.dataset, *figure) == name;
        let derived = || (0..self.model.analysis.derivations().len()).map(Figure::Derived).find(is_called);
        let figure = self.model.dataset.find(&name).map(Figure::Published).or_else(derived);
        figure.map(Topic::Figure).ok_or_else(|| {
            let lists = [(FINDING, analysis.findings.len()), (PASSED, analysis.passed.len())];
            if let Some((kind, count)) = lists.iter().find(|(kind, _)| number_in(written, kind).is_some()) {
                let last = if *count == 0 {
                    "there is none".to_owned()
                } else {
                    format!("the last is {kind}{count}")
                };
                return format!("no finding or check has the name {}; {last}", quoted(&name));
            }
            let published = self.model.dataset.observations.iter().map(|row| Cow::Borrowed(row.id.as_str()));
            let derived = (0..self.model.analysis.derivations().len()).map(Figure::Derived);
            let derived = derived.map(|figure| self.model.analysis.id(&self.model.dataset, figure));
            let ids: Vec<Cow<str>> = published.chain(derived).collect();
            let meant = did_you_mean(&name, ids.iter().map(AsRef::as_ref));
            format!("no figure has the id {}{meant}", quoted(&name))
        })
    }
}
