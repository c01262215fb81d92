//! A number that tells one dataset from another.

use std::fmt;
use std::num::ParseIntError;
use std::str::FromStr;

/// A hash of the text of a dataset and of the files that it names. It is the same on every machine, as two of them compare
/// theirs; whoever wants two datasets with one fingerprint can make them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fingerprint(u64);

/// The constants of FNV-1a with 64 bits.
const OFFSET: u64 = 0xcbf2_9ce4_8422_2325;
const PRIME: u64 = 0x0000_0100_0000_01b3;

impl Default for Fingerprint {
    /// The fingerprint of nothing.
    fn default() -> Self {
        Self(OFFSET)
    }
}

impl Fingerprint {
    /// The fingerprint of everything so far and `text`. Takes eight bytes at a time, the length last.
    #[must_use]
    pub fn with(self, text: &str) -> Self {
        let word = |bytes: &[u8]| {
            let mut word = [0; 8];
            word[..bytes.len()].copy_from_slice(bytes);
            u64::from_le_bytes(word)
        };
        let mixed = |hash: u64, word: u64| {
            let hash = (hash ^ word).wrapping_mul(PRIME);
            hash ^ (hash >> 32)
        };
        let hash = text.as_bytes().chunks(8).map(word).fold(self.0, mixed);
        Self(mixed(hash, text.len() as u64))
    }
}

/// Sixteen hexadecimal digits.
impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

/// The number that such digits stand for.
impl FromStr for Fingerprint {
    type Err = ParseIntError;

    fn from_str(digits: &str) -> Result<Self, Self::Err> {
        u64::from_str_radix(digits, 16).map(Self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fingerprint(texts: &[&str]) -> String {
        texts.iter().fold(Fingerprint::default(), |all, text| all.with(text)).to_string()
    }

    #[test]
    fn every_byte_and_every_border_of_a_file_counts() {
        let all = [
            fingerprint(&[]),
            fingerprint(&[""]),
            fingerprint(&["exports,246.57"]),
            fingerprint(&["exports,246.58"]),
            fingerprint(&["exports,246.57\0"]),
            fingerprint(&["exports", ",246.57"]),
            fingerprint(&["exports,", "246.57"]),
        ];
        for (at, one) in all.iter().enumerate() {
            assert_eq!(one.len(), 16);
            assert!(!all[..at].contains(one), "{one} twice");
        }
    }

    #[test]
    fn its_digits_lead_back_to_it() {
        let all = Fingerprint::default().with("figures");
        assert_eq!(all.to_string().parse(), Ok(all));
        assert!("no digits".parse::<Fingerprint>().is_err());
    }

    #[test]
    fn it_is_the_same_on_every_machine() {
        assert_eq!(fingerprint(&["Xinjiang", "2023"]), "c17dd988a443262e");
    }
}
