//! The formulas of derived figures: the names of their results, in words, and with placeholders for numbers.

use std::borrow::Cow;

use super::Words;
use crate::analysis::{BalanceOf, Derived, DerivedUnit, Figure, FlowSum, Formula};
use crate::dataset::code::rest_of;
use crate::dataset::{Flow, Unit, WORLD};

impl Words<'_> {
    /// The formula of a derived figure, in words: `total − exports`.
    #[must_use]
    pub fn formula(self, figure: Figure) -> Option<&'static str> {
        match figure {
            Figure::Published(_) => None,
            Figure::Derived(at) => {
                self.analysis.derivations().get(at).map(|derivation| formula_words(derivation.formula))
            }
        }
    }
}

/// The name of the result: `Imports`.
#[must_use]
pub fn formula_word(formula: Formula) -> &'static str {
    match formula {
        Formula::Flows(sum) => match sum.result() {
            Flow::Imports => "Imports",
            Flow::Exports => "Exports",
            Flow::Total => "Total trade",
            Flow::Balance => "Balance",
        },
        Formula::Part | Formula::PartOfSum => "Exports as a share of total trade",
        Formula::Ratio | Formula::RatioOfBoth | Formula::RatioOfImports => "Exports to imports",
        Formula::Whole => "The whole",
        Formula::Rest | Formula::RestOfWhole => "The rest of the whole",
        Formula::Rate => "Exchange rate",
        Formula::Divided | Formula::Multiplied => "In another currency",
        Formula::Base | Formula::BaseOfMultiple => "In the base period",
        Formula::Points => "Percentage points above the group",
    }
}

impl Words<'_> {
    /// The name of a derived figure: that of its formula or, if that says too little, what the figure is.
    #[must_use]
    pub fn derived_word(self, derived: &Derived) -> Cow<'static, str> {
        let own = || Cow::Borrowed(formula_word(derived.formula));
        let subject = &derived.subject;
        let has_all = subject.product.is_none() && subject.transport.is_none();
        let is_all = *subject.partner == *WORLD && has_all;
        let is_rest = has_all && rest_of(&subject.partner).is_some_and(|(whole, _)| whole == WORLD);
        let is_of_partner = |part: &Figure| {
            self.subject(*part)
                .is_some_and(|part| part.partner != subject.partner && part.product == subject.product)
        };
        match (derived.formula, derived.unit) {
            (Formula::Whole, _) if is_all => match subject.flow {
                Flow::Total => "Trade with all partners".into(),
                Flow::Exports => "Exports to all partners".into(),
                Flow::Imports => "Imports from all partners".into(),
                Flow::Balance => own(),
            },
            (Formula::Rest | Formula::RestOfWhole, _)
                if is_rest || is_all && derived.inputs.iter().any(is_of_partner) =>
            {
                match subject.flow {
                    Flow::Total => "Trade with all other partners".into(),
                    Flow::Exports => "Exports to all other partners".into(),
                    Flow::Imports => "Imports from all other partners".into(),
                    Flow::Balance => own(),
                }
            }
            (Formula::Divided | Formula::Multiplied, DerivedUnit::Unit(Unit::Money(currency))) => {
                if currency.code() == "USD" {
                    "In US dollars".into()
                } else {
                    format!("In {}", currency.code()).into()
                }
            }
            _ => own(),
        }
    }
}

/// The formula in words, `total − exports`, with its inputs in the order of [`crate::analysis::Derived::inputs`].
#[must_use]
pub fn formula_words(formula: Formula) -> &'static str {
    match formula {
        Formula::Flows(sum) => flow_words(sum),
        Formula::Part => "exports / total",
        Formula::PartOfSum => "exports / (exports + imports)",
        Formula::Ratio => "exports / (total − exports)",
        Formula::RatioOfBoth => "exports / imports",
        Formula::RatioOfImports => "(total − imports) / imports",
        Formula::Whole => "part / share",
        Formula::Rest => "part × (1 / share − 1)",
        Formula::RestOfWhole => "whole − part",
        Formula::Rate => "value / value in the other currency",
        Formula::Divided => "value / rate",
        Formula::Multiplied => "value × rate",
        Formula::Base => "value / (1 + growth)",
        Formula::BaseOfMultiple => "value / multiple",
        Formula::Points => "growth − growth of the group",
    }
}

/// The formula with `{0}` and `{1}` for its inputs: `{0} − {1}`.
pub fn pattern(formula: Formula) -> &'static str {
    match formula {
        Formula::Flows(sum) => flow_pattern(sum),
        Formula::RestOfWhole | Formula::Points => "{0} − {1}",
        Formula::Part
        | Formula::RatioOfBoth
        | Formula::Whole
        | Formula::Rate
        | Formula::Divided
        | Formula::BaseOfMultiple => "{0} / {1}",
        Formula::PartOfSum => "{0} / ({0} + {1})",
        Formula::Ratio => "{0} / ({1} − {0})",
        Formula::RatioOfImports => "({0} − {1}) / {1}",
        Formula::Rest => "{0} × (1 / {1} − 1)",
        Formula::Multiplied => "{0} × {1}",
        Formula::Base => "{0} / (1 + {1})",
    }
}

fn flow_words(sum: FlowSum) -> &'static str {
    match sum {
        FlowSum::Imports => "total − exports",
        FlowSum::Exports => "total − imports",
        FlowSum::Total => "exports + imports",
        FlowSum::Balance => "exports − imports",
        FlowSum::BalanceOfExports => "2 × exports − total",
        FlowSum::BalanceOfImports => "total − 2 × imports",
        FlowSum::ExportsOfTotal => "(total + balance) / 2",
        FlowSum::ImportsOfTotal => "(total − balance) / 2",
        FlowSum::ExportsOfImports => "imports + balance",
        FlowSum::ImportsOfExports => "exports − balance",
        FlowSum::TotalOfExports => "2 × exports − balance",
        FlowSum::TotalOfImports => "2 × imports + balance",
    }
}

fn flow_pattern(sum: FlowSum) -> &'static str {
    match sum {
        FlowSum::Imports | FlowSum::Exports | FlowSum::Balance | FlowSum::ImportsOfExports => "{0} − {1}",
        FlowSum::Total | FlowSum::ExportsOfImports => "{0} + {1}",
        FlowSum::BalanceOfExports | FlowSum::TotalOfExports => "2 × {0} − {1}",
        FlowSum::BalanceOfImports => "{0} − 2 × {1}",
        FlowSum::ExportsOfTotal => "({0} + {1}) / 2",
        FlowSum::ImportsOfTotal => "({0} − {1}) / 2",
        FlowSum::TotalOfImports => "2 × {0} + {1}",
    }
}

/// The formula of a balance that two other flows leave open: `exports − imports`
pub(super) fn balance_formula(of: BalanceOf) -> &'static str {
    match of {
        BalanceOf::ExportsAndImports => "exports − imports",
        BalanceOf::ExportsAndTotal => "2 × exports − total",
        BalanceOf::TotalAndImports => "total − 2 × imports",
    }
}

/// The label of a derived figure next to one of its inputs: it names the place if that differs.
pub(super) fn following_label(words: Words, figure: Figure, derived: &Derived) -> String {
    let word = words.derived_word(derived);
    let names_place = word != formula_word(derived.formula);
    match words.subject(figure) {
        Some(subject) if subject.partner != derived.subject.partner && !names_place => {
            let place = words.short_place_or_rest(&derived.subject.partner);
            // "The world except all five" already says that it is a rest.
            let is_rest = matches!(derived.formula, Formula::Rest | Formula::RestOfWhole);
            if is_rest { place.into_owned() } else { format!("{place} · {word}") }
        }
        Some(_) | None => word.into_owned(),
    }
}
