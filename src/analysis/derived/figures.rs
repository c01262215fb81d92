//! Derived figures as they are looked at: worked out from their derivations and from the rows that they rest on.

use std::borrow::Cow;
use std::sync::OnceLock;

use super::{Derivation, Derived, DerivedUnit};
use crate::analysis::Figure;
use crate::analysis::context::operand;
use crate::analysis::formula::{Formula, Operand, Working};
use crate::dataset::code::{ALL_PRODUCTS, rest_code};
use crate::dataset::{Dataset, Flow, Observation, SharedText, Subject, Unit};

/// The derived figures of a dataset. Few are kept once they were looked at; of many, each is worked out anew.
#[derive(Debug, Clone, Default)]
pub struct DerivedFigures {
    pub list: Vec<Derivation>,
    kept: Vec<OnceLock<Option<Derived>>>,
}

/// The most derived figures that are kept: enough for a dataset that somebody wrote by hand.
const MOST_KEPT: usize = 4_096;

impl DerivedFigures {
    pub fn new(list: Vec<Derivation>) -> Self {
        let kept = if list.len() > MOST_KEPT { 0 } else { list.len() };
        Self { list, kept: vec![OnceLock::new(); kept] }
    }

    /// The figure at a place.
    pub fn get(&self, dataset: &Dataset, at: usize) -> Option<Cow<'_, Derived>> {
        let figure = || DerivedFrom { dataset, list: &self.list }.figure(at);
        match self.kept.get(at) {
            Some(kept) => kept.get_or_init(figure).as_ref().map(Cow::Borrowed),
            None => figure().map(Cow::Owned),
        }
    }

    /// The unit of the figure at a place; as [`DerivedFigures::subject`], it costs less than the whole figure.
    pub fn unit(&self, dataset: &Dataset, at: usize) -> Option<DerivedUnit> {
        DerivedFrom { dataset, list: &self.list }.unit(Figure::Derived(at))
    }

    /// The subject of the figure at a place.
    pub fn subject(&self, dataset: &Dataset, at: usize) -> Option<Cow<'_, Subject>> {
        if let Some(Some(known)) = self.kept.get(at).and_then(OnceLock::get) {
            return Some(Cow::Borrowed(&known.subject));
        }
        DerivedFrom { dataset, list: &self.list }.subject(Figure::Derived(at)).map(Cow::Owned)
    }
}

/// The data that derived figures are worked out from.
#[derive(Clone, Copy)]
struct DerivedFrom<'a> {
    dataset: &'a Dataset,
    list: &'a [Derivation],
}

impl<'a> DerivedFrom<'a> {
    fn figure(self, at: usize) -> Option<Derived> {
        let derivation = *self.list.get(at)?;
        let (formula, inputs) = (derivation.formula, derivation.inputs());
        let Working { multiplier, point, decimals, is_rounded, interval, interval_decimals, .. } =
            self.working(at)?;
        let subject = self.subject(Figure::Derived(at))?;
        let unit = self.unit(Figure::Derived(at))?;
        Some(Derived {
            formula,
            inputs,
            subject,
            unit,
            multiplier,
            point,
            decimals,
            is_rounded,
            interval,
            interval_decimals,
        })
    }

    fn working(self, at: usize) -> Option<Working> {
        let derivation = self.list.get(at)?;
        let [one, other] = derivation.inputs().map(|input| self.operand(input));
        derivation.formula.work([one?, other?])
    }

    fn operand(self, figure: Figure) -> Option<Operand> {
        match figure {
            Figure::Published(row) => operand(self.dataset, self.row(row)?),
            Figure::Derived(at) => self.working(at).as_ref().map(Working::operand),
        }
    }

    fn row(self, at: usize) -> Option<&'a Observation> {
        self.dataset.observations.get(at)
    }

    fn published(self, figure: Figure) -> Option<&'a Observation> {
        match figure {
            Figure::Published(at) => self.row(at),
            Figure::Derived(_) => None,
        }
    }

    fn subject(self, figure: Figure) -> Option<Subject> {
        let at = match figure {
            Figure::Published(at) => return self.row(at).map(|row| row.subject.clone()),
            Figure::Derived(at) => at,
        };
        let derivation = self.list.get(at)?;
        let [one, other] = derivation.inputs();
        let flowing = |flow| Some(Subject { flow, ..self.subject(one)? });
        let whole = |share| Some(self.row(self.published(share)?.whole()?)?.subject.clone());
        match derivation.formula {
            Formula::Flows(sum) => flowing(sum.result()),
            Formula::Part
            | Formula::PartOfSum
            | Formula::Ratio
            | Formula::RatioOfBoth
            | Formula::RatioOfImports => flowing(Flow::Exports),
            Formula::Whole => whole(other),
            Formula::Rest => Some(rest(&whole(other)?, self.subject(one)?)),
            Formula::RestOfWhole => Some(rest(&self.subject(one)?, self.subject(other)?)),
            Formula::Rate | Formula::Divided | Formula::Multiplied | Formula::Points => self.subject(one),
            Formula::Base | Formula::BaseOfMultiple => {
                Some(Subject { period: self.published(other)?.base, ..self.subject(one)? })
            }
        }
    }

    fn unit(self, figure: Figure) -> Option<DerivedUnit> {
        let at = match figure {
            Figure::Published(at) => return self.row(at)?.unit.map(DerivedUnit::Unit),
            Figure::Derived(at) => at,
        };
        let derivation = self.list.get(at)?;
        let [one, other] = derivation.inputs();
        match derivation.formula {
            Formula::Part | Formula::PartOfSum => Some(DerivedUnit::Unit(Unit::Percent)),
            Formula::Ratio | Formula::RatioOfBoth | Formula::RatioOfImports => {
                Some(DerivedUnit::Unit(Unit::Factor))
            }
            Formula::Points => Some(DerivedUnit::Points),
            Formula::Rate => match (self.unit(one)?, self.unit(other)?) {
                (DerivedUnit::Unit(Unit::Money(cheap)), DerivedUnit::Unit(Unit::Money(dear))) => {
                    Some(DerivedUnit::Rate(cheap, dear))
                }
                _ => None,
            },
            Formula::Divided | Formula::Multiplied => {
                let DerivedUnit::Rate(cheap, dear) = self.unit(other)? else { return None };
                let to = if derivation.formula == Formula::Divided { dear } else { cheap };
                Some(DerivedUnit::Unit(Unit::Money(to)))
            }
            Formula::Flows(_)
            | Formula::Whole
            | Formula::Rest
            | Formula::RestOfWhole
            | Formula::Base
            | Formula::BaseOfMultiple => self.unit(one),
        }
    }
}

/// The rest of a whole next to one of its parts, which differs from it in one dimension: the partner or the product is all
/// others then. The code of all others is that of the whole without the part, as SDMX writes such codes.
fn rest(whole: &Subject, mut part: Subject) -> Subject {
    let without = |whole: &str, part: &str| SharedText::from(rest_code(whole, part));
    if (Subject { partner: part.partner.clone(), ..whole.clone() }) == part {
        part.partner = without(&whole.partner, &part.partner);
    } else if let Some(product) = &part.product {
        part.product = Some(without(whole.product.as_deref().unwrap_or(ALL_PRODUCTS), product));
    }
    part
}
