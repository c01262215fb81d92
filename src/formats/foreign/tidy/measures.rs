//! Columns that say what the amount of a row is and in which unit: of a file with several, one is read.

use super::super::amounts::amount;
use super::super::head::Head;
use super::super::measured::{MeasuredIn, indicated, is_plain_unit, is_ratio, measured, named_flow};
use super::super::powers_of_ten::of_unknown;
use super::super::{AmountKind, LeftOut};
use crate::dataset::Unit;

/// The measure and the unit of a row, as they are written.
type Key = [String; 2];

/// The meaning of a measure and a unit in this file.
type Meaning = Result<MeasuredIn, LeftOut>;

/// The measures of a file.
#[derive(Debug, Default)]
pub struct Measures {
    /// The columns of the measure and of the unit.
    at: [Option<usize>; 2],
    /// The measure that is read.
    main: Option<Main>,
    /// The meaning of those that the sample has.
    known: Vec<(Key, Meaning)>,
    /// True where all that is measured are shares, indices and the like.
    pub are_ratios: bool,
}

#[derive(Debug, Clone)]
struct Main {
    measured: MeasuredIn,
    /// Its words without those of the flow.
    stem: String,
    /// The same as they are written.
    words: String,
    /// The unit as it is written.
    unit: String,
}

impl Measures {
    /// The measures of the columns of the measure and of the unit; `has_quantity` if a unit may be that of a quantity.
    pub fn new(head: &Head, at: [Option<usize>; 2], has_quantity: bool) -> Self {
        let cell = |row: &Vec<String>, at: Option<usize>| {
            at.and_then(|at| row.get(at)).map_or_else(String::new, |cell| cell.trim().to_owned())
        };
        let mut keys: Vec<Key> = Vec::new();
        for row in &head.sample {
            let key = at.map(|at| cell(row, at));
            if !keys.contains(&key) && keys.len() < 1_000 {
                keys.push(key);
            }
        }
        let found: Vec<(&Key, MeasuredIn)> =
            keys.iter().filter_map(|key| Some((key, meaning(key)?))).collect();
        let is_money = |measured: &MeasuredIn| matches!(measured.unit, Some(Unit::Money(_)));
        let money = found.iter().find(|(_, measured)| is_money(measured));
        let (has_measure, has_unit) = (at[0].is_some(), at[1].is_some());
        if keys.is_empty() || !has_measure && (!has_unit || money.is_none() && has_quantity) {
            return Self::default();
        }
        if has_measure
            && found.is_empty()
            && keys.iter().all(|[measure, unit]| is_ratio(measure) || is_ratio(unit))
        {
            return Self { are_ratios: true, ..Self::default() };
        }
        let power = of_unknown(&keys[0].join(" "));
        let unknown = MeasuredIn { kind: AmountKind::Value, unit: None, power, flow: None };
        let first = money.or_else(|| found.first()).map(|(key, measured)| (*key, *measured));
        let (key, measured) = first.unwrap_or((&keys[0], unknown));
        let main = Main { measured, stem: stem(&key[0]), words: key[0].clone(), unit: key[1].clone() };
        let mut found = Self { at, main: Some(main), ..Self::default() };
        found.known = keys.iter().map(|key| (key.clone(), found.read(key))).collect();
        found
    }

    /// The measure that is read, where the columns say one.
    pub fn main(&self) -> Option<MeasuredIn> {
        self.main.as_ref().map(|main| main.measured)
    }

    /// The measure that is read and its unit, if that is not known, in the file's own words.
    pub fn words(&self) -> Option<String> {
        let main = self.main.as_ref()?;
        let is_known = main.measured.unit.is_some();
        match (main.words.as_str(), main.unit.as_str()) {
            ("", unit) if !is_known && !unit.is_empty() => Some(unit.to_owned()),
            (measure, unit) if !is_known && !unit.is_empty() => Some(format!("{measure}, {unit}")),
            ("", _) => None,
            (measure, _) => Some(measure.to_owned()),
        }
    }

    /// True if all that is read names its flow.
    pub fn name_flow(&self) -> bool {
        let mut read = self.known.iter().filter_map(|(_, meaning)| meaning.ok()).peekable();
        read.peek().is_some() && read.all(|measured| measured.flow.is_some())
    }

    /// The meaning of the row that has these fields; `None` where no column says any.
    pub fn of<'r>(&self, field: impl Fn(usize) -> &'r [u8]) -> Option<Meaning> {
        self.main.as_ref()?;
        let written = self.at.map(|at| at.map_or(&[][..], |at| field(at).trim_ascii()));
        let known = self
            .known
            .iter()
            .find(|(key, _)| key[0].as_bytes() == written[0] && key[1].as_bytes() == written[1]);
        let meaning = || self.read(&written.map(|text| String::from_utf8_lossy(text).into_owned()));
        Some(known.map_or_else(meaning, |(_, meaning)| *meaning))
    }

    /// The meaning of a measure and a unit next to the one that is read.
    fn read(&self, key: &Key) -> Meaning {
        let Some(main) = &self.main else { return Err(LeftOut::OtherMeasure) };
        if stem(&key[0]) != main.stem {
            return Err(LeftOut::OtherMeasure);
        }
        match meaning(key) {
            Some(measured) if (measured.kind, measured.unit) == (main.measured.kind, main.measured.unit) => {
                Ok(measured)
            }
            None if key[1] == main.unit && main.measured.unit.is_none() => Ok(main.measured),
            _ => Err(LeftOut::OtherUnit),
        }
    }
}

/// The amount that a measure and a unit name.
fn meaning(key: &Key) -> Option<MeasuredIn> {
    let [measure, unit] = key;
    if is_ratio(measure) || is_ratio(unit) {
        return None;
    }
    let has_known_unit = unit.is_empty() || measured(unit).is_some();
    if !has_known_unit && !is_plain_unit(unit) {
        return None;
    }
    let exact = amount(key).filter(|_| has_known_unit);
    let found = exact.or_else(|| indicated(&format!("{measure} {unit}")))?;
    Some(MeasuredIn { flow: found.flow.or_else(|| named_flow(measure)), ..found })
}

/// The words of a measure without those that name a flow.
fn stem(measure: &str) -> String {
    let words = measure.to_lowercase();
    let is_flow =
        |word: &&str| ["export", "exports", "import", "imports", "exported", "imported"].contains(word);
    let words = words.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty() && !is_flow(word));
    words.collect::<Vec<_>>().join(" ")
}
