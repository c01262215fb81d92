//! Which parts of a group are known not to overlap.
//!
//! Two countries never do, and a province lies in its country. Of all else, groups above all, nobody knows: what is
//! concluded from their sum is true only unless they overlap.

use std::collections::HashSet;

use super::unless::Unless;
use crate::analysis::context::{Context, Fact, Ground, Name, Worth};

/// What is said of the trade with one partner.
pub trait Part: Copy {
    fn partner(self) -> Name;
}

impl Part for &Worth<'_> {
    fn partner(self) -> Name {
        self.trade.partner
    }
}

impl Part for &Fact {
    fn partner(self) -> Name {
        self.trade.partner
    }
}

/// Parts of a group, without those that are known to lie in another of them.
pub struct Apart<P> {
    /// No two of these overlap.
    pub surely: Vec<P>,
    /// These may overlap those, or each other.
    perhaps: Vec<P>,
}

impl<P: Part> Apart<P> {
    /// Of parts that need not be all, those that are no groups themselves.
    pub fn of(context: &Context, parts: &[P]) -> Self {
        Self::sorted(context, parts.iter().copied().filter(|part| !context.is_group(part.partner())))
    }

    /// The members that a group lists; `None` unless each of them is among the parts.
    pub fn complete(context: &Context, group: Name, parts: &[P]) -> Option<Self> {
        let members = context.members(group)?;
        let listed = || parts.iter().copied().filter(|part| members.contains(&part.partner()));
        (listed().count() == members.len()).then(|| Self::sorted(context, listed()))
    }

    fn sorted(context: &Context, parts: impl Iterator<Item = P>) -> Self {
        let (mut surely, mut perhaps, mut countries) = (Vec::new(), Vec::new(), HashSet::new());
        for part in parts {
            match context.ground(part.partner()) {
                Ground::Country(country) => {
                    countries.insert(country);
                    surely.push(part);
                }
                Ground::Within(country) => perhaps.push((Some(country), part)),
                Ground::Anywhere => perhaps.push((None, part)),
            }
        }
        perhaps.retain(|(country, _)| country.is_none_or(|country| !countries.contains(&country)));
        Self { surely, perhaps: perhaps.into_iter().map(|(_, part)| part).collect() }
    }

    pub fn all(&self) -> Vec<P> {
        self.surely.iter().chain(&self.perhaps).copied().collect()
    }

    /// What has to be false for the parts to be counted together; `None` where nothing is taken for granted.
    pub fn unless(&self, context: &Context) -> Option<Unless> {
        let (one, other) = (self.perhaps.first()?, self.surely.first().or(self.perhaps.get(1))?);
        let name = |part: &P| context.place(part.partner());
        Some(Unless::of(match (self.surely.len(), self.perhaps.len()) {
            (1, 1) | (0, 2) => format!("unless {} and {} overlap", name(one), name(other)),
            (_, 1) => format!("unless {} overlaps another of them", name(one)),
            _ => format!("unless {} and others of them overlap", name(one)),
        }))
    }
}
