//! The numbers of a sequence.

use crossterm::event::{KeyEventKind, KeyModifiers};

/// Numbers separated by semicolons, each with parts separated by colons: `1;5:3` is 1, then 5 with the part 3.
#[derive(Debug)]
pub struct Parameters<'a>(&'a [u8]);

impl<'a> Parameters<'a> {
    /// `None` if there is anything except numbers.
    pub fn new(bytes: &'a [u8]) -> Option<Self> {
        bytes.iter().all(|byte| matches!(byte, b'0'..=b';')).then_some(Self(bytes))
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        if self.0.is_empty() { 0 } else { self.0.split(|byte| *byte == b';').count() }
    }

    /// A part of a parameter; `None` if it is missing, empty or out of range.
    pub fn part(&self, parameter: usize, part: usize) -> Option<u32> {
        let parameter = self.0.split(|byte| *byte == b';').nth(parameter)?;
        let part = parameter.split(|byte| *byte == b':').nth(part)?;
        std::str::from_utf8(part).ok()?.parse().ok()
    }

    /// The first part of a parameter; 1 if it is missing, since terminals omit it.
    pub fn number(&self, parameter: usize) -> u32 {
        self.part(parameter, 0).unwrap_or(1)
    }

    /// The modifiers in a parameter, and if the key was pressed or released; `None` for other kinds of events.
    pub fn held(&self, parameter: usize) -> Option<(KeyModifiers, KeyEventKind)> {
        const MODIFIERS: [KeyModifiers; 6] = [
            KeyModifiers::SHIFT,
            KeyModifiers::ALT,
            KeyModifiers::CONTROL,
            KeyModifiers::SUPER,
            KeyModifiers::HYPER,
            KeyModifiers::META,
        ];
        let bits = self.number(parameter).saturating_sub(1);
        let held = (0..).zip(MODIFIERS).filter(|(bit, _)| bits & (1 << bit) != 0);
        let kind = match self.part(parameter, 1) {
            None | Some(1) => KeyEventKind::Press,
            Some(2) => KeyEventKind::Repeat,
            Some(3) => KeyEventKind::Release,
            Some(_) => return None,
        };
        Some((held.map(|(_, modifier)| modifier).collect(), kind))
    }

    /// True if Caps Lock is on.
    pub fn has_caps_lock(&self, parameter: usize) -> bool {
        self.number(parameter).saturating_sub(1) & 64 != 0
    }
}
