//! Splits bytes into lines, however they arrive.

/// A line is too long to wait for its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LineTooLong;

/// The line that is being received.
#[derive(Debug, Default)]
pub struct Lines {
    line: Vec<u8>,
    /// True after [`LineTooLong`]: the beginning of what follows is unknown.
    is_broken: bool,
}

impl Lines {
    /// Takes bytes, and passes on each complete line without its end.
    ///
    /// # Errors
    ///
    /// If a line has more than `most` bytes; nothing is passed on after that.
    pub fn take(
        &mut self,
        bytes: &[u8],
        most: usize,
        mut each: impl FnMut(&[u8]),
    ) -> Result<(), LineTooLong> {
        let mut rest = bytes;
        while !self.is_broken {
            let end = rest.iter().position(|byte| *byte == b'\n');
            let (piece, after) = end.map_or((rest, None), |end| (&rest[..end], Some(&rest[end + 1..])));
            if self.line.len() + piece.len() > most {
                (self.line, self.is_broken) = (Vec::new(), true);
                break;
            }
            let Some(after) = after else {
                self.line.extend_from_slice(piece);
                return Ok(());
            };
            if self.line.is_empty() {
                each(piece);
            } else {
                self.line.extend_from_slice(piece);
                each(&self.line);
                self.line.clear();
            }
            rest = after;
        }
        Err(LineTooLong)
    }
}
