//! Decodes bytes to text, in the encodings that data files and articles come in.

use std::borrow::Cow;
use std::fmt;
use std::io::{self, Read};

/// A text encoding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Encoding(&'static encoding_rs::Encoding);

impl Encoding {
    pub const UTF_8: Self = Self(encoding_rs::UTF_8);
    /// Western European, a superset of what older programs call Latin-1.
    pub const WINDOWS_1252: Self = Self(encoding_rs::WINDOWS_1252);

    /// The encoding named by a byte order mark at the start of `bytes`, and the length of that mark.
    pub fn from_mark(bytes: &[u8]) -> Option<(Self, usize)> {
        encoding_rs::Encoding::for_bom(bytes).map(|(encoding, length)| (Self(encoding), length))
    }

    /// The encoding of a whole text: the one that its byte order mark names, else UTF-8 if it is valid, else
    /// Windows-1252, in which every byte is some character.
    pub fn detect(bytes: &[u8]) -> Self {
        match Self::from_mark(bytes) {
            Some((encoding, _)) => encoding,
            None if std::str::from_utf8(bytes).is_ok() => Self::UTF_8,
            None => Self::WINDOWS_1252,
        }
    }

    /// The encoding of an article: as [`Self::detect`], except that bytes that are not UTF-8 may also be Russian in
    /// Windows-1251 or Chinese in GB18030.
    ///
    /// More than a quarter of the letters of a Russian text are the six most frequent ones; their bytes are no more
    /// frequent than any others in Chinese.
    pub fn detect_article(bytes: &[u8]) -> Self {
        let detected = Self::detect(bytes);
        if detected != Self::WINDOWS_1252 {
            return detected;
        }
        let high = bytes.iter().filter(|byte| **byte >= 0x80).count();
        let frequent = bytes.iter().filter(|byte| b"\xe0\xe5\xe8\xed\xee\xf2".contains(byte)).count();
        if high * 20 < bytes.len() {
            detected
        } else if frequent * 4 > high {
            Self(encoding_rs::WINDOWS_1251)
        } else if Self(encoding_rs::GB18030).decode(bytes).is_some() {
            Self(encoding_rs::GB18030)
        } else {
            detected
        }
    }

    /// The encoding of a table that begins with `bytes`, which may end within a character: as [`Self::detect`], except that
    /// bytes that are not UTF-8 are Russian or Chinese where most of their letters stand next to others, as they do in these
    /// languages alone.
    pub fn detect_table(bytes: &[u8]) -> Self {
        if std::str::from_utf8(bytes).is_err_and(|error| error.error_len().is_none()) {
            return Self::UTF_8;
        }
        let detected = Self::detect(bytes);
        let is_high = |byte: &u8| *byte >= 0x80;
        let high = bytes.iter().filter(|byte| is_high(byte)).count();
        let together = bytes.windows(2).filter(|pair| pair.iter().all(is_high)).count();
        if detected != Self::WINDOWS_1252 || together * 5 < high * 3 || is_damaged_utf_8(bytes) {
            return detected;
        }
        let words: Vec<u8> = bytes.iter().copied().filter(|byte| *byte >= 0x80).collect();
        match Self::detect_article(&words) {
            // The bytes of a character are split up among words.
            Self(encoding) if encoding == encoding_rs::GB18030 && Self(encoding).decode(bytes).is_none() => {
                detected
            }
            found => found,
        }
    }

    /// Decodes what `input` gives, piece by piece.
    pub fn decoded(self, input: impl Read) -> impl Read {
        Decoded {
            input,
            decoder: self.0.new_decoder_with_bom_removal(),
            text: Vec::new(),
            at: 0,
            is_at_end: false,
        }
    }

    /// Decodes `bytes`, without their byte order mark; `None` if some bytes are invalid in this encoding.
    pub fn decode(self, bytes: &[u8]) -> Option<Cow<'_, str>> {
        let mark = Self::from_mark(bytes).filter(|(marked, _)| *marked == self);
        let bytes = &bytes[mark.map_or(0, |(_, length)| length)..];
        self.0.decode_without_bom_handling_and_without_replacement(bytes)
    }
}

/// True for bytes most of which beyond ASCII are UTF-8, as in a file that somebody has cut or put together.
fn is_damaged_utf_8(bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes);
    let beyond = || text.chars().filter(|c| !c.is_ascii());
    beyond().filter(|c| *c == char::REPLACEMENT_CHARACTER).count() * 4 < beyond().count()
}

/// An input in UTF-8 that is written in another encoding.
struct Decoded<R> {
    input: R,
    decoder: encoding_rs::Decoder,
    /// The text that is decoded, and how much of it is taken.
    text: Vec<u8>,
    at: usize,
    is_at_end: bool,
}

impl<R: Read> Read for Decoded<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let mut block = [0; 16 << 10];
        while self.at == self.text.len() && !self.is_at_end {
            let read = self.input.read(&mut block)?;
            self.is_at_end = read == 0;
            let most = self.decoder.max_utf8_buffer_length(read).unwrap_or(block.len() * 4);
            self.text.resize(most, 0);
            let (_, _, written, _) =
                self.decoder.decode_to_utf8(&block[..read], &mut self.text, self.is_at_end);
            self.text.truncate(written);
            self.at = 0;
        }
        let count = buffer.len().min(self.text.len() - self.at);
        buffer[..count].copy_from_slice(&self.text[self.at..self.at + count]);
        self.at += count;
        Ok(count)
    }
}

impl Encoding {
    /// The name as people write it: `UTF-8`, `Windows-1252`.
    pub fn name(self) -> &'static str {
        match self.0.name() {
            "gb18030" => "GB18030",
            "windows-1251" => "Windows-1251",
            "windows-1252" => "Windows-1252",
            name => name,
        }
    }
}

impl fmt::Display for Encoding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> (String, Option<String>) {
        let encoding = Encoding::detect(bytes);
        (encoding.to_string(), encoding.decode(bytes).map(Cow::into_owned))
    }

    #[test]
    fn the_encoding_is_that_of_the_mark_else_utf_8_else_windows_1252() {
        for (bytes, encoding, text) in [
            ("Türkiye".as_bytes(), "UTF-8", "Türkiye"),
            (b"T\xfcrkiye \x96 C\xf4te", "Windows-1252", "Türkiye – Côte"),
            (b"\xef\xbb\xbfa;b", "UTF-8", "a;b"),
            (b"\xff\xfea\0;\0", "UTF-16LE", "a;"),
            (b"\xfe\xff\0a\0;", "UTF-16BE", "a;"),
            (b"", "UTF-8", ""),
        ] {
            assert_eq!(read(bytes), (encoding.to_owned(), Some(text.to_owned())));
        }
    }

    #[test]
    fn articles_come_in_the_encodings_of_their_languages() {
        let russian = "Экспорт вырос на 5% и составил 3 млрд долларов";
        let chinese = "今年前5个月，出口3亿元，增长5%";
        for (text, encoding) in [(russian, encoding_rs::WINDOWS_1251), (chinese, encoding_rs::GB18030)] {
            let (bytes, ..) = encoding.encode(text);
            let found = Encoding::detect_article(&bytes);
            assert_eq!(found.to_string().to_lowercase(), encoding.name().to_lowercase());
            assert_eq!(found.decode(&bytes).as_deref(), Some(text));
            assert_eq!(Encoding::detect_article(text.as_bytes()), Encoding::UTF_8);
        }
        assert_eq!(
            Encoding::detect_article(b"Exports of T\xfcrkiye rose 5 percent to 3 billion euros"),
            Encoding::WINDOWS_1252
        );
    }

    #[test]
    fn a_table_of_numbers_with_a_few_words_shows_the_language_of_these() {
        let russian = "год;партнёр;сумма\n2021;Казахстан;5\n2021;Узбекистан;6\n";
        let (bytes, ..) = encoding_rs::WINDOWS_1251.encode(russian);
        assert_eq!(Encoding::detect_table(&bytes).to_string(), "Windows-1251");
        let mut text = String::new();
        let read = Encoding::detect_table(&bytes).decoded(&bytes[..]).read_to_string(&mut text);
        assert_eq!((read.ok(), text.as_str()), (Some(russian.len()), russian));
        let chinese = "年份,国家,出口额\n2021,德国,5\n2021,越南,6\n";
        let (bytes, ..) = encoding_rs::GB18030.encode(chinese);
        assert_eq!(Encoding::detect_table(&bytes).to_string(), "GB18030");
        // One byte of a file in UTF-8 is lost.
        let damaged = [chinese.as_bytes(), b"2021,\xe5\xbe,7\n"].concat();
        assert_eq!(Encoding::detect_table(&damaged), Encoding::WINDOWS_1252);
        for western in
            ["C\u{f4}te d'Ivoire;5\nT\u{fc}rkiye;6\nPer\u{fa};7", "Citt\u{e0};Perch\u{e9};Pi\u{f9};\u{e8}"]
        {
            let (bytes, ..) = encoding_rs::WINDOWS_1252.encode(western);
            assert_eq!(Encoding::detect_table(&bytes), Encoding::WINDOWS_1252, "{western}");
        }
        assert_eq!(Encoding::detect_table(&"2021;Türkiye".as_bytes()[..7]), Encoding::UTF_8);
    }

    #[test]
    fn half_a_character_is_no_text() {
        assert_eq!(read(b"\xff\xfea\0;").1, None);
        assert_eq!(read(b"\xef\xbb\xbfa\xff").1, None, "a mark is believed");
    }
}
