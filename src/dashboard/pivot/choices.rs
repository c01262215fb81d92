//! Lists the questions to choose from, grouped by kind.

use crate::dashboard::app::App;
use crate::dataset::{Flow, Period};
use crate::formats::foreign::meaning::PlaceKind;
use crate::records::{Catalog, Question, mirrored};
use crate::wording::{flow_in_words, place, product, reported_by};

impl App {
    /// The present question, kind by kind.
    pub(in crate::dashboard) fn present_question(&self) -> Vec<(&'static str, String)> {
        let Some(pivot) = &self.pivot else { return Vec::new() };
        let (catalog, question) = (pivot.catalog(), pivot.question());
        let all = |what: &str| format!("all {what}");
        let reporter = question.reporter.as_ref().map(|code| ("reporter", place(catalog, code)));
        let flow = question.flow.map(|flow| ("flow", flow_in_words(catalog, flow, question.is_mirror)));
        let period = question.period.map(|period| ("period", period.to_string()));
        let partner = question.partner.as_ref().map_or_else(|| all("partners"), |code| place(catalog, code));
        let one = question.product.as_ref().map_or_else(|| all("products"), |code| product(catalog, code));
        let said = [reporter, flow, period].into_iter().flatten();
        said.chain([("partner", partner), ("product", one)]).collect()
    }

    /// The places, flows, periods and products to choose from.
    pub(in crate::dashboard) fn choices(&self) -> Vec<Choice> {
        let Some(pivot) = &self.pivot else { return Vec::new() };
        let (catalog, question) = (pivot.catalog(), pivot.question());
        let all = [reporters, flows, periods, partners, products, mirrored_reporters];
        all.into_iter().flat_map(|choices| choices(catalog, question)).collect()
    }
}

/// A word for the kind, the name, and the resulting question.
type Choice = (&'static str, String, Question);

/// A place with its code.
fn named(catalog: &Catalog, code: &str) -> String {
    format!("{} ({code})", place(catalog, code))
}

fn reporters(catalog: &Catalog, question: &Question) -> Vec<Choice> {
    let flow = if question.is_mirror { question.flow.map(mirrored) } else { question.flow };
    let asked = |code: &str| {
        let next = Question { reporter: Some(code.to_owned()), flow, is_mirror: false, ..question.clone() };
        ("reporter", named(catalog, code), next)
    };
    catalog.reporters().map(|known| asked(&known.code)).collect()
}

/// Reporters as their partners report them.
fn mirrored_reporters(catalog: &Catalog, question: &Question) -> Vec<Choice> {
    let flow = if question.is_mirror { question.flow } else { question.flow.map(mirrored) };
    let asked = |code: &str| {
        let (reporter, partner) = (Some(code.to_owned()), None);
        let next = Question { reporter, partner, flow, is_mirror: true, ..question.clone() };
        ("mirror", format!("{}, {}", named(catalog, code), reported_by(catalog, code)), next)
    };
    catalog.mirrored().map(|known| asked(&known.code)).collect()
}

fn flows(catalog: &Catalog, question: &Question) -> Vec<Choice> {
    let has_amounts = |flow: &Flow| catalog.has(question.measure, Some(*flow));
    let flows = catalog.askable_flows(question.is_mirror).into_iter().filter(has_amounts);
    let asked = |flow: Flow| {
        let next = Question { flow: Some(flow), ..question.clone() };
        ("flow", flow_in_words(catalog, flow, question.is_mirror), next)
    };
    flows.map(asked).collect()
}

/// The latest period first.
fn periods(catalog: &Catalog, question: &Question) -> Vec<Choice> {
    let asked = |period: Period| {
        ("period", period.to_string(), Question { period: Some(period), ..question.clone() })
    };
    catalog.all_periods().into_iter().rev().map(asked).collect()
}

fn partners(catalog: &Catalog, question: &Question) -> Vec<Choice> {
    if !catalog.facts.says.partner {
        return Vec::new();
    }
    let places = catalog.places.iter().zip(&catalog.roles);
    let partners = places.filter(|(known, roles)| roles[1] > 0 && known.kind != PlaceKind::World);
    let asked = |code: &String| {
        let next = Question { partner: Some(code.clone()), ..question.clone() };
        ("partner", named(catalog, code), next)
    };
    let all = ("partner", "all partners".to_owned(), Question { partner: None, ..question.clone() });
    std::iter::once(all).chain(partners.map(|(known, _)| asked(&known.code))).collect()
}

fn products(catalog: &Catalog, question: &Question) -> Vec<Choice> {
    if !catalog.facts.says.product {
        return Vec::new();
    }
    let products = catalog.products.iter().filter(|entry| !entry.meaning.is_total);
    let asked = |code: &String| {
        let next = Question { product: Some(code.clone()), ..question.clone() };
        ("product", product(catalog, code), next)
    };
    let all = ("product", "all products".to_owned(), Question { product: None, ..question.clone() });
    std::iter::once(all).chain(products.map(|entry| asked(&entry.meaning.code))).collect()
}
