//! Files packed by hand.

use std::io::Write;

use super::*;

fn written(bytes: &[u8]) -> tempfile::NamedTempFile {
    let mut file = tempfile::NamedTempFile::new().expect("a file");
    file.write_all(bytes).expect("written");
    file
}

fn texts(file: &tempfile::NamedTempFile) -> io::Result<Vec<String>> {
    let all = match contents(file.path())? {
        PackedContents::Plain(content) => vec![content],
        PackedContents::Packed(all) => all,
    };
    all.into_iter().map(|content| io::read_to_string(content.input)).collect()
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
        [&[20, 0, 0, 0, 0, 0, 0, 0, 0, 0][..], &crc.to_le_bytes(), &size, &size, &length, &[0, 0]].concat();
    let local = [b"PK\x03\x04", &common[..], name.as_bytes(), text].concat();
    let central = [b"PK\x01\x02\x14\x00", &common[..], &[0; 6 + 4 + 4], name.as_bytes()].concat();
    let sizes = [u32::try_from(central.len()).expect("small"), u32::try_from(local.len()).expect("small")];
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
fn damaged_and_oversized_archives_are_errors() {
    let said = |file: &[u8]| texts(&written(file)).expect_err("an error").to_string();
    assert!(said(&zipped("a.csv", b"k,v\n", 7)).contains("a checksum is wrong"));
    assert!(said(&gzipped(&vec![b'0'; 3 << 20])).contains("more than 200 times"));
    assert!(texts(&written(&gzipped(b"t,i,j\n")[..12])).is_err());
}
