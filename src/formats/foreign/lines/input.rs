//! The bytes of a file of lines.

use std::io::{self, Read};

/// An input from a line on. Where lines end with CR alone, LF stands for it, by which lines are counted.
pub struct InputLines<'i> {
    input: &'i mut (dyn Read + Send),
    skipped: u64,
    ends_with_cr: Option<bool>,
}

impl<'i> InputLines<'i> {
    pub fn new(input: &'i mut (dyn Read + Send), skipped: u64) -> Self {
        Self { input, skipped, ends_with_cr: None }
    }

    /// Reads at least one byte, unless the input has ended.
    pub fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        loop {
            let mut read = match self.input.read(buffer) {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                read => read?,
            };
            let bytes = &mut buffer[..read];
            let first_break = || bytes.iter().position(|byte| matches!(byte, b'\r' | b'\n'));
            if self.ends_with_cr.is_none()
                && let Some(at) = first_break()
            {
                // A block that ends between CR and LF says nothing yet.
                self.ends_with_cr = bytes.get(at + 1).map(|next| bytes[at] == b'\r' && *next != b'\n');
            }
            if self.ends_with_cr == Some(true) {
                bytes.iter_mut().filter(|byte| **byte == b'\r').for_each(|byte| *byte = b'\n');
            }
            if read == 0 || self.skipped == 0 {
                return Ok(read);
            }
            let mut from = 0;
            while self.skipped > 0
                && let Some(at) = bytes[from..].iter().position(|byte| *byte == b'\n')
            {
                from += at + 1;
                self.skipped -= 1;
            }
            if self.skipped > 0 {
                continue;
            }
            bytes.copy_within(from.., 0);
            read -= from;
            if read > 0 {
                return Ok(read);
            }
        }
    }
}
