//! Codes that may stand in SQL.

/// The most characters of a code.
const LONGEST: usize = 32;

/// A code of letters, digits, points, dashes and low lines: nothing in it can end a text of SQL.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Literal(String);

impl Literal {
    /// `None` for a text of another form.
    pub fn new(text: &str) -> Option<Self> {
        let is_allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"._-".contains(&byte);
        let fits = (1..=LONGEST).contains(&text.len()) && text.bytes().all(is_allowed);
        fits.then(|| Self(text.to_owned()))
    }

    pub fn text(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_plain_codes_stand_in_a_query() {
        let longest = "x".repeat(32);
        for code in ["CHN", "0101", "EU27_2020", "B-4.1", &longest] {
            assert_eq!(Literal::new(code).as_ref().map(Literal::text), Some(code));
        }
        let longer = "x".repeat(33);
        for text in ["", "Viet Nam", "x'", "x;", "\\", "a\nb", "Ça", "--x ", "x\0", &longer] {
            assert_eq!(Literal::new(text), None, "{text:?}");
        }
    }
}
