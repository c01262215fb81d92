//! The codes that a code contains.

/// The most members of a list.
const MOST_PARTS: usize = 32;

/// A code as the beginnings of all codes that it contains, each from one to another: one alone, the ends of a range, or the
/// members of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct NestedCode {
    pub parts: Vec<[String; 2]>,
}

impl NestedCode {
    /// `None` for a text that is no code.
    pub fn parse(text: &str) -> Option<Self> {
        let text = without_points(text)?;
        // WITS writes what a range is about behind it: `01-05_Animal`.
        let is_word = |word: &str| word.len() > 1 && word.bytes().all(|c| c.is_ascii_alphabetic());
        let behind = text.rsplit_once('_').filter(|(code, word)| is_word(word) && code.contains('-'));
        let text = behind.map_or(text.as_str(), |(code, _)| code);
        if let Some(parts) = ranges(text) {
            return Some(Self { parts });
        }
        let is_code = !text.is_empty() && text.bytes().all(|c| c.is_ascii_alphanumeric());
        is_code.then(|| Self { parts: vec![[text.to_owned(), text.to_owned()]] })
    }

    /// The code, if it is neither a range nor a list.
    pub fn single(&self) -> Option<&str> {
        match self.parts.as_slice() {
            [[first, last]] if first == last => Some(first),
            _ => None,
        }
    }

    /// True if all that another contains is contained here, and more.
    pub fn contains(&self, other: &Self) -> bool {
        self != other && self.has_all_of(other) && !other.has_all_of(self)
    }

    fn has_all_of(&self, other: &Self) -> bool {
        other.parts.iter().all(|part| self.parts.iter().any(|own| is_within(own, part)))
    }
}

/// True if a range is within another.
fn is_within([first, last]: &[String; 2], [low, high]: &[String; 2]) -> bool {
    let (Some(low_start), Some(high_start)) = (low.get(..first.len()), high.get(..last.len())) else {
        return false;
    };
    first.as_str() <= low_start
        && high_start <= last.as_str()
        && (low.len() == first.len() || goes_on(low_start, low))
}

/// True if a code is one of those below another, which it begins with.
///
/// Behind a letter a digit goes on: of `OIL` and `OILSEEDS` neither contains the other. Codes of services go on with letters.
pub(super) fn goes_on(wider: &str, code: &str) -> bool {
    let Some(next) = code.strip_prefix(wider).and_then(|rest| rest.bytes().next()) else { return false };
    let is_service = wider.starts_with('S')
        && wider.len() < 3
        && code.bytes().take_while(u8::is_ascii_uppercase).count() <= 3;
    match wider.bytes().last() {
        Some(b'0'..=b'9') => next.is_ascii_digit() || next.is_ascii_uppercase(),
        Some(_) => next.is_ascii_digit() || is_service && next.is_ascii_uppercase(),
        None => false,
    }
}

/// The beginning of all codes of a list, which is the name of the list: `CPA_`, `H4-`.
pub(super) fn shared_beginning(codes: &[&str]) -> usize {
    let Some((first, others)) = codes.split_first().filter(|(_, others)| others.len() > 1) else { return 0 };
    let ends = first.char_indices().filter(|(_, c)| matches!(c, '_' | '-' | ':' | '|' | ' '));
    let ends = ends.map(|(at, _)| at + 1);
    ends.take_while(|end| others.iter().all(|code| code.get(..*end) == first.get(..*end))).last().unwrap_or(0)
}

/// The text without points between digits and at the end; `None` if others are left.
fn without_points(text: &str) -> Option<String> {
    if !text.contains('.') {
        return text.is_ascii().then(|| text.to_owned());
    }
    let parts: Vec<&str> = text.strip_suffix('.').unwrap_or(text).split('.').collect();
    let ends = |part: &str| part.bytes().last().is_some_and(|c| c.is_ascii_alphanumeric());
    let starts = |part: &str| part.bytes().next().is_some_and(|c| c.is_ascii_digit());
    let is_code = parts.iter().all(|part| part.is_ascii() && ends(part))
        && parts.iter().skip(1).all(|part| starts(part));
    is_code.then(|| parts.concat())
}

/// The parts of a range or a list: `C10-C12`, `C10T12`, `B-E`, `01-05`, `SITC6_8`, `C31_C32`.
fn ranges(text: &str) -> Option<Vec<[String; 2]>> {
    if let [first, b'-', last] = text.as_bytes()
        && first.is_ascii_uppercase()
        && first < last
        && last.is_ascii_uppercase()
    {
        return Some(vec![[text[..1].to_owned(), text[2..].to_owned()]]);
    }
    let stem = &text[..text.bytes().take_while(u8::is_ascii_alphabetic).count()];
    let mut rest = text.strip_prefix(stem)?;
    let mut parts: Vec<[String; 2]> = Vec::new();
    let mut separator = '+';
    loop {
        let (number, behind) = rest.split_at(rest.bytes().take_while(u8::is_ascii_digit).count());
        if number.is_empty() {
            return None;
        }
        let code = format!("{stem}{number}");
        let is_full = parts.len() == MOST_PARTS;
        match (separator, parts.last_mut()) {
            ('-' | 'T', Some([first, last]))
                if first == last && first.len() == code.len() && *last < code =>
            {
                *last = code;
            }
            ('+' | '_', _) if !is_full => parts.push([code.clone(), code]),
            _ => return None,
        }
        let Some(next) = behind.chars().next() else { break };
        if !matches!(next, '-' | 'T' | '+' | '_') {
            return None;
        }
        separator = next;
        rest = &behind[1..];
        rest = rest.strip_prefix(stem).unwrap_or(rest);
    }
    if parts.len() == 1 && separator == '+' {
        return None;
    }
    // Members are in their order: 1_1 is no list.
    parts.is_sorted_by(|one, other| one[1] < other[0]).then_some(parts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn contains(wider: &str, code: &str) -> bool {
        let parse = |code: &str| NestedCode::parse(code).expect(code);
        parse(wider).contains(&parse(code))
    }

    #[test]
    fn a_code_contains_those_that_go_on_from_it() {
        for (wider, code) in [
            ("31", "310210"),
            ("01.01", "0101.21"),
            ("99", "9999AA"),
            ("C", "C10"),
            ("C10", "C10.1"),
            ("S", "SC"),
            ("SC", "SC1"),
            ("SD", "SDA"),
            ("S", "SOX1"),
            ("C10-C12", "C11"),
            ("C10T12", "C111"),
            ("C", "C10-C12"),
            ("B-E", "C10-C12"),
            ("01-05", "0302"),
            ("01-05_Animal", "05"),
            ("SITC5-8", "SITC6_8"),
            ("SITC6_8", "SITC84"),
            ("C31_C32", "C31"),
        ] {
            assert!(contains(wider, code), "{wider} contains {code}");
            assert!(!contains(code, wider), "{code} does not contain {wider}");
        }
    }

    #[test]
    fn others_contain_nothing_of_each_other() {
        for (one, other) in [
            ("31", "0331"),
            ("OIL", "OILSEEDS"),
            ("SITC6_8", "SITC7"),
            ("C10-C12", "C13"),
            ("C10-C12", "C2"),
            ("0101", "01.01"),
            ("A", "AB"),
        ] {
            assert!(!contains(one, other) && !contains(other, one), "{one} and {other}");
        }
        for text in ["Cement, white", "", "№5", "."] {
            assert_eq!(NestedCode::parse(text), None, "{text:?}");
        }
    }

    #[test]
    fn the_name_of_a_list_is_no_part_of_its_codes() {
        assert_eq!(shared_beginning(&["CPA_A", "CPA_A01", "CPA_C"]), 4);
        assert_eq!(shared_beginning(&["H4-01", "H4-02", "H4-0201"]), 3);
        assert_eq!(shared_beginning(&["C", "C10", "C10-C12"]), 0);
        assert_eq!(shared_beginning(&["C10-C12", "C10-C11"]), 0, "two are too few to tell");
    }
}
