//! Parses an address.

use std::borrow::Cow;

use crate::dataset::Currency;

use super::{By, Cursor, FINDING, ORDERS, Overlay, PASSED, Sort, View, number_in};
use crate::analysis::Figure;
use crate::dashboard::app::App;
use crate::dashboard::overlays::{Detail, Help, Others};
use crate::dashboard::pivot::{NextQuestion, WORDS};
use crate::formats::did_you_mean;
use crate::text::harmless::{first_harmful, quoted};
use crate::wording::Topic;

/// The keys of an address.
const KEYS: [&str; 14] = [
    "sort", "desc", "row", "top", "find", "compare", "unit", "zoom", "open", "others", "rows", "help",
    "line", "top-line",
];

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
        let mut view = View::new(self.panes().len());
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
                    _ => self.apply_part(&mut view, pane, (key, written))?,
                }
            }
        }
        self.show(view);
        self.view.cursors.fill(Cursor::default());
        for (pane, topic) in rows {
            let Some(row) = self.rows(pane).iter().position(|row| *row == topic) else {
                let name = super::name(self, topic);
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

    /// Applies one part of an address to `view`: its key, and its value, still escaped.
    fn apply_part(&self, view: &mut View, pane: usize, (key, written): (&str, &str)) -> Result<(), String> {
        let value = unescaped(written)?;
        let value = value.as_str();
        match key {
            "sort" => {
                let growth = if self.has_growth(pane) { ", growth" } else { "" };
                let by = ORDERS.iter().find(|(name, _)| *name == value).map(|(_, by)| *by);
                let by = by.ok_or_else(|| format!("sort={value}: expected source, value{growth} or name"))?;
                self.may_be_ordered(pane)?;
                if by == By::Value && self.is_mixed(pane) {
                    return Err(format!(
                        "sort=value: the rows of {} have several units",
                        self.quoted_id(pane)
                    ));
                }
                if by == By::Growth && !self.has_growth(pane) {
                    return Err(format!("sort=growth: the rows of {} have no growth", self.quoted_id(pane)));
                }
                view.sorts[pane] = Sort { by, ..view.sorts[pane] };
            }
            "desc" => {
                self.may_be_ordered(pane)?;
                view.sorts[pane].descending = true;
            }
            "find" => value.clone_into(&mut view.find),
            "compare" => match self.topic_by_name(written)? {
                Topic::Figure(figure) => view.against = Some(figure),
                Topic::Finding(_) | Topic::Passed(_) => {
                    return Err(format!("compare={value}: expected the id of a figure"));
                }
            },
            "unit" => {
                let known = |currency: &Currency| self.model.currencies.contains(currency);
                let currency = Currency::from_code(value).filter(known);
                let codes: Vec<&str> = self.model.currencies.iter().map(|currency| currency.code()).collect();
                view.currency = Some(
                    currency.ok_or_else(|| format!("unit={value}: expected one of {}", codes.join(", ")))?,
                );
            }
            "zoom" => view.zoomed = true,
            "open" => {
                let topic = if value.is_empty() { None } else { Some(self.topic_by_name(written)?) };
                let topic = topic.ok_or("open: expected the id of a figure, as in open=total-ca5")?;
                view.overlays.push(Overlay::Detail(Detail::new(topic)));
            }
            "others" => match self.topic_by_name(written)? {
                Topic::Figure(figure) if self.bundled().is_some() => {
                    view.overlays.push(Overlay::Others(Others::new(figure)));
                }
                Topic::Figure(_) => {
                    return Err("others: only the bundled datasets have other reports".to_owned());
                }
                Topic::Finding(_) | Topic::Passed(_) => {
                    return Err(format!("others={value}: expected the id of a figure"));
                }
            },
            "rows" => {
                let figure = match view.overlays.last() {
                    Some(Overlay::Detail(Detail { topic: Topic::Figure(figure), .. })) => *figure,
                    Some(_) | None => return Err("rows: belongs behind open=, the id of a figure".to_owned()),
                };
                view.overlays.push(self.rows_of(figure)?);
            }
            "help" => view.overlays.push(Overlay::Help(Help::default())),
            "line" | "top-line" => {
                let line = number(key, value)?;
                let rules = view.overlays.last_mut().map(Overlay::rules_mut);
                let selects = rules.as_ref().is_some_and(|rules| rules.selects_lines());
                match rules.and_then(|rules| rules.cursor_mut()) {
                    Some(cursor) if !selects => *cursor = Cursor { selected: line, top: line },
                    Some(cursor) if key == "line" => cursor.selected = line,
                    Some(cursor) => cursor.top = line,
                    None => {}
                }
            }
            unknown => {
                let meant = did_you_mean(unknown, KEYS);
                return Err(format!(
                    "{} is not a word of a view{meant}; known: {}",
                    quoted(unknown),
                    KEYS.join(", ")
                ));
            }
        }
        Ok(())
    }

    fn may_be_ordered(&self, pane: usize) -> Result<(), String> {
        let one_order =
            || format!("what the checks found has one order, so {} takes none", self.quoted_id(pane));
        if self.is_sortable(pane) { Ok(()) } else { Err(one_order()) }
    }

    fn quoted_id(&self, pane: usize) -> String {
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

    fn topic_by_name(&self, written: &str) -> Result<Topic, String> {
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

/// A row or line, counted from 1, as an index from 0.
fn number(key: &str, value: &str) -> Result<usize, String> {
    let number = value.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
    number.ok_or_else(|| format!("{key}={value}: expected a whole number from 1"))
}

/// Text with its `%` escapes decoded.
///
/// A character that could drive a terminal is refused, as it is where a person types.
fn unescaped(text: &str) -> Result<String, String> {
    let wrong =
        || format!("{} has a % without two hexadecimal digits (write %25 for % itself)", quoted(text));
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        if *first != b'%' {
            bytes.push(*first);
            rest = after;
            continue;
        }
        let digits = after.get(..2).and_then(|digits| std::str::from_utf8(digits).ok()).ok_or_else(wrong)?;
        bytes.push(u8::from_str_radix(digits, 16).map_err(|_| wrong())?);
        rest = &after[2..];
    }
    let decoded =
        String::from_utf8(bytes).map_err(|_| format!("{} is not UTF-8 behind its %", quoted(text)))?;
    match first_harmful(&decoded) {
        None => Ok(decoded),
        Some(c) => {
            Err(format!("{} has {} in it, which cannot be shown", quoted(&decoded), c.escape_unicode()))
        }
    }
}
