//! The question as part of an address: `reporter=CHN&flow=exports&period=2022&partner=KAZ`.

use super::Pivot;
use super::measure::WORDS as MEASURES;
use crate::dashboard::app::App;
use crate::dataset::{Code, Flow, Period, WORLD};
use crate::formats::did_you_mean;
use crate::records::{AskedMeasure, Catalog, Question};
use crate::text::harmless::quoted;
use crate::wording::Topic;

/// The keys of a question in an address.
pub(in crate::dashboard) const WORDS: [&str; 7] =
    ["reporter", "flow", "period", "partner", "product", "measure", "mirror"];

impl Pivot {
    /// The parts of an address that lead from the first question to the present one.
    pub(in crate::dashboard) fn words(&self) -> Vec<(&'static str, String)> {
        let (now, first) = (&self.question, &self.first);
        let mut words = Vec::new();
        if now.reporter != first.reporter || now.is_mirror != first.is_mirror {
            words.extend(now.reporter.clone().map(|code| ("reporter", code)));
        }
        words.extend(now.is_mirror.then(|| ("mirror", String::new())));
        if now.flow != first.flow {
            words.extend(now.flow.map(|flow| ("flow", flow.code().to_owned())));
        }
        if now.period != first.period {
            words.extend(now.period.map(|period| ("period", period.code())));
        }
        words.extend(now.partner.clone().map(|code| ("partner", code)));
        words.extend(now.product.clone().map(|code| ("product", code)));
        if now.measure != first.measure {
            let word = MEASURES.iter().find(|(_, measure)| *measure == now.measure);
            words.extend(word.map(|(word, _)| ("measure", (*word).to_owned())));
        }
        words
    }

    /// The question that these parts lead to from the first one.
    pub(in crate::dashboard) fn question_of(&self, words: &[(String, String)]) -> Result<Question, String> {
        let mut question = self.first.clone();
        let catalog = self.catalog();
        for (key, value) in words {
            match key.as_str() {
                "reporter" => question.reporter = Some(place(catalog, key, value)?),
                "partner" => {
                    question.partner = Some(place(catalog, key, value)?).filter(|code| code != WORLD);
                }
                "mirror" => question.is_mirror = true,
                "flow" => {
                    let is_mirror = words.iter().any(|(key, _)| key == "mirror");
                    let flows = catalog.askable_flows(is_mirror);
                    let flow = Flow::parse(value).filter(|flow| flows.contains(flow));
                    question.flow = Some(flow.ok_or_else(|| {
                        let all: Vec<&str> = flows.iter().map(|flow| flow.code()).collect();
                        format!("flow={value}: expected one of {}", all.join(", "))
                    })?);
                }
                "period" => {
                    let periods = catalog.all_periods();
                    let period = Period::parse(value).filter(|period| periods.contains(period));
                    question.period = Some(period.ok_or_else(|| {
                        let all: Vec<String> = periods.iter().map(|period| period.code()).collect();
                        let range = match (all.first(), all.last()) {
                            (Some(first), Some(last)) if all.len() > 1 => format!("{first} to {last}"),
                            (first, _) => first.cloned().unwrap_or_default(),
                        };
                        format!("period={value}: the table has {range}")
                    })?);
                }
                "measure" => {
                    let has = |(_, measure): &&(&str, AskedMeasure)| catalog.has(*measure, None);
                    let known: Vec<&(&str, AskedMeasure)> = MEASURES.iter().filter(has).collect();
                    let measure = known.iter().find(|(word, _)| word == value).map(|(_, measure)| *measure);
                    question.measure = measure.ok_or_else(|| {
                        let all: Vec<&str> = known.iter().map(|(word, _)| *word).collect();
                        format!("measure={value}: the table has {}", all.join(" and "))
                    })?;
                }
                _ => question.product = Some(product(catalog, value)?),
            }
        }
        if question.measure == AskedMeasure::UnitValue && question.flow == Some(Flow::Balance) {
            return Err("measure=unit_value: a balance has no weight of its own".to_owned());
        }
        Ok(question)
    }
}

/// The code of a place in the table.
fn place(catalog: &Catalog, key: &str, value: &str) -> Result<String, String> {
    let found = catalog.places.iter().find(|place| place.code == value);
    found.map(|place| place.code.clone()).ok_or_else(|| {
        let codes = catalog.places.iter().map(|place| place.code.as_str());
        format!("{key}={value}: the table has no {}{}", quoted(value), did_you_mean(value, codes))
    })
}

/// The code of a product in the table, or of a group that contains one.
fn product(catalog: &Catalog, value: &str) -> Result<String, String> {
    let codes = || catalog.products.iter().map(|product| product.meaning.code.as_str());
    let is_group = !value.is_empty() && value.bytes().all(|byte| byte.is_ascii_digit());
    let mut all = codes();
    if all.any(|code| code == value || is_group && code.starts_with(value)) {
        return Ok(value.to_owned());
    }
    Err(format!("product={value}: the table has no {}{}", quoted(value), did_you_mean(value, codes())))
}

impl App {
    /// The code that a row of a pane is about: a partner, product, period or flow; `None` outside of tables.
    pub(in crate::dashboard) fn row_code(&self, pane: usize, topic: Topic) -> Option<String> {
        self.pivot.as_ref()?;
        let subject = self.words().subject(topic.figure()?)?;
        match self.panes().get(pane)?.id.as_str() {
            "partners" => Some(subject.partner.to_string()),
            "products" => subject.product.as_ref().map(ToString::to_string),
            "periods" => subject.period.map(Period::code),
            "flows" => Some(subject.flow.code().to_owned()),
            _ => None,
        }
    }
}
