//! The ways on from an open figure of a table: to its parts, its years, the partner's report, its rows.

use std::sync::Arc;

use super::Pivot;
use super::next_question::NextQuestion;
use super::way::FigureWay;
use crate::analysis::Figure;
use crate::dashboard::app::App;
use crate::dashboard::notice::Notice;
use crate::dashboard::overlays::{Overlay, SourceRows};
use crate::dashboard::text_line::TextLine;
use crate::dataset::{Flow, Subject, WORLD};
use crate::formats::foreign::meaning::PlaceKind;
use crate::records::{AskError, FileLine, Question, ReadProgress, mirrored};
use crate::wording::{Topic, grouped, place};

impl App {
    /// The links from a figure of a table; empty elsewhere.
    pub(in crate::dashboard) fn ways(&self, topic: Topic) -> Vec<TextLine> {
        let ways = self.pivot().and_then(|pivot| self.ways_of(pivot, topic)).unwrap_or_default();
        let line = |(at, (way, text)): (usize, (FigureWay, String))| {
            let term = if at == 0 { "Leads to" } else { "" };
            TextLine { term: term.to_owned(), text, way: Some(way), ..TextLine::default() }
        };
        ways.into_iter().enumerate().map(line).collect()
    }

    fn ways_of(&self, pivot: &Pivot, topic: Topic) -> Option<Vec<(FigureWay, String)>> {
        let figure = topic.figure()?;
        let asked = self.question_about(figure)?;
        let catalog = pivot.catalog();
        let mut ways = Vec::new();
        match &asked.product {
            None if catalog.facts.says.product => ways.push((FigureWay::Products, "its products".to_owned())),
            Some(code) if catalog.has_below(code) => {
                ways.push((FigureWay::Products, "the products below it".to_owned()));
            }
            None | Some(_) => {}
        }
        if asked.partner.is_none() && catalog.facts.says.partner {
            ways.push((FigureWay::Partners, "its partners".to_owned()));
        }
        if catalog.periods.len() > 1 {
            ways.push((FigureWay::Years, "the same over time".to_owned()));
        }
        if other_side(pivot, &asked).is_some() {
            let partner = place(catalog, asked.partner.as_deref().unwrap_or_default());
            ways.push((FigureWay::OtherSide, format!("the same as {partner} reports it")));
        }
        let findings = &self.words().analysis.findings;
        let about = |finding: &crate::analysis::Finding| finding.figures.contains(&figure);
        if let Some(first) = findings.iter().position(about) {
            let text = match findings.iter().filter(|finding| about(finding)).count() {
                1 => "what the checks found".to_owned(),
                more => format!("the first of {more} findings"),
            };
            ways.push((FigureWay::Finding(first), text));
        }
        if pivot.engine.has_lines() {
            let summed = self.words().observation(figure).and_then(|row| row.summed.as_ref());
            let text = match summed {
                Some(summed) if summed.rows > 1 => {
                    format!("its {} rows, as the file has them", grouped(summed.rows.into()))
                }
                Some(_) | None => "its row, as the file has it".to_owned(),
            };
            ways.push((FigureWay::Rows, text));
        }
        Some(ways)
    }

    /// The question that a figure answers.
    pub(in crate::dashboard) fn question_about(&self, figure: Figure) -> Option<Question> {
        let now = self.pivot()?.question();
        let Subject { partner, flow, product, period, .. } = &self.words().observation(figure)?.subject;
        Some(Question {
            flow: now.flow.map(|_| *flow),
            period: period.or(now.period),
            partner: Some(partner.to_string()).filter(|code| code != WORLD),
            product: product.as_ref().map(ToString::to_string),
            ..now.clone()
        })
    }

    /// Follows a way on from an open figure.
    pub(in crate::dashboard) fn go_on(&mut self, way: FigureWay, topic: Topic) {
        let Some(figure) = topic.figure() else { return };
        let Some(question) = self.question_about(figure) else { return };
        let next = match way {
            FigureWay::Products => NextQuestion::new(question).focusing("products"),
            FigureWay::Partners => NextQuestion::new(question).focusing("partners"),
            FigureWay::Years => NextQuestion::new(question).focusing("periods"),
            FigureWay::OtherSide => {
                let Some(next) = self.pivot().and_then(|pivot| other_side(pivot, &question)) else { return };
                NextQuestion::new(next).unless_empty()
            }
            FigureWay::Finding(at) => return self.open_detail(Topic::Finding(at)),
            FigureWay::Rows => return self.show_rows(&question),
        };
        if Some(&next.question) == self.pivot().map(Pivot::question) {
            let pane = next.pane.and_then(|id| self.panes().iter().position(|pane| pane.id == id));
            self.view.overlays.clear();
            self.view.focus = pane.unwrap_or(self.view.focus);
        } else {
            self.ask(next);
        }
    }

    /// Shows the rows of a question as they are in the file, possibly later.
    fn show_rows(&mut self, question: &Question) {
        if self.read_in_background(question) {
            return;
        }
        let Some(pivot) = &self.pivot else { return };
        let lines = pivot.engine.lines(question, &ReadProgress::default());
        self.show_lines(lines);
    }

    /// The overlay with the rows of a figure.
    pub(in crate::dashboard) fn rows_of(&self, figure: Figure) -> Result<Overlay, String> {
        let asked = self.pivot().zip(self.question_about(figure));
        let (pivot, question) = asked.ok_or("rows: only figures of a table have some")?;
        let lines = pivot.engine.lines(&question, &ReadProgress::default());
        lines
            .map(|lines| Overlay::Rows(SourceRows::new(Arc::from(lines))))
            .map_err(|why| format!("rows: {why}"))
    }

    /// Opens an overlay with lines of the file, or says why there are none.
    pub(super) fn show_lines(&mut self, lines: Result<Vec<FileLine>, AskError>) {
        match lines {
            Ok(lines) => self.view.overlays.push(Overlay::Rows(SourceRows::new(Arc::from(lines)))),
            Err(why) => self.notice = Some(Notice::Said(format!("no rows: {why}"))),
        }
    }
}

/// The same trade as reported by its partner, if that is a reporter.
fn other_side(pivot: &Pivot, question: &Question) -> Option<Question> {
    let catalog = pivot.catalog();
    let (reporter, partner) = (question.reporter.as_ref()?, question.partner.as_ref()?);
    let at = catalog.place(partner)? as usize;
    let is_single = catalog.places.get(at)?.kind == PlaceKind::Single;
    let reports = catalog.roles.get(at)?[0] > 0;
    let flow = question.flow.filter(|flow| matches!(flow, Flow::Exports | Flow::Imports))?;
    let is_there = is_single && reports && !catalog.facts.is_reconciled && reporter != partner;
    is_there.then(|| Question {
        reporter: Some(partner.clone()),
        partner: Some(reporter.clone()),
        flow: Some(mirrored(flow)),
        is_mirror: false,
        ..question.clone()
    })
}
