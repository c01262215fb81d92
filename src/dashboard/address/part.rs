//! Applies one part of an address to a view.

use super::escape::{number, unescaped};
use super::{By, Cursor, ORDERS, Overlay, Sort, View};
use crate::analysis::Figure;
use crate::dashboard::app::App;
use crate::dashboard::overlays::{Detail, Help, Others};
use crate::dataset::Currency;
use crate::formats::did_you_mean;
use crate::text::harmless::quoted;
use crate::wording::Topic;

/// The keys of an address.
const KEYS: [&str; 14] = [
    "sort", "desc", "row", "top", "find", "compare", "unit", "zoom", "open", "others", "rows", "help",
    "line", "top-line",
];

/// A key of an address, and its value, still escaped.
#[derive(Clone, Copy)]
pub struct AddressPart<'a> {
    pub key: &'a str,
    pub written: &'a str,
}

impl App {
    /// Applies a part that belongs to a pane; rows are found later.
    pub(super) fn apply_part(&self, view: &mut View, pane: usize, part: AddressPart) -> Result<(), String> {
        let value = unescaped(part.written)?;
        match part.key {
            "sort" => return self.apply_sort(view, pane, &value),
            "desc" => {
                self.may_be_ordered(pane)?;
                view.sorts[pane].descending = true;
            }
            "find" => view.find = value,
            "compare" => view.against = Some(self.figure_by_name(part)?),
            "unit" => view.currency = Some(self.currency_by_code(&value)?),
            "zoom" => view.zoomed = true,
            "open" => {
                let topic = if value.is_empty() { None } else { Some(self.topic_by_name(part.written)?) };
                let topic = topic.ok_or("open: expected the id of a figure, as in open=total-ca5")?;
                view.overlays.push(Overlay::Detail(Detail::new(topic)));
            }
            "others" => {
                let figure = self.figure_by_name(part)?;
                if self.bundled().is_none() {
                    return Err("others: only the bundled datasets have other reports".to_owned());
                }
                view.overlays.push(Overlay::Others(Others::new(figure)));
            }
            "rows" => view.overlays.push(self.rows_of(opened_figure(view)?)?),
            "help" => view.overlays.push(Overlay::Help(Help::default())),
            "line" | "top-line" => apply_line(view, part.key, number(part.key, &value)?),
            unknown => return Err(unknown_key(unknown)),
        }
        Ok(())
    }

    fn apply_sort(&self, view: &mut View, pane: usize, value: &str) -> Result<(), String> {
        let growth = if self.has_growth(pane) { ", growth" } else { "" };
        let by = ORDERS.iter().find(|(name, _)| *name == value).map(|(_, by)| *by);
        let by = by.ok_or_else(|| format!("sort={value}: expected source, value{growth} or name"))?;
        self.may_be_ordered(pane)?;
        if by == By::Value && self.is_mixed(pane) {
            return Err(format!("sort=value: the rows of {} have several units", self.quoted_id(pane)));
        }
        if by == By::Growth && !self.has_growth(pane) {
            return Err(format!("sort=growth: the rows of {} have no growth", self.quoted_id(pane)));
        }
        view.sorts[pane] = Sort { by, ..view.sorts[pane] };
        Ok(())
    }

    fn may_be_ordered(&self, pane: usize) -> Result<(), String> {
        let one_order =
            || format!("what the checks found has one order, so {} takes none", self.quoted_id(pane));
        if self.is_sortable(pane) { Ok(()) } else { Err(one_order()) }
    }

    fn figure_by_name(&self, part: AddressPart) -> Result<Figure, String> {
        match self.topic_by_name(part.written)? {
            Topic::Figure(figure) => Ok(figure),
            Topic::Finding(_) | Topic::Passed(_) => {
                Err(format!("{}={}: expected the id of a figure", part.key, unescaped(part.written)?))
            }
        }
    }

    fn currency_by_code(&self, value: &str) -> Result<Currency, String> {
        let known = |currency: &Currency| self.model.currencies.contains(currency);
        Currency::from_code(value).filter(known).ok_or_else(|| {
            let codes: Vec<&str> = self.model.currencies.iter().map(|currency| currency.code()).collect();
            format!("unit={value}: expected one of {}", codes.join(", "))
        })
    }
}

/// The figure that the parts so far have opened.
fn opened_figure(view: &View) -> Result<Figure, String> {
    match view.overlays.last() {
        Some(Overlay::Detail(Detail { topic: Topic::Figure(figure), .. })) => Ok(*figure),
        Some(_) | None => Err("rows: belongs behind open=, the id of a figure".to_owned()),
    }
}

/// Selects a line of the topmost overlay, or scrolls to it.
fn apply_line(view: &mut View, key: &str, line: usize) {
    let rules = view.overlays.last_mut().map(Overlay::rules_mut);
    let selects = rules.as_ref().is_some_and(|rules| rules.selects_lines());
    match rules.and_then(|rules| rules.cursor_mut()) {
        Some(cursor) if !selects => *cursor = Cursor { selected: line, top: line },
        Some(cursor) if key == "line" => cursor.selected = line,
        Some(cursor) => cursor.top = line,
        None => {}
    }
}

fn unknown_key(key: &str) -> String {
    let meant = did_you_mean(key, KEYS);
    format!("{} is not a word of a view{meant}; known: {}", quoted(key), KEYS.join(", "))
}
