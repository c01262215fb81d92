//! Files as they are downloaded: gzip, or an archive (zip) of which one file is a table. Nothing is unpacked to disk.

use std::fs::File;
use std::io::{self, Cursor, Read, Seek, SeekFrom};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use flate2::read::{DeflateDecoder, MultiGzDecoder};
use zip::result::ZipError;
use zip::{CompressionMethod, ZipArchive};

use crate::formats::Refusal;
use crate::text::encoding::Encoding;
use crate::text::harmless::harmless;

/// A file may unpack to this many times its size; more is a trap, or a table that a person would not send packed.
const MOST_TIMES: u64 = 200;

/// Small files may unpack to this much in any case.
const ALWAYS: u64 = 1 << 20;

/// How much of a text is looked at to know its encoding.
const BEGINNING: u64 = 64 << 10;

/// The most bytes of UTF-16 that are read.
const MOST_UTF_16: u64 = 256 << 20;

/// The most files of an archive that are looked at.
const MOST_FILES: usize = 100;

/// Files by which the workbook of a spreadsheet is known, of both usual kinds.
const WORKBOOKS: [&str; 2] = ["xl/workbook.xml", "content.xml"];

/// Something to read, from its beginning.
pub(crate) struct Unpacked {
    /// Its name in the archive; empty where it has none.
    pub name: String,
    pub input: Box<dyn Read + Send>,
    /// How many bytes it has, as far as the file says.
    pub size: u64,
    /// The encoding of a file that is read in UTF-8 instead.
    pub converted_from: Option<Encoding>,
}

/// The contents of a file.
pub(crate) enum PackedContents {
    /// The file itself.
    Plain(Unpacked),
    /// The file that is packed in it.
    Packed(Vec<Unpacked>),
}

/// True for a file that begins as Parquet does.
pub(crate) fn is_parquet(path: &Path) -> bool {
    let mut magic = [0; 4];
    File::open(path).and_then(|mut file| file.read_exact(&mut magic)).is_ok() && magic == *b"PAR1"
}

/// The contents of the file at `path`.
///
/// # Errors
///
/// Those of the file, and `InvalidData` for one that is broken, an archive that is encrypted or has no files.
pub(crate) fn contents(path: &Path) -> io::Result<PackedContents> {
    let mut file = File::open(path)?;
    let size = file.metadata()?.len();
    let mut magic = [0; 4];
    let known = read_most(&mut file, &mut magic)?;
    match &magic[..known] {
        [0x1f, 0x8b, ..] => Ok(PackedContents::Packed(vec![gzip(file, size)?.in_utf8()?])),
        b"PK\x03\x04" | b"PK\x05\x06" => {
            let all = archive(file, path)?.into_iter().map(Unpacked::in_utf8);
            Ok(PackedContents::Packed(all.collect::<io::Result<_>>()?))
        }
        _ => {
            file.rewind()?;
            let plain = Unpacked { name: String::new(), input: Box::new(file), size, converted_from: None };
            Ok(PackedContents::Plain(plain.in_utf8()?))
        }
    }
}

impl Unpacked {
    /// The content of a stream, unpacked if it is gzip. Nobody knows how much that is.
    ///
    /// # Errors
    ///
    /// Those of the stream, and `InvalidData` for an archive: its table of contents is at its end.
    pub fn from_stream(mut input: Box<dyn Read + Send>) -> io::Result<Self> {
        let mut magic = [0; 4];
        let known = read_most(&mut input, &mut magic)?;
        let is_packed = magic.starts_with(&[0x1f, 0x8b]);
        if magic.starts_with(b"PK\x03\x04") {
            return Err(Refusal::StreamedArchive.into());
        }
        let whole = Cursor::new(magic[..known].to_vec()).chain(input);
        let input: Box<dyn Read + Send> = if is_packed {
            let packed = Arc::new(AtomicU64::new(0));
            let counted = CountedBytes { input: whole, count: Arc::clone(&packed) };
            Box::new(Swelling { input: MultiGzDecoder::new(counted), packed, given: 0 })
        } else {
            Box::new(whole)
        };
        Self { name: String::new(), input, size: 0, converted_from: None }.in_utf8()
    }

    /// The same in UTF-8 if its beginning is in another encoding than those that are read as they are: UTF-16 with a mark
    /// at the start, which is read as a whole, or Russian or Chinese of one byte or two.
    fn in_utf8(mut self) -> io::Result<Self> {
        let mut start = Vec::new();
        (&mut self.input).take(BEGINNING).read_to_end(&mut start)?;
        let encoding = Encoding::detect_table(&start);
        let is_utf_16 = start.starts_with(&[0xff, 0xfe]) || start.starts_with(&[0xfe, 0xff]);
        let whole = Cursor::new(start).chain(self.input);
        if !is_utf_16 {
            let is_converted = ![Encoding::UTF_8, Encoding::WINDOWS_1252].contains(&encoding);
            let input: Box<dyn Read + Send> =
                if is_converted { Box::new(encoding.decoded(whole)) } else { Box::new(whole) };
            return Ok(Self { input, converted_from: is_converted.then_some(encoding), ..self });
        }
        let mut bytes = Vec::new();
        whole.take(MOST_UTF_16 + 1).read_to_end(&mut bytes)?;
        let is_short = bytes.len() as u64 <= MOST_UTF_16;
        let text = Encoding::detect(&bytes).decode(&bytes).filter(|_| is_short);
        let text = text.ok_or(Refusal::Utf16)?;
        let text = text.into_owned().into_bytes();
        let size = text.len() as u64;
        Ok(Self { size, input: Box::new(Cursor::new(text)), converted_from: Some(encoding), ..self })
    }
}

fn gzip(mut file: File, size: u64) -> io::Result<Unpacked> {
    // The last four bytes are the size of what was packed, but for multiples of 4 GiB.
    let mut end = [0; 4];
    file.seek(SeekFrom::End(-4))?;
    file.read_exact(&mut end)?;
    file.rewind()?;
    let input = Limited { input: MultiGzDecoder::new(file), left: most(size) };
    let size = u32::from_le_bytes(end).into();
    Ok(Unpacked { name: String::new(), input: Box::new(input), size, converted_from: None })
}

fn archive(file: File, path: &Path) -> io::Result<Vec<Unpacked>> {
    let broken = |error: ZipError| Refusal::BrokenArchive(error.to_string());
    let mut archive = ZipArchive::new(file).map_err(broken)?;
    let (mut contents, mut passed_over) = (Vec::new(), None);
    if archive.file_names().any(|name| WORKBOOKS.contains(&name)) {
        return Err(Refusal::Workbook.into());
    }
    for at in 0..archive.len().min(MOST_FILES) {
        let entry = archive.by_index_raw(at).map_err(broken)?;
        if !entry.is_file() {
            continue;
        }
        let (start, packed, size) = (entry.data_start(), entry.compressed_size(), entry.size());
        // A file of its own for each, since all readers of one would share their place in it.
        let mut file = File::open(path)?;
        file.seek(SeekFrom::Start(start))?;
        let file = file.take(packed);
        let unpacked: Box<dyn Read + Send> = if entry.encrypted() {
            passed_over = Some(Refusal::EncryptedArchive);
            continue;
        } else if entry.compression() == CompressionMethod::STORE {
            Box::new(file)
        } else if entry.compression() == CompressionMethod::DEFLATE {
            Box::new(DeflateDecoder::new(file))
        } else {
            passed_over = Some(Refusal::ArchiveMethod);
            continue;
        };
        let name = harmless(entry.name());
        let input = Checked { input: unpacked, sum: flate2::Crc::new(), expected: entry.crc32() };
        let input = Box::new(Limited { input, left: most(packed) });
        contents.push(Unpacked { name, input, size, converted_from: None });
    }
    match passed_over.filter(|_| contents.is_empty()) {
        Some(why) => Err(why.into()),
        None if contents.is_empty() => Err(Refusal::EmptyArchive.into()),
        None => Ok(contents),
    }
}

fn most(size: u64) -> u64 {
    size.saturating_mul(MOST_TIMES).max(ALWAYS)
}

/// Reads until the buffer is full or the input ends.
fn read_most(input: &mut impl Read, buffer: &mut [u8]) -> io::Result<usize> {
    let mut filled = 0;
    while filled < buffer.len() {
        match input.read(&mut buffer[filled..])? {
            0 => break,
            read => filled += read,
        }
    }
    Ok(filled)
}

fn swells() -> io::Error {
    Refusal::Swells { most: MOST_TIMES }.into()
}

/// Counts the bytes of a stream that is packed.
struct CountedBytes<R> {
    input: R,
    count: Arc<AtomicU64>,
}

impl<R: Read> Read for CountedBytes<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.input.read(buffer)?;
        self.count.fetch_add(read as u64, Ordering::Relaxed);
        Ok(read)
    }
}

/// A stream unpacked, which may not give much more than was packed so far.
struct Swelling<R> {
    input: R,
    packed: Arc<AtomicU64>,
    given: u64,
}

impl<R: Read> Read for Swelling<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.input.read(buffer)?;
        self.given += read as u64;
        if self.given > most(self.packed.load(Ordering::Relaxed)) { Err(swells()) } else { Ok(read) }
    }
}

/// An input that may not give more than it should.
struct Limited<R> {
    input: R,
    left: u64,
}

impl<R: Read> Read for Limited<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.input.read(buffer)?;
        self.left = self.left.checked_sub(read as u64).ok_or_else(swells)?;
        Ok(read)
    }
}

/// An input whose checksum is compared at its end.
struct Checked<R> {
    input: R,
    sum: flate2::Crc,
    expected: u32,
}

impl<R: Read> Read for Checked<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.input.read(buffer)?;
        self.sum.update(&buffer[..read]);
        if read == 0 && !buffer.is_empty() && self.sum.sum() != self.expected {
            return Err(Refusal::Checksum.into());
        }
        Ok(read)
    }
}

#[cfg(test)]
mod tests;
