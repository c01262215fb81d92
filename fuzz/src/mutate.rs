//! Changes an input in the ways that files and keys go wrong.

use crate::random::Random;

/// Larger inputs only take longer.
const MOST_BYTES: usize = 24_000;

/// Pieces that formats, numbers, periods and terminals treat in their own way.
const TOKENS: [&str; 67] = [
    "\u{1b}",
    "\u{1b}[",
    "\u{1b}[200~",
    "\u{1b}[201~",
    "\u{1b}]52;c;",
    "\u{1b}\\",
    "\u{9b}2J",
    "\u{7}",
    "\u{18}",
    "\u{3}",
    "\u{202e}",
    "\u{2066}",
    "\u{200f}",
    "\u{feff}",
    "\u{fffe}",
    "\u{e0041}",
    "\u{301}",
    "\u{300}\u{301}\u{302}",
    "\u{200d}",
    "\u{fe0f}",
    "哈萨克",
    "Ürümqi",
    "اردو",
    "🐎",
    "\r",
    "\n",
    "\r\n",
    "\t",
    "\"",
    "\"\"",
    "\\",
    "\\u0000",
    "\\ud800",
    ",",
    ";",
    "|",
    "[",
    "]",
    "{",
    "}",
    "[[[[",
    "null",
    "0",
    "-0",
    "1e999",
    "-1",
    "9999999999999999999999999999",
    "0.0000000000000000000000000001",
    "99.95",
    "%41",
    "%1b",
    "%E2%80%AE",
    "\u{3164}",
    "%",
    "`id`",
    "$(id)",
    "=1+1",
    "@sum",
    "../x",
    "/dev/zero",
    "2023",
    "2023-01-01/P12M",
    "0001",
    "9999-Q4",
    "W00",
    "KAZ",
    "percent",
];

/// `input` with one to eight changes; some of them bring in a piece of `other`.
pub fn mutated(random: &mut Random, input: &[u8], other: &[u8]) -> Vec<u8> {
    let mut bytes = input.to_vec();
    for _ in 0..=random.below(8) {
        change(random, &mut bytes, other);
    }
    bytes.truncate(MOST_BYTES);
    bytes
}

fn change(random: &mut Random, bytes: &mut Vec<u8>, other: &[u8]) {
    let at = random.below(bytes.len() + 1);
    let end = (at + 1 + random.below(24)).min(bytes.len());
    match random.below(8) {
        0 => {
            if let Some(byte) = bytes.get_mut(at) {
                *byte ^= 1 << random.below(8);
            }
        }
        1 | 2 => insert(bytes, at, random.pick(&TOKENS).as_bytes()),
        3 => drop(bytes.drain(at.min(end)..end)),
        4 => {
            let piece = bytes[at.min(end)..end].to_vec();
            let times = 1 + random.below(12);
            insert(bytes, at, &piece.repeat(times));
        }
        5 => {
            let from = random.below(other.len() + 1);
            let to = (from + random.below(200)).min(other.len());
            insert(bytes, at, &other[from.min(to)..to]);
        }
        6 => replace_value(random, bytes, at),
        _ => {
            let new: Vec<u8> = (0..=random.below(4)).map(|_| random.number().to_le_bytes()[0]).collect();
            insert(bytes, at, &new);
        }
    }
}

fn insert(bytes: &mut Vec<u8>, at: usize, piece: &[u8]) {
    bytes.splice(at..at, piece.iter().copied());
}

/// Replaces what stands between the next two quotation marks or separators, so that the rest stays what it is.
fn replace_value(random: &mut Random, bytes: &mut Vec<u8>, at: usize) {
    let is_mark = |byte: &u8| b"\",;\t=?&\n".contains(byte);
    let Some(start) = bytes[at..].iter().position(is_mark).map(|mark| at + mark + 1) else { return };
    let end = bytes[start..].iter().position(is_mark).map_or(bytes.len(), |mark| start + mark);
    bytes.splice(start..end, random.pick(&TOKENS).bytes());
}
