//! Lists the questions to choose from, grouped by kind.

use crate::dashboard::app::App;
use crate::formats::foreign::meaning::PlaceKind;
use crate::records::{Question, mirrored};
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

    /// The places, flows, periods and products to choose from: a word for the kind, the name, and the resulting
    /// question.
    pub(in crate::dashboard) fn choices(&self) -> Vec<(&'static str, String, Question)> {
        let Some(pivot) = &self.pivot else { return Vec::new() };
        let (catalog, question) = (pivot.catalog(), pivot.question());
        let mut choices = Vec::new();
        let name = |code: &str| format!("{} ({code})", place(catalog, code));
        for known in catalog.reporters() {
            let reporter = Some(known.code.clone());
            let flow = if question.is_mirror { question.flow.map(mirrored) } else { question.flow };
            let next = Question { reporter, flow, is_mirror: false, ..question.clone() };
            choices.push(("reporter", name(&known.code), next));
        }
        for flow in catalog.askable_flows(question.is_mirror) {
            if !catalog.has(question.measure, Some(flow)) {
                continue;
            }
            let next = Question { flow: Some(flow), ..question.clone() };
            choices.push(("flow", flow_in_words(catalog, flow, question.is_mirror), next));
        }
        for period in catalog.all_periods().into_iter().rev() {
            let next = Question { period: Some(period), ..question.clone() };
            choices.push(("period", period.to_string(), next));
        }
        if catalog.facts.says.partner {
            choices.push((
                "partner",
                "all partners".to_owned(),
                Question { partner: None, ..question.clone() },
            ));
            let partners = catalog.places.iter().zip(&catalog.roles);
            for (known, _) in partners.filter(|(known, roles)| roles[1] > 0 && known.kind != PlaceKind::World)
            {
                let next = Question { partner: Some(known.code.clone()), ..question.clone() };
                choices.push(("partner", name(&known.code), next));
            }
        }
        if catalog.facts.says.product {
            choices.push((
                "product",
                "all products".to_owned(),
                Question { product: None, ..question.clone() },
            ));
            for entry in catalog.products.iter().filter(|entry| !entry.meaning.is_total) {
                let code = &entry.meaning.code;
                let next = Question { product: Some(code.clone()), ..question.clone() };
                choices.push(("product", product(catalog, code), next));
            }
        }
        for known in catalog.mirrored() {
            let flow = if question.is_mirror { question.flow } else { question.flow.map(mirrored) };
            let (reporter, partner) = (Some(known.code.clone()), None);
            let next = Question { reporter, partner, flow, is_mirror: true, ..question.clone() };
            choices.push((
                "mirror",
                format!("{}, {}", name(&known.code), reported_by(catalog, &known.code)),
                next,
            ));
        }
        choices
    }
}
