//! A file whose reader says how far it is.

use std::io::{self, Read};

use super::ReadProgress;

/// Counts the bytes that are read.
pub struct Watched<'w, R> {
    pub input: R,
    pub watch: &'w ReadProgress,
}

impl<R: Read> Read for Watched<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.input.read(buffer)?;
        self.watch.advance(count as u64);
        Ok(count)
    }
}
