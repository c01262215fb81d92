//! The lines of a table as its file has them, found by one pass.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read, Seek};

use super::ReadProgress;
use crate::text::encoding::Encoding;
use crate::text::harmless::harmless;

/// The most bytes that are kept of a line.
const LONGEST: usize = 4_000;

/// A line of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct FileLine {
    /// Its number, from 1.
    pub number: u64,
    /// Its text, in which no character can harm a terminal.
    pub text: String,
}

/// Reads the lines with these numbers, which are in order.
pub(super) fn read(mut file: &File, numbers: &[u64], watch: &ReadProgress) -> io::Result<Vec<FileLine>> {
    file.rewind()?;
    let size = file.metadata().map_or(0, |facts| facts.len());
    watch.begin(size);
    let mut input = BufReader::with_capacity(1 << 16, file);
    let (mut found, mut bytes, mut at) = (Vec::new(), Vec::new(), 0_u64);
    for number in numbers {
        while at < *number && !watch.is_stopped() {
            bytes.clear();
            let read = line(&mut input, &mut bytes)?;
            if read == 0 {
                return Ok(found);
            }
            watch.advance(read);
            at += 1;
        }
        let text = whole_letters(bytes.trim_ascii_end());
        let text = Encoding::detect(text).decode(text).unwrap_or_default();
        found.push(FileLine { number: *number, text: harmless(&text) });
    }
    Ok(found)
}

/// A text without the half of a letter that a cut has left at its end.
fn whole_letters(text: &[u8]) -> &[u8] {
    match str::from_utf8(text) {
        Err(error) if error.error_len().is_none() => &text[..error.valid_up_to()],
        Ok(_) | Err(_) => text,
    }
}

/// Reads to the end of a line, of which the first bytes are kept; gives back how many there were.
fn line(input: &mut impl BufRead, bytes: &mut Vec<u8>) -> io::Result<u64> {
    let mut read = (&mut *input).take(LONGEST as u64).read_until(b'\n', bytes)?;
    if bytes.last() != Some(&b'\n') && read == LONGEST {
        read += input.skip_until(b'\n')?;
    }
    Ok(read as u64)
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;

    #[test]
    fn lines_are_found_by_their_numbers() {
        let mut file = tempfile::tempfile().expect("a file");
        let long = "9".repeat(3 * LONGEST);
        write!(file, "year,value\r\n2021,1\n{long}\n2023,\x1b[3m\nlast").expect("room");
        file.write_all(b", C\xf4te").expect("room");
        let lines = read(&file, &[1, 3, 4, 5, 9], &ReadProgress::default()).expect("lines");
        let lines: Vec<(u64, &str)> = lines.iter().map(|line| (line.number, line.text.as_str())).collect();
        assert_eq!(lines[0], (1, "year,value"));
        assert_eq!((lines[1].0, lines[1].1.len()), (3, LONGEST));
        assert!(lines[2].1.starts_with("2023,") && !lines[2].1.contains('\x1b'), "{:?}", lines[2]);
        assert_eq!(lines[3..], [(5, "last, Côte")], "there is no ninth line");
    }
}
