//! Steps from one question to the next: narrower, wider, another flow, another period.

use std::sync::Arc;

use super::next_question::NextQuestion;
use super::step::PivotStep;
use super::{Asked, Pivot};
use crate::dashboard::app::App;
use crate::dashboard::model::Model;
use crate::dashboard::notice::Notice;
use crate::dashboard::view::View;
use crate::dataset::{Flow, Period};
use crate::records::{AskError, Question, ReadProgress};

impl App {
    /// True if the dashboard answers questions about a table.
    #[must_use]
    pub fn is_pivot(&self) -> bool {
        self.pivot.is_some()
    }

    /// The question that a step leads to; `None` if it leads nowhere.
    pub(in crate::dashboard) fn next_question(&self, step: PivotStep) -> Option<NextQuestion> {
        let pivot = self.pivot.as_ref()?;
        match step {
            PivotStep::Down => self.down(pivot),
            PivotStep::Up => up(pivot),
            PivotStep::NextFlow => next_flow(pivot),
            PivotStep::PreviousPeriod => neighbour(pivot, false),
            PivotStep::NextPeriod => neighbour(pivot, true),
        }
    }

    /// Makes the selected row part of the question, and moves the focus on.
    fn down(&self, pivot: &Pivot) -> Option<NextQuestion> {
        let pane = self.panes().get(self.view.focus)?.id.as_str();
        let subject = self.words().subject(self.selected()?.figure()?)?;
        let question = pivot.question.clone();
        let next = match pane {
            "partners" => {
                let question = Question { partner: Some(subject.partner.to_string()), ..question };
                NextQuestion::new(question).focusing("products")
            }
            "products" => {
                let question = Question { product: Some(subject.product.as_ref()?.to_string()), ..question };
                NextQuestion::new(question).focusing("products")
            }
            "periods" => NextQuestion::new(Question { period: subject.period, ..question }),
            // Without flows in the table, the pane has the one value.
            "flows" => {
                let flow = question.flow.map(|_| subject.flow);
                NextQuestion::new(Question { flow, ..question })
            }
            _ => return None,
        };
        (next.question != pivot.question).then_some(next)
    }

    /// Asks another question and shows its answer, possibly later. If it cannot be answered, a notice says so and
    /// nothing changes.
    pub(in crate::dashboard) fn ask(&mut self, next: NextQuestion) {
        let Some(next) = self.ask_in_background(next) else { return };
        let Some(pivot) = self.pivot.clone() else { return };
        let asked = pivot.answer(&next, &ReadProgress::default());
        self.show_asked(asked, &next);
    }

    /// Shows the answer to a question, or why there is none.
    pub(super) fn show_asked(&mut self, asked: Asked, next: &NextQuestion) {
        match asked {
            Err(why) => self.notice = Some(Notice::Said(format!("no answer: {why}"))),
            Ok((pivot, model)) => {
                let is_empty = model.dataset.observations.is_empty();
                if is_empty && next.unless_empty {
                    let said = "the other side reports no such trade in this table";
                    self.notice = Some(Notice::Said(said.to_owned()));
                    return;
                }
                self.show_answer(pivot, model, next);
                if is_empty {
                    let said = "the table has no rows for this; w asks something else";
                    self.notice = Some(Notice::Said(said.to_owned()));
                }
            }
        }
    }

    /// Asks another question and waits for its answer.
    pub(in crate::dashboard) fn try_to_ask(&mut self, next: &NextQuestion) -> Result<(), AskError> {
        let Some(pivot) = &self.pivot else { return Ok(()) };
        let (pivot, model) = pivot.answer(next, &ReadProgress::default())?;
        self.show_answer(pivot, model, next);
        Ok(())
    }

    fn show_answer(&mut self, pivot: Pivot, model: Arc<Model>, next: &NextQuestion) {
        self.pivot = Some(pivot);
        self.replace(model, next.pane, next.row.as_deref());
    }

    /// Shows another model. Panes that both have keep their sort order; `pane` gets the focus.
    fn replace(&mut self, model: Arc<Model>, pane: Option<&str>, row: Option<&str>) {
        let ids = |app: &Self| app.panes().iter().map(|pane| pane.id.clone()).collect::<Vec<_>>();
        let (earlier, old) = (ids(self), self.view.clone());
        self.set_model(model);
        let ids = ids(self);
        let mut view = View { currency: None, ..self.model.first_view() };
        let place = |id: &str| ids.iter().position(|known| known == id);
        let same = earlier.get(old.focus).and_then(|id| place(id));
        // The pane that a narrowing leads to may be empty; then the partners are not.
        let wanted = pane.map(|pane| place(pane).or_else(|| place("partners")));
        view.focus = wanted.flatten().or(same).unwrap_or(0);
        view.zoomed = old.zoomed;
        for (id, sort) in earlier.iter().zip(&old.sorts) {
            if let Some(known) = place(id).and_then(|at| view.sorts.get_mut(at)) {
                *known = *sort;
            }
        }
        self.show(view);
        if let Some(code) = row {
            self.select(code);
        }
    }

    /// Selects the row of the focused pane that is about a code.
    fn select(&mut self, code: &str) {
        let focus = self.view.focus;
        let Some(row) = (0..self.row_count(focus)).find(|row| {
            self.rows_from(focus, *row, 1)
                .first()
                .is_some_and(|topic| self.row_code(focus, *topic).as_deref() == Some(code))
        }) else {
            return;
        };
        let mut view = self.view.clone();
        if let Some(cursor) = view.cursors.get_mut(focus) {
            cursor.selected = row;
        }
        self.show(view);
    }
}

/// Widens the product by one level, else the partner.
fn up(pivot: &Pivot) -> Option<NextQuestion> {
    let question = pivot.question.clone();
    if let Some(code) = &question.product {
        let is_nested = code.bytes().all(|byte| byte.is_ascii_digit());
        let group = if is_nested { [4, 2].into_iter().find(|length| *length < code.len()) } else { None };
        let group = group.map(|length| &code[..length]);
        let product = group.into_iter().chain(pivot.catalog().above(code)).max_by_key(|code| code.len());
        let product = product.map(str::to_owned);
        let wider = NextQuestion::new(Question { product, ..question.clone() });
        return Some(wider.focusing("products").at_row(code));
    }
    let row = question.partner.clone()?;
    let question = Question { partner: None, ..question };
    Some(NextQuestion::new(question).focusing("partners").at_row(&row))
}

fn next_flow(pivot: &Pivot) -> Option<NextQuestion> {
    let mut flows: Vec<Flow> = pivot.catalog().askable_flows(pivot.question.is_mirror);
    flows.retain(|flow| pivot.catalog().has(pivot.question.measure, Some(*flow)));
    let at = flows.iter().position(|flow| Some(*flow) == pivot.question.flow)?;
    let flow = flows.get((at + 1) % flows.len()).copied();
    (flow != pivot.question.flow).then(|| NextQuestion::new(Question { flow, ..pivot.question.clone() }))
}

/// The next period of the same length.
fn neighbour(pivot: &Pivot, is_after: bool) -> Option<NextQuestion> {
    let now = pivot.question.period?;
    let days = |period: Period| (period.end() - period.start()).num_days() / 28;
    let mut periods = pivot.catalog().all_periods();
    periods.retain(|period| days(*period) == days(now));
    let at = periods.iter().position(|period| *period == now)?;
    let period = if is_after { periods.get(at + 1) } else { periods.get(at.checked_sub(1)?) }.copied();
    period.map(|period| NextQuestion::new(Question { period: Some(period), ..pivot.question.clone() }))
}
