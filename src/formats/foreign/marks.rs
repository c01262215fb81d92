//! Statuses of rows, as letters.

use std::ops::BitOr;

use crate::dataset::{Code, Status};

/// Letters of statuses, those of SDMX (`OBS_STATUS`) and the flags of Eurostat: one bit for each.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub(crate) struct Marks(u32);

/// The bit of a status that is none of the letters.
const OTHER: u32 = 1 << 26;

/// Words that some tables write for a letter.
const WORDS: [(&str, u8); 9] = [
    ("break", b'B'),
    ("confidential", b'C'),
    ("estimate", b'E'),
    ("estimated", b'E'),
    ("forecast", b'F'),
    ("preliminary", b'P'),
    ("provisional", b'P'),
    ("revised", b'R'),
    ("unvalidated", b'V'),
];

/// Words for a figure like any other.
const NORMAL: [&str; 6] = ["a", "normal", "normal value", "final", "official", "official figure"];

impl Marks {
    /// The marks of a status as it is written: a letter, several flags (`be`), or a word.
    pub fn new(status: &[u8]) -> Self {
        // As in nearly every row.
        if matches!(status, [] | b"A") {
            return Self::default();
        }
        let text = String::from_utf8_lossy(status);
        let text = text.trim();
        let word = text.to_lowercase();
        if text.is_empty() || NORMAL.contains(&word.as_str()) {
            return Self::default();
        }
        if let Some((_, letter)) = WORDS.iter().find(|(known, _)| *known == word) {
            return Self::from_letter(*letter);
        }
        // Flags of Eurostat come together, in small letters.
        let are_letters =
            text.len() == 1 || text.len() <= 3 && text.bytes().all(|byte| byte.is_ascii_lowercase());
        if !are_letters || !text.bytes().all(|byte| byte.is_ascii_alphabetic()) {
            return Self(OTHER);
        }
        text.bytes().fold(Self::default(), |marks, letter| marks | Self::from_letter(letter))
    }

    /// The mark of a confidentiality status (`CONF_STATUS`): all but `F`, which is free.
    pub fn of_confidentiality(status: &[u8]) -> Self {
        let is_free = matches!(status.trim_ascii(), [] | b"F" | b"f" | b"_Z" | b"A");
        if is_free { Self::default() } else { Self::from_letter(b'C') }
    }

    fn from_letter(letter: u8) -> Self {
        let at = letter.to_ascii_uppercase().wrapping_sub(b'A');
        if at == 0 {
            Self::default()
        } else {
            Self(1u32.checked_shl(at.into()).unwrap_or(OTHER) & (OTHER * 2 - 1))
        }
    }

    pub fn from_bits(bits: u32) -> Self {
        Self(bits)
    }

    pub fn bits(self) -> u32 {
        self.0
    }

    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The letters, `?` standing for any other status.
    pub fn letters(self) -> impl Iterator<Item = char> {
        (0..27)
            .filter(move |at| self.0 >> at & 1 == 1)
            .map(|at| "ABCDEFGHIJKLMNOPQRSTUVWXYZ?".chars().nth(at).unwrap_or('?'))
    }

    /// The weakest status that the marks stand for: the one that says most against a number.
    pub fn weakest(self) -> Status {
        // `S` is what Eurostat estimates itself.
        let order = [
            ('F', Status::Forecast),
            ('E', Status::Estimated),
            ('S', Status::Estimated),
            ('P', Status::Provisional),
            ('V', Status::Unvalidated),
            ('U', Status::Unvalidated),
            ('B', Status::Break),
            ('D', Status::DefinitionDiffers),
        ];
        let found = order.into_iter().find(|(letter, _)| self.letters().any(|own| own == *letter));
        found.map_or(Status::Normal, |(_, status)| status)
    }

    /// The status of a number that is missing, if the marks say why.
    pub fn why_missing(self) -> Status {
        let known = self.letters().filter_map(|letter| Status::parse(letter.encode_utf8(&mut [0; 4])));
        known.into_iter().find(|status| status.is_missing()).unwrap_or(Status::Missing)
    }
}

impl BitOr for Marks {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letters(status: &str) -> String {
        Marks::new(status.as_bytes()).letters().collect()
    }

    #[test]
    fn a_status_is_a_letter_some_flags_or_a_word() {
        for (status, expected) in [
            ("", ""),
            ("A", ""),
            (" p", "P"),
            ("be", "BE"),
            ("bep", "BEP"),
            ("bepu", "?"),
            ("E", "E"),
            ("Estimated", "E"),
            ("Final", ""),
            ("Official figure", ""),
            ("NA", "?"),
            ("imputed by us", "?"),
            ("7", "?"),
        ] {
            assert_eq!(letters(status), expected, "{status:?}");
        }
        assert_eq!(Marks::of_confidentiality(b"N").letters().collect::<String>(), "C");
        assert!(Marks::of_confidentiality(b"F").is_empty());
    }

    #[test]
    fn the_weakest_of_several_counts() {
        for (status, expected) in [
            ("", Status::Normal),
            ("bp", Status::Provisional),
            ("pe", Status::Estimated),
            ("F", Status::Forecast),
            ("c", Status::Normal),
            ("s", Status::Estimated),
        ] {
            assert_eq!(Marks::new(status.as_bytes()).weakest(), expected, "{status:?}");
        }
        assert_eq!(Marks::new(b"M").why_missing(), Status::CannotExist);
        assert_eq!(Marks::new(b"c").why_missing(), Status::Missing);
    }
}
