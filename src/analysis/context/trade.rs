//! Trades: subjects made of small numbers, so that looking up a hundred thousand of them is fast.

use std::hash::{Hash, Hasher};

use chrono::Datelike;
use foldhash::HashMap;

use super::ReleaseId;
use crate::dataset::{Coverage, Definition, Flow, Observation, Period, SharedText, Subject, Transport};

/// An interned name of a place or product.
pub type Name = u32;

/// An interned definition.
pub type DefinitionId = u16;

/// A [`Subject`] with its definition and release, all interned: cheap to copy, hash and change in one dimension.
/// Changing one dimension keeps the definition and the release, so lookups stay within both.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Trade {
    pub release: ReleaseId,
    pub definition: DefinitionId,
    pub reporter: Name,
    pub partner: Name,
    pub flow: Flow,
    pub product: Option<Name>,
    pub transport: Option<Transport>,
    pub period: Option<Period>,
}

/// Packed into few words, for fast hashing.
impl Hash for Trade {
    fn hash<H: Hasher>(&self, state: &mut H) {
        let small = self.flow as u64 + 4 * self.transport.map_or(0, |mode| 1 + mode as u64);
        let product = self.product.map_or(0, |product| 1 + u64::from(product));
        state.write_u64((u64::from(self.reporter) << 32) | u64::from(self.partner));
        state.write_u64((product << 8) | small);
        // Most datasets have one release and one definition.
        let edition = (self.release.number() << 16) | u64::from(self.definition);
        if edition != 0 {
            state.write_u64(edition);
        }
        if let Some(period) = self.period {
            let day = |date: chrono::NaiveDate| u64::from(date.num_days_from_ce().cast_unsigned());
            state.write_u64((day(period.start()) << 32) | day(period.end()));
        }
    }
}

impl Trade {
    /// The same trade with another flow.
    pub fn flowing(self, flow: Flow) -> Self {
        Self { flow, ..self }
    }

    /// The same trade with another partner.
    pub fn with(self, partner: Name) -> Self {
        Self { partner, ..self }
    }

    /// True if it is `whole` but for its partner, or but for a product: the rest of the whole has a name then.
    pub fn is_part_by_one_dimension(self, whole: Self) -> bool {
        whole.with(self.partner) == self
            || self.product.is_some() && Self { product: self.product, ..whole } == self
    }

    /// The same trade in another period.
    pub fn at(self, period: Option<Period>) -> Self {
        Self { period, ..self }
    }
}

/// Interns the names of a dataset.
#[derive(Debug, Default)]
pub struct Names<'a> {
    list: Vec<&'a str>,
    shared: Vec<SharedText>,
    definitions: Vec<Definition>,
    numbers: HashMap<&'a str, Name>,
}

impl<'a> Names<'a> {
    /// The number of a name, which is added if it is new.
    pub fn number(&mut self, name: &'a str) -> Name {
        *self.numbers.entry(name).or_insert_with(|| {
            self.list.push(name);
            self.shared.push(name.into());
            Name::try_from(self.list.len() - 1).unwrap_or(Name::MAX)
        })
    }

    /// The number of a known name.
    pub fn find(&self, name: &str) -> Option<Name> {
        self.numbers.get(name).copied()
    }

    /// The name behind a number, shared for use in a [`Subject`].
    pub fn shared(&self, name: Name) -> SharedText {
        self.shared.get(name as usize).map_or_else(|| "".into(), SharedText::clone)
    }

    /// The name behind a number.
    pub fn name(&self, name: Name) -> &'a str {
        self.list.get(name as usize).copied().unwrap_or_default()
    }

    /// Every name with its number.
    pub fn all(&self) -> impl Iterator<Item = (Name, &'a str)> {
        (0..).zip(self.list.iter().copied())
    }

    /// The trade of an observation, with the release left at its default.
    pub fn trade(&mut self, row: &'a Observation) -> Trade {
        let Observation { subject, definition, .. } = row;
        Trade {
            release: ReleaseId::default(),
            definition: self.definition_id(*definition),
            reporter: self.number(&subject.reporter),
            partner: self.number(&subject.partner),
            flow: subject.flow,
            product: subject.product.as_deref().map(|product| self.number(product)),
            transport: subject.transport,
            period: subject.period,
        }
    }

    /// The number of a definition. There are at most 720 of them.
    fn definition_id(&mut self, definition: Definition) -> DefinitionId {
        let at = self.definitions.iter().position(|known| *known == definition).unwrap_or_else(|| {
            self.definitions.push(definition);
            self.definitions.len() - 1
        });
        DefinitionId::try_from(at).unwrap_or(DefinitionId::MAX)
    }

    /// The definition behind a number.
    pub fn definition(&self, id: DefinitionId) -> Definition {
        self.definitions.get(usize::from(id)).copied().unwrap_or_default()
    }

    /// The numbers of all definitions that differ from this one at most in valuation, this one first.
    pub fn valuations(&self, id: DefinitionId) -> impl Iterator<Item = DefinitionId> {
        let plain = |definition: Definition| Definition { valuation: None, ..definition };
        let own = plain(self.definition(id));
        let others =
            (0..).zip(&self.definitions).filter(move |(at, known)| *at != id && plain(**known) == own);
        std::iter::once(id).chain(others.map(|(at, _)| at))
    }

    /// The number of the definition that differs from this one only in coverage, if there is one.
    pub fn covering(&self, id: DefinitionId, coverage: Coverage) -> Option<DefinitionId> {
        let wanted = Definition { coverage: Some(coverage), ..self.definition(id) };
        let at = self.definitions.iter().position(|known| *known == wanted)?;
        DefinitionId::try_from(at).ok()
    }

    pub fn subject(&self, trade: Trade) -> Subject {
        Subject {
            reporter: self.shared(trade.reporter),
            partner: self.shared(trade.partner),
            flow: trade.flow,
            product: trade.product.map(|product| self.shared(product)),
            transport: trade.transport,
            period: trade.period,
        }
    }
}
