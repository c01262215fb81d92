//! Files as they are downloaded: gzip, or an archive (zip) of which one file is a table. Nothing is unpacked to disk.

use std::fs::File;
use std::io::{self, Cursor, Read, Seek, SeekFrom};
use std::path::Path;

use flate2::read::{DeflateDecoder, MultiGzDecoder};
use zip::{CompressionMethod, ZipArchive};

use crate::text::encoding::Encoding;

/// A file may unpack to this many times its size; more is a trap, or a table that a person would not send packed.
const MOST_TIMES: u64 = 200;

/// Small files may unpack to this much in any case.
const ALWAYS: u64 = 1 << 20;

/// The most bytes of UTF-16 that are read.
const MOST_UTF_16: u64 = 256 << 20;

/// The most files of an archive that are looked at.
const MOST_FILES: usize = 100;

/// Something to read, from its beginning.
pub(crate) struct Unpacked {
    pub input: Box<dyn Read + Send>,
    /// How many bytes it has, as far as the file says.
    pub size: u64,
}

/// The contents of a file: itself, or what is packed in it.
///
/// # Errors
///
/// Those of the file, and `InvalidData` for an archive that is broken or encrypted.
pub(crate) fn contents(path: &Path) -> io::Result<Vec<Unpacked>> {
    unpacked(path)?.into_iter().map(Unpacked::in_utf8).collect()
}

impl Unpacked {
    /// The same in UTF-8 if a mark at the start says that it is UTF-16, which spreadsheets save; it is read as a whole.
    fn in_utf8(mut self) -> io::Result<Self> {
        let mut start = [0; 2];
        let known = read_most(&mut self.input, &mut start)?;
        let before = Cursor::new(start[..known].to_vec());
        if !matches!(start, [0xff, 0xfe] | [0xfe, 0xff]) {
            return Ok(Self { input: Box::new(before.chain(self.input)), ..self });
        }
        let mut bytes = Vec::new();
        before.chain(self.input).take(MOST_UTF_16 + 1).read_to_end(&mut bytes)?;
        let is_short = bytes.len() as u64 <= MOST_UTF_16;
        let text = Encoding::detect(&bytes).decode(&bytes).filter(|_| is_short);
        let text = text.ok_or_else(|| {
            io::Error::new(io::ErrorKind::InvalidData, "is broken UTF-16, or more of it than is read")
        })?;
        let text = text.into_owned().into_bytes();
        Ok(Self { size: text.len() as u64, input: Box::new(Cursor::new(text)) })
    }
}

fn unpacked(path: &Path) -> io::Result<Vec<Unpacked>> {
    let mut file = File::open(path)?;
    let size = file.metadata()?.len();
    let mut magic = [0; 4];
    let known = read_most(&mut file, &mut magic)?;
    match &magic[..known] {
        [0x1f, 0x8b, ..] => Ok(vec![gzip(file, size)?]),
        b"PK\x03\x04" => archive(file, path),
        _ => {
            file.rewind()?;
            Ok(vec![Unpacked { input: Box::new(file), size }])
        }
    }
}

fn gzip(mut file: File, size: u64) -> io::Result<Unpacked> {
    // The last four bytes are the size of what was packed, but for multiples of 4 GiB.
    let mut end = [0; 4];
    file.seek(SeekFrom::End(-4))?;
    file.read_exact(&mut end)?;
    file.rewind()?;
    let input = Limited { input: MultiGzDecoder::new(file), left: most(size) };
    Ok(Unpacked { input: Box::new(input), size: u32::from_le_bytes(end).into() })
}

fn archive(file: File, path: &Path) -> io::Result<Vec<Unpacked>> {
    let mut archive = ZipArchive::new(file).map_err(io::Error::other)?;
    let mut contents = Vec::new();
    for at in 0..archive.len().min(MOST_FILES) {
        let entry = archive.by_index_raw(at).map_err(io::Error::other)?;
        if !entry.is_file() || entry.encrypted() {
            continue;
        }
        let (start, packed, size) = (entry.data_start(), entry.compressed_size(), entry.size());
        // A file of its own for each, since all readers of one would share their place in it.
        let mut file = File::open(path)?;
        file.seek(SeekFrom::Start(start))?;
        let file = file.take(packed);
        let unpacked: Box<dyn Read + Send> = if entry.compression() == CompressionMethod::STORE {
            Box::new(file)
        } else if entry.compression() == CompressionMethod::DEFLATE {
            Box::new(DeflateDecoder::new(file))
        } else {
            continue;
        };
        let input = Checked { input: unpacked, sum: flate2::Crc::new(), expected: entry.crc32() };
        contents.push(Unpacked { input: Box::new(Limited { input, left: most(packed) }), size });
    }
    Ok(contents)
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

/// An input that may not give more than it should.
struct Limited<R> {
    input: R,
    left: u64,
}

impl<R: Read> Read for Limited<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.input.read(buffer)?;
        self.left = self.left.checked_sub(read as u64).ok_or_else(|| {
            let why = format!("unpacks to more than {MOST_TIMES} times its size");
            io::Error::new(io::ErrorKind::InvalidData, why)
        })?;
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
            return Err(io::Error::new(
                io::ErrorKind::InvalidData,
                "the archive is damaged: a checksum is wrong",
            ));
        }
        Ok(read)
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;

    fn written(bytes: &[u8]) -> tempfile::NamedTempFile {
        let mut file = tempfile::NamedTempFile::new().expect("a file");
        file.write_all(bytes).expect("written");
        file
    }

    fn texts(file: &tempfile::NamedTempFile) -> io::Result<Vec<String>> {
        contents(file.path())?.into_iter().map(|content| io::read_to_string(content.input)).collect()
    }

    fn gzipped(text: &[u8]) -> Vec<u8> {
        let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
        encoder.write_all(text).expect("packed");
        encoder.finish().expect("packed")
    }

    /// An archive of one stored file, made by hand.
    fn zipped(name: &str, text: &[u8], crc: u32) -> Vec<u8> {
        let size = u32::try_from(text.len()).expect("small").to_le_bytes();
        let length = u16::try_from(name.len()).expect("short").to_le_bytes();
        let common =
            [&[20, 0, 0, 0, 0, 0, 0, 0, 0, 0][..], &crc.to_le_bytes(), &size, &size, &length, &[0, 0]]
                .concat();
        let local = [b"PK\x03\x04", &common[..], name.as_bytes(), text].concat();
        let central = [b"PK\x01\x02\x14\x00", &common[..], &[0; 6 + 4 + 4], name.as_bytes()].concat();
        let sizes =
            [u32::try_from(central.len()).expect("small"), u32::try_from(local.len()).expect("small")];
        let sizes: Vec<u8> = sizes.iter().flat_map(|size| size.to_le_bytes()).collect();
        let end = [b"PK\x05\x06\0\0\0\0\x01\0\x01\0", &sizes[..], &[0, 0]].concat();
        [local, central, end].concat()
    }

    #[test]
    fn a_plain_file_is_itself_and_a_packed_one_what_is_in_it() {
        assert_eq!(texts(&written(b"t,i,j\n")).expect("read"), ["t,i,j\n"]);
        assert_eq!(texts(&written(b"")).expect("read"), [""]);
        let two = [gzipped(b"t,i,j\n"), gzipped(b"1,2,3\n")].concat();
        assert_eq!(texts(&written(&two)).expect("read"), ["t,i,j\n1,2,3\n"]);
        let mut crc = flate2::Crc::new();
        crc.update(b"k,v\n");
        assert_eq!(texts(&written(&zipped("a.csv", b"k,v\n", crc.sum()))).expect("read"), ["k,v\n"]);
    }

    #[test]
    fn utf_16_is_read_by_its_mark() {
        let text = "t,i,j\n1,Қазақстан,3\n";
        let words: Vec<u8> =
            "\u{feff}".encode_utf16().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
        assert_eq!(texts(&written(&words)).expect("read"), [text]);
        let big: Vec<u8> =
            "\u{feff}".encode_utf16().chain(text.encode_utf16()).flat_map(u16::to_be_bytes).collect();
        assert_eq!(texts(&written(&gzipped(&big))).expect("read"), [text]);
        assert!(texts(&written(b"\xff\xfe\x00\xd8")).is_err(), "half of a pair");
    }

    #[test]
    fn what_is_damaged_or_swells_beyond_measure_is_an_error() {
        let said = |file: &[u8]| texts(&written(file)).expect_err("an error").to_string();
        assert!(said(&zipped("a.csv", b"k,v\n", 7)).contains("a checksum is wrong"));
        assert!(said(&gzipped(&vec![b'0'; 3 << 20])).contains("more than 200 times"));
        assert!(texts(&written(&gzipped(b"t,i,j\n")[..12])).is_err());
    }
}
