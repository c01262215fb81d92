//! The beginning of a file, by which its format is recognised.

use super::renamed::{RenamedColumn, renamed};
use crate::text::encoding::Encoding;

/// How much of a file is looked at to recognise it.
pub(crate) const HEAD: usize = 64 << 10;

/// The most titles above a header.
const MOST_TITLES: usize = 12;

/// The beginning of a file.
#[derive(Debug, Default)]
pub(crate) struct Head {
    /// As text; what is no UTF-8 is read as Windows-1252.
    pub text: String,
    /// How many lines stand before the header.
    pub skipped: u64,
    /// Those of them that are no remarks: titles, as spreadsheets have them.
    pub titles: Vec<String>,
    /// The remarks before the header, which begin with `#`.
    pub remarks: Vec<String>,
    /// Between the fields of a record, if it is CSV.
    pub delimiter: u8,
    /// Around a field that holds a delimiter.
    pub quote: u8,
    /// The fields of the first record, under the names that they are read by.
    pub header: Vec<String>,
    /// The fields of some records after it, all but a last one that may be cut.
    pub sample: Vec<Vec<String>>,
    /// Columns that are to be read by another name.
    pub renamed: Vec<RenamedColumn>,
    /// The first of them that the header lacks.
    pub lacks_renamed: Option<String>,
}

impl Head {
    #[cfg(test)]
    pub fn new(bytes: &[u8]) -> Self {
        Self::with_renamed(bytes, &[])
    }

    /// The head of a file that begins with `bytes`, in UTF-8 or an encoding like it, some columns being read by other names
    /// than their own.
    pub fn with_renamed(bytes: &[u8], renamed: &[RenamedColumn]) -> Self {
        let is_cut = bytes.len() >= HEAD;
        let bytes = &bytes[..bytes.len().min(HEAD)];
        let text = match std::str::from_utf8(bytes) {
            Ok(text) => text.to_owned(),
            // A character that the end cuts is no sign of another encoding.
            Err(error) if error.error_len().is_none() => {
                String::from_utf8_lossy(&bytes[..error.valid_up_to()]).into_owned()
            }
            Err(_) => Encoding::WINDOWS_1252.decode(bytes).unwrap_or_default().into_owned(),
        };
        let text = text.trim_start_matches('\u{feff}').to_owned();
        Self::from_text(text, is_cut, 0, renamed)
    }

    /// The same with these columns, some of which are read by other names.
    fn with_header(self, mut header: Vec<String>, columns: &[RenamedColumn]) -> Self {
        let lacks_renamed = renamed(&mut header, columns).map(|column| column.name().to_owned());
        Self { header, renamed: columns.to_vec(), lacks_renamed, ..self }
    }

    /// A column that is to be read by another name and is in no header that the text may have.
    pub fn missing_renamed(&self) -> Option<&str> {
        let missing = self.lacks_renamed.as_deref()?;
        let mut lower = std::iter::successors(self.below_title(), Self::below_title);
        if lower.any(|head| head.lacks_renamed.is_none()) { None } else { Some(missing) }
    }

    /// True for a column that is read by another name than its own.
    pub fn is_renamed(&self, at: usize) -> bool {
        self.header.get(at).is_some_and(|name| self.renamed.iter().any(|column| column.read_as() == name))
    }

    /// The head of a table that is no text: its columns, and the fields of some rows.
    pub fn from_columns(names: Vec<String>, sample: Vec<Vec<String>>, columns: &[RenamedColumn]) -> Self {
        Self { sample, delimiter: b',', quote: b'"', ..Self::default() }.with_header(names, columns)
    }

    /// The same, if the header stands below one more line, a title; `None` where there are more than are passed over.
    pub fn below_title(&self) -> Option<Self> {
        let is_cut = self.text.len() + 4 >= HEAD;
        let below = Self::from_text(self.text.clone(), is_cut, self.titles.len() + 1, &self.renamed);
        (below.titles.len() > self.titles.len() && below.titles.len() <= MOST_TITLES).then_some(below)
    }

    /// True if no title above the header has as many fields.
    pub fn has_titles_above(&self) -> bool {
        let filled =
            |fields: &mut dyn Iterator<Item = &str>| fields.filter(|field| !field.trim().is_empty()).count();
        let width = filled(&mut self.header.iter().map(String::as_str));
        self.titles.iter().all(|title| filled(&mut title.split(char::from(self.delimiter))) < width)
    }

    /// True for lines with as many fields each, but for a few.
    pub fn is_table(&self) -> bool {
        let width = self.header.len();
        let rows = self.sample.len();
        let regular = self.sample.iter().filter(|row| row.len() == width).count();
        match width {
            0 | 1 => false,
            2 => rows > 1 && regular == rows,
            _ => rows > 0 && regular * 10 >= rows * 8,
        }
    }

    /// The head of a text whose header stands below so many titles.
    fn from_text(text: String, is_cut: bool, titles: usize, columns: &[RenamedColumn]) -> Self {
        let Preamble { mut skipped, remarks, mut rest, delimiter: announced } = preamble(&text);
        let mut above = Vec::new();
        let is_blank = |line: &str| line.trim_matches([',', ';', '\t', ' ']).is_empty();
        // As spreadsheets write an empty line.
        let is_empty_row = |line: &str| !line.trim().is_empty() && is_blank(line);
        while let Some((line, after)) = split_line(rest)
            && (above.len() < titles || is_empty_row(line))
        {
            if !is_blank(line) {
                above.push(line.to_owned());
            }
            skipped += 1;
            rest = after;
        }
        let first = rest.trim_start_matches(['\r', '\n']).split(['\r', '\n']).next().unwrap_or_default();
        // A file that puts apostrophes around its names uses them as quotation marks.
        let quote = if first.starts_with('\'') && first.ends_with('\'') { b'\'' } else { b'"' };
        // The delimiter that separates most names. A name may hold a comma, but hardly two of the others.
        let outside = first.split(char::from(quote)).step_by(2);
        let count =
            |delimiter: &u8| outside.clone().flat_map(str::bytes).filter(|byte| byte == delimiter).count();
        let most = [b'|', b';', b'\t', b','].into_iter().max_by_key(count).unwrap_or(b',');
        // Eurostat has commas between codes in one field, and tabs between fields.
        let has_codes = first.split_once('\t').is_some_and(|(field, _)| field.contains('\\'));
        let delimiter = announced.unwrap_or(if has_codes { b'\t' } else { most });
        let mut reader = csv::ReaderBuilder::new()
            .delimiter(delimiter)
            .quote(quote)
            .flexible(true)
            .has_headers(false)
            .from_reader(rest.as_bytes());
        let mut records: Vec<Vec<String>> = reader
            .records()
            .map_while(Result::ok)
            .map(|record| record.iter().map(str::to_owned).collect())
            .collect();
        if is_cut {
            records.pop();
        }
        let mut records = records.into_iter();
        let header = records.next().unwrap_or_default();
        let names = header.iter().map(|name| name.trim().to_owned()).collect();
        let above = Self {
            skipped,
            titles: above,
            remarks,
            delimiter,
            quote,
            sample: records.collect(),
            text,
            ..Self::default()
        };
        above.with_header(names, columns)
    }

    /// True if an object in JSON may have a member of this name.
    pub fn has_member(&self, name: &str) -> bool {
        self.text.contains(&format!("\"{name}\""))
    }

    /// True for an object in JSON that is no package of our own.
    pub fn is_foreign_object(&self) -> bool {
        self.text.trim_start().starts_with('{') && !self.has_member("resources")
    }

    /// Where a column is, by its name in letters of any size.
    pub fn column(&self, name: &str) -> Option<usize> {
        let is_it = |known: &String| known.eq_ignore_ascii_case(name) || is_written_by_r(known, name);
        self.header.iter().position(is_it)
    }
}

/// True for a name as R writes it, which has a point for each character that its names cannot have: `Trade.Value..US..`.
fn is_written_by_r(written: &str, name: &str) -> bool {
    let is_kept = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_';
    let own = if name.as_bytes().first().is_some_and(u8::is_ascii_digit) {
        written.strip_prefix('X')
    } else {
        Some(written)
    };
    own.is_some_and(|own| {
        own.len() == name.len()
            && own
                .bytes()
                .zip(name.bytes())
                .all(|(own, byte)| if is_kept(byte) { own.eq_ignore_ascii_case(&byte) } else { own == b'.' })
    })
}

/// The lines before the header: remarks, which begin with `#`, and Excel's `sep=;`, which names the delimiter.
#[derive(Default)]
struct Preamble<'t> {
    skipped: u64,
    remarks: Vec<String>,
    /// The text behind them.
    rest: &'t str,
    delimiter: Option<u8>,
}

fn preamble(text: &str) -> Preamble<'_> {
    let mut found = Preamble { rest: text, ..Preamble::default() };
    while let Some((line, after)) = split_line(found.rest) {
        match (line.strip_prefix("sep=").map(str::as_bytes), line.strip_prefix('#')) {
            (Some([byte]), _) => found.delimiter = Some(*byte),
            (_, Some(remark)) => found.remarks.push(remark.trim().to_owned()),
            _ => break,
        }
        found.skipped += 1;
        found.rest = after;
    }
    found
}

/// The first line of a text, and what follows its break.
fn split_line(text: &str) -> Option<(&str, &str)> {
    let (line, after) = text.split_once(['\n', '\r'])?;
    let is_pair = text[line.len()..].starts_with("\r\n");
    Some((line, if is_pair { &after[1..] } else { after }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_delimiter_is_the_one_between_most_names() {
        for (text, delimiter, header) in [
            ("a,b;c,d\n1,2", b',', vec!["a", "b;c", "d"]),
            ("\u{feff}t;i;j\r\n1,5;2;3", b';', vec!["t", "i", "j"]),
            ("\n\"Year\"\t\"Value, USD\"\n", b'\t', vec!["Year", "Value, USD"]),
            ("'t,i','j'\n", b',', vec!["t,i", "j"]),
            ("'s-Hertogenbosch,i\n", b',', vec!["'s-Hertogenbosch", "i"]),
            ("", b',', vec![]),
        ] {
            let head = Head::new(text.as_bytes());
            assert_eq!(
                (head.delimiter, head.header),
                (delimiter, header.iter().map(|name| (*name).to_owned()).collect())
            );
        }
    }

    #[test]
    fn remarks_before_the_header_are_passed_over() {
        for (text, skipped, delimiter) in [
            ("# a; b\r\n# c\r\nyear,partner\r\n", 2, b','),
            ("sep=;\nyear,partner;value\n", 1, b';'),
            ("# only\n", 1, b','),
            ("year,partner\n# a\n", 0, b','),
        ] {
            let head = Head::new(text.as_bytes());
            assert_eq!((head.skipped, head.delimiter), (skipped, delimiter), "{text}");
        }
        assert_eq!(Head::new(b"sep=;\r\nyear;a,b\r\n").header, ["year", "a,b"]);
    }

    #[test]
    fn a_table_has_as_many_fields_in_nearly_every_line() {
        let with_odd_lines = |odd: usize| {
            let rows = "5,6,7\n".repeat(20 - odd) + &"so they said,\n".repeat(odd);
            Head::new(format!("a,b,c\n{rows}").as_bytes()).is_table()
        };
        assert!(with_odd_lines(0) && with_odd_lines(4) && !with_odd_lines(5) && !with_odd_lines(19));
        assert!(Head::new(b"a,b\n1,2\n3,4\n").is_table() && !Head::new(b"a,b\n1,2\n3\n").is_table());
        assert!(!Head::new(b"a\n1\n").is_table());
    }

    #[test]
    fn a_head_of_windows_1252_is_read_as_such() {
        let head = Head::new(b"year,partner\n2022,C\xf4te d'Ivoire\n2022,T\xfcrkiye\n2022,Cura");
        assert_eq!(head.sample, [["2022", "Côte d'Ivoire"], ["2022", "Türkiye"], ["2022", "Cura"]]);
        assert_eq!(head.column("PARTNER"), Some(1));
        let long = format!("year,value\n{}", "2022,12\n".repeat(HEAD));
        assert_eq!(Head::new(long.as_bytes()).sample.last(), Some(&vec!["2022".to_owned(), "12".to_owned()]));
        assert_eq!(Head::new("1,ü".as_bytes().split_at(3).0).text, "1,");
    }
}
